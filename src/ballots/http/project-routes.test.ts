import { afterAll, beforeAll, expect, test } from 'vitest'
import { tyqRound } from '../../../demo/projects.ts'
import { openProjectWorld } from '../../app/testing/project-world.ts'
import { now, setClockOffset } from '../../kit/clock.ts'
import { cookieFrom } from '../../app/testing/world.ts'
import { clockActor } from '../../trust/index.ts'
import { forgetBudgetPhones } from '../jobs/forget-budget-phones.ts'
import { roughly } from '../views/vote-parts.ts'
import { personId } from '../../../demo/posts.ts'

let world: Awaited<ReturnType<typeof openProjectWorld>>
let [worker, deputy, street] = ['', '', '']
const signIn = async (name: string): Promise<string> => cookieFrom(await world.send({ url: '/api/v1/demo/session', body: { person: personId(name) } }))
const ask = (cookie: string, url: string, body?: object) => world.send({ method: body ? 'POST' : 'GET', url: `/api/v1${url}`, cookie, ...(body ? { body } : {}) })
beforeAll(async () => {
  world = await openProjectWorld()
  ;[worker, deputy, street] = [world.cookies.get('worker') ?? '', world.cookies.get('secretary') ?? '', await signIn('庄静仪')]
}, 120_000)
afterAll(async () => { await world?.close() })

const later = (days: number): void => { setClockOffset(Date.parse('2026-11-20T10:40:00+08:00') + days * 86_400_000 - Date.now()) }

/** From the slate to what was funded: a team, phones that vote once, a changed mind, the count, and the round settled by it. */
async function votedOn(round: string, cookie: string): Promise<void> {
  const { vote, community } = (await ask('', `/public/rounds/${round}`)).json<{ vote: string; community: { id: string } }>()
  const people = (await ask(cookie, `/votes/${vote}/candidates-for-team`)).json<{ items: { person: string; post: string }[] }>().items
  const roles = ['lead', 'collector', 'collector', 'enterer', 'enterer', 'scrutineer', 'scrutineer', 'scrutineer']
  const me = (await ask(cookie, `/votes/${vote}`)).json<{ team: { person: string; post: string }[] }>().team[0]
  const members = roles.map((role, at) => ({ ...(at === 0 ? me : people.filter(({ person }) => person !== me?.person)[at]), role })).map((one) => ({ person: one?.person, post: one?.post, role: one?.role }))
  expect((await ask(cookie, `/votes/${vote}/team`, { members })).json()).toMatchObject({ state: 'frozen' })
  later(16)
  await world.renew()
  const lead = world.cookies.get('worker') ?? ''
  expect((await ask(lead, `/votes/${vote}/open`, {})).json()).toMatchObject({ state: 'open' })
  const doors = (await ask(lead, `/votes/${vote}`)).json<{ notices: { place: string; name: string }[] }>().notices
  expect(doors[0]?.name).toMatch(/.{2}\d+号楼$/) // several compounds have a building 1
  expect((await ask(lead, `/votes/${vote}/notices`, { photos: [{ place: doors[0]?.place, photo: null }] })).json()).toMatchObject({ done: 1, refused: [] })
  const { items: stock } = (await ask(lead, `/votes/${vote}/slips`)).json<{ items: { building: string; homes: number; most: number }[] }>()
  const building = stock.find(({ homes }) => homes > 0)
  const make = (count: number) => ask(lead, `/votes/${vote}/slips`, { building: building?.building, count })
  expect((await make(3)).json()).toMatchObject({ done: 3 })
  expect((await make((building?.most ?? 0) - 2)).json()).toMatchObject({ code: 'slips_cap', rule: 'B69' })
  expect((await ask(lead, `/votes/${vote}/slips`, { building: community.id, count: 1 })).statusCode).toBe(404)
  const made = await world.database.pool('linli_owner').query("select facts from act where subject_id = $1 and kind = 'ballots.slips'", [vote])
  expect(made.rows).toEqual([{ facts: { slips: 3, building: building?.building } }]) // a slip is a voter: the record says how many were made
  const { rows: [{ code: lost } = { code: '' }] } = await world.database.pool('linli_owner').query('select code from elector where vote = $1 limit 1', [vote])
  expect((await ask(lead, `/votes/${vote}/slips/replace`, { code: lost })).json<{ code: string }>().code).toMatch(/^[0-9A-Z]{8}$/)
  expect((await ask(lead, `/votes/${vote}/slips/replace`, { code: lost })).json()).toMatchObject({ code: 'slip_void' })
  const told = (await ask('', `/public/votes/${vote}`)).json<{ slips: { made: number; void: number }[]; participation: unknown }>()
  expect([told.slips.map(({ made: n, void: gone }) => [n, gone]), told.participation]).toEqual([[[4, 1]], null]) // few voted: no figure before the close
  expect(roughly({ heads: 47, area: 0 }, 'budget')).toEqual({ heads: 40, area: 0 }) // and in steps of ten while it runs
  expect((await ask(lead, `/votes/${vote}/papers/slips.docx`)).statusCode).toBe(200)
  const cast = async (phone: string, choose: readonly string[]) => {
    expect((await ask('', `/public/votes/${vote}/code`, { phone })).json()).toEqual({ sent: true })
    const { code } = (await ask('', '/demo/code')).json<{ code: string }>()
    return (await ask('', `/public/votes/${vote}/ballots`, { phone, code, answers: [{ n: 1, choose }] })).json<{ commitment?: string; code?: string }>()
  }
  const [first, other] = [await cast('13900005555', ['c1']), await cast('13900006666', ['c1', 'c2'])]
  expect([first.commitment, other.commitment].every((one) => /^[0-9a-f]{64}$/.test(one ?? ''))).toBe(true)
  expect(await cast('13900007777', ['c9'])).toMatchObject({ status: 422 })
  expect(community.id).not.toBe('')
  later(26)
  await world.renew()
  const after = world.cookies.get('worker') ?? ''
  expect((await ask(after, `/votes/${vote}/close`, {})).json()).toMatchObject({ state: 'closed' })
  expect((await ask(after, `/votes/${vote}/count`, {})).json()).toMatchObject({ state: 'counted' })
  const done = (await ask('', `/public/rounds/${round}`)).json<{ state: string; voters: number; projects: { option: string; state: string; votes: number }[] }>()
  expect(done).toMatchObject({ state: 'decided', voters: 2 })
  expect(done.projects.slice(0, 2).map(({ option, state, votes }) => [option, state, votes])).toEqual([['c1', 'funded', 2], ['c2', 'funded', 1]])
  // the numbers that codes went to are kept for the sending, and not with the vote
  const kept = async () => (await world.database.pool('linli_owner').query("select 1 from person_field where purpose = 'vote'")).rowCount
  expect([await kept(), await forgetBudgetPhones(world.db, clockActor('990106', 'd990106'), now(), []), await kept()]).toEqual([3, 3, 0])
}

test('[B60]–[B67] a round from the call to the ballot: residents propose without an account, two reviewers say why, the slate becomes a vote', async () => {
  const community = world.demo.places.find(({ code }) => code === '990106003001')?.id ?? ''
  const started = await ask(worker, '/rounds', { community, title: '2026年微实事', budget: 24_000_000, proposeUntil: '2026-11-27', rules: {} })
  expect(started.json()).toMatchObject({ state: 'call' })
  const { id } = started.json<{ id: string }>()
  expect((await ask('', '/rounds', { community, title: '谁都能开吗', budget: 1, proposeUntil: '2026-11-27', rules: {} })).statusCode).toBe(401)
  const propose = async (words: string, more: object = {}) => (await ask('', `/public/rounds/${id}/projects`, { place: community, kind: 'goods', words, ...more })).json<{ id: string; receipt: string }>()
  const [stools, racks, gate] = [await propose('三个老小区楼道里放折叠凳', { phone: '13900001234' }), await propose('暖蜂歇脚点添雨衣架和微波炉'), await propose('小区大门的道闸该换了')]
  const open = (await ask('', `/public/rounds/${id}`)).json<{ waiting: number; projects: unknown[] }>()
  expect([open.waiting, open.projects, JSON.stringify(open).includes('折叠凳')]).toEqual([3, [], false])
  expect((await ask(worker, `/projects/${stools.id}/decide`, { accept: true, cost: 4_600_000, title: '楼道歇脚凳', summary: '折叠凳，不占宽度' })).json()).toMatchObject({ code: 'reviews_missing' })
  for (const [at, cookie] of [worker, deputy, street].entries()) {
    for (const one of [stools, racks]) expect((await ask(cookie, `/projects/${one.id}/review`, { eligible: true, cost: 2_400_000 + at * 100_000, reason: '看过现场，能做' })).statusCode).toBe(200)
    expect((await ask(cookie, `/projects/${gate.id}/review`, { eligible: false, ground: 'firm_duty', reason: '道闸在物业合同里' })).statusCode).toBe(200)
  }
  expect((await ask(worker, `/projects/${stools.id}/decide`, { accept: true, cost: 2_500_000, title: '楼道歇脚凳', summary: '折叠凳，不占宽度' })).json()).toMatchObject({ state: 'accepted' })
  expect((await ask(worker, `/projects/${racks.id}/decide`, { accept: true, cost: 2_400_000, title: '暖蜂歇脚点添置', summary: '微波炉、雨衣架' })).statusCode).toBe(200)
  expect((await ask(worker, `/projects/${gate.id}/decide`, { accept: false, ground: 'firm_duty', reason: '物业自己的事', title: '换大门道闸' })).json()).toMatchObject({ state: 'refused' })
  expect((await ask(worker, `/rounds/${id}/slate`, { opensOn: '2026-12-05', closesOn: '2026-12-15' })).json()).toMatchObject({ code: 'wrong_state' })
  later(8)
  await world.renew()
  const fresh = world.cookies.get('worker') ?? ''
  expect((await ask(fresh, `/rounds/${id}/close-call`, {})).json()).toMatchObject({ state: 'review' })
  expect((await ask('', `/public/rounds/${id}/projects`, { place: community, kind: 'goods', words: '来晚了一步的提议' })).json()).toMatchObject({ code: 'call_over' })
  expect((await ask(fresh, `/rounds/${id}/slate`, { opensOn: '2026-12-05', closesOn: '2026-12-15' })).json()).toMatchObject({ state: 'posted' })
  const posted = (await ask('', `/public/rounds/${id}`)).json<{ projects: { option: string | null; title: string; state: string }[] }>()
  expect(posted.projects.map((one) => [one.option, one.title, one.state]))
    .toEqual([['c1', '楼道歇脚凳', 'accepted'], ['c2', '暖蜂歇脚点添置', 'accepted'], [null, '换大门道闸', 'refused']])
  expect((await ask(fresh, `/rounds/${id}`)).json<{ projects: object[] }>().projects[0]).toMatchObject({ contact: '139****1234', reviews: [{}, {}, {}] })
  expect((await ask('', `/public/projects/${racks.receipt}`)).json()).toMatchObject({ project: { title: '暖蜂歇脚点添置' } })
  await votedOn(id, fresh)
  const acts = await world.database.pool('linli_owner').query("select facts::text from act where kind like 'project.%' or kind like 'round.%'")
  expect(JSON.stringify(acts.rows)).not.toMatch(/1234|折叠凳/)
})

test('[B64] the demo’s round of 2026 stands on its page with both counts, written once', async () => {
  expect([await world.fill(), await world.fill()]).toEqual([2, 0])
  const community = world.demo.places.find(({ code }) => code === '990106003002')?.id ?? ''
  expect((await ask('', `/public/rounds?community=${community}`)).json()).toMatchObject({ items: [{ id: tyqRound, proposals: 6, funded: 4 }] })
  expect((await ask('', `/public/rounds/${tyqRound}`)).json()).toMatchObject({ voters: 600, waiting: 0, compared: [
    { rule: 'equal-shares', winners: expect.arrayContaining(['c2', 'c3', 'c4', 'c5']), without: 72 }, { rule: 'greedy', without: 200 }] })
})
