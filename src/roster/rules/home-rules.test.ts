import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDay } from '../../kit/pure.ts'
import { cutoffs, dwellingStates, fieldRules, fieldsShownTo, idChecks, isConfirmed, isKnown, isUnder14, mayAdd, mayEnd, mayExport, mayWrite, mayWriteWords, readFind,
  rhythmOn } from './index.ts'

const day = fc.integer({ min: 15_000, max: 25_000 }).map(civilDay)
const home = fc.record({ state: fc.constantFrom(...dwellingStates), living: fc.nat(8), confirmedOn: fc.option(day) })

test('[RO40] [RO41] who is confirmed is known; the later the last look, the longer it holds', () => {
  fc.assert(fc.property(home, day, (one, cutoff) => !isConfirmed(one, cutoff) || isKnown(one)))
  fc.assert(fc.property(home, day, day, (one, a, b) => !isConfirmed({ ...one, confirmedOn: a }, cutoffs('2026-11-20').commodity)
    || isConfirmed({ ...one, confirmedOn: a > b ? a : b }, cutoffs('2026-11-20').commodity)))
  expect(isKnown({ state: 'lived_in', living: 0 })).toBe(false)
  expect(isKnown({ state: 'vacant', living: 0 })).toBe(true)
})

test('[RO41] a confirmation holds for as many days as the pack says, the last of them included', () => {
  const { days } = rhythmOn('2026-11-20')
  expect(cutoffs('2026-11-20')).toMatchObject({ commodity: '2026-05-24', new: '2026-08-22' })
  expect(days.public_rental).toBe(90)
  expect(() => rhythmOn('2020-01-01')).toThrow()
})

test('[RO43] nobody sees a field that the register does not name for them; firm and street see none', () => {
  for (const { field, seenBy } of fieldRules) for (const one of ['captain', 'grid', 'community'] as const) {
    expect(fieldsShownTo([one]).includes(field)).toBe(seenBy.includes(one))
  }
  for (const one of ['firm', 'owners', 'branch', 'station', 'street', 'unit']) expect(fieldsShownTo([one])).toEqual([])
})

test('[RO46] a number with one wrong sign is refused', () => {
  expect(idChecks('990106198412240014')).toBe(false)
  const digits = '99010619841224001'
  const right = [...'0123456789X'].filter((last) => idChecks(digits + last))
  expect(right).toHaveLength(1)
  fc.assert(fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
    const changed = `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}${right[0]}`
    return changed === digits + right[0] || !idChecks(changed)
  }))
})

test('[RO6] somebody is 14 on their birthday; a year alone is read as its last day', () => {
  expect(isUnder14('2012-11-20', '2026-11-20')).toBe(false)
  expect(isUnder14('2012-11-21', '2026-11-20')).toBe(true)
  expect([isUnder14('2012', '2026-11-20'), isUnder14('2011', '2026-11-20')]).toEqual([true, false])
  expect(mayWrite(['community'], 'born', '2013-01-01', '2026-11-20')).toMatchObject({ ok: false, refusal: { code: 'under_14', rule: 'RO6' } })
})

test('[RO46] nothing in the future, nobody without a tie', () => {
  expect(mayAdd([], null, '2026-11-20').ok).toBe(false)
  expect(mayAdd(['lives'], '2026-11-21', '2026-11-20').ok).toBe(false)
  expect([mayEnd('2026-11-01', '2026-10-31', '2026-11-20').ok, mayEnd('2026-11-01', '2026-11-20', '2026-11-20').ok]).toEqual([false, true])
  expect(mayWrite(['firm'], 'name', '某某', '2026-11-20')).toMatchObject({ refusal: { rule: 'RO46' } })
})

test('[RO45] in clear: the community alone, two hundred homes at most', () => {
  expect([mayExport(['grid'], true, 1).ok, mayExport(['community'], true, 200).ok, mayExport(['community'], true, 201).ok, mayExport(['grid'],
    false, 3000).ok])
    .toEqual([false, true, false, true])
  expect(mayExport(['community'], false, 3001)).toMatchObject({ refusal: { code: 'too_many_homes' } }) // never cut short in silence
})

test('[RO47] what is typed is read as people, places or both', () => {
  const kinds = (typed: string) => readFind(typed).people.map((group) => group.map(({ kind }) => kind).join('|'))
  expect(kinds('13812342046')).toEqual(['phone'])
  expect(kinds('138 1234 2046').length).toBeGreaterThan(0)
  expect(readFind('1201')).toEqual({ people: [[{ kind: 'phone_end', text: '1201' }]], place: '1201' })
  expect([kinds('王'), kinds('王伟'), kinds('王晓伟'), kinds('wxw'), kinds('王＊＊')]).toEqual([['surname'], ['name|surname'], ['name'], ['initials'],
    ['surname']])
  expect(readFind('3号楼1201')).toEqual({ people: [], place: '3号楼1201' })
  expect(readFind('王 3号楼')).toMatchObject({ people: [[{ kind: 'surname' }]], place: '3号楼' })
  expect(readFind('阿依古丽·买买提').people).toEqual([[{ kind: 'name', text: '阿依古丽·买买提' }]])
  fc.assert(fc.property(fc.string({ maxLength: 40 }), (typed) => { readFind(typed); return true }))
})

test('[RO11] illnesses are no words of a roster, however they are called; what looks like them stays', () => {
  for (const words of ['癫痫，按时吃药', '有高血压', '老人卧床', '肝炎患者', '每周透析']) expect([words, mayWriteWords(words).ok]).toEqual([words, false])
  for (const words of ['下午在家', '钥匙在对门', '户口在老家', '说话要大声']) expect([words, mayWriteWords(words).ok]).toEqual([words, true])
})
