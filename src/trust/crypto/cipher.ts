import { createCipheriv, createDecipheriv, hash, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'

const algorithm = 'aes-256-gcm'

const DRAWN = 8192
let drawn = Buffer.alloc(0)
let used = 0

/** Random bytes for a nonce, taken from the system 8 kB at a time: asking it for each was a fifth of sealing. Never for a key. */
export function nonceOf(length: number): Buffer {
  if (used + length > drawn.length) [drawn, used] = [randomBytes(DRAWN), 0]
  used += length
  return drawn.subarray(used - length, used)
}

/** Encrypts with AES-256-GCM: nonce (12), tag (16), text. `bound` is not stored but has to be the same when it is opened. */
export function seal(key: KeyObject, clear: Uint8Array, bound: string): Buffer {
  const nonce = nonceOf(12)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(bound))
  const text = cipher.update(clear)
  cipher.final() // GCM holds nothing back
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Opens what `seal` made. Throws when the key, the bytes or `bound` are others. */
export function unseal(key: KeyObject, sealed: Uint8Array, bound: string): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}

const [BLOCK, DIGEST] = [64, 32]
type Pads = { inner: Buffer; readonly outer: Buffer }
const pads = new WeakMap<KeyObject, Pads>()

/** A key as HMAC mixes it into its two blocks, with room behind them for what is hashed. */
function padsOf(key: KeyObject): Pads {
  const known = pads.get(key)
  if (known !== undefined) return known
  const raw = key.export()
  const short = raw.length > BLOCK ? hash('sha256', raw, 'buffer') : raw
  const padded = (sign: number, room: number): Buffer => {
    const block = Buffer.alloc(BLOCK + room, sign)
    short.forEach((byte, at) => { block[at] = byte ^ sign })
    return block
  }
  const made = { inner: padded(0x36, 512), outer: padded(0x5c, DIGEST) }
  pads.set(key, made)
  return made
}

/**
 * HMAC-SHA-256 of parts, each with its length before it, so that two lists of parts never read the same. 32 bytes. Of two plain hashes (RFC 2104),
 * because each HMAC of the library leaves an object that costs more to collect than the hash itself.
 */
export function keyedHash(key: KeyObject, ...parts: readonly string[]): Buffer {
  let told = ''
  for (const part of parts) told += `${Buffer.byteLength(part)}:${part},`
  const own = padsOf(key)
  if (told.length * 3 > own.inner.length - BLOCK) own.inner = Buffer.concat([own.inner.subarray(0, BLOCK), Buffer.alloc(told.length * 3)])
  const end = BLOCK + own.inner.write(told, BLOCK)
  own.outer.set(hash('sha256', own.inner.subarray(0, end), 'buffer'), BLOCK)
  return hash('sha256', own.outer, 'buffer')
}

/** Whether two secrets are equal, in a time that doesn't depend on where they differ. Different lengths are unequal. */
export function sameSecret(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
