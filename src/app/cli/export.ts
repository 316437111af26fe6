import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import ExcelJS from '@protobi/exceljs'
import { now, shanghaiMinute } from '../../kit/clock.ts'
import { exportRoster, ROSTER_COLUMNS, ROSTER_MARK } from '../../roster/index.ts'
import { clockActor, rosterPurposes, type RosterPurpose } from '../../trust/index.ts'
import { Refused, WrongUsage, type Call, type Command } from './command.ts'
import { communityOf, type Ground } from './import-roster.ts'
import { onInstallation } from './import.ts'

const isPurpose = (text: unknown): text is RosterPurpose => rosterPurposes.some((one) => one === text)
/** A text that a spreadsheet would run as a formula is written as text. */
const safe = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text)

type Sink = { readonly add: (row: readonly string[]) => Promise<void>; readonly end: () => Promise<void> }

/** The file to write: a new one that this account alone may read, for names can stand in it. */
async function newFile(file: string): Promise<WriteStream> {
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  try {
    await once(out, 'open')
    return out
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new Refused(code === 'EEXIST' ? `${file} 已经存在，没有动它。${file} is there already and was left alone.`
      : `${file} 写不了：先看文件夹在不在、能不能写。${file} can't be written: does its folder exist?`, { cause: error })
  }
}

function xlsx(out: WriteStream, title: string, keywords: string): Sink {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false, useSharedStrings: true })
  writer.keywords = keywords
  const sheet = writer.addWorksheet('花名册')
  sheet.addRow([title]).commit()
  return {
    add: async (row) => { sheet.addRow(row.map((cell) => (cell === '' ? null : cell))).commit() },
    end: async () => { sheet.commit(); await writer.commit(); out.end(); await finished(out) },
  }
}

function csv(out: WriteStream, title: string, keywords: string): Sink {
  const line = (row: readonly string[]): string => `${row.map((cell) => `"${safe(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
  out.write(`\ufeff${line([`${keywords} ${title}`.trim()])}`)
  return {
    add: async (row) => { if (!out.write(line(row))) await new Promise((done) => out.once('drain', done)) },
    end: async () => { out.end(); await finished(out) },
  }
}

async function roster(call: Call, ground: Ground, file: string, place: string, purpose: RosterPurpose): Promise<object> {
  const clear = call.values['clear'] === true
  const community = await communityOf(ground, place)
  const { district, path } = ground.installed
  const at = now()
  const title = `${community.name}花名册 · ${shanghaiMinute(at)} 命令行导出 · 用途 ${purpose} · ${clear ? '明文，用完即毁' : '已隐去姓名'}`
  const mark = call.settings.mode === 'demo' ? ROSTER_MARK : ''
  const sink = (file.endsWith('.csv') ? csv : xlsx)(await newFile(file), title, mark)
  const bar = call.tell.progress('导出 exporting', 0)
  let people = 0
  try {
    await sink.add(ROSTER_COLUMNS)
    for await (const row of exportRoster({ db: ground.db, scope: clockActor(district, path), community, clear, purpose, at })) {
      await sink.add(row)
      if (row[ROSTER_COLUMNS.indexOf('姓名')] !== '') people++
      bar.step(1)
    }
    await sink.end()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    bar.done()
  }
  call.tell.line(`  ${call.tell.paint('green', '✓')} ${people} 人 people · ${clear ? '明文 in clear' : '已隐去姓名 masked'}`)
  return { people, clear, purpose }
}

export const command: Command = {
  usage: 'export roster <file.xlsx|file.csv> --place <community> [--clear --purpose <code>]',
  help: `导出一个社区的花名册。默认隐去姓名、电话、证件；--clear 导出明文，要写用途，记入台账。再导入就是同一份花名册（14岁以下只有人数，不在表里）。文件要是新的，只有本账号读得了。
Takes a community's roster along. Masked by default; --clear needs a --purpose and is an act in the record. Importing the file gives the same roster
(children under 14 are a number and stand on no sheet). The file is a new one, for this account alone.
  --place    a community, by its code or a name that only one has
  --clear    names, telephones and numbers in clear
  --purpose  ${rosterPurposes.join(', ')}
Result: {"people": …, "clear": …, "purpose": …}`,
  options: { place: { type: 'string' }, clear: { type: 'boolean' }, purpose: { type: 'string' } },
  async run(call) {
    const [what, file, ...more] = call.positionals
    const { place, purpose = call.values['clear'] === true ? '' : 'know_homes' } = call.values
    if (what !== 'roster' || file === undefined || more.length > 0) throw new WrongUsage('要写 export roster 文件名。Say: export roster <file>.')
    if (!/\.(xlsx|csv)$/.test(file)) throw new WrongUsage('文件名以 .xlsx 或 .csv 结尾。The file is called .xlsx or .csv.')
    if (typeof place !== 'string' || place === '') throw new WrongUsage('请用 --place 写出社区。Say which community with --place.')
    if (!isPurpose(purpose)) throw new WrongUsage(`--clear 要写用途 --purpose：${rosterPurposes.join('、')}。Say what for with --purpose.`)
    return onInstallation(call, (ready) => roster(call, ready, file, place, purpose))
  },
}
