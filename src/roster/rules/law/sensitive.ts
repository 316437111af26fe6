/** Sensitive data: nothing before an assessment is recorded and a consent is held. [RO60] [RO61] */
import { ok, refuse, type Refusal, type Result, type Said } from '../../../kit/pure.ts'

/** What of a person is sensitive and can be kept at all. */
export type SensitiveKind = 'disability' | 'low_income' | 'care_need' | 'under_14'
export const sensitiveKinds: readonly SensitiveKind[] = ['disability', 'low_income', 'care_need', 'under_14']

const PIPL = '中华人民共和国个人信息保护法'

/** A line of the register for each kind: what it is called, what for, by what right. */
export const sensitiveRules: Readonly<Record<SensitiveKind,
  { readonly said: Said; readonly why: Said; readonly basis: string; readonly months: number }>> = {
  disability: { said: { zh: '残疾情况', en: 'Disability' }, why: { zh: '本人要的帮助送得到门', en: 'To bring the help that the person asked for' },
    basis: `《${PIPL}》第28、29条（单独同意）`, months: 1 },
  low_income: { said: { zh: '低保、特困', en: 'Low-income support' }, why: { zh: '本人要的补助和减免办得成', en: 'For support that the person asked for' },
    basis: `《${PIPL}》第28、29条（单独同意）`, months: 1 },
  care_need: { said: { zh: '需要照护的情况', en: 'Need of care' }, why: { zh: '约好的上门看望有准备', en: 'To be prepared for agreed visits' },
    basis: `《${PIPL}》第28、29条（单独同意）`, months: 1 },
  under_14: { said: { zh: '不满14岁孩子的姓名', en: 'Name of a child under 14' },
    why: { zh: '家长要的托管、接送有人对得上', en: 'For child care that the parents asked for' },
    basis: `《${PIPL}》第28、31条（监护人同意）`, months: 1 },
}

/** An assessment of impact as the rule looks at it. Days 'YYYY-MM-DD'; `validUntil` is the first day no longer. */
export type AssessmentFact = { readonly kinds: readonly SensitiveKind[]; readonly madeOn: string; readonly validUntil: string;
  readonly endedOn: string | null }

/** A consent as the rule looks at it. */
export type ConsentFact = { readonly kind: string; readonly givenBy: 'self' | 'guardian' | 'family'; readonly withdrawn: boolean }

const noAssessment: Refusal = {
  code: 'no_assessment', rule: 'RO60', source: { law: PIPL, article: '第55条、第56条' },
  explain: { zh: '这一项是敏感信息，先做影响评估才能记。', en: 'This is sensitive: an assessment of impact comes first.' },
}
const noConsent: Refusal = {
  code: 'no_consent', rule: 'RO61', source: { law: PIPL, article: '第29条' },
  explain: { zh: '还没有本人的单独同意，不能记。', en: 'The person has not consented to this, so it cannot be kept.' },
}
const noGuardian: Refusal = {
  code: 'no_guardian', rule: 'RO61', source: { law: PIPL, article: '第31条' },
  explain: { zh: '不满14岁，要父母或者其他监护人同意。', en: 'Under 14: a parent or other guardian has to consent.' },
}

/** Whether an assessment allows a kind on a day. */
export const allows = (fact: AssessmentFact, kind: SensitiveKind, today: string): boolean =>
  fact.kinds.includes(kind) && fact.madeOn <= today && today < fact.validUntil && (fact.endedOn === null || today < fact.endedOn)

/**
 * Whether a sensitive value of this kind may be written today: some assessment allows it, and a consent to exactly this kind is held; for a child
 * under 14 a guardian's. Article 28 to 31, 55, 56 of the law on personal information. [RO60] [RO61]
 */
export function mayKeepSensitive(
  kind: SensitiveKind, today: string, assessments: readonly AssessmentFact[], consents: readonly ConsentFact[],
): Result<true> {
  if (!assessments.some((fact) => allows(fact, kind, today))) return refuse(noAssessment)
  const held = consents.filter((fact) => fact.kind === kind && !fact.withdrawn)
  if (held.length === 0) return refuse(kind === 'under_14' ? noGuardian : noConsent)
  if (kind === 'under_14' && !held.some(({ givenBy }) => givenBy === 'guardian')) return refuse(noGuardian)
  if (kind !== 'under_14' && !held.some(({ givenBy }) => givenBy !== 'family')) return refuse(noConsent)
  return ok(true)
}
