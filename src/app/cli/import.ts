import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { now } from '../../kit/clock.ts'
import type { Connection } from '../../kit/connection.ts'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import type { Result } from '../../kit/pure.ts'
import {
  BadFile, importMatters, importPlace, openMatterFile, openReport, readMapping, tallier, type Imported, type MatterFile, type Tally,
} from '../../matters/index.ts'
import { readPlacesCsv, savePlaces } from '../../places/index.ts'
import { clockActor, openKeys, useKeys } from '../../trust/index.ts'
import { followDemoClock, type Installed } from '../installed.ts'
import { Refused, WrongUsage, type Call, type Command } from './command.ts'
import { withDatabase } from './database.ts'
import { importRoster } from './import-roster.ts'
import { runningInstance } from './instance.ts'
import { pad, type Teller } from './tell.ts'

type Ready = { readonly connection: Connection; readonly db: Db; readonly installed: Installed }

const text = (call: Call, option: string): string | undefined => {
  const value = call.values[option]
  return typeof value === 'string' && value !== '' ? value : undefined
}
const said = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh} ${en}`
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(said(result.refusal.explain))
  return result.value
}

/** Runs `work` on an installation that is laid out, by its product clock and with its keys. */
export async function onInstallation<T>(call: Call, work: (ready: Ready) => Promise<T>): Promise<T> {
  const { settings } = call
  const missing = new Refused('这里还没有装好：先运行一次 npm start。Nothing is installed here yet: run npm start once.')
  if (!settings.databaseUrl && !runningInstance(settings.dataDir) && !existsSync(path.join(settings.dataDir, 'pg'))) throw missing
  return withDatabase(settings, async connection => {
    const db = openDb(connection, 'linli_app', 4)
    try {
      const installed = await db.selectFrom('district').select(['district', 'path']).executeTakeFirst().catch(() => undefined)
      if (!installed) throw missing
      useKeys(openKeys(settings.dataDir, process.env))
      if (settings.mode === 'demo') clearInterval(await followDemoClock(db, installed.district))
      return await work({ connection, db, installed })
    } finally {
      await db.destroy()
    }
  })
}

function describe(tell: Teller, file: MatterFile, tally: Tally): void {
  const { header, sheet } = file
  const line = (zh: string, en: string, value: string): void => tell.line(`  ${pad(zh, 12)}${pad(en, 14)}${value}`)
  line('对照', 'mapping', `${header.mapping.id}${sheet === null ? '' : ` · ${sheet}`}`)
  if (header.twoRows) {
    line('表头', 'header', `有两行，合起来读；数据从第 ${header.dataFrom + 1} 行起 two rows, read together; data begin at row ${header.dataFrom + 1}`)
  }
  for (const { header: column, reason } of header.refused) line('不读的列', 'never read', `${column}：${reason}`)
  if (header.unknown.length > 0) line('不认识的列', 'unknown', header.unknown.join('、'))
  tell.line('')
  for (const [verdict, zh, en] of [['ok', '可导入', 'ok'], ['fixable', '修正后可导入', 'fixable'], ['cannot', '不能导入', 'cannot']] as const) {
    const colour = verdict === 'cannot' && tally.cannot > 0 ? 'red' : 'green'
    tell.line(`  ${tell.paint(colour, String(tally[verdict]).padStart(9))}  ${zh} ${tell.paint('dim', en)}`)
    for (const reason of tally.reasons.filter(one => one.verdict === verdict)) {
      const rows = `${reason.rows.join(' ')}${reason.count > reason.rows.length ? ' …' : ''}`
      tell.line(tell.paint('dim', `${String(reason.count).padStart(17)}  ${said(reason.said)} · 行 rows ${rows}`))
    }
  }
  tell.line(`  ${String(tally.rows).padStart(9)}  共读到 ${tell.paint('dim', `rows read, ${tally.answered} of them answered`)}\n`)
}

/** Judges every row, with a report where one was asked for. */
async function judgeAll(file: MatterFile, report: string | undefined, tell: Teller): Promise<Tally> {
  const [tally, bar, out] = [tallier(), tell.progress('检查 checking', 0), report === undefined ? undefined : openReport(report)]
  try {
    for await (const rows of file.judged(false)) {
      tally.add(rows)
      await out?.add(rows)
      bar.step(rows.length)
    }
    await out?.close()
  } catch (error) {
    await out?.drop()
    throw error
  } finally {
    bar.done()
  }
  return tally.result()
}

type Asked = { readonly file: MatterFile; readonly tally: Tally; readonly place: string; readonly source: string | undefined }
type Done = Imported & { readonly seconds: number }

function sourceOf(call: Call): string | undefined {
  const source = text(call, 'source')
  if (source === undefined || /^[a-z0-9][a-z0-9-]{0,39}$/.test(source)) return source
  throw new WrongUsage('--source 只用小写字母、数字和连字符。--source takes small letters, digits and hyphens.')
}

async function commit(
  call: Call, { connection, db, installed }: Ready, { file, tally, place, source }: Asked,
): Promise<Done> {
  const at = now()
  const to = must(await withScope(db, clockActor(installed.district, installed.path), tx => importPlace(tx, installed.district, place, at)))
  if (!call.values['commit']) return { rows: tally.rows, imported: 0, before: 0, clashing: 0, cannot: tally.cannot, clashes: [], seconds: 0 }
  const bar = call.tell.progress('导入 importing', tally.rows)
  const started = performance.now()
  try {
    const where = { connection, district: installed.district, districtPath: installed.path }
    const done = await importMatters({ ...where, at, file, to, source, progress: bar.step })
    if (done.rows !== tally.rows || done.imported + done.before + done.clashing !== tally.ok + tally.fixable) {
      throw new Error(`行数对不上：读到 ${tally.rows}，导入 ${done.imported}。The sums differ: ${tally.rows} rows read, ${done.imported} imported.`)
    }
    return { ...done, seconds: (performance.now() - started) / 1000 }
  } finally {
    bar.done()
  }
}

function tellDone({ tell, values, failed }: Call, done: Done): void {
  if (!values['commit']) return tell.line('  这是试运行，什么都没有写入；加 --commit 才导入。 A dry run: nothing was written; add --commit to import.')
  const { imported, before, clashing, clashes, rows, seconds } = done
  const rate = `${Math.round(rows / seconds)} 行/秒 rows/s`
  tell.line(`  ${tell.paint('green', '✓')} 导入 ${imported}，早已在 ${before} · imported ${imported}, there before ${before} · ${rate}`)
  if (clashing === 0) return
  failed()
  tell.line(`  ${tell.paint('red', '✗')} ${clashing} 行的编号早被别的事项用了，没有导入；若是另一处的文件，用 --source 起个名字。 ` +
    `${clashing} rows carry numbers of other matters and were left out: give the file a --source of its own. 行 rows ${clashes.join(' ')}`)
}

function resultOf({ values }: Call, { sniffed, sheet, header }: MatterFile, tally: Tally, { seconds, ...done }: Done): object {
  const { mapping, twoRows, refused, unknown } = header
  return {
    file: { ...sniffed, sheet, mapping: mapping.id, twoRows, refused: refused.map(one => one.header), unknown }, ...tally, ...done,
    committed: values['commit'] === true, seconds: Math.round(seconds * 10) / 10, rowsPerSecond: seconds > 0 ? Math.round(done.rows / seconds) : null,
  }
}

async function matters(call: Call, name: string): Promise<object> {
  const [place, source, mapping] = [text(call, 'place'), sourceOf(call), text(call, 'mapping')]
  if (place === undefined) throw new WrongUsage('请用 --place 写出社区。Say which community with --place.')
  try {
    const wish = { mapping: mapping === undefined ? undefined : await readMapping(mapping), sheet: text(call, 'sheet') }
    const file = await openMatterFile(name, wish)
    const tally = await judgeAll(file, text(call, 'report'), call.tell)
    describe(call.tell, file, tally)
    const done = await onInstallation(call, ready => commit(call, ready, { file, tally, place, source }))
    tellDone(call, done)
    return resultOf(call, file, tally, done)
  } catch (error) {
    throw error instanceof BadFile ? new Refused(error.message) : error
  }
}

class DryRun extends Error {}

async function places(call: Call, name: string): Promise<object> {
  const read = must(readPlacesCsv(await readFile(name, 'utf8').catch(() => { throw new Refused('这个文件打不开。The file can’t be opened.') })))
  for (const { line, said: why } of read.problems) call.tell.line(`  ${call.tell.paint('red', '✗')} 第 ${line} 行 line ${line}: ${said(why)}`)
  const wish = call.values['commit'] === true
  if (wish && read.problems.length > 0) {
    throw new Refused(`有 ${read.problems.length} 行不能导入，什么都没有写入。${read.problems.length} lines can't be imported; nothing was written.`)
  }
  await onInstallation(call, async ({ db, installed }) => {
    await withScope(db, clockActor(installed.district, installed.path), async tx => {
      must(await savePlaces(tx, installed.district, read.rows))
      if (!wish) throw new DryRun()
    }).catch((error: unknown) => { if (!(error instanceof DryRun)) throw error })
  })
  call.tell.line(
    wish ? `  ${call.tell.paint('green', '✓')} ${read.rows.length}`
      : `  ${read.rows.length} 行可导入；加 --commit 才写入。 ${read.rows.length} lines are good; add --commit to write them.`,
  )
  return { rows: read.rows.length, cannot: read.problems.length, committed: wish }
}

export const command: Command = {
  usage: 'import matters <file> --place <code or name> [--mapping <name or file>] [--sheet <name>] [--source <name>] [--report <file.csv>] [--commit]' +
    ' | import places <file.csv> [--commit]' +
    ' | import roster <file> --place <community> [--dry-run] [--as-of <day>]',
  help: `导入别处的诉求（.xlsx、.csv、.csv.gz）或地点（.csv）。不加 --commit 只是试运行：每一行可导入、修正后可导入还是不能导入，为什么。
同一个文件再导一次，什么也不会变；中途断了，再导一次即可。有答复的记为已办结，没有答复的留在社区，不计时、不通知，都不上公开栏。
Imports matters (.xlsx, .csv, .csv.gz) or places (.csv) from elsewhere. Without --commit it is a dry run: which rows are good, which are put right,
which can't be taken, and why. A second import of the same file changes nothing; one that was cut off is simply run again. What was answered comes in
as closed, the rest waits with the community without clock or notice; none of it stands on a public board.
  --place    a community (or a place in it), by its code or a name that only one place has
  --mapping  messages, taipei-hotline, or a JSON file that says which column is what; left out: the one that fits
  --sheet    the sheet of a workbook; left out: the first that fits
  --source   a name for where the file comes from, so that its numbers are not taken for another file's; left out: the mapping's
  --report   a CSV file with the verdict and reasons of each row, without its words
  --commit   writes
Result: {"rows": …, "ok": …, "fixable": …, "cannot": …, "reasons": […], "imported": …, "before": …, "clashing": …, "rowsPerSecond": …}
花名册（.xlsx、.csv）：读得了的行按建议的改法导入，读不了的留下；--dry-run 只读不写。同一个文件再导一次什么也不变；导入后可在页面上整个撤回。
A roster: rows that can be read are imported with the fixes offered, the rest is left; --dry-run writes nothing. Importing it again changes nothing.
  --as-of    the day as of which the file speaks; left out: today
Result: {"rows", "ok", "fixable", "cannot", "people", "households", "homes", "problems": [{"sheet", "row", "column", "code", "cell"}]}; a cell is named by its address.`,
  options: {
    place: { type: 'string' }, mapping: { type: 'string' }, sheet: { type: 'string' }, source: { type: 'string' }, report: { type: 'string' },
    commit: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, 'as-of': { type: 'string' },
  },
  async run(call) {
    const [what, file, ...more] = call.positionals
    if (file === undefined || more.length > 0) throw new WrongUsage('要写导入什么、哪个文件。Say what to import and from which file.')
    if (what === 'matters') return matters(call, file)
    if (what === 'places') return places(call, file)
    const place = text(call, 'place')
    if (what === 'roster' && place === undefined) throw new WrongUsage('请用 --place 写出社区。Say which community with --place.')
    if (what === 'roster' && place !== undefined) return onInstallation(call, (ready) => importRoster(call, ready, file, place))
    throw new WrongUsage(`不会导入“${what}”：matters、places 或 roster。Can't import '${what}': matters, places or roster.`)
  },
}
