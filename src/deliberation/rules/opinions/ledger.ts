/** Answers as they come in: three columns that only grow. Who answered twice is sorted out when the map is drawn. */

/** 1 agree, 0 pass, -1 disagree. */
export type Sign = 1 | 0 | -1

/** One answer. `at` orders answers of one person to one statement, in any unit; the latest counts. */
export type Vote = { readonly person: string; readonly statement: string; readonly sign: Sign; readonly at: number }

type Columns = {
  used: number
  readonly person: Uint32Array
  readonly statement: Uint32Array
  readonly sign: Int8Array
  readonly at: Float64Array
}
type Names = { readonly ids: string[]; readonly index: Map<string, number> }

/** All answers of a poll so far. Never changes: `addVotes` gives a new one, which shares memory with it. */
export type Opinions = { readonly length: number; readonly columns: Columns; readonly people: Names; readonly statements: Names }

const columnsOf = (size: number): Columns => ({
  used: 0, person: new Uint32Array(size), statement: new Uint32Array(size), sign: new Int8Array(size), at: new Float64Array(size),
})
const names = (): Names => ({ ids: [], index: new Map() })

/** A poll that nobody has answered. */
export const noOpinions = (): Opinions => ({ length: 0, columns: columnsOf(64), people: names(), statements: names() })

function numberOf({ ids, index }: Names, id: string): number {
  const known = index.get(id)
  if (known !== undefined) return known
  index.set(id, ids.length)
  return ids.push(id) - 1
}

/** Columns with room for `more` after `length`: the same ones while nobody else has written behind them. */
function roomFor({ length, columns }: Opinions, more: number): Columns {
  if (columns.used === length && length + more <= columns.at.length) return columns
  const wider = columnsOf(Math.max(64, 2 * (length + more)))
  wider.person.set(columns.person.subarray(0, length))
  wider.statement.set(columns.statement.subarray(0, length))
  wider.sign.set(columns.sign.subarray(0, length))
  wider.at.set(columns.at.subarray(0, length))
  return wider
}

/** The poll with `votes` added; the one before stays as it is. The order of votes does not matter. Costs what is added, not what is there. [OM1] */
export function addVotes(opinions: Opinions, votes: readonly Vote[]): Opinions {
  const columns = roomFor(opinions, votes.length)
  const { people, statements } = opinions
  let at = opinions.length
  for (const vote of votes) {
    columns.person[at] = numberOf(people, vote.person)
    columns.statement[at] = numberOf(statements, vote.statement)
    columns.sign[at] = vote.sign
    columns.at[at] = vote.at
    at++
  }
  columns.used = at
  return { length: at, columns, people, statements }
}
