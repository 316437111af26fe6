/** Photos of meetings over HTTP: one is kept, those who hold the meeting see all of them, everybody that of the posted notice. */
import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { common, id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { actAs, clockActor } from '../../trust/index.ts'
import { keepMeetingPhoto, PHOTOS_OF } from '../commands/meetings/meeting-photos.ts'
import { noticeFile, photoFile } from '../views/meeting-photos.ts'
import type { MeetingWiring } from './meeting-routes.ts'
import { ById, claim, Done } from './meeting-schemas.ts'

const tags = ['meetings']
const problems = { '4xx': problemSchema }
const Size = z.object({ size: z.enum(['full', 'small']).default('small') })
const Body = z.strictObject({ of: z.enum(PHOTOS_OF), photo: claim })

/** Where photos lie: a file of the store by its name, null where there is none. */
export type MeetingPhotos = { readonly open: (file: string, size: 'full' | 'small') => Promise<Readable | null> }

/** Photos of meetings. [DM17] */
export function meetingPhotoRoutes(app: App, wiring: MeetingWiring & { readonly photos: MeetingPhotos }): void {
  const { db, trust, path, photos } = wiring
  const send = async (reply: FastifyReply, name: string | null, size: 'full' | 'small', cache: string): Promise<FastifyReply> => {
    const file = name === null ? null : await photos.open(name, size)
    return file ? reply.type('image/jpeg').header('cache-control', cache).send(file) : sendRefusal(reply, common.notFound)
  }
  app.post('/api/v1/meetings/:id/photos', {
    schema: { operationId: 'keepMeetingPhoto', summary: 'Keep a photo of the posted notice or of the paper list', tags, params: ById, body: Body,
      response: { 200: Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, keepMeetingPhoto, { ...request.body, id: request.params.id }))
  app.get('/api/v1/meetings/:id/photos/:photo', {
    schema: { operationId: 'readMeetingPhoto', summary: 'A photo of a meeting, for who holds it', tags, params: z.object({ id: id(), photo: id() }),
      querystring: Size },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const name = await withScope(db, staff.value, (tx) => photoFile(tx, staff.value, request.params.id, request.params.photo))
    return send(reply, name, request.query.size, 'private, max-age=3600')
  })
  app.get('/api/v1/public/meetings/:id/notice-photo', {
    schema: { operationId: 'readMeetingNoticePhoto', summary: 'The photo of the posted notice, for everybody', tags, params: ById, querystring: Size },
  }, async (request, reply) => {
    const name = await withScope(db, clockActor(trust.district, path), (tx) => noticeFile(tx, trust.district, request.params.id))
    return send(reply, name, request.query.size, 'public, max-age=300')
  })
}
