import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../kit/db.ts'
import { sendRefusal, type App } from '../../kit/http.ts'

const notReady = { code: 'not_ready', rule: 'K6', explain: { zh: '数据库现在连不上，请稍候。', en: 'The database can’t be reached right now.' } }

/** /healthz says that the process answers; /readyz that its database does too. */
export function healthRoutes(app: App, db: Db): void {
  app.get('/healthz', { schema: { hide: true, response: { 200: z.object({ ok: z.literal(true) }) } } }, async () => ({ ok: true as const }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) =>
    sql`select 1`.execute(db).then(() => reply.send({ ok: true }), () => sendRefusal(reply, notReady)))
}
