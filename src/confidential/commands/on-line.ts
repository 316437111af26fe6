import { runCommand, type Outcome } from '../../kit/command.ts'
import type { Db, Tx } from '../../kit/db.ts'
import { refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { earlierEntry, type Asked } from '../store/new-entry.ts'
import { lineScope, lockLine, type Entry, type Line } from '../store/line.ts'

/** What a command on a line works with. `at`: time of the product clock. */
export type OnLine = { readonly tx: Tx; readonly line: Line; readonly at: Date }

const keyReused: Refusal = {
  code: 'key_reused', rule: 'K1',
  explain: { zh: '这次提交的编号用过了，内容却不一样。请刷新页面再交一次。', en: 'This request key was used before with other content. Reload the page and send it again.' },
}

/**
 * Runs one write on the line of a post in one transaction, one writer at a time. There is no row in the table of idempotency keys: it would
 * say when somebody wrote. Each entry keeps a keyed hash of its key instead, in its cell. [C5]
 */
export const onLine = <T extends Outcome>(
  db: Db, district: string, post: string, at: Date, work: (on: OnLine) => Promise<Result<T>>,
): Promise<Result<T>> =>
  runCommand(db, lineScope(district, post), at, undefined, async (tx) => work({ tx, line: await lockLine(tx, district, post), at }))

/** What a repeat is answered: the entry of the first time, a refusal when the key came with other content, undefined when it is new. */
export function repeated(line: Line, thread: string, asked: Asked): Result<Entry> | undefined {
  const earlier = earlierEntry(line, thread, asked)
  if (!earlier) return undefined
  return earlier.same ? { ok: true, value: earlier.entry } : refuse(keyReused)
}
