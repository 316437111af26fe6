/** Homes that were left out of a vote of households because nobody lives there; the ballot team's alone. */
import type { Tx } from '../../kit/db.ts'
import { VACANT_SOURCES, type VacantSource } from '../rules/vacant-homes.ts'

export type VacantHome = { readonly home: string; readonly building: string | null; readonly label: string; readonly source: VacantSource; readonly reason: string }
type Of = { readonly district: string; readonly id: string }

/** Writes down which homes stand empty. */
export async function insertVacantHomes(tx: Tx, { district, id }: Of, homes: readonly VacantHome[]): Promise<void> {
  for (let from = 0; from < homes.length; from += 1000) {
    await tx.insertInto('vacant_home').values(homes.slice(from, from + 1000).map((one) => ({ district, vote: id, ...one }))).execute()
  }
}

/** The homes of a vote that were left out, by name, with those that came back in. */
export async function vacantHomesOf(tx: Tx, { district, id }: Of) {
  const rows = await tx.selectFrom('vacant_home').select(['home', 'label', 'source', 'reason', 'back_at as backAt', 'back_reason as backReason'])
    .where('district', '=', district).where('vote', '=', id).limit(20_000).execute()
  return rows.map((row) => ({ ...row, source: VACANT_SOURCES.find((one) => one === row.source) ?? 'visit' as const, backAt: row.backAt?.toISOString() ?? null }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh', { numeric: true }))
}

/** Takes one home back in; answers it, or undefined where it was not left out, or is in again. */
export const takeBack = (tx: Tx, { district, id }: Of, home: string, reason: string, at: Date) => tx.updateTable('vacant_home')
  .set({ back_at: at, back_reason: reason }).where('district', '=', district).where('vote', '=', id).where('home', '=', home).where('back_at', 'is', null)
  .returning(['building', 'label']).executeTakeFirst()
