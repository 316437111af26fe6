import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'
import type { Face } from './docx-faces.ts'
import { trueTypeOf } from './woff.ts'

/** The faces of a PDF: free fonts stand in for 仿宋, 黑体, 楷体 and 小标宋. */
const cuts: Readonly<Record<Face, { readonly package: string; readonly file: string; readonly weight: number }>> = {
  fang: { package: '@fontsource/noto-serif-sc', file: 'noto-serif-sc', weight: 400 },
  kai: { package: '@fontsource/noto-serif-sc', file: 'noto-serif-sc', weight: 600 },
  hei: { package: '@fontsource/noto-sans-sc', file: 'noto-sans-sc', weight: 500 },
  song: { package: '@fontsource/noto-serif-sc', file: 'noto-serif-sc', weight: 700 },
}

/** What a character is written with that none of our fonts has: the geta, as printers have always set it. */
export const geta = '〓'

/** A font as a PDF embeds it: by this name, these bytes. `natural` is the height of a line of 1 point. */
export type Cut = { readonly name: string; readonly bytes: Buffer; readonly font: Font; readonly natural: number }

const require = createRequire(import.meta.url)
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`))
const cutsMade = new Map<string, Cut>()

function cut(face: Face, part: string): Cut | undefined {
  const name = `${face}:${part}`
  const made = cutsMade.get(name)
  if (made) return made
  const { package: from, file, weight } = cuts[face]
  const path = join(folderOf(from), 'files', `${file}-${part}-${weight}-normal.woff`)
  if (!existsSync(path)) return undefined
  const bytes = trueTypeOf(readFileSync(path))
  const font = create(bytes)
  const one: Cut = { name, bytes, font, natural: (font.ascent - font.descent + font.lineGap) / font.unitsPerEm }
  cutsMade.set(name, one)
  return one
}

/** The main font of a face: 8,000 Chinese characters, figures and Latin letters. */
export function mainCut(face: Face): Cut {
  const main = cut(face, 'chinese-simplified')
  if (!main) throw new Error(`the font of ${face} is not installed`)
  return main
}

type Slice = { readonly part: string; readonly ranges: readonly (readonly [from: number, to: number])[] }
const slicesOf = new Map<string, readonly Slice[]>()

/** The rarer characters lie in some hundred small files, named with what they hold. */
function slices(from: string): readonly Slice[] {
  const known = slicesOf.get(from)
  if (known) return known
  // the package's own list: slice to ranges of code points, as 'U+25a0-25a2,U+25b2'
  const listed = JSON.parse(readFileSync(join(folderOf(from), 'unicode.json'), 'utf8')) as Record<string, string>
  const read = Object.entries(listed).map(([part, ranges]) => ({
    part: part.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [low = 0, high = low] = range.replace(/U\+/gi, '').split('-').map((hex) => parseInt(hex, 16))
      return [low, high] as const
    }),
  }))
  slicesOf.set(from, read)
  return read
}

function rareCut(face: Face, codePoint: number): Cut | undefined {
  const slice = slices(cuts[face].package).find(({ ranges }) => ranges.some(([low, high]) => codePoint >= low && codePoint <= high))
  const found = slice === undefined ? undefined : cut(face, slice.part)
  return found?.font.hasGlyphForCodePoint(codePoint) ? found : undefined
}

const chosen = new Map<string, Cut | null>()

/** The font that has a character in a face, or null where none has it. */
export function cutFor(face: Face, character: string): Cut | null {
  const key = `${face}${character}`
  const known = chosen.get(key)
  if (known !== undefined) return known
  const codePoint = character.codePointAt(0) ?? 0
  const main = mainCut(face)
  const found = main.font.hasGlyphForCodePoint(codePoint) ? main : rareCut(face, codePoint) ?? null
  chosen.set(key, found)
  return found
}

/** All fonts read so far, by name: what a PDF may embed. */
export const cutsRead = (): readonly Cut[] => [...cutsMade.values()]
