import { sql } from 'kysely'
import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById, placesWithin } from '../../../places/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { registerActs } from '../../rules/register/acts.ts'
import { planTable, type Plan } from '../../rules/register/heads-said.ts'
import { roomsOf } from '../../rules/register/rooms.ts'
import { readTable, type TableLine, type TableProblem } from '../../rules/register/table.ts'
import { knownTitles } from '../../store/register-known.ts'
import { insertHeads, insertOwners, insertTitles, ownersOf } from '../../store/register-bulk.ts'
import type { KeptRegister } from '../../store/register-rows.ts'
import { inRegister, no, record } from './on-register.ts'

/** What taking a table in did, or would do. */
export type Taken = { readonly rows: number; readonly added: number; readonly changed: number; readonly same: number
  readonly problems: readonly TableProblem[] }

/** Writes what a plan says: heads with their owners and titles, and corrected areas. */
export async function carryOut({ tx, actor, at }: Context<Actor>, kept: KeptRegister, plan: Plan): Promise<void> {
  const { district } = actor
  const { compound, keeper } = kept
  const made = plan.heads.map((head) => ({ ...head, at: head.id ?? newId() }))
  const fresh = made.filter(({ id }) => id === null)
  await insertHeads(tx, district, fresh.map(({ at: id, kind, company }) => ({ id, compound, keeper, kind, company })))
  await insertOwners(tx, district, fresh.flatMap(({ at: id, kind, owners }) => ownersOf(district, id, keeper, owners, null, kind !== 'owners')), at)
  await insertTitles(tx, district, made.flatMap(({ at: head, titles }) => titles.map(({ label, room, kind, area, source, status }) => ({
    id: newId(), compound, keeper, head, building: room?.building ?? null, unit: room?.unit ?? null, home: room?.id ?? null, label, kind, area,
      area_source: source, status }))))
  await sql`update title t set area = r.area, area_source = r.source, kind = r.kind, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(plan.changed)}::jsonb) as r(id uuid, area int, source text, kind text)
    where t.district = ${district} and t.id = r.id`.execute(tx)
}

/**
 * Takes a table of titles and owners into the register: new titles with their heads, corrected areas. Who owns a title that is there already never
 * changes by a table. The same table again changes nothing. Refused where nothing of it is a table of titles. [B87]
 */
export async function importRegister(ctx: Context<Actor>, { compound, lines }: { readonly compound: string;
  readonly lines: readonly TableLine[] }): Promise<Result<Taken>> {
  const { tx, actor } = ctx
  const kept = await inRegister(ctx, compound)
  if (!kept.ok) return kept
  const place = await placeById(tx, actor.district, compound)
  if (!place) return refuse(common.notFound)
  const rooms = roomsOf(await placesWithin(tx, actor.district, place, 'room', 100_000))
  const read = readTable(lines, rooms, place.name)
  if (!read.headed) return no('no_heading', 'B87', '没有找到表头：至少要有“房号”和“面积”两列。', 'No heading found: at least a column 房号 and a column 面积 are needed.')
  const plan = planTable(read.rows, await knownTitles(tx, actor.district, compound))
  await carryOut(ctx, kept.value, plan)
  const counts = { rows: read.rows.length, added: plan.added, changed: plan.changed.length, same: plan.same }
  if (plan.added + plan.changed.length > 0) await record(ctx, kept.value, { kind: 'register', id: compound }, registerActs.state('register.imported',
    counts))
  const problems = [...read.problems, ...plan.problems].sort((one, other) => Number(other.grave) - Number(one.grave)
    || one.line - other.line).slice(0, 200)
  return ok({ ...counts, problems })
}

/** The rows of an empty table: every room of the compound that the register has no title of. */
export async function emptyTable(ctx: Context<Actor>, compound: string): Promise<readonly string[] | null> {
  const kept = await inRegister(ctx, compound)
  const place = kept.ok ? await placeById(ctx.tx, ctx.actor.district, compound) : null
  if (!place) return null
  const known = new Set((await ctx.tx.selectFrom('title').select('label').where('district', '=', ctx.actor.district).where('compound', '=',
    compound).execute())
    .map(({ label }) => label))
  return roomsOf(await placesWithin(ctx.tx, ctx.actor.district, place, 'room', 100_000)).map(({ label }) => label).filter((label) =>
    !known.has(label))
}
