/** Photos of threads over HTTP: what came of a task for everybody, what a party wrote for who leads the thread. */
import { withScope } from '../../kit/db.ts'
import { sendRefusal, type App } from '../../kit/http.ts'
import { clockActor } from '../../trust/index.ts'
import { partyFile, taskFile } from '../views/thread-photos.ts'
import { sendPhoto, type MeetingPhotos } from './send-photo.ts'
import type { ThreadWiring } from './thread-routes.ts'
import { ById, PartyPhoto, PhotoSize } from './thread-schemas.ts'

const tags = ['threads']

/** Photos of threads. [DT6] [DT8] */
export function threadPhotoRoutes(app: App, { db, trust, path, photos }: Pick<ThreadWiring, 'db' | 'path'> & { readonly trust: ThreadWiring['trust']; readonly photos: MeetingPhotos }): void {
  app.get('/api/v1/threads/:id/parties/:n/photo', {
    schema: { operationId: 'readPartyPaper', summary: 'The photo of what a party wrote, for who leads the thread', tags, params: PartyPhoto, querystring: PhotoSize },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const name = await withScope(db, staff.value, (tx) => partyFile(tx, staff.value, request.params.id, request.params.n))
    return sendPhoto(photos, reply, name, request.query.size, 'private, max-age=3600')
  })
  app.get('/api/v1/public/tasks/:id/photo', {
    schema: { operationId: 'readTaskPhoto', summary: 'The photo of what came of a task', tags, params: ById, querystring: PhotoSize },
  }, async (request, reply) => {
    const name = await withScope(db, clockActor(trust.district, path), (tx) => taskFile(tx, trust.district, request.params.id))
    return sendPhoto(photos, reply, name, request.query.size, 'public, max-age=300')
  })
}
