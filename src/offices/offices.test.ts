import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db, type Scope, type Tx } from '../kit/db.ts'
import { testDatabase, type TestDatabase } from '../kit/testing.ts'
import { placeByCode } from '../places/index.ts'
import { staffActor } from '../trust/index.ts'
import { chainOf, chainsOfCommunity, dutyHolderFor, handOverPost, holdersAt, officerName, partiesOf, posterOf, standingOf, stationsFor,
  type HandOverPost, type Holder } from './index.ts'
import { sampleDistrict as district, saveSample, type Sample } from './sample.testing.ts'

const today = '2026-11-20'
const now = new Date('2026-11-20T02:40:00Z')
const nobody: Scope = { district, person: null, scopes: [], orgs: [], audience: [] }
let database: TestDatabase
let db: Db
let sample: Sample

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(db, nobody, work)
const viewOf = async (tx: Tx, code: string) => {
  const place = await placeByCode(tx, district, code)
  if (place === null) throw new Error(`no place ${code}`)
  return place
}
const dutyAt = (code: string, holder: Holder, day = today) => inTx(async (tx) => dutyHolderFor(tx, district, await viewOf(tx, code), holder, day))
const chainAt = (code: string, day = today) => inTx((tx) => chainOf(tx, district, sample.place(code).id, day))

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 3)
  sample = await inTx(saveSample)
})
afterAll(async () => {
  await db.destroy()
  await database.close()
})

test.each([
  ['白玉芬', ['k990106003001K1.b03'], 0], ['夏雨桐', ['d990106.s003.c001.g01'], 0],
  ['陆晓岚', ['d990106.s003.c001.g01', 'd990106.s003.c001.g02'], 0], ['林素梅', ['d990106.s003.c001'], 1],
  ['庄静仪', ['d990106.s003'], 1], ['孟凡', [], 1], ['万晓', [], 1], ['蒋正平', [], 1],
])('[O4] [O5] %s reaches what the post is for, and no more', async (name, scopes, orgs) => {
  const [standing, ...more] = await inTx((tx) => standingOf(tx, district, sample.person(name), now))
  expect(more).toEqual([])
  expect(standing?.scopes).toEqual(scopes)
  expect(standing?.orgs).toHaveLength(orgs + 1) // and the post itself, to which one matter may be shown
})

test('[O4] a person with two posts has two standings, and a branch reaches each compound it is for', async () => {
  const standings = await inTx((tx) => standingOf(tx, district, sample.person('秦月兰'), now))
  expect(standings.map(({ title, audience, scopes, orgs }) => [title, audience, scopes, orgs.length])).toEqual([
    ['业委会副主任', 'owners', [], 2], ['梧桐苑支部书记', 'branch', ['k990106003001K1', 'k990106003001K3'], 2],
  ])
  expect(standings[1]).toMatchObject({ kind: 'branch_secretary', orgKind: 'branch', orgName: '梧桐苑支部', placeName: '梧桐苑' })
})

test('[O6] a term counts from its first day to the day before its end', async () => {
  const on = (day: string) => inTx(async (tx) => (await standingOf(tx, district, sample.person('杭小妹'), new Date(`${day}T04:00:00Z`))).length)
  expect([await on('2024-12-31'), await on('2025-01-01'), await on('2026-09-30'), await on('2026-10-01')]).toEqual([0, 1, 1, 0])
})

test('[O10] a home resolves to named people at each level', async () => {
  const chain = await chainAt('990106003001K1-03-1-902')
  expect(chain?.levels.map(({ level, posts, gap }) => [level, posts.map(({ holder }) => holder?.name), gap])).toEqual([
    ['captain', ['白玉芬'], null], ['grid_worker', ['夏雨桐'], null], ['grid_lead', ['陆晓岚'], null],
    ['community', ['林素梅', '祝文涛'], null], ['street', ['庄静仪'], null],
  ])
  expect(chain?.teams.map(({ name, members }) => [name, members.length])).toEqual([['梧桐里社区三人指挥组', 2]])
})

test('[O10] a vacant captain falls to the grid worker, and the past keeps its own chain', async () => {
  const [captain] = (await chainAt('990106003002K1-02'))?.levels ?? []
  expect(captain?.gap).toMatchObject({ why: 'vacant', fallsTo: { level: 'grid_worker', name: '毕春燕' } })
  expect(captain?.posts[0]?.vacantSince).toBe('2026-10-01')
  expect((await chainAt('990106003002K1-02', '2026-05-01'))?.levels[0]?.posts[0]?.holder?.name).toBe('杭小妹')
})

test('[O10] of a tall building with two captains a home has the one of its floor', async () => {
  const low = await chainAt('990106003001K1-07-1-301')
  const high = await chainAt('990106003001K1-07-1-2001')
  expect(low?.levels[0]?.posts.map(({ title }) => title)).toEqual(['7号楼楼栋长（低区）'])
  expect(high?.levels[0]).toMatchObject({ gap: { why: 'vacant', fallsTo: { name: '周昊' } } })
})

test('[O10] a common part has no captain, a compound over several grids begins at the community', async () => {
  expect((await chainAt('990106003001K1-P01'))?.levels[0]?.level).toBe('grid_worker')
  expect((await chainAt('990106003001K1'))?.levels[0]?.level).toBe('community')
})

test('[O9] duties find their holder and fall where there is nobody', async () => {
  expect(await dutyAt('990106003001K1-03-1-902', 'captain')).toMatchObject({ name: '3号楼楼栋长', audience: 'captain', as: 'captain', passedOver: [] })
  expect(await dutyAt('990106003002K1-02', 'captain')).toMatchObject({ name: '05网格网格员', audience: 'grid', as: 'grid', passedOver: ['captain'] })
  expect(await dutyAt('990106003001K3-01', 'captain')).toMatchObject({ name: '网格长（老官塘）', as: 'grid' })
  expect(await dutyAt('990106003001K1', 'captain')).toMatchObject({ name: '梧桐里社区居委会', as: 'community', passedOver: ['captain', 'grid'] })
  expect(await dutyAt('990106003001K1-03', 'firm')).toMatchObject({ name: '润庭物业', post: null })
  expect(await dutyAt('990106003002K1-02', 'firm')).toMatchObject({ name: '惠邻物业' })
  expect(await dutyAt('990106003001K3-01', 'firm')).toMatchObject({ name: '梧桐里社区居委会', as: 'community', passedOver: ['firm'] })
  expect(await dutyAt('990106003001K3-01', 'developer')).toMatchObject({ as: 'community', passedOver: ['developer', 'firm'] })
  expect(await dutyAt('990106003001K3-01', 'station:police')).toMatchObject({ name: '桐荫派出所' })
  expect(await dutyAt('990106003001K3-01', 'station:housing')).toMatchObject({ name: '区住建局物业管理科' })
  expect(await dutyAt('990106003001K3-01', 'station:fire')).toMatchObject({ name: '桐荫街道办事处', as: 'street' })
  expect(await dutyAt('990106003001K3-01', 'utility:water')).toMatchObject({ name: '云汀水务汀南营业所', orgKind: 'utility' })
})

test('[O9] all holders of a place come at once, without those who are not there', async () => {
  const there = await inTx(async (tx) => holdersAt(tx, district, await viewOf(tx, '990106003001K3-01'), today))
  expect(there.has('captain')).toBe(false)
  expect(there.has('firm')).toBe(false)
  expect(there.get('mediation')).toMatchObject({ name: '调解委员会主任', post: sample.post('调解委员会主任') })
  expect(there.get('named_worker')).toMatchObject({ name: '民政残联专干', audience: 'community' })
  expect(there.get('branch')?.name).toBe('梧桐苑支部')
})

test('[O11] a station bound to the compound comes first there, with its hours, and nowhere else', async () => {
  expect(await dutyAt('990106003001K1-03', 'station:enforcement')).toMatchObject({ name: '梧桐苑执法工作站' })
  expect(await dutyAt('990106003002K1-02', 'station:enforcement')).toMatchObject({ name: '街道综合行政执法队' })
  const [first] = await inTx(async (tx) => stationsFor(tx, district, await viewOf(tx, '990106003001K1-03'), today))
  expect(first).toMatchObject({ name: '梧桐苑执法工作站', hours: '周一至周五 9:00–17:00', firstInLine: true })
})

test('parties of a compound are those that work can be given to', async () => {
  const names = await inTx(async (tx) => (await partiesOf(tx, district, await viewOf(tx, '990106003001K1-03'), today)).map(({ name }) => name))
  expect(names).toEqual(expect.arrayContaining(['润庭物业', '梧桐苑业委会', '梧桐里社区居委会', '桐荫派出所', '云汀水务汀南营业所']))
  for (const other of ['惠邻物业', '楼栋长联合会', '听雨桥社区居委会']) expect(names).not.toContain(other)
})

test('[O13] what is missing in a community is listed, with whom it falls to', async () => {
  const missing = async (code: string) => (await inTx((tx) => chainsOfCommunity(tx, district, sample.place(code).id, today)))
    ?.vacancies.map(({ why, title, fallsTo }) => [why, title, fallsTo?.name])
  expect(await missing('990106003001')).toEqual([
    ['vacant', '04网格网格员', '沈桂英'], ['vacant', '7号楼楼栋长（高区）', '周昊'],
    ['no_captain', '老官塘院1号楼楼栋长', '沈桂英'], ['no_manager', '老官塘院管理责任主体', '林素梅'],
  ])
  expect(await missing('990106003002')).toEqual([
    ['vacant', '2号楼楼栋长', '毕春燕'], ['vacant', '听雨桥社区第一书记', '顾长河'], ['no_branch', '纺机新村党支部', '顾长河'],
  ])
  expect(await missing('990106003001K1')).toBeUndefined()
})

test('[O14] the poster names the domain, building and grid worker, and of the captain what they chose', async () => {
  const poster = (code: string) => inTx((tx) => posterOf(tx, district, sample.place(code).id, today, 'linli.example'))
  expect(await poster('990106003001K1-03')).toMatchObject({
    placeName: '梧桐苑3号楼', address: 'linli.example/d/7KQ3M2XZ', captains: [{ name: '白玉芬', phone: '19900000303' }],
    gridWorker: { title: '01网格网格员', name: '夏雨桐' }, firm: { name: '润庭物业' }, complaints: { name: '梧桐里社区居委会' },
  })
  expect((await poster('990106003001K1-07'))?.captains).toEqual([
    { title: '7号楼楼栋长（低区）', held: true, name: null, phone: null }, { title: '7号楼楼栋长（高区）', held: false, name: null, phone: null },
  ])
  expect((await poster('990106003002K1-02'))?.complaints?.name).toBe('桐荫街道办事处')
  expect(await poster('990106003001K1-03-1-902')).toBeNull()
})

async function handOver(by: string, input: Omit<HandOverPost, 'post'> & { title: string }) {
  const { title, ...rest } = input
  const [standing] = await inTx((tx) => standingOf(tx, district, sample.person(by), now))
  if (standing === undefined) throw new Error(`${by} holds no post`)
  const actor = staffActor(district, sample.person(by), standing)
  return withScope(db, { ...actor, person: actor.person }, async (tx) => {
    const result = await handOverPost({ tx, actor, at: now }, { post: sample.post(title), ...rest })
    const { acts } = await tx.selectFrom('act').select((e) => e.fn.countAll<string>().as('acts')).where('subject_id', '=',
      sample.post(title)).executeTakeFirstOrThrow()
    return { result, acts: Number(acts) }
  })
}

test('[O7] a captain needs a yes in writing, a stranger finds nothing, and the community hands over with an act', async () => {
  const next = { title: '3号楼楼栋长', person: sample.person('夏雨桐') }
  expect((await handOver('顾长河', next)).result).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  expect((await handOver('夏雨桐', next)).result).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  expect((await handOver('林素梅', next)).result).toMatchObject({ ok: false, refusal: { code: 'consent_missing' } })
  expect((await handOver('林素梅', { ...next, day: '2026-12-01', consentAt: today })).result).toMatchObject({ ok: false,
    refusal: { code: 'hand_over_later' } })
  expect(await handOver('林素梅', { ...next, consentAt: today })).toMatchObject({ result: { ok: true, value: { from: today, overlap: false } }, acts: 1 })
  expect((await chainAt('990106003001K1-03'))?.levels[0]?.posts[0]?.holder?.name).toBe('夏雨桐')
  expect((await chainAt('990106003001K1-03', '2026-11-19'))?.levels[0]?.posts[0]?.holder?.name).toBe('白玉芬')
})

test('[O7] a captain leaves by themselves, and the duty falls to the grid worker the same minute', async () => {
  expect((await handOver('董巧云', { title: '7号楼楼栋长（低区）', person: null })).result).toMatchObject({ ok: true, value: { tenure: null } })
  expect(await dutyAt('990106003001K1-07-1-301', 'captain')).toMatchObject({ name: '02网格网格员', as: 'grid' })
})

test('offices of another district are not seen, and officers have their names', async () => {
  const foreign = { ...nobody, district: '990107' }
  expect(await withScope(db, foreign, (tx) => standingOf(tx, district, sample.person('林素梅'), now))).toEqual([])
  expect(await withScope(db, foreign, (tx) => officerName(tx, sample.person('林素梅')))).toBe('')
  expect(await inTx((tx) => officerName(tx, sample.person('林素梅')))).toBe('林素梅')
})

test('a copied path cannot be another place\'s', async () => {
  await expect(inTx((tx) => tx.updateTable('post').set({ path: 'd990106.s003.c002' }).where('district', '=', district)
    .where('id', '=', sample.post('3号楼楼栋长')).execute())).rejects.toThrow(/foreign key/)
})

test('[O18] whoever gets a post of the owners’ committee and sits on the residents’ committee is told of, and has it all the same', async () => {
  expect((await handOver('林素梅', { title: '业委会副主任', person: sample.person('何晓玲') })).result).toMatchObject({ ok: true, value: { overlap: true } })
})
