/** How groups of opinion are told apart: a sign of their own, a shape, an outline; the colour only comes on top. */
import type { Lang } from '../../../../ui-kit/index.ts'
import type { Point } from './map-layout.ts'

const SIGNS = ['甲', '乙', '丙', '丁', '戊']
const LETTERS = ['A', 'B', 'C', 'D', 'E']
const COUNTS = ['零', '一', '两', '三', '四', '五']

/** The sign of a group by its number from 0: 甲, 乙 …; A, B … */
export const signOf = (group: number, lang: Lang): string => (lang === 'zh' ? SIGNS : LETTERS)[group] ?? String(group + 1)
/** A small number as it is said before a measure word: 两, 三. */
export const countWord = (n: number): string => COUNTS[n] ?? String(n)

const round = (n: number): string => String(Math.round(n * 10) / 10)

/** One person as a path: ● ■ ▲ ◆ ○ by the number of the group, `r` pixels around the point. */
export function markPath(group: number, [x, y]: Point, r: number): string {
  const at = (dx: number, dy: number): string => `M${round(x + dx)} ${round(y + dy)}`
  const wide = round(2 * r)
  if (group === 1) return `${at(-r, -r)}h${wide}v${wide}h-${wide}z`
  if (group === 2) return `${at(0, -r * 1.25)}l${round(r * 1.2)} ${round(r * 2.1)}h-${round(r * 2.4)}z`
  if (group === 3) return `${at(0, -r * 1.35)}l${round(r * 1.35)} ${round(r * 1.35)}l-${round(r * 1.35)} ${round(r * 1.35)}l-${round(r * 1.35)} -${round(r * 1.35)}z`
  return `${at(-r, 0)}a${round(r)} ${round(r)} 0 1 0 ${wide} 0a${round(r)} ${round(r)} 0 1 0 -${wide} 0z`
}
