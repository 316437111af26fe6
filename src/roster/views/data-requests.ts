/** The requests of residents about their own data, as the community works through them. [RO55] [RO56] */
import type { Tx } from '../../kit/db.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Actor } from '../../trust/index.ts'
import { isOverdue, type AskedBy, type AskedField, type RefusalReason, type RequestKind, type RequestState } from '../rules/own-file/index.ts'
import { listRequests } from '../store/data-request.ts'
import { communitiesOf } from './reach.ts'

/** A request as it is listed: people masked, words unopened. Times ISO. */
export type ListedDataRequest = {
  readonly id: string; readonly who: string; readonly name: string | null; readonly home: string; readonly homeName: string;
  readonly kind: RequestKind
  readonly askedBy: AskedBy; readonly field: AskedField | null; readonly wanted: string | null; readonly askedAt: string; readonly due: string
  readonly provisional: boolean; readonly overdue: boolean; readonly state: RequestState; readonly decidedOn: string | null
  readonly reason: RefusalReason | null; readonly version: number
}

/** Open requests, the nearest due first, then those answered; null for whoever does not answer them. */
export async function dataRequests(tx: Tx, actor: Actor, at: Date): Promise<readonly ListedDataRequest[] | null> {
  if (!actor.audience.includes('community')) return null
  const communities = await communitiesOf(tx, actor)
  const rows = await listRequests(tx, { district: actor.district, communities: communities.map(({ id }) => id) })
  return rows.map((row) => ({
    id: row.id, who: row.who, name: row.masked, home: row.home, homeName: row.home_name, kind: row.kind, askedBy: row.asked_by, field: row.field,
    wanted: row.wanted_masked, askedAt: row.asked_at.toISOString(), due: row.due.toISOString(), provisional: row.provisional,
    overdue: isOverdue(row.state, row.due.getTime(), at.getTime()), state: row.state, reason: row.reason, version: row.version,
    decidedOn: row.decided_at === null ? null : shanghaiDay(row.decided_at),
  }))
}
