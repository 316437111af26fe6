import { createHash, randomBytes } from 'node:crypto'

const DRAWN = 8192
let drawn = Buffer.alloc(0)
let used = 0

/** Random bytes, taken from the system 8 kB at a time: asking it for each id cost more than everything else about an id. */
function random(length: number): Buffer {
  if (used + length > drawn.length) { drawn = randomBytes(Math.max(DRAWN, length)); used = 0 }
  used += length
  return drawn.subarray(used - length, used)
}

let lastMs = 0
let counter = 0

/**
 * A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then a counter that keeps ids of one millisecond in order, then 62 random bits.
 * Uses the machine's clock: an id says when a row was made, never when something happened in the product.
 */
export function newId(): string {
  const hex = newIdBytes().toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The 16 bytes of a new id, for rows that travel as bytes: writing an id out costs as much as making it. */
export function newIdBytes(): Buffer {
  const ms = Math.max(Date.now(), lastMs)
  counter = ms === lastMs ? counter + 1 : random(1).readUInt8(0)
  lastMs = counter > 0xfff ? ms + 1 : ms
  if (counter > 0xfff) counter = 0
  const bytes = random(16)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as Crockford base32 characters, five bits each, without I L O U: safe to read out loud. */
export function base32(bytes: Uint8Array, length: number): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let out = ''
  for (let at = 0; at < length; at++) {
    out = crockford.charAt(Number(bits & 31n)) + out
    bits >>= 5n
  }
  return out
}

/** `length` random Crockford characters (five bits each). */
export const randomCode = (length: number): string => base32(random(Math.ceil((length * 5) / 8)), length)

/** What a person typed for a code: upper case, look-alikes put right (O→0, I and L→1), everything else dropped. */
export const readCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-HJKMNP-TV-Z]/g, '')

/** SHA-256 of a text or bytes. */
export const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
