/** What every list and page of threads shows of one. */
import type { Tx } from '../../kit/db.ts'
import type { MeetingKind, Origin, Outcome, Starter, Step } from '../rules/threads/index.ts'
import type { ThreadRow } from '../store/threads.ts'

/** Names of places by id. */
export async function placeNames(tx: Tx, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('place').select(['id', 'full_name']).where('district', '=', district).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row.full_name]))
}

/** What of a thread every list and page shows; codes are kept right by the table's checks. */
export const headOf = (row: ThreadRow) => ({
  id: row.id, title: row.title, summary: row.summary, step: row.step as Step, origin: row.origin as Origin, startedBy: row.started_by as Starter, outcome: row.outcome as Outcome | null,
  meetings: row.meetings as MeetingKind[], callUntil: row.call_until, major: row.major, startedAt: row.started_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})
