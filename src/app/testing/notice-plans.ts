/** Plans for what a post is told. */
import { deliverNotices } from '../../kit/outbox.ts'
import { now } from '../../kit/clock.ts'
import { clockActor } from '../../trust/index.ts'
import { deliveries } from '../work/deliveries.ts'
import type { Planner } from './plan.ts'
import type { Stories } from './stories.ts'
import type { World } from './world.ts'

const quiet = new Map([...deliveries].map(([channel, deliver]) => [channel, channel === 'app' ? deliver : async () => undefined] as const))

/** Delivers everything that is due, as the worker does; nothing goes to a telephone. */
export async function deliverAll({ db }: Pick<World, 'db'>): Promise<void> {
  while (await deliverNotices(db, (district) => clockActor(district, `d${district}`), quiet, now()) > 0) { /* as long as something goes out */ }
}

let told: string | undefined
/** The newest line of the captain's notices: marks are the reader's own, so that one serves all. */
async function notice(s: Stories): Promise<string> {
  if (told !== undefined) return told
  await s.file()
  await deliverAll(s.world)
  const { items } = (await s.must('captain', '/api/v1/notices')).json<{ items: { id: string }[] }>()
  told = items[0]?.id
  if (told === undefined) throw new Error('the captain was told nothing')
  return told
}

export const noticePlans: { readonly [operation: string]: Planner } = {
  listNotices: async (s) => { await notice(s); return { as: 'captain', query: { after: '', limit: '5' } } },
  countNotices: async () => ({ as: 'captain' }),
  openNotice: async (s) => ({ as: 'captain', params: { id: await notice(s) }, body: {} }),
  seeNotices: async (s) => ({ as: 'captain', body: { id: await notice(s) } }),
  unseeNotices: async (s) => { await s.must('captain', '/api/v1/notices/seen', { id: await notice(s) }); return { as: 'captain' } },
}
