/** A small made-up neighbourhood on a real database, for tests of what stands above offices: one street, two communities, two compounds, four buildings. */
import { runCommand, type Context, type Keyed, type Outcome } from '../kit/command.ts'
import { openDb, withScope, type Db, type Tx } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { testDatabase, type TestDatabase } from '../kit/testing.ts'
import { saveOfficers, saveOrgs, savePosts, saveTenures, standingOf, type OrgInput, type PostInput } from './index.ts'
import { savePlaces, type PlaceInput, type SavedPlace } from '../places/index.ts'
import { publicActor, staffActor, type Actor } from '../trust/index.ts'

export const district = '990106'
export const districtPath = 'd990106'
/** The moment at which tests begin: a Friday morning in Shanghai. */
export const start = new Date('2026-11-20T02:40:00.000Z')
/** A moment of November 2026 on the clocks of Shanghai: on(23, '9:40') is Monday morning. */
export const on = (day: number, time: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(Date.UTC(2026, 10, day, hours - 8, minutes))
}
/** `hours` after the start, or after another moment. */
export const later = (hours: number, from: Date = start): Date => new Date(from.getTime() + hours * 3_600_000)

const homes = (building: string): PlaceInput[] => [{ code: `${building}-1` }, ...[101, 302, 602].map((room) => ({ code: `${building}-1-${room}` }))]
const places: readonly PlaceInput[] = [
  { code: '990106', name: '云汀市汀南区' }, { code: '990106003', name: '桐荫街道' }, { code: '990106003001', name: '梧桐里社区' },
    { code: '990106003002', name: '听雨桥社区' },
  { code: '990106003001-01' }, { code: '990106003001-02' }, { code: '990106003002-05' },
  { code: '990106003001K1', name: '梧桐苑', compoundType: 'commodity' }, { code: '990106003002K1', name: '纺机新村', compoundType: 'work_unit',
    grid: '990106003002-05' },
  { code: '990106003001K1-P01', name: '中心花园', grid: '990106003001-01' },
  { code: '990106003001K1-03', grid: '990106003001-01', doorCode: '7KQ3M2XZ' }, ...homes('990106003001K1-03'),
  { code: '990106003001K1-07', grid: '990106003001-02', doorCode: '7KQ3M2X0' }, ...homes('990106003001K1-07'),
  { code: '990106003002K1-01', grid: '990106003002-05', doorCode: '7KQ3M2X1' }, ...homes('990106003002K1-01'),
  { code: '990106003002K1-02', grid: '990106003002-05', doorCode: '7KQ3M2X2' }, ...homes('990106003002K1-02'),
]

type Org = Omit<OrgInput, 'id' | 'place' | 'serves'> & { readonly key: string; readonly at: string; readonly serves?: string }
const orgs: readonly Org[] = [
  { key: 'street', kind: 'street', name: '桐荫街道办事处', at: '990106003' }, { key: 'team', kind: 'team', name: '楼栋长联合会', at: '990106003' },
  { key: 'community', kind: 'community', name: '梧桐里社区居委会', at: '990106003001' }, { key: 'community2', kind: 'community', name: '听雨桥社区居委会',
    at: '990106003002' },
  { key: 'firm', kind: 'firm', name: '润庭物业', at: '990106003001K1', serves: '990106003001K1' },
    { key: 'firm2', kind: 'firm', name: '惠邻物业', at: '990106003', serves: '990106003002K1' },
  { key: 'mediation', kind: 'team', name: '梧桐里社区人民调解委员会', at: '990106003001' },
  { key: 'owners', kind: 'owners', name: '梧桐苑业委会', at: '990106003001K1', serves: '990106003001K1' },
  { key: 'branch', kind: 'branch', name: '梧桐苑支部', at: '990106003001K1', serves: '990106003001K1' },
  { key: 'enforcement', kind: 'station', stationKind: 'enforcement', name: '街道综合行政执法队', at: '990106003' },
  { key: 'police', kind: 'station', stationKind: 'police', name: '桐荫派出所', at: '990106003' },
  { key: 'water', kind: 'utility', stationKind: 'water', name: '云汀水务汀南营业所', at: '990106', urgentByPhone: true },
  { key: 'power', kind: 'utility', stationKind: 'power', name: '云汀供电所', at: '990106' },
]

type Post = { readonly kind: PostInput['kind']; readonly title: string; readonly org: string; readonly at: string; readonly named?: true }
const posts = {
  captain: { kind: 'captain', title: '3号楼楼栋长', org: 'team', at: '990106003001K1-03' }, captain7: { kind: 'captain', title: '7号楼楼栋长', org: 'team',
    at: '990106003001K1-07' },
  captain1: { kind: 'captain', title: '1号楼楼栋长', org: 'team', at: '990106003002K1-01' }, federation: { kind: 'federation_chair', title: '联合会会长',
    org: 'team', at: '990106003' },
  grid: { kind: 'grid_worker', title: '01网格网格员', org: 'community', at: '990106003001-01' },
    grid2: { kind: 'grid_worker', title: '02网格网格员', org: 'community', at: '990106003001-02' },
  grid5: { kind: 'grid_worker', title: '05网格网格员', org: 'community2', at: '990106003002-05' },
  secretary: { kind: 'community_secretary', title: '社区书记', org: 'community', at: '990106003001' },
    deputy: { kind: 'community_deputy', title: '社区副书记', org: 'community', at: '990106003001' },
  worker: { kind: 'community_worker', title: '社区工作者', org: 'community', at: '990106003001' },
    named: { kind: 'community_worker', title: '民政专干', org: 'community', at: '990106003001', named: true },
  mediator: { kind: 'mediator', title: '调解主任', org: 'mediation', at: '990106003001' }, secretary2: { kind: 'community_secretary', title: '听雨桥书记',
    org: 'community2', at: '990106003002' },
  branch: { kind: 'branch_secretary', title: '支部书记', org: 'branch', at: '990106003001K1' },
    owners: { kind: 'owners_chair', title: '业委会主任', org: 'owners', at: '990106003001K1' },
  firm: { kind: 'firm_manager', title: '项目经理', org: 'firm', at: '990106003001K1' }, firm2: { kind: 'firm_manager', title: '惠邻经理', org: 'firm2',
    at: '990106003002K1' },
  enforcement: { kind: 'station_desk', title: '执法队内勤', org: 'enforcement', at: '990106003' },
    enforcementHead: { kind: 'station_head', title: '执法队队长', org: 'enforcement', at: '990106003' },
  police: { kind: 'station_desk', title: '派出所内勤', org: 'police', at: '990106003' }, water: { kind: 'utility_desk', title: '水务客服', org: 'water',
    at: '990106' },
  power: { kind: 'utility_desk', title: '供电客服', org: 'power', at: '990106' },
  street: { kind: 'street_director', title: '办事处主任', org: 'street', at: '990106003' }, streetDesk: { kind: 'street_office_head', title: '平安办主任',
    org: 'street', at: '990106003' },
} as const satisfies Record<string, Post>
export type PostKey = keyof typeof posts

export type Neighbourhood = {
  readonly database: TestDatabase; readonly db: Db
  readonly place: (code: string) => SavedPlace; readonly places: readonly SavedPlace[]; readonly org: (key: string) => string
  readonly post: (key: PostKey) => string; readonly person: (key: PostKey) => string
  /** The actor of a post with the reach that offices give it. */
  readonly as: (key: PostKey) => Actor
  readonly close: () => Promise<void>
}

/** What was found; throws where there is none. */
export const must = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`the neighbourhood has no ${what}`)
  return found
}
/** The value of a good result; throws what was refused. */
export const sure = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.explain.en)
  return result.value
}

type Ids = { readonly place: Neighbourhood['place']; readonly orgIds: ReadonlyMap<string, string>; readonly postIds: ReadonlyMap<string,
  string>; readonly people: ReadonlyMap<string, string> }
async function saveOffices(tx: Tx, { place, orgIds, postIds, people }: Ids): Promise<void> {
  sure(await saveOrgs(tx, district, orgs.map(({ key, at, serves, ...org }) => ({
    ...org, id: must(orgIds.get(key), key), place: place(at).id, ...(serves ? { serves: [{ place: place(serves).id, from: '2024-01-01' }] } : {}),
  }))))
  const all: [string, Post][] = Object.entries(posts)
  sure(await savePosts(tx, district, all.map(([key, { kind, title, org, at, named }]) =>
    ({ kind, title, id: must(postIds.get(key), key), org: must(orgIds.get(org), org), place: place(at).id,
      ...(named ? { namedWorker: true } : {}) }))))
  sure(await saveOfficers(tx, district, all.map(([key, { title }]) => ({ person: must(people.get(key), key), name: `${title}本人` }))))
  sure(await saveTenures(tx, district, all.map(([key]) =>
    ({ id: newId(), post: must(postIds.get(key), key), person: must(people.get(key), key), from: '2025-01-01', consentAt: '2024-12-20' }))))
}

/** Opens a database of its own with the neighbourhood in it; close it in afterAll. */
export async function openNeighbourhood(): Promise<Neighbourhood> {
  const database = await testDatabase()
  const db = openDb(database.connection, 'linli_app', 4)
  const ids = (keys: readonly string[]) => new Map(keys.map((key) => [key, newId()]))
  const [orgIds, postIds, people] = [ids(orgs.map(({ key }) => key)), ids(Object.keys(posts)), ids(Object.keys(posts))]
  const actors = new Map<string, Actor>()
  const saved = await withScope(db, publicActor(district), async (tx) => {
    const done = sure(await savePlaces(tx, district, places))
    const byCode = new Map(done.map((one) => [one.code, one]))
    await saveOffices(tx, { place: (code) => must(byCode.get(code), code), orgIds, postIds, people })
    for (const [key, person] of people) actors.set(key, staffActor(district, person, must((await standingOf(tx, district, person, start))[0], key)))
    return done
  })
  const byCode = new Map(saved.map((one) => [one.code, one]))
  return {
    database, db, places: saved, place: (code) => must(byCode.get(code), code), org: (key) => must(orgIds.get(key), key),
      post: (key) => must(postIds.get(key), key),
    person: (key) => must(people.get(key), key), as: (key) => must(actors.get(key), key),
    close: async () => { await db.destroy(); await database.close() },
  }
}

/** Runs one command as an actor, in its own transaction, as the routes do. */
export const run = <In, Out extends Outcome>(n: Neighbourhood, actor: Actor, at: Date, command: (ctx: Context<Actor>, input: In) =>
  Promise<Result<Out>>, input: In, keyed?: Keyed) =>
  runCommand(n.db, actor, at, keyed, (tx) => command({ tx, actor, at }, input))
