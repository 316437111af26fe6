import { expect, test } from 'vitest'
import { autumn } from './fixed/autumn.ts'
import { spring } from './fixed/spring.ts'
import { winter } from './fixed/winter.ts'

test('the fixed matters can be played under the rules and end as told', () => {
  const all = [...winter(), ...spring(), ...autumn()]
  expect(all).toHaveLength(25)
  const ends = Object.fromEntries(all.map((m) => [m.key, m.state]))
  expect([ends.m15, ends.m14, ends.m06, ends.m03]).toEqual(['whistled', 'taken', 'closed', 'closed'])
  expect(all.find((m) => m.key === 'm08')?.steps.filter((s) => s.move === 'hand_over')).toHaveLength(3)
  expect(all.find((m) => m.key === 'm14')?.steps.at(-3)?.move).toBe('suspend') // waits for money, with a day of review
  expect(all.find((m) => m.key === 'm02')?.steps.filter((s) => s.move === 'verdict')).toHaveLength(2)
})
