import { compoundPathOf, floorOf, formatCode, NAMED_KINDS, ownName, parentCode, parseCode, pathOf, type CompoundType,
  type PlaceCode } from '../rules/index.ts'
import { pinyinOf } from './pinyin.ts'

/** A place as a file or the demo gives it: everything that does not follow from its code. Dates are 'YYYY-MM-DD'. */
export type PlaceInput = {
  readonly code: string
  /** Asked of places with a name of their own; numbered places name themselves. */
  readonly name?: string
  readonly shortName?: string
  /** Code of the grid that a building, common part or compound lies in. */
  readonly grid?: string
  /** Id for a place that is new; made when left out. */
  readonly id?: string
  readonly doorCode?: string
  readonly compoundType?: CompoundType
  readonly label?: string
  readonly homes?: number
  readonly floors?: number
  readonly builtYear?: number
  readonly cell?: number
  /** Metres east and south on our own sketch of the compound, to the middle of a building; both or neither. */
  readonly planX?: number
  readonly planY?: number
  readonly officialCode?: string
  readonly validFrom?: string
  readonly validTo?: string
}

/** What later rows need to know of a place that is already there or stands in the same batch. */
export type KnownPlace = { readonly id: string; readonly code: PlaceCode; readonly name: string; readonly path: string;
  readonly grid: PlaceCode | null }

/** Looks up a place by its code. */
export type Known = (code: PlaceCode) => KnownPlace | undefined

const idAt = (known: Known, code: PlaceCode | null): string | null => (code === null ? null : known(code)?.id ?? null)

/** The code of the compound, building, unit … that a place lies in (itself at that kind), or null. */
function codeAt(code: PlaceCode | null, kind: PlaceCode['kind']): PlaceCode | null {
  return code === null || code.kind === kind ? code : codeAt(parentCode(code), kind)
}

/** Name as said from the compound down; the unit is left out of a room's name where the building has only one. */
function fullName(code: PlaceCode, name: string, known: Known, soleUnit: boolean): string {
  if (code.kind === 'grid') return `${known(codeAt(code, 'community') ?? code)?.name ?? ''}${name}`
  if (code.compound === undefined || code.kind === 'compound') return name
  const above = (kind: PlaceCode['kind']): string => {
    const at = codeAt(code, kind)
    return at === null || at.kind === code.kind ? '' : known(at)?.name ?? ownName(at) ?? ''
  }
  return above('compound') + above('building') + (soleUnit ? '' : above('unit')) + name
}

/** Builds the row of a place from what is given and what is known. `id` is its id; ltree and dates are texts. */
export function placeRow(district: string, input: PlaceInput, self: KnownPlace, known: Known, soleUnit: boolean) {
  const { code, name, id, path, grid } = self
  const spoken = NAMED_KINDS.includes(code.kind) && code.kind !== 'grid' ? pinyinOf(name) : null
  return {
    district, id, kind: code.kind, code: formatCode(code), door_code: input.doorCode ?? null, name, short_name: input.shortName ?? null,
    full_name: fullName(code, name, known, soleUnit && code.kind === 'room'),
    pinyin_initials: spoken?.initials ?? null, pinyin_full: spoken?.full ?? null,
    path, compound_path: compoundPathOf(code), parent: idAt(known, parentCode(code)),
    street: idAt(known, codeAt(code, 'street')), community: idAt(known, codeAt(code, 'community')),
    grid: code.kind === 'grid' ? id : idAt(known, grid), compound: idAt(known, codeAt(code, 'compound')),
    building: idAt(known, codeAt(code, 'building')), unit: idAt(known, codeAt(code, 'unit')),
    building_no: code.building ?? null, unit_no: code.unit ?? null, room_no: code.room ?? null,
    floor: code.room === undefined ? null : floorOf(code.room), cell: input.cell ?? null,
    compound_type: input.compoundType ?? null, label: input.label ?? null, homes: input.homes ?? null, floors: input.floors ?? null,
    built_year: input.builtYear ?? null, plan_x: input.planX ?? null, plan_y: input.planY ?? null, official_code: input.officialCode ?? null,
    valid_from: input.validFrom ?? null, valid_to: input.validTo ?? null,
  }
}

/** One row of the table as it is written. */
export type PlaceRow = ReturnType<typeof placeRow>

/** The grid that a place lies in: the one given, else the one of its building, else (for a spot) of its compound. */
export function gridOf(code: PlaceCode, input: PlaceInput, known: Known): PlaceCode | null {
  if (input.grid !== undefined) return parseCode(input.grid)
  const above = parentCode(code)
  if (above === null || code.kind === 'grid') return null
  if (['unit', 'room', 'building', 'spot'].includes(code.kind)) return known(above)?.grid ?? null
  return null
}

/** What a place will be known as: its code, name, grid and path. */
export function knownAs(id: string, code: PlaceCode, input: PlaceInput, known: Known): KnownPlace {
  const grid = gridOf(code, input, known)
  return { id, code, name: ownName(code) !== null && input.name === undefined ? ownName(code) ?? '' : input.name ?? '', path: pathOf(code, grid),
    grid }
}
