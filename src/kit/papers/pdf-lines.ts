import LineBreaker from 'linebreak'
import type { Node } from 'pdfmake'
import { drawn, type Piece, widthOf } from './pdf-text.ts'

/**
 * Lines are broken here and not by pdfmake, which keeps an object of thirty fields for each Chinese character: a thousand ballots took ten seconds
 * and 800 MB that way.
 */

type Side = 'left' | 'center' | 'right' | 'justify'
type Line = { readonly pieces: readonly Piece[]; readonly width: number; readonly last: boolean }

/** The part of pieces between two places of their whole text. */
function between(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let at = 0
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += piece.text.length
    return text === '' ? [] : [{ ...piece, text }]
  })
}

const widthOfAll = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text, cut, type }) => sum + widthOf(text, cut) * type.size, 0)

/** Where a text may be broken (UAX 14: no 。at the start of a line, no （ at its end), and where it has to. What is too wide breaks anywhere. */
function places(pieces: readonly Piece[], text: string, width: number): { readonly position: number; readonly required: boolean }[] {
  const found: { position: number; required: boolean }[] = []
  const breaker = new LineBreaker(text)
  let from = 0
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (widthOfAll(between(pieces, from, next.position)) > width) {
      for (let position = from + 1; position < next.position; position++) found.push({ position, required: false })
    }
    found.push({ position: next.position, required: next.required && next.position < text.length })
    from = next.position
  }
  return found
}

function broken(pieces: readonly Piece[], width: number, indent: number): Line[] {
  const text = pieces.map((piece) => piece.text).join('')
  const lines: Line[] = []
  let from = 0
  let end = 0
  let filled = indent
  const close = (to: number, last: boolean): void => {
    const spaces = to === text.length ? 0 : text.slice(from, to).length - text.slice(from, to).trimEnd().length
    const held = between(pieces, from, to - spaces)
    lines.push({ pieces: held, width: widthOfAll(held), last })
    from = to
    filled = 0
  }
  for (const { position, required } of places(pieces, text, width)) {
    const segment = widthOfAll(between(pieces, end, position))
    const trailing = text.slice(end, position).trimEnd()
    const needed = trailing.length === position - end ? segment : widthOfAll(between(pieces, end, end + trailing.length))
    if (filled + needed > width + 0.01 && end > from) close(end, false)
    filled += segment
    end = position
    if (required) close(end, true)
  }
  close(text.length, true)
  return lines
}

/** So much shorter than its room a line is spread: pdfmake puts the next piece on a line of its own where sums round up beyond the room. */
const LEEWAY = 0.05

/** A line spread to its width: the same hair between all its characters. Lines that would come apart stay as they are. */
function spread({ pieces, width, last }: Line, room: number): Node[] {
  const gaps = pieces.reduce((sum, { text }) => sum + [...text].length - 1, 0)
  const hair = last || gaps === 0 ? 0 : (room - LEEWAY - width) / gaps
  return pieces.map((piece) => drawn(piece, hair > piece.type.size / 3 ? 0 : Math.max(hair, 0)))
}

/** What stands in a line; an empty one keeps its height. */
function textOf(line: Line, room: number | null, pieces: readonly Piece[]): Node[] {
  const [first] = pieces
  if (line.pieces.length === 0) return first === undefined ? [] : [drawn({ ...first, text: ' ' })]
  return room === null ? line.pieces.map((piece) => drawn(piece)) : spread(line, room)
}

/** A paragraph `width` points wide, its first line `indent` points in. */
export function paragraph(pieces: readonly Piece[], width: number, as: { readonly side?: Side; readonly indent?: number } = {}): Node {
  const { side = 'justify', indent = 0 } = as
  const lines = broken(pieces, width, indent).map((line, at): Node => {
    const inset = at === 0 ? indent : 0
    return {
      text: textOf(line, side === 'justify' ? width - inset : null, pieces), noWrap: true,
      preserveLeadingSpaces: true, preserveTrailingSpaces: true,
      ...(side === 'justify' || side === 'left' ? {} : { alignment: side }), ...(inset === 0 ? {} : { margin: [inset, 0, 0, 0] }),
    }
  })
  const [only] = lines
  return only !== undefined && lines.length === 1 ? only : { stack: lines }
}
