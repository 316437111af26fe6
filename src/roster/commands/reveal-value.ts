import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse, type Result } from '../../kit/pure.ts'
import { revealValue, type Actor, type RosterPurpose, type SealedField } from '../../trust/index.ts'
import { isShownTo, type DwellerField } from '../rules/index.ts'
import { valueById } from '../store/value.ts'

/** What may be asked to be shown in clear: the sealed fields of the register. */
const sealedField = (field: string): field is DwellerField & SealedField => !['sex', 'relation'].includes(field)

/**
 * Shows one value in clear to somebody whose audience sees its field, and records that it was shown, to which post and what for: the person sees it
 * in their own file. A page hides it again after a minute. What lies outside the reach is not found. [RO43] [RO44]
 */
export async function revealOne(
  { tx, actor, at }: Context<Actor>, input: { readonly value: string; readonly purpose: RosterPurpose },
): Promise<Result<string>> {
  const [value] = await valueById(tx, { district: actor.district, id: input.value })
  const field = value?.field ?? ''
  // the table's check allows the register's words alone
  if (!value || value.cipher === null || !sealedField(field) || !isShownTo(actor.audience, field as DwellerField)) return refuse(common.notFound)
  return revealValue(tx, actor, { person: value.person, field, cipher: value.cipher, purpose: input.purpose, at })
}
