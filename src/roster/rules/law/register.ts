/** The register of purposes that anybody can read: what is kept of people, why, by what right, how long, who sees it. [RO1] [RO60] */
import type { Said } from '../../../kit/pure.ts'
import { fieldRules } from '../fields.ts'
import { carePack } from './care.ts'
import { sensitiveKinds, sensitiveRules } from './sensitive.ts'

/** A line of the register. `group`: kept by duty, kept only with an assessment and consent, kept by agreement, kept by the branch, or of matters. */
export type RegisterLine = {
  readonly key: string; readonly group: 'home' | 'sensitive' | 'care' | 'party' | 'passing'
  readonly said: Said; readonly why: Said; readonly basis: string; readonly kept: Said; readonly seenBy: readonly Said[]
}

const captain: Said = { zh: '本楼楼栋长', en: 'the building’s captain' }
const grid: Said = { zh: '本网格网格员', en: 'the grid’s workers' }
const community: Said = { zh: '本社区工作者', en: 'the community’s workers' }
const seers: Readonly<Record<'captain' | 'grid' | 'community', Said>> = { captain, grid, community }
const afterLeaving = (months: number): Said => ({ zh: `搬走后${months}个月`, en: `${months} month${months === 1 ? '' : 's'} after moving away` })

/** Every line, those kept by duty first. */
export const registerLines: readonly RegisterLine[] = [
  ...fieldRules.map(({ field, said, why, basis, months, seenBy }): RegisterLine => ({
    key: field, group: 'home', said, why, basis, kept: afterLeaving(months), seenBy: seenBy.map((one) => seers[one]),
  })),
  ...sensitiveKinds.map((kind): RegisterLine => {
    const { said, why, basis, months } = sensitiveRules[kind]
    const { zh, en } = afterLeaving(months)
    return { key: kind, group: 'sensitive', said, why, basis,
      kept: { zh: `撤回同意就删；最迟${zh}`, en: `deleted when consent is withdrawn; at the latest ${en}` },
      seenBy: [community] }
  }),
  { key: 'care', group: 'care', said: { zh: '要人敲门、看望的约定', en: 'Agreement to knock or visit' },
    why: { zh: '大风大雨时有人敲门，每周有人看望', en: 'Somebody knocks in a storm, or visits each week' },
    basis: '个人信息保护法第13条第1款第1项、第29条（本人或家人提出）',
    kept: { zh: `到约好的日子为止，最长${carePack.longestMonths}个月；说不要就删`,
      en: `until the day agreed, ${carePack.longestMonths} months at most; deleted when withdrawn` },
    seenBy: [captain, community] },
  { key: 'party', group: 'party', said: { zh: '党员和报到', en: 'Party membership' },
    why: { zh: '支部联系自己的党员', en: 'For the branch to reach its members' }, basis: '个人信息保护法第13条第1款第1项、第29条（本人同意；按敏感信息管）',
    kept: { zh: '搬走就删；本人说删就删', en: 'deleted on moving away, or when the person says so' },
    seenBy: [{ zh: '本小区支部', en: 'the compound’s branch' }] },
  { key: 'import', group: 'passing', said: { zh: '导入时还没定的行', en: 'Rows of a spreadsheet not yet decided' },
    why: { zh: '让人核对完再收', en: 'So that a person checks them first' }, basis: '个人信息保护法第6条、第19条',
    kept: { zh: '收下、放弃或者14天后销毁', en: 'destroyed when taken, dropped, or after 14 days' }, seenBy: [community] },
]

/** The groups in order, each with what holds for all of it. */
export const registerGroups: readonly { readonly group: RegisterLine['group']; readonly said: Said; readonly line: Said }[] = [
  { group: 'home', said: { zh: '一户一档', en: 'Of every home' },
    line: { zh: '姓名、电话、证件号都加密存，列表里只显示一部分；看全要说明用途，您在自己的档案里看得到谁看过。',
      en: 'Names, telephones and numbers are encrypted and shown in part. Whoever looks says why, and you see it in your own file.' } },
  { group: 'sensitive', said: { zh: '先评估、再同意才记的', en: 'Only after an assessment and your consent' },
    line: { zh: '没有影响评估和本人单独同意，一条也记不进来。不满14岁的孩子只记人数，要记名字得监护人同意。',
      en: 'Without an assessment of impact and separate consent nothing can be written. Children under 14 are counted only, unless a guardian consents.' } },
  { group: 'care', said: { zh: '您要的关照', en: 'Care that you asked for' },
    line: { zh: `一次只能打开一户，一个岗位一天最多${carePack.opensPerDay}户；不能导出，也不能把名字和房号印在一起。`,
      en: `Opened one home at a time, ${carePack.opensPerDay} a day for each post; never exported, never printed with name and room together.` } },
  { group: 'party', said: { zh: '支部自己的名册', en: 'The branch’s own list' },
    line: { zh: '只有本小区支部看得到，社区、物业、业委会都看不到，也不进户档、搜索和导出。',
      en: 'For the branch of the compound alone: not for community, firm or owners, and in no household file, search or export.' } },
  { group: 'passing', said: { zh: '路过的', en: 'In passing' }, line: { zh: '用完就销毁。', en: 'Destroyed after use.' } },
]

/** What a spreadsheet may hold and the roster never takes. P01 */
export const neverKept: readonly Said[] = [
  { zh: '“重点人员”和各种标签、评分', en: 'labels and scores of people' }, { zh: '宗教信仰', en: 'religion' }, { zh: '违法犯罪、信访记录', en: 'offences and petitions' },
  { zh: '病历、精神状况', en: 'medical detail' }, { zh: '收入、存款', en: 'income and savings' }, { zh: '人脸、指纹', en: 'faces and fingerprints' },
]
