/** What the pages of votes send and get. Areas are whole numbers of 0.01 m²; money is in fen; days are 'YYYY-MM-DD', times ISO. */
import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { EVENT_KINDS } from '../rules/events.ts'
import { ABOUTS, MOVES, ROLES, SAYERS, STANCES, STARTERS, VOTE_STATES } from '../rules/life/moves.ts'
import { VACANT_SOURCES } from '../rules/vacant-homes.ts'
import { CHANNELS, DELIVERIES, ITEMS, VOTE_KINDS } from '../rules/vote.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const said = z.object({ zh: text, en: text })
const source = z.object({ law: text, article: text.optional() }).nullable()
const day = z.iso.date()

/** What waits for somebody: doubles (more than one ballot of a head), differing (two entries of one paper), unentered, unnoticed, undelivered… */
export const TODOS = ['doubles', 'differing', 'unentered', 'unnoticed', 'undelivered', 'objections', 'missing_step', 'team'] as const

/** What sending a photo answered. */
const claim = z.string().regex(/^[0-9A-Za-z-]{10,40}$/)

export const ById = z.object({ id: id() })
export const ByDoor = z.object({ id: id(), place: id() })
export const PhotoQuery = z.object({ size: z.enum(['full', 'small']).default('small') })
export const Paper = z.object({ id: id(), paper: z.string().regex(/^[a-z-]{3,20}\.(docx|pdf)$/) })
export const ListQuery = z.object({ place: id().optional(), kind: z.enum(VOTE_KINDS).optional() })
export const ElectorsQuery = z.object({ building: id().optional(), voted: z.enum(['yes', 'no']).optional() })

// — what is sent —
const version = z.int().min(0).max(1_000_000).optional()
const option = z.strictObject({ id: z.string().regex(/^c\d{1,3}$/), label: words(80), cost: z.int().min(0).max(100_000_000_00).optional() })
const question = z.strictObject({ title: words(120), words: words(2000, 0).default(''), pick: z.int().min(1).max(100).default(1),
  options: z.array(option).max(200).default([]) })
export const StartBody = z.strictObject({
  /** The committee may not decide a matter of the assembly: it says so, with the article. */
  body: z.enum(['assembly', 'committee', 'residents']).default('assembly'),
  /** Elections begin with their body, budgets with their slate. */
  kind: z.literal('motion').default('motion'), place: id(), electorate: id().optional(), item: z.enum([...ITEMS, 'committee_matter', 'residents_covenant']).nullable(),
  title: words(120, 4), words: words(4000, 0).default(''), startedBy: z.enum(STARTERS).default('committee'), secret: z.boolean().default(false),
  channels: z.array(z.enum(CHANNELS)).min(1).max(3), questions: z.array(question).max(10).default([]),
  /** Of an election: how many are elected, and how many reserves follow. */
  seats: z.int().min(1).max(99).optional(), reserves: z.int().min(0).max(99).optional(),
})
export const Plain = z.strictObject({ version })
/** `vacant`: of a vote of households, homes where nobody lives, one line each. */
export const FreezeBody = z.strictObject({ version, vacant: z.strictObject({ homes: z.array(words(80)).max(5000), source: z.enum(VACANT_SOURCES), reason: words(300) }).optional() })
export const HomeBackBody = z.strictObject({ version, home: id(), reason: words(300) })
export const NoticeBody = z.strictObject({ version, day, opensAt: z.iso.datetime({ offset: true }), closesAt: z.iso.datetime({ offset: true }) })
export const NoticesBody = z.strictObject({ day: day.optional(),
  photos: z.array(z.strictObject({ place: id(), photo: claim.nullable().default(null) })).min(1).max(200) })
export const TeamBody = z.strictObject({ version, members: z.array(z.strictObject({ person: id(), post: id(), role: z.enum(ROLES) })).min(1).max(60) })
export const OpinionBody = z.strictObject({ saidBy: z.enum(SAYERS), stance: z.enum(STANCES), words: words(2000) })
export const StepBody = z.strictObject({ code: z.string().regex(/^[a-z_]{3,40}$/), state: z.enum(['done', 'waived']).default('done'), day: day.optional(),
  reason: words(300).nullable().default(null) })
export const DeliveriesBody = z.strictObject({ rows: z.array(z.strictObject({
  title: id(), how: z.enum(DELIVERIES), day, by: z.array(id()).min(2).max(2), photo: id().nullable().default(null) })).min(1).max(500) })
const elector = { elector: id().optional(), code: plainText(20).optional() }
export const CastsBody = z.strictObject({ envelopes: z.array(z.strictObject({ ...elector, channel: z.enum(['paper', 'door']), envelope: words(40),
  collectors: z.array(id()).min(2).max(2), proxy: id().nullable().default(null) })).min(1).max(200) })
const answer = z.strictObject({ n: z.int().min(1).max(20), choose: z.array(z.string().regex(/^(agree|against|abstain|c\d{1,3})$/)).max(200) })
export const Answers = z.array(answer).min(1).max(20)
/** What was read on paper after the close; `spoilt`: it can't be read or says more than one thing. */
export const EntriesBody = z.strictObject({ entries: z.array(z.strictObject({ ...elector, seq: z.int().min(1).optional(), answers: Answers.default([]),
  spoilt: z.boolean().default(false) })).min(1).max(200) })
export const LooksBody = z.strictObject({ ...elector, seq: z.int().min(1), answers: Answers.default([]), spoilt: z.boolean().default(false) })
export const FileBody = z.strictObject({ version, day, reference: words(60) })
export const WithdrawBody = z.strictObject({ version, reason: words(300) })
export const ObjectionBody = z.strictObject({ about: z.enum(ABOUTS), words: words(2000) })
export const AnswerBody = z.strictObject({ objection: id(), answer: words(2000) })
/** What happened to a head while the vote runs, with the number of the paper shown; without an elector a court stays the whole vote. */
export const ChangeBody = z.strictObject({ ...elector, kind: z.enum([...EVENT_KINDS, 'lifted']), day, paper: words(60) })

// — what comes back —
export const Moved = z.object({ id: text, state: z.enum(VOTE_STATES), version: whole }).meta({ id: 'VoteMoved' })
export const Many = z.object({ id: text, done: whole, version: whole, refused: z.array(z.object({ at: whole, code: text, explain: said })) })
  .meta({ id: 'VoteMany' })
const Measure = z.object({ heads: whole, area: whole })
const Place = z.object({ id: text, name: text, kind: text })
export const Participation = z.object({
  heads: whole, headsNeeded: whole, headsTotal: whole, area: whole, areaNeeded: whole, areaTotal: whole, missingHeads: whole, missingArea: whole,
  quorum: z.boolean(), words: said,
}).meta({ id: 'VoteParticipation' })
const Option = z.object({ id: text, label: text, cost: whole.nullable() })
const Question = z.object({ n: whole, title: text, words: text, pick: whole, options: z.array(Option) })
/** What a count says: `options` of a motion are agree, against, abstain; of an election candidates; of a budget projects. `won`: elected or funded. */
const Counted = z.object({
  outcome: z.enum(['passed', 'not_passed', 'no_quorum', 'stayed']), tookPart: Measure, invalid: whole, conflicts: whole,
  questions: z.array(z.object({ n: whole, title: text, outcome: z.enum(['passed', 'not_passed', 'no_quorum', 'stayed']), needed: Measure.nullable(),
    options: z.array(z.object({ id: text, label: text, heads: whole, area: whole, won: z.boolean() })) })),
  reasons: z.array(z.object({ words: said, source })),
})
export const Card = z.object({
  id: text, kind: z.enum(VOTE_KINDS), number: text, title: text, item: maybe, state: z.enum(VOTE_STATES), secret: z.boolean(), place: Place,
  electorate: Place, keeper: z.object({ id: text, name: text }), noticeOn: maybe, opensAt: maybe, closesAt: maybe,
  /** Null for whoever is neither on the team nor holds it, where fewer than 30 may vote and the result is not posted. */
  participation: Participation.nullable(),
  outcome: maybe, todo: whole, version: whole,
}).meta({ id: 'VoteCard' })
export const Cards = z.object({ items: z.array(Card) }).meta({ id: 'VoteCards' })
export const StepView = z.object({
  code: text, state: z.enum(['done', 'due', 'missing', 'waived']), doneOn: maybe, due: maybe, provisional: z.boolean(), words: said, source,
})
/** When and why a vote was taken back. */
const Withdrawn = z.object({ on: text, reason: text }).nullable()
export const Detail = Card.extend({
  withdrawn: Withdrawn,
  words: text, startedBy: z.enum(STARTERS), channelsAllowed: z.array(z.enum(CHANNELS)), questions: z.array(Question), frozenAt: maybe, closedAt: maybe,
  countedAt: maybe, publishedAt: maybe, objectionsUntil: maybe,
  /** Of a draft: the first day of voting if the notice is posted today, and for how many days it has to be up. */
  firstOpening: z.object({ day: text, days: whole }).nullable(),
  /** The term that an election is for. */
  election: text.nullable(),
  /** Who took part, per building of the first title; `needed` is two thirds of the heads. Null for buildings where even that would tell too much. */
  buildings: z.array(z.object({ id: text, name: text, tookPart: whole, titles: whole, needed: whole })),
  /** Heads by the channel of their first expression. */
  channels: z.object({ phone: whole, paper: whole, door: whole }).nullable(),
  steps: z.array(StepView), todo: whole, todos: z.array(z.object({ code: z.enum(TODOS), count: whole, words: said })),
  /** Until the close nobody sees how it stands. */
  sealed: z.boolean(), result: Counted.nullable(), root: maybe, size: whole.nullable(), lottery: maybe,
  rules: z.array(z.object({ code: text, words: said, source })),
  /** `codes`: of the posters at this door, which lead to the report page. */
  notices: z.array(z.object({ place: text, name: text, postedOn: maybe, photo: maybe, codes: z.array(text) })),
  opinions: z.array(z.object({ org: text, saidBy: z.enum(SAYERS), stance: z.enum(STANCES), words: text, at: text })),
  team: z.array(z.object({ person: text, post: text, name: text, title: text, org: text, role: z.enum(ROLES) })),
  objections: z.array(z.object({ id: text, about: z.enum(ABOUTS), words: text, at: text, due: text, answeredAt: maybe, answer: maybe,
    /** Whose homes, where an owner objected from their own page. */ homes: maybe })),
  /** What scrutineers asked to open and nobody has agreed to yet; for scrutineers alone. */
  openings: z.array(z.object({ id: text, objection: text, shuts: text, mine: z.boolean() })),
  roles: z.array(z.enum(ROLES)), may: z.array(z.enum(MOVES)),
}).meta({ id: 'Vote' })
/** Who may be put on a team: officers of the keeper, of the residents' committee and captains around. */
export const Candidates = z.object({ items: z.array(z.object({ person: text, post: text, name: text, title: text, org: text, orgKind: text,
  stands: z.boolean() })) }).meta({ id: 'VoteTeamCandidates' })
const Title = z.object({ title: text, label: text, kind: text, area: whole, counts: z.boolean(), deliveredOn: maybe, deliveredHow: maybe })
export const Electors = z.object({ items: z.array(z.object({
  id: text, code: text, building: maybe, buildingName: maybe, kind: text, area: whole, heads: whole, blocked: maybe,
  /** Null where it was not asked for. */ tookPart: z.boolean().nullable(),
  casts: z.array(z.object({ seq: whole, channel: z.enum(CHANNELS), day: text, envelope: maybe })), titles: z.array(Title),
})) }).meta({ id: 'VoteElectors' })
/** Homes that were left out because nobody lives there; the ballot team's alone. */
export const VacantHomes = z.object({ items: z.array(z.object({ home: text, label: text, source: z.enum(VACANT_SOURCES), reason: text, backAt: maybe, backReason: maybe })) }).meta({ id: 'VoteVacantHomes' })
/** Every head with more than one expression and every paper that two people read differently; never what was chosen before the close. */
export const Conflicts = z.object({ items: z.array(z.object({
  elector: text, code: text, label: text, kind: z.enum(['doubles', 'differing']), seqs: z.array(z.object({ seq: whole, channel: text, day: text })),
  holds: whole.nullable(), words: said,
})) }).meta({ id: 'VoteConflicts' })
/** For everybody. No figure of a building with fewer than 30 homes, none of a vote with fewer than 10 heads before it is counted. */
export const PublicCard = z.object({ id: text, kind: z.enum(VOTE_KINDS), number: text, title: text, state: z.enum(VOTE_STATES), place: text, placeName: text,
  electorateName: text, opensAt: maybe, closesAt: maybe, outcome: maybe }).meta({ id: 'PublicVoteCard' })
export const PublicCards = z.object({ items: z.array(PublicCard) }).meta({ id: 'PublicVotes' })
export const PublicVote = PublicCard.extend({
  withdrawn: Withdrawn,
  words: text, item: maybe, secret: z.boolean(), noticeOn: maybe, questions: z.array(Question), /** Null while a vote of fewer than 30 heads runs: it would tell who took part. */
  participation: Participation.nullable(),
  channelsAllowed: z.array(z.enum(CHANNELS)), rules: z.array(z.object({ code: text, words: said, source })), steps: z.array(StepView),
  opinions: z.array(z.object({ saidBy: z.enum(SAYERS), stance: z.enum(STANCES), words: text, at: text })),
  sealed: z.boolean(), result: Counted.nullable(), root: maybe, size: whole.nullable(), lottery: maybe, seed: maybe, objectionsUntil: maybe,
  /** Slips on paper by building, and how many of them are void; of a budget alone. */
  slips: z.array(z.object({ name: text, made: whole, void: whole })),
}).meta({ id: 'PublicVote' })
export const PublicQuery = z.object({ compound: id() })
export const Objected = z.object({ id: text, due: text }).meta({ id: 'VoteObjected' })
export const Started = z.object({ id: text, number: text, version: whole }).meta({ id: 'VoteStarted' })
