import { ok, refuse, type Result } from '../../../kit/pure.ts'
import type { Time } from '../../../offices/rules/index.ts'
import { change, type Change } from '../change.ts'
import { clockOf, rulingClock, stopped, type Clock, type Rung } from '../clock-state.ts'
import { begin, nextRungAt, pacesOf, toldAt, type Moment } from '../clocks.ts'
import { FIXED_PACES } from '../packs/stage-paces.ts'
import { firstClocks } from './file.ts'
import { isOpen, type DueKind, type Matter, type Satisfied, type Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { reopens } from '../verdict.ts'

export type Verification = { readonly pass: boolean; readonly note: string; readonly reason?: string | undefined }

/** [M9] Somebody who did no work on it looks: the outcome stands, or the matter goes back to who had it. */
export function decideVerify(matter: Matter, standing: Standing, given: Verification, moment: Moment): Result<Change> {
  const may = mayMove('verify', matter, standing)
  if (!may.ok) return may
  if (given.pass) {
    return ok(change('verify', {
      facts: { pass: true, outcome: matter.outcome ?? 'solved' }, said: given.note, set: { state: 'answered', verdict: null, verified: 'eyes', verifier: null, tried: 0 },
      clocks: answered(matter, 'verified', moment), tell: [{ to: 'reporter', template: 'matter.your_verdict' }],
    }))
  }
  const whistled = matter.parties.some((p) => p.role === 'lead' && p.org === matter.heldBy)
  return ok(change('verify', {
    facts: { pass: false, reason: given.reason }, said: given.note,
    set: { state: whistled ? 'whistled' : 'taken', verifier: null, outcome: null, reason: null, answer: null },
    parties: matter.parties.filter((p) => p.role !== 'slip' && p.role !== 'verify' && p.org === matter.heldBy).map((p) => ({ org: p.org, state: 'reported' as const })),
    clocks: [...stopped(matter.clocks, 'sent_back', ['verify']), begin({ stage: 'finish', pace: pacesOf(matter.category).finish, by: matter.heldBy,
      why: 'sent_back', org: whistled ? matter.heldBy : null }, moment)],
    tell: [{ to: 'holder', template: 'matter.not_verified' }],
  }))
}

export type Answers = {
  readonly reached: boolean; readonly solved: boolean | null; readonly satisfied: Satisfied | null
  readonly said: string; readonly via: 'link' | 'follow' | 'door' | 'phone'
}

/** [M16] The three answers. Not solved or not satisfied reopens the matter, once; the second time it closes and counts as it was judged. */
export function decideVerdict(matter: Matter, standing: Standing, given: Answers, moment: Moment): Result<Change> {
  const may = mayMove('verdict', matter, standing)
  if (!may.ok) return may
  const verdict = { reached: given.reached, solved: given.solved, satisfied: given.satisfied }
  const facts = {
    reached: verdict.reached, solved: verdict.solved ?? undefined,
    satisfied: verdict.satisfied ?? undefined, via: given.via, round: matter.reopened + 1,
    org: matter.workedBy ?? undefined, category: matter.category, outcome: matter.outcome ?? undefined,
  }
  if (reopens(verdict, matter.outcome, matter.reopened)) {
    return ok(change('verdict', {
      facts, said: given.said,
      set: { state: 'filed', ruledTo: null, heldBy: matter.accountable, heldPost: null, outcome: null, reason: null, answer: null, reopened: 1, verdict, verified: null, workedBy: null,
        joinedTo: null },
      clocks: [...stopped(matter.clocks, 'reopened'), ...firstClocks(matter, matter.accountable, null, moment, 'reopened')],
      tell: [{ to: 'accountable', template: 'matter.reopened' }],
    }))
  }
  // one reopening, then the street: what did not satisfy twice is put before it, and counts as it was judged
  const twice = matter.reopened > 0 && (verdict.solved === false || verdict.satisfied === 'no')
  return ok(change('verdict', { facts, said: given.said, set: { state: 'closed', verdict, ended: true }, clocks: stopped(matter.clocks, 'closed'),
    tell: twice ? [{ to: 'street', template: 'matter.unhappy_twice' }] : [] }))
}

/** [M17] Nobody answered in time: the matter closes without a verdict and stands outside the rates. */
export function decideClose(matter: Matter, standing: Standing): Result<Change> {
  const may = mayMove('close', matter, standing)
  return may.ok ? ok(change('close', { facts: { judged: false }, set: { state: 'closed', ended: true }, clocks: stopped(matter.clocks, 'closed') })) : may
}

/** [M11] The reporter takes it back before it is done. */
export function decideWithdraw(matter: Matter, standing: Standing, reason: string): Result<Change> {
  const may = mayMove('withdraw', matter, standing)
  return may.ok
    ? ok(change('withdraw', {
      said: reason, set: { state: 'withdrawn', ended: true }, clocks: stopped(matter.clocks, 'withdrawn'), tell: [{ to: 'holder', template: 'matter.withdrawn' }],
    }))
    : may
}

/** The clocks of a matter whose reporter has the reply and is asked what they say of it. */
export const answered = (matter: Matter, why: string, moment: Moment) =>
  [...stopped(matter.clocks, why), begin({ stage: 'verdict', pace: FIXED_PACES.verdict, by: matter.accountable, why }, moment)]

type Pressed = { readonly stage: DueKind; readonly org: string | null }
/** The clock that is pressed: the one named, else the one that rules. */
const pressedOf = (matter: Matter, which: Pressed | undefined): Pressed => which ?? rulingClock(matter.clocks) ?? { stage: 'sign', org: null }
const rungOf = (matter: Matter, { stage, org }: Pressed): number => matter.clocks.find((c) => c.stage === stage && c.org === org)?.rung ?? 0
const press = ({ stage, org }: Pressed, rung: Rung, why: string) => [{ op: 'rung' as const, stage, org, rung, why }]
/** Who is pressed: the street for its own ruling, a department for its own deadline, else whoever has it. */
const pressedOne = ({ stage, org }: Pressed) => (stage === 'ruling' ? 'street' as const : org === null ? 'holder' as const : { org })

/**
 * [M19] A clock that runs out is reminded once; the grace then runs, and after it the matter stands on the street's supervision list.
 * A reminder by people leaves the clock alone: it neither hastens nor delays the list.
 */
export function decideRemind(matter: Matter, standing: Standing, which?: Pressed): Result<Change> {
  const may = mayMove('remind', matter, standing)
  if (!may.ok) return may
  const pressed = pressedOf(matter, which)
  return ok(change('remind', {
    facts: { stage: pressed.stage, org: pressed.org ?? undefined }, seenBy: 'staff',
    clocks: standing.kind === 'clock' ? press(pressed, 1, 'late') : [],
    tell: [{ to: pressedOne(pressed), template: 'matter.reminded' }, { to: 'accountable', template: 'matter.late' }],
  }))
}

/** [M19] On the street's supervision list, until the clock that ran out is stopped by work. */
export function decideSupervise(matter: Matter, standing: Standing, which?: Pressed): Result<Change> {
  const may = mayMove('supervise', matter, standing)
  if (!may.ok) return may
  const pressed = pressedOf(matter, which)
  if (rungOf(matter, pressed) >= 2) {
    return refuse({ code: 'already', rule: 'M19', explain: { zh: '已经在街道督办单上。', en: 'It is on the supervision list already.' } })
  }
  return ok(change('supervise', {
    facts: { stage: pressed.stage, org: pressed.org ?? undefined }, clocks: press(pressed, 2, 'late'),
    tell: [
      { to: matter.closedTo.includes('street') ? 'accountable' : 'street', template: 'matter.supervised' },
      { to: pressedOne(pressed), template: 'matter.supervised' },
    ],
  }))
}

/** [M19] Supervised and still nothing: the street has to rule who does it until when, and has its own time for that. */
export function decideCallRuling(matter: Matter, standing: Standing, which: Pressed, moment: Moment): Result<Change> {
  const may = mayMove('supervise', matter, standing)
  if (!may.ok) return may
  return ok(change('call_ruling', {
    facts: { stage: which.stage, org: which.org ?? undefined }, clocks: [...press(which, 3, 'late'), ...(clockOf(matter.clocks, 'ruling') ? []
      : [begin({ stage: 'ruling', pace: FIXED_PACES.ruling, by: matter.accountable, why: 'nothing_moves' }, moment)])],
    tell: [{ to: matter.closedTo.includes('street') ? 'accountable' : 'street', template: 'matter.call_ruling' }],
  }))
}

export type ClockStep = Pressed & { readonly step: 'remind' | 'supervise' | 'call_ruling' | 'unverified' | 'close'; readonly at: number }

function stepOf(clock: Clock, time: Time): ClockStep | null {
  const { stage, org } = clock
  if (clock.state === 'paused') return null
  if (stage === 'verdict') return { step: 'close', at: clock.due, stage, org }
  if (clock.rung === 0) return { step: 'remind', at: toldAt(clock, time), stage, org }
  if (clock.rung === 1) return { step: 'supervise', at: nextRungAt(clock, 1, time), stage, org }
  return clock.rung === 2 && stage !== 'ruling' ? { step: stage === 'verify' ? 'unverified' : 'call_ruling', at: nextRungAt(clock, 2, time), stage, org } : null
}

/** [M19] What the clock does next with a matter, and when: pure, so that the worker's timers can always be set anew from the row. */
export function nextClockStep(matter: Pick<Matter, 'state' | 'clocks'>, time: Time): ClockStep | null {
  if (!isOpen(matter.state)) return null
  const steps = matter.clocks.flatMap((clock) => stepOf(clock, time) ?? [])
  return steps.reduce<ClockStep | null>((first, step) => (first === null || step.at < first.at ? step : first), null)
}
