import fc from 'fast-check'
import { expect, test } from 'vitest'
import { POST_KINDS } from '../../offices/rules/index.ts'
import { CODE_LENGTH, codeOf, groupsOf, isCodeShape, typedCode } from './code.ts'
import { groupOf, isOfficial } from './concerned.ts'
import { handlerFor, type PostInChain } from './handler.ts'
import { deliveryHour, ENTRIES_MOST, forgotten, HOUR_MS, hourKept, KEPT_DAYS, mayHandle, mayWriteBack, overdue, PATIENCE_DAYS, stateOf, waits,
  type EntryKind, type EntrySeen } from './thread.ts'
import { WAYS } from './ways.ts'

const chain: readonly PostInChain[] = [
  { post: 'captain', kind: 'captain', people: ['白'] }, { post: 'secretary', kind: 'community_secretary', people: ['林'] },
  { post: 'discipline', kind: 'street_discipline', people: ['康'] }, { post: 'street', kind: 'street_secretary', people: ['邵'] },
  { post: 'director', kind: 'street_director', people: ['庄'] }, { post: 'deputy', kind: 'street_deputy', people: ['贺'] },
]
const about = (post: string | null, change: Partial<PostInChain> = {}) => {
  const found = chain.find((one) => one.post === post)
  return { kind: change.kind ?? found?.kind ?? 'other' as const, post, people: change.people ?? found?.people ?? [] }
}
const handler = (...given: Parameters<typeof handlerFor>): string => {
  const result = handlerFor(...given)
  return result.ok ? result.value.post : result.refusal.code
}

test('[C2] the discipline post handles a report on anybody but itself and those above it', () => {
  const read = Object.fromEntries(chain.map(({ post }) => [post, handler(about(post), chain)]))
  expect(read).toEqual({
    captain: 'discipline', secretary: 'discipline', deputy: 'discipline', discipline: 'not_here', street: 'not_here', director: 'not_here',
  })
  expect([handler(about(null), chain), handler({ kind: 'official', post: null, people: [] }, chain)]).toEqual(['discipline', 'discipline'])
})

test('[C2] whoever holds two posts is concerned in both: neither the handler nor those above may be the person meant', () => {
  expect(handler(about('captain', { people: ['康'] }), chain)).toBe('not_here')
  expect(handler(about('secretary', { people: ['邵'] }), chain)).toBe('not_here')
  expect(handler(about('secretary', { people: ['贺'] }), chain)).toBe('discipline')
})

test('[C2] a vacant discipline post takes nothing, and the refusal names 12388', () => {
  const vacant = chain.map((one) => (one.kind === 'street_discipline' ? { ...one, people: [] } : one))
  for (const post of ['captain', null]) expect(handler(about(post), vacant)).toBe('not_here')
  const refused = handlerFor(about('street'), chain)
  expect(refused.ok ? '' : refused.refusal.explain.zh).toMatch(/没有留下.*12388/)
})

test('[C2] whoever the chain is made of, a report never reaches the person meant, nor somebody who depends on them', () => {
  const person = fc.constantFrom('甲', '乙', '丙', '丁')
  const post = fc.record({ kind: fc.constantFrom(...POST_KINDS), people: fc.uniqueArray(person, { maxLength: 2 }) })
  fc.assert(fc.property(fc.array(post, { maxLength: 12 }), fc.nat(), (posts, which) => {
    const made = posts.map((one, n) => ({ ...one, post: `p${n}` }))
    const meant = made[made.length === 0 ? 0 : which % made.length]
    if (!meant) return
    const found = handlerFor({ kind: meant.kind, post: meant.post, people: meant.people }, made)
    if (!found.ok) return
    const above = made.filter(({ kind }) => kind === 'street_secretary' || kind === 'street_director')
    const theirs: readonly string[] = meant.people
    expect([found.value.post === meant.post, found.value.people.some((one) => theirs.includes(one))]).toEqual([false, false])
    expect(above.some(({ post: one, people }) => one === meant.post || people.some((who) => theirs.includes(who)))).toBe(false)
  }))
})

test('[C3] officials are those of organs and of a residents’ committee; firms, owners, captains and mediators are not', () => {
  expect(POST_KINDS.filter(isOfficial)).toEqual(['grid_lead', 'community_secretary', 'community_deputy', 'first_secretary', 'community_worker',
    'branch_secretary', 'station_head', 'station_desk', 'street_secretary', 'street_director', 'street_deputy', 'street_office_head',
      'street_discipline'])
  expect([isOfficial('official'), isOfficial('other')]).toEqual([true, false])
  for (const kind of POST_KINDS) expect(groupOf(kind)).toBeDefined()
})

test('[C1] the ways of the law come with their numbers', () => {
  expect(WAYS.map(({ reach }) => reach.zh)).toEqual(['12388', '110', '12345', '信访局'])
})

test('[C4] a code is 130 bits of the sender’s own, and reads the same however it is typed', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 26, maxLength: 26 }), (random) => {
    const code = codeOf('K7', random)
    expect([code.length, isCodeShape(code)]).toEqual([CODE_LENGTH, true])
    expect(typedCode(groupsOf(code).join(' - ').toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(code)
  }))
  for (const bad of ['', 'K7', 'U'.repeat(28), '7'.repeat(29)]) expect(isCodeShape(bad)).toBe(false)
})

const noon = Date.parse('2026-11-20T04:00:00Z')
const entry = (n: number, by: EntrySeen['by'], kind: EntryKind, at = noon): EntrySeen => ({ n, by, kind, hour: hourKept(by, at) })
const filed = entry(0, 'reporter', 'filed', noon - 2 * HOUR_MS)
const taken = entry(1, 'handler', 'taken')

test('[C6] of a letter the next full hour is kept, of what the handler does the one before: never a minute', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
    const [letter, step] = [hourKept('reporter', at), hourKept('handler', at)]
    expect([letter % HOUR_MS, step % HOUR_MS, letter > at, letter - at <= HOUR_MS, step <= at, at - step < HOUR_MS]).toEqual([0, 0, true, true, true,
      true])
  }))
  expect(deliveryHour(noon)).toBe(noon + HOUR_MS)
})

test('[C8] the table of moves: taken first, written, then ended once', () => {
  const moves = ['take', 'write', 'hand_over', 'close'] as const
  const may = (entries: readonly EntrySeen[], kind: 'firm_manager' | 'station_head' = 'firm_manager') => moves.filter((move) => mayHandle(move, kind,
    entries, noon).ok)
  expect(may([filed])).toEqual(['take'])
  expect(may([filed, taken])).toEqual(['write', 'hand_over', 'close'])
  expect(may([filed, taken], 'station_head')).toEqual(['write', 'hand_over'])
  for (const end of ['handed_over', 'closed'] as const) expect(may([filed, taken, entry(2, 'handler', end)])).toEqual(['write'])
})

test('[C8] nothing is ended while a letter is still on its way, and the refusal says when it arrives', () => {
  const coming = [filed, taken, entry(2, 'reporter', 'wrote', noon)]
  const refused = mayHandle('hand_over', 'station_head', coming, noon)
  expect(refused.ok ? '' : [refused.refusal.code, refused.refusal.from]).toEqual(['letter_on_its_way', '2026-11-20T05:00:00.000Z'])
  expect(mayHandle('hand_over', 'station_head', coming, noon + HOUR_MS).ok).toBe(true)
})

test('[C8] after the end only retaliation is heard; a thread has room for forty entries', () => {
  const ended = [filed, taken, entry(2, 'handler', 'closed')]
  expect([mayWriteBack([filed], false).ok, mayWriteBack(ended, false).ok, mayWriteBack(ended, true).ok]).toEqual([true, false, true])
  const many = Array.from({ length: ENTRIES_MOST }, (_, n) => entry(n, 'reporter', n === 0 ? 'filed' : 'wrote'))
  expect([mayWriteBack(many, true).ok, mayHandle('write', 'firm_manager', [...many, taken], noon).ok]).toEqual([false, false])
})

test('[C8] the handler is waited for by letters that have arrived and were not answered', () => {
  const [answer, next] = [entry(2, 'handler', 'wrote'), entry(3, 'reporter', 'wrote', noon)]
  const all = [filed, taken, answer, next]
  expect([waits([filed], noon), waits([filed, taken], noon), waits([filed, taken, answer], noon), waits(all, noon), waits(all, noon + HOUR_MS)])
    .toEqual([true, true, false, false, true])
})

test('[C9] a thread is forgotten 180 days after it ended and never before it ended; who waits seven days is shown other ways', () => {
  const day = 24 * HOUR_MS
  const ended = [filed, taken, entry(2, 'handler', 'handed_over')]
  const last = Math.max(...ended.map(({ hour }) => hour))
  expect([forgotten(ended, last + KEPT_DAYS * day), forgotten(ended, last + KEPT_DAYS * day + 1), forgotten([filed, taken], noon + 9999 * day)])
    .toEqual([false, true, false])
  expect([overdue([filed], filed.hour + PATIENCE_DAYS * day), overdue([filed], filed.hour + PATIENCE_DAYS * day + 1), overdue([filed, taken],
    noon + 99 * day)])
    .toEqual([false, true, false])
  expect(stateOf(ended)).toBe('handed_over')
})
