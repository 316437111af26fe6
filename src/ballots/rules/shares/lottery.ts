/** The order among equals, drawn from a seed that was committed to before the vote, so that anybody can draw it again. */

/** What is hashed for one project. */
export const lotteryText = (seed: string, id: string): string => `linli-lottery-1\n${seed}\n${id}`

/**
 * Orders `ids` by the hex SHA-256 of their lottery texts, smallest first. `sha256` is passed in, because a rule computes no hashes; it returns
 * lower-case hex. The order of `ids` does not matter.
 */
export function lotteryOrder(ids: readonly string[], seed: string, sha256: (text: string) => string): readonly string[] {
  const drawn = [...new Set(ids)].map((id) => ({ id, number: sha256(lotteryText(seed, id)) }))
  return drawn.sort((a, b) => (a.number < b.number ? -1 : 1)).map(({ id }) => id)
}
