/** Micro-projects of the demo: 听雨桥's round of 2026, voted on and under way, and a call that runs in 梧桐里 now. Money in fen. */
import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { personId, postId } from './posts.ts'
import { uuid } from './seed.ts'

const base = Date.parse('2026-09-20T01:00:00+08:00')
const yuan = (n: number): number => n * 100

export type DemoProject = { readonly id: string; readonly round: string; readonly option: string | null; readonly place: string; readonly kind: 'works' | 'service' | 'goods'
  readonly proposer: 'resident' | 'group' | 'capable'; readonly group: string | null; readonly words: string; readonly title: string; readonly summary: string
  readonly asked: number | null; readonly cost: number | null; readonly state: 'proposed' | 'refused' | 'running' | 'funded' | 'not_funded' | 'delivered'
  readonly ground: string | null; readonly reason: string | null; readonly proposedAt: string; readonly supplier: string | null
  readonly reviews: readonly { readonly post: string; readonly person: string; readonly eligible: boolean; readonly ground: string | null; readonly cost: number | null; readonly reason: string }[]
  readonly milestones: readonly { readonly title: string; readonly due: string; readonly doneOn: string | null; readonly note: string | null }[] }
export type DemoRound = { readonly id: string; readonly community: string; readonly keeper: string; readonly title: string; readonly budget: number
  readonly proposeUntil: string; readonly opensOn: string | null; readonly closesOn: string | null; readonly state: 'call' | 'decided'; readonly startedAt: string
  /** How many voters approved exactly these options. */
  readonly ballots: readonly (readonly [number, readonly string[]])[] }

export const tyqRound: string = uuid(base, 'round:tyq-2026')
export const wtlRound: string = uuid(base, 'round:wtl-2027')
const at = (key: string, inside?: number): string => placeId(codeOf(key, inside))

/** Who reviewed what was put on the ballot: the community's worker and the street's office for building communities. */
const [desk, office] = [{ post: postId('com-002:worker'), person: personId('邹丽君') }, { post: postId('street:build'), person: personId('闻素兰') }]
const reviewed = (cost: number, reason: string) => [desk, office].map((by) => ({ ...by, eligible: true, ground: null, cost: yuan(cost), reason }))
const project = (key: string, given: Partial<DemoProject> & Pick<DemoProject, 'round' | 'place' | 'kind' | 'words' | 'state' | 'proposedAt'>): DemoProject => ({
  option: null, proposer: 'resident', group: null, title: '', summary: '', asked: null, cost: null, ground: null, reason: null, supplier: null, reviews: [], milestones: [],
  ...given, id: uuid(base, `project:${key}`) })

const slate = (option: string, cost: number, title: string, summary: string, place: string, kind: DemoProject['kind'], state: DemoProject['state'],
  note: string, more: Partial<DemoProject> = {}): DemoProject => project(option, { round: tyqRound, option, place, kind, state, title, summary, words: summary,
  cost: yuan(cost), asked: yuan(cost), proposedAt: '2026-10-08T19:30:00+08:00', reviews: reviewed(cost, note), ...more })

/** Both rounds. The figures of 2026 are those of the vote of 5 to 15 November. */
export function demoProjects(): { readonly rounds: readonly DemoRound[]; readonly projects: readonly DemoProject[] } {
  const rounds: readonly DemoRound[] = [
    { id: tyqRound, community: placeId('990106003002'), keeper: orgId('com-002'), title: '2026年听雨桥微实事', budget: yuan(240_000), proposeUntil: '2026-10-15',
      opensOn: '2026-11-05', closesOn: '2026-11-15', state: 'decided', startedAt: '2026-09-20T09:00:00+08:00',
      ballots: [[150, ['c1', 'c2']], [72, ['c1']], [58, ['c2']], [96, ['c3']], [34, ['c2', 'c3']], [64, ['c4']], [36, ['c4', 'c5']], [30, ['c3', 'c5']], [20, ['c5']], [40, ['c3', 'c4']]] },
    { id: wtlRound, community: placeId('990106003001'), keeper: orgId('com-001'), title: '2027年第一轮微实事', budget: yuan(180_000), proposeUntil: '2026-12-05',
      opensOn: null, closesOn: null, state: 'call', startedAt: '2026-11-16T09:00:00+08:00', ballots: [] },
  ]
  const projects: readonly DemoProject[] = [
    slate('c1', 98_000, '纺机新村、安居里儿童活动角翻新', '两处滑梯和地垫都旧了，翻新后由运营公司接着维护。', at('fjx'), 'works', 'not_funded', '运营公司承诺后续维护'),
    slate('c2', 118_000, '纺机新村电动自行车集中充电棚两处', '棚子离楼六米以上，电费按表自付。', at('fjx'), 'works', 'running', '消防站看过点位；电费按表自付', { supplier: '云汀供电所', milestones: [
      { title: '点位公示', due: '2026-11-22', doneOn: '2026-11-19', note: null }, { title: '基础和顶棚', due: '2026-12-20', doneOn: null, note: null },
      { title: '通电验收', due: '2027-01-10', doneOn: null, note: null }] }),
    slate('c3', 46_000, '三个老小区楼道扶手与歇脚凳', '扶手装在一到三层，折叠凳收起来不占宽度。', at('fjx'), 'works', 'funded', '折叠凳不占疏散宽度', { proposer: 'group', group: '银龄互助小组' }),
    slate('c4', 38_000, '安居里共享修理与晾晒角', '工具登记借用，天台晾衣架统一做。', at('ajl'), 'service', 'funded', '房间由运营公司无偿提供', { proposer: 'capable' }),
    slate('c5', 24_000, '暖蜂歇脚点添置', '热水、微波炉和雨衣架，骑手和环卫工都能用。', at('ajl'), 'goods', 'funded', '非物业应尽职责，可列'),
    project('gate', { round: tyqRound, place: at('fjx'), kind: 'goods', state: 'refused', words: '大门口那个道闸老坏，换一个吧', title: '更换小区大门道闸', asked: yuan(65_000),
      ground: 'firm_duty', reason: '大门道闸写在物业服务清单里，由惠邻物业更换，年内报价。', proposedAt: '2026-10-10T12:05:00+08:00',
      reviews: [desk, office].map((by) => ({ ...by, eligible: false, ground: 'firm_duty', cost: null, reason: '物业服务清单里有道闸维护这一条' })) }),
    project('bench', { round: wtlRound, place: at('wty'), kind: 'works', state: 'proposed', words: '中心花园北边没有坐的地方，老人走一圈要站着歇，放四把带靠背的椅子吧', asked: yuan(12_000),
      proposedAt: '2026-11-17T20:12:00+08:00', reviews: [{ post: postId('com-001:deputy'), person: personId('祝文涛'), eligible: true, ground: null, cost: yuan(14_000), reason: '地面要先找平，含基础' }] }),
    project('lamp', { round: wtlRound, place: at('lgt'), kind: 'works', state: 'proposed', proposer: 'group', group: '老官塘自管小组', words: '3号楼到院门那段路晚上黑，装三盏太阳能灯', proposedAt: '2026-11-18T08:40:00+08:00' }),
    project('wheel', { round: wtlRound, place: at('wty'), kind: 'goods', state: 'proposed', words: '社区备两辆轮椅和一副拐杖，谁家老人摔了先借用', asked: yuan(3_000), proposedAt: '2026-11-19T21:03:00+08:00' }),
  ]
  return { rounds, projects }
}
