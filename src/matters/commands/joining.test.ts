import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { district, file, followerOf, later, openNeighbourhood, recordOf, run, sees, sure, told, type Neighbourhood } from '../testing.ts'
import { followedKin } from '../views/kin.ts'
import { matterForReporter } from '../views/detail.ts'
import { boardOf, boardScope } from '../views/board.ts'
import { placeById } from '../../places/index.ts'
import { publicActor } from '../../trust/index.ts'
import { addNote } from './add-note.ts'
import { enterVerdict } from './enter-verdict.ts'
import { finishMatter } from './finish-matter.ts'
import { joinMatter, unjoinMatter } from './join-matter.ts'
import { logWork } from './log-work.ts'
import { splitMatter } from './split-matter.ts'
import { stepClock } from './step-clock.ts'
import { resumeMatter, suspendMatter } from './suspend-matter.ts'
import { takeMatter } from './take-matter.ts'
import { verifyMatter } from './verify-matter.ts'
import { withdrawMatter } from './withdraw-matter.ts'
import { clockActor } from '../../trust/index.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const building7 = '990106003001K1-07'
/** A matter, and as many others of the same building as are said, each joined as 'me too'. */
async function withOthers(many: number, code?: string) {
  const root = await file(n, code ? { code } : {})
  const others = []
  for (let i = 0; i < many; i++) others.push(await file(n, { join: root.number, words: `我家门口也是，第${i}户`, at: later(0.1 * (i + 1)), ...(code ? { code } : {}) }))
  return { root, others }
}
async function answer(id: string): Promise<void> {
  expect(told(await run(n, n.as('captain'), later(2), finishMatter, { id, outcome: 'solved', note: '清走了' }))).toBe('finished')
  expect(told(await run(n, n.as('secretary'), later(3), verifyMatter, { id, pass: true, note: '' }))).toBe('answered')
}
const yes = { reached: true, solved: true, satisfied: 'yes' as const, said: '', via: 'follow' as const }
const no = { ...yes, solved: false, satisfied: 'no' as const }

test('[M24] (case 18) six reports joined in one: six are asked, six answer, and the one that is unhappy is reopened alone', async () => {
  const { root, others } = await withOthers(5)
  await answer(root.id)
  const all = [root, ...others]
  for (const { id } of all) {
    const { row, timers, facts } = await recordOf(n, id)
    expect([row.state, row.outcome, row.worked_by, timers.map(({ step }) => step)]).toEqual(['answered', 'solved', n.org('team'), ['close']])
    expect(facts.length).toBeGreaterThan(1)
  }
  for (const [i, { id }] of all.entries()) expect(told(await run(n, followerOf(id), later(4), enterVerdict, { id, ...(i === 3 ? no : yes) }))).toBe(i === 3 ? 'filed' : 'closed')
  const verdicts = await Promise.all(all.map(async ({ id }) => (await recordOf(n, id)).acts.filter((act) => act === 'verdict').length))
  expect(verdicts).toEqual([1, 1, 1, 1, 1, 1])
  const { row } = await recordOf(n, others[2]?.id ?? '')
  expect([row.state, row.joined_to, row.held_by]).toEqual(['filed', null, n.org('community')])
})

test('[M24] (case 19) joined and undone: clocks, ledger, ratings, messages and timer are what they were', async () => {
  const root = await file(n)
  const other = await file(n, { phone: '13800138000' })
  await run(n, n.as('captain'), later(1), takeMatter, { id: other.id })
  await run(n, n.as('captain'), later(1), addNote, { id: other.id, note: '下午去看', seenBy: 'reporter' })
  const pool = n.database.pool('linli_owner')
  const kept = async () => {
    const { row, timers } = await recordOf(n, other.id)
    const { version: _version, touched: _touched, hands: _hands, ...rest } = row
    const ledger = (await pool.query('select stage, org, at, kind, amount, unit, why from clock_entry where matter = $1 order by at, id', [other.id])).rows
    const notes = (await pool.query("select said from matter_entry where matter = $1 and kind not in ('join', 'unjoin') order by at, id", [other.id])).rows
    const parties = (await pool.query('select * from matter_party where matter = $1', [other.id])).rows
    return { rest, timers, ledger, notes, parties }
  }
  const before = await kept()
  expect(told(await run(n, n.as('secretary'), later(2), joinMatter, { id: other.id, to: root.number }))).toBe('joined')
  expect((await recordOf(n, other.id)).timers).toEqual([]) // no clock fires while it is joined
  expect(told(await run(n, clockActor(district, 'd990106'), later(24 * 40), stepClock, { id: other.id }))).toBe('not_due')
  expect(told(await run(n, n.as('secretary'), later(3), unjoinMatter, { id: other.id }))).toBe('taken')
  expect(await kept()).toEqual(before)
})

test('[M24] joining is for the community, never for what is private or dangerous, and only to what is not answered', async () => {
  const [root, other] = [await file(n), await file(n)]
  const join = async (by: 'captain' | 'secretary' | 'secretary2', id: string, to: string) => told(await run(n, n.as(by), later(1), joinMatter, { id, to }))
  expect(await join('captain', other.id, root.number)).toBe('not_yours')
  expect(await join('secretary', root.id, root.number)).toBe('same_matter')
  expect(await join('secretary', other.id, '1120-ZZZZ')).toBe('no_such_matter')
  const quarrel = await file(n, { category: 'neighbour_quarrel', words: '对门天天吵' })
  expect(await join('secretary', quarrel.id, root.number)).toBe('sensitive')
  expect(await join('secretary', other.id, quarrel.number)).toBe('sensitive')
  expect(await join('secretary', other.id, root.number)).toBe('joined')
  const third = await file(n)
  expect(await join('secretary', root.id, third.number)).toBe('has_joined')
  expect(await join('secretary', third.id, other.number)).toBe('joined') // to the root of what is joined
  expect((await recordOf(n, third.id)).row.joined_to).toBe(root.id)
  await answer(root.id)
  expect(await join('secretary', (await file(n)).id, root.number)).toBe('root_ended')
})

test('[M24] who says ‘me too’ with words of danger, of something private or of something that ended is not refused: it is filed by itself', async () => {
  const root = await file(n)
  const danger = await file(n, { join: root.number, words: '楼道堆纸箱，还有很浓的煤气味', category: 'gas' })
  const harm = await file(n, { join: root.number, words: '隔壁又在打孩子', category: 'violence' })
  const gone = await file(n, { join: '1120-ZZZZ' })
  for (const { id, joined } of [danger, harm, gone]) expect([joined, (await recordOf(n, id)).row.state]).toEqual([null, 'filed'])
  const secret = await file(n, { onBoard: false })
  expect((await file(n, { join: secret.number })).joined).toBeNull() // what is on no board is nobody's to join
})

test('[M24] a joiner has a receipt of their own: it opens their matter alone, with the public title and the news of the other one', async () => {
  const { root, others: [mine, neighbour] } = await withOthers(2)
  if (!mine || !neighbour) throw new Error('two were filed')
  await run(n, n.as('captain'), later(1), takeMatter, { id: root.id })
  await run(n, n.as('captain'), later(1), logWork, { id: root.id, note: '跟302室张秀英说好了，明天搬，13812345678' })
  await run(n, followerOf(root.id), later(1), addNote, { id: root.id, note: '我是第一个报的', seenBy: 'reporter' })
  const me = followerOf(mine.id)
  for (const id of [root.id, neighbour.id]) expect(await sees(n, me, id)).toBe(false)
  const [seen, kin] = await withScope(n.db, me, async (tx) => [await matterForReporter(tx, me, mine.id), await followedKin(tx, me, mine.id)] as const)
  expect(seen).toMatchObject({ state: 'joined', number: mine.number, words: '我家门口也是，第0户' })
  expect(kin?.joined).toMatchObject({ title: '梧桐苑3号楼楼道堆物', number: root.number, state: 'taken' })
  expect(kin?.joined?.news.map(({ kind }) => kind)).toEqual(['log', 'take'])
  expect(kin?.also).toBe(2)
  for (const secret of ['纸箱', '第一个报的', '13812345678', '302', '第1户', neighbour.number]) expect(JSON.stringify([seen, kin])).not.toContain(secret)
  expect(await sees(n, me, root.id)).toBe(false)
})

test('[M24] counted in public from two others on, and only the root stands on the board', async () => {
  const compound = n.place('990106003002K1')
  const shown = () => withScope(n.db, publicActor(district), (tx) => placeById(tx, district, compound.id)).then((place) => {
    if (!place) throw new Error('the compound is gone')
    return withScope(n.db, boardScope(district, place), (tx) => boardOf(tx, district, place, later(1)))
  })
  const { root } = await withOthers(1, '990106003002K1-01')
  const alone = await shown()
  expect([alone.open.map(({ number }) => number), alone.open.map(({ also }) => also), alone.tally.open]).toEqual([[root.number], [0], 1])
  await file(n, { code: '990106003002K1-02', join: root.number })
  expect((await shown()).open.map(({ number, also }) => [number, also])).toEqual([[root.number, 2]])
})

test('[M24] the reporter of the root takes it back: the oldest joined takes its place in the same hands, the others go with it, nothing is lost', async () => {
  const { root, others: [oldest, second, third] } = await withOthers(3)
  if (!oldest || !second || !third) throw new Error('three were filed')
  await run(n, n.as('captain'), later(1), takeMatter, { id: root.id })
  expect(told(await run(n, followerOf(root.id), later(2), withdrawMatter, { id: root.id, note: '' }))).toBe('withdrawn')
  const { row, timers } = await recordOf(n, oldest.id)
  expect([row.state, row.held_post, row.joined_to]).toEqual(['taken', n.post('captain'), null])
  expect(timers).toHaveLength(1)
  for (const { id } of [second, third]) expect((await recordOf(n, id)).row).toMatchObject({ state: 'joined', joined_to: oldest.id, joined_state: 'filed' })
  await answer(oldest.id)
  for (const { id } of [second, third]) expect((await recordOf(n, id)).row.state).toBe('answered')
  expect(told(await run(n, n.as('captain7'), later(4), enterVerdict, { id: second.id, ...yes }))).toBe('not_found')
})

test('[M24] who worked on the root enters the answers of none that was joined to it (P03)', async () => {
  const { root, others: [mine] } = await withOthers(1)
  await answer(root.id)
  expect(told(await run(n, n.as('captain'), later(4), enterVerdict, { id: mine?.id ?? '', ...yes, via: 'door' }))).toBe('not_yours')
  expect(told(await run(n, n.as('grid'), later(4), enterVerdict, { id: mine?.id ?? '', ...yes, via: 'door' }))).toBe('closed')
})

test('[M24] what the root’s reporter is told is news to each who joined and left a phone; a joiner’s own word is told to none of them', async () => {
  const root = await file(n)
  const mine = await file(n, { join: root.number, phone: '13800138009' })
  const news = async () => (await recordOf(n, mine.id)).notices.filter(({ template }) => template === 'matter.news').length
  await run(n, n.as('captain'), later(1), takeMatter, { id: root.id })
  await run(n, n.as('captain'), later(1), addNote, { id: root.id, note: '明天来搬', seenBy: 'reporter' })
  await run(n, n.as('captain'), later(1), addNote, { id: root.id, note: '只给同事', seenBy: 'staff' })
  expect(await news()).toBe(2)
  await run(n, followerOf(root.id), later(2), addNote, { id: root.id, note: '快点', seenBy: 'reporter' })
  expect(await news()).toBe(2)
})

test('[M24] the reporter undoes it by their receipt; the matter goes its own way from where it was', async () => {
  const { root, others: [mine] } = await withOthers(1)
  const id = mine?.id ?? ''
  expect(told(await run(n, followerOf(id), later(1), unjoinMatter, { id }))).toBe('filed')
  await answer(root.id)
  const { row, timers } = await recordOf(n, id)
  expect([row.state, row.joined_to, timers.length]).toEqual(['filed', null, 1])
})

test('[M25] split in two: a new number and clocks of its own, the reply still owed since the first was filed, one receipt for both', async () => {
  const both = await file(n, { words: '楼道堆纸箱，楼道灯也不亮', phone: '13800138001' })
  const split = await run(n, n.as('secretary'), later(30), splitMatter, { id: both.id, words: '楼道灯不亮', category: 'lighting' })
  if (!split.ok) throw new Error(split.refusal.code)
  const half = String((await recordOf(n, both.id)).facts.find((facts) => facts['category'] === 'lighting')?.['to'])
  const [first, second] = [await recordOf(n, both.id), await recordOf(n, half)]
  expect([second.row.split_from, second.row.contact, second.row.category]).toEqual([both.id, first.row.contact, 'lighting'])
  expect(second.row.number).not.toBe(first.row.number)
  const clocks = second.row.clocks as { stage: string; from: number }[] // as the store writes them
  expect(clocks.find(({ stage }) => stage === 'reply')?.from).toBe(first.row.filed_at.getTime())
  expect(clocks.find(({ stage }) => stage === 'sign')?.from).toBe(later(30).getTime())
  const ledger = (await n.database.pool('linli_owner').query("select at from clock_entry where matter = $1 and stage = 'reply'", [half])).rows
  expect(ledger).toEqual([{ at: first.row.filed_at }])
  const me = followerOf(both.id)
  const kin = await withScope(n.db, me, (tx) => followedKin(tx, me, both.id))
  expect(kin?.split.map(({ id }) => id)).toEqual([half])
  expect(told(await run(n, n.as('captain'), later(31), splitMatter, { id: both.id, words: '还有一件', category: 'other' }))).toBe('not_yours')
  expect(first.acts).toContain('split')
})

test('[M25] what is split off takes over for how long the reply to the first stood still, line by line of the ledger', async () => {
  const { id } = await file(n, { words: '楼道堆纸箱，楼道灯也不亮' })
  await run(n, n.as('captain'), later(1), takeMatter, { id })
  sure(await run(n, n.as('captain'), later(2), suspendMatter, { id, path: 'owners_share', reviewOn: '2026-12-10', note: '等业主分摊' }))
  sure(await run(n, n.as('captain'), later(100), resumeMatter, { id, note: '' }))
  sure(await run(n, n.as('secretary'), later(101), splitMatter, { id, words: '楼道灯不亮', category: 'corridor_clutter' }))
  const half = String((await recordOf(n, id)).facts.at(-1)?.['to'])
  const lines = async (matter: string) => (await n.database.pool('linli_owner').query(
    "select at, kind, why, amount, unit from clock_entry where matter = $1 and stage = 'reply' order by at", [matter])).rows
  expect(await lines(half)).toEqual(await lines(id))
  expect((await lines(half)).map(({ kind }) => kind)).toEqual(['start', 'pause', 'resume'])
  const due = async (matter: string) => ((await recordOf(n, matter)).row.clocks as { stage: string; due: number }[]).find(({ stage }) => stage === 'reply')?.due
  expect(await due(half)).toBe(await due(id))
})

test('[M24] in another building too: who answers the root answers those that they do not see', async () => {
  const root = await file(n)
  const far = await file(n, { code: building7, join: root.number })
  expect(await sees(n, n.as('captain'), far.id)).toBe(false)
  await run(n, n.as('captain'), later(2), finishMatter, { id: root.id, outcome: 'solved', note: '清走了' })
  await run(n, n.as('grid'), later(3), verifyMatter, { id: root.id, pass: true, note: '' })
  expect((await recordOf(n, far.id)).row.state).toBe('answered')
  expect(await sees(n, n.as('captain'), far.id)).toBe(false)
})
