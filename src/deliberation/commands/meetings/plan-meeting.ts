/** Planning a meeting: what it is, its agenda, and another time. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId, randomCode } from '../../../kit/ids.ts'
import { cancelTimers } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { holdersAt } from '../../../offices/index.ts'
import { placeById } from '../../../places/index.ts'
import { isWithin } from '../../../trust/index.ts'
import { agendaFits, mayBeClerk, mayBeLabel, mayBePublic, mayPlan, meetingActs, quorumOf, type MeetingKind } from '../../rules/meetings/index.ts'
import { bodyById } from '../../store/bodies.ts'
import { agendaOf, legOf } from '../../store/meeting-parts.ts'
import { changeMeeting, type MeetingRow } from '../../store/meetings.ts'
import { threadById } from '../../store/threads.ts'
import { seatsOn } from '../../views/bodies.ts'
import { clerksFor } from './clerk.ts'
import { onMeeting, reachMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

export type PlanMeeting = {
  readonly place: string | null; readonly thread: string | null; readonly body: string | null; readonly kind: MeetingKind
  readonly title: string; readonly venue: string
  /** ISO times. */
  readonly startsAt: string; readonly endsAt: string
  readonly presider: string; readonly presiderOrg: string | null; readonly presiderTied: boolean
  readonly clerkPost: string | null
  /** Null: the kind's own; never fewer. */
  readonly quorum: number | null
}

const notHis = { code: 'not_yours', rule: 'DM2', explain: { zh: '这次会由牵头的单位来开。', en: 'This meeting is for the organisation that leads.' } }
const notPublic = { code: 'private_words', rule: 'DM16', explain: { zh: '会名、地点和议题都会张贴，不要写电话、门牌和人名。',
  en: 'Title, venue and agenda are posted: no telephone, door number or name.' } }
const badTime = { code: 'bad_time', rule: 'DM2', explain: { zh: '会要在以后开，一年以内，结束在开始之后，最长一天。',
  en: 'A meeting lies ahead, within a year, ends after it begins, and takes a day at most.' } }
const DAY = 86_400_000

const timed = (startsAt: string, endsAt: string, at: Date): boolean => {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)]
  return from > at.getTime() && from <= at.getTime() + 366 * DAY && to > from && to - from <= DAY
}
const LEADERS = ['community', 'branch', 'owners', 'firm', 'street']

type Place = { readonly place: string; readonly path: string; readonly compound_path: string | null; readonly keeper: string }
/** Where a meeting is and who holds it: its thread's, its body's, or, alone, the place that was named and the actor's own organisation. */
async function placeOf({ tx, actor, at }: Staff, { place, thread, body, kind }: PlanMeeting): Promise<Result<Place>> {
  const { district } = actor
  const of = thread === null ? null : await threadById(tx, district, thread)
  const sits = body === null ? null : await bodyById(tx, district, body)
  if (of === undefined || sits === undefined) return refuse(common.notFound)
  const may = mayPlan(kind, of, sits && { ended: sits.ended_on !== null })
  if (!may.ok) return may
  const led = of ?? sits
  if (led) return actor.orgs.includes(led.keeper) ? ok(led) : refuse(notHis)
  const found = place === null ? undefined : await placeById(tx, district, place)
  if (!found) return refuse(common.notFound)
  if (actor.org === null || !actor.orgs.includes(actor.org) || !actor.audience.some((one) => LEADERS.includes(one))) return refuse(notHis)
  const reaches = actor.scopes.some((scope) => isWithin(found.path, scope) || (found.compoundPath !== null && isWithin(found.compoundPath, scope)))
  // firms and owners' committees reach no place of their own: a duty there is what they have
  if (!reaches && ![...(await holdersAt(tx, district, found, shanghaiDay(at))).values()].some(({ org }) => org === actor.org)) return refuse(notHis)
  return ok({ place: found.id, path: found.path, compound_path: found.compoundPath, keeper: actor.org })
}

/** [DM2] Plans a meeting. A body's members are invited at once. Answers its id. */
export async function planMeeting(ctx: Staff, input: PlanMeeting): Promise<Result<Done>> {
  const { tx, actor, at } = ctx
  const where = await placeOf(ctx, input)
  if (!where.ok) return where
  if (!timed(input.startsAt, input.endsAt, at)) return refuse(badTime)
  if (!mayBePublic(input.title) || !mayBePublic(input.venue) || !mayBeLabel(input.presider)) return refuse(notPublic)
  await reachMeeting(tx, actor, where.value)
  const day = shanghaiDay(new Date(input.startsAt))
  const clerk = input.clerkPost === null ? ok(true) : mayBeClerk(input.clerkPost, await clerksFor(tx, { district: actor.district, keeper: where.value.keeper, body: input.body }, shanghaiDay(at)))
  if (!clerk.ok) return clerk
  const members = input.body === null ? [] : await seatsOn(tx, actor.district, input.body, day)
  const { place, path, compound_path, keeper } = where.value
  const id = newId()
  await tx.insertInto('meeting').values({
    district: actor.district, id, place, path, compound_path, keeper, thread: input.thread, body: input.body, kind: input.kind, title: input.title, venue: input.venue,
    starts_at: input.startsAt, ends_at: input.endsAt, presider: input.presider.trim(), presider_tied: input.presiderTied, presider_org: input.presiderOrg,
    clerk_post: input.clerkPost ?? actor.post, planned_by: actor.post, quorum: Math.max(input.quorum ?? 0, quorumOf(input.kind, members.length, day)), state: 'planned', sign_code: randomCode(16),
  }).execute()
  const leg = { district: actor.district, meeting: id, path, compound_path }
  if (members.length > 0) await tx.insertInto('invitation').values(members.map(({ label, post }) => ({ ...leg, id: newId(), role: 'member', post, label }))).execute()
  await recordMeeting(ctx, { district: actor.district, id, place, path, compound_path, keeper },
    meetingActs.state('meeting.plan', { kind: input.kind, thread: input.thread ?? undefined, body: input.body ?? undefined }))
  return ok({ id, state: 'planned' })
}

export type MoveMeeting = { readonly id: string; readonly startsAt?: string | undefined; readonly endsAt?: string | undefined; readonly venue?: string | undefined
  readonly presider?: string | undefined; readonly presiderOrg?: string | null | undefined; readonly presiderTied?: boolean | undefined; readonly reason: string }
const noReason = { code: 'no_reason', rule: 'DM4', explain: { zh: '已经通知了，改动要写一句为什么。', en: 'It was called already: say why it is changed.' } }

/** [DM4] Another time, venue or presider. A called meeting whose time changes is called anew, with its whole notice. */
export const moveMeeting = (ctx: Staff, input: MoveMeeting): Promise<Result<Done>> => onMeeting(ctx, input.id, 'move', async ({ row }) => {
  const [startsAt, endsAt] = [input.startsAt ?? row.starts_at.toISOString(), input.endsAt ?? row.ends_at.toISOString()]
  if (!timed(startsAt, endsAt, ctx.at)) return refuse(badTime)
  if (!mayBePublic(input.venue ?? '') || !mayBeLabel(input.presider ?? '') || !mayBePublic(input.reason)) return refuse(notPublic)
  const called = row.state === 'called'
  if (called && input.reason.trim().length < 4) return refuse(noReason)
  const fits = agendaFits(await agendaOf(ctx.tx, row), Date.parse(startsAt), Date.parse(endsAt))
  if (!fits.ok) return fits
  const again = called && Date.parse(startsAt) !== row.starts_at.getTime()
  await changeMeeting(ctx.tx, row, {
    starts_at: new Date(startsAt), ends_at: new Date(endsAt), ...(input.venue === undefined ? {} : { venue: input.venue }),
    ...(input.presider === undefined ? {} : { presider: input.presider }), ...(input.presiderOrg === undefined ? {} : { presider_org: input.presiderOrg }),
    ...(input.presiderTied === undefined ? {} : { presider_tied: input.presiderTied }), ...(called ? { reason: input.reason.trim() } : {}),
    ...(again ? { state: 'planned', notice_on: null, notice_photo: null } : {}),
  })
  if (again) await cancelTimers(ctx.tx, row.id)
  await recordMeeting(ctx, row, meetingActs.state('meeting.move', { again }))
  return ok({ id: row.id, state: again ? 'planned' : row.state })
})

export type Item = { readonly title: string; readonly minutes: number; readonly intake: string | null }
/** Writes an agenda anew; what a resident brought is on it, and comes off it when it is left out. */
async function writeAgenda(ctx: Staff, row: MeetingRow, items: readonly Item[]): Promise<Result<Done>> {
  const { tx } = ctx
  const { district, id } = row
  const fits = agendaFits(items, row.starts_at.getTime(), row.ends_at.getTime())
  if (!fits.ok) return fits
  if (items.some(({ title }) => !mayBePublic(title))) return refuse(notPublic)
  const intakes = items.flatMap(({ intake }) => (intake === null ? [] : [intake]))
  const wanted = intakes.length === 0 ? [] : await tx.selectFrom('agenda_intake').select(['id', 'body', 'state', 'meeting']).where('district', '=', district)
    .where('id', 'in', intakes).forUpdate().execute()
  const fit = wanted.filter((one) => one.body === row.body && (one.state === 'open' || (one.state === 'on_agenda' && one.meeting === id)))
  if (fit.length < new Set(intakes).size || intakes.length > fit.length) return refuse(common.notFound)
  await tx.updateTable('agenda_intake').set({ state: 'open', meeting: null }).where('district', '=', district).where('meeting', '=', id).where('state', '=', 'on_agenda').execute()
  if (intakes.length > 0) await tx.updateTable('agenda_intake').set({ state: 'on_agenda', meeting: id }).where('district', '=', district).where('id', 'in', intakes).execute()
  await tx.deleteFrom('agenda_item').where('district', '=', district).where('meeting', '=', id).execute()
  if (items.length > 0) await tx.insertInto('agenda_item').values(items.map((item, at) => ({ ...legOf(row), n: at + 1, ...item }))).execute()
  await changeMeeting(tx, row, {})
  await recordMeeting(ctx, row, meetingActs.state('meeting.agenda', { items: items.length, intakes: intakes.length }))
  return ok({ id, state: row.state })
}

/** [DM6] Sets the agenda: items with minutes that fit into the meeting. */
export const setAgenda = (ctx: Staff, { id, items }: { readonly id: string; readonly items: readonly Item[] }): Promise<Result<Done>> =>
  onMeeting(ctx, id, 'agenda', ({ row }) => writeAgenda(ctx, row, items))

/** [DM6] Puts what a resident brought to the body at the end of the agenda, in words that may be posted. */
export const takeIntake = (ctx: Staff, { id, intake, minutes, title }: { readonly id: string; readonly intake: string; readonly minutes: number
  readonly title: string }): Promise<Result<Done>> => onMeeting(ctx, id, 'agenda', async ({ row }) =>
  writeAgenda(ctx, row, [...(await agendaOf(ctx.tx, row)).map((one) => ({ title: one.title, minutes: one.minutes, intake: one.intake })), { title, minutes, intake }]))
