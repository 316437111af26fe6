import type { Context, Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { mayEnterNorm, sizingActs, type Norm } from '../../rules/sizing/index.ts'

/** A norm of a street. */
export type EnterNorm = Norm & { readonly street: string }

const upsideDown = { code: 'norm_bounds', rule: 'RO70', explain: { zh: '最少不能多于最多。', en: 'The least is more than the most.' } }

/** Enters a norm of size for a street, from a day on. Nothing entered before is changed: of a day the latest that began counts. [RO70] */
export async function enterNorm(ctx: Context<Actor>,
  { street, kind, least, most, validFrom, source }: EnterNorm): Promise<Result<Outcome & { id: string }>> {
  const { tx, actor, at } = ctx
  const place = await placeById(tx, actor.district, street)
  if (place?.kind !== 'street' || !mayEnterNorm(actor, place.path)) return refuse(common.notFound)
  if (least !== null && least > most) return refuse(upsideDown)
  const id = newId()
  await tx.insertInto('sizing_norm').values({ district: actor.district, id, street, path: place.path, kind, least, most, valid_from: validFrom,
    source,
    entered_at: at, entered_post: actor.post }).execute()
  await appendAct(tx, { district: actor.district, at, what: sizingActs.state('norm.entered', { norm: id, kind, most, from: validFrom }),
    channel: 'web',
    actorPerson: actor.person, actorPost: actor.post, place: street, path: place.path, compoundPath: null, subject: { kind: 'place', id: street } })
  return ok({ id })
}

/** Enters norms as they are, for the demo. */
export async function saveNorms(tx: Context<Actor>['tx'], district: string, at: Date,
  norms: readonly (EnterNorm & { readonly id: string; readonly path: string })[]): Promise<void> {
  await tx.insertInto('sizing_norm').values(norms.map(({ id, street, path, kind, least, most, validFrom, source }) =>
    ({ district, id, street, path, kind, least, most, valid_from: validFrom, source, entered_at: at, entered_post: null }))).execute()
}
