/** What a cell's style says of its number (a date, noughts before it) and its mark: a fill, text struck through, or text in colour. */
import { attribute, elements } from './xml.ts'

export type Style = { readonly date: boolean; readonly width?: number; readonly fill?: string }

const DATES = (id: number): boolean => id >= 14 && id <= 17 || id === 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58

const isDateFormat = (code: string): boolean => /[yd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/^general/i.test(code)

function fillOf(inside: string): string | undefined {
  const [pattern] = elements(inside, 'patternFill')
  if (pattern === undefined || attribute(pattern.tag, 'patternType') !== 'solid') return undefined
  const [colour] = elements(pattern.inside, 'fgColor')
  if (colour === undefined) return undefined
  const rgb = attribute(colour.tag, 'rgb')?.toUpperCase()
  if (rgb !== undefined) return /^(?:FF|00)?F{6}$/.test(rgb) ? undefined : rgb.padStart(8, 'F')
  const theme = attribute(colour.tag, 'theme')
  if (theme !== undefined) return theme === '0' && attribute(colour.tag, 'tint') === undefined ? undefined
    : `theme${theme}${attribute(colour.tag, 'tint') ?? ''}`
  const indexed = attribute(colour.tag, 'indexed')
  return indexed === undefined || ['1', '9', '64', '65'].includes(indexed) ? undefined : `indexed${indexed}`
}

/** Text that is struck through or in a colour of its own marks a row as a fill does. */
function fontOf(inside: string): string | undefined {
  const [struck] = elements(inside, 'strike')
  if (struck !== undefined && !/^(?:0|false)$/.test(attribute(struck.tag, 'val') ?? '')) return 'struck'
  const rgb = attribute(elements(inside, 'color')[0]?.tag ?? '', 'rgb')?.toUpperCase()
  return rgb === undefined || /(?:0{6}|F{6})$/.test(rgb) ? undefined : `text${rgb}`
}

/** The styles of a workbook by number. */
export function readStyles(xml: string): readonly Style[] {
  const formats = new Map(elements(xml, 'numFmt').map(({ tag }) => [attribute(tag, 'numFmtId') ?? '', attribute(tag, 'formatCode') ?? '']))
  const fills = elements(elements(xml, 'fills')[0]?.inside ?? '', 'fill').map(({ inside }) => fillOf(inside))
  const fonts = elements(elements(xml, 'fonts')[0]?.inside ?? '', 'font').map(({ inside }) => fontOf(inside))
  return elements(elements(xml, 'cellXfs')[0]?.inside ?? '', 'xf').map(({ tag }): Style => {
    const [id, fill] = [attribute(tag, 'numFmtId') ?? '0', fills[Number(attribute(tag, 'fillId') ?? 0)] ?? fonts[Number(attribute(tag,
      'fontId') ?? 0)]]
    const code = formats.get(id)
    const noughts = code === undefined ? undefined : /^0{2,}$/.exec(code)?.[0].length
    return { date: code === undefined ? DATES(Number(id)) : isDateFormat(code), ...noughts === undefined ? {} : { width: noughts },
      ...fill === undefined ? {} : { fill } }
  })
}
