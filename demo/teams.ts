import { codeOf, placeId } from './places.ts'
import { streetCode } from './plan.ts'
import { personId, postId } from './posts.ts'
import { uuid } from './seed.ts'
import type { DemoSignIn, DemoTeam, TeamKind } from './types.ts'

const base = Date.parse('2025-11-01T03:00:00+08:00')

type Plan = readonly [kind: TeamKind, name: string, place: string, members: readonly (readonly [string, string])[], purpose: string]

const plans: readonly Plan[] = [
  ['command', '梧桐里社区三人指挥组', '990106003001', [['倪正海', '区人社局'], ['温立群', '街道'], ['林素梅', '社区']], '难事三个人当场定'],
  ['command', '听雨桥社区三人指挥组', '990106003002', [['花卫平', '区教育局'], ['贺一川', '街道'], ['顾长河', '社区']], '难事三个人当场定'],
  ['co_governance', '街道物业管理指导委员会', streetCode, [['贺一川', '主任'], ['柏清', '律师'], ['厉行远', '工程'], ['苗月华', '财务']], '物业难题找律师、工程、财务的人看'],
  ['co_governance', '人大代表工作站', streetCode, [['谈秋实', '人大代表'], ['闵之行', '政协委员']], '每月15日接待居民'],
  ['group', '老官塘修理铺', codeOf('lgt'), [['魏国安', '召集人']], '修伞修锅修凳子'],
  ['group', '雨桥跑团', '990106003002', [['谷雨', '召集人']], '早晚一起跑步'],
  ['group', '梧桐苑阳台种植小组', codeOf('wty'), [['葛芳', '召集人']], '种菜养花换苗'],
  ['group', '四点半课堂', '990106003002', [['夏侯静', '召集人（桐荫小学家长）']], '放学到下班，孩子有人看'],
  ['group', '纺机老照片组', codeOf('fjx'), [['石桂芝', '召集人']], '收老照片，记厂里的事'],
  ['group', '夜归骑手歇脚群', codeOf('ajl'), [['鞠勇', '召集人']], '跑单的互相照应'],
  ['group', '贤达能人', streetCode, [['蒋正平', '退休法官，调解'], ['厉行远', '高工，工程'], ['石桂芝', '老劳模，邻里'], ['葛芳', '园艺'], ['鞠勇', '外卖站长，新就业']], '有本事愿意出力的邻居'],
]

/** Teams of people from several levels, bound to a place. */
export const demoTeams = (): DemoTeam[] => plans.map(([kind, name, place, members, purpose]) => ({
  id: uuid(base, `team:${name}`), kind, name, place: placeId(place), purpose, from: '2026-01-01', members: members.map(([person,
    role]) => ({ person: personId(person), role })),
}))

const at = (key: string, post: string, name: string, device: 'phone' | 'desktop', role: readonly [string, string], where: readonly [string,
  string], does: readonly [string, string]): DemoSignIn => ({
  key, person: personId(name), post: postId(post), name, device,
  role: { zh: role[0], en: role[1] }, where: { zh: where[0], en: where[1] }, does: { zh: does[0], en: does[1] },
})

/** Who can be tried on the first page, in the order a matter meets them. The resident and the passer-by have no account. */
export const demoSignIns = (): DemoSignIn[] => [
  {
    key: 'resident', person: null, post: null, door: placeId(codeOf('wty', 3)), name: '温小禾', device: 'phone', role: { zh: '居民', en: 'Resident' },
    where: { zh: '梧桐苑3号楼', en: 'Wutong Yuan, building 3' }, does: { zh: '扫门口的码，说一件事，看谁在办',
      en: 'Scans the code at the door, says what is wrong, sees who has it' },
  },
  at('captain', 'captain:wty-3', '白玉芬', 'phone', ['楼栋长', 'Building captain'], ['梧桐苑3号楼', 'Wutong Yuan, building 3'],
    ['楼里的事先看一眼，能办就办，办不了往上转', 'Looks first, settles what a neighbour can, hands on the rest']),
  at('captain-old', 'captain:fjx-1', '石桂芝', 'phone', ['楼栋长', 'Building captain'], ['纺机新村1号楼', 'Fangji Xincun, building 1'],
    ['替不用手机的邻居报事，上门问三句话', 'Reports for neighbours without a phone, asks the three questions at the door']),
  at('grid', 'grid-01:worker', '夏雨桐', 'phone', ['网格员', 'Grid worker'], ['梧桐苑1–6号楼', 'Wutong Yuan, buildings 1–6'],
    ['接楼栋长转来的事，复核别人办的事', 'Takes what captains hand on, checks what others did']),
  at('worker', 'com-001:worker', '何晓玲', 'desktop', ['社区工作者', 'Community worker'], ['梧桐里社区', 'Wutongli community'],
    ['一个收件箱，派给该办的人', 'One inbox; gives each matter to whoever must act']),
  at('secretary', 'com-001:secretary', '林素梅', 'desktop', ['社区书记', 'Community secretary'], ['梧桐里社区', 'Wutongli community'],
    ['定办法，吹哨叫部门', 'Decides the way, blows the whistle for departments']),
  at('mediator', 'com-001:mediator', '蒋正平', 'desktop', ['调解主任', 'Mediator'], ['梧桐里社区', 'Wutongli community'],
    ['两家愿意才调，坐下来谈，写成协议，看着做到', 'Only if both want it: sits down with them, writes what they agree, sees it kept']),
  at('branch', 'br-wty:secretary', '秦月兰', 'desktop', ['小区支部书记', 'Compound branch secretary'], ['梧桐苑', 'Wutong Yuan'],
    ['看四方各欠什么，提意见', 'Sees what each of the four parties owes, gives an opinion']),
  at('owners', 'own-wty:chair', '傅明远', 'desktop', ['业委会主任', "Chair of the owners' committee"], ['梧桐苑', 'Wutong Yuan'],
    ['答复公共收益和小区共有部分的事', 'Answers for common income and common parts']),
  at('firm', 'firm-runting:manager', '孟凡', 'desktop', ['物业项目经理', 'Property manager'], ['润庭物业，梧桐苑', 'Runting, Wutong Yuan'],
    ['收派来的单，办完拍照交回', 'Gets the jobs, does them, hands back a photo']),
  at('enforcement', 'st-enforce:desk', '万晓', 'desktop', ['综合执法队', 'Enforcement team'], ['桐荫街道', 'Tongyin street'],
    ['听到哨限时报到，记下做了什么', 'Reports in by the deadline, logs what was done']),
  at('fire', 'st-fire:head', '汤锐', 'desktop', ['消防救援站', 'Fire station'], ['桐荫街道', 'Tongyin street'],
    ['牵头或配合，飞线充电、消防通道', 'Leads or supports: charging cables, fire lanes']),
  at('street', 'street:build', '闻素兰', 'desktop', ['街道社区建设办', 'Street, community office'], ['桐荫街道', 'Tongyin street'],
    ['看哪个社区要帮忙，裁定该谁办', 'Sees which community needs help, rules who must act']),
  at('supervisor', 'street:deputy', '贺一川', 'desktop', ['街道副主任（督办）', 'Street deputy (supervision)'], ['桐荫街道', 'Tongyin street'],
    ['只看晚了的：哪件、晚几天、在谁手里', 'Sees only what is late: which, how late, with whom']),
  at('discipline', 'street:discipline', '康如海', 'desktop', ['街道纪工委书记', 'Street discipline secretary'], ['桐荫街道', 'Tongyin street'],
    ['看反映掌权者的信，回信，移交', 'Reads reports on people in power, answers, hands them over']),
  {
    key: 'passer-by', person: null, post: null, board: placeId(codeOf('wty')), name: '不登录，随便看', device: 'phone', role: { zh: '路过的人',
      en: 'Passer-by' },
    where: { zh: '梧桐苑公开栏', en: 'Public board of Wutong Yuan' }, does: { zh: '谁都能看，看不到人名和门牌', en: 'Anybody may look; no names, no door numbers' },
  },
]
