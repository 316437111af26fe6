/** Wrapping the keys of persons and imports by the master key, which may change while this process runs. */
import { randomBytes } from 'node:crypto'
import type { CipherName } from '../../kit/config.ts'
import { cipherKey, keyBytes, type CipherKey } from './ciphers.ts'
import { derive } from './derive.ts'

/** What the master key is used for: it wraps other keys and nothing else. */
export type Wrapping = {
  /** A new random key of the cipher `alg`, with its wrapped form. */
  readonly make: (alg: CipherName, bound: string) => { readonly key: CipherKey; readonly wrapped: Buffer }
  /** The key out of its wrapped form. Throws when it was wrapped by another master key or is bound to something else. */
  readonly open: (alg: string, wrapped: Uint8Array, bound: string) => CipherKey
  /** Wraps bytes that are no key of a cipher, as the key of a keyed hash. */
  readonly keep: (alg: CipherName, bytes: Uint8Array, bound: string) => Buffer
  /** What `keep` wrapped. Throws as `open`. */
  readonly read: (alg: string, wrapped: Uint8Array, bound: string) => Buffer
  /** The same key wrapped by the master in use; null when it is already. Throws as `open`. */
  readonly rewrap: (alg: string, wrapped: Uint8Array, bound: string) => Buffer | null
}

/** The masters by which keys may be wrapped now: the one in use, then, while it is being changed, the one before. */
export type Masters = { readonly inUse: Buffer; readonly before?: Buffer | undefined }

/** Where masters come from: `stamp` is cheap and differs after a change. */
export type MasterSource = { readonly read: () => Masters; readonly stamp: () => string }

/** A change of the master is noticed when a key is made or opened this long after it, or later; in milliseconds. */
export const NOTICE_MS = 1000

type Wrap = (alg: string) => CipherKey

/** The keys that a master wraps by, one per cipher: each cipher wraps its own. */
function wrapsOf(master: Buffer): Wrap {
  const made = new Map<string, CipherKey>()
  return (alg) => {
    const purpose = alg === 'aes-256-gcm' ? 'wrap' : `wrap ${alg}`
    const key = made.get(alg) ?? cipherKey(alg, derive(master, purpose, keyBytes(alg)))
    made.set(alg, key)
    return key
  }
}

/** The masters as they are now: looked at again at most each NOTICE_MS, or at once when `really`. */
function follow({ read, stamp }: MasterSource): (really?: boolean) => { readonly inUse: Wrap; readonly before: Wrap | undefined } {
  let [seen, looked] = [stamp(), performance.now()]
  const open = ({ inUse, before }: Masters) => ({ inUse: wrapsOf(inUse), before: before && wrapsOf(before) })
  let masters = open(read())
  return (really = false) => {
    if (!really && performance.now() - looked < NOTICE_MS) return masters
    const now = stamp()
    if (now !== seen) masters = open(read())
    ;[seen, looked] = [now, performance.now()]
    return masters
  }
}

const KEYS_DRAWN = 32
let drawn = Buffer.alloc(0)
let used = 0

/** Random bytes of a new key, drawn from the system for some keys at a time: whoever takes them blanks them when the key is made. */
function freshKey(length: number): Buffer {
  if (used + length > drawn.length) [drawn, used] = [randomBytes(KEYS_DRAWN * length), 0]
  used += length
  return drawn.subarray(used - length, used)
}

/** Wraps by the masters of `source`. What neither opens is tried once more with the masters as they are at that moment. */
export function wrapBy(source: MasterSource): Wrapping {
  const masters = follow(source)
  const raw = (alg: string, wrapped: Uint8Array, bound: string, really = false): { readonly bytes: Buffer; readonly old: boolean } => {
    const { inUse, before } = masters(really)
    try {
      return { bytes: inUse(alg).open(wrapped, bound), old: false }
    } catch (error) {
      if (!really) return raw(alg, wrapped, bound, true)
      if (!before) throw error
      return { bytes: before(alg).open(wrapped, bound), old: true }
    }
  }
  return {
    make(alg, bound) {
      const bytes = freshKey(keyBytes(alg))
      const made = { key: cipherKey(alg, bytes), wrapped: masters().inUse(alg).seal(bytes, bound) }
      bytes.fill(0)
      return made
    },
    open: (alg, wrapped, bound) => cipherKey(alg, raw(alg, wrapped, bound).bytes),
    keep: (alg, bytes, bound) => masters().inUse(alg).seal(bytes, bound),
    read: (alg, wrapped, bound) => raw(alg, wrapped, bound).bytes,
    rewrap(alg, wrapped, bound) {
      const { bytes, old } = raw(alg, wrapped, bound)
      return old ? masters().inUse(alg).seal(bytes, bound) : null
    },
  }
}
