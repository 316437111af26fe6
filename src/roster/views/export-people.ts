import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { fieldsShownTo } from '../rules/index.ts'

/** Somebody of a home on a sheet: a name and a telephone as they are shown, and how they belong to the home. */
export type ExportedPerson = {
  readonly who: string; readonly name: { readonly id: string; readonly shown: string } | null
  readonly phone: { readonly id: string; readonly shown: string } | null
  readonly lives: boolean; readonly registered: boolean; readonly owns: boolean; readonly rents: boolean
}
type Row = { home: string; who: string; lives: boolean; registered: boolean; owns: boolean; rents: boolean; id: string | null; field: string | null
  masked: string | null }

/** The people of some homes within the reader's reach, masked, those who left out. */
export async function exportedPeople(tx: Tx, actor: Actor, homes: readonly string[]): Promise<ReadonlyMap<string, readonly ExportedPerson[]>> {
  if (homes.length === 0) return new Map()
  const fields = fieldsShownTo(actor.audience).filter((field) => field === 'name' || field === 'phone')
  const { rows } = await sql<Row>`select d.home, d.who, d.lives, d.registered, d.owns, d.rents, v.id, v.field, v.masked from dweller d
    left join dweller_value v on v.district = d.district and v.dweller = d.id and v.state = 'current' and v.field = any (${[...fields]}::text[])
    where d.district = ${actor.district} and d.home = any (${[...homes]}::uuid[]) and d.until is null order by d.home, d.lives desc, d.id`.execute(tx)
  const byHome = Map.groupBy(rows, ({ home }) => home)
  return new Map([...byHome].map(([home, own]) => [home, [...Map.groupBy(own, ({ who }) => who)].map(([who, ties]): ExportedPerson => {
    const value = (field: string): ExportedPerson['name'] => {
      const row = ties.find((one) => one.field === field)
      return row?.id ? { id: row.id, shown: row.masked ?? '' } : null
    }
    const any = (is: (row: Row) => boolean): boolean => ties.some(is)
    return { who, name: value('name'), phone: value('phone'), lives: any((t) => t.lives), registered: any((t) => t.registered), owns: any((t) =>
      t.owns),
      rents: any((t) => t.rents) }
  })]))
}
