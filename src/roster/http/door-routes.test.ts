import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Who } from '../../app/testing/world.ts'
import { openRosterWorld, type RosterWorld } from '../../app/testing/roster-world.ts'
import type { DoorMove } from '../rules/door.ts'
import type { DoorFile } from '../views/door.ts'
import type { HomeFile } from '../views/home.ts'

let world: RosterWorld
beforeAll(async () => { world = await openRosterWorld() }, 60_000)
afterAll(async () => { await world?.close() })

const told = '2026-11-20T02:00:00.000Z'
let keys = 0
const building = (): string => world.placeOf('990106003001K1-03')
const read = (as: Who, at = building()) => world.send({ as, method: 'GET', url: `/api/v1/roster/door/${at}` })
const doors = async (): Promise<readonly DoorFile[]> => (await read('captain')).json<{ homes: readonly DoorFile[] }>().homes
const door = async (home: string): Promise<DoorFile> => {
  const found = (await doors()).find((one) => one.home === home)
  if (!found) throw new Error('a home of the building')
  return found
}
const say = (home: string, version: number, said: DoorMove, as: Who = 'captain', key = `door-key-${keys++}`, more: { [name: string]: string } = {}) =>
  world.send({ as, method: 'POST', url: `/api/v1/roster/door/${home}`, headers: { 'idempotency-key': key, ...more }, body: { version, said,
    toldAt: told } })
const file = async (home: string): Promise<HomeFile> =>
  (await world.send({ as: 'worker', method: 'GET', url: `/api/v1/roster/homes/${home}` })).json<HomeFile>()
const lived = async (n = 2): Promise<DoorFile> => {
  const found = (await doors()).find(({ people, state }) => state === 'lived_in' && people.length >= n)
  if (!found) throw new Error('the demo has such a home')
  return found
}

test('[RO59] a phone keeps masked names and telephones of its buildings, no dates of birth, no numbers of cards, nobody else’s doors', async () => {
  const body = (await read('captain')).body
  const homes = await doors()
  expect(homes.length).toBeGreaterThan(50)
  expect(body).not.toMatch(/\d{17}[\dX]|1990000\d{4}|born|id_number/)
  const here = new Set(homes.map(({ home }) => home))
  for (const tie of world.roster.ties.filter(({ home }) => here.has(home))) {
    const one = world.roster.people.find(({ id }) => id === tie.person)
    if (one && one.name.length > 1) expect(body).not.toContain(one.name)
  }
  expect((await read('captain', world.placeOf('990106003001K1-04'))).statusCode).toBe(404)
  for (const as of ['firm', 'enforcement', 'supervisor', 'mediator'] as const) expect([as, (await read(as)).statusCode]).toEqual([as, 404])
  expect((await read('nobody')).statusCode).toBe(401)
})

test('[RO59] one tap says that all of it holds, on the day of the visit and not of its sending; sent twice it is done once', async () => {
  const at = await lived()
  const threeDays = { 'x-phone-now': String(Date.parse(told) + 3 * 86_400_000) }
  const first = await say(at.home, at.version, { move: 'holds' }, 'captain', 'door-holds-1', threeDays)
  const again = await say(at.home, at.version, { move: 'holds' }, 'captain', 'door-holds-1', threeDays)
  expect([first.statusCode, first.body]).toEqual([200, again.body])
  const kept = await file(at.home)
  expect(kept.confirmed).toMatchObject({ on: '2026-11-17', how: 'door' })
  expect(kept.version).toBe(first.json<{ version: number }>().version)
})

test('[RO59] who left, who came, a telephone, children: each in its words, from the door, one after the other', async () => {
  const at = await lived()
  const [gone, stays] = at.people
  if (!gone || !stays) throw new Error('two live there')
  let { version } = at
  for (const said of [
    { move: 'left', ties: gone.ties }, { move: 'came', name: '欧阳小雨', phone: '19900001234', rents: true },
    { move: 'phone', tie: stays.phoneTie, phone: '19900004321', behalf: true }, { move: 'children', children: 2 },
  ] as const) {
    const reply = await say(at.home, version, said)
    expect([said.move, reply.statusCode]).toEqual([said.move, 200])
    version = reply.json<{ version: number }>().version
  }
  const now = await door(at.home)
  expect(now).toMatchObject({ version, children: 2 })
  expect(now.people.some(({ who }) => who === gone.who)).toBe(false)
  expect(now.people.find(({ name }) => name === '欧阳＊＊')).toMatchObject({ phone: '199****1234', rents: true })
  expect(now.people.find(({ who }) => who === stays.who)?.phone).toBe('199****4321')
  const sources = (await file(at.home)).people.find(({ name }) => name === '欧阳＊＊')
  expect([sources?.ties[0]?.source, sources?.values[0]?.source]).toEqual(['door', 'door'])
  // the telephone was changed for them, with them there: the act says for whom (P02)
  const { rows } = await world.database.pool('linli_owner')
    .query("select on_behalf_of, actor_post is not null as post from act where kind = 'dweller.corrected' and subject_id = $1", [stays.who])
  expect(rows).toEqual([{ on_behalf_of: stays.who, post: true }])
})

test('[RO59] when the file has changed meanwhile nothing is written and the phone is told', async () => {
  const at = await lived()
  await world.send({ as: 'worker', method: 'POST', url: `/api/v1/roster/homes/${at.home}/state`, headers: { 'idempotency-key': 'door-desk-1' },
    body: { version: at.version, children: 1 } })
  const late = await say(at.home, at.version, { move: 'children', children: 3 })
  expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'stale'])
  const now = await door(at.home)
  expect(now.children).toBe(1)
  expect((await say(at.home, now.version, { move: 'children', children: 3 })).statusCode).toBe(200)
})

test('[RO59] empty is said of a home in which nobody lives; ties of another home are not ended from here', async () => {
  const at = await lived(1)
  expect((await say(at.home, at.version, { move: 'state', state: 'vacant' })).json()).toMatchObject({ code: 'people_here' })
  const other = (await doors()).find(({ home, people }) => home !== at.home && people.length > 0)
  expect((await say(at.home, at.version, { move: 'left', ties: other?.people[0]?.ties ?? [] })).statusCode).toBe(404)
  expect((await say(at.home, at.version, { move: 'holds' }, 'firm')).statusCode).toBe(404)
  expect((await say(world.roster.homes.find(({ home }) => world.codeOf(home).startsWith('990106003001K1-04-'))?.home ?? '', 0,
    { move: 'holds' })).statusCode).toBe(404)
})
