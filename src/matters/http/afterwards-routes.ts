import { z } from 'zod'
import { shanghaiDay } from '../../kit/clock.ts'
import { withScope } from '../../kit/db.ts'
import { common, id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { publicActor } from '../../trust/index.ts'
import { amendList } from '../commands/amend-list.ts'
import { retryNotice } from '../commands/retry-notice.ts'
import { doneReview, rateWhistle, reviewWhistle } from '../commands/whistle-afterwards.ts'
import { listStuck } from '../views/stuck.ts'
import { aroundWhistle, listWhistles } from '../views/whistle.ts'
import { whistleList } from '../views/whistle-list.ts'
import { asStaff, moveRoute } from './staff-routes.ts'
import { ById } from './requests.ts'
import { Amended, AroundWhistle, Ided, PublicList, Stuck, Whistles } from './whistle-replies.ts'
import * as body from './whistle-requests.ts'
import { act, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['matters']

function afterwards(app: App, wiring: Wiring): void {
  app.get('/api/v1/matters/:id/whistle', { schema: { operationId: 'readWhistle', summary: 'A whistle: links, ratings of both sides, review', tags,
    params: ById, response: { 200: AroundWhistle, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      read(wiring, reply, actor, (tx) => aroundWhistle(tx, actor, request.params.id, wiring.trust.now()))))
  moveRoute(app, wiring, 'rate', 'Rate the other side of a whistle', body.RateBody, rateWhistle)
  moveRoute(app, wiring, 'review', 'Write the two lines of review', body.ReviewBody, reviewWhistle)
  app.get('/api/v1/whistles', { schema: { operationId: 'listWhistles', summary: 'Whistles to rate, to review, or with a promised change', tags,
    querystring: body.WhistlesQuery, response: { 200: Whistles, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      read(wiring, reply, actor, (tx) => listWhistles(tx, actor, request.query.list, wiring.trust.now()))))
  app.post('/api/v1/whistle-reviews/:id/done', { schema: { operationId: 'doneReview', summary: 'Say that a promised change was made', tags,
    params: ById,
    response: { 200: Ided, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      act(wiring, request, reply, actor, doneReview, { review: request.params.id }, (done) => done)))
}

function stuck(app: App, wiring: Wiring): void {
  app.get('/api/v1/stuck', { schema: { operationId: 'listStuck', summary: 'Notices that could not be delivered', tags, response: { 200: Stuck,
    ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => listStuck(tx, actor))))
  app.post('/api/v1/stuck/:id/retry', { schema: { operationId: 'retryNotice', summary: 'Try to deliver a notice again now', tags,
    params: z.object({ id: id() }), response: { 200: Ided, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      act(wiring, request, reply, actor, retryNotice, { id: request.params.id }, (done) => done)))
}

/** What comes after a whistle, what is stuck on its way, and the public list of what may be whistled. */
export function afterwardsRoutes(app: App, wiring: Wiring): void {
  afterwards(app, wiring)
  stuck(app, wiring)
  app.get('/api/v1/whistle-list', { schema: { operationId: 'readWhistleList', summary: 'The public list of what may be whistled', tags: ['public'],
    querystring: body.ListQuery, response: { 200: PublicList, ...problems } } },
    async (request, reply) => {
      const { district, now } = wiring.trust
      const list = await withScope(wiring.db, publicActor(district), (tx) => whistleList(tx, district, request.query.street, shanghaiDay(now())))
      return list ?? sendRefusal(reply, common.notFound)
    })
  app.post('/api/v1/whistle-list', { schema: { operationId: 'amendWhistleList', summary: 'Amend the list from a case', tags, body: body.AmendBody,
    response: { 200: Amended, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      act(wiring, request, reply, actor, amendList, { ...request.body, item: request.body.item && { ...request.body.item, code: request.body.code } },
        (done) => done)))
}
