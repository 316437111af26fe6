/** What the pages of polls send and get. Days are 'YYYY-MM-DD'; statements go by their number in the poll; shares are 0 to 1. */
import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { Ruled } from './speech-schemas.ts'
import { longestStatement, POLL_STATES, statementLength } from '../rules/opinions/index.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const share = z.number().nullable()
const day = z.iso.date()
const number = z.int().min(1).max(100_000)
const sign = z.union([z.literal(1), z.literal(0), z.literal(-1)])
/** A statement as people count its characters; twice as many UTF-16 units at most. */
const statement = words(2 * longestStatement).refine((said) => statementLength(said) <= longestStatement, 'at most 140 characters')

export const ById = z.object({ id: id() })
export const PlaceQuery = z.object({ place: id() })

export const StartPollBody = z.strictObject({
  place: id(), thread: id().nullable().default(null), question: words(100, 4), about: words(600, 0).default(''), opensOn: day, closesOn: day,
  perPerson: z.int().min(1).max(20).default(5), statements: z.array(statement).max(20).default([]),
})
export const Plain = z.strictObject({})
export const StatementBody = z.strictObject({ words: statement })
export const AnswerBody = z.strictObject({ statement: number, sign })
export const SheetsBody = z.strictObject({
  channel: z.enum(['paper', 'door']).default('paper'),
  /** `filledOn`: the day it was filled, as whoever brings it says: needed once answering is over. `said`: the sentence at its foot. */
  sheets: z.array(z.strictObject({ id: id(), building: id(), filledOn: day.nullable().default(null), said: statement.nullable().default(null), answers: z.array(z.strictObject({ statement: number, sign })).min(1).max(200) })).min(1).max(50),
})

export const Done = z.object({ id: text, state: text }).meta({ id: 'PollDone' })
export const Sheets = z.object({ id: text, taken: whole, already: whole, answers: whole, said: whole }).meta({ id: 'PollSheetsTaken' })
/** `state` is 'shown', or 'held' until a person has looked at it. */
export const StatementDone = z.object({ id: text, n: whole, state: z.enum(['shown', 'held']) }).meta({ id: 'PollStatementDone' })

const Next = z.object({ n: whole, words: text, name: text }).nullable()
/** `of` is how many statements there are to answer now. */
export const Asked = z.object({ next: Next, answered: whole, of: whole }).meta({ id: 'PollAsked' })
export const Similar = z.object({ items: z.array(z.object({ n: whole, words: text })) }).meta({ id: 'PollSimilar' })

const side = z.enum(['agree', 'disagree'])
/** Shares of one group, or of everybody; null where fewer than five of them answered. */
const Shares = z.object({ agree: share, disagree: share, pass: share })
const Building = z.object({ id: text, name: text, homes: whole, answers: whole, missing: whole })
const Sum = z.object({ homes: whole, answers: whole }).nullable()
export const PollMap = z.object({
  drawnAt: text, final: z.boolean(), version: text, seed: text, people: whole, answers: whole,
  /** A dot is one person of the group, without any order; `outline` goes round them. Both are rounded. */
  groups: z.array(z.object({
    id: whole, size: whole, dots: z.array(z.tuple([whole, whole])), outline: z.array(z.tuple([whole, whole])),
    /** What tells the group apart: the share of the group that takes the side, and of all others. */
    holds: z.array(z.object({ n: whole, side, share, others: share })),
  })),
  /** What every group clearly says; `shares` by group, in order of `groups`. */
  common: z.array(z.object({ n: whole, side, ground: whole, shares: z.array(share) })),
  /** What is not settled either way, the most divided first. */
  undecided: z.array(z.object({ n: whole, shares: z.array(Shares) })),
  /** Fewer than half agree, and it stays: 人少的话也留着. */
  minority: z.array(z.object({ n: whole, agree: whole, seen: whole })),
  /** Every statement of the map, as the table shows it. */
  table: z.array(z.object({ n: whole, agree: whole, disagree: whole, pass: whole, groups: z.array(Shares) })),
  /** People in groups too small to be drawn, and people who answered too little to be placed. */
  apart: whole, unplaced: whole,
  /** Null above the compound or where nothing may be said. */
  missing: z.object({ buildings: z.array(Building), others: Sum, total: Sum }).nullable(),
}).meta({ id: 'PollMap' })

const Statement = z.object({ n: whole, words: text, name: text })
const Poll = z.object({
  id: text, question: text, about: text, state: z.enum(POLL_STATES), opensOn: text, closesOn: text, perPerson: whole, thread: maybe,
  place: z.object({ id: text, name: text, kind: text }), keeper: z.object({ id: text, name: text }),
  counts: z.object({ people: whole, answers: whole, statements: whole }),
})
/** `phase`: before its first day, while answers are taken, or after. `file`: whether the published file is there. */
export const PublicPoll = Poll.extend({
  phase: z.enum(['soon', 'open', 'closed']), statements: z.array(Statement), map: PollMap.nullable(), file: z.boolean(),
  /** Statements that were taken away, with the rule and reason in the place of their words. */
  removed: z.array(z.object({ n: whole, decision: Ruled })),
}).meta({ id: 'PublicPoll' })
export const Polls = z.object({ items: z.array(Poll.extend({ phase: z.enum(['soon', 'open', 'closed']) })) }).meta({ id: 'Polls' })

/** `moves`: what the reader may do now. */
export const StaffPoll = Poll.extend({
  phase: z.enum(['soon', 'open', 'closed']), seed: text, map: PollMap.nullable(), file: z.boolean(),
  statements: z.array(Statement.extend({ id: text, state: z.enum(['held', 'shown', 'removed']), heldFor: maybe, at: text, byKeeper: z.boolean() })),
  channels: z.object({ phone: whole, paper: whole, door: whole }), moves: z.array(z.enum(['open', 'close', 'add', 'sheets', 'draft'])),
  /** From when closing by hand is possible. */
  closesFrom: text,
}).meta({ id: 'StaffPoll' })
/** Text that common ground proposes, with the statements it is made of and the lowest share of any group. */
export const Draft = z.object({ words: text, from: z.array(z.object({ n: whole, side, least: share })), people: whole, groups: whole }).meta({ id: 'PollDraft' })
/** Polls that somebody may carry sheets for: open ones, with the buildings in their reach. Kept on the telephone for offline. */
export const Carried = z.object({ items: z.array(z.object({
  id: text, question: text, about: text, closesOn: text, buildings: z.array(z.object({ id: text, name: text })), statements: z.array(Statement),
})) }).meta({ id: 'CarriedPolls' })
