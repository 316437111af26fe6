import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkLater, checkOpening, checkReceipt, extendsTree, leafHash, rootFromInclusion } from './receipt.mjs'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/record-format.md'), 'utf8')
type Proof = { proof: string[] }
type Vectors = {
  acts: { leaf: string; hash: string }[]; moreLeaves: string[]; roots: string[]
  inclusion: (Proof & { index: number; size: number })[]; consistency: (Proof & { from: number; to: number })[]
  receipt: { leaf: string; proof: string[]; head: { [key: string]: string | number } }
  later: { [key: string]: unknown; to: { [key: string]: unknown } }
}
const vectors = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '') as Vectors
const bytes = (hex: string | undefined): Buffer => Buffer.from(hex ?? '', 'hex')
const dir = mkdtempSync(path.join(tmpdir(), 'recount-'))
afterAll(() => rmSync(dir, { recursive: true }))

function file(name: string, content: unknown): string {
  const where = path.join(dir, name)
  writeFileSync(where, typeof content === 'string' ? content : JSON.stringify(content))
  return where
}
function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'recount.mjs'), ...args], { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}
const pem = (base64: unknown): string => `-----BEGIN PUBLIC KEY-----\n${String(base64)}\n-----END PUBLIC KEY-----\n`

test('leaf hashes, roots and proofs are those of docs/record-format.md', () => {
  const hashes = [...vectors.acts.map(({ leaf }) => leaf), ...vectors.moreLeaves].map(leafHash)
  vectors.acts.forEach(({ hash }, n) => expect(hashes[n]?.toString('hex')).toBe(hash))
  for (const { index, size, proof } of vectors.inclusion)
    expect(rootFromInclusion(hashes[index] ?? bytes(''), index, size, proof.map(bytes))?.toString('hex')).toBe(vectors.roots[size])
  for (const { from, to, proof } of vectors.consistency)
    expect(extendsTree({ size: from, root: bytes(vectors.roots[from]) }, { size: to, root: bytes(vectors.roots[to]) }, proof.map(bytes))).toBe(true)
})

test('a good receipt, its key and a later head hold: exit code 0', () => {
  const receipt = file('receipt.json', vectors.receipt)
  const later = file('later.json', vectors.later)
  const key = file('key.pem', pem(vectors.receipt.head['publicKey']))
  expect(run(receipt)).toMatchObject({ status: 0, out: expect.stringContaining('成立。 It holds.') })
  expect(run(receipt, '--key', key, '--head', later)).toMatchObject({ status: 0, out: expect.stringContaining('只添不改') })
  expect(run('--head', later).status).toBe(0)
  expect(JSON.parse(run(receipt, '--json').out)).toMatchObject({ ok: true })
})

test('whatever is changed in a receipt or a later head, it no longer holds: exit code 1', () => {
  const other = vectors.roots[2]
  const spoiled = [
    { ...vectors.receipt, leaf: vectors.receipt.leaf.replace('n:2', 'n:3') }, { ...vectors.receipt, index: 1 }, { ...vectors.receipt, proof: [] },
    ...Object.entries({
      root: other, signature: 'AAAA', publicKey: 'AAAA', key: 'ed25519:0000000000000000', at: 1, size: 4, district: '990107', algorithm: 'sm2',
    }).map(([name, value]) => ({ ...vectors.receipt, head: { ...vectors.receipt.head, [name]: value } })),
  ]
  for (const receipt of spoiled) expect(checkReceipt(receipt).ok, JSON.stringify(receipt)).toBe(false)
  expect(run(file('spoiled.json', spoiled[0])).status).toBe(1)
  const laters = [{ ...vectors.later, proof: [] }, { ...vectors.later, from: vectors.later.to },
    { ...vectors.later, to: { ...vectors.later.to, root: other } }]
  for (const later of laters) expect(checkLater(later).ok).toBe(false)
  expect(checkLater({ ...vectors.later, from: vectors.later.to, to: vectors.later.to, proof: [] }).ok).toBe(true)
  expect(checkLater({ ...vectors.later, from: vectors.later.to, to: vectors.later.to, proof: [] }, { earlier: vectors.receipt.head }).ok).toBe(false)
  const stranger = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' })
  expect(run(file('receipt.json', vectors.receipt), '--key', file('stranger.pem', stranger))).toMatchObject(
    { status: 1, out: expect.stringContaining('不是您给的那一把') })
})

test('what is no receipt cannot be checked and says so in a sentence: exit code 2', () => {
  const bad = ['', 'x', '[]', 'null', '{}', '{"format":"linli-receipt-1"}', { ...vectors.receipt, proof: 'x' },
    { ...vectors.receipt, proof: ['zz'] }, { ...vectors.receipt, index: -1 },
    { ...vectors.receipt, head: null }, { ...vectors.receipt, head: { ...vectors.receipt.head, size: 1e30 } }, { ...vectors.receipt, leaf: 1 },
    vectors.later]
  for (const [n, content] of bad.entries()) {
    const { status, out, err } = run(file(`bad${n}.json`, content))
    expect({ status, out }, JSON.stringify(content)).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/^没法核对：.*。\nNothing could be checked: .*\.\n$/)
  }
  const wrong = [['/nowhere'], [dir], ['--what'], [], ['a', 'b'], [file('receipt.json', vectors.receipt), '--key', file('no.pem', 'x')]]
  for (const args of wrong) expect(run(...args).status).toBe(2)
  expect(run('--help').status).toBe(0)
})

test('a receipt cannot steer the terminal', () => {
  const { out } = run(file('escape.json', { ...vectors.receipt, leaf: vectors.receipt.leaf.replace('n:2', 'n:2\u001b[2J\u202e') }))
  expect(out).not.toMatch(/[\u001b\u202e]/)
})

test('an act that stands in the record as a salted hash is opened by its salt, and nothing of it may be changed', () => {
  type Opening = { salt: string; act: string; leaf: string; head: object; proof: string[] }
  const { opening } = JSON.parse([...page.matchAll(/```json\n([\s\S]*?)\n```/g)][1]?.[1] ?? '') as { opening: Opening }
  const { status, out } = run(file('opening.json', opening), '--key', file('record.pem', pem(vectors.receipt.head['publicKey'])))
  expect([status, out]).toEqual([0, expect.stringContaining('confidential.filed')])
  const spoilt = [{ ...opening, salt: '0'.repeat(64) }, { ...opening, act: opening.act.replace('true', 'false') }, { ...opening, index: 1 },
    { ...opening, proof: [] }, { ...opening, leaf: opening.leaf.replace('990106', '990107') }, { ...opening, act: 'anything' },
    { ...opening, head: { ...opening.head, at: 1 } }]
  for (const one of spoilt) expect(checkOpening(one).ok, JSON.stringify(one).slice(0, 80)).toBe(false)
  expect(() => checkOpening({ ...opening, salt: 'short' })).toThrow('not complete')
})
