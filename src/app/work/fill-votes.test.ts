import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoThreads } from '../../../demo/threads.ts'
import { withScope } from '../../kit/db.ts'
import { clockActor, lookupHash } from '../../trust/index.ts'
import { openWorld, type World } from '../testing/world.ts'
import { fillOpenRound } from './fill-open-round.ts'
import { fillRegister } from './fill-register.ts'
import { fillThreads, joinThreadMatters } from './fill-threads.ts'
import { fillVotes } from './fill-votes.ts'

const where = { district: '990106', path: 'd990106' }
let world: World
beforeAll(async () => { world = await openWorld() }, 120_000)
afterAll(async () => { await world?.close() })

test('the demo’s votes stand with their exact figures: passed, a lift in a staircase, failed by two heads, and one that is open; played once', async () => {
  await fillRegister(world.db, where)
  expect(await fillVotes(world.db, where)).toBe(4)
  expect(await fillVotes(world.db, where)).toBe(0)
  const rows = await withScope(world.db, clockActor(where.district, where.path), (tx) => tx.selectFrom('vote').select(['number', 'item', 'state', 'result', 'electors', 'area']).orderBy('notice_on').execute())
  const shown = (item: string) => rows.find((one) => one.item === item)
  expect(shown('property')).toMatchObject({ state: 'archived', number: '2026-1', electors: 846, area: '9130832', result: { shown: { outcome: 'passed',
    tookPart: { heads: 602, area: 6_388_452 }, questions: [{ options: [{ heads: 329, area: 3_561_208 }, {}, {}] }] } } })
  expect(shown('rebuild')).toMatchObject({ state: 'published', electors: 12, area: '70860', result: { shown: { outcome: 'passed', tookPart: { heads: 11, area: 64_688 },
    questions: [{ options: [{ heads: 9, area: 52_878 }, { heads: 1, area: 5638 }, { heads: 1, area: 6172 }] }] } } })
  expect(shown('common_use')).toMatchObject({ state: 'published', number: '2026-2', result: { shown: { outcome: 'not_passed', tookPart: { heads: 583, area: 6_214_736 },
    questions: [{ needed: { heads: 438 }, options: [{ heads: 436, area: 4_670_000 }, {}, {}] }] } } })
  expect(shown('common_use')?.result).toMatchObject({ shown: { reasons: expect.arrayContaining([expect.objectContaining({ words: expect.objectContaining({ zh: expect.stringContaining('人数差2人') }) })]) } })
  expect(shown('fund_use')).toMatchObject({ state: 'open', number: '2026-3', result: null })
  // the phone that visitors are told is of somebody who may vote and has not
  const { rows: told } = await world.database.pool('linli_owner').query<{ value: string }>("select value from setting where name = 'demo_owner_phone'")
  const { rows: theirs } = await world.database.pool('linli_owner').query("select took_part, blocked from elector e join vote v on v.id = e.vote join owner o on o.head = e.head where v.item = 'fund_use' and o.phone_hash = $1",
    [lookupHash(where.district, 'owner_phone', told[0]?.value ?? '')])
  expect(theirs).toEqual([{ took_part: false, blocked: null }])
  const turnout = await withScope(world.db, clockActor(where.district, where.path), (tx) => tx.selectFrom('turnout as t').innerJoin('vote as v', 'v.id', 't.vote')
    .select((e) => ['t.channel', e.fn.sum('t.heads').as('heads')]).where('v.item', '=', 'fund_use').where('t.channel', '<>', 'delivered').groupBy('t.channel').orderBy('t.channel').execute())
  expect(turnout.map(({ channel, heads }) => [channel, Number(heads)])).toEqual([['again', 3], ['door', 58], ['paper', 147], ['phone', 336]])
}, 120_000)

test('[B63] the demo has a round of micro-projects to vote on: played through every step once, with ballots in and how it stands hidden', async () => {
  expect([await fillOpenRound(world.db, where), await fillOpenRound(world.db, where)]).toEqual([true, false])
  const { rows: [round] } = await world.database.pool('linli_owner').query<{ state: string; vote: string; community: string }>("select state, vote, community from budget_round where state = 'posted'")
  const vote = (await world.send({ as: 'nobody', method: 'GET', url: `/api/v1/public/votes/${round?.vote ?? ''}` })).json<{ questions: { options: object[] }[] }>()
  expect(vote).toMatchObject({ kind: 'budget', state: 'open', sealed: true, result: null, participation: { heads: 110 } })
  expect(vote.questions[0]?.options).toHaveLength(5)
})

type Thread = { readonly title: string; readonly step: string; readonly counts: { readonly meetings: number }; readonly missing: readonly { readonly code: string }[] }
const read = async (title: string): Promise<Thread> => {
  const { rows } = await world.database.pool('linli_owner').query<{ id: string }>('select id from thread where title = $1', [title])
  return (await world.send({ as: 'nobody', method: 'GET', url: `/api/v1/public/threads/${rows[0]?.id ?? ''}` })).json<Thread>()
}

test('[DT1] the made-up threads pass every rule: a lift that waits for one measurement, a garden that was judged, and what came out of it', async () => {
  expect(await fillThreads(world.db, where)).toBe(demoThreads.length)
  expect(await fillThreads(world.db, where)).toBe(0)
  expect(await read('5号楼一个单元能不能加装电梯')).toMatchObject({ step: 'judge', counts: { meetings: 4 }, missing: [{ code: 'tasks_open' }] })
  expect(await read('中心花园：晚上怎么用')).toMatchObject({ step: 'ended', outcome: 'solved', counts: { meetings: 3 } })
  expect(await read('中心花园：周末早上怎么安静')).toMatchObject({ step: 'voice' })
  expect(await joinThreadMatters(world.db, where)).toBeGreaterThanOrEqual(0)
}, 120_000)
