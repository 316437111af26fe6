/** What may be said about who is missing. [P13] */

/** Homes and answers of one building. */
export type Building = { readonly id: string; readonly homes: number; readonly answers: number }

export const leastHomes = 30
export const leastAnswers = 10

const sayable = ({ homes, answers }: Omit<Building, 'id'>): boolean => homes >= leastHomes && answers >= leastAnswers

/**
 * Buildings about which something may be said, each with the share of its homes that is missing, and all others together, if together they are large
 * enough. Where the others may not be told, no total may be either (`total` undefined): the difference would tell them. [OM11]
 */
export function missingByBuilding(buildings: readonly Building[]): {
  readonly shown: readonly (Building & { readonly missing: number })[]
  readonly others: Omit<Building, 'id'> | undefined
  readonly total: Omit<Building, 'id'> | undefined
} {
  const sum = (list: readonly Building[]): Omit<Building, 'id'> =>
    list.reduce((all, { homes, answers }) => ({ homes: all.homes + homes, answers: all.answers + answers }), { homes: 0, answers: 0 })
  const [shown, hidden] = [buildings.filter(sayable), buildings.filter((building) => !sayable(building))]
  const together = sum(hidden)
  const others = sayable(together) ? together : undefined
  return {
    shown: shown.map((building) => ({ ...building, missing: Math.max(0, building.homes - building.answers) / building.homes })),
    others, total: hidden.length === 0 || others ? sum(buildings) : undefined,
  }
}
