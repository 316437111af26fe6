import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { common, problemSchema, type App } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { publicActor } from '../rules/index.ts'
import { accountOfPerson, personsWithAccount } from '../store/account.ts'
import type { Trust } from '../trust.ts'
import { openSession } from './open-session.ts'
import { DemoPeople, DemoPerson } from './schemas.ts'
import { postView } from './views.ts'

/** Signing in by one press as one of the demo's made-up people. Called in demo mode only: in live mode these addresses don't exist. [T8] */
export function demoRoutes(app: App, trust: Trust): void {
  app.get('/api/v1/demo/people', {
    schema: { operationId: 'listDemoPeople', summary: 'The made-up people one can sign in as', tags: ['demo'], response: { 200: DemoPeople } },
  }, async () => ({
    people: await withScope(trust.app, publicActor(trust.district), async tx => {
      const people = []
      for (const { person } of await personsWithAccount(trust.auth, { district: trust.district })) {
        const standings = await trust.standingOf(tx, trust.district, person, trust.now())
        people.push({ person, name: await trust.nameOf(tx, person), posts: standings.map(postView) })
      }
      return people
    }),
  }))
  app.post('/api/v1/demo/session', {
    schema: {
      operationId: 'signInAsDemoPerson', summary: 'Sign in as a made-up person',
      tags: ['demo'], body: DemoPerson, response: { 204: z.null(), '4xx': problemSchema },
    },
  }, async (request, reply) => {
    const [account] = await accountOfPerson(trust.auth, { district: trust.district, person: request.body.person })
    return openSession(trust, request, reply, account ? ok(account.id) : refuse(common.notFound))
  })
}
