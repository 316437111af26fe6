/** The opinion map: votes in, map out. Nothing else decides it but the seed and the version. */
import { componentsOf } from './components.ts'
import { acceptedByAll, commonGround, majorityOf, type Consensus } from './consensus.ts'
import { groupsOf, type Groups } from './groups.ts'
import type { Opinions } from './ledger.ts'
import { byId, matrixOf, type Leaving, type Matrix } from './matrix.ts'
import { VERSION } from './parameters.ts'
import { extremityOf, positionsOf, type Points } from './positions.ts'
import { representativeOf, type Representative } from './representative.ts'
import { meansOf, tallyAll, tallyGroups, type Tally } from './tallies.ts'

/** `groups`: a number to draw if it can be (see `steadied`), or each person's group as given from outside. */
export type Drawing = Leaving & { readonly seed?: string; readonly groups?: number | ReadonlyMap<string, number> }

/** One group: its people's number, its statements and its counts by column. */
export type Group = { readonly id: number; readonly size: number; readonly representative: readonly Representative[]; readonly tally: Tally }

/** A statement that is common ground, with how much of it there is, 0 to 1. */
export type Common = { readonly column: number; readonly ground: number }

export type OpinionMap = {
  readonly version: string
  readonly seed: string
  readonly statements: readonly string[]
  readonly components: readonly [Float64Array, Float64Array]
  readonly mean: Float64Array
  readonly extremity: Float64Array
  readonly tally: Tally
  readonly participants: readonly { readonly id: string; readonly x: number; readonly y: number; readonly group: number | null }[]
  readonly groups: readonly Group[]
  readonly apart: number
  readonly tried: Groups['tried']
  readonly consensus: { readonly agree: readonly Consensus[]; readonly disagree: readonly Consensus[] }
  readonly common: { readonly agree: readonly Common[]; readonly disagree: readonly Common[] }
}

/** Groups given from outside, numbered as they stand; people it doesn't know are in none. */
function given(matrix: Matrix, groups: ReadonlyMap<string, number>): Groups {
  const of = Int32Array.from(matrix.people, (id) => groups.get(id) ?? -1)
  return { of, count: of.reduce((most, group) => Math.max(most, group + 1), 0), apart: 0, tried: [] }
}

function common(tallies: readonly Tally[], side: 'agree' | 'disagree'): readonly Common[] {
  const ground = commonGround(tallies, side)
  return acceptedByAll(tallies, side).map((column) => ({ column, ground: ground[column] ?? 0 }))
}

function people(matrix: Matrix, { x, y }: Points, of: Int32Array): OpinionMap['participants'] {
  const group = (row: number): number | null => ((of[row] ?? -1) < 0 ? null : of[row] ?? null)
  return matrix.people.map((id, row) => ({ id, x: x[row] ?? 0, y: y[row] ?? 0, group: group(row) })).sort((a, b) => byId(a.id, b.id))
}

/**
 * Draws the map of a poll. Removed statements and banned people have no part in any number of it. The order in which votes came, and what people are
 * called, change nothing. [OM1] to [OM9]
 */
export function drawMap(opinions: Opinions, drawing: Drawing = {}): OpinionMap {
  const seed = drawing.seed ?? 'linli'
  const matrix = matrixOf(opinions, drawing)
  const tally = tallyAll(matrix)
  const mean = meansOf(tally)
  const components = componentsOf(matrix, mean)
  const points = positionsOf(matrix, mean, components)
  const groups = typeof drawing.groups === 'object' ? given(matrix, drawing.groups) : groupsOf(matrix, points, seed, drawing.groups)
  const tallies = tallyGroups(matrix, groups.of, groups.count)
  const representative = representativeOf(tallies)
  const sizes = groups.of.reduce((counts, group) => (group < 0 ? counts : counts.with(group, (counts[group] ?? 0) + 1)), tallies.map(() => 0))
  const whole = tallies.length > 0 ? tallies : [tally]
  return {
    version: VERSION, seed, statements: matrix.statements, components, mean, extremity: extremityOf(mean, components), tally,
    participants: people(matrix, points, groups.of),
    groups: tallies.map((own, id) => ({ id, size: sizes[id] ?? 0, representative: representative[id] ?? [], tally: own })),
    apart: groups.apart, tried: groups.tried,
    consensus: { agree: majorityOf(tally, 'agree'), disagree: majorityOf(tally, 'disagree') },
    common: { agree: common(whole, 'agree'), disagree: common(whole, 'disagree') },
  }
}
