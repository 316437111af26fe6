import type { Tx } from '../../kit/db.ts'

/** Matters by id as 'number title', for those that the reader's scope may see. */
export async function matterLabels(tx: Tx, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('matter').select(['id', 'number', 'title']).where('district', '=', district).where('id', 'in',
    [...new Set(ids)]).execute()
  return new Map(rows.map(({ id, number, title }) => [id, `${number} ${title}`]))
}
