import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '../../app/testing/world.ts'
import { setClockOffset } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { clockActor, makePersonKey, signClaim } from '../../trust/index.ts'
import { seatsOn } from '../views/bodies.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let [worker, captain] = ['', '']
beforeAll(async () => {
  world = await openWorld()
  ;[worker, captain] = [world.cookies.get('worker') ?? '', world.cookies.get('captain') ?? '']
}, 120_000)
afterAll(async () => { await world?.close() })

const district = '990106'
const ask = (cookie: string, url: string, body?: object) => world.send({ method: body ? 'POST' : 'GET', url: `/api/v1${url}`, cookie, ...(body ? { body } : {}) })
const later = async (days: number): Promise<void> => {
  setClockOffset(Date.parse('2026-11-20T10:40:00+08:00') + days * 86_400_000 - Date.now())
  await world.renew()
  ;[worker, captain] = [world.cookies.get('worker') ?? '', world.cookies.get('captain') ?? '']
}
const asClock = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(world.db, clockActor(district, 'd990106'), work)
const placeOf = (code: string): string => world.demo.places.find((one) => one.code === code)?.id ?? ''

/** Somebody who speaks, as their browser's cookie. */
async function speaker(name: string, minor = false): Promise<string> {
  const [id, { person }] = [newId(), makePersonKey(district)]
  await asClock((tx) => tx.insertInto('speaker').values({ district, id, phone_hash: Buffer.from(id), person, name, minor, since: new Date() }).execute())
  return `linli_speaker=${signClaim(`speaker ${district}`, JSON.stringify({ id, name, compound: null, building: null, minor }), Math.floor(Date.now() / 1000) + 90 * 86_400)}`
}
type Read = { version: number; moves: string[]; held: number; composition: { say: { zh: string } }; members: { id: string; label: string; until: string }[]; former: object[]
  intakes: { id: string; words: string; state: string; late: number; reason: string | null }[]; decisions: { late: number; tasks: object[] }[]; rhythm: { late: number } }
const council = async (name: string): Promise<string> => (await ask(worker, '/councils', { place: placeOf('990106003001'), kind: 'residents_council', name, seats: 5, rhythmDays: 30,
  termMonths: 36, powers: ['take_up', 'deliberate'], charter: '每月一次，谁都能旁听。' })).json<{ id: string }>().id

test('[DB1] [DB2] [DB3] a council is set up, its members seated in the order that leaves residents half, a resident’s own name is sealed, and others only read it', async () => {
  const id = await council('梧桐里居民议事会')
  expect((await ask(captain, '/councils', { place: placeOf('990106003001'), kind: 'residents_council', name: '谁都能成立吗', seats: 5, rhythmDays: 30, termMonths: 36, powers: [] })).json()).toMatchObject({ code: 'not_yours' })
  expect((await ask(worker, '/councils', { place: placeOf('990106003001K1-03'), kind: 'listening_council', name: '楼里的', seats: 5, rhythmDays: 30, termMonths: 36, powers: [] })).json()).toMatchObject({ code: 'wrong_place' })
  const posts = (await ask(worker, `/councils/${id}`)).json<{ posts: { id: string; title: string }[] }>().posts
  const seat = (body: object) => ask(worker, `/councils/${id}/seats`, body)
  expect((await seat({ side: 'community', post: posts[0]?.id })).json()).toMatchObject({ until: '2029-11-19' })
  expect((await seat({ side: 'community', post: posts[0]?.id })).json()).toMatchObject({ code: 'sits_already' })
  expect((await seat({ side: 'branch', post: posts[1]?.id })).statusCode).toBe(200)
  expect((await seat({ side: 'units', post: posts[2]?.id })).json()).toMatchObject({ code: 'residents_half' })
  expect((await seat({ side: 'residents', role: 'chair', name: '温小禾', shown: '13912345678' })).json()).toMatchObject({ code: 'shown_name' })
  expect((await seat({ side: 'residents', role: 'chair', name: '温小禾', shown: '老温' })).statusCode).toBe(200)
  const read = (await ask('', `/public/councils/${id}`)).json<Read>()
  expect(read).toMatchObject({ composition: { taken: 3, open: 2 }, members: [{ label: '老温', role: 'chair' }, {}, {}] })
  expect(read.composition.say.zh).toBe('5席，坐了3位，其中1位住在这里，住在这里的人还不到一半，要再请1位')
  const stored = await world.database.pool('linli_owner').query("select facts::text from act where subject_kind = 'council'")
  expect(JSON.stringify([read, stored.rows])).not.toContain('温小禾')
  const chair = read.members[0]?.id
  const { version } = (await ask(worker, `/councils/${id}`)).json<Read>()
  expect((await ask(worker, `/councils/${id}/end-seat`, { seat: chair, version: version - 1 })).statusCode).toBe(409)
  expect(await asClock((tx) => seatsOn(tx, district, id, '2026-11-20'))).toMatchObject([{ role: 'chair', label: '老温', side: 'residents', post: null }, {}, {}])
  expect((await ask(worker, `/councils/${id}/end-seat`, { seat: chair, version })).statusCode).toBe(200)
  expect((await ask(worker, `/councils/${id}`)).json()).toMatchObject({ former: [{ label: '老温' }], moves: expect.arrayContaining(['dissolve']) })
  expect((await ask(captain, `/councils/${id}/charter`, { charter: '改一改', rhythmDays: 30, powers: [] })).statusCode).toBeGreaterThanOrEqual(400)
})

test('[DB4] [DB5] [DB7] what residents bring by phone or on paper is answered within the rhythm, private words wait for a look, and an end waits for both', async () => {
  const id = await council('听民意议事会')
  const locust = await speaker('老槐树')
  const bring = (cookie: string, words: string) => ask(cookie, `/public/councils/${id}/intakes`, { words })
  expect((await bring('', '想说一件事')).statusCode).toBe(401)
  expect((await bring(locust, '6号楼门口的石阶太滑，装个扶手')).json()).toMatchObject({ state: 'open' })
  expect((await bring(locust, '找13912345678问垃圾房的事')).json()).toMatchObject({ state: 'held' })
  expect((await bring(await speaker('小满', true), '操场边装个篮球框')).json()).toMatchObject({ state: 'held' })
  expect((await ask(captain, `/councils/${id}/intakes`, { words: '一楼老人想要条长椅', name: '3号楼纸条' })).json()).toMatchObject({ state: 'open' })
  const shown = (await ask('', `/public/councils/${id}`)).json<Read>()
  expect(shown.intakes.map(({ words, state }) => [words, state])).toEqual([['一楼老人想要条长椅', 'open'], ['6号楼门口的石阶太滑，装个扶手', 'open']])
  expect((await ask(worker, `/councils/${id}/dissolve`, {})).json()).toMatchObject({ code: 'intakes_open' })
  await later(31)
  expect((await ask('', `/public/councils/${id}`)).json()).toMatchObject({ rhythm: { late: 1 }, intakes: [{ late: 1 }, { late: 1 }] })
  expect((await ask('', `/public/councils?place=${placeOf('990106003001K1')}`)).json<{ items: { id: string }[] }>().items.find((one) => one.id === id)).toMatchObject({ open: 2, lateAnswers: 2 })
  const [bench, rail] = shown.intakes
  expect((await ask(worker, `/intakes/${bench?.id}/answer`, { to: 'declined', reason: '物业合同里有，已经转给润庭' })).json()).toMatchObject({ state: 'declined' })
  expect((await ask(worker, `/intakes/${bench?.id}/answer`, { to: 'declined', reason: '再说一次' })).json()).toMatchObject({ code: 'answered' })
  expect((await ask(captain, `/intakes/${rail?.id}/answer`, { to: 'declined', reason: '不是我能答的' })).statusCode).toBe(404)
  const meeting = newId()
  const { path } = await asClock((tx) => tx.selectFrom('standing_body').select('path').where('id', '=', id).executeTakeFirstOrThrow())
  const { keeper } = await asClock((tx) => tx.selectFrom('standing_body').select('keeper').where('id', '=', id).executeTakeFirstOrThrow())
  await asClock((tx) => tx.insertInto('meeting').values({ district, id: meeting, place: placeOf('990106003001'), path, keeper, body: id, kind: 'regular', title: '十二月例会', venue: '活动室',
    starts_at: new Date('2026-12-23T11:00:00Z'), ends_at: new Date('2026-12-23T13:00:00Z'), state: 'planned', sign_code: meeting }).execute())
  expect((await ask(worker, `/intakes/${rail?.id}/answer`, { to: 'meeting', meeting, title: '6号楼门口装扶手' })).json()).toMatchObject({ state: 'on_agenda' })
  expect((await ask('', `/public/councils/${id}`)).json()).toMatchObject({ next: { title: '十二月例会' }, intakes: [{ reason: '物业合同里有，已经转给润庭' }, { meeting: { title: '十二月例会' } }] })
  const items = await asClock((tx) => tx.selectFrom('agenda_item').select(['n', 'title', 'intake']).where('meeting', '=', meeting).execute())
  expect(items).toEqual([{ n: 1, title: '6号楼门口装扶手', intake: rail?.id }])
  // what it decided, and an evaluation over its day, for everybody
  await asClock((tx) => tx.insertInto('resolution').values({ district, id: newId(), meeting, path, n: 1, words: '石阶两边装扶手', yes: 4, no: 0, abstained: 1, carried: true, state: 'in_force',
    evaluate_on: '2027-01-10' }).execute())
  await later(60)
  expect((await ask('', `/public/councils?place=${placeOf('990106003001')}`)).json()).toMatchObject({ overdue: [{ words: '石阶两边装扶手', body: { name: '听民意议事会' }, late: 9 }] })
  expect((await ask('', `/public/councils/${id}`)).json()).toMatchObject({ decisions: [{ late: 9, tasks: [] }] })
  expect((await ask(worker, `/councils/${id}/dissolve`, {})).json()).toMatchObject({ code: 'intakes_open' })
})
