import { withScope, type Db } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { publicActor } from '../../trust/index.ts'
import { confidentialActs, mayWriteBack, typedCode, type Retaliation } from '../rules/index.ts'
import { entriesOf, putEntry, threadOfCode } from '../store/line.ts'
import { newEntry, type Asked } from '../store/new-entry.ts'
import { linesOfCode } from '../views/chain.ts'
import type { Delivered } from './file-report.ts'
import { onLine, repeated } from './on-line.ts'

/** No report is opened by this code: the same answer whether it never was, was mistyped, or is forgotten. */
export const noSuchCode: Refusal = {
  ...common.notFound, rule: 'C4',
  explain: { zh: '这个码没有打开任何信。请对照您记下的再输一遍；了结满180天的信已经销毁。',
    en: 'No report opens by this code. Please compare it with what you wrote down; reports are destroyed 180 days after they ended.' },
}

/** A letter of the reporter on a report of theirs; `retaliation` says that somebody makes them suffer for it, and in what way. */
export type Letter = { readonly code: string; readonly words: string; readonly retaliation?: Retaliation | undefined }

/** Writes back without a name, by the code alone. `key`: the request's key, so that a repeat writes once. [C8] */
export async function writeBack(db: Db, district: string, at: Date, key: string, letter: Letter): Promise<Result<Delivered>> {
  const code = typedCode(letter.code)
  const posts = await withScope(db, publicActor(district), (tx) => linesOfCode(tx, district, code, at))
  const asked: Asked = { key, body: { ...letter, code } }
  for (const post of posts) {
    const written = await onLine(db, district, post, at, async ({ tx, line }) => {
      const thread = threadOfCode(line, code)
      if (thread === undefined) return ok({ delivered: '' })
      const earlier = repeated(line, thread, asked)
      if (earlier) return earlier.ok ? ok({ delivered: new Date(earlier.value.hour).toISOString() }) : earlier
      const entries = entriesOf(line, thread)
      const may = mayWriteBack(entries, letter.retaliation !== undefined)
      if (!may.ok) return may
      const { retaliation } = letter
      const entry = newEntry(line, at, { thread, n: entries.length, by: 'reporter', kind: 'wrote', text: letter.words, retaliation }, asked, null,
        (content) => confidentialActs.state('confidential.wrote', { by: 'reporter', content, retaliation }))
      await putEntry(tx, line, entry)
      return ok({ delivered: new Date(entry.hour).toISOString() })
    })
    if (!written.ok || written.value.delivered !== '') return written
  }
  return refuse(noSuchCode)
}
