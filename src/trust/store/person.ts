import { statement } from '../../kit/db.ts'
import type { PersonField } from '../rules/index.ts'

type Of = { district: string; person: string }

/** Makes a person. */
export const addPerson = statement<Of & { kind: string; at: Date }>('trust.person.add', (db, p) => db
  .insertInto('person').values({ district: p('district'), id: p('person'), kind: p('kind'), created_at: p('at') }))

/** Keeps the wrapped key of a person. */
export const addKey = statement<Of & { wrapped: Buffer; alg: string }>('trust.person.key', (db, p) => db
  .insertInto('person_key').values({ district: p('district'), person: p('person'), wrapped: p('wrapped'), alg: p('alg') }))

/** The wrapped key of a person; no row once it was destroyed. */
export const keyOfPerson = statement<Of, { wrapped: Buffer; alg: string }>('trust.person.keyed', (db, p) => db
  .selectFrom('person_key').select(['wrapped', 'alg']).where('district', '=', p('district')).where('person', '=', p('person')))

/** Keeps one field of a person; an earlier value is replaced. */
export const putField = statement<Of & { field: PersonField; cipher: Buffer; hash: Buffer; masked: string; purpose: string; at: Date }>(
  'trust.person.field', (db, p) => db.insertInto('person_field').values({
    district: p('district'), person: p('person'), field: p('field'), cipher: p('cipher'), keyed_hash: p('hash'), masked: p('masked'),
    purpose: p('purpose'), collected_at: p('at'),
  }).onConflict(c => c.columns(['district', 'person', 'field']).doUpdateSet(e => ({
    cipher: e.ref('excluded.cipher'), keyed_hash: e.ref('excluded.keyed_hash'), masked: e.ref('excluded.masked'),
    purpose: e.ref('excluded.purpose'), collected_at: e.ref('excluded.collected_at'),
  }))))

/** One field with the key that opens it; no row when the person has no such field or no key any more. */
export const sealedField = statement<Of & { field: PersonField }, { cipher: Buffer; wrapped: Buffer; alg: string }>('trust.person.sealed', (db, p) => db
  .selectFrom('person_field as f').innerJoin('person_key as k', j => j.onRef('k.district', '=', 'f.district').onRef('k.person', '=', 'f.person'))
  .select(['f.cipher', 'k.wrapped', 'k.alg']).where('f.district', '=', p('district')).where('f.person', '=', p('person')).where('f.field', '=', p('field')))

/** The persons with this keyed hash, newest first; more than one when a couple shares a phone. */
export const personsByHash = statement<{ district: string; field: PersonField; hash: Buffer }, { person: string }>('trust.person.byhash', (db, p) =>
  db
  .selectFrom('person_field').select('person').where('district', '=', p('district')).where('field', '=', p('field'))
  .where('keyed_hash', '=', p('hash')).orderBy('collected_at', 'desc').limit(20))

/** The keyed hash of one field of one person. */
export const hashOfField = statement<Of & { field: PersonField }, { keyed_hash: Buffer }>('trust.person.hash', (db, p) => db
  .selectFrom('person_field').select('keyed_hash').where('district', '=', p('district'))
    .where('person', '=', p('person')).where('field', '=', p('field')))

/** What screens show of one person. */
export const maskedOfPerson = statement<Of, { field: string; masked: string }>('trust.person.masked', (db, p) => db
  .selectFrom('person_field').select(['field', 'masked']).where('district', '=', p('district')).where('person', '=', p('person')))

/** All fields of one person, sealed and masked. */
export const fieldsOfPerson = statement<Of, { field: PersonField; cipher: Buffer; masked: string; purpose: string; collected_at: Date }>(
  'trust.person.fields', (db, p) => db.selectFrom('person_field').select(['field', 'cipher', 'masked', 'purpose', 'collected_at'])
    .where('district', '=', p('district')).where('person', '=', p('person')).orderBy('field'))

/** Destroys the key of a person; answers it if there was one. */
export const dropKey = statement<Of, { person: string }>('trust.person.dropkey', (db, p) => db
  .deleteFrom('person_key').where('district', '=', p('district')).where('person', '=', p('person')).returning('person'))

/** Removes the fields of a person. */
export const dropFields = statement<Of>('trust.person.dropfields', (db, p) => db
  .deleteFrom('person_field').where('district', '=', p('district')).where('person', '=', p('person')))
