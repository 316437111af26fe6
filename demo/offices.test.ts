import { expect, test } from 'vitest'
import { mayStand } from '../src/offices/rules/posts.ts'
import { demoOrgPlaces, demoOrgs } from './orgs.ts'
import { demoPlaces } from './places.ts'
import { demoPeople, demoPosts, demoTenures, personId } from './posts.ts'
import { demoSignIns, demoTeams } from './teams.ts'

const orgs = demoOrgs(), posts = demoPosts(), tenures = demoTenures(), people = demoPeople()
const ids = (rows: readonly { id: string }[]) => new Set(rows.map((r) => r.id))
const places = ids(demoPlaces())

test('44 captain posts, three of them vacant', () => {
  const captains = posts.filter((p) => p.kind === 'captain')
  expect(captains).toHaveLength(44)
  expect(captains.filter((p) => p.vacant).map((p) => p.key)).toEqual(['captain:jlf-3', 'captain:ajl-4', 'captain:hsj-2'])
  expect(captains.filter((p) => p.floors)).toHaveLength(8)
})

test('one person wears five hats', () => {
  const held = tenures.filter((t) => t.person === personId('韩素云') && !t.until)
  expect(held).toHaveLength(5)
})

test('the first secretary of one community is missing', () => {
  expect(posts.find((p) => p.key === 'com-002:first')?.vacant).toBe(true)
})

test('every id that is named exists, and none is used twice', () => {
  const orgIds = ids(orgs), postIds = ids(posts), personIds = ids(people)
  expect(orgIds.size).toBe(orgs.length)
  expect(postIds.size).toBe(posts.length)
  for (const o of orgs) expect(places.has(o.place) && (!o.parent || orgIds.has(o.parent)), o.key).toBe(true)
  for (const l of demoOrgPlaces()) expect(orgIds.has(l.org) && places.has(l.place)).toBe(true)
  for (const p of posts) expect(orgIds.has(p.org) && places.has(p.place), p.key).toBe(true)
  for (const t of tenures) expect(postIds.has(t.post) && personIds.has(t.person)).toBe(true)
  for (const t of demoTeams()) for (const m of t.members) expect(personIds.has(m.person), t.name).toBe(true)
  for (const s of demoSignIns()) {
    expect(s.person === null || personIds.has(s.person), s.key).toBe(true)
    expect(s.post === null || tenures.some((t) => t.post === s.post && t.person === s.person && !t.until), s.key).toBe(true)
    expect(places.has(s.door ?? s.board ?? demoPlaces()[0]?.id ?? '')).toBe(true)
  }
})

test('a station and a utility say which one they are; every badge is one character', () => {
  for (const o of orgs) {
    expect(o.stationKind !== undefined, o.key).toBe(o.kind === 'station' || o.kind === 'utility')
    expect([...o.badge], o.key).toHaveLength(1)
  }
})

test('every post stands where the rules for offices let its kind stand', () => {
  const org = new Map(orgs.map((o) => [o.id, o.kind]))
  const kind = new Map(demoPlaces().map((p) => [p.id, p.kind]))
  for (const p of posts) {
    const at = kind.get(p.place), of = org.get(p.org)
    expect(at !== undefined && of !== undefined && mayStand(p.kind, of, at), p.key).toBe(true)
  }
})
