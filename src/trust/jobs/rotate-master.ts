import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../../kit/db.ts'
import { changeMaster, destroyOldMaster, isChanging } from '../crypto/master-files.ts'
import { NOTICE_MS } from '../crypto/wrapping.ts'
import { rewrapKeys } from './rewrap.ts'

/** What became of a change of the master. `wentOn`: an earlier one had been cut off and was ended now. */
export type Rotated = { readonly keys: number; readonly wentOn: boolean }

/** Why a change of the master stopped; the key before is still there and nothing is lost. `count`: how many keys or transactions. */
export class NotRotated extends Error {
  override name = 'NotRotated'
  /** unreadable: keys open with no master. busy: a transaction that may still write a key by the old one doesn't end. taken: another does it now. */
  readonly why: 'unreadable' | 'busy' | 'taken'
  readonly count: number
  constructor(why: NotRotated['why'], count: number) {
    super(`${why}: ${count}`)
    this.why = why
    this.count = count
  }
}

/** Transactions that are open now, ours aside. Every open transaction holds the lock of its own number, and anybody may see that. */
async function openTransactions(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ tx: string }>`select l.virtualtransaction as tx from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'virtualxid' and l.mode = 'ExclusiveLock' and a.datname = current_database() and pid <> pg_backend_pid()`.execute(db)
  return new Set(rows.map((row) => row.tx))
}

async function untilEnded(db: Db, begun: ReadonlySet<string>, patienceMs: number): Promise<void> {
  const started = performance.now()
  for (;;) {
    const still = [...await openTransactions(db)].filter((tx) => begun.has(tx))
    if (still.length === 0) return
    if (performance.now() - started > patienceMs) throw new NotRotated('busy', still.length)
    await wait(100)
  }
}

/** How long until every running process has noticed, with room for a transaction whose BEGIN is still on its way. */
const SETTLED_MS = NOTICE_MS + 9000

/** Does `work` while nobody else changes the master on this database; the lock ends with the connection, however this process ends. */
const alone = <T>(db: Db, work: () => Promise<T>): Promise<T> => db.connection().execute(async (held) => {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(hashtext('linli master')) as got`.execute(held)
  if (!rows[0]?.got) throw new NotRotated('taken', 1)
  try {
    return await work()
  } finally {
    await sql`select pg_advisory_unlock(hashtext('linli master'))`.execute(held)
  }
})

export type Rotation = {
  /** Whether other processes work with these keys meanwhile. */
  readonly running: boolean
  /** Told how many keys were looked at, for a bar. */
  readonly step: (n: number) => void
  /** So many keys that open with no master are known of and left as they are. */
  readonly leave?: number
  readonly patienceMs?: number
  readonly settledMs?: number
}

/**
 * Gives the installation another master key: puts it in place, wraps every key of a person or import by it, and destroys the one before. Keys for
 * look-up, follow tokens, codes and cards stay. Killed at any point, it is called again and goes on.
 *
 * With `running` other processes work meanwhile. They notice the new master within NOTICE_MS, and make a key inside the transaction that saves it:
 * so when they have noticed, and every transaction begun until then has ended, nothing wrapped by the old master is still to come; a last walk
 * finds what came before. `db` is a pool of linli_owner of two or more. Throws NotRotated when it can't be sure: then both masters stay in use.
 */
export async function rotateMaster(db: Db, dataDir: string, rotation: Rotation): Promise<Rotated> {
  const { running, step, leave = 0, patienceMs = 300_000, settledMs = SETTLED_MS } = rotation
  return alone(db, async () => {
    const wentOn = isChanging(dataDir)
    const first = await rewrapKeys(db, () => undefined, { look: true })
    if (first.unreadable > leave) throw new NotRotated('unreadable', first.unreadable)
    changeMaster(dataDir)
    await wait(running ? settledMs : NOTICE_MS + 100) // this process has to notice, too
    const begun = await openTransactions(db)
    await rewrapKeys(db, step)
    await untilEnded(db, begun, patienceMs)
    const last = await rewrapKeys(db, () => undefined)
    if (last.unreadable > leave) throw new NotRotated('unreadable', last.unreadable)
    destroyOldMaster(dataDir)
    return { keys: last.seen, wentOn }
  })
}
