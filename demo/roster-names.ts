/** Invented names, telephones and ID numbers. Nobody is meant: the region of the numbers does not exist, the telephones reach nobody. */
import { demoPeople } from './posts.ts'
import type { Dice } from './seed.ts'

const families: readonly (readonly [string, number])[] = [
  ['王', 70], ['李', 68], ['张', 64], ['刘', 50], ['陈', 48], ['杨', 30], ['黄', 24], ['赵', 24], ['吴', 22], ['周', 22], ['徐', 18], ['孙', 18], ['马', 15],
  ['朱', 15], ['胡', 14], ['郭', 14], ['何', 13], ['林', 13], ['高', 12], ['罗', 12], ['郑', 11], ['梁', 10], ['谢', 9], ['宋', 9], ['唐', 9], ['许', 9],
  ['邓', 8], ['冯', 8], ['韩', 8], ['曹', 8], ['曾', 7], ['彭', 7], ['萧', 6], ['蔡', 6], ['潘', 6], ['田', 6], ['董', 6], ['袁', 6], ['于', 6], ['余', 6],
  ['叶', 5], ['蒋', 5], ['杜', 5], ['苏', 5], ['魏', 5], ['程', 5], ['吕', 5], ['丁', 4], ['沈', 6], ['任', 4], ['姚', 4], ['卢', 4], ['傅', 3], ['钟', 4],
  ['姜', 3], ['崔', 3], ['谭', 3], ['廖', 3], ['范', 3], ['汪', 3], ['陆', 4], ['金', 3], ['石', 3], ['戴', 3], ['贾', 3], ['韦', 2], ['夏', 3], ['邱', 3],
  ['方', 3], ['侯', 2], ['邹', 2], ['熊', 2], ['孟', 2], ['秦', 2], ['白', 2], ['江', 3], ['阎', 2], ['薛', 2], ['尹', 2], ['单', 1], ['欧阳', 1], ['司马', 0.4],
]

type Era = 'old' | 'middle' | 'grown' | 'young'
const given: Readonly<Record<Era, Readonly<Record<'male' | 'female', readonly [string, string]>>>> = {
  old: { male: ['德国永志金长福宝文庆', '福强祥明根发生民山林海荣'], female: ['秀桂玉淑凤素月惠菊翠', '英兰珍芳华琴仙娥妹清云莲'] },
  middle: { male: ['建志国卫永立红新正学', '军强东明华平民成斌勇刚伟'], female: ['丽美建红秀爱彩小玉春', '华娟萍芬霞燕梅琴珍敏芳英'] },
  grown: { male: ['晓志海文俊少一鹏家永', '磊伟峰涛杰辉超凯飞宁东波'], female: ['晓丽雪艳婷文海佳小静', '燕静娜莉敏慧丹洁玲倩媛蓉'] },
  young: { male: ['子浩宇俊天嘉梓一思明', '轩然辰豪泽睿航宸阳乐文翔'], female: ['子欣雨思佳梓诗可一语', '涵怡萱彤琪妍雯瑶宁晴悦桐'] },
}
const signs = (text: string): readonly string[] => [...text]
const eraOf = (year: number): Era => (year < 1955 ? 'old' : year < 1976 ? 'middle' : year < 1997 ? 'grown' : 'young')

const taken = new Set(demoPeople().map(({ name }) => name))

/** A family name, as common as it is. */
export const familyName = (d: Dice): string => d.weighted(families)

/** A whole name that nobody with a post bears; one in eight has a given name of one character. */
export function nameOf(family: string, sex: 'male' | 'female', year: number, d: Dice): string {
  const [first, second] = given[eraOf(year)][sex]
  for (;;) {
    const name = family + (d.chance(0.12) ? '' : d.pick(signs(first))) + d.pick(signs(second))
    if (!taken.has(name)) return name
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the first 17 digits (GB 11643). */
export function checkOf(digits: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** Gives out telephones 199 0000 0000 to 199 0000 9999 and ID numbers of region 990106, each once. Throws when the telephones run out. */
export function numbers(): { readonly phone: () => string; readonly idNumber: (born: string, sex: 'male' | 'female') => string } {
  let used = 0
  const perDay = new Map<string, number>()
  return {
    phone: () => {
      if (used >= 10_000) throw new Error('demo: the telephones ran out')
      return `1990000${String((used++ * 7919 + 4211) % 10_000).padStart(4, '0')}`
    },
    idNumber: (born, sex) => {
      const key = `${born}${sex}`
      const nth = perDay.get(key) ?? 0
      perDay.set(key, nth + 1)
      const digits = `990106${born.replaceAll('-', '')}${String((nth * 2 + (sex === 'male' ? 1 : 2)) % 1000).padStart(3, '0')}`
      return digits + checkOf(digits)
    },
  }
}
