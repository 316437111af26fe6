import { z } from 'zod'
import { problemSchema, sendRefusal, words, type App } from '../../kit/http.ts'
import { common } from '../../kit/http.ts'
import { cookieText, followCookie, readFollow, signFollow } from '../../trust/index.ts'
import { acceptPhoto } from '../commands/accept-photo.ts'
import { tryVisit } from '../commands/try-visit.ts'
import { listReturnVisits, listUnhappyTwice } from '../views/return-visits.ts'
import { FOLLOW_SECONDS } from './public-routes.ts'
import { Cards, Done, ReturnVisits } from './replies.ts'
import * as body from './requests.ts'
import { asStaff, moveRoute } from './staff-routes.ts'
import { act, followerOf, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['matters']
const Opened = z.object({ opened: z.boolean() })
const old = { code: 'link_ended', rule: 'M41',
  explain: { zh: '这个链接过期了。用回执码也能进来。', en: 'This link has ended. The receipt code opens it as well.' } }

/** Return visits: by a link, by the phone list, at the door; and the reporter's word on a photo. */
export function visitRoutes(app: App, wiring: Wiring): void {
  moveRoute(app, wiring, 'visit-tried', 'Note a return visit that reached nobody', body.Noted.partial({ note: true }), (ctx, input) =>
    tryVisit(ctx, { ...input, note: input.note ?? '' }))
  app.get('/api/v1/return-visits', { schema: { operationId: 'listReturnVisits', summary: 'Whom to ask the three questions, longest waiting first', tags,
    querystring: body.Limit, response: { 200: ReturnVisits, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) =>
      ({ items: await listReturnVisits(tx, actor, request.query.limit) }))))
  app.get('/api/v1/unhappy-twice', { schema: { operationId: 'listUnhappyTwice', summary: 'What did not satisfy twice, for the street', tags,
    querystring: body.Limit, response: { 200: Cards, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) =>
      ({ items: await listUnhappyTwice(tx, actor, wiring.trust.now(), request.query.limit), next: null }))))
  app.post('/api/v1/receipts/link', { schema: { operationId: 'openLink', summary: 'Open a matter by the link that was sent; looking at the link alone records nothing',
    tags: ['follow'], body: z.strictObject({ token: words(200) }), response: { 200: Opened, ...problems } } },
  async (request, reply) => {
    const { district, now, mode } = wiring.trust
    const follow = readFollow(request.body.token, now())
    if (!follow || follow.district !== district) return sendRefusal(reply, old)
    const token = signFollow({ ...follow, expires: Math.floor(now().getTime() / 1000) + FOLLOW_SECONDS })
    void reply.header('set-cookie', cookieText(followCookie, token, FOLLOW_SECONDS, mode === 'live'))
    return { opened: true }
  })
  app.post('/api/v1/followed/accept', { schema: { operationId: 'acceptFollowed', summary: 'The photo of afterwards shows the spot, done', tags: ['follow'],
    body: body.Plain, response: { 200: Done, ...problems } } },
  async (request, reply) => {
    const follower = followerOf(wiring, request)
    return follower ? act(wiring, request, reply, follower.actor, acceptPhoto, { ...request.body, id: follower.matter }, (v) => v)
      : sendRefusal(reply, common.notFound)
  })
}
