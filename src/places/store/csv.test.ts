import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPOUND_TYPES } from '../rules/index.ts'
import { readPlacesCsv, writePlacesCsv } from './csv.ts'
import type { PlaceInput } from './place-row.ts'

const text = fc.string({ minLength: 1, maxLength: 12 }).map((s) => s.trim()).filter((s) =>
  s !== '' && !/[\0\r\n]/.test(s) && !/^'[=+\-@\t\r]/.test(s))
const row: fc.Arbitrary<PlaceInput> = fc.tuple(
  fc.integer({ min: 1, max: 99 }), text, fc.constantFrom(...COMPOUND_TYPES), fc.nat(9999), fc.constantFrom('2026-01-01', '2025-12-31'),
).map(([n, name, compoundType, homes, validFrom]) => ({ code: `990106003001K${n}`, name, compoundType, homes, validFrom }))

test('[P12] what is exported reads back, whatever signs a name holds', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
    expect(readPlacesCsv(writePlacesCsv(rows))).toEqual({ ok: true, value: { rows, problems: [] } })
  }))
})

test('[P12] a name that a spreadsheet would run as a formula is written as text', () => {
  expect(writePlacesCsv([{ code: '990106003001K1', name: '=cmd|calc', compoundType: 'new' }])).toContain(",'=cmd|calc,")
})

test('[P12] lines that cannot be taken are listed with their number and why, the others are read', () => {
  const read = readPlacesCsv('名称,编码,类型,户数\n梧桐苑,990106003001K1,商品房,860\n锦澜府,990106003001K2,别墅,\n,xx,,\n安居里,990106003002K2,公租房,很多\n')
  expect(read).toMatchObject({ ok: true, value: { rows: [{ code: '990106003001K1', name: '梧桐苑', compoundType: 'commodity', homes: 860 }],
    problems: [{ line: 3 }, { line: 4 }, { line: 5 }] } })
})

test('[P12] a file that is no table of places is refused as a whole', () => {
  expect(readPlacesCsv('')).toMatchObject({ ok: false, refusal: { code: 'no_code_column' } })
  expect(readPlacesCsv('a,b\n1,2')).toMatchObject({ ok: false, refusal: { code: 'no_code_column' } })
  expect(readPlacesCsv('编码,名称\n"990106')).toMatchObject({ ok: false, refusal: { code: 'not_csv' } })
})
