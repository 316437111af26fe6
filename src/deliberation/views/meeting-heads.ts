/** What every page says of a meeting, and lists of them. */
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { holds } from '../commands/meetings/on-meeting.ts'
import { overdue, type InvitationAnswer, type MeetingKind, type MeetingState, type Role } from '../rules/meetings/index.ts'
import { meetingsById, meetingsHeld, meetingsOf, meetingsOfBody, meetingsWithin, resolutionsIn, type MeetingRow } from '../store/meetings.ts'

const DAY = 86_400_000
const namedRows = async (tx: Tx, district: string, table: 'place' | 'thread' | 'standing_body', ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))]
  if (wanted.length === 0) return new Map()
  const rows = table === 'place' ? await tx.selectFrom('place').select(['id', 'full_name as name']).where('district', '=', district).where('id', 'in', wanted).execute()
    : table === 'thread' ? await tx.selectFrom('thread').select(['id', 'title as name']).where('district', '=', district).where('id', 'in', wanted).execute()
      : await tx.selectFrom('standing_body').select(['id', 'name']).where('district', '=', district).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The heads of meetings, in their order. */
export async function headsOf(tx: Tx, district: string, rows: readonly MeetingRow[]) {
  const [places, threads, bodies, names] = [await namedRows(tx, district, 'place', rows.map(({ place }) => place)), await namedRows(tx, district, 'thread', rows.map(({ thread }) => thread)),
    await namedRows(tx, district, 'standing_body', rows.map(({ body }) => body)), await namesOf(tx, district, { orgs: rows.map(({ keeper }) => keeper) })]
  return rows.map((row) => ({
    id: row.id, place: { id: row.place, name: places.get(row.place) ?? '' }, keeper: { id: row.keeper, name: names.org(row.keeper)?.name ?? '' },
    thread: row.thread === null ? null : { id: row.thread, title: threads.get(row.thread) ?? '' },
    body: row.body === null ? null : { id: row.body, name: bodies.get(row.body) ?? '' },
    kind: row.kind as MeetingKind, state: row.state as MeetingState, title: row.title, venue: row.venue, // the table's checks
    startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), presider: row.presider, noticeOn: row.notice_on, objectionsUntil: row.objections_until,
    number: row.number, reason: row.reason,
  }))
}

export type MeetingsAsked = { readonly place?: string | undefined; readonly thread?: string | undefined; readonly body?: string | undefined }
async function rowsOf(tx: Tx, district: string, { place, thread, body }: MeetingsAsked): Promise<MeetingRow[] | undefined> {
  if (thread !== undefined) return meetingsOf(tx, district, thread)
  if (body !== undefined) return meetingsOfBody(tx, district, body)
  const found = place === undefined ? undefined : await placeById(tx, district, place)
  return found ? meetingsWithin(tx, district, found.path) : undefined
}

async function cards(tx: Tx, district: string, rows: readonly MeetingRow[], at: Date) {
  const today = shanghaiDay(at)
  const shown = rows.filter(({ state }) => state === 'posted' || state === 'approved').map(({ id }) => id)
  const [heads, resolutions] = [await headsOf(tx, district, rows), await resolutionsIn(tx, district, shown)]
  return { items: heads.map((head) => {
    const own = resolutions.filter(({ meeting }) => meeting === head.id)
    return { ...head, carried: own.filter(({ carried }) => carried).length, overdue: own.filter((one) => overdue({ ...one, evaluateOn: one.evaluate_on }, today)).length }
  }) }
}

/** [DM16] Whether everybody may read that a meeting is: once it was called. */
export const isPublic = ({ state, notice_on }: Pick<MeetingRow, 'state' | 'notice_on'>): boolean => notice_on !== null && state !== 'planned'

/** The meetings of a thread, a body or a place and all within it that everybody may read of. Undefined: nothing was asked for, or no such place. */
export async function publicMeetings(tx: Tx, district: string, asked: MeetingsAsked, at: Date) {
  const rows = await rowsOf(tx, district, asked)
  return rows && cards(tx, district, rows.filter(isPublic), at)
}

/** The same for staff: those in preparation that they hold as well; nothing asked for means where they work. */
export async function staffMeetings(tx: Tx, actor: Actor, asked: MeetingsAsked, at: Date) {
  const open = Object.values(asked).every((one) => one === undefined)
  const rows = open ? [...(await Promise.all(actor.scopes.map((path) => meetingsWithin(tx, actor.district, path)))).flat(), ...await meetingsHeld(tx, actor.district, actor.orgs)] : await rowsOf(tx, actor.district, asked)
  if (!rows) return null
  const once = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => b.starts_at.getTime() - a.starts_at.getTime())
  return cards(tx, actor.district, once.filter((row) => isPublic(row) || holds(actor, row)), at)
}

/** What the actor's post or organisation is invited to, the nearest first; nothing that lies a week back. */
export async function invitationsFor(tx: Tx, actor: Actor, at: Date) {
  const { district, orgs, post } = actor
  const own = await tx.selectFrom('invitation').select(['id', 'meeting', 'role', 'label', 'answer', 'reason', 'org', 'post', 'path', 'compound_path']).where('district', '=', district)
    .where((e) => e.or([e('post', '=', post), ...(orgs.length > 0 ? [e.and([e('post', 'is', null), e('org', 'in', [...orgs])])] : [])]))
    .where('sent_at', '>', new Date(at.getTime() - 120 * DAY)).orderBy('sent_at', 'desc').limit(200).execute()
  await actAs(tx, { ...actor, scopes: [...actor.scopes, ...new Set(own.flatMap(({ path, compound_path: compound }) => (compound === null ? [path] : [path, compound])))] })
  const meetings = (await meetingsById(tx, district, own.map(({ meeting }) => meeting)))
    .filter(({ state, starts_at }) => ['called', 'held', 'cancelled'].includes(state) && starts_at.getTime() > at.getTime() - 7 * DAY)
    .sort((a, b) => a.starts_at.getTime() - b.starts_at.getTime())
  return { items: (await headsOf(tx, district, meetings)).flatMap((meeting) => own.filter((one) => one.meeting === meeting.id).map(({ id, role, label, answer, reason }) =>
    ({ id, meeting, role: role as Role, label, answer: answer as InvitationAnswer | null, reason }))) } // the table's checks
}
