import { readAddress } from '../../../places/rules/index.ts'
import { isRefused, lockedAs } from './refused.ts'
import { remembering, tidy } from './text.ts'

/** Whether the only cell of a row heads the rows below it: '3号楼', '3号楼2单元', '二单元'. Answers its text, or null. */
export function sectionOf(text: string): string | null {
  const plain = tidy(text).replace(/[:：（(].*$/, '')
  if (plain.length > 24 || !/栋|幢|号楼|座|单元|#/.test(plain)) return null
  const read = readAddress(plain)
  return read === null || read.room !== undefined || read.after !== '' || read.building === undefined && read.unit === undefined ? null : plain
}

const NOT_READ = '〔不读〕'

/** A free text without the parts that say what the roster refuses or may not yet hold: '已搬走，精神病' is '已搬走，〔不读〕'. [RO11] */
export const withoutRefused = remembering((text: string): string => {
  if (!isRefused(text) && lockedAs(text) === null) return text
  const parts = tidy(text).split(/[,，;；。、\s]+/)
  const kept = parts.filter((part) => !isRefused(part) && lockedAs(part) === null)
  return [...kept, NOT_READ].join('，')
})

/** The cell of an opened sensitive column, without the parts that are refused by purpose whatever was assessed: '精神残疾二级' says nothing. [RO11] */
export function withoutRefusedAlone(text: string): string {
  return isRefused(text) ? tidy(text).split(/[,，;；。、\s]+/).filter((part) => part !== '' && !isRefused(part)).join('，') : text
}
