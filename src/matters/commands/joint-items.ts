import { sql } from 'kysely'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { jointActs } from '../rules/joint-acts.ts'
import { accountableOf, decideMoved, decidePut, decideResult, itemState, mayBeShared, SEATS, type JointItem,
  type Seat } from '../rules/joint-board.ts'
import { isOpen, STATES } from '../rules/matter.ts'
import { blockRelease } from '../rules/privacy.ts'
import { atTable, legsOf, lockItem, tableAct, type Table } from './joint-table.ts'

export type PutItem = { readonly compound: string; readonly number?: string | undefined; readonly title?: string | undefined; readonly seat: Seat
  readonly agreed: string }
export type MoveItem = { readonly id: string; readonly version: number; readonly seat: Seat; readonly agreed: string; readonly reason: string }
export type FinishItem = { readonly id: string; readonly version: number; readonly result: string }
export type ItemDone = { readonly id: string; readonly version: number }

const refused = (code: string, zh: string, en: string) => refuse({ code, rule: 'M46', explain: { zh, en } })
const seatOf = (word: string): Seat => SEATS.find((one) => one === word) ?? 'community'

/** What an item is about: a matter that the actor sees, by its public title, or words of its own that name nobody. [P19] */
async function subjectOf(ctx: Context<Actor>, { compound }: Table, { number,
  title }: PutItem): Promise<Result<{ title: string; matter: string | null }>> {
  if ((number === undefined) === (title === undefined)) return refused('one_of_two', '写事项编号，或者写一句是什么事。',
    'Give the number of a matter, or say what it is about.')
  if (title !== undefined) {
    const checked = blockRelease(title.trim())
    return checked.ok ? ok({ title: checked.value, matter: null }) : checked
  }
  const matter = await ctx.tx.selectFrom('matter').select(['id', 'title', 'sensitive', 'closed_to', 'state', 'compound'])
    .where('district', '=', ctx.actor.district).where('number', '=', (number ?? '').toUpperCase().replaceAll(' ', '')).executeTakeFirst()
  // of another compound, closed and never filed look the same from here
  if (!matter || matter.compound !== compound.id) return refused('no_such_matter', '这个小区里没有找到这件事，请核对编号。',
    'No matter with this number was found in this compound.')
  const may = mayBeShared({ sensitive: matter.sensitive, closedTo: matter.closed_to,
    open: isOpen(STATES.find((one) => one === matter.state) ?? 'closed') })
  if (!may.ok) return may
  const lies = await ctx.tx.selectFrom('joint_item').select('id').where('district', '=', ctx.actor.district).where('matter', '=', matter.id)
    .where('done_at', 'is', null).executeTakeFirst()
  return lies ? refused('on_board', '这件事已经在桌上了。', 'This matter lies on the board already.') : ok({ title: matter.title, matter: matter.id })
}

/** [M46] Puts a shared matter on the joint board of a compound, with one accountable party and an agreed day. */
export async function putItem(ctx: Context<Actor>, input: PutItem): Promise<Result<ItemDone>> {
  const table = await atTable(ctx, input.compound)
  if (!table.ok) return table
  const decided = decidePut(table.value.chairs, input, table.value.today)
  if (!decided.ok) return decided
  const subject = await subjectOf(ctx, table.value, input)
  if (!subject.ok) return subject
  const org = accountableOf(table.value.chairs, input.seat)?.org ?? table.value.own
  const id = newId()
  await ctx.tx.insertInto('joint_item').values({ district: ctx.actor.district, id, ...legsOf(table.value), ...subject.value, seat: input.seat, org,
    agreed: sql`${input.agreed}::date`, put_by: table.value.own, put_at: ctx.at }).execute()
  await tableAct(ctx, table.value, jointActs.state('joint.put', { seat: input.seat, agreed: input.agreed, matter: subject.value.matter !== null }),
    { kind: 'joint_item', id })
  return ok({ id, version: 1 })
}

type Found = { readonly table: Table & { readonly own: string; readonly today: string }; readonly item: JointItem }

/** The table and the item under lock, or why not: not seen, not at the table, or changed meanwhile. */
async function found(ctx: Context<Actor>, id: string, version: number): Promise<Result<Found>> {
  const row = await lockItem(ctx.tx, ctx.actor.district, id)
  if (!row) return refuse(common.notFound)
  const table = await atTable(ctx, row.compound)
  if (!table.ok) return table
  if (row.version !== version) return refuse(common.stale)
  return ok({ table: table.value, item: { seat: seatOf(row.seat), agreed: row.day, done: row.done_at !== null } })
}

/** [M46] Changes who is accountable or the agreed day, with a reason; what was agreed before stays readable. */
export async function moveItem(ctx: Context<Actor>, input: MoveItem): Promise<Result<ItemDone>> {
  const here = await found(ctx, input.id, input.version)
  if (!here.ok) return here
  const { table, item } = here.value
  const decided = decideMoved(table.chairs, item, input, table.today)
  if (!decided.ok) return decided
  const reason = blockRelease(input.reason.trim())
  if (!reason.ok) return reason
  const { district } = ctx.actor
  await ctx.tx.insertInto('joint_change').values({ district, id: newId(), item: input.id, ...legsOf(table), at: ctx.at, by_org: table.own,
    seat_before: item.seat, seat: input.seat, agreed_before: sql`${item.agreed}::date`, agreed: sql`${input.agreed}::date`,
      reason: reason.value }).execute()
  const version = input.version + 1
  await ctx.tx.updateTable('joint_item').set({ seat: input.seat, org: accountableOf(table.chairs, input.seat)?.org ?? table.own,
    agreed: sql`${input.agreed}::date`, version }).where('district', '=', district).where('id', '=', input.id).execute()
  await tableAct(ctx, table, jointActs.state('joint.moved', { seat: input.seat, agreed: input.agreed }), { kind: 'joint_item', id: input.id })
  return ok({ id: input.id, version })
}

/** [M46] Writes the result, the same for all who sit at the table and for the street. */
export async function finishItem(ctx: Context<Actor>, input: FinishItem): Promise<Result<ItemDone>> {
  const here = await found(ctx, input.id, input.version)
  if (!here.ok) return here
  const { table, item } = here.value
  const decided = decideResult(table.chairs, item, ctx.actor.orgs)
  if (!decided.ok) return decided
  const result = blockRelease(input.result.trim())
  if (!result.ok) return result
  const version = input.version + 1
  await ctx.tx.updateTable('joint_item').set({ done_at: ctx.at, done_by: table.own, result: result.value, version,
    org: accountableOf(table.chairs, item.seat)?.org ?? table.own }).where('district', '=', ctx.actor.district).where('id', '=', input.id).execute()
  await tableAct(ctx, table, jointActs.state('joint.done', { seat: item.seat, late: itemState(item, table.today) === 'late' }),
    { kind: 'joint_item', id: input.id })
  return ok({ id: input.id, version })
}
