import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allOf, anyOf, audience, chooseStanding, clockActor, codeLimits, countedFailures,
  demoMark, fromOurPages, importedMayBePublic, inReach, isWithin, maskAddress,
  maskId, maskName, maskPhone, mayTakeRoster, not, perAccount, perAddress, publicActor, staff, staffActor, theClock, waitForCode, waitSeconds,
  type Standing,
} from './index.ts'

const standing = (post: string, word: string, scopes: string[], orgs: string[] = []): Standing => ({
  post, kind: 'grid_worker', title: '网格员', org: 'o', orgKind: 'community', orgName: '社区', place: 'p', placeName: '格', audience: word, scopes, orgs,
})
const one = standing('a', 'grid', ['d1.s1.c1.g1'], ['o1'])
const two = standing('b', 'branch', ['d1.s1.c1.k1'], ['o2'])

test('[T2] a person acts in one post: its reach alone, and never in a post of somebody else', () => {
  expect(chooseStanding([one, two], null)).toBe(one)
  expect(chooseStanding([one, two], 'b')).toBe(two)
  expect(chooseStanding([one, two], 'c')).toBeNull()
  expect(chooseStanding([], null)).toBeNull()
  const actor = staffActor('990106', 'x', two)
  expect([actor.scopes, actor.orgs, actor.audience]).toEqual([['d1.s1.c1.k1'], ['o2'], ['branch']])
})

test('[T2] policies read as one line and combine', () => {
  const grid = staffActor('990106', 'x', one)
  const policy = allOf(staff, anyOf(audience('community'), audience('grid')), not(theClock))
  expect(policy(grid, undefined)).toBe(true)
  expect(policy(publicActor('990106'), undefined)).toBe(false)
  expect(policy(clockActor('990106', 'd1'), undefined)).toBe(false)
  expect(inReach(grid, { path: 'd1.s1.c1.g1.b03' })).toBe(true)
  expect(inReach(grid, { path: 'd1.s1.c1.g12' })).toBe(false)
  expect(inReach(clockActor('990106', 'd1'), { path: 'd1.s9' })).toBe(true)
  expect(inReach(publicActor('990106'), { path: 'd1' })).toBe(false)
  expect(inReach(staffActor('990106', 'x', standing('k', 'firm', ['k7'])), { path: 'd1.s9', compoundPath: 'k7.b1' })).toBe(true)
})

test('[T2] a path lies within another only label by label', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,4}$/)
  const path = fc.array(label, { minLength: 1, maxLength: 5 })
  fc.assert(fc.property(path, path, (a, b) => {
    expect(isWithin(a.join('.'), b.join('.'))).toBe(b.every((word, at) => a[at] === word))
  }))
})

test('[T3] five tries by name are free, then the wait doubles to fifteen minutes; an address gets thirty', () => {
  const at = 1_000_000_000
  expect([4, 5, 6, 9, 10, 50].map(n => waitSeconds(n, at, at, perAccount))).toEqual([0, 30, 60, 480, 900, 900])
  expect(waitSeconds(29, at, at, perAddress)).toBe(0)
  expect(waitSeconds(30, at, at, perAddress)).toBe(30)
  expect(waitSeconds(50, at, at + 24 * 3_600_000, perAccount)).toBe(0)
  expect(countedFailures(50, at, at + 24 * 3_600_000)).toBe(0)
  expect(countedFailures(50, at, at + 1000)).toBe(50)
})

test('[T3] a wait never grows with time passing nor shrinks with one more failure', () => {
  fc.assert(fc.property(fc.nat(60), fc.nat(90_000), fc.nat(90_000), (failures, a, b) => {
    const [early, late] = a < b ? [a, b] : [b, a]
    expect(waitSeconds(failures, 0, late * 1000, perAccount)).toBeLessThanOrEqual(waitSeconds(failures, 0, early * 1000, perAccount))
    expect(waitSeconds(failures + 1, 0, a * 1000, perAccount)).toBeGreaterThanOrEqual(waitSeconds(failures, 0, a * 1000, perAccount))
    expect(waitSeconds(failures, 0, -a * 1000, perAccount)).toBeLessThanOrEqual(900)
  }))
})

test('[T6] however one asks, no span holds more codes than its limit', () => {
  fc.assert(fc.property(fc.array(fc.nat(4000), { maxLength: 120 }), gaps => {
    const asked: number[] = []
    let at = 0
    for (const gap of gaps) {
      at += gap * 1000
      if (waitForCode(asked, at) === 0) asked.push(at)
    }
    for (const { most, seconds } of codeLimits) {
      for (const from of asked) expect(asked.filter(t => t >= from && t < from + seconds * 1000).length).toBeLessThanOrEqual(most)
    }
  }))
})

test('[T5] names keep the family name, compound ones too', () => {
  expect(['赵建国', '赵明', '欧阳建国', '诸葛亮', '欧阳', '赵', '', 'Maria Li', '阿依古丽·买买提'].map(maskName))
    .toEqual(['赵＊＊', '赵＊', '欧阳＊＊', '诸葛＊', '欧＊', '＊', '＊', 'M＊＊', '阿＊＊'])
})

test('[T5] phones, ID numbers and addresses show too little to find anybody', () => {
  expect(['13812342046', '+8613812342046', '138 1234 2046', '02161234567', '12345'].map(maskPhone))
    .toEqual(['138****2046', '138****2046', '138****2046', '****67', '****'])
  expect(maskId('110101199003077715')).toBe('1****************5')
  expect(maskId('12')).toBe('**')
  expect(maskAddress('桂苑小区3号楼2单元1201')).toBe('桂苑小区＊＊＊')
})

test('[T4] a write from a foreign page is told from one of ours', () => {
  const from = (sender: Partial<Record<'ours' | 'fetchSite' | 'origin' | 'host', string>>) =>
    fromOurPages({ ours: undefined, fetchSite: undefined, origin: undefined, host: 'linli.local', ...sender })
  expect(from({})).toBe(false)
  expect(from({ ours: '1' })).toBe(true)
  expect(from({ ours: '1', fetchSite: 'cross-site' })).toBe(false)
  expect(from({ fetchSite: 'same-origin' })).toBe(true)
  expect(from({ fetchSite: 'none' })).toBe(false)
  expect(from({ origin: 'https://linli.local' })).toBe(true)
  expect(from({ origin: 'https://linli.local.evil' })).toBe(false)
  expect(from({ origin: 'null' })).toBe(false)
})

test('[T8] a demo takes no real people and shows no imported words', () => {
  expect(mayTakeRoster('demo', null).ok).toBe(false)
  expect(mayTakeRoster('demo', demoMark).ok).toBe(true)
  expect(mayTakeRoster('live', null).ok).toBe(true)
  expect(importedMayBePublic('demo')).toBe(false)
})
