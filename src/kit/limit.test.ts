import { expect, test } from 'vitest'
import { addressLimit, countedAddress } from './limit.ts'

test('so many in a span, then a wait until the next, each address by itself', () => {
  let at = 60_000
  const waitOf = addressLimit(3, 10, () => at)
  expect([1, 2, 3, 4].map(() => waitOf('203.0.113.1'))).toEqual([0, 0, 0, 540])
  expect(waitOf('203.0.113.2')).toBe(0)
  at = 599_999
  expect(waitOf('203.0.113.1')).toBe(1)
  at = 600_000
  expect(waitOf('203.0.113.1')).toBe(0)
})

test('no limit is no limit', () => {
  const waitOf = addressLimit(0, 1)
  expect(Array.from({ length: 1000 }, () => waitOf('203.0.113.1')).every((wait) => wait === 0)).toBe(true)
})

test('a home with IPv6 counts once, and IPv4 in IPv6 as what it is', () => {
  expect(countedAddress('2001:db8:1:2:3:4:5:6')).toBe(countedAddress('2001:db8:1:2:ffff::'))
  expect(countedAddress('2001:db8:1:3::1')).not.toBe(countedAddress('2001:db8:1:2::1'))
  expect(countedAddress('::ffff:203.0.113.1')).toBe('203.0.113.1')
  expect(countedAddress('')).toBe('')
})
