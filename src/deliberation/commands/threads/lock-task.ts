import { sql } from 'kysely'
import type { Tx } from '../../../kit/db.ts'

/** One task, locked until the transaction ends; its thread, or its meeting, is locked before it, so that two steps never wait for each other. */
export const lockTask = (tx: Tx, district: string, id: string) => tx.selectFrom('thread_task').select(['id', 'thread', 'org', 'post', 'state', 'delays', 'result', sql<string>`due::text`.as('due')])
  .where('district', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()
