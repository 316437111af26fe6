import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Covenant, CovenantAmendment, CovenantVersion } from '../../kit/tables.gen.ts'
import type { AmendmentState, Clause, Version, VersionState } from '../rules/covenant/index.ts'

export type CovenantRow = Selectable<Covenant>
type VersionDays = { readonly comments_until: string | null; readonly adopted_on: string | null }
/** A version as it is stored, its days as civil days. */
export type VersionRow = Omit<Selectable<CovenantVersion>, keyof VersionDays> & VersionDays
export type AmendmentRow = Selectable<CovenantAmendment>

/** A version as its rules see it. The table's check keeps the state right, and clauses are written by `withKeys` alone. */
export const mapVersion = (row: VersionRow): Version =>
  ({ n: row.n, state: row.state as VersionState, clauses: row.clauses as unknown as Clause[], commentsUntil: row.comments_until })
export const amendmentState = (row: Pick<AmendmentRow, 'state'>): AmendmentState => row.state as AmendmentState // the table's check

/** One covenant; undefined where the actor sees none. */
export const covenantById = (tx: Tx, district: string, id: string): Promise<CovenantRow | undefined> =>
  tx.selectFrom('covenant').selectAll().where('district', '=', district).where('id', '=', id).executeTakeFirst()

/** One covenant, locked until the transaction ends; undefined where the actor sees none. */
export const lockCovenant = (tx: Tx, district: string, id: string): Promise<CovenantRow | undefined> =>
  tx.selectFrom('covenant').selectAll().where('district', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()

/** The covenants of these places. */
export const covenantsOf = async (tx: Tx, district: string, places: readonly string[]): Promise<CovenantRow[]> => (places.length === 0 ? []
  : tx.selectFrom('covenant').selectAll().where('district', '=', district).where('place', 'in', [...places]).execute())

/** All versions of these covenants, the newest first. */
export const versionsOf = async (tx: Tx, district: string, ids: readonly string[]): Promise<VersionRow[]> => (ids.length === 0 ? []
  : tx.selectFrom('covenant_version').selectAll('covenant_version').select([sql<string | null>`comments_until::text`.as('comments_until'),
    sql<string | null>`adopted_on::text`.as('adopted_on')]).where('district', '=', district).where('covenant', 'in', [...ids]).orderBy('n', 'desc').execute())

/** Changes a version and counts its own version up. */
export async function changeVersion(tx: Tx, { district, covenant, n, version }: VersionRow,
  to: Partial<Pick<VersionRow, 'state' | 'comments_until' | 'vote' | 'yes' | 'answers' | 'adopted_on' | 'reason'>> & { readonly clauses?: readonly Clause[] }): Promise<void> {
  const { clauses, ...rest } = to
  await tx.updateTable('covenant_version').set({ ...rest, ...(clauses ? { clauses: JSON.stringify(clauses) } : {}), version: version + 1 })
    .where('district', '=', district).where('covenant', '=', covenant).where('n', '=', n).execute()
}

/** Writes a new draft. */
export const insertDraft = (tx: Tx, of: CovenantRow, n: number, clauses: readonly Clause[], reason: string | null, at: Date): Promise<unknown> =>
  tx.insertInto('covenant_version').values({ district: of.district, covenant: of.id, n, path: of.path, compound_path: of.compound_path, state: 'draft',
    clauses: JSON.stringify(clauses), reason, created_at: at }).execute()

/** The amendments to a covenant in these states, newest first. */
export const amendmentsOf = (tx: Tx, district: string, covenant: string, states: readonly AmendmentState[]): Promise<AmendmentRow[]> =>
  tx.selectFrom('covenant_amendment').selectAll().where('district', '=', district).where('covenant', '=', covenant).where('state', 'in', [...states])
    .orderBy('at', 'desc').limit(500).execute()

/** How many signed each version of a covenant. */
export async function signaturesOf(tx: Tx, district: string, covenant: string): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.selectFrom('covenant_signature').select(['n', (e) => e.fn.countAll<string>().as('count')]).where('district', '=', district)
    .where('covenant', '=', covenant).groupBy('n').execute()
  return new Map(rows.map(({ n, count }) => [n, Number(count)]))
}
