/** A small made-up neighbourhood for tests of offices and of what stands on them: two communities, three compounds, offices with gaps. */
import type { Tx } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { savePlaces, type PlaceInput, type SavedPlace } from '../places/index.ts'
import { saveOfficers, saveOrgs, savePosts, saveTeams, saveTenures, type OrgInput, type PostInput, type TenureInput } from './index.ts'

/** The district of the sample. */
export const sampleDistrict = '990106'

const homes = (building: string, unit: number, floors: number): PlaceInput[] => [
  { code: `${building}-${unit}` },
  ...Array.from({ length: floors * 2 }, (_, at) => ({ code: `${building}-${unit}-${Math.floor(at / 2) + 1}0${at % 2 + 1}` })),
]

/** The places: 梧桐苑 over two grids with a tall building 7, 老官塘院 without a firm, 纺机新村 in another community. */
export const samplePlaces: readonly PlaceInput[] = [
  { code: '990106', name: '云汀市汀南区' }, { code: '990106003', name: '桐荫街道' },
  { code: '990106003001', name: '梧桐里社区' }, { code: '990106003002', name: '听雨桥社区' },
  { code: '990106003001-01' }, { code: '990106003001-02' }, { code: '990106003001-04' }, { code: '990106003002-05' },
  { code: '990106003001K1', name: '梧桐苑', compoundType: 'commodity' },
  { code: '990106003001K3', name: '老官塘院', compoundType: 'old_courtyard', grid: '990106003001-04' },
  { code: '990106003002K1', name: '纺机新村', compoundType: 'work_unit', grid: '990106003002-05' },
  { code: '990106003001K1-P01', name: '中心花园', grid: '990106003001-01' },
  { code: '990106003001K1-03', grid: '990106003001-01', doorCode: '7KQ3M2XZ' }, ...homes('990106003001K1-03', 1, 9),
  { code: '990106003001K1-07', grid: '990106003001-02', doorCode: '7KQ3M2X0' }, ...homes('990106003001K1-07', 1, 27),
  { code: '990106003001K3-01', grid: '990106003001-04', doorCode: '7KQ3M2X1' }, ...homes('990106003001K3-01', 1, 6),
  ...homes('990106003001K3-01', 2, 6),
  { code: '990106003002K1-02', grid: '990106003002-05', doorCode: '7KQ3M2X2' }, ...homes('990106003002K1-02', 1, 6),
]

/** What a test works with: ids by code of the place, by name of the organisation, by title of the post, by name of the person. */
export type Sample = {
  readonly place: (code: string) => SavedPlace; readonly org: (name: string) => string; readonly post: (title: string) => string;
  readonly person: (name: string) => string
}

type Org = Omit<OrgInput, 'id' | 'place' | 'serves'> & { at: string; serves?: readonly string[]; hours?: string; firstInLine?: boolean }
const orgs: readonly Org[] = [
  { kind: 'street', name: '桐荫街道办事处', at: '990106003', phone: '0599-0000300' },
  { kind: 'community', name: '梧桐里社区居委会', at: '990106003001', phone: '0599-0000301' },
  { kind: 'community', name: '听雨桥社区居委会', at: '990106003002' },
  { kind: 'team', name: '楼栋长联合会', at: '990106003' },
  { kind: 'team', name: '梧桐里社区人民调解委员会', at: '990106003001' },
  { kind: 'firm', name: '润庭物业', at: '990106003001K1', serves: ['990106003001K1'], phone: '0599-0000310' },
  { kind: 'firm', name: '惠邻物业', at: '990106003', serves: ['990106003002K1'] },
  { kind: 'owners', name: '梧桐苑业委会', at: '990106003001K1', serves: ['990106003001K1'] },
  { kind: 'branch', name: '梧桐苑支部', at: '990106003001K1', serves: ['990106003001K1', '990106003001K3'] },
  { kind: 'station', stationKind: 'enforcement', name: '街道综合行政执法队', at: '990106003' },
  { kind: 'station', stationKind: 'police', name: '桐荫派出所', at: '990106003' },
  { kind: 'station', stationKind: 'enforcement', name: '梧桐苑执法工作站', at: '990106003001K1', serves: ['990106003001K1'], hours: '周一至周五 9:00–17:00',
    firstInLine: true },
  { kind: 'station', stationKind: 'housing', name: '区住建局物业管理科', at: '990106' },
  { kind: 'utility', stationKind: 'water', name: '云汀水务汀南营业所', at: '990106', urgentByPhone: true },
]

type Post = Omit<PostInput, 'id' | 'org' | 'place' | 'further'> & { org: string; at: string; further?: readonly string[]; holder?: string;
  from?: string; to?: string; hidden?: boolean }
const posts: readonly Post[] = [
  { kind: 'captain', title: '3号楼楼栋长', org: '楼栋长联合会', at: '990106003001K1-03', holder: '白玉芬', phone: '19900000303', quiet: ['21:00', '08:00'] },
  { kind: 'captain', title: '7号楼楼栋长（低区）', org: '楼栋长联合会', at: '990106003001K1-07', floors: [1, 14], holder: '董巧云', hidden: true },
  { kind: 'captain', title: '7号楼楼栋长（高区）', org: '楼栋长联合会', at: '990106003001K1-07', floors: [15, 27] },
  { kind: 'captain', title: '2号楼楼栋长', org: '楼栋长联合会', at: '990106003002K1-02', holder: '杭小妹', to: '2026-10-01' },
  { kind: 'grid_worker', title: '01网格网格员', org: '梧桐里社区居委会', at: '990106003001-01', holder: '夏雨桐' },
  { kind: 'grid_worker', title: '02网格网格员', org: '梧桐里社区居委会', at: '990106003001-02', holder: '周昊' },
  { kind: 'grid_worker', title: '04网格网格员', org: '梧桐里社区居委会', at: '990106003001-04' },
  { kind: 'grid_worker', title: '05网格网格员', org: '听雨桥社区居委会', at: '990106003002-05', holder: '毕春燕' },
  { kind: 'grid_lead', title: '网格长（梧桐苑）', org: '梧桐里社区居委会', at: '990106003001-01', further: ['990106003001-02'], holder: '陆晓岚' },
  { kind: 'grid_lead', title: '网格长（老官塘）', org: '梧桐里社区居委会', at: '990106003001-04', holder: '沈桂英' },
  { kind: 'community_secretary', title: '梧桐里社区书记、主任', org: '梧桐里社区居委会', at: '990106003001', holder: '林素梅' },
  { kind: 'community_deputy', title: '梧桐里社区副书记', org: '梧桐里社区居委会', at: '990106003001', holder: '祝文涛' },
  { kind: 'community_worker', title: '民政残联专干', org: '梧桐里社区居委会', at: '990106003001', holder: '何晓玲', namedWorker: true },
  { kind: 'mediator', title: '调解委员会主任', org: '梧桐里社区人民调解委员会', at: '990106003001', holder: '蒋正平' },
  { kind: 'community_secretary', title: '听雨桥社区书记、主任', org: '听雨桥社区居委会', at: '990106003002', holder: '顾长河' },
  { kind: 'first_secretary', title: '听雨桥社区第一书记', org: '听雨桥社区居委会', at: '990106003002' },
  { kind: 'branch_secretary', title: '梧桐苑支部书记', org: '梧桐苑支部', at: '990106003001K1', further: ['990106003001K3'], holder: '秦月兰' },
  { kind: 'owners_chair', title: '业委会主任', org: '梧桐苑业委会', at: '990106003001K1', holder: '傅明远' },
  { kind: 'owners_member', title: '业委会副主任', org: '梧桐苑业委会', at: '990106003001K1', holder: '秦月兰' },
  { kind: 'firm_manager', title: '润庭项目经理', org: '润庭物业', at: '990106003001K1', holder: '孟凡' },
  { kind: 'station_desk', title: '执法队内勤', org: '街道综合行政执法队', at: '990106003', holder: '万晓' },
  { kind: 'street_director', title: '办事处主任', org: '桐荫街道办事处', at: '990106003', holder: '庄静仪' },
]

const must = <T>(map: ReadonlyMap<string, T>, key: string): T => {
  const found = map.get(key)
  if (found === undefined) throw new Error(`the sample has no ${key}`)
  return found
}

/** Saves the sample in a transaction of the district and answers how to find things in it. */
export async function saveSample(tx: Tx): Promise<Sample> {
  const district = sampleDistrict
  const saved = await savePlaces(tx, district, samplePlaces)
  if (!saved.ok) throw new Error(saved.refusal.explain.en)
  const places = new Map(saved.value.map((place) => [place.code, place]))
  const orgIds = new Map(orgs.map(({ name }) => [name, newId()]))
  const postIds = new Map(posts.map(({ title }) => [title, newId()]))
  const people = new Map([...new Set(posts.flatMap(({ holder }) => holder ?? []))].map((name) => [name, newId()]))
  const orgRows: OrgInput[] = orgs.map(({ at, serves = [], hours, firstInLine, ...org }) => ({
    ...org, id: must(orgIds, org.name), place: must(places, at).id,
    serves: serves.map((code) => ({ place: must(places, code).id, from: '2024-01-01', ...(hours && { hours }), ...(firstInLine
      && { firstInLine }) })),
  }))
  const postRows: PostInput[] = posts.map(({ kind, title, org, at, further = [], floors, phone, quiet, namedWorker }) => ({
    kind, title, id: must(postIds, title), org: must(orgIds, org), place: must(places, at).id, further: further.map((code) => must(places, code).id),
    ...(floors && { floors }), ...(phone && { phone }), ...(quiet && { quiet }), ...(namedWorker && { namedWorker }),
  }))
  const tenures: TenureInput[] = posts.flatMap(({ title, holder, to, hidden = false }) => (holder === undefined ? [] : [{
    id: newId(), post: must(postIds, title), person: must(people, holder), from: '2025-01-01', ...(to && { to }), consentAt: '2024-12-20',
    publicName: !hidden, publicPhone: !hidden,
  }]))
  const results = [await saveOrgs(tx, district, orgRows), await savePosts(tx, district, postRows),
    await saveOfficers(tx, district, [...people].map(([name, person]) => ({ name, person }))), await saveTenures(tx, district, tenures),
    await saveTeams(tx, district, [{ id: newId(), kind: 'command', name: '梧桐里社区三人指挥组', place: must(places, '990106003001').id, from: '2025-03-01',
      members: [{ person: must(people, '庄静仪'), role: '街道' }, { person: must(people, '林素梅'), role: '社区' }] }])]
  for (const result of results) if (!result.ok) throw new Error(result.refusal.explain.en)
  return { place: (code) => must(places, code), org: (name) => must(orgIds, name), post: (title) => must(postIds, title), person: (name) =>
    must(people, name) }
}
