/** Who one side is: up to three persons with the building they live in, or an organisation that serves the place. */
import { useQuery } from '@tanstack/react-query'
import { PlaceBox, type ChosenPlace } from '../../../places/ui/parts/place-box.tsx'
import { Button, Field, request, Select, Switch, useSay, useWords } from '../../../ui-kit/index.ts'
import { SIDE_WORDS, type SideName } from '../../rules/index.ts'
import type { OpenSide } from '../api.ts'
import { newWords } from './new-words.ts'

type PersonDraft = { readonly name: string; readonly phone: string; readonly address: string }
export type SideDraft = { readonly persons: readonly PersonDraft[]; readonly isOrg: boolean; readonly org: string; readonly home: ChosenPlace | null }
const blankPerson: PersonDraft = { name: '', phone: '', address: '' }
export const blankSide: SideDraft = { persons: [blankPerson], isOrg: false, org: '', home: null }

/** Whether a side is said well enough to be asked. */
export const sideStands = (side: SideDraft): boolean => (side.isOrg ? side.org !== '' : side.persons.some(({ name }) => name.trim() !== ''))

/** What is sent of a side: empty fields are left out. */
export const sideOf = ({ persons, isOrg, org, home }: SideDraft): OpenSide => ({
  persons: persons.filter(({ name }) => name.trim() !== '').map(({ name, phone, address }) =>
    ({ name: name.trim(), ...(phone.trim() && { phone: phone.trim() }), ...(address.trim() && { address: address.trim() }) })),
  ...(isOrg && org ? { org } : {}), ...(home ? { home: home.id } : {}),
})

type Party = { readonly org: string; readonly name: string; readonly kind: string }
const useParties = (place: string | undefined) => useQuery({
  queryKey: ['parties', place], enabled: place !== undefined, queryFn: () => request<{ parties: readonly Party[] }>('GET',
    `/api/v1/places/${place}/parties`),
})

type Props = { readonly side: SideName; readonly value: SideDraft; readonly place: string | undefined; readonly onChange: (side: SideDraft) => void }
export function SideFields({ side, value, place, onChange }: Props) {
  const w = useWords(newWords)
  const say = useSay()
  const parties = useParties(value.isOrg ? place : undefined).data?.parties ?? []
  const person = (at: number, part: Partial<PersonDraft>) => onChange({ ...value,
    persons: value.persons.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  return <section className="dc-new-side" aria-label={say(SIDE_WORDS[side])}>
    <h3>{say(SIDE_WORDS[side])}</h3>
    {value.persons.map((one, at) => <div key={at} className="dc-new-person">
      <Field label={w.name} optional={value.isOrg || at > 0} autoComplete="off" maxLength={40} value={one.name}
        onChange={(e) => person(at, { name: e.target.value })} />
      <Field label={w.phone} optional inputMode="tel" autoComplete="off" maxLength={20} value={one.phone}
        onChange={(e) => person(at, { phone: e.target.value })} />
      <Field label={w.address} optional autoComplete="off" maxLength={80} value={one.address}
        onChange={(e) => person(at, { address: e.target.value })} />
    </div>)}
    {value.persons.length < 3 && <Button look="quiet" size="small" icon="plus"
      onClick={() => onChange({ ...value, persons: [...value.persons, blankPerson] })}>{w.addPerson}</Button>}
    {!value.isOrg && <PlaceBox label={w.home} hint={w.homeHint} value={value.home} within={undefined} kinds={['building', 'unit', 'room']}
      onChange={(home) => onChange({ ...value, home })} />}
    <Switch label={w.isOrg} checked={value.isOrg} onChange={(isOrg) => onChange({ ...value, isOrg })} />
    {value.isOrg && <Select label={w.org} empty={place === undefined ? w.orgFirst : w.orgNone} value={value.org}
      onChange={(e) => onChange({ ...value, org: e.target.value })}
      options={parties.map(({ org, name }) => ({ value: org, word: name }))} />}
  </section>
}
