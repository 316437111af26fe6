/** Standing bodies of the demo: who sits there, what was brought, what was decided; one evaluation is overdue and one answer late, as it happens. */
import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { postId } from './posts.ts'
import { uuid } from './seed.ts'

const base = Date.parse('2026-03-02T09:00:00+08:00')

export type DemoSeat = { readonly role: 'chair' | 'deputy_chair' | 'clerk' | 'member'; readonly side: string; readonly post: string | null; readonly label: string }
export type DemoIntake = { readonly key: string; readonly name: string; readonly words: string; readonly at: string; readonly post: string | null
  readonly state: 'open' | 'on_agenda' | 'declined'; readonly meeting: string | null; readonly reason: string | null }
export type DemoDecision = { readonly words: string; readonly yes: number; readonly no: number; readonly abstained: number; readonly minority: string; readonly inForceOn: string
  readonly evaluateOn: string; readonly verdict: 'kept' | null; readonly task: { readonly title: string; readonly org: string; readonly owner: string; readonly due: string
    readonly doneOn: string | null; readonly result: string | null } }
export type DemoSitting = { readonly key: string; readonly title: string; readonly venue: string; readonly startsAt: string; readonly state: 'approved' | 'called'
  readonly decisions: readonly DemoDecision[] }
export type DemoCouncil = { readonly id: string; readonly kind: string; readonly place: string; readonly keeper: string; readonly name: string; readonly seats: number
  readonly rhythmDays: number; readonly termMonths: number; readonly powers: readonly string[]; readonly charter: string; readonly foundedOn: string; readonly until: string
  readonly members: readonly DemoSeat[]; readonly intakes: readonly DemoIntake[]; readonly sittings: readonly DemoSitting[] }

const lives = (label: string, role: DemoSeat['role'] = 'member', side = 'residents'): DemoSeat => ({ role, side, post: null, label })
const sits = (post: string, side: string, role: DemoSeat['role'] = 'member'): DemoSeat => ({ role, side, post: postId(post), label: '' })
/** A meeting at which people heard each other and decided nothing. */
const met = (key: string, title: string, venue: string, startsAt: string): DemoSitting => ({ key, title, venue, startsAt, state: 'approved', decisions: [] })
const council = (key: string, given: Omit<DemoCouncil, 'id' | 'intakes' | 'sittings'> & Partial<Pick<DemoCouncil, 'intakes' | 'sittings'>>): DemoCouncil =>
  ({ intakes: [], sittings: [], ...given, id: uuid(base, `council:${key}`) })
/** The id of a sitting, and of the things that were brought to a body. */
export const sittingId = (key: string): string => uuid(base, `sitting:${key}`)
export const intakeId = (key: string): string => uuid(base, `intake:${key}`)

const residents = council('wtl', { kind: 'residents_council', place: placeId('990106003001'), keeper: orgId('com-001'), name: '梧桐里居民议事会', seats: 9, rhythmDays: 30, termMonths: 36,
  powers: ['take_up', 'deliberate', 'supervise', 'open_meeting', 'ask_vote'], foundedOn: '2026-03-12', until: '2029-03-11',
  charter: '每月最后一个周日下午开会，谁都能来听。\n居民提的事，一个月里给答复。\n定下的事写明谁做、哪天前、哪天评。',
  members: [lives('蒋老师', 'chair', 'capable'), sits('com-001:deputy', 'community', 'clerk'), sits('captain:wty-1', 'captains'), sits('captain:wty-3', 'captains'), lives('三单元小许'),
    lives('花圃葛姐', 'member', 'capable'), lives('夜班老丁'), sits('captain:lgt-1', 'captains')],
  sittings: [
    { key: 'wtl-7', title: '七月例会', venue: '梧桐里社区议事厅', startsAt: '2026-07-26T15:00:00+08:00', state: 'approved', decisions: [
      { words: '社区活动室暑假每天开到晚上九点，居民轮流值班。', yes: 7, no: 0, abstained: 1, minority: '', inForceOn: '2026-08-03', evaluateOn: '2026-10-31', verdict: null,
        task: { title: '排出值班表，贴在活动室门口', org: 'com-001', owner: '社区副书记', due: '2026-08-01', doneOn: '2026-07-31', result: '值班表贴好，三十二人报名' } }] },
    { key: 'wtl-10', title: '十月例会', venue: '梧桐里社区议事厅', startsAt: '2026-10-25T15:00:00+08:00', state: 'approved', decisions: [
      { words: '1、2号楼之间的投放点装一盏感应灯，晚上十点后只亮一半。', yes: 6, no: 1, abstained: 1, minority: '灯正对着二楼卧室，装低一点。', inForceOn: '2026-11-02', evaluateOn: '2026-12-20', verdict: null,
        task: { title: '装感应灯，灯头压低朝下', org: 'firm-runting', owner: '润庭物业项目经理', due: '2026-11-15', doneOn: '2026-11-12', result: '装好了，二楼看过，不晃眼' } },
      { words: '菜市场拐角的自行车棚边上，划两个临时停车位给送医的车。', yes: 3, no: 4, abstained: 1, minority: '', inForceOn: '2026-10-25', evaluateOn: '2026-12-20', verdict: null,
        task: { title: '', org: '', owner: '', due: '', doneOn: null, result: null } }] },
    { key: 'wtl-11', title: '十一月例会', venue: '梧桐里社区议事厅', startsAt: '2026-11-22T15:00:00+08:00', state: 'called', decisions: [] }],
  intakes: [
    { key: 'ramp', name: '三单元小许', words: '6号楼门口的石阶下雨就滑，能不能装个扶手。', at: '2026-11-06T20:14:00+08:00', post: null, state: 'on_agenda', meeting: 'wtl-11', reason: null },
    { key: 'bench', name: '8号楼纸条', words: '等校车的地方没有凳子，老人抱着孩子站半个钟头。', at: '2026-11-15T09:30:00+08:00', post: postId('captain:wty-3'), state: 'open', meeting: null, reason: null },
    { key: 'gate', name: '老槐树', words: '北门晚上十一点就锁，下夜班要绕一大圈。', at: '2026-10-12T23:41:00+08:00', post: null, state: 'open', meeting: null, reason: null },
    { key: 'dogs', name: '阿黄家', words: '给狗修一个专门的草坪。', at: '2026-09-30T18:02:00+08:00', post: null, state: 'declined', meeting: null,
      reason: '绿地是全体业主的，改用途要业主共同决定，议事会定不了。可以请业委会提议题。' }] })

const garden = council('wty', { kind: 'building_council', place: placeId(codeOf('wty')), keeper: orgId('com-001'), name: '梧桐苑小区共建理事会', seats: 9, rhythmDays: 60, termMonths: 24,
  powers: ['take_up', 'deliberate', 'supervise', 'watch_firm', 'coordinate', 'open_meeting'], foundedOn: '2026-04-18', until: '2028-04-17',
  charter: '支部、业委会、居委会、物业和结对单位各出一人，其余是住在这里的人。\n两个月至少开一次，纪要贴在每个楼门口。',
  members: [sits('br-wty:secretary', 'branch', 'chair'), sits('own-wty:chair', 'owners'), sits('com-001:deputy', 'community', 'clerk'), sits('firm-runting:manager', 'firm'),
    sits('captain:wty-1', 'captains'), sits('captain:wty-5', 'captains'), lives('跳舞队老顾'), lives('两个娃的妈妈')],
  sittings: [met('wty-9', '九月理事会', '梧桐苑党群服务站', '2026-09-26T19:00:00+08:00')] })

const listening = council('wtl-ear', { kind: 'listening_council', place: placeId('990106003001'), keeper: orgId('com-001'), name: '梧桐里听评会', seats: 7, rhythmDays: 90, termMonths: 24,
  powers: ['take_up', 'evaluate', 'watch_firm', 'open_meeting'], foundedOn: '2026-05-20', until: '2028-05-19', charter: '每季度听一次物业和社区说办了什么，当场举手打评价。物业来说明，不占席位。',
  members: [lives('蒋老师', 'chair', 'capable'), sits('com-001:worker', 'community', 'clerk'), lives('三单元小许'), lives('一楼韩姨'), sits('captain:wty-7-low', 'captains')],
  sittings: [met('wtl-ear-3', '三季度听评会', '梧桐里社区议事厅', '2026-09-12T15:00:00+08:00')] })

const property = council('tyq', { kind: 'sub_committee', place: placeId('990106003002'), keeper: orgId('com-002'), name: '听雨桥环境和物业管理委员会', seats: 7, rhythmDays: 60, termMonths: 60,
  powers: ['take_up', 'supervise', 'watch_firm', 'open_meeting', 'settle'], foundedOn: '2026-01-16', until: '2031-01-15', charter: '对照合同看三家物业的服务，两个月碰一次。说不拢的转调解。',
  members: [sits('com-002:property', 'community', 'chair'), sits('com-002:worker', 'community', 'clerk'), sits('captain:fjx-1', 'captains'), lives('七号楼苗姐'), lives('石桥边老戴')],
  sittings: [met('tyq-10', '十月物业碰头会', '听雨桥社区议事厅', '2026-10-16T15:00:00+08:00')] })

/** All standing bodies. */
export const demoCouncils: readonly DemoCouncil[] = [residents, garden, listening, property]
