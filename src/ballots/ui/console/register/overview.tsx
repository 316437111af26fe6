/** The whole register: what it counts, what a vote needs, who can't vote yet, building by building. */
import { useState } from 'react'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { Button, Go, Icon, Meta, PageHead, SectionTitle, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { count } from '../../../../ui-kit/when.ts'
import type { Stop } from '../../../rules/register/stops.ts'
import { saidArea } from '../../../rules/share.ts'
import { AddTitleDialog } from './add-title-dialog.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { registerAt } from './register-at.ts'
import type { Group, Register } from './register-api.ts'
import { KIND_SAID, registerWords } from './words.ts'

export function Overview({ register }: { register: Register }) {
  const w = useWords(registerWords)
  const { lang } = useSettings()
  const [doing, setDoing] = useState<'add' | 'import' | 'export' | 'hand' | null>(null)
  const { totals, quorum, compound, keeper } = register
  const close = () => setDoing(null)
  const empty = register.groups.length === 0
  return <div className="vr-page">
    <PageHead title={w.of(compound.name)} line={<Meta><span>{w.keptBy(keeper.name)}</span><span>{w.since(sayDay(register.since, lang))}</span></Meta>}
      tools={<><Button icon="plus" onClick={() => setDoing('add')}>{w.addTitle}</Button>
        <Button icon="doc" onClick={() => setDoing('import')}>{w.import}</Button>
        {!empty && <Button icon="download" onClick={() => setDoing('export')}>{w.export}</Button>}</>} />
    <section>
      <p className="vr-said">{empty ? w.saidNone : w.said(count(totals.titles), count(totals.heads), saidArea(totals.area))}</p>
      <p className="lk-second">{empty ? w.saidNoneLine : quorum && w.quorum(count(quorum.heads), saidArea(quorum.area))}</p>
    </section>
    {!empty && <><ToDo register={register} /><div className="vr-two"><Kinds register={register} /><Rules register={register} onHand={() =>
      setDoing('hand')} /></div>
      <Parts register={register} /></>}
    {doing === 'add' && <AddTitleDialog register={register} onClose={close} />}
    {doing === 'import' && <ImportDialog compound={compound} onClose={close} />}
    {doing === 'export' && <ExportDialog compound={compound} onClose={close} />}
    {doing === 'hand' && <HandOverDialog register={register} onClose={close} />}
  </div>
}

function ToDo({ register: { compound, stops } }: { register: Register }) {
  const w = useWords(registerWords)
  const lines = ([['not_chosen', w.notChosen(stops.not_chosen)], ['nobody', w.nobody(stops.nobody)], ['death', w.dead(stops.death)], ['court_order',
    w.court(stops.court_order)],
  ] as const satisfies readonly (readonly [Stop, string])[]).filter(([stop]) => stops[stop] > 0)
  if (lines.length === 0) return <p className="vr-well"><Icon name="check" size={18} />{w.allCan}</p>
  return <section className="vr-todo"><div><h2>{w.toDo}</h2><ul>{lines.map(([stop, line]) => <li key={stop}>{line}</li>)}</ul></div>
    <Button href={registerAt(compound.id, { list: 'stopped' })}>{w.show}</Button></section>
}

function Kinds({ register: { kinds } }: { register: Register }) {
  const w = useWords(registerWords)
  const say = useSay()
  return <section><SectionTitle>{w.kinds}</SectionTitle>
    <table className="vr-table"><thead><tr><th scope="col">{w.kind}</th>
      <th scope="col" className="vr-n">{w.titles}</th><th scope="col" className="vr-n">{w.heads}</th>
      <th scope="col" className="vr-n">{w.area}</th></tr></thead>
    <tbody>{kinds.map((one) => <tr key={one.kind}><th scope="row">{say(KIND_SAID[one.kind])}</th><td className="vr-n">{count(one.listed)}</td>
      {one.titles === 0 ? <td className="vr-not" colSpan={2}>{w.notCounted}</td>
        : <><td className="vr-n">{count(one.heads)}</td><td className="vr-n">{saidArea(one.area)}</td></>}</tr>)}</tbody></table>
    <p className="lk-small vr-basis">{w.basis}</p></section>
}

function Rules({ register: { compound, rule }, onHand }: { register: Register; onHand: () => void }) {
  const w = useWords(registerWords)
  const { lang } = useSettings()
  return <section className="vr-side"><SectionTitle>{w.rules}</SectionTitle>
    <p>{rule.written && rule.adoptedOn ? w.rulesOn(sayDay(rule.adoptedOn, lang)) : w.rulesNone}</p>
    <Button href={`/console/register/${compound.id}/rules`}>{w.rulesOpen}</Button>
    <SectionTitle>{w.whoKeeps}</SectionTitle><p className="lk-second">{w.whoKeepsLine}</p><Button onClick={onHand}>{w.handOver}</Button></section>
}

function Parts({ register }: { register: Register }) {
  const w = useWords(registerWords)
  const say = useSay()
  const name = (group: Group): string => group.name ?? say(KIND_SAID[group.kind])
  const most = Math.max(1, ...register.groups.map(({ area }) => area))
  return <section><SectionTitle>{w.byBuilding}</SectionTitle>
    <ul className="vr-parts">{register.groups.map((group) => <li key={group.key}><Go href={registerAt(register.compound.id, { group: group.key })}>
      <span>{name(group)}</span><span className="vr-bar" aria-hidden="true"><span style={{ width: `${group.area * 100 / most}%` }} /></span>
      <span className="vr-n">{group.counts ? w.partLine(count(group.titles), count(group.heads)) : w.partNot(count(group.listed))}</span>
      <span className="vr-n">{group.counts ? saidArea(group.area) : ''}</span></Go></li>)}</ul></section>
}
