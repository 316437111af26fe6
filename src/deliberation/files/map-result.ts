/** The result of drawing a map, for files and programs. */
import { parameters, type Common, type Consensus, type OpinionMap, type Representative } from '../rules/opinions/index.ts'

/** Ids as the files have them: whole numbers stay numbers. */
const idOf = (id: string): number | string => (/^(0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id)

/** A map as it is published and printed: plain numbers, lists and ids, described in docs/opinion-map.md. */
export function mapResult(map: OpinionMap): object {
  const { statements, consensus, common, tally } = map
  const id = (column: number): number | string => idOf(statements[column] ?? '')
  const held = ({ column, side, success, seen, share, sure, times, surer }: Representative): object =>
    ({ id: id(column), side, success, seen, share, sure, times, surer })
  const major = ({ column, success, seen, share, sure }: Consensus): object => ({ id: id(column), success, seen, share, sure })
  const shared = (list: readonly Common[]): object[] => list.map(({ column, ground }) => ({ id: id(column), ground }))
  return {
    version: map.version, seed: map.seed, statements: statements.map(idOf), components: map.components.map((component) => [...component]),
    mean: [...map.mean], participants: map.participants.map((person) => ({ ...person, id: idOf(person.id) })),
    groups: map.groups.map(({ id: group, size, representative }) =>
      ({ id: group, size, representative: representative.map(({ column }) => id(column)), holds: representative.map(held) })),
    consensus: { agree: consensus.agree.map(({ column }) => id(column)), disagree: consensus.disagree.map(({ column }) => id(column)) },
    majority: { agree: consensus.agree.map(major), disagree: consensus.disagree.map(major) },
    common: { agree: shared(common.agree), disagree: shared(common.disagree) },
    tallies: statements.map((statement, column) => ({
      id: idOf(statement), agree: tally.agree[column], disagree: tally.disagree[column],
      pass: (tally.seen[column] ?? 0) - (tally.agree[column] ?? 0) - (tally.disagree[column] ?? 0),
    })),
    apart: map.apart, tried: map.tried, parameters,
  }
}
