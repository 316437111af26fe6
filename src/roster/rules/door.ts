/** What is said at a door, and what the phone needs for it: masked names and telephones, no numbers of cards. [RO59] */
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import type { DwellerField, DwellingState } from './fields.ts'
import { keeperOf } from './show.ts'

/**
 * One thing said at the door. `behalf`: the person is there and asked for it (P02). `ties` of one person. A household that changed is told person by
 * person.
 */
export type DoorMove =
  | { readonly move: 'holds' }
  | { readonly move: 'state'; readonly state: DwellingState }
  | { readonly move: 'children'; readonly children: number }
  | { readonly move: 'left'; readonly ties: readonly string[] }
  | { readonly move: 'came'; readonly name: string; readonly phone: string; readonly rents: boolean }
  | { readonly move: 'phone'; readonly tie: string; readonly phone: string; readonly behalf?: boolean | undefined }

/** What a phone keeps of the people behind a door: who is meant, masked, and how to reach them. */
export const doorFields: readonly DwellerField[] = ['name', 'phone', 'relation']

/** The states that a door can be said to be in; 'unknown' is what nobody said. */
export const doorStates = ['lived_in', 'let', 'vacant', 'business', 'unfinished'] as const satisfies readonly DwellingState[]

const wrongPost: Refusal = {
  code: 'wrong_post', rule: 'RO59', explain: { zh: '门口核户由楼栋长、网格员和社区来做。',
    en: 'Homes are confirmed at the door by captains, grid workers and the community.' },
}
const people: Refusal = {
  code: 'people_here', rule: 'RO59',
  explain: { zh: '底册里还有人住这里。先点“搬走了”，再记空着。', en: 'Somebody is still entered as living here. Say first that they moved away.' },
}

/** Whether somebody of this audience may say so at the door of a home where so many are entered as living. [RO59] */
export function maySay(audience: readonly string[], said: DoorMove, living: number): Result<true> {
  if (keeperOf(audience) === null) return refuse(wrongPost)
  return said.move === 'state' && said.state !== 'lived_in' && said.state !== 'let' && living > 0 ? refuse(people) : ok(true)
}

/** Whether what was said settles that all of the home's file holds: that it does, or how it is used. A correction of one thing does not. */
export const confirms = ({ move }: DoorMove): boolean => move === 'holds' || move === 'state'
