import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, openDb, withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, makeApp, type App } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { publicActor, staffActor, type Actor } from '../../trust/index.ts'
import { dueAfter, FIRM_HOURS, OFFICE_HOURS, officeRoutes, ROUND_THE_CLOCK, standingOf, timeOf, workingTime } from '../index.ts'
import { sampleDistrict as district, saveSample, type Sample } from '../sample.testing.ts'

const now = new Date('2026-11-20T02:40:00Z')
let database: TestDatabase
let db: Db
let app: App
let sample: Sample
let actor: Actor | null = null
let keys = 0

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  sample = await withScope(db, publicActor(district), saveSample)
  app = makeApp()
  officeRoutes(app, { db, domain: 'linli.example', trust: { now: () => now, staffOf: async () =>
    (actor === null ? refuse(common.signedOut) : ok(actor)) } })
})
afterAll(async () => {
  await app.close()
  await db.destroy()
  await database.close()
})

async function as(name: string): Promise<void> {
  const [standing] = await withScope(db, publicActor(district), (tx) => standingOf(tx, district, sample.person(name), now))
  if (standing === undefined) throw new Error(`${name} holds no post`)
  actor = staffActor(district, sample.person(name), standing)
}
const read = () => app.inject({ method: 'GET', url: '/api/v1/working-time' })
const write = (what: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/v1/working-time/${what}`, headers: { 'idempotency-key': `working-time-${String(keys++)}` }, payload })
const inTime = <T>(ask: (tx: Tx) => Promise<T>) => withScope(db, publicActor(district), ask)
const timeNow = () => inTime((tx) => workingTime(tx, district, now))

const typhoon = { day: '2026-11-24', work: false, name: '台风停工', nameEn: 'typhoon', source: '区防汛办通知（演示）' }
const hoursOf = (org: string, monday: number[][] = [[480, 720], [810, 1080]]) => ({ org: sample.org(org), name: '冬季值班时间',
  week: [monday, ...OFFICE_HOURS.week.slice(1)], holidays: 'closed', source: '街道通知（演示）', validFrom: '2026-11-20' })

test('[W14] strangers read and write nothing; others than the street’s keepers read alone', async () => {
  actor = null
  expect((await read()).statusCode).toBe(401)
  for (const what of ['days', 'years', 'hours']) expect((await write(what, what === 'days' ? typhoon : what === 'hours' ? hoursOf('润庭物业')
    : { year: 2027, source: '通知', days: [{ day: '2027-01-01', work: false, name: '元旦' }] })).statusCode).toBe(401)
  for (const name of ['林素梅', '孟凡', '万晓']) {
    await as(name)
    expect((await read()).json()).toMatchObject({ mayKeep: false, today: '2026-11-20' })
    expect((await write('days', typhoon)).json()).toMatchObject({ code: 'not_the_keeper' })
    expect((await write('hours', hoursOf('润庭物业'))).json()).toMatchObject({ code: 'not_the_keeper' })
  }
  expect((await timeNow()).calendar.days['2026-11-24']).toBeUndefined()
})

test('[W3] without an entry the police are there always, a firm every day, and a market station in office hours', async () => {
  const time = await timeNow()
  const hours = (org: string) => time.hoursOf(time.hoursIdOf(sample.org(org)))
  expect([hours('桐荫派出所'), hours('云汀水务汀南营业所'), hours('润庭物业'), hours('街道综合行政执法队')])
    .toEqual([ROUND_THE_CLOCK, ROUND_THE_CLOCK, FIRM_HOURS, OFFICE_HOURS])
})

test('[W12] a day that the street enters counts at once, with its act; until then nothing is asked of the database', async () => {
  await as('庄静仪')
  const due = async () => {
    const { calendar } = await timeNow()
    return new Date(dueAfter({ amount: 2, unit: 'working_day' }, OFFICE_HOURS, calendar, now.getTime()).due).toISOString()
  }
  expect(await due()).toBe('2026-11-24T09:30:00.000Z')
  expect((await write('days', typhoon)).statusCode).toBe(200)
  expect(await due()).toBe('2026-11-25T09:30:00.000Z')
  const { rows } = await database.pool('linli_owner').query("select facts, place is not null as placed from act where kind = 'calendar.day_entered'")
  expect(rows).toEqual([{ facts: { day: '2026-11-24', work: 'off' }, placed: true }])
  expect((await write('days', { ...typhoon, work: null })).statusCode).toBe(200)
  expect(await due()).toBe('2026-11-24T09:30:00.000Z')
  expect((await write('days', { ...typhoon, day: '2026-11-19' })).json()).toMatchObject({ code: 'day_has_passed', rule: 'W14' })
})

test('[W12] what is kept in memory costs no query, and not across the day', async () => {
  const clock = performance.now
  performance.now = () => clock.call(performance) + 30_000 // the writes above are long over
  try {
    await inTime(async (tx) => {
      await workingTime(tx, district, now)
      const client = clientOf(tx)
      const ask = client.query.bind(client)
      let asked = 0
      client.query = ((...args: Parameters<typeof ask>) => { asked += 1; return ask(...args) }) as typeof client.query
      const time = await workingTime(tx, district, now)
      expect([asked, time === await workingTime(tx, district, now)]).toEqual([0, true])
      await workingTime(tx, district, new Date('2026-11-21T02:40:00Z'))
      expect(asked).toBe(0)
      client.query = ask as typeof client.query
    })
  } finally { performance.now = clock }
})

test('[W14] hours are set for organisations of the area alone, as a version that clocks can keep', async () => {
  await as('庄静仪')
  const before = await timeNow()
  expect(before.hoursIdOf(sample.org('润庭物业'))).toBe('firm')
  const first = (await write('hours', hoursOf('润庭物业'))).json<{ id: string }>()
  const second = (await write('hours', { ...hoursOf('润庭物业', [[540, 600]]), validFrom: '2026-11-23' })).json<{ id: string }>()
  const time = await timeNow()
  expect(time.hoursIdOf(sample.org('润庭物业'))).toBe(first.id)
  expect((await inTime((tx) => workingTime(tx, district, new Date('2026-11-23T02:40:00Z')))).hoursIdOf(sample.org('润庭物业'))).toBe(second.id)
  expect([time.hoursOf(first.id).week[0], time.hoursOf(second.id).week[0], time.hoursOf('unknown').id])
    .toEqual([[[480, 720], [810, 1080]], [[540, 600]], 'office'])
  expect((await write('hours', hoursOf('区住建局物业管理科'))).statusCode).toBe(404)
  expect((await write('hours', { ...hoursOf('润庭物业'), org: '0199aaaa-0000-7000-8000-000000000000' })).statusCode).toBe(404)
  expect((await write('hours', hoursOf('润庭物业', [[600, 540]]))).json()).toMatchObject({ code: 'hours_wrong' })
})

test('[W7] a published year ends what was provisional, is entered once, and pages count as the server does', async () => {
  await as('庄静仪')
  const stage = async () => dueAfter({ amount: 5, unit: 'working_day' }, OFFICE_HOURS, (await timeNow()).calendar, Date.parse('2026-12-29T02:00:00Z'))
  expect(await stage()).toEqual({ due: Date.parse('2027-01-05T17:30:00+08:00'), provisional: true })
  const year = { year: 2027, source: '国务院办公厅关于2027年部分节假日安排的通知（演示）', days: [{ day: '2027-01-01', work: false, name: '元旦' },
    { day: '2027-01-02', work: false, name: '元旦' }, { day: '2027-01-03', work: true, name: '元旦' }] }
  expect((await write('years', year)).json()).toEqual({ year: 2027 })
  expect(await stage()).toEqual({ due: Date.parse('2027-01-05T17:30:00+08:00'), provisional: false })
  expect((await write('years', year)).json()).toMatchObject({ code: 'year_is_published' })
  const said = (await read()).json()
  expect(said).toMatchObject({ mayKeep: true, years: [2027],
    orgs: expect.arrayContaining([expect.objectContaining({ name: '润庭物业', mayKeep: true })]) })
  expect(timeOf(said, said.today).calendar.id).toBe((await timeNow()).calendar.id)
})

test('[W14] nobody changes or takes away what was entered', async () => {
  for (const table of ['calendar_day', 'calendar_year', 'duty_hours']) {
    await expect(database.pool('linli_app').query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
    await expect(database.pool('linli_app').query(`update ${table} set source = 'x'`)).rejects.toThrow(/permission denied/)
  }
})
