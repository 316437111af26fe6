import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { openSigner, sealDistrict } from '../../record/index.ts'
import { enterVerdict } from '../commands/enter-verdict.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { handOverMatter } from '../commands/hand-over-matter.ts'
import { verifyMatter } from '../commands/verify-matter.ts'
import { foldRates } from '../jobs/rates.ts'
import { verifyRates } from '../jobs/verify-rates.ts'
import { building3, district, file, followerOf, later, recordOf, run, start, sure, type Neighbourhood, type PostKey, type Said } from '../testing.ts'
import { openRoutes, type Asked, type Method } from './routes.testing.ts'

let asked: Asked
let n: Neighbourhood
let owner: Db
let folder: string
beforeAll(async () => {
  asked = await openRoutes()
  n = asked.n
  owner = openDb(n.database.connection, 'linli_owner', 2)
  folder = await mkdtemp(path.join(tmpdir(), 'linli-rates-'))
})
afterAll(async () => { await owner.destroy(); await rm(folder, { recursive: true }); await asked.close() })

const month = '2026-12'
type Row = { key: string; name: { zh: string }; counts: { visits: number; solved: number; leftOut: number }; rates: { solved: { size: string;
  permille: number | null } } }
type RatesReply = { place: { name: string; kind: string }; by: string; cuts: string[]; total: Row; rows: Row[]; period: { month: string;
  first: string; last: string }
  months: string[]; leftOut: { ground: string; count: number }[]; waiting: number }
type VisitReply = { items: { matter: { id: string } | null; org: { name: string } | null; said: string | null; day: string; solved: boolean;
  asked: string | null }[]
  next: string | null }
type Answer = { readonly solved?: boolean; readonly satisfied?: 'yes' | 'basically' | 'no'; readonly said?: string }

/** A matter of building 3, done by its captain or handed to the firm, verified and judged. */
async function judged(answer: Answer = {}, said: Said = {}, by: 'captain' | 'firm' = 'captain'): Promise<string> {
  const { id } = await file(n, said)
  if (by === 'firm') sure(await run(n, n.as('captain'), start, handOverMatter, { id, to: 'firm', reason: 'not_our_duty', note: '公共部位是物业的' }))
  sure(await run(n, n.as(by), start, finishMatter, { id, outcome: 'solved', note: '好了' }))
  sure(await run(n, n.as('grid'), start, verifyMatter, { id, pass: true, note: '看过' }))
  const { solved = true, satisfied = 'yes', said: words = '' } = answer
  sure(await run(n, followerOf(id), later(1), enterVerdict, { id, reached: true, solved, satisfied, said: words, via: 'follow' }))
  return id
}

async function settle(): Promise<void> {
  const signer = await openSigner(folder)
  while ((await sealDistrict(owner, district, { signer, at: start })).sealed > 0);
  while (await foldRates(owner, district) > 0);
}
const read = async <V>(key: PostKey, url: string): Promise<V> => {
  asked.as(key)
  const reply = await asked.send('GET', url)
  if (reply.statusCode !== 200) throw new Error(`${key} ${url}: ${reply.body}`)
  return reply.json<V>()
}
const status = async (key: PostKey | null, method: Method, url: string, body?: object): Promise<[number, string | undefined]> => {
  asked.as(key)
  const reply = await asked.send(method, url, body)
  return [reply.statusCode, reply.json<{ code?: string }>().code]
}
const visits = (key: PostKey, more = ''): Promise<VisitReply> => read<VisitReply>(key, `/rates/visits?period=${month}${more}`)

test('[R5] [R7] given eleven matters judged, then the community reads their rates by party, and every figure opens the matters behind it',
  async () => {
  const unhappy = await judged({ solved: false, satisfied: 'no', said: '又堆了' }, {}, 'firm')
  for (let count = 0; count < 10; count++) await judged()
  await settle()
  const rates = await read<RatesReply>('secretary', '/rates')
  expect(rates).toMatchObject({ place: { name: '梧桐里社区', kind: 'community' }, by: 'party', cuts: ['party', 'compound', 'category'],
    period: { month, first: '2026-11-19', last: '2026-12-18' } })
  expect(rates.total.counts).toMatchObject({ visits: 11, solved: 10 })
  expect(rates.rows.find(({ name }) => name.zh === '润庭物业')).toMatchObject({ counts: { visits: 1, solved: 0 }, rates: { solved: { size: 'small' } } })
  expect(rates.rows.find(({ name }) => name.zh === '梧桐苑业委会')).toMatchObject({ counts: { visits: 0 }, rates: { solved: { size: 'none',
    permille: null } } })
  const behind = await visits('secretary', '&set=not_solved')
  expect(behind.items).toMatchObject([{ matter: { id: unhappy }, org: { name: '润庭物业' }, said: '又堆了', day: '2026-11-20', solved: false }])
  expect((await visits('secretary')).items).toHaveLength(11)
  expect((await read<RatesReply>('street', '/rates')).rows.map(({ name, counts }) => [name.zh, counts.visits])).toEqual([['梧桐里社区', 11], ['听雨桥社区', 0]])
  expect(await verifyRates(owner, district)).toMatchObject({ ok: true, visits: 11 })
})

test('[R7] the visits behind a figure are read page by page, each once, and by row', async () => {
  const first = await visits('street', '&limit=4')
  const second = await visits('street', `&limit=100&after=${first.next}`)
  const ids = [...first.items, ...second.items].map(({ matter }) => matter?.id)
  expect([first.items.length, second.next, new Set(ids).size, ids.length]).toEqual([4, null, 11, 11])
  expect((await visits('street', `&by=party&key=${n.org('firm')}`)).items).toHaveLength(1)
  expect((await visits('street', '&by=category&key=fire_safety')).items).toHaveLength(11)
  expect((await visits('street', '&by=party&key=nonsense')).items).toEqual([])
})

test('[R7] a party reads its own and nobody else’s; captains and grid workers have none; elsewhere is not found', async () => {
  const own = await read<RatesReply>('firm', '/rates')
  expect([own.total.counts.visits, own.rows.map(({ name }) => name.zh)]).toEqual([1, ['梧桐里社区']])
  expect((await visits('firm')).items.map(({ said }) => said)).toEqual(['又堆了'])
  expect((await visits('firm', `&by=party&key=${n.org('community')}`)).items).toEqual([])
  expect((await read<RatesReply>('firm2', '/rates')).total.counts.visits).toBe(0)
  for (const key of ['captain', 'grid'] as const) {
    for (const url of ['/rates', `/rates/visits?period=${month}`, '/rates/exclusions']) {
      expect([key, ...await status(key, 'GET', url)]).toEqual([key, 403, 'wrong_post'])
    }
  }
  const other = n.place('990106003002').id
  for (const url of [`/rates?place=${other}`, `/rates/visits?period=${month}&place=${other}`, `/rates/exclusions?place=${other}`]) {
    expect(await status('secretary', 'GET', url)).toEqual([404, 'not_found'])
    expect((await status('street', 'GET', url))[0]).toBe(200)
    expect(await status(null, 'GET', url)).toEqual([401, 'signed_out'])
  }
  expect((await read<RatesReply>('secretary2', '/rates')).total.counts.visits).toBe(0)
})

test('[R2] the months go back to the first with a visit, and one without any says so in words for every row', async () => {
  const rates = await read<RatesReply>('secretary', '/rates?period=2026-10')
  expect(rates.total.rates.solved).toMatchObject({ size: 'none', permille: null })
  expect(rates.months[0]).toBe(month)
  expect(await status('secretary', 'GET', '/rates?period=2026-13')).toEqual([400, 'bad_request'])
})

test('[R9] (case 30) the rates are read from the rollup alone: also while matters, acts and visits are locked away', async () => {
  const client = await n.database.pool('linli_owner').connect()
  try {
    await client.query('begin; lock table matter, matter_entry, act, rate_visit in access exclusive mode')
    for (const by of ['community', 'party', 'compound', 'category']) {
      expect((await read<RatesReply>('street', `/rates?by=${by}`)).total.counts.visits).toBeGreaterThan(0)
    }
  } finally { await client.query('rollback'); client.release() }
})

test('[R7] the sums of the rollup are those that the policy lets through, whoever asks for whatever', async () => {
  const communities = ['990106003001', '990106003002'].map(code => n.place(code).path)
  for (const key of ['street', 'secretary', 'secretary2', 'firm', 'firm2', 'branch', 'captain', 'grid', 'police'] as const) {
    const actor = n.as(key)
    const [summed, walled] = await withScope(n.db, actor, async (tx) => [
      await sql<{ n: number }>`select coalesce(sum(visits), 0)::int as n
        from rate_sums('party', ${month}, ${communities}::text[], null, null)`.execute(tx),
      await sql<{ n: number }>`select coalesce(sum(visits), 0)::int as n from rate where period = ${month}`.execute(tx),
    ])
    expect([key, summed?.rows]).toEqual([key, walled?.rows])
  }
})

test('[R8] what is closed to the street is in nobody’s rates, so that no two totals tell of it', async () => {
  const before = (await read<RatesReply>('secretary', '/rates')).total.counts.visits
  const { id } = await file(n, { words: '隔壁男的天天打老婆' })
  expect((await recordOf(n, id)).row.closed_to).toContain('street')
  sure(await run(n, n.as('named'), start, finishMatter, { id, outcome: 'solved', note: '已报警，人安置好' }))
  sure(await run(n, n.as('secretary'), start, verifyMatter, { id, pass: true, note: '看过' }))
  sure(await run(n, followerOf(id), later(1), enterVerdict, { id, reached: true, solved: true, satisfied: 'yes', said: '', via: 'follow' }))
  await settle()
  expect((await read<RatesReply>('secretary', '/rates')).total.counts.visits).toBe(before)
  expect((await visits('secretary')).items.some(({ matter }) => matter?.id === id)).toBe(false)
})

test('[R6] the community asks for a judgment to be left out, the street decides; it stays visible as a count with its ground', async () => {
  const id = await judged({ solved: false, satisfied: 'no' })
  const ask = { ground: 'judged_other', note: '评的是另一栋的灯' }
  const url = `/matters/${id}/exclusion`
  expect(await status('secretary', 'POST', url, ask)).toEqual([422, 'nothing_to_leave_out'])
  await settle()
  const before = await read<RatesReply>('street', '/rates')
  expect(await status(null, 'POST', url, ask)).toEqual([401, 'signed_out'])
  expect(await status('secretary2', 'POST', url, ask)).toEqual([404, 'not_found'])
  expect(await status('captain', 'POST', url, ask)).toEqual([422, 'not_yours'])
  expect(await status('secretary', 'POST', url, { ...ask, version: 900 })).toEqual([409, 'stale'])
  expect(await status('secretary', 'POST', url, ask)).toEqual([200, undefined])
  expect(await status('deputy', 'POST', url, ask)).toEqual([422, 'already'])
  await settle()
  const waiting = await read<RatesReply>('street', '/rates')
  expect([waiting.waiting, waiting.total.counts.visits]).toEqual([1, before.total.counts.visits])
  expect((await visits('street', '&set=not_solved')).items.find(({ matter }) => matter?.id === id)?.asked).toBe('judged_other')
  const decide = `${url}-decision`
  expect(await status('secretary', 'POST', decide, { leaveOut: true, note: '同意' })).toEqual([422, 'not_yours'])
  expect(await status('street', 'POST', decide, { leaveOut: true, note: '查过，评错了件' })).toEqual([200, undefined])
  await settle()
  const after = await read<RatesReply>('secretary', '/rates')
  expect([after.waiting, after.total.counts.visits, after.total.counts.leftOut, after.leftOut]).toEqual([0, before.total.counts.visits - 1, 1,
    [{ ground: 'judged_other', say: expect.anything(), count: 1 }]])
  expect((await visits('street', '&set=left_out')).items.map(({ matter }) => matter?.id)).toEqual([id])
  const { items } = await read<{ items: object[] }>('street', `/rates/exclusions?period=${month}`)
  expect(items).toMatchObject([{ matter: id, asked: { org: '梧桐里社区居委会', said: '评的是另一栋的灯' },
    decided: { org: '桐荫街道办事处', said: '查过，评错了件', leftOut: true } }])
  expect((await recordOf(n, id)).acts).toEqual(expect.arrayContaining(['exclude_asked', 'excluded']))
  expect(await verifyRates(owner, district)).toMatchObject({ ok: true })
})

test('[R6] kept in, it counts on, and may be asked for again', async () => {
  const id = await judged({ satisfied: 'no', solved: false }, { code: building3 })
  await settle()
  const before = (await read<RatesReply>('street', '/rates')).total.counts
  expect((await status('secretary', 'POST', `/matters/${id}/exclusion`, { ground: 'disaster', note: '那几天暴雨' }))[0]).toBe(200)
  expect((await status('streetDesk', 'POST', `/matters/${id}/exclusion-decision`, { leaveOut: false, note: '暴雨在这之后' }))[0]).toBe(200)
  await settle()
  expect((await read<RatesReply>('street', '/rates')).total.counts).toEqual(before)
  expect((await status('secretary', 'POST', `/matters/${id}/exclusion`, { ground: 'entered_wrong', note: '纸上写的是满意' }))[0]).toBe(200)
})

test('[R10] the board tells anybody which share of a party’s answered matters was only explained, and nothing of a base below ten', async () => {
  type Share = { name: string; size: string; base?: number; explained?: number; permille?: number }
  const shares = async (code = '990106003001K1'): Promise<Share[]> => {
    asked.as(null)
    const reply = await asked.send('GET', `/boards/${n.place(code).id}`)
    return reply.json<{ explained: { months: number; parties: Share[] } }>().explained.parties
  }
  const of = async (name: string): Promise<Share | undefined> => (await shares()).find((one) => one.name === name)
  const explained = async (said: Said, captain: PostKey): Promise<void> => {
    const { id } = await file(n, said)
    sure(await run(n, n.as(captain), start, handOverMatter, { id, to: 'firm', reason: 'not_our_duty', note: '公共部位是物业的' }))
    sure(await run(n, n.as('firm'), start, finishMatter, { id, outcome: 'explained', note: '明年一起修，今年先不动，单子给您看了。' }))
    sure(await run(n, n.as('grid'), start, verifyMatter, { id, pass: true, note: '问过' }))
    sure(await run(n, followerOf(id), later(1), enterVerdict, { id, reached: true, solved: false, satisfied: 'no', said: '没用', via: 'follow' }))
  }
  await explained({}, 'captain')
  await settle()
  expect(await of('润庭物业')).toEqual({ name: '润庭物业', kind: 'firm', size: 'small' })
  for (let count = 0; count < 9; count++) await judged({}, {}, 'firm')
  await explained({ category: 'noise_home', words: '楼上吵' }, 'grid') // what never stands on a board is in no public number
  await settle()
  const { counts } = (await read<RatesReply>('secretary', '/rates?by=party')).rows.find(({ name }) => name.zh === '润庭物业') ?? {}
  expect(await of('润庭物业')).toEqual({ name: '润庭物业', kind: 'firm', size: 'enough', base: (counts?.visits ?? 0) - 1, explained: 1,
    permille: Math.round(1000 / ((counts?.visits ?? 0) - 1)) })
  expect(await of('梧桐苑业委会')).toEqual({ name: '梧桐苑业委会', kind: 'owners', size: 'none' })
  expect((await shares()).map(({ name }) => name)).not.toContain('楼栋长联合会') // few people stand behind it
  expect((await shares('990106003002K1')).every(({ size }) => size === 'none')).toBe(true)
})
