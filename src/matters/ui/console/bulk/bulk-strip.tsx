/** How far a bulk got: count, what was refused and why, stop and going on. It goes on without being watched. */
import { Button, ErrorNote, Go, Progress, useWords } from '../../../../ui-kit/index.ts'
import { isOver, useBulk, useResumeBulk, useStopBulk, type BulkProgress } from './bulk-api.ts'
import { bulkWords } from './bulk-words.ts'

/** Why one was refused, in words; a code that the catalogue lacks is 'a rule stops it'. */
function useRefusal(): (code: string) => string {
  const w = useWords(bulkWords)
  const known: Readonly<Record<string, string>> = {
    wrong_state: w.wrong_state, not_yours: w.not_yours, not_there: w.not_there, closed_to_party: w.closed_to_party, same_holder: w.same_holder,
    wrong_party: w.wrong_party, not_here: w.not_here, nobody_there: w.nobody_there, ruled: w.ruled, twice: w.twice, moved_on: w.moved_on,
    reason_missing: w.reason_missing, not_in_post: w.not_in_post, not_found: w.not_found,
  }
  return (code) => known[code] ?? w.other
}

export function BulkStrip({ id, onHide }: { id: string; onHide: () => void }) {
  const w = useWords(bulkWords)
  const query = useBulk(id)
  const stop = useStopBulk(id)
  const resume = useResumeBulk(id)
  const readAnew = { onSuccess: () => void query.refetch() }
  const bulk = query.data
  if (!bulk) return query.error ? <div className="bk-strip"><ErrorNote title={w.lost} error={query.error}><Button
    onClick={onHide}>{w.hide}</Button></ErrorNote></div> : null
  const over = isOver(bulk)
  const made = bulk.done - bulk.refusedCount
  return <section className="bk-strip" aria-label={w.together}>
    {over ? <p role="status"><b>{(bulk.stopped ? w.halted : bulk.move === 'pass_on' ? w.passed : w.over)(made, bulk.total)}</b></p>
      : <Progress done={bulk.done} total={bulk.total}>{w.going(bulk.done, bulk.total)}</Progress>}
    <Refusals bulk={bulk} />
    {(stop.error ?? resume.error) && <ErrorNote error={stop.error ?? resume.error} />}
    <div className="bk-strip__moves">
      {bulk.stopped && bulk.done < bulk.total && <Button size="small" look="primary" busy={resume.isPending}
        onClick={() => resume.mutate(null, readAnew)}>{w.resume}</Button>}
      {over ? <Button size="small" onClick={onHide}>{w.hide}</Button>
        : <Button size="small" busy={stop.isPending} onClick={() => stop.mutate(null, readAnew)}>{w.stop}</Button>}</div>
  </section>
}

function Refusals({ bulk }: { bulk: BulkProgress }) {
  const w = useWords(bulkWords)
  const why = useRefusal()
  if (bulk.refusedCount === 0) return null
  return <details className="bk-refused"><summary>{w.refused(bulk.refusedCount)}</summary>
    <ul>{bulk.refused.map((one) => <li key={one.id}><Go className="lk-link" href={`/console/m/${one.id}?tab=all`}>{one.title}</Go>
      <span className="cs-small">{one.number} {why(one.code)}</span></li>)}
      {bulk.refusedCount > bulk.refused.length && <li className="cs-small">{w.refusedMore(bulk.refusedCount - bulk.refused.length)}</li>}</ul></details>
}
