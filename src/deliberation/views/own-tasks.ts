import { sql } from 'kysely'
import { actAs, type Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { placeNames } from './thread-head.ts'

/** The open tasks of threads that are the actor's post's or its organisation's, the earliest day first; whoever has a task reads the public title of its thread. */
export async function ownTasks(tx: Tx, actor: Actor) {
  const { district, orgs, post } = actor
  const mine = [...orgs, ...(post === null ? [] : [post])]
  const rows = await tx.selectFrom('thread_task').select(['id', 'title', 'thread', 'place', 'owner', 'path', sql<string>`due::text`.as('due')]).where('district', '=', district).where('state', '=', 'open')
    .where(sql<boolean>`(org = any(${mine}::uuid[]) or post = any(${mine}::uuid[]))`).orderBy(sql`thread_task.due`).orderBy('id').limit(60).execute()
  if (rows.length > 0) await actAs(tx, { ...actor, scopes: [...actor.scopes, ...new Set(rows.map(({ path }) => path))] })
  const of = rows.flatMap(({ thread }) => (thread === null ? [] : [thread]))
  const titles = of.length === 0 ? [] : await tx.selectFrom('thread').select(['id', 'title']).where('district', '=', district).where('id', 'in', of).execute()
  const names = await placeNames(tx, district, rows.map(({ place }) => place))
  return { items: rows.map(({ path: _path, ...row }) => ({ ...row, threadTitle: titles.find(({ id }) => id === row.thread)?.title ?? '', place: names.get(row.place) ?? '' })) }
}
