import { statement, type Db } from '../../kit/db.ts'
import { sha256 } from '../../kit/ids.ts'

/** Who a session belongs to. */
export type SignedIn = { readonly user: string; readonly person: string; readonly district: string; readonly expires: Date }

/** Who is signed in with this token at `at` (wall clock); no row when it ended or never was. */
export const sessionByToken = statement<{ token: string; at: Date }, SignedIn>('trust.session.read', (db, p) => db
  .selectFrom('auth.session as s').innerJoin('auth.user as u', 'u.id', 's.userId')
  .select(['u.id as user', 'u.person', 'u.district', 's.expiresAt as expires']).where('s.token', '=', p('token')).where('s.expiresAt', '>', p('at')))

/** Ends a session. */
export const dropSession = statement<{ token: string }>('trust.session.drop', (db, p) =>
  db.deleteFrom('auth.session').where('token', '=', p('token')))

/** Ends all sessions of an account, as somebody else decided at `at` (wall clock): a phone that still carries one is told so. [T10] */
export async function withdrawSessions(auth: Db, user: string, at: Date): Promise<void> {
  await auth.transaction().execute(async (tx) => {
    const ended = await tx.deleteFrom('auth.session').where('userId', '=', user).returning('token').execute()
    const rows = ended.map(({ token }) => ({ token_hash: sha256(token), at }))
    if (rows.length > 0) await tx.insertInto('auth.withdrawn').values(rows).onConflict((c) => c.doNothing()).execute()
  })
}

/** A row when the session of this token was ended by somebody else. `hash` is SHA-256 of the token. */
export const withdrawnSession = statement<{ hash: Buffer }, { at: Date }>('trust.session.withdrawn', (db, p) => db
  .selectFrom('auth.withdrawn').select('at').where('token_hash', '=', p('hash')))

/** Account and password hash by sign-in name; the hash is null for an account without password. */
export const accountByName = statement<{ name: string }, { id: string; password: string | null }>('trust.account.name', (db, p) => db
  .selectFrom('auth.user as u').leftJoin('auth.account as a', j => j.onRef('a.userId', '=', 'u.id').on('a.providerId', '=', 'credential'))
  .select(['u.id', 'a.password']).where('u.username', '=', p('name')))

/** Account of a person. */
export const accountOfPerson = statement<{ district: string; person: string }, { id: string }>('trust.account.person', (db, p) => db
  .selectFrom('auth.user').select('id').where('district', '=', p('district')).where('person', '=', p('person')).orderBy('createdAt').limit(1))

/** Persons of the district with an account, in the order in which the accounts were made, 200 at most. */
export const personsWithAccount = statement<{ district: string }, { person: string }>('trust.account.persons', (db, p) => db
  .selectFrom('auth.user').select('person').where('district', '=', p('district')).orderBy('createdAt').orderBy('id').limit(200))

/** Makes an account. The sign-in name is kept in lower case. Throws PostgreSQL's 23505 when it is taken. */
export const addAccount = statement<{ id: string; name: string; shown: string; email: string; district: string; person: string; at: Date }>(
  'trust.account.add', (db, p) => db.insertInto('auth.user').values({
    id: p('id'), name: p('name'), email: p('email'), emailVerified: false, username: p('name'), displayUsername: p('shown'),
    district: p('district'), person: p('person'), createdAt: p('at'), updatedAt: p('at'),
  }))

/** Sets the password of an account that has none. */
export const addPassword = statement<{ id: string; user: string; hash: string; at: Date }>('trust.account.password', (db, p) => db
  .insertInto('auth.account').values({
    id: p('id'), accountId: p('user'), providerId: 'credential', userId: p('user'), password: p('hash'), updatedAt: p('at'),
  }))

const WITHDRAWN_KEPT_MS = 90 * 86_400_000

/** Forgets sessions that have ended, those withdrawn more than ninety days ago and failures of more than a day ago. Answers nothing. */
export async function forgetSignIns(auth: Db, at: Date): Promise<void> {
  await auth.deleteFrom('auth.session').where('expiresAt', '<', at).execute()
  await auth.deleteFrom('auth.withdrawn').where('at', '<', new Date(at.getTime() - WITHDRAWN_KEPT_MS)).execute()
  await auth.deleteFrom('auth.attempt').where('last_at', '<', new Date(at.getTime() - 86_400_000)).execute()
}
