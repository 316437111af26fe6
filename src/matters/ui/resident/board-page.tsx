/** '/board/:compound': what was raised here, who has it, until when, how it ended, how it was judged. [M20] */
import { Button, DateText, Dot, Empty, ErrorNote, Go, Icon, now, problemOf, ResidentShell, Skeleton, Tools, useSettings, useWords,
  wholeDay } from '../../../ui-kit/index.ts'
import { useBoard, type Board } from '../resident-api.ts'
import { BoardDone } from './board-done.tsx'
import { BoardOpen } from './board-open.tsx'
import { BoardExplained, BoardMonth, BoardPeople } from './board-side.tsx'
import { BoardTally } from './board-tally.tsx'
import { BoardUnable } from './board-unable.tsx'
import { BoardVotes } from './board-votes.tsx'
import { boardWords } from './board-words.ts'
import { reportWords } from './report-words.ts'
import './board.css'

export default function BoardPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(boardWords)
  const r = useWords(reportWords)
  const board = useBoard(params['compound'] ?? '')
  if (board.data) return <Whole board={board.data} />
  return <ResidentShell wide>
    {board.isPending ? <Skeleton lines={[40, 100, 100, 100]} repeat={3} />
      : problemOf(board.error).status === 0 || problemOf(board.error).status >= 500
      ? <ErrorNote error={board.error}><Button look="primary" onClick={() => void board.refetch()}>{r.tryAgain}</Button></ErrorNote>
      : <Empty title={w.notFound} line={w.notFoundLine}><Button href="/report">{w.alsoSay}</Button></Empty>}
  </ResidentShell>
}

function Whole({ board }: { board: Board }) {
  const w = useWords(boardWords)
  const { lang } = useSettings()
  const report = `/report?compound=${board.compound.id}`
  return <ResidentShell wide bar={<Button look="primary" size="bar" href={report}>{w.alsoSay}</Button>}
    right={<><span className="mb-day"><DateText at={now()} look="whole" /></span><Tools /><button type="button" className="lk-tool mb-print"
      onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></>}>
    <p className="mb-where">{board.community}<Dot />{board.street}</p>
    <h1 className="lk-masthead">{w.title(board.compound.name)}</h1>
    <p className="mb-line"><DateText at={now()} look="whole" /><span>{board.community}<Dot />{board.street}</span></p>
    <BoardTally tally={board.tally} />
    <nav className="mb-ways" aria-label={w.ways}><a href="#votes">{w.votes}</a><a href="#people">{w.people}</a><Go href="/m">{w.follow}</Go></nav>
    <div className="lk-columns mb-columns">
      <div className="mb-open"><BoardOpen items={board.open} tally={board.tally} /></div>
      <div className="mb-done"><BoardDone board={board} /><BoardUnable items={board.unable} year={board.tally.unable} /></div>
      <div className="mb-side"><BoardVotes compound={board.compound.id} /><BoardPeople people={board.people} /><BoardMonth tally={board.tally} />
        <BoardExplained explained={board.explained} />
        <div className="mb-side__go"><Button look="primary" href={report}>{w.alsoSay}</Button><Button look="quiet"
          href="/m">{w.follow}</Button></div></div>
    </div>
    <p className="mb-list"><Go className="mb-list__link" href="/whistle-list">{w.whistleList}<Icon name="right" size={16} /></Go></p>
    <p className="mb-foot">{w.privacy}<span
      className="mb-foot__print">{w.printed(`${location.host}${location.pathname}`, wholeDay(now(), lang))}</span></p>
  </ResidentShell>
}
