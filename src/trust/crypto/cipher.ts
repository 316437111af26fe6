import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'

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

/** HMAC-SHA-256 of parts, each with its length before it, so that two lists of parts never read the same. 32 bytes. */
export function keyedHash(key: KeyObject, ...parts: readonly string[]): Buffer {
  let told = ''
  for (const part of parts) told += `${Buffer.byteLength(part)}:${part},`
  return createHmac('sha256', key).update(told).digest()
}

/** Whether two secrets are equal, in a time that doesn't depend on where they differ. Different lengths are unequal. */
export function sameSecret(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
