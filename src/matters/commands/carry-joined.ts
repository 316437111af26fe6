import { sql } from 'kysely'
import type { Context } from '../../kit/command.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import type { Change } from '../rules/change.ts'
import type { Moment } from '../rules/clocks.ts'
import { answeredWith, moveOver, takePlace } from '../rules/decide/join.ts'
import type { Matter } from '../rules/matter.ts'
import { applyChange, tell } from '../store/apply-change.ts'
import { lockMatter, mapRow, type Locked, type Row } from '../store/load-matter.ts'

/** Ids of what is joined to a matter now, oldest first. */
export async function joinedTo(tx: Tx, root: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select matter_joined(${root}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Runs `work` where these matters are seen too, whatever the actor may see, and takes that back afterwards. */
export async function seeing<V>(ctx: Context<Actor>, matters: readonly string[], work: () => Promise<V>): Promise<V> {
  const own: Actor & { readonly matters?: readonly string[] } = ctx.actor
  await actAs(ctx.tx, { ...own, matters: [...(own.matters ?? []), ...matters] })
  const done = await work()
  await actAs(ctx.tx, own)
  return done
}

const union = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])]

/** Who worked on the root has worked on each that is answered with it: none of them enters its verdict (P03). */
const workedOn = ({ row, matter }: Locked, root: Row): Locked => ({
  matter, row: { ...row, hands: union(row.hands, root.hands), doers: union(row.doers, root.doers), doer_orgs: union(row.doer_orgs, root.doer_orgs) },
})

async function changeEach(ctx: Context<Actor>, ids: readonly string[], decide: (one: Locked, nth: number) => readonly [Locked, Change]): Promise<void> {
  for (const [nth, id] of ids.entries()) {
    const locked = await lockMatter(ctx.tx, ctx.actor.district, id)
    if (locked) await applyChange(ctx, ...decide(locked, nth))
  }
}

/** What the root's reporter is told, or is to read, is news to those who joined. */
const isNews = (ctx: Context<Actor>, { act, seenBy, tell: told }: Change): boolean =>
  told.some(({ to }) => to === 'reporter') || (act === 'note' && seenBy === 'reporter' && ctx.actor.kind === 'staff')

async function tellNews(ctx: Context<Actor>, ids: readonly string[]): Promise<void> {
  const rows = await ctx.tx.selectFrom('matter').selectAll().where('district', '=', ctx.actor.district).where('id', 'in', [...ids]).execute()
  for (const row of rows) await tell(ctx, row, [{ to: 'reporter', template: 'matter.news' }])
}

/**
 * [M24] What a change of the root brings to those that are joined to it: its answer is theirs, and each reporter is asked; does its reporter take it
 * back, the oldest takes its place and the others go over to that one.
 */
export async function carryJoined(ctx: Context<Actor>, before: Locked, row: Row, done: Change, moment: Moment): Promise<void> {
  const was = before.matter.state
  if (was === 'joined') return
  const over = was !== row.state && (row.state === 'answered' || row.state === 'withdrawn')
  if (!over && !isNews(ctx, done)) return
  const ids = await joinedTo(ctx.tx, row.id)
  if (ids.length === 0) return
  if (!over) return seeing(ctx, ids, () => tellNews(ctx, ids))
  await seeing(ctx, [row.id, ...ids], async () => {
    if (row.state === 'answered') {
      const root: Matter = mapRow(row, [])
      const answer = { ...root, reason: row.reason, answer: row.answer, basis: row.basis, basisNote: row.basis_note }
      return changeEach(ctx, ids, (one) => [workedOn(one, row), answeredWith(one.matter, answer, moment)])
    }
    const [first = '', ...others] = ids
    await changeEach(ctx, [first], (one) => [workedOn(one, row), takePlace(one.matter, before.matter)])
    const heir = await lockMatter(ctx.tx, ctx.actor.district, first)
    if (heir) await changeEach(ctx, others, (one) => [one, moveOver(one.matter, heir.matter)])
  })
}
