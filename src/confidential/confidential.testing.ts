/** A small made-up neighbourhood with a discipline post, for the tests of the confidential line. */
import { randomBytes } from 'node:crypto'
import { openDb, withScope, type Db, type Scope, type Tx } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { testDatabase } from '../kit/testing.ts'
import { saveOfficers, saveOrgs, savePosts, saveTenures, type OrgInput, type PostInput } from '../offices/index.ts'
import { savePlaces } from '../places/index.ts'
import { clockActor, publicActor } from '../trust/index.ts'
import { fileReport, type Report } from './commands/file-report.ts'
import { handleReport, type Handling } from './commands/handle-report.ts'
import { turnLines } from './commands/turn-line.ts'
import { writeBack } from './commands/write-back.ts'
import { codeOf } from './rules/index.ts'
import { signOf } from './store/line.ts'
import { threadForHandler, threadForReporter, threadsForHandler } from './views/thread.ts'

export const district = '990106'
/** Friday 10:40 in Shanghai. */
export const start = new Date('2026-11-20T02:40:00.000Z')
/** `hours` after the start. */
export const later = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000)

const [street, community, compound, building] = ['990106003', '990106003001', '990106003001K1', '990106003001K1-03']
const places = [
  { code: district, name: '云汀市汀南区' }, { code: street, name: '桐荫街道' }, { code: community, name: '梧桐里社区' },
  { code: '990106003002', name: '听雨桥社区' }, { code: `${community}-01` }, { code: compound, name: '梧桐苑', compoundType: 'commodity' as const },
  { code: building, grid: `${community}-01`, doorCode: '7KQ3M2XZ' }, { code: `${building}-1` }, { code: `${building}-1-302` },
]
type Org = Pick<OrgInput, 'kind' | 'name' | 'stationKind'> & { readonly at: string; readonly serves?: string }
const orgs: readonly Org[] = [
  { kind: 'street', name: '桐荫街道', at: street }, { kind: 'community', name: '梧桐里社区', at: community }, { kind: 'team', name: '楼栋长分会', at: street },
  { kind: 'firm', name: '润庭物业', at: compound, serves: compound }, { kind: 'station', stationKind: 'enforcement', name: '综合行政执法队', at: street },
]
type Post = { readonly kind: PostInput['kind']; readonly title: string; readonly org: string; readonly at: string; readonly holder: string }
const posts: readonly Post[] = [
  { kind: 'street_discipline', title: '纪工委书记', org: '桐荫街道', at: street, holder: '康如海' },
  { kind: 'street_director', title: '办事处主任', org: '桐荫街道', at: street, holder: '庄静仪' },
  { kind: 'community_secretary', title: '社区书记', org: '梧桐里社区', at: community, holder: '林素梅' },
  { kind: 'grid_worker', title: '网格员', org: '梧桐里社区', at: `${community}-01`, holder: '夏雨桐' },
  { kind: 'captain', title: '3号楼楼栋长', org: '楼栋长分会', at: building, holder: '白玉芬' },
  { kind: 'firm_manager', title: '项目经理', org: '润庭物业', at: compound, holder: '孟凡' },
  { kind: 'station_desk', title: '执法队内勤', org: '综合行政执法队', at: street, holder: '万晓' },
]

const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.explain.en)
  return result.value
}

/** Saves the neighbourhood; answers ids of places by code, of posts by title, of people by name. */
async function saveNeighbourhood(tx: Tx) {
  const saved = new Map(done(await savePlaces(tx, district, places)).map(({ code, id }) => [code, id]))
  const ids = (names: readonly string[]) => new Map(names.map((name) => [name, newId()]))
  const [orgIds, postIds, people] = [ids(orgs.map(({ name }) => name)), ids(posts.map(({ title }) => title)), ids(posts.map(({ holder }) => holder))]
  const at = (map: ReadonlyMap<string, string>) => (name: string): string => {
    const found = map.get(name)
    if (found === undefined) throw new Error(`the neighbourhood has no ${name}`)
    return found
  }
  const [place, org, post, person] = [at(saved), at(orgIds), at(postIds), at(people)]
  done(await saveOrgs(tx, district, orgs.map(({ at: where, serves, ...one }) => ({ ...one, id: org(one.name), place: place(where),
    serves: serves ? [{ place: place(serves), from: '2024-01-01' }] : [] }))))
  done(await savePosts(tx, district, posts.map(({ kind, title, org: of, at: where }) => ({ kind, title, id: post(title), org: org(of),
    place: place(where) }))))
  done(await saveOfficers(tx, district, [...people].map(([name, id]) => ({ name, person: id }))))
  done(await saveTenures(tx, district, posts.map(({ title, holder }) => ({ id: newId(), post: post(title), person: person(holder), from: '2025-01-01',
    consentAt: '2024-12-20', publicName: true, publicPhone: false }))))
  return { place, post, person }
}

/** A database with the neighbourhood and short words for what reporter and handler do. */
export async function openLineTest() {
  const database = await testDatabase()
  const db: Db = openDb(database.connection, 'linli_app', 4)
  const owner = openDb(database.connection, 'linli_owner', 2)
  const sample = await withScope(db, publicActor(district), saveNeighbourhood)
  const [handler, person] = [sample.post('纪工委书记'), sample.person('康如海')]
  const place = sample.place(building)
  const scope: Scope = { district, person, scopes: ['d990106.s003'], orgs: [], audience: ['street'], post: handler }
  const code = (): string => codeOf(signOf(handler), randomBytes(26))
  return {
    database, db, owner, sample, handler, place, scope, code,
    file: (report: Partial<Report> = {}, at = start) =>
      fileReport(db, district, at, { code: code(), place, words: '收了钱', concerned: { post: sample.post('项目经理') }, ...report }),
    back: (opened: string, words: string, more: { retaliation?: 'work' | 'threat'; key?: string; at?: Date } = {}) =>
      writeBack(db, district, more.at ?? start, more.key ?? newId(), { code: opened, words, retaliation: more.retaliation }),
    read: (opened: string, at = start) => threadForReporter(db, district, at, opened),
    list: (at: Date, as: Scope = scope) => withScope(db, as, (tx) => threadsForHandler(tx, district, handler, at)),
    open: (id: string, at: Date) => withScope(db, scope, (tx) => threadForHandler(tx, district, handler, at, id)),
    handle: (id: string, handling: Handling, at: Date, key = newId()) =>
      handleReport(db, district, handler, at, { key, body: handling }, id, handling),
    turn: (at: Date) => turnLines(db, clockActor(district, 'd990106'), at),
    cells: async () =>
      (await database.pool('linli_owner').query<{ cell: number; sealed: Buffer }>('select cell, sealed from confidential_cell order by cell')).rows,
    close: async () => { await Promise.all([db.destroy(), owner.destroy()]); await database.close() },
  }
}
