/** Where each person and each statement stands on the map. */
import { answersOf, type Matrix } from './matrix.ts'

/** Coordinates by row or column. */
export type Points = { readonly x: Float64Array; readonly y: Float64Array }

/**
 * Each person's place: what they answered beyond the mean, along both components, drawn out by √(statements / answers), because who answered little
 * would stand in the middle otherwise. [OM4]
 */
export function positionsOf(matrix: Matrix, means: Float64Array, components: readonly [Float64Array, Float64Array]): Points {
  const { people, statements, starts, columns, signs } = matrix
  const [first, second] = components
  const [x, y] = [new Float64Array(people.length), new Float64Array(people.length)]
  for (let row = 0; row < people.length; row++) {
    let [alongFirst, alongSecond] = [0, 0]
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const column = columns[k] ?? 0
      const beyond = (signs[k] ?? 0) - (means[column] ?? 0)
      alongFirst += beyond * (first[column] ?? 0)
      alongSecond += beyond * (second[column] ?? 0)
    }
    const drawn = Math.sqrt(statements.length / Math.max(answersOf(matrix, row), 1))
    x[row] = drawn * alongFirst
    y[row] = drawn * alongSecond
  }
  return { x, y }
}

/** How far each statement pulls: the distance from the middle of somebody who only agrees with it. By column. [OM4] */
export function extremityOf(means: Float64Array, [first, second]: readonly [Float64Array, Float64Array]): Float64Array {
  const drawn = Math.sqrt(means.length)
  return means.map((mean, column) => {
    const [x, y] = [(1 - mean) * (first[column] ?? 0), (1 - mean) * (second[column] ?? 0)]
    return drawn * Math.sqrt(x * x + y * y)
  })
}
