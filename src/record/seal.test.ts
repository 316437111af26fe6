import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../kit/db.ts'
import { appendAct, appendActs, consistencyBetween, currentHead, openSigner, receiptOf } from './index.ts'
import { sealAll, sealDistrict, verifyDistrict, type Consistency } from './index.ts'
import { at, newDistrict, recordDatabase, scopeOf, testAct, testActs, testSigner } from './record.testing.ts'
import { fromHex, utf8 } from './rules/bytes.ts'
import { headText } from './rules/head.ts'
import { leafHash } from './rules/merkle.ts'
import { extendsTree, includes } from './rules/proofs.ts'
import { keyName, signed } from './signer.ts'
import type { SignedHead } from './store/heads.ts'

let db: Awaited<ReturnType<typeof recordDatabase>>
beforeAll(async () => { db = await recordDatabase() })
afterAll(() => db.close())

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()
const many = (district: string, count: number) => withScope(db.app, scopeOf(district, [`d${district}`]), tx =>
  appendActs(tx, Array.from({ length: count }, (_, n) => testAct(district, { what: testActs.state('test.done', { n }) }))))
const reading = <T>(district: string, work: Parameters<typeof withScope<T>>[2]) => withScope(db.app, scopeOf(district, [`d${district}`]), work)

const extended = (found: Consistency | undefined): boolean => found !== undefined &&
  extendsTree(hash, { size: found.from.size, root: bytes(found.from.root) }, { size: found.to.size, root: bytes(found.to.root) },
    found.proof.map(bytes))

async function proven(district: string, act: string): Promise<boolean> {
  const state = await reading(district, tx => receiptOf(tx, district, act))
  if (state.state !== 'sealed') return false
  const { leaf, index, proof, head } = state.receipt
  return leaf.includes(`\nid=${act}\n`) &&
    signed(head.algorithm, Buffer.from(head.publicKey, 'base64'), headText(head), Buffer.from(head.signature, 'base64')) &&
    includes(hash, leafHash(hash, utf8(leaf)), index, head.size, proof.map(bytes), bytes(head.root))
}

test('[R7][R8] however acts are appended and batched, each is provable and every later head extends every earlier one', async () => {
  const step = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 }))
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async steps => {
    const district = newDistrict()
    const [acts, heads]: [string[], SignedHead[]] = [[], []]
    for (const [count, batch] of steps) {
      acts.push(...await many(district, count))
      const { head } = await db.seal(district, batch)
      if (head) heads.push(head)
    }
    await sealAll(db.owner, testSigner, () => at, 17)
    for (const act of acts) expect(await proven(district, act)).toBe(true)
    for (const from of heads) for (const to of heads) {
      const found = await reading(district, tx => consistencyBetween(tx, district, from.size, to.size))
      if (from.size > to.size) expect(found).toBeUndefined()
      else expect(extended(found)).toBe(true)
    }
    expect(await verifyDistrict(db.owner, district)).toMatchObject({ ok: true, sealed: acts.length, waiting: 0 })
  }), { numRuns: 12 })
})

test('[R8] proofs cross the stored levels of a larger tree', async () => {
  const district = newDistrict()
  const acts = await many(district, 1500)
  while ((await db.seal(district, 700)).sealed > 0) { /* until nothing waits */ }
  for (const n of [0, 1, 255, 256, 511, 512, 1023, 1024, 1279, 1280, 1498, 1499]) expect(await proven(district, acts[n] ?? '')).toBe(true)
  const later = await reading(district, tx => consistencyBetween(tx, district, 700))
  expect(later?.to.size).toBe(1500)
  expect(extended(later)).toBe(true)
  expect(await db.owner.selectFrom('tree_node').select('level').where('district', '=', district).execute()).toHaveLength(93 + 5)
  expect((await verifyDistrict(db.owner, district)).ok).toBe(true)
})

test('[R8] before it is sealed an act waits; an act of another district is unknown', async () => {
  const [district, other] = [newDistrict(), newDistrict()]
  const act = await db.append(district)
  expect(await reading(district, tx => receiptOf(tx, district, act))).toEqual({ state: 'waiting', act })
  expect(await reading(district, tx => currentHead(tx, district))).toBeUndefined()
  await db.seal(district)
  expect((await reading(district, tx => receiptOf(tx, district, act))).state).toBe('sealed')
  expect(await reading(other, tx => receiptOf(tx, district, act))).toEqual({ state: 'unknown' })
  expect(await reading(other, tx => currentHead(tx, district))).toBeUndefined()
})

test('[R6] an act whose transaction is slow is sealed later and never lost; nobody waits for it', async () => {
  const district = newDistrict()
  const [opened, go] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()]
  const slow = reading(district, async tx => {
    opened.resolve(await appendAct(tx, testAct(district)))
    await go.promise
  })
  const late = await opened.promise
  const quick = await db.append(district)
  expect((await db.seal(district)).sealed).toBe(1)
  expect(await proven(district, quick)).toBe(true)
  go.resolve()
  await slow
  expect((await db.seal(district)).sealed).toBe(1)
  expect(await proven(district, late)).toBe(true)
  expect(late < quick).toBe(true)
  expect(await verifyDistrict(db.owner, district)).toMatchObject({ ok: true, sealed: 2 })
})

test('[R5] a sealer that dies in the middle leaves nothing half; the next one does the work', async () => {
  const district = newDistrict()
  await many(district, 300)
  await db.seal(district, 100)
  const dying = { ...testSigner, sign: async () => { throw new Error('killed') } }
  await expect(sealDistrict(db.owner, district, { signer: dying, at })).rejects.toThrow('killed')
  expect(await verifyDistrict(db.owner, district)).toMatchObject({ ok: true, sealed: 100, waiting: 200 })
  expect((await db.seal(district)).sealed).toBe(200)
  expect(await verifyDistrict(db.owner, district)).toMatchObject({ ok: true, sealed: 300, waiting: 0, heads: 2 })
})

test('[R5] two sealers at once seal each act once, while acts go on arriving', async () => {
  const district = newDistrict()
  const work = [many(district, 200), many(district, 200)]
  const sealing = async (): Promise<void> => { for (let n = 0; n < 12; n++) await db.seal(district, 40) }
  await Promise.all([...work, sealing(), sealing()])
  while ((await db.seal(district)).sealed > 0) { /* until nothing waits */ }
  expect(await verifyDistrict(db.owner, district)).toMatchObject({ ok: true, sealed: 400, waiting: 0 })
})

test('the key is made once, kept from others, and its public half published beside it', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'linli-key-'))
  try {
    const [one, two] = await Promise.all([openSigner(dir), openSigner(dir)])
    expect(one.key).toBe(two.key)
    expect(one.key).toBe(keyName('ed25519', one.publicKey))
    expect((await stat(path.join(dir, 'keys/record.pem'))).mode & 0o777).toBe(0o600)
    expect(await readFile(path.join(dir, 'keys/record.pub.pem'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY/)
    expect(signed('ed25519', one.publicKey, 'a', await two.sign('a'))).toBe(true)
    expect(signed('ed25519', one.publicKey, 'b', await two.sign('a'))).toBe(false)
    expect(signed('sm2', one.publicKey, 'a', await two.sign('a'))).toBe(false)
    const district = newDistrict()
    await db.append(district)
    await db.seal(district)
    await db.append(district)
    await sealDistrict(db.owner, district, { signer: one, at })
    expect(await verifyDistrict(db.owner, district)).toMatchObject({ ok: true, heads: 2 })
    expect(await sql`select 1 from tree_key where district = ${district}`.execute(db.owner)).toMatchObject({ rows: { length: 2 } })
  } finally {
    await rm(dir, { recursive: true })
  }
})
