import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendRefusal } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import { sessionCookieName, signedToken } from '../crypto/session-cookie.ts'
import { sessionSeconds } from '../library.ts'
import { dropSession } from '../store/account.ts'
import type { Trust } from '../trust.ts'
import { cookieText } from './cookie.ts'

/** Sets the session cookie; an empty value with `maxAge` 0 takes it away. */
export function setCookie(trust: Trust, reply: FastifyReply, value: string, maxAge: number): void {
  const live = trust.mode === 'live'
  void reply.header('set-cookie', cookieText(sessionCookieName(live), value, maxAge, live))
}

/** Signs in: ends the session that the browser had, opens a new one with a token of its own, sets the cookie. [T1] */
export async function openSession(trust: Trust, request: FastifyRequest, reply: FastifyReply, user: Result<string>): Promise<FastifyReply> {
  if (!user.ok) return sendRefusal(reply, user.refusal)
  const old = trust.tokenOf(request)
  if (old !== null) await dropSession(trust.auth, { token: old })
  const context = await (await trust.library()).$context
  const session = await context.internalAdapter.createSession(user.value)
  setCookie(trust, reply, signedToken(session.token, trust.keys.session), sessionSeconds)
  return reply.status(204).send(null)
}
