import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Who } from '../../app/testing/world.ts'
import { setClockOffset } from '../../kit/clock.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { clockActor, makePersonKey, signClaim } from '../../trust/index.ts'
import { askNext } from '../commands/polls/answer-statement.ts'
import { voterOf } from '../commands/polls/voter.ts'
import { openMapDrawer } from '../jobs/draw-maps.ts'
import { weightOf } from '../rules/opinions/index.ts'
import { openPollDesk } from '../views/poll-desk.ts'

let world: Awaited<ReturnType<typeof openWorld>>
const district = '990106'
const clock = clockActor(district, 'd990106')
const START = Date.parse('2026-11-20T10:40:00+08:00')
beforeAll(async () => { world = await openWorld() }, 120_000)
afterAll(async () => { await world?.close() })

const ask = (as: Who, url: string, body?: object, cookie?: string) => world.send({ as, method: body ? 'POST' : 'GET', url: `/api/v1${url}`, cookie, ...(body ? { body } : {}) })
const asClock = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(world.db, clock, work)
const place = (code: string): string => world.demo.places.find((one) => one.code === code)?.id ?? ''
const later = async (days: number): Promise<void> => {
  setClockOffset(START + days * 86_400_000 - Date.now())
  await world.renew()
}

type Somebody = { readonly id: string; readonly cookie: string }
async function speaker(name: string, { minor = false, building = null }: { minor?: boolean; building?: string | null } = {}): Promise<Somebody> {
  const [id, { person }] = [newId(), makePersonKey(district)]
  await asClock((tx) => tx.insertInto('speaker').values({ district, id, phone_hash: Buffer.from(id), person, name, minor, building, since: new Date(START) }).execute())
  const claim = JSON.stringify({ id, name, compound: null, building, minor })
  return { id, cookie: `linli_speaker=${signClaim(`speaker ${district}`, claim, Math.floor(START / 1000) + 90 * 86_400)}` }
}
const said = ['八点半以后音响关掉', '把音量定个数，大家都能看见', '孩子踢球应该有自己的角落', '遛狗拴绳、走外圈', '周末上午也该安静', '中考高考那几天静一静', '花园是坐着聊天的', '先由楼栋长和邻居商量']
async function poll(more: object = {}): Promise<string> {
  const body = { place: place('990106003001K1'), question: '晚饭后的中心花园怎么用', opensOn: '2026-11-20', closesOn: '2026-11-27', perPerson: 2, statements: said, ...more }
  const made = await ask('worker', '/polls', body)
  const { id } = made.json<{ id: string }>()
  await ask('worker', `/polls/${id}/open`, {})
  return id
}
const answer = (who: Somebody, id: string, statement: number, sign: number) => ask('nobody', `/public/polls/${id}/answers`, { statement, sign }, who.cookie)
const answersOf = async (id: string) => (await world.database.pool('linli_owner').query('select voter, statement, sign, seq from poll_answer where poll = $1 order by seq', [id])).rows as
  { voter: string; statement: number; sign: number; seq: string }[] // the columns named

test('[OM13] a poll is drafted by a keeper alone, unseen until it is posted, taken from its first day, and not cut short', async () => {
  const body = { place: place('990106003001K1'), question: '楼下放不放快递柜', opensOn: '2026-11-22', closesOn: '2026-11-24' }
  expect((await ask('nobody', '/polls', body)).statusCode).toBe(401)
  expect((await ask('captain', '/polls', body)).json()).toMatchObject({ code: 'not_yours' })
  expect((await ask('worker', '/polls', { ...body, place: place('990106003002K1') })).statusCode).toBe(404)
  expect((await ask('worker', '/polls', { ...body, opensOn: '2026-11-19' })).json()).toMatchObject({ code: 'too_soon' })
  expect((await ask('worker', '/polls', { ...body, closesOn: '9999-12-31' })).json()).toMatchObject({ code: 'too_long' })
  const { id } = (await ask('worker', '/polls', body)).json<{ id: string }>()
  const who = await speaker('早来的人')
  expect((await ask('nobody', `/public/polls/${id}`)).statusCode).toBe(404)
  const drafts = async (as: Who): Promise<boolean> => (await ask(as, `/polls?place=${body.place}`)).body.includes(id)
  expect([(await ask('supervisor', `/polls/${id}`)).statusCode, await drafts('supervisor'), await drafts('worker')]).toEqual([404, false, true])
  expect((await answer(who, id, 1, 1)).statusCode).toBe(404)
  expect((await ask('worker', `/polls/${id}/open`, {})).json()).toMatchObject({ code: 'no_statement' })
  expect((await ask('worker', `/polls/${id}/statements`, { words: '放在东门，留出轮椅的路' })).json()).toMatchObject({ n: 1, state: 'shown' })
  expect((await ask('worker', `/polls/${id}`)).json()).toMatchObject({ moves: ['open', 'add'], phase: 'soon' })
  expect((await ask('worker', `/polls/${id}/open`, {})).json()).toMatchObject({ state: 'open' })
  expect((await answer(who, id, 1, 1)).json()).toMatchObject({ code: 'not_begun', from: '2026-11-22T00:00:00+08:00' })
  await later(2)
  expect((await answer(who, id, 1, 1)).json()).toEqual({ next: null, answered: 1, of: 1 })
  expect((await ask('worker', `/polls/${id}/close`, {})).json()).toMatchObject({ code: 'too_soon', from: '2026-11-24T00:00:00+08:00' })
  await later(4)
  expect((await ask('firm', `/polls/${id}/close`, {})).statusCode).not.toBe(200)
  expect((await ask('worker', `/polls/${id}/close`, {})).json()).toMatchObject({ state: 'closed' })
  expect((await answer(who, id, 1, -1)).json()).toMatchObject({ code: 'poll_closed' })
  expect((await ask('nobody', `/public/polls/${id}/statements`, { words: '来晚了的一句' }, who.cookie)).json()).toMatchObject({ code: 'poll_closed' })
  await later(0)
})

test('[OM14] an answer is taken once, another sign replaces it, and nobody answers what is gone, without a name or while banned', async () => {
  const [id, who] = [await poll(), await speaker('老槐树', { building: place('990106003001K1-03') })]
  expect((await ask('nobody', `/public/polls/${id}/answers`, { statement: 1, sign: 1 })).statusCode).toBe(401)
  const first = (await answer(who, id, 1, 1)).json<{ next: { n: number }; answered: number; of: number }>()
  expect(first).toMatchObject({ answered: 1, of: 8, next: { name: expect.stringContaining('社区') } })
  expect(first.next.n).not.toBe(1)
  const before = await answersOf(id)
  expect((await answer(who, id, 1, 1)).json()).toEqual(first)
  expect(await answersOf(id)).toEqual(before)
  expect((await answer(who, id, 1, -1)).json()).toMatchObject({ answered: 1 })
  const [changed] = await answersOf(id)
  expect(changed).toMatchObject({ voter: voterOf(district, id, who.id), sign: -1 })
  expect(Number(changed?.seq)).toBeGreaterThan(Number(before[0]?.seq))
  const voters = await world.database.pool('linli_owner').query('select building, channel from poll_voter where poll = $1', [id])
  expect(voters.rows).toEqual([{ building: place('990106003001K1-03'), channel: 'phone' }])
  for (const n of [2, 3, 4, 5, 6, 7]) await answer(who, id, n, 1)
  expect((await answer(who, id, 8, 0)).json()).toEqual({ next: null, answered: 8, of: 8 })
  expect((await answer(who, id, 99, 1)).json()).toMatchObject({ code: 'statement_gone' })
  expect((await ask('nobody', `/public/polls/${id}/answers`, { statement: 1, sign: 2 }, who.cookie)).statusCode).toBe(400)
  await asClock((tx) => tx.updateTable('statement').set({ state: 'removed' }).where('poll', '=', id).where('n', '=', 2).execute())
  expect((await answer(await speaker('后来的人'), id, 2, 1)).json()).toMatchObject({ code: 'statement_gone' })
  await asClock((tx) => tx.updateTable('speaker').set({ banned_until: new Date(START + 86_400_000) }).where('id', '=', who.id).execute())
  expect((await answer(who, id, 3, -1)).json()).toMatchObject({ code: 'banned' })
  expect(JSON.stringify((await world.database.pool('linli_owner').query('select facts from act where subject_id = $1', [id])).rows)).not.toMatch(/老槐树|音响/)
})

test('[OM15] [DS6] a statement has 140 characters as people count, a few of each person, none twice, and waits where it may point at somebody', async () => {
  const [id, who] = [await poll(), await speaker('楼上的人')]
  const add = (words: string, by = who) => ask('nobody', `/public/polls/${id}/statements`, { words }, by.cookie)
  expect((await add('长'.repeat(141))).statusCode).toBe(400)
  expect((await ask('nobody', `/public/polls/${id}/similar`, { words: '晚上八点半以后，音响要关掉' })).json()).toEqual({ items: [{ n: 1, words: said[0] }] })
  expect((await add(' 八点半以后，音响关掉！')).json()).toMatchObject({ code: 'same_statement' })
  expect((await add('𠮷'.repeat(140))).json()).toMatchObject({ n: 9, state: 'shown' })
  expect((await add('找13912345678说去')).json()).toMatchObject({ n: 10, state: 'held' })
  expect((await add('第三句就多了')).json()).toMatchObject({ code: 'enough_statements' })
  expect((await add('放学了也想踢球', await speaker('小朋友', { minor: true }))).json()).toMatchObject({ state: 'held' })
  expect([(await ask('supervisor', `/polls/${id}`)).body.includes('139'), (await ask('worker', `/polls/${id}`)).body.includes('139')]).toEqual([false, true])
  const open = (await ask('nobody', `/public/polls/${id}`)).json<{ statements: { n: number }[]; counts: object }>()
  expect([open.statements.map(({ n }) => n), open.counts]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9], { people: 2, answers: 3, statements: 9 }])
  expect((await ask('worker', `/polls/${id}`)).json<{ statements: { heldFor: string | null }[] }>().statements.slice(-2).map(({ heldFor }) => heldFor)).toEqual(['private', 'minor'])
  expect((await answer(who, id, 10, 1)).json()).toMatchObject({ code: 'statement_gone' })
  // who adds one agrees to it, shown or held, as the voter that they are in this poll: never asked, and changed like any answer
  const mine = async () => (await answersOf(id)).filter(({ voter }) => voter === voterOf(district, id, who.id)).map(({ statement, sign }) => [statement, sign])
  expect(await mine()).toEqual([[9, 1], [10, 1]])
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await answer(who, id, n, 1)
  expect((await answer(who, id, 8, 1)).json()).toEqual({ next: null, answered: 9, of: 9 })
  expect((await answer(who, id, 9, 0)).json()).toMatchObject({ answered: 9 })
  expect((await mine()).at(-1)).toEqual([9, 0])
  // whoever looks after speech finds a statement among what was said last, and its rule and reason stand in its place
  const found = (await ask('worker', '/moderation')).json<{ recent: { about: string; id: string; words: string; moves: string[] }[] }>().recent.find(({ words }) => words === '𠮷'.repeat(140))
  expect(found).toMatchObject({ about: 'statement', moves: ['remove'] })
  expect((await ask('worker', '/moderation', { about: 'statement', id: found?.id, did: 'remove', rule: 'advert', reason: '一整条都是招牌上的字' })).json()).toMatchObject({ state: 'removed' })
  const left = (await ask('nobody', `/public/polls/${id}`)).json<{ statements: { n: number }[]; removed: object[] }>()
  expect([left.statements.length, left.removed]).toMatchObject([8, [{ n: 9, decision: { did: 'removed', rule: 'advert', reason: '一整条都是招牌上的字' } }]])
  expect((await ask('nobody', `/public/moderation?place=${place('990106003001K1')}`)).json()).toMatchObject({ waiting: 2 })
})

test('[OM16] sheets of one’s own buildings are entered each once, with what stands at their foot, and for three days those that were filled in time', async () => {
  const id = await poll()
  const carried = (await ask('captain', '/field/polls')).json<{ items: { id: string; buildings: { id: string }[]; statements: object[] }[] }>().items.find((one) => one.id === id)
  expect(carried?.statements).toHaveLength(8)
  const building = carried?.buildings[0]?.id
  const sheet = { id: newId(), building, said: '放学的时候先让孩子玩', answers: [{ statement: 1, sign: 1 }, { statement: 4, sign: -1 }, { statement: 77, sign: 1 }] }
  const send = (as: Who, sheets: object[]) => ask(as, `/polls/${id}/sheets`, { sheets })
  expect((await send('nobody', [sheet])).statusCode).toBe(401)
  expect((await send('firm', [sheet])).json()).toMatchObject({ code: 'not_yours' })
  expect((await send('captain', [sheet, { ...sheet, id: newId(), building: place('990106003002K1-01') }])).statusCode).toBe(404)
  expect(await answersOf(id)).toEqual([])
  expect((await send('captain', [sheet])).json()).toEqual({ id, taken: 1, already: 0, answers: 2, said: 1 })
  expect((await send('captain', [sheet, { ...sheet, id: newId() }])).json()).toEqual({ id, taken: 1, already: 1, answers: 2, said: 0 })
  expect((await answersOf(id)).map(({ statement, sign }) => [statement, sign])).toEqual([[1, 1], [4, -1], [9, 1], [1, 1], [4, -1], [9, 1]]) // and each to what stands at its own foot
  expect((await ask('worker', `/polls/${id}`)).json()).toMatchObject({ channels: { phone: 0, paper: 2, door: 0 } })
  const listed = (await ask('worker', `/polls?place=${place('990106003001K1')}`)).json<{ items: { id: string; counts: object }[] }>().items
  expect(listed.find((one) => one.id === id)?.counts).toEqual({ people: 2, answers: 6, statements: 9 })
  // the sentence at the foot stands once, names nobody, and waits where it points at somebody
  expect((await send('captain', [{ ...sheet, id: newId(), said: '找13912345678说去' }])).json()).toMatchObject({ said: 1 })
  const { statements } = (await ask('worker', `/polls/${id}`)).json<{ statements: object[] }>()
  expect(statements.slice(8)).toMatchObject([{ n: 9, words: '放学的时候先让孩子玩', name: '一位邻居（纸卷）', state: 'shown' }, { n: 10, state: 'held', heldFor: 'private' }])
  await later(8) // answering ended on the 27th
  const late = (filledOn: string | null) => send('captain', [{ ...sheet, id: newId(), filledOn }])
  expect([(await late(null)).json(), (await late('2026-11-28')).json()]).toMatchObject([{ code: 'filled_late' }, { code: 'filled_late' }])
  expect((await late('2026-11-27')).json()).toMatchObject({ taken: 1 })
  expect((await ask('captain', '/field/polls')).body).toContain(id)
  await ask('worker', `/polls/${id}/close`, {})
  expect((await late('2026-11-27')).json()).toMatchObject({ code: 'poll_closed' })
  await later(0)
})

test('[OM10] what the command serves is the lottery that was promised: a thousand people get statements by their weights, and everybody the same twice', async () => {
  const [id, desk] = [await poll({ statements: said.slice(0, 5) }), openPollDesk(world.db, clock)]
  const here = await desk.of(id)
  const given = [[1, 1, 1, 1, 1, 1], [-1, -1, 0, 1], [0, 0, 0], [1], []] as const
  given.forEach((signs, i) => { for (const sign of signs) here?.count(i + 1, sign) })
  const weights = given.map((signs, i) => weightOf({ id: String(i + 1), seen: signs.length, extremity: 0,
    agree: signs.filter((sign) => sign === 1).length, disagree: signs.filter((sign) => sign === -1).length }))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const [served, people] = [[0, 0, 0, 0, 0], 1000]
  const askAs = async (n: number) => {
    const asked = await askNext({ db: world.db, clock, desk }, { id: `somebody ${n}`, name: '', compound: null, building: null, minor: false }, id, new Date(START))
    return asked.ok ? asked.value.next?.n ?? 0 : 0
  }
  for (let n = 0; n < people; n++) {
    const at = await askAs(n) - 1
    served[at] = (served[at] ?? 0) + 1
  }
  const chi = served.reduce((sum, count, i) => sum + (count - people * (weights[i] ?? 0) / all) ** 2 / (people * (weights[i] ?? 0) / all), 0)
  expect(chi).toBeLessThan(18.5) // 4 degrees of freedom, one in a thousand
  expect(await askAs(7)).toBe(await askAs(7))
})
