import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { normalisePhone } from '../phone.ts'
import { keyedHash, newPersonKey, seal, unseal, unwrapPersonKey } from './cipher.ts'
import { readFollow, signFollow } from './follow.ts'
import { openKeys, useKeys } from './keys.ts'
import { readSignedToken, signedToken } from './session-cookie.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-keys-'))
const keys = openKeys(folder)
beforeAll(() => useKeys(keys))
afterAll(() => rmSync(folder, { recursive: true }))

const follow = { district: '990106', matter: '01935f00-0000-7000-8000-0123456789ab', expires: 1_800_000_000 }
const before = new Date(1_799_999_999_000)

test('[T5] keys are made once, for the owner of the files alone, and are the same at the next start', () => {
  const file = path.join(folder, 'keys', 'master')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  const again = openKeys(folder)
  expect(again.session).toBe(keys.session)
  expect(keyedHash(again.lookup, 'x').equals(keyedHash(keys.lookup, 'x'))).toBe(true)
  expect(keyedHash(keys.lookup, 'x').equals(keyedHash(keys.code, 'x'))).toBe(false)
})

test('[T5] LINLI_KEY takes the place of the files, and a key that is none is refused', () => {
  const given = { LINLI_KEY: 'ab'.repeat(32) }
  const one = openKeys('/nonexistent/folder', given)
  expect(one.session).toBe(openKeys('/elsewhere', given).session)
  expect(() => openKeys(folder, { LINLI_KEY: 'short' })).toThrow('LINLI_KEY')
  const broken = mkdtempSync(path.join(tmpdir(), 'linli-keys-'))
  openKeys(broken)
  writeFileSync(path.join(broken, 'keys', 'master'), '')
  expect(() => openKeys(broken)).toThrow('64 hexadecimal digits')
  rmSync(broken, { recursive: true })
})

test('[T5] what is sealed for one person, district or field opens for no other', () => {
  const { key, wrapped } = newPersonKey(keys.wrap, 'a/key')
  fc.assert(fc.property(fc.string(), text => {
    const sealed = seal(unwrapPersonKey(keys.wrap, wrapped, 'a/key'), Buffer.from(text), 'a/phone')
    expect(unseal(key, sealed, 'a/phone').toString()).toBe(Buffer.from(text).toString())
    expect(() => unseal(key, sealed, 'b/phone')).toThrow()
    expect(() => unseal(newPersonKey(keys.wrap, 'a/key').key, sealed, 'a/phone')).toThrow()
  }))
  expect(() => unwrapPersonKey(keys.wrap, wrapped, 'b/key')).toThrow()
  expect(() => unwrapPersonKey(keys.lookup, wrapped, 'a/key')).toThrow()
})

test('[T5] hashes of different lists of parts differ', () => {
  expect(keyedHash(keys.lookup, 'ab', 'c').equals(keyedHash(keys.lookup, 'a', 'bc'))).toBe(false)
  expect(keyedHash(keys.lookup, 'a').equals(keyedHash(keys.lookup, 'a', ''))).toBe(false)
})

test('[T7] a follow token opens its matter until it ends', () => {
  const token = signFollow(follow)
  expect(token.length).toBeLessThan(80)
  expect(readFollow(token, before)).toEqual(follow)
  expect(readFollow(token, new Date(follow.expires * 1000))).toBeNull()
  expect(readFollow(undefined, before)).toBeNull()
})

test('[T7] a follow token that was changed in any character, or made with another key, opens nothing', () => {
  const token = signFollow(follow)
  fc.assert(fc.property(fc.nat(token.length - 1), fc.constantFrom(...'0123456789abcdefXYZ_-.'), (at, letter) => {
    fc.pre(token[at] !== letter)
    expect(readFollow(token.slice(0, at) + letter + token.slice(at + 1), before)).toBeNull()
  }), { numRuns: 500 })
  for (const bad of ['', '.', `${token}.`, token.slice(1), `${token}A`, token.toUpperCase(), 'x'.repeat(1_000_000)]) expect(readFollow(bad, before))
    .toBeNull()
  useKeys(openKeys('', { LINLI_KEY: '01'.repeat(32) }))
  expect(readFollow(token, before)).toBeNull()
  useKeys(keys)
})

test('[T1] a session cookie without our signature names no session', () => {
  const value = signedToken('token', 'secret')
  expect(readSignedToken(value, 'secret')).toBe('token')
  expect(readSignedToken(value, 'other')).toBeNull()
  for (const bad of [undefined, '', '.', 'token', 'token.', '.x', `x${value}`, `${value}=`, 'token.AAAA']) expect(readSignedToken(bad, 'secret'))
    .toBeNull()
})

test('[T5] one phone typed in several ways is one phone', () => {
  expect(['138 1234 2046', '+86 138-1234-2046', '１３８１２３４２０４６', '008613812342046', ' 13812342046 '].map(normalisePhone))
    .toEqual(Array.from({ length: 5 }, () => '+8613812342046'))
  expect(['', '12', 'abc', '1381234204'].map(normalisePhone)).toEqual([null, null, null, null])
})
