/** Reading tables of polls: comma-separated text with a head, fields in double quotes where they hold commas, quotes or line breaks (RFC 4180). */

/** The file is no poll; the message says why, Chinese then English. */
export class UnreadablePoll extends Error {
  override name = 'UnreadablePoll'
}

const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y

/** Rows of fields, the head included. Throws UnreadablePoll at a quote in the wrong place. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const clean = text.replace(/^\ufeff/, '')
  if (!clean.includes('"')) return clean.split(/\r\n|\n|\r/).filter((line) => line !== '').map((line) => line.split(','))
  const rows: string[][] = []
  let row: string[] = []
  field.lastIndex = 0
  while (field.lastIndex < clean.length) {
    const at = field.lastIndex
    const found = field.exec(clean)
    if (!found) throw new UnreadablePoll(`第${rows.length + 1}行的引号不成对。Row ${rows.length + 1}, at ${at}: a quote in the wrong place.`)
    row.push(found[1] === undefined ? found[2] ?? '' : found[1].replaceAll('""', '"'))
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push([...row, ''])
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '')
}

/** Rows by the names of the head, which are taken in lower case. */
export function recordsOf(text: string): { readonly head: readonly string[]; readonly records: readonly ReadonlyMap<string, string>[] } {
  const [head = [], ...rows] = rowsOf(text)
  const names = head.map((name) => name.trim().toLowerCase())
  return { head: names, records: rows.map((cells) => new Map(names.map((name, i) => [name, cells[i] ?? '']))) }
}
