import { shanghaiDay } from '../../../kit/clock.ts'
import type { Context } from '../../../kit/command.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, type Result } from '../../../kit/pure.ts'
import type { Actor } from '../../../trust/index.ts'
import { checkCompoundRule } from '../../rules/compound-rule.ts'
import { ballotPackFor } from '../../rules/packs/index.ts'
import { registerActs } from '../../rules/register/acts.ts'
import type { CompoundRule } from '../../rules/vote.ts'
import { rulesOf, saveCompoundRule } from '../../store/compound-rules.ts'
import { inRegister, no, notAhead, record } from './on-register.ts'

/**
 * Enters a new version of the compound's own rules of procedure, as they were adopted. Versions before stay, and go on holding for the votes that
 * were posted under them. What goes beyond the law of the place is refused. [B89] [B8]
 */
export async function adoptRules(ctx: Context<Actor>, { compound, title, document, adoptedOn, validFrom, says }: { readonly compound: string;
  readonly title: string
  readonly document: string | null; readonly adoptedOn: string; readonly validFrom: string;
    readonly says: CompoundRule }): Promise<Result<{ readonly id: string }>> {
  const { tx, actor, at } = ctx
  const kept = await inRegister(ctx, compound)
  if (!kept.ok) return kept
  const fits = notAhead(ctx, adoptedOn)
  if (!fits.ok) return fits
  if (validFrom < adoptedOn) return no('before_adopted', 'B89', '生效日不能早于通过日。', 'Rules cannot hold before they were adopted.')
  const [last] = await rulesOf(tx, actor.district, compound)
  if (last && validFrom <= last.validFrom) return no('not_newer', 'B89', '生效日要晚于现在这一版的生效日。', 'A new version begins after the one that holds.')
  const pack = ballotPackFor(actor.district, shanghaiDay(at))
  const may = checkCompoundRule(says, pack?.terms ?? {})
  if (!may.ok) return may
  const id = newId()
  await saveCompoundRule(tx, actor.district, { id, compound, title, document, adoptedOn, validFrom, says })
  await record(ctx, kept.value, { kind: 'register', id: compound }, registerActs.state('register.rules_adopted', { rule: id, phone: says.phone }))
  return ok({ id })
}
