import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { comingAfter, listOn, termsOf, type Amendment, type ListItem } from '../rules/whistle-list.ts'
import { SITUATIONS, WHISTLE_PACK } from '../rules/whistle-pack.ts'

/** The amendments that the offices of a street (its place) made to its list, oldest first. */
export async function amendmentsOf(tx: Tx, district: string, street: string): Promise<readonly Amendment[]> {
  const offices = (await tx.selectFrom('org').select('id').where('district', '=', district).where('place', '=', street).where('kind', '=',
    'street').execute())
    .map(({ id }) => id)
  if (offices.length === 0) return []
  const rows = await tx.selectFrom('whistle_item').select(['code', 'version', 'entry', 'reason', 'from_number',
    sql<string>`valid_from::text`.as('from')])
    .where('district', '=', district).where('street', 'in', offices).orderBy('at').orderBy('version').execute()
  return rows.map(({ code, version, entry, reason, from_number: fromNumber, from: validFrom }) => {
    const item = entry as unknown as ListItem | { readonly gone: true } // only amendList writes the column, after its schema
    return { code, version, validFrom, reason, fromNumber, item: 'gone' in item ? null : item }
  })
}

/**
 * The public list of a street (its place, the first where none is said) on a civil day: what may be whistled, with deadlines and sources; what is
 * announced; every version that there was.
 */
export async function whistleList(tx: Tx, district: string, street: string | undefined, day: string) {
  const streets = await tx.selectFrom('org as o').innerJoin('place as p', (j) => j.onRef('p.district', '=', 'o.district').onRef('p.id', '=',
    'o.place'))
    .select(['p.id', 'p.name']).distinct().where('o.district', '=', district).where('o.kind', '=', 'street').orderBy('p.name').execute()
  const chosen = streets.find(({ id }) => id === street) ?? (street === undefined ? streets[0] : undefined)
  if (!chosen) return undefined
  const amendments = await amendmentsOf(tx, district, chosen.id)
  return {
    street: chosen, streets, day, pack: `${WHISTLE_PACK.id}:${WHISTLE_PACK.version}`, source: WHISTLE_PACK.source[0] ?? { law: '' },
    situations: SITUATIONS.map(({ code, name, purpose, leadReport, supportReport, finish, source }) => ({ code, name, purpose, leadReport,
      supportReport,
      finish, source })),
    items: listOn(day, amendments).map((item) => ({ ...item, ...termsOf(item) })),
    coming: comingAfter(day, amendments), history: amendments,
  }
}
