import { sql } from 'kysely'
import { actAs, type Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { isInvited } from '../commands/meetings/on-meeting.ts'

const titlesIn = async (tx: Tx, district: string, ids: readonly string[]) =>
  tx.selectFrom('meeting').select(['id', 'title']).where('district', '=', district).where('id', 'in', [...ids]).execute()

/** What meetings are called beside a notice, by id: for those that the reader reaches, and those to which they were invited. Leaves the scope as it was. */
export async function meetingTitles(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Said>> {
  if (ids.length === 0) return new Map()
  const seen = await titlesIn(tx, actor.district, ids)
  const missing = ids.filter((id) => !seen.some((one) => one.id === id))
  const invited = missing.length === 0 ? [] : (await tx.selectFrom('invitation').select(['meeting', 'org', 'post', 'path', 'compound_path']).where('district', '=', actor.district)
    .where('meeting', 'in', missing).where('sent_at', 'is not', null).execute()).filter((one) => isInvited(actor, one))
  if (invited.length > 0) {
    await actAs(tx, { ...actor, scopes: [...actor.scopes, ...invited.flatMap(({ path, compound_path: compound }) => [path, ...(compound === null ? [] : [compound])])] })
    seen.push(...await titlesIn(tx, actor.district, invited.map(({ meeting }) => meeting)))
    await actAs(tx, actor)
  }
  return new Map(seen.map(({ id, title }) => [id, { zh: title, en: title }]))
}

/** Where a removal or a ban was that somebody appeals against, by id: the place, never the words. */
export async function moderationTitles(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Said>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('moderation as m').innerJoin('place as p', (j) => j.onRef('p.district', '=', 'm.district').onRef('p.id', '=', 'm.place'))
    .select(['m.id', 'p.full_name as name']).where('m.district', '=', actor.district).where('m.id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, name }) => [id, { zh: name, en: name }]))
}

/** What threads are called beside a notice, by id: for those that the reader reaches or leads, and those of which they have a task. Their titles are public. */
export async function threadTitles(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Said>> {
  if (ids.length === 0) return new Map()
  const mine = [...actor.orgs, ...(actor.post === null ? [] : [actor.post])]
  const tasks = await tx.selectFrom('thread_task').select('path').distinct().where('district', '=', actor.district).where('thread', 'in', [...ids])
    .where(sql<boolean>`(org = any(${mine}::uuid[]) or post = any(${mine}::uuid[]))`).execute()
  if (tasks.length > 0) await actAs(tx, { ...actor, scopes: [...actor.scopes, ...tasks.map(({ path }) => path)] })
  const rows = await tx.selectFrom('thread').select(['id', 'title']).where('district', '=', actor.district).where('id', 'in', [...ids]).execute()
  if (tasks.length > 0) await actAs(tx, actor)
  return new Map(rows.map(({ id, title }) => [id, { zh: title, en: title }]))
}
