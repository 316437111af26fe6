import { shanghaiDay } from '../../../kit/clock.ts'
import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import type { registerActs } from '../../rules/register/acts.ts'
import { keptBy, lockHead, lockTitle, type HeadRow, type KeptRegister, type TitleRow } from '../../store/register-rows.ts'

/** A refusal of the register, in both languages. */
export const no = (code: string, rule: string, zh: string, en: string): Result<never> => refuse({ code, rule, explain: { zh, en } } satisfies Refusal)

/** The register of a compound that the actor keeps, or not found. [B80] */
export async function inRegister({ tx, actor }: Context<Actor>, compound: string): Promise<Result<KeptRegister>> {
  const kept = await keptBy(tx, actor, compound)
  return kept ? ok(kept) : refuse(common.notFound)
}

/** A head of a register that the actor keeps, locked; stale when somebody changed it since it was read. [B80] */
export async function onHead(ctx: Context<Actor>, id: string, version: number): Promise<Result<{ readonly head: HeadRow;
  readonly kept: KeptRegister }>> {
  const head = await lockHead(ctx.tx, ctx.actor.district, id)
  const kept = head && await keptBy(ctx.tx, ctx.actor, head.compound)
  if (!head || !kept) return refuse(common.notFound)
  return head.version === version ? ok({ head, kept }) : refuse(common.stale)
}

/** A title of a register that the actor keeps, locked; stale when somebody changed it since it was read. [B80] */
export async function onTitle(ctx: Context<Actor>, id: string, version: number): Promise<Result<{ readonly title: TitleRow;
  readonly kept: KeptRegister }>> {
  const title = await lockTitle(ctx.tx, ctx.actor.district, id)
  const kept = title && await keptBy(ctx.tx, ctx.actor, title.compound)
  if (!title || !kept) return refuse(common.notFound)
  return title.version === version ? ok({ title, kept }) : refuse(common.stale)
}

/** Counts the versions of these heads up. */
export async function touchHeads({ tx, actor }: Context<Actor>, heads: readonly string[]): Promise<void> {
  await tx.updateTable('head').set((e) => ({ version: e('version', '+', 1) })).where('district', '=', actor.district).where('id', 'in',
    [...new Set(heads)]).execute()
}

/** An act of the register: at its compound, about a title, a head, or a person of it. */
export async function record(
  { tx, actor, at }: Context<Actor>, kept: Pick<KeptRegister, 'compound' | 'path' | 'compoundPath'>,
  subject: { readonly kind: 'register' | 'head' | 'title' | 'person'; readonly id: string }, what: ReturnType<typeof registerActs.state>,
): Promise<void> {
  await appendAct(tx, { district: actor.district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: kept.compound,
    path: kept.path,
    compoundPath: kept.compoundPath, subject, what })
}

/** Refuses a day that has not come yet. */
export const notAhead = ({ at }: Context<Actor>, day: string): Result<true> => (day <= shanghaiDay(at) ? ok(true as const)
  : no('day_ahead', 'B83', '日子还没到，到了那天再记。', 'That day has not come yet: write it down when it has.'))
