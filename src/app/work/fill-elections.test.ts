import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { fillElections } from './fill-elections.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(async () => { await world.close() })
type Bodies = { readonly items: readonly { readonly id: string; readonly place: { readonly name: string }; readonly state: string;
  readonly kind: string; readonly open: number }[] }
type File = { readonly desk: { readonly slate: object;
  readonly candidates: readonly { readonly name: string; readonly open: readonly string[]; readonly until: string;
    readonly warnings: readonly object[] }[] }
  readonly steps: readonly { readonly code: string; readonly state: string }[] }

test('[B100] [B105] the demo has terms in office, a first committee with the branch still to speak, and a residents’ timetable; filled once', async () => {
  const where = { district: '990106', path: 'd990106' }
  expect([await fillElections(world.db, where), await fillElections(world.db, where)]).toEqual([4, 0])
  const { items } = (await world.send({ as: 'secretary', method: 'GET', url: '/api/v1/bodies' })).json<Bodies>()
  expect(items.map(({ place, state, open }) => [place.name, state, open])).toEqual([['锦澜府', 'planned', 0], ['梧桐苑', 'in_office', 0]])
  const file = (await world.send({ as: 'secretary', method: 'GET', url: `/api/v1/bodies/${items[0]?.id ?? ''}` })).json<File>()
  expect(file.desk.candidates.map(({ open, warnings }) => [open.length, warnings.length])).toEqual([[1, 0], [1, 0], [1, 0], [3, 1], [3, 0], [3, 0]])
  expect(file.desk.slate).toMatchObject({ have: 3, wanted: 3, met: true })
  expect(file.desk.candidates[0]).toMatchObject({ name: '车＊＊', open: ['branch'], until: '2026-11-23' })
})
