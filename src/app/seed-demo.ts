/** Lays out the made-up community at the first start of a demo: places, offices, accounts. Its history follows behind (work/fill-demo.ts). */
import { demoGround, demoManagerPaths, demoNorms, demoWorkingTime } from '../../demo/index.ts'
import type { Connection } from '../kit/connection.ts'
import { openDb, withScope, type Db, type Tx } from '../kit/db.ts'
import type { Result } from '../kit/pure.ts'
import { saveManagerPaths, saveOfficers, saveOrgs, savePosts, saveTeams, saveTenures, saveWorkingTime, type OrgInput, type PostInput } from '../offices/index.ts'
import { saveFirstMarks } from '../notices/index.ts'
import { savePlaces, type PlaceInput } from '../places/index.ts'
import { saveNorms } from '../roster/index.ts'
import { clockActor, createAccount, openKeys, useKeys } from '../trust/index.ts'
import type { Settings } from '../kit/config.ts'

type Ground = ReturnType<typeof demoGround>

/** The demo's clock starts here: Friday 20 November 2026, 10:40 in Shanghai. */
export const DEMO_START = Date.parse('2026-11-20T10:40:00+08:00')
/** Until then everybody had looked through their notices: the evening before. */
const DEMO_LOOKED = Date.parse('2026-11-19T18:00:00+08:00')

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`demo: ${result.refusal.explain.en}`)
  return result.value
}
/** Only the keys that hold something: exactOptionalPropertyTypes wants absent ones left out. */
function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // every undefined is dropped in the line below, which is what the type says
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}

function placeInputs(demo: Ground): PlaceInput[] {
  const codes = new Map(demo.places.map((p) => [p.id, p.code]))
  return demo.places.map(({ id, code, name, shortName, doorCode, compoundType, label, homes, floors, builtYear, cell, grid, kind, at }) => present({
    id, code, name, shortName, doorCode, compoundType, label, homes, floors, builtYear, cell, planX: at?.[0], planY: at?.[1],
    grid: grid === undefined || kind === 'grid' || kind === 'unit' || kind === 'room' ? undefined : codes.get(grid),
  }))
}

function orgInputs(demo: Ground): OrgInput[] {
  const serves = Map.groupBy(demo.orgPlaces, (one) => one.org)
  return demo.orgs.map(({ id, kind, stationKind, name, shortName, badge, place, phoneFirst }) => present({
    // saveOrgs refuses a word that is no station's
    id, kind, stationKind: stationKind as OrgInput['stationKind'], name, shortName, badge, place, urgentByPhone: phoneFirst,
    serves: serves.get(id)?.map((one) =>
      present({ place: one.place, from: one.from, to: one.until, hours: one.hours, firstInLine: one.role === 'onsite' })),
  }))
}

const postInputs = (demo: Ground): PostInput[] => demo.posts.map(({
  id, org, kind, title, place, audience, alsoPlaces, floors, namedWorker,
}) => present({
  id, org, kind, title, place, audience, further: alsoPlaces, floors: floors ? [floors.from, floors.to] as const : undefined, namedWorker,
}))

async function saveAll(tx: Tx, demo: Ground, district: string): Promise<void> {
  must(await savePlaces(tx, district, placeInputs(demo)))
  must(await saveOfficers(tx, district, demo.people.map(({ id, name }) => ({ person: id, name }))))
  must(await saveOrgs(tx, district, orgInputs(demo)))
  must(await savePosts(tx, district, postInputs(demo)))
  must(await saveTenures(tx, district, demo.tenures.map(({ id, post, person, from, until, consentAt, termUntil }) =>
    present({ id, post, person, from, to: until, consentAt, termUntil, publicName: true, publicPhone: false }))))
  must(await saveTeams(
    tx, district, demo.teams.map(({ id, kind, name, place, purpose, from, members }) => ({ id, kind, name, place, purpose, from, members })),
  ))
  await saveFirstMarks(tx, district, demo.tenures.filter(({ until }) => until === undefined), new Date(DEMO_LOOKED))
  await saveWorkingTime(tx, district, new Date(DEMO_START), demoWorkingTime())
  await saveManagerPaths(tx, district, new Date(DEMO_START), demoManagerPaths())
  await saveNorms(tx, district, new Date(DEMO_START), demoNorms())
}

async function accounts(auth: Db, demo: Ground, district: string): Promise<void> {
  const holders = new Set(demo.tenures.filter((t) => t.until === undefined).map((t) => t.person))
  for (const { id, name } of demo.people) if (holders.has(id)) await createAccount(auth, { person: id, district, username: name })
}

/** Does it once; answers what was done, or nothing when the district is there already or the mode is live. */
export async function seedDemo(connection: Connection, settings: Settings): Promise<string | undefined> {
  if (settings.mode !== 'demo') return undefined
  useKeys(openKeys(settings.dataDir, process.env))
  const [db, auth] = [openDb(connection, 'linli_app', 2), openDb(connection, 'linli_auth', 2)]
  try {
    if (await db.selectFrom('district').select('district').executeTakeFirst()) return undefined
    const demo = demoGround()
    const root = demo.places.find((p) => p.kind === 'district')
    if (!root) throw new Error('demo: no district')
    await accounts(auth, demo, root.code)
    await withScope(db, clockActor(root.code, root.path), async (tx) => {
      await saveAll(tx, demo, root.code)
      await tx.insertInto('setting').values([
        { district: root.code, name: 'clock_offset_ms', value: String(DEMO_START - Date.now()) },
        { district: root.code, name: 'demo_done', value: '0' }, { district: root.code, name: 'demo_total', value: '0' },
      ]).execute()
      await tx.insertInto('district').values({ district: root.code, name: root.name, path: root.path, installed_at: new Date(DEMO_START) }).execute()
    })
    return `${demo.places.length}`
  } finally {
    await Promise.all([db.destroy(), auth.destroy()])
  }
}
