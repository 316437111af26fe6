import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { clockActor, readFollow } from '../../trust/index.ts'
import { matterTimers } from '../jobs/clock.ts'
import { district, districtPath, file, followerOf, on, openNeighbourhood, recordOf, run, start, sure, told, type Neighbourhood, type PostKey } from '../testing.ts'
import { listCards } from '../views/cards.ts'
import { matterDetail } from '../views/detail.ts'
import { listReturnVisits, listUnhappyTwice } from '../views/return-visits.ts'
import { acceptPhoto } from './accept-photo.ts'
import { enterVerdict } from './enter-verdict.ts'
import { finishMatter } from './finish-matter.ts'
import { joinMatter } from './join-matter.ts'
import { tryVisit } from './try-visit.ts'
import { verifyMatter } from './verify-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const sweep = (at: Date): Promise<number> => sweepTimers(n.db, () => clockActor(district, districtPath), matterTimers(() => districtPath), at)
const done = { outcome: 'solved', note: '搬走了' } as const
const visits = (key: PostKey) => withScope(n.db, n.as(key), (tx) => listReturnVisits(tx, n.as(key), 100))
const answered = async (more: Parameters<typeof file>[1] = {}): Promise<string> => {
  const { id } = await file(n, more)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  await run(n, n.as('grid2'), on(20, '11:00'), verifyMatter, { id, pass: true, note: '' })
  return id
}

test('[M38] given work in grid 01, then the grid worker of another grid is asked to look, by name of post, and may be helped out by anybody else', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  const held = await recordOf(n, id)
  expect(held.row.verifier).toBe(n.post('grid2'))
  expect(held.notices.map(({ recipient, template }) => `${recipient} ${template}`)).toContain(`post:${n.post('grid2')} matter.your_turn_to_verify`)
  expect(told(await run(n, n.as('worker'), on(20, '11:00'), verifyMatter, { id, pass: true, note: '' }))).toBe('answered')
  expect((await recordOf(n, id)).row).toMatchObject({ verified: 'eyes', verifier: null })
})

test('[M38] whose turn it is reads it on the card and on the matter; others in whose list it stands do not', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  const turn = (key: PostKey) => withScope(n.db, n.as(key), async (tx) => [
    (await listCards(tx, n.as(key), { tab: 'mine', limit: 100 })).items.find((one) => one.id === id)?.yoursToVerify,
    (await matterDetail(tx, n.as(key), id))?.yoursToVerify,
  ])
  expect(await turn('grid2')).toEqual([true, true])
  expect(await turn('worker')).toEqual([false, false])
  expect((await turn('captain'))[1]).toBe(false)
  const toVerify = async (key: PostKey) =>
    (await withScope(n.db, n.as(key), (tx) => listCards(tx, n.as(key), { tab: 'verify', limit: 100 }))).items.map((one) => one.id)
  expect([await toVerify('grid2'), await toVerify('worker'), await toVerify('street')]).toEqual([expect.arrayContaining([id]), [], []])
  await run(n, n.as('grid2'), on(20, '11:00'), verifyMatter, { id, pass: true, note: '' })
  expect((await turn('grid2'))[1]).not.toBe(true)
})

test('[M39] the reporter accepts the photo of afterwards and judges at once; without a photo somebody has to look', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  expect(told(await run(n, followerOf(id), on(20, '11:00'), acceptPhoto, { id }))).toBe('no_photo')
  await n.database.pool('linli_owner').query(`insert into photo (district, id, matter, path, compound_path, parties, closed_to, entry, phase, file, width,
    height, at) select district, gen_random_uuid(), id, path, compound_path, parties, closed_to, id, 'after', 'x', 1, 1, filed_at from matter where id = $1`, [id])
  expect(told(await run(n, n.as('captain'), on(20, '11:00'), acceptPhoto, { id }))).toBe('not_yours')
  expect(told(await run(n, followerOf(id), on(20, '11:00'), acceptPhoto, { id }))).toBe('answered')
  expect((await recordOf(n, id)).row).toMatchObject({ verified: 'photo', outcome: 'solved', solved: null })
})

test('[M39] a neighbour who met the same and joined says that it is done: the other eye, and both are asked by themselves', async () => {
  const [root, joiner] = [await file(n), await file(n)]
  sure(await run(n, n.as('secretary'), start, joinMatter, { id: joiner.id, to: root.number }))
  expect(told(await run(n, followerOf(joiner.id), start, acceptPhoto, { id: joiner.id }))).toBe('wrong_state')
  await run(n, n.as('captain'), start, finishMatter, { id: root.id, ...done })
  expect(told(await run(n, followerOf(joiner.id), on(20, '11:00'), acceptPhoto, { id: joiner.id }))).toBe('answered')
  for (const { id } of [root, joiner]) expect((await recordOf(n, id)).row).toMatchObject({ state: 'answered', verified: 'neighbour', solved: null })
})

test('[M40] nobody verifies in time: the reporter is asked, and it stands there as not verified, never as solved (case 28)', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  for (const day of [24, 25, 26, 27, 30]) for (const time of ['9:00', '11:00', '17:30']) await sweep(on(day, time))
  const held = await recordOf(n, id)
  expect(held.acts.slice(0, 5)).toEqual(['filed', 'finish', 'remind', 'supervise', 'unverified'])
  expect(held.row).toMatchObject({ verified: 'overdue', solved: null })
})

test('[M41] three calls that reach nobody put it outside the base and are counted; a second hand may not make them (case 21)', async () => {
  const id = await answered()
  expect((await visits('secretary')).map((one) => one.id)).toContain(id)
  expect((await visits('grid2')).map((one) => one.id)).not.toContain(id) // verified it
  expect(told(await run(n, n.as('grid2'), on(20, '12:00'), tryVisit, { id, note: '' }))).toBe('not_yours')
  for (const state of ['answered', 'answered', 'same_tries'] as const) {
    expect(told(await run(n, n.as('secretary'), on(20, '14:00'), tryVisit, { id, note: '没人接' }))).toBe(state)
    expect((await visits('secretary')).map((one) => one.id)).toContain(id) // who called in vain calls again
  }
  expect(told(await run(n, n.as('secretary'), on(21, '10:00'), tryVisit, { id, note: '没人接' }))).toBe('closed')
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ tried: 3, reached: null, solved: null, judged_at: null })
  expect(held.facts.slice(-2)).toMatchObject([{ count: 2 }, { tries: 3, outcome: 'solved', org: n.org('team') }])
})

test('[M41] somebody else makes the third try on the same day, and who tried before may write down the answers', async () => {
  const [third, spoken] = [await answered(), await answered()]
  for (const id of [third, spoken]) for (const _ of [1, 2]) sure(await run(n, n.as('secretary'), on(20, '14:00'), tryVisit, { id, note: '' }))
  expect(told(await run(n, n.as('worker'), on(20, '15:00'), tryVisit, { id: third, note: '' }))).toBe('closed')
  expect(told(await run(n, n.as('secretary'), on(20, '15:00'), enterVerdict, { id: spoken, reached: true, solved: true, satisfied: 'yes',
    said: '', via: 'phone' }))).toBe('closed')
})

test('[M41] a link is sent to the phone that was left; looking at it records nothing, only the answers do (case 26)', async () => {
  const id = await answered({ phone: '19900000131' })
  const rows = (await n.database.pool('linli_owner').query("select facts from outbox where template = 'matter.your_verdict' and facts->>'matter' = $1", [id])).rows
  expect(readFollow(rows[0].facts.link, on(20, '12:00'))).toMatchObject({ matter: id })
  expect(readFollow(rows[0].facts.link, on(30, '12:00'))).toBeNull()
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'finish', 'verify'])
})

test('[M16] one reopening, then the street: what did not satisfy twice is on its list', async () => {
  const id = await answered()
  const unhappy = { reached: true, solved: false, satisfied: 'no', said: '', via: 'phone' } as const
  await run(n, n.as('secretary'), on(20, '14:00'), enterVerdict, { id, ...unhappy })
  await run(n, n.as('deputy'), on(20, '15:00'), finishMatter, { id, ...done })
  await run(n, n.as('named'), on(20, '16:00'), verifyMatter, { id, pass: true, note: '' })
  expect(told(await run(n, followerOf(id), on(20, '17:00'), enterVerdict, { id, ...unhappy, via: 'follow' }))).toBe('closed')
  const list = (key: PostKey) => withScope(n.db, n.as(key), (tx) => listUnhappyTwice(tx, n.as(key), on(21, '9:00'), 50))
  expect((await list('street')).map((one) => one.id)).toEqual([id])
  expect(await list('secretary2')).toEqual([])
  expect((await recordOf(n, id)).notices.map(({ recipient, template }) => `${recipient} ${template}`)).toContain('street:d990106.s003 matter.unhappy_twice')
})

test('[M42] an outcome names what it rests on: what was given, else the item of the duty list; explained tells what the resident was told', async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('captain'), start, finishMatter, { id, outcome: 'explained', note: '说了' }))).toBe('text_missing')
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  const held = await recordOf(n, id)
  expect([held.row.basis, held.row.basis_note !== '']).toEqual(['list', true])
  expect(held.facts.at(-1)).toMatchObject({ basis: 'list' })
  const other = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id: other.id, ...done, basis: { kind: 'agreement', text: '楼门公约第三条' } })
  expect((await recordOf(n, other.id)).row).toMatchObject({ basis: 'agreement', basis_note: '楼门公约第三条' })
})
