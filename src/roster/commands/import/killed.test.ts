import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand, type Context } from '../../../kit/command.ts'
import { withScope } from '../../../kit/db.ts'
import type { Result } from '../../../kit/pure.ts'
import { clockActor, type Actor } from '../../../trust/index.ts'
import { district, later, openDoors, start, type Doors } from '../../../visits/testing.ts'
import { openWorkbook } from '../../file/index.ts'
import { expireImports, stepImports } from '../../jobs/step-imports.ts'
import { changeImport, importById } from '../../store/import-file.ts'
import { importTable, rosterOf, sizes, table } from './import.testing.ts'
import { moveImport } from './move-import.ts'
import { readImport } from './read-import.ts'
import { startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

let d: Doors
const clock = clockActor(district, 'd990106')
const folder = mkdtempSync(path.join(tmpdir(), 'linli-killed-'))
beforeAll(async () => { d = await openDoors() })
afterAll(async () => {
  await d?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** More than one batch of judging and one transaction of an import. */
const ROWS = 1200
const LONG = { timeout: 90_000 }
let expected: readonly string[] = []
const signs = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
const nameOf = (n: number): string => `${signs[n % 32] ?? ''}${signs[Math.floor(n / 32) % 32] ?? ''}${signs[Math.floor(n / 1024) + 3] ?? ''}`
const rowOf = (n: number): string[] => {
  const home = Math.floor(n / (ROWS / 8)) % 8
  return [nameOf(n), `199${String(20_417 + n % 700).padStart(8, '0')}`, '梧桐苑', home < 4 ? '3' : '4', '1',
    ['101', '102', '201', '202'][home % 4] ?? '']
}
const rows = (count: number): string[][] => [['姓名', '手机号', '小区', '楼栋', '单元', '房号'], ...Array.from({ length: count }, (_, n) => rowOf(n))]

const act = async <T extends object>(work: (ctx: Context<Actor>) => Promise<Result<T>>): Promise<T> => {
  const actor = d.as('secretary')
  // what the commands answer are ids, codes and numbers
  const result = await (runCommand(d.db, actor, start, undefined, (tx) => work({ tx, actor, at: start }) as never) as Promise<Result<T>>)
  if (!result.ok) throw new Error(result.refusal.explain.en)
  return result.value
}
const begin = async (hash: string): Promise<string> =>
  (await act((ctx) => startImport(ctx, { community: d.place('990106003001').id, hash: hash.repeat(32), seenOn: '2026-11-20', generated: false }))).id
const undo = async (id: string): Promise<void> => {
  await withScope(d.db, clock, (tx) => changeImport(tx, district, id, { state: 'undoing' }))
  await undoImport(d.db, clock, id, () => start)
}
const importOf = (id: string) => withScope(d.db, clock, (tx) => importById(tx, district, id))
const count = async (of: string, values: readonly unknown[] = []): Promise<number> =>
  Number((await d.database.pool('linli_owner').query<{ n: string }>(`select count(*) as n from ${of}`, [...values])).rows[0]?.n)

type Kill = {
  readonly what: 'read' | 'whole' | 'worker'; readonly id?: string; readonly file?: string; readonly far: () => Promise<number>; readonly holding?: string
}

/** Starts a process, and kills it as soon as some of its work stands in the database. `holding`: rows that keep it from coming to its end before. */
async function killedAt({ what, id = '', file = '', far, holding = 'district' }: Kill): Promise<void> {
  const holder = await d.database.pool('linli_owner').connect()
  try {
    await holder.query(`begin; select 1 from ${holding} for update`)
    const program = path.join(import.meta.dirname, 'killed.testing.ts')
    const child = spawn(process.execPath, [program, what, JSON.stringify(d.database.connection), id, file], { stdio: 'ignore' })
    const gone = once(child, 'exit')
    while (await far() === 0 && child.exitCode === null) await wait(1)
    child.kill('SIGKILL')
    expect(await gone).toEqual([null, 'SIGKILL'])
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  // what it had begun is over when its connections are
  while (await count("pg_stat_activity where datname = current_database() and usename = 'linli_app' and state = 'active'") > 0) await wait(5)
}
const lastHome = (): string => `dwelling where home = '${d.place('990106003001K1-04-1-202').id}'`

test('[RO22] a worker that is killed while it judges and again while it commits: the import ends with the same rows', LONG, async () => {
  const whole = await importTable(d.db, clock, start, rows(ROWS))
  // what an import changed is kept home by home where it brought the home, else column by column
  const { roster_change: _, ...sums } = await sizes(d.db, clock)
  expected = await rosterOf(d.db, clock)
  await undo(whole.id ?? '')
  const id = await begin('ab')
  await readImport(d.db, clock, id, await openWorkbook(table(rows(ROWS))), () => start)
  const judged = (): Promise<number> => count("roster_row where import = $1 and verdict <> 'unread'", [id])
  await killedAt({ what: 'worker', id, far: judged, holding: `roster_row where import = '${id}' and n = ${ROWS}` })
  expect(await judged()).toBeLessThan(ROWS)
  expect((await importOf(id))?.state).toBe('review')
  await stepImports(d.db, clock, () => start)
  expect((await importOf(id))?.counts.numbers).toMatchObject({ rows: ROWS, unread: 0, taken: ROWS })
  await act((ctx) => moveImport(ctx, id, 'commit'))
  const committed = async (): Promise<number> => (await importOf(id))?.doneRows ?? 0
  await killedAt({ what: 'worker', id, far: committed, holding: lastHome() })
  expect(await committed()).toBeLessThan(ROWS)
  expect(await count('dweller')).toBe(await committed())
  await stepImports(d.db, clock, () => start)
  expect(await importOf(id)).toMatchObject({ state: 'done', doneRows: ROWS, counts: { numbers: { newPeople: ROWS, leftOut: 0 } } })
  expect(await rosterOf(d.db, clock)).toEqual(expected)
  expect(await sizes(d.db, clock)).toMatchObject({ ...sums, roster_row: 0, roster_import_key: 0 })
  await undo(id)
  expect(await sizes(d.db, clock)).toMatchObject({ dweller: 0, dweller_value: 0, dweller_token: 0, person_key: 0, roster_change: 0 })
})

test('[RO22] [RO26] an import in one go that is killed stands as paused; run again it adds what was missing, and both can be undone', LONG, async () => {
  const [file, all] = [path.join(folder, 'rows.json'), rows(ROWS)]
  writeFileSync(file, JSON.stringify(all))
  await killedAt({ what: 'whole', file, far: () => count('dweller'), holding: lastHome() })
  const half = await count('dweller')
  expect(half).toBeLessThan(ROWS)
  const again = await importTable(d.db, clock, later(1), all)
  expect(again.done).toMatchObject({ people: ROWS - half, ties: ROWS - half })
  expect(await rosterOf(d.db, clock)).toEqual(expected)
  const left = await d.database.pool('linli_owner')
    .query<{ id: string; state: string }>('select id, state from roster_import order by started_at desc, id desc limit 2')
  expect(left.rows.map(({ state }) => state)).toEqual(['done', 'paused'])
  for (const { id } of left.rows) await undo(id)
  expect(await sizes(d.db, clock)).toMatchObject({ dweller: 0, dweller_value: 0, dweller_token: 0, person_key: 0, roster_change: 0 })
})

test('[RO21] a file whose reader is killed is told after a quarter of an hour, and nothing of it is kept', LONG, async () => {
  const [id, file] = [await begin('cd'), path.join(folder, 'long.csv')]
  writeFileSync(file, table(rows(5000)))
  await killedAt({ what: 'read', id, file, far: () => count('roster_row where import = $1', [id]) })
  expect(await importOf(id)).toMatchObject({ state: 'reading' })
  expect(await expireImports(d.db, clock, later(16))).toBe(1)
  expect(await importOf(id)).toMatchObject({ state: 'failed', failure: 'reading_cut' })
  expect([await count('roster_row where import = $1', [id]), await count('roster_import_key where import = $1', [id])]).toEqual([0, 0])
})
