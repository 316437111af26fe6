/** Elections of residents' committees: another law, another list of voters. Papers, clocks, lists and posting are prepared here; nobody votes here. */
import { ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'
import type { PackTerms } from '../packs/terms.ts'
import type { StepState } from '../vote.ts'

const LAW: Source = { law: '《中华人民共和国城市居民委员会组织法》（2025年修订，2026年1月1日起施行）' }

/** [B78] Whether ballots for a residents' committee may be given online: no, unless a dated article of the place says so. Source: P35. */
export function mayVoteOnline(terms: PackTerms): Result<true> {
  if (terms.residentsOnline) return ok(true as const)
  return refuse({ code: 'no_online_ballot', rule: 'B78', source: LAW,
    explain: { zh: '居委会选举不在网上投票：有自己的法律、选民名单和秘密写票处。这里只准备文书、时间、名单和公示。',
      en: 'No online ballot for residents’ committees: they have their own law, voters’ list and booth. Papers, clocks, lists and posting are prepared here.' } })
}

/** What has to happen, in order. The new law's numbers of days are in no pack yet: the election committee sets the days. */
export const RESIDENTS_CODES = [
  'commission_formed', 'plan_posted', 'voters_registered', 'voters_posted', 'list_corrected', 'candidates_nominated', 'candidates_posted', 'officials_named',
  'election_day', 'counted_in_public', 'result_posted', 'reported', 'handed_over', 'archived',
] as const
export type ResidentsCode = (typeof RESIDENTS_CODES)[number]

export const RESIDENTS_WORDS: Readonly<Record<ResidentsCode, Said>> = {
  commission_formed: { zh: '推选居民选举委员会', en: 'Election committee chosen' }, plan_posted: { zh: '公布选举日和办法', en: 'Day and way posted' },
  voters_registered: { zh: '登记选民', en: 'Voters registered' }, voters_posted: { zh: '公布选民名单', en: 'Voters’ list posted' },
  list_corrected: { zh: '处理名单的申诉', en: 'Objections to the list settled' }, candidates_nominated: { zh: '提名候选人', en: 'Candidates nominated' },
  candidates_posted: { zh: '公布候选人名单', en: 'Candidates posted' }, officials_named: { zh: '确定监票、计票、唱票人', en: 'Scrutineers and tellers named' },
  election_day: { zh: '投票选举，设秘密写票处', en: 'Election day, with a secret booth' }, counted_in_public: { zh: '当场公开唱票、计票', en: 'Counted in public' },
  result_posted: { zh: '当场公布结果', en: 'Result posted' }, reported: { zh: '报街道', en: 'Reported to the street' },
  handed_over: { zh: '新老班子交接', en: 'Handed over' }, archived: { zh: '材料归档', en: 'Archived' },
}

/** Days of some of the steps. */
export type ResidentsDays = { readonly [C in ResidentsCode]?: CivilDay }

/** One line of the timetable: the day that the election committee has set, null while it has set none; the day on which it happened. */
export type ResidentsStep = { readonly code: ResidentsCode; readonly state: StepState; readonly due: CivilDay | null; readonly doneOn: CivilDay | null
  readonly words: Said; readonly source: Source }

/** [B78] The timetable of an election of a residents' committee on a day. Nothing in it is a number of this product's own. */
export function residentsSteps(set: ResidentsDays, done: ResidentsDays, today: CivilDay): readonly ResidentsStep[] {
  return RESIDENTS_CODES.map((code) => {
    const [due, doneOn] = [set[code] ?? null, done[code] ?? null]
    return { code, due, doneOn, state: doneOn !== null ? 'done' : due !== null && today > due ? 'missing' : 'due', words: RESIDENTS_WORDS[code], source: LAW }
  })
}
