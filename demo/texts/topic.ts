import type { CategoryCode } from '../../src/matters/rules/categories.ts'
import type { Dice } from '../seed.ts'

/**
 * What people say about one thing, and what is answered. In a text `[a/b]` is a choice and `{slot}` a detail:
 * {b} building, {u} unit (empty where there is one), {f} floor, {d} 2–9, {n} 11–48, {t} a time of day, {am} {pm} {nt} after 早上 晚上 夜里,
 * {late} {eve} {day} {dusk} {dark} times with their part of the day, {when} {then} lately, {long} how long, {kin} somebody older at home.
 */
export type Topic = {
  readonly code: CategoryCode
  /** How often, in matters a year. */
  readonly weight: number
  /** Short keys of the compounds where it happens; without it, in all. */
  readonly where?: readonly string[]
  /** 'building', 'unit', 'compound' or the short key of a common part; without it, at a building. */
  readonly at?: readonly string[]
  /** Months in which it happens most. */
  readonly months?: readonly number[]
  readonly hours?: 'day' | 'evening' | 'night'
  readonly words: readonly string[]
  /** What whoever did it says when it is done. */
  readonly done: readonly string[]
  /** What is written down on the way. */
  readonly logs?: readonly string[]
  /** An honest no, as it is told to the resident. */
  readonly unable?: readonly string[]
  /** Nothing was to be done but to explain. */
  readonly explained?: readonly string[]
  /** Public titles that a person wrote instead of the template; {place} is the public place. */
  readonly titles?: readonly string[]
}

export const towers: readonly string[] = ['wty', 'jlf', 'ajl', 'hsj']
export const old: readonly string[] = ['lgt', 'fjx']

export type Slots = { readonly b: string; readonly u: string; readonly floors: number; readonly place: string }

const lists: Readonly<Record<string, readonly string[]>> = {
  t: ['早上七点多', '上午十点', '中午十二点半', '下午三点', '下午五点', '傍晚六点', '晚上七点半', '晚上八点来钟', '晚上九点'],
  am: ['五点半', '六点', '六点半', '六点多', '七点', '七点不到'], pm: ['七点半', '八点', '八点半', '九点', '九点半', '十点来钟'],
  nt: ['十一点', '十二点', '一点', '两点', '快十二点'], late: ['晚上十点半', '晚上十一点', '快十一点', '半夜十二点', '十一点多', '凌晨一点'],
  eve: ['晚上八点', '晚上八点半', '晚上九点', '九点', '晚上九点半', '晚上十点'], day: ['上午九点', '上午十点', '十一点', '下午两点', '下午三点', '下午四点半'],
  dusk: ['四点半', '五点', '五点半'], dark: ['晚上六点', '晚上七点', '七点半', '八点'],
  when: ['昨天', '昨晚', '前天', '这两天', '今天', '上礼拜', '周末', '大前天', '上周三', '这几天'], then: ['昨天', '前天', '大前天', '上周三', '礼拜天'],
  long: ['三天', '四五天', '一个礼拜', '十来天', '半个月', '二十多天', '一个月', '快两个月', '三个月', '小半年'],
  kin: ['我妈', '我爸', '家里老人', '老伴', '我婆婆', '我丈母娘', '奶奶', '外公'],
}

/** Fills the choices and slots of a text. */
export function fill(text: string, slots: Slots, d: Dice): string {
  return text
    .replace(/\[([^\]]+)\]/gu, (_, choices: string) => d.pick(choices.split('/')))
    .replace(/\{(\w+)\}/gu, (_, slot: string) => slotOf(slot, slots, d))
}

function slotOf(slot: string, slots: Slots, d: Dice): string {
  if (slot === 'b' || slot === 'u' || slot === 'place') return slots[slot]
  if (slot === 'f') return String(d.whole(Math.min(2, slots.floors), slots.floors))
  if (slot === 'd') return String(d.whole(2, 9))
  if (slot === 'n') return String(d.whole(11, 48))
  const list = lists[slot]
  if (!list) throw new Error(`no slot ${slot}`)
  return d.pick(list)
}

/** Words that only fit some months: said at other times, they sound wrong. */
const seasons: readonly (readonly [RegExp, readonly number[]])[] = [
  [/端午/u, [5, 6]], [/元宵/u, [1, 2]], [/中秋/u, [9, 10]], [/春节|过年|放炮|鞭炮|初八/u, [1, 2, 3]], [/清明/u, [4]], [/杨絮/u, [4, 5]], [/高温|蒸笼|夏天/u, [6, 7, 8, 9]],
  [/落叶|秋天|秋后/u, [10, 11]], [/下雪|结冰|冻裂|冰柱/u, [12, 1, 2]], [/暑假/u, [6, 7, 8]], [/中考/u, [5, 6]], [/蚊子|孑孓|蜈蚣|打雷|雷/u, [5, 6, 7, 8, 9]], [/冷风|戴手套/u,
    [11, 12, 1, 2]],
]

/** Those of the texts that may be said in the month (1 to 12). */
export const inSeason = (list: readonly string[], month: number): readonly string[] => {
  const fit = list.filter((text) => seasons.every(([word, months]) => !word.test(text) || months.includes(month)))
  return fit.length > 0 ? fit : list
}

/** What only some compounds have; a text that names it is not said elsewhere. */
const things: readonly (readonly [RegExp, readonly string[]])[] = [
  [/电梯(?!了|，能不能)/u, ['wty', 'jlf', 'ajl', 'hsj']], [/地库|地下车库/u, ['wty', 'jlf']], [/物业费/u, ['wty', 'jlf', 'fjx']], [/业委会/u, ['wty']], [/人脸|刷脸/u,
    ['wty', 'jlf', 'ajl']],
]

/** Those of the texts that fit a compound, by its short key. */
export const inPlace = (list: readonly string[], compound: string): readonly string[] => {
  const fit = list.filter((text) => things.every(([word, where]) => !word.test(text) || where.includes(compound)))
  return fit.length > 0 ? fit : list
}

/** Two-character pieces of a text, to see whether two texts speak of the same thing. */
function pieces(text: string): Set<string> {
  const known = seen.get(text)
  if (known) return known
  const plain = text.replace(/[^\p{Script=Han}]/gu, ' ')
  const found = new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)).filter((p) => !p.includes(' ') &&
    !dull.has(p)))
  seen.set(text, found)
  return found
}
const seen = new Map<string, Set<string>>()
const dull = new Set(['一个', '一下', '没有', '不是', '我们', '他们', '晚上', '早上', '就是', '还是', '怎么', '什么', '有人', '一楼', '看看', '出来', '下来', '上去', '今天', '能不',
  '不能', '小区', '物业', '邻居', '楼下', '楼上', '一只', '一次', '三天', '两天', '时候', '报的'])

/** The texts that speak most of what `words` speak of; empty where none shares a word with them. */
export function closest(list: readonly string[], words: string, least = 1): readonly string[] {
  const said = pieces(words)
  const scored = list.map((text) => [text, [...pieces(text)].filter((p) => said.has(p)).length] as const)
  const top = Math.max(0, ...scored.map(([, n]) => n))
  return top < least ? [] : scored.filter(([, n]) => n >= Math.max(least, top - 1) && n > 0).map(([text]) => text)
}

/** Texts written 'a/b|text' fit only words in which a or b is said; others fit anything. Answers the plain texts that fit. */
export const fitting = (list: readonly string[], words: string): readonly string[] => list.flatMap((text) => {
  const [only, plain] = text.split('|')
  return plain === undefined ? [text] : only?.split('/').some((one) => words.includes(one)) ? [plain] : []
})
