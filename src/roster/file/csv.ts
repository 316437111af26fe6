/** A text table: UTF-8, UTF-16 or GB18030; commas, tabs or semicolons. */
import { Readable } from 'node:stream'
import { parse, type Options } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import type { HeadRow, Letter, RawCell } from '../rules/reading/index.ts'
import { BadFile } from './bad-file.ts'
import type { Bytes } from './source.ts'
import { HEAD, type Table, type TableRow } from './table.ts'
import { letterOf } from './xlsx/sheet.ts'

const BATCH = 500
const SAMPLE_BYTES = 1 << 18

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le'

async function isIn(bytes: Bytes, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of bytes.stream(0, bytes.size)) if (decoder.decode(chunk, { stream: true }).includes('\0')) return false
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function encodingOf(bytes: Bytes): Promise<Encoding> {
  const head = await bytes.at(0, 2)
  if (head[0] === 0xff && head[1] === 0xfe && await isIn(bytes, 'utf-16le')) return 'utf-16le'
  if (await isIn(bytes, 'utf-8')) return 'utf-8'
  if (await isIn(bytes, 'gb18030')) return 'gb18030'
  throw new BadFile('encoding', '这不是表格，或者文字编码坏了：既不全是 UTF-8，也不全是 GB18030。',
    'This is no table, or its text is damaged: neither all UTF-8 nor all GB18030.')
}

async function* decoded(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of bytes.stream(0, bytes.size)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const options = (delimiter: string): Options => ({ delimiter, relax_column_count: true, relax_quotes: true, bom: true, max_record_size: 1 << 20 })

/** '="00123"' is how a spreadsheet is made to keep a text. */
const plain = (text: string): string => /^="(.*)"$/.exec(text.trim())?.[1] ?? text

function rowOf(n: number, texts: readonly string[], wanted: ReadonlySet<Letter> | null): TableRow {
  const cells: Record<Letter, RawCell> = {}
  let [filled, lone] = [0, '']
  for (const [at, text] of texts.entries()) {
    if (text.trim() === '') continue
    filled += 1
    lone = text
    const letter = letterOf(at + 1)
    if (wanted === null || wanted.has(letter)) cells[letter] = { text: plain(text) }
  }
  return { n, cells, filled, lone: filled === 1 ? { text: plain(lone) } : null, hidden: false }
}

async function* rows(bytes: Bytes, encoding: Encoding, delimiter: string, wanted: ReadonlySet<Letter>): AsyncGenerator<readonly TableRow[]> {
  const source = Readable.from(decoded(bytes, encoding), { objectMode: false })
  const records = source.pipe(parse(options(delimiter)))
  source.on('error', (error) => records.destroy(error))
  let [batch, n]: [TableRow[], number] = [[], 0]
  try {
    for await (const texts of records as AsyncIterable<string[]>) { // without `columns` records are lists of texts
      batch.push(rowOf(++n, texts, wanted))
      if (batch.length === BATCH) {
        yield batch
        batch = []
      }
    }
  } catch {
    throw new BadFile('damaged', `第 ${n + 1} 行读不出来：引号没有配对，或者一行太长。`, `Row ${n + 1} can’t be read: a quote is never closed, or the row is too long.`)
  } finally {
    source.destroy()
  }
  if (batch.length > 0) yield batch
}

function headBy(sample: string, delimiter: string): string[][] {
  for (let to = HEAD; to > 0; to--) {
    try {
      return parseAll(sample, { ...options(delimiter), to }) as string[][] // without `columns` records are lists of texts
    } catch {
      continue
    }
  }
  return []
}

/** Opens a text table. Throws BadFile where it is none. */
export async function csvTable(bytes: Bytes): Promise<Table> {
  const encoding = await encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(await bytes.at(0, SAMPLE_BYTES))
  const sample = bytes.size > SAMPLE_BYTES ? text.slice(0, text.lastIndexOf('\n') + 1) : text
  const heads = [',', '\t', ';'].map((delimiter) => ({ delimiter, found: headBy(sample, delimiter) }))
  const [best] = heads.toSorted((a, b) => Math.max(0, ...b.found.map((row) => row.length)) - Math.max(0, ...a.found.map((row) => row.length)))
  if (best === undefined || best.found.every((row) => row.every((cell) => cell.trim() === ''))) throw new BadFile('empty', '文件里没有任何行。',
    'There are no rows in the file.')
  const head = best.found.map((texts, at): HeadRow => ({ n: at + 1, cells: Object.fromEntries(Object.entries(rowOf(at + 1, texts,
    null).cells).map(([letter, cell]) => [letter, cell.text])) }))
  return { name: '', hidden: false, hiddenColumns: new Set(), head, decoration: new Set(), serialsLate: 0, rows: (wanted) => rows(bytes, encoding,
    best.delimiter, wanted) }
}
