import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { keyedHash, seal, unseal } from './cipher.ts'
import { keysInUse } from './keys.ts'

/** What the confidential line of one post is kept with: nobody else's key opens it. */
export type LineCipher = {
  /** AES-256-GCM: 28 bytes longer than `clear`. `bound` is not stored and has to be the same when it is opened. */
  readonly seal: (clear: Uint8Array, bound: string) => Buffer
  /** Throws when the key, the bytes or `bound` are others. */
  readonly open: (sealed: Uint8Array, bound: string) => Buffer
  /** Keyed hash of parts, 32 bytes. */
  readonly tag: (...parts: readonly string[]) => Buffer
}

const keyFor = (post: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', keysInUse().confidential.export(), 'linli', `linli line ${purpose} ${post} v1`, 32)))

/** The cipher of the line whose letters `post` reads, derived from the installation's confidential key. */
export function lineCipher(post: string): LineCipher {
  const [content, tags] = [keyFor(post, 'content'), keyFor(post, 'tag')]
  return {
    seal: (clear, bound) => seal(content, clear, bound),
    open: (sealed, bound) => unseal(content, sealed, bound),
    tag: (...parts) => keyedHash(tags, ...parts),
  }
}
