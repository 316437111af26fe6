import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { revealValue, type Actor, type RosterPurpose } from '../../trust/index.ts'
import { mayWriteWords } from '../rules/keep.ts'
import { allows, lawActs, mayKeepLaw, mayKeepSensitive, type SensitiveKind } from '../rules/law/index.ts'
import { keyOfDweller } from '../store/dweller.ts'
import { assessmentsOf, consentsOfTies, factOf, sensitiveById } from '../store/law.ts'
import { lawAct } from './assess-impact.ts'
import { openTie } from './consent.ts'

/** The name under which a sensitive value is sealed; the record says 'sensitive' and no more. */
export const sealedAs = (kind: SensitiveKind): string => `sensitive:${kind}`

/** Writes a sensitive value down, in the place of an earlier one: only under an assessment and a consent to exactly this. [RO60] [RO61] */
export async function keepSensitive(
  ctx: Context<Actor>, input: { readonly tie: string; readonly kind: SensitiveKind; readonly value: string },
): Promise<Result<{ readonly value: string }>> {
  const { tx, actor, at } = ctx
  const may = mayKeepLaw(actor.audience)
  if (!may.ok) return may
  const said = input.kind === 'under_14' ? ok(true) : mayWriteWords(input.value) // names of children are names
  if (!said.ok) return said
  const tie = await openTie(ctx, input.tie)
  if (!tie.ok) return tie
  const { district } = actor
  const [today, assessments, consents] = [shanghaiDay(at), await assessmentsOf(tx, { district, community: tie.value.community }),
    await consentsOfTies(tx, { district, ties: [tie.value.id] })]
  const allowed = mayKeepSensitive(input.kind, today, assessments.map(factOf),
    consents.map(({ kind, given_by, withdrawn_at }) => ({ kind, givenBy: given_by, withdrawn: withdrawn_at !== null })))
  if (!allowed.ok) return allowed
  const key = await keyOfDweller(tx, district, tie.value.person)
  const assessment = assessments.find((row) => allows(factOf(row), input.kind, today))
  const consent = consents.find(({ kind, withdrawn_at }) => kind === input.kind && withdrawn_at === null)
  if (!key || !assessment || !consent) return refuse(common.notFound)
  const value = { id: newId(), cipher: key.seal(sealedAs(input.kind), input.value), consent: consent.id, assessment: assessment.id, recorded_at: at,
    source: null }
  await tx.insertInto('sensitive_value').values({ ...value, district, dweller: tie.value.id, person: tie.value.person, path: tie.value.path,
    compound_path: tie.value.compound_path, kind: input.kind }).onConflict((c) => c.columns(['district', 'dweller', 'kind']).doUpdateSet(value))
      .execute()
  await lawAct(ctx, lawActs.state('sensitive.kept', {}), { kind: 'person', id: tie.value.who })
  return ok({ value: value.id })
}

/** Shows a sensitive value in clear for a purpose; the person sees that it was shown. [RO44] [RO60] */
export async function revealSensitive(
  { tx, actor, at }: Context<Actor>, input: { readonly value: string; readonly purpose: RosterPurpose },
): Promise<Result<string>> {
  const [row] = await sensitiveById(tx, { district: actor.district, id: input.value })
  if (!row || !mayKeepLaw(actor.audience).ok) return refuse(common.notFound)
  return revealValue(tx, actor, { person: row.person, field: 'sensitive', sealedAs: sealedAs(row.kind), cipher: row.cipher, purpose: input.purpose,
    at })
}
