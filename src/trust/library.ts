/** The sign-in library, closed up: it keeps accounts and checks passwords; every way in is a route of our own. */
import type { Db } from '../kit/db.ts'
import type { Keys } from './crypto/keys.ts'

/** A session lasts seven days, in seconds. */
export const sessionSeconds = 7 * 24 * 3600

/**
 * The addresses of the library that the server passes on, below /api/auth. Sign-in by an outside provider will add its own here; the
 * library's sign-up, password and session routes are left out, because they know nothing of back-off or foreign pages. [T1]
 */
export const passedOn: readonly string[] = ['/ok']

async function load(auth: Db, keys: Keys, live: boolean) {
  // Loaded at the first sign-in and not before: it takes longer to read than all the rest of the server.
  const [{ betterAuth }, { username }] = await Promise.all([import('better-auth'), import('better-auth/plugins/username')])
  return betterAuth({
    baseURL: live ? 'https://linli.invalid' : 'http://localhost', // never used to build a link; only says whether cookies are Secure
    basePath: '/api/auth',
    secret: keys.session,
    database: { db: auth, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours counts by sign-in name too and survives a restart
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    advanced: { useSecureCookies: live, ipAddress: { disableIpTracking: true } },
    user: {
      additionalFields: { district: { type: 'string', required: true, input: false }, person: { type: 'string', required: true, input: false } },
    },
    plugins: [username()],
  })
}

export type Library = Awaited<ReturnType<typeof load>>

/**
 * better-auth on schema `auth` under its own role, made when first asked for. No sign-up, no telemetry, no addresses kept. `live` asks
 * browsers for HTTPS.
 */
export function makeLibrary(auth: Db, keys: Keys, live: boolean): () => Promise<Library> {
  let library: Promise<Library> | undefined
  return () => (library ??= load(auth, keys, live))
}
