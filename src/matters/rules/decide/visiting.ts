import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import { stopped } from '../clock-state.ts'
import type { Moment } from '../clocks.ts'
import type { Matter, Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { answered } from './judge.ts'

/** How many vain tries put a matter outside the base of the rates. Source: requests-and-cases 9, case 21. */
export const MOST_TRIES = 3

/** [M39] The reporter says that the photo of afterwards shows the same spot, done: that is the other eye, and the three questions are next. */
export function decideAccept(matter: Matter, standing: Standing, photos: number, moment: Moment): Result<Change> {
  const may = mayMove('accept', matter, standing)
  if (!may.ok) return may
  if (photos === 0) {
    return refuse({ code: 'no_photo', rule: 'M39', explain: { zh: '还没有办完后的照片，等复核的人去看。', en: 'There is no photo of afterwards yet: somebody will go and look.' } })
  }
  return ok(change('accept', { facts: {}, set: { state: 'answered', verdict: null, verified: 'photo', tried: 0, verifier: null },
    clocks: answered(matter, 'accepted', moment), tell: [{ to: 'accountable', template: 'matter.accepted' }] }))
}

/** [M39] A neighbour whose own report was joined to this one went and looked: another eye than the doer's. */
export function decideNeighbour(matter: Matter, standing: Standing, moment: Moment): Result<Change> {
  const may = mayMove('accept', matter, standing)
  return may.ok ? ok(change('accept', { facts: {}, set: { state: 'answered', verdict: null, verified: 'neighbour', tried: 0, verifier: null },
    clocks: answered(matter, 'accepted', moment),
    tell: [{ to: 'accountable', template: 'matter.accepted' }, { to: 'reporter', template: 'matter.your_verdict' }] })) : may
}

/**
 * [M40] Nobody verified in time, reminded and supervised: the reporter gets the reply as it is, 'not verified' beside it. It is never called solved
 * by that: only the reporter's own yes makes it so. Source: realism 19.
 */
export function decideUnverified(matter: Matter, standing: Standing, moment: Moment): Result<Change> {
  const may = mayMove('unverified', matter, standing)
  return may.ok ? ok(change('unverified', { facts: { outcome: matter.outcome ?? 'solved' },
    set: { state: 'answered', verdict: null, verified: 'overdue', tried: 0, verifier: null },
    clocks: answered(matter, 'unverified', moment), tell: [{ to: 'reporter', template: 'matter.your_verdict' }, { to: 'accountable', template: 'matter.unverified' }],
  })) : may
}

/** Who tried, and on which day of the neighbourhood ('2026-11-20'). */
export type Tried = { readonly person: string | null; readonly day: string }

/**
 * [M41] A return visit that reached nobody. Trying puts nobody's hand in the matter: who called in vain calls again. The third closes it without a
 * judgment, outside the base of the rates and counted there as not reached (case 21); so that nobody takes a matter out of the base alone in one
 * afternoon, the third is another person's, or of another day.
 */
export function decideVisitTried(matter: Matter, standing: Standing, said: string, now: Tried, before: readonly Tried[]): Result<Change> {
  const may = mayMove('visit_tried', matter, standing)
  if (!may.ok) return may
  const count = matter.tried + 1
  if (count < MOST_TRIES) return ok(change('visit_tried', { facts: { count }, said, seenBy: 'staff', hand: false, set: { tried: count } }))
  if (before.length > 0 && before.every(({ person, day }) => person === now.person && day === now.day)) {
    return refuse({ code: 'same_tries', rule: 'M41', explain: { zh: '今天您已经试过两次了。第三次换个人，或者换一天再试。',
      en: 'You have tried twice today. The third try is somebody else’s, or on another day.' } })
  }
  return ok(change('visit_failed', {
    facts: { tries: count, org: matter.workedBy ?? undefined, category: matter.category, outcome: matter.outcome ?? undefined }, said, seenBy: 'staff', hand: false,
    set: { state: 'closed', tried: count, ended: true }, clocks: stopped(matter.clocks, 'closed'),
  }))
}
