/** What the law of a place can say about owners' votes: one key for each point on which places differ. What a text does not say is absent. */
import type { Said, Source } from '../../../kit/pure.ts'
import type { Share } from '../share.ts'

/** A value with the article it stands in. */
export type Term<T> = { readonly value: T; readonly source: Source }

/** One way to the first assembly: everything in it must hold. Percent of the whole; years since the first unit was handed over. */
export type FirstWay = { readonly areaPercent?: number; readonly headsPercent?: number; readonly years?: number }

export type CandidateCondition =
  | 'civil_capacity' | 'residence_time' | 'firm_interest' | 'defaulter' | 'banned_use' | 'structure_damaged' | 'illegal_building'
  | 'use_changed' | 'fees_unpaid' | 'fund_unpaid' | 'illegal_letting' | 'promise_signed'

/** Every term, each with the words of the table that it stands for. Days are natural days unless the key says working days. */
export type Terms = {
  /** Taking part: share of area and of heads, for all nine matters. */
  readonly quorum: Share
  readonly ordinary: Share
  readonly special: Share
  /** Days in which a harmed owner may ask the court, from when they knew. */
  readonly revoke: { readonly years: number }
  readonly proxies: { readonly allowed: boolean }
  readonly firstAssembly: { readonly ways: readonly FirstWay[]; readonly askedBy: readonly Share[]; readonly developerMayAsk: boolean }
  /** `by`: who prepares, where it is no group. `formDays`: formed in; `checkDays` and `meetDays`: the street checks, the group first meets in. */
  readonly preparatoryGroup: {
    readonly by: 'group' | 'property_committee'; readonly formDays?: number; readonly checkDays?: number; readonly meetDays?: number
    readonly least?: number; readonly odd?: boolean; readonly owners?: Share; readonly listPostedDays?: number
  }
  readonly draftsPosted: { readonly days: number }
  readonly firstWithin: { readonly daysAfterGroup: number }
  /** Null: as often as the compound's rule says. */
  readonly regular: { readonly perYear: number | null }
  readonly temporary: { readonly owners: Share; readonly also: readonly ('emergency' | 'authority_finding')[] }
  readonly notice: { readonly days: number; readonly temporaryDays?: number }
  /** Topic, time, place and way are posted; nothing else is voted on. */
  readonly onlyPosted: { readonly postedTopicsOnly: true }
  readonly residentsTold: { readonly withNotice: true }
  readonly eVoting: { readonly only?: 'city_system'; readonly byDefault?: 'electronic'; readonly paperOnRequest?: boolean }
  readonly window: { readonly minDays: number; readonly maxDays: number }
  readonly resultPosted: { readonly days?: number; readonly inWriting?: true }
  readonly committeeSize: { readonly least: number; readonly most?: number; readonly odd: true
    readonly small?: { readonly least: number; readonly homes?: number; /** In 0.01 m². */ readonly area?: number } }
  readonly reserves: { readonly most?: 'members'; readonly from?: 'losers_with_majority' }
  readonly term: { readonly leastYears?: number; readonly mostYears: number }
  /** `days` null: posted, the text gives no number. `daysBefore`: so long before the election. */
  readonly candidatesPosted: { readonly days: number | null; readonly daysBefore?: number; readonly withDrafts?: true }
  readonly firstMeeting: { readonly days?: number; readonly namesPostedDays?: number }
  readonly filing: { readonly days?: number; readonly answerDays?: number; readonly answerWorkingDays?: number }
  readonly filingOfChanges: { readonly days: number }
  readonly meets: { readonly everyMonths: number | null; readonly callers: Share }
  /** `present` null: not said. `agree` of all members, not of those present. */
  readonly meeting: { readonly present: Share | null; readonly agree: Share; readonly signed: boolean; readonly proxy?: false }
  readonly residentsToldOfMeeting: { readonly daysBefore?: number; readonly before?: true; readonly after?: true }
  readonly decisionPosted: { readonly days: number }
  readonly seal: { readonly signed?: Share; readonly inRules?: true; readonly listEveryMonths?: number }
  readonly disclosure: { readonly ownFeesMonths?: number; readonly fundMonths?: number; readonly incomeMonths?: number; readonly sealMonths?: number
    readonly publicDays?: number }
  readonly absence: { readonly ofMeetingsInYear: Share; readonly idleMonths?: number }
  readonly reelection: { readonly monthsBefore?: number; readonly groupDays?: number; readonly assemblyDaysBefore?: number }
  readonly handOver: { readonly days: number }
  readonly dataDuty: { readonly noLeak: true; readonly noReuse?: true; readonly mayAskRegistry?: true }
  /** Fen for each m², and at least so many fen. */
  readonly setUpMoney: { readonly fenPerSquareMetre: number; readonly leastFen: number }
  readonly substitute: { readonly body: Said; readonly least?: number; readonly odd?: true; readonly owners?: Share
    readonly chairOf?: 'residents_committee'; readonly mostYears?: number; readonly postedWorkingDays?: number }
  readonly commonIncome: { readonly toFund: Share; readonly everyMonths: number }
  readonly temporaryService: { readonly mostMonths: number }
  readonly buildingGroup: { readonly by: readonly ('building' | 'unit')[] }
  readonly mayDelegate: { readonly nineMatters: false }
  readonly candidates: { readonly conditions: readonly CandidateCondition[] }
  /** Members of the residents' committee may not stand for the owners' committee. In no text seen so far. */
  readonly overlapBarred: { readonly barred: true }
  /** A residents' committee may be elected online. In no text seen so far. */
  readonly residentsOnline: { readonly allowed: true }
  /** Written notice before a contract ends: owners dismiss, the firm does not go on, a contract without an end. */
  readonly firmNotice: { readonly dismissDays: number; readonly notGoingOnDays: number; readonly openEndedDays: number }
}
export type TermName = keyof Terms
export type PackTerms = { readonly [Name in TermName]?: Term<Terms[Name]> }

/** What the law of one region says during one time. `region`: 'CN', or the first digits of the district codes it holds for. */
export type BallotPack = {
  readonly id: string
  readonly region: string
  readonly version: string
  readonly validFrom: string
  /** First day on which it no longer holds; null while it does. */
  readonly validTo: string | null
  readonly name: Said
  readonly source: readonly Source[]
  readonly values: PackTerms
}

/** A term of a pack. */
export const term = <T>(source: Source, value: T): Term<T> => ({ value, source })
