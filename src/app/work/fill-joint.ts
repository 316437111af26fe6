/** Plays the made-up joint boards through the front door of matters, once, in one transaction. */
import { demoJoint, type JointStep } from '../../../demo/joint.ts'
import type { Context } from '../../kit/command.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import type { Result } from '../../kit/pure.ts'
import { finishItem, moveItem, putItem, recordMeeting } from '../../matters/index.ts'
import { standingOf } from '../../offices/index.ts'
import { clockActor, staffActor, type Actor } from '../../trust/index.ts'

const DONE = 'demo_joint'
type Where = { readonly district: string; readonly path: string }
type Items = Map<string, { readonly id: string; readonly version: number }>

async function seated(tx: Tx, district: string, { person, post }: JointStep['by'], at: Date): Promise<Actor> {
  const standing = (await standingOf(tx, district, person, at)).find((one) => one.post === post)
  if (!standing) throw new Error(`demo: nobody holds ${post}`)
  return staffActor(district, person, standing)
}

const found = (items: Items, key: string) => {
  const item = items.get(key)
  if (!item) throw new Error(`demo: no item ${key}`)
  return item
}

async function told(ctx: Context<Actor>, items: Items, step: JointStep): Promise<Result<unknown>> {
  if (step.move === 'meet') {
    return recordMeeting(ctx, { compound: step.compound, on: step.at.slice(0, 10), present: step.present,
      decisions: step.decisions.map(({ key, said }) => ({ item: found(items, key).id, said })) })
  }
  const done = step.move === 'put' ? await putItem(ctx, step)
    : step.move === 'move' ? await moveItem(ctx, { ...step, ...found(items, step.key) }) : await finishItem(ctx, { ...step, ...found(items,
      step.key) })
  if (done.ok) items.set(step.key, done.value)
  return done
}

/** Does it once; answers how many steps were told, 0 when they are there already. Throws when a rule refuses a step. */
export const fillJoint = (db: Db, where: Where): Promise<number> => withScope(db, clockActor(where.district, where.path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district: where.district, name: DONE, value: '1' }).onConflict((c) => c.doNothing())
    .returning('name').execute()
  if (claimed.length === 0) return 0
  const items: Items = new Map()
  for (const step of demoJoint) {
    const at = new Date(`${step.at}:00+08:00`)
    const actor = await seated(tx, where.district, step.by, at)
    await actAs(tx, actor)
    const result = await told({ tx, actor, at }, items, step)
    if (!result.ok) throw new Error(`demo: ${step.at} on the joint board: ${result.refusal.explain.en}`)
  }
  return demoJoint.length
})
