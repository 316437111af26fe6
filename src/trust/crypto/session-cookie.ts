import { createHmac } from 'node:crypto'
import { sameSecret } from './cipher.ts'

/** Name of the session cookie; browsers accept the second only over HTTPS. */
export const sessionCookieName = (live: boolean): string => `${live ? '__Secure-' : ''}better-auth.session_token`

const sign = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64')

/** The value of the session cookie as the library writes it: token, dot, base64 of HMAC-SHA-256. Not yet escaped. */
export const signedToken = (token: string, secret: string): string => `${token}.${sign(token, secret)}`

/** The token in a cookie's value, or null when the signature isn't ours. */
export function readSignedToken(value: string | undefined, secret: string): string | null {
  const dot = value?.lastIndexOf('.') ?? -1
  if (value === undefined || dot < 1) return null
  const token = value.slice(0, dot)
  return sameSecret(Buffer.from(value.slice(dot + 1)), Buffer.from(sign(token, secret))) ? token : null
}
