/** Spreadsheets for tests of the import, and what stands in the roster afterwards; used by tests alone. */
import { sql } from 'kysely'
import { withScope, type Db, type Scope } from '../../../kit/db.ts'
import { sha256 } from '../../../kit/ids.ts'
import { placeByCode } from '../../../places/index.ts'
import { openKeyOf } from '../../../trust/index.ts'
import { openWorkbook } from '../../file/index.ts'
import { importWhole, type Whole } from './import-whole.ts'

/** A text table: the first row is the header. */
export const table = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'))

/** Imports a text table as the command line does. */
export async function importTable(
  db: Db, scope: Scope, at: Date, rows: readonly (readonly string[])[], more: { readonly write?: boolean; readonly community?: string; readonly seenOn?: string } = {},
): Promise<Whole> {
  const bytes = table(rows)
  const community = await withScope(db, scope, (tx) => placeByCode(tx, scope.district, more.community ?? '990106003001'))
  if (community === null) throw new Error('no such community')
  const file = await openWorkbook(bytes)
  try {
    return await importWhole({ db, scope, community, file, hash: sha256(bytes.toString('latin1')).toString('hex'), seenOn: more.seenOn ?? '2026-11-20',
      write: more.write ?? true, now: () => at })
  } finally {
    await file.close()
  }
}

type Row = {
  home: string; who: string; person: string; lives: boolean; registered: boolean; owns: boolean; rents: boolean; since: string | null; until: string | null
  field: string | null; code: string | null; cipher: Buffer | null; state: string | null; wrapped: Buffer | null; alg: string | null
}

/** The roster in clear, whatever its ids: by home, each person's ties and values, and each home's own columns. */
export async function rosterOf(db: Db, scope: Scope): Promise<readonly string[]> {
  return withScope(db, scope, async (tx) => {
    const { rows } = await sql<Row>`select p.code as home, d.who, d.person, d.lives, d.registered, d.owns, d.rents, d.since::text, d.until::text, v.field, v.code, v.cipher,
      v.state, k.wrapped, k.alg from dweller d join place p on p.district = d.district and p.id = d.home
      left join dweller_value v on v.district = d.district and v.dweller = d.id
      left join person_key k on k.district = d.district and k.person = d.person where d.district = ${scope.district}::char(6)`.execute(tx)
    const people = [...Map.groupBy(rows, ({ who }) => who).values()].map((mine) => [...Map.groupBy(mine, ({ home }) => home)].map(([home, at]) => {
      const open = at.filter(({ until }) => until === null)
      const ties = (['lives', 'registered', 'owns', 'rents'] as const).filter((tie) => open.some((row) => row[tie]))
      const values = at.flatMap(({ field, code, cipher, state, wrapped, alg, person }) => {
        const text = code ?? (cipher && wrapped && alg && field ? openKeyOf(wrapped, alg, scope.district, person).open(field, cipher) : null)
        return field === null ? [] : [`${field}=${text ?? '?'}${state === 'current' ? '' : ` ${state}`}`]
      })
      return [home, ties.join('+'), at.map(({ since }) => since).filter((day) => day !== null).sort()[0] ?? '', at.map(({ until }) => until).filter((day) => day !== null).sort()[0] ?? '',
        ...[...new Set(values)].sort()].join(' | ')
    }).sort().join(' ‖ '))
    const homes = await sql<{ line: string }>`select concat_ws(' ', p.code, w.state, w.living, w.children, w.household_no, w.confirmed_on::text, w.confirmed_how, array_to_string(w.doubts, ',')) as line
      from dwelling w join place p on p.district = w.district and p.id = w.home where w.district = ${scope.district}::char(6) and w.state <> 'unknown'`.execute(tx)
    return [...people, ...homes.rows.map(({ line }) => line)].sort()
  })
}

/** How many rows stand in the tables of the roster. */
export async function sizes(db: Db, scope: Scope): Promise<Readonly<Record<string, number>>> {
  return withScope(db, scope, async (tx) => {
    const tables = ['dweller', 'dweller_value', 'dweller_token', 'person_key', 'same_person', 'roster_row', 'roster_import_key', 'roster_change']
    const counts = await Promise.all(tables.map(async (name) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)}`.execute(tx)
      return [name, rows[0]?.n ?? 0] as const
    }))
    return Object.fromEntries(counts)
  })
}
