import { sql } from 'kysely'
import { addMinutes, shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { jointActs } from '../rules/joint-acts.ts'
import { decideMet } from '../rules/joint-board.ts'
import { blockRelease } from '../rules/privacy.ts'
import { atTable, legsOf, tableAct } from './joint-table.ts'

export type RecordMeeting = { readonly compound: string; readonly on: string; readonly present: readonly string[]
  readonly decisions: readonly { readonly item: string; readonly said: string }[] }

const DAYS_BACK = 31

/** [M47] Writes down a meeting: the day, which organisations were there, and what was decided on each item. Nobody is named. */
export async function recordMeeting(ctx: Context<Actor>, input: RecordMeeting): Promise<Result<{ readonly id: string }>> {
  const table = await atTable(ctx, input.compound)
  if (!table.ok) return table
  const earliest = shanghaiDay(addMinutes(ctx.at, -DAYS_BACK * 24 * 60))
  const present = decideMet(table.value.chairs, { ...input, decided: input.decisions.map(({ item }) => item) }, table.value.today, earliest)
  if (!present.ok) return present
  const { district } = ctx.actor
  const items = input.decisions.length === 0 ? [] : await ctx.tx.selectFrom('joint_item').select('id').where('district', '=', district)
    .where('compound', '=', table.value.compound.id).where('id', 'in', input.decisions.map(({ item }) => item)).execute()
  if (items.length !== input.decisions.length) return refuse(common.notFound)
  const id = newId()
  await ctx.tx.insertInto('joint_meeting').values({ district, id, ...legsOf(table.value), held_on: sql`${input.on}::date`,
    present: [...present.value],
    at: ctx.at, by_org: table.value.own }).execute()
  for (const [n, { item, said }] of input.decisions.entries()) {
    const checked = blockRelease(said.trim())
    if (!checked.ok) return checked
    await ctx.tx.insertInto('joint_decision').values({ district, meeting: id, item, n: n + 1, ...legsOf(table.value), said: checked.value }).execute()
  }
  await tableAct(ctx, table.value, jointActs.state('joint.met', { held_on: input.on, present: present.value.length, items: input.decisions.length }),
    { kind: 'joint_meeting', id })
  return ok({ id })
}
