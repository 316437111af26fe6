import { packed, saysNothing, tidy, withoutBrackets } from '../text.ts'
import type { DwellingState, Relation, Sex, Tie } from '../../fields.ts'
import { readRelation, readSex, readState } from './words.ts'
import { nothing, type Read } from './reading.ts'

/** A name with what its brackets say: '张三(已故)', '李四（租户）', '王五(户主)'. */
export type ReadName = {
  readonly name: string; readonly dead?: boolean; readonly moved?: boolean; readonly tie?: Tie; readonly relation?: Relation; readonly sex?: Sex
}

/** What a cell of names says: people, or that nobody lives there. */
export type ReadNames = { readonly names: readonly ReadName[]; readonly state?: DwellingState }

const HAN = '\\u3400-\\u9fff\\u{20000}-\\u{2fa1f}'
const CHINESE = new RegExp(`^[${HAN}〇]{1,6}(?:·[${HAN}〇]{1,10}){0,4}$|^[${HAN}〇]{7,15}$`, 'u')
const LATIN = /^[A-Za-z][A-Za-z.'’-]*(?: [A-Za-z][A-Za-z.'’-]*){0,5}$/
const NO_PERSON = /合计|小计|总计|共计|汇总|填表|制表|审核|联系人|注[:：]|说明|备注|单元$|号楼|^第.*页|负责人|^户数|^人数|统计|^姓名$|^待|公司$|有限|商店|超市|幼儿园|委员会|门面/
const EMPTY = /^(?:空房|空置|空户|无人|无人居住|没人|没住人|空|未入住|空置房|无人住|未售|未交付|闲置|空关房|未交房|毛坯)$/
const LET = /^(?:出租|租户|租客|出租房|租住|已出租|群租|租房户|出租户|短租|民宿)$/

function bracket(word: string): Partial<ReadName> | null {
  const plain = packed(word)
  if (/^(?:已故|已?死亡|已?去世|故|亡|殁|过世|已过世|离世|已亡)$/.test(plain)) return { dead: true }
  if (/^(?:已?搬走|已?迁出|已?搬离|已?搬出|搬|迁走|已?退租|已离开)$/.test(plain)) return { moved: true }
  if (/^(?:租|租户|租客|承租人?|租住)$/.test(plain)) return { tie: 'rents' }
  if (/^(?:业主|产权人|房主|房东)$/.test(plain)) return { tie: 'owns' }
  const sex = /^[男女]$/.test(plain) ? readSex(plain).value : undefined
  if (sex !== undefined) return { sex }
  const relation = /^\d/.test(plain) ? undefined : readRelation(plain).value
  return relation === undefined ? null : { relation }
}

/** A name without the blanks that align it: '王  伟' is 王伟, while 'John  Smith' keeps one. */
export function plainName(text: string): string {
  const name = tidy(text).replace(/[•・．‧∙●]|(?<=[\u3400-\u9fff])[.·](?=[\u3400-\u9fff])/g, '·').replace(/ *· */g, '·')
  return /[\u3400-\u9fff]/.test(name) ? name.replaceAll(' ', '') : name
}

const isName = (name: string): boolean => CHINESE.test(name) && !NO_PERSON.test(name) || LATIN.test(name)

function one(text: string): { readonly read?: ReadName; readonly fix?: string } {
  const { bare, said } = withoutBrackets(text)
  const name = plainName(bare)
  const words = said.map(bracket)
  const more: Partial<ReadName> = Object.assign({}, ...words.filter((word) => word !== null))
  const [, stem = ''] = /^([^\d]{2,})[\d]{1,2}$/.exec(name) ?? []
  if (isName(name)) return words.includes(null) ? { fix: name } : { read: { name, ...more } }
  if (/公司$|有限|委员会$|商店$|超市$/.test(name)) return { fix: '' }
  return isName(stem) ? { fix: stem } : {}
}

const LIST = /[;,、\n\r/|\\&+]|；|，/

/**
 * Reads the names of a cell, several where it lists several. Blanks inside, brackets that say dead, moved, tenant or relation, and '空房' in place of
 * a name
 * are understood; a number after a name or another word in brackets is told with the bare name offered. Masked names and totals are no names. [RO16]
 */
export function readNames(text: string): Read<ReadNames> {
  const word = packed(text)
  if (EMPTY.test(word)) return { value: { names: [], state: readState(word).value ?? 'vacant' } }
  if (LET.test(word)) return { value: { names: [], state: 'let' } }
  if (saysNothing(text)) return nothing
  const parts = text.split(LIST).map(tidy).filter((part) => part !== '')
  const listed = parts.length === 1 ? spaced(parts[0] ?? '') : parts
  const read = listed.map(one)
  const names = read.flatMap((part) => part.read ?? [])
  if (names.length < read.length) {
    const fixes = listed.map((part, at) => (read[at]?.read === undefined ? read[at]?.fix : part))
    return fixes.every((part) => part !== undefined) ? { amiss: { code: 'name_odd', fix: fixes.filter((fix) => fix !== '').join('、') } }
      : { amiss: { code: 'name_odd' } }
  }
  const different = new Set(names.map(({ name }) => name))
  if (different.size < names.length) return { amiss: { code: 'name_person_twice', fix: [...different].join('、') } }
  return { value: { names } }
}

const DOUBLE = /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|东郭|西门|百里|呼延)$/

/** '张三 李四' is two people where each piece is a whole name; '王 伟' and '欧阳 修远' are one. */
function spaced(text: string): string[] {
  const words = text.split(/ +/)
  return words.length > 1 && words.every((word) => /^[\u3400-\u9fff]{2,4}$/.test(word)) && !DOUBLE.test(words[0] ?? '') ? words : [text]
}
