/** One title entered by hand: a home, shop, garage or storeroom that the table left out. [B87] */
import { useState } from 'react'
import { Button, Choices, Field, Select, useNavigate, useSay, useWords } from '../../../../ui-kit/index.ts'
import { AREA_SOURCES, TITLE_STATES, type AreaSource, type TitleState } from '../../../rules/heads.ts'
import { areaIn } from '../../../rules/register/table.ts'
import { TITLE_KINDS, type TitleKind } from '../../../rules/vote.ts'
import { registerAt } from './register-at.ts'
import { useRegisterAct, type Register } from './register-api.ts'
import { addTitleWords, headWords } from './head-words.ts'
import { Window } from './window.tsx'
import { KIND_SAID, SOURCE_SAID } from './words.ts'

type Person = { readonly name: string; readonly phone: string }
type Said = { readonly label: string; readonly kind: TitleKind; readonly area: string; readonly source: AreaSource; readonly status: TitleState
  readonly company: string; readonly people: readonly Person[] }
const blank: Said = { label: '', kind: 'home', area: '', source: 'register', status: 'sold', company: '', people: [{ name: '', phone: '' }] }

const bodyOf = ({ label, kind, area, source, status, company, people }: Said): object => ({ label: label.trim(), kind, area: areaIn(area) ?? 0, source, status,
  company: company.trim() || null, owners: status === 'sold' ? people.filter(({ name }) => name.trim() !== '')
    .map(({ name, phone }) => ({ name: name.trim(), phone: phone.trim() || null })) : [] })

export function AddTitleDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const w = useWords(addTitleWords)
  const h = useWords(headWords)
  const say = useSay()
  const navigate = useNavigate()
  const [said, set] = useState<Said>(blank)
  const act = useRegisterAct(() => `/api/v1/registers/${register.compound.id}/titles`, bodyOf, ({ id }: { id: string }) => {
    onClose()
    navigate(registerAt(register.compound.id, { head: id }))
  })
  const missing = said.label.trim() === '' ? w.needLabel : areaIn(said.area) === null ? h.areaBad : undefined
  const person = (at: number, one: Partial<Person>) => set({ ...said, people: said.people.map((each, i) => (i === at ? { ...each, ...one } : each)) })
  return <Window title={w.title} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending} whyNot={missing}
    onClick={() => act.mutate(said)}>{w.add}</Button>}>
    <div className="vr-pair"><Field label={w.label} hint={w.labelHint} data-focus autoComplete="off" maxLength={24} value={said.label}
      onChange={({ target }) => set({ ...said, label: target.value })} />
      <Select label={w.kind} value={said.kind} onChange={({ target }) => set({ ...said, kind: TITLE_KINDS.find((one) => one === target.value) ?? 'home' })}
        options={TITLE_KINDS.map((value) => ({ value, word: say(KIND_SAID[value]) }))} /></div>
    <div className="vr-pair"><Field label={h.areaField} inputMode="decimal" maxLength={12} value={said.area}
      onChange={({ target }) => set({ ...said, area: target.value })} />
      <Select label={h.source} value={said.source} onChange={({ target }) => set({ ...said, source: AREA_SOURCES.find((one) => one === target.value) ?? 'register' })}
        options={AREA_SOURCES.map((value) => ({ value, word: say(SOURCE_SAID[value]) }))} /></div>
    <Choices legend={w.status} shown value={said.status} onChange={(status) => set({ ...said, status })}
      options={TITLE_STATES.map((value) => ({ value, word: w[value] }))} />
    {said.status === 'sold' && said.people.map((one, i) => <div key={i} className="vr-pair">
      <Field label={h.name} optional autoComplete="off" maxLength={40} value={one.name} onChange={({ target }) => person(i, { name: target.value })} />
      <Field label={h.phone} optional type="tel" inputMode="tel" autoComplete="off" maxLength={20} value={one.phone}
        onChange={({ target }) => person(i, { phone: target.value })} /></div>)}
    {said.status === 'sold' && said.people.length < 12 && <Button look="quiet" size="small" icon="plus"
      onClick={() => set({ ...said, people: [...said.people, { name: '', phone: '' }] })}>{h.another}</Button>}
    <Field label={said.status === 'sold' ? h.company : h.developerName} hint={said.status === 'sold' ? h.companyHint : h.developerHint} optional maxLength={60}
      value={said.company} onChange={({ target }) => set({ ...said, company: target.value })} />
    <p className="lk-small">{w.line}</p>
  </Window>
}
