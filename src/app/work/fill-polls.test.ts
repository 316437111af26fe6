import { afterAll, beforeAll, expect, test } from 'vitest'
import { gardenPoll, morningPoll } from '../../../demo/polls.ts'
import { cookieFrom, openWorld } from '../testing/world.ts'
import { fillPolls } from './fill-polls.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => { world = await openWorld() }, 120_000)
afterAll(async () => { await world?.close() })
const where = { district: '990106', path: 'd990106' }
const read = async (id: string) => (await world.send({ method: 'GET', url: `/api/v1/public/polls/${id}` })).json<{ map: { groups: { size: number; holds: { n: number; side: string }[] }[]
  common: { n: number; side: string }[]; undecided: { n: number }[]; minority: { n: number }[]; missing: { buildings: { name: string }[] } }; file: boolean }>()

test('the demo’s polls are written once: the garden counts 214 people, two groups and three statements that both accept; the mornings are open', async () => {
  expect([await fillPolls(world.db, where), await fillPolls(world.db, where)]).toEqual([2, 0])
  const garden = await read(gardenPoll)
  expect(garden).toMatchObject({ phase: 'closed', file: true, counts: { people: 214, statements: 8 }, map: { final: true, people: 214, groups: [{ size: 117 }, { size: 86 }] } })
  expect(garden.map.common.map(({ n, side }) => [n, side]).toSorted()).toEqual([[2, 'agree'], [4, 'agree'], [6, 'agree']])
  const agrees = garden.map.groups.map(({ holds }) => holds.filter(({ side }) => side === 'agree').map(({ n }) => n).toSorted())
  expect([agrees, garden.map.undecided.map(({ n }) => n)]).toEqual([[[1, 5, 7], [2, 3]], [8]])
  const mornings = await read(morningPoll)
  expect(mornings).toMatchObject({ phase: 'open', file: false, map: { final: false, groups: [{}, {}, {}], minority: [{ n: 11 }] } })
  const cookie = cookieFrom(await world.send({ url: '/api/v1/demo/session', body: { person: world.demo.signIns.find(({ key }) => key === 'worker')?.person } }))
  expect((await world.send({ url: `/api/v1/polls/${gardenPoll}/draft-resolution`, body: {}, cookie })).json()).toMatchObject({ from: [{ n: 6 }, { n: 4 }, { n: 2 }],
    words: '一、中考、高考那几天，全小区都静一静。\n二、遛狗拴绳、走外圈，我就没意见。\n三、与其限制时间，不如把音量定个数，大家都能看见。' })
})
