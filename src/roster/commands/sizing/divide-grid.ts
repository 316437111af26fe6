import { shanghaiDay } from '../../../kit/clock.ts'
import type { Context, Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { endPosts, staffNewGrid } from '../../../offices/index.ts'
import { addGrid, changeGrid, placeById, redrawGrids, type PlaceView } from '../../../places/index.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { checkAgainstNorm, checkParts, mayDivide, normOn, notTheirs, sayBuildings, sizingActs, type Part } from '../../rules/sizing/index.ts'
import { keepSplit, measuredBuildings, normsOf, splitsIn, type KeptPart, type KeptSplit, type MeasuredBuilding } from '../../store/sizing-rows.ts'

/** Passes the open work of a post on, as far as it lies in some buildings or is among some matters; answers the matters that changed hands. */
export type PassWork = (ctx: Context<Actor>, work: {
  readonly from: string; readonly to: string; readonly buildings?: readonly string[]; readonly matters?: readonly string[]
}) => Promise<readonly string[]>

/** A grid and the parts that it is to have, as ids of buildings. */
export type DivideGrid = { readonly grid: string; readonly parts: readonly (readonly string[])[] }

const said = (part: Part<MeasuredBuilding>): string => {
  const names = new Map(part.blocks.map((one) => [one.compound, one.compoundName]))
  return sayBuildings(part.blocks, (compound) => names.get(compound) ?? '').zh
}

const record = (ctx: Context<Actor>, grid: PlaceView, what: Parameters<typeof appendAct>[1]['what']) => appendAct(ctx.tx, {
  district: ctx.actor.district, at: ctx.at, what, channel: 'web', actorPerson: ctx.actor.person, actorPost: ctx.actor.post, place: grid.id,
  path: grid.path,
  compoundPath: null, subject: { kind: 'place', id: grid.id },
})

/** Locks the grid, so that two who decide at once do not both divide it. */
async function lockGrid(ctx: Context<Actor>, id: string): Promise<Result<PlaceView>> {
  const { tx, actor } = ctx
  await tx.selectFrom('place').select('id').where('district', '=', actor.district).where('id', '=', id).forUpdate().execute()
  const grid = await placeById(tx, actor.district, id)
  if (grid?.kind !== 'grid' || !actor.scopes.length) return refuse(common.notFound)
  return mayDivide(actor, grid.path) ? ok(grid) : refuse(notTheirs)
}

/** Makes the grid of one part: number, buildings, posts, open work. */
async function makePart(ctx: Context<Actor>, grid: PlaceView, part: Part<MeasuredBuilding>, passWork: PassWork): Promise<Result<KeptPart>> {
  const { tx, actor: { district } } = ctx
  const made = await addGrid(tx, district, grid.community ?? '', said(part))
  if (!made.ok) return made
  const buildings = part.blocks.map(({ id }) => id)
  const moved = await redrawGrids(tx, district, new Map(buildings.map((id) => [id, made.value.id])))
  if (!moved.ok) return moved
  const staffed = await staffNewGrid(ctx, grid.id, made.value.id)
  if (!staffed.ok) return staffed
  const { posts, from, to } = staffed.value
  const work = from !== null && to !== null && from !== to ? await passWork(ctx, { from, to, buildings }) : []
  return ok({ grid: made.value.id, buildings, homes: part.homes, posts, from, to, work })
}

/**
 * Divides a grid that is above the norm: the first part keeps number and posts, each other part becomes a grid of its own with its homes, posts and
 * open
 * work. One act, one transaction; it can be taken back. Refuses parts that do not hang together or leave something out. [RO72]
 */
export async function divideGrid(ctx: Context<Actor>, input: DivideGrid,
  passWork: PassWork): Promise<Result<Outcome & { id: string; moved: number }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const grid = await lockGrid(ctx, input.grid)
  if (!grid.ok) return grid
  const norm = normOn(await normsOf(tx, district, grid.value.street ?? ''), 'grid', shanghaiDay(at))
  const checked = checkParts(await measuredBuildings(tx, district, { grid: input.grid }), input.parts)
  if (!checked.ok) return checked
  const fits = checkAgainstNorm(checked.value, norm)
  if (!fits.ok) return fits
  const [first, ...others] = checked.value
  if (!first) return refuse(common.notFound)
  const kept: KeptPart[] = [{ grid: input.grid, buildings: first.blocks.map(({ id }) => id), homes: first.homes, posts: [], from: null, to: null,
    work: [] }]
  for (const part of others) {
    const made = await makePart(ctx, grid.value, part, passWork)
    if (!made.ok) return made
    kept.push(made.value)
  }
  await changeGrid(tx, district, input.grid, { area: said(first) })
  const homes = checked.value.reduce((all, part) => all + part.homes, 0)
  const id = newId()
  await keepSplit(tx, district, { id, grid: input.grid, path: grid.value.path, homes, parts: kept }, norm?.id ?? '', at, actor.post ?? '')
  const moved = others.reduce((all, part) => all + part.blocks.length, 0)
  const work = kept.reduce((all, part) => all + part.work.length, 0)
  await record(ctx, grid.value, sizingActs.state('grid.divided', { split: id, homes, parts: kept.length, moved, work }))
  return ok({ id, moved })
}

const changedSince = { code: 'changed_since', rule: 'RO72',
  explain: { zh: '划分之后楼栋又动过，不能整个撤回。', en: 'Buildings were moved again since: it cannot be taken back as a whole.' } }

async function stillSo(ctx: Context<Actor>, split: KeptSplit): Promise<boolean> {
  for (const { grid, buildings } of split.parts) {
    const now = await measuredBuildings(ctx.tx, ctx.actor.district, { grid })
    if (now.length !== buildings.length || now.some(({ id }) => !buildings.includes(id))) return false
  }
  return true
}

/** Ends one part: its buildings go back, its posts end, and what is open there goes back to who had it. */
async function unmakePart(ctx: Context<Actor>, grid: string, part: KeptPart, passWork: PassWork): Promise<Result<number>> {
  const { tx, actor: { district } } = ctx
  const back = await redrawGrids(tx, district, new Map(part.buildings.map((id) => [id, grid])))
  if (!back.ok) return back
  const { from, to } = part
  let work = 0
  if (from !== null) {
    for (const post of part.posts) work += (await passWork(ctx, { from: post, to: from, buildings: part.buildings })).length
    if (to !== null && to !== from) work += (await passWork(ctx, { from: to, to: from, matters: part.work })).length
  }
  await endPosts(ctx, part.posts)
  await changeGrid(tx, district, part.grid, { endedOn: shanghaiDay(ctx.at) })
  return ok(work)
}

/**
 * Takes a division back as a whole, as long as no building was moved since: the grids that were made end, their numbers are not used again. [RO72]
 */
export async function rejoinGrid(ctx: Context<Actor>, input: { readonly id: string }, passWork: PassWork): Promise<Result<Outcome & { id: string }>> {
  const { tx, actor, at } = ctx
  const [split] = await splitsIn(tx, actor.district, { id: input.id })
  if (!split || split.undoneOn !== null) return refuse(common.notFound)
  const grid = await lockGrid(ctx, split.grid)
  if (!grid.ok) return grid
  if (!await stillSo(ctx, split)) return refuse(changedSince)
  let work = 0
  for (const part of split.parts.slice(1)) {
    const gone = await unmakePart(ctx, split.grid, part, passWork)
    if (!gone.ok) return gone
    work += gone.value
  }
  const blocks = await measuredBuildings(tx, actor.district, { grid: split.grid })
  await changeGrid(tx, actor.district, split.grid, { area: said({ blocks, homes: split.homes }) })
  await tx.updateTable('grid_split').set({ undone_at: at, undone_post: actor.post }).where('district', '=', actor.district).where('id', '=', split.id)
    .execute()
  await record(ctx, grid.value, sizingActs.state('grid.rejoined', { split: split.id, work }))
  return ok({ id: split.id })
}
