import type { Tx } from '../../kit/db.ts'

/** What of a matter a dispute begins from: its place, category and hands. Words stay where they are. */
export type MatterBehind = {
  readonly id: string; readonly number: string; readonly place: string; readonly category: string; readonly sensitive: string | null
  readonly urgent: string | null; readonly hands: readonly string[]
}

/** The matter behind something, for whoever may see it; undefined otherwise. */
export async function matterBehind(tx: Tx, district: string, id: string): Promise<MatterBehind | undefined> {
  return tx.selectFrom('matter').select(['id', 'number', 'place', 'category', 'sensitive', 'urgent', 'hands'])
    .where('district', '=', district).where('id', '=', id).executeTakeFirst()
}
