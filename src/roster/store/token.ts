/** By which keyed hashes somebody is found. Whoever writes a tie writes its tokens with this, so that one search finds all. [RO2] */
import { pinyin, polyphonic } from 'pinyin-pro'
import { lookupHash } from '../../trust/index.ts'

type TokenKind = 'name' | 'surname' | 'initials' | 'phone' | 'phone_end' | 'id_number'
/** The keyed hash of a text by what it is. */
export type HashOf = (kind: TokenKind, text: string) => Buffer

const REMEMBERED = 4096
const RECENT = 64

/**
 * Keyed hashes of a district that are not worked out again while they are used: many share a family name, and what a row says is asked for three times.
 * Of names, telephones and ID numbers only the last few are remembered.
 */
export function rememberHashes(district: string): HashOf {
  const [common, recent] = [new Map<string, Buffer>(), new Map<string, Buffer>()]
  return (kind, text) => {
    const [known, most] = kind === 'surname' || kind === 'initials' ? [common, REMEMBERED] : [recent, RECENT]
    const by = `${kind} ${text}`
    const hash = known.get(by) ?? lookupHash(district, kind, text)
    if (known.size >= most) known.clear()
    known.set(by, hash)
    return hash
  }
}

/** What a tie is found by, in clear; several phones or names where sources differ. */
export type Findable = { readonly names: readonly string[]; readonly phones: readonly string[]; readonly idNumbers: readonly string[] }

const firstLetters = (syllables: readonly string[]): string => syllables.map((one) => one.charAt(0).toLowerCase()).join('').replace(/[^a-z]/g, '')
const sounds = (text: string): readonly string[] => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', mode: 'surname', v: true })
const letters = new Map<string, string>()

/** The letter that all readings of a character begin with, as family name or not; empty where they differ. Worked out once for each. */
function letterOf(sign: string): string {
  const known = letters.get(sign)
  if (known !== undefined) return known
  const all = new Set(firstLetters([...polyphonic(sign, { toneType: 'none', type: 'array' }).flat(), ...sounds(sign)]))
  const letter = all.size === 1 && /^[\u4e00-\u9fff]$/.test(sign) ? [...all].join('') : ''
  letters.set(sign, letter)
  return letter
}

/**
 * First letters of a name's pinyin, the family name read as one ('zy' for 曾勇, 'sy' for 单英); empty for a name without Chinese characters. Only where a
 * character has readings with several letters the words around it are looked at, which takes five times as long.
 */
export function initialsOf(name: string): string {
  let initials = ''
  for (const sign of name.trim()) {
    const letter = letterOf(sign)
    if (letter === '') return firstLetters(sounds(name.trim()))
    initials += letter
  }
  return initials
}

const twoSigns = new Set([
  '欧阳', '太史', '端木', '上官', '司马', '东方', '独孤', '南宫', '万俟', '闻人', '夏侯', '诸葛', '尉迟', '公羊', '赫连', '澹台', '皇甫', '宗政', '濮阳', '公冶',
  '太叔', '申屠', '公孙', '慕容', '仲孙', '钟离', '长孙', '宇文', '司徒', '鲜于', '司空', '闾丘', '令狐', '段干', '百里', '呼延', '东郭', '南门', '西门', '东门',
  '左丘', '梁丘', '淳于', '单于', '完颜', '耶律', '轩辕', '拓跋',
])

/** The family name of a whole name; those of two characters only before at least one more. */
export function surnameOf(name: string): string {
  const signs = [...name.trim()]
  return signs.length > 2 && twoSigns.has(signs.slice(0, 2).join('')) ? signs.slice(0, 2).join('') : signs[0] ?? ''
}

/**
 * The tokens of a tie, each once: whole name, family name, initials (and their first two letters, so that typing finds early), phone, its last four
 * digits, ID number. 16 bytes each. `hash`: for many ties, one that remembers.
 */
export function tokensOf(district: string, { names, phones, idNumbers }: Findable, hash: HashOf = (kind, text) => lookupHash(district, kind, text)): Buffer[] {
  const found = new Map<string, Buffer>()
  const put = (kind: TokenKind, text: string): void => {
    if (text === '') return
    const token = hash(kind, text)
    found.set(token.toString('latin1'), token)
  }
  for (const name of names) {
    const initials = initialsOf(name)
    put('name', name)
    put('surname', surnameOf(name))
    put('initials', initials)
    put('initials', initials.slice(0, 2))
  }
  for (const phone of phones) {
    put('phone', phone)
    put('phone_end', phone.replace(/\D/g, '').slice(-4))
  }
  for (const idNumber of idNumbers) put('id_number', idNumber)
  return [...found.values()]
}
