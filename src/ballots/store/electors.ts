/** The frozen register of one vote: electors and their titles. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

export type NewElector = {
  readonly id: string; readonly head: string | null; readonly voter_hash: string | null; readonly building: string | null
  readonly kind: 'owners' | 'company' | 'developer' | 'resident'
  /** 0.01 m². */
  readonly area: number
  readonly heads: 0 | 1; readonly titles: number; readonly code: string; readonly blocked: string | null
}
export type NewElectorTitle = {
  readonly title: string; readonly elector: string; readonly building: string | null; readonly label: string; readonly kind: string; readonly area: number
  readonly counts: boolean
}
type Of = { readonly district: string; readonly id: string; readonly keeper: string }

const PART = 5000
const parts = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / PART) }, (_, i) => rows.slice(i * PART, (i + 1) * PART))

/** The register freezes into tables whose statistics still call them empty: checks of foreign keys would read them whole for each row (decision 0007). */
export const indexesOnly = async (tx: Tx): Promise<void> => { await sql`set local enable_seqscan = off`.execute(tx) }

/** Writes the electors of a vote, five thousand in a statement. `voter_hash`: bytes as '\x…' or null. */
export async function insertElectors(tx: Tx, { district, id, keeper }: Of, electors: readonly NewElector[]): Promise<void> {
  for (const part of parts(electors)) {
    await sql`insert into elector (district, vote, keeper, id, head, voter_hash, building, kind, area, heads, titles, code, blocked)
      select ${district}, ${id}::uuid, ${keeper}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as r(id uuid, head uuid, voter_hash bytea, building uuid, kind text, area bigint, heads int, titles int, code text, blocked text)`.execute(tx)
  }
}

/** Writes the titles of electors. */
export async function insertElectorTitles(tx: Tx, { district, id }: Pick<Of, 'district' | 'id'>, titles: readonly NewElectorTitle[]): Promise<void> {
  for (const part of parts(titles)) {
    await sql`insert into elector_title (district, vote, title, elector, building, label, kind, area, counts)
      select ${district}, ${id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as r(title uuid, elector uuid, building uuid, label text, kind text, area int, counts boolean)`.execute(tx)
  }
}

export type Named = { readonly elector?: string | undefined; readonly code?: string | undefined }
export type ElectorRow = { readonly id: string; readonly code: string; readonly head: string | null; readonly building: string | null; readonly area: string
  readonly heads: number; readonly titles: number; readonly blocked: string | null; readonly took_part: boolean; readonly casts: number }

/** The electors of a vote that are named by id or by the code on their paper. Whoever is not on the team finds none. */
export async function electorsNamed(tx: Tx, district: string, vote: string, named: readonly Named[]): Promise<readonly ElectorRow[]> {
  const [ids, codes] = [named.flatMap(({ elector }) => elector ?? []), named.flatMap(({ code }) => code ?? [])]
  return tx.selectFrom('elector').select(['id', 'code', 'head', 'building', 'area', 'heads', 'titles', 'blocked', 'took_part', 'casts'])
    .where('district', '=', district).where('vote', '=', vote)
    .where((e) => e.or([e('id', '=', sql<string>`any(${ids}::uuid[])`), e('code', '=', sql<string>`any(${codes}::text[])`)])).execute()
}

/** The one of some electors that is meant. */
export const meant = <T extends { readonly id: string; readonly code: string }>(rows: readonly T[], { elector, code }: Named): T | undefined =>
  rows.find((row) => (elector === undefined ? row.code === code : row.id === elector))
