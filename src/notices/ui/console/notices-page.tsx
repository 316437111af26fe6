/** '/console/notices': what this post and its organisation were told. */
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, Skeleton, UndoBar, useWords } from '../../../ui-kit/index.ts'
import { useNotices, useSeeAll, useUnread, useUnsee } from '../api.ts'
import { NoticeLines } from '../parts/lines.tsx'
import { noticeWords } from '../words.ts'

export default function NoticesPage() {
  const w = useWords(noticeWords)
  const list = useNotices()
  const { data: unread = 0 } = useUnread()
  const [undoable, setUndoable] = useState(false)
  const seeAll = useSeeAll(() => setUndoable(true))
  const unsee = useUnsee()
  const newest = list.lines[0]
  const take = () => { setUndoable(false); unsee.mutate(null) }
  const undo = undoable && <UndoBar onUndo={take} onGone={() => setUndoable(false)}>{w.seen}</UndoBar>
  return <ConsoleFrame current="/console/notices" undo={undo}>
    <PageHead title={w.title} line={w.line} tools={unread > 0 && newest && <><span className="lk-second" role="status">{w.waiting(unread)}</span>
      <Button busy={seeAll.isPending} onClick={() => seeAll.mutate(newest.id)}>{w.seeAll}</Button></>} />
    {(seeAll.error ?? unsee.error) && <ErrorNote title={w.notSeen} error={seeAll.error ?? unsee.error} />}
    {list.isPending && <Skeleton repeat={5} />}
    {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary" onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
    {list.data && list.lines.length === 0 && <Empty title={w.none} line={w.noneLine} />}
    <NoticeLines lines={list.lines} on="console" />
    {list.lines.length > 0 && <p className="nt-end lk-small">{list.hasNextPage ? <Button busy={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}>{w.earlier}</Button> : w.end}</p>}
  </ConsoleFrame>
}
