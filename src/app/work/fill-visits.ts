/** Records the demo's visits through the front door of visits, once, in one transaction. */
import { demoVisits } from '../../../demo/index.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import { standingOf } from '../../offices/index.ts'
import { clockActor, staffActor, type Actor } from '../../trust/index.ts'
import { recordVisit } from '../../visits/index.ts'

const DONE = 'demo_visits'

async function visitor(tx: Tx, district: string, by: { readonly post: string; readonly person: string }, at: Date): Promise<Actor | null> {
  const standing = (await standingOf(tx, district, by.person, at)).find((one) => one.post === by.post)
  return standing ? staffActor(district, by.person, standing) : null
}

/** Does it once; answers how many visits were recorded, 0 when they are there already. */
export const fillVisits = (db: Db, where: { readonly district: string; readonly path: string }): Promise<number> =>
  withScope(db, clockActor(where.district, where.path), async (tx) => {
    const claimed = await tx.insertInto('setting').values({ district: where.district, name: DONE, value: '1' }).onConflict((c) => c.doNothing())
      .returning('name').execute()
    if (claimed.length === 0) return 0
    const actors = new Map<string, Actor | null>()
    let recorded = 0
    for (const { home, at: time, met, inPerson, purpose, said, ...by } of demoVisits()) {
      const at = new Date(time)
      const key = `${by.person} ${by.post}`
      const actor = actors.get(key) ?? await visitor(tx, where.district, by, at)
      actors.set(key, actor)
      if (actor === null) continue
      await actAs(tx, actor)
      const result = await recordVisit({ tx, actor, at }, { place: home, met, inPerson, purpose, said, told: null })
      if (!result.ok) throw new Error(`demo: a visit was refused: ${result.refusal.explain.en}`)
      recorded++
    }
    return recorded
  })
