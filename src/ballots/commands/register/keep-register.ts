import type { Context } from '../../../kit/command.ts'
import { shanghaiDay } from '../../../kit/clock.ts'
import { actAs } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { holdersAt } from '../../../offices/index.ts'
import { placeById } from '../../../places/index.ts'
import { clockActor, type Actor } from '../../../trust/index.ts'
import { registerActs } from '../../rules/register/acts.ts'
import { registerOf, titlesOfCompound } from '../../store/register-rows.ts'
import { starterOf } from '../../views/registers.ts'
import { inRegister, no, record } from './on-register.ts'

/** Begins the register of a compound: its owners' body, or the residents' committee that stands in where it has none. Once. [B80] */
export async function startRegister(ctx: Context<Actor>, { compound }: { readonly compound: string }): Promise<Result<{ readonly id: string }>> {
  const { tx, actor, at } = ctx
  const place = await placeById(tx, actor.district, compound)
  if (place?.kind !== 'compound' || place.compoundPath === null || place.compoundType === 'public_rental') return refuse(common.notFound)
  const day = shanghaiDay(at)
  const starter = await starterOf(tx, actor, place, day)
  if (starter === null || !actor.orgs.includes(starter)) return refuse(common.notFound)
  const made = await tx.insertInto('owner_register').values({ district: actor.district, compound, path: place.path, compound_path: place.compoundPath,
    keeper: starter, since: day }).onConflict((c) => c.doNothing()).returning('compound').execute()
  if (made.length === 0) return no('register_there', 'B80', '这个小区已经有名册了，由别人管着。', 'This compound has a register already, kept by somebody else.')
  await record(ctx, { compound, path: place.path, compoundPath: place.compoundPath }, { kind: 'register', id: compound },
    registerActs.state('register.started', { keeper: starter }))
  return ok({ id: compound })
}

const LEADS: readonly string[] = ['owners_chair', 'community_secretary', 'community_deputy']

/**
 * Hands the register over, as to a new committee: everything of it goes along in one step, and who kept it reads nothing of it from then on. By who
 * leads the keeping body, to the owners' body of the compound or the residents' committee that stands in. `root` is the district's path. [B80]
 */
export async function handOverRegister(ctx: Context<Actor>, { compound, to, root }: { readonly compound: string; readonly to: string;
  readonly root: string }):
Promise<Result<{ readonly id: string }>> {
  const { tx, actor, at } = ctx
  const kept = await inRegister(ctx, compound)
  if (!kept.ok) return kept
  if (!LEADS.includes(actor.postKind ?? '')) {
    return no('lead_hands_over', 'B80', '移交名册由主任或者书记来办。', 'Handing over is for the chair or the secretary.')
  }
  const place = await placeById(tx, actor.district, compound)
  const holders = place && await holdersAt(tx, actor.district, place, shanghaiDay(at))
  const takers = [holders?.get('owners')?.org, holders?.get('community')?.org]
  if (!takers.includes(to) || to === kept.value.keeper) {
    return no('no_taker', 'B80', '只能移交给本小区的业主组织，或者代行的居委会。',
      'It goes to the owners’ body of the compound, or to the residents’ committee that stands in.')
  }
  const titles = (await titlesOfCompound(tx, actor.district, compound)).length
  await record(ctx, kept.value, { kind: 'register', id: compound }, registerActs.state('register.handed_over', { from: kept.value.keeper, to,
    titles }))
  // the one who gives may not write what they will not keep: the step itself is the clock's
  await actAs(tx, clockActor(actor.district, root))
  await tx.updateTable('owner_register').set({ keeper: to, since: shanghaiDay(at) }).where('district', '=', actor.district).where('compound', '=',
    compound).execute()
  await actAs(tx, actor)
  return ok({ id: compound })
}

/** To whom a register may be handed: the owners' body or the residents' committee of its compound, whoever does not keep it now. */
export async function takersOf(ctx: Context<Actor>, compound: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const place = await placeById(ctx.tx, ctx.actor.district, compound)
  const kept = await registerOf(ctx.tx, ctx.actor.district, compound)
  const holders = place && await holdersAt(ctx.tx, ctx.actor.district, place, shanghaiDay(ctx.at))
  return [holders?.get('owners'), holders?.get('community')].flatMap((one) => (one && one.org !== kept?.keeper ? [{ id: one.org,
    name: one.name }] : []))
}
