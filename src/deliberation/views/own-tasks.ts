import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { placeNames } from './thread-head.ts'

/** The open tasks of threads that are the actor's post's or its organisation's, the earliest day first. The thread's title is public. */
export async function ownTasks(tx: Tx, { district, orgs, post }: Actor) {
  const mine = [...orgs, ...(post === null ? [] : [post])]
  const rows = await tx.selectFrom('thread_task as k').leftJoin('thread as t', (j) => j.onRef('t.district', '=', 'k.district').onRef('t.id', '=', 'k.thread'))
    .select(['k.id', 'k.title', 'k.thread', 't.title as threadTitle', 'k.place', 'k.owner', sql<string>`k.due::text`.as('due')]).where('k.district', '=', district).where('k.state', '=', 'open')
    .where(sql<boolean>`(k.org = any(${mine}::uuid[]) or k.post = any(${mine}::uuid[]))`).orderBy(sql`k.due`).orderBy('k.id').limit(60).execute()
  const names = await placeNames(tx, district, rows.map(({ place }) => place))
  return { items: rows.map((row) => ({ ...row, threadTitle: row.threadTitle ?? '', place: names.get(row.place) ?? '' })) }
}
