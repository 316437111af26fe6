import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { compoundPlans, gridPlans, streetCode } from './plan.ts'
import { uuid } from './seed.ts'
import type { Audience, DemoPerson, DemoPost, DemoTenure, PostKind } from './types.ts'

const base = Date.parse('2025-11-01T02:00:00+08:00')

/** The id of the post with this key, as 'captain:wty-3' or 'st-enforce:desk'. */
export const postId = (key: string): string => uuid(base, `post:${key}`)

/** The id of the person of this (invented, unique) name. */
export const personId = (name: string): string => uuid(base, `person:${name}`)

type Held = readonly [person: string, from: string, until?: string]
type Plan = {
  key: string; org: string; kind: PostKind; title: string; audience: Audience; place: string
  held: readonly Held[]; floors?: { from: number; to: number }; also?: readonly string[]; named?: boolean
}

const post = (key: string, org: string, kind: PostKind, title: string, audience: Audience, place: string, ...held: Held[]): Plan =>
  ({ key, org, kind, title, audience, place, held })

const street: Plan[] = [
  post('street:secretary', 'street', 'street_secretary', '党工委书记', 'street', streetCode, ['邵启明', '2023-05-01']),
  post('street:director', 'street', 'street_director', '办事处主任', 'street', streetCode, ['庄静仪', '2024-03-01']),
  post('street:party', 'street', 'street_deputy', '党工委副书记', 'street', streetCode, ['温立群', '2023-05-01']),
  post('street:deputy', 'street', 'street_deputy', '副主任（社区建设、物业）', 'street', streetCode, ['贺一川', '2024-08-01']),
  post('street:discipline', 'street', 'street_discipline', '纪工委书记', 'street', streetCode, ['康如海', '2025-02-01']),
  post('street:build', 'street-build', 'street_office_head', '社区建设办公室主任', 'street', streetCode, ['闻素兰', '2022-09-01']),
  post('street:peace', 'street-peace', 'street_office_head', '平安建设办公室主任', 'street', streetCode, ['戚建国', '2022-09-01']),
  post('street:hub', 'street-hub', 'street_office_head', '党群服务中心主任', 'street', streetCode, ['桑晓曼', '2024-01-01']),
  post('federation:chair', 'federation', 'federation_chair', '楼栋长联合会会长', 'unit', streetCode, ['卢秀英', '2025-01-04']),
]

const heads: readonly (readonly [string, string, string, string?])[] = [
  ['st-enforce', '队长', '卓飞', '万晓'], ['st-police', '社区民警', '严磊', '易晓棠'], ['st-market', '所长', '鲁桂芬', '佟一鸣'], ['st-justice', '所长', '施敬之'],
  ['st-fire', '站长', '汤锐', '雷小川'], ['st-eco', '中队长', '骆安'], ['st-housing', '科长', '尤志强', '冷秋霞'], ['st-rental', '主任', '应晓岚'],
]
const stations: Plan[] = heads.flatMap(([org, title, head, desk]) => [
  post(`${org}:head`, org, 'station_head', title, 'station', streetCode, [head, '2024-06-01']),
  ...(desk ? [post(`${org}:desk`, org, 'station_desk', '内勤', 'station', streetCode, [desk, '2024-06-01'])] : []),
])
const utilities: Plan[] = ([['ut-water', '闻人杰'], ['ut-gas', '上官燕'], ['ut-power', '车国梁']] as const)
  .map(([org, name]) => post(`${org}:desk`, org, 'utility_desk', '客户专席', 'utility', streetCode, [name, '2024-01-01']))

const communities: Plan[] = [
  post('com-001:secretary', 'com-001', 'community_secretary', '党委书记兼居委会主任', 'community', '990106003001', ['林素梅', '2021-05-01']),
  post('com-001:deputy', 'com-001', 'community_deputy', '副书记', 'community', '990106003001', ['祝文涛', '2021-05-01']),
  post('com-001:first', 'com-001', 'first_secretary', '第一书记（区档案馆派）', 'community', '990106003001', ['方致远', '2026-03-01']),
  post('com-001:mediator', 'med-001', 'mediator', '人民调解委员会主任', 'unit', '990106003001', ['蒋正平', '2022-01-01']),
  post('med-001:second', 'med-001', 'team_member', '人民调解员', 'unit', '990106003001', ['厉行远', '2023-05-01']),
  post('med-001:third', 'med-001', 'team_member', '人民调解员', 'unit', '990106003001', ['葛芳', '2024-09-01']),
  { ...post('com-001:worker', 'com-001', 'community_worker', '社区工作者（民政残联专干）', 'community', '990106003001', ['何晓玲', '2020-07-01']), named: true },
  post('com-001:desk', 'com-001', 'community_worker', '社区工作者（事项受理）', 'community', '990106003001', ['陆晓岚', '2022-04-01']),
  post('com-002:secretary', 'com-002', 'community_secretary', '党委书记兼居委会主任', 'community', '990106003002', ['顾长河', '2021-05-01']),
  post('com-002:deputy', 'com-002', 'community_deputy', '副书记', 'community', '990106003002', ['韩素云', '2021-05-01']),
  post('com-002:first', 'com-002', 'first_secretary', '第一书记', 'community', '990106003002'),
  post('com-002:mediator', 'med-002', 'mediator', '人民调解委员会主任', 'unit', '990106003002', ['俞家声', '2022-01-01']),
  post('med-002:second', 'med-002', 'team_member', '人民调解员', 'unit', '990106003002', ['石桂芝', '2025-03-01']),
  { ...post('com-002:worker', 'com-002', 'community_worker', '社区工作者（民政残联专干）', 'community', '990106003002', ['邹丽君', '2019-03-01']), named: true },
  post('com-002:desk', 'com-002', 'community_worker', '社区工作者（事项受理）', 'community', '990106003002', ['季文君', '2024-09-01']),
  post('com-002:property', 'eco-002', 'team_member', '环境和物业管理委员会主任', 'unit', '990106003002', ['韩素云', '2024-10-01']),
]

const gridPeople: Readonly<Record<string, readonly [string, string]>> = {
  '01': ['陆晓岚', '夏雨桐'], '02': ['陆晓岚', '周昊'], '03': ['丁晓帆', '田佳宁'], '04': ['沈桂英', '罗小满'],
  '05': ['邹丽君', '毕春燕'], '06': ['韩素云', '谷雨'], '07': ['韩素云', '宋铁生'],
}
const grids: Plan[] = gridPlans.flatMap((g) => {
  const [lead, worker] = gridPeople[g.no] ?? ['', '']
  const place = `${g.community}-${g.no}`
  return [
    post(`grid-${g.no}:lead`, `com-${g.community.slice(-3)}`, 'grid_lead', '网格长', 'grid', place, [lead, '2024-01-01']),
    post(`grid-${g.no}:worker`, `com-${g.community.slice(-3)}`, 'grid_worker', '网格员', 'grid', place, [worker, '2024-01-01']),
  ]
})

const c = codeOf
const compounds: Plan[] = [
  { ...post('br-wty:secretary', 'br-wty', 'branch_secretary', '小区支部书记', 'branch', c('wty'), ['秦月兰', '2023-01-01']), also: [c('lgt')] },
  post('br-jlf:secretary', 'br-jlf', 'branch_secretary', '临时党支部书记', 'branch', c('jlf'), ['丁晓帆', '2025-10-01']),
  post('br-lgt:secretary', 'br-lgt', 'branch_secretary', '党小组组长', 'branch', c('lgt'), ['沈桂英', '2023-01-01']),
  post('br-fjx:secretary', 'br-fjx', 'branch_secretary', '小区支部书记', 'branch', c('fjx'), ['石国栋', '2022-01-01']),
  post('br-ajl:secretary', 'br-ajl', 'branch_secretary', '小区支部书记', 'branch', c('ajl'), ['潘玉洁', '2022-01-01']),
  post('br-hsj:secretary', 'br-hsj', 'branch_secretary', '小区支部书记', 'branch', c('hsj'), ['邓友福', '2022-01-01']),
  post('own-wty:chair', 'own-wty', 'owners_chair', '业委会主任', 'owners', c('wty'), ['傅明远', '2024-06-01']),
  ...['秦月兰', '许慧', '高文骏', '吴敏', '郭立新', '葛芳'].map((name, i) =>
    post(`own-wty:member-${i + 1}`, 'own-wty', 'owners_member', i === 0 ? '业委会副主任' : '业委会委员', 'owners', c('wty'), [name, '2024-06-01'])),
  ...['钟毅', '段小冬'].map((name, i) => post(`own-wty:reserve-${i + 1}`, 'own-wty', 'owners_member', '业委会候补委员', 'owners', c('wty'), [name,
    '2024-06-01'])),
  post('own-lgt:chair', 'own-lgt', 'owners_chair', '自管小组组长', 'owners', c('lgt'), ['魏国安', '2025-03-01']),
  post('own-fjx:chair', 'own-fjx', 'owners_chair', '物管会主任', 'owners', c('fjx'), ['韩素云', '2024-11-01']),
  post('own-ajl:convener', 'own-ajl', 'team_member', '住户议事小组召集人', 'unit', c('ajl'), ['申红霞', '2025-01-01']),
  post('firm-runting:manager', 'firm-runting', 'firm_manager', '物业项目经理', 'firm', c('wty'), ['孟凡', '2024-02-01']),
  post('firm-jinlan:manager', 'firm-jinlan', 'firm_manager', '物业项目经理', 'firm', c('jlf'), ['曹莉', '2025-09-01']),
  post('firm-huilin:manager', 'firm-huilin', 'firm_manager', '物业主管', 'firm', c('fjx'), ['马晓琴', '2023-04-01']),
  post('firm-anju:ajl', 'firm-anju', 'firm_manager', '运营公司站长', 'firm', c('ajl'), ['裴俊', '2022-10-01']),
  post('firm-anju:hsj', 'firm-anju', 'firm_manager', '运营公司驻点管家', 'firm', c('hsj'), ['巫晓东', '2024-05-01']),
  post('dev-jinlan:desk', 'dev-jinlan', 'developer_desk', '客户关系专员', 'developer', c('jlf'), ['蓝志远', '2025-09-01']),
]

type Captains = Readonly<Record<string, readonly (string | readonly [string, 'low' | 'high'] | null)[]>>
const captainNames: Captains = {
  wty: ['卢秀英', '祁连生', '白玉芬', '耿志明', '柯美娟', '霍文彬', '董巧云', '詹海涛', '尹淑贞', '卞晓东', '翟春梅', '邢卫民', '仇月琴', '龚立志'],
  jlf: ['蒲晓燕', '商羽', null, '冉志强', '车婷婷', '阮文杰'],
  lgt: ['魏国安', '施阿珍', '余金龙', '鲍银娣', '章水根', '柴玉兰'],
  fjx: ['石桂芝', '杭小妹', '池福生', '卓根娣', '管仲华', '焦秋菊', '苗素琴', '奚大年', '费银珍'],
  ajl: ['申红霞', '鞠勇', '路芳', null, '江雪梅'],
  hsj: ['闵桂香', null, '单建民', '牛秀兰'],
}
/** Who had the vacant captains' posts before, and until when. */
const before: Readonly<Record<string, Held>> = {
  'captain:jlf-3': ['伍晓敏', '2025-11-01', '2026-08-01'], 'captain:ajl-4': ['贝国强', '2024-01-01', '2026-04-16'], 'captain:hsj-2': ['滕桂花',
    '2023-01-01', '2026-10-01'],
}

function captains(): Plan[] {
  return compoundPlans.flatMap((k) => {
    const names = captainNames[k.key] ?? []
    const org = `cap-${k.community.slice(-3)}`
    let next = 0
    return k.buildings.flatMap((b): Plan[] => {
      const parts = k.key === 'wty' && b.no >= 7 ? (['low', 'high'] as const) : ([undefined] as const)
      return parts.map((part): Plan => {
        const key = `captain:${k.key}-${b.no}${part ? `-${part}` : ''}`
        const name = names[next++]
        const past = before[key]
        const title = `${b.no}号楼${part === 'low' ? '低区' : part === 'high' ? '高区' : ''}楼栋长`
        const held: Held[] = typeof name === 'string' ? [[name, k.key === 'jlf' ? '2025-11-01' : '2025-01-01']] : past ? [past] : []
        const floors = part === 'low' ? { from: 1, to: 13 } : part === 'high' ? { from: 14, to: 27 } : undefined
        return { ...post(key, org, 'captain', title, 'captain', codeOf(k.key, b.no), ...held), ...(floors ? { floors } : {}) }
      })
    })
  })
}

const plans: readonly Plan[] = [...street, ...communities, ...grids, ...captains(), ...compounds, ...stations, ...utilities]
const asOf = '2026-11-20'

/** Every post, the vacant ones with `vacant`. */
export const demoPosts = (): DemoPost[] => plans.map((p) => ({
  id: postId(p.key), key: p.key, org: orgId(p.org), kind: p.kind, title: p.title, audience: p.audience, place: placeId(p.place),
  ...(p.floors ? { floors: p.floors } : {}), ...(p.named ? { namedWorker: true } : {}), ...(p.also ? { alsoPlaces: p.also.map(placeId) } : {}),
    ...(p.held.some(([, , until]) => !until || until > asOf) ? {} : { vacant: true }),
}))

/** Who holds, or held, which post. */
export const demoTenures = (): DemoTenure[] => plans.flatMap((p) => p.held.map(([name, from, until]) => ({
  id: uuid(base, `tenure:${p.key}:${name}`), post: postId(p.key), person: personId(name), from, ...(until ? { until } : {}),
  ...(p.kind === 'captain' ? { consentAt: from, termUntil: '2027-12-31' } : {}),
})))

/** People who hold no post but stand in a team. */
export const teamOnly: readonly string[] = ['倪正海', '花卫平', '柏清', '厉行远', '苗月华', '谈秋实', '闵之行', '夏侯静']

/** Everybody with a post or a seat, each once. */
export const demoPeople = (): DemoPerson[] =>
  [...new Set([...plans.flatMap((p) => p.held.map(([name]) => name)), ...teamOnly])].map((name) => ({ id: personId(name), name }))

/** The name of who holds the post on the date (YYYY-MM-DD), or undefined where it is vacant or unknown. */
export function holder(key: string, date: string): string | undefined {
  return plans.find((p) => p.key === key)?.held.find(([, from, until]) => from <= date && (!until || date < until))?.[0]
}

/** The post with this key. Throws where there is none, so that a slip of the pen is seen at once. */
export function postOf(key: string): { readonly kind: PostKind; readonly org: string; readonly audience: Audience } {
  const found = plans.find((p) => p.key === key)
  if (!found) throw new Error(`no post ${key}`)
  return { kind: found.kind, org: found.org, audience: found.audience }
}
