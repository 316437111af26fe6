import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, NATIONAL_CALENDAR, type Calendar } from '../../../offices/rules/index.ts'
import { UNWRITTEN } from '../compound-rule.ts'
import { ballotPackFor } from '../packs/index.ts'
import type { Official, StepDone, Vote } from '../vote.ts'
import { latestStart, monthsBefore, periodEnd, yearsAfter } from './days.ts'
import { mayArchive, mayClose, mayCount, mayEnterPaper, mayOpen } from './gates.ts'
import { OPINION_DAYS, stepsOf, type Procedure } from './steps.ts'

const procedureAt = (region: string, calendar: Calendar = NATIONAL_CALENDAR): Procedure => {
  const pack = ballotPackFor(region, '2026-11-20')
  if (pack === null) throw new Error('no pack')
  return { terms: pack.terms, rule: UNWRITTEN, calendar, opinionDays: OPINION_DAYS }
}
const national = procedureAt('990106')
const official = (person: string, of: Official['of'] = 'owners', candidate = false): Official => ({ person, of, candidate })
const scrutineers = [official('a'), official('b'), official('c', 'residents_committee')]
const done = (on: string, ...codes: readonly StepDone['code'][]): readonly StepDone[] => codes.map((code) => ({ code, on }))
const prepared = [...done('2026-04-01', 'matter_named', 'residents_told', 'notice_posted', 'topics_posted'), ...done('2026-04-15', 'register_frozen')]
const vote = (more: Partial<Vote> = {}): Vote => ({
  id: 'v1', kind: 'motion', matter: 'property', assembly: 'regular', scope: { kind: 'compound', place: 'p' }, region: '990106', secret: false,
  channels: ['paper', 'door'], window: { opensOn: '2026-04-17', closesOn: '2026-05-08' }, scrutineers, collectors: [official('d'), official('e')],
  done: prepared, ...more,
})
const refusalOf = (result: ReturnType<typeof mayOpen>) => (result.ok ? null : result.refusal)
const without = (...codes: readonly StepDone['code'][]) => prepared.filter(({ code }) => !codes.includes(code))

test('[B16] a notice of 1 April is full on the 16th, so that the demo’s v1 may open on the 17th and not a day before', () => {
  expect(mayOpen(vote(), '2026-04-17', national)).toEqual({ ok: true, value: true })
  expect(refusalOf(mayOpen(vote({ window: { opensOn: '2026-04-16', closesOn: '2026-05-08' } }), '2026-04-16', national)))
    .toMatchObject({ code: 'notice_posted', from: '2026-04-17T00:00:00+08:00' })
})

test('[B16] a period that would end in the holidays ends after them; the reading is a switch', () => {
  const plain: Calendar = { ...NATIONAL_CALENDAR, readings: [{ validFrom: '2021-01-01', endOnHolidayMovesOn: false, weekendIsHoliday: false, source: { law: 'x' } }] }
  expect(periodEnd('2026-09-19', 15, NATIONAL_CALENDAR).day).toBe('2026-10-08')
  expect(periodEnd('2026-09-19', 15, plain).day).toBe('2026-10-04')
  expect(latestStart('2026-10-09', 15, NATIONAL_CALENDAR).day).toBe('2026-09-23')
  expect([yearsAfter('2028-02-29', 1), monthsBefore('2026-08-31', 6), monthsBefore('2026-03-15', 3)]).toEqual(['2029-02-28', '2026-02-28', '2025-12-15'])
  const posted = vote({ done: [...without('topics_posted'), ...done('2026-09-19', 'topics_posted')], window: { opensOn: '2026-10-05', closesOn: '2026-11-01' } })
  expect(refusalOf(mayOpen(posted, '2026-09-28', procedureAt('990106', plain)))?.explain.zh).toBe('还不能投票：议题才公示了9天，到10月4日满15天。')
})

test.each([
  ['residents_told', '告知居委会'], ['notice_posted', '公告还没有公示，要公示满15天'], ['topics_posted', '议题还没有公示'], ['register_frozen', '名册已冻结'],
] as const)('[B17] without the step %s voting does not begin, and the refusal names it', (code, words) => {
  const refusal = refusalOf(mayOpen(vote({ done: without(code) }), '2026-04-20', national))
  expect(refusal?.code).toBe(code)
  expect(refusal?.explain.zh).toContain(words)
})

test('[B17] the street is told where a committee is elected', () => {
  expect(refusalOf(mayOpen(vote({ matter: 'committee' }), '2026-04-20', national))).toMatchObject({ code: 'street_told', source: { article: '第十条' } })
})

test('[B17] Hangzhou lets a meeting between the regular ones open after 7 days, and a window has 5 to 60 days', () => {
  const hangzhou = procedureAt('330106')
  const soon = vote({ assembly: 'temporary', done: [...done('2026-04-01', 'matter_named', 'residents_told', 'notice_posted', 'topics_posted', 'register_frozen')] })
  const opening = (opensOn: string, closesOn: string) => refusalOf(mayOpen({ ...soon, window: { opensOn, closesOn } }, opensOn, hangzhou))?.code
  expect(opening('2026-04-09', '2026-04-13')).toBeUndefined()
  expect([opening('2026-04-08', '2026-04-13'), opening('2026-04-09', '2026-04-12'), opening('2026-04-09', '2026-06-08')])
    .toEqual(['notice_posted', 'window_short', 'window_long'])
  const late = (today: string) => refusalOf(mayOpen({ ...soon, window: { opensOn: '2026-04-09', closesOn: '2026-04-30' } }, today, hangzhou))?.code
  expect([late('2026-04-26'), late('2026-04-27')]).toEqual([undefined, 'window_short'])
})

test('[B18] fewer than three scrutineers, none of the residents’ committee, or a candidate among scrutineers or collectors', () => {
  const codes = [{ scrutineers: scrutineers.slice(1) }, { scrutineers: [official('a'), official('b'), official('c')] }, { scrutineers: [...scrutineers, official('x', 'owners', true)] },
    { collectors: [official('d')] }, { collectors: [official('d'), official('x', 'owners', true)] }]
    .map((more) => refusalOf(mayOpen(vote(more), '2026-04-20', national))?.code)
  expect(codes).toEqual(['scrutineers_few', 'scrutineer_of_residents', 'scrutineer_stands', 'collectors_few', 'collector_stands'])
})

test('[B17] the branch’s opinion never delays: without it the vote opens all the same, and after 5 working days none was given', () => {
  const opinionDays = fc.integer({ min: 0, max: 40 })
  fc.assert(fc.property(opinionDays, fc.option(fc.integer({ min: 0, max: 40 })), (asked, given) => {
    const more = [...done(addDays('2026-03-20', asked), 'branch_asked'), ...(given === null ? [] : done(addDays('2026-03-20', given), 'branch_opinion'))]
    const [plain, informed] = [vote(), vote({ done: [...prepared, ...more] })]
    for (const day of ['2026-04-10', '2026-04-17', '2026-04-30']) expect(mayOpen(informed, day, national)).toEqual(mayOpen(plain, day, national))
  }))
  const opinionOn = (today: string) => stepsOf(vote(), today, national).find(({ code }) => code === 'branch_opinion')
  expect(opinionOn('2026-04-09')).toMatchObject({ state: 'due', due: '2026-04-09' })
  expect(opinionOn('2026-04-10')).toMatchObject({ state: 'waived', words: { zh: '支部意见：没有在期限内提出，照常进行' } })
})

test('[B17] after the opening: not before the last day is over, paper only after the end, count after paper, archive after filing where there is something to file', () => {
  const open = vote({ matter: 'covenant', done: [...prepared, ...done('2026-04-17', 'window_open')] })
  const code = (result: ReturnType<typeof mayClose>) => (result.ok ? 'yes' : result.refusal.code)
  expect([mayClose(vote(), '2026-05-09'), mayClose(open, '2026-05-08'), mayClose(open, '2026-05-09')].map(code)).toEqual(['not_open', 'window_runs', 'yes'])
  expect([mayEnterPaper(open), mayCount(open, national)].map(code)).toEqual(['before_close', 'before_close'])
  const closed = { ...open, done: [...open.done, ...done('2026-05-09', 'window_closed')] }
  expect([mayEnterPaper(closed), mayCount(closed, national)].map(code)).toEqual(['yes', 'paper_entered'])
  const counted = { ...closed, done: [...closed.done, ...done('2026-05-10', 'paper_entered', 'counted'), ...done('2026-05-11', 'result_posted')] }
  expect([mayCount(counted, national), mayArchive(counted, '2026-05-12', national)].map(code)).toEqual(['yes', 'filed'])
  // what was not carried has nothing to file, and ends in the archive all the same
  expect(code(mayArchive({ ...counted, carried: false }, '2026-05-12', national))).toBe('yes')
  const due = Object.fromEntries(stepsOf(counted, '2026-05-12', national).map(({ code: name, due: day }) => [name, day]))
  expect(due).toMatchObject({ filed: '2026-06-10', objections_over: '2027-05-11' })
})
