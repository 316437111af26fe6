import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tie } from '../fields.ts'
import { meet, type HeldTie, type NewValue, type ToldPerson, type ToldValue } from './merge.ts'

const seenOn = '2026-11-20'
const told = (values: Partial<Record<ToldValue['field'], string>>, ties: readonly Tie[] = ['lives'], more: Partial<ToldPerson> = {}): ToldPerson =>
  ({ values: Object.entries(values).map(([field, key]) => ({ field, key }) as ToldValue), ties, seenOn, ...more })

let made = 0
/** The home after a row, as the command writes it. */
function after(home: readonly HeldTie[], row: ToldPerson): readonly HeldTie[] {
  const met = meet(home, row)
  const id = `t${String(made++).padStart(6, '0')}`
  if (met.is === 'stranger') {
    return [...home, { id, person: id, who: id, ties: row.ties, since: row.since ?? null, until: row.until ?? null,
      values: row.values.map((one) => ({ ...one, state: 'current' as const })) }]
  }
  const { anchor, values, end, tie, since } = met
  const old = home.map((one) => ({
    ...one, until: end.find((e) => e.tie === one.id)?.until ?? one.until, since: one.id === anchor.id ? since ?? one.since : one.since,
    values: one.id === anchor.id ? [...one.values, ...values] : one.values,
  }))
  return tie ? [...old, { id, person: anchor.person, who: anchor.who, ties: tie.ties, since: row.since ?? null, until: null, values: tie.values }]
    : old
}
const held = (rows: readonly ToldPerson[]): readonly HeldTie[] => rows.reduce(after, [])

/** What one sees of a home, whatever the ids and the number of ties. */
const seen = (home: readonly HeldTie[]): readonly string[] => [...new Set(home.map(({ who }) => who))].map((who) => {
  const mine = home.filter((tie) => tie.who === who)
  const values = new Set(mine.flatMap((tie) => tie.values.map(({ field, key, state }) => `${field}=${key} ${state}`)))
  return JSON.stringify([[...values].sort(), [...new Set(mine.filter(({ until }) => until === null).flatMap(({ ties }) => ties))].sort(),
    mine.map(({ since }) => since).filter((day) => day !== null).sort()[0] ?? null])
}).sort()

const states = (values: readonly NewValue[]): readonly string[] => values.map(({ field, key, state }) => `${field} ${key} ${state}`)
const known = (home: readonly HeldTie[], row: ToldPerson) => {
  const met = meet(home, row)
  if (met.is !== 'known') throw new Error('a stranger')
  return met
}

test('[RO23] in one home one name is one person, unless the ID numbers differ', () => {
  const home = held([told({ name: '王', id_number: '1', phone: 'p' })])
  expect(meet(home, told({ name: '王', sex: 'male' })).is).toBe('known')
  expect(meet(home, told({ name: '王', id_number: '2' })).is).toBe('stranger')
  expect(meet(home, told({ name: '李', phone: 'p' })).is).toBe('stranger')
  expect(meet(home, told({ name: '李', id_number: '1' })).is).toBe('stranger')
})

test('[RO4] a differing value waits beside the current one; one that was decided on is not asked again; a second phone beside a known one is taken',
  () => {
  const home = held([told({ name: '王', phone: 'p', relation: 'head' })])
  expect(states(known(home, told({ name: '王', phone: 'q', relation: 'son' })).values)).toEqual(['phone q waiting', 'relation son waiting'])
  const both: ToldPerson = { ...told({ name: '王' }),
    values: [{ field: 'name', key: '王' }, { field: 'phone', key: 'p' }, { field: 'phone', key: 'r' }] }
  expect(states(known(home, both).values)).toEqual(['phone r current'])
  const decided = home.map((tie) => ({ ...tie, values: [...tie.values, { field: 'phone' as const, key: 'q', state: 'past' as const }] }))
  expect(known(decided, told({ name: '王', phone: 'q' })).values).toEqual([])
})

test('[RO23] who owns as well as lives gets a second tie, not another person; what is said there hangs on it', () => {
  const home = held([told({ name: '王', phone: 'p' })])
  const met = known(home, told({ name: '王', phone: 'q', id_number: '1' }, ['lives', 'owns']))
  expect(met.tie?.ties).toEqual(['owns'])
  expect(states(met.tie?.values ?? [])).toEqual(['name 王 current', 'phone q waiting', 'id_number 1 current'])
})

test('[RO24] moving out ends living and renting and keeps owning; dying ends all; an older file does not bring anybody back', () => {
  const home = held([told({ name: '王' }, ['lives', 'owns'])])
  const moved = known(home, told({ name: '王' }, ['lives'], { until: '2026-06-01', whyUntil: 'moved' }))
  expect(moved).toMatchObject({ end: [{ until: '2026-06-01' }], tie: { ties: ['owns'] } })
  expect(known(home, told({ name: '王' }, [], { until: '2026-06-01', whyUntil: 'died' }))).toMatchObject({ end: [{ until: '2026-06-01' }], tie: null })
  const gone = held([told({ name: '王' }), told({ name: '王' }, ['lives'], { until: '2026-06-01', whyUntil: 'moved' })])
  expect(known(gone, told({ name: '王' }, ['lives'], { seenOn: '2026-05-01' }))).toMatchObject({ tie: null, values: [] })
  expect(known(gone, told({ name: '王' }))).toMatchObject({ tie: { ties: ['lives'] } })
})

const truth = fc.uniqueArray(fc.record({
  name: fc.constantFrom('甲', '乙', '丙', '丁'), id_number: fc.constantFrom('1', '2', '3', '4'), phone: fc.constantFrom('p', 'q'),
  born: fc.constantFrom('s', 't'),
  sex: fc.constantFrom('male', 'female'), relation: fc.constantFrom('head', 'spouse'), since: fc.constantFrom('2001-01-01', '2020-02-02'),
}), { minLength: 1, maxLength: 4, selector: ({ name }) => name })
const ties = fc.uniqueArray(fc.constantFrom<Tie>('lives', 'registered', 'owns', 'rents'), { minLength: 1 })
/** A file tells of each person as much of the truth as it happens to hold. */
const file = (people: readonly { readonly [field: string]: string }[]): fc.Arbitrary<readonly ToldPerson[]> =>
  fc.shuffledSubarray([...people]).chain((some) => fc.tuple(...some.map(({ name = '', since, ...more }) =>
    fc.record({ fields: fc.subarray(Object.keys(more)), ties, dated: fc.boolean() }).map((how) => told(
      { name, ...Object.fromEntries(how.fields.map((field) => [field, more[field]])) }, how.ties, how.dated ? { since } : {})))))
/** ID numbers are given by name, so that they are one person's. */
const files = truth.map((all) => all.map((one) => ({ ...one, id_number: `id of ${one.name}` })))
  .chain((people) => fc.tuple(file(people), file(people)))

test('[RO22] importing twice changes nothing', () => {
  fc.assert(fc.property(files, ([one]) => { expect(seen(held([...one, ...one]))).toEqual(seen(held(one))) }))
})

test('[RO22] the order of two files that do not contradict each other does not matter', () => {
  fc.assert(fc.property(files, ([one, other]) => { expect(seen(held([...one, ...other]))).toEqual(seen(held([...other, ...one]))) }))
})

test('[RO22] whatever two files say, nothing that stood there is gone', () => {
  const any = fc.array(fc.record({ name: fc.constantFrom('甲', '乙'), phone: fc.constantFrom('p', 'q'), id: fc.constantFrom('1', '2'), ties }),
    { maxLength: 6 })
    .map((rows) => rows.map((row) => told({ name: row.name, phone: row.phone, id_number: row.id }, row.ties)))
  fc.assert(fc.property(any, any, (one, other) => {
    const [before, now] = [held(one), held(one)]
    const later = other.reduce(after, now)
    const count = (home: readonly HeldTie[]): number => home.flatMap(({ values }) => values.filter(({ state }) => state === 'current')).length
    expect(later.length).toBeGreaterThanOrEqual(before.length)
    expect(count(later)).toBeGreaterThanOrEqual(count(before))
  }))
})
