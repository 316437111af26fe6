/** What the pages of micro-projects send and get. Money is in fen; days are 'YYYY-MM-DD'. */
import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { ANSWERS, GROUNDS, PROJECT_KINDS, PROJECT_STATES, PROPOSER_KINDS, ROUND_STATES } from '../rules/projects/index.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const day = z.iso.date()
const fen = z.int().min(1).max(1_000_000_000_00)

export const ById = z.object({ id: id() })
export const ByReceipt = z.object({ receipt: z.string().max(20) })
export const PlaceQuery = z.object({ community: id() })

const caps = z.strictObject({ works: fen.optional(), service: fen.optional(), goods: fen.optional() })
export const StartRoundBody = z.strictObject({
  community: id(), title: words(60, 4), budget: fen, proposeUntil: day,
  rules: z.strictObject({ rule: z.enum(['equal-shares', 'greedy']).default('equal-shares'), completion: z.enum(['none', 'add1', 'add1u']).default('add1u'),
    caps: caps.default({}), reviewers: z.int().min(2).max(9).default(2) }),
})
export const ProposeBody = z.strictObject({
  place: id(), kind: z.enum(PROJECT_KINDS), words: words(600, 6), proposer: z.enum(PROPOSER_KINDS).default('resident'), group: words(40).optional(),
  asked: fen.optional(), phone: words(20).optional(),
})
export const ReviewBody = z.strictObject({ eligible: z.boolean(), ground: z.enum(GROUNDS).nullable().default(null), cost: fen.nullable().default(null),
  reason: words(300), tied: z.boolean().default(false) })
export const DecideBody = z.union([
  z.strictObject({ accept: z.literal(true), cost: fen, title: words(40, 4), summary: words(300, 4) }),
  z.strictObject({ accept: z.literal(false), ground: z.enum(GROUNDS), reason: words(300), title: words(40, 4) }),
])
export const SlateBody = z.strictObject({ opensOn: day, closesOn: day })
export const Plain = z.strictObject({})
export const BeginBody = z.strictObject({ supplier: words(60), declared: z.boolean().default(false),
  milestones: z.array(z.strictObject({ title: words(60), due: day })).min(1).max(20) })
export const MilestoneBody = z.strictObject({ n: z.int().min(1).max(20), on: day, note: words(300, 0).default(''), photo: id().nullable().default(null) })
export const PublishBody = z.strictObject({ finalCost: z.int().min(0).max(1_000_000_000_00) })
export const AcceptBody = z.strictObject({ answer: z.enum(ANSWERS), words: words(300, 0).default(''), slip: words(20) })

export const Done = z.object({ id: text, state: text }).meta({ id: 'ProjectDone' })
export const Proposed = z.object({ id: text, receipt: text }).meta({ id: 'ProjectProposed' })

const Review = z.object({ title: text, eligible: z.boolean(), ground: z.enum(GROUNDS).nullable(), cost: whole.nullable(), reason: text, tied: z.boolean(), mine: z.boolean() })
const Milestone = z.object({ n: whole, title: text, due: text, doneOn: maybe, photo: maybe, note: maybe })
/** Why it was funded, or what it lacked: the words of the count. */
const Found = z.object({ zh: text, en: text }).nullable()
const Project = z.object({
  id: text, option: maybe, kind: z.enum(PROJECT_KINDS), proposer: z.enum(PROPOSER_KINDS), group: maybe, place: text, title: text, summary: text,
  cost: whole.nullable(), state: z.enum(PROJECT_STATES), ground: z.enum(GROUNDS).nullable(), reason: maybe, votes: whole.nullable(), found: Found,
  foundGreedy: z.boolean().nullable(), supplier: maybe, declared: z.boolean(), finalCost: whole.nullable(), milestones: z.array(Milestone),
  answers: z.object({ works: whole, partly: whole, not: whole }),
})
const Rules = z.object({ rule: z.enum(['equal-shares', 'greedy']), completion: z.enum(['none', 'add1', 'add1u']),
  caps: z.object({ works: whole.optional(), service: whole.optional(), goods: whole.optional() }), reviewers: whole })
const Round = z.object({
  id: text, title: text, budget: whole, state: z.enum(ROUND_STATES), proposeUntil: text, opensOn: maybe, closesOn: maybe, vote: maybe, rules: Rules,
  community: z.object({ id: text, name: text }), startedAt: text,
})
export const Rounds = z.object({ items: z.array(Round.extend({ proposals: whole, funded: whole })) }).meta({ id: 'BudgetRounds' })
/** What everybody reads: nothing of a proposal before it was decided but that it waits. */
export const PublicRound = Round.extend({
  waiting: whole, projects: z.array(Project),
  /** Both counts side by side, once it was counted: what was spent and how many voters got none of theirs. */
  compared: z.array(z.object({ rule: text, spent: whole, winners: z.array(text), without: whole })), voters: whole.nullable(),
}).meta({ id: 'BudgetRound' })
/** What the community and reviewers read: the proposer's own words and every review as well. */
export const StaffRound = Round.extend({
  projects: z.array(Project.extend({ words: text, asked: whole.nullable(), proposedAt: text, contact: maybe, reviews: z.array(Review), missing: whole,
    costs: z.tuple([whole, whole]).nullable(), mayDecide: z.boolean() })),
  compared: PublicRound.shape.compared, voters: whole.nullable(), leads: z.boolean(),
}).meta({ id: 'StaffBudgetRound' })
export const Followed = z.object({ round: text, project: Project }).meta({ id: 'FollowedProject' })
