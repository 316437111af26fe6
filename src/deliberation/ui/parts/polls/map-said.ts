/** What an opinion map says in words, before any picture: pure functions over a map as it is sent. */
import type { Missing, PollMap, Statement } from './poll-api.ts'

/** A map with the words of its statements by number. */
export type Drawn = { readonly map: PollMap; readonly words: ReadonlyMap<number, string> }
export const drawnOf = (map: PollMap, statements: readonly Statement[]): Drawn => ({ map, words: new Map(statements.map(({ n, words }) => [n,
  words])) })

/** A building came little where its share of homes is below so much of the middle one's: our own default. */
const LITTLE = 0.6

/** The statement on which groups differ most in agreeing, by its number; with one group the most undecided; undefined where there is none. */
export function widestApart(map: PollMap): number | undefined {
  if (map.groups.length < 2) return map.undecided[0]?.n
  const spread = map.table.map(({ n, groups }) => {
    const shares = groups.flatMap(({ agree }) => agree ?? [])
    return { n, by: shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares) }
  })
  const widest = spread.reduce<{ n: number; by: number } | undefined>((most, one) => (!most || one.by > most.by ? one : most), undefined)
  return widest && widest.by > 0.2 ? widest.n : undefined
}

export const accepted = (map: PollMap) => map.common.filter(({ side }) => side === 'agree')
export const rejected = (map: PollMap) => map.common.filter(({ side }) => side === 'disagree')

/** Whether there is anything to draw: a group of five people or more. [OM6] */
export const isDrawn = (map: PollMap | null): map is PollMap => map !== null && map.groups.length > 0

/** Buildings that came clearly less than others, with the share of homes that came, 0 to 1, capped at 1. [OM11] */
export function comings({ buildings }: Missing): readonly { readonly id: string; readonly name: string; readonly homes: number;
  readonly answers: number
  readonly share: number; readonly little: boolean }[] {
  const shares = buildings.map(({ homes, answers }) => Math.min(1, answers / homes))
  const middle = [...shares].sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0
  return buildings.map(({ id, name, homes, answers }, n) => ({ id, name, homes, answers, share: shares[n] ?? 0, little: buildings.length > 1
    && (shares[n] ?? 0) < LITTLE * middle }))
}
