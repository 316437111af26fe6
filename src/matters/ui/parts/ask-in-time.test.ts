import { expect, test } from 'vitest'
import { askInTime } from './ask-in-time.ts'

const clock = { org: null, name: null, provisional: false, from: '2026-11-20T01:00:00.000Z', endedAt: null, pace: null, rung: 0 } as const
const finish = { ...clock, stage: 'finish', state: 'running', due: '2026-11-25T09:30:00.000Z' } as const

test('[M37] more time is offered while the time to finish runs, and no more once it is over, stands still or has ended', () => {
  const now = Date.parse('2026-11-25T09:00:00.000Z')
  expect(askInTime({ extensionsLeft: 2, clocks: [finish] }, now)).toBe(true)
  expect(askInTime({ extensionsLeft: 2, clocks: [finish] }, Date.parse(finish.due))).toBe(false)
  expect(askInTime({ extensionsLeft: 2, clocks: [{ ...finish, state: 'paused' }] }, now)).toBe(false)
  expect(askInTime({ extensionsLeft: 2, clocks: [{ ...finish, state: 'ended' }, { ...clock, stage: 'reply', state: 'running', due: finish.due }] }, now)).toBe(false)
})

test('[M37] once more time was granted as often as the rule allows, none is offered', () => {
  const now = Date.parse('2026-11-25T09:00:00.000Z')
  expect([2, 1, 0].map((extensionsLeft) => askInTime({ extensionsLeft, clocks: [finish] }, now))).toEqual([true, true, false])
})
