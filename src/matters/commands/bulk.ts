import type { Context, Outcome } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { cancelTimers, setTimer } from '../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { openWorkOf } from '../views/bulk.ts'
import { idsOf, type CardQuery } from '../views/cards.ts'
import { addNote } from './add-note.ts'
import { assignMatter } from './assign-matter.ts'
import { handOverMatter } from './hand-over-matter.ts'
import type { Done, OnMatter } from './on-matter.ts'
import { passOn } from './pass-on.ts'
import { remindMatter, superviseMatter } from './press-matter.ts'

/** Most matters that one bulk is about. */
export const BULK_MOST = 10_000
export const BULK_MOVES = ['assign', 'hand_over', 'note', 'remind', 'supervise', 'pass_on'] as const
export type BulkMove = (typeof BULK_MOVES)[number]

type Command = (ctx: Context<Actor>, input: never) => Promise<Result<Done>>
const COMMANDS: Readonly<Record<BulkMove, Command>> = {
  assign: assignMatter, hand_over: handOverMatter, note: addNote, remind: remindMatter, supervise: superviseMatter, pass_on: passOn,
}

/** The command of one item of a bulk; what it needs was checked by the route when the bulk was asked for. */
export const bulkStep = (ctx: Context<Actor>, move: BulkMove, input: object, id: string): Promise<Result<Done>> =>
  COMMANDS[move](ctx, { ...input, id } satisfies OnMatter as never) // the route's schema ties each input to its move

export type StartBulk = {
  readonly move: BulkMove; readonly input: object; readonly ids?: readonly string[] | undefined; readonly filter?: Omit<CardQuery, 'limit'> | undefined
  /** Open work of a post that changes hands, instead of a filter. */
  readonly workOf?: string | undefined
}

const nothing = { code: 'nothing_chosen', rule: 'M44', explain: { zh: '一件也没有选中。', en: 'Nothing was chosen.' } }
const tooMany = { code: 'too_many', rule: 'M44', explain: { zh: `一次最多${BULK_MOST}件，请再筛选一下。`, en: `At most ${BULK_MOST} at once: narrow the filter.` } }

async function chosen(ctx: Context<Actor>, input: StartBulk): Promise<readonly string[]> {
  if (input.ids) return input.ids
  if (input.workOf) return openWorkOf(ctx.tx, ctx.actor.district, input.workOf, BULK_MOST + 1)
  return idsOf(ctx.tx, ctx.actor, input.filter ?? { tab: 'mine' }, BULK_MOST + 1)
}

/**
 * [M44] Asks for one move on many matters: all that a filter finds now, or those that were ticked. Each is an act of its own, made by the worker one
 * after another; what is refused is listed with its reason, and what was cut off goes on where it was.
 */
export async function startBulk(ctx: Context<Actor>, input: StartBulk): Promise<Result<Outcome & { readonly id: string; readonly total: number }>> {
  const { person, post, district } = ctx.actor
  if (person === null || post === null) return refuse(common.notFound)
  const ids = [...new Set(await chosen(ctx, input))]
  if (ids.length === 0) return refuse(nothing)
  if (ids.length > BULK_MOST) return refuse(tooMany)
  const id = newId()
  await ctx.tx.insertInto('bulk').values({ district, id, person, post, move: input.move, input: JSON.stringify(input.input), total: ids.length, at: ctx.at }).execute()
  for (let from = 0; from < ids.length; from += 1000) {
    await ctx.tx.insertInto('bulk_item').values(ids.slice(from, from + 1000).map((matter) => ({ district, bulk: id, matter }))).execute()
  }
  await setTimer(ctx.tx, { district, due: ctx.at, kind: 'matter.bulk', subject: id, facts: {} })
  return ok({ id, total: ids.length })
}

/** [M44] Stops what is still to come of a bulk; what was done stays done. */
export async function stopBulk(ctx: Context<Actor>, input: { readonly id: string }): Promise<Result<Outcome & { readonly id: string }>> {
  const row = await ctx.tx.updateTable('bulk').set({ stopped_at: ctx.at }).where('district', '=', ctx.actor.district).where('id', '=', input.id)
    .where('stopped_at', 'is', null).returning('id').executeTakeFirst()
  return row ? ok({ id: row.id }) : refuse(common.notFound)
}

/** [M44] Goes on with what was stopped, where it was: what is done already is not done again. */
export async function resumeBulk(ctx: Context<Actor>, input: { readonly id: string }): Promise<Result<Outcome & { readonly id: string }>> {
  const { district } = ctx.actor
  const row = await ctx.tx.updateTable('bulk').set({ stopped_at: null }).where('district', '=', district).where('id', '=', input.id)
    .where('stopped_at', 'is not', null).returning('id').executeTakeFirst()
  if (!row) return refuse(common.notFound)
  // One lane only: the timer of before the stop may still be waiting.
  await cancelTimers(ctx.tx, row.id, ['matter.bulk'])
  await setTimer(ctx.tx, { district, due: ctx.at, kind: 'matter.bulk', subject: row.id, facts: {} })
  return ok({ id: row.id })
}
