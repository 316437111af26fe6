import { createHmac, createSecretKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cipherNames } from '../../kit/config.ts'
import { normalisePhone } from '../phone.ts'
import { keyedHash } from './cipher.ts'
import { cipherKey } from './ciphers.ts'
import { readFollow, signFollow } from './follow.ts'
import { openKeys, useKeys } from './keys.ts'
import { lookupHash } from './lookup.ts'
import { makePersonKey, openKeyOf, openStagingKey, stagingKey } from './person-key.ts'
import { readSignedToken, signedToken } from './session-cookie.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-keys-'))
const keys = openKeys(folder)
beforeAll(() => useKeys(keys))
afterAll(() => rmSync(folder, { recursive: true }))

const vectors = {
  sm4: '000102030405060708090a0b0c0d0e0f893e22539ed08ac180b1b839e06de3409963a95b1bb4b737b982750d4243d165ee2d2984861c8d3697',
  aes: 'cafebabefacedbaddecaf888b094dac5d93471bdec1a502270e3cc6c522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad',
  clear: 'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255',
}

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

const one = '990106'

test.each(cipherNames)('[T5] %s: what is sealed for one person, district or field opens for no other', (LINLI_CIPHER) => {
  useKeys({ ...keys, cipher: LINLI_CIPHER })
  const [mine, theirs] = [makePersonKey(one), makePersonKey(one)]
  const again = openKeyOf(mine.wrapped, mine.alg, one, mine.person)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
    const clear = Buffer.from(text).toString()
    const sealed = mine.seal('phone', text)
    expect(again.open('phone', sealed)).toBe(clear)
    expect(() => again.open('name', sealed)).toThrow()
    expect(() => theirs.open('phone', sealed)).toThrow()
    sealed[at % sealed.length] = (sealed[at % sealed.length] ?? 0) ^ 1
    expect(() => again.open('phone', sealed)).toThrow()
  }))
  for (const cut of [0, 5, 16, 28, 47]) expect(() => again.open('phone', mine.seal('phone', '').subarray(0, Math.min(cut, 27)))).toThrow()
  expect(mine.seal('phone', '1').equals(mine.seal('phone', '1'))).toBe(false)
  expect(() => openKeyOf(mine.wrapped, mine.alg, '990107', mine.person)).toThrow()
  expect(() => openKeyOf(mine.wrapped, mine.alg, one, theirs.person)).toThrow()
  for (const alg of cipherNames) if (alg !== mine.alg) expect(() => openKeyOf(mine.wrapped, alg, one, mine.person)).toThrow()
  expect(() => openKeyOf(mine.wrapped, 'rot13', one, mine.person)).toThrow('no cipher')
  useKeys(openKeys('', { LINLI_KEY: '01'.repeat(32) }))
  expect(() => openKeyOf(mine.wrapped, mine.alg, one, mine.person)).toThrow()
  useKeys(keys)
})

test('[T5] the staging of an import has a key that no person and no other import has', () => {
  const { wrapped, alg, seal } = stagingKey(one, 'a')
  expect(openStagingKey(wrapped, alg, one, 'a').open('3/17', seal('3/17', '赵建国'))).toBe('赵建国')
  expect(() => openStagingKey(wrapped, alg, one, 'b')).toThrow()
  expect(() => openKeyOf(wrapped, alg, one, 'a')).toThrow()
})

test('[T5] both ciphers open what was sealed elsewhere: GB/T 32907 SM4 in counter mode with HMAC-SM3, and AES-256-GCM of NIST', () => {
  // made with openssl enc -sm4-ctr and openssl dgst -sm3 -mac HMAC
  const sm4 = cipherKey('sm4-ctr-hmac-sm3', Buffer.from(`0123456789abcdeffedcba9876543210${'ab'.repeat(32)}`, 'hex'))
  expect(sm4.open(Buffer.from(vectors.sm4, 'hex'), '990106/p/name').toString()).toBe('赵建国')
  // the GCM specification's test case 15
  const aes = cipherKey('aes-256-gcm', Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex'))
  expect(aes.open(Buffer.from(vectors.aes, 'hex'), '').toString('hex')).toBe(vectors.clear)
  expect(() => cipherKey('sm4-ctr-hmac-sm3', Buffer.alloc(32))).toThrow('48 bytes')
})

test('[T5] spaces, widths, case and dots make no difference to the hash of a value; district and kind do', () => {
  const same = (kind: 'name' | 'phone' | 'id_number', ...texts: readonly string[]): number =>
    new Set(texts.map(text => lookupHash(one, kind, text).toString('hex'))).size
  expect(same('name', '欧阳 锋', '欧阳锋', ' 欧阳　锋')).toBe(1)
  expect(same('name', '阿依古丽·买买提', '阿依古丽•买买提', '阿依古丽・买买提')).toBe(1)
  expect(same('phone', '13812342046', '+86 138 1234 2046', '１３８-１２３４-２０４６')).toBe(1)
  expect(same('id_number', '99010619491231002x', '９９０１０６１９４９１２３１００２Ｘ')).toBe(1)
  expect(same('name', '赵建国', '赵建军')).toBe(2)
  expect(lookupHash(one, 'phone', '13812342046')).toHaveLength(16)
  expect(lookupHash('990107', 'phone', '13812342046').equals(lookupHash(one, 'phone', '13812342046'))).toBe(false)
  expect(lookupHash(one, 'surname', '赵').equals(lookupHash(one, 'name', '赵'))).toBe(false)
})

test('[T5] LINLI_CIPHER names the cipher of new keys, and what it can\'t be is refused', () => {
  expect(openKeys('', { LINLI_KEY: '01'.repeat(32) }).cipher).toBe('aes-256-gcm')
  expect(openKeys('', { LINLI_KEY: '01'.repeat(32), LINLI_CIPHER: 'sm4-ctr-hmac-sm3' }).cipher).toBe('sm4-ctr-hmac-sm3')
  expect(() => openKeys('', { LINLI_KEY: '01'.repeat(32), LINLI_CIPHER: 'des' })).toThrow('LINLI_CIPHER')
})

test('[T5] a keyed hash is HMAC-SHA-256, also of a long text, and hashes of different lists of parts differ', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.string({ unit: 'grapheme', maxLength: 400 }), (raw, text) => {
    const key = createSecretKey(raw)
    expect(keyedHash(key, 'name', text)).toEqual(createHmac('sha256', key).update(`4:name,${Buffer.byteLength(text)}:${text},`).digest())
  }))
  expect(keyedHash(keys.lookup, 'ab', 'c').equals(keyedHash(keys.lookup, 'a', 'bc'))).toBe(false)
  expect(keyedHash(keys.lookup, 'a').equals(keyedHash(keys.lookup, 'a', ''))).toBe(false)
})

test('[T7] a follow token opens its matter until it ends', () => {
  const token = signFollow(follow)
  expect(token.length).toBeLessThan(80)
  expect(readFollow(token, before)).toEqual(follow)
  expect(readFollow(token, new Date(follow.expires * 1000))).toBeNull()
  expect(readFollow(undefined, before)).toBeNull()
  expect([readFollow(signFollow(follow, 'ballots'), before), readFollow(token, before, 'file'), readFollow(signFollow(follow, 'file'), before, 'file')]).toEqual([null, null, follow])
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
