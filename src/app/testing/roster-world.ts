/** The demo's roster in a world of its own, for tests that ask over HTTP. */
import { demoRoster, type DemoRoster } from '../../../demo/index.ts'
import { fillRoster } from '../work/fill-roster.ts'
import { onCommunity, openWorld, type World } from './world.ts'

export type RosterWorld = World & {
  readonly roster: DemoRoster
  /** The code of a place by its id. */
  readonly codeOf: (id: string) => string
  /** The id of a place by its code. */
  readonly placeOf: (code: string) => string
}

const withRoster = onCommunity('roster', fillRoster)

/** The community with its roster, and everybody signed in. */
export async function openRosterWorld(): Promise<RosterWorld> {
  const world = await openWorld(withRoster)
  const [byId, byCode] = [new Map(world.demo.places.map(({ id, code }) => [id, code])), new Map(world.demo.places.map(({ id, code }) => [code, id]))]
  return { ...world, roster: demoRoster(), codeOf: (id) => byId.get(id) ?? '', placeOf: (code) => byCode.get(code) ?? '' }
}
