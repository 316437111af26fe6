/** The way to an owners' committee: when the first assembly is possible, the preparatory group, and what has to be posted, told and filed by when. */
import { ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import type { Calendar, CivilDay } from '../../../offices/rules/index.ts'
import type { FirstWay, PackTerms } from '../packs/terms.ts'
import { monthsBefore, periodEnd, yearsAfter, type Due } from '../procedure/days.ts'
import { reaches, saidShare, share } from '../share.ts'
import type { Measure, Step, StepState } from '../vote.ts'

/** [B76] Which of the place's ways to the first assembly is open; null where none is. `delivered` of `totals` is handed over, the first on a day. */
export function firstWayOpen(
  delivered: Measure, totals: Measure, firstDelivery: CivilDay | null, today: CivilDay, { firstAssembly }: PackTerms,
): FirstWay | null {
  const enough = (part: number, whole: number, percent: number | undefined): boolean =>
    percent === undefined || (part > 0 && reaches(part, whole, share(percent, 100)))
  const old = (years: number | undefined): boolean => years === undefined || (firstDelivery !== null && yearsAfter(firstDelivery, years) <= today)
  return firstAssembly?.value.ways.find(({ areaPercent, headsPercent, years }) =>
    enough(delivered.area, totals.area, areaPercent) && enough(delivered.heads, totals.heads, headsPercent) && old(years)) ?? null
}

/** [B76] Whether a preparatory group is one: odd, large enough, enough of it owners. A place where another body prepares has no group. */
export function checkGroup(members: readonly { readonly owner: boolean }[], { preparatoryGroup }: PackTerms): Result<true> {
  if (!preparatoryGroup) return ok(true as const)
  const { by, odd, least = 1, owners } = preparatoryGroup.value
  const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'B76', explain: { zh, en }, source: preparatoryGroup.source })
  if (by !== 'group') return no('no_group_here', '这里由物业管理委员会筹备，不另设筹备组。', 'Here the property committee prepares; there is no group.')
  if (members.length < least) return no('group_small', `筹备组不少于${least}人。`, `The group has at least ${least} members.`)
  if (odd && members.length % 2 === 0) return no('group_even', '筹备组人数要是单数。', 'The number of members of the group has to be odd.')
  if (owners && !reaches(members.filter(({ owner }) => owner).length, members.length, owners)) {
    return no('group_owners', `筹备组里业主要占${saidShare(owners).zh}。`, `${saidShare(owners).en} of the group have to be owners.`)
  }
  return ok(true as const)
}

/** Steps to a committee and after it, in order. A code never changes its meaning. */
export const PREPARING_CODES = [
  'expiry_told', 'asked', 'group_formed', 'street_checked', 'group_met', 'list_posted', 'nominated', 'branch_recommendation', 'street_review', 'talk',
  'drafts_posted', 'assembly_held', 'names_posted', 'first_meeting', 'committee_filed', 'filing_answered', 'hand_over',
] as const
export type PreparingCode = (typeof PREPARING_CODES)[number]

const WORDS: Readonly<Record<PreparingCode, Said>> = {
  expiry_told: { zh: '报告任期将满', en: 'End of the term told' }, asked: { zh: '提出成立申请', en: 'Asked for' },
  group_formed: { zh: '筹备组成立', en: 'Preparatory group formed' }, street_checked: { zh: '街道核查条件', en: 'The street has checked' },
  group_met: { zh: '筹备组第一次会', en: 'First meeting of the group' }, list_posted: { zh: '筹备组名单公示', en: 'List of the group posted' },
  nominated: { zh: '候选人提名', en: 'Candidates nominated' }, branch_recommendation: { zh: '支部推荐', en: 'Recommendation of the branch' },
  street_review: { zh: '街道审核', en: 'Review by the street' }, talk: { zh: '任前谈话', en: 'Pre-appointment talk' },
  drafts_posted: { zh: '规约、议事规则草案和候选人公示', en: 'Drafts and candidates posted' }, assembly_held: { zh: '召开业主大会', en: 'Assembly held' },
  names_posted: { zh: '当选名单公布', en: 'Names of the elected posted' }, first_meeting: { zh: '业委会第一次会', en: 'First meeting of the committee' },
  committee_filed: { zh: '业委会备案', en: 'Committee filed' }, filing_answered: { zh: '街道答复备案', en: 'The street has answered' },
  hand_over: { zh: '新老业委会交接', en: 'Handed over' },
}

/** What a preparation is counted from. `ended`: the end of the old committee's term; `waived` days carry a reason on record. */
export type Preparing = {
  readonly done: readonly { readonly code: PreparingCode; readonly on: CivilDay; readonly waived?: boolean }[]
  readonly termEnds: CivilDay | null
  readonly today: CivilDay
  readonly terms: PackTerms
  readonly calendar: Calendar
  readonly opinionDays: number
}

/** Steps of party or street: after their limit 'no opinion given' stands, and everything goes on. */
const OPINIONS: readonly PreparingCode[] = ['branch_recommendation', 'street_review', 'talk']

type Set = { readonly due: Due | null; readonly source: Source | null }
const UNSET: Set = { due: null, source: null }

function dueOf(code: PreparingCode, { done, termEnds, terms, calendar, opinionDays }: Preparing): Set {
  const after = (step: PreparingCode, days: number | undefined, source: Source | undefined, unit: 'day' | 'working_day' = 'day'): Set => {
    const from = done.find((one) => one.code === step)?.on
    return { due: from === undefined || days === undefined ? null : periodEnd(from, days, calendar, unit), source: source ?? null }
  }
  const group = terms.preparatoryGroup
  const filing = terms.filing
  if (OPINIONS.includes(code)) return { ...after('nominated', opinionDays, undefined, 'working_day'), source: null }
  switch (code) {
    case 'expiry_told': {
      const months = terms.reelection?.value.monthsBefore
      return months === undefined || termEnds === null ? UNSET
        : { due: { day: monthsBefore(termEnds, months), provisional: false }, source: terms.reelection?.source ?? null }
    }
    case 'group_formed': return terms.reelection?.value.groupDays !== undefined && termEnds !== null
      ? after('expiry_told', terms.reelection.value.groupDays, terms.reelection.source) : after('asked', group?.value.formDays, group?.source)
    case 'street_checked': return after('asked', group?.value.checkDays, group?.source)
    case 'group_met': return after('street_checked', group?.value.meetDays, group?.source)
    case 'list_posted': return after('group_formed', group?.value.listPostedDays, group?.source)
    case 'drafts_posted': return { due: null, source: terms.draftsPosted?.source ?? null }
    case 'assembly_held': return after('group_formed', terms.firstWithin?.value.daysAfterGroup, terms.firstWithin?.source)
    case 'names_posted': return after('assembly_held', terms.firstMeeting?.value.namesPostedDays, terms.firstMeeting?.source)
    case 'first_meeting': return after('assembly_held', terms.firstMeeting?.value.days, terms.firstMeeting?.source)
    case 'committee_filed': return after('assembly_held', filing?.value.days, filing?.source)
    case 'filing_answered': return filing?.value.answerWorkingDays === undefined ? after('committee_filed', filing?.value.answerDays, filing?.source)
      : after('committee_filed', filing.value.answerWorkingDays, filing.source, 'working_day')
    case 'hand_over': return after('assembly_held', terms.handOver?.value.days, terms.handOver?.source)
    default: return UNSET
  }
}

/** Steps that a place does not have: no group where another body prepares, no check and first meeting of a group where none are written. */
function applies(code: PreparingCode, { terms, termEnds }: Preparing): boolean {
  const group = terms.preparatoryGroup?.value
  if (code === 'expiry_told' || code === 'hand_over') return termEnds !== null
  if (code === 'group_formed' || code === 'list_posted') return group?.by !== 'property_committee'
  if (code === 'street_checked') return group?.checkDays !== undefined
  return code === 'group_met' ? group?.meetDays !== undefined : true
}

/**
 * [B77] The steps of setting up or re-electing a committee, each with its state, its due day and article. What branch and street say informs: after
 * its limit, or with a reason on record, it is waived and everything goes on.
 */
export function preparingSteps(preparing: Preparing): readonly Step<PreparingCode>[] {
  const { done, today } = preparing
  return PREPARING_CODES.filter((code) => applies(code, preparing)).map((code) => {
    const step = done.find((one) => one.code === code)
    const { due, source } = dueOf(code, preparing)
    const over = due !== null && today > due.day
    const state: StepState = step ? (step.waived ? 'waived' : 'done') : !over ? 'due' : OPINIONS.includes(code) ? 'waived' : 'missing'
    const said = WORDS[code]
    const words = state === 'waived' && !step ? { zh: `${said.zh}：没有在期限内提出，照常进行`, en: `${said.en}: none given in time, it goes on` } : said
    return { code, state, doneOn: step?.on ?? null, due: due?.day ?? null, provisional: due?.provisional ?? false, words, source }
  })
}
