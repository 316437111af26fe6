/** '/field/notices': what this post was told; without a signal what the phone kept of it. */
import { useState } from 'react'
import { Button, Empty, ErrorNote, FieldShell, Skeleton, UndoBar, useLine, useWords } from '../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../trust/ui/parts/field-frame.tsx'
import { useNotices, useSeeAll, useUnread, useUnsee } from '../api.ts'
import { NoticeLines } from '../parts/lines.tsx'
import { noticeWords } from '../words.ts'

export default function FieldNoticesPage() {
  return <SignedIn>{(worker) => <Notices key={worker.post.post} />}</SignedIn>
}

function Notices() {
  const w = useWords(noticeWords)
  const list = useNotices()
  return <FieldShell back={{ href: '/field/me', word: w.me }} current="me">
    <h1 className="lk-title">{w.title}</h1><p className="lk-small nt-note">{w.line}</p>
    {list.error && !list.data ? <ReadError error={list.error} onAgain={() => void list.refetch()} /> : !list.data ? <Skeleton lines={[70, 50]} repeat={5} />
      : list.lines.length === 0 ? <Empty title={w.none} line={w.noneLine} /> : <>
        <Seen newest={list.lines[0]?.id ?? ''} />
        <NoticeLines lines={list.lines} on="field" />
        <p className="nt-end lk-small">{list.hasNextPage ? <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{w.earlier}</Button> : w.end}</p>
      </>}
  </FieldShell>
}

/** How many are not read, one press for all of them, and the way back for a few seconds. */
function Seen({ newest }: { newest: string }) {
  const w = useWords(noticeWords)
  const line = useLine()
  const { data: unread = 0 } = useUnread()
  const [undoable, setUndoable] = useState(false)
  const seeAll = useSeeAll(() => setUndoable(true))
  const unsee = useUnsee()
  const error = seeAll.error ?? unsee.error
  return <>
    {unread > 0 && <p className="nt-seen"><span className="lk-second" role="status">{w.waiting(unread)}</span>
      <Button busy={seeAll.isPending} {...(line ? {} : { whyNot: w.needLine })} onClick={() => seeAll.mutate(newest)}>{w.seeAll}</Button></p>}
    {error && <ErrorNote title={w.notSeen} error={error} />}
    {undoable && <div className="nt-undo"><UndoBar onUndo={() => { setUndoable(false); unsee.mutate(null) }} onGone={() => setUndoable(false)}>{w.seen}</UndoBar></div>}
  </>
}
