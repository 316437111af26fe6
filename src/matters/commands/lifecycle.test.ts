import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { listCards } from '../views/cards.ts'
import { matterDetail, matterForReporter } from '../views/detail.ts'
import { building3, file, followerOf, later, on, openNeighbourhood, recordOf, run, sees, start, told, type Neighbourhood,
  type PostKey } from '../testing.ts'
import { addNote } from './add-note.ts'
import { assignMatter } from './assign-matter.ts'
import { enterVerdict } from './enter-verdict.ts'
import { finishMatter } from './finish-matter.ts'
import { handOverMatter } from './hand-over-matter.ts'
import { answerSlip, sendSlip } from './send-slip.ts'
import { logWork } from './log-work.ts'
import { takeMatter } from './take-matter.ts'
import { verifyMatter } from './verify-matter.ts'
import { withdrawMatter } from './withdraw-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const happy = { reached: true, solved: true, satisfied: 'yes', said: '', via: 'follow' } as const
const unhappy = { reached: true, solved: false, satisfied: 'no', said: '还是堆着', via: 'follow' } as const
const done = { outcome: 'solved', note: '搬走了' } as const
const inbox = async (key: PostKey, tab: 'mine' | 'all' = 'mine'): Promise<string[]> =>
  (await withScope(n.db, n.as(key), (tx) => listCards(tx, n.as(key), { tab, limit: 100 }))).items.map(({ id }) => id)

test('[M3] [M7] [M9] [M16] given clutter in building 3, when the captain settles it and the grid worker looks, then the resident judges and it closes', async () => {
  const { id, heldPost } = await file(n)
  expect(heldPost).toBe(n.post('captain'))
  expect(await inbox('captain')).toContain(id)
  expect(told(await run(n, n.as('captain'), later(1), takeMatter, { id }))).toBe('taken')
  expect((await recordOf(n, id)).timers).toEqual([{ step: 'warn', due: on(25, '9:00').toISOString() }])
  expect(told(await run(n, n.as('captain'), later(2), finishMatter, { id, ...done }))).toBe('finished')
  expect(await inbox('captain')).not.toContain(id)
  expect(await inbox('grid')).toContain(id)
  expect(told(await run(n, n.as('grid'), later(3), verifyMatter, { id, pass: true, note: '看过了' }))).toBe('answered')
  expect(told(await run(n, followerOf(id), later(4), enterVerdict, { id, ...happy }))).toBe('closed')
  const held = await recordOf(n, id)
  expect(held.acts).toEqual(['filed', 'take', 'finish', 'verify', 'verdict'])
  expect(held.story).toEqual(held.acts)
  expect(held.timers).toEqual([])
  expect(held.row).toMatchObject({ state: 'closed', outcome: 'solved', reached: true, solved: true, satisfied: 'yes', due: null, due_kind: null,
    version: 5, reopened: 0 })
  expect(held.row.ended_at).toEqual(later(4))
  expect(held.notices).toContainEqual({ recipient: `post:${n.post('captain')}`, template: 'matter.yours' })
  expect(held.notices).toContainEqual({ recipient: `org:${n.org('community')}`, template: 'matter.to_verify' })
})

test('[M22] given a matter in building 3, then its captain, grid, community, branch and street see it; the firm, a station and other places do not',
  async () => {
  const { id } = await file(n)
  const who: readonly PostKey[] = ['captain', 'grid', 'secretary', 'branch', 'street']
  for (const key of who) expect([key, await sees(n, n.as(key), id), (await inbox(key, 'all')).includes(id)]).toEqual([key, true, true])
  const others: readonly PostKey[] = ['captain7', 'captain1', 'grid2', 'grid5', 'secretary2', 'firm', 'firm2', 'owners', 'enforcement', 'police',
    'water']
  for (const key of others) expect([key, await sees(n, n.as(key), id), (await inbox(key, 'all')).includes(id)]).toEqual([key, false, false])
})

test('[M1] a matter that may not be seen is not found, whatever is tried on it', async () => {
  const { id } = await file(n)
  for (const key of ['grid5', 'secretary2', 'firm2', 'captain7'] as const) {
    const by = n.as(key)
    expect(told(await run(n, by, start, takeMatter, { id }))).toBe('not_found')
    expect(told(await run(n, by, start, verifyMatter, { id, pass: true, note: '' }))).toBe('not_found')
    expect(told(await run(n, by, start, addNote, { id, note: '在吗', seenBy: 'staff' }))).toBe('not_found')
    expect(await withScope(n.db, by, (tx) => matterDetail(tx, by, id))).toBeUndefined()
  }
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
})

test('[M8] given a matter with the captain, when it is handed over with a reason, then it is counted, starts a new clock and tells who gets it',
  async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('captain'), later(1), handOverMatter, { id, to: 'grid', reason: 'no_power', note: '要网格来定' }))).toBe('filed')
  expect(told(await run(n, n.as('grid'), later(2), handOverMatter, { id, to: 'community', reason: 'needs_several', note: '几家都有份' }))).toBe('filed')
  expect(told(await run(n, n.as('captain'), later(3), handOverMatter, { id, to: 'grid', reason: 'no_power', note: '要网格来定' }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), later(3), handOverMatter, { id, to: 'community', reason: 'no_power',
    note: '要网格来定' }))).toBe('same_holder')
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ handovers: 2, held_by: n.org('community'), held_post: null, accountable: n.org('community'), due: on(20, '17:30') })
  expect(held.facts.slice(1)).toEqual([{ reason: 'no_power', to: n.post('grid'), count: 1 },
    { reason: 'needs_several', to: n.org('community'), count: 2 }])
  expect(held.timers).toHaveLength(1)
})

test('[M8] [M22] given a matter handed over to the firm of the compound, then the firm finds it in its inbox and takes it', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), later(1), handOverMatter, { id, to: 'firm', reason: 'not_our_duty', note: '公共部位是物业的' })
  expect(await sees(n, n.as('firm'), id)).toBe(true)
  expect(await inbox('firm')).toContain(id)
  expect(told(await run(n, n.as('firm'), later(2), takeMatter, { id }))).toBe('taken')
  expect(told(await run(n, n.as('firm'), later(3), finishMatter, { id, ...done }))).toBe('finished')
  expect(await sees(n, n.as('firm2'), id)).toBe(false)
})

test('[M8] [M22] given a quarrel with the mediator, then the mediator finds it in the inbox', async () => {
  const { id, heldPost } = await file(n, { category: 'neighbour_quarrel', words: '楼上楼下为了晒衣服吵了几次' })
  expect(heldPost).toBe(n.post('mediator'))
  expect(await sees(n, n.as('mediator'), id)).toBe(true)
  expect(await inbox('mediator')).toContain(id)
})

test('[M10] given a leaking roof, when the community assigns the firm, then the firm sees and settles it, and nobody of the firm verifies it',
  async () => {
  const { id } = await file(n, { category: 'other', words: '顶楼漏水' })
  expect(told(await run(n, n.as('captain'), later(1), assignMatter, { id, org: n.org('firm'), note: '请修', hours: 48 }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), later(1), assignMatter, { id, org: n.org('firm'), note: '请修', hours: 48 }))).toBe('filed')
  expect(await inbox('firm')).toContain(id)
  expect(told(await run(n, n.as('firm'), later(2), takeMatter, { id }))).toBe('taken')
  expect(told(await run(n, n.as('firm'), later(3), logWork, { id, note: '师傅已上门' }))).toBe('taken')
  expect(told(await run(n, n.as('secretary'), later(3), logWork, { id, note: '问了一下' }))).toBe('not_yours')
  expect(told(await run(n, n.as('firm'), later(4), finishMatter, { id, ...done }))).toBe('finished')
  expect(told(await run(n, n.as('firm'), later(5), verifyMatter, { id, pass: true, note: '' }))).toBe('not_yours')
  const { row } = await recordOf(n, id)
  expect(row.doer_orgs).toEqual([n.org('firm')])
  expect(row.parties).toEqual([n.org('firm'), row.verifier].sort()) // and who verifies, from another grid
})

test('[M10] [M14] given a party, its kind decides the move: a utility gets a slip and keeps no matter, a committee or the street is not assigned',
  async () => {
  const { id } = await file(n)
  const by = n.as('secretary')
  for (const key of ['water', 'street']) expect(told(await run(n, by, start, assignMatter,
    { id, org: n.org(key), note: '请办', hours: 4 }))).toBe('wrong_party')
  for (const key of ['enforcement', 'firm', 'community']) expect(told(await run(n, by, start, sendSlip,
    { id, org: n.org(key), note: '请看', urgent: false }))).toBe('wrong_party')
  expect(told(await run(n, by, start, assignMatter, { id, org: n.org('community2'), note: '请办', hours: 4 }))).toBe('not_here')
  expect(told(await run(n, by, start, assignMatter, { id, org: id, note: '请办', hours: 4 }))).toBe('not_found')
  expect(told(await run(n, by, later(1), sendSlip, { id, org: n.org('water'), note: '水表井渗水', urgent: true }))).toBe('filed')
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ held_post: n.post('captain'), state: 'filed', due_kind: 'sign' })
  expect(held.notices).toContainEqual({ recipient: `org:${n.org('water')}`, template: 'matter.slip_urgent' })
  expect(await inbox('water')).toContain(id)
  expect(told(await run(n, n.as('water'), later(2), takeMatter, { id }))).toBe('not_yours')
})

test('[M14] given slips to two utilities, each answers its own only, once; the community may type either in', async () => {
  const { id } = await file(n)
  for (const key of ['water', 'power']) await run(n, n.as('grid'), start, sendSlip, { id, org: n.org(key), note: '请查', urgent: false })
  expect(told(await run(n, n.as('water'), later(1), answerSlip, { id, org: n.org('power'), note: '不是我们的' }))).toBe('not_yours')
  expect(told(await run(n, n.as('water'), later(1), answerSlip, { id, org: n.org('water'), note: '已派人', outsideNumber: 'SW-77' }))).toBe('filed')
  expect(await inbox('water')).not.toContain(id)
  expect(told(await run(n, n.as('secretary'), later(1), answerSlip, { id, org: n.org('water'), note: '又说一遍' }))).toBe('no_slip')
  expect(told(await run(n, n.as('secretary'), later(2), answerSlip, { id, org: n.org('power'), note: '电话里说没事' }))).toBe('filed')
  const { rows } = await n.database.pool('linli_owner')
    .query('select state, outside_number from matter_party where matter = $1 order by outside_number', [id])
  expect(rows).toEqual([{ state: 'answered', outside_number: 'SW-77' }, { state: 'answered', outside_number: null }])
})

test('[M14] given a burst main, when it is filed, then the water company has a slip at once and the community keeps the matter', async () => {
  const { id, heldBy, heldPost } = await file(n, { category: 'water_supply', words: '总阀门漏水' })
  expect([heldBy, heldPost]).toEqual([n.org('community'), null])
  expect((await recordOf(n, id)).notices.map(({ template }) => template).sort()).toEqual(['matter.slip', 'matter.yours'])
  expect(await inbox('water')).toContain(id)
  expect(await inbox('power')).not.toContain(id)
})

test('[M9] given something that cannot be done, when no reason is given it stays, and with one the resident reads why', async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('captain'), later(1), finishMatter, { id, outcome: 'unable', note: '办不了' }))).toBe('reason_missing')
  expect(told(await run(n, n.as('captain'), later(1), finishMatter, { id, outcome: 'unable', reason: 'owners_decide',
    note: '要全体业主表决，十二月开会' }))).toBe('finished')
  expect(told(await run(n, n.as('grid'), later(2), verifyMatter, { id, pass: true, note: '' }))).toBe('answered')
  const seen = await withScope(n.db, followerOf(id), (tx) => matterForReporter(tx, followerOf(id), id))
  expect(seen).toMatchObject({ outcome: 'unable', answer: '要全体业主表决，十二月开会' })
  expect(told(await run(n, followerOf(id), later(3), enterVerdict, { id, ...unhappy }))).toBe('closed')
  expect((await recordOf(n, id)).row).toMatchObject({ outcome: 'unable', reason: 'owners_decide', reopened: 0, satisfied: 'no' })
})

test('[M11] the reporter takes it back while it is being handled, not after; what ended hears nothing more', async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('secretary'), start, withdrawMatter, { id, note: 'no_more' }))).toBe('not_yours')
  expect(told(await run(n, followerOf(id), later(1), withdrawMatter, { id, note: 'solved_itself' }))).toBe('withdrawn')
  const held = await recordOf(n, id)
  expect(held.timers).toEqual([])
  expect(held.row).toMatchObject({ state: 'withdrawn', due: null, ended_at: later(1) })
  for (const attempt of [run(n, n.as('captain'), later(2), takeMatter, { id }), run(n, followerOf(id), later(2), addNote,
    { id, note: '又来了', seenBy: 'reporter' }),
    run(n, n.as('secretary'), later(2), assignMatter, { id, org: n.org('firm'), note: '请办',
      hours: 4 })]) expect(told(await attempt)).toBe('wrong_state')
  const finished = await file(n)
  await run(n, n.as('captain'), later(1), finishMatter, { id: finished.id, ...done })
  expect(told(await run(n, followerOf(finished.id), later(2), withdrawMatter, { id: finished.id, note: 'no_more' }))).toBe('wrong_state')
})

test('[M15] [M16] given work by the captain, then the captain can neither verify nor enter the answers, the grid worker who verified cannot enter them, the secretary can', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), later(1), finishMatter, { id, ...done })
  expect(told(await run(n, n.as('captain'), later(2), verifyMatter, { id, pass: true, note: '' }))).toBe('not_yours')
  await run(n, n.as('grid'), later(2), verifyMatter, { id, pass: true, note: '' })
  for (const key of ['captain', 'grid'] as const) expect(told(await run(n, n.as(key), later(3), enterVerdict,
    { id, ...happy, via: 'door' }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), later(3), enterVerdict, { id, ...happy, via: 'door' }))).toBe('closed')
  expect((await recordOf(n, id)).facts.at(-1)).toEqual({ reached: true, solved: true, satisfied: 'yes', via: 'door', round: 1,
    org: n.org('team'), category: 'corridor_clutter', outcome: 'solved' })
})

test('[M16] a post that had an act on it does not enter the answers with its next holder either', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), later(1), finishMatter, { id, ...done })
  await run(n, n.as('grid'), later(2), verifyMatter, { id, pass: true, note: '' })
  const successor = { ...n.as('grid'), person: n.person('grid5') }
  expect(told(await run(n, successor, later(3), enterVerdict, { id, ...happy, via: 'door' }))).toBe('not_yours')
})

test('[M16] given an unsatisfied resident, then it reopens with the community once, and the second time it closes as it was judged', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), later(1), finishMatter, { id, ...done })
  await run(n, n.as('grid'), later(2), verifyMatter, { id, pass: true, note: '' })
  const first = await run(n, followerOf(id), later(3), enterVerdict, { id, ...unhappy })
  expect(told(first)).toBe('filed')
  const held = await recordOf(n, id)
  expect(first).toMatchObject({ ok: true, value: { version: held.row.version } })
  expect(held.acts).toEqual(['filed', 'finish', 'verify', 'verdict', 'reopen'])
  expect(held.row).toMatchObject({ held_by: n.org('community'), held_post: null, reopened: 1, outcome: null, answer: null, due_kind: 'sign' })
  await run(n, n.as('deputy'), later(4), finishMatter, { id, ...done })
  expect(told(await run(n, n.as('deputy'), later(5), verifyMatter, { id, pass: true, note: '' }))).toBe('not_yours')
  await run(n, n.as('secretary'), later(5), verifyMatter, { id, pass: true, note: '' })
  expect(told(await run(n, followerOf(id), later(6), enterVerdict, { id, ...unhappy }))).toBe('closed')
  expect((await recordOf(n, id)).row).toMatchObject({ state: 'closed', reopened: 1, solved: false, satisfied: 'no' })
})

test('[M15] given work that does not stand, when the verifier sends it back, then who had it has it again with a new clock', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), later(1), finishMatter, { id, ...done })
  expect(told(await run(n, n.as('grid'), later(2), verifyMatter, { id, pass: false, reason: 'half_done', note: '还有两箱' }))).toBe('taken')
  expect((await recordOf(n, id)).row).toMatchObject({ outcome: null, held_post: n.post('captain'), due_kind: 'finish', due: on(25, '17:30') })
  expect(await inbox('captain')).toContain(id)
})

test('[M11] a note for colleagues is not shown to the reporter, one for the reporter is', async () => {
  const { id } = await file(n)
  await run(n, n.as('grid'), later(1), addNote, { id, note: '这家老人独居', seenBy: 'staff' })
  await run(n, n.as('grid'), later(2), addNote, { id, note: '明天上门', seenBy: 'reporter' })
  await run(n, followerOf(id), later(3), addNote, { id, note: '谢谢', seenBy: 'staff' })
  const seen = await withScope(n.db, followerOf(id), (tx) => matterForReporter(tx, followerOf(id), id))
  expect(seen?.story.map(({ said }) => said)).toEqual(['谢谢', '明天上门', ''])
  const staff = await withScope(n.db, n.as('captain'), (tx) => matterDetail(tx, n.as('captain'), id))
  expect(staff?.story).toHaveLength(4)
})

test('[M2] given two who saw the same version, then the second is told that it has changed, and nothing is done twice', async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('captain'), later(1), takeMatter, { id, version: 1 }))).toBe('taken')
  expect(told(await run(n, n.as('secretary'), later(1), handOverMatter, { id, version: 1, to: 'grid', reason: 'no_power',
    note: '要网格来定' }))).toBe('stale')
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'take'])
})

test('[M3] a place in no community, or a place that is not there, takes no matter', async () => {
  await expect(file(n, { code: '990106003' })).rejects.toThrow(/no community/)
  await expect(file(n, { place: '00000000-0000-7000-8000-000000000000' })).rejects.toThrow(/Not found/)
  await expect(file(n, { phone: '12' })).rejects.toThrow(/phone number/)
  expect((await file(n, { code: `${building3}-1-302` })).heldPost).toBe(n.post('captain'))
})
