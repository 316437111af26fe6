import { expect, test } from 'vitest'
import { problemOf, ProblemError, newKey, readProblem } from './http.ts'
import { keyName } from './keys.ts'
import { partyCharacter } from './parts/party-badge.tsx'
import { receiptGroups } from './parts/receipt-number.tsx'
import { readSettings } from './settings.ts'
import { speak, words } from './words.ts'
import { writeKeys } from './write-key.ts'
import * as catalogues from './parts/words.ts'
import { titleOf } from './page-title.ts'

const w = words({ send: { zh: '交给楼栋长', en: 'Send to the captain' }, left: (n: number) => ({ zh: `还差${n}户`, en: `${n} homes to go` }) })

test('a catalogue speaks both languages, with and without arguments', () => {
  expect(speak(w, 'zh').send).toBe('交给楼栋长')
  expect(speak(w, 'en').left(3)).toBe('3 homes to go')
  expect(speak(w, 'zh')).toBe(speak(w, 'zh'))
})

test('no word of the parts is empty, nor one of the words that never appear', () => {
  for (const entry of Object.values(catalogues).flatMap((catalogue) => Object.values(catalogue))) {
    const said = typeof entry === 'function' ? entry('1' as never) : entry
    expect(said.zh).not.toMatch(/赋能|闭环|抓手|画像|钉子户|亲|！|…|^$/)
    expect(said.en).not.toBe('')
  }
})

test('settings survive anything that storage holds', () => {
  const usual = { lang: 'zh', theme: 'system', size: 'normal' }
  for (const stored of [null, '', 'null', '[]', '"x"', '{"lang":"fr","theme":3}', '{']) expect(readSettings(stored)).toEqual(usual)
  expect(readSettings('{"lang":"en","theme":"dark","size":"large"}')).toEqual({ lang: 'en', theme: 'dark', size: 'large' })
})

test('a problem document keeps its code, rule and sentence; anything else gets a sentence', () => {
  const explain = { zh: '还不能吹哨', en: 'No whistle yet' }
  expect(readProblem({ code: 'no_whistle', rule: 'M4', explain }, 409)).toMatchObject({ status: 409, code: 'no_whistle', rule: 'M4', explain })
  for (const answer of [undefined, null, 'x', {}, { explain: 3 }, { explain: { zh: 3 } }]) expect(readProblem(answer,
    502)).toMatchObject({ status: 502, code: 'unreadable' })
  expect(problemOf(new ProblemError(readProblem({ code: 'x', explain }, 403))).code).toBe('x')
  expect(problemOf(new Error('x')).explain.zh).not.toBe('')
})

test('keys are UUIDs of version 4, and new each time', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newKey()).not.toBe(newKey())
})

test('a write tried again keeps its key until it is known what became of it', () => {
  const keys = writeKeys()
  const answered = (status: number) => new ProblemError(readProblem(undefined, status))
  const first = keys.keyFor({ text: '门禁' })
  for (const status of [0, 408, 429, 500, 503]) { keys.failed(answered(status)); expect(keys.keyFor({ text: '门禁' })).toBe(first) }
  const other = keys.keyFor({ text: '路灯' })
  expect(other).not.toBe(first)
  keys.failed(answered(409))
  const again = keys.keyFor({ text: '路灯' })
  expect(again).not.toBe(other)
  keys.done()
  expect(keys.keyFor({ text: '路灯' })).not.toBe(again)
})

test('key presses have one name on every system', () => {
  const press = { key: 'K', metaKey: false, ctrlKey: false, altKey: false }
  expect(keyName(press)).toBe('k')
  expect(keyName({ ...press, ctrlKey: true })).toBe('mod+k')
  expect(keyName({ ...press, metaKey: true, key: 'z' })).toBe('mod+z')
  expect(keyName({ ...press, key: 'Escape' })).toBe('Escape')
})

test('a party shows one character: its kind, or the trade of a station', () => {
  expect(partyCharacter('community', '望江社区')).toBe('居')
  expect(partyCharacter('station', '城管海棠中队')).toBe('城')
  expect(partyCharacter('station', '生态环境海棠所')).toBe('环')
  expect(partyCharacter('utility', '海棠供电所')).toBe('电')
  expect(partyCharacter('station', '某所')).toBe('所')
  expect(receiptGroups('7f3ac91e04b2')).toEqual(['7F3A', 'C91E', '04B2'])
})

test('the title of the tab is what the page says, then the front end; in English both are English', () => {
  expect(titleOf(' 梧桐苑10号楼\n供暖不热 ', '邻里工作台', 'zh-CN')).toBe('梧桐苑10号楼 供暖不热 - 邻里工作台')
  expect(titleOf('Three rates', '邻里工作台', 'en')).toBe('Three rates - Linli desk')
  expect(titleOf('', '邻里', 'en')).toBe('Linli')
})
