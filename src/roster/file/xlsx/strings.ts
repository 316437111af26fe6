/** The shared strings of a workbook, packed so that memory is little more than their bytes. */
import { damaged } from '../bad-file.ts'
import { pieces, stringText } from './xml.ts'

export type Strings = { readonly at: (index: number) => string }

const FIRST = 1 << 20
const MOST = 1 << 30

/** Reads all shared strings. */
export async function readStrings(part: AsyncIterable<Buffer>): Promise<Strings> {
  let bytes = Buffer.allocUnsafe(FIRST)
  let ends = new Uint32Array(1 << 14)
  let [count, used] = [0, 0]
  for await (const piece of pieces(part, /<\/(?:\w+:)?si>|<(?:\w+:)?si\s*\/>/g)) {
    for (const found of piece.matchAll(/<(?:\w+:)?si(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)) {
      const text = stringText(found[1] ?? '')
      if (used + text.length * 3 > bytes.length) {
        if (bytes.length * 2 > MOST) throw damaged()
        const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, used + text.length * 3))
        bytes.copy(larger, 0, 0, used)
        bytes = larger
      }
      used += bytes.write(text, used, 'utf8')
      if (count === ends.length) {
        const larger = new Uint32Array(ends.length * 2)
        larger.set(ends)
        ends = larger
      }
      ends[count++] = used
    }
  }
  return { at: (index) => (index >= 0 && index < count ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]) : '') }
}
