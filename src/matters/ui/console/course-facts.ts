import { words } from '../../../ui-kit/index.ts'

/** Words of the lines about whose a matter is, who confirmed it and what it rests on. */
export const courseFacts = words({
  part: { zh: '定下来的', en: 'Settled' },
  aside: { zh: '挂账：钱从哪来', en: 'Put aside: where the money comes from' },
  ruled: { zh: '街道裁定归', en: 'Ruled to be of' },
  waits: { zh: '等批', en: 'Asked for' },
  moreTime: (who: string, n: number) => ({ zh: `${who}申请延期${n}个工作日`, en: `${who}: ${n} working days more` }),
  verifier: { zh: '轮到谁复核', en: 'Whose turn to verify' },
  confirmed: { zh: '复核', en: 'Verified' },
  rests: { zh: '结果依据', en: 'The outcome rests on' },
  tried: { zh: '回访', en: 'Return visits' },
  times: (n: number) => ({ zh: `没联系上${n}次，三次为止`, en: `${n} of 3 tries reached nobody` }),
})
