import { randomUUID } from 'node:crypto'
import { withScope, type Db } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { refuse, type Result } from '../../kit/pure.ts'
import { isPublicKind, placeById } from '../../places/index.ts'
import { publicActor } from '../../trust/index.ts'
import { confidentialActs, isCodeShape, isOfficial, typedCode } from '../rules/index.ts'
import { putEntry, signOf, threadOfCode } from '../store/line.ts'
import { newEntry } from '../store/new-entry.ts'
import { handlerAt } from '../views/chain.ts'
import { onLine, repeated } from './on-line.ts'

/** A report as it was written: `code` was made by the sender's own device and is the only way back to it. */
export type Report = {
  readonly code: string; readonly place: string; readonly words: string
  readonly concerned: { readonly kind: 'official' | 'other' } | { readonly post: string }
}

/** When it is delivered, as an ISO time. */
export type Delivered = { readonly delivered: string }

const badCode = { code: 'bad_request', rule: 'C4', explain: { zh: '取信码不合规，请刷新页面再写。',
  en: 'The code is not well formed: reload the page and write again.' } }

/**
 * Files a report on somebody in power, with whoever may read it by [C2]. Nothing of the sender is kept. The same code with the same content
 * files once; with other content it is refused. Nothing is kept of what is refused.
 */
export async function fileReport(db: Db, district: string, at: Date, report: Report): Promise<Result<Delivered>> {
  const code = typedCode(report.code)
  if (!isCodeShape(code)) return refuse(badCode)
  const handled = await withScope(db, publicActor(district), async (tx) => {
    const place = await placeById(tx, district, report.place)
    return place?.community && (place.kind === 'community' || isPublicKind(place.kind)) ? handlerAt(tx, district, place, report.concerned, at)
      : refuse(common.notFound)
  })
  if (!handled.ok) return handled
  const { handler, kind, post } = handled.value
  if (!code.startsWith(signOf(handler))) return refuse(badCode)
  return onLine(db, district, handler, at, async ({ tx, line }) => {
    const asked = { key: code, body: { ...report, code } }
    const known = threadOfCode(line, code)
    const earlier = known === undefined ? undefined : repeated(line, known, asked) ?? refuse(badCode)
    if (earlier) return earlier.ok ? { ok: true, value: { delivered: new Date(earlier.value.hour).toISOString() } } : earlier
    const thread = randomUUID()
    const entry = newEntry(line, at, {
      thread, n: 0, by: 'reporter', kind: 'filed', text: report.words,
      head: { tag: line.cipher.tag('code', code).toString('hex'), place: report.place, kind, post },
    }, asked, null, (content) => confidentialActs.state('confidential.filed', { concerned: kind, official: isOfficial(kind), content }))
    await putEntry(tx, line, entry)
    return { ok: true, value: { delivered: new Date(entry.hour).toISOString() } }
  })
}
