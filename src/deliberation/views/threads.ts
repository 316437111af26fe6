/** Lists of threads, each with what waits by the calendar. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { todoOf } from '../rules/threads/index.ts'
import { threads, within } from '../store/threads.ts'
import { cursorOf, readIdCursor } from './cursor.ts'
import { headOf, placeNames } from './thread-head.ts'

const PAGE = 30

type Glance = { readonly thread: string; readonly next_due: string | null; readonly open: number; readonly done: number; readonly verdicts: number; readonly since: Date | null; readonly voices: number }
async function glances(tx: Tx, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, Glance>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Glance>`select t.id as thread, k.next_due::text, coalesce(k.open, 0)::int as open, coalesce(k.done, 0)::int as done,
      (select count(*) from thread_verdict v where v.district = t.district and v.thread = t.id and v.at >= s.since)::int as verdicts, s.since,
      (select count(*) from speech w where w.district = t.district and w.subject = t.id and w.state = 'shown')::int as voices
    from thread t left join lateral (select max(at) as since from thread_step where district = t.district and thread = t.id) s on true
    left join lateral (select min(due) filter (where state = 'open') as next_due, count(*) filter (where state = 'open') as open,
      count(*) filter (where state <> 'open') as done from thread_task where district = t.district and thread = t.id) k on true
    where t.district = ${district} and t.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.thread, row]))
}

export type ListedBy = { readonly place?: string | undefined; readonly step?: string | undefined; readonly keeper?: string | undefined; readonly before?: string | undefined }
const OPEN = ['voice', 'sort', 'deliberate', 'do', 'judge']

/**
 * Threads newest first, thirty at a time: of a place and all within it, or of all that the scope sees; `step` is a step or 'open'. Each with what waits by
 * the calendar. Null where the place is not seen.
 */
export async function threadCards(tx: Tx, district: string, by: ListedBy, at: Date) {
  const place = by.place === undefined ? null : await placeById(tx, district, by.place)
  if (by.place !== undefined && !place) return null
  const from = readIdCursor(by.before)
  const rows = await threads(tx, district).$if(place !== null, (q) => q.where(within({ path: place?.path ?? '', compound_path: place?.compoundPath ?? null })))
    .$if(by.step !== undefined, (q) => q.where('step', 'in', by.step === 'open' ? OPEN : [by.step ?? ''])).$if(by.keeper !== undefined, (q) => q.where('keeper', '=', by.keeper ?? ''))
    .$if(from !== null, (q) => q.where(sql<boolean>`(started_at, id) < (${from?.at ?? at}::timestamptz, ${from?.key ?? ''}::uuid)`))
    .orderBy('started_at', 'desc').orderBy('id', 'desc').limit(PAGE + 1).execute()
  const page = rows.slice(0, PAGE)
  const [names, seen, today] = [await placeNames(tx, district, page.map((row) => row.place)), await glances(tx, district, page.map(({ id }) => id)), shanghaiDay(at)]
  const orgs = await namesOf(tx, district, { orgs: page.map(({ keeper }) => keeper) })
  const last = page.at(-1)
  return { next: rows.length > PAGE && last ? cursorOf(last.started_at, last.id) : null, items: page.map((row) => {
    const glance = seen.get(row.id)
    const head = headOf(row)
    return { ...head, place: names.get(row.place) ?? '', keeper: orgs.org(row.keeper)?.name ?? '', voices: glance?.voices ?? 0, tasks: (glance?.open ?? 0) + (glance?.done ?? 0), tasksDone: glance?.done ?? 0,
      nextDue: glance?.next_due ?? null, todo: [...todoOf({ step: head.step, summary: row.summary, callUntil: row.call_until, nextDue: glance?.next_due ?? null, verdicts: glance?.verdicts ?? 0,
        since: shanghaiDay(glance?.since ?? row.started_at) }, today)] }
  }) }
}
