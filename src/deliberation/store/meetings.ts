import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Meeting as MeetingTable, Resolution as ResolutionTable } from '../../kit/tables.gen.ts'
import type { Meeting, MeetingKind, MeetingState } from '../rules/meetings/index.ts'

type Days = { readonly notice_on: string | null; readonly objections_until: string | null }
/** A meeting as it is stored, its days as civil days. */
export type MeetingRow = Omit<Selectable<MeetingTable>, keyof Days> & Days
type ResolutionDays = { readonly in_force_on: string | null; readonly evaluate_on: string | null }
/** A resolution as it is stored, its days as civil days. */
export type ResolutionRow = Omit<Selectable<ResolutionTable>, keyof ResolutionDays> & ResolutionDays

const columns = ['district', 'id', 'place', 'path', 'compound_path', 'keeper', 'thread', 'body', 'kind', 'title', 'venue', 'starts_at', 'ends_at', 'presider',
  'presider_tied', 'presider_org', 'clerk_post', 'quorum', 'state', 'notice_photo', 'approved_at', 'closed_attendance', 'number', 'number_year', 'number_n',
  'sign_code', 'planned_by', 'reason', 'began_at', 'closed_at', 'list_photo', 'hall_satisfied', 'hall_accepted', 'hall_not', 'version'] as const
const days = [sql<string | null>`notice_on::text`.as('notice_on'), sql<string | null>`objections_until::text`.as('objections_until')] as const
const meetings = (tx: Tx, district: string) => tx.selectFrom('meeting').select([...columns, ...days]).where('district', '=', district)

const resolutionColumns = ['district', 'id', 'meeting', 'path', 'compound_path', 'thread', 'n', 'words', 'yes', 'no', 'abstained', 'minority', 'carried', 'state',
  'verdict', 'judged_at', 'judged_in', 'vote', 'power'] as const
const resolutionDays = [sql<string | null>`in_force_on::text`.as('in_force_on'), sql<string | null>`evaluate_on::text`.as('evaluate_on')] as const
const resolutions = (tx: Tx, district: string) => tx.selectFrom('resolution').select([...resolutionColumns, ...resolutionDays]).where('district', '=', district)

/** A meeting as its rules see it; the table's checks keep the codes right. */
export const mapMeeting = (row: MeetingRow): Meeting => ({
  id: row.id, kind: row.kind as MeetingKind, state: row.state as MeetingState, startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime(),
  presider: row.presider, presiderTied: row.presider_tied, presiderOrg: row.presider_org, quorum: row.quorum, noticeOn: row.notice_on,
  objectionsUntil: row.objections_until,
})

/** Who writes the minutes of a meeting. */
export const writersOf = ({ clerk_post: clerkPost, planned_by: plannedBy }: Pick<MeetingRow, 'clerk_post' | 'planned_by'>) => ({ clerkPost, plannedBy })

/** One meeting; undefined where the actor sees none. */
export const meetingById = (tx: Tx, district: string, id: string): Promise<MeetingRow | undefined> => meetings(tx, district).where('id', '=', id).executeTakeFirst()

/** One meeting by the code of its QR. */
export const meetingByCode = (tx: Tx, district: string, code: string): Promise<MeetingRow | undefined> =>
  meetings(tx, district).where('sign_code', '=', code).executeTakeFirst()

/** One meeting, locked until the transaction ends; undefined where the actor sees none. */
export const lockMeeting = (tx: Tx, district: string, id: string): Promise<MeetingRow | undefined> =>
  meetings(tx, district).where('id', '=', id).forUpdate().executeTakeFirst()

/** The meetings of a thread, the earliest first. */
export const meetingsOf = (tx: Tx, district: string, thread: string): Promise<MeetingRow[]> =>
  meetings(tx, district).where('thread', '=', thread).orderBy('starts_at').orderBy('id').execute()

/** The meetings of a standing body, the latest first, a hundred at most. */
export const meetingsOfBody = (tx: Tx, district: string, body: string): Promise<MeetingRow[]> =>
  meetings(tx, district).where('body', '=', body).orderBy('starts_at', 'desc').orderBy('id').limit(100).execute()

/** The meetings of a place and of all within it, the latest first, a hundred at most. `path` is the place's, administrative or of the compound. */
export const meetingsWithin = (tx: Tx, district: string, path: string): Promise<MeetingRow[]> =>
  meetings(tx, district).where((e) => e.or([sql<boolean>`path <@ ${path}::ltree`, sql<boolean>`compound_path <@ ${path}::ltree`]))
    .orderBy('starts_at', 'desc').orderBy('id').limit(100).execute()

/** The meetings that organisations hold, the latest first, a hundred at most. */
export const meetingsHeld = (tx: Tx, district: string, keepers: readonly string[]): Promise<MeetingRow[]> =>
  keepers.length === 0 ? Promise.resolve([]) : meetings(tx, district).where('keeper', 'in', [...keepers]).orderBy('starts_at', 'desc').orderBy('id').limit(100).execute()

/** These meetings, in no order. */
export const meetingsById = (tx: Tx, district: string, ids: readonly string[]): Promise<MeetingRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : meetings(tx, district).where('id', 'in', [...ids]).execute()

/** The resolutions of a thread, in the order in which they were made. */
export const resolutionsOf = (tx: Tx, district: string, thread: string): Promise<ResolutionRow[]> =>
  resolutions(tx, district).where('thread', '=', thread).orderBy('id').execute()

/** The resolutions of meetings, in the order of their numbers. */
export const resolutionsIn = (tx: Tx, district: string, ids: readonly string[]): Promise<ResolutionRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : resolutions(tx, district).where('meeting', 'in', [...ids]).orderBy('meeting').orderBy('n').execute()

/** Changes a meeting and counts its version up. */
export async function changeMeeting(tx: Tx, { district, id, version }: MeetingRow, to: Partial<Omit<MeetingRow, 'district' | 'id' | 'version'>>): Promise<void> {
  await tx.updateTable('meeting').set({ ...to, version: version + 1 }).where('district', '=', district).where('id', '=', id).execute()
}

/** Changes a resolution. */
export async function changeResolution(tx: Tx, { district, id }: Pick<ResolutionRow, 'district' | 'id'>,
  to: Partial<Pick<ResolutionRow, 'state' | 'in_force_on' | 'verdict' | 'judged_at' | 'judged_in' | 'vote'>>): Promise<void> {
  await tx.updateTable('resolution').set(to).where('district', '=', district).where('id', '=', id).execute()
}
