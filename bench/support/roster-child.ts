/** One reading of a roster's file in a process of its own, so that its memory is its own. argv: what, file, connection (JSON), community; prints one JSON line. */
import ExcelJS from '@protobi/exceljs'
import { connectionOfJson } from '../../src/kit/connection.ts'
import { openDb, withScope } from '../../src/kit/db.ts'
import { growHeapGently } from '../../src/kit/heap.ts'
import { placeByCode } from '../../src/places/index.ts'
import { importWhole, openWorkbook } from '../../src/roster/index.ts'
import { clockActor, openKeys, useKeys } from '../../src/trust/index.ts'

const [, , what = '', file = '', connection = '', code = '', dataDir = ''] = process.argv
const AT = new Date('2026-11-20T02:40:00Z')
const clock = clockActor('990106', 'd990106')

/** The spreadsheet library alone: every row, every cell as text. */
async function alone(): Promise<object> {
  let [rows, signs] = [0, 0]
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit' })
  for await (const sheet of reader) {
    for await (const row of sheet) {
      rows++
      row.eachCell((cell) => { signs += cell.text.length })
    }
  }
  return { rows, signs }
}

async function ours(write: boolean): Promise<object> {
  growHeapGently()
  useKeys(openKeys(dataDir, process.env))
  const db = openDb(connectionOfJson(connection), 'linli_app', 4)
  try {
    const community = await withScope(db, clock, (tx) => placeByCode(tx, '990106', code))
    if (community === null) throw new Error('no such community')
    const book = await openWorkbook(file)
    const { problems, ...whole } = await importWhole({ db, scope: clock, community, file: book, hash: '00'.repeat(32), seenOn: '2026-11-20', write, now: () => AT })
    await book.close()
    return { ...whole, problems: problems.length }
  } finally {
    await db.destroy()
  }
}

const start = performance.now()
const before = process.cpuUsage()
const result = await (what === 'alone' ? alone() : ours(what === 'import'))
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, cpu_s: (user + system) / 1e6, peak_mb: Math.round(process.resourceUsage().maxRSS / 1000), ...result }))
