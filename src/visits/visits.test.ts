import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope } from '../kit/db.ts'
import { sha256 } from '../kit/ids.ts'
import { actsOfSubject, openSigner, sealAll } from '../record/index.ts'
import { clockActor } from '../trust/index.ts'
import { countContacts, recountContacts } from './index.ts'
import { district, later, openDoors, start, type Doors, type PostKey } from './testing.ts'
import { contactOfPost } from './views/contact.ts'
import { doorList } from './views/doors.ts'
import { ownVisits, visitsOfMonth } from './views/visits.ts'

const [h101, h102, h201] = ['990106003001K1-03-1-101', '990106003001K1-03-1-102', '990106003001K1-03-1-201']
const folder = mkdtempSync(path.join(tmpdir(), 'linli-visits-'))
let d: Doors
beforeAll(async () => { d = await openDoors() })
afterAll(async () => { await d?.close(); rmSync(folder, { recursive: true, force: true }) })

const own = (key: PostKey) => withScope(d.db, d.as(key), (tx) => ownVisits(tx, district, { limit: 50 }))
const doors = (key: PostKey) => withScope(d.db, d.as(key), (tx) => doorList(tx, d.as(key), later(600)))
const month = (key: PostKey, community = '990106003001') =>
  withScope(d.db, d.as(key), (tx) => visitsOfMonth(tx, district, d.place(community).id, '2026-11', { from: 0, limit: 100 }))
const count = async () => Number((await d.database.pool('linli_owner').query('select count(*) as n from visit')).rows[0].n)

test('[V1] a captain visits a home of their building; the neighbouring building is not found, a firm does not visit', async () => {
  expect((await d.visit('captain', start, { home: h101, said: '厨房下水慢' })).ok).toBe(true)
  const elsewhere = await d.visit('captain', start, { home: '990106003001K1-04-1-101' })
  expect(elsewhere.ok ? '' : elsewhere.refusal.code).toBe('not_found')
  const firm = await d.visit('firm', start, { home: h101 })
  expect(firm.ok ? '' : firm.refusal.code).toBe('wrong_post')
})

test('[V2] a phone a day ahead: order, month and time of record are the server’s, and both readings are kept', async () => {
  const off = 86_400_000
  const hourAgo = later(0).getTime()
  await d.visit('captain', later(60), { home: h102, told: { at: hourAgo + off, now: later(60).getTime() + off } })
  const [last] = (await own('captain')).items
  expect(last).toMatchObject({ happenedAt: start.toISOString(), recordedAt: later(60).toISOString() })
  const { rows } = await d.database.pool('linli_owner').query('select said_at, clock_ahead_ms from visit where said_at is not null')
  expect(rows).toEqual([{ said_at: new Date(hourAgo + off), clock_ahead_ms: String(off) }])
})

test('[V3] [V5] the writer sees home, minute and sentence; others half-day and building', async () => {
  const mine = await own('captain')
  expect(mine.items.map(({ said }) => said)).toContain('厨房下水慢')
  expect((await own('grid')).items).toEqual([])
  const [building] = (await doors('grid')) ?? []
  expect(building?.homes?.find(({ name }) => name.includes('101'))?.last).toEqual({ day: '2026-11-20', half: 'am', met: 'met' })
  const seen = JSON.stringify([await doors('grid'), await doors('secretary'), await month('secretary'), await month('street')])
  expect(seen).not.toContain('厨房下水慢')
  expect(seen).not.toMatch(/T\d\d:\d\d/)
  for (const secret of [d.as('captain').person, d.as('captain').post]) expect(seen).not.toContain(secret)
  const words = await withScope(d.db, d.as('secretary'), (tx) => tx.selectFrom('visit_word').selectAll().execute())
  expect(words).toEqual([])
})

test('[V3] the list of a month names no home, so that it can be held against no family', async () => {
  const { items } = await month('secretary')
  expect(items.length).toBeGreaterThan(0)
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['building', 'day', 'half', 'inPerson', 'met', 'purpose'])
  expect((await month('secretary2')).items).toEqual([]) // another community's is behind the wall
  expect((await month('firm')).items).toEqual([])
})

test('[V4] there is no column for a photo or for coordinates', async () => {
  const { rows } = await d.database.pool('linli_owner')
    .query("select column_name as name from information_schema.columns where table_name in ('visit', 'visit_word')")
  expect(rows.filter(({ name }) => /photo|lat|lon|geo|coord|cell/.test(name))).toEqual([])
})

test('[V7] a visit about a quarrel stays with its maker and the community', async () => {
  await d.visit('grid', later(90), { home: h201, purpose: 'dispute' })
  const lastAt = async (key: PostKey) => (await doors(key))?.[0]?.homes?.find(({ name }) => name.includes('201'))?.last ?? null
  expect(await lastAt('captain')).toBeNull()
  expect(await lastAt('grid')).not.toBeNull()
  expect(await lastAt('secretary')).not.toBeNull()
  const { rows } = await d.database.pool('linli_owner').query("select id from visit where purpose = 'dispute'")
  const acts = (key: PostKey) => withScope(d.db, d.as(key), (tx) => actsOfSubject(tx, district, { kind: 'visit', id: rows[0].id }))
  expect([(await acts('captain')).length, (await acts('secretary')).length]).toEqual([0, 1])
})

test('[V8] (case 11) the same visit sent ten times at once is one visit and one act', async () => {
  const before = await count()
  const keyed = { actor: d.as('captain').post ?? '', key: 'phone-key-0001', request: sha256('the same body') }
  const all = await Promise.all(Array.from({ length: 10 }, () => d.visit('captain', later(120), { home: h101 }, keyed)))
  expect(new Set(all.map((one) => (one.ok ? one.value.id : ''))).size).toBe(1)
  expect(await count()).toBe(before + 1)
})

test('[V8] (case 14) the answer was lost, the phone sends again a day later: one visit, the first time of record', async () => {
  const before = await count()
  const keyed = { actor: d.as('captain').post ?? '', key: 'phone-key-0002', request: sha256('body') }
  const first = await d.visit('captain', later(130), { home: h102 }, keyed)
  const second = await d.visit('captain', later(1570), { home: h102 }, keyed)
  expect(second).toEqual(first)
  expect(await count()).toBe(before + 1)
})

test('[V6] contact is counted from sealed acts, each once, and a recount agrees', async () => {
  await d.visit('captain', later(140), { home: h101, met: 'nobody' })
  await d.visit('captain', later(150), { home: h101, inPerson: false })
  const owner = openDb(d.database.connection, 'linli_owner', 2)
  const clock = clockActor(district, 'd990106')
  const seal = async () => { await sealAll(owner, await openSigner(folder), () => later(200)) }
  await seal()
  while (await countContacts(d.db, clock, 3) > 0) { /* in small bites, so that the seams between them are tried */ }
  const read = async (key: PostKey) => withScope(d.db, d.as(key), (tx) => contactOfPost(tx, d.as(key), later(200)))
  const { rows } = await d.database.pool('linli_owner').query("select count(*) filter (where met = 'met' and in_person) as met from visit")
  expect((await read('secretary'))?.[0]?.months[0]).toEqual({ month: '2026-11', inPerson: Number(rows[0].met), onScreen: 1, missed: 1 })
  expect(await countContacts(d.db, clock)).toBe(0)
  expect(await recountContacts(d.db, clock)).toMatchObject({ rows: 1, differ: [] })
  expect((await read('street'))?.map(({ name }) => name)).toEqual(['梧桐里社区', '听雨桥社区'])
  expect(await read('firm')).toBeNull()
  await d.database.pool('linli_owner').query('update contact_month set in_person = in_person + 1')
  const { differ } = await recountContacts(d.db, clock)
  expect(differ).toMatchObject([{ name: '梧桐里社区', month: '2026-11' }])
  expect(differ[0]?.kept?.in_person).toBe((differ[0]?.told?.in_person ?? 0) + 1)
  await owner.destroy()
})
