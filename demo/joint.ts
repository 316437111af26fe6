/** Joint boards of three compounds: shared matters, what was agreed and changed, results, and two meetings. Told in order of time. */
import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { personId, postId } from './posts.ts'

type Seat = 'branch' | 'owners' | 'community' | 'firm'
type By = { readonly person: string; readonly post: string }
type Told =
  | { readonly move: 'put'; readonly key: string; readonly compound: string; readonly title: string; readonly seat: Seat; readonly agreed: string }
  | { readonly move: 'move'; readonly key: string; readonly seat: Seat; readonly agreed: string; readonly reason: string }
  | { readonly move: 'result'; readonly key: string; readonly result: string }
  | { readonly move: 'meet'; readonly compound: string; readonly present: readonly string[]
    readonly decisions: readonly { readonly key: string; readonly said: string }[] }
/** A step: when in the place's time, by whom in which post. A meeting was held on the day it is written down. */
export type JointStep = Told & { readonly at: string; readonly by: By }

const by = (name: string, post: string): By => ({ person: personId(name), post: postId(post) })
const lin = by('林素梅', 'com-001:secretary')
const qin = by('秦月兰', 'br-wty:secretary')
const fu = by('傅明远', 'own-wty:chair')
const meng = by('孟凡', 'firm-runting:manager')
const gu = by('顾长河', 'com-002:secretary')
const shi = by('石国栋', 'br-fjx:secretary')
const han = by('韩素云', 'own-fjx:chair')
const ma = by('马晓琴', 'firm-huilin:manager')
const cao = by('曹莉', 'firm-jinlan:manager')
const [wty, fjx, jlf] = ['wty', 'fjx', 'jlf'].map((key) => placeId(codeOf(key))) as [string, string, string] // three keys, three places
const orgs = (...keys: readonly string[]): readonly string[] => keys.map(orgId)

/** Every step of the made-up boards. */
export const demoJoint: readonly JointStep[] = [
  { at: '2026-10-15T09:30', by: gu, move: 'put', key: 'roof', compound: fjx, title: '楼顶防水：用维修资金还是打包进改造', seat: 'owners', agreed: '2026-11-30' },
  { at: '2026-10-20T15:00', by: qin, move: 'put', key: 'income', compound: wty, title: '公示上半年公共收益账目', seat: 'owners', agreed: '2026-11-10' },
  { at: '2026-10-22T10:00', by: ma, move: 'put', key: 'lights', compound: fjx, title: '楼道灯换成声控灯', seat: 'firm', agreed: '2026-11-20' },
  { at: '2026-10-28T11:20', by: lin, move: 'put', key: 'lane', compound: wty, title: '消防通道划线，清走废弃车', seat: 'firm', agreed: '2026-11-15' },
  { at: '2026-11-03T16:10', by: lin, move: 'put', key: 'shed', compound: wty, title: '充电棚加装烟感和自动断电', seat: 'firm', agreed: '2026-11-18' },
  { at: '2026-11-05T16:30', by: lin, move: 'meet', compound: wty, present: orgs('br-wty', 'own-wty', 'com-001', 'firm-runting'), decisions: [
    { key: 'shed', said: '润庭物业出两家报价，业委会三天内定一家' }, { key: 'lane', said: '先划线；废弃车登记张贴满七天再清' },
    { key: 'income', said: '业委会把账目给支部看过，再贴出来' }] },
  { at: '2026-11-05T17:00', by: shi, move: 'put', key: 'pipes', compound: fjx, title: '老旧管线更新，逐户听意见', seat: 'firm', agreed: '2026-11-25' },
  { at: '2026-11-06T15:40', by: gu, move: 'meet', compound: fjx, present: orgs('own-fjx', 'com-002', 'firm-huilin'), decisions: [
    { key: 'roof', said: '物管会先请人看漏点，带两种价钱再议' }, { key: 'pipes', said: '入户由居委会带着走，物业只管技术' }] },
  { at: '2026-11-06T16:20', by: gu, move: 'move', key: 'pipes', seat: 'community', agreed: '2026-11-25', reason: '入户听意见是居委会的事，物业只管技术' },
  { at: '2026-11-09T10:05', by: fu, move: 'result', key: 'income', result: '上半年收入和支出已贴在各楼门厅，支部看过票据；有疑问可以到业委会查原件。' },
  { at: '2026-11-12T14:00', by: qin, move: 'put', key: 'festival', compound: wty, title: '十二月邻里节，给老人送饺子', seat: 'branch', agreed: '2026-12-12' },
  { at: '2026-11-12T14:20', by: fu, move: 'put', key: 'riders', compound: wty, title: '外卖骑手进出怎么登记', seat: 'community', agreed: '2026-12-04' },
  { at: '2026-11-13T09:50', by: cao, move: 'put', key: 'garage', compound: jlf, title: '地库雨天积水，查清是不是保修', seat: 'firm', agreed: '2026-11-28' },
  { at: '2026-11-17T17:15', by: meng, move: 'move', key: 'shed', seat: 'firm', agreed: '2026-11-27', reason: '烟感配件晚到一周，断电开关已经装好' },
  { at: '2026-11-18T11:30', by: ma, move: 'result', key: 'lights', result: '九栋楼的楼道灯都换好了，坏一盏三天内换。' },
  { at: '2026-11-19T09:10', by: han, move: 'move', key: 'roof', seat: 'owners', agreed: '2026-12-10', reason: '看漏点的人下周才能来' },
]
