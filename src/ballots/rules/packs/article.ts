/** Citing: the number of an article as laws print it. */
import type { Source } from '../../../kit/pure.ts'

const DIGITS = '零一二三四五六七八九'

/** A number from 1 to 9999 in Chinese numerals: 278 is 二百七十八, 1259 is 一千二百五十九. */
function numeral(n: number): string {
  const places = ['', '十', '百', '千']
  const digits = [...String(n)].map(Number)
  const said = digits.map((digit, i) => (digit === 0 ? '零' : `${DIGITS[digit] ?? ''}${places[digits.length - 1 - i] ?? ''}`)).join('')
  return said.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** A source: an article of a law, or several. */
export const cite = (law: string) => (...articles: readonly number[]): Source =>
  (articles.length === 0 ? { law } : { law, article: articles.map((n) => `第${numeral(n)}条`).join('、') })

export const CIVIL_CODE = cite('《中华人民共和国民法典》（2020年）')
export const REGULATION = cite('《物业管理条例》（2018年修正）')
export const INTERPRETATION = cite('《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》（2020年修正）')
