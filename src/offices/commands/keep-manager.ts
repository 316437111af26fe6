import { shanghaiDay } from '../../kit/clock.ts'
import type { Context, Outcome } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { isWithin, placeByCode, placeById, type PlaceView } from '../../places/index.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { officeActs } from '../rules/acts.ts'
import { checkManager, checkManagerPath, isOrgKind, managerState, type ManagerStep, type StepPlan } from '../rules/index.ts'
import { keepSteps, responsibleFor, stepsOf } from '../store/manager-rows.ts'
import { workingTimeChanged } from '../views/working-time.ts'

/** The path of a compound, step by step with its dates. */
export type PlanManager = { readonly compound: string; readonly steps: readonly StepPlan[] }

/** Who answers for a compound from a day on, and by which step of its path that came. */
export type NameManager = { readonly compound: string; readonly step: ManagerStep; readonly org: string; readonly from: string }

const has = { code: 'has_manager', rule: 'O15', explain: { zh: '这个小区已经有管理责任主体了。', en: 'This compound has a responsible manager.' } }
const later = { code: 'manager_later', rule: 'O15', explain: { zh: '从今天或以前算起，不能预先记。', en: 'It is entered on its day, not ahead.' } }

/** The compound, for community and street in their area; refuses one that has a manager for good. */
async function without(ctx: Context<Actor>, id: string): Promise<Result<PlaceView>> {
  const { tx, actor, at } = ctx
  const place = await placeById(tx, actor.district, id)
  const leads = actor.audience.some((one) => one === 'community' || one === 'street')
  if (place?.kind !== 'compound' || !leads || !actor.scopes.some((scope) => isWithin(place.path, scope))) return refuse(common.notFound)
  const responsible = (await responsibleFor(tx, actor.district, [id], shanghaiDay(at))).get(id) ?? null
  return managerState(responsible) === 'named' ? refuse(has) : ok(place)
}

const record = (ctx: Context<Actor>, place: PlaceView, what: Parameters<typeof appendAct>[1]['what']) => appendAct(ctx.tx, {
  district: ctx.actor.district, at: ctx.at, what, channel: 'web', actorPerson: ctx.actor.person, actorPost: ctx.actor.post, place: place.id, path: place.path,
  compoundPath: place.compoundPath, subject: { kind: 'place', id: place.id } })

/** Writes down by when each step is to be reached, until somebody answers for the compound. [O15] */
export async function planManager(ctx: Context<Actor>, { compound, steps }: PlanManager): Promise<Result<Outcome & { compound: string }>> {
  const place = await without(ctx, compound)
  if (!place.ok) return place
  const checked = checkManagerPath(steps, shanghaiDay(ctx.at))
  if (!checked.ok) return checked
  await ctx.tx.deleteFrom('manager_step').where('district', '=', ctx.actor.district).where('compound', '=', compound).where('org', 'is', null).execute()
  await keepSteps(ctx.tx, ctx.actor.district, place.value, checked.value, ctx.at, ctx.actor.post)
  await record(ctx, place.value, officeActs.state('manager.planned', { steps: checked.value.map(({ step }) => step), until: checked.value.at(-1)?.until ?? '' }))
  return ok({ compound })
}

/** Names who answers for a compound: it leaves the list. What is assigned to the manager of the compound goes there from then on. [O15] */
export async function nameManager(ctx: Context<Actor>, { compound, step, org, from }: NameManager): Promise<Result<Outcome & { compound: string }>> {
  const { tx, actor: { district, post }, at } = ctx
  const place = await without(ctx, compound)
  if (!place.ok) return place
  if (from > shanghaiDay(at)) return refuse(later)
  const named = await tx.selectFrom('org').select('kind').where('district', '=', district).where('id', '=', org).where('valid_to', 'is', null).executeTakeFirst()
  if (named === undefined || !isOrgKind(named.kind)) return refuse(common.notFound)
  const fits = checkManager(step, named.kind)
  if (!fits.ok) return fits
  const planned = (await stepsOf(tx, district, [compound])).find((one) => one.step === step)
  await keepSteps(tx, district, place.value, [{ step, until: planned?.until ?? from }], at, post)
  await tx.updateTable('manager_step').set({ org, named_on: from }).where('district', '=', district).where('compound', '=', compound).where('step', '=', step).execute()
  await tx.insertInto('org_place').values({ district, org, place: compound, path: place.value.path, compound_path: place.value.compoundPath, valid_from: from })
    .onConflict((c) => c.doNothing()).execute()
  workingTimeChanged()
  await record(ctx, place.value, officeActs.state('manager.named', { org, step, from }))
  return ok({ compound })
}

/** Writes paths as they are, for the demo; compounds by code. */
export async function saveManagerPaths(tx: Tx, district: string, at: Date, paths: readonly { readonly code: string; readonly steps: readonly StepPlan[] }[]): Promise<void> {
  for (const { code, steps } of paths) {
    const place = await placeByCode(tx, district, code)
    if (place) await keepSteps(tx, district, place, steps, at, null)
  }
}
