import { formatAddress } from './address.ts'
import type { PlaceCode } from './codes.ts'
import type { PlaceKind } from './kinds.ts'

/** The name of a numbered place at its own level: '3号楼', '2单元', '1201室'; null for kinds with a name of their own. [P7] */
export function ownName(code: PlaceCode): string | null {
  if (code.kind === 'building' && code.building !== undefined) return formatAddress({ building: code.building })
  if (code.kind === 'unit' && code.unit !== undefined) return formatAddress({ unit: code.unit })
  if (code.kind === 'room' && code.room !== undefined) return formatAddress({ room: code.room })
  if (code.kind === 'grid') return `${code.smallGrid === undefined ? '' : `${code.grid ?? ''}-`}${code.smallGrid ?? code.grid ?? ''}网格`
  return null
}

/** What the public may see of a place: it stops at the unit in general, at the building on the public board. [P8] */
export type PublicDepth = 'unit' | 'building'

const HIDDEN: Readonly<Record<PublicDepth, readonly PlaceKind[]>> = { unit: ['room'], building: ['room', 'unit'] }

/** True when a place of this kind may be named to the public. A room never may. [P8] */
export const isPublicKind = (kind: PlaceKind, depth: PublicDepth = 'unit'): boolean => !HIDDEN[depth].includes(kind)

/** The floor that a room number tells: '1201' is 12, '101' is 1; null where it tells none. */
export function floorOf(room: string): number | null {
  const digits = /^(\d{1,3})\d{2}[A-Z]?$/.exec(room)?.[1]
  return digits === undefined ? null : Number(digits)
}
