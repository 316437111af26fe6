import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { JudgedRow } from './matter-file.ts'
import { reasonsOf } from './tally.ts'

export type Report = { add(rows: readonly JudgedRow[]): Promise<void>; close(): Promise<void>; drop(): Promise<void> }

const VERDICTS = { ok: '可导入', fixable: '已修正', cannot: '不能导入' } as const
const line = (row: JudgedRow): string => {
  const why = reasonsOf(row)
  return `${row.n},${VERDICTS[row.judged.kind]},${why.map(({ code }) => code).join(' ')},${why.map(({ said }) => said.zh).join('；')}\r\n`
}

/**
 * Writes what became of each row as CSV: its number, verdict, codes and reasons, never words of the row. The file appears under its name when it is
 * whole.
 */
export function openReport(file: string): Report {
  const fresh = `${file}.part`
  const stream = createWriteStream(fresh, { mode: 0o600 })
  const opened = once(stream, 'open')
  opened.catch(() => undefined) // asked for at the first row, which tells
  stream.write('\ufeff行,结果,代码,说明\r\n')
  return {
    async add(rows) {
      await opened
      if (!stream.write(rows.map(line).join(''))) await once(stream, 'drain')
    },
    async close() {
      await opened
      stream.end()
      await finished(stream)
      await rename(fresh, file)
    },
    async drop() {
      stream.destroy()
      await rm(fresh, { force: true })
    },
  }
}
