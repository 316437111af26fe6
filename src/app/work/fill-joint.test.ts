import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoJoint } from '../../../demo/joint.ts'
import { openWorld, type World } from '../testing/world.ts'
import { fillJoint } from './fill-joint.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(async () => { await world?.close() })

type Board = { readonly chairs: readonly { readonly seat: string; readonly standIn: { readonly code: string } | null }[]
  readonly items: readonly { readonly title: string; readonly state: string }[]; readonly meetings: readonly unknown[] }
const board = async (name: string): Promise<Board> => {
  const compound = world.demo.places.find((one) => one.fullName.endsWith(name))?.id ?? ''
  return (await world.send({ as: 'supervisor', method: 'GET', url: `/api/v1/joint-boards/${compound}` })).json<Board>()
}

test('[M45]–[M47] the made-up boards pass the rules, every step, and are told once', async () => {
  const where = { district: '990106', path: 'd990106' }
  expect(await fillJoint(world.db, where)).toBe(demoJoint.length)
  expect(await fillJoint(world.db, where)).toBe(0)
  const own = await board('梧桐苑')
  expect([own.items.length, own.meetings.length, own.items.map(({ state }) => state)]).toEqual([5, 1, ['late', 'open', 'open', 'open', 'done']])
  const chairs = async (name: string) => (await board(name)).chairs.flatMap(({ seat, standIn }) => (standIn ? [`${seat} ${standIn.code}`] : []))
  expect(await chairs('纺机新村')).toEqual(['owners management_committee'])
  expect(await chairs('锦澜府')).toEqual(['owners community_for_owners'])
  expect(await chairs('安居里')).toEqual(['owners landlord'])
  expect(await chairs('和顺家园')).toEqual(['owners landlord'])
  expect(await chairs('老官塘院')).toEqual(['owners self_management', 'firm community_for_firm'])
})
