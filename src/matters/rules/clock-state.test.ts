import { expect, test } from 'vitest'
import { clocksAfter, rulingClock, stopped, type Clock, type ClockOp } from './clock-state.ts'
import { filedMatter, HOUR, momentAt, monday } from './matter.testing.ts'
import { standingOf } from './matter.ts'
import { decideNote } from './decide/handle.ts'

const start = (stage: ClockOp['stage'], hours: number): ClockOp =>
  ({ op: 'start', stage, why: 'filed', pace: { amount: hours, unit: 'hour' }, hours: 'always', due: monday + hours * HOUR, provisional: false })
const after = (...ops: ClockOp[]): readonly Clock[] => clocksAfter([], ops, monday)

test('[M18] a reply that is due sooner than the signing does not rule while nobody has signed (case 8)', () => {
  const clocks = after(start('sign', 8), start('contact', 2), start('reply', 4))
  expect(rulingClock(clocks)?.stage).toBe('sign')
  expect(rulingClock(clocksAfter(clocks, stopped(clocks, 'taken', ['sign']), monday))?.stage).toBe('contact')
})

test('[M18] a thank-you after the end starts no clock (case 9)', () => {
  const resident = { kind: 'resident', person: null, post: null, postKind: null, org: null, audience: [] } as const
  const answered = { ...filedMatter, state: 'answered' as const, clocks: after(start('verdict', 100)) }
  const note = decideNote(answered, standingOf(answered, resident), '谢谢', 'reporter')
  expect(note.ok && note.value.clocks).toEqual([])
  const closed = { ...filedMatter, state: 'closed' as const, clocks: [] }
  expect(decideNote(closed, standingOf(closed, resident), '谢谢', 'reporter').ok).toBe(false)
})

test('[M18] an operation on a clock that is not there changes nothing; one moment may stop and start the same clock', () => {
  const clocks = after(start('finish', 5))
  expect(clocksAfter(clocks, [{ op: 'pause', stage: 'verify', why: 'x' }, { op: 'stop', stage: 'sign', why: 'x' }], monday)).toEqual(clocks)
  const anew = clocksAfter(clocks, [...stopped(clocks, 'handed_over'), start('finish', 9)], momentAt(1).at)
  expect(anew.map((clock) => [clock.stage, clock.due])).toEqual([['finish', monday + 9 * HOUR]])
})
