import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieFrom, type Reply, type Who } from '../../app/testing/world.ts'
import { digitsOf } from '../../trust/index.ts'
import { setClockOffset, clockOffset } from '../../kit/clock.ts'
import { openRosterWorld, type RosterWorld } from '../../app/testing/roster-world.ts'
import type { ListedDataRequest } from '../views/data-requests.ts'
import type { OwnFile } from '../views/own-file.ts'
import type { HomeFile } from '../views/home.ts'

let world: RosterWorld
beforeAll(async () => { world = await openRosterWorld() }, 60_000)
afterAll(async () => { await world?.close() })

type Person = RosterWorld['roster']['people'][number]
let keys = 0
const post = (url: string, body?: object, more: { as?: Who; cookie?: string | undefined } = {}) => world.send({ method: 'POST', url: `/api/v1${url}`,
  headers: { 'idempotency-key': `own-file-${keys++}` }, ...(body ? { body } : {}), ...more })
const codes = async (): Promise<readonly string[]> => (await world.database.pool('linli_owner')
  .query<{ code: string }>("select facts->>'code' as code from outbox where template = 'phone.code' order by id")).rows.map(({ code }) => code)
const lastCode = async (): Promise<string> => digitsOf((await codes()).at(-1) ?? '')
const later = (minutes: number): void => setClockOffset(clockOffset() + minutes * 60_000)
const lastOf = (name: string): string => [...name].at(-1) ?? ''
const open = async (one: Person, last = lastOf(one.name), room = ''): Promise<Reply> => {
  later(2)
  await post('/own-file/code', { phone: one.phone })
  return post('/own-file/open', { phone: one.phone, code: await lastCode(), last, room })
}
const fileOf = async (cookie: string): Promise<OwnFile> => (await world.send({ method: 'GET', url: '/api/v1/own-file', cookie })).json<OwnFile>()

let known: readonly Person[] = []
/** People of the captain's building with a phone of their own and one tie. */
function people(): readonly Person[] {
  if (known.length > 0) return known
  const { roster } = world
  const [byPerson, byPhone] = [Map.groupBy(roster.ties, (tie) => tie.person), Map.groupBy(roster.people, ({ phone }) => phone)]
  known = roster.people.filter(({ id, phone }) => {
    const [tie, ...more] = byPerson.get(id) ?? []
    return phone !== null && tie !== undefined && more.length === 0 && tie.until === null && tie.lives && tie.waiting === null && tie.past === null
      && world.codeOf(tie.home).startsWith('990106003001K1-03-') && byPhone.get(phone)?.length === 1
  })
  return known
}
const person = (n: number): Person => {
  const one = people()[n]
  if (!one) throw new Error('the demo has such people')
  return one
}
const tieOf = (one: Person) => {
  const tie = world.roster.ties.find((each) => each.person === one.id)
  if (!tie) throw new Error('has a tie')
  return tie
}

test('[RO50] the code is sent to a phone of the roster alone, and the answer is the same for every phone', async () => {
  later(2)
  const before = (await codes()).length
  const [known, unknown] = [await post('/own-file/code', { phone: person(0).phone }), await post('/own-file/code', { phone: '13900001111' })]
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
  expect((await codes()).length).toBe(before + 1)
  expect((await post('/own-file/code', { phone: person(0).phone })).json()).toMatchObject({ code: 'too_many' })
  expect((await post('/own-file/code', { phone: '13900001111' })).json()).toMatchObject({ code: 'too_many' })
})

test('[RO50] the code alone opens nothing: the end of the name has to fit, and a wrong one counts as a try of the code', async () => {
  const one = person(1)
  expect((await open(one, '𠮷')).json()).toMatchObject({ code: 'wrong_code' })
  const code = await lastCode()
  for (let i = 0; i < 4; i++) expect((await post('/own-file/open', { phone: one.phone, code, last: '𠮷' })).statusCode).toBe(422)
  expect((await post('/own-file/open', { phone: one.phone, code, last: lastOf(one.name) })).json()).toMatchObject({ code: 'wrong_code' })
  const opened = await open(one)
  expect(opened.json()).toEqual({ opened: true, needs: null, ticket: null })
  expect(opened.headers['set-cookie']).toMatch(/linli_file=.*HttpOnly; SameSite=Lax/)
})

test('[RO51] a file holds one’s own values, masked, with source and day, and of nobody else of the household', async () => {
  const one = people().find((each) => world.roster.ties.filter(({ home,
    until }) => home === tieOf(each).home && until === null).length > 1) ?? person(2)
  const cookie = cookieFrom(await open(one))
  const reply = await world.send({ method: 'GET', url: '/api/v1/own-file', cookie })
  expect(reply.headers['cache-control']).toBe('no-store')
  const file = reply.json<OwnFile>()
  expect(file.ties.map(({ id }) => id)).toEqual([tieOf(one).id])
  expect(file.ties[0]?.values.find(({ field }) => field === 'name')).toMatchObject({ state: 'current', source: 'demo', seenOn: tieOf(one).seenOn })
  expect(reply.body).not.toContain(one.name)
  expect(reply.body).not.toContain(one.phone)
  const clear = await post('/own-file/show', undefined, { cookie })
  expect(clear.body).toContain(one.name)
  expect(clear.body).toContain(one.phone)
  for (const { person: id } of world.roster.ties.filter(({ home }) => home === tieOf(one).home)) {
    const other = world.roster.people.find((each) => each.id === id && each.id !== one.id)
    if (!other) continue
    expect(clear.body).not.toContain(other.id)
    if (other.phone) expect(clear.body).not.toContain(other.phone)
  }
  expect((await world.send({ method: 'GET', url: '/api/v1/own-file' })).statusCode).toBe(404)
})

test('[RO51] a cookie that was changed, has run out, or names something else opens nothing', async () => {
  const cookie = cookieFrom(await open(person(3)))
  expect((await world.send({ method: 'GET', url: '/api/v1/own-file', cookie: `${cookie.slice(0, -1)}x` })).statusCode).toBe(404)
  expect((await world.send({ method: 'GET', url: '/api/v1/own-file', cookie: cookie.replace('linli_file', 'linli_follow') })).statusCode).toBe(404)
  later(31)
  expect((await world.send({ method: 'GET', url: '/api/v1/own-file', cookie })).statusCode).toBe(404)
})

test('[RO51] when the community corrects the phone, the file that the old one opened is shut', async () => {
  const one = person(4)
  const cookie = cookieFrom(await open(one))
  expect((await fileOf(cookie)).ties).toHaveLength(1)
  later(1)
  expect((await post(`/roster/ties/${tieOf(one).id}/values`, { field: 'phone', value: '19900008888' }, { as: 'worker' })).statusCode).toBe(200)
  expect((await world.send({ method: 'GET', url: '/api/v1/own-file', cookie })).statusCode).toBe(404)
  expect((await open(one)).json()).toMatchObject({ code: 'wrong_code' })
})

test('[RO52] who looked, from which post, on which day and what for stands in the file', async () => {
  const one = person(5)
  const home = (await world.send({ as: 'worker', method: 'GET', url: `/api/v1/roster/homes/${tieOf(one).home}` })).json<HomeFile>()
  const phone = home.people.find(({ who }) => who === one.id)?.values.find(({ field }) => field === 'phone')
  await post(`/roster/values/${phone?.id}/reveal`, { purpose: 'reach_in_emergency' }, { as: 'worker' })
  const file = await fileOf(cookieFrom(await open(one)))
  expect(file.opens[0]).toMatchObject({ field: 'phone', purpose: 'reach_in_emergency', day: '2026-11-20' })
  expect(file.opens[0]?.by).toMatch(/社区/)
  expect(file.openedOn).toEqual(['2026-11-20'])
})

const requests = async (as: Who = 'worker'): Promise<readonly ListedDataRequest[]> =>
  (await world.send({ as, method: 'GET', url: '/api/v1/roster/requests' })).json<{ items: readonly ListedDataRequest[] }>().items
const ask = (cookie: string, body: object) => post('/own-file/requests', body, { cookie })

test('[RO53] [RO56] a correction waits beside what stands there; once the community says yes it takes its place', async () => {
  const one = person(6)
  const cookie = cookieFrom(await open(one))
  const tie = tieOf(one).id
  expect((await ask(cookie, { tie, kind: 'correct', field: 'phone', wanted: '123' })).json()).toMatchObject({ code: 'phone_odd' })
  expect((await ask(cookie, { tie, kind: 'correct', field: 'name', wanted: '' })).statusCode).toBe(400)
  expect((await ask(cookie, { tie: tieOf(person(7)).id, kind: 'correct', field: 'name', wanted: '某某' })).statusCode).toBe(404)
  expect((await ask(cookie, { tie, kind: 'correct', field: 'name', wanted: '欧阳小雨', words: '户口本上是这个字' })).statusCode).toBe(200)
  expect((await ask(cookie, { tie, kind: 'correct', field: 'name', wanted: '欧阳大雨' })).json()).toMatchObject({ code: 'asked_already' })
  const values = (await fileOf(cookie)).ties[0]?.values.filter(({ field }) => field === 'name').map(({ state, shown, source }) => [state, shown,
    source])
  expect(values).toContainEqual(['waiting', '欧阳＊＊', 'resident'])
  const [asked] = (await requests()).filter(({ who, state }) => who === one.id && state === 'open')
  expect(asked).toMatchObject({ kind: 'correct', field: 'name', wanted: '欧阳＊＊', overdue: false })
  const read = await post(`/roster/requests/${asked?.id}/read`, undefined, { as: 'worker' })
  expect(read.json()).toEqual({ words: '户口本上是这个字', wanted: '欧阳小雨' })
  expect((await post(`/roster/requests/${asked?.id}/answer`, { version: 0, outcome: 'done', words: '已经改好了' }, { as: 'worker' })).statusCode).toBe(200)
  const after = await fileOf(cookieFrom(await open(one, '雨')))
  expect(after.ties[0]?.values.filter(({ field }) => field === 'name').map(({ state, shown }) => [state, shown]).sort())
    .toEqual([['current', '欧阳＊＊'], ['past', expect.any(String)]])
  expect(after.requests[0]).toMatchObject({ state: 'done', answer: '已经改好了', words: '户口本上是这个字' })
  expect(after.opens.filter(({ purpose }) => purpose === 'person_asked').map(({ field }) => field).sort()).toEqual(['name', 'note'])
})

test('[RO56] a refusal names a reason and is written; only the community answers, once, and not from a page that is out of date', async () => {
  const one = person(7)
  const cookie = cookieFrom(await open(one))
  await ask(cookie, { tie: tieOf(one).id, kind: 'explain', words: '为什么要登记' })
  const [asked] = (await requests()).filter(({ who }) => who === one.id)
  const answer = (body: object, as: Who = 'worker') => post(`/roster/requests/${asked?.id}/answer`, body, { as })
  for (const as of ['captain', 'grid', 'firm', 'supervisor', 'nobody'] as const) {
    expect([as, (await answer({ version: 0, outcome: 'done', words: '好' }, as)).statusCode]).toEqual([as, as === 'nobody' ? 401 : 404])
    expect([as, (await world.send({ as, method: 'GET', url: '/api/v1/roster/requests' })).statusCode]).toEqual([as, as === 'nobody' ? 401 : 404])
  }
  expect((await answer({ version: 0, outcome: 'refused', words: '不行' })).json()).toMatchObject({ code: 'no_reason' })
  expect((await answer({ version: 3, outcome: 'refused', reason: 'duty', words: '法律要求登记' })).json()).toMatchObject({ code: 'stale' })
  expect((await answer({ version: 0, outcome: 'refused', reason: 'duty', words: '法律要求登记' })).statusCode).toBe(200)
  expect((await answer({ version: 1, outcome: 'done', words: '好' })).json()).toMatchObject({ code: 'already_decided' })
  expect((await fileOf(cookie)).requests[0]).toMatchObject({ state: 'refused', reason: 'duty', answer: '法律要求登记' })
})

test('[RO55] a request is due at the earlier of 15 working days and 30 days, and says when it is late', async () => {
  const one = person(8)
  const cookie = cookieFrom(await open(one))
  const asked = (await ask(cookie, { tie: tieOf(one).id, kind: 'copy' })).json<{ id: string; due: string }>()
  expect(asked.due.slice(0, 10)).toBe('2026-12-11')
  expect((await requests()).find(({ id }) => id === asked.id)?.overdue).toBe(false)
  const before = clockOffset()
  later(60 * 24 * 22)
  expect((await requests())[0]).toMatchObject({ overdue: true })
  setClockOffset(before)
})

test('[RO54] what was asked can be taken back; what waited for it gives way', async () => {
  const one = person(9)
  const cookie = cookieFrom(await open(one))
  const { id } = (await ask(cookie, { tie: tieOf(one).id, kind: 'correct', field: 'sex',
    wanted: one.sex === 'male' ? 'female' : 'male' })).json<{ id: string }>()
  const other = cookieFrom(await open(person(10)))
  expect((await post(`/own-file/requests/${id}/withdraw`, undefined, { cookie: other })).statusCode).toBe(404)
  expect((await post(`/own-file/requests/${id}/withdraw`, undefined, { cookie })).statusCode).toBe(200)
  const file = await fileOf(cookie)
  expect(file.requests[0]?.state).toBe('withdrawn')
  expect(file.ties[0]?.values.some(({ state }) => state === 'waiting')).toBe(false)
})

test('[RO57] a copy holds everything in clear and is an act; a deletion that is done leaves no value, and opens nothing any more', async () => {
  const one = person(11)
  const cookie = cookieFrom(await open(one))
  const copy = await post('/own-file/copy', undefined, { cookie })
  expect(copy.body).toContain(one.phone)
  expect((await fileOf(cookie)).opens.map(({ purpose, field }) => [purpose, field])).toContainEqual(['person_asked', 'all'])
  await ask(cookie, { tie: tieOf(one).id, kind: 'delete', words: '我搬走了' })
  const home = (await world.send({ as: 'worker', method: 'GET', url: `/api/v1/roster/homes/${tieOf(one).home}` })).json<HomeFile>()
  expect(home.doubts).toContain('asked_deletion')
  const [asked] = (await requests()).filter(({ who, state }) => who === one.id && state === 'open')
  expect((await post(`/roster/requests/${asked?.id}/answer`, { version: 0, outcome: 'done', words: '删掉了' }, { as: 'worker' })).statusCode).toBe(200)
  expect((await world.send({ method: 'GET', url: '/api/v1/own-file', cookie })).statusCode).toBe(404)
  expect((await open(one)).json()).toMatchObject({ code: 'wrong_code' })
  const { rows } = await world.database.pool('linli_owner').query('select words, wanted_masked, answer, state from data_request where person = $1',
    [one.id])
  expect(rows).toEqual([{ words: null, wanted_masked: null, answer: null, state: 'done' }])
  const left = (await world.send({ as: 'worker', method: 'GET', url: `/api/v1/roster/homes/${tieOf(one).home}` })).json<HomeFile>()
  expect([left.doubts.includes('asked_deletion'), left.people.some(({ who }) => who === one.id)]).toEqual([false, false])
})

test('[RO58] a guardian asks for a child of the home in words; a deletion for the child deletes nothing of the guardian', async () => {
  const one = person(12)
  const cookie = cookieFrom(await open(one))
  expect((await ask(cookie, { tie: tieOf(one).id, kind: 'delete', askedBy: 'guardian' })).statusCode).toBe(400)
  await ask(cookie, { tie: tieOf(one).id, kind: 'delete', askedBy: 'guardian', words: '请删掉孩子的名字' })
  const [asked] = (await requests()).filter(({ who, state }) => who === one.id && state === 'open')
  expect(asked).toMatchObject({ askedBy: 'guardian', kind: 'delete' })
  expect((await post(`/roster/requests/${asked?.id}/answer`, { version: 0, outcome: 'done', words: '删掉了' }, { as: 'worker' })).statusCode).toBe(200)
  expect((await fileOf(cookie)).requests[0]).toMatchObject({ state: 'done', answer: '删掉了' })
})

test('[RO50] two who share a phone: the end of the name says who, and where that fits both, the room', async () => {
  const [one, two] = [person(13), people().findLast((each) => tieOf(each).home !== tieOf(person(13)).home) ?? person(14)]
  later(2)
  await post(`/roster/ties/${tieOf(two).id}/values`, { field: 'phone', value: one.phone }, { as: 'worker' })
  later(2)
  if (lastOf(one.name) !== lastOf(two.name)) {
    expect((await fileOf(cookieFrom(await open(one)))).ties.map(({ id }) => id)).toEqual([tieOf(one).id])
    expect((await fileOf(cookieFrom(await open(one, lastOf(two.name))))).ties.map(({ id }) => id)).toEqual([tieOf(two).id])
  }
  await post(`/roster/ties/${tieOf(two).id}/values`, { field: 'name', value: `某${lastOf(one.name)}` }, { as: 'worker' })
  const asked = await open(one)
  const { needs, ticket } = asked.json<{ needs: string; ticket: string }>()
  expect([needs, asked.headers['set-cookie']]).toEqual(['room', undefined])
  expect((await world.send({ method: 'GET', url: '/api/v1/own-file', cookie: `linli_file=${ticket}` })).statusCode).toBe(404)
  const room = world.codeOf(tieOf(two).home).split('-').at(-1) ?? ''
  const again = (body: object) => post('/own-file/open', { phone: one.phone, code: '000000', last: lastOf(one.name), ...body })
  expect((await again({ room })).statusCode).toBe(422)
  expect((await again({ room, ticket, phone: person(15).phone })).statusCode).toBe(422)
  expect((await fileOf(cookieFrom(await again({ room, ticket })))).ties.map(({ id }) => id)).toEqual([tieOf(two).id])
})

test('no name, phone or word of a request stands in the log, the addresses or the record of acts', async () => {
  expect(world.log.join('\n')).not.toMatch(/1990000\d{4}|户口本上|欧阳小雨/)
  const { rows } = await world.database.pool('linli_owner')
    .query("select facts::text as text from act where kind like 'request.%' or kind like 'file.%'")
  expect(rows.map(({ text }) => text).join()).not.toMatch(/户口本上|欧阳|1990000/)
})
