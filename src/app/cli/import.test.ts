import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '../../kit/config.ts'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { saveOrgs } from '../../offices/index.ts'
import { savePlaces } from '../../places/index.ts'
import { publicActor } from '../../trust/index.ts'
import { command } from './import.ts'
import { Refused, WrongUsage } from './command.ts'

let database: TestDatabase
let db: Db
const folder = mkdtempSync(path.join(tmpdir(), 'linli-import-cli-'))
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  await withScope(db, publicActor('990106'), async (tx) => {
    const saved = await savePlaces(tx, '990106', [
      { code: '990106', name: '汀南区' }, { code: '990106003', name: '桐荫街道' }, { code: '990106003001', name: '梧桐里社区' },
    ])
    const home = saved.ok ? saved.value.find((one) => one.code === '990106003001')?.id ?? '' : ''
    await saveOrgs(tx, '990106', [{ id: newId(), kind: 'community', name: '梧桐里社区居委会', place: home }])
    await tx.insertInto('district').values({ district: '990106', name: '汀南区', path: 'd990106', installed_at: new Date() }).execute()
  })
})
afterAll(async () => {
  await db.destroy()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the command as the command line does, and answers its exit code, what it said and its result. */
async function linli(positionals: readonly string[], values: Readonly<Record<string, string | boolean>> = {}) {
  const { host, port, database: name } = database.connection
  const databaseUrl = `postgres://localhost:${port}/${name}?host=${encodeURIComponent(host)}`
  const said: string[] = []
  let code = 0
  const tell = {
    json: true, line: (text = '') => void said.push(text), result: () => undefined, paint: (_: string, text: string) => text,
    progress: () => ({ step: () => undefined, done: () => undefined }),
  }
  const settings = readSettings({ DATA_DIR: folder, DATABASE_URL: databaseUrl, LINLI_MODE: 'live' })
  try {
    const last = await command.run({ values, positionals, settings, tell, failed: () => { code = 1 } })
    return { code, said: said.join('\n'), last }
  } catch (error) {
    said.push(error instanceof Error ? error.message : String(error))
    return { code: error instanceof WrongUsage ? 2 : error instanceof Refused ? 3 : 1, said: said.join('\n'), last: undefined }
  }
}
const file = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}
const matters = async (): Promise<number> => {
  const { rows } = await database.pool('linli_owner').query<{ count: number }>('select count(*)::int as count from matter')
  return rows[0]?.count ?? 0
}
const HEADER = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间'
const good = `${HEADER}\n1,甲某,路灯,2024/1/2 8:00,路灯不亮,已修,2024/1/3 9:00\n2,乙某,路灯,2024/1/2,还是不亮,,\n3,丙某,路灯,,没有日期,,\n`

const place = '990106003001'

test('a dry run says what each row is and writes nothing but the report; --commit imports, and again changes nothing', async () => {
  const [name, report] = [file('good.csv', good), path.join(folder, 'report.csv')]
  const dry = await linli(['matters', name], { place: '梧桐里社区', report })
  expect(dry).toMatchObject({ code: 0, last: {
    rows: 3, ok: 1, fixable: 1, cannot: 1, committed: false, imported: 0, file: { mapping: 'messages', refused: ['留言用户'] },
  } })
  expect(dry.said).toContain('A dry run')
  expect(await matters()).toBe(0)
  expect(readFileSync(report, 'utf8').split('\r\n').slice(1, 4))
    .toEqual(['2,可导入,,', '3,已修正,time_missing,没有时刻，按0点记', '4,不能导入,no_date,没有日期'])
  expect(await linli(['matters', name], { place, commit: true })).toMatchObject({ code: 0, last: { rows: 3, imported: 2, before: 0, cannot: 1 } })
  expect(await linli(['matters', name], { place, commit: true })).toMatchObject({ code: 0, last: { imported: 0, before: 2, committed: true } })
  expect(await matters()).toBe(2)
  for (const said of [dry.said, JSON.stringify(dry.last)]) expect(said).not.toMatch(/甲某|不亮/)
})

test('rows under numbers that other matters have are told, and the command ends with 1', async () => {
  const other = file('other.csv', `${HEADER}\n1,丁某,水管,2025/5/5 8:00,水管漏水,,\n`)
  const clash = await linli(['matters', other], { place, commit: true })
  expect(clash).toMatchObject({ code: 1, last: { imported: 0, clashing: 1 } })
  expect(clash.said).toContain('--source')
  expect(await linli(['matters', other], { place, commit: true, source: 'elsewhere' })).toMatchObject({ code: 0, last: { imported: 1, clashing: 0 } })
})

test('a file that cannot be read, a place that is none and a wrong call are told in a sentence, with nothing done', async () => {
  const before = await matters()
  const name = file('good.csv', good)
  const commit = true
  for (const [positionals, values, code, said] of [
    [['matters', file('not.xlsx', good)], { place, commit }, 3, /content is a text table/],
    [['matters', path.join(folder, 'none.csv')], { place, commit }, 3, /no such file/],
    [['matters', name], { place: '没有的社区', commit }, 3, /no community/],
    [['matters', name], { place, mapping: 'nobody', commit }, 3, /no such mapping/],
    [['matters', name], { place, source: 'A B', commit }, 2, /small letters/],
    [['matters', name], { commit }, 2, /--place/], [['people', name], {}, 2, /matters, places or roster/], [['matters'], {}, 2, /which file/],
  ] as const) {
    const run = await linli(positionals, values)
    expect(run.code, run.said).toBe(code)
    expect(run.said).toMatch(said)
  }
  expect(await matters()).toBe(before)
})

test('places are tried first and written with --commit', async () => {
  const places = file('places.csv', '编码,名称,类型\n990106003002,听雨桥社区,\n990106003002K1,纺机新村,单位住宅\n')
  const count = async (): Promise<number> => (await db.selectFrom('place').select('id').where('code', 'like', '990106003002%').execute()).length
  expect(await linli(['places', places])).toMatchObject({ code: 0, last: { rows: 2, cannot: 0, committed: false } })
  expect(await count()).toBe(0)
  expect(await linli(['places', places], { commit: true })).toMatchObject({ code: 0, last: { committed: true } })
  expect(await count()).toBe(2)
  expect(await linli(['places', file('bad.csv', '编码,名称\n12,x\n')], { commit: true })).toMatchObject({ code: 3 })
})
