/** Ballots, their tree and the receipts of ballots, from docs/ballot-format.md alone. Nothing here reads a file or the network. */
import { checkReceipt, nodeHash, rootFromInclusion, sha256, Unreadable } from './receipt.mjs'

const leafOf = commitment => sha256(Buffer.concat([Buffer.of(0), commitment]))

/** SHA-256 of a text, lower-case hexadecimal. */
export const textHash = text => sha256(Buffer.from(text, 'utf8')).toString('hex')

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hex64 = /^[0-9a-f]{64}$/

/** Whether a value is a plain object. */
export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Whether a value is a whole number from `least`. */
export const isWhole = (value, least = 0) => Number.isSafeInteger(value) && value >= least
/** Whether a value is a lower-case UUID. */
export const isUuid = value => typeof value === 'string' && uuid.test(value)
/** Whether a value is a SHA-256 in lower-case hexadecimal. */
export const isHash = value => typeof value === 'string' && hex64.test(value)

/** The commitment of a choice of `vote`: SHA-256 of its text, 32 bytes. Section 2. */
export const commitmentOf = (vote, { pseudonym, seq, channel, area, heads, content, salt }) =>
  sha256(Buffer.from(['linli-ballot-1', vote, pseudonym, seq, channel, area, heads, content, salt].join('\n'), 'utf8'))

/** Root of the tree whose leaves are these commitments (32 bytes each), in their order. Section 3. */
export function rootOf(commitments) {
  if (commitments.length === 0) return sha256(Buffer.alloc(0))
  let row = commitments.map(leafOf)
  while (row.length > 1) {
    const above = []
    for (let at = 0; at + 1 < row.length; at += 2) above.push(nodeHash(row[at], row[at + 1]))
    if (row.length % 2 === 1) above.push(row[row.length - 1])
    row = above
  }
  return row[0]
}

/** One text for one value: keys sorted, no white space. Section 5. Throws Unreadable for what cannot be written so. */
export function canonical(value) {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Unreadable('规则里有不是整数的数', 'the rules hold a number that is not whole')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  return `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

/** Hash of a count's rules. */
export const rulesHash = rules => textHash(`linli-count-rules-1\n${canonical(rules)}`)

const check = (ok, zh, en) => ({ ok, zh, en })

/** What an act ballots.sealed says: vote, root, size, rules; undefined when it is another act. `act`: lines of a leaf, as of checkReceipt. */
export function sealedAct(act) {
  const of = Object.fromEntries(act)
  const groups = text => (/^l:[0-9a-f]{8}(?:,[0-9a-f]{8}){7}$/.test(text ?? '') ? text.slice(2).replaceAll(',', '') : undefined)
  const [vote, size] = [/^s:(.*)$/.exec(of['fact.vote'] ?? '')?.[1], /^n:([0-9]{1,10})$/.exec(of['fact.size'] ?? '')?.[1]]
  const [root, rules] = [groups(of['fact.root']), groups(of['fact.rules'])]
  if (of.kind !== 'ballots.sealed' || vote === undefined || size === undefined || root === undefined) return undefined
  return { vote, root, size: Number(size), rules }
}

/**
 * Checks the record's receipt of the act ballots.sealed, and that it names this vote, root and size, and these rules where given. Answers checks.
 * Throws Unreadable when it is no receipt.
 */
export function checkSealed(sealed, { vote, root, size, rules }, trusted) {
  const { checks, act } = checkReceipt(sealed, trusted)
  const said = sealedAct(act)
  const found = [said ? check(true, '记录里有“封存全部选票”这一条', 'the record holds the act that sealed all ballots')
    : check(false, '所附的记录不是“封存全部选票”', 'the act of the record is not the sealing of ballots')]
  if (said) {
    found.push(said.vote === vote && said.root === root && said.size === size
      ? check(true, `封存时就是这个树根，一共 ${size} 张票`, `what was sealed then is this root, of ${size} ballots`)
      : check(false, '封存时的表决、树根或票数不是这些', 'what was sealed then is another vote, root or number of ballots'))
    if (rules !== undefined) found.push(said.rules === rules ? check(true, '计票规则和封存时一样', 'the rules of the count are those that were sealed')
      : check(false, '计票规则和封存时不一样', 'the rules of the count are not those that were sealed'))
  }
  return [...checks, ...found]
}

const need = (holds, zh, en) => { if (!holds) throw new Unreadable(zh, en) }

/** Whether a value is a list of at most 64 hashes. Looked at together: there are millions in a large vote. */
const areHashes = value => Array.isArray(value) && value.length <= 64 && value.every(one => typeof one === 'string' && one.length === 64) &&
  /^[0-9a-f]*$/.test(value.join(''))

/** Reads a receipt of a ballot. Throws Unreadable when it is none. */
export function readBallotReceipt(receipt) {
  need(isObject(receipt) && receipt.format === 'linli-ballot-receipt-1', '这不是选票回执', 'this is no receipt of a ballot')
  const { vote, commitment, index, size, proof, root, sealed } = receipt
  need(isUuid(vote) && isHash(commitment) && isWhole(index) && isWhole(size, 1) && isHash(root) && isObject(sealed) &&
    areHashes(proof), '选票回执不完整', 'the receipt of a ballot is not complete')
  return { vote, commitment, index, size, proof, root, sealed }
}

/** Whether a ballot is in the tree that its receipt names. */
export function ballotIsIn({ commitment, index, size, proof, root }) {
  const [leaf, steps] = [leafOf(Buffer.from(commitment, 'hex')), Buffer.from(proof.join(''), 'hex')]
  return rootFromInclusion(leaf, index, size, proof.map((_, n) => steps.subarray(32 * n, 32 * n + 32)))?.toString('hex') === root
}

/**
 * Checks a receipt of a ballot ('linli-ballot-receipt-1', parsed JSON): that the ballot is in the sealed tree, and that the record sealed this tree.
 * It never says what was chosen. `trusted`: names of keys that you got elsewhere. Throws Unreadable when it is no such receipt.
 */
export function checkBallotReceipt(receipt, trusted = []) {
  const read = readBallotReceipt(receipt)
  const { vote, index, size, root, sealed } = read
  const checks = [
    ballotIsIn(read) ? check(true, `您的票在封存的 ${size} 张票里，是第 ${index + 1} 片，一字未改`,
      `your ballot is among the ${size} that were sealed, at place ${index + 1}, not a letter changed`)
      : check(false, '从这张票算不到树根：票、位置或证明被改过', 'this ballot does not lead to the root: it, its place or its proof was changed'),
    ...checkSealed(sealed, { vote, root, size }, trusted),
  ]
  return { ok: checks.every(({ ok }) => ok), checks }
}
