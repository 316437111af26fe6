import { sql } from 'kysely'
import { withScope, type Db, type Scope, type Tx } from '../../../kit/db.ts'
import { appendAct } from '../../../record/index.ts'
import { importActs } from '../../rules/import/index.ts'
import { changeImport, destroyStaging, importById, type ImportRow } from '../../store/import-file.ts'
import { recountHomes, takeBackChanges } from '../../store/import-homes.ts'
import { rejoin } from '../../store/import-persons.ts'
import { retoken } from '../../store/import-ties.ts'
import { takeBackConsented } from './keep-consented.ts'

const CHUNK = 1000

type TieRow = { id: string; home: string; person: string }

/** A tie of this import on which another source has said something since: it becomes that source's, with the name by which it was met. */
async function handOn(tx: Tx, district: string, id: string, ties: readonly TieRow[]): Promise<ReadonlySet<string>> {
  const ids = ties.map((tie) => tie.id)
  const { rows } = await sql<{ id: string }>`update dweller d set source = v.source, source_kind = v.source_kind, version = d.version + 1
    from (select distinct on (dweller) dweller, source, source_kind from dweller_value where district = ${district}::char(6) and dweller = any(${ids}::uuid[])
      and source <> ${id}::uuid order by dweller, recorded_at, id) v
    where d.district = ${district}::char(6) and d.id = v.dweller returning d.id`.execute(tx)
  const kept = rows.map((row) => row.id)
  await sql`update dweller_value v set source = d.source, source_kind = d.source_kind from dweller d where d.district = ${district}::char(6) and d.id = any(${kept}::uuid[])
    and v.district = d.district and v.dweller = d.id and v.source = ${id}::uuid and v.field = 'name' and v.state = 'current'`.execute(tx)
  return new Set(kept)
}

/** Whoever has no tie any more loses their key: what was written of them can be read nowhere, in backups neither. */
async function forget(tx: Tx, district: string, persons: readonly string[]): Promise<number> {
  const { rows } = await sql<{ person: string }>`delete from person_key k where k.district = ${district}::char(6) and k.person = any(${persons}::uuid[])
    and not exists (select 1 from dweller d where d.district = k.district and d.person = k.person)
    and not exists (select 1 from person_field f where f.district = k.district and f.person = k.person) returning k.person`.execute(tx)
  const gone = rows.map(({ person }) => person)
  const { rows: edges } = await sql<{ one: string; other: string }>`delete from same_person where district = ${district}::char(6)
    and (one = any(${gone}::uuid[]) or other = any(${gone}::uuid[])) returning one, other`.execute(tx)
  if (edges.length > 0) await rejoin(tx, district, [...new Set(edges.flatMap(({ one, other }) => [one, other]))])
  return gone.length
}

/**
 * What an undoing took back so far. `kept`: ties of the import that another source has spoken of since; `waiting`: conflicts that it had raised;
 * `back`: values, ties and homes of others that are again as they were.
 */
type Undone = { readonly ties: number; readonly people: number; readonly kept: number; readonly waiting: number; readonly back: number }
const nothing: Undone = { ties: 0, people: 0, kept: 0, waiting: 0, back: 0 }

const waitingIn = (rows: readonly { readonly state: string }[]): number => rows.filter(({ state }) => state === 'waiting').length

/** A thousand ties of the import with all that hangs on them. */
async function chunk(tx: Tx, district: string, row: ImportRow): Promise<Undone> {
  const ties = await tx.selectFrom('dweller').select(['id', 'home', 'person']).where('district', '=', district).where('source', '=', row.id)
    .orderBy('id').limit(CHUNK).execute()
  if (ties.length === 0) return nothing
  const kept = await handOn(tx, district, row.id, ties)
  const gone = ties.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  await tx.deleteFrom('dweller_token').where('district', '=', district).where('dweller', '=', sql<string>`any(${gone}::uuid[])`).execute()
  const values = await tx.deleteFrom('dweller_value').where('district', '=', district).where('dweller', '=', sql<string>`any(${gone}::uuid[])`).returning('state').execute()
  await tx.deleteFrom('dweller').where('district', '=', district).where('id', '=', sql<string>`any(${gone}::uuid[])`).execute()
  const people = await forget(tx, district, [...new Set(ties.map(({ person }) => person))])
  await recountHomes(tx, district, [...new Set(ties.map(({ home }) => home))])
  return { ...nothing, ties: gone.length, people, kept: kept.size, waiting: waitingIn(values) }
}

/** What the import said of ties that were there goes; what gave way to it comes back, and ties that it ended hold again. */
async function giveBack(tx: Tx, district: string, row: ImportRow): Promise<Undone> {
  const values = await tx.deleteFrom('dweller_value').where('district', '=', district).where('source', '=', row.id).returning(['dweller', 'state']).execute()
  const back = await tx.updateTable('dweller_value').set({ state: 'current', ended_at: null, ended_by: null }).where('district', '=', district)
    .where('ended_by', '=', row.id).returning('dweller').execute()
  const open = await tx.updateTable('dweller').set((e) => ({ until: null, until_said: 'day', why_until: null, ended_by: null, version: e('version', '+', 1) }))
    .where('district', '=', district).where('community', '=', row.community).where('ended_by', '=', row.id).returning(['id', 'home']).execute()
  const pairs = await tx.deleteFrom('same_person').where('district', '=', district).where('community', '=', row.community).where('source', '=', row.id)
    .returning(['one', 'other']).execute()
  await rejoin(tx, district, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))])
  const ties = [...new Set([...values, ...back].map(({ dweller }) => dweller))]
  await retoken(tx, district, [...new Set([...ties, ...open.map(({ id }) => id)])])
  const homes = ties.length === 0 ? [] : await tx.selectFrom('dweller').select('home').where('district', '=', district)
    .where('id', '=', sql<string>`any(${ties}::uuid[])`).execute()
  const changed = await takeBackChanges(tx, district, row.id)
  await recountHomes(tx, district, [...new Set([...homes.map(({ home }) => home), ...open.map(({ home }) => home), ...changed])])
  return { ...nothing, waiting: waitingIn(values), back: back.length + open.length + changed.length }
}

const NAMES = { ties: 'undoneTies', people: 'undonePeople', kept: 'undoneKept', waiting: 'undoneWaiting', back: 'undoneBack' } as const

/** The import's numbers with what was taken back now. */
const sums = (numbers: Readonly<Record<string, number>>, done: Undone): Readonly<Record<string, number>> & { readonly undonePeople: number; readonly undoneTies: number } => ({
  undonePeople: 0, undoneTies: 0, ...numbers,
  ...Object.fromEntries(Object.entries(NAMES).map(([what, name]) => [name, (numbers[name] ?? 0) + done[what as keyof Undone]])), // its own keys
})

/**
 * Undoes an import in the state undoing as a whole: its ties and values go, with the keys of the people that only it knew; what it ended, changed or
 * put in the place of something comes back. What another source said since stays. Cut off, it goes on. [RO25]
 */
export async function undoImport(db: Db, scope: Scope, id: string, now: () => Date): Promise<void> {
  const { district } = scope
  for (let more = true; more;) {
    more = await withScope(db, scope, async (tx) => {
      const row = await importById(tx, district, id, true)
      if (row?.state !== 'undoing') return false
      const done = await chunk(tx, district, row)
      const some = sums(row.counts.numbers, done)
      const left = await tx.selectFrom('dweller').select('id').where('district', '=', district).where('source', '=', id).limit(1).executeTakeFirst()
      if (left !== undefined) return changeImport(tx, district, id, { counts: { ...row.counts, numbers: some } })
      const numbers = sums(some, await giveBack(tx, district, row))
      await takeBackConsented(tx, district, id)
      await destroyStaging(tx, district, id)
      const at = now()
      await changeImport(tx, district, id, { state: 'undone', undoneAt: at, counts: { ...row.counts, numbers } })
      await appendAct(tx, {
        district, at, channel: 'import', actorPerson: row.person, actorPost: row.post, place: row.community, path: row.path, subject: { kind: 'import', id },
        what: importActs.state('roster.import_undone', { people: numbers.undonePeople, ties: numbers.undoneTies }),
      })
      return false
    })
  }
}
