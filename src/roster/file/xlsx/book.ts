/** A workbook's sheets, strings and styles. */
import { damaged } from '../bad-file.ts'
import type { Bytes } from '../source.ts'
import { sheetFrame, type Book, type Frame } from './sheet.ts'
import { readStrings } from './strings.ts'
import { readStyles } from './styles.ts'
import { attribute, elements } from './xml.ts'
import { openArchive, type Archive } from './zip.ts'

export type BookSheet = { readonly name: string; readonly hidden: boolean; readonly part: string; readonly frame: Frame }
export type OpenBook = { readonly archive: Archive; readonly book: Book; readonly sheets: readonly BookSheet[]; readonly keywords: string }

function targets(rels: string): Map<string, string> {
  return new Map(elements(rels, 'Relationship').map(({ tag }) => {
    const target = attribute(tag, 'Target') ?? ''
    return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
  }))
}

/** Opens a workbook; every sheet passes by once for its merged cells and hidden columns. Throws BadFile where it is damaged. */
export async function openBook(bytes: Bytes): Promise<OpenBook> {
  const archive = await openArchive(bytes)
  if (!archive.has('xl/workbook.xml')) throw damaged()
  const workbook = await archive.text('xl/workbook.xml')
  const rels = targets(await archive.text('xl/_rels/workbook.xml.rels'))
  const strings = await readStrings(archive.part('xl/sharedStrings.xml'))
  const styles = readStyles(await archive.text('xl/styles.xml'))
  const properties = elements(workbook, 'workbookPr')[0]?.tag ?? ''
  const sheets: BookSheet[] = []
  for (const { tag } of elements(workbook, 'sheet')) {
    const part = rels.get(/r:id\s*=\s*["']([^"']+)/.exec(tag)?.[1] ?? attribute(tag, 'id') ?? '') ?? ''
    if (!archive.has(part)) continue
    sheets.push({ name: attribute(tag, 'name') ?? '', hidden: /hidden/i.test(attribute(tag, 'state') ?? ''), part,
      frame: await sheetFrame(archive.part(part)) })
  }
  if (sheets.length === 0) throw damaged()
  const keywords = elements(await archive.text('docProps/core.xml'), 'keywords')[0]?.inside ?? ''
  return { archive, sheets, keywords, book: { strings, styles, from1904: /date1904\s*=\s*["'](?:1|true)/.test(properties) } }
}
