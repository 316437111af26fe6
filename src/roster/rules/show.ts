/** Which field which audience sees, and what a look in clear has to say. [RO43] [RO44] */
import { refuse, ok, type Refusal, type Result } from '../../kit/pure.ts'
import { fieldRules, type DwellerField } from './fields.ts'

/** Audiences that keep the roster, the narrowest reach first. */
const keepers = ['captain', 'grid', 'community'] as const
type Keeper = (typeof keepers)[number]

/** As what somebody reads the roster, by the words of their post's audience; null for everybody else. [RO5] */
export const keeperOf = (audience: readonly string[]): Keeper | null => keepers.find((one) => audience.includes(one)) ?? null

/** The fields that an audience sees masked; none for those who do not keep the roster. [RO43] */
export function fieldsShownTo(audience: readonly string[]): readonly DwellerField[] {
  const keeper = keeperOf(audience)
  return keeper === null ? [] : fieldRules.filter(({ seenBy }) => seenBy.includes(keeper)).map(({ field }) => field)
}

/** Whether an audience sees the field at all. [RO43] */
export const isShownTo = (audience: readonly string[], field: DwellerField): boolean => fieldsShownTo(audience).includes(field)

/** Whether homes, their state and the numbers of coverage may be read: those who keep the roster, and the street, which sees no people. [RO5] */
export const seesHomes = (audience: readonly string[]): boolean => keeperOf(audience) !== null || audience.includes('street')

/** The most homes whose people are exported in clear at once. [RO45] */
export const CLEAR_EXPORT_MOST = 200

/** The most homes that one sheet carries. [RO45] */
export const EXPORT_MOST = 3000

const onlyCommunity: Refusal = {
  code: 'wrong_post', rule: 'RO45',
  explain: { zh: '明文名单只有社区能导出。您可以导出隐去姓名的。', en: 'Lists in clear are exported by the community alone. You may export one with names hidden.' },
}
const tooMany: Refusal = {
  code: 'too_many_homes', rule: 'RO45',
  explain: { zh: `一次最多导出${CLEAR_EXPORT_MOST}户的明文。请选小一点的范围。`,
    en: `At most ${CLEAR_EXPORT_MOST} homes in clear at once. Choose a smaller area.` },
  source: { law: '《中华人民共和国个人信息保护法》（2021年）', article: '第六条' },
}

const tooLong: Refusal = {
  code: 'too_many_homes', rule: 'RO45', explain: { zh: `一张表最多${EXPORT_MOST}户。请按网格或者小区分开导出。`,
    en: `One sheet carries at most ${EXPORT_MOST} homes. Export it grid by grid or compound by compound.` },
}

const onlyCommunityCopies: Refusal = {
  code: 'wrong_post', rule: 'RO57',
  explain: { zh: '纸上的副本由社区当面给。也可以请本人用手机打开自己的信息。',
    en: 'A copy on paper is given by the community, in person. With a phone everybody opens their own file.' },
}

/** Whether somebody's own data may be put on paper for them: at the desk of the community alone. [RO57] */
export const mayCopy = (audience: readonly string[]): Result<true> => (audience.includes('community') ? ok(true) : refuse(onlyCommunityCopies))

/** Whether a list of so many homes may be exported, masked or in clear. [RO45] */
export function mayExport(audience: readonly string[], clear: boolean, homes: number): Result<true> {
  if (homes > EXPORT_MOST) return refuse(tooLong)
  if (!clear) return ok(true)
  if (!audience.includes('community')) return refuse(onlyCommunity)
  return homes > CLEAR_EXPORT_MOST ? refuse(tooMany) : ok(true)
}
