/** Two communities with a building each and the posts that visit there, on a real database; used by tests alone. */
import { runCommand, type Keyed } from '../kit/command.ts'
import { openDb, withScope, type Db } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { testDatabase, type TestDatabase } from '../kit/testing.ts'
import { saveOfficers, saveOrgs, savePosts, saveTenures, standingOf, type PostInput } from '../offices/index.ts'
import { savePlaces, type PlaceInput, type SavedPlace } from '../places/index.ts'
import { publicActor, staffActor, type Actor } from '../trust/index.ts'
import { recordVisit, type RecordVisit } from './commands/record-visit.ts'

export const district = '990106'
/** Friday 20 November 2026, 10:40 in Shanghai. */
export const start = new Date('2026-11-20T02:40:00.000Z')
export const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)

const homes = (building: string): PlaceInput[] => [{ code: `${building}-1` }, ...[101, 102, 201, 202].map((room) => ({ code: `${building}-1-${room}` }))]
const places: readonly PlaceInput[] = [
  { code: '990106', name: '云汀市汀南区' }, { code: '990106003', name: '桐荫街道' }, { code: '990106003001', name: '梧桐里社区' },
  { code: '990106003002', name: '听雨桥社区' }, { code: '990106003001-01' }, { code: '990106003002-05' },
  { code: '990106003001K1', name: '梧桐苑', compoundType: 'commodity' },
  { code: '990106003002K1', name: '纺机新村', compoundType: 'work_unit', grid: '990106003002-05' },
  { code: '990106003001K1-03', grid: '990106003001-01' }, ...homes('990106003001K1-03'),
  { code: '990106003001K1-04', grid: '990106003001-01' }, ...homes('990106003001K1-04'),
  { code: '990106003002K1-01', grid: '990106003002-05' }, ...homes('990106003002K1-01'),
]
type Post = { readonly kind: PostInput['kind']; readonly org: string; readonly at: string }
const posts = {
  captain: { kind: 'captain', org: 'team', at: '990106003001K1-03' }, captain4: { kind: 'captain', org: 'team', at: '990106003001K1-04' },
  grid: { kind: 'grid_worker', org: 'community', at: '990106003001-01' }, secretary: { kind: 'community_secretary', org: 'community', at: '990106003001' },
  secretary2: { kind: 'community_secretary', org: 'community2', at: '990106003002' }, branch: { kind: 'branch_secretary', org: 'branch', at: '990106003001K1' },
  street: { kind: 'street_director', org: 'street', at: '990106003' }, firm: { kind: 'firm_manager', org: 'firm', at: '990106003001K1' },
} as const satisfies Record<string, Post>
export type PostKey = keyof typeof posts
const orgs = [
  { key: 'street', kind: 'street', at: '990106003' }, { key: 'team', kind: 'team', at: '990106003' }, { key: 'firm', kind: 'firm', at: '990106003001K1' },
  { key: 'community', kind: 'community', at: '990106003001' }, { key: 'community2', kind: 'community', at: '990106003002' },
  { key: 'branch', kind: 'branch', at: '990106003001K1' },
] as const

export type Doors = {
  readonly database: TestDatabase; readonly db: Db; readonly place: (code: string) => SavedPlace; readonly as: (key: PostKey) => Actor
  readonly visit: (key: PostKey, at: Date, input: Partial<Omit<RecordVisit, 'place'>> & { readonly home: string }, keyed?: Keyed) =>
    Promise<Result<{ readonly id: string }>>
  readonly close: () => Promise<void>
}

const sure = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.explain.en)
  return result.value
}
const must = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`there is no ${what}`)
  return found
}

/** Opens a database of its own with the doors in it; close it in afterAll. */
export async function openDoors(): Promise<Doors> {
  const database = await testDatabase()
  const db = openDb(database.connection, 'linli_app', 6)
  const orgIds = new Map<string, string>(orgs.map(({ key }) => [key, newId()]))
  const all: [string, Post][] = Object.entries(posts)
  const ids = new Map(all.map(([key]) => [key, { post: newId(), person: newId() }]))
  const byCode = new Map<string, SavedPlace>()
  const actors = new Map<string, Actor>()
  const place = (code: string): SavedPlace => must(byCode.get(code), code)
  await withScope(db, publicActor(district), async (tx) => {
    for (const one of sure(await savePlaces(tx, district, places))) byCode.set(one.code, one)
    sure(await saveOrgs(tx, district, orgs.map(({ key, kind, at }) => ({ id: must(orgIds.get(key), key), kind, name: key, place: place(at).id }))))
    sure(await savePosts(tx, district, all.map(([key, { kind, org, at }]) =>
      ({ id: must(ids.get(key), key).post, kind, title: key, org: must(orgIds.get(org), org), place: place(at).id }))))
    sure(await saveOfficers(tx, district, all.map(([key]) => ({ person: must(ids.get(key), key).person, name: key }))))
    sure(await saveTenures(tx, district, all.map(([key]) => ({ id: newId(), ...must(ids.get(key), key), from: '2025-01-01', consentAt: '2024-12-20' }))))
    for (const [key, { person }] of ids) actors.set(key, staffActor(district, person, must((await standingOf(tx, district, person, start))[0], key)))
  })
  const as = (key: PostKey): Actor => must(actors.get(key), key)
  return {
    database, db, place, as,
    visit: (key, at, { home, ...input }, keyed) => runCommand(db, as(key), at, keyed, (tx) => recordVisit({ tx, actor: as(key), at },
      { purpose: 'round', met: 'met', inPerson: true, said: '', told: null, ...input, place: place(home).id })),
    close: async () => { await db.destroy(); await database.close() },
  }
}
