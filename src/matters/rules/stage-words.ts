import type { Said } from '../../kit/pure.ts'
import type { DueKind } from './matter.ts'

/** What a stage that has a clock is called, everywhere. */
export const STAGE_WORDS: Readonly<Record<DueKind, Said>> = {
  sign: { zh: '签收', en: 'Sign' }, contact: { zh: '联系', en: 'Contact' }, report_in: { zh: '报到', en: 'Report in' },
  finish: { zh: '办结', en: 'Finish' }, reply: { zh: '答复', en: 'Reply' }, verify: { zh: '复核', en: 'Verify' },
  verdict: { zh: '评价', en: 'Verdict' }, review: { zh: '复查', en: 'Look again' }, ruling: { zh: '裁定', en: 'Ruling' },
}
