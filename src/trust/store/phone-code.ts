import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'

type About = { district: string; phone: Buffer; kind: string; subject: string }

/** Holds other questions about the same phone or subject back until this transaction ends, so that limits of rate can't be outrun. */
export async function oneAtATime(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of [...keys].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 5170))`.execute(tx)
}

/** When codes were asked for lately for this phone. */
export const askedForPhone = statement<{ district: string; phone: Buffer; since: Date }, { asked_at: Date }>('trust.code.phone', (db, p) => db
  .selectFrom('phone_code').select('asked_at').where('district', '=', p('district')).where('phone_hash', '=', p('phone'))
  .where('asked_at', '>', p('since')).orderBy('asked_at', 'desc').limit(20))

/** When codes were asked for lately for this subject. */
export const askedForSubject = statement<{
  district: string; kind: string; subject: string; since: Date
}, { asked_at: Date }>('trust.code.subject', (db, p) => db
  .selectFrom('phone_code').select('asked_at').where('district', '=', p('district')).where('subject_kind', '=', p('kind'))
  .where('subject_id', '=', p('subject')).where('asked_at', '>', p('since')).orderBy('asked_at', 'desc').limit(20))

/** Keeps a code that was asked for. */
export const addCode = statement<About & { id: string; code: Buffer; at: Date; expires: Date }>('trust.code.add', (db, p) => db
  .insertInto('phone_code').values({
    district: p('district'), id: p('id'), phone_hash: p('phone'), subject_kind: p('kind'), subject_id: p('subject'),
    code_hash: p('code'), asked_at: p('at'), expires_at: p('expires'),
  }))

/** Counts one try at the newest code for this phone and subject that can still be used, and answers it. */
export const tryCode = statement<About & { at: Date; tries: number }, { id: string; code_hash: Buffer }>('trust.code.try', (db, p) => db
  .updateTable('phone_code').set(e => ({ attempts: e('attempts', '+', 1) }))
  .where('district', '=', p('district')).where('attempts', '<', p('tries')).where('used_at', 'is', null).where('expires_at', '>', p('at'))
  .where('id', '=', e => e.selectFrom('phone_code as newest').select('newest.id').where('newest.district', '=', p('district'))
    .where('newest.phone_hash', '=', p('phone')).where('newest.subject_kind', '=', p('kind')).where('newest.subject_id', '=', p('subject'))
    .orderBy('newest.asked_at', 'desc').limit(1))
  .returning(['id', 'code_hash']))

/** Uses a code up; answers it only the first time. */
export const useCode = statement<{ district: string; id: string; at: Date }, { id: string }>('trust.code.use', (db, p) => db
  .updateTable('phone_code').set({ used_at: p('at') }).where('district', '=', p('district')).where('id', '=', p('id')).where('used_at', 'is', null)
  .returning('id'))

/** Forgets codes that ended before a time. Answers nothing. */
export const forgetCodes = statement<{ district: string; before: Date }>('trust.code.forget', (db, p) => db
  .deleteFrom('phone_code').where('district', '=', p('district')).where('expires_at', '<', p('before')))
