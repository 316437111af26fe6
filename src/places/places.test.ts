import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db, type Tx } from '../kit/db.ts'
import { testDatabase, type TestDatabase } from '../kit/testing.ts'
import { ancestors, children, exportPlacesCsv, lookUp, placeByCode, placeByDoor, placeById, readPlacesCsv, savePlaces, type LookUpOptions,
  type PlaceInput } from './index.ts'

const district = '990106'
let database: TestDatabase
let db: Db

const scope = { district, person: null, scopes: [], orgs: [], audience: [] }
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(db, scope, work)
const names = (text: string, options: LookUpOptions = {}): Promise<string[]> =>
  inTx(async (tx) => (await lookUp(tx, district, text, options)).map((place) => place.fullName))

/** A building with `units` staircases, `floors` storeys and so many homes on each. */
function building(code: string, units: number, floors: number, perFloor: number, more: Partial<PlaceInput>): PlaceInput[] {
  const rooms = (unit: number): PlaceInput[] => Array.from({ length: floors * perFloor }, (_, at) => {
    const room = `${Math.floor(at / perFloor) + 1}${String(at % perFloor + 1).padStart(2, '0')}`
    return { code: `${code}-${unit}-${room}` }
  })
  return [{ code, ...more }, ...Array.from({ length: units }, (_, at) => at + 1).flatMap((unit) => [{ code: `${code}-${unit}` }, ...rooms(unit)])]
}

const wide: PlaceInput[] = [
  { code: '990106', name: '云汀市汀南区' }, { code: '990106003', name: '桐荫街道' },
  { code: '990106003001', name: '梧桐里社区', shortName: '梧桐里' }, { code: '990106003002', name: '听雨桥社区' },
  { code: '990106003001-01' }, { code: '990106003001-02' }, { code: '990106003002-05' },
  { code: '990106003001K1', name: '梧桐苑', compoundType: 'commodity' },
  { code: '990106003002K1', name: '纺机新村', compoundType: 'work_unit', grid: '990106003002-05' },
  { code: '990106003001K1-P01', name: '中心花园', grid: '990106003001-01' },
]
const rows: PlaceInput[] = [
  ...building('990106003001K1-03', 1, 18, 4, { grid: '990106003001-01', doorCode: '7KQ3M2XZ', homes: 72, floors: 18 }),
  ...building('990106003001K1-07', 1, 26, 4, { grid: '990106003001-02' }),
  ...Array.from({ length: 9 }, (_, at) => building(`990106003002K1-0${at + 1}`, 4, 6, 2, { grid: '990106003002-05' })).flat(),
  ...wide,
]

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 3)
  const saved = await inTx((tx) => savePlaces(tx, district, rows))
  expect(saved.ok).toBe(true)
})
afterAll(async () => {
  await db.destroy()
  await database.close()
})

test('[P4] a home has both paths, and everything it lies in, by id', async () => {
  const found = await inTx((tx) => placeByCode(tx, district, '990106003002K1-02-3-602'))
  expect(found).toMatchObject({
    kind: 'room', fullName: '纺机新村2号楼3单元602室', path: 'd990106.s003.c002.g05.k1b02.u3.r602',
    compoundPath: 'k990106003002K1.b02.u3.r602', floor: 6,
  })
  const above = await inTx((tx) => ancestors(tx, district, found?.id ?? ''))
  expect(above.map((place) => place.name)).toEqual(['云汀市汀南区', '桐荫街道', '听雨桥社区', '05网格', '纺机新村', '2号楼', '3单元'])
})

test('[P7] in a building with one unit the unit is left out of a room\'s name', async () => {
  expect(await names('990106003001K1-03-1-1201')).toEqual(['梧桐苑3号楼1201室'])
})

test.each([
  ['wty', '梧桐苑'], ['wutongyuan', '梧桐苑'], ['梧桐苑', '梧桐苑'], ['梧桐里', '梧桐里社区'], ['听雨', '听雨桥社区'], ['tyjd', '桐荫街道'],
  ['中心花园', '梧桐苑中心花园'], ['梧桐苑3-1-1201', '梧桐苑3号楼1201室'], ['wty3-1201', '梧桐苑3号楼1201室'], ['wty 7', '梧桐苑7号楼'],
  ['梧桐苑三号楼一二〇一室', '梧桐苑3号楼1201室'], ['纺机新村2#3-602', '纺机新村2号楼3单元602室'], ['２栋３单元６０２', '纺机新村2号楼3单元602室'],
  ['fjxc2号楼3单元', '纺机新村2号楼3单元'], ['桐荫街道听雨桥社区纺机新村9号楼前', '纺机新村9号楼'], ['7KQ3-M2XZ', '梧桐苑3号楼'],
  ['990106003002k1-02', '纺机新村2号楼'], ['听雨桥社区9号楼', '纺机新村9号楼'], ['05网格', '听雨桥社区05网格'],
])('[P5] the look-up box takes %s for %s', async (text, first) => {
  expect((await names(text))[0]).toBe(first)
})

test('[P5] what is not there falls back to the building it would be in; an unknown name finds nothing', async () => {
  expect(await names('梧桐苑3-1-9901')).toEqual(['梧桐苑3号楼1单元'])
  expect(await names('朝阳小区3号楼')).toEqual([])
  expect(await names("'; drop table place; --")).toEqual([])
  expect(await names('%')).toEqual([])
  expect(await names('3号楼', { limit: 50 })).toEqual(['梧桐苑3号楼', '纺机新村3号楼'])
})

test('[P5] looking up within a place stays there', async () => {
  const compound = await inTx((tx) => placeByCode(tx, district, '990106003002K1'))
  expect(await names('3号楼', { within: compound?.id ?? '' })).toEqual(['纺机新村3号楼'])
  expect(await names('梧桐苑', { within: compound?.id ?? '' })).toEqual([])
})

test('[P8] the public finds the unit or building instead of the home', async () => {
  expect(await names('2栋3单元602', { shown: 'unit' })).toEqual(['纺机新村2号楼3单元'])
  expect(await names('2栋3单元602', { shown: 'building' })).toContain('纺机新村2号楼')
  expect(await names('990106003002K1-02-3-602', { shown: 'unit' })).toEqual([])
  expect(await names('602', { shown: 'unit' })).toEqual([])
})

test('[P3] a door code opens its building, however it is typed', async () => {
  expect((await inTx((tx) => placeByDoor(tx, district, '7kq3 m2xz')))?.fullName).toBe('梧桐苑3号楼')
  expect(await inTx((tx) => placeByDoor(tx, district, '00000000'))).toBeNull()
})

test('[P11] saving again changes nothing, and a wrong row stops all rows with its number', async () => {
  const before = await inTx((tx) => placeByCode(tx, district, '990106003001K1-03'))
  await inTx((tx) => savePlaces(tx, district, rows))
  expect(await inTx((tx) => placeByCode(tx, district, '990106003001K1-03'))).toEqual(before)
  expect(await inTx((tx) => placeByDoor(tx, district, '7KQ3M2XZ'))).toEqual(before)
  for (const row of [{ code: 'x' }, { code: '110101001' }, { code: '990106003001K9', name: '无类型' }, { code: '990106003001K7-01' },
    { code: '990106003001K1-08', grid: '990106003001-09' }, { code: '990106003003' }]) {
    const refused = await inTx((tx) => savePlaces(tx, district, [{ code: '990106003001K1-09' }, row]))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'place_row_wrong', explain: { zh: expect.stringContaining('第 2 行') } } })
  }
  expect(await inTx((tx) => placeByCode(tx, district, '990106003001K1-09'))).toBeNull()
})

test('[P4] a building that moves to another grid takes its homes along', async () => {
  await inTx((tx) => savePlaces(tx, district, [{ code: '990106003001K1-07', grid: '990106003001-01' }]))
  const room = await inTx((tx) => placeByCode(tx, district, '990106003001K1-07-1-1201'))
  const grid = await inTx((tx) => placeByCode(tx, district, '990106003001-01'))
  expect(room).toMatchObject({ path: 'd990106.s003.c001.g01.k1b07.u1.r1201', grid: grid?.id })
  await inTx((tx) => savePlaces(tx, district, [{ code: '990106003001K1-07', grid: '990106003001-02' }]))
})

test('[P2] children are the next level by code; an unknown id has none', async () => {
  const compound = await inTx((tx) => placeByCode(tx, district, '990106003001K1'))
  expect((await inTx((tx) => children(tx, district, compound?.id ?? ''))).map((place) => place.name)).toEqual(['3号楼', '7号楼', '中心花园'])
  const nobody = '0199a000-0000-7000-8000-000000000000'
  expect(await inTx((tx) => children(tx, district, nobody))).toEqual([])
  expect(await inTx((tx) => ancestors(tx, district, nobody))).toEqual([])
  expect(await inTx((tx) => placeById(tx, district, nobody))).toBeNull()
})

test('[P11] 2,800 homes are saved at once', async () => {
  const many: PlaceInput[] = [{ code: '990106003001K5', name: '大院', compoundType: 'new' },
    ...Array.from({ length: 32 }, (_, at) => building(`990106003001K5-${String(at + 1).padStart(2, '0')}`, 1, 22, 4, {})).flat()]
  expect(many.length).toBeGreaterThan(2800)
  expect((await inTx((tx) => savePlaces(tx, district, many))).ok).toBe(true)
})

test('[P12] an export taken back changes nothing', async () => {
  const before = await inTx((tx) => exportPlacesCsv(tx, district))
  const read = readPlacesCsv(before)
  if (!read.ok) throw new Error(read.refusal.explain.en)
  expect(read.value.problems).toEqual([])
  expect((await inTx((tx) => savePlaces(tx, district, read.value.rows))).ok).toBe(true)
  expect(await inTx((tx) => exportPlacesCsv(tx, district))).toBe(before)
  expect(await names('wty3-1201')).toEqual(['梧桐苑3号楼1201室'])
})
