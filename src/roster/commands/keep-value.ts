import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { homeActs, isShownTo, mayKeep, mayWrite, TAKE_BACK_MINUTES, type DwellerField } from '../rules/index.ts'
import { keyOfDweller, lockTie, renewTokens, type DwellerRow } from '../store/dweller.ts'
import { saveDwelling } from '../store/dwelling.ts'
import { endValues, isFindable, keepValue, putValue, valueById, valuesOf } from '../store/value.ts'
import { aboutPerson } from './keep-dweller.ts'

const placeOf = (tie: DwellerRow) => ({ id: tie.home, path: tie.path, compoundPath: tie.compound_path })

const contactOnly: Refusal = {
  code: 'never_on_behalf', rule: 'P02',
  explain: { zh: '代人改的只有联系电话，别的要本人来说。', en: 'On behalf of somebody only a telephone is corrected; the rest is theirs to say.' },
}

/**
 * Puts a right value in the place of the current one, which becomes past with its source and day. `behalf`: the person is there and asked for it;
 * only a telephone, and the act says for whom (P02). [RO4] [RO46]
 */
export async function correctValue(
  ctx: Context<Actor>, input: { readonly tie: string; readonly field: DwellerField; readonly value: string; readonly behalf?: boolean },
): Promise<Result<{ readonly value: string; readonly version: number }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const [today, { field }] = [shanghaiDay(at), input]
  if (input.behalf && field !== 'phone') return refuse(contactOnly)
  const may = mayWrite(actor.audience, field, input.value, today)
  if (!may.ok) return may
  const [tie] = await lockTie(tx, { district, id: input.tie })
  const key = tie && await keyOfDweller(tx, district, tie.person)
  if (!tie || !key) return refuse(common.notFound)
  const id = newId()
  const past = await endValues(tx, district, tie.id, field, at)
  const of = { id, dweller: tie.id, person: tie.person, path: tie.path, compoundPath: tie.compound_path, field, seenOn: today,
    sourceKind: 'desk' as const,
    source: tie.id, at }
  await putValue(tx, district, of, keepValue(district, key, field, input.value))
  if (isFindable(field)) await renewTokens(tx, district, tie, key)
  const version = await saveDwelling(tx, district, tie.home, {})
  await aboutPerson(ctx, tie.who, placeOf(tie), homeActs.state('dweller.corrected', { field, past: past.length > 0 }), input.behalf)
  return ok({ value: id, version })
}

const tooLate: Refusal = {
  code: 'too_late', rule: 'RO49', explain: { zh: `过了${TAKE_BACK_MINUTES}分钟，不能撤回了。请再改一次，原来的会留在历史里。`,
    en: `More than ${TAKE_BACK_MINUTES} minutes have passed. Correct it again instead; both stay in the history.` },
}

/** Takes a correction back: the value of before is the current one again, the other stays in the history as past. [RO49] */
export async function takeBackValue(ctx: Context<Actor>, input: { readonly value: string }): Promise<Result<{ readonly version: number }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const may = mayKeep(actor.audience)
  if (!may.ok) return may
  const [value] = await valueById(tx, { district, id: input.value })
  if (!value || value.state !== 'current' || !isShownTo(actor.audience,
    value.field as DwellerField)) return refuse(common.notFound) // the table's check
  if (at.getTime() - value.recorded_at.getTime() > TAKE_BACK_MINUTES * 60_000) return refuse(tooLate)
  const [tie] = await lockTie(tx, { district, id: value.dweller })
  const key = tie && await keyOfDweller(tx, district, tie.person)
  if (!tie || !key) return refuse(common.notFound)
  const before = (await valuesOf(tx, { district, dwellers: [tie.id] })).filter(({ field, ended_at }) =>
    field === value.field && ended_at?.getTime() === value.recorded_at.getTime()).map(({ id }) => id)
  await tx.updateTable('dweller_value').set({ state: 'past', ended_at: at }).where('district', '=', district).where('id', '=', value.id).execute()
  if (before.length > 0) {
    await tx.updateTable('dweller_value').set({ state: 'current', ended_at: null }).where('district', '=', district).where('id', 'in',
      before).execute()
  }
  const field = value.field as DwellerField // the table's check allows these words alone
  if (isFindable(field)) await renewTokens(tx, district, tie, key)
  const version = await saveDwelling(tx, district, tie.home, {})
  await aboutPerson(ctx, tie.who, placeOf(tie), homeActs.state('dweller.taken_back', { field }))
  return ok({ version })
}
