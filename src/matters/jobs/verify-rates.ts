import type { Kysely } from 'kysely'
import type { Db } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import type { DB } from '../../kit/tables.gen.ts'
import { NOBODY, visitFrom, type Counts } from '../rules/rates/index.ts'
import { actsFollowing, leavesRead } from '../store/rate-acts.ts'
import { counted, rollupOf, sameVisit, visitsBetween, type Cells } from '../store/rate-rollup.ts'

export type RateFinding = { readonly what: 'visit-differs' | 'rate-differs'; readonly where: string; readonly explain: Said }

/** What was found: `ok` when nothing is amiss. At most 100 findings are told, `amiss` counts them all. */
export type RatesVerified = {
  readonly ok: boolean; readonly district: string; readonly leaves: number; readonly visits: number; readonly rows: number
  readonly amiss: number; readonly findings: readonly RateFinding[]
}

const MOST = 100
const PAGE = 20_000

const same = (one: Counts | undefined, other: Counts): boolean =>
  one !== undefined && Object.entries(other).every(([name, count]) => one[name as keyof Counts] === count) // its own names

function compareRows(kept: ReadonlyMap<string, Counts>, counts: Cells, add: (finding: RateFinding) => void): void {
  for (const [where, { counts: told }] of counts) {
    if (same(kept.get(where), told)) continue
    add({ what: 'rate-differs', where, explain: { zh: `汇总里的 ${where} 和重算的对不上`, en: `row ${where} of the rollup differs from the acts` } })
  }
  for (const where of kept.keys()) {
    if (counts.has(where)) continue
    add({ what: 'rate-differs', where, explain: { zh: `汇总里多出 ${where}`, en: `the rollup has row ${where} that no act makes` } })
  }
}

/** Reads every matter's acts again, page by page; answers the rows that they make and how many visits there are. */
async function recount(tx: Kysely<DB>, district: string, leaves: number, add: (finding: RateFinding) => void) {
  const cells: Parameters<typeof counted>[0] = new Map()
  let visits = 0
  for (let after = NOBODY; ;) {
    const acts = await actsFollowing(tx, district, after, leaves, PAGE)
    const last = [...acts.keys()].at(-1) ?? null
    const kept = await visitsBetween(tx, district, after, last)
    for (const matter of new Set([...acts.keys(), ...kept.keys()])) {
      const told = visitFrom(district, acts.get(matter) ?? [])
      if (told) { counted(cells, told, 1); visits += 1 }
      if (sameVisit(kept.get(matter), told)) continue
      add({ what: 'visit-differs', where: matter,
        explain: { zh: `回访 ${matter} 和记录对不上`, en: `the visit of matter ${matter} is not what the acts say` } })
    }
    if (last === null) return { cells, visits }
    after = last
  }
}

/**
 * Recomputes the rates of a district from its sealed acts, as far as the worker has read, and compares every visit and every row of the rollup [R9].
 * `ownerDb` is the pool of linli_owner. Reads one snapshot; memory grows with the rollup, not with the acts.
 */
export async function verifyRates(ownerDb: Db, district: string): Promise<RatesVerified> {
  return ownerDb.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async tx => {
    const findings: RateFinding[] = []
    let amiss = 0
    const add = (finding: RateFinding): void => {
      amiss += 1
      if (findings.length < MOST) findings.push(finding)
    }
    const leaves = await leavesRead(tx, district)
    const { cells, visits } = await recount(tx, district, leaves, add)
    compareRows(await rollupOf(tx, district), cells, add)
    return { ok: amiss === 0, district, leaves, visits, rows: cells.size, amiss, findings }
  })
}
