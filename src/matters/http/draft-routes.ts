import { z } from 'zod'
import { id, plainText, problemSchema, words, type App } from '../../kit/http.ts'
import { placeById } from '../../places/index.ts'
import { receiptCodeOf } from '../../trust/index.ts'
import { addDrafts, dropDraft, fileDraft } from '../commands/drafts.ts'
import { readyAnswer } from '../rules/paste.ts'
import { ById, FileBody } from './requests.ts'
import { asStaff } from './staff-routes.ts'
import { act, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['drafts']
const Paste = z.strictObject({ text: words(50_000), within: id().optional() })
const File = FileBody.pick({ place: true, category: true, words: true, onBoard: true })
const Draft = z.object({
  id: z.string(), words: z.string(), placeText: z.string(),
  place: z.object({ id: z.string(), name: z.string() }).nullable(), category: z.string().nullable(), saidAt: z.string(),
})
const Answer = z.strictObject({
  items: z.array(z.strictObject({ category: plainText(40), place: words(100), number: plainText(20).nullable() })).max(100),
})

/** Drafts from a pasted chat: made, listed, filed with one press, dropped; and a ready answer for the group. [M21] */
export function draftRoutes(app: App, wiring: Wiring): void {
  app.post('/api/v1/drafts',
    {
      schema: {
        operationId: 'pasteChat', summary: 'Make drafts from a pasted chat', tags, body: Paste,
        response: { 200: z.object({ drafts: z.number(), smallTalk: z.number() }), ...problems },
      },
    },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, addDrafts, request.body, (v) => v)))
  app.get('/api/v1/drafts',
    {
      schema: {
        operationId: 'listDrafts', summary: 'Open drafts of one’s organisation',
        tags, response: { 200: z.object({ items: z.array(Draft) }), ...problems },
      },
    },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) => {
      const rows = await tx.selectFrom('draft').selectAll().where('district', '=', actor.district)
        .where('org', '=', actor.org).where('filed', 'is', null).where('dropped_at', 'is', null)
        .orderBy('at', 'desc').orderBy('id').limit(100).execute()
      const items = await Promise.all(rows.map(async (row) => {
        const place = row.place ? await placeById(tx, actor.district, row.place) : null
        return {
          id: row.id, words: row.words, placeText: row.place_text,
          place: place ? { id: place.id, name: place.fullName } : null, category: row.category, saidAt: row.said_at,
        }
      }))
      return { items }
    })))
  app.post('/api/v1/drafts/:id/file',
    {
      schema: {
        operationId: 'fileDraft', summary: 'File a draft as a matter', tags, params: ById, body: File,
        response: { 200: z.object({ id: z.string(), number: z.string(), receipt: z.string(), sensitive: z.boolean() }), ...problems },
      },
    },
    async (request, reply) =>
      asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, fileDraft, { ...request.body, id: request.params.id },
      (v) => ({ id: v.id, number: v.number, receipt: receiptCodeOf(v.id), sensitive: v.sensitive }))))
  app.delete('/api/v1/drafts/:id',
    {
      schema: { operationId: 'dropDraft', summary: 'Drop a draft', tags, params: ById, response: { 200: z.object({ id: z.string() }), ...problems } },
    },
    async (request, reply) =>
      asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, dropDraft, { id: request.params.id }, (v) => v)))
  app.post('/api/v1/drafts/answer',
    {
      schema: {
        operationId: 'answerChat', summary: 'A ready answer to paste back into the group',
        tags, body: Answer, response: { 200: z.object({ text: z.string() }), ...problems },
      },
    },
    async (request, reply) => asStaff(wiring, request, reply, async () => ({ text: readyAnswer(request.body.items) })))
}
