/** '/console/confidential': the letters that one post alone reads. Which one is open stands in no address. */
import { useState } from 'react'
import { Button, clockTime, ConsoleFrame, Empty, ErrorNote, ListGroup, ListPane, Meta, moment, NotFound, problemOf, Skeleton, useNow, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { entryWords } from '../parts/entry-words.ts'
import { handlerWords } from './handler-words.ts'
import { useThreads, type ThreadRow } from './line-api.ts'
import { ReportPane } from './report-pane.tsx'
import '../parts/letters.css'
import './line.css'

export default function LinePage() {
  const w = useWords(handlerWords)
  const threads = useThreads()
  const [open, setOpen] = useState<string>()
  const rows = threads.data?.items ?? []
  if (threads.error && problemOf(threads.error).status === 404) return <ConsoleFrame current=""><NotFound home="/console" /></ConsoleFrame>
  const groups = [{ word: w.waiting, rows: rows.filter(({ waits }) => waits) }, { word: w.others, rows: rows.filter(({ waits }) => !waits) }]
  const next = threads.data ? clockTime(Date.parse(threads.data.nextDelivery)) : ''
  const list = <ListPane title={w.title} foot={<span>{w.only}</span>}>
    {threads.isPending && <div className="cs-pad"><Skeleton repeat={3} /></div>}
    {threads.error && <ErrorNote title={w.failed} error={threads.error}><Button look="primary" onClick={() =>
      void threads.refetch()}>{w.again}</Button></ErrorNote>}
    {threads.data && rows.length === 0 && <div className="cs-pad"><Empty title={w.none} line={w.noneLine} /></div>}
    {groups.map((group, n) => group.rows.length > 0 && <ListGroup key={group.word} word={group.word} order={n === 0 ? w.next(next) : undefined}>
      {group.rows.map((row) => <Letter key={row.id} row={row} chosen={row.id === open} onOpen={() => setOpen(row.id)} />)}</ListGroup>)}
  </ListPane>
  return <ConsoleFrame current="/console/confidential" list={list} open={open !== undefined}>
    {open === undefined ? rows.length > 0 && <Empty title={w.pick} line={w.pickLine} />
      : <><p className="cl-back"><Button look="quiet" size="small" icon="left" onClick={() => setOpen(undefined)}>{w.back}</Button></p>
        <ReportPane key={open} id={open} /></>}
  </ConsoleFrame>
}

function Letter({ row, chosen, onOpen }: { row: ThreadRow; chosen: boolean; onOpen: () => void }) {
  const w = useWords(handlerWords)
  const e = useWords(entryWords)
  const { lang } = useSettings()
  const present = useNow()
  return <button type="button" className={`lk-row cl-row${chosen ? ' cl-row--chosen' : ''}`} aria-pressed={chosen} onClick={onOpen}>
    <span className="lk-row__text"><b>{row.concerned.title ?? (row.official ? e.official : e.someone)}</b>
      {row.retaliation && <span className="cl-flag">{w.retaliated}</span>}
      <span className="lk-row__meta"><Meta><span>{e[row.state]}</span><span>{w.letters(row.letters)}</span></Meta></span></span>
    <span className="lk-row__right lk-small">{moment(Date.parse(row.last), present, lang)}</span>
  </button>
}
