import { expect, test } from 'vitest'
import { homeOf } from './after-sign-in.ts'

test('captains and grid workers land in the field, whoever has a desk at it', () => {
  expect(homeOf([{ kind: 'captain' }])).toBe('/field')
  expect(homeOf([{ kind: 'grid_worker' }, { kind: 'captain' }])).toBe('/field')
  expect(homeOf([{ kind: 'captain' }, { kind: 'branch_secretary' }])).toBe('/console')
  expect(homeOf([])).toBe('/console')
})
