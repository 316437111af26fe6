/** Photos of meetings over HTTP: one is kept, those who hold the meeting see all of them, everybody that of the posted notice. */
import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { actAs, clockActor } from '../../trust/index.ts'
import { keepMeetingPhoto, PHOTOS_OF } from '../commands/meetings/meeting-photos.ts'
import { noticeFile, photoFile } from '../views/meeting-photos.ts'
import type { MeetingWiring } from './meeting-routes.ts'
import { ById, claim, Done } from './meeting-schemas.ts'
import { sendPhoto, type MeetingPhotos } from './send-photo.ts'

const tags = ['meetings']
const problems = { '4xx': problemSchema }
const Size = z.object({ size: z.enum(['full', 'small']).default('small') })
const Body = z.strictObject({ of: z.enum(PHOTOS_OF), photo: claim })

/** Photos of meetings. [DM17] */
export function meetingPhotoRoutes(app: App, wiring: MeetingWiring & { readonly photos: MeetingPhotos }): void {
  const { db, trust, path, photos } = wiring
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
    return sendPhoto(photos, reply, name, request.query.size, 'private, max-age=3600')
  })
  app.get('/api/v1/public/meetings/:id/notice-photo', {
    schema: { operationId: 'readMeetingNoticePhoto', summary: 'The photo of the posted notice, for everybody', tags, params: ById, querystring: Size },
  }, async (request, reply) => {
    const name = await withScope(db, clockActor(trust.district, path), (tx) => noticeFile(tx, trust.district, request.params.id))
    return sendPhoto(photos, reply, name, request.query.size, 'public, max-age=300')
  })
}
