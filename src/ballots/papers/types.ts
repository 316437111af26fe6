/** What the papers of a vote are made from: plain words and whole numbers, already decided elsewhere. Nothing is counted here. */
import type { MotionOutcome, MotionResult } from '../rules/count-result.ts'
import type { Measure } from '../rules/vote.ts'

/** A civil day 'YYYY-MM-DD' and a civil moment 'YYYY-MM-DDTHH:mm', both of the district. */
export type Day = string
export type Moment = string

/** Whose vote it is, and what papers say of it. Everything that names a person here is an official of the vote. */
export type VoteFacts = {
  /** As '梧桐苑业主大会', and the name of its vote: '2026年第一次临时会议'. */
  readonly body: string
  readonly meeting: string
  /** Whom papers speak to: 全体业主, 各户居民, 全体居民. Only owners' decisions go by the civil code. */
  readonly to: string
  readonly owners: boolean
  /** What the vote is called in files and at the foot of its papers, as 'WT-2026-01'. */
  readonly number: string
  /** Who issues the papers, as the owners' committee. Never a red head: owners and committees are no organs. */
  readonly issuers: readonly string[]
  readonly secret: boolean
  readonly window: { readonly from: Moment; readonly to: Moment }
  readonly contact: { readonly name: string; readonly phone: string; readonly place: string }
}

/** One thing that is asked, in the words in which it was posted. */
export type Topic = {
  readonly title: string
  readonly text: readonly string[]
  /** What the law calls it, as '民法典第二百七十八条第一款第四项：选聘和解聘物业服务企业或者其他管理人'. */
  readonly matter?: string
  readonly options: readonly { readonly label: string; readonly note?: string }[]
  /** How many options may be ticked. */
  readonly atMost: number
  /** Its options are people, as in an election. */
  readonly people?: true
}

/** A question of a motion with its result. */
export type Counted = {
  readonly topic: string
  readonly matter: string
  readonly result: Pick<MotionResult, 'outcome' | 'participation' | 'majorities'>
}

/** A candidate with what they were given and what came of it. */
export type Elected = Measure & { readonly number: number; readonly name: string; readonly outcome: 'elected' | 'reserve' | 'not_elected' }

/** A project with its cost and its share of the budget in fen; `why` says in words why it was funded or what it lacked. */
export type Funded = { readonly name: string; readonly cost: number; readonly votes: number; readonly funded: boolean; readonly why: string }

/** What came out of a vote: questions of a motion, an election, or a budget. */
export type Outcome =
  | { readonly kind: 'motion'; readonly questions: readonly Counted[]; /** What is left out of the totals, in a sentence. */ readonly without?: string }
  | {
    readonly kind: 'election'; readonly seats: number; readonly totals: Measure; readonly took: Measure; readonly need: Measure
    readonly candidates: readonly Elected[]
  }
  | {
    readonly kind: 'budget'; readonly rule: string; readonly budget: number; readonly spent: number; readonly voters: number
    readonly projects: readonly Funded[]
  }

/** What anybody checks the count by: number of sealed ballots and the root of their tree (hex). */
export type Sealed = { readonly size: number; readonly root: string; readonly on: Day }

/** An opinion that a step had a time limit for: its words, or that none was given in time. It is an annex, never a condition. */
export type Opinion = { readonly of: string; readonly asked: Day; readonly given: Day | null; readonly words: string | null }

export const OUTCOME_WORDS: Readonly<Record<MotionOutcome, string>> = {
  passed: '通过', not_passed: '未通过', no_quorum: '未形成决定（参与表决的面积或人数不够）', stayed: '暂缓宣布',
}
