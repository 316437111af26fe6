import { codeOf, placeId } from './places.ts'
import { communityPlans, compoundPlans, streetCode } from './plan.ts'
import { uuid } from './seed.ts'
import type { DemoOrg, DemoOrgPlace, OrgKind, OrgPlaceRole } from './types.ts'

const base = Date.parse('2025-11-01T01:00:00+08:00')

/** The id of the organisation with this key. */
export const orgId = (key: string): string => uuid(base, `org:${key}`)

type Plan = { key: string; kind: OrgKind; name: string; short: string; place: string; parent?: string; note?: string; phoneFirst?: boolean;
  is?: string }

const streetOrgs: Plan[] = [
  { key: 'street', kind: 'street', name: '桐荫街道', short: '桐荫街道', place: streetCode },
  { key: 'street-build', kind: 'street', name: '桐荫街道社区建设办公室', short: '社区建设办', place: streetCode, parent: 'street' },
  { key: 'street-peace', kind: 'street', name: '桐荫街道平安建设办公室', short: '平安建设办', place: streetCode, parent: 'street' },
  { key: 'street-hub', kind: 'street', name: '桐荫街道党群服务中心', short: '党群服务中心', place: streetCode, parent: 'street' },
  { key: 'federation', kind: 'team', name: '桐荫街道楼栋长联合会', short: '楼栋长联合会', place: streetCode, parent: 'street' },
]

const stationOrgs: Plan[] = [
  { key: 'st-enforce', kind: 'station', name: '桐荫街道综合行政执法队', short: '综合执法队', place: streetCode, is: 'enforcement' },
  { key: 'st-police', kind: 'station', name: '桐荫派出所', short: '派出所', place: streetCode, is: 'police' },
  { key: 'st-market', kind: 'station', name: '桐荫市场监督管理所', short: '市场监管所', place: streetCode, is: 'market' },
  { key: 'st-justice', kind: 'station', name: '桐荫司法所', short: '司法所', place: streetCode, is: 'justice' },
  { key: 'st-fire', kind: 'station', name: '桐荫消防救援站', short: '消防救援站', place: streetCode, is: 'fire' },
  { key: 'st-eco', kind: 'station', name: '区生态环境监察三中队', short: '生态环境三中队', place: streetCode, is: 'ecology' },
  { key: 'st-housing', kind: 'station', name: '区住建局物业管理科', short: '住建局物业科', place: streetCode, is: 'housing' },
  { key: 'st-rental', kind: 'station', name: '区住房保障中心', short: '住房保障中心', place: streetCode, is: 'rental_housing' },
  { key: 'ut-water', kind: 'utility', name: '云汀水务汀南营业所', short: '云汀水务', place: streetCode, is: 'water', phoneFirst: true },
  { key: 'ut-gas', kind: 'utility', name: '云汀燃气桐荫服务站', short: '云汀燃气', place: streetCode, is: 'gas', phoneFirst: true },
  { key: 'ut-power', kind: 'utility', name: '汀南供电所', short: '供电所', place: streetCode, is: 'power' },
  { key: 'un-college', kind: 'unit', name: '云汀职业技术学院', short: '职业技术学院', place: streetCode },
  { key: 'un-library', kind: 'unit', name: '汀南区图书馆', short: '区图书馆', place: streetCode },
  { key: 'un-school', kind: 'unit', name: '桐荫小学', short: '桐荫小学', place: streetCode },
  { key: 'un-machine', kind: 'unit', name: '汀江精密机械有限公司', short: '汀江精密', place: streetCode },
]

const k = codeOf
const compoundOrgs: Plan[] = [
  { key: 'firm-runting', kind: 'firm', name: '润庭物业服务有限公司', short: '润庭物业', place: k('wty') },
  { key: 'firm-jinlan', kind: 'firm', name: '锦澜物业服务有限公司', short: '锦澜物业', place: k('jlf'), note: '前期物业，建设单位选聘' },
  { key: 'firm-huilin', kind: 'firm', name: '惠邻物业服务中心', short: '惠邻物业', place: k('fjx'), note: '准物业' },
  { key: 'firm-anju', kind: 'firm', name: '汀南安居住房运营公司', short: '安居运营公司', place: k('ajl'), note: '公租房的管理责任主体' },
  { key: 'dev-jinlan', kind: 'developer', name: '云汀锦澜置业有限公司', short: '锦澜置业', place: k('jlf'), note: '锦澜府的建设单位，保修期内' },
  { key: 'own-wty', kind: 'owners', name: '梧桐苑业主委员会', short: '梧桐苑业委会', place: k('wty'), note: '届期2024-06至2029-06' },
  { key: 'own-lgt', kind: 'owners', name: '老官塘院自管小组', short: '自管小组', place: k('lgt'), note: '没有业委会，自管小组代行' },
  { key: 'own-fjx', kind: 'owners', name: '纺机新村物业管理委员会', short: '物管会', place: k('fjx'), note: '没有业委会，物管会七人代行' },
  { key: 'eco-002', kind: 'team', name: '听雨桥社区环境和物业管理委员会', short: '环境和物业委员会', place: '990106003002' },
  { key: 'own-ajl', kind: 'team', name: '安居里住户议事小组', short: '住户议事小组', place: k('ajl'), note: '公租房没有业主大会' },
  { key: 'br-wty', kind: 'branch', name: '梧桐苑、老官塘院联合党支部', short: '梧桐苑支部', place: k('wty') },
  { key: 'br-jlf', kind: 'branch', name: '锦澜府临时党支部', short: '锦澜府支部', place: k('jlf') },
  { key: 'br-lgt', kind: 'branch', name: '联合党支部老官塘党小组', short: '老官塘党小组', place: k('lgt'), parent: 'br-wty' },
  { key: 'br-fjx', kind: 'branch', name: '纺机新村党支部', short: '纺机新村支部', place: k('fjx') },
  { key: 'br-ajl', kind: 'branch', name: '安居里党支部', short: '安居里支部', place: k('ajl') },
  { key: 'br-hsj', kind: 'branch', name: '和顺家园党支部', short: '和顺家园支部', place: k('hsj') },
]

const communityOrgs: Plan[] = communityPlans.flatMap((c): Plan[] => [
  { key: `com-${c.code.slice(-3)}`, kind: 'community', name: c.name, short: c.shortName, place: c.code, parent: 'street' },
  { key: `cap-${c.code.slice(-3)}`, kind: 'team', name: `${c.shortName}楼栋长分会`, short: `${c.shortName}楼栋长`, place: c.code, parent: 'federation' },
  { key: `med-${c.code.slice(-3)}`, kind: 'team', name: `${c.shortName}社区人民调解委员会`, short: '调解委员会', place: c.code },
])
const badges: Readonly<Record<string, string>> = {
  'st-enforce': '执', 'st-police': '警', 'st-market': '市', 'st-justice': '司', 'st-fire': '消', 'st-eco': '环', 'st-housing': '建', 'st-rental': '保',
  'ut-water': '水', 'ut-gas': '气', 'ut-power': '电', federation: '联', 'un-school': '校', 'un-college': '院', 'un-library': '图', 'un-machine': '企',
}
const byKind: Readonly<Record<string, string>> = { street: '街', community: '社', firm: '物', developer: '建', owners: '业', branch: '党', team: '组' }

/** Every organisation of the street: parents before children. */
export function demoOrgs(): DemoOrg[] {
  return [...streetOrgs, ...communityOrgs, ...stationOrgs, ...compoundOrgs].map((o) => ({
    id: orgId(o.key), key: o.key, kind: o.kind, name: o.name, shortName: o.short, badge: badges[o.key] ?? byKind[o.kind] ?? o.short.slice(0, 1),
      place: placeId(o.place),
    ...(o.is ? { stationKind: o.is } : {}),
    ...(o.parent ? { parent: orgId(o.parent) } : {}), ...(o.note ? { note: o.note } : {}), ...(o.phoneFirst ? { phoneFirst: true } : {}),
  }))
}

type Link = readonly [org: string, place: string, role: OrgPlaceRole, from: string, hours?: string]

const links: Link[] = [
  ...stationOrgs.filter((o) => o.kind !== 'unit').map((o): Link => [o.key, streetCode, 'covers', '2024-01-01']),
  ['firm-runting', k('wty'), 'manages', '2021-06-01'], ['firm-jinlan', k('jlf'), 'manages', '2025-09-01'], ['firm-huilin', k('fjx'), 'manages',
    '2023-04-01'],
  ['firm-anju', k('ajl'), 'manages', '2014-10-01'], ['firm-anju', k('hsj'), 'manages', '2011-07-01'],
  ['com-001', k('lgt'), 'manages', '2026-05-12'], ['dev-jinlan', k('jlf'), 'built', '2025-09-01'],
  ['own-wty', k('wty'), 'represents', '2024-06-01'], ['own-lgt', k('lgt'), 'represents', '2025-03-01'], ['own-fjx', k('fjx'), 'represents',
    '2024-11-01'],
  ['br-wty', k('wty'), 'represents', '2023-01-01'], ['br-wty', k('lgt'), 'represents', '2023-01-01'], ['br-jlf', k('jlf'), 'represents',
    '2025-10-01'],
  ['br-fjx', k('fjx'), 'represents', '2022-01-01'], ['br-ajl', k('ajl'), 'represents', '2022-01-01'], ['br-hsj', k('hsj'), 'represents',
    '2022-01-01'],
  ['st-enforce', k('wty'), 'onsite', '2025-12-01', '周二、周四 14:00–17:00'], ['st-enforce', k('fjx'), 'onsite', '2026-03-01', '周三 14:00–17:00'],
  ['un-college', '990106003001', 'paired', '2026-01-01'], ['un-machine', '990106003001', 'paired', '2026-01-01'],
  ['un-library', '990106003002', 'paired', '2026-01-01'], ['un-school', '990106003002', 'paired', '2026-01-01'],
]

/** What each organisation is to which place. 老官塘院 had nobody in charge until 2026-05-12. */
export function demoOrgPlaces(): DemoOrgPlace[] {
  return links.map(([org, place, role, from, hours]) => ({
    id: uuid(base, `org-place:${org}:${place}:${role}`), org: orgId(org), place: placeId(place), role, from, ...(hours ? { hours } : {}),
  }))
}

/** The firm (or its stand-in) that looks after a compound, by the compound's short key. */
export const managerOf = (compound: string): string =>
  ({ wty: 'firm-runting', jlf: 'firm-jinlan', lgt: 'com-001', fjx: 'firm-huilin', ajl: 'firm-anju', hsj: 'firm-anju' })[compound] ?? 'com-001'

/** Short keys of all compounds, in the order of the plan. */
export const compoundKeys: readonly string[] = compoundPlans.map((one) => one.key)
