import { expect, test } from 'vitest'
import { demoPlaces } from './places.ts'
import { checkOf } from './roster-names.ts'
import { demoPeople } from './posts.ts'
import { demoRoster } from './roster.ts'

const roster = demoRoster()
const places = new Map(demoPlaces().map((place) => [place.id, place]))
const community = (home: string): string => places.get(home)?.code.slice(0, 12) ?? ''
const living = roster.ties.filter((tie) => tie.lives && tie.until === null)

test('the same roster every time, one row for each of the 2,800 homes', () => {
  expect(demoRoster()).toEqual(roster)
  expect(new Set(roster.homes.map(({ home }) => home)).size).toBe(2800)
  expect(new Set(roster.ties.map(({ id }) => id)).size).toBe(roster.ties.length)
  expect(new Set(roster.people.map(({ id }) => id)).size).toBe(roster.people.length)
})

test('about 7,400 people, about 4,300 and 3,100 by community, children under 14 as numbers', () => {
  const people = (code: string): number => roster.ties.filter((tie) => tie.until === null && community(tie.home) === code).length
    + roster.homes.filter(({ home }) => community(home) === code).reduce((sum, { children }) => sum + children, 0)
  expect(people('990106003001')).toBeGreaterThan(4000)
  expect(people('990106003001')).toBeLessThan(4600)
  expect(people('990106003002')).toBeGreaterThan(2900)
  expect(people('990106003002')).toBeLessThan(3400)
  expect(roster.people.every(({ born }) => born <= '2012-11-20')).toBe(true)
})

test('[RO1] telephones are 199 0000 xxxx, ID numbers of a region that does not exist, with right check digits', () => {
  for (const { phone, idNumber, born, sex } of roster.people) {
    expect(phone === null || /^1990000\d{4}$/.test(phone)).toBe(true)
    if (idNumber === null) continue
    expect(idNumber.slice(0, 14)).toBe(`990106${born.replaceAll('-', '')}`)
    expect(checkOf(idNumber.slice(0, 17))).toBe(idNumber.slice(17))
    expect(Number(idNumber.charAt(16)) % 2).toBe(sex === 'male' ? 1 : 0)
  }
  const phones = roster.people.flatMap(({ phone }) => (phone === null ? [] : [phone]))
  expect(phones.length - new Set(phones).size).toBeLessThanOrEqual(roster.pairs.length)
})

test('there are tenants, owners elsewhere, homes of every state, stale ones, conflicts and pairs', () => {
  const states = Map.groupBy(roster.homes, ({ state }) => state)
  expect([...states.keys()].sort()).toEqual(['business', 'let', 'lived_in', 'unfinished', 'unknown', 'vacant'])
  expect(states.get('unfinished')).toHaveLength(74)
  expect(roster.ties.filter(({ owns, lives }) => owns && !lives).length).toBeGreaterThan(200)
  expect(living.filter(({ rents }) => rents).length).toBeGreaterThan(500)
  expect(roster.ties.filter(({ waiting }) => waiting !== null)).toHaveLength(26)
  expect(roster.pairs).toHaveLength(12)
  expect(roster.homes.filter(({ confirmedOn }) => confirmedOn !== null && confirmedOn < '2026-03-01').length).toBeGreaterThan(50)
})

test('every captain lives in the building, and nobody else bears the name of somebody with a post', () => {
  const names = new Map(roster.people.map(({ id, name }) => [id, name]))
  const known = new Set(demoPeople().map(({ name }) => name))
  const posted = living.filter(({ person }) => known.has(names.get(person) ?? ''))
  expect(posted).toHaveLength(41)
  expect(places.get(posted.find(({ person }) => names.get(person) === '白玉芬')?.home ?? '')?.code).toMatch(/^990106003001K1-03-/)
})

test('nobody was seen in a home before they came there', () => {
  expect(roster.ties.filter(({ since, seenOn }) => since !== null && since > seenOn)).toEqual([])
})
