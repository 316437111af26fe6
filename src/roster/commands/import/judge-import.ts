import { sql } from 'kysely'
import { withScope, type Db, type Scope, type Tx } from '../../../kit/db.ts'
import type { FieldKey } from '../../../trust/index.ts'
import { keptPeople } from '../../rules/import/index.ts'
import { openAddressBook, type AddressBook } from '../../store/import-address-book.ts'
import { changeImport, importById, putVerdicts, stagedAfter, stagingKeyOf, type Counts, type ImportRow, type KeptSheet, type RowVerdict, type StagedRow } from '../../store/import-file.ts'
import { openJudge, saysNobody, withTyped, type Judge, type Judgment } from './judge.ts'

const BATCH = 1000

/** What an import would bring, counted while its rows are judged. */
export class Tally {
  readonly #names = new Map<string, Set<string>>()
  readonly #households = new Set<string>()
  readonly #seenOn: string
  constructor(seenOn: string) { this.#seenOn = seenOn }

  /** Counts a judged row; one that can't be read brings nothing. */
  add({ judged, fixed, home }: Judgment): void {
    if (judged.verdict === 'cannot' || home === null) return
    const row = fixed ?? judged
    const people = keptPeople(row.people, this.#seenOn)
    const names = this.#names.get(home) ?? new Set()
    for (const { name = '' } of people) names.add(name)
    this.#names.set(home, names)
    if (people.length > 0) this.#households.add(row.householdNo === undefined ? home : `${home} ${row.householdNo}`)
  }

  get numbers(): { readonly people: number; readonly households: number; readonly homes: number } {
    return { people: [...this.#names.values()].reduce((sum, { size }) => sum + size, 0), households: this.#households.size, homes: this.#names.size }
  }
}

/** A row's verdict as it is kept. */
export function verdictRow(row: StagedRow, judgment: Judgment): RowVerdict {
  const { judged, fixed, home } = judgment
  return { row, judged, fixed, home, verdict: judged.verdict, problems: [...new Set(judged.problems.map(({ letter, code }) => `${letter}:${code}`))] }
}

/** Numbers of an import by verdict and decision, and of rows with a fix by problem, as its rows stand. `more` come from the last whole judging. */
export async function countRows(tx: Tx, district: string, id: string, more: Readonly<Record<string, number>>): Promise<Counts> {
  const { rows } = await sql<{ verdict: string; decision: string; count: number }>`select verdict, decision, count(*)::int as count from roster_row
    where district = ${district}::char(6) and import = ${id}::uuid group by 1, 2`.execute(tx)
  // rows of each kind among those with a fix: a row of which two cells are amiss in one way counts once
  const { rows: problems } = await sql<{ code: string; count: number }>`select c.code, count(*)::int as count from roster_row
    cross join lateral (select distinct split_part(p, ':', 2) as code from unnest(problems) p) c
    where district = ${district}::char(6) and import = ${id}::uuid and decision <> 'leave' and verdict = 'fixable' group by 1`.execute(tx)
  const sum = (fits: (row: { verdict: string; decision: string }) => boolean): number => rows.filter(fits).reduce((total, { count }) => total + count, 0)
  return {
    numbers: {
      ...more, rows: sum(() => true), ok: sum(({ verdict }) => verdict === 'ok'), fixable: sum(({ verdict }) => verdict === 'fixable'),
      cannot: sum(({ verdict }) => verdict === 'cannot'), unread: sum(({ verdict }) => verdict === 'unread'),
      taken: sum(({ verdict, decision }) => (verdict === 'ok' && decision === 'open') || (verdict !== 'cannot' && decision === 'take')),
      open: sum(({ verdict, decision }) => verdict === 'fixable' && decision === 'open'), left: sum(({ verdict, decision }) => verdict !== 'cannot' && decision === 'leave'),
    },
    problems: Object.fromEntries(problems.map(({ code, count }) => [code, count])),
  }
}

type Job = { readonly db: Db; readonly scope: Scope; readonly row: ImportRow; readonly key: FieldKey; readonly book: AddressBook; readonly tally: Tally }

const sameColumns = (one: ImportRow, other: ImportRow | null): boolean => other?.state === 'review' && JSON.stringify(one.columns) === JSON.stringify(other.columns)

/** Rows that speak of nobody stay staged as left, so that the sums hold. */
const decided = (row: StagedRow, judgment: Judgment): StagedRow => (saysNobody(judgment.judged) ? { ...row, decision: 'leave' } : row)

async function judgeSheet({ db, scope, row, key, book, tally }: Job, plan: KeptSheet): Promise<boolean> {
  const judge: Judge = openJudge(plan, row.seenOn, book)
  for (let after = { sheet: plan.sheet, n: 0 }; ;) {
    const next = await withScope(db, scope, async (tx) => {
      if (!sameColumns(row, await importById(tx, scope.district, row.id))) return null
      const rows = await stagedAfter(tx, scope.district, row.id, key, after, BATCH, { sheet: plan.sheet })
      const verdicts = rows.map((one) => {
        const judgment = judge(withTyped(one.raw, one.typed))
        tally.add(judgment)
        return verdictRow(decided(one, judgment), judgment)
      })
      await putVerdicts(tx, scope.district, row.id, key, verdicts)
      return rows.at(-1) ?? 'end'
    })
    if (next === null) return false
    if (next === 'end') return true
    after = next
  }
}

/**
 * Judges all rows of an import in review, sheet by sheet from the first row on, since a row may take its home from those above. Cut off, it begins again
 * and ends the same; it stops when somebody maps a column meanwhile. Answers whether it came to the end. [RO21]
 */
export async function judgeImport(db: Db, scope: Scope, id: string): Promise<boolean> {
  const opened = await withScope(db, scope, async (tx) => {
    const row = await importById(tx, scope.district, id)
    const key = await stagingKeyOf(tx, scope.district, id)
    return row?.state === 'review' && key !== null ? { row, key, book: await openAddressBook(tx, scope.district, row.community) } : null
  })
  if (opened === null) return false
  const job: Job = { db, scope, ...opened, tally: new Tally(opened.row.seenOn) }
  for (const plan of opened.row.columns) if (!await judgeSheet(job, plan)) return false
  return withScope(db, scope, async (tx) => {
    if (!sameColumns(job.row, await importById(tx, scope.district, id, true))) return false
    return changeImport(tx, scope.district, id, { counts: await countRows(tx, scope.district, id, job.tally.numbers) }, ['review'])
  })
}
