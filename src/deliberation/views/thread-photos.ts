/** Which file of the photo store a photo of a thread is, for those who may see it. */
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { keeps, reachThread } from '../commands/threads/on-thread.ts'
import { partiesOf, threadById } from '../store/threads.ts'

/** [DT6] What a party wrote, for who leads the thread alone: a paper may hold names. Null for anybody else. */
export async function partyFile(tx: Tx, actor: Actor, id: string, n: number): Promise<string | null> {
  const row = await threadById(tx, actor.district, id)
  if (!row || !keeps(actor, row)) return null
  await reachThread(tx, actor, row)
  return (await partiesOf(tx, row.district, id)).find((one) => one.n === n)?.file ?? null
}

/** [DT8] What came of a task of a thread, for everybody. */
export const taskFile = async (tx: Tx, district: string, id: string): Promise<string | null> =>
  (await tx.selectFrom('thread_task').select('photo').where('district', '=', district).where('id', '=', id).where('thread', 'is not', null).executeTakeFirst())?.photo ?? null
