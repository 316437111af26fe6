import { sql } from 'kysely'
import { actAs, type Tx } from '../../kit/db.ts'
import { setTimer, type TimerHandler } from '../../kit/jobs.ts'
import { standingOf } from '../../offices/index.ts'
import { chooseStanding, clockActor, staffActor, type Actor } from '../../trust/index.ts'
import { BULK_MOVES, bulkStep } from '../commands/bulk.ts'

/** How many matters of a bulk are done in one transaction: enough to be quick, few enough to lose little when it is cut off. */
const AT_ONCE = 25

type Bulk = { readonly id: string; readonly person: string; readonly post: string; readonly move: string; readonly input: unknown }

async function step(tx: Tx, actor: Actor | null, bulk: Bulk, matter: string, at: Date): Promise<string | null> {
  const move = BULK_MOVES.find((one) => one === bulk.move)
  if (!actor || !move) return 'not_in_post'
  await sql`savepoint bulk_item`.execute(tx)
  try {
    const done = await bulkStep({ tx, actor, at }, move, bulk.input as object, matter) // an object: startBulk wrote it
    if (!done.ok) await sql`rollback to savepoint bulk_item`.execute(tx)
    return done.ok ? null : done.refusal.code
  } catch {
    await sql`rollback to savepoint bulk_item`.execute(tx)
    return 'failed'
  }
}

/**
 * [M44] Makes the next acts of a bulk as who asked for it, in the post in which they asked, and sets itself anew while there are more. Acts, items and
 * timer are one transaction: cut off at any moment, each act is made once.
 */
export const bulkTimer = (pathOf: (district: string) => string): TimerHandler => async (tx, timer, at) => {
  const { district, subject } = timer
  const bulk = await tx.selectFrom('bulk').select(['id', 'person', 'post', 'move', 'input']).where('district', '=', district).where('id', '=', subject)
    .where('stopped_at', 'is', null).executeTakeFirst()
  if (!bulk) return
  const items = await tx.selectFrom('bulk_item').select('matter').where('district', '=', district).where('bulk', '=', bulk.id).where('done_at', 'is', null)
    .orderBy('matter').limit(AT_ONCE).forUpdate().execute()
  const standing = chooseStanding(await standingOf(tx, district, bulk.person, at), bulk.post)
  const actor = standing ? staffActor(district, bulk.person, standing) : null
  for (const { matter } of items) {
    if (actor) await actAs(tx, actor)
    const refused = await step(tx, actor, bulk, matter, at)
    await actAs(tx, clockActor(district, pathOf(district)))
    await tx.updateTable('bulk_item').set({ done_at: at, refused }).where('district', '=', district).where('bulk', '=', bulk.id).where('matter', '=', matter)
      .execute()
  }
  if (items.length === AT_ONCE) await setTimer(tx, { district, due: at, kind: 'matter.bulk', subject, facts: {} })
}
