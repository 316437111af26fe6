/** Who may stand, and what a slate is warned of. Warnings inform: they change no nomination, no count and no winner. */
import { ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import type { CandidateCondition, PackTerms } from '../packs/terms.ts'

/** Each condition as what has to be so. */
export const CONDITION_WORDS: Readonly<Record<CandidateCondition, Said>> = {
  civil_capacity: { zh: '具有完全民事行为能力', en: 'Has full civil capacity' },
  residence_time: { zh: '住满规定的时间', en: 'Has lived here for as long as the rules say' },
  firm_interest: { zh: '本人、配偶和直系亲属与物业企业没有直接利益关系', en: 'No direct interest in the property company, of self, spouse and direct relatives' },
  defaulter: { zh: '没有被列为失信被执行人', en: 'Not a listed defaulter' },
  banned_use: { zh: '没有把房屋用于法律禁止的活动', en: 'No banned use of the home' },
  structure_damaged: { zh: '没有损坏房屋承重结构', en: 'No damage to the structure' },
  illegal_building: { zh: '没有违法搭建', en: 'No illegal building' },
  use_changed: { zh: '没有擅自改变房屋用途', en: 'No unlawful change of use' },
  fees_unpaid: { zh: '按时交物业费', en: 'Property fees are paid' },
  fund_unpaid: { zh: '按规定交维修资金', en: 'The maintenance fund is paid' },
  illegal_letting: { zh: '没有违法出租', en: 'No illegal letting' },
  promise_signed: { zh: '签了书面承诺', en: 'Has signed the written promise' },
}

/** What is known of a candidate: each condition met, not met, or nobody has said. */
export type Known = { readonly [C in CandidateCondition]?: boolean | undefined }
export type ConditionState = { readonly condition: CandidateCondition; readonly state: 'met' | 'not_met' | 'not_said'; readonly words: Said
  readonly source: Source }

/** [B71] The conditions of the place, each with its state and article. Where the place has none there are none. */
export function conditionsOf(known: Known, { candidates }: PackTerms): readonly ConditionState[] {
  if (!candidates) return []
  return candidates.value.conditions.map((condition) => {
    const said = known[condition]
    return { condition, state: said === undefined ? 'not_said' : said ? 'met' : 'not_met', words: CONDITION_WORDS[condition], source: candidates.source }
  })
}

/**
 * A nomination before its warnings. `overlap`: is a member of the residents' committee; `firmTie`: has a tie to the property company;
 * `reason`: why all the same, '' for none.
 */
export type Nomination = { readonly known: Known; readonly owner: boolean; readonly overlap: boolean; readonly firmTie: boolean; readonly reason: string }
export type Warning = { readonly code: 'overlap' | 'firm_tie'; readonly say: Said; readonly source: Source | null }

const OVERLAP: Said = { zh: '同时是居委会成员，尽量不要交叉任职；要提名，请写明理由。',
  en: 'Also a member of the residents’ committee: the two should overlap as little as possible. To nominate all the same, give a reason.' }
const FIRM: Said = { zh: '与物业企业有利益关系，请写明情况并公示。', en: 'Has a tie to the property company: say how and make it public.' }

/**
 * [B71] Whether somebody can be nominated, and with which warnings. A condition of the place that is not met bars with its article; one that nobody has
 * said anything of has to be said first. Sitting on the residents' committee needs a reason and bars only where a dated article says so.
 */
export function checkNomination(nomination: Nomination, terms: PackTerms): Result<readonly Warning[]> {
  const no = (code: string, explain: Said, source?: Source | null) => refuse({ code, rule: 'B71', explain, ...(source && { source }) })
  if (!nomination.owner) return no('not_an_owner', { zh: '业委会候选人要是本小区业主。', en: 'A candidate for the owners’ committee has to be an owner here.' })
  for (const { state, words, source, condition } of conditionsOf(nomination.known, terms)) {
    if (state === 'not_met') return no(condition, { zh: `不符合候选人条件：${words.zh}。`, en: `A condition is not met: ${words.en}.` }, source)
    if (state === 'not_said') return no('condition_open', { zh: `还没有核实：${words.zh}。`, en: `Not checked yet: ${words.en}.` }, source)
  }
  if (nomination.overlap && terms.overlapBarred) {
    return no('overlap', { zh: '当地规定居委会成员不能兼任。', en: 'Here members of the residents’ committee may not stand.' }, terms.overlapBarred.source)
  }
  const warnings: Warning[] = []
  if (nomination.overlap) warnings.push({ code: 'overlap', say: OVERLAP, source: null })
  if (nomination.firmTie) warnings.push({ code: 'firm_tie', say: FIRM, source: null })
  const [first] = warnings
  if (first && nomination.reason.trim() === '') return no('reason_missing', first.say)
  return ok(warnings)
}

/** What the public sees of a slate: the rule, the number and yes or no. Never a name. */
export type SlateCheck = { readonly code: 'half_party'; readonly have: number; readonly wanted: number; readonly met: boolean; readonly say: Said }

/**
 * [B72] The target for a slate of a new owners' committee, where the street has switched it on: at least half are party members. `members`: how many
 * candidates have declared themselves to the reviewing body. A target: it removes nobody. Null where it is off. Source: M10, P08.
 */
export function slateTarget(candidates: number, members: number, on: boolean): SlateCheck | null {
  if (!on) return null
  const wanted = Math.ceil(candidates / 2)
  const met = members >= wanted
  return {
    code: 'half_party', have: members, wanted, met,
    say: met ? { zh: '候选人名单达到了党员过半的目标', en: 'The slate reaches the target of half party members' }
      : { zh: `候选人名单里党员${members}名，目标是${wanted}名；只作提醒，不影响提名和当选`,
        en: `${members} of the slate are party members, the target is ${wanted}: a reminder that changes no nomination and no result` },
  }
}
