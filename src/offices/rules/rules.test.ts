import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  AUDIENCES, CHAIN_LEVELS, chainFor, checkHandOver, checkTerm, coversDay, fitsKind, HOLDERS, inPost, isQuiet, levelsOf, mayHandOver, mayStand,
  ORG_KINDS, orgsOf,
  POST_KINDS, POST_RULES, scopesOf, seenBy, stationOf, wayOf, type ChainPost, type Incumbent, type PostKind, type Term,
} from './index.ts'

const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
const term: fc.Arbitrary<Term> = fc.tuple(day, fc.option(day)).map(([one, two]) =>
  (two === null ? { from: one, to: null } : one < two ? { from: one, to: two } : { from: two, to: one }))

test('[O6] terms that are let in never give a post two holders on a day', () => {
  fc.assert(fc.property(fc.array(term, { maxLength: 8 }), day, (terms, on) => {
    const held = terms.reduce<Term[]>((sofar, next) => (checkTerm(next, sofar).ok ? [...sofar, next] : sofar), [])
    expect(held.filter((one) => coversDay(one, on)).length).toBeLessThanOrEqual(1)
  }))
})

test('[O6] a hand-over on any day that is allowed leaves no day without a holder', () => {
  fc.assert(fc.property(term, day, (holder, on) => {
    const result = checkHandOver({ day: on, holder: { from: holder.from, to: null }, captain: false, consentAt: null })
    expect(result.ok).toBe(on >= holder.from)
    if (result.ok) expect(checkTerm({ from: on, to: null }, [{ from: holder.from, to: on }]).ok).toBe(true)
  }))
})

test('[O7] a captain is not taken on without a yes in writing, given before', () => {
  const asked = { day: '2026-11-20', holder: null, captain: true }
  expect(checkHandOver({ ...asked, consentAt: null })).toMatchObject({ ok: false, refusal: { code: 'consent_missing' } })
  expect(checkHandOver({ ...asked, consentAt: '2026-11-21' })).toMatchObject({ ok: false })
  expect(checkHandOver({ ...asked, consentAt: '2026-11-20' })).toMatchObject({ ok: true })
})

test('[O7] community and street hand over in their area; others only leave their own post', () => {
  const post = { path: 'd990106.s003.c001.g01.k1b03', holder: 'bai' }
  const asker = (audience: string, scope: string) => ({ person: 'x', audience: [audience], scopes: [scope] })
  expect(mayHandOver(asker('community', 'd990106.s003.c001'), post, 'next')).toBe(true)
  expect(mayHandOver(asker('street', 'd990106.s003'), post, null)).toBe(true)
  expect(mayHandOver(asker('community', 'd990106.s003.c0'), post, 'next')).toBe(false)
  expect(mayHandOver(asker('grid', 'd990106.s003.c001.g01'), post, 'next')).toBe(false)
  expect(mayHandOver({ person: 'bai', audience: ['captain'], scopes: [] }, post, null)).toBe(true)
  expect(mayHandOver({ person: 'bai', audience: ['captain'], scopes: [] }, post, 'a friend')).toBe(false)
  expect(mayHandOver({ person: null, audience: [], scopes: [] }, { ...post, holder: null }, null)).toBe(false)
})

test('[O8] quiet hours may pass midnight, and are off when not set', () => {
  for (const [time, quiet] of [['20:59', false], ['21:00', true], ['23:59', true], ['00:00', true], ['07:59', true], ['08:00', false]] as const) {
    expect(isQuiet(time, '21:00', '08:00')).toBe(quiet)
  }
  expect([isQuiet('12:30', '12:00', '14:00'), isQuiet('14:00', '12:00', '14:00'), isQuiet('03:00', null, '08:00'),
    isQuiet('03:00', '08:00', '08:00')]).toEqual([true, false, false, false])
})

test('[O2] [O3] each kind of post may stand somewhere, and a station carries its kind', () => {
  for (const kind of POST_KINDS) expect(POST_RULES[kind].orgs.some((org) =>
    POST_RULES[kind].places.some((place) => mayStand(kind, org, place)))).toBe(true)
  expect(mayStand('captain', 'firm', 'building')).toBe(false)
  expect(mayStand('grid_worker', 'community', 'building')).toBe(false)
  expect([fitsKind('station', 'police'), fitsKind('utility', 'water'), fitsKind('firm', null)]).toEqual([true, true, true])
  expect([fitsKind('station', 'water'), fitsKind('utility', null), fitsKind('firm', 'police')]).toEqual([false, false, false])
})

test('[O4] [O5] only front-line audiences reach a place, and a post speaks only for an organisation of its own kind', () => {
  const reach = [{ path: 'd1.s1', compoundPath: 'k1.b1' }]
  for (const audience of AUDIENCES) {
    expect(scopesOf(audience, reach).length > 0).toBe(['captain', 'branch', 'grid', 'community', 'street'].includes(audience))
    for (const kind of ORG_KINDS) expect(orgsOf(audience, { id: 'o', kind }).length > 0).toBe(kind === 'team'
      ? audience === 'unit' : kind === audience)
  }
  expect(scopesOf('captain', [{ path: 'd1.s1', compoundPath: null }])).toEqual([])
})

test('[O9] every duty falls step by step to the street and no further', () => {
  for (const holder of HOLDERS) {
    const way = wayOf(holder)
    expect(way.at(0)).toBe(holder)
    expect(way.at(-1)).toBe('street')
    expect(new Set(way).size).toBe(way.length)
    expect(stationOf(holder) !== null).toBe(holder.includes(':'))
  }
})

const someone = (name: string): Incumbent => ({ person: name, name, since: '2025-01-01', termUntil: null, publicName: false, publicPhone: false })
const post = (kind: PostKind, held: boolean, at: number): ChainPost => ({
  post: `${kind}${at}`, kind, title: `${kind}${at}`, org: 'o', orgName: 'o', place: 'p', placeName: 'p', paths: ['d1.s1.c1.g1.k1b01'],
  floorFrom: null, floorTo: null,
  phone: '1', holder: held ? someone(`${kind}${at}`) : null, deputy: null, vacantSince: null,
})

test('[O10] whatever is vacant, each gap falls to the next level above that is held', () => {
  const kinds: PostKind[] = ['captain', 'grid_worker', 'grid_lead', 'community_secretary', 'street_director']
  fc.assert(fc.property(fc.array(fc.constantFrom<'held' | 'vacant' | 'none'>('held', 'vacant', 'none'), { minLength: 5, maxLength: 5 }), (states) => {
    // a post further up covers the building because its place is an area around it
    const posts = kinds.flatMap((kind, at) => (states[at] === 'none' ? [] : [{ ...post(kind, states[at] === 'held', at), paths: ['d1.s1'] }]))
    const chain = chainFor({ kind: 'room', path: 'd1.s1.c1.g1.k1b01.u1.r101', inGrid: true, floor: 1 }, posts)
    expect(chain.map(({ level }) => level)).toEqual(CHAIN_LEVELS)
    for (const [at, { gap }] of chain.entries()) {
      expect(gap?.why ?? 'held').toBe(states[at])
      const next = states.findIndex((state, above) => above > at && state === 'held')
      if (gap !== null) expect(gap.fallsTo?.level).toBe(CHAIN_LEVELS[next])
    }
  }))
})

test('[O10] a deputy keeps a post from being a gap', () => {
  const place = { kind: 'building', path: 'd1.s1.c1.g1.k1b01', inGrid: true, floor: null } as const
  const held = { ...post('captain', false, 0), deputy: someone('代理') }
  expect(chainFor(place, [held])[0]?.gap).toBeNull()
  expect(inPost(held)?.name).toBe('代理')
  expect(levelsOf({ ...place, kind: 'spot', inGrid: false })[0]).toBe('community')
})

test('[O8] who is not of the front line sees of a holder what the holder made public', () => {
  const hidden = post('captain', true, 0)
  expect(seenBy(hidden, ['firm'])).toMatchObject({ holder: { name: null }, phone: null })
  expect(seenBy(hidden, ['grid'])).toMatchObject({ holder: { name: 'captain0' }, phone: '1' })
})
