/** Makes sealed votes for tests, as docs/ballot-format.md describes them: with a record that has one act, signed by the key of the vectors. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { commitmentOf, rootOf, rulesHash } from './ballot.mjs'
import { keyName, leafHash } from './receipt.mjs'

export type Choice = {
  pseudonym: string; seq: number; channel: 'phone' | 'paper' | 'door'; area: number; heads: number; content: string; salt: string
}
export type Sealing = { vote: string; root: string; size: number; rules: string }

const seed = Buffer.from(Array.from({ length: 32 }, (_, n) => n))
const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' })
const der = createPublicKey(key).export({ type: 'spki', format: 'der' })

const groups = (hash: string): string => (hash.match(/.{8}/g) ?? []).join(',')

/** The record's receipt of an act ballots.sealed, in a tree of that act alone. */
export function sealedReceipt({ vote, root, size, rules }: Sealing, kind = 'ballots.sealed') {
  const leaf = ['linli-act-1', 'district=990106', 'id=019a9f3e-5c00-7a01-8b02-0123456789ab', 'at=1795142400123', `kind=${kind}`,
    'actor_person=', 'actor_post=', 'on_behalf_of=', 'channel=clock', 'place=',
    'path=d990106.s003.c001', 'compound_path=k1', 'subject_kind=vote', `subject_id=${vote}`,
    `fact.root=l:${groups(root)}`, `fact.rules=l:${groups(rules)}`, `fact.size=n:${size}`, `fact.vote=s:${vote}`, ''].join('\n')
  const name = keyName('ed25519', der)
  const top = leafHash(leaf).toString('hex')
  const text = `linli-head-1\ndistrict=990106\nsize=1\nroot=${top}\nat=1795142460000\nkey=${name}\n`
  return { format: 'linli-receipt-1', leaf, index: 0, proof: [], head: { district: '990106', size: 1, root: top, at: 1795142460000, key: name,
    algorithm: 'ed25519', publicKey: der.toString('base64'), signature: sign(null, Buffer.from(text), key).toString('base64') } }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const node = (left: Buffer, right: Buffer): Buffer => createHash('sha256').update(Buffer.concat([Buffer.of(1), left, right])).digest()

/** All rows of a tree, leaves first; a proof is the neighbours on the way up. */
export function treeOf(commitments: readonly Buffer[]): { readonly root: string; readonly proofOf: (index: number) => string[] } {
  const rows: Buffer[][] = [commitments.map(one => createHash('sha256').update(Buffer.concat([Buffer.of(0), one])).digest())]
  for (let row: Buffer[] = rows[0] ?? []; row.length > 1; rows.push(row))
    row = row.flatMap((left, n) => (n % 2 === 1 ? [] : [row[n + 1] ? node(left, row[n + 1] ?? left) : left]))
  const proofOf = (index: number): string[] => rows.flatMap((row, level) => {
    const other = row[(index >> level) ^ 1]
    return other && row.length > 1 ? [hex(other)] : []
  })
  return { root: hex(rootOf(commitments)), proofOf }
}

/** A sealed vote: its header and lines in the order of the leaves, and the receipt of each. */
export function sealVote(vote: string, rules: object, result: object, choices: readonly Choice[]) {
  const leaves = choices.map(choice => ({ choice, commitment: commitmentOf(vote, choice) }))
    .sort((a, b) => Buffer.compare(a.commitment, b.commitment))
  const { root, proofOf } = treeOf(leaves.map(({ commitment }) => commitment))
  const size = leaves.length
  const sealed = sealedReceipt({ vote, root, size, rules: rulesHash(rules) })
  const header = { format: 'linli-count-1', vote, root, size, rules, result, sealed }
  const receipts = leaves.map(({ commitment }, index) =>
    ({ format: 'linli-ballot-receipt-1', vote, commitment: hex(commitment), index, size, proof: proofOf(index), root, sealed }))
  return { header, choices: leaves.map(({ choice }) => choice), receipts, root, size }
}

/** The lines of a count file. */
export const linesOf = (header: object, choices: readonly object[]): string[] => [header, ...choices].map(one => JSON.stringify(one))
