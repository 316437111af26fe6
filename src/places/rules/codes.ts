import type { PlaceKind } from './kinds.ts'

/**
 * The parts of a place's code. Levels above `kind` are filled, levels below are absent. Strings are written as people say
 * them: building '3' (not '03'), unit '2', room '1201'; `street` and `community` keep their three digits, `grid` its two.
 */
export type PlaceCode = {
  readonly kind: PlaceKind
  readonly district: string
  readonly street?: string
  readonly community?: string
  readonly grid?: string
  readonly smallGrid?: string
  readonly compound?: string
  readonly building?: string
  readonly unit?: string
  readonly room?: string
  readonly spot?: string
}

const WIDE = /^(\d{6})(?:(\d{3})(?:(\d{3})(.*))?)?$/
const GRID = /^-(\d{2})(?:-(\d{2}))?$/
const COMPOUND = /^K([1-9]\d?)(?:-(.+))?$/
const BUILDING = /^(?:\d{2,3}[A-Z]?|[A-OQ-Z](?:[1-9]\d?)?)$/
const UNIT = /^[1-9]\d?$/
const ROOM = /^(?:\d{2,5}[A-Z]?|[A-Z]\d{1,4})$/
const SPOT = /^P(\d{2})$/

const bare = (padded: string): string => padded.replace(/^0+(?=\d)/, '')

const padded = (building: string): string => building.replace(/^\d+/, (digits) => digits.padStart(2, '0'))

function parseCompound(base: PlaceCode, number: string, rest: string | undefined): PlaceCode | null {
  const compound = { ...base, compound: number }
  if (rest === undefined) return { ...compound, kind: 'compound' }
  const spot = SPOT.exec(rest)?.[1]
  if (spot !== undefined) return { ...compound, kind: 'spot', spot }
  const [building, unit, room, ...more] = rest.split('-')
  if (building === undefined || !BUILDING.test(building) || bare(building).startsWith('0') || more.length > 0) return null
  const inBuilding = { ...compound, building: bare(building) }
  if (padded(inBuilding.building) !== building) return null
  if (unit === undefined) return { ...inBuilding, kind: 'building' }
  if (!UNIT.test(unit)) return null
  if (room === undefined) return { ...inBuilding, unit, kind: 'unit' }
  return ROOM.test(room) ? { ...inBuilding, unit, room, kind: 'room' } : null
}

/**
 * Reads a code such as '990106003001K1-03-2-1201'; letters may be small, blanks at the ends do not matter.
 * Answers null for anything else. [P1]
 */
export function parseCode(text: string): PlaceCode | null {
  const [, district, street, community, rest] = WIDE.exec(text.trim().toUpperCase()) ?? []
  if (district === undefined) return null
  if (street === undefined) return { kind: 'district', district }
  if (community === undefined) return { kind: 'street', district, street }
  const base = { kind: 'community', district, street, community } as const
  if (rest === undefined || rest === '') return base
  const [, grid, smallGrid] = GRID.exec(rest) ?? []
  if (grid !== undefined) return { ...base, kind: 'grid', grid, ...(smallGrid === undefined ? {} : { smallGrid }) }
  const spot = SPOT.exec(rest)?.[1]
  if (spot !== undefined) return { ...base, kind: 'spot', spot }
  const [, compound, below] = COMPOUND.exec(rest) ?? []
  return compound === undefined ? null : parseCompound(base, compound, below)
}

/** Writes the parts of a code: the inverse of `parseCode`. [P1] */
export function formatCode(code: PlaceCode): string {
  const wide = code.district + (code.street ?? '') + (code.community ?? '')
  if (code.grid !== undefined) return [wide, code.grid, code.smallGrid].filter((part) => part !== undefined).join('-')
  if (code.compound === undefined) return code.spot === undefined ? wide : `${wide}P${code.spot}`
  const spot = code.spot === undefined ? undefined : `P${code.spot}`
  const building = code.building === undefined ? undefined : padded(code.building)
  return [`${wide}K${code.compound}`, spot, building, code.unit, code.room].filter((part) => part !== undefined).join('-')
}

/** The code one level up (a building's is its compound, a compound's its community), or null for a district. [P2] */
export function parentCode(code: PlaceCode): PlaceCode | null {
  const { district, street = '', community = '', compound = '', building = '', unit = '' } = code
  const inCommunity = { kind: 'community', district, street, community } as const
  const inCompound = { ...inCommunity, kind: 'compound', compound } as const
  switch (code.kind) {
    case 'district': return null
    case 'street': return { kind: 'district', district }
    case 'community': return { kind: 'street', district, street }
    case 'grid': return code.smallGrid === undefined ? inCommunity : { ...inCommunity, kind: 'grid', grid: code.grid ?? '' }
    case 'compound': return inCommunity
    case 'spot': return code.compound === undefined ? inCommunity : inCompound
    case 'building': return inCompound
    case 'unit': return { ...inCompound, kind: 'building', building }
    case 'room': return { ...inCompound, kind: 'unit', building, unit }
  }
}

/** All codes above a code, nearest first, by the compound's hierarchy (grids are not derivable from a code). [P2] */
export function codesAbove(code: PlaceCode): PlaceCode[] {
  const above = parentCode(code)
  return above === null ? [] : [above, ...codesAbove(above)]
}

/** Crockford's base 32: no I, L, O, U. */
const DOOR = /^[0-9A-HJKMNP-TV-Z]{8}$/

/**
 * Reads the opaque code of a door (8 characters of Crockford's base 32) as a person may type it:
 * small letters, blanks and hyphens inside, O for 0, I or L for 1. Answers null for anything else. [P3]
 */
export function parseDoorCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return DOOR.test(code) ? code : null
}
