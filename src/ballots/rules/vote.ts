/** The words of votes: what is asked, who is asked, what they said, and what has to happen in which order. Types that every rule here shares. */
import type { Said, Source } from '../../kit/pure.ts'
import type { CivilDay } from '../../offices/rules/index.ts'

/** An owners' motion, an election of a body, or the shares of a budget. One way of casting serves all three. */
export const VOTE_KINDS = ['motion', 'election', 'budget'] as const
export type VoteKind = (typeof VOTE_KINDS)[number]

/** The nine matters of the Civil Code's article 278, in its order: the first is (1), the last (9). */
export const ITEMS = ['rules', 'covenant', 'committee', 'property', 'fund_use', 'fund_raise', 'rebuild', 'common_use', 'other'] as const
export type Item = (typeof ITEMS)[number]
/** What people vote on by ballot: a matter of the assembly, or the covenant of a place's households. */
export type Decided = Item | 'residents_covenant'
/** That, or what the committee decides in its own meeting. */
export type Matter = Decided | 'committee_matter'

export const CHOICES = ['agree', 'against', 'abstain'] as const
export type Choice = (typeof CHOICES)[number]
export const CHANNELS = ['phone', 'paper', 'door'] as const
export type Channel = (typeof CHANNELS)[number]

/** Both things that the law counts: exclusive area in 0.01 m² and heads. Whole numbers. */
export type Measure = { readonly area: number; readonly heads: number }

/**
 * One head of the frozen register. `id` is the elector's id, in a count the pseudonym. `titles`: how many units; `building`: that of the first.
 * `counts` false: listed, but in no total (as a garage where the compound's rule leaves garages out).
 */
export type Elector = Measure & { readonly id: string; readonly titles: number; readonly building: string | null; readonly counts: boolean }

/**
 * One time that an elector said something. `seq` orders what one elector said by when it was said, not by when paper was entered.
 * `content`: the answer to one question: 'agree' | 'against' | 'abstain' for a motion; ids joined by ',' for an election, '' for nobody.
 * `area` and `heads` are the elector's.
 */
export type Expression = Measure & { readonly elector: string; readonly seq: number; readonly channel: Channel; readonly content: string }

/** Which of several expressions of one elector holds. */
export const HOLDS = ['first', 'last', 'paper_first'] as const
export type Holds = (typeof HOLDS)[number]
/** What the silence of an elector means to whom the ballot was delivered with proof. */
export const SILENCES = ['not_counted', 'takes_part', 'with_majority'] as const
export type Silence = (typeof SILENCES)[number]

export const TITLE_KINDS = ['home', 'shop', 'garage', 'storeroom'] as const
export type TitleKind = (typeof TITLE_KINDS)[number]
/** What a kind of unit counts for: area and a head, area alone (it never makes a head), or nothing. */
export type CountsFor = 'area_and_head' | 'area' | 'nothing'

/** How a ballot can reach a home. `posted`: put up at the door because nobody was reached. */
export const DELIVERIES = ['in_person', 'letterbox', 'registered_post', 'phone', 'posted'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** The file that holds a compound's own rules, the day of the vote that adopted them and that vote. */
export type Adopted = { readonly file: string; readonly day: CivilDay; readonly vote: string }

/** The third layer: what a compound's own rules of procedure 议事规则 say about voting. Everything may be unsaid. */
export type CompoundRule = {
  readonly adopted: Adopted | null
  /** Ways of delivery that the rules accept as delivered. */
  readonly delivery: readonly Delivery[]
  readonly silence: Silence
  readonly holds: Holds
  /** Voting on the phone. */
  readonly phone: boolean
  readonly proxies: { readonly allowed: boolean; /** Null: no limit is written. */ readonly mostPerProxy: number | null }
  /** Fewest and most days of the window, null where nothing is written. */
  readonly window: { readonly minDays: number; readonly maxDays: number } | null
  readonly counts: Readonly<Record<TitleKind, CountsFor>>
  /** By which measure winners of an election are put in order when more have the majority than there are seats. */
  readonly rankBy: 'heads' | 'area'
}

/** What has to happen in a vote, in order. A code never changes its meaning. */
export const STEP_CODES = [
  'matter_named', 'residents_told', 'street_told', 'notice_posted', 'topics_posted', 'candidates_posted', 'branch_opinion', 'register_frozen',
  'scrutineers_named', 'collectors_named', 'ballots_delivered', 'window_open', 'window_closed', 'paper_entered', 'counted', 'result_posted', 'filed',
  'objections_over', 'archived',
] as const
export type StepCode = (typeof STEP_CODES)[number]
/** `due`: its time has not run out; `missing`: it is needed now and not there; `waived`: not needed, or a limit has passed and the flow goes on. */
export type StepState = 'done' | 'due' | 'missing' | 'waived'

/**
 * A step as the page shows it. `due`: the last day, null where nothing sets one; of a posting that runs, the day on which it has been up long enough
 * (then `doneOn` is the day of posting while `state` is still 'due'). `provisional`: the day may move, holidays are not published.
 */
export type Step<Code extends string = StepCode> = {
  readonly code: Code
  readonly state: StepState
  readonly doneOn: CivilDay | null
  readonly due: CivilDay | null
  readonly provisional: boolean
  readonly words: Said
  readonly source: Source | null
}

/** A step that happened, or that was waived with a reason on record. `branch_asked` starts the clock of `branch_opinion`. */
export type StepDone = { readonly code: StepCode | 'branch_asked'; readonly on: CivilDay; readonly waived?: boolean }

/** Somebody who has a hand in the count or at the doors. `of`: who sent them. */
export type Official = {
  readonly person: string
  readonly of: 'owners' | 'residents_committee' | 'street' | 'branch' | 'other'
  readonly candidate: boolean
}

/** A vote as the rules of procedure see it. `region`: the district's code; `scope`: whose vote it is. Days are civil days in Shanghai. */
export type Vote = {
  readonly id: string
  readonly kind: VoteKind
  readonly matter: Matter
  readonly assembly: 'regular' | 'temporary' | 'first'
  readonly scope: { readonly kind: 'compound' | 'building' | 'unit'; readonly place: string }
  readonly region: string
  readonly secret: boolean
  readonly channels: readonly Channel[]
  /** First and last day on which ballots are taken. */
  readonly window: { readonly opensOn: CivilDay; readonly closesOn: CivilDay } | null
  readonly scrutineers: readonly Official[]
  readonly collectors: readonly Official[]
  readonly done: readonly StepDone[]
  /** False once it is posted that nothing was adopted and nobody elected. */
  readonly carried?: boolean
}
