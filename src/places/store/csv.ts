import { parse } from 'csv-parse/sync'
import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'
import { isCompoundType, parseCode, type CompoundType } from '../rules/index.ts'
import type { PlaceInput } from './place-row.ts'

/** Columns of a file of places: heading, the field it fills, and how it is read. */
const COLUMNS = [
  ['编码', 'code', 'text'], ['名称', 'name', 'text'], ['别名', 'shortName', 'text'], ['网格', 'grid', 'text'], ['类型', 'compoundType', 'type'],
  ['旧称', 'label', 'text'],
  ['户数', 'homes', 'whole'], ['层数', 'floors', 'whole'], ['建成年份', 'builtYear', 'whole'], ['图上东', 'planX', 'whole'], ['图上南', 'planY', 'whole'], ['现行编码', 'officialCode', 'text'], ['起', 'validFrom', 'day'],
  ['止', 'validTo', 'day'],
] as const

type Field = (typeof COLUMNS)[number][1]

const TYPE_NAMES: Readonly<Record<string, CompoundType>> = {
  商品房: 'commodity', 单位住宅: 'work_unit', 公租房: 'public_rental', 新建未交接: 'new', 老旧院落: 'old_courtyard',
}
const nameOf = (type: CompoundType): string => Object.entries(TYPE_NAMES).find(([, one]) => one === type)?.[0] ?? type

/** What was wrong with a line of a file; lines count from 1, the heading being line 1. */
export type Problem = { readonly line: number; readonly said: Said }

/** What a file of places holds: good rows, and lines that cannot be taken. Nothing is dropped silently. */
export type ReadPlaces = { readonly rows: readonly PlaceInput[]; readonly problems: readonly Problem[] }

/** A line of a table: its number, and its cells. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] }

/** Spreadsheets run cells that begin with these signs as formulas; such texts are written with a leading apostrophe. */
const FORMULA = /^[=+\-@\t\r]/
const cell = (value: string | number | undefined | null): string => {
  const text = value === undefined || value === null ? '' : String(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
const uncell = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text)

/** The headings of a table of places, in their order. */
export const placeHeadings: readonly string[] = COLUMNS.map(([heading]) => heading)

/** The cells of places in the order of the headings, as people write them; null where nothing is said. */
export const placeCells = (row: PlaceInput): (string | number | null)[] => COLUMNS.map(([, field, as]) =>
  (as === 'type' && row.compoundType !== undefined ? nameOf(row.compoundType) : row[field] ?? null))

/** Writes places as CSV text (UTF-8 with a mark for Excel, CRLF) that `readPlacesCsv` takes back. [P12] */
export function writePlacesCsv(rows: readonly PlaceInput[]): string {
  const lines = rows.map((row) => placeCells(row).map(cell).join(','))
  return `\uFEFF${[placeHeadings.join(','), ...lines].join('\r\n')}\r\n`
}

function readCell(as: (typeof COLUMNS)[number][2], text: string): Result<string | number> {
  const bad = (zh: string, en: string): Result<never> => refuse({ code: 'place_cell', rule: 'P12', explain: { zh, en } })
  if (as === 'text') return ok(text)
  if (as === 'whole') return /^\d{1,6}$/.test(text) ? ok(Number(text)) : bad(`“${text}”不是数。`, `'${text}' is not a number.`)
  if (as === 'day') return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
    ? ok(text) : bad(`“${text}”不是日期，请写成 2026-11-20。`, `'${text}' is not a date such as 2026-11-20.`)
  const type = TYPE_NAMES[text] ?? (isCompoundType(text) ? text : undefined)
  return type === undefined ? bad(`没有“${text}”这种小区类型。`, `there is no type of compound '${text}'.`) : ok(type)
}

function readLine(record: readonly string[], fields: readonly ((typeof COLUMNS)[number] | undefined)[]): Result<PlaceInput> {
  const read: Partial<Record<Field, string | number>> = {}
  for (const [at, column] of fields.entries()) {
    const text = uncell((record[at] ?? '').trim())
    if (column === undefined || text === '') continue
    const value = readCell(column[2], text)
    if (!value.ok) return value
    read[column[1]] = value.value
  }
  const code = typeof read.code === 'string' ? read.code.toUpperCase() : ''
  if (parseCode(code) === null) return refuse({ code: 'place_cell', rule: 'P12',
    explain: { zh: `编码“${code}”不对。`, en: `'${code}' is not a code of a place.` } })
  return ok({ ...read, code } as PlaceInput) // every field was read by the kind that its column has
}

/**
 * Reads places from CSV text with a heading in any order of columns. Refuses a file that has no column 编码 or is no CSV;
 * lines that cannot be taken are listed with their number, all others are answered. [P12]
 */
export function readPlacesCsv(text: string): Result<ReadPlaces> {
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true,
      info: true }) as unknown as typeof records // `info` makes pairs, which the types of the library leave out
  } catch {
    return refuse({ code: 'not_csv', rule: 'P12', explain: { zh: '这个文件不是 CSV 表格，或者没有传完整。', en: 'This file is not CSV, or it is cut off.' } })
  }
  const read = readPlacesTable(records.map(({ record, info }) => ({ line: info.lines, cells: record })))
  return read.ok ? ok({ rows: read.value.rows.map(({ input }) => input), problems: read.value.problems }) : read
}

/** The same from lines that were read before, as out of a workbook; rows keep the number of their line. [P12] */
export function readPlacesTable(
  table: readonly TableLine[],
): Result<{ readonly rows: readonly { readonly line: number; readonly input: PlaceInput }[]; readonly problems: readonly Problem[] }> {
  const [heading, ...lines] = table
  const fields = (heading?.cells ?? []).map((title) => COLUMNS.find(([name]) => name === title.trim()))
  if (!fields.some((column) => column?.[1] === 'code')) {
    return refuse({ code: 'no_code_column', rule: 'P12', explain: { zh: '第一行要有“编码”这一列。', en: 'The first line needs a column 编码.' } })
  }
  const rows: { line: number; input: PlaceInput }[] = []
  const problems: Problem[] = []
  for (const { line, cells } of lines) {
    const row = readLine(cells, fields)
    if (row.ok) rows.push({ line, input: row.value })
    else problems.push({ line, said: row.refusal.explain })
  }
  return ok({ rows, problems })
}
