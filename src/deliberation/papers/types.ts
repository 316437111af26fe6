/** What the papers of a meeting are made from: plain words and whole numbers, already decided elsewhere. Nothing is counted or judged here. */

/** A civil day 'YYYY-MM-DD' and a civil moment 'YYYY-MM-DDTHH:mm', both of the district. */
export type Day = string
export type Moment = string

export type MeetingKind = 'talk' | 'deliberation' | 'hearing' | 'evaluation' | 'regular'

export const KIND_NAMES: Readonly<Record<MeetingKind, string>> = {
  talk: '恳谈会', deliberation: '议事会', hearing: '听证会', evaluation: '评议会', regular: '例会',
}

/** Which meeting it is. People are named as posts or by the name that they chose to show. */
export type MeetingFacts = {
  readonly kind: MeetingKind
  readonly title: string
  /** What its papers are called in a row, as '听雨桥社区居民议事会'. */
  readonly series: string
  /** As '听雨桥议〔2026〕7号'; null while it has none. */
  readonly number: string | null
  readonly from: Moment
  readonly to: Moment
  readonly venue: string
  readonly presider: string
  readonly clerk: string
  /** Who holds it and issues its papers. Committees and owners are no organs: never a red head. */
  readonly issuers: readonly string[]
  readonly contact: { readonly name: string; readonly phone: string }
}

export type AgendaItem = { readonly n: number; readonly title: string; readonly minutes: number }

/** A line of the minutes under an item of the agenda; null: under none. */
export type SpokenLine = {
  readonly agenda: number | null
  readonly kind: 'said' | 'objection' | 'opinion' | 'answer' | 'note'
  readonly label: string
  readonly words: string
}

/** What one numbered resolution says: the count, those against, who does what until when, and when it is judged. */
export type Decided = {
  readonly n: number
  readonly words: string
  readonly yes: number
  readonly no: number
  readonly abstained: number
  readonly minority: string
  readonly carried: boolean
  readonly tasks: readonly { readonly title: string; readonly owner: string; readonly due: Day }[]
  readonly evaluateOn: Day | null
  /** Whether it only holds once the owners have voted on it. */
  readonly toVote: boolean
  /** Whether it was taken back after an objection. */
  readonly withdrawn: boolean
}

/** Who was there. `counted`: how many signed the paper list, where that is known. */
export type Attendance = {
  readonly invited: number
  readonly present: readonly string[]
  readonly counted: number | null
  readonly excused: readonly string[]
  readonly absent: readonly string[]
  readonly observers: readonly string[]
}

/** An objection within its period, against a resolution or the minutes as a whole, and its answer. */
export type Objected = { readonly label: string; readonly words: string; readonly resolution: number | null; readonly answer: string | null }
