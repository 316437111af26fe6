/** The demo's voting registers in a world of their own, for tests that ask over HTTP. */
import { eraseHooks } from '../erasing.ts'
import { fillRegister } from '../work/fill-register.ts'
import { openWorld, type World } from './world.ts'

/** `eraseHooks`: what every capability takes away when a person is erased. */
export type RegisterWorld = World & { readonly eraseHooks: typeof eraseHooks }

/** Lays out the community with its registers. About four seconds. */
export async function openRegisterWorld(): Promise<RegisterWorld> {
  const world = await openWorld()
  await fillRegister(world.db, { district: '990106', path: 'd990106' })
  return { ...world, eraseHooks }
}
