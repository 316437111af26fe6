/** '/console/polls': what is asked and was asked, and one poll in full. [OM13] */
import './polls.css'
import { useState } from 'react'
import { useParams, useSearch } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, ErrorNote, ListGroup, ListPane, Meta, Row, Skeleton, useNavigate, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import type { PollCard } from '../../parts/polls/poll-api.ts'
import { sayDay, sayNumber } from '../../parts/polls/say.ts'
import { useDeskPolls } from './desk-polls.ts'
import { PollPane } from './poll-pane.tsx'
import { StartDialog } from './start-dialog.tsx'
import { deskWords } from './words.ts'

/** Who may ask. [OM13] */
const ASKERS = ['community', 'branch', 'owners', 'street']

export default function PollsPage() {
  const w = useWords(deskWords)
  const navigate = useNavigate()
  const { id } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const search: Record<string, unknown> = useSearch({ strict: false })
  const thread = typeof search['thread'] === 'string' ? search['thread'] : null
  const asks = ASKERS.includes(usePost()?.audience ?? '')
  const polls = useDeskPolls()
  const [starting, start] = useState(thread !== null && id === undefined)
  const begin = asks && <Button look="primary" size="small" icon="plus" onClick={() => start(true)}>{w.start}</Button>
  const empty = polls.known && polls.items.length === 0
  return <ConsoleFrame current="/console/polls" open={id !== undefined} backToList={{ href: '/console/polls', word: w.back }}
    list={<ListPane title={w.title} tools={begin} foot={<span>{w.line}</span>}>
      {polls.error ? <ErrorNote title={w.failed} error={polls.error}><Button onClick={polls.again}>{w.again}</Button></ErrorNote>
        : !polls.known ? <Skeleton repeat={4} /> : <Groups items={polls.items} id={id} />}</ListPane>}>
    {id !== undefined ? <PollPane key={id} id={id} />
      : <div className="lk-pick">{empty ? <Empty title={w.none} line={w.noneLine}>{asks && <Button onClick={() => start(true)}>{w.start}</Button>}
        </Empty>
        : polls.known && <Empty title={w.pick} line={w.pickLine} />}</div>}
    {starting && asks && <StartDialog thread={thread} onClose={() => start(false)} onStarted={(made) => { start(false);
      navigate(`/console/polls/${made}`) }} />}
  </ConsoleFrame>
}

function Groups({ items, id }: { items: readonly PollCard[]; id: string | undefined }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  return <>{(['open', 'soon', 'closed'] as const).map((phase) => {
    const own = items.filter((one) => one.phase === phase)
    return own.length === 0 ? null : <ListGroup key={phase} word={w[phase]} order={String(own.length)}>{own.map((poll) =>
      <Row key={poll.id} href={`/console/polls/${poll.id}`} selected={poll.id === id} title={poll.question} meta={<Meta>{[poll.place.name,
        poll.state === 'draft' ? w.draft : w.people(sayNumber(poll.counts.people)), w.until(sayDay(poll.closesOn, lang))]}</Meta>} />)}</ListGroup>
  })}</>
}
