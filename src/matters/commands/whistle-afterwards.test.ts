import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { matterTimers } from '../jobs/clock.ts'
import { aroundWhistle, listWhistles } from '../views/whistle.ts'
import { district, districtPath, file, followerOf, later, on, openNeighbourhood, recordOf, run, start, sure, told, type Neighbourhood,
  type PostKey } from '../testing.ts'
import { blowWhistle } from './blow-whistle.ts'
import { enterVerdict } from './enter-verdict.ts'
import { finishMatter } from './finish-matter.ts'
import { reportIn } from './report-in.ts'
import { verifyMatter } from './verify-matter.ts'
import { doneReview, rateWhistle, reviewWhistle } from './whistle-afterwards.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const clock = clockActor(district, districtPath)
const sweep = (at: Date) => sweepTimers(n.db, () => clock, matterTimers(() => districtPath), at, { limit: 2000 })
const rows = async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
  (await n.database.pool('linli_owner').query(text, [...values])).rows as R[] // columns named in the query

/** A matter of building 3 that the enforcement team leads and the police supports. */
async function whistled(): Promise<string> {
  const { id } = await file(n)
  sure(await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '现场查处' }, supports: [{ org: n.org('police'), task: '维持秩序' }] }))
  return id
}
async function answered(): Promise<string> {
  const id = await whistled()
  for (const key of ['enforcement', 'police'] as const) sure(await run(n, n.as(key), later(1), reportIn, { id, note: '到了' }))
  sure(await run(n, n.as('enforcement'), later(2), finishMatter, { id, outcome: 'solved', note: '清走了' }))
  sure(await run(n, n.as('grid'), later(3), verifyMatter, { id, pass: true, note: '看过' }))
  return id
}

const rate = (id: string, key: PostKey, of: string, answers = [2, 1, 0], at = later(5), said = '来得晚') =>
  run(n, n.as(key), at, rateWhistle, { id, of: n.org(of), answers, said })
const pair = async (id: string, key: PostKey, department = 'enforcement', at = later(5)) =>
  (await withScope(n.db, n.as(key), (tx) => aroundWhistle(tx, n.as(key), id, at)))?.pairs.find((one) => one.org === n.org(department))

test('[M30] what one side says stays sealed, from the other side and from the street, until both are in; then both read both', async () => {
  const id = await answered()
  expect(told(await rate(id, 'secretary', 'enforcement'))).toBe('answered')
  await sweep(later(5))
  expect(await pair(id, 'secretary')).toMatchObject({ ofDepartment: { answers: [2, 1, 0], shown: false }, ofWhistle: null, rate: null })
  for (const key of ['enforcement', 'street'] as const) expect([key, (await pair(id, key))?.ofDepartment]).toEqual([key, null])
  const everything = JSON.stringify((await recordOf(n,
    id)).facts) + JSON.stringify(await rows('select said, facts from matter_entry where matter = $1', [id]))
  expect(everything).not.toContain('来得晚')
  expect(told(await rate(id, 'enforcement', 'community', [2, 2, 2], later(6), '该吹'))).toBe('answered')
  await sweep(later(6))
  for (const key of ['secretary', 'enforcement', 'street'] as const) {
    expect([key, await pair(id, key)]).toMatchObject([key, { shown: true, ofDepartment: { answers: [2, 1, 0], said: '来得晚' },
      ofWhistle: { answers: [2, 2, 2] } }])
  }
  expect((await recordOf(n, id)).facts.at(-1)).toMatchObject({ by: n.org('community'), of: n.org('enforcement'), came: 2, did: 1, together: 0,
    right: 2, informed: 2, needed: 2 })
  expect((await pair(id, 'police', 'enforcement'))?.shown).toBe(true) // another department of the same whistle reads what is open
})

test('[M30] five working days after the first it is opened alone, and then the other side no longer rates', async () => {
  const id = await answered()
  sure(await rate(id, 'enforcement', 'community', [0, 0, 0], later(5)))
  await sweep(on(27, '15:39'))
  expect((await pair(id, 'secretary'))?.ofWhistle).toBeNull()
  await sweep(on(28, '0:00'))
  expect((await pair(id, 'secretary'))?.ofWhistle).toMatchObject({ answers: [0, 0, 0], shown: true })
  expect(told(await rate(id, 'secretary', 'enforcement', [0, 0, 0], on(28, '9:00')))).toBe('too_late')
})

test('[M30] only the community that blew and those it called rate, each once, and never before the whistle is answered', async () => {
  const early = await whistled()
  expect(told(await rate(early, 'secretary', 'enforcement'))).toBe('wrong_state')
  const id = await answered()
  for (const key of ['grid', 'street', 'captain'] as const) expect([key, told(await rate(id, key, 'enforcement'))]).toEqual([key, 'not_yours'])
  expect(told(await rate(id, 'secretary', 'water'))).toBe('not_in_whistle')
  expect(told(await rate(id, 'police', 'enforcement'))).toBe('not_in_whistle')
  sure(await rate(id, 'police', 'community'))
  expect(told(await rate(id, 'police', 'community'))).toBe('rated')
  expect(told(await rate(id, 'secretary', 'police', [2, 3, 0]))).toBe('three_answers')
  const names = await rows<{ column_name: string }>("select column_name from information_schema.columns where table_name = 'whistle_rating' and column_name ~ 'person|post'")
  expect(names).toEqual([])
})

const lines = { lacked: '没有执法队夜间的电话', changes: '执法队给社区一个夜间值班电话', until: '2026-12-10' }
test('[M31] a whistle counts as reviewed with two lines, what it lacked and who changes what until when; until then it stands on the list',
  async () => {
  const id = await answered()
  const open = async (key: PostKey) => (await withScope(n.db, n.as(key), (tx) => listWhistles(tx, n.as(key), 'to_review',
    later(5)))).items.map((one) => one.matter)
  expect(await open('secretary')).toContain(id)
  expect(await open('street')).toContain(id)
  expect(await open('secretary2')).not.toContain(id)
  const review = (key: PostKey, more: object = {}) => run(n, n.as(key), later(5), reviewWhistle, { id, ...lines, by: n.org('enforcement'), ...more })
  expect(told(await review('street'))).toBe('not_yours')
  expect(told(await review('grid'))).toBe('not_yours')
  expect(told(await review('secretary', { until: '2026-11-19' }))).toBe('past_day')
  expect(told(await review('secretary', { lacked: '联系王建国电话13900001111' }))).toBe('names_somebody')
  expect(told(await review('secretary', { item: 'new' }))).toBe('answered')
  expect(told(await review('secretary'))).toBe('reviewed')
  expect(await open('secretary')).not.toContain(id)
  const promised = async (key: PostKey) => (await withScope(n.db, n.as(key), (tx) => listWhistles(tx, n.as(key), 'promised',
    later(5)))).items.find((one) => one.matter === id)?.review
  expect(await promised('enforcement')).toMatchObject({ changes: lines.changes, until: '2026-12-10', item: 'new', doneAt: null, mayEnd: true })
  expect(await promised('street')).toMatchObject({ mayEnd: false })
  const { id: made } = sure(await run(n, n.as('enforcement'), later(6), doneReview, { review: (await promised('enforcement'))?.id ?? '' }))
  expect([made, (await promised('secretary'))?.doneAt]).toEqual([id, later(6).toISOString()])
})

test('[M30] what waits to be rated is listed for both sides and leaves the list when they have rated', async () => {
  const id = await answered()
  const waits = async (key: PostKey) => (await withScope(n.db, n.as(key), (tx) => listWhistles(tx, n.as(key), 'to_rate',
    later(5)))).items.some((one) => one.matter === id)
  expect([await waits('secretary'), await waits('police'), await waits('water'), await waits('street')]).toEqual([true, true, false, false])
  sure(await rate(id, 'police', 'community'))
  sure(await rate(id, 'secretary', 'police'))
  expect([await waits('police'), await waits('secretary')]).toEqual([false, true])
  sure(await rate(id, 'secretary', 'enforcement'))
  expect(await waits('secretary')).toBe(false)
})

test('[M16] after all that the reporter still judges, and a closed whistle is still rated', async () => {
  const id = await answered()
  sure(await run(n, followerOf(id), later(4), enterVerdict, { id, reached: true, solved: true, satisfied: 'yes', said: '', via: 'follow' }))
  expect(told(await rate(id, 'secretary', 'enforcement', [2, 2, 2], later(30)))).toBe('closed')
})
