import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, clauseName, differenceOf, earlierOf, laterOf, mayAmend, mayPost, mayStand, mayVote, nextKey, withAmendment, withKeys, type Clause, type Version } from './index.ts'

const glyph = fc.constantFrom(...'晚上八点半以后音响关掉狗拴绳走外圈，。20:30 dB𠮷'.split(''), '𠮷', '55', '分贝')
const sentence = fc.array(glyph, { maxLength: 60 }).map((all) => all.join(''))

test('[DC5] a difference applied to the first text gives the second, and taken back the first', () => {
  fc.assert(fc.property(sentence, sentence, (before, after) => {
    const parts = differenceOf(before, after)
    expect([earlierOf(parts), laterOf(parts)]).toEqual([before, after])
    parts.forEach((part, at) => { expect(part.text).not.toBe(''); expect(part.kind).not.toBe(parts[at - 1]?.kind) })
    if (before === after) expect(parts.every(({ kind }) => kind === 'same')).toBe(true)
  }), { numRuns: 400 })
})

test('[DC5] what changed is read as words: a time as a whole, and no single letters left standing between two changes', () => {
  expect(differenceOf('跳舞可以，晚上八点半以后音响关掉。', '跳舞可以，19:00到20:30，音量不超过55分贝。').filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual(['跳舞可以，', '。'])
  expect(differenceOf('音响20:30关', '音响20:00关')).toEqual([{ kind: 'same', text: '音响' }, { kind: 'removed', text: '20:30' }, { kind: 'added', text: '20:00' }, { kind: 'same', text: '关' }])
})

const clauses = fc.uniqueArray(fc.record({ key: fc.integer({ min: 1, max: 9 }).map((n) => `c${n}`), words: sentence.filter((words) => words !== '') }), { selector: ({ key }) => key, maxLength: 6 })
test('[DC5] between two versions every clause of both is told once, and the words told make both versions again', () => {
  fc.assert(fc.property(clauses, clauses, (before, after) => {
    const changes = changesOf(before, after)
    const later = changes.filter(({ kind }) => kind !== 'struck').map(({ key, parts }): Clause => ({ key, words: laterOf(parts) }))
    expect(later).toEqual(after)
    const earlier = new Map(changes.filter(({ kind }) => kind !== 'added').map(({ key, parts }) => [key, earlierOf(parts)]))
    expect([...earlier].sort()).toEqual(before.map(({ key, words }) => [key, words]).sort())
  }))
})

const posted: Version = { n: 1, state: 'posted', commentsUntil: '2026-12-05', clauses: [{ key: 'c1', words: '跳舞到晚上八点半。' }, { key: 'c2', words: '遛狗拴绳。' }] }
test('[DC2] [DC4] a covenant names nobody and promises no penalty, and is posted for fifteen days at least', () => {
  const stands = (words: string) => mayStand([{ key: 'c1', words }])
  expect(stands('遛狗不拴绳的，罚款五十元。')).toMatchObject({ refusal: { code: 'penalty' } })
  expect([stands('不交费的停电。'), stands('楼道不停电瓶车，充电去车棚。'), stands('此处20点以后不打球。')].map(({ ok }) => ok)).toEqual([false, true, true])
  expect(stands('有事打13912345678。')).toMatchObject({ refusal: { code: 'private_clause' } })
  expect(stands('遛狗拴绳，走外圈。')).toMatchObject({ ok: true })
  const draft: Version = { ...posted, state: 'draft', commentsUntil: null }
  expect(mayPost(draft, '2026-12-04', 0, '2026-11-20')).toMatchObject({ refusal: { code: 'too_short', from: '2026-12-05T00:00:00+08:00' } })
  expect(mayPost(draft, '2026-12-05', 1, '2026-11-20')).toMatchObject({ refusal: { code: 'amendments_open' } })
  expect(mayPost(draft, '2026-12-05', 0, '2026-11-20')).toEqual({ ok: true, value: true })
})

test('[DC5] [DC7] an amendment says something else while the posting runs; the vote waits for its end, for every answer and for what was taken', () => {
  expect(mayAmend(posted, 'c1', '跳舞到晚上八点半。', '2026-11-25')).toMatchObject({ refusal: { code: 'nothing' } })
  expect(mayAmend(posted, 'c1', '跳舞到晚上八点。', '2026-12-06')).toMatchObject({ refusal: { code: 'over' } })
  expect(mayAmend(posted, 'c9', '周末上午也安静。', '2026-12-05')).toEqual({ ok: true, value: true })
  expect(mayVote(posted, 0, false, '2026-12-05')).toMatchObject({ refusal: { code: 'posting_runs', from: '2026-12-06T00:00:00+08:00' } })
  expect(mayVote(posted, 2, false, '2026-12-06')).toMatchObject({ refusal: { code: 'amendments_open' } })
  expect(mayVote(posted, 0, true, '2026-12-06')).toMatchObject({ refusal: { code: 'draft_waits' } })
  expect(mayVote(posted, 0, false, '2026-12-06')).toEqual({ ok: true, value: true })
  expect(withAmendment(posted.clauses, { clause: 'c1', words: '' })).toEqual([{ key: 'c2', words: '遛狗拴绳。' }])
  expect(withAmendment(posted.clauses, { clause: 'c3', words: '周末上午也安静。' }).map(({ key }) => key)).toEqual(['c1', 'c2', 'c3'])
  expect([1, 9, 10, 11, 20, 21, 30].map(clauseName)).toEqual(['第一条', '第九条', '第十条', '第十一条', '第二十条', '第二十一条', '第三十条'])
  expect([nextKey([]), nextKey(['c2', 'c7'])]).toEqual(['c1', 'c8'])
  expect(withKeys([{ key: 'c2', words: '一' }, { key: null, words: '二' }, { key: 'c9', words: '三' }], ['c1', 'c2']).map(({ key }) => key)).toEqual(['c2', 'c3', 'c4'])
})
