/** 厅: what deliberating in a place has come to, each number with what is behind it. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { placeById } from '../../places/index.ts'
import { within } from '../store/threads.ts'
import { cursorOf, readIdCursor } from './cursor.ts'

export const HALL_PARTS = ['sessions', 'solved', 'agreements'] as const
export type HallPart = (typeof HALL_PARTS)[number]
const PAGE = 30
const POSTED = sql`('posted', 'approved')`

const legOf = async (tx: Tx, district: string, id: string) => {
  const place = await placeById(tx, district, id)
  return place && { place, leg: within({ path: place.path, compound_path: place.compoundPath }) }
}

/** The three numbers of a place and all within it: meetings with posted minutes, threads that solved something, resolutions that stand. Null where unseen. */
export async function hallOf(tx: Tx, district: string, id: string) {
  const found = await legOf(tx, district, id)
  if (!found) return null
  const { rows: [row] } = await sql<{ sessions: number; solved: number; agreements: number; open: number; residents: number; started: number }>`select
    (select count(*) from meeting where district = ${district} and ${found.leg} and state in ${POSTED})::int as sessions,
    (select count(*) from thread where district = ${district} and ${found.leg} and outcome in ('solved', 'partly'))::int as solved,
    (select count(*) from resolution where district = ${district} and ${found.leg} and carried and state = 'in_force')::int as agreements,
    (select count(*) from thread where district = ${district} and ${found.leg} and step not in ('ended', 'declined'))::int as open,
    (select count(*) from thread where district = ${district} and ${found.leg})::int as started,
    (select count(*) from thread where district = ${district} and ${found.leg} and started_by in ('resident', 'capable'))::int as residents`.execute(tx)
  return { place: { id: found.place.id, name: found.place.fullName }, ...(row ?? { sessions: 0, solved: 0, agreements: 0, open: 0, started: 0, residents: 0 }) }
}

type Behind = { readonly id: string; readonly title: string; readonly on: string; readonly number: string | null; readonly thread: string | null; readonly meeting: string | null
  readonly at: Date }

/** What is behind one of the numbers, newest first, thirty at a time. Null where the place is not seen. */
export async function hallBehind(tx: Tx, district: string, id: string, part: HallPart, before: string | undefined) {
  const found = await legOf(tx, district, id)
  if (!found) return null
  const [leg, from] = [found.leg, readIdCursor(before)]
  const all = {
    sessions: sql`select id, title, to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on, number, thread, id as meeting, starts_at as at from meeting
      where district = ${district} and ${leg} and state in ${POSTED}`,
    solved: sql`select id, title, to_char(ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on, null as number, id as thread, null::uuid as meeting, ended_at as at from thread
      where district = ${district} and ${leg} and outcome in ('solved', 'partly')`,
    agreements: sql`select r.id, r.words as title, coalesce(r.in_force_on::text, '') as on, m.number, r.thread, r.meeting, m.starts_at as at
      from (select * from resolution where district = ${district} and ${leg} and carried and state = 'in_force') r join meeting m on m.district = r.district and m.id = r.meeting`,
  }[part]
  const { rows } = await sql<Behind>`select id, title, "on", number, thread, meeting, at from (${all}) behind
    where ${from === null ? sql`true` : sql`(at, id) < (${from.at}::timestamptz, ${from.key}::uuid)`} order by at desc, id desc limit ${PAGE + 1}`.execute(tx)
  const [page, last] = [rows.slice(0, PAGE), rows[PAGE - 1]]
  return { items: page.map(({ at: _at, ...one }) => one), next: rows.length > PAGE && last ? cursorOf(last.at, last.id) : null }
}
