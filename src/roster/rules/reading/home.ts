import { readAddress } from '../../../places/rules/index.ts'
import { readBuilding, readFloor, readRoom, readUnit } from './cells/place-part.ts'
import { packed, tidy } from './text.ts'
import { SECTION, type FieldRow } from './row.ts'
import type { RawRow, ReadHome, SheetPlan } from './types.ts'
import { readWholeAddress } from './whole-address.ts'

/** An address with all that it says of a home; what stands before the numbers is `rest`. */
export function homeOfAddress(text: string): ReadHome {
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

function compoundPart(text: string): ReadHome {
  const word = packed(text)
  const read = /[0-9一二三四五六七八九十](?:号楼|栋|幢|座|#)/.test(word) ? readAddress(word) : null
  if (read?.building === undefined || read.before === '') return { compound: word }
  return { compound: read.before, building: read.building, ...read.unit === undefined ? {} : { unit: read.unit } }
}

/**
 * Where a row says the home is; tells where it says nothing, too little, or two things. A sheet's or a section's heading counts where columns are
 * silent. [RO18]
 */
export function readHome(fields: FieldRow, plan: SheetPlan, row: RawRow): ReadHome {
  const text = (field: Parameters<FieldRow['one']>[0]): string => fields.one(field)?.text ?? ''
  const room = fields.one('room')
  const address = [...new Set(fields.all('address').map((cell) => tidy(cell.text)))].join('')
  const columns: ReadHome[] = [
    ...fields.has('building') ? [readBuilding(text('building'))] : [], ...fields.has('unit') ? [readUnit(text('unit'))] : [],
    ...fields.has('floor') ? [readFloor(text('floor'))] : [], ...room === undefined ? [] : [readRoom(room)],
    ...address === '' ? [] : [homeOfAddress(address)], ...text('compound') === '' ? [] : [compoundPart(text('compound'))],
  ]
  const { home, clash } = joined(columns)
  const heading = row.cells[SECTION] === undefined ? null : readAddress(row.cells[SECTION].text)
  const building = home.building ?? heading?.building ?? plan.building
  const unit = home.unit ?? (heading !== null && (home.building === undefined || home.building === heading.building) ? heading.unit : undefined)
  const compound = home.compound ?? plan.compound
  // A heading names a room only where another sheet said whose home it is.
  const linked = home.room === undefined && heading?.room !== undefined && heading.building === building ? { room: heading.room } : {}
  const whole: ReadHome = { ...home, ...building === undefined ? {} : { building }, ...unit === undefined ? {} : { unit }, ...compound === undefined
    ? {} : { compound }, ...linked }
  const letter = fields.letter('room', 'address', 'building', 'compound')
  if (whole.room === undefined) fields.tell(letter, home.building === undefined && address === '' ? 'no_home' : 'home_unclear')
  else if (clash || whole.building === undefined || !/^[0-9A-Z甲乙丙丁东西南北中-]{1,7}$/.test(whole.room)) fields.tell(letter, 'home_unclear')
  return whole
}
