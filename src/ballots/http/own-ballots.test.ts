import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type App } from '../../kit/http.ts'
import { digitsOf } from '../../trust/index.ts'
import { openSigner, sealAll } from '../../record/index.ts'
import { openDb, withScope } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { sure, type PostKey } from '../../offices/testing.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { common } from '../../kit/http.ts'
import { checkBallotReceipt } from '../../../packages/recount/ballot.mjs'
import { checkCount } from '../../../packages/recount/count.mjs'
import { sealVote } from '../commands/votes/count.ts'
import { closeVote } from '../commands/votes/open-close.ts'
import { afterClose, clock, district, during, electorOf, openedVote, openVoting, path, run, type Voting } from '../votes.testing.ts'
import { insertProxies, sealPerson } from '../store/register-bulk.ts'
import { buildingsTold } from '../views/vote-parts.ts'
import { ownBallotRoutes } from './own-ballot-routes.ts'
import { voteFileRoutes } from './vote-file-routes.ts'
import { votesRoutes } from './votes-routes.ts'

let n: Voting
let app: App
let at = during
const folder = mkdtempSync(join(tmpdir(), 'linli-ballots-'))
beforeAll(async () => {
  n = await openVoting()
  app = makeApp()
  const keys = new Map<string, PostKey>([['owners', 'owners'], ['secretary', 'secretary'], ['firm', 'firm'], ['grid', 'grid'], ['captain', 'captain'], ['branch', 'branch']])
  const trust = { district, mode: 'demo' as const, now: () => at, staffOf: async (request: { headers: { [name: string]: unknown } }) => {
    const key = keys.get(String(request.headers['x-as']))
    return key ? ok(n.as(key)) : refuse(common.signedOut)
  } }
  votesRoutes(app, { db: n.db, trust, path })
  voteFileRoutes(app, { db: n.db, trust, path, host: 'linli.test', photos: { open: async () => null } })
  ownBallotRoutes(app, { db: n.db, trust, path, limit: 0 })
  await app.ready()
})
afterAll(async () => { await app.close(); await n.close(); rmSync(folder, { recursive: true }) })

const ask = async (url: string, { body, cookie = '', as = '', key }: { readonly body?: object; readonly cookie?: string; readonly as?: string; readonly key?: string } = {}) => app.inject({
  method: body ? 'POST' : 'GET', url: `/api/v1${url}`, headers: { cookie, 'x-as': as, ...(key ? { 'idempotency-key': key } : {}) }, ...(body ? { payload: body } : {}) })
const codeSent = async (): Promise<string> => {
  const { rows } = await n.database.pool('linli_owner').query("select facts->>'code' as code from outbox where template = 'phone.code' order by id desc limit 1")
  return digitsOf(String(rows[0]?.code))
}
async function opened(label: string): Promise<string> {
  const { phone } = n.home(label)
  await ask('/own-ballots/code', { body: { phone } })
  const reply = await ask('/own-ballots/open', { body: { phone, code: await codeSent() } })
  return String(reply.headers['set-cookie']).split(';')[0] ?? ''
}
const all = async (table: string): Promise<string> => JSON.stringify((await n.database.pool('linli_owner').query(`select * from ${table}`)).rows)

test('[B34] a phone of the register opens its own ballots alone; every other phone gets the same answer and nothing opens', async () => {
  const id = await openedVote(n)
  const stranger = { phone: '13900001111' }
  expect((await ask('/own-ballots/code', { body: stranger })).json()).toEqual({ sent: true })
  expect((await ask('/own-ballots/open', { body: { ...stranger, code: '123456' } })).json()).toMatchObject({ code: 'wrong_code' })
  const cookie = await opened('3-101')
  const { items } = (await ask('/own-ballots', { cookie })).json<{ items: { vote: string; mayCast: boolean; owner: string; homes: string[]; area: number }[] }>()
  expect(items).toMatchObject([{ vote: id, mayCast: true, owner: '业＊＊', homes: ['3-101'], area: 10_000, tookPart: false }])
  const other = (await electorOf(n, id, '7-101')).id
  expect((await ask(`/own-ballots/${id}/${other}`, { cookie })).statusCode).toBe(404)
  expect((await ask(`/own-ballots/${id}/${other}`, { cookie, body: { answers: [{ n: 1, choose: ['agree'] }] } })).json()).toMatchObject({ code: 'not_found' })
  expect((await ask('/own-ballots')).statusCode).toBe(404)
})

test('[B28] P11 a ballot whose answer got lost is sent again and counts once; no row of the database leads from the voter to the choice', async () => {
  const id = await openedVote(n, { secret: true })
  const cookie = await opened('3-302')
  const { id: elector } = await electorOf(n, id, '3-302')
  const send = (choose: string, key: string) => ask(`/own-ballots/${id}/${elector}`, { cookie, key, body: { answers: [{ n: 1, choose: [choose] }] } })
  const [first, second] = await Promise.all([send('agree', 'key-of-one-cast'), send('agree', 'key-of-one-cast')])
  const again = await send('agree', 'key-of-one-cast')
  expect(new Set([first, second, again].map((one) => one.body)).size).toBe(1)
  expect((await send('against', 'key-of-one-cast')).json()).toMatchObject({ code: 'key_reused' })
  expect((await send('agree', 'key-of-another')).json()).toMatchObject({ seq: 2 })
  const rows = await n.database.pool('linli_owner').query('select seq from choice where vote = $1 order by seq', [id])
  expect(rows.rows).toEqual([{ seq: 1 }, { seq: 2 }])
  const { commitment } = first.json<{ commitment: string }>()
  const [kept, choices, casts] = [await all('idempotency'), await all('choice'), await all('cast_ballot')]
  expect([kept.includes(commitment), kept.includes(elector), choices.includes(elector), casts.includes(commitment)]).toEqual([false, false, false, false])
  expect((await ask('/own-ballots', { cookie })).body).not.toContain('agree')
  expect(JSON.stringify((await n.database.pool('linli_owner').query("select * from act where kind not like 'ballots.%'")).rows)).not.toContain(elector)
})

test('[B31] P10 P11 after the sealing the receipt proves that the ballot is in, and a program on another machine agrees', async () => {
  at = during
  const id = await openedVote(n)
  const cookie = await opened('7-302')
  const { id: elector } = await electorOf(n, id, '7-302')
  const cast = await ask(`/own-ballots/${id}/${elector}`, { cookie, body: { answers: [{ n: 1, choose: ['agree'] }] } })
  const { commitment } = cast.json<{ commitment: string }>()
  expect((await ask(`/own-ballots/receipt/${commitment}`)).json()).toMatchObject({ sealed: false, receipt: null })
  at = afterClose
  expect((await ask(`/own-ballots/${id}/${elector}`, { cookie: await opened('7-302'), body: { answers: [{ n: 1, choose: ['against'] }] } })).json())
    .toMatchObject({ code: 'vote_closed', explain: { zh: '投票已经截止，不能再投了。' } })
  sure(await run(n, clock, afterClose, closeVote, { id }))
  sure(await run(n, 'owners', afterClose, sealVote, { id }))
  const owner = openDb(n.database.connection, 'linli_owner', 2)
  await sealAll(owner, await openSigner(folder), () => afterClose)
  await owner.destroy()
  const { receipt } = (await ask(`/own-ballots/receipt/${commitment}`)).json<{ receipt: object }>()
  expect(checkBallotReceipt(receipt)).toMatchObject({ ok: true })
  expect(checkBallotReceipt({ ...receipt, commitment: commitment.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')) })).toMatchObject({ ok: false })
  expect(JSON.stringify(receipt)).not.toContain('agree')
  // counted and not posted: how it came out is told to whoever holds it and counts it, to nobody beside them
  const seen = async (as: string) => { const { result, outcome } = (await ask(`/votes/${id}`, { as })).json(); return [result?.outcome ?? null, outcome] }
  expect([await seen('owners'), await seen('captain'), await seen('branch')]).toEqual([['no_quorum', 'no_quorum'], ['no_quorum', 'no_quorum'], [null, null]])
  const file = await ask(`/votes/${id}/count-file`, { as: 'captain' })
  expect(checkCount(file.body.split('\n').filter(Boolean).map((line) => `${line}\n`), { receipts: [{ name: 'mine', value: receipt }] })).toMatchObject({ ok: true })
  expect([(await ask(`/votes/${id}/count-file`, { as: 'owners' })).statusCode, (await ask(`/votes/${id}/count-file`, { as: 'firm' })).statusCode]).toEqual([404, 404])
  expect([file.body.includes(elector), file.body.includes('7-302')]).toEqual([false, false])
  for (const name of ['notice', 'ballots', 'delivery', 'reading', 'count-sheet', 'posting', 'certificate', 'filing']) {
    const paper = await ask(`/votes/${id}/papers/${name}.docx`, { as: 'owners' })
    expect([name, paper.statusCode, paper.rawPayload.subarray(0, 2).toString()]).toEqual([name, 200, 'PK'])
  }
  expect((await ask(`/votes/${id}/papers/ballots.docx`, { as: 'firm' })).statusCode).toBe(404)
})

test('[B20] P13 the page of a running vote: quorums in words, steps, what waits; who has not voted is the team’s alone, and the public sees no small vote', async () => {
  at = during
  const id = await openedVote(n, { item: 'common_use' })
  const detail = (await ask(`/votes/${id}`, { as: 'owners' })).json()
  expect(detail).toMatchObject({ state: 'open', sealed: true, result: null, participation: { heads: 0, headsNeeded: 4, headsTotal: 6, areaTotal: 57_925, missingArea: 38_617 },
    buildings: [{ name: '3号楼', titles: 3 }, { name: '7号楼', titles: 3 }], roles: ['lead'] })
  expect(detail.may).toEqual(expect.arrayContaining(['casts', 'deliveries', 'electors', 'changes']))
  expect((await ask(`/votes/${id}`, { as: 'secretary' })).json()).toMatchObject({ roles: ['scrutineer'] })
  expect((await ask(`/votes/${id}`, { as: 'branch' })).json()).toMatchObject({ buildings: [], may: ['opinions', 'objections'], objections: [], todos: [], participation: null, channels: null })
  // not by few answers, and not so that what is left of the whole tells of few
  const told = (...homes: readonly (readonly [number, number])[]) => [...buildingsTold(homes.map(([heads, tookPart], i) => ({ id: String(i + 1), heads, tookPart })))]
  expect([told([96, 9], [60, 30]), told([96, 40], [60, 30], [29, 20]), told([96, 40], [60, 30], [29, 6], [60, 9]), told([96, 40], [60, 30])])
    .toEqual([[], ['1'], ['1', '2'], ['1', '2']])
  const card = async (as: string) => (await ask('/votes', { as })).json().items.find((one: { id: string }) => one.id === id)
  expect([(await card('branch')).participation, (await card('captain')).participation.headsTotal]).toEqual([null, 6])
  expect((await ask(`/votes/${id}/electors?voted=no`, { as: 'owners' })).json().items).toHaveLength(6)
  const looks = async () => (await n.database.pool('linli_owner').query("select 1 from act where kind = 'ballots.reminded' and subject_id = $1", [id])).rowCount
  const whole = (await ask(`/votes/${id}/electors`, { as: 'owners' })).json<{ items: { tookPart: boolean | null; casts: unknown[] }[] }>().items
  expect([whole.map(({ tookPart }) => tookPart), await looks()]).toEqual([Array(6).fill(null), 1]) // for delivering one need not know who has voted
  expect([(await ask(`/votes/${id}/electors?voted=yes`, { as: 'owners' })).json().items, await looks()]).toEqual([[], 2])
  expect((await ask(`/votes/${id}/electors?voted=no`, { as: 'firm' })).statusCode).toBe(404)
  expect((await ask(`/public/votes/${id}`)).json()).toMatchObject({ participation: null, result: null, sealed: true })
  expect((await ask(`/public/votes?compound=${n.compound}`)).json().items.length).toBeGreaterThan(3)
  expect((await ask('/votes', { as: 'captain' })).json().items.map((one: { id: string }) => one.id)).toContain(id)
})

test('[B10] on the phone a ballot by written authority names the authority of that home, and nobody speaks for more than the compound allows', async () => {
  at = during
  const id = await openedVote(n)
  const keeper = n.org('owners')
  const told = { name: '业主7-602', phone: n.home('7-602').phone }
  const given = ['3-302', '3-602'].map((label) => ({ id: newId(), head: n.home(label).head, keeper, vote: null, valid_from: '2026-11-01', valid_to: '2027-01-01' }))
  // as they are entered: each with a key of its own, though one person holds both; and one by whoever collects ballots
  const collecting = { id: newId(), head: n.home('3-101').head, keeper, vote: null, valid_from: '2026-11-01', valid_to: '2027-01-01' }
  await withScope(n.db, { ...clock, orgs: [keeper] }, (tx) => insertProxies(tx, district, [...given.map((one) => ({ ...one, ...sealPerson(district, told) })),
    { ...collecting, ...sealPerson(district, { name: '01网格网格员本人', phone: told.phone }) }], during))
  await n.database.pool('linli_owner').query("update vote set rules = jsonb_set(rules, '{rule,proxies,mostPerProxy}', '1') where id = $1", [id])
  const cookie = await opened('7-602')
  const give = async (label: string) => ask(`/own-ballots/${id}/${(await electorOf(n, id, label)).id}`, { cookie, body: { answers: [{ n: 1, choose: ['agree'] }] } })
  expect([(await give('3-602')).statusCode, (await give('7-602')).statusCode, (await give('3-602')).statusCode]).toEqual([200, 200, 200])
  expect((await give('3-302')).json()).toMatchObject({ code: 'proxy_too_many' })
  await n.database.pool('linli_owner').query("update vote set rules = jsonb_set(rules, '{rule,proxies,mostPerProxy}', 'null') where id = $1", [id])
  expect((await give('3-101')).json()).toMatchObject({ code: 'proxy_collects' })
  const { rows } = await n.database.pool('linli_owner').query('select e.head, c.proxy from cast_ballot c join elector e on e.vote = c.vote and e.id = c.elector where c.vote = $1', [id])
  expect(new Map(rows.map((row: { head: string; proxy: string | null }) => [row.head, row.proxy]))).toEqual(new Map([[n.home('3-602').head, given[1]?.id], [n.home('7-602').head, null]]))
})

test('[B35] an owner objects from their own page within the days and reads the answer there; nobody else reads it, and other compounds are not found', async () => {
  at = during
  const id = await openedVote(n)
  const [cookie, neighbour] = [await opened('3-602'), await opened('7-101')]
  const object = async (words: string, who = cookie) => ask('/own-ballots/objections', { cookie: who, body: { vote: id, about: 'delivery', words } })
  const mine = async (who = cookie) => (await ask('/own-ballots/objections', { cookie: who })).json<{ items: { vote: string; mayObject: boolean; why: object | null
    objections: { id: string; words: string; answer: string | null }[] }[] }>().items.find(({ vote }) => vote === id)
  expect((await ask('/own-ballots/objections', { body: { vote: id, about: 'count', words: '没有打开' } })).statusCode).toBe(404)
  expect((await ask('/own-ballots/objections', { cookie, body: { vote: newId(), about: 'count', words: '别的小区' } })).json()).toMatchObject({ code: 'not_found' })
  expect((await object('选票没有送到我家')).statusCode).toBe(200)
  const [said] = (await mine())?.objections ?? []
  expect([said?.words, said?.answer, (await mine(neighbour))?.objections]).toEqual(['选票没有送到我家', null, []])
  const seen = (await ask(`/votes/${id}`, { as: 'owners' })).json<{ objections: { id: string; homes: string | null }[] }>().objections
  expect(seen).toMatchObject([{ id: said?.id, homes: '3-602' }])
  expect((await ask(`/votes/${id}/answers`, { as: 'owners', body: { objection: said?.id, answer: '今天补送，两人签字' } })).statusCode).toBe(200)
  expect((await mine())?.objections[0]?.answer).toBe('今天补送，两人签字')
  const told = (await n.database.pool('linli_owner').query(`select channel, facts, recipient = 'contact:' || (select person from owner where head = $1) as theirs
    from outbox where template = 'objection.answered'`, [n.home('3-602').head])).rows
  expect(told).toEqual([{ channel: 'sms', facts: { vote: id }, theirs: true }]) // that there is an answer, not what it says
  for (let i = 0; i < 5; i++) await object(`第${i}条`, neighbour)
  expect((await object('再来一条', neighbour)).json()).toMatchObject({ code: 'answers_first' })
  await n.database.pool('linli_owner').query("update vote set state = 'published' where id = $1", [id])
  await n.database.pool('linli_owner').query(`insert into vote_step (district, vote, keeper, path, compound_path, code, state, on_day)
    select district, id, keeper, path, compound_path, 'result_posted', 'done', '2026-11-02' from vote where id = $1`, [id])
  expect((await object('太晚了')).json()).toMatchObject({ code: 'objections_over', source: { law: '民法典' }, explain: { zh: expect.stringContaining('2027年11月2日') } })
  expect(await mine()).toMatchObject({ mayObject: false, why: { zh: expect.stringContaining('请求法院撤销') } })
  const acts = await all("act where kind in ('ballots.objected', 'ballots.answered')")
  expect([acts.includes('选票没有送到'), acts.includes('补送'), acts.includes(said?.id ?? '?')]).toEqual([false, false, true])
})
