/** How the worker gets through many small things: several at a time, each in a transaction of its own. */
import pg from 'pg'
import { withScope, type Db, type Scope, type Tx } from './db.ts'

/** The database was gone, or had to cut a deadlock: nothing is wrong with what was being done, so it is tried again and not put off. */
export class Outage extends Error {
  override name = 'Outage'
}

/** Codes of PostgreSQL for a connection that broke (08), a server that goes or comes (57P), and two transactions in each other's way (40). */
const cut = (error: unknown): boolean => error instanceof pg.DatabaseError ? /^(08|57P|40001|40P01)/.test(error.code ?? '')
  : error instanceof Error && /^Connection terminated|is not queryable/.test(error.message)

/** `withScope` that tells an outage of the database from a failure of `work`: throws Outage for the one, what `work` threw for the other. */
export async function attempt<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  let begun = false
  try {
    return await withScope(db, scope, (tx) => { begun = true; return work(tx) })
  } catch (error) {
    throw begun && !cut(error) ? error : new Outage('the database was gone', { cause: error })
  }
}

/** Works through `items` from the front, `lanes` at a time. After one that throws no further one is begun; throws it once the others have ended. */
export async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  let stopped = false
  const lane = async (): Promise<void> => {
    for (const item of waiting) {
      if (stopped) return
      await work(item).catch((error: unknown) => { stopped = true; throw error })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

/** How much the worker takes on in one turn: at most `limit`, `lanes` of them at the same time, each on a connection of its own. */
export type Turn = { readonly limit?: number; readonly lanes?: number }
