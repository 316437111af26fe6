import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import { dueOf, superviseAt } from '../clocks.ts'
import { isOpen, type Matter, type Satisfied, type Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { reopens } from '../verdict.ts'

export type Verification = { readonly pass: boolean; readonly note: string; readonly reason?: string | undefined }

/** [M9] Somebody who did no work on it looks: the outcome stands, or the matter goes back to who had it. */
export function decideVerify(matter: Matter, standing: Standing, given: Verification, at: number): Result<Change> {
  const may = mayMove('verify', matter, standing)
  if (!may.ok) return may
  if (given.pass) {
    return ok(change('verify', {
      facts: { pass: true, outcome: matter.outcome ?? 'solved' }, said: given.note, set: { state: 'answered', supervisedAt: null, verdict: null },
      clock: { kind: 'verdict', due: dueOf('verdict', matter.category, at) }, tell: [{ to: 'reporter', template: 'matter.your_verdict' }],
    }))
  }
  const whistled = matter.parties.some((p) => p.role === 'lead' && p.org === matter.heldBy)
  return ok(change('verify', {
    facts: { pass: false, reason: given.reason }, said: given.note,
    set: { state: whistled ? 'whistled' : 'taken', outcome: null, reason: null, answer: null },
    parties: matter.parties.filter((p) => p.role !== 'slip' && p.org === matter.heldBy).map((p) => ({ org: p.org, state: 'reported' as const })),
    clock: { kind: 'finish', due: dueOf('finish', matter.category, at) }, tell: [{ to: 'holder', template: 'matter.not_verified' }],
  }))
}

export type Answers = {
  readonly reached: boolean; readonly solved: boolean | null; readonly satisfied: Satisfied | null
  readonly said: string; readonly via: 'link' | 'follow' | 'door'
}

/** [M16] The three answers. Not solved or not satisfied reopens the matter, once; the second time it closes and counts as it was judged. */
export function decideVerdict(matter: Matter, standing: Standing, given: Answers, at: number): Result<Change> {
  const may = mayMove('verdict', matter, standing)
  if (!may.ok) return may
  const verdict = { reached: given.reached, solved: given.solved, satisfied: given.satisfied }
  const facts = {
    reached: verdict.reached, solved: verdict.solved ?? undefined,
    satisfied: verdict.satisfied ?? undefined, via: given.via, round: matter.reopened + 1,
  }
  if (reopens(verdict, matter.outcome, matter.reopened)) {
    return ok(change('verdict', {
      facts, said: given.said,
      set: { state: 'filed', heldBy: matter.accountable, heldPost: null, outcome: null, reason: null, answer: null, reopened: 1, verdict },
      clock: { kind: 'sign', due: dueOf('sign', matter.category, at) }, tell: [{ to: 'accountable', template: 'matter.reopened' }],
    }))
  }
  return ok(change('verdict', { facts, said: given.said, set: { state: 'closed', verdict, ended: true, supervisedAt: null }, clock: 'stop' }))
}

/** [M17] Nobody answered in time: the matter closes without a verdict and stands outside the rates. */
export function decideClose(matter: Matter, standing: Standing): Result<Change> {
  const may = mayMove('close', matter, standing)
  return may.ok ? ok(change('close', { facts: { judged: false }, set: { state: 'closed', ended: true, supervisedAt: null }, clock: 'stop' })) : may
}

/** [M11] The reporter takes it back before it is done. */
export function decideWithdraw(matter: Matter, standing: Standing, reason: string): Result<Change> {
  const may = mayMove('withdraw', matter, standing)
  return may.ok
    ? ok(change('withdraw', {
      said: reason, set: { state: 'withdrawn', ended: true, supervisedAt: null },
      clock: 'stop', tell: [{ to: 'holder', template: 'matter.withdrawn' }],
    }))
    : may
}

/**
 * [M19] A stage that runs out is reminded once; the grace then runs, and after it the matter stands on the street's supervision list.
 * A reminder by people leaves the clock alone: it neither hastens nor delays the list.
 */
export function decideRemind(matter: Matter, standing: Standing, at: number): Result<Change> {
  const may = mayMove('remind', matter, standing)
  if (!may.ok) return may
  return ok(change('remind', {
    facts: { stage: matter.dueKind ?? 'sign' }, set: standing.kind === 'clock' ? { remindedAt: at } : {}, seenBy: 'staff',
    tell: [{ to: 'holder', template: 'matter.reminded' }, { to: 'accountable', template: 'matter.late' }],
  }))
}

/** [M19] On the street's supervision list, until the stage ends. */
export function decideSupervise(matter: Matter, standing: Standing, at: number): Result<Change> {
  const may = mayMove('supervise', matter, standing)
  if (!may.ok) return may
  if (matter.supervisedAt !== null) {
    return refuse({ code: 'already', rule: 'M19', explain: { zh: '已经在街道督办单上。', en: 'It is on the supervision list already.' } })
  }
  return ok(change('supervise', {
    facts: { stage: matter.dueKind ?? 'sign' }, set: { supervisedAt: at },
    tell: [
      { to: matter.closedTo.includes('street') ? 'accountable' : 'street', template: 'matter.supervised' },
      { to: 'holder', template: 'matter.supervised' },
    ],
  }))
}

export type ClockStep = { readonly step: 'remind' | 'supervise' | 'close'; readonly at: number }

/** [M19] What the clock does next with a matter, and when: pure, so that the worker's timers can always be set anew from the row. */
export function nextClockStep(matter: Matter): ClockStep | null {
  if (!isOpen(matter.state) || matter.due === null) return null
  if (matter.dueKind === 'verdict') return { step: 'close', at: matter.due }
  if (matter.remindedAt === null) return { step: 'remind', at: matter.due }
  return matter.supervisedAt === null ? { step: 'supervise', at: superviseAt(matter.remindedAt) } : null
}
