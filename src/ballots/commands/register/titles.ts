import { shanghaiDay } from '../../../kit/clock.ts'
import type { Context } from '../../../kit/command.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, type Result } from '../../../kit/pure.ts'
import type { Actor } from '../../../trust/index.ts'
import type { AreaSource, TitleState } from '../../rules/heads.ts'
import { registerActs } from '../../rules/register/acts.ts'
import { sameRoom } from '../../rules/register/rooms.ts'
import { mayTell } from '../../rules/register/told.ts'
import { insertHeads, insertOwners, ownersOf, type HeadKind, type Told } from '../../store/register-bulk.ts'
import { headsOfCompound, titlesOfCompound, titlesOfHead, type KeptRegister, type TitleRow } from '../../store/register-rows.ts'
import { no, notAhead, onTitle, record, touchHeads } from './on-register.ts'

type OnTitle = { readonly title: string; readonly version: number }
/** To whom a title goes: to who owns another title here, named by its room, or to somebody new. */
export type Taker = { readonly room: string } | { readonly owners: readonly Told[]; readonly company: string | null }
type Why = 'sale' | 'inheritance' | 'gift' | 'court' | 'handed_over' | 'wrong'
/** Answers the head that owns it from now on. */
type Moved = Promise<Result<{ readonly id: string }>>

async function newHead({ tx, actor, at }: Context<Actor>, kept: KeptRegister, kind: HeadKind, company: string | null, owners: readonly Told[],
  since: string | null) {
  const id = newId()
  await insertHeads(tx, actor.district, [{ id, compound: kept.compound, keeper: kept.keeper, kind, company }])
  await insertOwners(tx, actor.district, ownersOf(actor.district, id, kept.keeper, owners, since, kind !== 'owners'), at)
  return id
}

async function takerOf(ctx: Context<Actor>, kept: KeptRegister, to: Taker, day: string): Promise<Result<string>> {
  if ('room' in to) {
    const found = (await titlesOfCompound(ctx.tx, ctx.actor.district, kept.compound)).filter(({ label }) => sameRoom(label, to.room))
    const [only] = found
    return found.length === 1 && only ? ok(only.head)
      : no('no_such_room', 'B85', `名册里没有“${to.room}”这一套。`, `There is no title ${to.room} in the register.`)
  }
  for (const { name, phone } of to.owners) { const may = mayTell(name, phone); if (!may.ok) return may }
  return ok(await newHead(ctx, kept, to.company === null ? 'owners' : 'company', to.company, to.owners, day))
}

/** Whose last title went is an owner no more, and their proxies end. */
async function closeEmpty(ctx: Context<Actor>, head: string, day: string): Promise<void> {
  const { tx, actor, at } = ctx
  if ((await titlesOfHead(tx, actor.district, head)).length > 0) return
  await tx.updateTable('owner').set({ until: day, chosen: false }).where('district', '=', actor.district).where('head', '=', head).where('until',
    'is', null).execute()
  await tx.updateTable('proxy').set({ revoked_at: at }).where('district', '=', actor.district).where('head', '=', head).where('revoked_at', 'is',
    null).execute()
}

async function move(ctx: Context<Actor>, kept: KeptRegister, title: TitleRow, to: string, { why, day, status }: { readonly why: Why;
  readonly day: string
  readonly status: TitleState }): Promise<void> {
  const { tx, actor } = ctx
  await tx.updateTable('title').set((e) => ({ head: to, status, version: e('version', '+', 1) })).where('district', '=', actor.district).where('id',
    '=', title.id).execute()
  await closeEmpty(ctx, title.head, day)
  await touchHeads(ctx, [title.head, to])
  await record(ctx, kept, { kind: 'title', id: title.id }, registerActs.state('register.title_moved', { title: title.id, from: title.head, to, why }))
}

/**
 * A title changes hands. Who bought it and has one here already stays one head; somebody new is one. A vote that is on is counted by the register of
 * the day it was frozen: there the former owner's words stand. [B85]
 */
export async function moveTitle(ctx: Context<Actor>, { title: id, version, why, on: day, to }: OnTitle & { readonly why: Why; readonly on: string;
  readonly to: Taker }): Moved {
  const on = await onTitle(ctx, id, version)
  if (!on.ok) return on
  const fits = notAhead(ctx, day)
  if (!fits.ok) return fits
  const { title, kept } = on.value
  const taker = await takerOf(ctx, kept, to, day)
  if (!taker.ok) return taker
  if (taker.value === title.head) return no('same_owner', 'B85', '这一套本来就是这家的。', 'It is theirs already.')
  const developer = (await headsOfCompound(ctx.tx, ctx.actor.district, kept.compound)).some((head) => head.id === taker.value
    && head.kind === 'developer')
  await move(ctx, kept, title, taker.value, { why, day, status: developer ? 'unsold' : 'sold' })
  return ok({ id: taker.value })
}

/**
 * Marks a title as unsold or not handed over: it belongs to the developer's one head. `developer`: the company's name, needed the first time. To mark
 * it as sold somebody has to take it: `moveTitle`. [B85]
 */
export async function changeStatus(ctx: Context<Actor>, { title: id, version, status, developer }: OnTitle & { readonly status: TitleState;
  readonly developer: string | null }): Moved {
  const on = await onTitle(ctx, id, version)
  if (!on.ok) return on
  const { title, kept } = on.value
  if (status === 'sold') return no('taker_needed', 'B85', '卖给谁、交给谁了？请办过户。', 'Sold or handed over to whom? Enter the transfer.')
  const known = (await headsOfCompound(ctx.tx, ctx.actor.district, kept.compound)).find(({ kind }) => kind === 'developer')
  if (!known && developer === null) return no('developer_needed', 'B85', '先写建设单位的名称。', 'Name the developer first.')
  const head = known?.id ?? await newHead(ctx, kept, 'developer', developer, [], null)
  if (head !== title.head) await move(ctx, kept, title, head, { why: 'wrong', day: shanghaiDay(ctx.at), status })
  else await ctx.tx.updateTable('title').set((e) => ({ status, version: e('version', '+', 1) })).where('district', '=',
    ctx.actor.district).where('id', '=', id).execute()
  await record(ctx, kept, { kind: 'title', id }, registerActs.state('register.status_changed', { title: id, status }))
  return ok({ id: head })
}

const RANK: readonly AreaSource[] = ['register', 'survey', 'contract']

/** Corrects an exclusive area (0.01 m²) with where it is from. What the land register says gives way to no survey and no contract. [B86] */
export async function correctArea(ctx: Context<Actor>, { title: id, version, area, source }: OnTitle & { readonly area: number;
  readonly source: AreaSource }):
Promise<Result<{ readonly id: string }>> {
  const { tx, actor } = ctx
  const on = await onTitle(ctx, id, version)
  if (!on.ok) return on
  const { title, kept } = on.value
  if (RANK.indexOf(source) > RANK.indexOf(title.area_source)) {
    return no('weaker_source', 'B86', '面积先看不动产登记，再看实测，最后才看合同，不能用后面的改前面的。',
      'The land register comes first, then a survey, then the contract: a weaker source cannot replace a stronger one.')
  }
  await tx.updateTable('title').set((e) => ({ area, area_source: source, version: e('version', '+', 1) })).where('district', '=', actor.district)
    .where('id', '=', id).execute()
  await touchHeads(ctx, [title.head])
  await record(ctx, kept, { kind: 'title', id }, registerActs.state('register.area_corrected', { title: id, before: title.area, after: area,
    source }))
  return ok({ id })
}
