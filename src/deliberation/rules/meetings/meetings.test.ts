import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, NATIONAL_CALENDAR, startOf } from '../../../offices/rules/index.ts'
import {
  agendaFits, carriedBy, earliestDay, inForce, kindRules, mayApprove, mayCall, mayMove, mayObject, mayPlan, mayPost, mayPreside, maySignIn, mayStart, MEETING_KINDS, MEETING_MOVES,
  MEETING_STATES, mergeLine, minutesNumber, missingInvitations, needsVote, noticeHolds, numberPrefix, objectionsEnd, overdue, quorumOf, resolve, standsAs, whoSpeaks, type Invited, type Meeting,
  type SentLine, type StoredLine, type ToInvite, type Turn,
} from './index.ts'

const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string => (result.ok ? 'ok' : result.refusal?.code ?? '')
const evening = Date.parse('2026-11-27T19:00:00+08:00')
const meeting: Meeting = { id: 'm', kind: 'deliberation', state: 'held', startsAt: evening, endsAt: evening + 7_200_000, presider: '社区书记', presiderTied: false, presiderOrg: null, quorum: 5,
  noticeOn: '2026-11-20', objectionsUntil: null }
const proposed = { yes: 6, no: 0, abstained: 0, minority: '', evaluateOn: null, power: null }
const here = { present: 10, decider: 'residents', powers: null, today: '2026-11-27' }
const kind = fc.constantFrom(...MEETING_KINDS)
const state = fc.constantFrom(...MEETING_STATES)
const count = fc.nat(40)
const day = fc.nat(400).map((n) => addDays('2026-01-01', n))
const invitation = (role: Invited['role'], more: Partial<Invited> = {}): Invited => ({ role, party: null, org: null, post: null, ...more })
const nobody: ToInvite = { parties: [], owners: [], members: 0 }

test('[DM1] the table: only deliberations and bodies’ own meetings decide, a hearing has ten days and a source, the other numbers are our own', () => {
  expect(MEETING_KINDS.filter((one) => kindRules[one].decides === 'resolutions')).toEqual(['deliberation', 'regular'])
  expect(MEETING_KINDS.map((one) => earliestDay(one, '2026-11-20'))).toEqual(['2026-11-23', '2026-11-25', '2026-11-30', '2026-11-25', '2026-11-23'])
  const short = noticeHolds('hearing', '2026-11-20', startOf('2026-11-29'))
  expect(short).toMatchObject({ ok: false, refusal: { code: 'notice_short', from: '2026-11-30T00:00:00+08:00', source: { law: expect.stringContaining('听证会') } } })
  expect(noticeHolds('talk', '2026-11-20', startOf('2026-11-22'))).not.toHaveProperty('refusal.source')
})

test('[DM2] a thread’s sorting and step say which kinds may be planned; a body meets regularly and nobody else does', () => {
  const of = { step: 'deliberate', meetings: ['talk', 'deliberation'] }
  expect([mayPlan('deliberation', of, null), mayPlan('hearing', of, null), mayPlan('evaluation', of, null), mayPlan('evaluation', { ...of, step: 'judge' }, null), mayPlan('talk', null, null),
    mayPlan('regular', null, null), mayPlan('regular', null, { ended: false }), mayPlan('regular', null, { ended: true }), mayPlan('deliberation', null, { ended: false })].map(code))
    .toEqual(['ok', 'not_sorted_so', 'wrong_step', 'ok', 'ok', 'no_body', 'ok', 'no_body', 'no_thread'])
})

test('[DM3] each kind names whom it lacks', () => {
  const parties = [{ n: 1, label: '一楼东户', required: true }, { n: 2, label: '设计方', required: false }]
  const lacks = (one: Meeting['kind'], invited: readonly Invited[], toInvite: Partial<ToInvite> = {}): number => missingInvitations(one, invited, { ...nobody, ...toInvite }).length
  expect([lacks('talk', []), lacks('talk', [invitation('captain')]), lacks('hearing', [], { parties }), lacks('hearing', [invitation('party', { party: 1 }), invitation('station')], { parties }),
    lacks('deliberation', [invitation('resident')], { parties }), lacks('regular', [invitation('member')], { members: 2 }), lacks('regular', [invitation('member'), invitation('member')], { members: 2 })])
    .toEqual([1, 0, 2, 0, 1, 1, 0])
  const owners = [{ org: 'firm', post: null, label: '物业' }, { org: null, post: 'p1', label: '楼栋长' }, { org: null, post: null, label: '三户人家' }]
  expect([lacks('evaluation', [invitation('resident')], { owners }), lacks('evaluation', [invitation('resident'), invitation('firm', { org: 'firm' }), invitation('captain', { post: 'p1' })], { owners })])
    .toEqual([2, 0])
})

test('[DM5] a hearing is never presided over by a side, an evaluation never by whose work is judged, whatever else is true', () => {
  const calling = { agenda: [{ minutes: 10 }], invited: [invitation('resident'), invitation('expert')], toInvite: nobody, sides: ['side'], judged: ['judged'] }
  fc.assert(fc.property(kind, fc.boolean(), fc.constantFrom(null, 'side', 'judged', 'other'), state, (one, tied, org, at) => {
    const of = { ...meeting, kind: one, state: at, presiderTied: tied, presiderOrg: org, noticeOn: '2026-11-01' }
    const opens = mayStart(of, calling, evening).ok || mayCall(of, calling, '2026-11-01').ok
    if (one === 'hearing' && (tied || org === 'side')) expect(opens).toBe(false)
    if (one === 'evaluation' && (tied || org === 'judged')) expect(opens).toBe(false)
  }))
  expect([code(mayPreside({ ...meeting, presider: ' ' }, calling)), code(mayStart({ ...meeting, state: 'called' }, calling, evening - 1_800_001)), code(mayStart({ ...meeting, state: 'called' }, calling, evening - 1_800_000)),
    code(mayStart({ ...meeting, state: 'called', noticeOn: '2026-11-23' }, calling, evening))]).toEqual(['no_presider', 'too_early', 'ok', 'notice_short'])
  expect([maySignIn({ ...meeting, state: 'called' }, evening - 1_800_001), maySignIn({ ...meeting, state: 'called' }, evening), maySignIn(meeting, 0), maySignIn({ ...meeting, state: 'minuted' }, evening)].map(({ ok }) => ok))
    .toEqual([false, true, true, false])
})

test('[DM4] [DM6] no meeting is called shorter before than its notice, nor with items that do not fit', () => {
  fc.assert(fc.property(kind, day, fc.nat(30), (one, today, ahead) => {
    expect(noticeHolds(one, today, startOf(addDays(today, ahead)) + 68_400_000).ok).toBe(addDays(today, ahead) >= earliestDay(one, today))
  }))
  expect([code(agendaFits([{ minutes: 60 }, { minutes: 60 }], evening, evening + 7_200_000)), code(agendaFits([{ minutes: 60 }, { minutes: 61 }], evening, evening + 7_200_000))]).toEqual(['ok', 'agenda_long'])
  const full = { agenda: [], invited: [invitation('resident')], toInvite: nobody, sides: [], judged: [] }
  expect([code(mayCall({ ...meeting, state: 'planned' }, full, '2026-11-20')), code(mayCall({ ...meeting, state: 'planned' }, { ...full, agenda: [{ minutes: 5 }], invited: [] }, '2026-11-20')),
    code(mayCall({ ...meeting, state: 'planned' }, { ...full, agenda: [{ minutes: 5 }] }, '2026-11-23')), code(mayCall({ ...meeting, state: 'planned' }, { ...full, agenda: [{ minutes: 5 }] }, '2026-11-22'))])
    .toEqual(['no_agenda', 'not_invited', 'notice_short', 'ok'])
})

test('[DM10] [DM11] only those kinds decide, never without quorum or with more hands than people, and a minority is always written down', () => {
  fc.assert(fc.property(kind, state, count, count, count, count, fc.boolean(), (one, at, present, yes, no, abstained, said) => {
    const result = resolve({ ...meeting, kind: one, state: at }, { ...proposed, yes, no, abstained, minority: said ? '周末也要安静' : '' }, { ...here, present })
    if (!result.ok) return
    expect(kindRules[one].decides === 'resolutions' && (at === 'held' || at === 'minuted')).toBe(true)
    expect(present >= 5 && yes + no + abstained <= present && (no === 0 || said)).toBe(true)
    expect(result.value.carried).toBe(yes * 2 > present)
    expect(result.value.evaluateOn === null).toBe(!result.value.carried)
  }))
  expect([carriedBy({ yes: 5, no: 0, abstained: 0 }, 10), carriedBy({ yes: 6, no: 0, abstained: 0 }, 10)]).toEqual([false, true])
  expect([quorumOf('regular', 9, '2026-11-20'), quorumOf('regular', 8, '2026-11-20'), quorumOf('hearing', 8, '2026-11-20')]).toEqual([5, 5, 0])
  const ofBody = { ...meeting, kind: 'regular' as const }
  expect([code(resolve(ofBody, proposed, { ...here, powers: ['deliberate'] })), code(resolve(ofBody, { ...proposed, power: 'deliberate' }, { ...here, powers: ['deliberate'] })),
    code(resolve(meeting, { ...proposed, evaluateOn: '2026-11-27' }, here))]).toEqual(['beyond_powers', 'ok', 'evaluate_past'])
})

test('[DM12] [DM13] nothing is in force before its days, with an objection open, or where owners or a staircase decide', () => {
  const deciders = fc.constantFrom('residents', 'owners', 'staircase', 'community', 'firm', 'organ', null)
  const objections = fc.array(fc.record({ resolution: fc.constantFrom(null, 'r', 'other'), answered: fc.boolean() }), { maxLength: 4 })
  fc.assert(fc.property(deciders, state, objections, day, fc.option(day), (decider, at, objected, today, until) => {
    const made = resolve(meeting, proposed, { ...here, decider })
    if (!made.ok) throw new Error('it is carried')
    const holds = inForce({ ...meeting, state: at, objectionsUntil: until }, { id: 'r', state: made.value.state }, objected, today)
    if (needsVote(decider)) expect([made.value.state, holds]).toEqual(['to_vote', false])
    if (holds) expect(until !== null && today > until && ['posted', 'approved'].includes(at) && !objected.some(({ resolution, answered }) => !answered && resolution !== 'other')).toBe(true)
  }))
  expect([standsAs('to_vote', false), standsAs('to_vote', true), standsAs('withdrawn', true), standsAs('open', true)]).toEqual(['to_vote', 'in_force', 'withdrawn', 'open'])
  const posted = { ...meeting, state: 'posted' as const, objectionsUntil: objectionsEnd('2026-11-20', NATIONAL_CALENDAR) }
  expect(posted.objectionsUntil).toBe('2026-11-27') // five working days
  expect(objectionsEnd('2026-09-24', NATIONAL_CALENDAR)).toBe('2026-10-09') // over two holidays
  expect([code(mayObject(posted, '2026-11-27')), code(mayObject(posted, '2026-11-28')), code(mayObject(meeting, '2026-11-27'))]).toEqual(['ok', 'objections_over', 'no_objections'])
  expect([code(mayApprove(posted, [], '2026-11-27')), code(mayApprove(posted, [{ resolution: null, answered: false }], '2026-11-28')), code(mayApprove(posted, [], '2026-11-28'))])
    .toEqual(['objections_run', 'unanswered', 'ok'])
})

test('[DM13] [DM15] minutes are posted only whole: lines, a task for each carried resolution, and at an evaluation every verdict and the hands', () => {
  const ended = { ...meeting, state: 'minuted' as const }
  const given = { lines: 3, privateLines: [], resolutions: [{ n: 1, carried: true, tasks: 1 }, { n: 2, carried: false, tasks: 0 }], unjudged: 0, hall: false }
  expect([mayPost(ended, given), mayPost(meeting, given), mayPost(ended, { ...given, lines: 0 }), mayPost(ended, { ...given, privateLines: [2] }), mayPost(ended, { ...given, resolutions: [{ n: 1, carried: true, tasks: 0 }] }),
    mayPost({ ...ended, kind: 'evaluation' }, given), mayPost({ ...ended, kind: 'evaluation' }, { ...given, hall: true, unjudged: 1 }), mayPost({ ...ended, kind: 'evaluation' }, { ...given, hall: true })].map(code))
    .toEqual(['ok', 'wrong_state', 'no_minutes', 'private_words', 'no_task', 'no_hall', 'not_judged', 'ok'])
  const one = { carried: true, verdict: null, evaluateOn: '2026-11-20', state: 'in_force' }
  expect([overdue(one, '2026-11-20'), overdue(one, '2026-11-21'), overdue({ ...one, verdict: 'kept' }, '2026-11-21'), overdue({ ...one, state: 'withdrawn' }, '2026-11-21')]).toEqual([false, true, false, false])
  expect(MEETING_STATES.filter((at) => MEETING_MOVES.every((move) => !mayMove({ ...meeting, state: at }, move).ok))).toEqual(['approved', 'cancelled'])
})

test('[DM14] numbers have six-angle brackets and no leading zero, and two keepers of one place never share them', () => {
  expect([minutesNumber(numberPrefix('community', '听雨桥社区'), 2026, 7), minutesNumber(numberPrefix('owners', '梧桐苑'), 2026, 11), numberPrefix('branch', '梧桐苑')]).toEqual(['听雨桥议〔2026〕7号', '梧桐苑业议〔2026〕11号', '梧桐苑支'])
})

test('[DM8] who has not spoken comes first, then who asked first, however the list is shuffled', () => {
  const turn = (id: string, label: string, askedAt: string, spokeAt: string | null = null, dropped = false): Turn => ({ id, label, askedAt, spokeAt, dropped })
  const turns = [turn('1', '甲', '19:00', '19:05'), turn('2', '甲', '19:06'), turn('3', '乙', '19:07'), turn('4', '丙', '19:08', null, true), turn('5', '丁', '19:07')]
  fc.assert(fc.property(fc.shuffledSubarray(turns, { minLength: turns.length }), (list) => { expect(whoSpeaks(list).map(({ id }) => id)).toEqual(['3', '5', '2']) }))
})

test('[DM9] a batch of lines may come twice and in any order: the same is kept, nothing of others’ is written over', () => {
  const words = fc.record({ agenda: fc.constant(null), placeIn: fc.nat(9), kind: fc.constant('said' as const), label: fc.constantFrom('甲', '乙'), words: fc.constantFrom('好', '不好', ''), struck: fc.boolean() })
  const stored = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.tuple(words, fc.integer({ min: 1, max: 3 })).map(([of, version]): StoredLine => ({ ...of, version })), { maxKeys: 3 })
  const batch = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), words, fc.nat(3)).map(([id, of, version]): SentLine => ({ ...of, id, version })), { selector: ({ id }) => id })
  const apply = (lines: ReadonlyMap<string, StoredLine>, sent: readonly SentLine[]): Map<string, StoredLine> => {
    const after = new Map(lines)
    for (const { id, ...line } of sent) {
      const merged = mergeLine(lines.get(id), { id, ...line })
      if (merged.write) after.set(id, { ...line, version: merged.version })
    }
    return after
  }
  fc.assert(fc.property(stored, batch, (before, sent) => {
    const start = new Map(Object.entries(before))
    const [once, turned] = [apply(start, sent), apply(start, [...sent].reverse())]
    const sorted = (lines: ReadonlyMap<string, StoredLine>) => Object.fromEntries([...lines].sort(([a], [b]) => (a < b ? -1 : 1)))
    expect(sorted(apply(once, sent))).toEqual(sorted(once))
    expect(sorted(turned)).toEqual(sorted(once))
    for (const line of sent) {
      const was = start.get(line.id)
      const { outcome } = mergeLine(was, line)
      if (was !== undefined && was.version !== line.version && was.words !== line.words) expect([outcome, once.get(line.id)]).toEqual(['conflict', was])
      if (outcome === 'kept') expect(once.get(line.id)?.words).toBe(line.words)
    }
  }))
})
