/** The file itself: read once as it comes in, never kept. */
import { createHash } from 'node:crypto'
import { shanghaiDay } from '../../kit/clock.ts'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { common, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { sha256 } from '../../kit/ids.ts'
import type { Refusal, Result, Said } from '../../kit/pure.ts'
import { ok, refuse } from '../../kit/pure.ts'
import type { Actor, Trust } from '../../trust/index.ts'
import { readImport } from '../commands/import/read-import.ts'
import { startImport } from '../commands/import/start-import.ts'
import { openedKinds } from '../commands/import/withhold.ts'
import { BadFile, openWorkbook, type Workbook } from '../file/index.ts'
import { demoRefusal, mayImport, MOST_FILE_BYTES } from '../rules/import/index.ts'
import { rememberedColumns } from '../store/import-mapping.ts'
import * as s from './import-schemas.ts'

/** A file that a person may try the import with. */
export type Example = { readonly name: string; readonly title: Said; readonly bytes: () => Promise<Buffer> }
type Wiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now' | 'mode'>; readonly examples: readonly Example[] }

const refusal = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'RO20', explain: { zh, en } })
const none = refusal('bad_request', '没有收到文件，请再放一次。', 'No file arrived: drop it in again.')
const tooLarge = refusal('too_large', '文件超过50MB，请按楼栋分成几个。', 'The file is over 50 MB: split it by building.')
const busy = refusal('too_many', '正在读别的表，过一分钟再放。', 'Other files are being read: wait a minute.')

/** Files that are in memory at the same time. */
const MOST_AT_ONCE = 3

async function openFile(wiring: Wiring, actor: Actor, community: string, bytes: Buffer): Promise<Result<Workbook>> {
  try {
    const [known, unlocked] = await withScope(wiring.db, actor, async (tx) =>
      [await rememberedColumns(tx, actor.district, community), await openedKinds(tx, actor.district, community, wiring.trust.now())] as const)
    const file = await openWorkbook(bytes, { known, unlocked })
    if (wiring.trust.mode !== 'demo' || file.generated) return ok(file)
    await file.close()
    return refuse(demoRefusal)
  } catch (error) {
    if (error instanceof BadFile) return refuse({ code: `file_${error.code}`, rule: 'RO20', explain: error.said })
    throw error
  }
}

/** Sends a spreadsheet: opened and planned before the answer, read into sealed staging after it. [RO20] [RO21] */
export function sendRoute(app: App, wiring: Wiring): void {
  let inMemory = 0
  let reading: Promise<void> = Promise.resolve()
  const readAfterwards = (actor: Actor, id: string, file: Workbook): void => {
    // one after the other: reading is work for a processor, and others want to be served meanwhile
    reading = reading.then(() => readImport(wiring.db, actor, id, file, wiring.trust.now)).catch(() => undefined).then(() => { inMemory-- })
  }
  app.post('/api/v1/roster/imports', {
    bodyLimit: MOST_FILE_BYTES + 100_000,
    schema: { operationId: 'sendRosterFile', summary: 'Send a spreadsheet of a community’s people; nothing of the file itself is kept',
      tags: ['roster'],
      consumes: ['multipart/form-data'], querystring: s.SendQuery, response: { 200: s.Sent, '4xx': problemSchema } },
  }, async (request, reply) => {
    const staff = await wiring.trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const actor = staff.value
    const may = mayImport(actor.audience)
    if (!may.ok) return sendRefusal(reply, may.refusal)
    if (inMemory >= MOST_AT_ONCE) return sendRefusal(reply, busy)
    inMemory++
    let kept = false
    try {
      const part = request.isMultipart() ? await request.file({ limits: { fileSize: MOST_FILE_BYTES } }).catch(() => undefined) : undefined
      const bytes = await part?.toBuffer().catch(() => null)
      if (part?.file.truncated) return sendRefusal(reply, tooLarge)
      if (!bytes) return sendRefusal(reply, none)
      const file = await openFile(wiring, actor, request.query.community, bytes)
      if (!file.ok) return sendRefusal(reply, file.refusal)
      const at = wiring.trust.now()
      const hash = createHash('sha256').update(bytes).digest('hex')
      const { community, seenOn = shanghaiDay(at) } = request.query
      const key = request.headers['idempotency-key']
      const keyed = typeof key === 'string' ? { actor: actor.post ?? '', key, request: sha256(`POST ${request.url}\n${hash}`) } : undefined
      const begun = await runCommand(wiring.db, actor, at, keyed, async (tx) => {
        kept = true
        return startImport({ tx, actor, at }, { community, hash, seenOn, generated: file.value.generated })
      })
      if (!begun.ok) kept = false
      if (kept && begun.ok) readAfterwards(actor, begun.value.id, file.value)
      else await file.value.close()
      return begun.ok ? begun.value : sendRefusal(reply, begun.refusal)
    } finally {
      if (!kept) inMemory--
    }
  })
  app.get('/api/v1/roster/examples/:name', {
    schema: { operationId: 'readRosterExample', summary: 'A made-up spreadsheet to try the import with', tags: ['roster'], params: s.ByExample },
  }, async (request, reply) => {
    const staff = await wiring.trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const example = wiring.examples.find(({ name }) => name === request.params.name)
    if (!example) return sendRefusal(reply, common.notFound)
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="${example.name}.xlsx"`).send(await example.bytes())
  })
}
