/** Consents: who may give one for what, who writes it down, who takes it back. [RO61] [RO62] */
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { sensitiveKinds, type SensitiveKind } from './sensitive.ts'

/** What one agrees to. The branch's compartment keeps its own (P07). */
export type ConsentKind = SensitiveKind | 'care'
export const consentKinds: readonly ConsentKind[] = [...sensitiveKinds, 'care']
export type GivenBy = 'self' | 'guardian' | 'family'
export type GuardianIs = 'father' | 'mother' | 'grandparent' | 'other_guardian' | 'spouse' | 'child' | 'other_family'
export const guardians: readonly GuardianIs[] = ['father', 'mother', 'grandparent', 'other_guardian']
export const families: readonly GuardianIs[] = ['spouse', 'child', 'other_family']
export type ConsentHow = 'own_file' | 'paper' | 'door'

const PIPL = '中华人民共和国个人信息保护法'
const wrongPost: Refusal = {
  code: 'wrong_post', rule: 'RO62',
  explain: { zh: '同意由社区凭签了字的纸记下，或者本人在自己的档案里点。别人不能代。',
    en: 'A consent is written down by the community from a signed paper, or given in one’s own file. Nobody else can give it.' },
}
const noGuardian: Refusal = {
  code: 'no_guardian', rule: 'RO61', source: { law: PIPL, article: '第31条' },
  explain: { zh: '不满14岁，要父母或者其他监护人同意。', en: 'Under 14: a parent or other guardian has to consent.' },
}
const notFamily: Refusal = {
  code: 'no_consent', rule: 'RO61', source: { law: PIPL, article: '第29条' },
  explain: { zh: '这一项要本人或者监护人同意，家里别人不行。', en: 'The person or a guardian has to consent to this; other family cannot.' },
}
const unsaid: Refusal = {
  code: 'bad_request', rule: 'RO61', explain: { zh: '写明同意的人是本人的什么人。', en: 'Say what whoever consents is to the person.' },
}

/**
 * Whether such a consent can be given at all: for a child by a guardian, for care also by family, for all else by the person or a guardian. [RO61]
 */
export function isGoodConsent(kind: ConsentKind, givenBy: GivenBy, is: GuardianIs | null): Result<true> {
  if (kind === 'under_14' && givenBy !== 'guardian') return refuse(noGuardian)
  if (givenBy === 'self') return is === null ? ok(true) : refuse(unsaid)
  if (is === null) return refuse(unsaid)
  if (givenBy === 'guardian') return guardians.includes(is) ? ok(true) : refuse(kind === 'under_14' ? noGuardian : unsaid)
  if (kind !== 'care') return refuse(notFamily)
  return families.includes(is) ? ok(true) : refuse(unsaid)
}

/** Whether a post may write consents down, keep what rests on them, and assess: the community alone. [RO62] */
export const mayKeepLaw = (audience: readonly string[]): Result<true> => (audience.includes('community') ? ok(true) : refuse(wrongPost))

/** Whether a post may take down that somebody withdrew: as easily as it was given, so whoever hears it at the door may, for care. [RO63] */
export const mayWithdraw = (audience: readonly string[], kind: ConsentKind): Result<true> =>
  (audience.includes('community') || (kind === 'care' && audience.includes('captain')) ? ok(true) : refuse(wrongPost))
