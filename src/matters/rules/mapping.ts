import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'
import type { CategoryCode } from './categories.ts'
import { clockDigits, readCivil } from './civil-time.ts'
import { BUILT_IN_MAPPINGS, type Field, type Mapping } from './packs/import-mappings.ts'
import { suggest } from './suggest.ts'

export { BUILT_IN_MAPPINGS, type Field, type Mapping } from './packs/import-mappings.ts'

/** Where the columns of a file stand, and where its rows begin. */
export type Header = {
  readonly mapping: Mapping
  readonly at: Readonly<Partial<Record<Field, number>>>
  readonly width: number
  /** Index of the first row of data. */
  readonly dataFrom: number
  readonly twoRows: boolean
  /** Columns that are not read, with the reason. */
  readonly refused: readonly { readonly column: number; readonly header: string; readonly reason: string }[]
  /** Columns that nobody knows. */
  readonly unknown: readonly string[]
}

/** One row as a matter in the making. Times are civil, 'YYYY-MM-DDTHH:MM:SS' of the place. */
export type ImportedRow = {
  readonly number: string | null
  readonly filedAt: string
  readonly subject: string | null
  readonly words: string
  readonly address: string | null
  readonly category: CategoryCode
  readonly answer: string | null
  readonly answeredAt: string | null
}

export type FixCode = 'serial_date' | 'time_missing' | 'date_from_number' | 'number_rounded' | 'address_rejoined' | 'answer_time_dropped'
  | 'control_signs' | 'category_guessed' | 'category_unknown'
export type CannotCode = 'empty' | 'header_again' | 'too_few_cells' | 'no_words' | 'no_date' | 'bad_date' | 'no_number'
export type RowJudgment =
  | { readonly kind: 'ok'; readonly row: ImportedRow }
  | { readonly kind: 'fixable'; readonly row: ImportedRow; readonly fixed: readonly FixCode[] }
  | { readonly kind: 'cannot'; readonly code: CannotCode; readonly explain: Said }

/** What was put right, for the dry run. */
export const FIXES: Readonly<Record<FixCode, Said>> = {
  serial_date: { zh: '日期是表格序号，已换算', en: 'The date was a spreadsheet’s serial number' },
  time_missing: { zh: '没有时刻，按0点记', en: 'No time of day: taken as midnight' },
  date_from_number: { zh: '没有日期，从编号取出', en: 'No date: taken from the case number' },
  number_rounded: { zh: '编号被表格四舍五入，按内容认', en: 'The number was rounded by a spreadsheet; told apart by content' },
  address_rejoined: { zh: '地址被逗号切开，已拼回', en: 'The address was cut at a comma and put together' },
  answer_time_dropped: { zh: '答复时间读不出或早于反映时间，未导入', en: 'The time of the answer was unreadable or before the question; left out' },
  control_signs: { zh: '去掉了看不见的控制符', en: 'Control signs were taken out' },
  category_guessed: { zh: '类别按文字推荐', en: 'The category was suggested from the words' },
  category_unknown: { zh: '类别不认识，归入其他', en: 'The category is unknown: other' },
}

const CANNOT: Readonly<Record<CannotCode, Said>> = {
  empty: { zh: '空行', en: 'Empty row' }, header_again: { zh: '又是一行表头', en: 'A header row again' },
  too_few_cells: { zh: '列数不够', en: 'Too few cells' }, no_words: { zh: '没有内容', en: 'No words' }, no_date: { zh: '没有日期', en: 'No date' },
  bad_date: { zh: '日期读不出', en: 'The date can’t be read' }, no_number: { zh: '没有编号', en: 'No number' },
}

const name = (cell: string): string => cell.normalize('NFKC').replace(/[\s*:\ufeff]+/gu, '')

function columnsOf(cells: readonly string[], mapping: Mapping): Partial<Record<Field, number>> {
  const at: Partial<Record<Field, number>> = {}
  // Object.entries forgets that the keys of `columns` are fields.
  for (const [field, headers] of Object.entries(mapping.columns) as [Field, readonly string[]][]) {
    const column = cells.findIndex(cell => headers.includes(name(cell)))
    if (column >= 0) at[field] = column
  }
  return at
}

const complete = (at: Partial<Record<Field, number>>, mapping: Mapping): boolean => mapping.required.every(field => at[field] !== undefined)

/**
 * Finds the header among the first rows: alone, below a title, or spread over two rows (a group above its columns). A second line that repeats or
 * translates the header is skipped. Refuses with the columns that are missing.
 */
export function readHeader(rows: readonly (readonly string[])[], mapping: Mapping): Result<Header> {
  const first = rows.slice(0, 6)
  for (const [index, row] of first.entries()) {
    const above = first[index - 1] ?? []
    const spread = Array.from({ length: Math.max(row.length, above.length) }, (_, i) => row[i]?.trim() ? row[i] : above[i] ?? '')
    for (const [cells, two] of [[row, false], [spread, true]] as const) {
      const at = columnsOf(cells, mapping)
      if (complete(at, mapping)) return ok(headerOf(cells, at, mapping, index, two, first[index + 1]))
    }
  }
  const best = first.map(row => columnsOf(row, mapping)).sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? {}
  const missing = mapping.required.filter(field => best[field] === undefined).map(field => mapping.columns[field]?.[0] ?? field).join('、')
  return refuse({ code: 'no_header', rule: 'import',
    explain: { zh: `前6行里没找到表头，缺：${missing}。`, en: `No header in the first 6 rows; missing: ${missing}.` } })
}

type Row = readonly string[]

function headerOf(cells: Row, at: Header['at'], mapping: Mapping, index: number, two: boolean, next: Row | undefined): Header {
  const again = next !== undefined && isHeaderAgain(next, mapping)
  const known = new Set(Object.values(at))
  const others = cells.map((cell, column) => ({ column, header: name(cell) })).filter(({ column, header }) => header !== '' && !known.has(column))
  return {
    mapping, at, width: cells.length, dataFrom: index + (again ? 2 : 1), twoRows: two || again,
    refused: others.flatMap(({ column, header }) => {
      const reason = mapping.refused[header]
      return reason === undefined ? [] : [{ column, header, reason }]
    }),
    unknown: others.filter(({ header }) => mapping.refused[header] === undefined).map(({ header }) => header),
  }
}

/** Whether a row is a header once more: half of its cells are headers, or names of fields in another alphabet as `number,filed_at`. */
function isHeaderAgain(cells: readonly string[], mapping: Mapping): boolean {
  const filled = cells.filter(cell => cell.trim() !== '')
  const headers = Object.keys(columnsOf(cells, mapping)).length
  return filled.length > 1 && (headers * 2 >= filled.length || filled.every(cell => /^[a-z][a-z_]{1,30}$/i.test(cell.trim())))
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Words without white space at the ends, around lines, and doubled inside; paragraphs stay. */
export const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\t \u00a0\u3000]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim()

/** Puts an address together that was cut at its commas; cells behind it move back. The last cell is the area and stays. */
function unspill(cells: readonly string[], header: Header): { cells: readonly string[]; moved: boolean } {
  const { address, filedAt, filedTime, area } = header.at
  if (address === undefined || filedAt === undefined || address + 1 !== filedAt || area !== header.width - 1) return { cells, moved: false }
  const inner = cells.slice(address, -1)
  const dateStands = readCivil(inner[1] ?? '') !== null || (!inner[1]?.trim() && clockDigits(inner[2] ?? '') !== null)
  if (inner.length < 2 || dateStands) return { cells, moved: false }
  const dateAt = inner.findIndex((cell, i) => i > 0 && /^[0-9]{8}$/.test(cell.trim()))
  const end = dateAt < 0 ? inner.length : dateAt
  const out = [...cells.slice(0, address), inner.slice(0, end).filter(Boolean).join(','), inner[dateAt] ?? '']
  if (filedTime !== undefined) out[filedTime] = dateAt < 0 ? '' : inner[dateAt + 1] ?? ''
  out[area] = cells.at(-1) ?? ''
  return { cells: out, moved: inner.slice(1, end).some(cell => cell.trim() !== '') }
}

function categoryOfItem(item: string, mapping: Mapping): CategoryCode | null {
  const plain = item.normalize('NFC').replace(/\s/g, '')
  const exact = Object.hasOwn(mapping.categories, plain) ? mapping.categories[plain] : undefined
  if (exact) return exact
  const key = Object.keys(mapping.categories).find(k => k.endsWith('*') && plain.startsWith(k.slice(0, -1)))
  return key === undefined ? null : mapping.categories[key] ?? null
}

function categoryFor(item: string | null, subject: string | null, words: string, mapping: Mapping, fixed: FixCode[]): CategoryCode {
  const mapped = item === null ? null : categoryOfItem(item, mapping)
  if (mapped) return mapped
  const best = suggest(`${subject ?? ''} ${words}`, 'community')[0]
  const guessed = best !== undefined && best.score > 0
  if (item !== null || !guessed) fixed.push(guessed ? 'category_guessed' : 'category_unknown')
  return guessed ? best.code : 'other'
}

type When = { readonly filedAt: string } | { readonly cannot: CannotCode }

function filedAtOf(date: string | null, time: string | null, number: string | null, fixed: FixCode[]): When {
  let civil = date === null ? null : readCivil(date)
  if (date !== null && civil === null) return { cannot: 'bad_date' }
  if (civil === null && number !== null && /^[0-9]{9,}$/.test(number)) {
    civil = readCivil(number.slice(0, 8))
    if (civil) fixed.push('date_from_number')
  }
  if (civil === null) return { cannot: 'no_date' }
  if (civil.form === 'serial') fixed.push('serial_date')
  const clock = civil.time ?? (time === null ? null : clockDigits(time) ?? readCivil(`2000-01-01 ${time}`)?.time ?? null)
  if (clock === null) fixed.push('time_missing')
  return { filedAt: `${civil.date}T${clock ?? '00:00:00'}` }
}

const cannot = (code: CannotCode): RowJudgment => ({ kind: 'cannot', code, explain: CANNOT[code] })

/**
 * Judges one row of a file: good, good after what `fixed` says, or impossible and why. Never throws, drops no row without a word, and never reads a
 * refused column.
 */
export function judgeRow(raw: readonly string[], header: Header): RowJudgment {
  if (raw.every(cell => cell.trim() === '')) return cannot('empty')
  const judged = judgeCells(raw, header)
  // Looked at last: a row with a date and words is a matter, and reading every cell as a header would cost more than all the rest.
  return judged.kind === 'cannot' && isHeaderAgain(raw, header.mapping) ? cannot('header_again') : judged
}

function judgeCells(raw: readonly string[], header: Header): RowJudgment {
  const { mapping, at } = header
  const fixed: FixCode[] = []
  const spilled = mapping.addressSpills ? unspill(raw, header) : { cells: raw, moved: false }
  if (spilled.moved) fixed.push('address_rejoined')
  const cells = spilled.cells
  if (mapping.required.some(field => (at[field] ?? 0) >= cells.length)) return cannot('too_few_cells')
  const read = (field: Field): string | null => {
    const column = at[field]
    const cell = column === undefined ? '' : cells[column] ?? ''
    if (cell === '') return null
    const clean = cell.replace(CONTROL, '')
    if (clean !== cell && !fixed.includes('control_signs')) fixed.push('control_signs')
    return tidy(clean) || null
  }
  const number = read('number')
  if (number === null && mapping.required.includes('number')) return cannot('no_number')
  if (number !== null && /e\+/i.test(number)) fixed.push('number_rounded')
  const item = read('item')
  const subject = read('subject')
  const words = read('words') ?? subject ?? item
  if (words === null) return cannot('no_words')
  const when = filedAtOf(read('filedAt'), read('filedTime'), number, fixed)
  if ('cannot' in when) return cannot(when.cannot)
  const answer = read('answer')
  const answered = read('answeredAt')
  const civil = answered === null ? null : readCivil(answered)
  const answeredAt = civil === null ? null : `${civil.date}T${civil.time ?? '00:00:00'}`
  // A date alone is midnight, which may stand before the hour of the question.
  const early = answeredAt !== null && answeredAt < (civil?.time ? when.filedAt : when.filedAt.slice(0, 10))
  if (answered !== null && (answeredAt === null || early)) fixed.push('answer_time_dropped')
  const row: ImportedRow = {
    number, filedAt: when.filedAt, subject, words, address: read('address'), category: categoryFor(item, subject, words, mapping, fixed),
    answer, answeredAt: early ? null : answeredAt,
  }
  return fixed.length > 0 ? { kind: 'fixable', row, fixed } : { kind: 'ok', row }
}

/** The row as one text that the caller hashes: equal rows give equal texts, whatever the white space at the ends of their cells. */
export const contentOf = (raw: readonly string[]): string => raw.map(cell => cell.trim()).join('\u001f')

/**
 * The name of a row that stays the same from run to run: the case number where it is unique, else number and content. `digest` is a hash of
 * `contentOf`, made by the caller; `nth` counts rows of this name before it in the file (0 for the first).
 */
export function sourceIdOf(mapping: Mapping, number: string | null, digest: string, nth: number): string {
  const own = number !== null && mapping.numbers === 'unique' ? number : `${number === null || /e\+/i.test(number) ? '' : number}~${digest}`
  return `${mapping.id}:${own}${nth > 0 ? `#${nth + 1}` : ''}`
}

/** A built-in mapping that fits the first rows of a file, or null. */
export const mappingFor = (rows: readonly (readonly string[])[]): Mapping | null =>
  Object.values(BUILT_IN_MAPPINGS).find(mapping => readHeader(rows, mapping).ok) ?? null
