/** Who answered what, as rows of the answers that count, in an order that neither arrival nor names decide. */
import type { Opinions } from './ledger.ts'

/** Row i holds the entries starts[i] … starts[i + 1] - 1: a column (its place in `statements`) and a sign, columns rising. */
export type Matrix = {
  readonly people: readonly string[]
  readonly statements: readonly string[]
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly signs: Int8Array
}

/** What leaves the computation, and statements that belong to it though nobody has answered them. */
export type Leaving = {
  readonly statements?: Iterable<string>
  readonly removed?: ReadonlySet<string>
  readonly banned?: ReadonlySet<string>
}

const whole = /^(0|[1-9]\d{0,14})$/

/** The order of ids: whole numbers by size, before all others by their UTF-16 units. */
export function byId(a: string, b: string): number {
  const [first, second] = [whole.test(a), whole.test(b)]
  if (first && second) return Number(a) - Number(b)
  if (first !== second) return first ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Numbers of the answers, those of one person together: order[starts[p]] … */
function byPerson({ length, columns }: Opinions, people: number): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(people + 1)
  for (let i = 0; i < length; i++) {
    const place = (columns.person[i] ?? 0) + 1
    starts[place] = (starts[place] ?? 0) + 1
  }
  for (let p = 0; p < people; p++) starts[p + 1] = (starts[p + 1] ?? 0) + (starts[p] ?? 0)
  const next = starts.slice()
  const order = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const person = columns.person[i] ?? 0
    const place = next[person] ?? 0
    order[place] = i
    next[person] = place + 1
  }
  return { starts, order }
}

type Rows = { readonly starts: Int32Array; readonly columns: Int32Array; readonly signs: Int8Array }

/** Rows in the order of arrival: each person's latest answer to each statement; of two at one moment, the lower sign. */
function latest(opinions: Opinions, rank: Int32Array, width: number): Rows {
  const { columns: given, people, length } = opinions
  const { starts: from, order } = byPerson(opinions, people.ids.length)
  const starts = new Int32Array(people.ids.length + 1)
  const [columns, signs] = [new Int32Array(length), new Int8Array(length)]
  const [touched, at, sign] = [new Int32Array(width), new Float64Array(width), new Int8Array(width)]
  const seen = new Int32Array(width).fill(-1)
  let end = 0
  for (let person = 0; person < people.ids.length; person++) {
    let count = 0
    for (let k = from[person] ?? 0; k < (from[person + 1] ?? 0); k++) {
      const i = order[k] ?? 0
      const column = rank[given.statement[i] ?? 0] ?? -1
      if (column < 0) continue
      const time = given.at[i] ?? 0
      const said = given.sign[i] ?? 0
      const first = seen[column] !== person
      if (first) {
        seen[column] = person
        touched[count++] = column
      }
      if (first || time > (at[column] ?? 0) || (time === at[column] && said < (sign[column] ?? 0))) {
        at[column] = time
        sign[column] = said
      }
    }
    const row = touched.subarray(0, count).sort()
    for (let k = 0; k < count; k++) signs[end + k] = sign[row[k] ?? 0] ?? 0
    columns.set(row, end)
    end += count
    starts[person + 1] = end
  }
  return { starts, columns: columns.subarray(0, end), signs: signs.subarray(0, end) }
}

/** Compares two rows by what was answered, so that people stand in an order which their names have no part in. */
function byAnswers({ starts, columns, signs }: Rows): (a: number, b: number) => number {
  return (a, b) => {
    const i = starts[a] ?? 0
    const j = starts[b] ?? 0
    const lengthA = (starts[a + 1] ?? 0) - i
    const lengthB = (starts[b + 1] ?? 0) - j
    for (let k = 0; k < lengthA && k < lengthB; k++) {
      const column = (columns[i + k] ?? 0) - (columns[j + k] ?? 0)
      if (column !== 0) return column
      const sign = (signs[i + k] ?? 0) - (signs[j + k] ?? 0)
      if (sign !== 0) return sign
    }
    return lengthA - lengthB
  }
}

/** Which numbers below `size` stand in the ledger's own part of `numbers`: it may share its memory with polls that went on without it. */
function present(numbers: Uint32Array, length: number, size: number): Uint8Array {
  const there = new Uint8Array(size)
  for (let i = 0; i < length; i++) there[numbers[i] ?? 0] = 1
  return there
}

/** Statements that take part, in order, and for each statement of the ledger its column, -1 for one that has left. */
function columnsOf(opinions: Opinions, leaving: Leaving): { readonly statements: readonly string[]; readonly rank: Int32Array } {
  const { ids } = opinions.statements
  const there = present(opinions.columns.statement, opinions.length, ids.length)
  const statements = [...new Set([...ids.filter((_, i) => there[i] === 1), ...leaving.statements ?? []])]
    .filter((id) => !leaving.removed?.has(id)).sort(byId)
  const place = new Map(statements.map((id, column) => [id, column]))
  return { statements, rank: Int32Array.from(ids, (id) => place.get(id) ?? -1) }
}

/**
 * The answers that count: of everybody who is not banned, to statements that are not removed. People whose answers all went to removed statements
 * keep an empty row. [OM1] [OM2]
 */
export function matrixOf(opinions: Opinions, leaving: Leaving = {}): Matrix {
  const { statements, rank } = columnsOf(opinions, leaving)
  const rows = latest(opinions, rank, statements.length)
  const answered = present(opinions.columns.person, opinions.length, opinions.people.ids.length)
  const kept = opinions.people.ids.flatMap((id, person) => (answered[person] === 1 && !leaving.banned?.has(id) ? [person] : []))
  kept.sort(byAnswers(rows))
  const starts = new Int32Array(kept.length + 1)
  kept.forEach((person, i) => { starts[i + 1] = (starts[i] ?? 0) + (rows.starts[person + 1] ?? 0) - (rows.starts[person] ?? 0) })
  const size = starts[kept.length] ?? 0
  const [columns, signs] = [new Int32Array(size), new Int8Array(size)]
  kept.forEach((person, i) => {
    const [from, to] = [rows.starts[person] ?? 0, rows.starts[person + 1] ?? 0]
    columns.set(rows.columns.subarray(from, to), starts[i] ?? 0)
    signs.set(rows.signs.subarray(from, to), starts[i] ?? 0)
  })
  return { people: kept.map((person) => opinions.people.ids[person] ?? ''), statements, starts, columns, signs }
}

/** How many statements the person of row `i` answered, passes included. */
export const answersOf = ({ starts }: Matrix, i: number): number => (starts[i + 1] ?? 0) - (starts[i] ?? 0)
