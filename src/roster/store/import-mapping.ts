/** How columns with certain headers were read before, by a hash of the header: offered again with the next file. */
import type { Tx } from '../../kit/db.ts'
import { lookupHash } from '../../trust/index.ts'
import type { ImportField } from '../rules/reading/index.ts'

type Mapped = ImportField | 'ignored'

/** Remembers what a column is. `header`: its key, of which a hash alone is kept. */
export async function rememberColumn(tx: Tx, district: string, community: string, header: string, as: Mapped, at: Date): Promise<void> {
  const columns = JSON.stringify({ as })
  await tx.insertInto('roster_mapping').values({ district, community, headers: lookupHash(district, 'headers', header), columns, used_at: at })
    .onConflict((c) => c.columns(['district', 'community', 'headers']).doUpdateSet({ columns, used_at: at })).execute()
}

/** What is remembered of a community's headers, to be asked by a header's key. */
export async function rememberedColumns(tx: Tx, district: string, community: string): Promise<Readonly<Record<string, Mapped>>> {
  const rows = await tx.selectFrom('roster_mapping').select(['headers', 'columns']).where('district', '=', district).where('community', '=', community).execute()
  // written above in this shape
  const known = new Map(rows.map(({ headers, columns }) => [headers.toString('hex'), (columns as unknown as { as: Mapped }).as]))
  return new Proxy<Record<string, Mapped>>({}, {
    get: (_, key) => (typeof key === 'string' && known.size > 0 ? known.get(lookupHash(district, 'headers', key).toString('hex')) : undefined),
  })
}
