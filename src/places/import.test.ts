import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../kit/command.ts'
import { openDb, withScope, type Db } from '../kit/db.ts'
import { testDatabase, type TestDatabase } from '../kit/testing.ts'
import { publicActor, type Actor } from '../trust/index.ts'
import { drawPlan } from './commands/draw-plan.ts'
import { exportPlacesCsv, importPlaces, placeByCode, savePlaces } from './index.ts'
import { planBuildings } from './views/plan.ts'

const district = '990106'
const at = new Date('2026-11-20T02:40:00Z')
let database: TestDatabase
let db: Db
const actor = (audience: string, scope: string): Actor => ({ ...publicActor(district), kind: 'staff', post: '019a3b6d-2500-7efe-bc7a-f5a9e71654d1', audience: [audience], scopes: [scope] })
const worker = actor('community', 'd990106.s003.c001')
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  await withScope(db, worker, async (tx) => {
    expect((await savePlaces(tx, district, [
      { code: '990106', name: '云汀市汀南区' }, { code: '990106003', name: '桐荫街道' }, { code: '990106003001', name: '梧桐里社区' }, { code: '990106003002', name: '听雨桥社区' },
      { code: '990106003001-01', name: '第1网格' }, { code: '990106003001K1', name: '梧桐苑', compoundType: 'commodity' },
      { code: '990106003001K1-03', grid: '990106003001-01', floors: 18, cell: 7, planX: 3, planY: 4 },
    ])).ok).toBe(true)
  })
})
afterAll(async () => { await db.destroy(); await database.close() })

const table = (...lines: string[]) => lines.map((line, index) => ({ line: index + 1, cells: line.split(',') }))
const take = async (who: Actor, ...lines: string[]) => {
  const done = await runCommand(db, who, at, undefined, (tx) => importPlaces({ tx, actor: who, at }, table(...lines)))
  return done.ok ? { ...done.value, problems: done.value.problems.map(({ line, said }) => `${line} ${said.zh}`) } : done.refusal.code
}

test('[P14] lines that cannot be taken are all listed with why, and the others are taken; a column that is not there changes nothing', async () => {
  expect(await take(worker, '编码,名称,类型,网格', '990106003001K2,锦澜府,新建未交接,', '990106003001K3,,商品房,', '990106003002K1,纺机新村,单位住宅,', 'xx,,,',
    '990106003001K2-01,,,990106003001-09', '990106003001K9-01,,,', '990106003001K1-03,,,990106003001-01', '990106003001K2,锦澜府,新建未交接,')).toEqual({
    rows: 8, added: 1, changed: 0, same: 1, problems: ['3 缺名称。', '4 不在您管的范围里。', '5 编码“XX”不对。', '6 没有这个网格。', '7 没有上一级 990106003001K9。', '9 同一个编码写了两次。'],
  })
  const building = await withScope(db, worker, (tx) => placeByCode(tx, district, '990106003001K1-03'))
  expect(building).toMatchObject({ floors: 18, cell: 7 })
  const { rows } = await database.pool('linli_owner').query('select kind, facts from act')
  expect(rows).toEqual([{ kind: 'places.imported', facts: { rows: 2, added: 1, changed: 0 } }])
})

test('[P14] the same table again changes nothing and records nothing; what changed is counted', async () => {
  expect(await take(worker, '编码,名称,类型', '990106003001K2,锦澜府,新建未交接')).toMatchObject({ added: 0, changed: 0, same: 1 })
  expect(await take(worker, '编码,层数', '990106003001K1-03,20')).toMatchObject({ added: 0, changed: 1, same: 0 })
  expect((await database.pool('linli_owner').query('select count(*)::int as n from act')).rows).toEqual([{ n: 2 }])
  const csv = await withScope(db, worker, (tx) => exportPlacesCsv(tx, district))
  expect(await take(worker, ...csv.replace('\uFEFF', '').trim().split('\r\n'))).toMatchObject({ added: 0, changed: 0, same: 5 })
})

test('[P14] captains, firms and strangers take no tables; a file without codes is refused', async () => {
  for (const who of [actor('captain', 'd990106.s003.c001'), actor('firm', 'd990106'), publicActor(district)]) expect(await take(who, '编码', '990106003001K2')).toBe('not_found')
  expect(await take(worker, '名称', '梧桐苑')).toBe('no_code_column')
})

test('[P15] community and street draw the sketch of their own compounds: within it, none on another, one act for what was moved', async () => {
  await withScope(db, worker, async (tx) => {
    expect((await savePlaces(tx, district, [1, 2, 4].map((no) => ({ code: `990106003001K1-0${no}`, grid: '990106003001-01' })))).ok).toBe(true)
  })
  const idOf = async (code: string): Promise<string> => (await withScope(db, worker, (tx) => placeByCode(tx, district, code)))?.id ?? ''
  const compound = await idOf('990106003001K1')
  const [one, two, three] = [await idOf('990106003001K1-01'), await idOf('990106003001K1-02'), await idOf('990106003001K1-03')]
  const draw = async (who: Actor, ...spots: [string, number, number][]) => {
    const done = await runCommand(db, who, at, undefined, (tx) => drawPlan({ tx, actor: who, at }, { compound, spots: spots.map(([building, x, y]) => ({ building, x, y })) }))
    return done.ok ? done.value.moved : done.refusal.code
  }
  for (const who of [actor('captain', 'd990106.s003.c001'), actor('firm', 'd990106.s003.c001'), actor('community', 'd990106.s003.c002')]) {
    expect(await draw(who, [one, 100, 50])).toBe('not_found')
  }
  expect(await draw(worker, [one, 100, 50], [two, 100, 59])).toBe('plan_over')
  expect(await draw(worker, [one, 3, 13])).toBe('plan_over') // building 3 was drawn there before
  expect(await draw(worker, [one, 2001, 50])).toBe('plan_outside')
  expect(await draw(worker, [compound, 100, 50])).toBe('not_found')
  expect(await draw(worker, [one, 100, 50], [two, 100, 60], [three, 3, 4])).toBe(2)
  expect(await draw(actor('street', 'd990106.s003'), [two, 100, 60])).toBe(0)
  const buildings = await withScope(db, worker, (tx) => planBuildings(tx, district, compound))
  expect(buildings.map(({ name, x, y }) => [name, x, y])).toEqual([['1号楼', 100, 50], ['2号楼', 100, 60], ['3号楼', 3, 4], ['4号楼', null, null]])
  const { rows } = await database.pool('linli_owner').query("select facts from act where kind = 'places.plan_drawn'")
  expect(rows).toEqual([{ facts: { buildings: 3, moved: 2 } }])
})
