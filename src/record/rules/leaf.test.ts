import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex, utf8 } from './bytes.ts'
import { headText } from './head.ts'
import { checkAct, escapeValue, leafText, type Act } from './leaf.ts'
import { appendLeaves, emptyEdge, leafHash, rootOf } from './merkle.ts'
import { consistencyPlan, inclusionPlan, proofOf } from './proofs.ts'

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/record-format.md'), 'utf8')
const block = /```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? ''
type Vectors = {
  acts: { act: Act; leaf: string; hash: string }[]; moreLeaves: string[]; roots: string[]; headText: string
  inclusion: { index: number; size: number; proof: string[] }[]; consistency: { from: number; to: number; proof: string[] }[]
  receipt: { head: { district: string; size: number; root: string; at: number; key: string } }
}
const vectors = JSON.parse(block) as Vectors
const hashes = [...vectors.acts.map(({ leaf }) => leaf), ...vectors.moreLeaves].map(text => leafHash(hash, utf8(text)))
const rootAt = (from: number, to: number): Uint8Array => rootOf(hash, appendLeaves(hash, emptyEdge, hashes.slice(from, to)).edge)
const nodeAt = ({ level, index }: { level: number; index: number }): Uint8Array => rootAt(index * 2 ** level, (index + 1) * 2 ** level)

test('[R3] the leaf of an act is the text that docs/record-format.md gives for it', () => {
  expect(vectors.acts.length).toBe(3)
  for (const { act, leaf, hash: expected } of vectors.acts) {
    expect(leafText(act)).toBe(leaf)
    expect(toHex(leafHash(hash, utf8(leaf)))).toBe(expected)
  }
})

test('[R3] roots, proofs and the text of a head are those of docs/record-format.md', () => {
  vectors.roots.forEach((root, size) => expect(toHex(rootAt(0, size))).toBe(root))
  for (const { index, size, proof } of vectors.inclusion) expect(proofOf(hash, inclusionPlan(index, size), nodeAt).map(toHex)).toEqual(proof)
  for (const { from, to, proof } of vectors.consistency) expect(proofOf(hash, consistencyPlan(from, to), nodeAt).map(toHex)).toEqual(proof)
  expect(headText(vectors.receipt.head)).toBe(vectors.headText)
})

test('[R3] escaping loses nothing and leaves no line break, whatever the text', () => {
  const back = (text: string): string => text.replace(/\\(?:(\\)|(n)|(r)|x([0-9a-f]{2}))/g, (_, slash, n, r, hex) =>
    slash ? '\\' : n ? '\n' : r ? '\r' : String.fromCharCode(Number.parseInt(hex, 16)))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    const escaped = escapeValue(text)
    expect(escaped).not.toMatch(/[\u0000-\u001f\u007f]/)
    expect(back(escaped)).toBe(text.toWellFormed().normalize('NFC'))
  }))
})

test('[R3] two acts that differ anywhere never share a leaf; the order in which facts were given does not matter', () => {
  const base = vectors.acts[0]?.act
  if (!base) throw new Error('no vector')
  const value = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.boolean(), fc.array(fc.stringMatching(/^[a-z1:]{1,3}$/), { maxLength: 3 }))
  const facts = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/), value, { maxKeys: 4 })
  fc.assert(fc.property(facts, facts, (a, b) => {
    const norm = (x: unknown): string => JSON.stringify(x, (_, v: unknown) => (typeof v === 'string' ? v.normalize('NFC') : v))
    const sorted = (x: object): string => norm(Object.entries(x).sort(([p], [q]) => (p < q ? -1 : 1)))
    expect(leafText({ ...base, facts: a }) === leafText({ ...base, facts: b })).toBe(sorted(a) === sorted(b))
    expect(leafText({ ...base, facts: Object.fromEntries(Object.entries(a).reverse()) })).toBe(leafText({ ...base, facts: a }))
  }))
  expect(leafText({ ...base, facts: { n: -0 } })).toBe(leafText({ ...base, facts: { n: 0 } }))
})

test('utf8 gives the bytes of TextEncoder, lone surrogates too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => { expect(utf8(text)).toEqual(new TextEncoder().encode(text)) }))
  expect(utf8('\ud800a')).toEqual(new TextEncoder().encode('\ud800a'))
})

test('[R2] an act whose fields are no codes, ids or paths is refused', () => {
  const good = { ...vectors.acts[0]?.act, place: null } as Act
  expect(checkAct(good).ok).toBe(true)
  const bad: Partial<Act>[] = [
    { district: '99010' }, { id: 'x' }, { id: good.id.toUpperCase() }, { at: 1.5 }, { at: -1 }, { at: Number.NaN }, { kind: 'Filed' },
    { kind: 'matter' },
    { channel: '微信' }, { channel: '' }, { actorPerson: '张三' }, { path: 'a..b' }, { path: "a' or 1" }, { compoundPath: '' },
    { subjectId: '13912345678' }, { subjectKind: 'a b' },
    { facts: { name: '王芳' } },
  ]
  for (const change of bad) expect(checkAct({ ...good, ...change }), JSON.stringify(change)).toMatchObject({ ok: false, refusal: { rule: 'R2' } })
})
