/** Every move on a dispute, each a command over `on-dispute.ts`; what is decided stands in `rules/decide/`. */
import { randomUUID } from 'node:crypto'
import type { Context } from '../../kit/command.ts'
import { newId, sha256 } from '../../kit/ids.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { receiptCodeOf } from '../../trust/index.ts'
import * as begin from '../rules/decide/begin.ts'
import * as end from '../rules/decide/end.ts'
import * as talk from '../rules/decide/talk.ts'
import { nextClockStep } from '../rules/clock.ts'
import { change } from '../rules/change.ts'
import { dayAt } from '../rules/days.ts'
import type { Clause, SideName } from '../rules/dispute.ts'
import { mayMove } from '../rules/moves.ts'
import { onDispute, type OnDispute, type Party } from './on-dispute.ts'
import { mediatorsFor, tiesTo } from './ties.ts'

type Ctx = Context<Party>

/** [D3] A side says yes or no, by its code, at the door or on paper. */
export const answerConsent = (ctx: Ctx, input: OnDispute & begin.OfSide & { readonly yes: boolean }) =>
  onDispute(ctx, input, (dispute, standing) => begin.decideConsent(dispute, standing, input, ctx.at.getTime()))

/** [D3] A new slip for a side; the code on the old one opens nothing any more. Answers the id from which the new one is worked out. */
export async function newSlip(ctx: Ctx, input: OnDispute & { readonly side: SideName }) {
  const code = newId()
  const done = await onDispute(ctx, input, (dispute, standing) => {
    const may = mayMove('slip', dispute, standing)
    return may.ok ? ok(change('slip', { facts: { side: input.side } })) : may
  })
  if (!done.ok) return done
  await ctx.tx.updateTable('dispute_side').set((e) => ({ code: sha256(receiptCodeOf(code)), code_id: code, slips: e('slips', '+', 1) }))
    .where('district', '=', ctx.actor.district).where('dispute', '=', input.id).where('side', '=', input.side).execute()
  return ok({ ...done.value, code })
}

/** [D5] The committee chooses one of its mediators. Somebody who is none is not found. */
export const appointMediator = (ctx: Ctx, input: OnDispute & { readonly person: string }) => onDispute(ctx, input,
  async (dispute, standing, loaded) => {
  const found = (await mediatorsFor(ctx.tx, loaded, ctx.at)).find(({ person }) => person === input.person)
  return found ? begin.decideAppoint(dispute, standing, found) : refuse(common.notFound)
})

/** [D6] A side asks for another mediator. */
export const objectToMediator = (ctx: Ctx, input: OnDispute & begin.OfSide) =>
  onDispute(ctx, input, (dispute, standing) => begin.decideObject(dispute, standing, input))

/** [D5] The mediator stands aside. */
export const standAside = (ctx: Ctx, input: OnDispute) => onDispute(ctx, input, (dispute, standing) => begin.decideDecline(dispute, standing))

/** [D7] A time for a session. */
export const planSession = (ctx: Ctx, input: OnDispute & { readonly at: string; readonly spot: string }) =>
  onDispute(ctx, input, async (dispute, standing, loaded) => talk.decidePlan(dispute, standing, {
    at: Date.parse(input.at), spot: input.spot, ties: dispute.mediator ? await tiesTo(ctx.tx, loaded, dispute.mediator, ctx.at) : [],
  }, ctx.at.getTime()))

/** [D7] What came of a session. */
export const holdSession = (
  ctx: Ctx, input: OnDispute & { readonly session: string; readonly present: readonly SideName[]; readonly note: string },
) => onDispute(ctx, input, async (dispute, standing, loaded) => talk.decideHold(dispute, standing, {
  session: input.session, present: [...new Set(input.present)], words: input.note,
  ties: dispute.mediator ? await tiesTo(ctx.tx, loaded, dispute.mediator, ctx.at) : [],
}, ctx.at.getTime()))

/** The mediator's note. */
export const noteDispute = (ctx: Ctx, input: OnDispute & { readonly note: string }) =>
  onDispute(ctx, input, (dispute, standing) => talk.decideNote(dispute, standing, input.note))

/** [D8] [D9] Writes the agreement, or writes it anew. */
export const draftAgreement = (ctx: Ctx, input: OnDispute & { readonly facts: string; readonly clauses: readonly Omit<Clause, 'n'>[] }) =>
  onDispute(ctx, input, (dispute, standing) => talk.decideDraft(dispute, standing, {
    facts: input.facts, clauses: input.clauses.map((clause, index) => ({ ...clause, n: index + 1 })),
  }, ctx.at.getTime()))

/** [D9] Another member of the committee has looked. */
export const secondAgreement = (ctx: Ctx, input: OnDispute) => onDispute(ctx, input, (dispute, standing) => talk.decideSecond(dispute, standing))

/** [D8] A side signs; with `drafted`, only what was written then: an agreement written anew in between is stale. */
export const signAgreement = (ctx: Ctx, input: OnDispute & begin.OfSide & { readonly drafted?: string }) =>
  onDispute(ctx, input, (dispute, standing, { agreement }) =>
    (input.drafted !== undefined && agreement && agreement.drafted_at.getTime() !== Date.parse(input.drafted) ? refuse(common.stale)
      : talk.decideSign(dispute, standing, input, ctx.at.getTime())))

/** [D10] A side ends it. */
export const leaveMediation = (ctx: Ctx, input: OnDispute & begin.OfSide) =>
  onDispute(ctx, input, (dispute, standing) => end.decideLeave(dispute, standing, input))

/** [D10] No agreement. */
export const endWithout = (ctx: Ctx, input: OnDispute) => onDispute(ctx, input, (dispute, standing) => end.decideFail(dispute, standing))

/** [D2] Not for mediation. */
export const stopMediation = (ctx: Ctx, input: OnDispute & { readonly reason: end.StopReason }) =>
  onDispute(ctx, input, (dispute, standing) => end.decideStop(dispute, standing, input.reason))

/** [D11] Whether a duty was kept. */
export const checkDuty = (ctx: Ctx, input: OnDispute & { readonly n: number; readonly kept: boolean; readonly note: string }) =>
  onDispute(ctx, input, (dispute, standing) => end.decideCheck(dispute, standing, { n: input.n, kept: input.kept, words: input.note }))

/** [D11] A visit. */
export const visitSides = (ctx: Ctx, input: OnDispute & { readonly note: string }) =>
  onDispute(ctx, input, (dispute, standing) => end.decideVisit(dispute, standing, input.note))

/** [D12] A side says how it went: kept apart from the dispute, under an id without a time, and only counted. */
export async function judgeMediation(ctx: Ctx, input: OnDispute & { readonly side: SideName; readonly fair: 'yes' | 'partly' | 'no';
  readonly again: boolean }) {
  let community = ''
  const done = await onDispute(ctx, input, (dispute, standing, { row }) => {
    community = row.community
    return end.decideJudge(dispute, standing, input.side)
  })
  if (!done.ok) return done
  await ctx.tx.insertInto('dispute_verdict').values({
    district: ctx.actor.district, id: randomUUID(), community, month: `${dayAt(ctx.at.getTime()).slice(0, 7)}-01`, fair: input.fair,
      again: input.again,
  }).execute()
  return done
}

/** [D3] [D10] [D11] What the clock does when its time has come; refused when the dispute has moved on. */
export const stepDispute = (ctx: Ctx, input: { readonly id: string }) => onDispute(ctx, input, (dispute, standing) => {
  const next = nextClockStep(dispute)
  if (!next || next.at > ctx.at.getTime()) return refuse({ code: 'not_due', rule: 'D11', explain: { zh: '还没到时候。', en: 'Not due.' } })
  if (next.step === 'remind') return end.decideRemind(dispute, standing, next.n)
  return next.step === 'lapse' ? end.decideLapse(dispute, standing) : end.decideFail(dispute, standing)
})
