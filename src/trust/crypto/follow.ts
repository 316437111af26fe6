import { createHmac } from 'node:crypto'
import { base32 } from '../../kit/ids.ts'
import { followText, parseFollow, type Follow } from '../rules/index.ts'
import { keyedHash, sameSecret } from './cipher.ts'
import { keysInUse } from './keys.ts'

/** Name of the cookie that holds a follow token: httpOnly, SameSite=Lax. */
export const followCookie = 'linli_follow'

/** What a token opens: a matter, opened ballots, one's own file, the proof before it, one side of a dispute. One for the one is none for the other. */
export type Opens = 'matter' | 'ballots' | 'file' | 'file_proof' | 'side'

const sign = (text: string, opens: Opens): Buffer =>
  createHmac('sha256', keysInUse().follow).update(opens === 'matter' ? text : `${opens} ${text}`).digest().subarray(0, 16)

/**
 * A short signed token that opens one matter for the resident who follows it, until `expires` (epoch seconds), or what else `opens` says by its id. About
 * 70 characters. [T7]
 */
export function signFollow(follow: Follow, opens: Opens = 'matter'): string {
  const text = followText(follow)
  return `${text}.${sign(text, opens).toString('base64url')}`
}

/** What a token opens, or null when it is not ours, was changed, was made for something else, or has ended at `at`. [T7] */
export function readFollow(token: string | undefined, at: Date, opens: Opens = 'matter'): Follow | null {
  const parsed = token === undefined ? null : parseFollow(token)
  if (!parsed || !sameSecret(sign(parsed.text, opens), Buffer.from(parsed.signature, 'base64url'))) return null
  // Base64 lets several texts stand for the same bytes: only the one that we write is taken.
  if (signFollow(parsed.follow, opens) !== token) return null
  return parsed.follow.expires * 1000 > at.getTime() ? parsed.follow : null
}

/**
 * The receipt code of something filed, worked out from its id: 12 Crockford characters (60 bits). A repeated request can be given the same
 * code again without it being stored anywhere. [T7]
 */
export const receiptCodeOf = (id: string): string => base32(keyedHash(keysInUse().follow, 'receipt', id), 12)
