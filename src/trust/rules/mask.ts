import type { SealedField } from './acts.ts'

/** Compound family names in use (《中国姓氏大辞典》 and the census lists); a name that begins with one keeps both characters. */
const compound = new Set([
  '欧阳', '太史', '端木', '上官', '司马', '东方', '独孤', '南宫', '万俟', '闻人', '夏侯', '诸葛', '尉迟', '公羊', '赫连', '澹台', '皇甫', '宗政', '濮阳',
  '公冶', '太叔', '申屠', '公孙', '慕容', '仲孙', '钟离', '长孙', '宇文', '司徒', '鲜于', '司空', '闾丘', '子车', '亓官', '司寇', '巫马', '公西', '颛孙',
  '壤驷', '公良', '漆雕', '乐正', '宰父', '谷梁', '拓跋', '夹谷', '轩辕', '令狐', '段干', '百里', '呼延', '东郭', '南门', '羊舌', '微生', '左丘', '东门',
  '西门', '第五', '梁丘', '淳于', '单于', '叱干', '纳兰', '完颜', '富察', '贺兰', '耶律', '那拉', '爱新',
])

const isChinese = (text: string): boolean => /^\p{Script=Han}+$/u.test(text)

/**
 * A name as others see it: the family name and one full-width star per other character (赵＊＊, 欧阳＊＊).
 * A name of one character is starred whole; a name with an interpunct or in letters keeps its first character. [T5]
 */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  if (letters.length < 2) return '＊'
  if (!isChinese(letters.join(''))) return `${letters[0] ?? ''}＊＊`
  const family = letters.length > 2 && compound.has(letters.slice(0, 2).join('')) ? 2 : 1
  return letters.slice(0, family).join('') + '＊'.repeat(letters.length - family)
}

/** A phone number as others see it: 138****2046. Shorter or foreign numbers show the last two digits at most. [T5] */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\+86/, '').replace(/\D/g, '')
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`
  return digits.length < 7 ? '****' : `****${digits.slice(-2)}`
}

/** An ID number as others see it: first and last character, the rest starred. The area and the birthday stay hidden. [T5] */
export function maskId(number: string): string {
  const text = number.trim().toUpperCase()
  return text.length < 4 ? '*'.repeat(text.length) : `${text.charAt(0)}${'*'.repeat(text.length - 2)}${text.slice(-1)}`
}

/** An address as others see it: everything from the first digit on is starred. [T5] */
export const maskAddress = (address: string): string => `${address.trim().replace(/[\d０-９一二三四五六七八九十].*$/u, '')}＊＊＊`

/** A day of birth as others see it: the year alone. [T5] */
export const maskBorn = (born: string): string => /^\d{4}/.test(born.trim()) ? `${born.trim().slice(0, 4)}-**-**` : '****'

const masks: Readonly<Record<SealedField, (clear: string) => string>> = {
  name: maskName, phone: maskPhone, id_number: maskId, address: maskAddress, registered_at: maskAddress, born: maskBorn,
  note: () => '＊＊＊', sensitive: () => '＊＊＊',
}

/** What screens show of a value that is sealed with a person's key. [T5] */
export const maskValue = (field: SealedField, clear: string): string => masks[field](clear)
