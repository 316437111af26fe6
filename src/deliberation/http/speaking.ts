/** Who speaks in this browser: a signed cookie that holds the free name and no phone, read without the database. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { now } from '../../kit/clock.ts'
import { cookieIn, cookieText, readClaim, signClaim, type Trust } from '../../trust/index.ts'
import type { Speaking } from '../rules/speech/index.ts'

export type { Speaking } from '../rules/speech/index.ts'

/** Name of the cookie: httpOnly, SameSite=Lax. */
export const speakerCookie = 'linli_speaker'
const DAYS = 90
const purpose = (district: string): string => `speaker ${district}`

const isSpeaking = (value: unknown): value is Speaking => typeof value === 'object' && value !== null
  && 'id' in value && typeof value.id === 'string' && 'name' in value && typeof value.name === 'string'
  && 'compound' in value && 'building' in value && 'minor' in value && typeof value.minor === 'boolean'

/** Who speaks in this browser; null where nobody does, the ninety days are over, or the cookie isn't ours. `at`: the product's time. */
export function speakerOf(request: Pick<FastifyRequest, 'headers'>, district: string, at: Date = now()): Speaking | null {
  const said = readClaim(purpose(district), cookieIn(request.headers.cookie, speakerCookie), at)
  if (said === null) return null
  const value: unknown = JSON.parse(said) // signed by us
  return isSpeaking(value) ? value : null
}

/** Gives the browser the cookie of a speaker; null takes it away. */
export function giveSpeaker(trust: Pick<Trust, 'district' | 'mode' | 'now'>, reply: FastifyReply, speaking: Speaking | null): void {
  const life = DAYS * 86_400
  const { id, name, compound, building, minor } = speaking ?? { id: '', name: '', compound: null, building: null, minor: false }
  const token = speaking === null ? '' : signClaim(purpose(trust.district), JSON.stringify({ id, name, compound, building, minor }),
    Math.floor(trust.now().getTime() / 1000) + life)
  void reply.header('set-cookie', cookieText(speakerCookie, token, speaking === null ? 0 : life, trust.mode === 'live'))
}
