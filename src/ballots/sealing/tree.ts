import { sha256 } from '../../kit/ids.ts'
import { appendLeaves, emptyEdge, inclusionPlan, leafHash, proofOf, rootOf } from '../../record/rules/index.ts'
import { inLeafOrder } from '../rules/sealed/index.ts'

/** The sealed ballots of a vote: hashes in lower-case hexadecimal. */
export type SealedTree = {
  readonly root: string
  readonly size: number
  /** Commitments in the order of the leaves. */
  readonly commitments: readonly string[]
  /** Inclusion proof of leaf `index`, from the leaf upwards. Throws RangeError for an index outside the tree. */
  readonly proofOf: (index: number) => readonly string[]
}

/** What a voter holds after the close: that a ballot is in, never how (docs/ballot-format.md, section 4). */
export type BallotReceipt = {
  readonly format: 'linli-ballot-receipt-1'
  readonly vote: string
  readonly commitment: string
  readonly index: number
  readonly size: number
  readonly proof: readonly string[]
  readonly root: string
  /** The record's receipt of the act ballots.sealed. */
  readonly sealed: object
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The tree of a vote's commitments, in whatever order they come; equal ones are an error, a salt is never used twice. About 5 µs each. */
export function sealTree(commitments: readonly string[]): SealedTree {
  const sorted = inLeafOrder(commitments)
  if (sorted.some((one, n) => one === sorted[n - 1])) throw new Error('two ballots have the same commitment')
  const leaves = sorted.map((one) => leafHash(sha256, Buffer.from(one, 'hex')))
  const { edge, nodes } = appendLeaves(sha256, emptyEdge, leaves)
  const known = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const nodeAt = ({ level, index }: { readonly level: number; readonly index: number }): Uint8Array => {
    const hash = level === 0 ? leaves[index] : known.get(`${level}/${index}`)
    if (!hash) throw new Error('a plan names a node that the tree lacks')
    return hash
  }
  return {
    root: hex(rootOf(sha256, edge)), size: sorted.length, commitments: sorted,
    proofOf: (index) => proofOf(sha256, inclusionPlan(index, sorted.length), nodeAt).map(hex),
  }
}

/** The receipt of one commitment; undefined when it is not in the tree. `sealed`: the record's receipt of the act ballots.sealed. */
export function ballotReceipt(tree: SealedTree, vote: string, commitment: string, sealed: object): BallotReceipt | undefined {
  let [low, high] = [0, tree.size]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tree.commitments[middle] ?? '') < commitment) low = middle + 1
    else high = middle
  }
  if (tree.commitments[low] !== commitment) return undefined
  return { format: 'linli-ballot-receipt-1', vote, commitment, index: low, size: tree.size, proof: tree.proofOf(low), root: tree.root, sealed }
}
