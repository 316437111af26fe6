import type { CategoryCode } from '../../src/matters/rules/categories.ts'
import type { Dice } from '../seed.ts'

/**
 * What people say about one thing, and what is answered. In a text `[a/b]` is a choice and `{slot}` a detail:
 * {b} building, {u} unit (empty where there is one), {f} floor, {d} 2–9, {n} 11–48, {t} a time of day, {when} lately, {long} how long, {kin} somebody at home.
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

const times = ['早上六点半', '早上七点', '七点多', '八点来钟', '上午十点', '中午十二点', '中午一点', '下午三点', '下午五点', '傍晚六点', '晚上七点半', '晚上八点', '九点', '晚上九点半',
  '晚上十点', '十点半', '快十一点', '半夜十二点', '凌晨一点', '凌晨五点'] as const
const lately = ['昨天', '昨晚', '前天', '这两天', '今天早上', '今天', '上礼拜', '周末', '大前天', '上周三', '刚才', '这几天'] as const
const spans = ['三天', '四五天', '一个礼拜', '十来天', '半个月', '二十多天', '一个月', '快两个月', '三个月', '小半年'] as const
const kin = ['我妈', '我爸', '家里老人', '孩子', '我爱人', '我婆婆', '我丈母娘', '老伴', '我家小的', '奶奶'] as const

/** Fills the choices and slots of a text. */
export function fill(text: string, slots: Slots, d: Dice): string {
  return text
    .replace(/\[([^\]]+)\]/gu, (_, choices: string) => d.pick(choices.split('/')))
    .replace(/\{(\w+)\}/gu, (_, slot: string) => slotOf(slot, slots, d))
}

function slotOf(slot: string, slots: Slots, d: Dice): string {
  switch (slot) {
    case 'b': return slots.b
    case 'u': return slots.u
    case 'place': return slots.place
    case 'f': return String(d.whole(2, Math.max(3, slots.floors)))
    case 'd': return String(d.whole(2, 9))
    case 'n': return String(d.whole(11, 48))
    case 't': return d.pick(times)
    case 'when': return d.pick(lately)
    case 'long': return d.pick(spans)
    case 'kin': return d.pick(kin)
    default: throw new Error(`no slot ${slot}`)
  }
}
