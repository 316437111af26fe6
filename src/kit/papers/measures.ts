import type { Format } from './paper.ts'

/** The numbers of the formats. Millimetres where a ruler is held to the paper, points for type. */

/** Points in a millimetre. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** What a format measures: margins in mm (top, right, bottom, left), body and title in points, line pitch in points. */
export type Measures = {
  readonly margins: readonly [top: number, right: number, bottom: number, left: number]
  readonly body: number
  readonly pitch: number
  readonly title: number
  readonly small: number
}

/**
 * GB/T 9704-2012, 5.1–5.3: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines of 28 characters of size 3. 156 mm hold 28 characters of 15.79
 * points, which is what printers call size 3; 225 mm hold 22 lines of 28.99 points. The title is of size 2, 22 points.
 */
const organ: Measures = { margins: [37, 26, 35, 28], body: 15.79, pitch: 28.98, title: 22, small: 12 }

/** Forms and lists: no norm, only room: size 小四 for the text, 五号 in tables. */
const plain: Measures = { margins: [18, 18, 16, 20], body: 12, pitch: 20, title: 22, small: 10.5 }

/** Ballots: large enough for the eyes of older people, whatever the topics leave of the page. */
const large: Measures = { margins: [18, 18, 16, 20], body: 14, pitch: 25, title: 24, small: 11.5 }

/** What hangs on a wall and is read standing. */
const poster: Measures = { margins: [20, 20, 18, 20], body: 20, pitch: 36, title: 38, small: 14 }

export const measures: Readonly<Record<Format, Measures>> = { organ, plain, large, poster }

/** A4 in mm. */
export const a4 = { width: 210, height: 297 } as const

/** Width of the type area in points. */
export const typeWidth = (format: Format, landscape: boolean): number => {
  const { margins } = measures[format]
  return mm((landscape ? a4.height : a4.width) - margins[1] - margins[3])
}

/** How high a row of a table is at least, in points: for reading, in a form, and for signing. */
export const rowHeights = { read: 22, form: 26, tall: 30 } as const

/** The red of a street's head (GB/T 9704 says red and no more; this prints as the usual one). */
export const officialRed = '#D7000F'
