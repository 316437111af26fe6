/** The sign-in library, closed up: it keeps accounts and checks passwords; every way in is a route of our own. */
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import type { Db } from '../kit/db.ts'
import type { Keys } from './crypto/keys.ts'

/** A session lasts seven days, in seconds. */
export const sessionSeconds = 7 * 24 * 3600

/**
 * The addresses of the library that the server passes on, below /api/auth. Sign-in by an outside provider will add its own here; the
 * library's sign-up, password and session routes are left out, because they know nothing of back-off or foreign pages. [T1]
 */
export const passedOn: readonly string[] = ['/ok']

/** better-auth on schema `auth` under its own role. No sign-up, no telemetry, no addresses kept. `live` asks browsers for HTTPS. */
export const makeLibrary = (auth: Db, keys: Keys, live: boolean) => betterAuth({
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
  user: { additionalFields: { district: { type: 'string', required: true, input: false }, person: { type: 'string', required: true, input: false } } },
  plugins: [username()],
})

export type Library = ReturnType<typeof makeLibrary>
