/** Gathers everything that decides whether a thread goes on. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { voteStanding } from '../../ballots/index.ts'
import type { Facts, Heard, Resolved, Sat, Task, Verdict } from '../rules/threads/index.ts'
import { hallCountOf } from './meetings.ts'
import { mapThread, partiesOf, type ThreadRow } from './threads.ts'

const POSTED: readonly string[] = ['posted', 'approved']
const HELD: readonly string[] = ['held', 'minuted', ...POSTED]

async function satOf(tx: Tx, district: string, thread: string): Promise<Sat[]> {
  const rows = await tx.selectFrom('meeting').select(['id', 'kind', 'state']).where('district', '=', district).where('thread', '=', thread).execute()
  return rows.map(({ id, kind, state }) => ({ id, kind, minuted: POSTED.includes(state), held: HELD.includes(state) }))
}

async function resolvedOf(tx: Tx, district: string, thread: string): Promise<Resolved[]> {
  const rows = await tx.selectFrom('resolution as r').innerJoin('meeting as m', (j) => j.onRef('m.district', '=', 'r.district').onRef('m.id', '=', 'r.meeting'))
    .select(['r.id', 'r.n', 'r.carried', 'r.yes', 'r.no', 'r.abstained', 'r.minority', 'r.state', 'r.verdict', sql<string | null>`m.objections_until::text`.as('until')])
    .where('r.district', '=', district).where('r.thread', '=', thread).orderBy('m.starts_at').orderBy('r.n').execute()
  return rows.map(({ id, n, carried, yes, no, abstained, minority, state, verdict, until }) => ({
    id, n, carried, counted: yes + no + abstained, against: no, minority: minority !== '', state: state as Resolved['state'], judged: verdict !== null, objectionsUntil: until, // the table's check
  }))
}

async function tasksOf(tx: Tx, district: string, thread: string): Promise<Task[]> {
  const rows = await tx.selectFrom('thread_task').select(['id', 'resolution', 'owner', 'state', 'result', 'verdict', sql<string>`due::text`.as('due')])
    .where('district', '=', district).where('thread', '=', thread).execute()
  return rows.map(({ id, resolution, owner, state, result, verdict, due }) =>
    ({ id, resolution, owner, due, state: state as Task['state'], result: Boolean(result), judged: verdict !== null })) // the table's check
}

/** How many judged a thread, by answer: by telephone or slip, and by show of hands at its evaluation. */
export async function verdictsOf(tx: Tx, district: string, thread: string): Promise<Record<Verdict, number>> {
  const rows = await tx.selectFrom('thread_verdict').select(['answer', (e) => e.fn.countAll<string>().as('n')]).where('district', '=', district)
    .where('thread', '=', thread).groupBy('answer').execute()
  const hall = await hallCountOf(tx, district, thread)
  const of = (answer: Verdict): number => Number(rows.find((one) => one.answer === answer)?.n ?? 0) + (hall?.[answer] ?? 0)
  return { satisfied: of('satisfied'), accepted: of('accepted'), not: of('not') }
}

/** Everything the rules ask about a thread at a moment. */
export async function factsOf(tx: Tx, row: ThreadRow, at: Date): Promise<Facts> {
  const { district, id } = row
  const parties = await partiesOf(tx, district, id)
  return {
    today: shanghaiDay(at), thread: mapThread(row), parties: parties.map(({ n, label, required, heard }) => ({ n, label, required, heard: heard as Heard | null })), // the table's check
    meetings: await satOf(tx, district, id), resolutions: await resolvedOf(tx, district, id), tasks: await tasksOf(tx, district, id),
    verdicts: await verdictsOf(tx, district, id), vote: row.vote === null ? null : await voteStanding(tx, district, row.vote),
  }
}
