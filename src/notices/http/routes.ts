import { z } from 'zod'
import { id, plainText, problemSchema, type App } from '../../kit/http.ts'
import { actAs, readAs, runAs, type StaffWiring } from '../../trust/index.ts'
import { openNotice, seeNotices, unseeNotices } from '../commands/mark.ts'
import { countUnread, listNotices, type NoticeWords } from '../views/notices.ts'

const problems = { '4xx': problemSchema }
const tags = ['notices']
const Said = z.object({ zh: z.string(), en: z.string() })
const Notice = z.object({
  id: z.uuid(), at: z.iso.datetime(), said: Said, about: z.string(), subject: z.uuid(), title: Said, more: z.number().int(), unread: z.boolean(),
  opens: z.object({ console: z.string().nullable(), field: z.string().nullable() }),
}).meta({ id: 'Notice' })
const Notices = z.object({ items: z.array(Notice), next: z.string().nullable() }).meta({ id: 'Notices' })
const Page = z.object({ after: plainText(80).optional(), limit: z.coerce.number().int().min(1).max(100).default(40) })
const One = z.object({ id: id() })
const Nothing = z.object({}).strict()

/** What a post is told inside the product, and the reader's own marks on it. */
export function noticeRoutes(app: App, { words, ...wiring }: StaffWiring & { readonly words: NoticeWords }): void {
  app.get('/api/v1/notices', {
    schema: { operationId: 'listNotices', summary: 'What my post, its organisation and its street were told, newest first', tags, querystring: Page,
      response: { 200: Notices, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor, at) => listNotices(tx, actor, words, at, request.query)))
  app.get('/api/v1/notices/count', {
    schema: { operationId: 'countNotices', summary: 'How many lines I have not read; 100 stands for more than 99', tags,
      response: { 200: z.object({ unread: z.number().int() }), ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor, at) => countUnread(tx, actor, words, at)))
  app.post('/api/v1/notices/:id/open', {
    schema: { operationId: 'openNotice', summary: 'Mark one line as read, for myself', tags, params: One, body: Nothing, response: { 200: z.object({ id: z.uuid() }), ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, openNotice, request.params))
  app.post('/api/v1/notices/seen', {
    schema: { operationId: 'seeNotices', summary: 'Mark everything up to one notice as read, for myself', tags, body: One.strict(),
      response: { 200: z.object({ id: z.uuid(), moved: z.boolean() }), ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, seeNotices, request.body))
  app.delete('/api/v1/notices/seen', {
    schema: { operationId: 'unseeNotices', summary: 'Take the last mark of everything back', tags, response: { 200: z.object({ unseen: z.boolean() }), ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, unseeNotices))
}
