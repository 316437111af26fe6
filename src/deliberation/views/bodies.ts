/** Standing bodies as pages read them: who sits there, when it meets, what was brought and answered, what it decided and what came of that. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { daysOf } from '../../kit/pure.ts'
import { namesOf, postsAround } from '../../offices/index.ts'
import { ancestors, children, placeById, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { answerBy, compositionOf, evaluationLate, rhythmOf, sitsOn, type IntakeState } from '../rules/bodies/index.ts'
import {
  bodiesOf, bodyById, intakesOf, intakeState, mapBody, mapSeat, meetingsOfBodies, resolutionsOfBodies, seatsOf, tasksOfResolutions, wasHeld,
  type BodyMeeting, type BodyRow, type IntakeRow, type SeatRow,
} from '../store/bodies.ts'

/** Seats whose term ends within so many days are said to end. Our own default. */
const ENDING = 60
/** What everybody reads of what was brought: not what waits for a look, and not what was taken down. */
const PUBLIC: readonly IntakeState[] = ['open', 'on_agenda', 'declined']

const dayOf = (at: Date): string => shanghaiDay(at)
const rhythm = (row: BodyRow, meetings: readonly BodyMeeting[], today: string) => {
  const own = meetings.filter(({ body, state }) => body === row.id && state !== 'cancelled')
  const held = own.filter((one) => wasHeld(one)).map(({ starts_at }) => dayOf(starts_at)).sort().at(-1) ?? null
  const next = own.filter((one) => !wasHeld(one) && dayOf(one.starts_at) >= today).sort((a, b) => a.starts_at.getTime() - b.starts_at.getTime())[0]
  return { rhythm: rhythmOf(mapBody(row), held, today), next: next && meetingView(next) }
}
const meetingView = ({ id, title, kind, state, venue, number, starts_at }: BodyMeeting) => ({ id, title, kind, state, venue, number, startsAt: starts_at.toISOString() })

/** Who sits on a body on a day ('YYYY-MM-DD'): for invitations. `label` is what the public reads; `post` where a post sits there. */
export async function seatsOn(tx: Tx, district: string, body: string, day: string): Promise<readonly {
  readonly id: string; readonly role: SeatRow['role']; readonly side: string; readonly label: string; readonly post: string | null }[]> {
  return (await seatsOf(tx, district, [body])).filter((row) => sitsOn(mapSeat(row), day)).map(({ id, role, sits_for, label, post }) => ({ id, role, side: sits_for, label, post }))
}

function memberView(row: SeatRow, today: string) {
  const seat = mapSeat(row)
  const left = daysOf(seat.until) - daysOf(today)
  return { id: row.id, role: seat.role, side: seat.side, label: row.label, since: seat.since, until: seat.leftOn ?? seat.until, ending: left <= ENDING ? left : null }
}

type Titles = ReadonlyMap<string, string>
function intakeView(row: IntakeRow, body: BodyRow, meetings: readonly BodyMeeting[], threads: Titles, today: string) {
  const by = answerBy(mapBody(body), dayOf(row.at))
  const meeting = meetings.find(({ id }) => id === row.meeting)
  return {
    id: row.id, name: row.name, words: row.words, at: row.at.toISOString(), paper: row.by_post !== null, state: intakeState(row),
    answerBy: by, late: row.state === 'open' ? Math.max(0, daysOf(today) - daysOf(by)) : 0, reason: row.reason,
    meeting: meeting ? { id: meeting.id, title: meeting.title, startsAt: meeting.starts_at.toISOString() } : null,
    thread: row.thread === null ? null : { id: row.thread, title: threads.get(row.thread) ?? '' },
  }
}

async function threadTitles(tx: Tx, district: string, ids: readonly (string | null)[]): Promise<Titles> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await tx.selectFrom('thread').select(['id', 'title']).where('district', '=', district).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

async function decisionsOf(tx: Tx, district: string, bodies: readonly string[], today: string) {
  const rows = await resolutionsOfBodies(tx, district, bodies)
  const tasks = await tasksOfResolutions(tx, district, rows.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id, meeting: row.meeting, thread: row.thread, number: row.number, on: dayOf(row.starts_at), n: row.n, words: row.words, yes: row.yes, no: row.no, abstained: row.abstained,
    minority: row.minority, carried: row.carried, state: row.state, evaluateOn: row.evaluate_on, verdict: row.verdict,
    late: row.state === 'withdrawn' ? 0 : evaluationLate({ carried: row.carried, evaluateOn: row.evaluate_on, verdict: row.verdict }, today),
    tasks: tasks.filter(({ resolution }) => resolution === row.id).map(({ id, title, owner, due, state, result, verdict, done_on }) =>
      ({ id, title, owner, due, state, result, verdict, doneOn: done_on, late: state === 'open' ? Math.max(0, daysOf(today) - daysOf(due)) : 0 })),
  }))
}

async function headOf(tx: Tx, row: BodyRow, seats: readonly SeatRow[], meetings: readonly BodyMeeting[], today: string) {
  const [place, names] = [await placeById(tx, row.district, row.place), await namesOf(tx, row.district, { orgs: [row.keeper] })]
  const body = mapBody(row)
  const { rhythm: beat, next } = rhythm(row, meetings, today)
  const { sides, ...numbers } = compositionOf(body, seats.map(mapSeat), today)
  return {
    id: row.id, kind: body.kind, name: row.name, place: { id: row.place, name: place?.fullName ?? '' }, keeper: names.org(row.keeper)?.name ?? '', seats: body.seats,
    rhythmDays: body.rhythmDays, termMonths: body.termMonths, powers: [...body.powers], charter: row.charter, foundedOn: body.foundedOn, endedOn: body.endedOn,
    rhythm: beat, next: next ?? null, composition: { ...numbers, sides: sides.map((one) => ({ ...one })) },
    members: seats.filter((one) => sitsOn(mapSeat(one), today)).map((one) => memberView(one, today)),
  }
}

/** A body for everybody; undefined where there is none. */
export async function publicBody(tx: Tx, district: string, id: string, at: Date) {
  const row = await bodyById(tx, district, id)
  if (!row) return undefined
  const today = dayOf(at)
  const [seats, meetings, intakes, decisions] = [await seatsOf(tx, district, [id]), await meetingsOfBodies(tx, district, [id]), await intakesOf(tx, district, [id], PUBLIC),
    await decisionsOf(tx, district, [id], today)]
  const threads = await threadTitles(tx, district, intakes.map(({ thread }) => thread))
  return { ...await headOf(tx, row, seats, meetings, today), meetings: meetings.filter(({ state }) => state !== 'planned').slice(0, 40).map(meetingView),
    intakes: intakes.map((one) => intakeView(one, row, meetings, threads, today)), decisions }
}

/** A body for staff, with what its keeper may do: its version, those who sat there before, what waits for a look, and choices for forms. Null where unseen. */
export async function staffBody(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await bodyById(tx, actor.district, id)
  const shown = row && await publicBody(tx, actor.district, id, at)
  if (!row || !shown) return null
  const [today, mine] = [dayOf(at), actor.orgs.includes(row.keeper) && row.ended_on === null]
  const [held, seats, place] = [await intakesOf(tx, actor.district, [id], ['held']), await seatsOf(tx, actor.district, [id]), await placeById(tx, actor.district, row.place)]
  const posts = mine && place ? await postsAround(tx, actor.district, place, today) : []
  const threads = mine && place ? await tx.selectFrom('thread').select(['id', 'title']).where('district', '=', actor.district)
    .where(sql<boolean>`path <@ ${(place.kind === 'compound' ? place.compoundPath : place.path) ?? place.path}::ltree or place = ${place.community ?? place.id}::uuid`)
    .orderBy('started_at', 'desc').limit(50).execute() : []
  const meetings = await meetingsOfBodies(tx, actor.district, [id])
  const unjudged = shown.decisions.filter(({ carried, verdict, state }) => carried && verdict === null && state !== 'withdrawn').length
  const moves = mine ? ['seat', 'end_seat', 'charter', 'answer', 'write', ...(held.length + shown.intakes.filter(({ state }) => state === 'open').length + unjudged === 0 ? ['dissolve'] : [])]
    : row.ended_on === null && ['community', 'grid', 'captain'].some((word) => actor.audience.includes(word)) ? ['write'] : []
  return { ...shown, version: row.version, held: held.length, moves, keeps: mine, meetings: meetings.slice(0, 40).map(meetingView),
    former: seats.filter((one) => !sitsOn(mapSeat(one), today)).map((one) => memberView(one, today)),
    posts: posts.filter(({ holder }) => holder !== null).map(({ post, title, orgName }) => ({ id: post, title, org: orgName })), threads }
}

/** The places whose bodies are shown at a place: itself, what it lies in, and for a community its compounds. */
async function placesAt(tx: Tx, district: string, place: PlaceView): Promise<readonly PlaceView[]> {
  const above = (await ancestors(tx, district, place.id)).filter(({ kind }) => kind === 'community' || kind === 'compound')
  const below = place.kind === 'community' ? (await children(tx, district, place.id)).filter(({ kind }) => kind === 'compound') : []
  return [place, ...below, ...above]
}

async function cardsOf(tx: Tx, district: string, rows: readonly BodyRow[], names: ReadonlyMap<string, string>, today: string) {
  const ids = rows.map(({ id }) => id)
  const [seats, meetings, intakes] = [await seatsOf(tx, district, ids), await meetingsOfBodies(tx, district, ids), await intakesOf(tx, district, ids, ['open'])]
  const decisions = await resolutionsOfBodies(tx, district, ids)
  return rows.map((row) => {
    const body = mapBody(row)
    const beat = rhythm(row, meetings, today)
    const open = intakes.filter((one) => one.body === row.id)
    return { id: row.id, kind: body.kind, name: row.name, place: { id: row.place, name: names.get(row.place) ?? '' }, seats: body.seats, foundedOn: body.foundedOn, endedOn: body.endedOn,
      taken: seats.filter((one) => one.body === row.id && sitsOn(mapSeat(one), today)).length, rhythm: beat.rhythm, next: beat.next ?? null,
      open: open.length, lateAnswers: open.filter(({ at }) => answerBy(body, dayOf(at)) < today).length,
      lateEvaluations: decisions.filter((one) => one.body === row.id && one.state !== 'withdrawn'
        && evaluationLate({ carried: one.carried, evaluateOn: one.evaluate_on, verdict: one.verdict }, today) > 0).length }
  })
}

/** [DB8] Decisions of meetings in a place, or of the bodies shown there, whose evaluation is over its day and has no verdict: for everybody. */
async function overdueAt(tx: Tx, district: string, place: PlaceView, bodies: readonly string[], today: string) {
  const leg = place.compoundPath ?? place.path
  const column = place.compoundPath === null ? sql.ref('r.path') : sql.ref('r.compound_path')
  const rows = await tx.selectFrom('resolution as r').innerJoin('meeting as m', (j) => j.onRef('m.district', '=', 'r.district').onRef('m.id', '=', 'r.meeting'))
    .leftJoin('standing_body as b', (j) => j.onRef('b.district', '=', 'm.district').onRef('b.id', '=', 'm.body'))
    .select(['r.id', 'r.words', 'r.meeting', 'r.thread', 'm.title', 'm.number', 'r.n', 'b.id as body', 'b.name as body_name', sql<string>`r.evaluate_on::text`.as('evaluate_on')])
    .where('r.district', '=', district).where('r.carried', '=', true).where('r.verdict', 'is', null).where('r.state', '<>', 'withdrawn').where('m.state', '<>', 'cancelled')
    .where(sql<boolean>`r.evaluate_on < ${today}::date`).where(sql<boolean>`(${column} <@ ${leg}::ltree or m.body = any(${[...bodies]}::uuid[]))`).orderBy('r.evaluate_on').limit(100).execute()
  return rows.map((row) => ({ id: row.id, words: row.words, meeting: row.meeting, meetingTitle: row.title, number: row.number, n: row.n, thread: row.thread,
    body: row.body === null ? null : { id: row.body, name: row.body_name ?? '' }, evaluateOn: row.evaluate_on, late: daysOf(today) - daysOf(row.evaluate_on) }))
}

/** The bodies of a place and around it, and which evaluations are overdue there. Undefined for an unknown place. */
export async function bodiesAt(tx: Tx, district: string, id: string, at: Date) {
  const place = await placeById(tx, district, id)
  if (!place) return undefined
  const around = await placesAt(tx, district, place)
  const today = dayOf(at)
  const rows = await bodiesOf(tx, district, around.map((one) => one.id))
  return { place: { id: place.id, name: place.fullName, kind: place.kind }, items: await cardsOf(tx, district, rows, new Map(around.map((one) => [one.id, one.fullName])), today),
    overdue: await overdueAt(tx, district, place, rows.map((one) => one.id), today) }
}
