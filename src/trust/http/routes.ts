import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { sha256 } from '../../kit/ids.ts'
import { common, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { signInByCard, signInByName } from '../commands/sign-in.ts'
import { passedOn } from '../library.ts'
import { dropSession, withdrawnSession } from '../store/account.ts'
import type { Trust } from '../trust.ts'
import { demoRoutes } from './demo-routes.ts'
import { openSession, setCookie } from './open-session.ts'
import { CardAndPin, NameAndPassword, Session } from './schemas.ts'
import { postView } from './views.ts'

const problems = { '4xx': problemSchema }
const done = { 204: z.null(), ...problems }

/** Whether the session that the asking browser carries was ended by somebody else: then it erases what it keeps. [T10] */
async function takenAway(trust: Trust, request: FastifyRequest): Promise<{ readonly withdrawn?: true }> {
  const token = trust.tokenOf(request)
  const [ended] = token === null ? [] : await withdrawnSession(trust.auth, { hash: sha256(token) })
  return ended ? { withdrawn: true } : {}
}

function sessionRoutes(app: App, trust: Trust): void {
  app.get('/api/v1/session', {
    schema: {
      operationId: 'readSession', summary: 'Who is signed in, their posts, and the post acted in',
      tags: ['trust'], response: { 200: Session, ...problems },
    },
  }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const known = await trust.knownOf(request)
    const demo = trust.mode === 'demo'
    if (!known.ok) return { person: null, posts: [], post: null, demo }
    if (known.value === null) return { person: null, posts: [], post: null, demo, ...await takenAway(trust, request) }
    const { actor, signedIn, standings } = known.value
    const name = await withScope(trust.app, actor, tx => trust.nameOf(tx, signedIn.person))
    return { person: { id: signedIn.person, name }, posts: standings.map(postView), post: actor.post, demo }
  })
  app.post('/api/v1/session', {
    schema: { operationId: 'signIn', summary: 'Sign in by name and password', tags: ['trust'], body: NameAndPassword, response: done },
  }, async (request, reply) =>
    openSession(trust, request, reply, await signInByName(trust.auth, { ...request.body, address: request.ip, at: new Date() })))
  app.post('/api/v1/session/card', {
    schema: { operationId: 'signInByCard', summary: 'Sign in by card and PIN', tags: ['trust'], body: CardAndPin, response: done },
  }, async (request, reply) =>
    openSession(trust, request, reply, await signInByCard(trust.auth, { ...request.body, address: request.ip, at: new Date() })))
  app.delete('/api/v1/session', {
    schema: { operationId: 'signOut', summary: 'Sign out: the session ends on the server', tags: ['trust'], response: done },
  }, async (request, reply) => {
    const token = trust.tokenOf(request)
    if (token !== null) await dropSession(trust.auth, { token })
    setCookie(trust, reply, '', 0)
    return reply.status(204).send(null)
  })
}

/** The library's own addresses: only those named in `passedOn`, everything else below /api/auth isn't there. [T1] */
function libraryRoutes(app: App, trust: Trust): void {
  app.route({
    method: ['GET', 'POST'], url: '/api/auth/*', schema: { hide: true },
    handler: async (request, reply) => {
      const url = new URL(request.url, 'http://localhost')
      if (!passedOn.some(path => url.pathname === `/api/auth${path}`)) return sendRefusal(reply, common.notFound)
      const library = await trust.library()
      const answer = await library.handler(new Request(url, { method: request.method }))
      return reply.status(answer.status).type(answer.headers.get('content-type') ?? 'text/plain').send(await answer.text())
    },
  })
}

/** The routes of signing in and out. The demo's exist in demo mode only. Call `guard` first. */
export function trustRoutes(app: App, trust: Trust): void {
  sessionRoutes(app, trust)
  libraryRoutes(app, trust)
  if (trust.mode === 'demo') demoRoutes(app, trust)
}
