import { createHash } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { checkOpening } from '../../../packages/recount/receipt.mjs'
import { withScope } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import type { Result } from '../../kit/pure.ts'
import { sealDistrict, verifyDistrict } from '../../record/index.ts'
import { testSigner } from '../../record/record.testing.ts'
import { district, later, openLineTest, start } from '../confidential.testing.ts'
import { lineScope, lockLine } from '../store/line.ts'
import { proofForReporter } from '../views/thread.ts'
import { BLOCK } from './turn-line.ts'

let line = await openLineTest()
beforeEach(async () => { await line.close(); line = await openLineTest() })
afterAll(() => line.close())

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.explain.en}`)
  return result.value
}
const refusal = (result: Result<unknown>): string => (result.ok ? 'went through' : result.refusal.code)

/** A report that has arrived and was taken. */
async function takenReport(concerned = line.sample.post('项目经理')): Promise<{ code: string; id: string }> {
  const code = line.code()
  must(await line.file({ code, concerned: { post: concerned } }))
  const id = (await line.list(later(1)))[0]?.id ?? ''
  must(await line.handle(id, { move: 'take' }, later(1)))
  return { code, id }
}

test('[C6] a letter arrives at the next full hour: the handler sees nothing before, the reporter at once', async () => {
  const code = line.code()
  expect(must(await line.file({ code }))).toEqual({ delivered: '2026-11-20T03:00:00.000Z' })
  expect(must(await line.read(code))).toMatchObject({ state: 'filed', concerned: { kind: 'firm_manager', title: '项目经理' }, place: '梧桐苑3号楼',
    entries: [{ by: 'reporter', text: '收了钱', hour: '2026-11-20T03:00:00.000Z', sealed: false }], mayWrite: true })
  expect(await line.list(new Date('2026-11-20T02:59:59.999Z'))).toEqual([])
  expect(await line.list(new Date('2026-11-20T03:00:00.000Z'))).toMatchObject([{ state: 'filed', waits: true, letters: 1, retaliation: false }])
})

test('[C2] a report on the street’s director is refused, nothing of it is kept; one on the secretary goes to the discipline post', async () => {
  await line.turn(start)
  const before = await line.cells()
  expect(refusal(await line.file({ concerned: { post: line.sample.post('办事处主任') } }))).toBe('not_here')
  expect(refusal(await line.file({ concerned: { post: line.handler } }))).toBe('not_here')
  expect(refusal(await line.file({ concerned: { post: newId() } }))).toBe('not_found')
  expect(refusal(await line.file({ place: line.sample.place('990106003001K1-03-1-302') }))).toBe('not_found')
  expect(await line.cells()).toEqual(before)
  expect(refusal(await line.file({ concerned: { post: line.sample.post('社区书记') } }))).toBe('went through')
})

test('[C2] nobody but the handler’s post reads a cell, whatever else they reach', async () => {
  must(await line.file())
  const other = { ...line.scope, scopes: ['d990106'], audience: ['street', 'clock'] }
  for (const post of [null, line.sample.post('办事处主任'), newId()]) expect(await line.list(later(1), { ...other, post })).toEqual([])
  expect(await line.list(later(1), { ...other, post: line.handler })).toHaveLength(1)
})

test('[C8] letters go to and fro without a name; retaliation stands first on the handler’s list', async () => {
  const { code, id } = await takenReport()
  must(await line.file({}, later(1)))
  must(await line.handle(id, { move: 'write', words: '哪一天？' }, later(1)))
  expect(must(await line.read(code, later(1))).entries.map(({ by, kind, text }) => [by, kind, text])).toEqual([
    ['reporter', 'filed', '收了钱'], ['handler', 'taken', ''], ['handler', 'wrote', '哪一天？']])
  must(await line.back(code, '停了我的活', { retaliation: 'work', at: later(1) }))
  expect((await line.list(later(2.5))).map((row) => [row.id === id, row.waits, row.retaliation])).toEqual([[true, true, true], [false, true, false]])
  expect((await line.open(id, later(1)))?.entries).toHaveLength(3) // the fourth is on its way
  expect(refusal(await line.handle(id, { move: 'close', words: '办完了' }, later(1)))).toBe('letter_on_its_way')
})

test('[C3][C9] a report on an official is not ended here but handed over, and every word of it is gone from the database', async () => {
  const { code, id } = await takenReport(line.sample.post('社区书记'))
  expect(refusal(await line.handle(id, { move: 'close', words: '查过了' }, later(1)))).toBe('hand_it_over')
  must(await line.handle(id, { move: 'hand_over', body: 'discipline', number: '汀纪信2026-118', words: '已移交区纪委监委' }, later(1)))
  expect(must(await line.read(code, later(1)))).toMatchObject({
    state: 'handed_over', mayWrite: false, concerned: { kind: 'community_secretary', title: null }, place: null,
    entries: [{ text: '', erased: true }, { kind: 'taken' }, { text: '已移交区纪委监委', body: 'discipline', number: '汀纪信2026-118', erased: false }] })
  const kept = await withScope(line.db, lineScope(district, line.handler), (tx) => lockLine(tx, district, line.handler))
  expect(JSON.stringify([...kept.entries.values()])).not.toContain('收了钱')
  expect(refusal(await line.back(code, '再说一句', { at: later(1) }))).toBe('wrong_state')
  must(await line.back(code, '他上门骂我', { retaliation: 'threat', at: later(1) }))
})

test('[C9] a thread is forgotten 180 days after it ended: its code opens nothing, and its cells are free', async () => {
  const { code, id } = await takenReport()
  must(await line.handle(id, { move: 'close', words: '退了钱' }, later(1)))
  await line.turn(later(24 * 180))
  expect(refusal(await line.read(code, later(24 * 180)))).toBe('went through')
  await line.turn(later(24 * 181))
  expect([refusal(await line.read(code, later(24 * 181))), await line.list(later(24 * 181))]).toEqual(['not_found', []])
})

test('[C4] a wrong code, a mistyped one and one of another line get one answer', async () => {
  const code = line.code()
  must(await line.file({ code }))
  const wrong = [line.code(), `ZZ${code.slice(2)}`, code.slice(0, -1), 'x', '']
  const answers = await Promise.all(wrong.map((one) => line.read(one)))
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(refusal(await line.read(`${code.toLowerCase().replace(/(.{4})/g, '$1 ').replace(/0/g, 'O')}`))).toBe('went through')
})

test('[C5] a repeat files and writes once, and the same code or key with other content is refused', async () => {
  const code = line.code()
  for (let n = 0; n < 3; n++) must(await line.file({ code }))
  expect(refusal(await line.file({ code, words: '别的话' }))).toBe('key_reused')
  const key = newId()
  const sent = await Promise.all([1, 2, 3].map(() => line.back(code, '补充一句', { key })))
  expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(refusal(await line.back(code, '另一句', { key }))).toBe('key_reused')
  expect(must(await line.read(code)).entries).toHaveLength(2)
  const id = (await line.list(later(1)))[0]?.id ?? ''
  const take = newId()
  for (let n = 0; n < 2; n++) expect(must(await line.handle(id, { move: 'take' }, later(1), take))).toEqual({ n: 2 })
  expect(refusal(await line.handle(id, { move: 'take' }, later(1)))).toBe('wrong_state')
})

test('[C5] what is written stands in no table in clear, and no other table gets a row', async () => {
  const pool = line.database.pool('linli_owner')
  const counts = async () => (await pool.query(`select (select count(*) from act) a, (select count(*) from outbox) o, (select count(*) from timer) t,
    (select count(*) from idempotency) i, (select count(*) from notice) n, (select count(*) from commitment) c`)).rows[0]
  const before = await counts()
  const code = line.code()
  must(await line.file({ code, words: '栽下的话Zq7' }))
  must(await line.back(code, '栽下的话Zq7'))
  expect(await counts()).toEqual(before)
  const { rows } = await pool.query<{ xml: string }>(`select database_to_xml(true, false, '')::text as xml`)
  for (const secret of ['栽下的话Zq7', code, Buffer.from('栽下的话Zq7').toString('hex'), Buffer.from('栽下的话Zq7').toString('base64').slice(0, 16)]) {
    expect(rows[0]?.xml.includes(secret)).toBe(false)
  }
})

test('[C6] each full hour every cell is written anew and a block of commitments is made, with letters and without, and once an hour only',
  async () => {
  expect([await line.turn(start), await line.turn(later(0.3))]).toEqual([1, 0])
  const empty = await line.cells()
  expect([empty.length, new Set(empty.map(({ sealed }) => sealed.length))]).toEqual([64, new Set([8192])])
  must(await line.file({ words: '字'.repeat(2000) }))
  const changed = (await line.cells()).filter(({ sealed }, n) => !sealed.equals(empty[n]?.sealed ?? Buffer.alloc(0)))
  expect(changed).toHaveLength(1)
  expect(await line.turn(later(1))).toBe(1)
  const turned = await line.cells()
  expect([turned.length, turned.filter(({ sealed }, n) => sealed.equals(empty[n]?.sealed ?? Buffer.alloc(0))).length]).toEqual([64, 0])
  const { rows } = await line.database.pool('linli_owner').query('select count(*)::int as n from commitment')
  expect(rows).toEqual([{ n: 2 * BLOCK }])
})

test('[C7] the reporter’s proof: salt and act open a commitment that is sealed, and the act carries the digest of the words', async () => {
  const code = line.code()
  must(await line.file({ code, words: '收了三百' }))
  expect(must(await proofForReporter(line.db, district, start, code, 0))).toBeUndefined()
  await line.turn(later(1))
  await sealDistrict(line.owner, district, { signer: testSigner, at: later(1) })
  const proof = must(await proofForReporter(line.db, district, later(1), code, 0))
  expect(checkOpening(proof)).toMatchObject({ ok: true })
  const digest = createHash('sha256').update(Buffer.from(proof?.salt ?? '', 'hex')).update('收了三百').digest('hex').match(/.{8}/g)?.join(',')
  expect(proof?.act).toContain(`kind=confidential.filed\nactor_person=\nactor_post=\n`)
  expect(proof?.act).toContain(`fact.content=l:${digest}\n`)
  expect(must(await line.read(code, later(1))).entries[0]?.sealed).toBe(true)
  expect(await verifyDistrict(line.owner, district)).toMatchObject({ ok: true, sealed: BLOCK })
})

test('[C7] what is over waits for the next block, and none is lost', async () => {
  const codes = Array.from({ length: BLOCK + 3 }, () => line.code())
  for (const code of codes) must(await line.file({ code }))
  const sealed = async (at: Date) => (await Promise.all(codes.map(async (code) => must(await line.read(code,
    at)).entries[0]?.sealed))).filter(Boolean).length
  await line.turn(later(1))
  expect(await sealed(later(1))).toBe(BLOCK)
  await line.turn(later(2))
  expect(await sealed(later(2))).toBe(BLOCK + 3)
})

test('[C6] when a line is nearly full more cells are made, 64 at a time, and letters that come meanwhile find room', async () => {
  const code = line.code()
  must(await line.file({ code }))
  for (let n = 0; n < 39; n++) must(await line.back(code, `第${n}封`))
  expect(refusal(await line.back(code, '第40封'))).toBe('too_many')
  for (let n = 0; n < 30; n++) must(await line.file())
  expect((await line.cells()).length).toBe(128) // the 65th found none free
  expect(new Set((await line.cells()).map(({ sealed }) => sealed.length))).toEqual(new Set([8192]))
})

test('[C5] letters that come at the same moment are all kept', async () => {
  const codes = Array.from({ length: 12 }, () => line.code())
  await Promise.all(codes.map(async (code) => must(await line.file({ code, words: code }))))
  const read = await Promise.all(codes.map(async (code) => must(await line.read(code)).entries.map(({ text }) => text)))
  expect(read).toEqual(codes.map((code) => [code]))
})
