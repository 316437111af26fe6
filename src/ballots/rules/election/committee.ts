/** The owners' committee: how large, for how long, with how many in reserve; how it meets and decides. */
import { ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import { addDays, type Calendar, type CivilDay } from '../../../offices/rules/index.ts'
import type { PackTerms, Term, Terms } from '../packs/terms.ts'
import { periodEnd, yearsAfter, type Due } from '../procedure/days.ts'
import { moreThan, reaches, saidShare, type Share } from '../share.ts'

const no = (rule: string, code: string, zh: string, en: string, source?: Source) =>
  refuse({ code, rule, explain: { zh, en }, ...(source && { source }) })

/** [B73] Whether a committee may have so many seats: odd, and within the numbers of the place; small compounds may have fewer. Area in 0.01 m². */
export function checkSeats(seats: number, compound: { readonly homes: number; readonly area: number }, { committeeSize }: PackTerms): Result<true> {
  if (!Number.isSafeInteger(seats) || seats < 1) return no('B73', 'seats', '请写明几个委员。', 'Say how many members there are.')
  if (seats % 2 === 0) return no('B73', 'seats_even', '委员人数要是单数，表决才不会打平。', 'The number of members has to be odd.', committeeSize?.source)
  if (!committeeSize) return ok(true as const)
  const { least, most, small } = committeeSize.value
  const within = (size: number, limit: number | undefined): boolean => limit !== undefined && size <= limit
  const isSmall = small !== undefined && (within(compound.homes, small.homes) || within(compound.area, small.area))
  const from = isSmall ? small.least : least
  if (seats < from) return no('B73', 'seats_few', `委员不少于${from}人。`, `There are at least ${from} members.`, committeeSize.source)
  if (most !== undefined && seats > most) return no('B73', 'seats_many', `委员不超过${most}人。`, `There are at most ${most} members.`, committeeSize.source)
  return ok(true as const)
}

/** [B73] Whether so many may be elected in reserve. */
export function checkReserves(reserves: number, seats: number, terms: PackTerms): Result<true> {
  if (terms.reserves?.value.most === 'members' && reserves > seats) {
    return no('B73', 'reserves_many', '候补委员不能比委员多。', 'There cannot be more in reserve than members.', terms.reserves.source)
  }
  return ok(true as const)
}

/** [B73] The last day of a term that begins on a day, or a refusal where the place does not allow so many years. */
export function termOf(begins: CivilDay, years: number, { term }: PackTerms): Result<CivilDay> {
  const { leastYears = 1, mostYears = Infinity } = term?.value ?? {}
  if (!Number.isSafeInteger(years) || years < leastYears || years > mostYears) {
    const range = leastYears === 1 ? `不超过${mostYears}年` : `${leastYears}到${mostYears}年`
    return no('B73', 'term', `任期${range}。`, `A term has ${leastYears} to ${mostYears} years.`, term?.source)
  }
  return ok(addDays(yearsAfter(begins, years), -1))
}

/** A meeting of the committee. `proxies`: seats that somebody else sat for; `agreed`: members who agreed, of all; days of what was told and posted. */
export type Meeting = {
  readonly members: number
  readonly present: number
  readonly proxies: number
  readonly agreed: number
  readonly signed: number
  readonly heldOn: CivilDay
  readonly residentsToldOn: CivilDay | null
  readonly decisionPostedOn: CivilDay | null
}
/** What a compound's own rules say of meetings where the place says nothing. */
export type OwnMeetingRule = { readonly present: Share; readonly agree: Share }
export type MeetingCheck = { readonly code: string; readonly met: boolean; readonly say: Said; readonly source: Source }
export type MeetingResult = { readonly decided: boolean; readonly checks: readonly MeetingCheck[]; readonly postBy: Due | null }

/** Where nobody has written anything: more than half there, more than half of all agreeing. The commonest rule of the places seen. */
export const UNWRITTEN_MEETING: OwnMeetingRule = { present: moreThan(1, 2), agree: moreThan(1, 2) }

function toldInTime({ heldOn, residentsToldOn }: Meeting, told: Term<Terms['residentsToldOfMeeting']>): MeetingCheck | null {
  const { daysBefore, before } = told.value
  if (daysBefore === undefined && !before) return null
  const days = daysBefore ?? 0
  const met = residentsToldOn !== null && residentsToldOn <= addDays(heldOn, -days)
  return { code: 'residents_told', met, source: told.source,
    say: { zh: days > 0 ? `会前${days}日告知居委会` : '会前告知居委会', en: days > 0 ? `Residents’ committee told ${days} days before` : 'Residents’ committee told before' } }
}

/**
 * [B74] What came of a meeting: enough members there themselves, enough of all agreeing and signing, the residents' committee told in time. A meeting
 * that lacks any of it has decided nothing. `postBy`: until when the decision has to be posted. Source: the place's own article on meetings.
 */
export function meetingOf(meeting: Meeting, terms: PackTerms, own: OwnMeetingRule, calendar: Calendar): MeetingResult {
  const rule = terms.meeting?.value
  const source = terms.meeting?.source ?? { law: '本小区业主委员会议事规则' }
  const [present, agree] = [rule ? rule.present : own.present, rule?.agree ?? own.agree]
  const check = (code: string, met: boolean, zh: string, en: string): MeetingCheck => ({ code, met, say: { zh, en }, source })
  const checks: MeetingCheck[] = []
  if (present) {
    checks.push(check('present', reaches(Math.max(0, meeting.present - meeting.proxies), meeting.members, present),
      `委员${saidShare(present).zh}亲自出席`, `${saidShare(present).en} of members there`))
  }
  checks.push(check('no_proxy', meeting.proxies === 0, '委员不能委托别人出席', 'No member sends somebody else'))
  const { zh, en } = saidShare(agree)
  checks.push(check('agree', reaches(meeting.agreed, meeting.members, agree), `全体委员${zh}同意`, `${en} of all members agree`))
  if (rule?.signed) checks.push(check('signed', reaches(meeting.signed, meeting.members, agree), `全体委员${zh}签字`, `${en} of all members sign`))
  const told = terms.residentsToldOfMeeting ? toldInTime(meeting, terms.residentsToldOfMeeting) : null
  if (told) checks.push(told)
  const days = terms.decisionPosted?.value.days
  return { decided: checks.every(({ met }) => met), checks, postBy: days === undefined ? null : periodEnd(meeting.heldOn, days, calendar) }
}

/** What an old committee gives to the new one, with where it is kept written beside each. A code never changes its meaning. */
export const HAND_OVER = [
  { code: 'seals', say: { zh: '印章', en: 'Seals' } }, { code: 'accounts', say: { zh: '账簿、票据、存款和现金', en: 'Books, receipts, deposits and cash' } },
  { code: 'contracts', say: { zh: '物业服务合同和其他合同', en: 'Contracts' } }, { code: 'minutes', say: { zh: '会议记录和决定', en: 'Minutes and decisions' } },
  { code: 'votes', say: { zh: '历次表决的票、计票表和送达记录', en: 'Ballots, count sheets and proofs of delivery' } },
  { code: 'register', say: { zh: '业主名册', en: 'Register of owners' } }, { code: 'rules', say: { zh: '管理规约和议事规则', en: 'Covenant and rules of procedure' } },
  { code: 'income', say: { zh: '公共收益和维修资金的资料', en: 'Papers of common income and the maintenance fund' } },
  { code: 'property', say: { zh: '属于业主共有的财物', en: 'Things owned in common' } }, { code: 'open', say: { zh: '没有办完的事', en: 'What is not finished' } },
] as const satisfies readonly { readonly code: string; readonly say: Said }[]

/** [B75] Until when to hand over after a term or a seat ended; null where the place sets no days. */
export const handOverBy = (ended: CivilDay, { handOver }: PackTerms, calendar: Calendar): Due | null =>
  (handOver ? periodEnd(ended, handOver.value.days, calendar) : null)

/** [B75] Whether a hand-over is complete: every line of the list is handed over, or a reason is written. Names what is missing. */
export function checkHandOver(lines: readonly { readonly code: string; readonly handed: boolean; readonly reason: string }[]): Result<true> {
  const open = HAND_OVER.filter(({ code }) => !lines.some((line) => line.code === code && (line.handed || line.reason.trim() !== '')))
  if (open.length === 0) return ok(true as const)
  return no('B75', 'hand_over_open', `还没有交接：${open.map(({ say }) => say.zh).join('、')}。`, `Not handed over: ${open.map(({ say }) => say.en).join(', ')}.`)
}
