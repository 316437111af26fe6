/** Wrapping the keys of persons and imports by the master key. */
import { hkdfSync, randomBytes } from 'node:crypto'
import { cipherKey, keyBytes, type CipherKey, type CipherName } from './ciphers.ts'

/** What the master key is used for: it wraps other keys and nothing else. */
export type Wrapping = {
  /** A new random key of the cipher `alg`, with its wrapped form. */
  readonly make: (alg: CipherName, bound: string) => { readonly key: CipherKey; readonly wrapped: Buffer }
  /** The key out of its wrapped form. Throws when it was wrapped by another master key or is bound to something else. */
  readonly open: (alg: string, wrapped: Uint8Array, bound: string) => CipherKey
}

/** The key that a master wraps keys of `alg` with: each cipher is wrapped by itself. */
export function wrapKey(master: Buffer, alg: string): CipherKey {
  const purpose = alg === 'aes-256-gcm' ? 'wrap' : `wrap ${alg}`
  return cipherKey(alg, Buffer.from(hkdfSync('sha256', master, 'linli', `linli ${purpose} v1`, keyBytes(alg))))
}

/** Wraps by one master key. */
export function wrapBy(master: Buffer): Wrapping {
  const made = new Map<string, CipherKey>()
  const wrap = (alg: string): CipherKey => {
    const known = made.get(alg) ?? wrapKey(master, alg)
    made.set(alg, known)
    return known
  }
  return {
    make(alg, bound) {
      const raw = randomBytes(keyBytes(alg))
      return { key: cipherKey(alg, raw), wrapped: wrap(alg).seal(raw, bound) }
    },
    open: (alg, wrapped, bound) => cipherKey(alg, wrap(alg).open(wrapped, bound)),
  }
}
