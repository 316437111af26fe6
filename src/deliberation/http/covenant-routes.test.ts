import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '../../app/testing/world.ts'
import { setClockOffset } from '../../kit/clock.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { clockActor, makePersonKey, readClaim, signClaim } from '../../trust/index.ts'
import { settleCovenants } from '../commands/covenant/adopt.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let [worker, captain] = ['', '']
beforeAll(async () => {
  world = await openWorld()
  ;[worker, captain] = [world.cookies.get('worker') ?? '', world.cookies.get('captain') ?? '']
}, 120_000)
afterAll(async () => { await world?.close() })

const district = '990106'
const clock = clockActor(district, 'd990106')
const ask = (cookie: string, url: string, body?: object) => world.send({ method: body ? 'POST' : 'GET', url: `/api/v1${url}`, cookie, ...(body ? { body } : {}) })
const later = async (days: number): Promise<void> => {
  setClockOffset(Date.parse('2026-11-20T10:40:00+08:00') + days * 86_400_000 - Date.now())
  await world.renew()
  ;[worker, captain] = [world.cookies.get('worker') ?? '', world.cookies.get('captain') ?? '']
}
const asClock = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(world.db, clock, work)
const placeOf = (code: string): string => world.demo.places.find((one) => one.code === code)?.id ?? ''
async function speaker(name: string, phone?: Buffer): Promise<string> {
  const [id, { person }] = [newId(), makePersonKey(district)]
  await asClock((tx) => tx.insertInto('speaker').values({ district, id, phone_hash: phone ?? Buffer.from(id), person, name, minor: false, since: new Date() }).execute())
  return `linli_speaker=${signClaim(`speaker ${district}`, JSON.stringify({ id, name, compound: null, building: null, minor: false }), Math.floor(Date.now() / 1000) + 90 * 86_400)}`
}
/** The same telephone after it left and came back: the row of before keeps nothing of it. */
async function speakerAgain(cookie: string, name: string): Promise<string> {
  const before = JSON.parse(readClaim(`speaker ${district}`, cookie.slice('linli_speaker='.length), new Date()) ?? '{}') as { id: string } // signed above
  await asClock((tx) => tx.updateTable('speaker').set({ phone_hash: Buffer.from(newId()), name: '已离开' }).where('id', '=', before.id).execute())
  return speaker(name, Buffer.from(before.id))
}
type Read = { moves: string[]; stops: { explain: { zh: string } } | null; next: { n: number; state: string; changes: { key: string; kind: string }[] } | null
  force: { n: number; yes: number; answers: number; signatures: number; text: { key: string; words: string }[] } | null; signed: boolean
  amendments: { id: string; clause: string; number: number | null; state: string; answer: string | null; parts: { kind: string; text: string }[] }[]; versions: { n: number; state: string }[] }
const first = [{ words: '跳舞可以，晚上八点半以后音响关掉。' }, { words: '遛狗拴绳，走外圈。' }, { words: '高考那几天，全小区都静一静。' }]

/** A vote of the place, as far as a covenant asks of one, whose result can be posted. */
async function held(place: string, item = 'other'): Promise<{ readonly id: string; readonly post: (outcome: 'passed' | 'not_passed', yes: number, answers: number) => Promise<void> }> {
  const id = newId()
  await asClock(async (tx) => {
    const { path, keeper } = await tx.selectFrom('covenant').select(['path', 'keeper']).where('place', '=', place).executeTakeFirstOrThrow()
    await tx.insertInto('vote').values({ district, id, kind: 'motion', place, path, keeper, electorate: place, number: `2026-${id.slice(-4)}`, title: '通过邻里公约', item, secret: true,
      state: 'open', started_by: 'residents', rules: '{}', channels: ['phone'] }).execute()
  })
  return { id, post: (outcome, yes, answers) => asClock(async (tx) => {
    const shown = { outcome, tookPart: { heads: answers, area: 0 }, questions: [{ options: [{ id: 'agree', heads: yes }] }] }
    await tx.updateTable('vote').set({ state: 'published', published_at: new Date(), result: JSON.stringify({ shown }) }).where('id', '=', id).execute()
  }) }
}

test('[DC1]–[DC9] a covenant from its first draft to what is signed: posted for fifteen days, amended by clause, a posted version never edited, adopted by a vote', async () => {
  const place = placeOf('990106003001')
  const begun = await ask(worker, '/covenants', { place, title: '梧桐里邻里公约', clauses: first })
  expect(begun.json()).toMatchObject({ n: 1, state: 'draft' })
  const { id } = begun.json<{ id: string }>()
  const staff = async (): Promise<Read> => (await ask(worker, `/covenants/${id}`)).json<Read>()
  const open = async (cookie = ''): Promise<Read> => (await ask(cookie, `/public/covenants/${id}`)).json<Read>()
  expect((await ask(worker, '/covenants', { place, title: '再来一份', clauses: [] })).json()).toMatchObject({ code: 'covenant_there' })
  expect((await ask(captain, '/covenants', { place: placeOf('990106003001K1-03'), title: '三号楼公约', clauses: [] })).json()).toMatchObject({ code: 'not_yours' })
  const clauses = [...first.map(({ words }, at) => ({ key: `c${at + 1}`, words })), { key: null, words: '乱停车的罚款一百。' }]
  expect((await ask(worker, `/covenants/${id}/draft`, { clauses })).json()).toMatchObject({ code: 'penalty' })
  const locust = await speaker('老槐树')
  const amend = (cookie: string, body: object) => ask(cookie, `/public/covenants/${id}/amendments`, body)
  expect((await amend(locust, { clause: 'c1', words: '八点半太早', reason: '下班才到家' })).json()).toMatchObject({ code: 'not_posted' })
  expect((await ask(worker, `/covenants/${id}/post`, { until: '2026-12-04' })).json()).toMatchObject({ code: 'too_short' })
  expect((await ask(worker, `/covenants/${id}/post`, { until: '2026-12-05' })).json()).toMatchObject({ state: 'posted' })
  expect((await ask(worker, `/covenants/${id}/draft`, { clauses: [] })).statusCode).toBe(404)
  expect((await amend(locust, { clause: 'c1', words: '跳舞可以，晚上八点半以后音响关掉，周末到九点。', reason: '周末大家起得晚' })).json()).toMatchObject({ state: 'open' })
  expect((await amend(locust, { clause: null, words: '周末上午也安静，上夜班的人在睡。', reason: '家里有人上夜班' })).json()).toMatchObject({ state: 'open' })
  expect((await amend(locust, { clause: 'c2', words: '遛狗的打13912345678', reason: '好找人来管' })).json()).toMatchObject({ state: 'held' })
  expect((await amend('', { clause: 'c2', words: '', reason: '没人看得住' })).statusCode).toBe(401)
  expect((await ask(captain, `/covenants/${id}/amendments`, { clause: 'c2', words: '', reason: '管不住，写了也白写', name: '3号楼纸条' })).json()).toMatchObject({ state: 'open' })
  expect((await ask(locust, '/public/speakers/me/said')).json()).toMatchObject({ items: [{}, {}, { about: 'amendment', href: `/covenants/${place}` }] })
  const shown = await open()
  expect(shown.amendments.map(({ clause, number, state }) => [clause, number, state])).toEqual([['c2', 2, 'open'], ['c4', null, 'open'], ['c1', 1, 'open']])
  expect(shown.amendments[2]?.parts).toEqual([{ kind: 'same', text: '跳舞可以，晚上八点半以后音响关掉' }, { kind: 'added', text: '，周末到九点' }, { kind: 'same', text: '。' }])
  const [strike, quiet, longer] = shown.amendments.map((one) => one.id)
  const answer = (one: string | undefined, body: object) => ask(worker, `/amendments/${one}/answer`, body)
  expect((await answer(strike, { take: false, answer: '不' })).json()).toMatchObject({ code: 'no_reason' })
  expect((await answer(strike, { take: false, answer: '多数邻居要留这一条' })).json()).toMatchObject({ state: 'declined' })
  expect((await answer(longer, { take: false, answer: '周末也有人要早睡' })).json()).toMatchObject({ state: 'declined' })
  expect((await answer(quiet, { take: true, answer: '夜班的人说得在理' })).json()).toMatchObject({ state: 'taken' })
  expect((await answer(quiet, { take: false, answer: '又改主意了' })).json()).toMatchObject({ code: 'answered' })
  // what was taken makes a new draft; the posted version stands as it was, and the vote waits for the draft
  expect((await open()).versions.map(({ n, state }) => [n, state])).toEqual([[2, 'draft'], [1, 'posted']])
  expect((await ask('', `/public/covenants/${id}/versions/1`)).json<{ text: object[] }>().text).toEqual(first.map(({ words }, at) => ({ key: `c${at + 1}`, words })))
  expect((await ask('', `/public/covenants/${id}/versions/2`)).json<Read['next']>()?.changes.map(({ key, kind }) => [key, kind])).toEqual([['c1', 'same'], ['c2', 'same'], ['c3', 'same'], ['c4', 'added']])
  expect((await ask(worker, `/covenants/${id}/post`, { until: '2026-12-06' })).json()).toMatchObject({ code: 'amendments_open' }) // the one that waits for a look
  await asClock((tx) => tx.updateTable('covenant_amendment').set({ state: 'removed' }).where('state', '=', 'held').execute())
  expect((await staff()).stops?.explain.zh).toMatch('公示到12月5日')
  expect((await ask(worker, `/covenants/${id}/post`, { until: '2026-12-06' })).json()).toMatchObject({ n: 2, state: 'posted' })
  const vote = await held(place)
  expect((await ask(worker, `/covenants/${id}/vote`, { vote: vote.id })).json()).toMatchObject({ code: 'posting_runs' })
  await later(17)
  expect((await staff()).moves).toContain('vote')
  expect((await ask(worker, `/covenants/${id}/vote`, { vote: (await held(place, 'fund_use')).id })).json()).toMatchObject({ code: 'other_item' }) // a vote on money adopts no covenant
  expect((await ask(worker, `/covenants/${id}/vote`, { vote: vote.id })).json()).toMatchObject({ n: 2, state: 'voting' })
  expect((await ask(locust, `/public/covenants/${id}/signatures`, {})).json()).toMatchObject({ code: 'not_in_force' })
  expect(await settleCovenants(world.db, clock, new Date('2026-12-08T02:00:00Z'))).toBe(0)
  await vote.post('passed', 318, 402)
  expect([await settleCovenants(world.db, clock, new Date('2026-12-08T02:00:00Z')), await settleCovenants(world.db, clock, new Date('2026-12-08T02:00:00Z'))]).toEqual([1, 0])
  expect(await open()).toMatchObject({ next: null, force: { n: 2, yes: 318, answers: 402, adoptedOn: '2026-12-08', signatures: 0 }, versions: [{ state: 'adopted' }, { state: 'replaced' }] })
  // once a phone, once a slip, and nobody is named
  const sign = (cookie: string) => ask(cookie, `/public/covenants/${id}/signatures`, {})
  expect([(await sign(locust)).json(), (await sign(locust)).json()]).toMatchObject([{ added: 1 }, { added: 0 }])
  expect((await ask(worker, `/covenants/${id}/paper-signatures`, { slips: ['3-0502', '3-0502 ', '7-1201'] })).json()).toMatchObject({ added: 2 })
  expect([(await open(locust)).signed, (await open()).signed, (await open()).force?.signatures]).toEqual([true, false, 3])
  // who left and opened a name anew is another speaker on the same telephone, and does not sign twice
  expect((await sign(await speakerAgain(locust, '槐树'))).json()).toMatchObject({ added: 0 })
  const poster = await ask('', `/public/covenants/${id}/poster.pdf`)
  expect([poster.statusCode, poster.headers['content-type'], poster.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  expect((await ask('', `/public/covenants/${id}/poster.exe`)).statusCode).toBe(400)
  expect((await ask(worker, `/covenants/${id}/drafts`, { reason: '周末也写上' })).json()).toMatchObject({ n: 3, state: 'draft' })
  expect((await ask(worker, `/covenants/${id}/post`, { until: '2027-01-20' })).json()).toMatchObject({ code: 'nothing_changed' })
  const acts = await world.database.pool('linli_owner').query("select facts::text from act where subject_kind = 'covenant'")
  expect(JSON.stringify(acts.rows)).not.toMatch(/老槐树|夜班|0502/)
})

test('[DC8] a vote that does not pass leaves the version before in force, and a withdrawn one gives the version back to its posting', async () => {
  const place = placeOf('990106003002')
  const other = await world.send({ url: '/api/v1/demo/session', body: { person: (await asClock((tx) => tx.selectFrom('tenure as t').innerJoin('post as p', 'p.id', 't.post')
    .select('t.person').where('p.place', '=', place).where('p.kind', '=', 'community_secretary').executeTakeFirstOrThrow())).person } })
  const secretary = String(other.headers['set-cookie']).split(';')[0] ?? ''
  const { id } = (await ask(secretary, '/covenants', { place, title: '听雨桥邻里公约', clauses: first })).json<{ id: string }>()
  expect((await ask(secretary, `/covenants/${id}/post`, { until: '2026-12-30' })).json()).toMatchObject({ state: 'posted' })
  setClockOffset(Date.parse('2027-01-05T10:40:00+08:00') - Date.now())
  const fresh = String((await world.send({ url: '/api/v1/demo/session', body: { person: (await asClock((tx) => tx.selectFrom('tenure as t').innerJoin('post as p', 'p.id', 't.post')
    .select('t.person').where('p.place', '=', place).where('p.kind', '=', 'community_secretary').executeTakeFirstOrThrow())).person } })).headers['set-cookie']).split(';')[0] ?? ''
  const [gone, lost] = [await held(place), await held(place)]
  expect((await ask(fresh, `/covenants/${id}/vote`, { vote: gone.id })).json()).toMatchObject({ state: 'voting' })
  await asClock((tx) => tx.updateTable('vote').set({ state: 'withdrawn' }).where('id', '=', gone.id).execute())
  expect((await ask(fresh, `/covenants/${id}/settle`, {})).json()).toMatchObject({ state: 'posted' })
  expect((await ask(fresh, `/covenants/${id}/vote`, { vote: lost.id })).json()).toMatchObject({ state: 'voting' })
  await lost.post('not_passed', 90, 200)
  expect((await ask(fresh, `/covenants/${id}/settle`, {})).json()).toMatchObject({ state: 'rejected' })
  expect((await ask('', `/public/covenants/${id}`)).json()).toMatchObject({ force: null, versions: [{ state: 'rejected', yes: 90, answers: 200 }] })
})
