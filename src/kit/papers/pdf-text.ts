import type { Node } from 'pdfmake'
import type { Face } from './docx-faces.ts'
import { type Cut, cutFor, geta, mainCut } from './fonts.ts'
import type { Run } from './paper.ts'

/** How text is set in a PDF: points of type and from line to line. */
export type Type = { readonly size: number; readonly pitch: number }

/** Text that one font can set. */
export type Piece = { readonly text: string; readonly cut: Cut; readonly type: Type; readonly color: string | undefined }

/** Text as pieces that each one font can set. A character that no font has becomes 〓, which nobody overlooks; nothing is dropped silently. */
export function set(text: string, face: Face, type: Type, color?: string): Piece[] {
  const pieces: Piece[] = []
  let run = ''
  let at: Cut = mainCut(face)
  for (const character of text) {
    const found = /\s/.test(character) ? at : cutFor(face, character)
    const cut = found ?? mainCut(face)
    if (cut !== at && run !== '') { pieces.push({ text: run, cut: at, type, color }); run = '' }
    at = cut
    run += found === null ? geta : character
  }
  if (run !== '' || pieces.length === 0) pieces.push({ text: run, cut: at, type, color })
  return pieces
}

/** The runs of a paragraph, plain text in 仿宋. */
export const setRuns = (text: string | readonly Run[], type: Type): Piece[] =>
  (typeof text === 'string' ? [text] : text).flatMap((run) => (typeof run === 'string' ? set(run, 'fang', type) : set(run.text, run.face, type)))

const widths = new WeakMap<Cut, Map<string, number>>()

/** How wide a text is in a font at 1 point. Kerning is left out: Chinese has none, and figures lose a hundredth. */
export function widthOf(text: string, cut: Cut): number {
  const known = widths.get(cut) ?? new Map<string, number>()
  widths.set(cut, known)
  let width = 0
  for (const character of text) {
    const one = known.get(character) ?? cut.font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / cut.font.unitsPerEm
    known.set(character, one)
    width += one
  }
  return width
}

/** A piece as pdfmake draws it, its characters `spacing` points further apart. */
export const drawn = ({ text, cut, type, color }: Piece, spacing = 0): Node => ({
  text, font: cut.name, fontSize: type.size, lineHeight: type.pitch / (type.size * cut.natural),
  ...(spacing === 0 ? {} : { characterSpacing: spacing }), ...(color === undefined ? {} : { color }),
})
