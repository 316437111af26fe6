import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replay } from '../../../offices/rules/index.ts'
import { clockOf, ledgerOf } from '../clock-state.ts'
import { afterChange, filedMatter, HOUR, momentAt, monday } from '../matter.testing.ts'
import { standingOf, type Matter } from '../matter.ts'
import { decideFinish, decideTake } from './handle.ts'
import { nextClockStep } from './judge.ts'
import { decideAskExtension, decideExtension, decideResume, decideSuspend } from './waiting.ts'

type Who = Parameters<typeof standingOf>[1]
const staff = (audience: string, postKind: string, org: string): Who =>
  ({ kind: 'staff', person: `p-${org}`, post: `t-${org}`, postKind, org, audience: [audience] })
const secretary = staff('community', 'community_secretary', 'community')
const street = staff('street', 'street_director', 'street')
type Decided = ReturnType<typeof decideTake>
const sure = (result: Decided) => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const code = (result: Decided): string => (result.ok ? 'done' : result.refusal.code)
const step = (matter: Matter, result: Decided, hours: number, by = secretary): Matter => afterChange(matter, sure(result), by, monday + hours * HOUR)
const taken = step(filedMatter, decideTake(filedMatter, standingOf(filedMatter, secretary), momentAt(1)), 1)
const aside = (matter: Matter, hours: number, given: Partial<Parameters<typeof decideSuspend>[2]> = {}) => decideSuspend(matter,
  standingOf(matter, secretary), { path: 'common_income', reviewOn: '2026-12-01', note: '等公共收益公布', ...given }, momentAt(hours))

test('[M36] nothing is put aside without a way to the money and a day of review that the way allows', () => {
  expect(code(aside(taken, 2, { path: '' }))).toBe('no_money_path')
  expect(code(aside(taken, 2, { path: 'wait_and_see' }))).toBe('no_money_path')
  for (const reviewOn of ['2026-11-16', '2027-06-01', 'soon']) expect(code(aside(taken, 2, { reviewOn }))).toBe('bad_review_day')
  expect(code(aside(filedMatter, 2))).toBe('wrong_state')
  const put = step(taken, aside(taken, 2), 2)
  expect([put.suspended, put.clocks.map((c) => `${c.stage} ${c.state}`)]).toEqual([true, ['finish paused', 'reply paused', 'review running']])
  expect(code(aside(put, 3))).toBe('not_there')
})

test('[M36] taken up again, every clock goes on later by what was paused; the ledger says the same', () => {
  const put = step(taken, aside(taken, 2), 2)
  const again = step(put, decideResume(put, standingOf(put, secretary), '钱到了', momentAt(15 * 24)), 15 * 24)
  for (const stage of ['finish', 'reply'] as const) {
    const [before, after] = [clockOf(taken.clocks, stage), clockOf(again.clocks, stage)]
    expect(after?.state).toBe('running')
    expect(after?.due).toBeGreaterThan(before?.due ?? 0)
    expect(replay(ledgerOf(again.ledger, stage), momentAt(0).time).due).toBe(after?.due)
  }
  expect([clockOf(again.clocks, 'review'), again.suspended]).toEqual([null, false])
})

test('[M36] the day of review comes even when nobody looks, and nothing else presses meanwhile', () => {
  const put = step(taken, aside(taken, 2), 2)
  expect(nextClockStep(put, momentAt(0).time)).toMatchObject({ step: 'remind', stage: 'review' })
})

test('[M36] however often it is put aside and taken up again, no deadline moves earlier by it', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }), (gaps) => {
    let [matter, at] = [taken, 2]
    for (const gap of gaps) {
      at += gap
      const before = clockOf(matter.clocks, 'reply')?.due ?? 0
      const done = matter.suspended ? decideResume(matter, standingOf(matter, secretary), '', momentAt(at)) : aside(matter, at, { reviewOn: '2026-12-20' })
      if (done.ok) matter = step(matter, done, at)
      expect(clockOf(matter.clocks, 'reply')?.due).toBeGreaterThanOrEqual(before)
    }
  }))
})

test('[M36] what is finished while it was put aside owes its reply again', () => {
  const put = step(taken, aside(taken, 2), 2)
  const done = step(put, decideFinish(put, standingOf(put, secretary), { outcome: 'solved', note: '修好了' }, momentAt(30)), 30)
  expect([done.suspended, done.clocks.map((c) => `${c.stage} ${c.state}`)]).toEqual([false, ['reply running', 'verify running']])
})

test('[M37] more time is asked for before the old time is over, granted by another office, at most twice', () => {
  const ask = (matter: Matter, hours: number, days = 5) => decideAskExtension(matter, standingOf(matter, secretary), { days, why: '要等配件' }, momentAt(hours))
  expect(code(ask(taken, 24 * 20))).toBe('too_late')
  expect(code(ask(taken, 3, 16))).toBe('too_much')
  expect(code(ask({ ...taken, extended: 2 }, 3))).toBe('too_much')
  const asked = step(taken, ask(taken, 3), 3)
  const decide = (by: Who, granted: boolean) => decideExtension(asked, { ...standingOf(asked, by), org: by.org }, { org: 'community', days: 5 },
    { granted, note: '' }, momentAt(4))
  expect(code(decide(secretary, true))).toBe('own_request')
  expect(clockOf(step(asked, decide(street, false), 4, street).clocks, 'finish')).toEqual(clockOf(taken.clocks, 'finish'))
  const longer = step(asked, decide(street, true), 4, street)
  expect(longer.extended).toBe(1)
  for (const stage of ['finish', 'reply'] as const) {
    expect(clockOf(longer.clocks, stage)?.due).toBe((clockOf(taken.clocks, stage)?.due ?? 0) + 7 * 24 * HOUR) // five working days and a weekend
    expect(replay(ledgerOf(longer.ledger, stage), momentAt(0).time).due).toBe(clockOf(longer.clocks, stage)?.due)
  }
})
