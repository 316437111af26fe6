import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkOpening } from '../../packages/recount/receipt.mjs'
import { withScope } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { actText, appendCommitments, commitTo, hashOfOpening, openedAct, verifyDistrict } from './index.ts'
import { newDistrict, recordDatabase, scopeOf, testAct } from './record.testing.ts'
import { commitmentText } from './rules/commitment.ts'

let db: Awaited<ReturnType<typeof recordDatabase>>
beforeAll(async () => { db = await recordDatabase() })
afterAll(() => db.close())

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/record-format.md'), 'utf8')
type Vector = { commitment: string; opening: { salt: string; act: string; leaf: string } }
const vector = JSON.parse([...page.matchAll(/```json\n([\s\S]*?)\n```/g)][1]?.[1] ?? '') as Vector
const block = (district: string, given: readonly Uint8Array[]) =>
  withScope(db.app, scopeOf(district, []), (tx) => appendCommitments(tx, district, given, 8))

test('[R13] a commitment and its leaf are those of docs/record-format.md', () => {
  const { opening } = vector
  expect(hashOfOpening(opening).toString('hex')).toBe(vector.commitment)
  expect(commitmentText('990106', '019A9F3E-5C00-7A01-8B02-0123456789B0', Buffer.from(vector.commitment, 'hex'))).toBe(opening.leaf)
})

test('[R13] a block has the same number of leaves of the same length whatever was given, and real ones stand anywhere in it', async () => {
  const [none, some] = [newDistrict(), newDistrict()]
  const real = Array.from({ length: 3 }, () => commitTo('x'))
  await block(none, [])
  const ids = await block(some, real.map(({ hash }) => hash))
  const leaves = async (district: string) => (await sql<{ id: string; leaf: string }>`select id, leaf from commitment where district = ${district}
    order by id`.execute(db.owner)).rows
  expect((await leaves(none)).map(({ leaf }) => leaf.length)).toEqual((await leaves(some)).map(({ leaf }) => leaf.length))
  const written = await leaves(some)
  ids.forEach((id, at) => expect(written.find((one) => one.id === id)?.leaf).toContain(real[at]?.hash.toString('hex')))
  const places = new Set<number>()
  for (let n = 0; n < 40; n++) {
    const district = newDistrict()
    const [id] = await block(district, [commitTo('x').hash])
    places.add((await leaves(district)).findIndex((one) => one.id === id))
  }
  expect(places.size).toBeGreaterThan(4)
  await expect(block(none, Array.from({ length: 9 }, () => commitTo('x').hash))).rejects.toThrow('a block has 8')
})

test('[R13] sealed with the acts, a commitment is opened by its salt alone, and verify finds one that was changed or taken out', async () => {
  const district = newDistrict()
  const text = actText(testAct(district, { path: null }))
  const { opening, hash } = commitTo(text)
  await db.append(district)
  const [id = ''] = await block(district, [hash])
  const ask = (which = id, by = opening) => withScope(db.app, scopeOf(district, []), (tx) => openedAct(tx, district, which, by))
  expect(await ask()).toBeUndefined()
  expect((await db.seal(district)).sealed).toBe(9)
  const opened = await ask()
  expect([checkOpening(opened).ok, await ask(newId())]).toEqual([true, undefined])
  expect(checkOpening(await ask(id, { ...opening, salt: '00'.repeat(32) })).ok).toBe(false)
  expect(await verifyDistrict(db.owner, district)).toMatchObject({ ok: true, sealed: 9, waiting: 0 })
  await sql`update commitment set leaf = replace(leaf, 'hash=', 'hash=0') where district = ${district} and id = ${id}`.execute(db.owner)
  expect((await verifyDistrict(db.owner, district)).findings).toMatchObject([{ what: 'leaf-changed' }])
  await sql`delete from commitment where district = ${district} and id = ${id}`.execute(db.owner)
  expect((await verifyDistrict(db.owner, district)).findings).toMatchObject([{ what: 'act-gone' }])
})
