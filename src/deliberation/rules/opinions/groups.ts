/** Who stands together: how many groups there are, who is in each, and who stands apart. */
import { groupInto, type Grouping } from './k-means.ts'
import { answersOf, type Matrix } from './matrix.ts'
import { parameters } from './parameters.ts'
import type { Points } from './positions.ts'
import { seeded } from './seeded.ts'
import { silhouetteOf } from './silhouette.ts'

/** `of` by row: the group, or -1. `apart` counts people in clusters too small to be drawn; `tried` is each number of groups with its silhouette. */
export type Groups = {
  readonly of: Int32Array
  readonly count: number
  readonly apart: number
  readonly tried: readonly { readonly groups: number; readonly silhouette: number }[]
}

/** Rows of those who answered enough to be placed in a group. Of the busiest, equals come in together. [OM5] */
export function groupedRows(matrix: Matrix): readonly number[] {
  const answers = matrix.people.map((_, row) => answersOf(matrix, row))
  const enough = Math.min(parameters.answersToBeGrouped, matrix.statements.length)
  const at = (least: number): readonly number[] => answers.flatMap((n, row) => (n >= Math.max(1, least) ? [row] : []))
  const rows = at(enough)
  if (rows.length >= parameters.peopleToBeGrouped) return rows
  return at(Math.min(enough, answers.toSorted((a, b) => b - a)[parameters.peopleToBeGrouped - 1] ?? 1))
}

const pick = ({ x, y }: Points, rows: readonly number[]): Points =>
  ({ x: Float64Array.from(rows, (row) => x[row] ?? 0), y: Float64Array.from(rows, (row) => y[row] ?? 0) })

type Tried = { readonly grouping: Grouping; readonly silhouette: number }

function tryAll(points: Points, seed: string): readonly Tried[] {
  const most = Math.min(parameters.mostGroups, 2 + Math.floor(points.x.length / parameters.peoplePerGroupTried))
  const tried: Tried[] = []
  for (let k = 2; k <= most; k++) {
    const grouping = groupInto(points, k, seeded(`${seed}\n${k}`))
    if (grouping.sizes.length < k) break
    tried.push({ grouping, silhouette: silhouetteOf(points, grouping) })
  }
  return tried
}

/** The fewest groups that no further group makes clearly better; `wanted` groups where that many were tried. */
function best(tried: readonly Tried[], wanted: number | undefined): Tried | undefined {
  const asked = tried.find(({ grouping }) => grouping.sizes.length === wanted)
  return asked ?? tried.reduce<Tried | undefined>((kept, next) =>
    (!kept || next.silhouette > kept.silhouette + parameters.silhouetteGain ? next : kept), undefined)
}

/**
 * Finds the groups. Clusters of fewer than five people are set aside and the others looked at again, so that a few who stand far out neither are
 * drawn nor hide a minority among the rest. Fewer than ten people are one group, fewer than five none. [OM5] [OM6]
 */
export function groupsOf(matrix: Matrix, points: Points, seed: string, wanted?: number): Groups {
  const of = new Int32Array(matrix.people.length).fill(-1)
  let rows = groupedRows(matrix)
  const all = rows.length
  for (;;) {
    const tried = rows.length < 2 * parameters.smallestGroup ? [] : tryAll(pick(points, rows), seed)
    const chosen = best(tried, wanted)
    const small = new Set((chosen?.grouping.sizes ?? []).flatMap((size, group) => (size < parameters.smallestGroup ? [group] : [])))
    if (chosen && small.size > 0) {
      rows = rows.filter((_, i) => !small.has(chosen.grouping.of[i] ?? -1))
      continue
    }
    const drawn = rows.length >= parameters.smallestGroup
    if (drawn) rows.forEach((row, i) => { of[row] = chosen?.grouping.of[i] ?? 0 })
    return {
      of, count: drawn ? chosen?.grouping.sizes.length ?? 1 : 0, apart: drawn ? all - rows.length : all,
      tried: tried.map(({ grouping, silhouette }) => ({ groups: grouping.sizes.length, silhouette })),
    }
  }
}
