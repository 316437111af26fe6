import { expect, test } from 'vitest'
import { filedMatter } from './matter.testing.ts'
import { STATES, standingOf, type Matter, type Party, type Standing, type State } from './matter.ts'
import { mayMove, MOVES, moves, movesFor, STATE_WORDS, type MoveName } from './moves.ts'

const org = { community: 'o-community', team: 'o-team', firm: 'o-firm', station: 'o-station', other: 'o-other', water: 'o-water', street: 'o-street',
  branch: 'o-branch' } as const
const party = (of: string, role: Party['role'], state: Party['state']): Party => ({ org: of, role, state, task: '', reportBy: null, finishBy: null })
const base: Matter = { ...filedMatter, heldBy: org.community, accountable: org.community }
const staff = (audience: string, postKind: string, of: string, who = `${postKind}@${of}`) => ({ kind: 'staff' as const, person: `p-${who}`,
  post: `t-${who}`, postKind, org: of, audience: [audience] })
const secretary = staff('community', 'community_secretary', org.community)
const grid = staff('grid', 'grid_worker', org.community)
const captain = staff('captain', 'captain', org.team)
const firm = staff('firm', 'firm_manager', org.firm)
const station = staff('station', 'station_desk', org.station)
const water = staff('utility', 'utility_desk', org.water)
const street = staff('street', 'street_director', org.street)
const branch = staff('branch', 'branch_secretary', org.branch)
const nobody = { person: null, post: null, postKind: null, org: null, audience: [] }
const resident = { ...nobody, kind: 'resident' as const }
const clock = { ...nobody, kind: 'clock' as const }
const stranger = { ...nobody, kind: 'public' as const }
const can = (matter: Matter, actor: Parameters<typeof standingOf>[1]): readonly MoveName[] => movesFor(matter, standingOf(matter, actor))
const inState = (state: State, more: Partial<Matter> = {}): Matter => ({ ...base, state, ...more })

// What each may do, state by state, as the rules say it: written from the rules and not from the table.
const NOTHING: readonly MoveName[] = []
/** What was joined waits for its root: a word more, and the reporter may take it back. */
const whileJoined = (kind: string): readonly MoveName[] => (kind === 'staff' ? ['note'] : kind === 'resident' ? ['note', 'withdraw'] : NOTHING)
/** The moves of a plain course; those of [M23] and later have tests of their own. */
const BASIC: readonly MoveName[] = ['take', 'finish', 'hand_over', 'assign', 'whistle', 'slip', 'slip_answer', 'report_in', 'log', 'verify', 'verdict',
  'note', 'withdraw', 'title', 'release_photo', 'board', 'remind', 'supervise', 'close']
const expected: readonly (readonly [string, Parameters<typeof standingOf>[1], Partial<Matter>, Partial<Record<State, readonly MoveName[]>>])[] = [
  ['the captain who has it', captain, { heldBy: org.team, heldPost: captain.post }, {
    filed: ['take', 'finish', 'hand_over', 'note'], taken: ['finish', 'hand_over', 'log', 'note'], whistled: ['finish', 'log', 'note'],
      finished: ['verify', 'note'], answered: ['verdict', 'note'],
    closed: NOTHING, withdrawn: NOTHING }],
  ['a captain who looks on', captain, {}, { filed: ['note'], taken: ['note'], whistled: ['note'], finished: ['verify', 'note'],
    answered: ['verdict', 'note'], closed: NOTHING, withdrawn: NOTHING }],
  ['the grid worker who looks on', grid, { heldBy: org.firm }, { filed: ['whistle', 'slip', 'note'], taken: ['whistle', 'slip', 'note'],
    whistled: ['slip', 'note'], finished: ['verify', 'note'],
    answered: ['verdict', 'note'], closed: NOTHING, withdrawn: NOTHING }],
  ['the community that looks on', secretary, { heldBy: org.firm }, {
    filed: ['hand_over', 'assign', 'whistle', 'slip', 'note', 'title', 'release_photo', 'remind'],
      taken: ['hand_over', 'assign', 'whistle', 'slip', 'note', 'title', 'release_photo', 'remind'],
    whistled: ['slip', 'note', 'title', 'release_photo', 'remind'], finished: ['verify', 'note', 'title', 'release_photo', 'remind'],
      answered: ['verdict', 'note', 'title', 'release_photo', 'remind'],
    closed: ['title', 'release_photo'], withdrawn: NOTHING }],
  ['the firm that has it', firm, { heldBy: org.firm, parties: [party(org.firm, 'holder', 'asked')] }, {
    filed: ['take', 'finish', 'hand_over', 'note'], taken: ['finish', 'hand_over', 'log', 'note'], whistled: ['finish', 'log', 'note'],
      finished: ['note'], answered: ['note'], closed: NOTHING, withdrawn: NOTHING }],
  ['a station that was asked', station, { heldBy: org.station, parties: [party(org.station, 'lead', 'asked')] }, {
    filed: ['take', 'hand_over', 'note'], taken: ['hand_over', 'note'], whistled: ['report_in', 'note'], finished: ['note'], answered: ['note'],
      closed: NOTHING, withdrawn: NOTHING }],
  ['a station at work', station, { heldBy: org.station, parties: [party(org.station, 'lead', 'reported')] }, {
    filed: ['take', 'finish', 'hand_over', 'note'], taken: ['finish', 'hand_over', 'log', 'note'], whistled: ['finish', 'log', 'note'],
      finished: ['note'], answered: ['note'], closed: NOTHING, withdrawn: NOTHING }],
  ['a support that is through', station, { heldBy: org.other, parties: [party(org.station, 'support', 'finished')] }, {
    filed: ['note'], taken: ['note'], whistled: ['note'], finished: ['note'], answered: ['note'], closed: NOTHING, withdrawn: NOTHING }],
  ['a utility with a slip', water, { parties: [party(org.water, 'slip', 'asked')] }, {
    filed: ['slip_answer', 'note'], taken: ['slip_answer', 'note'], whistled: ['slip_answer', 'note'], finished: ['note'], answered: ['note'],
      closed: NOTHING, withdrawn: NOTHING }],
  ['the street', street, {}, { filed: ['note', 'remind', 'supervise'], taken: ['note', 'remind', 'supervise'],
    whistled: ['note', 'remind', 'supervise'], finished: ['verify', 'note', 'remind', 'supervise'],
    answered: ['verdict', 'note', 'remind', 'supervise'], closed: NOTHING, withdrawn: NOTHING }],
  ['the branch', branch, {}, { filed: ['note'], taken: ['note'], whistled: ['note'], finished: ['note'], answered: ['verdict', 'note'],
    closed: NOTHING, withdrawn: NOTHING }],
  ['the reporter', resident, {}, { filed: ['note', 'withdraw', 'board'], taken: ['note', 'withdraw', 'board'], whistled: ['note', 'board'],
    finished: ['note', 'board'], answered: ['verdict', 'note', 'board'],
    closed: ['board'], withdrawn: NOTHING }],
  ['the clock', clock, {}, { filed: ['remind', 'supervise'], taken: ['remind', 'supervise'], whistled: ['remind', 'supervise'],
    finished: ['remind', 'supervise'], answered: ['remind', 'supervise', 'close'],
    closed: NOTHING, withdrawn: NOTHING }],
  ['anybody else', stranger, {}, { filed: NOTHING, taken: NOTHING, whistled: NOTHING, finished: NOTHING, answered: NOTHING, closed: NOTHING,
    withdrawn: NOTHING }],
]

test.each(expected.flatMap(([who, actor, more, byState]) => STATES.map((state) => [who, state, actor, more,
  byState[state] ?? (state === 'joined' ? whileJoined(actor.kind) : NOTHING)] as const)))('[M5] [M6] %s, in state %s', (_who, state, actor, more, allowed) => {
  expect(can(inState(state, more), actor).filter((move) => BASIC.includes(move))).toEqual(allowed)
})

test('[M15] nobody verifies what they worked on, nor a captain what the captains’ chapter worked on; another person of the community may', () => {
  const finished = (doers: readonly string[], doerOrgs: readonly string[]): Matter => inState('finished', { doers, doerOrgs })
  for (const actor of [secretary, grid, captain, street]) {
    expect(can(finished([], []), actor)).toContain('verify')
    expect(can(finished([actor.person], [actor.org]), actor)).not.toContain('verify')
  }
  expect(can(finished(['p-somebody'], [org.community]), secretary)).toContain('verify')
  expect(can(finished(['p-somebody'], [org.team]), captain)).not.toContain('verify')
})

test('[M16] whoever has any act on it, as a person or in a post, enters no answers; the reporter always may', () => {
  for (const actor of [secretary, grid, captain, street, branch]) {
    expect(can(inState('answered'), actor)).toContain('verdict')
    expect(can(inState('answered', { hands: [actor.person] }), actor)).not.toContain('verdict')
    expect(can(inState('answered', { hands: [actor.post] }), actor)).not.toContain('verdict')
  }
  expect(can(inState('answered', { hands: [secretary.person] }), resident)).toContain('verdict')
  for (const actor of [firm, station, water]) expect(can(inState('answered'), actor)).not.toContain('verdict')
})

test('[M6] a matter held by one post is not held by its colleagues, one held by an organisation is held by all of it', () => {
  const colleague = { ...captain, person: 'p-other', post: 't-other' }
  expect(can(inState('filed', { heldBy: org.team, heldPost: captain.post }), colleague)).not.toContain('take')
  expect(can(inState('filed', { heldBy: org.team }), colleague)).toContain('take')
})

test('[M14] without a slip that waits, nobody enters an answer', () => {
  for (const slips of [[], [party(org.water, 'slip', 'answered')], [party(org.water, 'support', 'asked')]]) expect(can(inState('filed',
    { parties: slips }), secretary)).not.toContain('slip_answer')
  expect(can(inState('filed', { parties: [party(org.water, 'slip', 'asked')] }), secretary)).toContain('slip_answer')
})

test('[M5] a refusal says what stands in the way, in both languages, and by which rule', () => {
  const standing: Standing = standingOf(base, stranger)
  for (const state of STATES) {
    for (const move of MOVES) {
      const result = mayMove(move, inState(state), standing)
      if (result.ok) throw new Error(`${move} in ${state} by anybody`)
      expect(result.refusal.rule).toMatch(/^M[56]$/)
      expect(result.refusal.code).toBe(moves[move].from.includes(state) ? 'not_yours' : 'wrong_state')
      expect(result.refusal.explain.zh).toMatch(/[一-鿿].*。$/)
      expect(result.refusal.explain.en).toMatch(/^.{10,}\.$/)
    }
    expect(STATE_WORDS[state].zh).not.toBe('')
  }
})

test('[M23] who has it, works on it, or is of community or grid notes that the reporter was spoken with, until the reply is out', () => {
  const at = (state: State, actor: typeof secretary, more: Partial<Matter> = {}) => can(inState(state, more), actor).includes('contact')
  for (const state of STATES) expect([at(state, secretary), at(state, grid)]).toEqual(Array(2).fill(['filed', 'taken', 'whistled', 'finished'].includes(state)))
  expect([at('taken', captain, { heldBy: org.team, heldPost: captain.post }), at('taken', captain), at('taken', street)]).toEqual([true, false, false])
})

test('[M35] whom the street named as owner is offered neither an objection nor handing it on, whichever front end asks; the community hands on among its own', () => {
  const asked = { heldBy: org.firm, parties: [party(org.firm, 'holder', 'asked')] }
  const both: readonly MoveName[] = ['hand_over', 'object']
  const away: readonly MoveName[] = [...both, 'assign']
  for (const state of ['filed', 'taken'] as const) {
    expect(can(inState(state, asked), firm).filter((move) => both.includes(move))).toEqual(both)
    for (const actor of [firm, secretary]) {
      const ruled = inState(state, { ...asked, ruledTo: org.firm })
      expect(can(ruled, actor).filter((move) => away.includes(move))).toEqual([])
      expect(mayMove('hand_over', ruled, standingOf(ruled, actor))).toMatchObject({ ok: false, refusal: { code: 'ruled', rule: 'M35' } })
    }
    expect(can(inState(state, { ...asked, ruledTo: org.other }), firm).filter((move) => both.includes(move))).toEqual(both)
    expect(can(inState(state, { heldBy: org.community, ruledTo: org.community }), secretary)).toContain('hand_over')
  }
})
