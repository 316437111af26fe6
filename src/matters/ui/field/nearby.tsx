/** 附近: everything in the reach of the post, newest first, with words to find it by. */
import { useEffect, useState } from 'react'
import { Button, Choices, Empty, FieldShell, SearchBox, Skeleton, useLine, useWords } from '../../../ui-kit/index.ts'
import { useCards } from '../staff-api.ts'
import { ReadError, SignedIn, type Worker } from './frame.tsx'
import { MatterRows } from './matter-row.tsx'
import { fieldWords } from './words.ts'

const WAIT_MS = 250
type Which = 'open' | 'all' | 'closed'

/** The page at /field/nearby. */
export default function NearbyPage() {
  return <SignedIn>{(worker) => <Nearby worker={worker} />}</SignedIn>
}

function useSettled(typed: string): string {
  const [settled, settle] = useState(typed)
  useEffect(() => { const wait = setTimeout(() => settle(typed), WAIT_MS); return () => clearTimeout(wait) }, [typed])
  return settled
}

function Nearby({ worker }: { worker: Worker }) {
  const w = useWords(fieldWords)
  const [typed, type] = useState('')
  const [which, choose] = useState<Which>('open')
  const q = useSettled(typed.trim())
  const line = useLine()
  const list = useCards({ tab: 'all', ...(q && line ? { q } : {}), ...(which === 'all' ? {} : { state: which }) })
  // Without a signal the words are looked for in what this phone has; what was said stands on the server alone.
  const cards = q && !line ? list.cards.filter((card) => `${card.title} ${card.place} ${card.number}`.includes(q)) : list.cards
  return <FieldShell current="nearby" title={w.nearby} right={worker.post.placeName}>
    <div className="lk-stack fd-search">
      <SearchBox label={w.find} value={typed} onChange={type} />
      <Choices legend={w.which} value={which} onChange={choose}
        options={[{ value: 'open', word: w.openOnes }, { value: 'all', word: w.everything }, { value: 'closed', word: w.ended }]} />
    </div>
    {list.error && !list.data ? <ReadError error={list.error} onAgain={() => void list.refetch()} />
      : !list.data ? <Skeleton lines={[70, 50]} repeat={5} />
        : cards.length > 0 ? <MatterRows cards={cards} />
          : q ? <Empty title={w.emptyFound(q)} line={w.emptyFoundLine} /> : <Empty title={w.emptyNearby} />}
    {list.hasNextPage && line && <div className="fd-below"><Button busy={list.isFetchingNextPage} busyWord={w.reading}
      onClick={() => void list.fetchNextPage()}>{w.moreRows}</Button></div>}
  </FieldShell>
}
