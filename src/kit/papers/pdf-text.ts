import type { Node } from 'pdfmake'
import type { Face } from './docx-faces.ts'
import { type Cut, cutFor, geta, mainCut } from './fonts.ts'
import type { Run } from './paper.ts'

/** How text is set in a PDF: points of type and from line to line. */
export type Type = { readonly size: number; readonly pitch: number }

const node = (text: string, cut: Cut, type: Type, color: string | undefined): Node =>
  ({ text, font: cut.name, fontSize: type.size, lineHeight: type.pitch / (type.size * cut.natural), ...(color === undefined ? {} : { color }) })

/** Text as pieces that each one font can set. A character that no font has becomes 〓, which nobody overlooks; nothing is dropped silently. */
export function set(text: string, face: Face, type: Type, color?: string): Node[] {
  const nodes: Node[] = []
  let run = ''
  let at: Cut = mainCut(face)
  for (const character of text) {
    const found = /\s/.test(character) ? at : cutFor(face, character)
    const cut = found ?? mainCut(face)
    if (cut !== at && run !== '') { nodes.push(node(run, at, type, color)); run = '' }
    at = cut
    run += found === null ? geta : character
  }
  if (run !== '' || nodes.length === 0) nodes.push(node(run, at, type, color))
  return nodes
}

/** The runs of a paragraph, plain text in 仿宋. */
export const setRuns = (text: string | readonly Run[], type: Type): Node[] =>
  (typeof text === 'string' ? [text] : text).flatMap((run) => (typeof run === 'string' ? set(run, 'fang', type) : set(run.text, run.face, type)))
