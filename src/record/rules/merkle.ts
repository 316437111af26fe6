import { concat } from './bytes.ts'

/** A hash function: bytes in, digest out. Format 1 of the record uses SHA-256. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** Where a complete subtree stands: `level` 0 is a leaf, and node `index` of a level covers leaves index·2^level to (index+1)·2^level − 1. */
export type NodeAt = { readonly level: number; readonly index: number }

/** A complete subtree and its hash. */
export type TreeNode = NodeAt & { readonly hash: Uint8Array }

/** The right edge of a tree: its size and the hash of each complete subtree in it, largest first (one per bit of the size). */
export type Edge = { readonly size: number; readonly hashes: readonly Uint8Array[] }

/** The tree without a leaf. */
export const emptyEdge: Edge = { size: 0, hashes: [] }

const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** Hash of a leaf: hash(0x00 ‖ bytes). RFC 9162, 2.1.1. */
export const leafHash = (hash: Hash, bytes: Uint8Array): Uint8Array => hash(concat(leafMark, bytes))

/** Hash of a node: hash(0x01 ‖ left ‖ right). RFC 9162, 2.1.1. */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => hash(concat(nodeMark, left, right))

/** Appends leaf hashes at the right edge; also gives every inner node that became complete, in the order of completion. */
export function appendLeaves(hash: Hash, edge: Edge, leaves: readonly Uint8Array[]): { readonly edge: Edge; readonly nodes: readonly TreeNode[] } {
  const hashes = [...edge.hashes]
  const nodes: TreeNode[] = []
  let size = edge.size
  for (const leaf of leaves) {
    let whole = leaf
    let index = size
    for (let level = 1; index % 2 === 1; level++) {
      const left = hashes.pop()
      if (!left) throw new RangeError('the right edge does not fit its size')
      whole = nodeHash(hash, left, whole)
      index = (index - 1) / 2
      nodes.push({ level, index, hash: whole })
    }
    hashes.push(whole)
    size += 1
  }
  return { edge: { size, hashes }, nodes }
}

/** Joins neighbouring subtrees, largest first, to the hash of what they cover together; of none it is the hash of nothing. */
export function foldHashes(hash: Hash, hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1)
  if (!last) return hash(new Uint8Array(0))
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last)
}

/** The root of the tree with this right edge. RFC 9162, 2.1.1. */
export const rootOf = (hash: Hash, edge: Edge): Uint8Array => foldHashes(hash, edge.hashes)

/** The complete subtrees that make up leaves `start` to `start + count − 1`, largest first. `start` is a multiple of the largest. */
export function subtrees(start: number, count: number): readonly NodeAt[] {
  const out: NodeAt[] = []
  let at = start
  let left = count
  while (left > 0) {
    const level = Math.floor(Math.log2(left))
    out.push({ level, index: at / 2 ** level })
    at += 2 ** level
    left -= 2 ** level
  }
  return out
}
