/** The norms of the street with their papers, entering one, and what was divided before. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Field, Meta, SectionTitle, Select, useSay, useSettings, useWords, between } from '../../../../ui-kit/index.ts'
import { sayDay, today } from '../../../../offices/ui/parts/day.ts'
import { isNormKind, NORM_KINDS, NORM_SAID, type NormKind } from '../../../rules/sizing/index.ts'
import { useEnterNorm, useRejoin, type Sizing, type Split } from './sizing-api.ts'
import { sizingWords } from './sizing-words.ts'

export function NormsPart({ sizing }: { sizing: Sizing }) {
  const w = useWords(sizingWords)
  const say = useSay()
  const { lang } = useSettings()
  const [entering, enter] = useState(false)
  return <section className="rs-section">
    <SectionTitle aside={sizing.mayEnterNorm && <Button size="small" icon="plus" onClick={() => enter(true)}>{w.enter}</Button>}>
      {w.norms}</SectionTitle>
    {sizing.norms.length === 0 ? <p className="lk-second rs-said">{w.noNormsLine}</p>
      : <dl className="rs-norms">{sizing.norms.map((norm) => <div key={norm.kind}><dt>{say(NORM_SAID[norm.kind].name)}</dt>
        <dd><b>{w.normOf(norm.least, norm.most, say(NORM_SAID[norm.kind].unit))}</b>
          <span className="lk-small"><Meta>{norm.source}{w.from(sayDay(norm.validFrom, lang))}</Meta></span></dd></div>)}</dl>}
    {entering && sizing.street && <NormDialog street={sizing.street} onClose={() => enter(false)} />}
  </section>
}

function NormDialog({ street, onClose }: { street: string; onClose: () => void }) {
  const w = useWords(sizingWords)
  const say = useSay()
  const [kind, setKind] = useState<NormKind>('grid')
  const [least, setLeast] = useState('')
  const [most, setMost] = useState('')
  const [validFrom, setValidFrom] = useState(today())
  const [source, setSource] = useState('')
  const enter = useEnterNorm(onClose)
  const ready = /^[1-9]\d{0,5}$/.test(most) && source.trim() !== ''
  const unit = say(NORM_SAID[kind].unit)
  const send = () => enter.mutate({ street, kind, least: least === '' ? null : Number(least), most: Number(most), validFrom, source: source.trim() })
  return <Dialog title={w.enterTitle} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.notNow}</Button>
    <Button look="primary" busy={enter.isPending} onClick={send} whyNot={ready ? undefined : w.fillIn}>{w.save}</Button></>}>
    <div className="rs-form">
      <Select label={w.kind} value={kind} onChange={({ target }) => { if (isNormKind(target.value)) setKind(target.value) }}
        options={NORM_KINDS.map((value) => ({ value, word: say(NORM_SAID[value].name) }))} />
      <Field label={`${w.least}（${unit}）`} optional inputMode="numeric" value={least}
        onChange={({ target }) => setLeast(target.value.replace(/\D/g, ''))} />
      <Field label={`${w.most}（${unit}）`} inputMode="numeric" value={most} onChange={({ target }) => setMost(target.value.replace(/\D/g, ''))} />
      <Field type="date" label={w.validFrom} value={validFrom} onChange={({ target }) => setValidFrom(target.value)} />
      <Field label={w.source} hint={w.sourceHint} maxLength={120} value={source} onChange={({ target }) => setSource(target.value)} />
      {enter.error && <ErrorNote title={w.notSaved} error={enter.error} />}
    </div>
  </Dialog>
}

export function SplitsPart({ sizing }: { sizing: Sizing }) {
  const w = useWords(sizingWords)
  const [undoing, undo] = useState<Split | null>(null)
  if (sizing.splits.length === 0) return null
  return <section className="rs-section"><SectionTitle>{w.history}</SectionTitle>
    <ul className="rs-splits">{sizing.splits.map((split) => <SplitLine key={split.id} split={split} sizing={sizing}
      onUndo={() => undo(split)} />)}</ul>
    {undoing && <UndoDialog id={undoing.id} onClose={() => undo(null)} />}
  </section>
}

function SplitLine({ split, sizing, onUndo }: { split: Split; sizing: Sizing; onUndo: () => void }) {
  const w = useWords(sizingWords)
  const { lang } = useSettings()
  const nameOf = (grid: string) => sizing.areas.find(({ id }) => id === grid)?.name ?? ''
  const work = split.parts.reduce((all, part) => all + part.work, 0)
  return <li><div><b>{w.splitSaid(nameOf(split.grid), split.homes, split.parts.length)}</b>
    <span className="lk-small"><Meta>{sayDay(split.decidedOn, lang)}
      {split.parts.map(({ grid, homes }) => `${nameOf(grid)} ${w.homes(homes)}`.trim()).join(between())}
      {work > 0 ? w.workMoved(work) : null}{split.undoneOn && w.undone(sayDay(split.undoneOn, lang))}</Meta></span></div>
    {split.undoneOn === null && sizing.mayDivide && <Button size="small" icon="undo" onClick={onUndo}>{w.undo}</Button>}</li>
}

function UndoDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const w = useWords(sizingWords)
  const rejoin = useRejoin(onClose)
  return <Dialog title={w.undoTitle} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.notNow}</Button>
    <Button look="primary" busy={rejoin.isPending} onClick={() => rejoin.mutate(id)}>{w.undo}</Button></>}>
    <p>{w.undoLine}</p>
    {rejoin.error && <ErrorNote title={w.notUndone} error={rejoin.error} />}
  </Dialog>
}
