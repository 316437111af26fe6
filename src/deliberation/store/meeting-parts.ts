import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { AgendaItem, Attendance, Invitation, MeetingObjection, MinuteLine, SpeakingTurn } from '../../kit/tables.gen.ts'
import type { LineKind, Role, ToInvite } from '../rules/meetings/index.ts'
import type { MeetingRow } from './meetings.ts'

export type InvitationRow = Selectable<Invitation>
export type LineRow = Selectable<MinuteLine>
export type ObjectionRow = Selectable<MeetingObjection>

/** The legs of visibility that every part of a meeting carries. */
export const legOf = ({ district, id, path, compound_path }: Pick<MeetingRow, 'district' | 'id' | 'path' | 'compound_path'>) =>
  ({ district, meeting: id, path, compound_path })

type OfMeeting = Pick<MeetingRow, 'district' | 'id'>
/** The agenda of a meeting in order. */
export const agendaOf = (tx: Tx, { district, id }: OfMeeting): Promise<Selectable<AgendaItem>[]> =>
  tx.selectFrom('agenda_item').selectAll().where('district', '=', district).where('meeting', '=', id).orderBy('n').execute()
/** The invitations of a meeting in the order in which they were written. */
export const invitationsOf = (tx: Tx, { district, id }: OfMeeting): Promise<InvitationRow[]> =>
  tx.selectFrom('invitation').selectAll().where('district', '=', district).where('meeting', '=', id).orderBy('id').execute()
/** Who was there, as it was entered. */
export const attendanceOf = (tx: Tx, { district, id }: OfMeeting): Promise<Selectable<Attendance>[]> =>
  tx.selectFrom('attendance').selectAll().where('district', '=', district).where('meeting', '=', id).orderBy('at').orderBy('id').execute()
/** Who asked to speak, as they asked. */
export const turnsOf = (tx: Tx, { district, id }: OfMeeting): Promise<Selectable<SpeakingTurn>[]> =>
  tx.selectFrom('speaking_turn').selectAll().where('district', '=', district).where('meeting', '=', id).orderBy('asked_at').orderBy('id').execute()
/** The lines of the minutes in order, struck ones among them. */
export const linesOf = (tx: Tx, { district, id }: OfMeeting): Promise<LineRow[]> =>
  tx.selectFrom('minute_line').selectAll().where('district', '=', district).where('meeting', '=', id).orderBy('place_in').orderBy('id').execute()
/** The objections to a meeting's minutes as they came. */
export const objectionsOf = (tx: Tx, { district, id }: OfMeeting): Promise<ObjectionRow[]> =>
  tx.selectFrom('meeting_objection').selectAll().where('district', '=', district).where('meeting', '=', id).orderBy('at').orderBy('id').execute()

/** How many were there: entered ones that are present, or as many as signed the paper list where those are more. */
export async function presentAt(tx: Tx, { district, id, closed_attendance }: OfMeeting & Pick<MeetingRow, 'closed_attendance'>): Promise<number> {
  const { n } = await tx.selectFrom('attendance').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', district).where('meeting', '=', id)
    .where('present', '=', true).executeTakeFirstOrThrow()
  return Math.max(Number(n), closed_attendance ?? 0)
}

/**
 * How many of those present may decide: of a standing body's meeting its members alone, elsewhere all but observers. A paper list says numbers and no
 * roles: of a body it counts for as many as are members at most.
 */
export async function decidersAt(tx: Tx, { district, id, body, closed_attendance: listed }: OfMeeting & Pick<MeetingRow, 'body' | 'closed_attendance'>): Promise<number> {
  const { n } = await tx.selectFrom('attendance').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', district).where('meeting', '=', id)
    .where('present', '=', true).where('role', body === null ? '<>' : '=', body === null ? 'observer' : 'member').executeTakeFirstOrThrow()
  if (body === null) return Math.max(Number(n), listed ?? 0)
  const members = (await invitationsOf(tx, { district, id })).filter(({ role }) => role === 'member').length
  return Math.max(Number(n), Math.min(listed ?? 0, members))
}

const taskColumns = ['id', 'meeting', 'thread', 'resolution', 'title', 'org', 'post', 'owner', 'state', 'verdict', 'judged_in'] as const
const taskDays = [sql<string>`due::text`.as('due'), sql<string | null>`done_on::text`.as('done_on')] as const
const tasks = (tx: Tx, district: string) => tx.selectFrom('thread_task').select([...taskColumns, ...taskDays]).where('district', '=', district)
export type TaskRow = Awaited<ReturnType<typeof tasksIn>>[number]
/** The tasks that came from a meeting. */
export const tasksIn = (tx: Tx, { district, id }: OfMeeting) => tasks(tx, district).where('meeting', '=', id).orderBy('id').execute()
/** The tasks of a thread. */
export const tasksOfThread = (tx: Tx, district: string, thread: string) => tasks(tx, district).where('thread', '=', thread).orderBy('id').execute()

/** A line as the rules see it; the table's check keeps its kind right. */
export const mapLine = (row: LineRow) => ({ agenda: row.agenda, placeIn: row.place_in, kind: row.kind as LineKind, label: row.label, words: row.words,
  struck: row.struck, version: row.version })
/** An invitation as the rules see it; the table's check keeps its role right. */
export const mapInvitation = ({ role, party, org, post }: InvitationRow) => ({ role: role as Role, party, org, post })

/** Whom a meeting has to invite, and whose sides and whose work it is about: the thread's parties and tasks, the body's seats on the day. */
export async function peopleOf(tx: Tx, { district, thread, body, starts_at }: Pick<MeetingRow, 'district' | 'thread' | 'body' | 'starts_at'>):
Promise<{ readonly toInvite: ToInvite; readonly sides: readonly string[]; readonly judged: readonly string[] }> {
  const parties = thread === null ? [] : await tx.selectFrom('thread_party').select(['n', 'label', 'required', 'org']).where('district', '=', district)
    .where('thread', '=', thread).orderBy('n').execute()
  const own = thread === null ? [] : (await tasksOfThread(tx, district, thread)).filter(({ state }) => state !== 'dropped')
  const day = sql`(${starts_at}::timestamptz at time zone 'Asia/Shanghai')::date`
  const { n } = await tx.selectFrom('body_seat').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', district)
    .where('body', '=', body ?? '00000000-0000-0000-0000-000000000000').where(sql<boolean>`since <= ${day} and until >= ${day} and (left_on is null or left_on > ${day})`)
    .executeTakeFirstOrThrow()
  const orgs = (all: readonly { readonly org: string | null }[]): string[] => [...new Set(all.flatMap(({ org }) => (org === null ? [] : [org])))]
  return { toInvite: { parties, owners: own.map(({ org, post, owner }) => ({ org, post, label: owner })), members: Number(n) }, sides: orgs(parties), judged: orgs(own) }
}
