import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { appendActs, verifyDistrict } from './index.ts'
import { newDistrict, recordDatabase, scopeOf, testAct, testActs } from './record.testing.ts'

let db: Awaited<ReturnType<typeof recordDatabase>>
beforeAll(async () => { db = await recordDatabase() })
afterAll(() => db.close())

async function sealedDistrict(): Promise<{ district: string; acts: string[] }> {
  const district = newDistrict()
  const acts = await withScope(db.app, scopeOf(district, [`d${district}`]), tx =>
    appendActs(tx, Array.from({ length: 600 }, (_, n) => testAct(district, { what: testActs.state('test.done', { n, word: 'a' }) }))))
  for (let n = 0; n < 3; n++) await db.seal(district, 200)
  return { district, acts }
}

const tamper = (district: string, text: string) => sql.raw(text.replaceAll('$d', `'${district}'`)).execute(db.owner)

test('[R9] an act with anything changed is named, with the field', async () => {
  const { district, acts } = await sealedDistrict()
  const changes = [['facts', `facts || '{"n": 7000}'`, 'fact.n'], ['at', `at + interval '1 ms'`, 'at'], ['kind', `'test.gone'`, 'kind'],
    ['actor_post', `'${newId()}'`, 'actor_post'],
    ['path', `'d1'`, 'path'], ['facts', `facts - 'word'`, 'fact.word']] as const
  for (const [n, [column, value, field]] of changes.entries()) {
    await tamper(district, `update act set ${column} = ${value} where district = $d and id = '${acts[n * 3]}'`)
    const found = await verifyDistrict(db.owner, district)
    expect(found.ok).toBe(false)
    const finding = found.findings.find(({ act }) => act === acts[n * 3])
    expect(finding).toMatchObject({ what: 'act-changed' })
    expect(finding?.explain.en).toMatch(new RegExp(`: ${field.replace('.', '\\.')}$`))
  }
  expect((await verifyDistrict(db.owner, district)).amiss).toBe(changes.length)
})

test('[R9] changing the leaf text along with the act does not help, nor does changing the hash as well', async () => {
  const { district, acts } = await sealedDistrict()
  const id = acts[250]
  await tamper(district, `update act set kind = 'test.gone', leaf = replace(leaf, 'test.done', 'test.gone') where district = $d and id = '${id}'`)
  expect((await verifyDistrict(db.owner, district)).findings).toMatchObject([{ what: 'leaf-changed', act: id, index: expect.any(Number) }])
  await tamper(district, `update leaf l set hash = sha256('\\x00'::bytea || convert_to(a.leaf, 'UTF8')) from act a
    where l.district = $d and l.act = '${id}' and a.district = $d and a.id = l.act`)
  const found = await verifyDistrict(db.owner, district)
  expect(found.findings.map(({ what }) => what)).toContain('head-differs')
  expect(found.findings.map(({ what }) => what)).toContain('node-differs')
  const where = found.findings.find(({ what }) => what === 'head-differs')
  const { rows } = await sql<{ idx: string }>`select idx from leaf where district = ${district} and act = ${id ?? ''}`.execute(db.owner)
  expect(where?.index).toBe(Math.floor(Number(rows[0]?.idx) / 200) * 200)
})

test('[R9] an act, a leaf or a waiting act that was taken out is missed', async () => {
  const { district, acts } = await sealedDistrict()
  await tamper(district, `delete from act where district = $d and id = '${acts[5]}'`)
  expect((await verifyDistrict(db.owner, district)).findings).toMatchObject([{ what: 'act-gone', act: acts[5] }])
  await tamper(district, `delete from leaf where district = $d and idx = 599`)
  const found = await verifyDistrict(db.owner, district)
  expect(found.findings.map(({ what }) => what)).toEqual(expect.arrayContaining(['head-differs', 'edge-differs', 'act-unrecorded']))
  await tamper(district, `delete from leaf where district = $d and idx = 100`)
  expect((await verifyDistrict(db.owner, district)).findings.map(({ what }) => what)).toContain('leaf-gap')
  const other = newDistrict()
  const lost = await db.append(other)
  await tamper(other, 'delete from act_unsealed where district = $d')
  expect((await verifyDistrict(db.owner, other)).findings).toMatchObject([{ what: 'act-unrecorded', act: lost }])
  const gone = newDistrict()
  const id = await db.append(gone)
  await tamper(gone, 'delete from act where district = $d')
  expect((await verifyDistrict(db.owner, gone)).findings).toMatchObject([{ what: 'act-gone', act: id }])
  await expect(db.seal(gone)).rejects.toThrow(/verify/)
})

test('[R9] a head, a signature, a node or the edge that was changed is found', async () => {
  const flip = `set_byte(%, 3, (get_byte(%, 3) + 1) % 256)`
  const byte = (column: string): string => flip.replaceAll('%,', `${column},`)
  const cases = [['tree_head', 'root', 'size = 400', ['head-differs', 'signature-wrong']],
    ['tree_head', 'signature', 'size = 400', ['signature-wrong']],
    ['tree_node', 'hash', 'level = 4 and idx = 1', ['node-differs']]] as const
  for (const [table, column, where, expected] of cases) {
    const { district } = await sealedDistrict()
    await tamper(district, `update ${table} set ${column} = ${byte(column)} where district = $d and ${where}`)
    expect((await verifyDistrict(db.owner, district)).findings.map(({ what }) => what)).toEqual(expected)
  }
  const { district } = await sealedDistrict()
  await tamper(district, 'update tree_edge set size = 599 where district = $d')
  expect((await verifyDistrict(db.owner, district)).findings.map(({ what }) => what)).toEqual(['edge-differs'])
  await tamper(district, 'delete from tree_head where district = $d and size = 600')
  expect((await verifyDistrict(db.owner, district)).findings.map(({ what }) => what)).toContain('head-differs')
})
