/** The first page of the console and one matter in it: inside the community and the street an inbox, for those called from outside their own day. */
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ConsoleFrame, Empty, useKeys, useWords } from '../../../ui-kit/index.ts'
import { useCards, useCounts, usePost, type Tab } from '../staff-api.ts'
import { useChosen } from './bulk/use-chosen.ts'
import { DepartmentPage } from './department/department-page.tsx'
import { inboxHref, useChangeFilter, useFilter } from './filter.ts'
import { InboxList } from './inbox-list.tsx'
import { inboxWords } from './inbox-words.ts'
import { useMedia } from './media.ts'
import { MatterPane } from './matter-pane.tsx'
import { isOutside } from './sections.ts'

const TABS: Readonly<Record<'street' | 'outside' | 'inside', readonly Tab[]>> = {
  street: ['supervised', 'mine', 'following', 'all'], outside: ['mine', 'all'], inside: ['mine', 'following', 'all'],
}

/** Which matters came in since the page began to look: ids of the first page that were not there before under the same filter. */
function useArrived(ids: readonly string[], filterKey: string): number {
  const known = useRef({ key: '', ids: new Set<string>() })
  const [arrived, setArrived] = useState(0)
  useEffect(() => {
    const before = known.current
    const fresh = before.key === filterKey && before.ids.size > 0 ? ids.filter((id) => !before.ids.has(id)).length : 0
    known.current = { key: filterKey, ids: new Set([...(before.key === filterKey ? before.ids : []), ...ids]) }
    if (fresh > 0) setArrived(fresh)
  }, [ids.join(), filterKey])
  return arrived
}

export default function InboxPage() {
  const post = usePost()
  const { id }: { id?: string } = useParams({ strict: false })
  const { tab }: { tab?: string } = useSearch({ strict: false })
  if (!post) return null
  return isOutside(post.audience) && id === undefined && tab === undefined ? <DepartmentPage /> : <Inbox audience={post.audience} id={id} />
}

function Inbox({ audience, id }: { audience: string; id: string | undefined }) {
  const w = useWords(inboxWords)
  const router = useRouter()
  const tabs = TABS[audience === 'street' ? 'street' : isOutside(audience) ? 'outside' : 'inside']
  const filter = useFilter(tabs[0] ?? 'mine')
  const change = useChangeFilter(filter, id)
  const list = useCards(filter)
  const counts = useCounts()
  const chosen = useChosen()
  const cards = list.cards
  const arrived = useArrived(list.data?.pages[0]?.items.map((c) => c.id) ?? [], JSON.stringify(filter))
  const first = cards[0]?.id
  const wide = useMedia('(min-width: 1180px)')
  // On a desk the first one opens by itself; where the list takes the whole width it waits for a press.
  useEffect(() => {
    if (id === undefined && first !== undefined && wide) router.history.replace(inboxHref(filter, first))
  }, [id, first, wide])
  useEffect(() => { document.querySelector(`[data-matter="${id}"]`)?.scrollIntoView({ block: 'nearest' }) }, [id, first])
  const step = (by: 1 | -1) => {
    const at = cards.findIndex((c) => c.id === id)
    const next = at < 0 ? cards[0] : cards[at + by]
    if (next) router.history.replace(inboxHref(filter, next.id))
    else if (by === 1 && list.hasNextPage) void list.fetchNextPage()
  }
  const toggle = () => { if (id !== undefined) chosen.toggle(id) }
  useKeys({ j: () => step(1), k: () => step(-1), x: toggle })
  const keys = [{ keys: ['J', 'K'], word: w.keyMove }, { keys: ['X'], word: w.keySelect }, { keys: ['/'], word: w.keySearch }, { keys: ['N'],
    word: w.keyNote }, { keys: ['T', 'B', 'A'], word: w.keyMoves }]
  const whistles = filter.tab === 'all' && filter.state === 'whistled'
  const current = whistles ? '/console?tab=all&state=whistled' : isOutside(audience) && filter.tab === 'all' ? '/console?tab=all' : '/console'
  return <ConsoleFrame current={current} open={id !== undefined} backToList={{ href: inboxHref(filter), word: w.back }} keys={keys}
    list={<InboxList filter={filter} change={change} open={id} tabs={tabs} title={isOutside(audience) ? w.titleOutside : w.title} list={list}
      counts={counts.data} chosen={chosen} audience={audience} arrived={arrived} />}>
    {id === undefined ? <div className="lk-pick">{cards.length > 0 && <Empty title={w.pick} line={w.pickLine} />}</div>
      : <MatterPane key={id} id={id} />}
  </ConsoleFrame>
}
