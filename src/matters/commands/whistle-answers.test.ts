import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../kit/ids.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { deliverNotices } from '../../kit/outbox.ts'
import { withScope } from '../../kit/db.ts'
import { clockActor, type Actor } from '../../trust/index.ts'
import { matterTimers } from '../jobs/clock.ts'
import { listCards } from '../views/cards.ts'
import { listStuck } from '../views/stuck.ts'
import { listSupervised } from '../views/supervision.ts'
import { answerSlip } from '../views/answer-slip.ts'
import { district, districtPath, file, later, on, openNeighbourhood, recordOf, run, start, sure, told, type Neighbourhood, type PostKey,
  type Said } from '../testing.ts'
import { answerByLink, linkActor, makeAnswerLink, openAnswerLink, secretsOf, type ByLink } from './answer-link.ts'
import { blowWhistle } from './blow-whistle.ts'
import { finishMatter } from './finish-matter.ts'
import { outsideUpdate, type OutsideInput } from './outside-update.ts'
import { reportIn } from './report-in.ts'
import { retryNotice } from './retry-notice.ts'
import { enterNumber, typeIn } from './type-in.ts'
import { verifyMatter } from './verify-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const clock = clockActor(district, districtPath)
const sweep = (at: Date) => sweepTimers(n.db, () => clock, matterTimers(() => districtPath), at, { limit: 2000 })
const rows = async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> => (await n.database.pool('linli_owner').query(text,
  [...values])).rows as R[]
const party = async (id: string, key: string) =>
  (await rows<{ state: string; outside_number: string | null }>('select state, outside_number from matter_party where matter = $1 and org = $2', [id,
    n.org(key)]))[0]

/** A matter of building 3 that the enforcement team leads and the police supports. */
async function whistled(said: Said = {}): Promise<string> {
  const { id } = await file(n, said)
  sure(await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '劝过两次，王建国不听，电话13900001111',
    lead: { org: n.org('enforcement'), task: '现场查处' }, supports: [{ org: n.org('police'), task: '维持秩序' }] }))
  return id
}
const link = async (id: string, key: string, at = later(0.1)) => secretsOf(sure(await run(n, n.as('secretary'), at, makeAnswerLink, { id,
  org: n.org(key) })).link)
const open = ({ token, code }: { token: string; code: string }, at = later(0.2)) => openAnswerLink(n.db, { district, path: districtPath, token, code,
  at })
async function answer(secrets: { token: string; code: string }, given: ByLink, at = later(0.5)): Promise<string> {
  const opened = await open(secrets, at)
  if (!opened.ok) return opened.refusal.code
  const actor: Actor = linkActor(district, opened.value.org, opened.value.kind)
  return told(await run(n, actor, at, answerByLink, { ...given, opened: opened.value }))
}
const wrong = ({ token, code }: { token: string; code: string }) => ({ token, code: code === '000000' ? '000001' : '000000' })

test('[M27] given a link and its code, when the station reports in by it, then it counts as the station’s act, of no person, by the channel “link”, and the link is used up', async () => {
  const id = await whistled()
  const secrets = await link(id, 'enforcement')
  expect(secrets.code).toMatch(/^\d{6}$/)
  expect(await answer(secrets, { what: 'report_in', note: '两人十点到场', outsideNumber: '城管2026-118' })).toBe('whistled')
  expect(await party(id, 'enforcement')).toEqual({ state: 'reported', outside_number: '城管2026-118' })
  const [act] = await rows('select actor_person, actor_post, on_behalf_of, channel, facts from act where subject_id = $1 order by at desc, id desc limit 1', [id])
  expect(act).toEqual({ actor_person: null, actor_post: null, on_behalf_of: n.org('enforcement'), channel: 'link',
    facts: { minutes: 30, of: n.org('enforcement') } })
  expect(await answer(secrets, { what: 'log', note: '又来一次' }, later(1))).toBe('link_used')
  expect(await answer(await link(id, 'enforcement', later(1)), { what: 'finish', note: '摊位收了' }, later(2))).toBe('finished')
  expect((await recordOf(n, id)).row).toMatchObject({ outcome: 'solved', worked_by: n.org('enforcement') })
})

test('[M27] neither link nor code can be read in the database, and a link alone opens nothing', async () => {
  const id = await whistled()
  const secrets = await link(id, 'police')
  const dump = JSON.stringify(await rows('select * from answer_link')) + JSON.stringify(await rows('select * from idempotency')) + JSON.stringify((await recordOf(n, id)).facts)
  expect(dump).not.toContain(secrets.token)
  expect(dump).not.toContain(secrets.code)
  const hash = sha256(`answer ${secrets.token} ${secrets.code}`)
  expect((await rows<{ code: Buffer }>('select code from answer_link where matter = $1', [id]))[0]?.code.equals(hash)).toBe(true)
  expect(told(await open(wrong(secrets)) as never)).toBe('wrong_code')
  expect(told(await open({ token: 'ZZZZZZZZZZZZ', code: secrets.code }) as never)).toBe('wrong_code')
})

test('[M27] five wrong codes lock a link for good, also for who knows the code; a newer link takes its place', async () => {
  const id = await whistled()
  const secrets = await link(id, 'police')
  for (let time = 0; time < 5; time++) expect(await answer(wrong(secrets), { what: 'report_in', note: '到了' })).toBe('wrong_code')
  expect(await answer(secrets, { what: 'report_in', note: '到了' })).toBe('link_locked')
  const newer = await link(id, 'police', later(1))
  const newest = await link(id, 'police', later(1.1))
  expect(await answer(newer, { what: 'report_in', note: '到了' }, later(1.2))).toBe('link_withdrawn')
  expect(await answer(newest, { what: 'report_in', note: '到了' }, later(1.2))).toBe('whistled')
})

test('[M27] a link ends two days after the party’s deadline to finish', async () => {
  const id = await whistled()
  const secrets = await link(id, 'enforcement')
  expect((await open(secrets, on(29, '17:29'))).ok).toBe(true)
  expect(told(await open(secrets, on(29, '17:30')) as never)).toBe('link_expired')
})

test('[M27] two answers by one link at the same moment: one counts', async () => {
  const id = await whistled()
  const secrets = await link(id, 'enforcement')
  const both = await Promise.all([answer(secrets, { what: 'report_in', note: '到了' }), answer(secrets, { what: 'report_in', note: '到了' })])
  expect(both.sort()).toEqual(['link_used', 'whistled'])
  expect((await recordOf(n, id)).acts.filter((one) => one === 'report_in')).toHaveLength(1)
})

test('[M27] by a link a station reads number, place, task and masked words, never the home or the reporter; a matter elsewhere is not its',
  async () => {
  const id = await whistled({ code: '990106003001K1-03-1-602', words: '602的张伟成天堆纸箱，他电话13800138000', phone: '13912345678', name: '李秀英' })
  const slip = await withScope(n.db, linkActor(district, n.org('police'), 'station'), (tx) => answerSlip(tx, district, id, n.org('police'),
    'station'))
  expect(slip).toMatchObject({ task: '维持秩序', role: 'support', place: '梧桐苑3号楼', answers: ['report_in', 'object', 'number'] })
  for (const secret of ['13800138000', '13900001111', '13912345678', '李秀英', '602']) expect(JSON.stringify(slip)).not.toContain(secret)
  expect(await withScope(n.db, linkActor(district, n.org('water'), 'utility'), (tx) => answerSlip(tx, district, id, n.org('water'),
    'utility'))).toBeUndefined()
})

test('[M28] given a paper slip, when the grid worker types it in, then the station has reported in, the act says 代录, and who typed it does not verify', async () => {
  const id = await whistled()
  for (const key of ['enforcement', 'police'] as const) {
    sure(await run(n, n.as('grid'), later(1), typeIn, { id, org: n.org(key), what: 'report_in', note: '回执：已到场' }))
  }
  expect(await party(id, 'police')).toMatchObject({ state: 'reported' })
  expect(told(await run(n, n.as('grid'), later(2), typeIn, { id, org: n.org('enforcement'), what: 'finish', outcome: 'solved',
    note: '回执：清走了' }))).toBe('finished')
  const held = await recordOf(n, id)
  expect(held.facts.at(-1)).toMatchObject({ outcome: 'solved', of: n.org('enforcement'), typed: true })
  expect(held.row).toMatchObject({ worked_by: n.org('enforcement') })
  expect(held.row.doer_orgs).toContain(n.org('enforcement'))
  expect((await rows('select channel, on_behalf_of, actor_post from act where subject_id = $1 order by at desc, id desc limit 1', [id]))[0])
    .toEqual({ channel: 'paper', on_behalf_of: n.org('enforcement'), actor_post: n.post('grid') })
  expect(told(await run(n, n.as('grid'), later(3), verifyMatter, { id, pass: true, note: '看过' }))).toBe('not_yours')
  expect(told(await run(n, n.as('worker'), later(3), verifyMatter, { id, pass: true, note: '看过' }))).toBe('answered')
})

test('[M28] what the station itself could not do is not typed in for it, and only the community side types', async () => {
  const id = await whistled()
  const type = (key: PostKey, more: object = {}) => run(n, n.as(key), later(1), typeIn, { id, org: n.org('police'), what: 'report_in', note: '回执',
    ...more })
  for (const key of ['captain', 'enforcement', 'street'] as const) expect([key, told(await type(key))]).toEqual([key, 'not_yours'])
  expect(told(await type('secretary', { what: 'finish', outcome: 'solved' }))).toBe('not_yours')
  expect(told(await type('secretary', { org: n.org('water') }))).toBe('not_asked')
  expect(told(await type('secretary', { note: ' ' }))).toBe('note_missing')
})

test('[M29] the number of the party’s own system stays on it and finds the matter, typed as it is', async () => {
  const id = await whistled()
  sure(await run(n, n.as('grid'), later(1), enterNumber, { id, org: n.org('police'), number: 'Jing 2026-77' }))
  expect(told(await run(n, n.as('police'), later(1), enterNumber, { id, org: n.org('enforcement'), number: 'X-1' }))).toBe('not_a_party')
  for (const q of ['Jing 2026-77', 'jing2026-77']) {
    const { items } = await withScope(n.db, n.as('secretary'), (tx) => listCards(tx, n.as('secretary'), { tab: 'all', limit: 10, q }))
    expect([q, items.map((one) => one.id)]).toEqual([q, [id]])
  }
  expect((await withScope(n.db, n.as('secretary2'), (tx) => listCards(tx, n.as('secretary2'), { tab: 'all', limit: 10,
    q: 'Jing 2026-77' }))).items).toEqual([])
})

const update = (id: string, more: Partial<OutsideInput> = {}): OutsideInput =>
  ({ id, org: n.org('police'), updateId: `u-${id.slice(-8)}`, at: later(1).toISOString(), text: '民警已到场', state: 'came', ...more })

test('[M29] the same update delivered twice, in parallel, is one row, one line and one notice (case 11)', async () => {
  const id = await whistled()
  const send = () => run(n, n.as('police'), later(1), outsideUpdate, update(id))
  const twice = await Promise.all([send(), send(), send()])
  expect(twice.map(told)).toEqual(['whistled', 'whistled', 'whistled'])
  expect(await rows('select applied from outside_update where matter = $1', [id])).toEqual([{ applied: true }])
  const held = await recordOf(n, id)
  expect(held.acts.filter((one) => one === 'outside_update')).toHaveLength(1)
  expect(held.notices.filter((one) => one.template === 'matter.reported_in')).toHaveLength(1)
})

test('[M29] a late update, older than the last change of the party’s part, keeps its text and changes nothing else (case 12)', async () => {
  const id = await whistled()
  sure(await run(n, n.as('police'), later(2), reportIn, { id, note: '到了' }))
  sure(await run(n, n.as('grid'), later(3), outsideUpdate, update(id, { at: later(1.5).toISOString(), state: 'done', text: '十一点半的旧消息' })))
  expect(await party(id, 'police')).toMatchObject({ state: 'reported' })
  expect(await rows('select said, kind from matter_entry where matter = $1 order by at desc, id desc limit 1', [id])).toEqual([{ said: '十一点半的旧消息',
    kind: 'outside_update' }])
  expect((await recordOf(n, id)).facts.at(-1)).toMatchObject({ applied: false, minutes: 90, state: 'done' })
  sure(await run(n, n.as('grid'), later(4), outsideUpdate, update(id, { updateId: 'newer', at: later(3.5).toISOString(), state: 'done',
    text: '已办结' })))
  expect(await party(id, 'police')).toMatchObject({ state: 'finished' })
})

test('[M29] an update from a clock that is ahead is never taken as later than now, and one that does not fit any more keeps its text', async () => {
  const id = await whistled()
  sure(await run(n, n.as('police'), later(1), outsideUpdate, update(id, { at: later(90).toISOString() })))
  expect((await rows<{ told_at: Date }>('select told_at from outside_update where matter = $1', [id]))[0]?.told_at).toEqual(later(1))
  sure(await run(n, n.as('police'), later(2), outsideUpdate, update(id, { updateId: 'again', at: later(2).toISOString() })))
  expect((await recordOf(n, id)).facts.at(-1)).toMatchObject({ applied: false })
  expect(told(await run(n, n.as('secretary'), later(2), outsideUpdate, update(id, { org: n.org('water'), updateId: 'w' })))).toBe('not_a_party')
})

test('[M19] each department is reminded and supervised by its own clock, and the list names the one that is late', async () => {
  const id = await whistled()
  sure(await run(n, n.as('enforcement'), later(1), reportIn, { id, note: '到了' }))
  await sweep(on(23, '12:00')) // the police were due on Friday at 19:40; told on Monday when duty begins
  const reminded = (await recordOf(n, id)).notices.filter((one) => one.template === 'matter.reminded')
  expect(reminded).toEqual([{ recipient: `org:${n.org('police')}`, template: 'matter.reminded' }])
  await sweep(on(23, '16:00'))
  const { items } = await withScope(n.db, n.as('street'), (tx) => listSupervised(tx, n.as('street'), { limit: 50 }, on(23, '16:00')))
  expect(items.find((one) => one.id === id)?.late).toMatchObject([{ name: '桐荫派出所', kind: 'station' }])
  expect((await recordOf(n, id)).facts.at(-1)).toMatchObject({ stage: 'report_in', org: n.org('police') })
})

test('two notices about one matter to one receiver go out in their order, also when the first fails at first (case 13)', async () => {
  const id = await whistled()
  const out: string[] = []
  let broken = true
  const deliveries = new Map([['app', async (_tx: unknown, notice: { template: string; facts: { [key: string]: unknown }; recipient: string }) => {
    if (notice.facts['matter'] !== id || notice.recipient !== `org:${n.org('community')}`) return
    if (broken && notice.template === 'matter.reported_in') throw new Error('the service is down')
    out.push(notice.template)
  }], ['sms', async () => {}]])
  for (const key of ['enforcement'] as const) sure(await run(n, n.as(key), later(1), reportIn, { id, note: '到了' }))
  await deliverNotices(n.db, () => clock, deliveries, later(1), { limit: 5000 })
  sure(await run(n, n.as('enforcement'), later(1.01), finishMatter, { id, outcome: 'solved', note: '清走了' }))
  await deliverNotices(n.db, () => clock, deliveries, later(1.01), { limit: 5000 })
  expect(out).toEqual([])
  broken = false
  for (let turn = 0; turn < 2; turn++) await deliverNotices(n.db, () => clock, deliveries, later(1.1), { limit: 5000 })
  expect(out).toEqual(['matter.reported_in', 'matter.to_verify'])
})

test('when the way to a receiver is down a matter is taken all the same; its notice is tried again later and later, stands on the stuck list, and goes by hand (case 15)', async () => {
  const down = new Map([['app', async () => { throw new Error('the service is down') }], ['sms', async () => {}]])
  const up = new Map([['app', async () => {}], ['sms', async () => {}]])
  await deliverNotices(n.db, () => clock, up, later(2000), { limit: 5000 })
  const id = await whistled()
  const stuck = async (key: PostKey) => (await withScope(n.db, n.as(key), (tx) => listStuck(tx, n.as(key)))).items.filter((one) => one.matter === id
    && one.name === '桐荫派出所')
  expect(await stuck('secretary')).toEqual([])
  const tries: (string | null)[] = []
  let at = start
  for (let time = 0; time < 5; time++) {
    await deliverNotices(n.db, () => clock, down, at, { limit: 5000 })
    const [one] = await stuck('secretary')
    tries.push(one?.nextAt ?? null)
    if (one?.nextAt) at = new Date(one.nextAt)
  }
  expect(tries.map((one, time) => (Date.parse(one ?? '') - Date.parse(tries[time - 1] ?? start.toISOString())) / 60_000)).toEqual([1, 5, 30, 120,
    720])
  await deliverNotices(n.db, () => clock, down, at, { limit: 5000 })
  const [given] = await stuck('street')
  expect(given).toMatchObject({ tries: 6, nextAt: null, to: 'party' })
  expect(given?.givenUpAt).not.toBeNull()
  expect(await stuck('secretary2')).toEqual([])
  for (const key of ['police', 'captain', 'secretary2'] as const) expect([key, told(await run(n, n.as(key), at, retryNotice,
    { id: given?.id ?? '' }) as never)]).toEqual([key, 'not_found'])
  sure(await run(n, n.as('secretary'), at, retryNotice, { id: given?.id ?? '' }))
  await deliverNotices(n.db, () => clock, up, at, { limit: 5000 })
  expect(await stuck('secretary')).toEqual([])
})
