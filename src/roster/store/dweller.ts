/** Ties of people to homes: statements that read and change them, and what they are found by. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { openKeyOf, type FieldKey } from '../../trust/index.ts'
import type { SourceKind, UntilSaid } from '../rules/index.ts'
import { tokensOf } from './token.ts'
import { valuesOf } from './value.ts'

export type DwellerRow = {
  id: string; person: string; who: string; home: string; path: string; compound_path: string | null; community: string; lives: boolean
  registered: boolean; owns: boolean; rents: boolean; since: string | null; until: string | null; why_until: string | null; until_said: UntilSaid
  source_kind: SourceKind; recorded_at: Date; version: number
}
const columns = ['id', 'person', 'who', 'home', 'path', 'compound_path', 'community', 'lives', 'registered', 'owns', 'rents', 'why_until', 'until_said',
  'source_kind',
  'recorded_at', 'version'] as const
const days = [sql<string | null>`since::text`.as('since'), sql<string | null>`until::text`.as('until')] as const

/** Everybody tied to a home, also those who left. */
export const tiesOfHome = statement<{ district: string; home: string }, DwellerRow>('roster.ties.home', (db, p) => db.selectFrom('dweller')
  .select([...columns, ...days]).where('district', '=', p('district')).where('home', '=', p('home')).orderBy('recorded_at').orderBy('id'))

/** All ties of some persons within the reader's reach. */
export const tiesOfWho = statement<{ district: string; who: string[] }, DwellerRow>('roster.ties.who', (db, p) => db.selectFrom('dweller')
  .select([...columns, ...days]).where('district', '=', p('district')).where('who', '=', sql<string>`any(${p('who')}::uuid[])`).orderBy('id'))

/** One tie within the writer's reach, locked. */
export const lockTie = statement<{ district: string; id: string }, DwellerRow>('roster.tie.lock', (db, p) => db.selectFrom('dweller')
  .select([...columns, ...days]).where('district', '=', p('district')).where('id', '=', p('id')).forUpdate())

const keyOf = statement<{ district: string; person: string }, { wrapped: Buffer; alg: string }>('roster.key', (db, p) => db.selectFrom('person_key')
  .select(['wrapped', 'alg']).where('district', '=', p('district')).where('person', '=', p('person')))

/** The key that a person's values are sealed with; null once they were erased. */
export async function keyOfDweller(tx: Tx, district: string, person: string): Promise<FieldKey | null> {
  const [row] = await keyOf(tx, { district, person })
  return row ? openKeyOf(row.wrapped, row.alg, district, person) : null
}

/** Makes anew what a tie is found by, from its current values; a tie that has ended is not found. Nothing of it is shown. */
export async function renewTokens(tx: Tx, district: string, tie: DwellerRow, key: FieldKey, ended = tie.until !== null): Promise<void> {
  await tx.deleteFrom('dweller_token').where('district', '=', district).where('dweller', '=', tie.id).execute()
  if (ended) return
  const rows = await valuesOf(tx, { district, dwellers: [tie.id] })
  const open = (field: 'name' | 'phone' | 'id_number'): string[] => rows.flatMap((row) =>
    (row.field === field && row.state === 'current' && row.cipher !== null ? [key.open(field, row.cipher)] : []))
  const tokens = tokensOf(district, { names: open('name'), phones: open('phone'), idNumbers: open('id_number') })
  if (tokens.length === 0) return
  await tx.insertInto('dweller_token').values(tokens.map((token) => ({ district, community: tie.community, token, dweller: tie.id })))
    .onConflict((c) => c.doNothing()).execute()
}

/** Ends ties on a day (`said`: whether anybody said that day), or opens them again (`until` null). */
export async function setUntil(tx: Tx, district: string, ids: readonly string[], until: string | null, why: string | null, said: UntilSaid = 'day'): Promise<void> {
  await tx.updateTable('dweller').set({ until, until_said: said, why_until: why, ended_by: null, version: sql`version + 1` }).where('district', '=', district)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
}
