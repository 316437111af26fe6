import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORIES } from './categories.ts'
import { dutyFor, wayTo } from './duty-list.ts'
import type { CompoundType } from '../../places/rules/index.ts'
import type { DutyHolder } from './duty-list.ts'
import { DUTY_ROWS } from './packs/duty-rows.ts'
import { STAGE_PACES } from './packs/stage-paces.ts'

const TYPES: readonly (CompoundType | null)[] = ['commodity', 'work_unit', 'public_rental', 'new', 'old_courtyard', null]
const everyone = () => true
const courtyard = (holder: DutyHolder) => holder !== 'firm' && holder !== 'owners' && holder !== 'developer'

test('[M3] every category has a duty holder of its own row in every type of compound', () => {
  for (const { code } of CATEGORIES) {
    expect(DUTY_ROWS.some(row => row.codes.includes(code) && !row.at), code).toBe(true)
    for (const type of TYPES) {
      const { why, source, pace } = dutyFor(code, type, everyone)
      expect(why.zh && why.en && source.law).toBeTruthy()
      expect(Object.keys(STAGE_PACES)).toContain(pace)
    }
  }
})

test('no row is hidden behind an earlier one', () => {
  const seen = new Set<string>()
  for (const row of DUTY_ROWS) for (const code of row.codes) {
    expect(seen.has(code), `${code} after its general row`).toBe(false)
    if (!row.at) seen.add(code)
  }
})

test.each<[string, CompoundType, DutyHolder]>([
  ['lift', 'commodity', 'firm'], ['gas', 'public_rental', 'utility:gas'], ['water_supply', 'old_courtyard', 'utility:water'], ['illegal_build',
    'commodity', 'station:enforcement'],
  ['wall_seep', 'new', 'developer'], ['wall_seep', 'commodity', 'firm'], ['street_light', 'new', 'developer'], ['public_income', 'commodity',
    'owners'],
  ['public_income', 'public_rental', 'firm'], ['water_leak_neighbour', 'public_rental', 'mediation'], ['group_letting', 'public_rental',
    'station:rental_housing'],
  ['dog', 'new', 'station:police'], ['corridor_clutter', 'work_unit', 'captain'], ['flyers', 'commodity', 'grid'], ['mutual_help', 'commodity',
    'captain'],
  ['certificate', 'work_unit', 'community'], ['violence', 'commodity', 'named_worker'], ['noise_decoration', 'commodity', 'grid'],
])('[M3] %s in %s goes straight to %s', (category, type, holder) => {
  const code = CATEGORIES.find(c => c.code === category)?.code ?? 'other'
  expect(dutyFor(code, type, everyone)).toMatchObject({ holder, passedOver: [] })
})

test('an old courtyard without a firm: the community stands in, and the answer says who is missing', () => {
  expect(dutyFor('lighting', 'old_courtyard', courtyard)).toMatchObject({ holder: 'community', passedOver: ['firm'], way: 'hand' })
  expect(dutyFor('ebike', 'old_courtyard', courtyard)).toMatchObject({ holder: 'grid', passedOver: ['firm'] })
  expect(dutyFor('sewer', 'old_courtyard', courtyard)).toMatchObject({ holder: 'utility:water', way: 'slip' })
})

test('a vacant captain post delays nothing: the grid worker has it', () => {
  expect(dutyFor('corridor_clutter', 'new', holder => holder !== 'captain')).toMatchObject({ holder: 'grid', passedOver: ['captain'] })
})

test('utilities are phoned first and get slips; only stations hear a whistle', () => {
  expect(dutyFor('gas', 'commodity', everyone)).toMatchObject({ way: 'slip', hintCode: 'phone_first' })
  expect([wayTo('station:fire'), wayTo('utility:water'), wayTo('firm'), wayTo('captain'), wayTo('mediation')]).toEqual(['whistle', 'slip', 'assign',
    'hand', 'mediate'])
})

test('[P04] whoever exists, a sensitive matter never falls to an audience that it is closed to', () => {
  fc.assert(fc.property(fc.constantFrom(...CATEGORIES), fc.constantFrom(...TYPES), fc.func(fc.boolean()), (category, type, exists) => {
    const { holder, passedOver } = dutyFor(category.code, type, exists)
    for (const closed of category.closedTo) expect(holder).not.toBe(closed)
    expect(passedOver).not.toContain(holder)
    if (holder !== 'community') expect(exists(holder)).toBe(true)
    for (const missing of passedOver) expect(exists(missing)).toBe(false)
  }), { numRuns: 2000 })
})
