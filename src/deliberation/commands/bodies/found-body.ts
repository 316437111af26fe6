import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { bodyActs, keepersOf, mayEnd, mayHavePowers, type BodyKind, type Power } from '../../rules/bodies/index.ts'
import { changeBody, intakesOf, resolutionsOfBodies } from '../../store/bodies.ts'
import { onBody, recordBody, type BodyDone, type ById, type Staff } from './on-body.ts'

export type FoundBody = {
  readonly place: string; readonly kind: BodyKind; readonly name: string; readonly seats: number; readonly rhythmDays: number; readonly termMonths: number
  readonly powers: readonly Power[]; readonly charter: string
}
const notYours = { code: 'not_yours', rule: 'DB1', explain: { zh: '这种组织不由您的单位来成立。', en: 'Your organisation does not set up bodies of this kind.' } }
const wrongPlace = { code: 'wrong_place', rule: 'DB1', explain: { zh: '议事组织设在社区或小区。', en: 'A body belongs to a community or a compound.' } }

/** [DB1] Sets up a body of a community or compound: its seats, its rhythm, the length of a term, and its powers out of the list of its kind. */
export async function foundBody(ctx: Staff, input: FoundBody): Promise<Result<BodyDone>> {
  const { tx, actor, at } = ctx
  const place = await placeById(tx, actor.district, input.place)
  if (!place) return refuse(common.notFound)
  if (place.kind !== 'community' && place.kind !== 'compound') return refuse(wrongPlace)
  const within = actor.scopes.some((scope) => [place.path, place.compoundPath].some((path) => path === scope || path?.startsWith(`${scope}.`)))
  if (!actor.org || !within || !actor.audience.some((word) => keepersOf[input.kind].includes(word))) return refuse(notYours)
  const powers = mayHavePowers(input.kind, input.powers)
  if (!powers.ok) return powers
  const row = { id: newId(), place: place.id, path: place.path, compound_path: place.compoundPath }
  await tx.insertInto('standing_body').values({ district: actor.district, ...row, keeper: actor.org, kind: input.kind, name: input.name, seats: input.seats,
    rhythm_days: input.rhythmDays, term_months: input.termMonths, powers: [...powers.value], charter: input.charter, founded_on: shanghaiDay(at) }).execute()
  await recordBody(ctx, row, bodyActs.state('council.found', { kind: input.kind, seats: input.seats, rhythm_days: input.rhythmDays }))
  return ok({ id: row.id, version: 1 })
}

export type ChangeCharter = ById & { readonly charter: string; readonly rhythmDays: number; readonly powers: readonly Power[] }
/** [DB6] Changes by-law, rhythm and powers; powers stay within the list of the kind. */
export const changeCharter = (ctx: Staff, input: ChangeCharter): Promise<Result<BodyDone>> => onBody(ctx, input, async ({ row, body }) => {
  if (body.endedOn !== null) return refuse({ code: 'body_ended', rule: 'DB7', explain: { zh: '这个组织已经结束了。', en: 'This body has ended.' } })
  const powers = mayHavePowers(body.kind, input.powers)
  if (!powers.ok) return powers
  await changeBody(ctx.tx, row, { charter: input.charter, rhythm_days: input.rhythmDays, powers: [...powers.value] })
  await recordBody(ctx, row, bodyActs.state('council.charter', { powers: [...powers.value], rhythm_days: input.rhythmDays }))
  return ok({ id: row.id, version: row.version + 1 })
})

/** [DB7] Ends a body, once nothing that residents brought and no decision is left open. */
export const dissolveBody = (ctx: Staff, input: ById): Promise<Result<BodyDone>> => onBody(ctx, input, async ({ row, body }) => {
  const { tx, actor: { district }, at } = ctx
  const [open, decided] = [await intakesOf(tx, district, [row.id], ['held', 'open']), await resolutionsOfBodies(tx, district, [row.id])]
  const may = mayEnd(body, open.length, decided.filter(({ carried, verdict, state }) => carried && verdict === null && state !== 'withdrawn').length)
  if (!may.ok) return may
  const on = shanghaiDay(at)
  await changeBody(tx, row, { ended_on: on })
  await recordBody(ctx, row, bodyActs.state('council.end', { on }))
  return ok({ id: row.id, version: row.version + 1 })
})
