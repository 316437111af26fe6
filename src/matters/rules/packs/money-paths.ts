import type { Said, Source } from '../../../kit/pure.ts'

export const MONEY_PATHS = ['repair_fund', 'repair_fund_urgent', 'common_income', 'owners_share', 'micro_project', 'public_budget', 'warranty'] as const
export type MoneyPathCode = (typeof MONEY_PATHS)[number]

/** A way to the money: what it is, what has to happen on it, and what it rests on. */
export type MoneyPath = {
  readonly code: MoneyPathCode
  readonly say: Said
  readonly steps: readonly Said[]
  /** The longest time until it is looked at again, in days. */
  readonly mostDays: number
  readonly source: Source
}

const say = (zh: string, en: string): Said => ({ zh, en })
const CIVIL = '《中华人民共和国民法典》'

/** The dated pack of ways to the money. A matter that waits for money names one; without one nothing is put aside (realism 6). */
export const MONEY_PACK = { id: 'money-paths', region: '990106', version: '2026-demo-1', validFrom: '2026-01-01', validTo: null } as const

export const MONEY_PATH_ROWS: readonly MoneyPath[] = [
  { code: 'repair_fund', say: say('维修资金', 'Repair fund'), mostDays: 120, source: { law: CIVIL, article: '第二百七十八条、第二百八十一条' },
    steps: [say('物业或业委会提方案和预算', 'The firm or the committee makes a plan and a budget'), say('业主共同表决', 'The owners vote'),
      say('向住建部门申请列支', 'The housing office is asked to release it')] },
  { code: 'repair_fund_urgent', say: say('维修资金应急使用', 'Repair fund, urgent'), mostDays: 30, source: { law: CIVIL, article: '第二百八十一条第二款' },
    steps: [say('确认危及房屋安全', 'It is confirmed that the building is in danger'), say('业委会或居委会提出申请', 'The committee applies'),
      say('先修后公示', 'Repaired first, published after')] },
  { code: 'common_income', say: say('公共收益', 'Common income'), mostDays: 60, source: { law: CIVIL, article: '第二百八十二条' },
    steps: [say('公布公共收益结余', 'The balance is published'), say('业委会或业主共同决定', 'The committee or the owners decide')] },
  { code: 'owners_share', say: say('业主分摊', 'Shared by the owners'), mostDays: 90, source: { law: CIVIL, article: '第二百八十三条' },
    steps: [say('列出受益的户和分摊办法', 'Who benefits and who pays what is listed'), say('相关业主同意', 'The owners concerned agree')] },
  { code: 'micro_project', say: say('民生微实事', 'Micro-project'), mostDays: 120, source: { law: '桐荫街道民生微实事办法（演示）' },
    steps: [say('居民提议', 'Residents propose'), say('小区投票', 'The compound votes'), say('街道立项', 'The street starts it')] },
  { code: 'public_budget', say: say('财政资金', 'Public budget'), mostDays: 180, source: { law: '《中华人民共和国预算法》' },
    steps: [say('街道申报项目', 'The street applies'), say('等批复', 'It is approved')] },
  { code: 'warranty', say: say('保修', 'Warranty'), mostDays: 60, source: { law: '《建设工程质量管理条例》', article: '第四十条' },
    steps: [say('书面通知建设单位', 'The developer is told in writing'), say('不修的，报住建部门', 'If it does not repair, the housing office is told')] },
]

/** The path of a code, or null when the pack has none. */
export const moneyPathOf = (code: string): MoneyPath | null => MONEY_PATH_ROWS.find((path) => path.code === code) ?? null
