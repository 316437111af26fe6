import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkName, heldFor, mayAppeal, mayBan, mayRemove, mayRule, mayStillSay, PER_HOUR, type Decision } from './index.ts'

const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string => (result.ok ? 'ok' : result.refusal?.code ?? '')
const HOUR = 3_600_000
const at = 1_795_142_400_000

test.each([['老槐树', 'ok'], ['三楼的猫', 'ok'], ['Old tree', 'ok'], ['社区官方', 'office_name'], ['物 业', 'office_name'], ['ＡＤＭＩＮ', 'office_name'], ['王阿姨', 'private_name'],
  ['打13812345678', 'private_name'], ['８８８８６６', 'private_name'], ['！！', 'no_name'], ['　', 'no_name'], ['一'.repeat(21), 'long_name'], ['已离开', 'office_name']])(
  '[DS1] a free name in front, never an office or somebody real: %s', (name, expected) => { expect(code(checkName(name))).toBe(expected) })

test('[DS3] a number hidden anywhere in a text holds it, and whoever is under 18 is looked at first', () => {
  fc.assert(fc.property(fc.stringMatching(/^[一-龥，。]{0,30}$/), fc.stringMatching(/^[，。一-龥]{0,30}$/), (one, two) => {
    expect(heldFor(`${one}，13812345678，${two}`, false)).toBe('private')
  }))
  expect([heldFor('晚上八点半以后音响关掉', false), heldFor('晚上八点半以后音响关掉', true)]).toEqual([null, 'minor'])
})

test('[DS4] nobody ever has more than ten in any hour, and the moment that is named is the first at which it goes', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 * HOUR }), { maxLength: 60 }), (gaps) => {
    const said: number[] = []
    let now = at
    for (const gap of gaps) {
      now += Math.floor(gap / 8)
      const may = mayStillSay(said, now)
      if (may.ok) said.push(now)
      else {
        const from = Date.parse(may.refusal.from ?? '')
        expect(mayStillSay(said, from).ok).toBe(true)
        expect(mayStillSay(said, from - 2000).ok).toBe(false)
      }
      expect(said.filter((one) => one > now - HOUR).length).toBeLessThanOrEqual(PER_HOUR)
    }
  }))
})

test('[DS5] [DS6] no rule, no removal: disagreement is none, a reason names nobody, and what was taken up already stays', () => {
  expect([code(mayRemove('speech', 'shown', 'off_topic', '不同意社区的做法')), code(mayRemove('speech', 'shown', 'attack', '短')), code(mayRemove('speech', 'shown', 'attack', '骂了王阿姨')),
    code(mayRemove('amendment', 'taken', 'attack', '骂人，不是说事')), code(mayRemove('speech', 'removed', 'attack', '骂人，不是说事')), code(mayRemove('intake', 'open', 'attack', '骂人，不是说事'))])
    .toEqual(['no_rule', 'no_reason', 'private_words', 'in_use', 'gone', 'ok'])
})

test('[DS7] one appeal within thirty days, ruled on by another post and another person', () => {
  const one: Decision = { did: 'removed', at, appealedAt: null, ruling: null, byPost: 'p', byPerson: 'x' }
  const appealed = { ...one, appealedAt: at + HOUR }
  expect([code(mayAppeal(one, at + 30 * 24 * HOUR)), code(mayAppeal(one, at + 30 * 24 * HOUR + 1)), code(mayAppeal(appealed, at)), code(mayAppeal({ ...one, did: 'shown' }, at))])
    .toEqual(['ok', 'too_late', 'appealed', 'nothing_to_appeal'])
  const by = (post: string, person: string) => code(mayRule(appealed, { post, person }, '放回来，没有问题'))
  expect([by('p', 'y'), by('q', 'x'), by('q', 'y'), code(mayRule(one, { post: 'q', person: 'y' }, '放回来，没有问题'))]).toEqual(['own_decision', 'own_decision', 'ok', 'no_appeal'])
})

test('[DS8] a ban needs two removals of the last ninety days that stand, ends within thirty, and names a rule', () => {
  const days = (n: number) => at - n * 24 * HOUR
  const ban = (removals: readonly [number, boolean][], length = 7, rule = 'repeat') =>
    code(mayBan(removals.map(([ago, restored]) => ({ at: days(ago), restored })), length, { rule, reason: '一直在刷同一句' }, at))
  expect([ban([[1, false]]), ban([[1, false], [2, true]]), ban([[1, false], [91, false]]), ban([[1, false], [89, false]]), ban([[1, false], [2, false]], 31),
    ban([[1, false], [2, false]], 7, 'whatever')]).toEqual(['too_early', 'too_early', 'too_early', 'ok', 'too_long', 'no_rule'])
})
