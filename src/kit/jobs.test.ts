import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addMinutes } from './clock.ts'
import { openDb, withScope, type Db } from './db.ts'
import { newId } from './ids.ts'
import { cancelTimers, nextTry, sendNotice, setTimer, sweepTimers, type TimerHandler } from './jobs.ts'
import { Outage, type Turn } from './lanes.ts'
import { deliverNotices, type Delivery, type Waiting } from './outbox.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

const district = '990106'
const clock = { district, person: null, scopes: ['d990106'], orgs: [], audience: ['clock'] }
const at = new Date('2026-11-20T02:40:00Z')
let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 6)
})
beforeEach(async () => { await database.pool('linli_owner').query('truncate timer, outbox, notice cascade') })
afterAll(async () => {
  await db.destroy()
  await database.close()
})

const set = (minutes: number, kind = 'ring', subject = newId()) =>
  withScope(db, clock, (tx) => setTimer(tx, { district, due: addMinutes(at, minutes), kind, subject, facts: { n: minutes } }))
const sweep = (handler: TimerHandler, when = at, turn: Turn = {}) => sweepTimers(db, () => clock, new Map([['ring', handler]]), when, turn)
const timers = () => db.selectFrom('timer').selectAll().execute()

test('timers that are due fire in order, once; the others wait', async () => {
  for (const minutes of [5, -5, 0, -10]) await set(minutes)
  const rung: unknown[] = []
  expect(await sweep(async (_tx, timer) => { rung.push(timer.facts['n']) })).toBe(3)
  expect(rung).toEqual([-10, -5, 0])
  expect(await sweep(async () => { throw new Error('never') })).toBe(0)
  expect(await timers()).toHaveLength(1)
})

test('two workers at once fire each timer once', async () => {
  for (let n = 0; n < 30; n++) await set(-n)
  const rung: string[] = []
  const handler: TimerHandler = async (_tx, timer) => { rung.push(timer.id) }
  const counts = await Promise.all([sweep(handler), sweep(handler)])
  expect([counts[0] + counts[1], new Set(rung).size, rung.length]).toEqual([30, 30, 30])
})

test('with several lanes timers fire side by side, each once, and no more lanes than told', async () => {
  for (let n = 0; n < 30; n++) await set(-n)
  const rung: string[] = []
  let [now, most] = [0, 0]
  const handler: TimerHandler = async (tx, timer) => {
    most = Math.max(most, ++now)
    await sql`select pg_sleep(0.005)`.execute(tx)
    rung.push(timer.id)
    now--
  }
  expect(await sweep(handler, at, { lanes: 3 })).toBe(30)
  expect([new Set(rung).size, most]).toEqual([30, 3])
})

test('given the database breaks off while a timer fires, then the sweep says so, nothing is put off, and the next one fires it', async () => {
  await set(-1)
  const cut: TimerHandler = async (tx) => { await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx) }
  await expect(sweep(cut)).rejects.toThrow(Outage)
  expect(await timers()).toMatchObject([{ tries: 0, error: null }])
  expect(await sweep(async () => {})).toBe(1)
})

test('a failing timer undoes what it did, is put off longer each time, says why, and does not hold up the others', async () => {
  await set(-2)
  await set(-1)
  const handler: TimerHandler = async (tx, timer) => {
    await sendNotice(tx, { district, channel: 'app', recipient: 'post:1', template: 'x', facts: {} }, at)
    if (timer.facts['n'] === -2) throw new Error('no road\nsecond line')
  }
  expect(await sweep(handler)).toBe(1)
  expect(await db.selectFrom('outbox').select('id').execute()).toHaveLength(1)
  expect(await timers()).toMatchObject([{ tries: 1, error: 'no road', due: addMinutes(at, 1) }])
  expect(await sweep(handler)).toBe(0)
  for (const wait of [2, 4, 8]) {
    const [left] = await timers()
    const when = left?.due ?? at
    await sweep(handler, when)
    expect((await timers())[0]?.due).toEqual(addMinutes(when, wait))
  }
  for (let n = 0; n < 12; n++) await sweep(handler, (await timers())[0]?.due ?? at)
  const [left] = await timers()
  expect([left?.tries, (left?.error ?? '').length]).toEqual([16, 7])
})

test('a timer of a kind that nobody handles is kept, not lost', async () => {
  await set(-1, 'unknown')
  expect(await sweep(async () => {})).toBe(0)
  expect((await timers())[0]?.error).toMatch(/no handler/)
})

test('timers of a subject are taken away, all or by kind', async () => {
  const [one, two] = [newId(), newId()]
  for (const [subject, kind] of [[one, 'ring'], [one, 'knock'], [two, 'ring']] as const) await set(9, kind, subject)
  await withScope(db, clock, (tx) => cancelTimers(tx, one, ['knock']))
  expect((await timers()).map((timer) => timer.kind)).toEqual(['ring', 'ring'])
  await withScope(db, clock, (tx) => cancelTimers(tx, one))
  expect((await timers()).map((timer) => timer.subject)).toEqual([two])
})

test('a notice is tried six times over a day, then given up', () => {
  expect([0, 1, 2, 3, 4, 5].map((tries) => nextTry(tries, at)?.toISOString()))
    .toEqual([1, 5, 30, 120, 720].map((minutes) => addMinutes(at, minutes).toISOString()).concat([undefined as never]))
})

const notify = (recipient: string) =>
  withScope(db, clock, (tx) => sendNotice(tx, { district, channel: 'app', recipient, template: 'matter.yours', facts: { matter: 'm' } }, at))
const deliver = (delivery: Delivery, when = at) => deliverNotices(db, () => clock, new Map([['app', delivery]]), when)
const waiting = () => db.selectFrom('outbox').selectAll().orderBy('id').execute()

test('notices go out once, in order, however many workers there are', async () => {
  for (let n = 0; n < 20; n++) await notify(`post:${n}`)
  const out: Waiting[] = []
  const delivery: Delivery = async (_tx, notice) => { out.push(notice) }
  const counts = await Promise.all([deliver(delivery), deliver(delivery)])
  expect([counts[0] + counts[1], new Set(out.map((notice) => notice.id)).size]).toEqual([20, 20])
  expect((await waiting()).every((notice) => notice.sent_at !== null)).toBe(true)
  expect(await deliver(delivery)).toBe(0)
})

test('a notice that could not be delivered is tried again later and given up at last, with the reason; others go on', async () => {
  await notify('post:bad')
  await notify('post:good')
  const delivery: Delivery = async (_tx, notice) => { if (notice.recipient === 'post:bad') throw new Error('gateway closed') }
  expect(await deliver(delivery)).toBe(1)
  expect((await waiting())[0]).toMatchObject({ tries: 1, error: 'gateway closed', sent_at: null, failed_at: null, due: addMinutes(at, 1) })
  expect(await deliver(delivery)).toBe(0)
  for (let n = 0; n < 5; n++) await deliver(delivery, (await waiting())[0]?.due ?? at)
  const [bad] = await waiting()
  expect([bad?.tries, bad?.failed_at !== null, bad?.sent_at]).toEqual([6, true, null])
  expect(await deliver(async () => {}, addMinutes(at, 1e6))).toBe(0)
})

test('a transaction that is rolled back leaves no notice and no timer', async () => {
  await withScope(db, clock, async (tx) => {
    await sendNotice(tx, { district, channel: 'app', recipient: 'post:1', template: 'x', facts: {} }, at)
    await setTimer(tx, { district, due: at, kind: 'ring', subject: newId(), facts: {} })
    throw new Error('no')
  }).catch(() => undefined)
  expect([(await waiting()).length, (await timers()).length]).toEqual([0, 0])
})
