/** A file of matters, opened: checked from end to end, its mapping and header found, its rows judged as they stream by. */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import {
  contentOf, judgeRow, mappingFor, readHeader, sourceIdOf, BUILT_IN_MAPPINGS, type Header, type Mapping, type RowJudgment,
} from '../rules/mapping.ts'
import { BadFile } from './bad-file.ts'
import { csvTable, sheetTables, type FileRow, type Table } from './rows.ts'
import { sniff, type Sniffed } from './sniff.ts'

/** A row of the file and what became of it; `sourceId` stays the same from run to run, and is empty where names were not asked for. */
export type JudgedRow = { readonly n: number; readonly judged: RowJudgment; readonly sourceId: string }

export type MatterFile = {
  readonly sniffed: Sniffed
  readonly sheet: string | null
  readonly header: Header
  /**
   * Judges every row, in batches; `names` gives each its name, which a mere check can do without. Each call reads the file again, from the start;
   * throws BadFile when it changed since it was opened.
   */
  readonly judged: (names?: boolean) => AsyncGenerator<readonly JudgedRow[]>
}

const fits = (mapping: Mapping | undefined) => (head: readonly (readonly string[])[]): boolean =>
  mapping ? readHeader(head, mapping).ok : mappingFor(head) !== null

function headerOf(table: Table, mapping: Mapping | undefined): Header {
  const chosen = mapping ?? mappingFor(table.head)
  if (chosen === null) {
    const names = Object.values(BUILT_IN_MAPPINGS)
      .map(known => `${known.id}（${known.required.map(field => known.columns[field]?.[0]).join('、')}）`).join('；')
    throw new BadFile(`认不出表头。认得的有：${names}。别的表请用 --mapping 给一个对照文件。`,
      'No header that is known: give a file of your own with --mapping.')
  }
  const found = readHeader(table.head, chosen)
  if (!found.ok) throw new BadFile(found.refusal.explain.zh, found.refusal.explain.en)
  return found.value
}

function sheetOf(tables: readonly Table[], sheet: string | undefined, mapping: Mapping | undefined): Table {
  const names = tables.map(table => table.sheet).join(', ')
  const found = sheet === undefined ? tables.find(table => fits(mapping)(table.head)) ?? tables[0] : tables.find(table => table.sheet === sheet)
  if (!found) throw new BadFile(`没有这张表。有这些：${names}。`, `There is no such sheet. There are: ${names}.`)
  return found
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Names rows; remembers six bytes for each name seen, not the name, so that memory stays small. */
function namer(mapping: Mapping): (row: FileRow, number: string | null) => string {
  const seen = new Map<number, number>()
  return (row, number) => {
    const digest = digestOf(contentOf(row.cells))
    const name = sourceIdOf(mapping, number, digest.toString('base64url').slice(0, 22), 0)
    const key = (mapping.numbers === 'unique' ? digestOf(name) : digest).readUIntBE(0, 6)
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return nth === 0 ? name : `${name}#${nth + 1}`
  }
}

async function* judge(table: Table, header: Header, names: boolean): AsyncGenerator<readonly JudgedRow[]> {
  const name = namer(header.mapping)
  for await (const batch of table.rows()) {
    yield batch.filter(row => row.n > header.dataFrom).map(row => {
      const judged = judgeRow(row.cells, header)
      return { n: row.n, judged, sourceId: judged.kind === 'cannot' || !names ? '' : name(row, judged.row.number) }
    })
  }
}

const stampOf = async (file: string): Promise<string> => {
  const { ino, size, mtimeMs } = await stat(file)
  return `${ino} ${size} ${mtimeMs}`
}

/**
 * Opens a file of matters: .xlsx, .csv (UTF-8 with or without mark, UTF-16 or GB18030) or .csv.gz. All of it is read once and checked before anything
 * else is done. Without `mapping` a built-in one that fits is taken; without `sheet` the first that fits. Throws BadFile with a sentence.
 */
export async function openMatterFile(
  file: string, wish: { readonly mapping?: Mapping | undefined; readonly sheet?: string | undefined },
): Promise<MatterFile> {
  const sniffed = await sniff(file)
  const stamp = await stampOf(file)
  if (sniffed.format === 'csv' && wish.sheet !== undefined) throw new BadFile('这不是工作簿，没有 --sheet。', 'This is no workbook: there is no --sheet.')
  const table = sniffed.format === 'csv' ? await csvTable(file, sniffed, fits(wish.mapping))
    : sheetOf(await sheetTables(file), wish.sheet, wish.mapping)
  const header = headerOf(table, wish.mapping)
  return {
    sniffed, sheet: table.sheet, header,
    async *judged(names = true) {
      yield* judge(table, header, names)
      if (await stampOf(file) !== stamp) throw new BadFile('导入时文件被改动了，请再导一次。', 'The file changed while it was read: import it again.')
    },
  }
}
