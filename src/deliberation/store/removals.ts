import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Standing } from '../rules/speech/index.ts'

type Row = { readonly speaker: string; readonly at: Date; readonly ruling: string | null }

/** What was taken away of these speakers, by speaker: what a ban is weighed by. */
export async function removalsOf(tx: Tx, district: string, speakers: readonly string[]): Promise<ReadonlyMap<string, readonly Standing[]>> {
  const ids = [...new Set(speakers)]
  if (ids.length === 0) return new Map()
  const of = (table: string) => sql`select id, speaker from ${sql.table(table)} where district = ${district} and speaker = any(${ids}::uuid[]) and state in ('removed', 'shown', 'open')`
  const { rows } = await sql<Row>`select s.speaker, m.at, m.ruling from (${of('speech')} union all ${of('statement')} union all ${of('covenant_amendment')}
    union all ${of('agenda_intake')}) s join moderation m on m.district = ${district} and m.subject = s.id and m.did = 'removed'`.execute(tx)
  return new Map(ids.map((id) => [id, rows.filter((row) => row.speaker === id).map(({ at, ruling }) => ({ at: at.getTime(), restored: ruling === 'restored' }))]))
}
