import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { lawActs, mayKeepLaw, monthsLater, type SensitiveKind } from '../rules/law/index.ts'
import { reaches } from './reach.ts'

/** An assessment of impact as it is written: four paragraphs of the law, for which kinds, and until when it holds. */
export type Assess = {
  readonly community: string; readonly kinds: readonly SensitiveKind[]; readonly purpose: string; readonly need: string; readonly effect: string
  readonly measures: string; readonly months: number
}

/** Records that something was done under the law: no place and no path, so that nobody reads it who does not keep the roster. */
export async function lawAct({ tx, actor, at }: Context<Actor>, what: Parameters<typeof appendAct>[1]['what'], subject: { readonly kind: string;
  readonly id: string }):
Promise<void> {
  await appendAct(tx, { district: actor.district, at, what, channel: actor.kind === 'clock' ? 'clock' : 'web', actorPerson: actor.person,
    actorPost: actor.post, subject, ...(actor.kind === 'clock' ? { path: actor.scopes[0] ?? null } : {}) })
}

/** Records an assessment of impact for a community in the writer's reach; kept three years longer than it holds. [RO60] */
export async function assessImpact(ctx: Context<Actor>, { community, months, ...said }: Assess): Promise<Result<{ readonly assessment: string }>> {
  const { tx, actor, at } = ctx
  const may = mayKeepLaw(actor.audience)
  if (!may.ok) return may
  const place = await placeById(tx, actor.district, community)
  if (place === null || place.kind !== 'community' || !reaches(actor, place) || actor.person === null
    || actor.post === null) return refuse(common.notFound)
  const [id, today] = [newId(), shanghaiDay(at)]
  const until = monthsLater(today, months)
  await tx.insertInto('impact_assessment').values({ district: actor.district, id, community, path: place.path, ...said,
    kinds: [...new Set(said.kinds)],
    made_on: today, valid_until: until, keep_until: monthsLater(until, 36), person: actor.person, post: actor.post }).execute()
  await lawAct(ctx, lawActs.state('assessment.made', { assessment: id, kinds: new Set(said.kinds).size }), { kind: 'assessment', id })
  return ok({ assessment: id })
}

const ended: Refusal = { code: 'stale', rule: 'RO60', explain: { zh: '这份评估已经收回了。', en: 'This assessment was taken back already.' } }

/** Takes an assessment back: from today it allows nothing new. What was kept under it stays until its consent or its time ends. [RO60] */
export async function endAssessment(ctx: Context<Actor>,
  { assessment }: { readonly assessment: string }): Promise<Result<{ readonly assessment: string }>> {
  const { tx, actor, at } = ctx
  const may = mayKeepLaw(actor.audience)
  if (!may.ok) return may
  const row = await tx.selectFrom('impact_assessment').select(['path', 'ended_on']).where('district', '=', actor.district).where('id', '=',
    assessment)
    .executeTakeFirst()
  if (!row || !reaches(actor, { path: row.path, compoundPath: null })) return refuse(common.notFound)
  if (row.ended_on !== null) return refuse(ended)
  await tx.updateTable('impact_assessment').set({ ended_on: shanghaiDay(at) }).where('district', '=', actor.district).where('id', '=', assessment)
    .execute()
  await lawAct(ctx, lawActs.state('assessment.ended', { assessment }), { kind: 'assessment', id: assessment })
  return ok({ assessment })
}
