import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { AgendaIntake, BodySeat, StandingBody } from '../../kit/tables.gen.ts'
import type { Body, BodyKind, IntakeState, Power, Seat, SeatRole, Side } from '../rules/bodies/index.ts'

type BodyDays = { readonly founded_on: string; readonly ended_on: string | null }
/** A body as it is stored, its days as civil days. */
export type BodyRow = Omit<Selectable<StandingBody>, keyof BodyDays> & BodyDays
type SeatDays = { readonly since: string; readonly until: string; readonly left_on: string | null }
export type SeatRow = Omit<Selectable<BodySeat>, keyof SeatDays> & SeatDays
export type IntakeRow = Selectable<AgendaIntake>

/** A body as its rules see it. The table's checks and the commands keep codes right. */
export const mapBody = (row: BodyRow): Body => ({
  id: row.id, kind: row.kind as BodyKind, seats: row.seats, rhythmDays: row.rhythm_days, termMonths: row.term_months, powers: row.powers as Power[],
  foundedOn: row.founded_on, endedOn: row.ended_on,
})
/** A seat as the rules see it. */
export const mapSeat = (row: SeatRow): Seat =>
  ({ id: row.id, role: row.role as SeatRole, side: row.sits_for as Side, since: row.since, until: row.until, leftOn: row.left_on })
export const intakeState = (row: Pick<IntakeRow, 'state'>): IntakeState => row.state as IntakeState // the table's check

const bodies = (tx: Tx, district: string) => tx.selectFrom('standing_body').selectAll('standing_body').select([
  sql<string>`founded_on::text`.as('founded_on'), sql<string | null>`ended_on::text`.as('ended_on')]).where('district', '=', district)

/** One body; undefined where the actor sees none. */
export const bodyById = (tx: Tx, district: string, id: string): Promise<BodyRow | undefined> => bodies(tx, district).where('id', '=', id).executeTakeFirst()

/** One body, locked until the transaction ends; undefined where the actor sees none. */
export const lockBody = (tx: Tx, district: string, id: string): Promise<BodyRow | undefined> =>
  bodies(tx, district).where('id', '=', id).forUpdate().executeTakeFirst()

/** The bodies of these places; those that ended last. */
export const bodiesOf = async (tx: Tx, district: string, places: readonly string[]): Promise<BodyRow[]> => (places.length === 0 ? []
  : bodies(tx, district).where('place', 'in', [...places]).orderBy(sql`ended_on is not null`).orderBy('standing_body.founded_on').orderBy('id').limit(200).execute())

/** Changes a body and counts its version up. */
export async function changeBody(tx: Tx, { district, id, version }: BodyRow, to: Partial<Pick<BodyRow, 'seats' | 'rhythm_days' | 'term_months' | 'powers' | 'charter' | 'ended_on' | 'name'>>): Promise<void> {
  await tx.updateTable('standing_body').set({ ...to, version: version + 1 }).where('district', '=', district).where('id', '=', id).execute()
}

const seats = (tx: Tx, district: string, ids: readonly string[]) => tx.selectFrom('body_seat').selectAll('body_seat').select([
  sql<string>`since::text`.as('since'), sql<string>`until::text`.as('until'), sql<string | null>`left_on::text`.as('left_on')])
  .where('district', '=', district).where('body', 'in', [...ids])

/** All seats of these bodies over time, the chair's first. */
export const seatsOf = async (tx: Tx, district: string, ids: readonly string[]): Promise<SeatRow[]> => (ids.length === 0 ? []
  : seats(tx, district, ids).orderBy(sql`array_position(array['chair', 'deputy_chair', 'clerk', 'member'], role)`).orderBy('body_seat.since').orderBy('id').execute())

/** What was brought to a body, newest first; `states` narrows. */
export const intakesOf = async (tx: Tx, district: string, ids: readonly string[], states: readonly IntakeState[]): Promise<IntakeRow[]> => (ids.length === 0 ? []
  : tx.selectFrom('agenda_intake').selectAll().where('district', '=', district).where('body', 'in', [...ids]).where('state', 'in', [...states])
    .orderBy('at', 'desc').limit(300).execute())

/** One thing that was brought, locked; undefined where the actor sees none. */
export const lockIntake = (tx: Tx, district: string, id: string): Promise<IntakeRow | undefined> =>
  tx.selectFrom('agenda_intake').selectAll().where('district', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()

const HELD = ['held', 'minuted', 'posted', 'approved']
/** The meetings of bodies: id, body, title, state, begin, place of meeting. Newest first. */
export const meetingsOfBodies = async (tx: Tx, district: string, ids: readonly string[]) => (ids.length === 0 ? []
  : tx.selectFrom('meeting').select(['id', 'body', 'title', 'kind', 'state', 'venue', 'number', 'starts_at'])
    .where('district', '=', district).where('body', 'in', [...ids]).orderBy('starts_at', 'desc').limit(300).execute())
export type BodyMeeting = Awaited<ReturnType<typeof meetingsOfBodies>>[number]
/** Whether a meeting took place. */
export const wasHeld = ({ state }: Pick<BodyMeeting, 'state'>): boolean => HELD.includes(state)

/** The resolutions of bodies' meetings, newest meeting first. */
export const resolutionsOfBodies = async (tx: Tx, district: string, ids: readonly string[]) => (ids.length === 0 ? []
  : tx.selectFrom('resolution as r').innerJoin('meeting as m', (j) => j.onRef('m.district', '=', 'r.district').onRef('m.id', '=', 'r.meeting'))
    .select(['r.id', 'm.body', 'r.meeting', 'r.thread', 'm.number', 'm.starts_at', 'r.n', 'r.words', 'r.yes', 'r.no', 'r.abstained', 'r.minority', 'r.carried', 'r.state', 'r.verdict',
      sql<string | null>`r.evaluate_on::text`.as('evaluate_on')])
    .where('r.district', '=', district).where('m.body', 'in', [...ids]).where('m.state', '<>', 'cancelled').orderBy('m.starts_at', 'desc').orderBy('r.n').limit(300).execute())

/** The tasks that carry out resolutions. */
export const tasksOfResolutions = async (tx: Tx, district: string, ids: readonly string[]) => (ids.length === 0 ? []
  : tx.selectFrom('thread_task').select(['id', 'resolution', 'title', 'owner', 'state', 'result', 'verdict', sql<string>`due::text`.as('due'),
    sql<string | null>`done_on::text`.as('done_on')]).where('district', '=', district).where('resolution', 'in', [...ids]).orderBy('thread_task.due').execute())
