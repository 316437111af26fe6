import multipart from '@fastify/multipart'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runCommand, type Context } from '../../kit/command.ts'
import { withScope } from '../../kit/db.ts'
import { common, makeApp, type App } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { clockActor, lookupHash, openKeyOf, type Actor } from '../../trust/index.ts'
import { district, later, openDoors, start, type Doors, type PostKey } from '../../visits/testing.ts'
import { assessImpact } from '../commands/assess-impact.ts'
import { withdrawConsent, writeConsent } from '../commands/consent.ts'
import { rosterOf, sizes, table } from '../commands/import/import.testing.ts'
import { expireImports, stepImports } from '../jobs/step-imports.ts'
import type { SensitiveKind } from '../rules/law/index.ts'
import { stagedAfter, stagingKeyOf } from '../store/import-file.ts'
import { importRoutes } from './import-routes.ts'

let d: Doors
let app: App
let demo: App
let actor: Actor | null = null
let at = start
let keys = 0
const clock = clockActor(district, 'd990106')
const PATH = '/api/v1/roster/imports'
const head = ['姓名', '身份证号', '手机号', '小区', '楼栋', '单元', '房号', '是否重点人员']
const wang = ['王国华', '990106196003051015', '19900001001', '梧桐苑', '3', '1', '101', '社区矫正']
const several = ['李秀兰', '990106196208121021', '19900001002', '梧桐苑', '3', '1', '101', '']
const nowhere = ['陈新', '', '19900001003', '梧桐苑', '3', '1', '9901', '吸毒']

async function serve(mode: 'live' | 'demo'): Promise<App> {
  const made = makeApp()
  await made.register(multipart)
  importRoutes(made, { db: d.db, examples: [],
    trust: { mode, now: () => at, staffOf: async () => (actor === null ? refuse(common.signedOut) : ok(actor)) } })
  await made.ready()
  return made
}
beforeAll(async () => {
  d = await openDoors()
  app = await serve('live')
  demo = await serve('demo')
})
afterAll(async () => { await app?.close(); await demo?.close(); await d?.close() })
const as = (key: PostKey | null): void => { actor = key === null ? null : d.as(key) }
beforeEach(() => { as('secretary') })

const community = (): string => d.place('990106003001').id
const send = (bytes: Buffer, { to = app, key = `send-key-${keys++}`, place = community(), seenOn = '2026-11-20' }: { to?: App; key?: string; place?: string
  seenOn?: string } = {}) => {
  const payload = Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="张三家.csv"\r\n\r\n'), bytes,
    Buffer.from('\r\n--x--\r\n')])
  return to.inject({ method: 'POST', url: `${PATH}?community=${place}&seenOn=${seenOn}`,
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'idempotency-key': key }, payload })
}
const post = (url: string, body: object) => app.inject({ method: 'POST', url, headers: { 'idempotency-key': `post-key-${keys++}` }, payload: body })
const get = async <T>(url: string): Promise<T> => (await app.inject({ method: 'GET', url })).json<T>()
type View = { state: string; judging: boolean; numbers: Record<string, number>;
  sheets: { columns: { letter: string; outcome: string; head: string | null }[] }[]; refused: object[] }
const view = (id: string): Promise<View> => get<View>(`${PATH}/${id}`)
/** Sends a file and lets the worker judge it. */
async function brought(rows: readonly (readonly string[])[]): Promise<string> {
  const { id } = (await send(table(rows))).json<{ id: string }>()
  for (let n = 0; n < 2000 && (await view(id)).state === 'reading'; n++) await new Promise((done) => { setTimeout(done, 10) })
  await stepImports(d.db, clock, () => at)
  return id
}
const dump = async (): Promise<string> => withScope(d.db, clock, async (tx) => {
  const rows = await tx.selectFrom('roster_import').selectAll().execute()
  const staged = await tx.selectFrom('roster_row').selectAll().execute()
  return JSON.stringify([rows, staged, await tx.selectFrom('act').selectAll().execute()])
})

test('[RO20] strangers, other posts and other communities are refused; nobody else sees an import', async () => {
  const id = await brought([head, wang])
  as(null)
  expect((await send(table([head, wang]))).statusCode).toBe(401)
  for (const key of ['captain', 'grid', 'firm', 'street', 'branch'] as const) {
    as(key)
    expect([key, (await send(table([head, wang]))).json()]).toMatchObject([key, { code: 'wrong_post', rule: 'RO20' }])
    expect([key, (await app.inject({ method: 'GET', url: `${PATH}/${id}` })).statusCode]).toEqual([key, 404])
  }
  as('secretary2')
  expect((await send(table([head, wang]))).statusCode).toBe(404)
  expect((await app.inject({ method: 'GET', url: `${PATH}/${id}/rows` })).statusCode).toBe(404)
  expect((await post(`${PATH}/${id}/move`, { move: 'drop' })).statusCode).toBe(404)
  as('secretary')
  expect((await post(`${PATH}/${id}/move`, { move: 'drop' })).statusCode).toBe(200)
})

test('[RO21] (P01) a refused column is nowhere: not in staging, counts or acts; its header neither, and the file’s name neither', async () => {
  const id = await brought([head, wang, several, nowhere])
  const seen = await view(id)
  expect(seen.refused).toEqual([{ sheet: 1, column: 'H' }])
  expect(seen.sheets[0]?.columns.find(({ letter }) => letter === 'H')).toMatchObject({ outcome: 'refused', head: null })
  const staged = JSON.stringify([await dump(), await get(`${PATH}/${id}/rows`), await get(`${PATH}/${id}/rows/1/2`)])
  expect(staged).not.toMatch(/社区矫正|吸毒|重点人员|张三家/)
  expect(await dump()).not.toMatch(/王国华|19900001001|姓名/)
  await post(`${PATH}/${id}/move`, { move: 'drop' })
})

test('[RO20] (P30) the demo takes only what its generator marked, and keeps not a cell of anything else', async () => {
  const before = await sizes(d.db, clock)
  const refused = await send(table([head, wang]), { to: demo })
  expect(refused.json()).toMatchObject({ code: 'demo_real_file' })
  expect(await sizes(d.db, clock)).toEqual(before)
})

test('[RO21] [RO22] from a file to the roster and back: judged, mended, taken, committed, undone', async () => {
  const empty = await rosterOf(d.db, clock)
  const id = await brought([head, wang, several, nowhere])
  expect((await view(id)).numbers).toMatchObject({ rows: 3, ok: 2, cannot: 1, taken: 2, people: 2, homes: 1 })
  expect(await get(`${PATH}/${id}/rows?verdict=cannot`))
    .toMatchObject({ items: [{ n: 4, who: ['陈＊'], problems: [{ letter: 'G', code: 'no_such_home' }] }] })
  expect((await post(`${PATH}/${id}/rows/cell`, { sheet: 1, n: 4, letter: 'G', text: '102' })).json()).toEqual({ verdict: 'ok' })
  expect((await post(`${PATH}/${id}/rows/decide`, { decision: 'leave', row: { sheet: 1, n: 3 } })).json()).toEqual({ rows: 1 })
  expect((await view(id)).numbers).toMatchObject({ ok: 3, taken: 2, left: 1 })
  expect((await post(`${PATH}/${id}/move`, { move: 'undo' })).json()).toMatchObject({ code: 'import_state', rule: 'RO20' })
  await post(`${PATH}/${id}/move`, { move: 'commit' })
  await stepImports(d.db, clock, () => at)
  expect(await view(id)).toMatchObject({ state: 'done', numbers: { newPeople: 2, leftOut: 1 } })
  const now = (await rosterOf(d.db, clock)).join('\n')
  expect(now).toContain('name=陈新')
  expect(now).not.toContain('李秀兰')
  expect(await sizes(d.db, clock)).toMatchObject({ roster_row: 0, roster_import_key: 0 })
  expect((await app.inject({ method: 'GET', url: `${PATH}/${id}/rows` })).statusCode).toBe(404)
  await post(`${PATH}/${id}/move`, { move: 'undo' })
  await stepImports(d.db, clock, () => at)
  expect(await view(id)).toMatchObject({ state: 'undone', numbers: { undonePeople: 2, undoneTies: 2 } })
  expect(await rosterOf(d.db, clock)).toEqual(empty)
})

test('[RO22] the same file again is told; a repeat with its key is the same import', async () => {
  const id = await brought([head, wang])
  await post(`${PATH}/${id}/move`, { move: 'commit' })
  await stepImports(d.db, clock, () => at)
  const again = (await send(table([head, wang]), { key: 'once-only-1' })).json<{ id: string; before: string }>()
  expect(again.before).toBe(id)
  expect((await send(table([head, wang]), { key: 'once-only-1' })).json()).toEqual(again)
  await post(`${PATH}/${again.id}/move`, { move: 'drop' })
  await post(`${PATH}/${id}/move`, { move: 'undo' })
  await stepImports(d.db, clock, () => at)
})

test('[RO21] an unknown column is not staged; once a person says what it is, the next file is read so', async () => {
  const odd = ['姓名', '手机号', '小区', '楼栋', '单元', '房号', '联系方式二三']
  const row = ['王国华', '', '梧桐苑', '3', '1', '101', '19900001044']
  const id = await brought([odd, row])
  expect((await view(id)).sheets[0]?.columns.find(({ letter }) => letter === 'G')?.outcome).toBe('unknown')
  expect(JSON.stringify(await get(`${PATH}/${id}/rows/1/2`))).not.toContain('19900001044')
  expect((await post(`${PATH}/${id}/columns`, { sheet: 1, letter: 'G', as: 'phone' })).json()).toEqual({ again: true })
  const next = await brought([odd, row])
  expect(JSON.stringify(await get(`${PATH}/${next}/rows/1/2`))).toContain('19900001044')
  for (const one of [id, next]) await post(`${PATH}/${one}/move`, { move: 'drop' })
})

test('[RO21] staging dies after 14 days, and a file whose reader died is told as not read', async () => {
  const id = await brought([head, wang])
  expect(await expireImports(d.db, clock, later(13 * 24 * 60))).toBe(0)
  expect(await expireImports(d.db, clock, later(15 * 24 * 60))).toBe(1)
  expect((await view(id)).state).toBe('expired')
  expect(await sizes(d.db, clock)).toMatchObject({ roster_row: 0, roster_import_key: 0 })
})

const inTx = <T extends object>(work: (ctx: Context<Actor>) => Promise<Result<T>>): Promise<Result<T>> => {
  const worker = d.as('secretary')
  // what the commands answer are ids, codes and numbers
  return runCommand(d.db, worker, at, undefined, (tx) => work({ tx, actor: worker, at }) as never) as Promise<Result<T>>
}
const sure = <T>(result: Result<T>): T => { if (!result.ok) throw new Error(result.refusal.explain.en); return result.value }
/** Every table of the product as text, and every staged row opened. */
async function everything(id: string): Promise<{ readonly stored: string; readonly staged: string }> {
  const owner = d.database.pool('linli_owner')
  const { rows: tables } = await owner.query("select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'auth')")
  let stored = ''
  for (const { name } of tables as { name: string }[]) stored += JSON.stringify((await owner.query(`select t::text from ${name} t`)).rows) // its own column
  const staged = await withScope(d.db, clock, async (tx) => {
    const key = await stagingKeyOf(tx, district, id)
    return key === null ? '' : JSON.stringify(await stagedAfter(tx, district, id, key, { sheet: 0, n: 0 }, 100))
  })
  return { stored, staged }
}
const care = ['姓名', '手机号', '小区', '楼栋', '单元', '房号', '残疾情况', '帮扶情况', '是否重点人员', '残疾证号']
const told = [care, ['王国华', '', '梧桐苑', '3', '1', '101', '听力三级密甲', '', '社区矫正', '密丙'], ['李秀兰', '', '梧桐苑', '3', '1', '101', '视力一级密乙', '密丁', '', ''],
  ['陈新', '', '梧桐苑', '3', '1', '102', '', '', '', '']]
const kept = () => withScope(d.db, clock,
  async (tx) => (await tx.selectFrom('sensitive_value as v').innerJoin('person_key as k', 'k.person', 'v.person')
  .select(['v.kind', 'v.cipher', 'v.person', 'k.wrapped', 'k.alg']).execute())
  .map(({ kind, cipher, person, wrapped, alg }) => `${kind} ${openKeyOf(wrapped, alg, district, person).open(`sensitive:${kind}`, cipher)}`))
const outcomes = async (id: string): Promise<readonly string[]> => ((await view(id)).sheets[0]?.columns ?? []).slice(6)
  .map(({ letter, outcome }) => letter + outcome)

test('[RO12] [RO60] [RO61] (P01) a sensitive column opens with an assessment, and is read of those alone who agreed', async () => {
  const before = await brought(told)
  expect(await outcomes(before)).toEqual(['Glocked', 'Hlocked', 'Irefused', 'Jlocked'])
  expect((await post(`${PATH}/${before}/columns`, { sheet: 1, letter: 'G', as: 'disability' })).statusCode).toBe(404)
  await post(`${PATH}/${before}/move`, { move: 'commit' })
  await stepImports(d.db, clock, () => at)
  const words = '凭签字的同意书记，做事要用才看，不要了就删。'
  const assess = (kinds: readonly SensitiveKind[]) =>
    inTx((ctx) => assessImpact(ctx, { community: community(), kinds, purpose: words, need: words, effect: words, measures: words, months: 12 }))
  sure(await assess(['disability']))
  const nobody = await brought(told)
  expect(await outcomes(nobody)).toEqual(['Gfield', 'Hlocked', 'Irefused', 'Jlocked'])
  expect((await everything(nobody)).staged).not.toMatch(/密[甲乙丙丁]|矫正/)
  const tie = await withScope(d.db, clock,
    async (tx) => (await tx.selectFrom('dweller as w').innerJoin('dweller_value as v', 'v.dweller', 'w.id').select('w.id')
    .where('v.field', '=', 'name').where('v.keyed_hash', '=', lookupHash(district, 'name', '王国华')).executeTakeFirstOrThrow()).id)
  const { consent } = sure(await inTx((ctx) => writeConsent(ctx, { tie, kind: 'disability', givenBy: 'self', guardianIs: null, how: 'paper' })))
  const id = await brought(told)
  expect((await everything(id)).staged).toMatch(/密甲/)
  expect((await everything(id)).staged).not.toMatch(/密[乙丙丁]|矫正/)
  expect((await everything(id)).stored).not.toMatch(/密[甲乙丙丁]|矫正|重点/)
  // a blank cell is told like a full one, so that being told says nothing of anybody
  const rows = await get<{ items: { n: number; problems: object[] }[] }>(`${PATH}/${id}/rows`)
  expect(rows.items.map(({ n, problems }) => [n, problems])).toEqual([[2, []], [3, [{ letter: 'G', code: 'no_consent', fix: null }]],
    [4, [{ letter: 'G', code: 'no_consent', fix: null }]]])
  expect(JSON.stringify(await get(`${PATH}/${id}/rows/1/2`))).not.toMatch(/密甲/)
  for (const as of ['note', 'remark'] as const) expect((await post(`${PATH}/${id}/columns`, { sheet: 1, letter: 'G', as })).statusCode).toBe(404)
  expect((await post(`${PATH}/${id}/columns`, { sheet: 1, letter: 'A', as: 'disability' })).statusCode).toBe(404)
  expect((await post(`${PATH}/${id}/rows/cell`, { sheet: 1, n: 3, letter: 'G', text: '密乙' })).json()).toMatchObject({ code: 'sensitive_typed',
    rule: 'RO12' })
  await post(`${PATH}/${id}/move`, { move: 'commit' })
  await stepImports(d.db, clock, () => at)
  expect((await view(id)).numbers).toMatchObject({ sensitive: 1 })
  expect(await kept()).toEqual(['disability 听力三级密甲'])
  expect((await everything(id)).stored).not.toMatch(/密[甲乙丙丁]/)
  await post(`${PATH}/${id}/move`, { move: 'undo' })
  await stepImports(d.db, clock, () => at)
  expect(await kept()).toEqual([])
  // taken back between reading and committing: nothing is written
  const late = await brought(told)
  sure(await inTx((ctx) => withdrawConsent(ctx, { consent, how: 'paper' })))
  await post(`${PATH}/${late}/move`, { move: 'commit' })
  await stepImports(d.db, clock, () => at)
  expect([await kept(), (await view(late)).numbers]).toMatchObject([[], { sensitive: 0 }])
})

test('[RO12] a locked column whose header does not say its kind is named by a person, once an assessment allows that kind', async () => {
  expect((await view(await brought(told))).sheets[0]?.columns[7]).toMatchObject({ outcome: 'locked', opens: null })
  const words = '凭签字的同意书记，做事要用才看，不要了就删。'
  sure(await inTx((ctx) => assessImpact(ctx, { community: community(), kinds: ['low_income'], purpose: words, need: words, effect: words,
    measures: words, months: 12 })))
  const id = await brought(told)
  expect((await view(id)).sheets[0]?.columns.slice(7)).toMatchObject([{ outcome: 'locked', opens: 'low_income' }, { outcome: 'refused', opens: null },
    { outcome: 'locked', opens: null }])
  for (const as of ['note', 'disability',
    'care_need']) expect([as, (await post(`${PATH}/${id}/columns`, { sheet: 1, letter: 'H', as })).statusCode]).toEqual([as, 404])
  expect((await post(`${PATH}/${id}/columns`, { sheet: 1, letter: 'H', as: 'low_income' })).json()).toEqual({ again: true })
  expect(await outcomes(await brought(told))).toEqual(['Gfield', 'Hfield', 'Irefused', 'Jlocked'])
})

test('[RO10] kinds of problem are counted by rows that have a fix, however many cells of a row are amiss in one way', async () => {
  const two = ['姓名', '手机号', '联系电话', '小区', '楼栋', '单元', '房号']
  const id = await brought([two, ['王国华', '1990000', '1990001', '梧桐苑', '3', '1', '101'], ['李秀兰', '1990002', '', '梧桐苑', '3', '1', '999']])
  expect(await get(`${PATH}/${id}`)).toMatchObject({ numbers: { fixable: 1, cannot: 1 }, problems: { phone_odd: 1 } })
  await post(`${PATH}/${id}/move`, { move: 'drop' })
})

test('[RO46] a file speaks of today or earlier, never of a day to come', async () => {
  expect((await send(table([head, wang]), { seenOn: '2026-11-21' })).json()).toMatchObject({ code: 'seen_later' })
})

test('[RO20] what is no table is refused with a sentence, and one without people says so', async () => {
  expect((await send(Buffer.from('%PDF-1.7 something'))).json()).toMatchObject({ code: 'file_not_a_table' })
  expect((await send(Buffer.alloc(0))).statusCode).toBeGreaterThanOrEqual(400)
  // a table in which nobody stands is told as such, not read for ever
  expect(await view(await brought([['会议签到'], ['今天到会的人很多']]))).toMatchObject({ state: 'review', judging: false, readRows: 0 })
})
