import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { categoryOf, isCategory } from '../src/matters/rules/index.ts'
import { demoCommunity } from './index.ts'
import { codeOf, placeId } from './places.ts'
import type { By, DemoMatter, Step } from './types.ts'

const demo = demoCommunity()
const { matters } = demo
const open = matters.filter((m) => m.state !== 'closed' && m.state !== 'withdrawn')
const notes = (m: DemoMatter): string[] => m.steps.flatMap((s) => ('input' in s ? Object.values(s.input) : [])).filter((v) => typeof v === 'string')
const personOf = (by: By): string | null => (typeof by === 'string' ? null : by.person)
const reports = (m: DemoMatter) => m.steps.filter((s) => s.move === 'report_in')
const verdicts = (m: DemoMatter) => m.steps.flatMap((s) => (s.move === 'verdict' ? [s.input] : []))
const finishes = (m: DemoMatter) => m.steps.flatMap((s) => (s.move === 'finish' ? [s.input] : []))
const count = (of: (m: DemoMatter) => boolean): number => matters.filter(of).length
const lastVerdict = (m: DemoMatter) => verdicts(m).at(-1)

test('the same bytes every time', () => {
  const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
  expect(hash(demoCommunity())).toBe(hash(demo))
})

test('900 matters of a year, most closed, some open in every state', () => {
  expect(matters).toHaveLength(900)
  expect(matters[0]?.at.slice(0, 10) ?? '').toBeOneOf(['2025-11-21', '2025-11-22'])
  expect(open.length).toBeGreaterThan(75)
  expect(open.length).toBeLessThan(115)
  for (const state of ['filed', 'taken', 'whistled', 'finished', 'answered'] as const) expect(open.filter((m) => m.state === state).length,
    state).toBeGreaterThanOrEqual(5)
})

test('the fixed matters are all there but the confidential one', () => {
  const keys = matters.flatMap((m) => (m.key?.startsWith('m') ? [m.key] : [])).sort()
  expect(keys).toEqual(Array.from({ length: 26 }, (_, i) => `m${String(i + 1).padStart(2, '0')}`).filter((k) => k !== 'm23'))
})

test('nobody says the same thing twice', () => {
  expect(new Set(matters.map((m) => m.words)).size).toBe(matters.length)
  expect(new Set(matters.map((m) => m.id)).size).toBe(matters.length)
})

test('every telephone number is invented', () => {
  for (const m of matters) {
    if (m.phone) expect(m.phone).toMatch(/^1990000\d{4}$/)
    for (const text of [m.words, ...notes(m)]) expect(text.match(/1[3-9]\d{9}/g) ?? [], text).toEqual([])
  }
  const phones = matters.flatMap((m) => m.phone ?? [])
  expect(new Set(phones).size).toBe(phones.length)
})

test('no choice or slot of a template is left in what people read', () => {
  for (const m of matters) for (const text of [m.words, ...notes(m)]) expect(/[[\]{}]|undefined/.test(text), text).toBe(false)
})

test('times go forward in a matter and end before the clock of the demo starts', () => {
  for (const m of matters) {
    let last = Date.parse(m.at)
    for (const s of m.steps) {
      expect(Date.parse(s.at), m.words).toBeGreaterThanOrEqual(last)
      last = Date.parse(s.at)
    }
    expect(last).toBeLessThan(Date.parse('2026-11-20T10:40:00+08:00'))
  }
})

test('who verifies did no work on it, and who asks at the door has no act on it', () => {
  for (const m of matters) {
    const workers = new Set<string | null>(), hands = new Set<string | null>(m.filedBy ? [m.filedBy.person] : [])
    for (const s of m.steps) {
      const person = personOf(s.by)
      if (s.move === 'verify') expect(workers.has(person), m.words).toBe(false)
      if (s.move === 'verdict' && s.by !== 'resident') expect(hands.has(person), m.words).toBe(false)
      if (['take', 'log', 'finish', 'report_in'].includes(s.move)) workers.add(person)
      if (person) hands.add(person)
    }
  }
})

test('every id that a matter names exists, and whoever acts held the post on that day', () => {
  const places = new Set(demo.places.map((p) => p.id)), orgs = new Set(demo.orgs.map((o) => o.id)), photos = new Set(demo.photos.map((p) => p.name))
  const holds = (by: By | undefined, at: string): boolean => by === undefined || typeof by === 'string' ||
    demo.tenures.some((t) => t.post === by.post && t.person === by.person && t.from <= at.slice(0, 10) && (!t.until || at.slice(0, 10) < t.until))
  for (const m of matters) {
    expect(places.has(m.place) && isCategory(m.category) && holds(m.filedBy, m.at), m.words).toBe(true)
    for (const s of m.steps) {
      expect(holds(s.by, s.at), `${m.words} ${s.move} ${s.at}`).toBe(true)
      if (s.move === 'assign' || s.move === 'slip' || s.move === 'slip_answer') expect(orgs.has(s.input.org)).toBe(true)
      if (s.move === 'whistle') for (const asked of [s.input.lead, ...s.input.supports]) expect(orgs.has(asked.org)).toBe(true)
    }
    for (const name of [...m.photos, ...m.steps.flatMap((s) => ('input' in s && 'photo' in s.input && s.input.photo ? [s.input.photo]
      : []))]) expect(photos.has(name), name).toBe(true)
  }
})

test('whoever acts can see the place: by the area of the post, by the compound, or as a party from outside', () => {
  const place = new Map(demo.places.map((p) => [p.id, p])), post = new Map(demo.posts.map((p) => [p.id, p]))
  const within = (path: string | null, above: string | null): boolean => path !== null && above !== null && (path === above ||
    path.startsWith(`${above}.`))
  const sees = (id: string, m: DemoMatter): boolean => {
    const one = post.get(id), at = place.get(m.place)
    if (!one || !at) return false
    if (['station', 'utility', 'firm', 'developer'].includes(one.audience)) return true
    return [one.place, ...(one.alsoPlaces ?? [])].some((p) => within(at.path, place.get(p)?.path ?? null) || within(at.compoundPath,
      place.get(p)?.compoundPath ?? null))
  }
  for (const m of matters) {
    for (const by of [m.filedBy, ...m.steps.map((s) => s.by)]) if (by && typeof by !== 'string') expect(sees(by.post, m),
      `${m.key ?? m.words} ${post.get(by.post)?.key}`).toBe(true)
  }
})

test('only stations report in', () => {
  const station = new Set(demo.posts.filter((p) => p.audience === 'station').map((p) => p.id))
  for (const m of matters) for (const s of reports(m)) expect(typeof s.by !== 'string' && station.has(s.by.post)).toBe(true)
})

test('[P04] what is closed to the captain has no captain in it', () => {
  const captains = new Set(demo.posts.filter((p) => p.kind === 'captain').map((p) => p.id))
  for (const m of matters.filter((one) => categoryOf(one.category).sensitive !== null)) {
    for (const by of [m.filedBy, ...m.steps.map((s) => s.by)]) expect(by && typeof by !== 'string' && captains.has(by.post), m.words).toBeFalsy()
  }
})

test('things go wrong often enough to be believed', () => {
  const closed = count((m) => m.state === 'closed')
  const share = (of: (m: DemoMatter) => boolean): number => count((m) => m.state === 'closed' && of(m)) / closed
  const ended = (m: DemoMatter): string => finishes(m).at(-1)?.outcome ?? ''
  expect(share((m) => ended(m) === 'unable' || ended(m) === 'explained')).toBeGreaterThan(0.03)
  expect(share((m) => ended(m) === 'unable' || ended(m) === 'explained')).toBeLessThan(0.09)
  expect(share((m) => verdicts(m).some((v) => v.satisfied === 'no'))).toBeGreaterThan(0.06)
  expect(share((m) => verdicts(m).length === 2)).toBeGreaterThan(0.04)
  expect(share((m) => lastVerdict(m) === undefined)).toBeGreaterThan(0.05)
  expect(share((m) => lastVerdict(m)?.reached === false)).toBeGreaterThan(0.02)
  expect(share((m) => m.steps.some((s) => s.move === 'supervise'))).toBeLessThan(0.2)
  expect(open.some((m) => m.state === 'whistled' && m.steps.at(-1)?.move === 'supervise')).toBe(true)
})

test('a whole morning is waiting, on the captain of the first page as well', () => {
  expect(open.filter((m) => m.at >= '2026-11-20').length).toBeGreaterThanOrEqual(14)
  const waiting = matters.find((m) => m.key === 'd01')
  expect([waiting?.state, waiting?.category, waiting?.place]).toEqual(['filed', 'corridor_clutter', placeId(codeOf('wty', 3))])
})
