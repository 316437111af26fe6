/** What an owner's page of ballots sends and gets. Areas in 0.01 m². What was chosen never comes back. */
import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { ABOUTS, SAYERS, STANCES, VOTE_STATES } from '../rules/life/moves.ts'
import { CHANNELS } from '../rules/vote.ts'
import { Answers } from './votes-schemas.ts'

const text = z.string()
const maybe = z.string().nullable()

export const PhoneBody = z.strictObject({ phone: words(20) })
export const Sent = z.object({ sent: z.boolean() }).meta({ id: 'OwnBallotsCode' })
/** A phone that the register knows as an owner’s or a proxy’s opens all ballots of its heads. */
export const OpenBody = z.strictObject({ phone: words(20), code: z.string().regex(/^[\d０-９ ]{6,8}$/) })
export const Opened = z.object({ opened: z.boolean() }).meta({ id: 'OwnBallotsOpened' })
export const Ballot = z.object({
  vote: text, elector: text, kind: z.enum(['motion', 'election', 'budget']), number: text, placeName: text, title: text, words: text,
  questions: z.array(z.object({ n: z.number(), title: text, words: text, pick: z.number(),
    options: z.array(z.object({ id: text, label: text, cost: z.number().nullable() })) })),
  opinions: z.array(z.object({ saidBy: z.enum(SAYERS), stance: z.enum(STANCES), words: text, at: text })),
  homes: z.array(text), area: z.number(), heads: z.number(), kindOfHead: text, owner: text, /** Why this one votes. */
  as: z.enum(['sole', 'chosen', 'proxy', 'company']),
  state: z.enum(['noticed', 'frozen', 'open', 'closed', 'counted', 'published', 'filed', 'archived']), secret: z.boolean(), opensAt: maybe, closesAt: maybe,
  channels: z.array(z.enum(CHANNELS)), holds: z.enum(['first', 'last', 'paper_first']), blocked: maybe, tookPart: z.boolean(), casts: z.number(),
  /** Whether a ballot may be given on this page now, and if not why. */
  mayCast: z.boolean(), why: z.object({ zh: text, en: text }).nullable(),
}).meta({ id: 'OwnBallot' })
export const Ballots = z.object({ items: z.array(Ballot), until: text }).meta({ id: 'OwnBallots' })
/** What can be objected to, and what was, with the answer. */
export const OwnObjections = z.object({ items: z.array(z.object({ vote: text, kind: z.enum(['motion', 'election', 'budget']), number: text, title: text,
  state: z.enum(VOTE_STATES), mayObject: z.boolean(), why: z.object({ zh: text, en: text }).nullable(),
  objections: z.array(z.object({ id: text, about: z.enum(ABOUTS), words: text, on: text, due: text, answeredAt: maybe, answer: maybe })) })) })
  .meta({ id: 'OwnObjections' })
export const ObjectBody = z.strictObject({ vote: id(), about: z.enum(ABOUTS), words: words(2000) })
export const Objected = z.object({ id: text, due: text }).meta({ id: 'OwnObjected' })
export const ByElector = z.object({ vote: id(), elector: id() })
export const CastBody = z.strictObject({ answers: Answers })
/** The receipt's beginning: the commitment is kept by the voter and asked for after the close. */
export const Cast = z.object({ vote: text, commitment: text, seq: z.number(), at: text }).meta({ id: 'BallotCast' })
export const ByCommitment = z.object({ commitment: z.string().regex(/^[0-9a-f]{64}$/) })
/** linli-ballot-receipt-1, to be kept as a file; null while the vote is not sealed. */
export const Receipt = z.object({ sealed: z.boolean(), closesAt: maybe, receipt: z.looseObject({
  format: z.literal('linli-ballot-receipt-1'), vote: text, commitment: text, index: z.number(), size: z.number(), proof: z.array(text), root: text,
}).nullable() }).meta({ id: 'BallotReceipt' })
