import { expect, test } from 'vitest'
import { dueAfter, NATIONAL_CALENDAR, OFFICE_HOURS } from '../../offices/rules/index.ts'
import { isCategory } from './categories.ts'
import { dutyFor } from './duty-list.ts'
import { planOf, plans, plansFor, SITUATIONS, situationsFor, stationsOf, WHISTLE_PACK, whistleTerms } from './whistle-pack.ts'

const ORGANS = ['enforcement', 'police', 'market', 'justice', 'fire', 'ecology', 'housing', 'rental_housing']

test('[M12] three situations with a source, and who may blow in each', () => {
  expect(SITUATIONS.map(s => s.name.zh)).toEqual(['综合执法', '重点工作', '应急处置'])
  for (const s of SITUATIONS) {
    expect(s.source.law).toBe('桐荫街道吹哨报到办法（演示）2026版')
    expect(s.source.article).toMatch(/^第.+条$/)
    const due = (pace: typeof s.finish) => dueAfter(pace, OFFICE_HOURS, NATIONAL_CALENDAR, Date.UTC(2026, 10, 16, 1)).due
    expect(due(s.leadReport)).toBeLessThanOrEqual(due(s.supportReport))
    expect(due(s.supportReport)).toBeLessThan(due(s.finish))
  }
  expect(situationsFor('community_secretary')).toHaveLength(3)
  expect(situationsFor('community_deputy')).toHaveLength(3)
  for (const kind of ['grid_worker', 'community_worker', 'grid_lead']) expect(situationsFor(kind).map(s => s.code)).toEqual(['emergency'])
  for (const kind of ['captain', 'firm_manager', 'station_head', 'branch_secretary']) expect(situationsFor(kind)).toEqual([])
})

test('[M12] an emergency must be answered within 30 minutes, joint enforcement within 4 and 8 working hours', () => {
  expect(whistleTerms('emergency')).toMatchObject({ ok: true, value: { leadReport: { amount: 30, unit: 'minute' }, supportReport: { amount: 30, unit: 'minute' } } })
  expect(whistleTerms('joint_enforcement')).toMatchObject({
    ok: true, value: { leadReport: { amount: 4, unit: 'working_hour' }, supportReport: { amount: 8, unit: 'working_hour' }, pack: `whistle:${WHISTLE_PACK.version}` },
  })
  expect(whistleTerms('key_work')).toMatchObject({ ok: true, value: { leadReport: { amount: 1, unit: 'working_day' }, supportReport: { amount: 1, unit: 'working_day' } } })
  expect(whistleTerms('because')).toMatchObject({ ok: false, refusal: { code: 'no_such_situation' } })
})

test('[M12] every plan calls only organs’ stations, once each, with a task each and a way to see that it is done', () => {
  expect(plans().length).toBeGreaterThanOrEqual(12)
  expect(new Set(plans().map(p => p.code)).size).toBe(plans().length)
  for (const plan of plans()) {
    const stations = stationsOf(plan)
    expect(stations.length).toBeGreaterThanOrEqual(2)
    expect(stations.filter(s => s.role === 'lead')).toHaveLength(1)
    expect(new Set(stations.map(s => s.kind)).size).toBe(stations.length)
    for (const s of stations) {
      expect(ORGANS).toContain(s.kind)
      expect(plan.does[s.kind], `${plan.code} ${s.kind}`).toBeDefined()
    }
    expect(plan.done.zh && plan.done.en).toBeTruthy()
    for (const category of plan.categories) expect(isCategory(category)).toBe(true)
  }
})

test('[M12] plans for a category begin with the one made for it', () => {
  expect(plansFor('ebike')[0]?.code).toBe('ebike_stairs')
  expect(plansFor('noise_building_site')[0]?.lead).toBe('enforcement')
  expect(plansFor('wall_seep')[0]).toMatchObject({ situation: 'key_work', lead: 'housing' })
  expect(plansFor('water_supply')[0]?.situation).toBe('emergency')
  expect(plansFor('certificate')).toEqual([])
  expect(planOf('dog_bite')?.lead).toBe('police')
  expect(planOf('nothing')).toBeNull()
})

test('whatever only a station can settle has a plan', () => {
  for (const code of ['illegal_build', 'street_vendor', 'unlicensed_trade', 'cooking_fume', 'noise_building_site', 'dog', 'group_letting'] as const) {
    expect(dutyFor(code, 'commodity', () => true).way).toBe('whistle')
    expect(plansFor(code).length).toBeGreaterThan(0)
  }
})
