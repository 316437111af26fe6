import type { Db } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { confidentialActs, mayHandle, type Body } from '../rules/index.ts'
import { entriesOf, putEntry, writeCells, type Entry, type Line } from '../store/line.ts'
import { newEntry, type Asked } from '../store/new-entry.ts'
import { onLine, repeated, type OnLine } from './on-line.ts'

/** What a handler does with a report: takes it, writes to the reporter, hands it over to a competent organ, or ends it with an answer. */
export type Handling =
  | { readonly move: 'take' }
  | { readonly move: 'write'; readonly words: string }
  | { readonly move: 'hand_over'; readonly body: Body; readonly number?: string | undefined; readonly words: string }
  | { readonly move: 'close'; readonly words: string }

type Made = Pick<Entry, 'kind' | 'text'> & { readonly body?: Body; readonly number?: string }

function made(handling: Handling): Made {
  if (handling.move === 'take') return { kind: 'taken', text: '' }
  if (handling.move === 'write') return { kind: 'wrote', text: handling.words }
  if (handling.move === 'close') return { kind: 'closed', text: handling.words }
  const { body, number, words } = handling
  return { kind: 'handed_over', text: words, body, ...(number === undefined ? {} : { number }) }
}

const stated = (handling: Handling) => (content: string[]) => {
  if (handling.move === 'take') return confidentialActs.state('confidential.taken', {})
  if (handling.move === 'write') return confidentialActs.state('confidential.wrote', { by: 'handler', content })
  if (handling.move === 'close') return confidentialActs.state('confidential.closed', { content })
  return confidentialActs.state('confidential.handed_over', { body: handling.body })
}

/** Takes the words out of everything that was written before, and whom it was about; what opens the commitments stays. [C9] */
async function erase({ tx, line }: OnLine, thread: string): Promise<void> {
  const cells = [...line.entries].filter(([, entry]) => entry.thread === thread && entry.kind !== 'handed_over').map(([cell]) => cell)
  for (const cell of cells) {
    const entry = line.entries.get(cell)
    if (!entry) continue
    const { head, ...rest } = entry
    line.entries.set(cell, { ...rest, text: '', erased: true, key: '', request: '', ...(head ? { head: { ...head, post: null, place: null } } : {}) })
  }
  await writeCells(tx, line, cells)
}

const headOf = (entries: readonly Entry[]) => entries.find(({ head }) => head)?.head

/** A thread that has been delivered to the handler; what is not there yet is not found. */
function delivered(line: Line, thread: string, at: Date): Entry[] {
  const entries = entriesOf(line, thread)
  return entries.some(({ n, hour }) => n === 0 && hour <= at.getTime()) ? entries : []
}

/**
 * What the handler does with a report, acting in `post`, whose line it is. Handing over takes out the words of everything before it.
 * `asked.key` is the request's key: a repeat does it once. [C3] [C8] [C9]
 */
export async function handleReport(
  db: Db, district: string, post: string, at: Date, asked: Asked, thread: string, handling: Handling,
): Promise<Result<{ n: number }>> {
  return onLine(db, district, post, at, async (on) => {
    const entries = delivered(on.line, thread, at)
    const head = headOf(entries)
    if (!head) return refuse(common.notFound)
    const earlier = repeated(on.line, thread, asked)
    if (earlier) return earlier.ok ? ok({ n: earlier.value.n }) : earlier
    const may = mayHandle(handling.move, head.kind, entries, at.getTime())
    if (!may.ok) return may
    const entry = newEntry(on.line, at, { thread, n: entries.length, by: 'handler', ...made(handling) }, asked, post, stated(handling))
    await putEntry(on.tx, on.line, entry)
    if (handling.move === 'hand_over') await erase(on, thread)
    return ok({ n: entry.n })
  })
}
