/**
 * The ciphers that keep what identifies people, behind one interface; which one was used stands with each key. aes-256-gcm, or the national SM4 in
 * counter mode with HMAC-SM3 over what was encrypted, because Node has no SM4-GCM.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from 'node:crypto'
import { cipherNames, type CipherName } from '../../kit/config.ts'
import { nonceOf, seal, sameSecret, unseal } from './cipher.ts'

/** A key that is ready to use. What is sealed opens only with the same key and the same `bound`, which is not stored. */
export type CipherKey = {
  readonly seal: (clear: Uint8Array, bound: string) => Buffer
  /** Throws when the key, the bytes or `bound` are others. */
  readonly open: (sealed: Uint8Array, bound: string) => Buffer
}

type Cipher = { readonly keyBytes: number; readonly key: (raw: Uint8Array) => CipherKey }

const aes: Cipher = {
  keyBytes: 32,
  key(raw) {
    const key = createSecretKey(raw)
    return { seal: (clear, bound) => seal(key, clear, bound), open: (sealed, bound) => unseal(key, sealed, bound) }
  },
}

const [NONCE, TAG, SM4_KEY] = [16, 32, 16]

/** Nonce (16), tag (32), text. The tag is HMAC-SM3 of the length of `bound`, `bound`, nonce and text: encrypt, then authenticate. */
const sm4: Cipher = {
  keyBytes: SM4_KEY + 32,
  key(raw) {
    const [secret, signing] = [createSecretKey(raw.subarray(0, SM4_KEY)), createSecretKey(raw.subarray(SM4_KEY))]
    const tag = (bound: string, nonce: Uint8Array, text: Uint8Array): Buffer =>
      createHmac('sm3', signing).update(`${Buffer.byteLength(bound)}:${bound}`).update(nonce).update(text).digest()
    return {
      seal(clear, bound) {
        const nonce = nonceOf(NONCE)
        const text = createCipheriv('sm4-ctr', secret, nonce).update(clear)
        return Buffer.concat([nonce, tag(bound, nonce, text), text])
      },
      open(sealed, bound) {
        const bytes = Buffer.from(sealed)
        const [nonce, text] = [bytes.subarray(0, NONCE), bytes.subarray(NONCE + TAG)]
        if (!sameSecret(bytes.subarray(NONCE, NONCE + TAG), tag(bound, nonce, text))) throw new Error('another key, other bytes or another binding')
        return createDecipheriv('sm4-ctr', secret, nonce).update(text)
      },
    }
  },
}

const ciphers: Readonly<Record<CipherName, Cipher>> = { 'aes-256-gcm': aes, 'sm4-ctr-hmac-sm3': sm4 }

/** The cipher named in a row. Throws for a name that we don't have: then the row was written by a newer version. */
function cipherOf(alg: string): Cipher {
  const name = cipherNames.find((known) => known === alg)
  if (name === undefined) throw new Error(`there is no cipher ${alg}`)
  return ciphers[name]
}

/** Makes raw bytes ready as a key of the cipher `alg`. Throws for an unknown cipher or bytes of another length. */
export function cipherKey(alg: string, raw: Uint8Array): CipherKey {
  const cipher = cipherOf(alg)
  if (raw.length !== cipher.keyBytes) throw new Error(`a key of ${alg} has ${cipher.keyBytes} bytes`)
  return cipher.key(raw)
}

/** How many random bytes a key of the cipher takes. */
export const keyBytes = (alg: string): number => cipherOf(alg).keyBytes
