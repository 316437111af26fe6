/** What the pages of standing bodies send and get. Days are 'YYYY-MM-DD'. */
import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { BODY_KINDS, INTAKE_STATES, POWERS, SEAT_ROLES, SIDES } from '../rules/bodies/index.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const day = z.iso.date()
const said = z.object({ zh: text, en: text })
const version = z.int().min(1).max(1_000_000).optional()
const rhythmDays = z.int().min(7).max(400)
const powers = z.array(z.enum(POWERS)).max(POWERS.length)

export const ById = z.object({ id: id() })
export const PlaceQuery = z.object({ place: id() })
export const FoundBody = z.strictObject({ place: id(), kind: z.enum(BODY_KINDS), name: words(40, 2), seats: z.int().min(3).max(99), rhythmDays,
  termMonths: z.int().min(3).max(120), powers, charter: words(4000, 0).default('') })
export const SeatBody = z.strictObject({ version, role: z.enum(SEAT_ROLES).default('member'), side: z.enum(SIDES), since: day.optional(), post: id().nullable().default(null),
  name: words(30).nullable().default(null), shown: words(20).nullable().default(null) })
export const EndSeatBody = z.strictObject({ version, seat: id(), on: day.optional() })
export const CharterBody = z.strictObject({ version, charter: words(4000, 0), rhythmDays, powers })
export const DissolveBody = z.strictObject({ version })
export const BringBody = z.strictObject({ words: words(500, 4) })
export const WriteDownBody = z.strictObject({ words: words(500, 4), name: words(20) })
export const AnswerBody = z.union([z.strictObject({ to: z.literal('meeting'), meeting: id(), title: words(80, 2) }), z.strictObject({ to: z.literal('thread'), thread: id() }),
  z.strictObject({ to: z.literal('declined'), reason: words(300) })])

export const Done = z.object({ id: text, version: whole }).meta({ id: 'CouncilDone' })
export const Seated = Done.extend({ seat: text, until: text }).meta({ id: 'CouncilSeated' })
export const Brought = Done.extend({ state: z.enum(INTAKE_STATES) }).meta({ id: 'IntakeBrought' })

const Rhythm = z.object({ last: maybe, due: text, late: whole })
const Meeting = z.object({ id: text, title: text, kind: text, state: text, venue: text, number: maybe, startsAt: text })
const Member = z.object({ id: text, role: z.enum(SEAT_ROLES), side: z.enum(SIDES), label: text, since: text, until: text, ending: whole.nullable() })
const Intake = z.object({ id: text, name: text, words: text, at: text, paper: z.boolean(), state: z.enum(INTAKE_STATES), answerBy: text, late: whole, reason: maybe,
  meeting: z.object({ id: text, title: text, startsAt: text }).nullable(), thread: z.object({ id: text, title: text }).nullable() })
const Task = z.object({ id: text, title: text, owner: text, due: text, state: text, result: maybe, verdict: maybe, doneOn: maybe, late: whole })
const Decision = z.object({ id: text, meeting: text, thread: maybe, number: maybe, on: text, n: whole, words: text, yes: whole, no: whole, abstained: whole, minority: text,
  carried: z.boolean(), state: text, evaluateOn: maybe, verdict: maybe, late: whole, tasks: z.array(Task) })
const Place = z.object({ id: text, name: text })
const Card = z.object({ id: text, kind: z.enum(BODY_KINDS), name: text, place: Place, seats: whole, foundedOn: text, endedOn: maybe, taken: whole, rhythm: Rhythm,
  next: Meeting.nullable(), open: whole, lateAnswers: whole, lateEvaluations: whole })
export const Bodies = z.object({ place: Place.extend({ kind: text }), items: z.array(Card),
  overdue: z.array(z.object({ id: text, words: text, meeting: text, meetingTitle: text, number: maybe, n: whole, thread: maybe, body: Place.nullable(), evaluateOn: text, late: whole })),
}).meta({ id: 'Councils' })
export const Body = z.object({
  id: text, kind: z.enum(BODY_KINDS), name: text, place: Place, keeper: text, seats: whole, rhythmDays: whole, termMonths: whole, powers: z.array(z.enum(POWERS)), charter: text,
  foundedOn: text, endedOn: maybe, rhythm: Rhythm, next: Meeting.nullable(), members: z.array(Member),
  composition: z.object({ taken: whole, open: whole, residents: whole, others: whole, say: said, good: z.boolean(), sides: z.array(z.object({ side: z.enum(SIDES), count: whole })) }),
  meetings: z.array(Meeting), intakes: z.array(Intake), decisions: z.array(Decision),
}).meta({ id: 'Council' })
export const StaffBody = Body.extend({ version: whole, held: whole, moves: z.array(text), keeps: z.boolean(), former: z.array(Member),
  posts: z.array(z.object({ id: text, title: text, org: text })), threads: z.array(z.object({ id: text, title: text })) }).meta({ id: 'StaffCouncil' })
