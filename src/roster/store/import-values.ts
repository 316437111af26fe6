/** Values and tokens of many ties: what belongs to the tie travels once, and its rows name it by its number. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { newIdBytes } from '../../kit/ids.ts'
import type { DwellerField } from '../rules/fields.ts'
import { columnOf } from './bulk-column.ts'
import type { Importing } from './import-held.ts'
import type { KeptValue } from './value.ts'

/** The tie that values and tokens hang on. */
export type TieOf = { readonly id: string; readonly person: string; readonly path: string; readonly compoundPath: string | null }

type There = 'none' | 'maybe'
const AT_ONCE = 8000

/** Collects values and tokens, column by column, and writes each kind in one statement for some thousands. */
export class ValueColumns {
  readonly #ties: TieOf[] = []
  readonly #numbers = new Map<string, number>()
  readonly #values: [tie: number, id: Buffer, field: DwellerField, state: 'current' | 'waiting', kept: KeptValue][] = []
  readonly #tokens: Readonly<Record<There, [tie: number, token: Buffer][]>> = { none: [], maybe: [] }

  #number(tie: TieOf): number {
    const known = this.#numbers.get(tie.id)
    if (known !== undefined) return known
    this.#numbers.set(tie.id, this.#ties.length)
    return this.#ties.push(tie) - 1
  }

  addValue(tie: TieOf, field: DwellerField, kept: KeptValue, state: 'current' | 'waiting'): void {
    this.#values.push([this.#number(tie), newIdBytes(), field, state, kept])
  }

  /** `there`: whether the tie may carry the token already; then it stays. Looking first costs a third more. */
  addToken(tie: TieOf, token: Buffer, there: There): void { this.#tokens[there].push([this.#number(tie), token]) }

  /** Writes them in the caller's transaction; ties must be there. */
  async write(tx: Tx, to: Importing): Promise<void> {
    const tokens = (there: There) => parts(this.#tokens[there]).map((some) => writeTokens(tx, to, this.#ties, some, there))
    await Promise.all([...parts(this.#values).map((some) => writeValues(tx, to, this.#ties, some)), ...tokens('none'), ...tokens('maybe')])
  }
}

function parts<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
}

/** Ties numbered from 1 on, as rows of a statement. */
const tieRows = (ties: readonly TieOf[]) => sql`unnest(
  ${columnOf('uuid', ties.map(({ id }) => id))}::uuid[], ${columnOf('uuid', ties.map(({ person }) => person))}::uuid[],
  ${columnOf('ltree', ties.map(({ path }) => path))}::ltree[], ${columnOf('ltree', ties.map(({ compoundPath }) => compoundPath))}::ltree[])
  with ordinality as t(dweller, person, path, compound_path, n)`

async function writeValues(tx: Tx, { district, id, seenOn, at }: Importing, ties: readonly TieOf[],
  rows: readonly (readonly [number, Buffer, DwellerField, 'current' | 'waiting', KeptValue])[]): Promise<void> {
  await sql`insert into dweller_value (district, id, dweller, person, path, compound_path, field, code, cipher, masked, keyed_hash, state, seen_on,
      source_kind, source, recorded_at)
    select ${district}::char(6), r.id, t.dweller, t.person, t.path, t.compound_path, r.field, r.code, r.cipher, r.masked, r.keyed_hash, r.state,
      ${seenOn}::date, 'import', ${id}::uuid, ${at}::timestamptz
    from unnest(${columnOf('int', rows.map(([tie]) => tie + 1))}::int[], ${columnOf('uuid', rows.map((row) => row[1]))}::uuid[],
      ${columnOf('text', rows.map((row) => row[2]))}::text[], ${columnOf('text', rows.map((row) => row[3]))}::text[],
      ${columnOf('text', rows.map((row) => row[4].code))}::text[], ${columnOf('bytea', rows.map((row) => row[4].cipher))}::bytea[],
      ${columnOf('text', rows.map((row) => row[4].masked))}::text[], ${columnOf('bytea', rows.map((row) => row[4].keyedHash))}::bytea[])
      as r(tie, id, field, state, code, cipher, masked, keyed_hash) join ${tieRows(ties)} on t.n = r.tie`.execute(tx)
}

async function writeTokens(tx: Tx, { district, community }: Importing, ties: readonly TieOf[], rows: readonly (readonly [number, Buffer])[],
  there: There): Promise<void> {
  await sql`insert into dweller_token (district, community, token, dweller) select ${district}::char(6), ${community}::uuid, r.token, t.dweller
    from unnest(${columnOf('int', rows.map(([tie]) => tie + 1))}::int[], ${columnOf('bytea', rows.map(([, token]) => token))}::bytea[]) as r(tie, token)
    join ${tieRows(ties)} on t.n = r.tie ${there === 'none' ? sql`` : sql`on conflict do nothing`}`.execute(tx)
}
