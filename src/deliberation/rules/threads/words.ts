/** The words of threads 五事: the steps, who decides, which meetings, who has to be heard, and how something ends. */
import type { Said } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'

export const STEPS = ['voice', 'sort', 'deliberate', 'do', 'judge', 'ended', 'declined'] as const
export type Step = (typeof STEPS)[number]
/** The way of every thread, in order; `declined` leaves it. */
export const WAY = ['voice', 'sort', 'deliberate', 'do', 'judge', 'ended'] as const satisfies readonly Step[]
export const stepWords: Readonly<Record<Step, Said>> = {
  voice: { zh: '说事', en: 'Speaking' }, sort: { zh: '理事', en: 'Sorting' }, deliberate: { zh: '议事', en: 'Deliberating' },
  do: { zh: '干事', en: 'Doing' }, judge: { zh: '评事', en: 'Judging' }, ended: { zh: '评过了', en: 'Judged' }, declined: { zh: '没有接着办', en: 'Not taken up' },
}

export const ORIGINS = ['matters', 'reception', 'resident', 'thread', 'body'] as const
export type Origin = (typeof ORIGINS)[number]
export const originWords: Readonly<Record<Origin, Said>> = {
  matters: { zh: '从报上来的事里来', en: 'From matters' }, reception: { zh: '接待日上听来的', en: 'From a reception day' },
  resident: { zh: '居民自己提的', en: 'From a resident' }, thread: { zh: '从另一件事里来', en: 'From another thread' },
  body: { zh: '议事组织收到的', en: 'From a standing body' },
}

export const STARTERS = ['resident', 'capable', 'captain', 'community', 'branch', 'owners', 'firm', 'street'] as const
export type Starter = (typeof STARTERS)[number]
export const starterWords: Readonly<Record<Starter, Said>> = {
  resident: { zh: '居民', en: 'a resident' }, capable: { zh: '贤达能人', en: 'a capable resident' }, captain: { zh: '楼栋长', en: 'a building captain' },
  community: { zh: '社区', en: 'the community' }, branch: { zh: '小区支部', en: 'the party branch' }, owners: { zh: '业委会', en: 'the owners’ committee' },
  firm: { zh: '物业', en: 'the property firm' }, street: { zh: '街道', en: 'the street' },
}

export const DECIDERS = ['residents', 'owners', 'staircase', 'community', 'branch', 'firm', 'organ'] as const
export type Decider = (typeof DECIDERS)[number]
export const isDecider = (word: string | null): word is Decider => DECIDERS.some((one) => one === word)
export const deciderWords: Readonly<Record<Decider, Said>> = {
  residents: { zh: '居民商量着定', en: 'Residents among themselves' }, owners: { zh: '业主投票定', en: 'The owners, by vote' },
  staircase: { zh: '这个单元的业主投票定', en: 'Owners of the staircase, by vote' }, community: { zh: '居委会定', en: 'The residents’ committee' },
  branch: { zh: '小区支部定', en: 'The party branch' }, firm: { zh: '物业照合同办', en: 'The property firm, by its contract' },
  organ: { zh: '主管部门定', en: 'The authority in charge' },
}

/** The meetings of a thread, in the order in which they are held. */
export const MEETINGS = ['talk', 'hearing', 'deliberation', 'evaluation'] as const
export type MeetingKind = (typeof MEETINGS)[number]
export const isMeetingKind = (word: string): word is MeetingKind => MEETINGS.some((one) => one === word)
export const meetingWords: Readonly<Record<MeetingKind, Said>> = {
  talk: { zh: '恳谈会', en: 'Heart-to-heart' }, hearing: { zh: '听证会', en: 'Hearing' }, deliberation: { zh: '议事会', en: 'Deliberation' },
  evaluation: { zh: '评议会', en: 'Evaluation' },
}

export const PARTY_KINDS = ['residents', 'owners', 'harmed', 'firm', 'branch', 'community', 'organ', 'utility', 'developer', 'deputy', 'expert', 'group'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]
export const partyWords: Readonly<Record<PartyKind, Said>> = {
  residents: { zh: '居民', en: 'Residents' }, owners: { zh: '业主', en: 'Owners' }, harmed: { zh: '受影响的人家', en: 'Those it harms' }, firm: { zh: '物业', en: 'Property firm' },
  branch: { zh: '支部', en: 'Party branch' }, community: { zh: '居委会', en: 'Residents’ committee' }, organ: { zh: '主管部门', en: 'Authority' },
  utility: { zh: '水电气热', en: 'Utility' }, developer: { zh: '开发商', en: 'Developer' }, deputy: { zh: '代表、委员', en: 'Deputies' }, expert: { zh: '专家', en: 'Experts' },
  group: { zh: '兴趣团队', en: 'A group' },
}

export const HEARD = ['spoke', 'declined', 'written'] as const
export type Heard = (typeof HEARD)[number]
export const heardWords: Readonly<Record<Heard, Said>> = {
  spoke: { zh: '到会说了', en: 'spoke' }, declined: { zh: '书面说不来了', en: 'declined in writing' }, written: { zh: '书面说了', en: 'wrote' },
}

export const OUTCOMES = ['solved', 'partly', 'not_solved', 'explained'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const outcomeWords: Readonly<Record<Outcome, Said>> = {
  solved: { zh: '解决了', en: 'Solved' }, partly: { zh: '解决了一部分', en: 'Partly solved' }, not_solved: { zh: '没有解决', en: 'Not solved' },
  explained: { zh: '说清楚了', en: 'Explained' },
}

export const VERDICTS = ['satisfied', 'accepted', 'not'] as const
export type Verdict = (typeof VERDICTS)[number]
export const verdictWords: Readonly<Record<Verdict, Said>> = {
  satisfied: { zh: '满意', en: 'satisfied' }, accepted: { zh: '能接受', en: 'accepted' }, not: { zh: '不满意', en: 'not satisfied' },
}

export const TASK_VERDICTS = ['good', 'partly', 'not'] as const
export type TaskVerdict = (typeof TASK_VERDICTS)[number]

/** A thread as its rules see it. Days are civil. `summary` is empty until somebody approved a public title. */
export type Thread = {
  readonly step: Step; readonly summary: string; readonly calledOn: CivilDay | null; readonly callUntil: CivilDay | null
  readonly decider: Decider | null; readonly basis: string | null; readonly meetings: readonly MeetingKind[]; readonly major: boolean; readonly vote: string | null
}
export type Party = { readonly n: number; readonly label: string; readonly required: boolean; readonly heard: Heard | null }
/** A meeting of the thread; `minuted`: its minutes were posted; `earlier`: an evaluation of before the thread was taken back, which counts no longer. */
export type Sat = { readonly id: string; readonly kind: string; readonly minuted: boolean; readonly held: boolean; readonly earlier?: boolean }
export type Resolved = {
  readonly id: string; readonly n: number; readonly carried: boolean; readonly counted: number; readonly against: number; readonly minority: boolean
  readonly state: 'recorded' | 'open' | 'in_force' | 'to_vote' | 'withdrawn'; readonly judged: boolean
  /** Last day of objections to the minutes it stands in, where they run. */
  readonly objectionsUntil: CivilDay | null
}
export type Task = {
  readonly id: string; readonly resolution: string | null; readonly owner: string; readonly due: CivilDay | null
  readonly state: 'open' | 'done' | 'dropped'; readonly result: boolean; readonly judged: boolean
}
/** Everything that decides whether a thread goes on. `vote`: how the owners' vote that was linked stands; null where none is linked. */
export type Facts = {
  readonly today: CivilDay; readonly thread: Thread; readonly parties: readonly Party[]; readonly meetings: readonly Sat[]
  readonly resolutions: readonly Resolved[]; readonly tasks: readonly Task[]; readonly verdicts: Readonly<Record<Verdict, number>>
  readonly vote: { readonly decided: boolean; readonly passed: boolean } | null
}
