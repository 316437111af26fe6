/** Notices that could not be delivered so far: the matter itself goes on; send again, or call. */
import { Button, ConsoleFrame, DateText, Empty, ErrorNote, Go, PageHead, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { useRetry, useStuck, type StuckNotice } from '../../whistle-api.ts'
import { afterWords } from './words.ts'

function StuckRow({ notice }: { notice: StuckNotice }) {
  const w = useWords(afterWords)
  const retry = useRetry()
  const who = notice.name ?? (notice.to === 'reporter' ? w.reporter : notice.to === 'street' ? w.street : '')
  return <tr><td>{who}</td><td><Go href={`/console/m/${notice.matter}`}><b>{notice.title}</b></Go><p className="cs-small">{notice.number}</p></td>
    <td className="lk-nowrap">{w.times(notice.tries)}</td><td className="lk-nowrap">{notice.nextAt
      ? <DateText at={Date.parse(notice.nextAt)} /> : w.givenUp}</td>
    <td><Button size="small" busy={retry.isPending} onClick={() => retry.mutate(notice.id)}>{w.retry}</Button></td></tr>
}

export default function StuckPage() {
  const w = useWords(afterWords)
  const stuck = useStuck()
  return <ConsoleFrame current="/console/stuck">
    <PageHead title={w.stuckTitle} line={w.stuckLine} />
    {stuck.isPending && <Skeleton repeat={3} />}
    {stuck.error && <ErrorNote title={w.failed} error={stuck.error}><Button look="primary"
      onClick={() => void stuck.refetch()}>{w.again}</Button></ErrorNote>}
    {stuck.data?.length === 0 && <Empty title={w.stuckNone} line={w.stuckNoneLine} />}
    {stuck.data && stuck.data.length > 0 && <table className="lk-table"><thead><tr>{[w.to, w.about, w.tried, w.next,
      ''].map((head) => <th key={head} scope="col">{head ||
      <span className="lk-hidden">{w.retry}</span>}</th>)}</tr></thead><tbody>{stuck.data.map((notice) => <StuckRow key={notice.id}
        notice={notice} />)}</tbody></table>}
  </ConsoleFrame>
}
