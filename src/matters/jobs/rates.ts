import { sql } from 'kysely'
import type { Db } from '../../kit/db.ts'
import { visitFrom, type CountedVisit } from '../rules/rates/index.ts'
import { actsOfMatters, leavesRead, markRead, touchedAfter, unreadDistricts } from '../store/rate-acts.ts'
import { counted, moveRollup, sameVisit, saveVisits, visitsOf } from '../store/rate-rollup.ts'

/** Leaves that one transaction reads. */
const BATCH = 5000

/**
 * Reads at most one batch of a district's leaves and moves visits and rollup by what they changed, all or nothing; answers how many leaves it read.
 * `ownerDb` is the pool of linli_owner. The place in the order of sealing is the cursor: that order is total and never changes, so an act that
 * committed late is read late and never lost, and none is read twice. A second reader of the same district waits for the first. [R9]
 */
export async function foldRates(ownerDb: Db, district: string, batch = BATCH): Promise<number> {
  return ownerDb.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(hashtext('linli.rates'), ${Number(district)})`.execute(tx)
    const from = await leavesRead(tx, district)
    const { leaves, matters } = await touchedAfter(tx, district, from, batch)
    if (leaves === 0) return 0
    const [acts, before] = [await actsOfMatters(tx, district, matters, from + leaves), await visitsOf(tx, district, matters)]
    const changed = new Map<string, CountedVisit | null>()
    const cells = new Map<string, Parameters<typeof counted>[0] extends Map<string, infer Cell> ? Cell : never>()
    for (const matter of matters) {
      const [old, now] = [before.get(matter), visitFrom(district, acts.get(matter) ?? [])]
      if (sameVisit(old, now)) continue
      changed.set(matter, now)
      if (old) counted(cells, old, -1)
      if (now) counted(cells, now, 1)
    }
    await saveVisits(tx, district, changed)
    await moveRollup(tx, district, cells)
    await markRead(tx, district, from + leaves)
    return leaves
  })
}

/** Reads whatever was sealed since, in every district, batch by batch; answers how many leaves. */
export async function foldAllRates(ownerDb: Db, batch = BATCH): Promise<number> {
  let sum = 0
  for (const district of await unreadDistricts(ownerDb)) {
    for (let read = 1; read > 0; sum += read) read = await foldRates(ownerDb, district, batch)
  }
  return sum
}
