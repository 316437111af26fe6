import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db, type Tx } from '../kit/db.ts'
import { testDatabase, type TestDatabase } from '../kit/testing.ts'
import { addGrid, changeGrid, exportPlacesCsv, placeByCode, placesWithin, readPlacesCsv, redrawGrids, savePlaces, type PlaceInput } from './index.ts'

const district = '990106'
let database: TestDatabase
let db: Db
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(db, { district, person: null, scopes: [], orgs: [], audience: [] }, work)
const at = async (tx: Tx, code: string) => {
  const place = await placeByCode(tx, district, code)
  if (!place) throw new Error(code)
  return place
}

const tower = (no: number, x: number): PlaceInput[] => [`990106003001K2-0${no}`].flatMap((code) => [
  { code, grid: '990106003001-03', homes: 4, planX: x, planY: 0 }, { code: `${code}-1` }, { code: `${code}-1-101` }, { code: `${code}-1-201` }])
const rows: readonly PlaceInput[] = [
  { code: '990106', name: '云汀市汀南区' }, { code: '990106003', name: '桐荫街道' }, { code: '990106003001', name: '梧桐里社区' }, { code: '990106003002', name: '听雨桥社区' },
  { code: '990106003001-03', name: '第3网格' }, { code: '990106003002-05', name: '第5网格' },
  { code: '990106003001K2', name: '锦澜府', compoundType: 'new', grid: '990106003001-03' }, ...tower(1, 0), ...tower(2, 60),
]

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  expect((await inTx((tx) => savePlaces(tx, district, rows))).ok).toBe(true)
})
afterAll(async () => { await db.destroy(); await database.close() })

test('[P13] a building that is moved to a new grid takes its homes along, its compound hangs from the community, and moving back is as before', async () => {
  await inTx(async (tx) => {
    const [building, community, old] = [await at(tx, '990106003001K2-02'), await at(tx, '990106003001'), await at(tx, '990106003001-03')]
    const before = await exportPlacesCsv(tx, district)
    const made = await addGrid(tx, district, community.id, '锦澜府2号楼')
    expect(made.ok && made.value.name).toBe('第6网格')
    const grid = made.ok ? made.value.id : ''
    expect((await redrawGrids(tx, district, new Map([[building.id, grid]]))).ok).toBe(true)
    expect((await at(tx, '990106003001K2-02-1-201')).path).toBe('d990106.s003.c001.g06.k2b02.u1.r201')
    expect((await at(tx, '990106003001K2-02-1-201')).grid).toBe(grid)
    expect((await at(tx, '990106003001K2-01-1-201')).path).toBe('d990106.s003.c001.g03.k2b01.u1.r201')
    expect([(await at(tx, '990106003001K2')).path, (await at(tx, '990106003001K2')).grid]).toEqual(['d990106.s003.c001.k2', null])
    expect([(await at(tx, '990106003001-03')).homes, (await at(tx, '990106003001-06')).homes]).toEqual([2, 2])
    expect((await redrawGrids(tx, district, new Map([[building.id, old.id]]))).ok).toBe(true)
    await changeGrid(tx, district, grid, { endedOn: '2026-11-20' })
    expect((await placesWithin(tx, district, community, 'grid')).map(({ code }) => code)).toEqual(['990106003001-03'])
    expect((await at(tx, '990106003001K2')).path).toBe('d990106.s003.c001.g03.k2')
    const lines = (csv: string): string[] => csv.split('\r\n').filter((line) => !/^990106003001-0[36],/.test(line))
    expect(lines(await exportPlacesCsv(tx, district))).toEqual(lines(before))
    const next = await addGrid(tx, district, community.id, '锦澜府2号楼')
    expect(next.ok && next.value.name).toBe('第7网格')
  })
})

test('[P13] a building goes only to a grid of its own community', async () => {
  await inTx(async (tx) => {
    const [building, other] = [await at(tx, '990106003001K2-02'), await at(tx, '990106003002-05')]
    expect(await redrawGrids(tx, district, new Map([[building.id, other.id]]))).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })
})

test('[P12] places on the sketch go out and come back in; one number alone, or on anything but a building, is refused', async () => {
  const read = readPlacesCsv(await inTx((tx) => exportPlacesCsv(tx, district)))
  expect(read.ok && read.value.rows.find(({ code }) => code === '990106003001K2-02')).toMatchObject({ planX: 60, planY: 0 })
  for (const row of [{ code: '990106003001K2-01', planX: 3 }, { code: '990106003001', name: '梧桐里社区', planX: 3, planY: 4 }]) {
    expect(await inTx((tx) => savePlaces(tx, district, [row]))).toMatchObject({ ok: false, refusal: { rule: 'P11' } })
  }
})
