/** Checks receipts and later heads of the record, from docs/record-format.md alone. No dependency; nothing here reads a file or the network. */
import * as crypto from 'node:crypto'

const { createHash, createPublicKey, verify } = crypto

/** SHA-256 of bytes. One call instead of three where Node has it (20.12 and later): there are millions in a large vote. */
export const sha256 = crypto.hash ? bytes => crypto.hash('sha256', bytes, 'buffer') : bytes => createHash('sha256').update(bytes).digest()

const pair = Buffer.alloc(65, 1)
/** Hash of a node: SHA-256 of 0x01 and two hashes of 32 bytes. */
export function nodeHash(left, right) {
  pair.set(left, 1)
  pair.set(right, 33)
  return sha256(pair)
}

/** Hash of a leaf text: SHA-256 of 0x00 and its UTF-8 bytes. */
export const leafHash = text => sha256(Buffer.concat([Buffer.of(0), Buffer.from(text, 'utf8')]))

/** Root that a leaf hash at `index` of `size` leaves gives with this proof; undefined when the proof has the wrong length. RFC 9162, 2.1.3.2. */
export function rootFromInclusion(leaf, index, size, proof) {
  if (!(index >= 0 && index < size)) return undefined
  let [at, last, sum] = [index, size - 1, leaf]
  for (const step of proof) {
    if (last === 0 || step.length !== 32) return undefined
    if (at % 2 === 1 || at === last) {
      sum = nodeHash(step, sum)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else sum = nodeHash(sum, step)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? sum : undefined
}

/** Says whether the tree (size, root) `to` extends `from`. RFC 9162, 2.1.4.2. */
export function extendsTree(from, to, proof) {
  if (from.size < 1 || from.size > to.size) return false
  if (from.size === to.size) return proof.length === 0 && from.root.equals(to.root)
  const size = BigInt(from.size)
  const [first, ...rest] = (size & (size - 1n)) === 0n ? [from.root, ...proof] : proof
  if (first === undefined) return false
  let [at, last, older, newer] = [size - 1n, BigInt(to.size) - 1n, first, first]
  while ((at & 1n) === 1n) [at, last] = [at >> 1n, last >> 1n]
  for (const step of rest) {
    if (last === 0n) return false
    if ((at & 1n) === 1n || at === last) {
      older = nodeHash(step, older)
      newer = nodeHash(step, newer)
      while ((at & 1n) === 0n && at !== 0n) [at, last] = [at >> 1n, last >> 1n]
    } else newer = nodeHash(newer, step)
    ;[at, last] = [at >> 1n, last >> 1n]
  }
  return last === 0n && older.equals(from.root) && newer.equals(to.root)
}

/** A file that is not what it should be: not a failed check, but nothing to check. */
export class Unreadable extends Error {
  constructor(zh, en) {
    super(en)
    this.zh = zh
  }
}

function need(holds, zh, en) {
  if (!holds) throw new Unreadable(zh, en)
}

const count = (value, from) => Number.isSafeInteger(value) && value >= from
const hash = value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const base64 = value => typeof value === 'string' && value.length <= 4096 && /^[A-Za-z0-9+/]+={0,2}$/.test(value)
const object = value => typeof value === 'object' && value !== null && !Array.isArray(value)

function readProof(value) {
  need(Array.isArray(value) && value.length <= 128 && value.every(hash), '“proof”应当是摘要的列表', "'proof' must be a list of hashes")
  return value.map(step => Buffer.from(step, 'hex'))
}

function readHead(value, name) {
  need(object(value), `没有“${name}”`, `'${name}' is missing`)
  const { district, size, root, at, key, algorithm, publicKey, signature } = value
  need(typeof district === 'string' && /^\d{6}$/.test(district) && count(size, 1) && hash(root) && count(at, 0) && at < 8.64e15 &&
    typeof key === 'string' && /^[a-z0-9]{1,16}:[0-9a-f]{16}$/.test(key) && typeof algorithm === 'string' && /^[a-z0-9]{1,16}$/.test(algorithm) &&
    base64(publicKey) && base64(signature), `“${name}”不完整`, `'${name}' is not a complete signed head`)
  const text = `linli-head-1\ndistrict=${district}\nsize=${size}\nroot=${root}\nat=${at}\nkey=${key}\n`
  return { district, size, root: Buffer.from(root, 'hex'), at, key, algorithm, publicKey: Buffer.from(publicKey, 'base64'),
    signature: Buffer.from(signature, 'base64'), text }
}

/** Name of a public key given as DER SubjectPublicKeyInfo. */
export const keyName = (algorithm, der) => `${algorithm}:${sha256(der).toString('hex').slice(0, 16)}`

/** Name of an Ed25519 public key in a PEM text. Throws Unreadable when it is none. */
export function keyOfPem(pem) {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return keyName('ed25519', key.export({ type: 'spki', format: 'der' }))
  } catch { /* told below */ }
  throw new Unreadable('钥匙文件不是 Ed25519 公钥', 'the key file is no Ed25519 public key')
}

function signatureHolds(head) {
  if (head.algorithm !== 'ed25519') return false
  try {
    const key = createPublicKey({ key: head.publicKey, format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(head.text, 'utf8'), key, head.signature)
  } catch {
    return false
  }
}

const check = (ok, zh, en) => ({ ok, zh, en })

function checkHead(head, trusted) {
  const named = head.key === keyName(head.algorithm, head.publicKey)
  const good = named && signatureHolds(head)
  const found = [good
    ? check(true, `${head.size} 条时的树根由 ${head.key} 签过`, `the root at size ${head.size} is signed by ${head.key}`)
    : check(false, `${head.size} 条时的签名对不上`, `the signature at size ${head.size} does not hold`)]
  if (trusted.length > 0) {
    const known = trusted.includes(head.key)
    found.push(known
      ? check(true, '签名的钥匙就是您给的这一把', 'the key is the one you gave')
      : check(false, '签名的钥匙不是您给的那一把', 'the key is not the one you gave'))
  }
  return found
}

/** Reads the lines of a leaf as pairs; undefined when it is no linli-act-1 text of this district. */
export function readLeaf(text, district) {
  const fields = ['district', 'id', 'at', 'kind', 'actor_person', 'actor_post', 'on_behalf_of', 'channel', 'place', 'path', 'compound_path',
    'subject_kind', 'subject_id']
  const [format, ...lines] = text.split('\n')
  if (format !== 'linli-act-1' || lines.pop() !== '') return undefined
  const pairs = lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  const named = pairs.every(([name], i) => (i < fields.length ? name === fields[i] : name.startsWith('fact.')))
  return pairs.length >= fields.length && named && pairs[0][1] === district ? pairs : undefined
}

/**
 * Checks a receipt ('linli-receipt-1', parsed JSON). `trusted`: names of keys that you got elsewhere.
 * Answers each check with its outcome, and the lines of the act. Throws Unreadable when it is no receipt.
 */
export function checkReceipt(receipt, trusted = []) {
  need(object(receipt) && receipt.format === 'linli-receipt-1', '这不是 linli-receipt-1 收据', 'this is no linli-receipt-1 receipt')
  need(typeof receipt.leaf === 'string' && count(receipt.index, 0), '收据不完整', 'the receipt is not complete')
  const head = readHead(receipt.head, 'head')
  const act = readLeaf(receipt.leaf, head.district)
  const root = rootFromInclusion(leafHash(receipt.leaf), receipt.index, head.size, readProof(receipt.proof))
  const found = [
    act ? check(true, `写法是 linli-act-1，属于 ${head.district}`, `the act is written as linli-act-1 and belongs to ${head.district}`)
      : check(false, '这一条的写法不是 linli-act-1', 'the act is not written as linli-act-1'),
    root?.equals(head.root)
      ? check(true, `它是 ${head.size} 条里的第 ${receipt.index + 1} 条，一字未改`, `it is number ${receipt.index + 1} of ${head.size}, not a letter changed`)
      : check(false, '从这一条算不到树根：内容、位置或证明被改过', 'it does not lead to the root: its text, place or proof was changed'),
    ...checkHead(head, trusted),
  ]
  return { ok: found.every(({ ok }) => ok), checks: found, act: act ?? [], head: receipt.head }
}

const salted = /^[0-9a-f]{64}$/

/**
 * Checks an opening ('linli-opening-1', parsed JSON): the proof of an act that stands in the record as a salted hash. Answers as checkReceipt.
 * Throws Unreadable when it is no opening.
 */
export function checkOpening(opening, trusted = []) {
  need(object(opening) && opening.format === 'linli-opening-1', '这不是 linli-opening-1 文件', 'this is no linli-opening-1 document')
  need(typeof opening.act === 'string' && typeof opening.leaf === 'string' && salted.test(opening.salt) && count(opening.index, 0), '凭证不完整',
    'the opening is not complete')
  const head = readHead(opening.head, 'head')
  const act = readLeaf(opening.act, head.district)
  const committed = sha256(Buffer.concat([Buffer.of(2), Buffer.from(opening.salt, 'hex'), Buffer.from(opening.act, 'utf8')])).toString('hex')
  const lines = /^linli-commitment-1\ndistrict=(\d{6})\nid=[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\nhash=([0-9a-f]{64})\n$/.exec(opening.leaf)
  const root = rootFromInclusion(leafHash(opening.leaf), opening.index, head.size, readProof(opening.proof))
  const found = [
    act ? check(true, `写法是 linli-act-1，属于 ${head.district}`, `the act is written as linli-act-1 and belongs to ${head.district}`)
      : check(false, '这一条的写法不是 linli-act-1', 'the act is not written as linli-act-1'),
    lines?.[1] === head.district && lines[2] === committed
      ? check(true, '密封的就是这一条，一字未改', 'it is what was committed to, not a letter changed')
      : check(false, '这一条与密封的承诺对不上', 'it is not what was committed to'),
    root?.equals(head.root)
      ? check(true, `它封在 ${head.size} 条里的第 ${opening.index + 1} 条`, `it is sealed as number ${opening.index + 1} of ${head.size}`)
      : check(false, '从这一条算不到树根：内容、位置或证明被改过', 'it does not lead to the root: its text, place or proof was changed'),
    ...checkHead(head, trusted),
  ]
  return { ok: found.every(({ ok }) => ok), checks: found, act: act ?? [], head: opening.head }
}

/**
 * Checks a later head ('linli-consistency-1', parsed JSON). `earlier`: a head that you kept, as the one of your receipt; the later one must
 * start from it. Answers as checkReceipt. Throws Unreadable when it is no such document.
 */
export function checkLater(later, { earlier, trusted = [] } = {}) {
  need(object(later) && later.format === 'linli-consistency-1', '这不是 linli-consistency-1 文件', 'this is no linli-consistency-1 document')
  const [from, to, proof] = [readHead(later.from, 'from'), readHead(later.to, 'to'), readProof(later.proof)]
  const extended = from.district === to.district && extendsTree(from, to, proof)
  const found = [
    extended ? check(true, `从 ${from.size} 条到 ${to.size} 条，只添不改`, `from ${from.size} to ${to.size} acts, only added to`)
      : check(false, `${to.size} 条的树接不上 ${from.size} 条的树：中间有改动`,
        `the tree of ${to.size} does not extend that of ${from.size}: something was changed`),
    ...checkHead(from, trusted), ...checkHead(to, trusted),
  ]
  if (earlier !== undefined) {
    const kept = readHead(earlier, 'head')
    const same = kept.district === from.district && kept.size === from.size && kept.root.equals(from.root)
    found.push(same ? check(true, '起点就是收据上的那一刻', 'it starts from the head of the receipt')
      : check(false, '起点不是收据上的那一刻', 'it does not start from the head of the receipt'))
  }
  return { ok: found.every(({ ok }) => ok), checks: found }
}
