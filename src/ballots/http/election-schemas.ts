/** What the pages of elections send and get. Days are 'YYYY-MM-DD'; areas whole numbers of 0.01 m². */
import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { BODY_KINDS, BODY_STATES, ENDINGS, MEMBER_ROLES, NOMINATORS } from '../rules/election/bodies.ts'
import { OUTCOMES, REVIEW_ROLES } from '../rules/election/review.ts'
import { STARTERS, VOTE_STATES } from '../rules/life/moves.ts'
import { CHANNELS } from '../rules/vote.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const said = z.object({ zh: text, en: text })
const source = z.object({ law: text, article: text.optional() }).nullable()
const day = z.iso.date()
const version = z.int().min(0).max(1_000_000).optional()

export const ById = z.object({ id: id() })
export const OwnersQuery = z.object({ label: z.string().min(1).max(20) })
export const StartBody = z.strictObject({ kind: z.enum(['owners_committee', 'property_council']).default('owners_committee'), place: id(),
  seats: z.int().min(1).max(99), reserves: z.int().min(0).max(99).default(0), years: z.int().min(1).max(9), begins: day, title: words(120, 4),
    words: words(4000, 0).default(''),
  startedBy: z.enum(STARTERS).default('committee'), secret: z.boolean().default(true), channels: z.array(z.enum(CHANNELS)).min(1).max(3) })
/** `online`: asked to be held online it is refused, with the rule. */
export const ResidentsBody = z.strictObject({ place: id(), seats: z.int().min(3).max(15), begins: day, years: z.int().min(1).max(9),
  online: z.boolean().default(false) })
const CONDITIONS = ['civil_capacity', 'residence_time', 'firm_interest', 'defaulter', 'banned_use', 'structure_damaged', 'illegal_building',
  'use_changed', 'fees_unpaid',
  'fund_unpaid', 'illegal_letting'] as const
const conditions = z.strictObject(Object.fromEntries(CONDITIONS.map((code) => [code, z.boolean().optional()])) as Record<(typeof CONDITIONS)[number],
  z.ZodOptional<z.ZodBoolean>>)
export const NominateBody = z.strictObject({ version, owner: id(), by: z.enum(NOMINATORS), officer: id().nullable().default(null),
  promised: z.boolean(),
  reason: words(300, 0).default(''), declared: z.strictObject({ /** Null: not said. */ party: z.boolean().nullable(), posts: words(300, 0)
    .default(''), overlap: z.boolean(),
    firmTie: z.boolean(), firmWords: words(300, 0).default(''), known: conditions }) })
const candidate = { version, candidate: id() }
export const ReviewBody = z.strictObject({ ...candidate, outcome: z.enum(OUTCOMES), reason: words(500, 0).default('') })
export const RefuseBody = z.strictObject({ ...candidate, ground: z.string().regex(/^[a-z_]{3,40}$/), reason: words(500) })
export const WithdrawBody = z.strictObject({ ...candidate, reason: words(300, 0).default('') })
export const CandidateBody = z.strictObject(candidate)
export const Plain = z.strictObject({ version })
export const OfficersBody = z.strictObject({ version, chair: id(), deputies: z.array(id()).max(10).default([]) })
export const EndBody = z.strictObject({ version, person: id(), by: z.enum(ENDINGS), day, held: z.int().min(0).max(100).default(0), missed: z.int()
  .min(0).max(100).default(0) })
export const HandOverBody = z.strictObject({ version, n: z.int().min(1).max(30), handed: z.boolean(), note: words(300, 0).default('') })
export const DayBody = z.strictObject({ version, step: z.string().regex(/^[a-z_]{3,40}$/), what: z.enum(['set', 'done']), day: day.nullable() })
export const TargetBody = z.strictObject({ on: z.boolean() })

export const Started = z.object({ id: text, vote: maybe }).meta({ id: 'ElectionStarted' })
export const Done = z.object({ id: text, state: z.enum(BODY_STATES), version: whole }).meta({ id: 'BodyDone' })
export const Nominated = Done.extend({ candidate: text, warnings: z.array(text) }).meta({ id: 'CandidateNominated' })
/** `overlap`: how many of those who sit now are on the residents' committee too. */
export const Seated = Done.extend({ overlap: whole }).meta({ id: 'BodySeated' })
export const Ended = Seated.extend({ movedUp: z.boolean() }).meta({ id: 'MemberEnded' })
export const Target = z.object({ on: z.boolean() }).meta({ id: 'SlateTarget' })
export const Declared = z.object({ name: text, party: z.boolean().nullable(), posts: text, overlap: z.boolean(), firmTie: z.boolean(),
  firmWords: text,
  known: z.record(text, z.boolean()) }).meta({ id: 'CandidateDeclared' })
export const Owners = z.object({ items: z.array(z.object({ owner: text, name: text, label: text })) }).meta({ id: 'NominableOwners' })
/** Who holds a post around: a candidate who is one of them is tied to it. */
export const Officers = z.object({ items: z.array(z.object({ person: text, name: text, title: text, org: text })) }).meta({ id: 'ElectionOfficers' })
export const Card = z.object({ id: text, kind: z.enum(BODY_KINDS), state: z.enum(BODY_STATES), version: whole, vote: maybe,
  place: z.object({ id: text, name: text }), seats: whole,
  reserves: whole, termFrom: text, termTo: text, daysLeft: whole, tellFrom: maybe, endsSoon: z.boolean(), formed: z.boolean(), members: whole, inReserve: whole,
    open: whole }).meta({ id: 'BodyCard' })
export const Cards = z.object({ items: z.array(Card), mayPrepare: z.boolean() }).meta({ id: 'BodyCards' })
const measure = z.object({ heads: whole, area: whole })
const CandidateView = z.object({ id: text, name: text, posted: z.boolean(), by: z.enum(NOMINATORS), promised: z.boolean(), state: text, option: maybe,
  officer: maybe, until: text,
  open: z.array(z.enum(REVIEW_ROLES)), warnings: z.array(z.object({ code: text, words: said, reason: text })),
  reviews: z.array(z.object({ role: z.enum(REVIEW_ROLES), outcome: z.enum(OUTCOMES), reason: text, on: text })), ground: said.nullable(),
    reason: maybe, votes: measure.nullable() })
const Slate = z.object({ code: text, have: whole, wanted: whole, met: z.boolean(), say: said }).nullable()
const Desk = z.object({ vote: z.object({ id: text, state: z.enum(VOTE_STATES), title: text, opensAt: maybe, closesAt: maybe }), posted: z.boolean(),
  candidates: z.array(CandidateView),
  conditions: z.array(z.object({ code: text, words: said, source })), target: z.boolean(), slate: Slate, says: z.enum(REVIEW_ROLES).nullable(),
    outcomes: z.array(z.enum(OUTCOMES)),
  may: z.object({ nominate: z.boolean(), post: z.boolean(), review: z.boolean(), refuse: z.boolean(), seat: z.boolean() }) })
export const Detail = Card.extend({ meetsEveryMonths: whole.nullable(), pack: maybe,
  seated: z.array(z.object({ person: text, name: text, role: z.enum(MEMBER_ROLES), rank: whole.nullable(), since: text, until: maybe,
    endedBy: maybe, /** Sits on the residents' committee too. */ overlap: z.boolean() })),
  handOver: z.array(z.object({ n: whole, title: text, due: maybe, handedOn: maybe, note: maybe })),
  steps: z.array(z.object({ code: text, state: z.enum(['done', 'due', 'missing', 'waived']), doneOn: maybe, due: maybe, words: said, source })),
  /** What is handed over of the compound and the whole, for the keeper of its register. */
  delivered: z.object({ delivered: measure, totals: measure }).nullable(),
  desk: Desk.nullable(), prepares: z.boolean(), street: z.boolean() }).meta({ id: 'Body' })
/** For everybody: names as posted, and of the composition rule, number, yes or no; a number that would tell of each is left out. */
export const PublicSlate = z.object({ seats: whole, reserves: whole,
  candidates: z.array(z.object({ option: text, name: text, by: z.enum(NOMINATORS), won: z.boolean().nullable(), reserve: z.boolean() })),
  composition: z.array(z.object({ code: text, words: said, have: whole.nullable(), of: whole.nullable(), met: z.boolean() })) })
    .meta({ id: 'PublicSlate' })
