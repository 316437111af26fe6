import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenOf, yuan } from './yuan.ts'

test('money is typed and shown by whole fen, there and back', () => {
  expect([yuan(840_000), yuan(5), yuan(123_456_789)]).toEqual(['8,400.00元', '0.05元', '1,234,567.89元'])
  expect(['800', '1,200.5', '０.０5', '12.345', '-3', '一百', '0', '99999999'].map(fenOf)).toEqual([80_000, 120_050, 5, null, null, null, null, null])
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (fen) => { expect(fenOf(yuan(fen))).toBe(fen) }))
})
