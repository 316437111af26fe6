import type { Db } from '../../kit/db.ts'
import { countedFailures, waitSeconds, type BackOff } from '../rules/index.ts'

/** What is counted: a keyed hash of a sign-in name or an address, and its rule. */
export type Counted = { readonly key: Buffer; readonly rule: BackOff }

/**
 * Lets one try in and counts it as a failure before it is looked at, so that tries made at once can't outrun the rule; `clearTries` takes it
 * back. Answers 0, or the seconds to wait, in which case nothing is counted.
 */
export async function letTry(auth: Db, counted: readonly Counted[], at: Date): Promise<number> {
  const sorted = [...counted].sort((a, b) => Buffer.compare(a.key, b.key)) // one order for everybody: no deadlock
  return auth.transaction().execute(async tx => {
    await tx.insertInto('auth.attempt').values(sorted.map(({ key }) => ({ key_hash: key, failures: 0, last_at: at })))
      .onConflict(c => c.doNothing()).execute()
    const rows = []
    for (const { key, rule } of sorted) {
      const row = await tx.selectFrom('auth.attempt').selectAll().where('key_hash', '=', key).forUpdate().executeTakeFirst()
      rows.push({
        key, failures: countedFailures(row?.failures ?? 0, row?.last_at.getTime() ?? 0, at.getTime()), last: row?.last_at.getTime() ?? 0, rule,
      })
    }
    const wait = Math.max(0, ...rows.map(row => waitSeconds(row.failures, row.last, at.getTime(), row.rule)))
    if (wait > 0) return wait
    for (const row of rows) {
      await tx.updateTable('auth.attempt').set({ failures: row.failures + 1, last_at: at }).where('key_hash', '=', row.key).execute()
    }
    return 0
  })
}

/** After a good sign-in: the name's failures are forgotten, the address gets its own try back. */
export async function clearTries(auth: Db, name: Buffer | null, address: Buffer): Promise<void> {
  if (name) await auth.deleteFrom('auth.attempt').where('key_hash', '=', name).execute()
  await auth.updateTable('auth.attempt').set(e => ({ failures: e('failures', '-', 1) }))
    .where('key_hash', '=', address).where('failures', '>', 0).execute()
}
