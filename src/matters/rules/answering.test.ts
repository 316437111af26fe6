import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf, LINK, linkExpires, linkState, mayOpen, partyStanding, type AnswerLink } from './answering.ts'
import { decideByLink, decideOutsideUpdate, decideTypeIn } from './decide/answer.ts'
import { filedMatter, HOUR, momentAt, monday } from './matter.testing.ts'
import { standingOf, type Matter, type Party } from './matter.ts'
import { movesFor } from './moves.ts'
import { decideRating, pairOpens, sealedUntil } from './rating.ts'
import { checkAmendment, listOn, type Amendment, type ListItem } from './whistle-list.ts'

const party = (org: string, role: Party['role'], state: Party['state']): Party => ({ org, role, state, task: '', reportBy: monday,
  finishBy: monday + 5 * HOUR })
const parties = fc.array(fc.record({ org: fc.constantFrom('a', 'b', 'c'), role: fc.constantFrom<Party['role'][]>('lead', 'support', 'slip', 'holder'),
  state: fc.constantFrom<Party['state'][]>('asked', 'reported', 'finished', 'answered', 'released') }), { maxLength: 3 })
const states = fc.constantFrom<Matter['state'][]>('filed', 'taken', 'whistled', 'finished', 'answered', 'closed', 'withdrawn')
const matters = fc.tuple(parties, states, fc.constantFrom('community', 'a', 'b')).map(([all, state, heldBy]): Matter => ({ ...filedMatter, state,
  heldBy,
  parties: all.filter((one, i) => all.findIndex((other) => other.org === one.org) === i).map((one) => party(one.org, one.role, one.state)) }))
const secretary = { kind: 'staff' as const, person: 'p', post: 't', postKind: 'community_secretary', org: 'community', audience: ['community'] }

test('[M27] a link never lets a party do what its own post could not, and typing in neither', () => {
  fc.assert(fc.property(matters, fc.constantFrom('report_in', 'take', 'finish', 'log', 'slip_answer', 'number'), fc.constantFrom('station',
    'utility', 'firm'), (matter, what, kind) => {
    const own = movesFor(matter, partyStanding(matter, 'a', kind)).includes(what as never)
    const given = { org: 'a', kind, what: what as never, note: '一句话', outsideNumber: 'N-1' }
    for (const decided of [decideByLink(matter, given, momentAt(1), monday), decideTypeIn(matter, standingOf(matter, secretary), given, momentAt(1),
      monday)]) {
      if (decided.ok) expect([own, decided.value.onBehalfOf, decided.value.facts['of']]).toEqual([true, 'a', 'a'])
      if (decided.ok) expect(decided.value.parties.filter((one) => one.outsideNumber).map((one) => one.org)).toEqual(['a'])
    }
    for (const answer of answersOf(matter, 'a', kind)) expect(movesFor(matter, partyStanding(matter, 'a', kind))).toContain(answer)
  }), { numRuns: 1000 })
})

test('[M29] whatever an outside update says, its text is kept; late ones touch neither state nor clocks nor parties (case 12)', () => {
  fc.assert(fc.property(matters, fc.constantFrom('came', 'done', 'explained', undefined), fc.integer({ min: -9, max: 9 }), (matter, state, hours) => {
    if (matter.state === 'withdrawn') return
    const told = monday + hours * HOUR
    const decided = decideOutsideUpdate(matter, standingOf(matter, secretary), { org: 'a', kind: 'station', text: '原话四个字', told, state },
      momentAt(10), monday, monday)
    if (!decided.ok) { expect(matter.parties.some((one) => one.org === 'a')).toBe(false); return }
    const { change, applied } = decided.value
    expect([change.said, change.act]).toEqual(['原话四个字', 'outside_update'])
    if (told <= monday || state === undefined) expect([applied, change.set, change.clocks, change.parties]).toEqual([false, {}, [], []])
  }), { numRuns: 1000 })
})

const link: fc.Arbitrary<AnswerLink> = fc.record({ expiresAt: fc.integer({ min: 0, max: 100 }), tries: fc.nat(7), usedAt: fc.option(fc.nat(100)),
  withdrawnAt: fc.option(fc.nat(100)) })
test('[M27] a link opens only while it is unused, newest, unlocked and in time, and only with its code', () => {
  fc.assert(fc.property(link, fc.boolean(), fc.nat(120), (one, right, at) => {
    const opens = one.usedAt === null && one.withdrawnAt === null && one.tries < LINK.tries && at < one.expiresAt
    expect(linkState(one, at) === 'open').toBe(opens)
    expect(mayOpen(one, right, at).ok).toBe(opens && right)
  }))
  const wrong = [{ tries: 0, usedAt: 1 }, { tries: 0, usedAt: null }].map((more) => mayOpen({ expiresAt: 0, withdrawnAt: null, ...more }, false, 5))
  expect(wrong[0]).toEqual(wrong[1]) // a wrong code does not learn whether the link was used or has ended
  expect(linkExpires({ finishBy: null }, monday)).toBe(monday + 7 * 24 * HOUR)
})

const whistle = { byOrg: 'community', called: ['a', 'b'], reviewed: false }
test('[M30] a side rates once, only across the pair, and never after the other was shown', () => {
  const orgs = fc.constantFrom('community', 'a', 'b', 'c')
  fc.assert(fc.property(orgs, orgs, fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 4 }), fc.boolean(), fc.boolean(), (by, of, answers, rated,
    shown) => {
    const across = (by === 'community' && (of === 'a' || of === 'b')) || ((by === 'a' || by === 'b') && of === 'community')
    const whole = answers.length === 3 && answers.every((one) => one >= 0 && one <= 2)
    expect(decideRating(whistle, by, { of, answers }, { rated, shown }).ok).toBe(across && whole && !rated && !shown)
  }))
})

test('[M30] a lone rating opens five working days after it was given, not a minute earlier; two open at once', () => {
  const { time } = momentAt(0)
  const until = sealedUntil(monday, 'community', time)
  expect(pairOpens([monday], 'community', { at: until - 60_000, time })).toBe(false)
  expect(pairOpens([monday], 'community', { at: until, time })).toBe(true)
  expect(pairOpens([monday, monday + 1], 'community', { at: monday + 1, time })).toBe(true)
  expect([pairOpens([], 'community', { at: until, time }), until > monday + 5 * 24 * HOUR]).toEqual([false, true])
})

const item: ListItem = { code: 'x', name: { zh: '名', en: '' }, situation: 'key_work', categories: [], lead: 'fire', supports: ['police'], does: {},
  done: { zh: '成', en: '' },
  source: { law: '法' } }
test('[M32] amendments never change what held before their day, and versions count on', () => {
  const amendments = fc.array(fc.record({ code: fc.constantFrom('x', 'gas_smell'), validFrom: fc.constantFrom('2026-11-20', '2026-12-01',
    '2027-01-01'), gone: fc.boolean() }), { maxLength: 6 })
  fc.assert(fc.property(amendments, (asked) => {
    const known: Amendment[] = []
    for (const { code, validFrom, gone } of asked) {
      const before = listOn('2026-11-30', known)
      const checked = checkAmendment({ code, validFrom, item: gone ? null : { ...item, code }, reason: '因为', fromNumber: 'N' }, ['street'], known,
        '2026-11-20')
      if (checked.ok) known.push(checked.value)
      if (validFrom > '2026-11-30') expect(listOn('2026-11-30', known)).toEqual(before)
    }
    for (const code of ['x', 'gas_smell']) expect(known.filter((a) => a.code === code).map((a) => a.version)).toEqual(known.filter((a) => a.code === code).map((_, i) => i + 1))
  }))
})
