/** What can be done to one title: it changes hands, its area is corrected, it was not sold after all. */
import { useState } from 'react'
import { today } from '../../../../offices/ui/parts/day.ts'
import { Button, Choices, Field, Select, useNavigate, useSay, useWords } from '../../../../ui-kit/index.ts'
import { AREA_SOURCES, type AreaSource } from '../../../rules/heads.ts'
import { areaIn } from '../../../rules/register/table.ts'
import { saidArea } from '../../../rules/share.ts'
import type { FormProps } from './form-props.ts'
import { Window } from './window.tsx'
import { headWords } from './head-words.ts'
import { registerAt } from './register-at.ts'
import { useRegisterAct } from './register-api.ts'
import { SOURCE_SAID } from './words.ts'

type Person = { readonly name: string; readonly phone: string }
type Moving = { readonly why: string; readonly on: string; readonly room: string; readonly company: string; readonly people: readonly Person[];
  readonly known: boolean }

const bodyOf = (version: number, { why, on, room, company, people, known }: Moving): object => ({ version, why, on, to: known ? { room: room.trim() }
  : { owners: people.filter(({ name }) => name.trim() !== '').map(({ name, phone }) => ({ name: name.trim(), phone: phone.trim() || null })),
    company: company.trim() || null } })

export function MoveDialog({ ask, register, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const navigate = useNavigate()
  const { title } = ask
  const [said, set] = useState<Moving>({ why: ask.why ?? (title?.status === 'sold' ? 'sale' : 'handed_over'), on: today(), room: '', company: '',
    known: false, people: [{ name: '', phone: '' }] })
  const act = useRegisterAct(() => `/api/v1/register-titles/${title?.id ?? ''}/move`, (input: Moving) => bodyOf(title?.version ?? 0, input),
    ({ id }: { id: string }) => { onDone(w.moved); navigate(registerAt(register.compound.id, { head: id })) })
  const ready = said.known ? said.room.trim() !== '' : said.people.some(({ name }) => name.trim() !== '')
  const whys = [['sale', w.sale], ['inheritance', w.inheritance], ['gift', w.gift], ['court', w.courtMove], ['handed_over', w.handedOver], ['wrong',
    w.mistake]] as const
  return <Window title={w.moveTitle(title?.label ?? '')} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending}
    whyNot={ready ? undefined : w.needTaker} onClick={() => act.mutate(said)}>{w.moveNow}</Button>}>
    <Choices legend={w.why} shown value={said.why} onChange={(why) => set({ ...said, why })} options={whys.map(([value, word]) => ({ value,
      word }))} />
    <Choices legend={w.taker} shown value={said.known ? 'known' : 'new'} onChange={(one) => set({ ...said, known: one === 'known' })}
      options={[{ value: 'new', word: w.newOwner }, { value: 'known', word: w.known }]} />
    {said.known ? <Field label={w.room} hint={w.roomHint} maxLength={24} value={said.room} onChange={({ target }) => set({ ...said,
      room: target.value })} />
      : <People said={said} set={set} />}
    <Field label={w.moveDay} type="date" max={today()} value={said.on} onChange={({ target }) => set({ ...said, on: target.value })} />
    <p className="lk-small">{w.moveLine}</p>
  </Window>
}

function People({ said, set }: { said: Moving; set: (said: Moving) => void }) {
  const w = useWords(headWords)
  const change = (at: number, one: Partial<Person>) => set({ ...said, people: said.people.map((person, i) => (i === at ? { ...person,
    ...one } : person)) })
  return <>{said.people.map((person, i) => <div key={i} className="vr-pair">
    <Field label={w.name} autoComplete="off" maxLength={40} value={person.name} onChange={({ target }) => change(i, { name: target.value })} />
    <Field label={w.phone} optional type="tel" inputMode="tel" autoComplete="off" maxLength={20} value={person.phone} onChange={({ target }) =>
      change(i, { phone: target.value })} /></div>)}
  {said.people.length < 12 && <Button look="quiet" size="small" icon="plus" onClick={() => set({ ...said, people: [...said.people, { name: '',
    phone: '' }] })}>{w.another}</Button>}
  <Field label={w.company} hint={w.companyHint} optional maxLength={60} value={said.company} onChange={({ target }) => set({ ...said,
    company: target.value })} /></>
}

export function AreaDialog({ ask, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const say = useSay()
  const { title } = ask
  const [typed, type] = useState(title ? saidArea(title.area) : '')
  const [source, from] = useState<AreaSource>(title?.source ?? 'register')
  const area = areaIn(typed)
  const act = useRegisterAct(() => `/api/v1/register-titles/${title?.id ?? ''}/area`,
    (input: { area: number; source: AreaSource }) => ({ version: title?.version ?? 0, ...input }),
    () => onDone(w.corrected))
  return <Window title={w.areaTitle(title?.label ?? '')} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending}
    whyNot={area === null ? w.areaBad : undefined} onClick={() => { if (area !== null) act.mutate({ area, source }) }}>{w.save}</Button>}>
    <Field label={w.areaField} inputMode="decimal" data-focus maxLength={12} value={typed} onChange={({ target }) => type(target.value)} />
    <Select label={w.source} value={source} onChange={({ target }) => from(AREA_SOURCES.find((one) => one === target.value) ?? 'register')}
      options={AREA_SOURCES.map((value) => ({ value, word: say(SOURCE_SAID[value]) }))} />
  </Window>
}

export function StatusDialog({ ask, register, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const navigate = useNavigate()
  const { title } = ask
  const [status, choose] = useState<'unsold' | 'undelivered'>()
  const [developer, name] = useState('')
  const act = useRegisterAct(() => `/api/v1/register-titles/${title?.id ?? ''}/status`,
    (input: { status: string; developer: string | null }) => ({ version: title?.version ?? 0, ...input }),
    ({ id }: { id: string }) => { onDone(w.statusDone); navigate(registerAt(register.compound.id, { head: id })) })
  return <Window title={w.statusTitle(title?.label ?? '')} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending}
    whyNot={status ? undefined : w.needWhy}
    onClick={() => { if (status) act.mutate({ status, developer: developer.trim() || null }) }}>{w.save}</Button>}>
    <p className="lk-second">{w.statusLine}</p>
    <Choices legend={w.why} shown value={status} onChange={choose} options={[{ value: 'unsold', word: w.unsoldWord }, { value: 'undelivered',
      word: w.undelivered }]} />
    <Field label={w.developerName} hint={w.developerHint} optional maxLength={60} value={developer} onChange={({ target }) => name(target.value)} />
  </Window>
}
