import { shanghaiMinute } from '../../../kit/clock.ts'
import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { officerName } from '../../../offices/index.ts'
import { revealValue, type Actor } from '../../../trust/index.ts'
import { registerActs } from '../../rules/register/acts.ts'
import { linesOf, type ListedTitle } from '../../views/register-titles.ts'
import { wholeRegister } from '../../views/register.ts'
import { inRegister, record } from './on-register.ts'

export type ShowPurpose = 'deliver_notice' | 'identity_check' | 'call_back'

/** Shows an owner's name or telephone in clear, for a purpose; an act that the owner sees. Only the keeper of the register may. [B88] */
export async function revealOwner({ tx, actor, at }: Context<Actor>, { owner, field, purpose }: { readonly owner: string;
  readonly field: 'name' | 'phone'
  readonly purpose: ShowPurpose }): Promise<Result<string>> {
  const row = await tx.selectFrom('owner').select(['person', 'name', 'phone', 'keeper']).where('district', '=', actor.district).where('id', '=',
    owner).executeTakeFirst()
  const cipher = field === 'name' ? row?.name : row?.phone
  if (!row || !cipher || !actor.orgs.includes(row.keeper)) return refuse(common.notFound)
  return revealValue(tx, actor, { person: row.person, field, cipher, purpose, at })
}

/** Shows the name of somebody who holds a proxy, as `revealOwner`. [B88] */
export async function revealProxy({ tx, actor, at }: Context<Actor>, { proxy, purpose }: { readonly proxy: string;
  readonly purpose: ShowPurpose }): Promise<Result<string>> {
  const row = await tx.selectFrom('proxy').select(['person', 'name', 'keeper']).where('district', '=', actor.district).where('id', '=',
    proxy).executeTakeFirst()
  if (!row || !actor.orgs.includes(row.keeper)) return refuse(common.notFound)
  return revealValue(tx, actor, { person: row.person, field: 'name', cipher: row.name, purpose, at })
}

export type RegisterSheet = { readonly mark: { readonly name: string; readonly at: string; readonly purpose: string };
  readonly titles: readonly ListedTitle[] }

/** The whole register to take along: names masked, with who took it, when and what for; an act. [B88] */
export async function exportRegister(ctx: Context<Actor>, { compound, purpose }: { readonly compound: string;
  readonly purpose: 'deliver_notice' | 'identity_check' }):
Promise<Result<RegisterSheet>> {
  const { tx, actor, at } = ctx
  const kept = await inRegister(ctx, compound)
  if (!kept.ok) return kept
  const titles = linesOf(await wholeRegister(tx, actor.district, compound, at))
  await record(ctx, kept.value, { kind: 'register', id: compound }, registerActs.state('register.exported', { titles: titles.length, purpose }))
  const name = actor.person === null ? '' : await officerName(tx, actor.person)
  return ok({ mark: { name, at: shanghaiMinute(at), purpose }, titles })
}
