/** '/field/polls': the polls that a captain, grid worker or the community may carry to their doors now. [OM16] */
import { Button, Empty, FieldShell, Row, SendState, Skeleton, useOutbox, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../../trust/ui/parts/field-frame.tsx'
import { sayDay } from '../../parts/polls/say.ts'
import { useCarried } from '../../parts/polls/poll-api.ts'
import { lastSheetDay } from '../../../rules/opinions/poll.ts'
import { isLate, sheetsPath } from './sheets.ts'
import { sheetWords } from './words.ts'
import './polls.css'

/** The page at /field/polls. */
export default function FieldPollsPage() {
  return <SignedIn>{() => <List />}</SignedIn>
}

function List() {
  const w = useWords(sheetWords)
  const { lang } = useSettings()
  const carried = useCarried()
  const outbox = useOutbox()
  const items = carried.data?.items ?? []
  return <FieldShell back={{ href: '/field/me', word: w.me }} current="me">
    <h1 className="lk-title">{w.title}</h1>
    <p className="ps-line">{w.line}</p>
    {carried.data ? items.length === 0 ? <Empty title={w.none} line={w.noneLine}><Button href="/field">{w.me}</Button></Empty>
      : <div className="ps-list">{items.map((poll) => {
        const waiting = outbox.filter(({ path, state }) => path === sheetsPath(poll.id) && state !== 'sent').length
        return <Row key={poll.id} href={`/field/polls/${poll.id}`} title={poll.question} meta={`${isLate(poll) ? w.late(sayDay(lastSheetDay(poll), lang)) : w.until(sayDay(poll.closesOn, lang))}${comma()}${w.count(poll.statements.length)}`}
          right={waiting > 0 ? <SendState sent={false} time={w.waiting(waiting)} /> : undefined} />
      })}</div>
      : carried.error ? <ReadError error={carried.error} onAgain={() => void carried.refetch()} /> : <Skeleton lines={[100, 60]} repeat={2} />}
  </FieldShell>
}
