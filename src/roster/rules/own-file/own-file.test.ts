import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAfter, NATIONAL_CALENDAR, OFFICE_HOURS } from '../../../offices/rules/index.ts'
import { isOverdue, lastOf, mayAnswer, mayAsk, meantBy, opensTies, requestDue, type Asked, type Candidate } from './index.ts'

const today = '2026-11-20'
const asked: Asked = { kind: 'correct', askedBy: 'self', field: 'phone', wanted: '19900001234', words: '' }
const code = (answer: ReturnType<typeof mayAsk>): string => (answer.ok ? 'ok' : answer.refusal.code)

test('[RO55] due at the earlier of 15 working days and 30 days: the days over National Day, the working days in plain weeks', () => {
  const due = (day: string) => new Date(requestDue(Date.parse(`${day}T02:00:00Z`), NATIONAL_CALENDAR).due + 8 * 3_600_000).toISOString().slice(0, 10)
  expect(due('2026-11-20')).toBe('2026-12-11')
  fc.assert(fc.property(fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-20') }), (at) => {
    const { due: until } = requestDue(at, NATIONAL_CALENDAR)
    expect(until).toBeLessThanOrEqual(at + 30 * 86_400_000)
    expect(until).toBeLessThanOrEqual(dueAfter({ amount: 15, unit: 'working_day' }, OFFICE_HOURS, NATIONAL_CALENDAR, at).due)
    expect(until).toBeGreaterThan(at)
  }))
})

test('[RO54] what is wanted has to be a value that could stand in the file; of children nothing is written', () => {
  expect(code(mayAsk(asked, today))).toBe('ok')
  expect(code(mayAsk({ ...asked, wanted: '123' }, today))).toBe('phone_odd')
  expect(code(mayAsk({ ...asked, field: 'born', wanted: '2020-01-01' }, today))).toBe('under_14')
  expect(code(mayAsk({ ...asked, field: 'born', wanted: '2030-01-01' }, today))).toBe('date_impossible')
  expect(code(mayAsk({ ...asked, field: null }, today))).toBe('bad_request')
  expect(code(mayAsk({ ...asked, field: 'tie', wanted: null }, today))).toBe('bad_request')
  expect(code(mayAsk({ ...asked, field: 'tie', wanted: null, words: '我不住这里了' }, today))).toBe('ok')
  expect(code(mayAsk({ ...asked, kind: 'delete', field: null, wanted: null }, today))).toBe('ok')
  expect(code(mayAsk({ ...asked, kind: 'delete', askedBy: 'guardian', field: null, wanted: null }, today))).toBe('bad_request')
})

test('[RO56] an answer is the community’s, given once, in words; a refusal has a reason', () => {
  const done = { outcome: 'done', reason: null, words: '改好了' } as const
  const told = (...given: Parameters<typeof mayAnswer>): string => { const may = mayAnswer(...given); return may.ok ? 'ok' : may.refusal.code }
  expect(told(['community'], 'open', done)).toBe('ok')
  for (const audience of ['captain', 'grid', 'street', 'branch', 'firm', 'clock']) expect(told([audience], 'open', done)).toBe('wrong_post')
  for (const state of ['done', 'refused', 'withdrawn'] as const) expect(told(['community'], state, done)).toBe('already_decided')
  expect(told(['community'], 'open', { ...done, words: ' ' })).toBe('no_answer')
  expect(told(['community'], 'open', { ...done, outcome: 'refused' })).toBe('no_reason')
  expect(told(['community'], 'open', { outcome: 'refused', reason: 'duty', words: '' })).toBe('no_reason')
})

test('[RO55] late is an open request past its time, and nothing else', () => {
  expect([isOverdue('open', 10, 11), isOverdue('open', 10, 10), isOverdue('done', 10, 11), isOverdue('withdrawn', 10, 11)]).toEqual([true, false,
    false, false])
})

const one: Candidate = { tie: 't1', who: 'a', names: ['赵小雨'], room: '1201室' }
const two: Candidate = { tie: 't2', who: 'b', names: ['钱大山'], room: '1201室' }
const three: Candidate = { tie: 't3', who: 'c', names: ['孙小雨'], room: '302室' }

test('[RO50] a phone opens a file with the end of its name alone; two whom it fits are told apart by the room', () => {
  expect(meantBy([one, two], '雨', '')).toBe('t1')
  expect(meantBy([one, two], '山', '')).toBe('t2')
  expect(meantBy([one, two], '风', '')).toBeNull()
  expect(meantBy([one, two], '', '')).toBeNull()
  expect(meantBy([one, two], '小雨', '')).toBeNull()
  expect(meantBy([one, three], '雨', '')).toBe('room')
  expect(meantBy([one, three], '雨', '302')).toBe('t3')
  expect(meantBy([one, three], '雨', '12')).toBeNull()
  expect(meantBy([one, { ...three, who: 'a' }], '雨', '')).toBe('t1')
  expect(meantBy([{ ...one, names: [] }], '雨', '')).toBeNull()
  expect([lastOf('Ｔｏｍ Ｌｅｅ'), lastOf('阿依古丽·买买提')]).toEqual(['e', '提'])
})

test('[RO51] a phone opens the ties that say it and those of the same record that say none; never one that says another phone', () => {
  const tie = (id: string, person: string, phone: string | null) => ({ id, person, phone })
  const ties = [tie('1', 'a', 'p'), tie('2', 'a', null), tie('3', 'b', 'p'), tie('4', 'c', 'q'), tie('5', 'c', null), tie('6', 'a', 'q')]
  expect(opensTies(ties, '1').map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(opensTies(ties, '2')).toEqual([])
  expect(opensTies(ties, '9')).toEqual([])
  fc.assert(fc.property(fc.array(fc.record({ id: fc.uuid(), person: fc.constantFrom('a', 'b', 'c'), phone: fc.constantFrom('p', 'q', null) }),
    { minLength: 1 }), (some) => {
    const [first] = some
    if (first) for (const { phone } of opensTies(some, first.id)) expect([first.phone, null]).toContain(phone)
  }))
})
