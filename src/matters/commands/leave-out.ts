import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { change } from '../rules/change.ts'
import { dayAt, mayAskExclusion, mayDecideExclusion, ratePackFor, type Judgment } from '../rules/rates/index.ts'
import { applyChange, legsOf } from '../store/apply-change.ts'
import { lockMatter, type Locked } from '../store/load-matter.ts'
import type { Done } from './on-matter.ts'

type OnJudgment = { readonly id: string; readonly version?: number | undefined; readonly note: string }
type Found = { readonly locked: Locked; readonly judgment: Judgment; readonly period: string; readonly community: string
  readonly open: { readonly id: string; readonly org: string; readonly person: string; readonly ground: string } | null }

/** The matter, locked, with its judgment as the rates hold it and the request that waits, if any. */
async function find(ctx: Context<Actor>, { id, version }: OnJudgment): Promise<Result<Found>> {
  const { district } = ctx.actor
  const locked = await lockMatter(ctx.tx, district, id)
  if (!locked) return refuse(common.notFound)
  if (version !== undefined && version !== locked.row.version) return refuse(common.stale)
  const visit = await ctx.tx.selectFrom('rate_visit').select(['state', 'org', 'period', 'community']).where('district', '=', district)
    .where('matter', '=', id).executeTakeFirst()
  const open = await ctx.tx.selectFrom('rate_exclusion').select(['id', 'asked_org as org', 'asked_person as person', 'ground'])
    .where('district', '=', district).where('matter', '=', id).where('decision', 'is', null).executeTakeFirst()
  const { row } = locked
  const state = (['judged', 'left_out', 'unreached'] as const).find(one => one === visit?.state) ?? null
  return ok({
    locked, open: open ?? null, period: visit?.period ?? '', community: visit?.community ?? '',
    judgment: { state, doneBy: visit?.org ?? null, accountable: row.accountable, parties: row.parties, doers: row.doers },
  })
}

const done = (row: Locked['row']): Result<Done> => ok({ id: row.id, state: row.state, version: row.version })

/** [R6] Asks for the judgment of a matter to be left out of the rates; it counts until the street says otherwise. The facts stand in the story. */
export async function askExclusion(ctx: Context<Actor>, input: OnJudgment & { readonly ground: string }): Promise<Result<Done>> {
  const found = await find(ctx, input)
  if (!found.ok) return found
  const { actor, tx, at } = ctx
  const { locked, judgment, open, period, community } = found.value
  const pack = ratePackFor(actor.district, dayAt(at.getTime()))
  if (pack === null || actor.org === null || actor.post === null || actor.person === null) return refuse(common.notFound)
  const may = mayAskExclusion(actor, judgment, open, input.ground, input.note, pack)
  if (!may.ok) return may
  const { entry, row } = await applyChange(ctx, locked, change('exclude_asked', { facts: { ground: input.ground }, said: input.note,
    seenBy: 'staff' }))
  await tx.insertInto('rate_exclusion').values({
    district: actor.district, id: newId(), matter: row.id, ...legsOf(row), period, community, ground: input.ground,
      pack: `${pack.id}:${pack.version}`,
    asked_at: at, asked_org: actor.org, asked_post: actor.post, asked_person: actor.person, asked_entry: entry,
  }).execute()
  return done(row)
}

/** [R6] The street leaves the judgment out, or keeps it in: another office than the one that asked, and another person. */
export async function decideExclusion(ctx: Context<Actor>, input: OnJudgment & { readonly leaveOut: boolean }): Promise<Result<Done>> {
  const found = await find(ctx, input)
  if (!found.ok) return found
  const { actor, tx, at } = ctx
  const { locked, judgment, open } = found.value
  const may = mayDecideExclusion(actor, judgment, open)
  if (!may.ok || open === null) return may.ok ? refuse(common.notFound) : may
  const { entry, row } = await applyChange(ctx, locked, change(input.leaveOut ? 'excluded' : 'not_excluded', {
    facts: { ground: open.ground }, said: input.note, seenBy: 'staff', tell: [{ to: { org: open.org }, template: 'matter.exclusion_decided' }],
  }))
  await tx.updateTable('rate_exclusion').set({
    decided_at: at, decided_org: actor.org, decided_post: actor.post, decided_person: actor.person, decided_entry: entry,
    decision: input.leaveOut ? 'left_out' : 'kept',
  }).where('district', '=', actor.district).where('id', '=', open.id).execute()
  return done(row)
}
