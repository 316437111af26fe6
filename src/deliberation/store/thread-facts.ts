/** Gathers everything that decides whether a thread goes on. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import { voteStanding, type VoteStanding } from '../../ballots/index.ts'
import { judgingOf, type Facts, type Heard, type Judging, type Resolved, type Step, type Task, type Verdict } from '../rules/threads/index.ts'
import { mapThread, partiesOf, type PartyRow, type ThreadRow } from './threads.ts'

const POSTED: readonly string[] = ['posted', 'approved']
const HELD: readonly string[] = ['held', 'minuted', ...POSTED]

type Of = { district: string; thread: string }
export type NearRow = { readonly id: string; readonly kind: string; readonly title: string; readonly venue: string; readonly starts_at: Date; readonly state: string; readonly number: string | null
  readonly objections: string | null; readonly satisfied: number | null; readonly accepted: number | null; readonly not: number | null }
const meetings = statement<Of, NearRow>('thread.meetings', (db, p) => db.selectFrom('meeting')
  .select(['id', 'kind', 'title', 'venue', 'starts_at', 'state', 'number', sql<string | null>`objections_until::text`.as('objections'), 'hall_satisfied as satisfied', 'hall_accepted as accepted', 'hall_not as not'])
  .where('district', '=', p('district')).where('thread', '=', p('thread')).orderBy('starts_at', 'desc').orderBy('id', 'desc'))

type ResolvedRow = { id: string; n: number; meeting: string; carried: boolean; yes: number; no: number; abstained: number; minority: string; state: string; verdict: string | null }
const resolutions = statement<Of, ResolvedRow>('thread.resolutions', (db, p) => db.selectFrom('resolution')
  .select(['id', 'n', 'meeting', 'carried', 'yes', 'no', 'abstained', 'minority', 'state', 'verdict']).where('district', '=', p('district')).where('thread', '=', p('thread')).orderBy('id'))
type TaskRow = { id: string; resolution: string | null; owner: string; state: string; told: boolean; verdict: string | null; due: string }
const tasks = statement<Of, TaskRow>('thread.tasks', (db, p) => db.selectFrom('thread_task')
  .select(['id', 'resolution', 'owner', 'state', sql<boolean>`coalesce(result, '') <> ''`.as('told'), 'verdict', sql<string>`due::text`.as('due')])
  .where('district', '=', p('district')).where('thread', '=', p('thread')))
type Judged = { readonly answer: string; readonly round: number; readonly n: string }
const verdicts = statement<Of, Judged>('thread.verdicts', (db, p) => db.selectFrom('thread_verdict').select(['answer', 'round', (e) => e.fn.countAll<string>().as('n')])
  .where('district', '=', p('district')).where('thread', '=', p('thread')).groupBy(['answer', 'round']))
const steps = statement<Of, { step: string; at: Date }>('thread.steps', (db, p) => db.selectFrom('thread_step').select(['step', 'at'])
  .where('district', '=', p('district')).where('thread', '=', p('thread')).orderBy('n'))
/** Which round of judging a thread is in, or comes to next. */
export const judgingAt = async (tx: Tx, { district, id }: Pick<ThreadRow, 'district' | 'id'>): Promise<Judging> =>
  judgingOf((await steps(tx, { district, thread: id })).map(({ step, at }) => ({ step: step as Step, at: at.getTime() }))) // written by its moves alone

const resolvedOf = (rows: readonly ResolvedRow[], held: readonly NearRow[]): Resolved[] => rows.map(({ id, n, meeting, carried, yes, no, abstained, minority, state, verdict }) => ({
  id, n, carried, counted: yes + no + abstained, against: no, minority: minority !== '', state: state as Resolved['state'], judged: verdict !== null, // the table's check
  objectionsUntil: held.find((one) => one.id === meeting)?.objections ?? null }))

const isEarlier = ({ kind, starts_at: at }: NearRow, { since }: Judging): boolean => kind === 'evaluation' && since !== null && at.getTime() < since
/** How many judged in this round, by answer: by telephone or slip, and by show of hands at the latest evaluation that counted them. */
function judgedBy(rows: readonly Judged[], held: readonly NearRow[], judging: Judging): Record<Verdict, number> {
  const hall = held.find((one) => one.satisfied !== null && !isEarlier(one, judging))
  const of = (answer: Verdict): number => Number(rows.find((one) => one.answer === answer && one.round === judging.round)?.n ?? 0) + (hall?.[answer] ?? 0)
  return { satisfied: of('satisfied'), accepted: of('accepted'), not: of('not') }
}

export type Gathered = { readonly facts: Facts; readonly parties: readonly PartyRow[]; readonly meetings: readonly NearRow[]; readonly vote: VoteStanding | null }

/** Everything the rules ask about a thread at a moment, and the rows that pages show of it. Seven reads. */
export async function gather(tx: Tx, row: ThreadRow, at: Date): Promise<Gathered> {
  const of = { district: row.district, thread: row.id }
  const parties = await partiesOf(tx, row.district, row.id)
  const [held, decided, given, judged] = [await meetings(tx, of), await resolutions(tx, of), await tasks(tx, of), await verdicts(tx, of)]
  const judging = await judgingAt(tx, row)
  const vote = row.vote === null ? null : await voteStanding(tx, row.district, row.vote)
  const facts: Facts = {
    today: shanghaiDay(at), thread: mapThread(row), parties: parties.map(({ n, label, required, heard }) => ({ n, label, required, heard: heard as Heard | null })), // the table's check
    meetings: held.map((one) => ({ id: one.id, kind: one.kind, minuted: POSTED.includes(one.state), held: HELD.includes(one.state), earlier: isEarlier(one, judging) })), resolutions: resolvedOf(decided, held),
    tasks: given.map(({ id, resolution, owner, state, told, verdict, due }) => ({ id, resolution, owner, due, state: state as Task['state'], result: told, judged: verdict !== null })), // the table's check
    verdicts: judgedBy(judged, held, judging), vote,
  }
  return { facts, parties, meetings: held, vote }
}

/** Everything the rules ask about a thread at a moment. */
export const factsOf = async (tx: Tx, row: ThreadRow, at: Date): Promise<Facts> => (await gather(tx, row, at)).facts
