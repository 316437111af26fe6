import multipart from '@fastify/multipart'
import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { common, id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { newId, randomCode, sha256 } from '../../kit/ids.ts'
import { addressLimit } from '../../kit/limit.ts'
import { placeById } from '../../places/index.ts'
import { publicActor, type Actor } from '../../trust/index.ts'
import { PHOTO_BYTES } from '../store/photo-store.ts'
import { boardScope } from '../views/board.ts'
import { followerOf, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['photos']
const Sent = z.object({ claim: z.string(), width: z.number(), height: z.number() })
const Size = z.object({ size: z.enum(['full', 'small']).default('small') })
const tooMany = { code: 'too_many', rule: 'M20', explain: { zh: '照片传得太快，请过一分钟再传。', en: 'Too many photos at once: wait a minute.' } }
const tooLarge = { code: 'too_large', rule: 'M20', explain: { zh: '这张照片超过15MB，请换一张小一些的。', en: 'This photo is over 15 MB: choose a smaller one.' } }
const none = { code: 'bad_request', rule: 'M20', explain: { zh: '没有收到照片，请再选一次。', en: 'No photo arrived: choose it again.' } }

function sendRoute(app: App, wiring: Wiring): void {
  const waitOf = addressLimit(60, 1) // so that nobody fills the disk
  app.post('/api/v1/photos', {
    bodyLimit: PHOTO_BYTES + 100_000,
    schema: {
      operationId: 'sendPhoto', summary: 'Send one photo; its claim is named when filing',
      tags, consumes: ['multipart/form-data'], response: { 200: Sent, ...problems },
    },
  }, async (request, reply) => {
    if (waitOf(request.ip) > 0) return sendRefusal(reply, tooMany)
    const part = request.isMultipart() ? await request.file().catch(() => undefined) : undefined // what is no multipart body holds no photo
    if (!part) return sendRefusal(reply, none)
    const bytes = await part.toBuffer().catch(() => null)
    if (part.file.truncated) return sendRefusal(reply, tooLarge)
    if (!bytes) return sendRefusal(reply, none)
    const saved = await wiring.photos.save(bytes)
    if (!saved.ok) return sendRefusal(reply, saved.refusal)
    const { district, now } = wiring.trust
    const claim = randomCode(26)
    await withScope(wiring.db, publicActor(district), (tx) =>
      tx.insertInto('upload').values({ district, id: newId(), claim: sha256(claim), ...saved.value, at: now() }).execute())
    return { claim, width: saved.value.width, height: saved.value.height }
  })
}

type Seen = { file: string; released_at: Date | null }
const find = (wiring: Wiring, actor: Parameters<typeof withScope>[1], photo: string): Promise<Seen | undefined> =>
  withScope(wiring.db, actor, (tx) => tx.selectFrom('photo')
  .select(['file', 'released_at']).where('district', '=', actor.district).where('id', '=', photo).executeTakeFirst())

function readRoutes(app: App, wiring: Wiring): void {
  app.get('/api/v1/photos/:id',
    {
      schema: {
        operationId: 'readPhoto', summary: 'A photo, for those who may see its matter', tags, params: z.object({ id: id() }), querystring: Size,
      },
    },
    async (request, reply) => {
      const staff = await wiring.trust.actorOf(request)
      const actors = [staff, followerOf(wiring, request)?.actor].filter((one): one is Actor => one != null)
      for (const actor of actors) {
        const seen = await find(wiring, actor, request.params.id)
        const file = seen ? await wiring.photos.open(seen.file, request.query.size) : null
        if (file) return reply.type('image/jpeg').header('cache-control', 'private, max-age=86400').send(file)
      }
      return sendRefusal(reply, common.notFound)
    })
  app.get('/api/v1/boards/:compound/photos/:id', {
    schema: {
      operationId: 'readBoardPhoto', summary: 'A photo that was released for the board',
      tags, params: z.object({ compound: id(), id: id() }), querystring: Size,
    },
  }, async (request, reply) => {
    const { district } = wiring.trust
    const compound = await withScope(wiring.db, publicActor(district), (tx) => placeById(tx, district, request.params.compound))
    const seen = compound ? await find(wiring, boardScope(district, compound), request.params.id) : undefined
    const file = seen?.released_at ? await wiring.photos.open(seen.file, request.query.size) : null
    return file ? reply.type('image/jpeg').header('cache-control', 'public, max-age=3600').send(file) : sendRefusal(reply, common.notFound)
  })
}

/** Sending and reading photos. Without a matter in sight there is no photo; the board shows released ones only. [M20] */
export async function photoRoutes(app: App, wiring: Wiring): Promise<void> {
  await app.register(multipart, { limits: { fileSize: PHOTO_BYTES, files: 1, fields: 0, parts: 1 } })
  sendRoute(app, wiring)
  readRoutes(app, wiring)
}
