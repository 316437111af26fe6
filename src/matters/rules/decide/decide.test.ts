import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../../../kit/pure.ts'
import { dayOf, replay } from '../../../offices/rules/index.ts'
import { CATEGORIES, isCategory } from '../categories.ts'
import type { Change } from '../change.ts'
import { ledgerOf, rulingClock } from '../clock-state.ts'
import { afterChange, filedMatter, HOUR, momentAt, monday } from '../matter.testing.ts'
import { COMPOUND_TYPES } from '../../../places/rules/index.ts'
import { isOpen, standingOf, type Matter, type PartyKind } from '../matter.ts'
import { mayMove, type MoveName } from '../moves.ts'
import { whistleTerms } from '../whistle-pack.ts'
import { decideFiling, firstClocks, joinsAsParty, type Holder } from './file.ts'
import { decideAssign, decideContact, decideFinish, decideHandOver, decideLog, decideNote, decideTake } from './handle.ts'
import { decideReportIn, decideSlip, decideSlipAnswer, decideWhistle } from './joint.ts'
import { decideClose, decideRemind, decideSupervise, decideVerdict, decideVerify, decideWithdraw, nextClockStep } from './judge.ts'
import { decideBoard, decideTitle } from './publish.ts'
import { decideObject, decideRule } from './ruling.ts'
import { decideExtension, decideResume, decideSuspend } from './waiting.ts'

type Who = Parameters<typeof standingOf>[1]
const staff = (name: string, audience: string, postKind: string, org: string): Who => ({ kind: 'staff', person: `p-${name}`, post: `t-${name}`,
  postKind, org, audience: [audience] })
const nobody = { person: null, post: null, postKind: null, org: null, audience: [] }
const ORGS: Readonly<Record<string, PartyKind>> = { community: 'community', team: 'team', firm: 'firm', enforcement: 'station', police: 'station',
  water: 'utility', owners: 'owners' }
const WHO: readonly Who[] = [staff('secretary', 'community', 'community_secretary', 'community'),
  staff('deputy', 'community', 'community_deputy', 'community'),
  staff('grid', 'grid', 'grid_worker', 'community'), staff('captain', 'captain', 'captain', 'team'), staff('firm', 'firm', 'firm_manager', 'firm'),
  staff('enforcement', 'station', 'station_desk', 'enforcement'), staff('police', 'station', 'station_desk', 'police'),
    staff('water', 'utility', 'utility_desk', 'water'),
  staff('street', 'street', 'street_director', 'street'), { ...nobody, kind: 'resident' }, { ...nobody, kind: 'clock' }]

const filed = filedMatter

type Step = {
  readonly move: MoveName; readonly who: number; readonly org: string; readonly yes: boolean; readonly hours: number; readonly small: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  move: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<MoveName[]>('finish', 'verify', 'verdict') },
    { weight: 5, arbitrary: fc.constantFrom<MoveName[]>('take', 'hand_over', 'assign', 'whistle', 'slip', 'slip_answer', 'report_in', 'log', 'note',
      'title', 'board', 'remind', 'supervise', 'contact', 'object', 'rule', 'suspend', 'resume', 'decide_extension') },
    { weight: 1, arbitrary: fc.constantFrom<MoveName[]>('withdraw', 'close') }),
  who: fc.nat(WHO.length - 1), org: fc.constantFrom(...Object.keys(ORGS)), yes: fc.boolean(), hours: fc.integer({ min: 0, max: 100 }),
    small: fc.boolean(),
})
const terms = whistleTerms('joint_enforcement')
if (!terms.ok) throw new Error('the pack lost a situation')
const station = (org: string) => ({ org, kind: ORGS[org] ?? 'unit' as const, name: org, task: '' })

function decide(matter: Matter, by: Who, { move, org, yes, small }: Step, at: number): Result<Change> {
  const standing = standingOf(matter, by)
  const moment = { ...momentAt(0), at }
  const kind = ORGS[org] ?? 'unit'
  switch (move) {
    case 'take': return decideTake(matter, standing, moment)
    case 'finish': return decideFinish(matter, standing, { outcome: small ? 'unable' : 'solved', note: '写清楚的一句话',
      ...(yes ? { reason: 'law_forbids' } : {}) }, moment)
    case 'hand_over': return decideHandOver(matter, standing, { to: { org, post: small ? `t-${org}` : null }, reason: yes ? 'no_power' : 'made_up',
      note: '写清楚的一句话' }, moment)
    case 'assign': return decideAssign(matter, standing, { to: { org, kind }, note: '', finish: { amount: 2, unit: 'working_day' } }, moment)
    case 'whistle': return decideWhistle(matter, standing, terms.ok ? terms.value : never(),
      { lead: station(org), supports: small ? [] : [station(yes ? 'police' : 'enforcement')], plan: null, said: '' }, moment)
    case 'slip': return decideSlip(matter, standing, { to: org, kind, note: '', urgent: yes })
    case 'slip_answer': return decideSlipAnswer(matter, standing, { from: org, note: '' })
    case 'report_in': return decideReportIn(matter, standing, '', moment, 0)
    case 'log': return decideLog(matter, standing, '')
    case 'verify': return decideVerify(matter, standing, { pass: yes, note: '写清楚的一句话', reason: 'not_done' }, moment)
    case 'verdict': return decideVerdict(matter, standing, { reached: true, solved: yes, satisfied: yes ? 'yes' : 'no', said: '', via: 'follow' }, moment)
    case 'contact': return decideContact(matter, standing, { via: 'phone', note: '' })
    case 'object': return decideObject(matter, standing, { ground: 'other_owner', note: '产权归供水公司' }, moment)
    case 'rule': return decideRule(matter, standing, { ruling: small ? 'upheld' : 'rejected', owner: station(small ? org : matter.heldBy), why: '', basis: '' }, moment)
    case 'suspend': return decideSuspend(matter, standing, { path: yes ? 'warranty' : '', reviewOn: dayOf(at + 20 * 24 * HOUR), note: '' }, moment)
    case 'resume': return decideResume(matter, standing, '', moment)
    case 'decide_extension': return decideExtension(matter, { ...standing, org: by.org }, { org, days: 3 }, { granted: yes, note: '' }, moment)
    case 'note': return decideNote(matter, standing, '', 'staff')
    case 'withdraw': return decideWithdraw(matter, standing, '')
    case 'title': return decideTitle(matter, standing, '楼道堆物')
    case 'board': return decideBoard(matter, standing, yes)
    case 'remind': return decideRemind(matter, standing, by.kind === 'clock' ? rulingClock(matter.clocks) ?? undefined : undefined)
    case 'supervise': return decideSupervise(matter, standing)
    default: return decideClose(matter, standing)
  }
}
function never(): never { throw new Error('the pack lost a situation') }

type Told = {
  readonly before: Matter; readonly matter: Matter; readonly change: Change; readonly by: Who; readonly move: MoveName; readonly at: number
}
/** Plays steps, those that are refused left out; half of the time whoever may make the move makes it, so that stories get far. */
function play(steps: readonly Step[], start: Matter = filed): readonly Told[] {
  const told: Told[] = []
  let [matter, at] = [start, monday]
  for (const one of steps) {
    at += one.hours * HOUR
    const able = WHO.filter((who) => mayMove(one.move, matter, standingOf(matter, who)).ok)
    const by = (able.length > 0 ? able[one.who % able.length] : undefined) ?? WHO[one.who] ?? never()
    const decided = decide(matter, by, one, at)
    if (!decided.ok) continue
    const before = matter
    matter = afterChange(matter, decided.value, by, at)
    told.push({ before, matter, change: decided.value, by, move: one.move, at })
  }
  return told
}
const stories = fc.array(step, { minLength: 5, maxLength: 80, size: 'max' })
const always = (check: (told: readonly Told[]) => void, runs = 800): void => fc.assert(fc.property(stories, (steps) => check(play(steps))),
  { numRuns: runs })
const inEvery = (check: (told: Told) => void): void => always((all) => { for (const one of all) check(one) })

test('the stories get everywhere: every state, a second round, a second whistle', () => {
  const seen = new Set<string>()
  for (const steps of fc.sample(stories, { numRuns: 800, seed: 3 })) {
    for (const { matter, before, change } of play(steps)) {
      seen.add(matter.state).add(`reopened ${matter.reopened}`)
      if (change.act === 'whistle' && before.reopened === 1) seen.add('whistled anew')
      if (matter.reopened === 1 && matter.state === 'closed') seen.add('closed after a second round')
    }
  }
  expect([...seen].sort()).toEqual(['answered', 'closed', 'closed after a second round', 'filed', 'finished', 'reopened 0', 'reopened 1', 'taken',
    'whistled', 'whistled anew', 'withdrawn'])
})

test('[M16] no story reopens twice', () => {
  always((all) => {
    expect(all.filter(({ before, matter }) => before.state === 'answered' && matter.state === 'filed').length).toBeLessThanOrEqual(1)
    for (const { matter } of all) expect(matter.reopened).toBeLessThanOrEqual(1)
  })
})

test('[M5] a matter that ended never comes back, and takes nothing but what concerns the board', () => {
  inEvery(({ before, matter, move }) => {
    if (isOpen(before.state)) return
    expect(['title', 'release_photo', 'board']).toContain(move)
    expect(before.state).toBe('closed')
    expect(matter).toMatchObject({ state: 'closed', clocks: [], outcome: before.outcome, heldBy: before.heldBy })
  })
})

test('[M1] who was once a party stays one: sight is never taken away by a move', () => {
  inEvery(({ before, matter }) => expect(matter.parties.map((p) => p.org)).toEqual(expect.arrayContaining(before.parties.map((p) => p.org))))
})

test('[M18] [M19] clocks run exactly while it is open, none begins overdue, and the next step is known', () => {
  inEvery(({ matter, change, at }) => {
    expect(matter.clocks.length > 0).toBe(isOpen(matter.state))
    for (const op of change.clocks) if (op.op === 'start') expect(op.due).toBeGreaterThan(at)
    const next = nextClockStep(matter, momentAt(0).time)
    if (!isOpen(matter.state)) return expect(next).toBeNull()
    const stages = matter.clocks.map((clock) => clock.stage)
    const of = { filed: ['sign', 'finish'], taken: ['finish'], whistled: ['finish'], finished: ['verify'], answered: ['verdict'] } as const
    if (matter.state in of) expect(stages).toEqual(expect.arrayContaining([...of[matter.state as keyof typeof of]])) // checked by `in`
    if (matter.state === 'answered') expect(next?.step).toBe('close')
    else expect(stages).toContain('reply')
  })
})

test('[M18] the ledger replayed gives the stored due time of every clock, after any story', () => {
  inEvery(({ matter }) => {
    for (const clock of matter.clocks) {
      const said = replay(ledgerOf(matter.ledger, clock.stage, clock.org), momentAt(0).time)
      expect([clock.stage, said.wouldBe, said.state]).toEqual([clock.stage, clock.due, clock.state])
    }
  })
})

test('[M8] no story leaves a matter without an organisation that has it and one that answers for it', () => {
  inEvery(({ matter }) => expect([Object.keys(ORGS).includes(matter.heldBy), matter.accountable]).toEqual([true, 'community']))
})

test('[M36] what is put aside stands still, and nothing else does', () => {
  inEvery(({ matter }) => {
    if (!isOpen(matter.state)) return
    expect(matter.clocks.some((clock) => clock.stage === 'review')).toBe(matter.suspended)
    for (const clock of matter.clocks) if (clock.state === 'paused') expect(matter.suspended).toBe(true)
  })
})

test('[M9] an outcome stands from when somebody finished until it is sent back, and only the doer’s side finishes', () => {
  inEvery(({ before, matter, by, move }) => {
    expect(matter.outcome !== null).toBe(['finished', 'answered', 'closed'].includes(matter.state))
    if (move === 'finish') expect(before.heldPost === by.post || before.heldBy === by.org || before.parties.some((p) => p.org === by.org
      && p.state === 'reported')).toBe(true)
  })
})

test('[M15] [M16] nobody verifies their own work, and no hand on it enters the answers', () => {
  inEvery(({ before, by, move }) => {
    if (move === 'verify') expect(before.doers).not.toContain(by.person)
    if (move === 'verdict' && by.kind === 'staff') expect([before.hands.includes(by.person ?? ''),
      before.hands.includes(by.post ?? '')]).toEqual([false, false])
  })
})

test('[M12] [M14] what is whistled is led by a local station that was asked or is at work; nobody but stations leads or supports', () => {
  inEvery(({ matter }) => {
    const lead = matter.parties.find((p) => p.role === 'lead' && p.org === matter.heldBy)
    if (matter.state === 'whistled') expect([ORGS[matter.heldBy], lead?.state]).toEqual(['station', expect.stringMatching(/asked|reported/)])
    for (const p of matter.parties) if (p.role === 'lead' || p.role === 'support') expect(ORGS[p.org]).toBe('station')
  })
})

test('[M8] each hand-over is counted and has a reason of the list; nothing else counts as one', () => {
  inEvery(({ before, matter, change, move }) => {
    expect(matter.handovers).toBe(before.handovers + (move === 'hand_over' ? 1 : 0))
    if (move === 'hand_over') expect(change.facts).toMatchObject({ reason: 'no_power', count: matter.handovers })
  })
})

test('[M5] what the table refuses no rule allows, and a rule’s own refusal is worded and numbered', () => {
  fc.assert(fc.property(stories, step, (steps, one) => {
    const matter = play(steps).at(-1)?.matter ?? filed
    for (const by of WHO) {
      const decided = decide(matter, by, one, 1000 * HOUR)
      if (!mayMove(one.move, matter, standingOf(matter, by)).ok) expect(decided.ok).toBe(false)
      if (!decided.ok) expect(decided.refusal).toMatchObject({ rule: expect.stringMatching(/^[MP]\d+$/),
        explain: { zh: expect.stringMatching(/[一-鿿]/), en: expect.stringMatching(/[a-z]/) } })
    }
  }), { numRuns: 400 })
})

const HOLDERS = ['captain', 'grid', 'firm', 'owners', 'developer', 'mediation', 'named_worker', 'station:police', 'station:housing',
  'station:rental_housing', 'station:enforcement', 'utility:water'] as const
const audienceOf = (word: string): string => (
  word.startsWith('station') ? 'station' : word.startsWith('utility') ? 'utility'
    : word === 'mediation' ? 'unit' : word === 'named_worker' ? 'community' : word
)
const places = fc.record({ type: fc.constantFrom(...COMPOUND_TYPES, null), there: fc.subarray([...HOLDERS]),
  category: fc.constantFrom(...CATEGORIES.map(({ code }) => code)), onBoard: fc.boolean() })
const filing = ({ type, there, category,
  onBoard }: { type: (typeof COMPOUND_TYPES)[number] | null; there: readonly string[]; category: string; onBoard: boolean }, words = '请来看一下') => {
  const holders = new Map<string, Holder>([['community', { org: 'community', post: null, audience: 'community' }],
    ...there.map((word): [string, Holder] => [word,
      { org: word, post: ['captain', 'grid', 'mediation', 'named_worker'].includes(word) ? `t-${word}` : null, audience: audienceOf(word) }])])
  if (!isCategory(category)) throw new Error(category)
  return decideFiling({ category, words, channel: 'qr', placeLabel: '梧桐苑3号楼', compoundType: type, onBoard, holders })
}

test('[M3] [M4] whoever is there, a matter goes to somebody who may see it', () => {
  fc.assert(fc.property(places, (place) => {
    const { holder, closedTo, slip } = filing(place)
    expect(closedTo).not.toContain(holder.audience)
    if (slip) expect([holder.org, closedTo.includes('utility')]).toEqual(['community', false])
    expect(place.onBoard || closedTo.includes('board')).toBe(true)
  }), { numRuns: 3000 })
})

test('[M4] words of harm go to the named worker whatever the category, in minutes, and to the community where there is none', () => {
  fc.assert(fc.property(places, (place) => {
    const { holder, closedTo, sensitive, hasten, slip } = filing(place, '隔壁男的天天打老婆')
    expect([holder.org, sensitive, slip]).toEqual([place.there.includes('named_worker') ? 'named_worker' : 'community', 'harm', null])
    expect(hasten).toEqual({ amount: 15, unit: 'minute' })
    expect(closedTo).toEqual(expect.arrayContaining(['board', 'branch', 'captain', 'firm', 'grid', 'owners', 'station', 'street', 'unit', 'utility']))
  }), { numRuns: 500 })
})

test('[M1] who gets a matter and would not see it otherwise joins as a party; the community and posts that reach the place do not', () => {
  const joins = (org: string, post: string | null, audience?: string): boolean => joinsAsParty({ org, post, ...(audience ? { audience } : {}) },
    'community')
  expect([joins('firm', null, 'firm'), joins('police', null, 'station'), joins('committee', 't', 'unit'), joins('firm', null)]).toEqual([true, true,
    true, true])
  expect([joins('community', null, 'community'), joins('community', 't', 'grid'), joins('team', 't', 'captain')]).toEqual([false, false, false])
})

test('[M18] danger in the words hastens signing, and the reporter is owed a contact only where they left a way', () => {
  const urgent = filing({ type: null, there: [], category: 'other', onBoard: true }, '楼道里着火了')
  expect(urgent.hasten).toEqual({ amount: 30, unit: 'minute' })
  const stages = (contactable: boolean) => firstClocks({ category: 'other', contactable }, 'community', null, momentAt(0)).map((op) => op.stage)
  expect([stages(true), stages(false)]).toEqual([['sign', 'contact', 'finish', 'reply'], ['sign', 'finish', 'reply']])
})
