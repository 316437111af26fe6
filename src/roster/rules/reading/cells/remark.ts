import { packed, remembering, saysNothing, tidy } from '../text.ts'
import type { DwellingState } from '../../fields.ts'
import { stateWord } from './words.ts'
import { nothing, type Read } from './reading.ts'

/** What a remark says of the row's person or home. */
export type ReadRemark = { readonly gone?: 'moved' | 'died'; readonly on?: string; readonly state?: DwellingState }

const NOT = /未|没有?|不(?!在)|否|待|要|将|准备|打算|拟|计划|可能|疑似|原房东|前房东|前业主|以前|父亲|母亲|配偶|老伴|丈夫|妻子|儿子|女儿/
const SAYS: readonly (readonly [RegExp, 'moved' | 'died' | DwellingState])[] = [
  [/已故|已?死亡|去世|过世|离世|亡故|病故|身故|注销户口|死亡注销|已亡/, 'died'],
  [/搬走|搬离|搬出|搬到|搬去|搬至|搬回|迁出|迁走|迁往|迁至|迁到|退租|不住(?:这|此|了)|已离开|离开本|调离|出国定居|不在此居住|不在本小区/, 'moved'],
  [/出租|租出去|租给|已租|对外租|转租/, 'let'],
  [/空房|空置|无人(?:住|居住)?|闲置|没人住|长期不住|常年不住|未入住/, 'vacant'],
]
const EXACT: Readonly<Record<string, ReadRemark>> = {
  已迁出: { gone: 'moved' }, 已死亡: { gone: 'died' }, 出租: { state: 'let' }, 空置: { state: 'vacant' }, 自住: { state: 'lived_in' },
    商用: { state: 'business' }, 未交付: { state: 'unfinished' },
}
const DATED = /^(已迁出|已死亡)(\d{4}(?:-\d{2}){0,2})$/

const dateIn = (text: string): string => {
  const found = /((?:19|20)\d{2})[年./-](\d{1,2})(?:[月./-](\d{1,2}))?/.exec(text)
  const [, year, month, date] = found ?? []
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return /(?:19|20)\d{2}(?=年)/.exec(text)?.[0] ?? ''
  return `${year}-${month.padStart(2, '0')}${date === undefined || Number(date) < 1 || Number(date) > 28 ? '' : `-${date.padStart(2, '0')}`}`
}

/**
 * Reads what a remark says: that somebody moved or died, or that the home is let or empty. Words of our own ('已迁出', '出租') are taken as they stand;
 * anything
 * freer is told with those words offered, because the truth may be another. [RO17]
 */
export const readRemark = remembering((text: string): Read<ReadRemark> => {
  if (saysNothing(text)) return nothing
  const plain = packed(text)
  const dated = DATED.exec(plain)
  if (dated?.[1] !== undefined && dated[2] !== undefined) return { value: { ...EXACT[dated[1]], on: dated[2] } }
  const exact = EXACT[plain]
  if (exact !== undefined) return { value: exact }
  const found = SAYS.find(([words]) => words.test(tidy(text)))
  if (found === undefined) return nothing
  const at = found[0].exec(plain)?.index ?? 0
  if (NOT.test(plain.slice(Math.max(0, at - 4), at))) return { amiss: { code: 'remark_says', fix: '' } }
  const said = found[1]
  const word = said === 'moved' ? '已迁出' : said === 'died' ? '已死亡' : stateWord[said]
  return { amiss: { code: 'remark_says', fix: `${word}${said === 'moved' || said === 'died' ? dateIn(plain) : ''}` } }
})
