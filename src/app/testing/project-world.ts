/** The demo's micro-projects in a world of its own, for tests that ask over HTTP. */
import { fillProjects } from '../work/fill-projects.ts'
import { openWorld, type World } from './world.ts'

/** Lays out the community; `fill` writes its rounds of micro-projects and answers how many. */
export async function openProjectWorld(): Promise<World & { readonly fill: () => Promise<number> }> {
  const world = await openWorld()
  return { ...world, fill: () => fillProjects(world.db, { district: '990106', path: 'd990106' }) }
}
