/** Assessments, consents, sensitive values: the statements that read and change them. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import type { AssessmentFact, ConsentHow, ConsentKind, GivenBy, GuardianIs, SensitiveKind } from '../rules/law/index.ts'

export type AssessmentRow = {
  id: string; kinds: SensitiveKind[]; purpose: string; need: string; effect: string; measures: string; made_on: string; valid_until: string
  keep_until: string; post: string; ended_on: string | null
}
const days = [sql<string>`made_on::text`.as('made_on'), sql<string>`valid_until::text`.as('valid_until'),
  sql<string>`keep_until::text`.as('keep_until'),
  sql<string | null>`ended_on::text`.as('ended_on')] as const

/** The assessments of a community, newest first. */
export const assessmentsOf = statement<{ district: string; community: string }, AssessmentRow>('roster.assessments', (db, p) => db
  .selectFrom('impact_assessment').select(['id', 'kinds', 'purpose', 'need', 'effect', 'measures', 'post', ...days])
  .where('district', '=', p('district')).where('community', '=', p('community')).orderBy('made_on', 'desc').orderBy('id', 'desc'))

/** An assessment as the rules look at it. */
export const factOf = (row: AssessmentRow): AssessmentFact =>
  ({ kinds: row.kinds, madeOn: row.made_on, validUntil: row.valid_until, endedOn: row.ended_on })

export type ConsentRow = {
  id: string; dweller: string; person: string; kind: ConsentKind; given_by: GivenBy; guardian_is: GuardianIs | null; how: ConsentHow; given_at: Date
  withdrawn_at: Date | null
}
const consentColumns = ['id', 'dweller', 'person', 'kind', 'given_by', 'guardian_is', 'how', 'given_at', 'withdrawn_at'] as const

/** The consents of some ties, newest first; only those that hold unless `all`. */
export const consentsOfTies = statement<{ district: string; ties: string[] }, ConsentRow>('roster.consents', (db, p) => db.selectFrom('consent')
  .select(consentColumns).where('district', '=', p('district')).where('dweller', '=', sql<string>`any(${p('ties')}::uuid[])`)
  .orderBy('given_at', 'desc').orderBy('id', 'desc'))

/** One consent within reach, locked. */
export const lockConsent = statement<{ district: string; id: string }, ConsentRow>('roster.consent.lock', (db, p) => db.selectFrom('consent')
  .select(consentColumns).where('district', '=', p('district')).where('id', '=', p('id')).forUpdate())

/** What a new consent stands in: a tie with its paths. */
export type Of = { readonly id: string; readonly person: string; readonly path: string; readonly compound_path: string | null }

/** Writes a consent. */
export async function putConsent(tx: Tx, district: string, of: Of, given: { readonly id: string; readonly kind: ConsentKind; readonly givenBy: GivenBy
  readonly guardianIs: GuardianIs | null; readonly how: ConsentHow; readonly at: Date; readonly post: string | null }): Promise<void> {
  await tx.insertInto('consent').values({ district, id: given.id, dweller: of.id, person: of.person, path: of.path, compound_path: of.compound_path,
    kind: given.kind, given_by: given.givenBy, guardian_is: given.guardianIs, how: given.how, given_at: given.at, post: given.post }).execute()
}

/** Takes a consent back and deletes what rested on it, in this transaction. Answers how many rows went. [RO63] */
export async function endConsent(tx: Tx, district: string, id: string, at: Date, how: ConsentHow | 'moved_out'): Promise<number> {
  const values = await tx.deleteFrom('sensitive_value').where('district', '=', district).where('consent', '=', id).returning('id').execute()
  const care = await tx.deleteFrom('care').where('district', '=', district).where('consent', '=', id).returning('id').execute()
  await tx.updateTable('consent').set({ withdrawn_at: at, withdrawn_how: how }).where('district', '=', district).where('id', '=', id).execute()
  return values.length + care.length
}

export type SensitiveRow = { id: string; dweller: string; person: string; kind: SensitiveKind; cipher: Buffer; recorded_at: Date }
const sensitiveColumns = ['id', 'dweller', 'person', 'kind', 'cipher', 'recorded_at'] as const

/** The sensitive values of some ties. */
export const sensitiveOfTies = statement<{ district: string; ties: string[] }, SensitiveRow>('roster.sensitive', (db, p) => db
  .selectFrom('sensitive_value').select(sensitiveColumns).where('district', '=', p('district'))
  .where('dweller', '=', sql<string>`any(${p('ties')}::uuid[])`).orderBy('kind'))

/** One sensitive value within reach. */
export const sensitiveById = statement<{ district: string; id: string }, SensitiveRow>('roster.sensitive.one', (db, p) => db
  .selectFrom('sensitive_value').select(sensitiveColumns).where('district', '=', p('district')).where('id', '=', p('id')))

export type CertificateRow = { id: string; at: Date; rule: string; counts: { readonly [what: string]: number }; digest: Buffer }

/** The newest certificates of deletion, at most 200. */
export const certificates = statement<{ district: string }, CertificateRow>('roster.certificates', (db, p) => db.selectFrom('deletion_certificate')
  .select(['id', 'at', 'rule', 'counts', 'digest']).where('district', '=', p('district')).orderBy('at', 'desc').orderBy('id', 'desc').limit(200))

/** A moment as its civil day, or null. */
export const dayOrNull = (at: Date | null): string | null => (at === null ? null : shanghaiDay(at))
