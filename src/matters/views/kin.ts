import { sql } from 'kysely'
import { actAs, type Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { maskText } from '../rules/privacy.ts'
import type { Row } from '../store/load-matter.ts'
import { alsoOf, publicCount } from './similar.ts'
import { storyOf } from './story.ts'

const shown = ['id', 'number', 'title', 'state', 'filed_at', 'version'] as const
type Shown = Pick<Row, (typeof shown)[number]>
const kin = ({ id, number, title, state, filed_at, version }: Shown) => ({ id, number, title, state, filedAt: filed_at.toISOString(), version })

/** For staff: what was joined to a matter and split off from it, as far as they see it; what it was joined to or split off from. */
export async function kinOf(tx: Tx, actor: Actor, id: string) {
  const of = () => tx.selectFrom('matter').select([...shown]).where('district', '=', actor.district)
  const row = await tx.selectFrom('matter').select(['joined_to', 'split_from']).where('district', '=', actor.district).where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const joined = await of().where('joined_to', '=', id).where('state', '<>', 'withdrawn').orderBy('filed_at').orderBy('id').execute()
  const root = row.joined_to ? await of().where('id', '=', row.joined_to).executeTakeFirst() : undefined
  const split = [...await of().where('split_from', '=', id).orderBy('filed_at').execute(),
    ...row.split_from ? await of().where('id', '=', row.split_from).execute() : []]
  const count = Math.max(joined.length, (await alsoOf(tx, [id])).get(id) ?? 0)
  return { count, items: joined.map(kin), root: root ? kin(root) : null, split: split.map(kin) }
}

/** Lines of the root's story that are news to whoever joined: what was done and how it stands, said by those who work on it. */
const NEWS: readonly string[] = ['take', 'assign', 'whistle', 'slip', 'slip_answer', 'report_in', 'log', 'note', 'finish', 'suspend', 'resume', 'hand_over',
  'rule']

/** What a joiner sees of the root: public title, who has it, until when, what was done. Neither reporter, words nor photos, nor other joiners. [M24] */
async function rootFor(tx: Tx, actor: Actor & { readonly matters: readonly string[] }, root: string) {
  await actAs(tx, { ...actor, matters: [...actor.matters, root] })
  const row = await tx.selectFrom('matter').selectAll().where('district', '=', actor.district).where('id', '=', root).executeTakeFirst()
  if (!row) return null
  const names = await namesOf(tx, actor.district, { orgs: [row.held_by], posts: [row.held_post] })
  const story = await storyOf(tx, actor.district, root, 'reporter')
  await actAs(tx, actor)
  const open = !row.closed_to.includes('board')
  return {
    title: row.title, number: open ? row.number : null, state: row.state, due: row.due?.toISOString() ?? null, dueKind: row.due_kind,
    holder: names.post(row.held_post)?.title ?? names.org(row.held_by)?.name ?? '',
    news: story.filter(({ kind, org }) => org !== null && NEWS.includes(kind))
      .map(({ id, at, kind, org, said, to }) => ({ id, at, kind, org, said: maskText(said), to })),
  }
}

/** For a reporter: what theirs was joined to, how many others raised it, and the other half of what was split. */
export async function followedKin(tx: Tx, actor: Actor & { readonly matters: readonly string[] }, id: string) {
  const row = await tx.selectFrom('matter').select(['joined_to', 'split_from', 'sensitive']).where('district', '=', actor.district).where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const joined = row.joined_to ? await rootFor(tx, actor, row.joined_to) : null
  const also = row.sensitive !== null ? 0 : publicCount((await alsoOf(tx, [row.joined_to ?? id])).get(row.joined_to ?? id))
  return { joined, also, split: await halvesOf(tx, actor, id, row.split_from) }
}

/** The matters that were split off from this one, or the one that it was split off from: one reporter's, opened by one receipt. [M25] */
export async function halvesOf(tx: Tx, actor: Actor, id: string, from: string | null) {
  const { rows } = await sql<{ id: string }>`select matter_split_off(${id}::uuid) as id`.execute(tx)
  const ids = [...rows.map((row) => row.id), ...from ? [from] : []]
  if (ids.length === 0) return []
  const own: Actor & { readonly matters?: readonly string[] } = actor
  await actAs(tx, { ...own, matters: [...(own.matters ?? []), ...ids] })
  const halves = await tx.selectFrom('matter').select(['id', 'number', 'title', 'state']).where('district', '=', actor.district).where('id', 'in', ids)
    .orderBy('filed_at').execute()
  await actAs(tx, own)
  return halves
}
