/** Plays the made-up disputes through the front door of disputes, each in one transaction, after the history of matters. Done once. */
import { DEMO_START } from '../seed-demo.ts'
import { demoDisputes, demoTies, type DemoDispute, type DisputeStep } from '../../../demo/disputes.ts'
import { orgId } from '../../../demo/orgs.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import { errorLine, log } from '../../kit/log.ts'
import type { Result } from '../../kit/pure.ts'
import { declareTies, disputeMoves as moves, openDispute, type Party } from '../../disputes/index.ts'
import { isKind } from '../../disputes/rules/index.ts'
import { standingOf } from '../../offices/index.ts'
import { clockActor, residentActor, staffActor } from '../../trust/index.ts'
import { keepPast } from './past-notices.ts'

type Where = { readonly district: string; readonly path: string }
const HOUR = 3_600_000
const day = (at: Date, after: number): string => new Date(at.getTime() + after * 24 * HOUR + 8 * HOUR).toISOString().slice(0, 10)

/** The same time, or half past nine of the next morning where it lies in the night: people mediate by day. */
function byDay(at: Date): Date {
  const hour = new Date(at.getTime() + 8 * HOUR).getUTCHours()
  if (hour >= 9 && hour < 20) return at
  return new Date(`${day(at, hour < 9 ? 0 : 1)}T09:30:00+08:00`)
}

const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`demo: ${what}: ${result.refusal.explain.en}`)
  return result.value
}

async function staff(tx: Tx, where: Where, who: { readonly person: string; readonly post: string }): Promise<Party> {
  const standing = (await standingOf(tx, where.district, who.person, new Date(DEMO_START))).find(({ post }) => post === who.post)
  if (!standing) throw new Error('demo: somebody mediates in a post they do not hold')
  return staffActor(where.district, who.person, standing)
}

async function playStep(tx: Tx, where: Where, id: string, told: DemoDispute, step: DisputeStep, at: Date): Promise<void> {
  const own = step.move === 'judge' || ('via' in step && step.via === 'code') || step.move === 'object'
  const actor: Party = own && 'side' in step ? { ...residentActor(where.district, null), disputes: [id], side: step.side } : await staff(tx, where,
    told.mediator)
  await actAs(tx, actor)
  const ctx = { tx, actor, at }
  const run = async (): Promise<Result<unknown>> => {
    switch (step.move) {
      case 'consent': return moves.answerConsent(ctx, { id, ...step })
      case 'appoint': return moves.appointMediator(ctx, { id, person: step.person })
      case 'object': return moves.objectToMediator(ctx, { id, side: step.side, via: 'code' })
      case 'plan': return moves.planSession(ctx, { id, at: byDay(new Date(at.getTime() + step.in * HOUR)).toISOString(), spot: step.spot })
      case 'hold': {
        const session = await tx.selectFrom('dispute_session').select('id').where('dispute', '=', id).where('state', '=',
          'planned').executeTakeFirstOrThrow()
        return moves.holdSession(ctx, { id, session: session.id, present: ['a', 'b'], note: step.note })
      }
      case 'draft': return moves.draftAgreement(ctx, { id, facts: step.facts,
        clauses: step.clauses.map(({ days, ...clause }) => ({ ...clause, until: day(at, days) })) })
      case 'sign': return moves.signAgreement(ctx, { id, side: step.side, via: step.via })
      case 'fail': return moves.endWithout(ctx, { id })
      case 'check': return moves.checkDuty(ctx, { id, n: step.n, kept: step.kept, note: step.note })
      case 'visit': return moves.visitSides(ctx, { id, note: step.note })
      case 'judge': return moves.judgeMediation(ctx, { id, side: step.side, fair: step.fair, again: step.again })
    }
  }
  must(await run(), `${told.key} ${step.move}`)
}

async function play(tx: Tx, where: Where, told: DemoDispute): Promise<void> {
  let at = byDay(new Date(DEMO_START - told.hoursAgo * HOUR))
  const actor = await staff(tx, where, told.opener)
  await actAs(tx, actor)
  if (!isKind(told.kind)) throw new Error(`demo: no kind ${told.kind}`)
  const sides = told.sides.map(({ names, org, home, address }) => ({
    persons: names.map((name) => ({ name, ...(address ? { address } : {}) })), ...(org ? { org: orgId(org) } : {}), ...(home ? { home } : {}),
  }))
  const { id } = must(await openDispute({ tx, actor, at }, { place: told.place, kind: told.kind, words: told.words, sides }), told.key)
  for (const [hours, step] of told.steps) {
    at = byDay(new Date(at.getTime() + hours * HOUR))
    await playStep(tx, where, id, told, step, at)
  }
  await actAs(tx, clockActor(where.district, where.path))
  await keepPast(tx, where.district, 'dispute', id)
}

/**
 * Tells the made-up disputes if they are not there yet; one that the rules refuse is left out and named in the log. Answers how many were
 * left out.
 */
export async function fillDisputes(db: Db, where: Where): Promise<number> {
  const clock = clockActor(where.district, where.path)
  const there = await withScope(db, clock, (tx) => tx.selectFrom('dispute').select('id').limit(1).executeTakeFirst())
  if (there) return 0
  await withScope(db, clock, async (tx) => {
    for (const { person, post, ...ties } of demoTies) {
      const actor = await staff(tx, where, { person, post })
      await actAs(tx, actor)
      must(await declareTies({ tx, actor, at: new Date(DEMO_START - 90 * 24 * HOUR) }, ties), 'ties')
    }
  })
  let leftOut = 0
  for (const told of demoDisputes) {
    await withScope(db, clock, (tx) => play(tx, where, told)).catch((error: unknown) => {
      leftOut++
      log.warn('dispute left out', { story: told.key, error: errorLine(error) })
    })
  }
  return leftOut
}
