import { chineseNumber, readAddress } from '../../../../places/rules/index.ts'
import { packed, remembering, saysNothing } from '../text.ts'
import type { RawCell, ReadHome } from '../types.ts'

const NUMERAL = /^[〇零一二两三四五六七八九十]+/

/** A number as places write it: no noughts at its head, letters large; Chinese numerals to 99 as figures. */
export function placeNumber(text: string): string {
  const worded = NUMERAL.exec(text)?.[0]
  const value = worded === undefined ? null : chineseNumber(worded)
  const plain = value === null || worded === undefined ? text : `${value}${text.slice(worded.length)}`
  return plain.replace(/^0+(?=\d)/, '').toUpperCase()
}

const NONE = /^(?:无|0|00|\/|-|没有|无单元|独栋|不分单元)(?:单元)?$/

const NUMBER = '[0-9]{1,4}[A-Za-z]?|[A-Za-z][0-9]{0,3}|[A-Za-z]?[一二三四五六七八九十]{1,3}|[东南西北][0-9]{0,2}|[甲乙丙丁]'
const BUILDING = new RegExp(`^(?:第|楼栋|楼号|栋号)?(${NUMBER})(?:号楼|号院|号|栋|幢|座|楼|#楼?|斋)?$`)

/** What a cell of a building column says: '3', '3号楼', 'A座', '三栋', '3#'; '梧桐里3号楼' brings its compound along. */
export const readBuilding = remembering((text: string): ReadHome => {
  if (saysNothing(text)) return {}
  const word = packed(text).replace(/\.0$/, '')
  const plain = BUILDING.exec(word)
  if (plain?.[1] !== undefined) return { building: placeNumber(plain[1]) }
  const read = readAddress(word)
  if (read?.building === undefined) return { building: word }
  return { building: read.building, ...read.unit === undefined ? {} : { unit: read.unit }, ...read.room === undefined ? {} : { room: read.room },
    ...read.before === '' ? {} : { rest: read.before } }
})

/** '1-1201': a building or a unit with a room, as what stands beside it says. Null for anything else. */
export function readPair(text: string): { readonly first: string; readonly room: string } | null {
  const [, first, room] = /^([0-9]{1,2})[-#]([0-9]{3,5}[A-Za-z]?)(?:室|号|房)?$/.exec(packed(text)) ?? []
  return first === undefined || room === undefined ? null : { first: placeNumber(first), room: room.toUpperCase() }
}

/** What a cell of a unit column says: '2', '2单元', '二单元', '甲门'; '无' and '0' say that there are none. */
export const readUnit = remembering((text: string): ReadHome => {
  const word = packed(text).replace(/\.0$/, '')
  if (saysNothing(text) || NONE.test(word)) return {}
  const plain = /^(?:第)?([0-9]{1,3}[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十]{1,3}|[甲乙丙丁东西南北中])(?:单元|门洞|门|梯|号门|单|号)?$/.exec(word)
  if (plain?.[1] !== undefined) return { unit: placeNumber(plain[1]) }
  const pair = readPair(word)
  if (pair !== null) return { unit: pair.first, room: pair.room }
  const read = readAddress(word)
  if (read?.unit === undefined) return { unit: word }
  return { unit: read.unit, ...read.building === undefined ? {} : { building: read.building }, ...read.room === undefined ? {} : { room: read.room } }
})

/** What a cell of a floor column says: '12', '12层', '12F', '负一层', 'B1'. */
export function readFloor(text: string): ReadHome {
  const word = packed(text).replace(/\.0$/, '').toUpperCase()
  if (saysNothing(text)) return {}
  const low = /^(?:负|地下|-|B)([0-9]{1,2}|[一二三四五])(?:层|楼|F)?$/.exec(word)
  if (low?.[1] !== undefined) return { floor: `-${placeNumber(low[1])}` }
  const plain = /^(?:第)?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:层|楼|F)?$/.exec(word)
  return { floor: plain?.[1] === undefined ? word : placeNumber(plain[1]) }
}

const ROOM = /^([0-9]{1,5}[A-Za-z]?|[A-Za-z]{1,2}-?[0-9]{1,5}|[甲乙丙丁东西南北中][0-9]{0,4}|[0-9]{1,4}-[0-9]{1,2})(?:室|房|号房?|户)?$/

/** What a cell of a room column says: '1201', '1201室', '201A'; '3-2-1201' brings building and unit along. */
export function readRoom(cell: RawCell): ReadHome {
  const word = packed(cell.text).replace(/\.0$/, '').replace(/^(?:房号|室号|第)/, '')
  if (saysNothing(cell.text)) return {}
  const plain = ROOM.exec(word)
  if (plain?.[1] !== undefined && (!plain[1].includes('-') || /^\d{3,4}-/.test(plain[1]))) return { room: plain[1].toUpperCase() }
  if (/^\d{3,5}[/、,，;]\d{3,5}/.test(word)) return { room: word }
  const spoken = /^[〇零一二两三四五六七八九]{3,5}(?:室|号)?$/.test(word) ? readAddress(`1栋${word}`)?.room : undefined
  if (spoken !== undefined) return { room: spoken }
  const read = readAddress(word)
  if (read?.room !== undefined) {
    return { room: read.room, ...read.building === undefined ? {} : { building: read.building }, ...read.unit === undefined ? {}
      : { unit: read.unit },
      ...read.before === '' ? {} : { rest: read.before } }
  }
  return { room: word.toUpperCase() }
}
