/** Who asks: reads the session, finds the posts, chooses the one acted in. Composition gives it the pools and what it may not import. */
import type { FastifyRequest } from 'fastify'
import { withScope, type Db, type Tx } from '../kit/db.ts'
import { common } from '../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../kit/pure.ts'
import type { Keys } from './crypto/keys.ts'
import { readSignedToken, sessionCookieName } from './crypto/session-cookie.ts'
import { cookieIn } from './http/cookie.ts'
import { makeLibrary, type Library } from './library.ts'
import { chooseStanding, publicActor, staffActor, type Actor, type Mode, type Standing } from './rules/index.ts'
import { sessionByToken, type SignedIn } from './store/account.ts'

/** The posts of a person at a time, in the order in which they are offered. Offices knows them. */
export type StandingOf = (tx: Tx, district: string, person: string, at: Date) => Promise<readonly Standing[]>
/** The name of a person as colleagues see it. Offices knows officers' names. */
export type NameOf = (tx: Tx, person: string) => Promise<string>

export type Wiring = {
  /** Pool of linli_app. */
  readonly app: Db
  /** Pool of linli_auth. */
  readonly auth: Db
  readonly keys: Keys
  /** The district that this server serves to people who have not signed in. */
  readonly district: string
  readonly mode: Mode
  readonly standingOf: StandingOf
  readonly nameOf: NameOf
  /** The product's clock; sessions themselves run on the machine's. */
  readonly now: () => Date
}

/** What one request is known to come from. */
export type Known = { readonly token: string; readonly signedIn: SignedIn; readonly standings: readonly Standing[]; readonly actor: Actor }

export type Trust = Wiring & {
  /** The sign-in library, loaded when first asked for. */
  readonly library: () => Promise<Library>
  /** The token that the request's cookie carries, if we signed it. */
  readonly tokenOf: (request: FastifyRequest) => string | null
  /** Everything known of who asks; null when signed out; refuses when X-Post names a post that isn't theirs. Read once per request. [T2] */
  readonly knownOf: (request: FastifyRequest) => Promise<Result<Known | null>>
  /** Who asks, in which post; null when signed out (or acting in a foreign post, which the guard has refused before). */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor | null>
  /** Who asks, if signed in and in a post; else the refusal to send. */
  readonly staffOf: (request: FastifyRequest) => Promise<Result<Actor>>
}

const foreignPost: Refusal = {
  code: 'wrong_post', rule: 'T2', explain: { zh: '这个岗位不是您的，或者已经卸任。请重新选择岗位。', en: 'This post is not yours, or no longer. Please choose another.' },
}

const noPost: Refusal = {
  code: 'wrong_post', rule: 'T2', explain: { zh: '您现在没有在任的岗位，请与街道联系。', en: 'You hold no post at present: please ask the street office.' },
}

/** Somebody signed in whose terms have all ended: reaches nothing. */
const postless = (district: string, person: string): Actor => ({ ...publicActor(district), person, kind: 'staff' })

/** Pictures and event streams are fetched by the browser itself, which sends no header: a read may name the post in its address. */
const postAsked = (request: FastifyRequest): string | null => {
  const asked = request.headers['x-post'] ?? (request.method === 'GET' ? new URL(request.url, 'http://x').searchParams.get('post') : null)
  return typeof asked === 'string' && asked !== '' ? asked : null
}

/** Opens the capability for a server. Wires what it may not import: standings and names. */
export function openTrust(wiring: Wiring): Trust {
  const cookie = sessionCookieName(wiring.mode === 'live')
  const seen = new WeakMap<FastifyRequest, Promise<Result<Known | null>>>()
  const tokenOf = (request: FastifyRequest): string | null =>
    readSignedToken(cookieIn(request.headers.cookie, cookie), wiring.keys.session)

  async function read(request: FastifyRequest): Promise<Result<Known | null>> {
    const token = tokenOf(request)
    const [signedIn] = token === null ? [] : await sessionByToken(wiring.auth, { token, at: new Date() })
    if (token === null || !signedIn) return ok(null)
    const { district, person } = signedIn
    const standings = await withScope(wiring.app, postless(district, person), tx => wiring.standingOf(tx, district, person, wiring.now()))
    const asked = postAsked(request)
    const chosen = chooseStanding(standings, asked)
    if (asked !== null && chosen === null) return refuse(foreignPost)
    return ok({ token, signedIn, standings, actor: chosen ? staffActor(district, person, chosen) : postless(district, person) })
  }

  const knownOf = (request: FastifyRequest): Promise<Result<Known | null>> => {
    const known = seen.get(request) ?? read(request)
    seen.set(request, known)
    return known
  }
  const actorOf = async (request: FastifyRequest): Promise<Actor | null> => {
    const known = await knownOf(request)
    return known.ok ? known.value?.actor ?? null : null
  }
  const staffOf = async (request: FastifyRequest): Promise<Result<Actor>> => {
    const known = await knownOf(request)
    if (!known.ok) return known
    if (known.value === null) return refuse(common.signedOut)
    return known.value.actor.post === null ? refuse(noPost) : ok(known.value.actor)
  }
  return { ...wiring, library: makeLibrary(wiring.auth, wiring.keys, wiring.mode === 'live'), tokenOf, knownOf, actorOf, staffOf }
}
