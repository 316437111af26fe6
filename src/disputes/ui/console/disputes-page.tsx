/** Disputes for the mediation committee, and for those who open them: the list, and one in full. */
import './disputes.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { ConsoleFrame, Empty, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'
import { useDisputes, type Tab } from '../api.ts'
import { DisputeList, ofCommittee } from './dispute-list.tsx'
import { DisputePane } from './dispute-pane.tsx'
import { disputeWords } from './words.ts'

const TABS: readonly Tab[] = ['open', 'ended', 'opened']

export default function DisputesPage() {
  const w = useWords(disputeWords)
  const post = usePost()
  const { id } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const { tab: asked } = useSearch({ strict: false }) as { tab?: string } // checked on the next line
  const tab = ofCommittee(post?.audience) ? TABS.find((one) => one === asked) ?? 'open' : 'opened'
  const { cards } = useDisputes(tab)
  if (!post) return <ConsoleFrame current="/console/disputes"><Skeleton /></ConsoleFrame>
  return <ConsoleFrame current="/console/disputes" open={id !== undefined}
    backToList={{ href: `/console/disputes${tab === 'ended' ? '?tab=ended' : ''}`, word: w.back }}
    list={<DisputeList tab={tab} open={id} />}>
    {id === undefined ? <div className="lk-pick">{cards.length > 0 && <Empty title={w.pick}
      line={ofCommittee(post.audience) ? w.pickLine : w.openerPick} />}</div>
      : <DisputePane key={id} id={id} />}
  </ConsoleFrame>
}
