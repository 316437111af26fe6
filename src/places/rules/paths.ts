import { formatCode, type PlaceCode } from './codes.ts'

const buildingLabel = (building: string): string => `b${building.replace(/^\d+/, (digits) => digits.padStart(2, '0'))}`

const below = (code: PlaceCode): string[] => [
  ...(code.unit === undefined ? [] : [`u${code.unit}`]),
  ...(code.room === undefined ? [] : [`r${code.room}`]),
]

/**
 * The administrative path of a place as an ltree text: 'd990106.s003.c001.g01.k1b03.u2.r1201'. `grid` is the grid that the
 * building, spot or compound lies in; a compound over several grids has none and hangs from its community. A building's
 * label carries its compound's number, because one grid may hold two buildings 3. [P4]
 */
export function pathOf(code: PlaceCode, grid: PlaceCode | null): string {
  const inGrid = code.kind === 'grid' ? code : grid
  const labels = [`d${code.district}`]
  if (code.street !== undefined) labels.push(`s${code.street}`)
  if (code.community !== undefined) labels.push(`c${code.community}`)
  if (inGrid?.grid !== undefined) labels.push(`g${inGrid.grid}`)
  if (inGrid?.smallGrid !== undefined) labels.push(`m${inGrid.smallGrid}`)
  const compound = code.compound === undefined ? '' : `k${code.compound}`
  const spot = code.spot === undefined ? '' : `p${code.spot}`
  const building = code.building === undefined ? '' : buildingLabel(code.building)
  const own = compound + spot + building
  return [...labels, ...(own === '' ? [] : [own]), ...below(code)].join('.')
}

/**
 * The path by compound as an ltree text: 'k990106003001K1.b03.u2.r1201', or null for what lies in no compound.
 * At a building and below it means the same place as `pathOf`. [P4]
 */
export function compoundPathOf(code: PlaceCode): string | null {
  const { district, street, community, compound } = code
  if (street === undefined || community === undefined || compound === undefined) return null
  const labels = [`k${formatCode({ kind: 'compound', district, street, community, compound })}`]
  if (code.spot !== undefined) labels.push(`p${code.spot}`)
  if (code.building !== undefined) labels.push(buildingLabel(code.building))
  return [...labels, ...below(code)].join('.')
}

/** True when `path` is `above` or lies below it; both are ltree texts. */
export const isWithin = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`)
