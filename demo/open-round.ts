/** The round of micro-projects of 梧桐里 that everybody can vote on while they look at the demo. Money in fen. */
import { codeOf, placeId } from './places.ts'
import { personId, postId } from './posts.ts'
import { dice } from './seed.ts'
import type { VoteMember } from './votes.ts'

type Kind = 'works' | 'service' | 'goods'
type Proposed = { readonly place: string; readonly kind: Kind; readonly by: 'resident' | 'group' | 'capable'; readonly group?: string; readonly words: string; readonly asked: number | null
  readonly at: string; readonly title: string; readonly cost: number | null; readonly summary: string; readonly reason: string }

const yuan = (n: number): number => n * 100
const at = (key: string, inside?: number): string => placeId(codeOf(key, inside))
const member = (name: string, post: string, role: VoteMember['role']): VoteMember => ({ person: personId(name), post: postId(post), role })

/** What was proposed, with what its reviewers said; without a cost it was refused as one household's alone. */
const proposed: readonly Proposed[] = [
  { place: at('jlf'), kind: 'goods', by: 'resident', words: '地库出口看不见来车，装两面镜子吧', asked: yuan(20_000), at: '2026-10-13T19:20:00+08:00', cost: yuan(18_000),
    title: '锦澜府地库出口装凸面镜和减速带', summary: '三个出口各一面镜、一条减速带，坡道口加一盏感应灯。', reason: '物业看过点位，愿意管护' },
  { place: at('wty', 7), kind: 'works', by: 'group', group: '四点半课堂', words: '7号楼架空层空着，给放学的孩子弄个看书的角落', asked: yuan(45_000), at: '2026-10-14T20:05:00+08:00', cost: yuan(42_000),
    title: '7号楼架空层儿童读书角', summary: '矮书架、软垫和护角，晚上八点半关灯，家长轮流看。', reason: '不占消防通道，家长小组排班' },
  { place: at('lgt'), kind: 'works', by: 'capable', words: '院里晾衣服的铁架锈断了，水池龙头也漏', asked: yuan(25_000), at: '2026-10-15T08:40:00+08:00', cost: yuan(26_000),
    title: '老官塘院公共晾衣架和水池翻新', summary: '六组不锈钢晾架，水池换两个延时龙头。', reason: '自管小组签了管护约定' },
  { place: at('wty'), kind: 'goods', by: 'resident', words: '食堂送到老人家里的饭是凉的', asked: null, at: '2026-10-17T11:30:00+08:00', cost: yuan(15_000),
    title: '社区食堂送餐保温箱和推车', summary: '四十个保温箱、两辆推车，全社区的老人都用得上。', reason: '食堂负责清洗保管' },
  { place: at('wty'), kind: 'works', by: 'resident', words: '从1号楼走到菜场有五个坎，推轮椅过不去', asked: yuan(60_000), at: '2026-10-19T21:12:00+08:00', cost: yuan(58_000),
    title: '梧桐苑到菜场一路五处无障碍坡口', summary: '五处路沿改坡口，加防滑条；雨天不积水。', reason: '路段已移交，执法队看过' },
  { place: at('jlf', 2), kind: 'works', by: 'resident', words: '我家门口的台阶改成坡道', asked: yuan(6_000), at: '2026-10-20T09:00:00+08:00', cost: null,
    title: '一户门前台阶改坡道', summary: '', reason: '可以另外申请居家适老化改造，社区帮着填表' },
]

/** Which projects somebody wants, each as often as its number; the slate's order is that in which they were proposed. */
const kinds: readonly (readonly [string, number])[] = [['c2,c5', 21], ['c5', 14], ['c1', 16], ['c1,c2', 9], ['c3,c4', 13], ['c3', 8], ['c4', 5], ['c4,c5', 6]]

/** Everything of the round. `phones`: what phones approved, one day each; `slips`: how many slips a building got and how many came back. */
export const openRound = {
  title: '2026年第四季度微实事', budget: yuan(120_000), community: placeId('990106003001'),
  lead: member('林素梅', 'com-001:secretary', 'lead'), reviewers: [member('何晓玲', 'com-001:worker', 'enterer'), member('闻素兰', 'street:build', 'scrutineer')] as const,
  startedAt: '2026-10-12T09:00:00+08:00', proposeUntil: '2026-10-25', reviewedAt: '2026-10-30T15:00:00+08:00', postedAt: '2026-11-06T16:00:00+08:00', opensOn: '2026-11-14', closesOn: '2026-11-28',
  proposed,
  team: [member('林素梅', 'com-001:secretary', 'lead'), member('卢秀英', 'captain:wty-1', 'collector'), member('魏国安', 'captain:lgt-1', 'collector'), member('何晓玲', 'com-001:worker', 'enterer'),
    member('祝文涛', 'com-001:deputy', 'enterer'), member('陆晓岚', 'com-001:desk', 'scrutineer'), member('白玉芬', 'captain:wty-3', 'scrutineer'), member('耿志明', 'captain:wty-4', 'scrutineer')],
  collectors: [personId('卢秀英'), personId('魏国安')] as const,
  slips: [{ building: at('wty', 1), made: 24, back: 9 }, { building: at('lgt', 3), made: 30, back: 13 }],
} as const

/** What was approved on phones so far, with the day. */
export function openRoundPhones(): readonly { readonly day: string; readonly content: string }[] {
  const by = dice('open round')
  return kinds.flatMap(([content, n]) => Array.from({ length: n }, () => ({ day: `2026-11-${14 + by.whole(0, 5)}`, content: `q1=${content}` })))
}
