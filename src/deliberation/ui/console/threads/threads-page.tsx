/** '/console/threads' and '/console/threads/:id': what is deliberated in reach, by where it stands, and one thread in full. */
import './threads.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { useDeskThreads } from '../../thread-desk-api.ts'
import { addressOf, isTab, ThreadList, type Tab } from './thread-list.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { threadWords } from './thread-words.ts'

/** Posts that may start a thread. */
export const STARTS: readonly string[] = ['community', 'grid', 'captain', 'branch', 'owners', 'firm', 'street']

export default function ThreadsPage() {
  const w = useWords(threadWords)
  const post = usePost()
  const { id } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const search: Record<string, unknown> = useSearch({ strict: false })
  const tab: Tab = isTab(search['step']) ? search['step'] : 'open'
  const mine = search['mine'] === 'yes'
  // An empty list says itself what to do: nothing is there to choose, and its button stands once.
  const any = useDeskThreads({ step: tab, mine }).data?.pages.some(({ items }) => items.length > 0)
  const starts = STARTS.includes(post?.audience ?? '')
  return <ConsoleFrame current="/console/threads" open={id !== undefined} backToList={{ href: addressOf({ tab, mine }), word: w.back }}
    list={<ThreadList tab={tab} mine={mine} open={id} starts={starts} />}>
    {id !== undefined ? <ThreadPane key={id} id={id} /> : <div className="lk-pick">{any === false ? <p className="lk-second">{w.pickLine}</p>
      : <Empty title={w.pick} line={w.pickLine}>{starts && <Button href="/console/threads/new">{w.start}</Button>}</Empty>}</div>}
  </ConsoleFrame>
}
