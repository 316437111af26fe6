/** Values of ties: how one is sealed, and the statements that read and change them. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { lookupHash, maskValue, type FieldKey } from '../../trust/index.ts'
import { fieldRule, type DwellerField, type SourceKind } from '../rules/index.ts'
import type { HashOf } from './token.ts'

/** A value as its row stands: a code in clear, or sealed with what screens show of it. */
export type KeptValue = {
  readonly code: string | null; readonly cipher: Buffer | null; readonly masked: string | null; readonly keyedHash: Buffer | null
}

/** Fields that are compared without being opened. */
const compared: readonly DwellerField[] = ['name', 'phone', 'id_number']

const plainHash = (district: string): HashOf => (kind, text) => lookupHash(district, kind, text)

/** The keyed hash by which a value is compared, or null where its field is not. */
export const hashOfValue = (district: string, field: DwellerField, clear: string, hash = plainHash(district)): Buffer | null =>
  field === 'name' || field === 'phone' || field === 'id_number' ? hash(field, clear) : null

/** Makes the row of a value: sealed with the person's key where the register of fields says so. `hash`: for many, one that remembers. [RO1] [RO2] */
export function keepValue(district: string, key: FieldKey, field: DwellerField, clear: string, hash = plainHash(district)): KeptValue {
  const rule = fieldRule(field)
  if (!rule.sealed || field === 'sex' || field === 'relation') return { code: clear, cipher: null, masked: null, keyedHash: null }
  const text = clear.trim()
  return { code: null, cipher: key.seal(field, text), masked: maskValue(field, text), keyedHash: hashOfValue(district, field, text, hash) }
}

/** Fields by which a tie is found: when one changes, its tokens are made anew. */
export const isFindable = (field: DwellerField): boolean => compared.includes(field)

export type ValueRow = {
  id: string; dweller: string; person: string; field: string; code: string | null; cipher: Buffer | null; masked: string | null
  keyed_hash: Buffer | null; state: string; seen_on: string; source_kind: string; recorded_at: Date; ended_at: Date | null
}
const columns = ['id', 'dweller', 'person', 'field', 'code', 'cipher', 'masked', 'keyed_hash', 'state', 'source_kind', 'recorded_at',
  'ended_at'] as const

/** All values of some ties, the current ones first, then the newest. */
export const valuesOf = statement<{ district: string; dwellers: string[] }, ValueRow>('roster.values', (db, p) => db.selectFrom('dweller_value')
  .select([...columns, sql<string>`seen_on::text`.as('seen_on')]).where('district', '=', p('district'))
  .where('dweller', '=', sql<string>`any(${p('dwellers')}::uuid[])`).orderBy('recorded_at', 'desc').orderBy('id', 'desc'))

/** One value within the reader's reach. */
export const valueById = statement<{ district: string; id: string }, ValueRow>('roster.value', (db, p) => db.selectFrom('dweller_value')
  .select([...columns, sql<string>`seen_on::text`.as('seen_on')]).where('district', '=', p('district')).where('id', '=', p('id')))

/** Ends current values of a field: they become past. Answers their ids. */
export async function endValues(tx: Tx, district: string, dweller: string, field: DwellerField, at: Date): Promise<readonly string[]> {
  const rows = await tx.updateTable('dweller_value').set({ state: 'past', ended_at: at }).where('district', '=', district)
    .where('dweller', '=', dweller).where('field', '=', field).where('state', '=', 'current').returning('id').execute()
  return rows.map(({ id }) => id)
}

/** What a value to be written stands in. */
export type ValueOf = {
  readonly id: string; readonly dweller: string; readonly person: string; readonly path: string; readonly compoundPath: string | null
  readonly field: DwellerField; readonly seenOn: string; readonly sourceKind: SourceKind; readonly source: string; readonly at: Date
}

/** Writes one current value. */
export async function putValue(tx: Tx, district: string, of: ValueOf, kept: KeptValue): Promise<void> {
  await tx.insertInto('dweller_value').values({
    district, id: of.id, dweller: of.dweller, person: of.person, path: of.path, compound_path: of.compoundPath, field: of.field, code: kept.code,
    cipher: kept.cipher, masked: kept.masked, keyed_hash: kept.keyedHash, state: 'current', seen_on: of.seenOn, source_kind: of.sourceKind,
    source: of.source, recorded_at: of.at, ended_at: null, ended_by: null,
  }).execute()
}
