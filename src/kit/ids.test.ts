import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { base32, newId, randomCode, readCode, sha256 } from './ids.ts'

test('ids are UUIDv7, differ, and sort in the order in which they were made, many within one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids.slice(0, 100)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids go on rising when the machine’s clock is set back', () => {
  const before = newId()
  vi.useFakeTimers({ now: Date.now() - 3_600_000 })
  const after = newId()
  vi.useRealTimers()
  expect(after > before).toBe(true)
})

test('a code has no look-alikes and so many characters', () => {
  for (let length = 1; length < 40; length++) expect(randomCode(length)).toMatch(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`))
  expect(base32(new Uint8Array([255, 255, 255, 255, 255]), 8)).toBe('ZZZZZZZZ')
  expect(base32(new Uint8Array(5), 8)).toBe('00000000')
})

test('what was typed for a code is read: blanks, small and wide letters, look-alikes', () => {
  expect(readCode(' 7kq3-m2xz ')).toBe('7KQ3M2XZ')
  expect(readCode('ｏ０Il-L')).toBe('00111')
  fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), (length) => {
    const code = randomCode(length)
    return readCode(code.toLowerCase().split('').join(' ')) === code
  }))
  fc.assert(fc.property(fc.string(), (typed) => /^[0-9A-HJKMNP-TV-Z]*$/.test(readCode(typed)) && readCode(readCode(typed)) === readCode(typed)))
})

test('sha256 is that of the standard', () => {
  expect(sha256('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
