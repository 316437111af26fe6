/** Matters of an import, many at a time: copied into a temporary table of the connection, then inserted from there under the scope. */
import { sql } from 'kysely'
import { copyInto } from '../../kit/copy.ts'
import type { Db, Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { newNumber } from './insert-matter.ts'

/** A matter that is to be imported. Times are of the file, in Shanghai. */
export type NewMatter = {
  readonly id: string; readonly place: string; readonly category: string; readonly sensitive: string | null; readonly urgent: string | null
  readonly words: string; readonly title: string; readonly state: 'filed' | 'closed'
  readonly outcome: 'explained' | null; readonly answer: string | null
  readonly heldPost: string | null; readonly closedTo: readonly string[]; readonly filedAt: Date; readonly endedAt: Date | null
  readonly receipt: Buffer; readonly sourceId: string; readonly outsideNumber: string | null
}
/** What all matters of an import share. */
export type Importing = { readonly district: string; readonly community: string; readonly accountable: string; readonly source: string }

const STAGE = `import_row (id, place, category, sensitive, urgent, words, title, state, outcome, answer, held_post, closed_to, filed_at, ended_at, receipt,
  source_id, outside_number)`

/** Makes the temporary table of this connection. */
export async function openStage(db: Db): Promise<void> {
  await sql`create temporary table if not exists import_row (id uuid, place uuid, category text, sensitive text, urgent text, words text, title text,
    state text, outcome text, answer text, held_post uuid, closed_to text[], filed_at timestamptz, ended_at timestamptz, receipt bytea, source_id text,
    outside_number text) on commit delete rows`.execute(db)
}

/**
 * Of rows that were imported before, by their names, when they were filed. One look into the index a name: left to itself the planner may read
 * the whole table.
 */
export async function importedBefore(tx: Tx, { district, source }: Importing, sourceIds: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ source_id: string; filed_at: Date }>`select m.source_id, m.filed_at from unnest(${sourceIds}::text[]) s(id) cross join lateral (
    select source_id, filed_at from matter where district = ${district}::char(6) and source = ${source} and source_id = s.id limit 1) m`.execute(tx)
  return new Map(rows.map(row => [row.source_id, row.filed_at]))
}

const cells = (m: NewMatter) => [m.id, m.place, m.category, m.sensitive, m.urgent,
  m.words, m.title, m.state, m.outcome, m.answer, m.heldPost, m.closedTo,
  m.filedAt, m.endedAt, m.receipt, m.sourceId, m.outsideNumber] as const

/** Inserts staged matters under these numbers; answers the ids of those that went in. `touched` is the file's time, so that no live inbox rings. */
async function insertNumbered(tx: Tx, common: Importing, ids: readonly string[], numbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into matter (district, id, number, place, path, compound_path, community, compound, building, cell, category, sensitive, urgent, words, title,
      title_from, state, outcome, answer, held_by, held_post, accountable, closed_to, channel, filed_at, ended_at, receipt, source, source_id,
      outside_number, touched)
    select ${common.district}::char(6), r.id, n.number, p.id, p.path, coalesce(p.compound_path, ''), ${common.community}::uuid, p.compound, p.building, p.cell,
      r.category, r.sensitive, r.urgent, r.words, r.title, 'template', r.state, r.outcome, r.answer, ${common.accountable}::uuid, r.held_post,
      ${common.accountable}::uuid, r.closed_to, 'import', r.filed_at, r.ended_at, r.receipt, ${common.source}, r.source_id, r.outside_number,
      coalesce(r.ended_at, r.filed_at)
    from import_row r
    join unnest(${ids}::uuid[], ${numbers}::text[]) n(id, number) on n.id = r.id
    join place p on p.district = ${common.district}::char(6) and p.id = r.place
    on conflict do nothing returning id`.execute(tx)
  return new Set(rows.map(row => row.id))
}

/**
 * Inserts matters that `importedBefore` did not know; answers the ids that went in. One that does not go in under three numbers stands already where
 * this scope does not see it, so it counts as imported before.
 */
export async function insertImported(tx: Tx, common: Importing, matters: readonly NewMatter[]): Promise<ReadonlySet<string>> {
  await copyInto(tx, STAGE, matters.map(cells))
  const inserted = new Set<string>()
  let waiting = matters
  for (let tries = 0; tries < 3 && waiting.length > 0; tries++) {
    const numbers = waiting.map(m => newNumber(m.filedAt, tries === 0 ? 4 : 6))
    for (const id of await insertNumbered(tx, common, waiting.map(m => m.id), numbers)) inserted.add(id)
    waiting = waiting.filter(m => !inserted.has(m.id))
  }
  return inserted
}

/** A line of the story: `filed` at the file's first time, or `finish` at its second with the answer. */
export type NewEntry = { readonly matter: string; readonly act: string; readonly kind: 'filed' | 'finish' }

/**
 * Saves the stories of matters that were staged and inserted in this transaction. From the stage and not from `matter`, which would be read
 * whole.
 */
export async function insertStories(tx: Tx, { district }: Importing, entries: readonly NewEntry[]): Promise<void> {
  await sql`insert into matter_entry (district, id, matter, path, compound_path, parties, closed_to, at, kind, said, seen_by, facts, act)
    select ${district}::char(6), e.id, r.id, p.path, coalesce(p.compound_path, ''), '{}', r.closed_to, case e.kind when 'filed' then r.filed_at else r.ended_at end,
      e.kind, case e.kind when 'filed' then '' else coalesce(r.answer, '') end, 'reporter', case e.kind
        when 'filed' then jsonb_build_object('category', r.category, 'channel', 'import', 'imported', true)
        else jsonb_build_object('outcome', r.outcome, 'imported', true) end, e.act
    from unnest(${entries.map(() => newId())}::uuid[], ${entries.map(e => e.matter)}::uuid[], ${entries.map(e => e.act)}::uuid[],
      ${entries.map(e => e.kind)}::text[]) e(id, matter, act, kind)
    join import_row r on r.id = e.matter
    join place p on p.district = ${district}::char(6) and p.id = r.place`.execute(tx)
}
