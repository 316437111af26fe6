/** Bodies that are elected: their kinds, members and reserves, and who moves up. */
import { ok, refuse, type Result, type Said } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'
import type { PackTerms } from '../packs/terms.ts'
import { daysBetween, monthsBefore } from '../procedure/days.ts'
import { reaches } from '../share.ts'

export const BODY_KINDS = ['owners_committee', 'property_council', 'preparatory_group', 'residents_committee', 'self_management'] as const
export type BodyKind = (typeof BODY_KINDS)[number]
export const BODY_STATES = ['planned', 'in_office', 'handing_over', 'ended'] as const
export type BodyState = (typeof BODY_STATES)[number]
export const NOMINATORS = ['self', 'owners', 'branch', 'committee', 'group'] as const
export type Nominator = (typeof NOMINATORS)[number]
export const MEMBER_ROLES = ['chair', 'deputy', 'member', 'reserve'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]
export const ENDINGS = ['resigned', 'removed', 'sold', 'died', 'absent'] as const
export type Ending = (typeof ENDINGS)[number]

/** What papers call each body, each office in it, and who named somebody. */
export const BODY_SAID: Readonly<Record<BodyKind, Said>> = {
  owners_committee: { zh: '业主委员会', en: 'Owners’ committee' }, property_council: { zh: '物业管理委员会', en: 'Property council' },
  preparatory_group: { zh: '筹备组', en: 'Preparatory group' }, residents_committee: { zh: '居民委员会', en: 'Residents’ committee' },
  self_management: { zh: '自管小组', en: 'Self-management group' },
}
/** What titles of posts begin with. */
export const BODY_SHORT: Readonly<Record<BodyKind, string>> = { owners_committee: '业委会', property_council: '物管会', preparatory_group: '筹备组',
  residents_committee: '居委会', self_management: '自管小组' }
export const OFFICE_SAID: Readonly<Record<MemberRole, Said>> = {
  chair: { zh: '主任', en: 'Chair' }, deputy: { zh: '副主任', en: 'Deputy' }, member: { zh: '委员', en: 'Member' }, reserve: { zh: '候补委员', en: 'In reserve' },
}
export const NOMINATOR_SAID: Readonly<Record<string, string>> = { self: '本人自荐', owners: '业主推荐', branch: '支部推荐', committee: '居委会推荐',
  group: '筹备方推荐' }

export type Seated = { readonly person: string; readonly role: MemberRole; readonly rank: number | null }

/** [B104] Who takes the place of a member that leaves: the first of the reserves; null where none is left. */
export const nextReserve = <S extends Seated>(members: readonly S[]): S | null =>
  members.filter(({ role }) => role === 'reserve').sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))[0] ?? null

/** [B104] Seats that nobody fills. */
export const vacancies = (seats: number, members: readonly Pick<Seated, 'role'>[]): number =>
  Math.max(0, seats - members.filter(({ role }) => role !== 'reserve').length)

/**
 * [B104] Whether somebody who was away loses the seat: only where the place has a number, and only when it is reached. `missed` of `held` in a
 * year.
 */
export function checkAbsence(held: number, missed: number, { absence }: PackTerms): Result<true> {
  const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'B104', explain: { zh, en }, ...(absence && { source: absence.source }) })
  if (missed > held) return no('missed_more', '缺席次数比会议还多。', 'More meetings were missed than were held.')
  if (!absence) return no('no_absence_rule', '当地没有规定缺席多少次终止资格，要由业主大会罢免。', 'No rule here ends a seat for absence: the assembly may remove.')
  return held > 0 && reaches(missed, held, absence.value.ofMeetingsInYear) ? ok(true as const)
    : no('absence_too_small', '缺席的次数还没到规定的数。', 'Fewer meetings were missed than the rule asks for.')
}

/**
 * How a term stands on a day: days left (below 0 once over), and from when the re-election has to be told, where the place has a number of
 * months.
 */
export type TermStand = { readonly daysLeft: number; readonly tellFrom: CivilDay | null; readonly due: boolean }

/** [B105] When the next election has to be told of. `due` once that day has come, or the term is over. Source: the place's article on re-election. */
export function termStands(termTo: CivilDay, today: CivilDay, { reelection }: PackTerms): TermStand {
  const months = reelection?.value.monthsBefore
  const tellFrom = months === undefined ? null : monthsBefore(termTo, months)
  const daysLeft = daysBetween(today, termTo)
  return { daysLeft, tellFrom, due: daysLeft < 0 || (tellFrom !== null && today >= tellFrom) }
}
