import { expect, test } from 'vitest'
import { REASON_LISTS, reasonOf, reasonStands, type ReasonList } from './reasons.ts'

test('every reason has a code once in its list and both languages', () => {
  for (const list of Object.values(REASON_LISTS)) {
    expect(new Set(list.map(r => r.code)).size).toBe(list.length)
    for (const { code, say, needs } of list) {
      expect(code).toMatch(/^[a-z_]{3,40}$/)
      expect(say.zh && say.en).toBeTruthy()
      if (needs) expect(needs.zh && needs.en).toBeTruthy()
    }
  }
})

test.each<[ReasonList, string, string, boolean]>([
  ['unable', 'no_money_path', '', false], ['unable', 'no_money_path', '列入2027年维修资金', true], ['unable', 'law_forbids', '  条 ', false],
  ['unable', 'other_sued', '', true],
  ['hand_over', 'wrong_category', '', true], ['hand_over', 'no_power', '执法队', false], ['hand_over', 'no_power', '归街道执法队', true],
  ['withdraw', 'no_more', '', true],
  ['reject', 'gone', '什么都写了', false], ['report_in', 'on_site', '', true],
])('[M8] [M9] %s %s with the note "%s": %s', (list, code, note, stands) => expect(reasonStands(list, code, note)).toBe(stands))

test('[M9] "waiting for money" without a way for the money is refused', () => {
  expect(reasonOf('unable', 'no_money_path')?.needs?.zh).toContain('维修资金')
  expect(reasonOf('unable', 'toString')).toBeNull()
})
