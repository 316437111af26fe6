import { readAddress } from '../../../places/rules/index.ts'
import { tidy } from './text.ts'

const COMPOUND = /([\u4e00-\u9fffA-Za-z0-9·]{2,12}?(?:小区|花园|家园|新村|公寓|佳苑|花苑|嘉园|雅苑|名苑|苑|大院|大厦|广场|公馆|名邸|府邸|华庭|里|坊|城|府|院|园|庭|居))/
const BUILDING = /([0-9]{1,3}[A-Za-z]?|[A-Za-z][0-9]{0,2}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座|#楼?|楼)/
const NOT_COMPOUND = /社区|街道|花名册|名单|统计|登记|信息|人口|居民|城市/

/** The building and compound that a sheet's name or the titles over its header say, in that order: '梧桐里小区3号楼居民花名册'. */
export function titled(texts: readonly string[]): { readonly building?: string; readonly compound?: string } {
  const plain = texts.map(tidy).filter((text) => text.length <= 60)
  const building = plain.flatMap((text) => {
    const at = BUILDING.exec(text)
    const read = at === null ? null : readAddress(at[0])
    return read?.building === undefined ? [] : [read.building]
  })[0]
  const compound = plain.flatMap((text) => {
    const bare = text.replace(/^.*(?:社区|街道|居委会)/, '')
    const found = COMPOUND.exec(bare)?.[1]
    return found === undefined || NOT_COMPOUND.test(found) ? [] : [found]
  })[0]
  return { ...building === undefined ? {} : { building }, ...compound === undefined ? {} : { compound } }
}
