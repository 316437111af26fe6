import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { common, id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { placeById } from '../../places/index.ts'
import { cookieText, followCookie, signFollow } from '../../trust/index.ts'
import { joinMatter, unjoinMatter } from '../commands/join-matter.ts'
import { splitMatter } from '../commands/split-matter.ts'
import { isCategory } from '../rules/categories.ts'
import { followedKin, halvesOf, kinOf } from '../views/kin.ts'
import { similarAt } from '../views/similar.ts'
import { FOLLOW_SECONDS } from './public-routes.ts'
import { Done, FollowedKin, Joined, SimilarStaff } from './replies.ts'
import * as body from './requests.ts'
import { asStaff, moveRoute } from './staff-routes.ts'
import { act, followerOf, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['matters']
/** How many staff are offered: they look on purpose. */
const OFFERED = 8

function staffRoutes(app: App, wiring: Wiring): void {
  moveRoute(app, wiring, 'join', 'Join it to the one that is worked on, by number', body.JoinBody, joinMatter)
  moveRoute(app, wiring, 'unjoin', 'Undo the joining', body.Plain, unjoinMatter)
  moveRoute(app, wiring, 'split', 'Split a matter that is two things', body.SplitBody, splitMatter)
  app.get('/api/v1/matters/:id/joined', { schema: { operationId: 'readJoined', summary: 'What was joined to it, and what it was split off from', tags,
    params: body.ById, response: { 200: Joined, ...problems } } },
  async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => kinOf(tx, actor, request.params.id))))
  app.get('/api/v1/matters/:id/similar', { schema: { operationId: 'findSimilarTo', summary: 'Open matters that may be the same, among those one sees', tags,
    params: body.ById, response: { 200: SimilarStaff, ...problems } } },
  async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) => {
    const { district } = actor
    const row = await tx.selectFrom('matter').select(['place', 'words', 'category']).where('district', '=', district).where('id', '=', request.params.id)
      .executeTakeFirst()
    const place = row ? await placeById(tx, district, row.place) : null
    if (!row || !place) return undefined
    const sought = { words: row.words, category: isCategory(row.category) ? row.category : null, at: wiring.trust.now().getTime() }
    return { items: await similarAt(tx, district, place, sought, request.params.id, OFFERED) }
  })))
}

/** Joining, undoing and splitting; and what a reporter sees of them. */
export function joinRoutes(app: App, wiring: Wiring): void {
  staffRoutes(app, wiring)
  app.get('/api/v1/followed/joined', { schema: { operationId: 'readFollowedJoined', summary: 'What the matter in hand was joined to, and its other half',
    tags: ['follow'], response: { 200: FollowedKin, ...problems } } },
  async (request, reply) => {
    const follower = followerOf(wiring, request)
    return follower ? read(wiring, reply, follower.actor, (tx) => followedKin(tx, follower.actor, follower.matter)) : sendRefusal(reply, common.notFound)
  })
  app.post('/api/v1/followed/unjoin', { schema: { operationId: 'unjoinFollowed', summary: 'It is not the same after all', tags: ['follow'],
    body: body.Plain, response: { 200: Done, ...problems } } },
  async (request, reply) => {
    const follower = followerOf(wiring, request)
    return follower ? act(wiring, request, reply, follower.actor, unjoinMatter, { ...request.body, id: follower.matter }, (v) => v)
      : sendRefusal(reply, common.notFound)
  })
  app.post('/api/v1/followed/other', { schema: { operationId: 'followOther', summary: 'Go over to the other half of what was split', tags: ['follow'],
    body: z.strictObject({ id: id() }), response: { 200: z.object({ opened: z.boolean() }), ...problems } } },
  async (request, reply) => {
    const follower = followerOf(wiring, request)
    if (!follower) return sendRefusal(reply, common.notFound)
    const { district, now, mode } = wiring.trust
    const halves = await withScope(wiring.db, follower.actor, async (tx) => {
      const row = await tx.selectFrom('matter').select('split_from').where('district', '=', district).where('id', '=', follower.matter).executeTakeFirst()
      return row ? halvesOf(tx, follower.actor, follower.matter, row.split_from) : []
    })
    if (!halves.some((half) => half.id === request.body.id)) return sendRefusal(reply, common.notFound)
    const token = signFollow({ district, matter: request.body.id, expires: Math.floor(now().getTime() / 1000) + FOLLOW_SECONDS })
    void reply.header('set-cookie', cookieText(followCookie, token, FOLLOW_SECONDS, mode === 'live'))
    return { opened: true }
  })
}
