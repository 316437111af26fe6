import { CHINESE_NUMERAL, chineseNumber, plainText, spokenDigits } from './numerals.ts'

/** Numbers inside a compound, as people say them: building '3' or 'A', unit '2', room '1201'. */
export type Address = { readonly building?: string; readonly unit?: string; readonly room?: string }

/** An address that was read, with the words before it (a name, perhaps) and after it ('前', '楼道'). */
export type ReadAddress = Address & { readonly before: string; readonly after: string }

const NUMERAL = `[0-9]{1,5}|[${CHINESE_NUMERAL}]+`
const BUILDING_WORD = new RegExp(`(${NUMERAL}|(?<![A-Za-z])[A-Za-z][0-9]{0,2}|[0-9]{1,3}[A-Za-z])(?:号楼|号院|栋|幢|座|号|#|楼)-?`)
const UNIT_WORD = new RegExp(`^(${NUMERAL})(?:单元|门洞|门)-?`)
const ROOM_WORD = new RegExp(`^(?:([0-9]{3,5}[A-Za-z]?|[A-Za-z][0-9]{1,4})|([${CHINESE_NUMERAL}]{3,5}))(?:室|房|号|户)?`)
const UNIT_DASH_ROOM = /^([0-9]{1,2})[-#]([0-9]{2,5}[A-Za-z]?|[A-Za-z][0-9]{1,4})(?:室|房|号)?/
const PART = '[0-9]{2,5}[A-Za-z]?|[A-Za-z][0-9]{1,4}'
const DASHED = new RegExp(`([0-9]{1,3}[A-Za-z]?|(?<![A-Za-z])[A-Za-z][0-9]{0,2})[-#/.](${PART}|[0-9])(?:[-#/.](${PART}))?(?:室|房|号)?`)

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '').toUpperCase()

/** The longest end of `text` that is a number of 1 to 99, or a plain number, with what stands before it. */
function numberAtEnd(text: string): { readonly before: string; readonly value: string } | null {
  if (!new RegExp(`[${CHINESE_NUMERAL}]`).test(text)) return { before: '', value: withoutZeros(text) }
  for (let at = 0; at < text.length; at++) {
    const value = chineseNumber(text.slice(at))
    if (value !== null) return { before: text.slice(0, at), value: String(value) }
  }
  return null
}

const ruled = (address: ReadAddress): ReadAddress | null =>
  address.building === '0' || address.unit === '0' || address.unit !== undefined && address.unit.length > 2 ? null : address

function readRoom(rest: string): { readonly room?: string; readonly after: string } {
  const found = ROOM_WORD.exec(rest)
  const room = found === null ? null : found[1]?.toUpperCase() ?? spokenDigits(found[2] ?? '')
  return found === null || room === null ? { after: rest } : { room, after: rest.slice(found[0].length) }
}

function readUnit(rest: string): { readonly unit?: string; readonly room?: string; readonly after: string } {
  const dashed = UNIT_DASH_ROOM.exec(rest)
  const [all, unit, room] = dashed ?? []
  if (all !== undefined && unit !== undefined && room !== undefined) {
    return { unit: withoutZeros(unit), room: room.toUpperCase(), after: rest.slice(all.length) }
  }
  const worded = UNIT_WORD.exec(rest)
  const number = worded === null ? null : numberAtEnd(worded[1] ?? '')
  if (worded === null || number === null || number.before !== '') return readRoom(rest)
  return { unit: number.value, ...readRoom(rest.slice(worded[0].length).trimStart()) }
}

/** Reads words such as '3栋2单元1201', '三号楼二单元1201室', '3#2-1201'. */
function readWorded(text: string): ReadAddress | null {
  for (let from = 0; from < text.length;) {
    const found = BUILDING_WORD.exec(text.slice(from))
    if (found === null) return null
    const number = numberAtEnd(found[1] ?? '')
    const end = from + found.index + found[0].length
    if (number !== null && number.value.length <= 3) {
      const read = readUnit(text.slice(end).trimStart())
      return ruled({ building: number.value, before: text.slice(0, from + found.index) + number.before, ...read })
    }
    from = end
  }
  return null
}

/** Reads '3-2-1201', '3-1201' (no unit said), '3-2' (building and unit). A second number of three digits or more is a room. */
function readDashed(text: string): ReadAddress | null {
  const found = DASHED.exec(text)
  const [all, building, second, third] = found ?? []
  if (found === null || all === undefined || building === undefined || second === undefined) return null
  const around = { before: text.slice(0, found.index), after: text.slice(found.index + all.length), building: withoutZeros(building) }
  if (third !== undefined) {
    return /^\d{1,2}$/.test(second) ? ruled({ ...around, unit: withoutZeros(second), room: third.toUpperCase() }) : null
  }
  return ruled(/^\d{1,2}$/.test(second) ? { ...around, unit: withoutZeros(second) } : { ...around, room: second.toUpperCase() })
}

/** Reads a unit alone ('2单元', '二单元1201室'), a room alone ('1201', '1201室') or a bare number at the end of a name ('wty3'). */
function readPart(text: string): ReadAddress | null {
  const unit = new RegExp(`(${NUMERAL})单元`).exec(text)
  if (unit !== null) {
    const number = numberAtEnd(unit[1] ?? '')
    if (number !== null) {
      const rest = readRoom(text.slice(unit.index + unit[0].length).trimStart())
      return ruled({ unit: number.value, before: text.slice(0, unit.index) + number.before, ...rest })
    }
  }
  const room = /([0-9]{3,5}[A-Za-z]?)(?:室|房)?$/.exec(text)
  if (room !== null) return { room: (room[1] ?? '').toUpperCase(), before: text.slice(0, room.index), after: '' }
  const bare = /([0-9]{1,2})$/.exec(text)
  return bare === null ? null : ruled({ building: withoutZeros(bare[1] ?? ''), before: text.slice(0, bare.index), after: '' })
}

/**
 * Reads the numbers of an address inside a compound from what a person typed or said, in any of the forms in use.
 * Answers null when there are none. Full-width digits, Chinese numerals to 99 and room numbers spoken digit by digit are read. [P6]
 */
export function readAddress(text: string): ReadAddress | null {
  const plain = plainText(text).replace(/\s*([-#/])\s*/g, '$1')
  const read = readWorded(plain) ?? readDashed(plain) ?? readPart(plain)
  return read === null ? null : { ...read, before: read.before.trim(), after: read.after.trim() }
}

/** How an address is written: '3号楼2单元1201室', or '3-2-1201' as on a list. */
export type AddressForm = 'words' | 'dashes'

/** Writes the numbers of an address; the inverse of `readAddress` for addresses that name a building. [P6] */
export function formatAddress(address: Address, form: AddressForm = 'words'): string {
  const { building, unit, room } = address
  if (form === 'dashes') return [building, unit, room].filter((part) => part !== undefined).join('-')
  return (building === undefined ? '' : /[A-Z]$/.test(building) ? `${building}座` : `${building}号楼`)
    + (unit === undefined ? '' : `${unit}单元`) + (room === undefined ? '' : `${room}室`)
}
