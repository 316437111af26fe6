import { expect, test } from 'vitest'
import { autumn } from './fixed/autumn.ts'
import { spring } from './fixed/spring.ts'
import { winter } from './fixed/winter.ts'

test('the fixed matters can be played under the rules and end as told', () => {
  const all = [...winter(), ...spring(), ...autumn()]
  console.log(all.map((m) => `${m.key} ${m.state} ${m.steps.map((s) => s.move).join(' ')}`).join('\n'))
  expect(all).toHaveLength(25)
})
