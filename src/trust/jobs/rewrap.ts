import { sql } from 'kysely'
import type { Db } from '../../kit/db.ts'
import { keysInUse } from '../crypto/keys.ts'
import { boundTo, importOf } from '../crypto/person-key.ts'
import { voteKeyKinds, voteKeyOf } from '../crypto/vote-key.ts'

/** What one walk over all wrapped keys found. `unreadable`: opened by neither master. */
export type Walked = { readonly seen: number; readonly rewrapped: number; readonly unreadable: number }

/** A table of wrapped keys: which column names whose key it is, and what the key is bound to. `kind`: of those of one kind alone. */
type KeyTable = {
  readonly table: string
  readonly owner: string
  readonly kind?: string
  readonly boundOf: (district: string, owner: string) => string
}

const keyTables: readonly KeyTable[] = [
  { table: 'person_key', owner: 'person', boundOf: boundTo },
  { table: 'roster_import_key', owner: 'import', boundOf: (district, id) => boundTo(district, importOf(id)) },
  ...voteKeyKinds.map((kind) => ({
    table: 'vote_key', owner: 'vote', kind, boundOf: (district: string, vote: string) => boundTo(district, voteKeyOf(kind, vote)) })),
]

type Row = { readonly district: string; readonly owner: string; readonly wrapped: Buffer; readonly alg: string }

const BATCH = 1000

async function keysAfter(owner: Db, { table, owner: column, kind }: KeyTable, last: Row | undefined): Promise<readonly Row[]> {
  const [from, id] = [sql.table(table), sql.ref(column)]
  const after = last ? sql`and (district, ${id}) > (${last.district}, ${last.owner}::uuid)` : sql``
  const ofKind = kind === undefined ? sql`` : sql`and kind = ${kind}`
  const { rows } = await sql<Row>`select district, ${id} as owner, wrapped, alg from ${from} where wrapped is not null ${ofKind} ${after}
    order by district, ${id} limit ${BATCH}`.execute(owner)
  return rows
}

/** One statement, so one transaction. A key that was destroyed meanwhile stays destroyed, and one that changed meanwhile stays as it is. */
async function put(owner: Db, { table, owner: column, kind }: KeyTable, changed: readonly (Row & { readonly fresh: Buffer })[]): Promise<void> {
  const [to, id] = [sql.table(table), sql.ref(`k.${column}`)]
  const [districts, owners] = [changed.map((row) => row.district), changed.map((row) => row.owner)]
  const [wrapped, fresh] = [changed.map((row) => row.wrapped), changed.map((row) => row.fresh)]
  const ofKind = kind === undefined ? sql`` : sql`and k.kind = ${kind}`
  await sql`update ${to} k set wrapped = n.fresh
    from unnest(${districts}::text[], ${owners}::uuid[], ${wrapped}::bytea[], ${fresh}::bytea[]) as n (district, owner, wrapped, fresh)
    where k.district = n.district::char(6) and ${id} = n.owner and k.wrapped = n.wrapped ${ofKind}`.execute(owner)
}

function again(row: Row, bound: string): Buffer | null | undefined {
  try {
    return keysInUse().wrapping.rewrap(row.alg, row.wrapped, bound)
  } catch {
    return undefined
  }
}

/**
 * Walks over all wrapped keys of all districts, a thousand at a time, and wraps by the master in use what is wrapped by the one before. Each batch
 * is saved by itself: killed at any point it can be called again. `db` is a pool of linli_owner; `step` is told how many were looked at.
 * With `look` nothing is written.
 */
export async function rewrapKeys(db: Db, step: (n: number) => void, { look = false } = {}): Promise<Walked> {
  let [seen, rewrapped, unreadable] = [0, 0, 0]
  for (const table of keyTables) {
    for (let rows = await keysAfter(db, table, undefined); rows.length > 0; rows = await keysAfter(db, table, rows.at(-1))) {
      const fresh = rows.map((row) => ({ ...row, fresh: again(row, table.boundOf(row.district, row.owner)) }))
      unreadable += fresh.filter((row) => row.fresh === undefined).length
      const changed = fresh.flatMap((row) => (row.fresh ? [{ ...row, fresh: row.fresh }] : []))
      if (changed.length > 0 && !look) await put(db, table, changed)
      seen += rows.length
      rewrapped += changed.length
      step(rows.length)
    }
  }
  return { seen, rewrapped, unreadable }
}
