import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLeaves, emptyEdge, leafHash, nodeHash, rootOf, type NodeAt } from './merkle.ts'
import { consistencyPlan, extendsTree, includes, inclusionPlan, proofOf } from './proofs.ts'

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const leaves = Array.from({ length: 600 }, (_, i) => leafHash(hash, Uint8Array.of(i & 255, i >> 8)))

/** The definition of RFC 9162, 2.1.1, word for word: what everything else is compared with. */
function rootByDefinition(part: readonly Uint8Array[]): Uint8Array {
  const [only] = part
  if (!only) return hash(new Uint8Array())
  if (part.length === 1) return only
  let k = 1
  while (k * 2 < part.length) k *= 2
  return nodeHash(hash, rootByDefinition(part.slice(0, k)), rootByDefinition(part.slice(k)))
}

const nodeAt = ({ level, index }: NodeAt): Uint8Array => rootByDefinition(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
const size = fc.integer({ min: 1, max: leaves.length })

test('[R7] appending at the right edge, in batches of whatever size, gives the root of the definition', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 }), batches => {
    let edge = emptyEdge
    for (const count of batches) {
      const added = appendLeaves(hash, edge, leaves.slice(edge.size, edge.size + count))
      for (const node of added.nodes) expect(node.hash).toEqual(nodeAt(node))
      edge = added.edge
    }
    expect(rootOf(hash, edge)).toEqual(rootByDefinition(leaves.slice(0, edge.size)))
    expect(edge.hashes.length).toBe([...edge.size.toString(2)].filter(bit => bit === '1').length)
  }))
})

test('[R8] every leaf of every tree is provable, and no other leaf, place, size or proof passes', () => {
  fc.assert(fc.property(size, fc.nat(), fc.nat(), (n, pick, other) => {
    const index = pick % n
    const leaf = leaves[index] ?? new Uint8Array()
    const root = rootByDefinition(leaves.slice(0, n))
    const proof = proofOf(hash, inclusionPlan(index, n), nodeAt)
    expect(includes(hash, leaf, index, n, proof, root)).toBe(true)
    expect(includes(hash, leaves[(index + 1) % leaves.length] ?? leaf, index, n, proof, root)).toBe(false)
    if (other % n !== index) expect(includes(hash, leaf, other % n, n, proof, root)).toBe(false)
    expect(includes(hash, leaf, index, n, [...proof, root], root)).toBe(false)
    if (proof.length > 0) expect(includes(hash, leaf, index, n, proof.slice(1), root)).toBe(false)
    expect(includes(hash, leaf, n, n, proof, root)).toBe(false)
  }))
})

test('[R7] every later tree is consistent with every earlier one, and a tree with one leaf changed is not', () => {
  fc.assert(fc.property(size, fc.nat(), fc.nat(), (to, pick, spoil) => {
    const from = 1 + (pick % to)
    const earlier = { size: from, root: rootByDefinition(leaves.slice(0, from)) }
    const later = { size: to, root: rootByDefinition(leaves.slice(0, to)) }
    const proof = proofOf(hash, consistencyPlan(from, to), nodeAt)
    expect(extendsTree(hash, earlier, later, proof)).toBe(true)
    const changed = leaves.slice(0, from).with(spoil % from, leafHash(hash, Uint8Array.of(1, 2, 3)))
    expect(extendsTree(hash, { size: from, root: rootByDefinition(changed) }, later, proof)).toBe(false)
    expect(extendsTree(hash, earlier, later, [...proof, later.root])).toBe(false)
  }))
})

test('proofs outside the tree are refused as mistakes of the program', () => {
  for (const [index, n] of [[-1, 3], [3, 3], [0, 0], [0.5, 3]] as const) expect(() => inclusionPlan(index, n)).toThrow(RangeError)
  for (const [from, to] of [[0, 3], [4, 3], [1.5, 3]] as const) expect(() => consistencyPlan(from, to)).toThrow(RangeError)
})

test('a tree of four thousand million leaves still has plans of the right length', () => {
  expect(inclusionPlan(2 ** 32 + 5, 2 ** 33).length).toBe(33)
  expect(inclusionPlan(0, 2 ** 33 + 1).at(-1)).toEqual([{ level: 0, index: 2 ** 33 }])
})
