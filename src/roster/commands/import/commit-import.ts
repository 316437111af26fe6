import { sql } from 'kysely'
import { withScope, type Db, type Scope, type Tx } from '../../../kit/db.ts'
import { appendAct } from '../../../record/index.ts'
import type { FieldKey } from '../../../trust/index.ts'
import { importActs } from '../../rules/import/index.ts'
import { makeChanges, recountHomes } from '../../store/import-homes.ts'
import { changeImport, destroyStaging, importById, stagedAfter, stagingKeyOf, type ImportRow, type StagedRow } from '../../store/import-file.ts'
import type { Importing } from '../../store/import-held.ts'
import { againIfMet, commitRows, type Committed, type CommitRow } from './commit-rows.ts'
import { keepConsented } from './keep-consented.ts'

/** Rows of one transaction: enough to be quick, few enough to lose little when it is cut off. */
const CHUNK = 500

/** A staged row as it is taken: as it stands, or with its fixes where somebody took them; null when it is left. */
export function takenRow({ decision, judged, fixed, home }: StagedRow): CommitRow | null {
  if (judged === null || home === null || judged.verdict === 'cannot' || decision === 'leave') return null
  if (judged.verdict === 'fixable' && decision !== 'take') return null
  const { people, householdNo, homeState } = (judged.verdict === 'fixable' ? fixed : null) ?? judged
  return { home, people, householdNo, homeState }
}

/** Adds what came of some rows to what came of those before. */
const added = (numbers: Readonly<Record<string, number>>, done: Committed & { readonly sensitive: number }, left: number): Readonly<Record<string, number>> => {
  const sum = { ...numbers }
  for (const [name, count] of Object.entries({ ...done, newPeople: done.people, leftOut: left })) if (name !== 'people') sum[name] = (sum[name] ?? 0) + count
  return sum
}

export const importingOf = (district: string, { id, community, path, seenOn }: ImportRow, at: Date): Importing => ({ district, id, community, path, seenOn, at })

/** Children of a home are a number: the most that any file told. Counted over the whole file, since a household may stand in two chunks. [RO6] */
export async function keepChildren(tx: Tx, to: Importing, counts: ReadonlyMap<string, number>): Promise<void> {
  const rows = counts.size === 0 ? [] : await tx.selectFrom('dwelling').select(['home', 'children']).where('district', '=', to.district)
    .where('home', '=', sql<string>`any(${[...counts.keys()]}::uuid[])`).execute()
  const more = rows.filter(({ home, children }) => (counts.get(home) ?? 0) > children)
  await makeChanges(tx, to, more.map(({ home, children }) => ({ subject: home, field: 'children', before: String(children), after: String(counts.get(home)) })))
  await recountHomes(tx, to.district, more.map(({ home }) => home))
}

async function stagedChildren(tx: Tx, district: string, id: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ home: string; count: number }>`select home, count(*)::int as count from roster_row, unnest(problems) p
    where district = ${district}::char(6) and import = ${id}::uuid and home is not null and split_part(p, ':', 2) = 'under_14'
      and (decision = 'take' or (verdict = 'ok' and decision = 'open')) group by home`.execute(tx)
  return new Map(rows.map(({ home, count }) => [home, count]))
}

async function finish(tx: Tx, scope: Scope, row: ImportRow, at: Date): Promise<void> {
  const { district } = scope
  await keepChildren(tx, importingOf(district, row, at), await stagedChildren(tx, district, row.id))
  await destroyStaging(tx, district, row.id)
  await changeImport(tx, district, row.id, { state: 'done', doneAt: at })
  await tellImported(tx, district, row, at)
}

/** The act of an import that came to its end. */
export async function tellImported(tx: Tx, district: string, row: ImportRow, at: Date): Promise<void> {
  const { rows = 0, leftOut = 0, newPeople = 0, homes = 0, waiting = 0, joined = 0 } = row.counts.numbers
  await appendAct(tx, {
    district, at, channel: 'import', actorPerson: row.person, actorPost: row.post, place: row.community, path: row.path, subject: { kind: 'import', id: row.id },
    what: importActs.state('roster.imported', { rows, left: leftOut, people: newPeople, homes, waiting, joined }),
  })
}

type Cursor = { readonly sheet: number; readonly n: number }

/** Where a commit that was cut off goes on: behind so many rows. */
async function behind(tx: Tx, district: string, id: string, rows: number): Promise<Cursor> {
  if (rows === 0) return { sheet: 0, n: 0 }
  const last = await tx.selectFrom('roster_row').select(['sheet', 'n']).where('district', '=', district).where('import', '=', id)
    .orderBy('sheet').orderBy('n').offset(rows - 1).limit(1).executeTakeFirst()
  return last ?? { sheet: 2 ** 30, n: 0 }
}

type Step = { readonly after: Cursor | null; readonly more: boolean }

async function chunk(tx: Tx, scope: Scope, id: string, key: FieldKey, from: Cursor | null, at: Date): Promise<Step> {
  const { district } = scope
  const row = await importById(tx, district, id, true)
  if (row?.state !== 'committing') return { after: null, more: false }
  const rows = await stagedAfter(tx, district, id, key, from ?? await behind(tx, district, id, row.doneRows), CHUNK)
  if (rows.length === 0) {
    await finish(tx, scope, row, at)
    return { after: null, more: false }
  }
  const taken = rows.flatMap((one) => takenRow(one) ?? [])
  const to = importingOf(district, row, at)
  const done = { ...await commitRows(tx, to, taken), sensitive: await keepConsented(tx, to, taken) }
  const counts = { ...row.counts, numbers: added(row.counts.numbers, done, rows.length - taken.length) }
  await changeImport(tx, district, id, { doneRows: row.doneRows + rows.length, counts })
  return { after: rows.at(-1) ?? null, more: true }
}

/**
 * Commits an import in the state committing, five hundred rows a transaction, until it is done or paused. Each transaction says how far it came, so that one
 * that was killed goes on where it was: no row twice, none left out. [RO22]
 */
export async function commitImport(db: Db, scope: Scope, id: string, now: () => Date): Promise<void> {
  const key = await withScope(db, scope, (tx) => stagingKeyOf(tx, scope.district, id))
  if (key === null) return
  for (let step: Step = { after: null, more: true }; step.more;) {
    const { after } = step
    step = await againIfMet(() => withScope(db, scope, (tx) => chunk(tx, scope, id, key, after, now())))
  }
}
