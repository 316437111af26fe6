/** One import, from what was read to what came of it. */
import './import.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ConsoleFrame, dayOf, Dialog, Empty, ErrorNote, Meta, PageHead, Progress, Skeleton, useNow, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { ColumnsPart } from './columns-part.tsx'
import { useImport, useMove, type Import } from './import-api.ts'
import { importWords } from './import-words.ts'
import { IMPORTS, useCivilDay, useStateWord } from './imports-page.tsx'
import { RowsPart } from './rows-part.tsx'

export default function ImportPage() {
  const { id = '' } = useParams({ strict: false })
  const w = useWords(importWords)
  const stateWord = useStateWord()
  const { data, error, refetch } = useImport(id)
  const day = useCivilDay()
  return <ConsoleFrame current={IMPORTS}>
    <PageHead back={{ href: IMPORTS, word: w.back }} title={data ? w.titleOf(data.communityName) : w.title}
      line={data && <Meta><span>{data.judging ? w.reading : stateWord(data.state)}</span><span>{w.asOf(day(data.seenOn))}</span></Meta>} />
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data ? <Skeleton repeat={4} /> : <div className="ri-page"><Stage one={data} /></div>}
  </ConsoleFrame>
}

function Stage({ one }: { one: Import }) {
  const w = useWords(importWords)
  const move = useMove(one.id)
  const { numbers, readRows, doneRows, state } = one
  if (state === 'reading') return <Progress done={0} total={0}>{w.readSoFar(readRows)}</Progress>
  if (one.judging) return <><Progress done={readRows - (numbers['unread'] ?? readRows)} total={readRows}>{w.judging(readRows)}</Progress>
    <ColumnsPart one={one} /></>
  if (state === 'review' && readRows === 0) return <Empty title={w.nobodyRead} line={w.nobodyReadLine}>
    <Button look="primary" busy={move.isPending} onClick={() => move.mutate('drop')}>{w.dropIt}</Button></Empty>
  if (state === 'review') return <Review one={one} />
  if (state === 'committing' || state === 'paused') {
    return <><Progress done={doneRows} total={readRows}>{w.committingSo(doneRows, readRows)}</Progress><div className="lk-moves">
      {state === 'committing' ? <Button busy={move.isPending} onClick={() => move.mutate('pause')}>{w.pause}</Button>
        : <><Button look="primary" busy={move.isPending} onClick={() => move.mutate('resume')}>{w.resume}</Button><Undo one={one} /></>}</div></>
  }
  if (state === 'undoing') return <Progress done={0} total={0}>{w.undoingSo(numbers['undoneTies'] ?? 0)}</Progress>
  if (state === 'done') return <Done one={one} />
  if (state === 'undone') return <Undone one={one} />
  return <Empty title={state === 'failed' ? w.failedLine : w.gone}><Button href={IMPORTS}>{w.back}</Button></Empty>
}

function Review({ one }: { one: Import }) {
  const w = useWords(importWords)
  const same = new URLSearchParams(location.search).has('same')
  const { rows = 0, ok = 0, fixable = 0, cannot = 0, people = 0, homes = 0 } = one.numbers
  return <>
    <p className="ri-statement">{w.summary(rows, ok, fixable, cannot)}{w.brings(people, homes)}</p>
    {same && <p className="lk-second">{w.same}</p>}
    <CommitPanel one={one} />
    <ColumnsPart one={one} />
    <RowsPart one={one} />
  </>
}

function CommitPanel({ one }: { one: Import }) {
  const w = useWords(importWords)
  const { lang } = useSettings()
  const present = useNow()
  const move = useMove(one.id)
  const [dropping, setDropping] = useState(false)
  const { taken = 0, open = 0, cannot = 0, left = 0 } = one.numbers
  return <section className="ri-commit">
    <div><p>{taken > 0 ? <b>{w.readyLead}</b> : null}{w.readyLine(open, cannot + left)}</p>
      <p className="lk-small">{w.expires(dayOf(Date.parse(one.expiresAt), present, lang))}</p></div>
    <div className="lk-moves"><Button look="decide" kbd="I" busy={move.isPending} whyNot={taken === 0 ? w.readyNone : undefined}
      onClick={() => move.mutate('commit')}>{w.ready(taken)}</Button>
      <Button onClick={() => setDropping(true)}>{w.dropIt}</Button></div>
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}
    {dropping && <Dialog title={w.dropSure} onClose={() => setDropping(false)} foot={<><Button onClick={() => setDropping(false)}>{w.keepIt}</Button>
      <Button look="primary" busy={move.isPending} onClick={() => move.mutate('drop', { onSuccess: () => setDropping(false) })}>
        {w.dropIt}</Button></>}><p>{w.dropSureLine}</p></Dialog>}
  </section>
}

function Done({ one }: { one: Import }) {
  const w = useWords(importWords)
  const { newPeople = 0, ties = 0, waiting = 0, asked = 0, joined = 0, ended = 0, leftOut = 0, values = 0, sensitive = 0 } = one.numbers
  const lines = [...(waiting > 0 ? [w.waiting(waiting)] : []), ...(asked > 0 ? [w.asked(asked)] : [])]
  const told = [...(sensitive > 0 ? [w.sensitive(sensitive)] : []), ...(joined > 0 ? [w.joined(joined)] : []), ...(ended > 0 ? [w.ended(ended)] : []),
    ...(leftOut > 0 ? [w.leftOut(leftOut)] : []),
    ...(one.refused.length > 0 ? [w.refusedNote(one.refused.length)] : [])]
  return <>
    <p className="ri-statement">{newPeople + ties + values + ended + sensitive === 0 ? w.doneNothing : w.doneSaid(newPeople, ties)}</p>
    {lines.length > 0 && <ul className="ri-next">
      {lines.map((line) => <li key={line}><span>{line}</span><Button size="small" href="/console/roster/decide">{w.decideNow}</Button></li>)}</ul>}
    {told.length > 0 && <ul className="ri-told">{told.map((line) => <li key={line}>{line}</li>)}</ul>}
    <div className="lk-moves"><Button look="primary" href="/console/roster">{w.coverage}</Button><Undo one={one} />
      <Button look="quiet" href={IMPORTS}>{w.back}</Button></div>
  </>
}

function Undone({ one }: { one: Import }) {
  const w = useWords(importWords)
  const { undonePeople = 0, undoneTies = 0, undoneKept = 0, undoneBack = 0, undoneWaiting = 0 } = one.numbers
  const told = [...(undoneKept > 0 ? [w.undoneKept(undoneKept)] : []), ...(undoneBack > 0 ? [w.undoneBack(undoneBack)] : []),
    ...(undoneWaiting > 0 ? [w.undoneWaiting(undoneWaiting)] : [])]
  return <>
    <p className="ri-statement">{w.undoneSaid(undonePeople, undoneTies, undoneKept)}</p>
    {told.length > 0 && <ul className="ri-told">{told.map((line) => <li key={line}>{line}</li>)}</ul>}
    <div className="lk-moves"><Button look="primary" href={IMPORTS}>{w.back}</Button><Button href="/console/roster">{w.coverage}</Button></div>
  </>
}

/** Undoing says what it will do before it does it. */
function Undo({ one }: { one: Import }) {
  const w = useWords(importWords)
  const [asking, ask] = useState(false)
  const move = useMove(one.id, () => ask(false))
  const { newPeople = 0, ties = 0, ended = 0, waiting = 0 } = one.numbers
  return <><Button icon="undo" onClick={() => ask(true)}>{w.undo}</Button>
    {asking && <Dialog title={w.undoSure} onClose={() => ask(false)} foot={<><Button onClick={() => ask(false)}>{w.keepIt}</Button>
      <Button look="primary" icon="undo" busy={move.isPending} onClick={() => move.mutate('undo')}>{w.undo}</Button></>}>
      <p>{w.undoLine(newPeople, ties, ended, waiting)}</p>{move.error && <ErrorNote title={w.notDone} error={move.error} />}</Dialog>}</>
}
