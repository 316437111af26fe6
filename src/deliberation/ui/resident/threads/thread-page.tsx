/** '/threads/:id': one thread on one page, from the first voice to the last verdict: where it stands, what is missing, who decides, what people say. */
import { Button, Empty, ErrorNote, Go, Meta, problemOf, ResidentShell, SectionTitle, Skeleton, Tag, useSay, useWords } from '../../../../ui-kit/index.ts'
import { starterWords } from '../../../rules/threads/index.ts'
import { Talk } from '../../parts/talk.tsx'
import { Meetings, Tasks } from './doing.tsx'
import { Deciding, Promises, Standing } from './standing.tsx'
import { Story } from './story.tsx'
import { useThread, type Thread } from './thread-api.ts'
import { Verdict } from './verdict.tsx'
import { Way } from './way.tsx'
import { threadWords } from './words.ts'
import './threads.css'

export default function ThreadPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(threadWords)
  const thread = useThread(params['id'] ?? '')
  if (thread.data) return <Whole thread={thread.data} />
  return <ResidentShell back={{ href: '/', word: w.home }} wide>
    {thread.isPending ? <Skeleton lines={[40, 100, 100, 80]} repeat={3} />
      : problemOf(thread.error).status === 404 || problemOf(thread.error).status === 400 ? <Empty title={w.notFound} line={w.notFoundLine} />
        : <ErrorNote title={w.failed} error={thread.error}><Button look="primary" onClick={() => void thread.refetch()}>{w.again}</Button></ErrorNote>}
  </ResidentShell>
}

function Whole({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const say = useSay()
  const open = thread.step !== 'ended' && thread.step !== 'declined'
  return <ResidentShell back={{ href: `/threads/in/${thread.place.id}`, word: w.all }} wide>
    <p className="lk-second"><Meta>{[thread.place.name, w.startedBy(say(starterWords[thread.startedBy])), w.leads(thread.keeper)]}</Meta></p>
    <h1 className="th-title">{thread.title}{thread.major && <Tag>{w.major}</Tag>}</h1>
    {thread.summary && <p className="th-summary">{thread.summary}</p>}
    <Way step={thread.step} />
    <div className="th-columns">
      <div>
        <Standing thread={thread} />
        {thread.step === 'judge' && <Verdict thread={thread} />}
        <div className="th-part"><Talk about="thread" subject={thread.id} place={thread.place.id} open={open} /></div>
      </div>
      <div>
        <Meetings thread={thread} />
        <Tasks thread={thread} />
        <Deciding thread={thread} />
        <Story thread={thread} />
        <Promises thread={thread} />
        <Kin thread={thread} />
      </div>
    </div>
  </ResidentShell>
}

function Kin({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  if (!thread.parent && thread.children.length === 0) return null
  return <section className="th-part"><SectionTitle rule="above">{w.kin}</SectionTitle><ul className="th-links">
    {thread.parent && <li><Go href={`/threads/${thread.parent.id}`}><span><b>{thread.parent.title}</b><span className="lk-second">{w.cameFrom}</span></span></Go></li>}
    {thread.children.map((one) => <li key={one.id}><Go href={`/threads/${one.id}`}><span><b>{one.title}</b><span className="lk-second">{w.ledTo}</span></span></Go></li>)}</ul></section>
}
