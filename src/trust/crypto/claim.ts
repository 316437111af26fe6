import { keyedHash, sameSecret } from './cipher.ts'
import { keysInUse } from './keys.ts'

const sign = (purpose: string, body: string): string => keyedHash(keysInUse().follow, 'claim', purpose, body).subarray(0, 16).toString('base64url')

/**
 * A signed text that a browser carries and nobody can change: `<base64url of what was said>.<end, base 36>.<signature>`. Signed for one purpose it is
 * worthless for another. `expires` in epoch seconds. Whoever holds it can read it, so that nothing secret belongs in it. [T7]
 */
export function signClaim(purpose: string, said: string, expires: number): string {
  const body = `${Buffer.from(said).toString('base64url')}.${expires.toString(36)}`
  return `${body}.${sign(purpose, body)}`
}

/** What a claim says, or null when it is not ours, is for another purpose, was changed, or has ended at `at`. [T7] */
export function readClaim(purpose: string, token: string | undefined, at: Date): string | null {
  const [, body, said, expires, signature] = /^(([\w-]{1,1000})\.([0-9a-z]{1,9}))\.([\w-]{22})$/.exec(token ?? '') ?? []
  if (body === undefined || said === undefined || expires === undefined || signature === undefined) return null
  if (!sameSecret(Buffer.from(sign(purpose, body)), Buffer.from(signature))) return null
  return Number.parseInt(expires, 36) * 1000 > at.getTime() ? Buffer.from(said, 'base64url').toString() : null
}
