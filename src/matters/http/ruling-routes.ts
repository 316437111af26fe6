import { problemSchema, type App } from '../../kit/http.ts'
import { askExtension, decideOnExtension } from '../commands/extend-time.ts'
import { objectToDispatch } from '../commands/object-to-dispatch.ts'
import { ruleOnDispatch } from '../commands/rule-on-dispatch.ts'
import { resumeMatter, suspendMatter } from '../commands/suspend-matter.ts'
import { listRulings, listSuspended, precedentsFor } from '../views/rulings.ts'
import { Precedents, Rulings, Suspended } from './replies.ts'
import * as body from './requests.ts'
import { asStaff, moveRoute } from './staff-routes.ts'
import { read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['matters']

/** Whose it is and until when: objections, rulings, precedents, what is put aside, more time. */
export function rulingRoutes(app: App, wiring: Wiring): void {
  moveRoute(app, wiring, 'object', 'Object to a dispatch, with a ground', body.ObjectBody, objectToDispatch)
  moveRoute(app, wiring, 'rule', 'Rule whose it is', body.RuleBody, ruleOnDispatch)
  moveRoute(app, wiring, 'suspend', 'Put it aside with a way to the money', body.SuspendBody, suspendMatter)
  moveRoute(app, wiring, 'resume', 'Take it up again', body.Noted, resumeMatter)
  moveRoute(app, wiring, 'ask-extension', 'Ask for more time', body.AskExtensionBody, askExtension)
  moveRoute(app, wiring, 'decide-extension', 'Grant more time or not', body.DecideExtensionBody, decideOnExtension)
  app.get('/api/v1/rulings', { schema: { operationId: 'listRulings', summary: 'What waits for a ruling of the street, oldest first', tags,
    querystring: body.Limit, response: { 200: Rulings, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) =>
      ({ items: await listRulings(tx, actor, request.query.limit) }))))
  app.get('/api/v1/suspended', { schema: { operationId: 'listSuspended', summary: 'What is put aside, by the day of review', tags,
    querystring: body.Limit, response: { 200: Suspended, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) =>
      ({ items: await listSuspended(tx, actor, request.query.limit) }))))
  app.get('/api/v1/matters/:id/precedents', { schema: { operationId: 'listPrecedents', summary: 'What was ruled before on such matters', tags,
    params: body.ById, response: { 200: Precedents, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => precedentsFor(tx, actor, request.params.id))))
}
