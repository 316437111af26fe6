import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

export type Sought = {
  readonly text: string; readonly communities: readonly string[]; readonly onlyOpen: boolean
  readonly category: string | null; readonly state: string | null
  readonly compound: string | null; readonly before: { readonly at: string; readonly id: string } | null; readonly take: number
}

/** A number as people type it: any case, with or without blanks. */
export const asNumber = (text: string): string => text.toUpperCase().replace(/\s/g, '')

/**
 * Ids of the newest matters that the transaction's scope may see and whose words, title or number hold the text, in any case. One function of the
 * database applies the scope itself: by policy, row by row, a look through 200,000 matters took a second.
 */
export async function searchMatters(tx: Tx, sought: Sought): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select matter_search(${sought.text}, ${asNumber(sought.text)}, ${sought.communities}::uuid[], ${sought.onlyOpen},
    ${sought.category}, ${sought.state}, ${sought.compound}::uuid, ${sought.before?.at ?? null}::timestamptz, ${sought.before?.id ?? null}::uuid,
    ${sought.take}::int) as id`.execute(tx)
  return rows.map(row => row.id)
}
