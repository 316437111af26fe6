import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { file, openNeighbourhood, type Neighbourhood } from '../../matters/testing.ts'
import { clockActor, type Actor } from '../../trust/index.ts'
import { addMediators, duties, later, leaking, opened, planted, run, sideActor, start, sure, talked, told } from '../disputes.testing.ts'
import { disputeTimers } from '../jobs/clock.ts'
import { disputeDetail } from '../views/detail.ts'
import { declareTies } from './declare-ties.ts'
import * as moves from './moves.ts'
import { openDispute } from './open-dispute.ts'
import { revealSides } from './reveal-sides.ts'

let n: Neighbourhood
let chair: Actor
let others: readonly Actor[]
beforeAll(async () => {
  n = await openNeighbourhood()
  chair = n.as('mediator')
  others = await addMediators(n)
})
afterAll(async () => { await n.close() })

const other = (index: number): Actor => others[index] ?? chair
const detail = (actor: Actor, id: string) => withScope(n.db, actor, (tx) => disputeDetail(tx, actor, id))
const owner = async <Row>(text: string, id: string): Promise<Row[]> => (await n.database.pool('linli_owner').query(text,
  [id])).rows as Row[] // as asked
const sweep = (at: Date) => sweepTimers(n.db, (of) => clockActor(of, 'd990106'), disputeTimers(() => 'd990106'), at)
const templates = async (id: string): Promise<string[]> =>
  (await owner<{ template: string }>("select template from outbox where facts->>'dispute' = $1 order by id", id)).map(({ template }) => template)

test('[D1] opened from a matter by the grid worker, the link stays, and a second opening is refused', async () => {
  const matter = await file(n, { category: 'water_leak_neighbour', words: '楼上漏水' })
  const grid = n.as('grid')
  const first = sure(await run(n, grid, start, openDispute, leaking(n, { source: matter.id })))
  expect(first.number).toMatch(/^1120-[0-9A-Z]{4}$/)
  expect(await run(n, grid, start, openDispute, leaking(n, { source: matter.id }))).toMatchObject({ refusal: { code: 'opened_already' } })
  expect(await detail(grid, first.id)).toMatchObject({ role: 'opener', source: matter.id, state: 'asked', notes: [], mediator: null })
  expect(await detail(chair, first.id)).toMatchObject({ role: 'committee', source: null, fromMatter: true,
    notes: [{ kind: 'opening', said: planted.words }] })
})

test('[D1] [D2] captain, firm and another community open nothing; words of violence are refused with where to go', async () => {
  const as = async (key: Parameters<Neighbourhood['as']>[0]) => told(await run(n, n.as(key), start, openDispute, leaking(n)) as never)
  expect([await as('captain'), await as('firm'), await as('grid5'), await as('secretary2'), await as('street')])
    .toEqual(['not_yours', 'not_yours', 'not_here', 'not_here', 'not_yours'])
  const violent = await run(n, n.as('grid'), start, openDispute, leaking(n, { words: '老公喝了酒又打我，脸都肿了' }))
  expect(violent).toMatchObject({ refusal: { code: 'not_for_mediation', explain: { zh: expect.stringContaining('110') } } })
})

test('from the question to duties kept: consent, mediator, session, agreement, two signatures, checks, a verdict', async () => {
  const id = await talked(n)
  const draft = await run(n, chair, later(26), moves.draftAgreement, { id, facts: '602角阀漏水，302墙皮脱落', clauses: duties })
  expect(told(draft)).toBe('drafted')
  expect(told(await run(n, sideActor(id, 'a'), later(27), moves.signAgreement, { id, side: 'a', via: 'code' }))).toBe('drafted')
  expect(told(await run(n, chair, later(28), moves.signAgreement, { id, side: 'b', via: 'paper' }))).toBe('signed')
  expect(await detail(chair, id)).toMatchObject({ role: 'mediator', signedOn: '2026-11-21', confirmBy: '2026-12-21', state: 'signed',
    clauses: [{ n: 1, fen: null, state: 'open' }, { n: 2, fen: 80_000, until: '2026-12-05' }] })
  await sweep(new Date('2026-11-29T00:59:00Z'))
  expect((await templates(id)).at(-1)).toBe('dispute.signed')
  await sweep(new Date('2026-11-29T01:00:00Z'))
  expect((await templates(id)).at(-1)).toBe('dispute.check')
  expect(told(await run(n, chair, later(24 * 9), moves.checkDuty, { id, n: 1, kept: true, note: '看过，不漏了' }))).toBe('signed')
  expect(told(await run(n, chair, later(24 * 16), moves.checkDuty, { id, n: 2, kept: false, note: '' }))).toBe('broken')
  expect(told(await run(n, chair, later(24 * 18), moves.checkDuty, { id, n: 2, kept: true, note: '今天付了' }))).toBe('kept')
  expect(told(await run(n, chair, later(24 * 30), moves.visitSides, { id, note: '两家都说没再吵' }))).toBe('kept')
  const verdict = { id, side: 'a' as const, fair: 'yes' as const, again: true }
  expect([told(await run(n, sideActor(id, 'a'), later(24 * 31), moves.judgeMediation, verdict)),
    told(await run(n, sideActor(id, 'a'), later(24 * 31), moves.judgeMediation, verdict))]).toEqual(['kept', 'already'])
  const acts = await owner<{ kind: string; facts: object; place: string | null;
    path: string }>('select kind, facts, place, path from act where subject_id = $1 order by at, id', id)
  expect(acts.map(({ kind }) => kind.replace('dispute.', ''))).toEqual(['open', 'consent', 'consent', 'appoint', 'plan', 'hold', 'draft', 'sign',
    'sign',
    'remind', 'check', 'check', 'check', 'visit', 'judge'])
  expect(new Set(acts.map(({ place, path }) => `${place} ${path}`))).toEqual(new Set(['null d990106']))
  const written = JSON.stringify(acts)
  for (const secret of Object.values(planted)) expect(written).not.toContain(secret)
})

test('[D3] one no ends it and both get the ways on', async () => {
  const id = await opened(n)
  expect(told(await run(n, sideActor(id, 'b'), start, moves.answerConsent, { id, side: 'b', yes: false, via: 'code' }))).toBe('refused')
  expect(await templates(id)).toEqual(['dispute.refused', 'dispute.ways'])
  expect(told(await run(n, sideActor(id, 'a'), start, moves.answerConsent, { id, side: 'a', yes: true, via: 'code' }))).toBe('wrong_state')
  expect(await detail(n.as('grid'), id)).toMatchObject({ state: 'refused', sides: [] })
})

test('[D3] silence: asked again after a week, ended after two', async () => {
  const id = await opened(n)
  await sweep(new Date('2026-11-27T16:00:00Z'))
  expect(await templates(id)).toEqual(['dispute.ask_again'])
  await sweep(new Date('2026-12-04T16:00:00Z'))
  expect(await detail(chair, id)).toMatchObject({ state: 'refused', endedHow: 'no_answer' })
})

test('[D10] the month ends a mediation that brought nothing, and both get the ways on', async () => {
  const id = await talked(n)
  expect(await detail(chair, id)).toMatchObject({ acceptedOn: '2026-11-20', until: '2026-12-20' })
  await sweep(new Date('2026-12-20T15:59:00Z'))
  expect((await detail(chair, id))?.state).toBe('mediating')
  await sweep(new Date('2026-12-20T16:00:00Z'))
  expect(await detail(chair, id)).toMatchObject({ state: 'failed', endedHow: 'month_over' })
  expect((await templates(id)).slice(-2)).toEqual(['dispute.failed', 'dispute.ways'])
})

test('[D5] nobody tied is chosen: same building, own firm, a hand in the matter, by their own word; and a tie that comes up later stops the session',
  async () => {
  const building = n.place('990106003001K1-03').id
  const accepted = async (more: Parameters<typeof opened>[1] = {}): Promise<string> => {
    const id = await opened(n, more)
    for (const side of ['a', 'b'] as const) sure(await run(n, chair, start, moves.answerConsent, { id, side, yes: true, via: 'paper' }))
    return id
  }
  const choose = async (id: string, person: Actor): Promise<string> => told(await run(n, chair, start, moves.appointMediator,
    { id, person: person.person ?? '' }))
  sure(await run(n, other(0), start, declareTies, { home: building, places: [], orgs: [] }))
  sure(await run(n, other(1), start, declareTies, { home: null, places: [], orgs: [n.org('firm')] }))
  const id = await accepted()
  expect([await choose(id, other(0)), await choose(id, n.as('grid'))]).toEqual(['tied', 'not_found'])
  const firm = await accepted({ kind: 'property_fee', sides: [{ persons: [{ name: planted.a }] }, { persons: [], org: n.org('firm') }] })
  expect([await choose(firm, other(1)), await choose(firm, other(0))]).toEqual(['tied', 'appointed'])
  sure(await run(n, other(0), start, moves.planSession, { id: firm, at: later(5).toISOString(), spot: '调解室' }))
  sure(await run(n, other(0), start, declareTies, { home: building, places: [], orgs: [n.org('firm')] }))
  const session = (await owner<{ id: string }>('select id from dispute_session where dispute = $1', firm))[0]?.id ?? ''
  expect(told(await run(n, other(0), later(6), moves.holdSession, { id: firm, session, present: ['a'], note: '谈了' }))).toBe('tied')
})

test('[D6] a side has the mediator changed once; who was objected to is not chosen again', async () => {
  sure(await run(n, other(1), start, declareTies, { home: null, places: [], orgs: [] }))
  const id = await opened(n)
  for (const side of ['a', 'b'] as const) sure(await run(n, sideActor(id, side), start, moves.answerConsent, { id, side, yes: true, via: 'code' }))
  const choose = (person: Actor) => run(n, chair, start, moves.appointMediator, { id, person: person.person ?? '' })
  const object = (side: 'a' | 'b') => run(n, sideActor(id, side), start, moves.objectToMediator, { id, side, via: 'code' as const })
  expect([told(await choose(other(1))), told(await object('a')), told(await choose(other(1))), told(await choose(chair)), told(await object('a')),
    told(await object('b'))]).toEqual(['appointed', 'accepted', 'tied', 'appointed', 'objected_once', 'accepted'])
})

test('[D9] money with the end of a complaint waits for a second member; a clause against the law is refused with its article', async () => {
  const id = await talked(n)
  const clauses = [...duties, { by: 'a' as const, what: '收到后不再投诉这件事', until: '2026-12-06', fen: null, basis: null }]
  expect(await run(n, chair, later(26), moves.draftAgreement, { id, facts: '经过', clauses: [{ ...duties[0], what: '以后都不得起诉' } as typeof clauses[0]] }))
    .toMatchObject({ refusal: { code: 'clause_court_closed', source: { article: '第三条' } } })
  sure(await run(n, chair, later(26), moves.draftAgreement, { id, facts: '602角阀漏水', clauses }))
  const sign = async () => told(await run(n, sideActor(id, 'a'), later(27), moves.signAgreement, { id, side: 'a', via: 'code' }))
  expect([await sign(), told(await run(n, chair, later(27), moves.secondAgreement, { id })),
    told(await run(n, other(1), later(27), moves.secondAgreement, { id })),
      await sign()]).toEqual(['second_missing', 'not_yours', 'drafted', 'drafted'])
})

test('[D8] full names come to the mediator alone, each as an act of showing', async () => {
  const id = await talked(n)
  const show = (actor: Actor) => withScope(n.db, actor, (tx) => revealSides(tx, actor, id, 'identity_check', start))
  expect(sure(await show(chair))).toMatchObject([{ side: 'a', persons: [{ name: planted.a, address: '梧桐苑3号楼302' }] },
    { side: 'b', persons: [{ name: planted.b }] }])
  for (const actor of [other(1), n.as('grid'), n.as('secretary'),
    n.as('captain')]) expect(await show(actor)).toMatchObject({ refusal: { code: 'not_found' } })
  const shown = await owner<{ n: number }>("select count(*)::int as n from act where kind = 'person.revealed' and actor_person = $1",
    chair.person ?? '')
  expect(shown[0]?.n).toBe(4) // two names, one phone, one address
})

test('[D2] the committee stops what is not for mediation; [D10] a side ends it at any time', async () => {
  const [one, two] = [await talked(n), await talked(n)]
  expect(told(await run(n, chair, later(30), moves.stopMediation, { id: one, reason: 'police' }))).toBe('stopped')
  expect(told(await run(n, sideActor(two, 'b'), later(30), moves.leaveMediation, { id: two, side: 'b', via: 'code' }))).toBe('failed')
  expect(told(await run(n, chair, later(31), moves.planSession, { id: two, at: later(40).toISOString(), spot: '室' }))).toBe('wrong_state')
})

test('a version that has moved on is stale, also for a signature', async () => {
  const id = await talked(n)
  sure(await run(n, chair, later(26), moves.draftAgreement, { id, facts: '602角阀漏水', clauses: duties }))
  const { version = 0 } = await detail(chair, id) ?? {}
  sure(await run(n, chair, later(26), moves.draftAgreement, { id, facts: '602角阀漏水，另加一条', clauses: duties }))
  expect(told(await run(n, sideActor(id, 'a'), later(27), moves.signAgreement, { id, version, side: 'a', via: 'code' }))).toBe('stale')
})
