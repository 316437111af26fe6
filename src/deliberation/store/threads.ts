/** Threads as they are stored: rows, their steps and parties, and everything that their rules have to know. */
import { sql, type Selectable } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { Thread as ThreadTable, ThreadParty } from '../../kit/tables.gen.ts'
import { isDecider, isMeetingKind, type Step, type Thread } from '../rules/threads/index.ts'

type Days = { readonly called_on: string | null; readonly call_until: string | null }
/** A thread as it is stored, its days as civil days. */
export type ThreadRow = Omit<Selectable<ThreadTable>, keyof Days> & Days
export type PartyRow = Selectable<ThreadParty>

const columns = ['district', 'id', 'place', 'path', 'compound_path', 'keeper', 'title', 'summary', 'origin', 'started_by', 'parent', 'step', 'decider', 'basis',
  'meetings', 'major', 'why', 'vote', 'outcome', 'started_at', 'ended_at', 'version'] as const
const days = [sql<string | null>`called_on::text`.as('called_on'), sql<string | null>`call_until::text`.as('call_until')] as const

/** Threads of a district, as rows. */
export const threads = (tx: Tx, district: string) => tx.selectFrom('thread').select([...columns, ...days]).where('district', '=', district)

const byId = statement<{ district: string; id: string }, ThreadRow>('thread.by_id', (db, p) => db.selectFrom('thread').select([...columns, ...days]).where('district', '=', p('district'))
  .where('id', '=', p('id')))
/** One thread; undefined where the actor sees none. */
export const threadById = async (tx: Tx, district: string, id: string): Promise<ThreadRow | undefined> => (await byId(tx, { district, id }))[0]

/** One thread, locked until the transaction ends; undefined where the actor sees none. */
export const lockThread = (tx: Tx, district: string, id: string): Promise<ThreadRow | undefined> =>
  threads(tx, district).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** A thread as its rules see it; the table's checks keep codes right. */
export const mapThread = (row: ThreadRow): Thread => ({
  step: row.step as Step, summary: row.summary, calledOn: row.called_on, callUntil: row.call_until, decider: isDecider(row.decider) ? row.decider : null, basis: row.basis,
  meetings: row.meetings.filter(isMeetingKind), major: row.major, vote: row.vote,
})

/** Changes a thread and counts its version up. */
export async function changeThread(tx: Tx, { district, id }: Pick<ThreadRow, 'district' | 'id'>, to: Partial<Omit<ThreadRow, 'version'>>): Promise<void> {
  await tx.updateTable('thread').set({ ...to, version: sql<number>`version + 1` }).where('district', '=', district).where('id', '=', id).execute()
}

type Leg = Pick<ThreadRow, 'district' | 'id' | 'path' | 'compound_path'>
/** The columns by which a row of a thread is seen where the thread is. */
export const legOf = ({ district, id, path, compound_path }: Leg) => ({ district, thread: id, path, compound_path })

/** Writes down a step: from where on the story is drawn. */
export async function addStep(tx: Tx, row: Leg, step: { readonly step: string; readonly at: Date; readonly by: string | null; readonly reason: string; readonly judged?: object | null }): Promise<void> {
  await tx.insertInto('thread_step').values({ ...legOf(row), n: sql<number>`(select coalesce(max(n), 0) + 1 from thread_step where district = ${row.district} and thread = ${row.id})`,
    step: step.step, at: step.at, by_post: step.by, reason: step.reason,
    judged: step.judged ? JSON.stringify(step.judged) : null }).execute()
}

const parties = statement<{ district: string; thread: string }, PartyRow>('thread.parties', (db, p) =>
  db.selectFrom('thread_party').selectAll().where('district', '=', p('district')).where('thread', '=', p('thread')).orderBy('n'))
/** The parties of a thread by their number. */
export const partiesOf = (tx: Tx, district: string, thread: string): Promise<PartyRow[]> => parties(tx, { district, thread })

/** The matters that a thread took up. */
export const mattersOf = async (tx: Tx, { district, id }: Pick<ThreadRow, 'district' | 'id'>): Promise<readonly string[]> =>
  (await tx.selectFrom('thread_matter').select('matter').where('district', '=', district).where('thread', '=', id).execute()).map(({ matter }) => matter)

/** Whether a row with paths lies within a place, by either hierarchy. */
export const within = ({ path, compound_path: compound }: { readonly path: string; readonly compound_path: string | null }) => (compound === null
  ? sql<boolean>`path <@ ${path}::ltree` : sql<boolean>`(path <@ ${path}::ltree or compound_path <@ ${compound}::ltree)`)
