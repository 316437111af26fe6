import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjectivesOf, earlierStep, inForce, judgingOf, mayAddTask, mayCall, mayDecline, mayDelay, mayEnd, mayHear, mayLinkVote, mayMove, maySort, missingFor, movesOf, nextStep, toldAs, todoOf, STEPS, WAY,
  type Facts, type Resolved, type Step, type Thread } from './index.ts'

const blank: Thread = { step: 'voice', summary: '', calledOn: null, callUntil: null, decider: null, basis: null, meetings: [], major: false, vote: null }
const nothing: Facts = { today: '2026-11-20', thread: blank, parties: [], meetings: [], resolutions: [], tasks: [], verdicts: { satisfied: 0, accepted: 0, not: 0 }, vote: null }
const resolved: Resolved = { id: 'r1', n: 1, carried: true, counted: 12, against: 2, minority: true, state: 'in_force', judged: false, objectionsUntil: null }
const task = { id: 't1', resolution: 'r1', owner: '物业', due: '2026-12-10', state: 'done', result: true, judged: true } as const
const whole: Facts = {
  ...nothing, today: '2026-12-20',
  thread: { ...blank, step: 'judge', summary: '晚饭后怎么用', calledOn: '2026-11-20', callUntil: '2026-11-27', decider: 'residents', basis: '居民自己的事', meetings: ['talk', 'deliberation'] },
  parties: [{ n: 1, label: '跳舞的人', required: true, heard: 'spoke' }], meetings: [{ id: 'm1', kind: 'talk', minuted: true, held: true }, { id: 'm2', kind: 'deliberation', minuted: true, held: true }],
  resolutions: [{ ...resolved, judged: true }], tasks: [task],
  verdicts: { satisfied: 3, accepted: 1, not: 1 },
}
const at = (step: Step, more: Partial<Facts> = {}, thread: Partial<Thread> = {}): Facts => ({ ...whole, ...more, thread: { ...whole.thread, ...thread, step } })
const codes = (facts: Facts): string[] => missingFor(facts).map(({ code }) => code)
const lacking = (facts: Facts): string[] => adjectivesOf(facts).filter(({ missing }) => missing.length > 0).map(({ name }) => name)

test('[DT1] a new thread lacks all five adjectives, a whole one none, and each step says what the next one lacks', () => {
  expect([lacking(nothing), lacking(whole)]).toEqual([['open', 'sorted', 'democratic', 'duty', 'public'], []])
  expect(codes(nothing)).toEqual(['title_missing', 'not_called'])
  expect(WAY.map((step) => codes(at(step)))).toEqual([[], [], [], [], [], []])
  expect(WAY.map(nextStep)).toEqual(['sort', 'deliberate', 'do', 'judge', 'ended', null])
  expect([mayMove(at('sort'), 'do', ''), mayMove(at('judge'), 'ended', ''), mayMove(at('do'), 'deliberate', '')].map((one) => !one.ok && one.refusal.code)).toEqual(['wrong_step', 'wrong_step', 'no_reason'])
})

test('[DT3] 敞开: it is not deliberated while the posted call runs, and says from when; a call gets longer, never shorter, three days at least', () => {
  const [open] = missingFor(at('sort', { today: '2026-11-27' }))
  expect(open).toMatchObject({ code: 'call_runs', from: '2026-11-28T00:00:00+08:00', explain: { en: 'The call runs until 27 November.' } })
  expect(codes(at('sort', { today: '2026-11-28' }))).toEqual([])
  const call = (until: string, thread: Partial<Thread> = {}) => { const may = mayCall({ ...blank, summary: '一句话', ...thread }, '2026-11-20', until); return may.ok || may.refusal.code }
  expect([call('2026-11-22'), call('2026-11-23'), call('2027-02-01'), call('2026-11-24', { callUntil: '2026-11-25' }), call('2026-11-30', { summary: '' })])
    .toEqual(['call_short', true, 'call_long', 'call_shorter', 'title_missing'])
})

test('[DT4] 分类: a deliberation is among the meetings, a major matter is evaluated and hears two parties, the basis is written', () => {
  const sorting = { decider: 'residents', basis: '居民自己的事', meetings: ['deliberation', 'talk'], major: false, why: '不归哪个部门管' } as const
  const sort = (more: object) => { const may = maySort({ ...blank, step: 'sort' }, { ...sorting, ...more }); return may.ok ? may.value : may.refusal.code }
  expect([sort({}), sort({ meetings: ['talk'] }), sort({ major: true }), sort({ basis: ' ' })]).toEqual([['talk', 'deliberation'], 'no_deliberation', 'no_evaluation', 'no_basis'])
  expect(codes(at('sort', {}, { major: true }))).toEqual(['parties_missing'])
  const again = (major: boolean) => { const may = maySort({ ...blank, step: 'sort', decider: 'residents', major: true }, { ...sorting, major, meetings: ['deliberation', 'evaluation'] }); return may.ok || may.refusal.code }
  expect([again(true), again(false)]).toEqual([true, 'major_stays'])
})

test('[DT5] 民主: every meeting asked for with posted minutes, a count, the minority’s words, objections over, and the owners’ vote passed', () => {
  const lacks = (more: Partial<Facts>, thread: Partial<Thread> = {}) => codes(at('deliberate', more, thread))
  expect(lacks({ meetings: whole.meetings.slice(0, 1) })).toEqual(['meeting_missing'])
  expect(lacks({ meetings: whole.meetings.map((one) => ({ ...one, minuted: false })) })).toEqual(['meeting_missing', 'meeting_missing'])
  expect(lacks({ resolutions: [] })).toEqual(['resolution_missing'])
  expect(lacks({ resolutions: [{ ...resolved, counted: 0, against: 0 }] })).toEqual(['count_missing'])
  expect(lacks({ resolutions: [{ ...resolved, minority: false }] })).toEqual(['minority_missing'])
  expect(missingFor(at('deliberate', { resolutions: [{ ...resolved, state: 'open', objectionsUntil: '2026-12-22' }] }))).toMatchObject([{ code: 'objections_run', from: '2026-12-23T00:00:00+08:00' }])
  const owners = { decider: 'owners' } as const
  const waits = [{ ...resolved, state: 'to_vote' as const }]
  expect([lacks({}, owners), lacks({ resolutions: waits, vote: { decided: false, passed: false } }, owners), lacks({ resolutions: waits, vote: { decided: true, passed: false } }, owners),
    lacks({ resolutions: waits, vote: { decided: true, passed: true } }, owners)]).toEqual([['vote_missing'], ['vote_runs'], ['vote_lost'], []])
})

test('[DT5] only a motion of the owners here is linked, and a decided one is not traded for another', () => {
  const motion = { kind: 'motion', here: true, decided: false, state: 'open' }
  const link = (more: object, linked: object | null = null, step: Step = 'deliberate') => {
    const may = mayLinkVote({ step, decider: 'owners' }, { ...motion, ...more }, linked && { ...motion, ...linked })
    return may.ok || may.refusal.code
  }
  expect([link({}), link({}, null, 'do'), link({ kind: 'election' }), link({ here: false })]).toEqual([true, 'no_vote_needed', 'no_motion', 'outside'])
  expect([link({}, { decided: true, state: 'published' }), link({}, { decided: true, state: 'withdrawn' }), link({}, {})]).toEqual(['vote_decided', true, true])
})

test('[DT6] a major decision names who has not been heard, and waits for each to speak or to decline in writing (M27)', () => {
  const parties = [...whole.parties, { n: 2, label: '一楼东户', required: true, heard: null }, { n: 3, label: '设计方', required: true, heard: 'declined' as const }, { n: 4, label: '隔壁楼', required: false, heard: null }]
  const major = { major: true, meetings: ['talk', 'deliberation', 'evaluation'] } as const
  expect(missingFor(at('deliberate', { parties }, major))).toMatchObject([{ code: 'unheard', explain: { zh: '还没有听：一楼东户。要么到会说，要么书面说不来。' } }])
  expect(codes(at('deliberate', { parties }))).toEqual([])
  const hear = (heard: 'spoke' | 'declined', words: string | null, file: string | null) => mayHear({ heard, words, meeting: null, file }).ok
  expect([hear('spoke', null, null), hear('declined', null, null), hear('declined', '不来了', null), hear('declined', null, 'f')]).toEqual([false, false, true, true])
})

test('[DT7] [DT8] 明责: each resolution in force has a task with owner and day, a delay has a reason and a later day, nothing stays open', () => {
  const given = (due: string | null) => { const may = mayAddTask({ owner: '物业', due }, '2026-11-20'); return may.ok || may.refusal.code }
  expect([given('2026-11-20'), given('2026-11-19'), given('2028-11-19'), given('2028-11-20'), given(null)]).toEqual([true, 'day_over', true, 'day_far', 'no_day'])
  expect(codes(at('do', { tasks: [] }))).toEqual(['task_missing'])
  expect(codes(at('do', { tasks: [{ ...task, state: 'open', result: false }] }))).toEqual(['tasks_open'])
  expect(inForce(at('do', { resolutions: [{ ...resolved, carried: false }, { ...resolved, state: 'withdrawn' }] }))).toEqual([])
  const delay = (to: string, why: string) => { const may = mayDelay({ state: 'open', due: '2026-12-10' }, to, why, '2026-12-01'); return may.ok || may.refusal.code }
  expect([delay('2026-12-10', '等燃气改管'), delay('2026-12-20', ''), delay('2026-12-20', '等燃气改管')]).toEqual(['not_later', 'no_reason', true])
})

test('[DT9] 公开: no silence ends it; ‘solved’ needs more who say so than not; a resolution that nobody judged holds it', () => {
  const none = { satisfied: 0, accepted: 0, not: 0 }
  const end = (more: Partial<Facts>, outcome: 'solved' | 'not_solved' = 'solved') => { const may = mayEnd(at('judge', more), outcome); return may.ok || may.refusal.code }
  expect([end({}), end({ verdicts: none }), end({ verdicts: { ...none, not: 1 } }), end({ verdicts: { ...none, not: 1 } }, 'not_solved')]).toEqual([true, 'verdict_missing', 'not_solved', true])
  expect(end({ resolutions: [resolved], tasks: [{ id: 't', resolution: 'r1', owner: '物业', due: '2026-12-10', state: 'done', result: true, judged: false }] })).toBe('judgment_missing')
  const asked = { step: 'judge', summary: '好', callUntil: null, nextDue: null, verdicts: 0, since: '2026-12-01' } as const
  expect([todoOf(asked, '2026-12-07'), todoOf(asked, '2026-12-08'), ...['2026-12-05', '2026-12-06', '2026-12-09', '2026-12-10'].map((day) => todoOf({ ...asked, step: 'do', nextDue: '2026-12-09' }, day))])
    .toEqual([[], ['verdict'], [], ['task_soon'], ['task_soon'], ['task_late']])
})

test('[DT10] it is not taken up only with a reason, and not after a resolution was carried unless the owners’ vote was lost', () => {
  const decline = (facts: Facts, reason = '产权单位明年统一换') => { const may = mayDecline(facts, reason); return may.ok || may.refusal.code }
  expect([decline(nothing), decline(nothing, '不办'), decline(at('deliberate')), decline(at('do')), decline(at('deliberate', { vote: { decided: true, passed: false } }))])
    .toEqual([true, 'no_reason', 'decided', 'wrong_step', true])
})

/** What may happen to a thread, each as a change of what its rules know. A command that the rules refuse changes nothing. */
type Happening = (facts: Facts) => Facts
const thread = (facts: Facts, to: Partial<Thread>): Facts => ({ ...facts, thread: { ...facts.thread, ...to } })
const move = (to: Step): Happening => (facts) => (mayMove(facts, to, '有新的情况').ok ? thread(facts, { step: to }) : facts)
const happenings: readonly Happening[] = [
  ...STEPS.map(move), ...Array.from({ length: 8 }, (): Happening => (facts) => move(nextStep(facts.thread.step) ?? 'voice')(facts)),
  (facts) => thread(facts, { summary: '一句话' }), (facts) => (mayCall(facts.thread, facts.today, '2026-11-30').ok ? thread(facts, { calledOn: facts.today, callUntil: '2026-11-30' }) : facts),
  (facts) => ({ ...facts, today: '2026-12-05' }),
  (facts) => { const may = maySort(facts.thread, { decider: 'residents', basis: '自己的事', meetings: ['deliberation', 'evaluation'], major: true, why: '大家的事' })
    return may.ok ? thread(facts, { decider: 'residents', basis: '自己的事', meetings: may.value, major: true }) : facts },
  (facts) => ({ ...facts, parties: [...facts.parties, { n: facts.parties.length + 1, label: '一方', required: true, heard: null }].slice(0, 3) }),
  (facts) => ({ ...facts, parties: facts.parties.map((one) => ({ ...one, heard: 'spoke' as const })) }),
  (facts) => ({ ...facts, meetings: [{ id: 'm', kind: 'deliberation', held: true, minuted: true }] }),
  (facts) => ({ ...facts, meetings: [...facts.meetings, { id: 'e', kind: 'evaluation', held: true, minuted: true }].slice(0, 4) }),
  (facts) => ({ ...facts, resolutions: [resolved] }), (facts) => ({ ...facts, resolutions: facts.resolutions.map((one) => ({ ...one, judged: true })) }),
  (facts) => ({ ...facts, tasks: [{ id: 't', resolution: 'r1', owner: '物业', due: '2026-12-10', state: 'open', result: false, judged: false }] }),
  (facts) => ({ ...facts, tasks: facts.tasks.map((one) => ({ ...one, state: 'done' as const, result: true })) }),
  (facts) => ({ ...facts, verdicts: { ...facts.verdicts, satisfied: 1 } }),
  (facts) => (mayEnd(facts, 'solved').ok ? thread(facts, { step: 'ended' }) : facts), (facts) => (mayDecline(facts, '这件事现在办不了').ok ? thread(facts, { step: 'declined' }) : facts),
]

/** Declining is the last and comes seldom, so that most walks go far. */
const choice = fc.oneof({ arbitrary: fc.nat(happenings.length - 2), weight: 300 }, { arbitrary: fc.constant(happenings.length - 1), weight: 1 })

test('[DT1] no sequence of steps skips one: it goes on by one, back by one or is declined, and whatever ended holds all five adjectives', () => {
  let ended = 0
  fc.assert(fc.property(fc.array(choice, { minLength: 150, maxLength: 300 }), (choices) => {
    let facts = nothing
    for (const chosen of choices) {
      const before = facts.thread.step
      facts = happenings[chosen]?.(facts) ?? facts
      const after = facts.thread.step
      if (after === before) continue
      expect([nextStep(before), earlierStep(before), 'declined']).toContain(after)
      expect(['ended', 'declined']).not.toContain(before)
      if (after === 'ended') { ended += 1; expect(lacking(facts)).toEqual([]) }
    }
    expect(facts.thread.step === 'ended' || facts.thread.step === 'declined' ? movesOf(facts) : []).toEqual([])
  }), { numRuns: 300, seed: 20261120 })
  expect(ended).toBeGreaterThan(5)
})

test('[DT13] each time it comes to be judged is a round of its own, and what was judged counts from the last step back', () => {
  const walk = (...steps: Step[]) => judgingOf(steps.map((step, n) => ({ step, at: n })))
  expect([walk('voice'), walk('voice', 'sort', 'deliberate', 'do', 'judge'), walk('do', 'judge', 'do'), walk('do', 'judge', 'do', 'judge'), walk('do', 'judge', 'do', 'deliberate', 'do', 'judge', 'ended')])
    .toEqual([{ round: 1, since: null }, { round: 1, since: null }, { round: 2, since: 2 }, { round: 2, since: 2 }, { round: 2, since: 2 }])
  const before = { id: 'e', kind: 'evaluation', held: true, minuted: true, earlier: true }
  expect(codes(at('judge', { meetings: [...whole.meetings, before] }, { meetings: ['talk', 'deliberation', 'evaluation'] }))).toEqual(['evaluation_missing'])
})

test('[DT12] who reported is told of what changes for them: decided, to be judged, taken back, ended, not taken up', () => {
  expect(([['voice', 'sort'], ['sort', 'deliberate'], ['deliberate', 'sort'], ['deliberate', 'do'], ['do', 'judge'], ['judge', 'do'], ['do', 'deliberate'], ['judge', 'ended'], ['voice', 'declined']] as const)
    .map(([from, to]) => toldAs(from, to))).toEqual([null, null, null, 'decided', 'judge', 'back', 'back', 'ended', 'declined'])
})
