/** A closed poll as a file that anybody can draw again: linli-opinions-1, described in docs/opinion-map.md. */
import type { OpinionMap } from './map.ts'
import { parameters } from './parameters.ts'
import type { Sign } from './ledger.ts'

const OPINIONS_FORMAT = 'linli-opinions-1'

/** Somebody's answers under a name that was drawn for this file alone; statements rising. */
export type Answered = { readonly name: string; readonly answers: readonly (readonly [statement: number, sign: Sign])[] }

/**
 * Everything that a drawing says, as one text whose hash is published: no name has a part in it, people stand by where they are. Numbers are written as
 * ECMAScript writes them, which is the same everywhere. [OM19]
 */
export function drawingText(map: OpinionMap): string {
  const { tally, consensus, common } = map
  const people = map.participants.map(({ x, y, group }) => [x, y, group ?? -1] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
  return JSON.stringify({
    version: map.version, seed: map.seed, parameters, statements: map.statements.map(Number), components: map.components.map((component) => [...component]),
    mean: [...map.mean], tallies: map.statements.map((_, column) => [tally.agree[column], tally.disagree[column], tally.seen[column]]),
    groups: map.groups.map(({ size, representative, tally: own }) => ({ size, agree: [...own.agree], disagree: [...own.disagree], seen: [...own.seen],
      holds: representative.map(({ column, side, success, seen, share, sure, times, surer }) => [column, side, success, seen, share, sure, times, surer]) })),
    majority: [...consensus.agree, ...consensus.disagree].map(({ column, side, success, seen, share, sure }) => [column, side, success, seen, share, sure]),
    common: (['agree', 'disagree'] as const).flatMap((side) => common[side].map(({ column, ground }) => [column, side, ground])),
    apart: map.apart, tried: map.tried.map(({ groups, silhouette }) => [groups, silhouette]), people,
  })
}

export type FileHead = {
  readonly poll: string; readonly question: string; readonly opensOn: string; readonly closesOn: string
  readonly statements: readonly { readonly n: number; readonly words: string }[]
  /** SHA-256 of `drawingText`, hexadecimal. */
  readonly drawing: string
}

/** The lines of the file: a head, then people in the order of their names, which were drawn at random. No time, building or channel is in it. [OM19] */
export function fileLines({ poll, question, opensOn, closesOn, statements, drawing }: FileHead, map: OpinionMap, people: readonly Answered[]): readonly string[] {
  const head = {
    format: OPINIONS_FORMAT, poll, question, opens_on: opensOn, closes_on: closesOn, version: map.version, seed: map.seed, parameters, statements,
    people: people.length, answers: people.reduce((sum, { answers }) => sum + answers.length, 0), groups: map.groups.map(({ size }) => size), drawing,
  }
  const lines = people.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, answers }) => JSON.stringify([name, ...answers.flat()]))
  return [JSON.stringify(head), ...lines]
}
