/** 我办的: everything open in which I had a hand, by due time. */
import { Button, Empty, FieldShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { useCards } from '../staff-api.ts'
import { ReadError, SignedIn, type Worker } from './frame.tsx'
import { MatterRows } from './matter-row.tsx'
import { fieldWords } from './words.ts'

/** The page at /field/mine. */
export default function MinePage() {
  return <SignedIn>{(worker) => <Mine worker={worker} />}</SignedIn>
}

function Mine({ worker }: { worker: Worker }) {
  const w = useWords(fieldWords)
  const list = useCards({ tab: 'following' })
  return <FieldShell current="mine" title={w.mine} right={worker.post.placeName}>
    {list.error && !list.data ? <ReadError error={list.error} onAgain={() => void list.refetch()} />
      : !list.data ? <Skeleton lines={[70, 50]} repeat={5} />
        : list.cards.length === 0 ? <Empty title={w.emptyMine} line={w.emptyMineLine} /> : <MatterRows cards={list.cards} />}
    {list.hasNextPage && <div className="fd-below"><Button busy={list.isFetchingNextPage} busyWord={w.reading}
      onClick={() => void list.fetchNextPage()}>{w.moreRows}</Button></div>}
  </FieldShell>
}
