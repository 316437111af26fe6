import { readAddress } from '../../../places/rules/index.ts'
import { readBuilding, readFloor, readPair, readRoom, readUnit } from './cells/place-part.ts'
import { packed, remembering } from './text.ts'
import { SECTION, type FieldRow, type Placed } from './row.ts'
import type { RawRow, ReadHome, SheetPlan } from './types.ts'
import { readWholeAddress } from './whole-address.ts'

/** An address with all that it says of a home; what stands before the numbers is `rest`. The rows of a household repeat theirs. */
export const homeOfAddress = remembering(readHomeOfAddress)

function readHomeOfAddress(text: string): ReadHome {
  const whole = readWholeAddress(text)
  if (whole.building !== undefined && whole.room !== undefined) return whole
  const plain = readAddress(text)
  if (plain?.room !== undefined && plain.building !== undefined && plain.after === '') {
    const { building, unit, room, before } = plain
    return { building, room, ...unit === undefined ? {} : { unit }, ...before === '' ? {} : { rest: before } }
  }
  return whole
}

/** Joins what columns say of a home; the earlier one counts. Null where two say different things. */
function joined(parts: readonly ReadHome[]): { readonly home: ReadHome; readonly clash: boolean } {
  const home: { -readonly [key in keyof ReadHome]: ReadHome[key] } = {}
  let clash = false
  for (const part of parts) {
    for (const key of ['compound', 'building', 'unit', 'floor', 'room', 'rest'] as const) {
      const value = part[key]
      if (value === undefined) continue
      if (home[key] === undefined) home[key] = value
      else if (home[key] !== value && (key === 'building' || key === 'unit' || key === 'room')) clash = true
    }
  }
  return { home, clash }
}

const compoundPart = remembering((text: string): ReadHome => {
  const word = packed(text)
  const read = /[0-9一二三四五六七八九十](?:号楼|栋|幢|座|#)/.test(word) ? readAddress(word) : null
  if (read?.building === undefined || read.before === '') return { compound: word }
  return { compound: read.before, building: read.building, ...read.unit === undefined ? {} : { unit: read.unit } }
})

/** Building and unit that columns or headings give, before a room's own cell is read. */
type Given = { readonly building: string | undefined; readonly unit: string | undefined }

/** A room's or address's cell. '1-1201' is unit and room where the building is known, unless it repeats the building or the unit. */
function ownHome(cell: Placed, { building, unit }: Given, read: (cell: Placed) => ReadHome): ReadHome {
  const pair = readPair(cell.text)
  if (pair === null || building === undefined) return read(cell)
  const repeats = pair.first === building || pair.first === unit
  return repeats ? { room: pair.room } : { unit: pair.first, room: pair.room }
}

const ROOM = /^[0-9A-Z甲乙丙丁东西南北中-]{1,7}$/

/**
 * Where a row says the home is; tells where it says nothing, too little, or two things. A sheet's or a section's heading counts where columns are
 * silent. [RO18]
 */
export function readHome(fields: FieldRow, plan: SheetPlan, row: RawRow): ReadHome {
  const text = (field: Parameters<FieldRow['one']>[0]): string => fields.one(field)?.text ?? ''
  const heading = row.cells[SECTION] === undefined ? null : readAddress(row.cells[SECTION].text)
  const columns = joined([...fields.has('building') ? [readBuilding(text('building'))] : [], ...fields.has('unit') ? [readUnit(text('unit'))] : [],
    ...fields.has('floor') ? [readFloor(text('floor'))] : [], ...text('compound') === '' ? [] : [compoundPart(text('compound'))]])
  const headed = heading?.building ?? plan.building
  const given: Given = { building: columns.home.building ?? headed, unit: columns.home.unit
    ?? (columns.home.building === undefined || columns.home.building === heading?.building ? heading?.unit : undefined) }
  const { home, clash } = joined([columns.home, ...fields.all('room').map((cell) => ownHome(cell, given, readRoom)),
    ...fields.all('address').map((cell) => ownHome(cell, given, ({ text: address }) => homeOfAddress(address)))])
  // A sheet of building 3 that names a home of building 5 is not believed either way.
  const strays = columns.home.building === undefined && home.building !== undefined && headed !== undefined && home.building !== headed
  const building = home.building ?? given.building
  const unit = home.unit ?? given.unit
  const compound = home.compound ?? plan.compound
  // A heading names a room only where another sheet said whose home it is.
  const linked = home.room === undefined && heading?.room !== undefined && heading.building === building ? heading.room : undefined
  const known = { building, unit, compound, ...linked === undefined ? {} : { room: linked } }
  const whole: ReadHome = { ...home, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) }
  const letter = fields.letter('room', 'address', 'building', 'compound')
  if (whole.room === undefined) fields.tell(letter, home.building === undefined && fields.one('address') === undefined ? 'no_home' : 'home_unclear')
  else if (columns.clash || clash || strays || whole.building === undefined || !ROOM.test(whole.room)) fields.tell(letter, 'home_unclear')
  return whole
}
