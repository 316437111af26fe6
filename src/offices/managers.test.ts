import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../kit/command.ts'
import { openDb, withScope, type Db, type Tx } from '../kit/db.ts'
import { testDatabase, type TestDatabase } from '../kit/testing.ts'
import { COMPOUND_TYPES } from '../places/index.ts'
import { staffActor, type Actor } from '../trust/index.ts'
import { chainsOfCommunity, checkManagerPath, compoundDefaults, compoundsOf, nameManager, planManager, standingOf } from './index.ts'
import { sampleDistrict as district, saveSample, type Sample } from './sample.testing.ts'

const [now, today] = [new Date('2026-11-20T02:40:00Z'), '2026-11-20']
let database: TestDatabase
let db: Db
let sample: Sample
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(db, { district, person: null, scopes: [], orgs: [], audience: [] }, work)
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 3)
  sample = await inTx(saveSample)
})
afterAll(async () => { await db.destroy(); await database.close() })

async function actorOf(name: string): Promise<Actor> {
  const [standing] = await inTx((tx) => standingOf(tx, district, sample.person(name), now))
  if (!standing) throw new Error(name)
  return staffActor(district, sample.person(name), standing)
}
const compound = () => sample.place('990106003001K3').id
const plan = async (who: string, steps: readonly { step: 'own' | 'shared' | 'firm'; until: string }[]) => {
  const actor = await actorOf(who)
  const done = await runCommand(db, actor, now, undefined, (tx) => planManager({ tx, actor, at: now }, { compound: compound(), steps }))
  return done.ok ? 'done' : done.refusal.code
}
const name = async (who: string, step: 'own' | 'shared' | 'firm', org: string, from = today) => {
  const actor = await actorOf(who)
  const done = await runCommand(db, actor, now, undefined, (tx) => nameManager({ tx, actor, at: now }, { compound: compound(), step, org: sample.org(org), from }))
  return done.ok ? 'done' : done.refusal.code
}
const list = async () => {
  const actor = await actorOf('林素梅')
  return (await withScope(db, actor, (tx) => compoundsOf(tx, actor, sample.place('990106003001').id, today)))?.compounds ?? []
}
const flagged = async () => (await inTx((tx) => chainsOfCommunity(tx, district, sample.place('990106003001').id, today)))?.vacancies.filter(({ why }) => why === 'no_manager')

test('[O16] every type of compound has its rhythm, and the one without a firm is seen more often', () => {
  for (const type of COMPOUND_TYPES) {
    const { visitDays, reconfirmDays, roles } = compoundDefaults(type)
    expect(visitDays > 0 && reconfirmDays >= visitDays && roles.includes('manager')).toBe(true)
  }
  expect(compoundDefaults('old_courtyard').visitDays).toBeLessThan(compoundDefaults('commodity').visitDays)
  expect(compoundDefaults('public_rental').roles).not.toContain('owners')
})

test('[O15] a path has each step once, in order, none in the past', () => {
  const code = (...steps: Parameters<typeof checkManagerPath>[0]) => { const checked = checkManagerPath(steps, today); return checked.ok ? checked.value.map(({ step }) => step) : checked.refusal.code }
  expect(code({ step: 'firm', until: '2027-06-30' }, { step: 'own', until: '2026-12-31' })).toEqual(['own', 'firm'])
  expect(code({ step: 'firm', until: '2026-12-01' }, { step: 'own', until: '2026-12-31' })).toBe('steps_cross')
  expect(code({ step: 'own', until: '2026-11-19' })).toBe('step_past')
  expect([code(), code({ step: 'own', until: today }, { step: 'own', until: today })]).toEqual(['no_steps', 'no_steps'])
})

test('[O15] a compound without a manager stays on the list with its dated path until somebody is named', async () => {
  const [first, second] = await list()
  expect([first?.name, first?.manager, first?.roles.find(({ role }) => role === 'captain')?.missing]).toEqual(['老官塘院', 'none', 1])
  expect([second?.name, second?.manager, second?.responsible?.name]).toEqual(['梧桐苑', 'named', '润庭物业'])
  expect((await flagged())?.map(({ placeName }) => placeName)).toEqual(['老官塘院'])
  expect([await plan('白玉芬', [{ step: 'own', until: '2026-12-31' }]), await plan('顾长河', [{ step: 'own', until: '2026-12-31' }])]).toEqual(['not_found', 'not_found'])
  expect(await plan('林素梅', [{ step: 'own', until: '2026-12-31' }, { step: 'shared', until: '2027-03-31' }])).toBe('done')
  expect(await plan('林素梅', [{ step: 'shared', until: '2027-03-31' }, { step: 'firm', until: '2027-12-31' }])).toBe('done')
  expect((await list())[0]?.steps.map(({ step, until }) => [step, until])).toEqual([['shared', '2027-03-31'], ['firm', '2027-12-31']])
  expect([await name('林素梅', 'own', '惠邻物业'), await name('林素梅', 'shared', '惠邻物业', '2026-11-21')]).toEqual(['wrong_org', 'manager_later'])
  expect(await name('庄静仪', 'shared', '惠邻物业')).toBe('done')
  expect((await list()).map(({ manager }) => manager)).toEqual(['named', 'named'])
  expect(await flagged()).toEqual([])
  expect([await name('庄静仪', 'firm', '润庭物业'), await plan('林素梅', [{ step: 'firm', until: '2027-12-31' }])]).toEqual(['has_manager', 'has_manager'])
  const { rows } = await database.pool('linli_owner').query("select kind, facts ->> 'step' as step from act where kind like 'manager.%' order by at, id")
  expect(rows.map(({ kind, step }) => [kind, step])).toEqual([['manager.planned', null], ['manager.planned', null], ['manager.named', 'shared']])
})
