/** What kinds, givers and ways of consent are called on every screen. */
import type { Said } from '../../../kit/pure.ts'
import type { CareKind, ConsentHow, GivenBy, GuardianIs } from '../../rules/law/index.ts'

export const GIVEN_SAID: Readonly<Record<GivenBy, Said>> = {
  self: { zh: '本人', en: 'the person' }, guardian: { zh: '监护人', en: 'a guardian' }, family: { zh: '家人', en: 'family' },
}
export const IS_SAID: Readonly<Record<GuardianIs, Said>> = {
  father: { zh: '父亲', en: 'father' }, mother: { zh: '母亲', en: 'mother' }, grandparent: { zh: '祖父母、外祖父母', en: 'grandparent' },
  other_guardian: { zh: '其他监护人', en: 'other guardian' }, spouse: { zh: '配偶', en: 'spouse' }, child: { zh: '子女', en: 'son or daughter' },
  other_family: { zh: '其他家人', en: 'other family' },
}
export const CONSENT_HOW_SAID: Readonly<Record<ConsentHow, Said>> = {
  own_file: { zh: '本人在自己的档案里点的', en: 'in their own file' }, paper: { zh: '签了字的纸', en: 'on signed paper' }, door: { zh: '当面说的', en: 'said in person' },
}
export const CARE_SAID: Readonly<Record<CareKind, Said>> = {
  knock_in_storm: { zh: '大风大雨来敲门', en: 'Knock in a storm' }, weekly_visit: { zh: '每周来看看', en: 'Visit each week' },
}
/** Why something was deleted, by the rule that a certificate names. */
export const RULE_SAID: Readonly<Record<string, Said>> = {
  RO66: { zh: '搬走或去世以后，过了登记里写的保存时间；或者同意到期、撤回了', en: 'Its keeping time after leaving was over, or the consent had ended' },
}
/** Rows of a certificate; the register's own words for its fields stand elsewhere. */
export const GONE_SAID: Readonly<Record<string, Said>> = {
  sensitive: { zh: '敏感信息', en: 'sensitive values' }, care: { zh: '关照约定', en: 'agreements of care' }, consent: { zh: '同意', en: 'consents' },
  key: { zh: '个人密钥', en: 'personal keys' },
}
