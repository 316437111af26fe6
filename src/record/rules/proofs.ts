import { sameBytes } from './bytes.ts'
import { foldHashes, nodeHash, subtrees, type Hash, type NodeAt } from './merkle.ts'

/** What a proof is made of: each element is the fold of these complete subtrees, largest first. */
export type ProofPlan = readonly (readonly NodeAt[])[]

/** Largest power of two below `size` (size ≥ 2). */
const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

/**
 * Which subtrees prove that leaf `index` is in a tree of `size` leaves, in the order of the proof. RFC 9162, 2.1.3.1. Throws
 * RangeError outside 0 ≤ index < size.
 */
export function inclusionPlan(index: number, size: number): ProofPlan {
  const fits = Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
  if (!fits) throw new RangeError('no such leaf in a tree of this size')
  const walk = (start: number, count: number): (readonly NodeAt[])[] => {
    if (count === 1) return []
    const k = splitOf(count)
    return index < start + k
      ? [...walk(start, k), subtrees(start + k, count - k)]
      : [...walk(start + k, count - k), subtrees(start, k)]
  }
  return walk(0, size)
}

/** Which subtrees prove that the tree of `to` leaves extends that of `from` leaves. RFC 9162, 2.1.4.1. Throws RangeError outside 1 ≤ from ≤ to. */
export function consistencyPlan(from: number, to: number): ProofPlan {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 1 || from > to) throw new RangeError('sizes must be 1 ≤ from ≤ to')
  const walk = (start: number, m: number, count: number, known: boolean): (readonly NodeAt[])[] => {
    if (m === count) return known ? [] : [subtrees(start, count)]
    const k = splitOf(count)
    return m <= k
      ? [...walk(start, m, k, known), subtrees(start + k, count - k)]
      : [...walk(start + k, m - k, count - k, false), subtrees(start, k)]
  }
  return walk(0, from, to, true)
}

/** Makes the proof of a plan, given the hash of each complete subtree. */
export function proofOf(hash: Hash, plan: ProofPlan, nodeAt: (at: NodeAt) => Uint8Array): readonly Uint8Array[] {
  return plan.map(parts => foldHashes(hash, parts.map(nodeAt)))
}

/** Says whether `leaf` (a leaf hash) is leaf `index` of the tree of `size` leaves with this root. RFC 9162, 2.1.3.2. */
export function includes(hash: Hash, leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (index < 0 || index >= size) return false
  let at = index
  let last = size - 1
  let sum = leaf
  for (const step of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      sum = nodeHash(hash, step, sum)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = Math.floor(last / 2)
      }
    } else sum = nodeHash(hash, sum, step)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(sum, root)
}

/** A tree as two numbers that matter: how many leaves, which root. */
export type TreeSum = { readonly size: number; readonly root: Uint8Array }

/** Says whether the tree `to` extends the tree `from` without changing a leaf of it. RFC 9162, 2.1.4.2. */
export function extendsTree(hash: Hash, from: TreeSum, to: TreeSum, proof: readonly Uint8Array[]): boolean {
  if (from.size < 1 || from.size > to.size) return false
  if (from.size === to.size) return proof.length === 0 && sameBytes(from.root, to.root)
  const exact = 2 ** Math.floor(Math.log2(from.size)) === from.size
  const [first, ...rest] = exact ? [from.root, ...proof] : proof
  if (!first) return false
  let at = from.size - 1
  let last = to.size - 1
  while (at % 2 === 1) {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  let older = first
  let newer = first
  for (const step of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      older = nodeHash(hash, step, older)
      newer = nodeHash(hash, step, newer)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = Math.floor(last / 2)
      }
    } else newer = nodeHash(hash, newer, step)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(older, from.root) && sameBytes(newer, to.root)
}
