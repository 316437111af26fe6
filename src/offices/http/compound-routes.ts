import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { shanghaiDay } from '../../kit/clock.ts'
import { runCommand, type Context, type Outcome } from '../../kit/command.ts'
import { withScope } from '../../kit/db.ts'
import { common, id, keyOf, problemSchema, sendRefusal, sendResult, type App } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { nameManager, planManager } from '../commands/keep-manager.ts'
import { compoundDefaultsPack } from '../rules/index.ts'
import { compoundsOf, type TypedCompounds } from '../views/compounds.ts'
import { CompoundDone, ManagerBody, ManagerPathBody, TypedCompoundsReply } from './compound-schemas.ts'
import type { Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['offices']
const params = z.object({ id: id() })

const reply = (day: string, { compounds, orgs, mayName }: TypedCompounds) => ({
  day, mayName, pack: { said: compoundDefaultsPack.said, law: compoundDefaultsPack.source.law, validFrom: compoundDefaultsPack.validFrom }, orgs: [...orgs],
  compounds: compounds.map(({ defaults, roles, steps, ...one }) => ({
    ...one, why: defaults.why, visitDays: defaults.visitDays, reconfirmDays: defaults.reconfirmDays, homesPerCaptain: defaults.homesPerCaptain, roles: [...roles],
    steps: steps.map(({ compound: _, ...step }) => step) })),
})

/** Compounds by type with what follows from it, and the path to a responsible manager (M02). [O15] [O16] */
export function compoundRoutes(app: App, { db, trust }: Wiring): void {
  async function write<T extends Outcome>(request: FastifyRequest, answer: FastifyReply, work: (ctx: Context<Actor>) => Promise<Result<T>>): Promise<T | FastifyReply> {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(answer, staff.refusal)
    const [actor, at] = [staff.value, trust.now()]
    return sendResult(answer, await runCommand(db, actor, at, keyOf(request, actor.post ?? ''), (tx) => work({ tx, actor, at })), (value) => value)
  }
  app.get('/api/v1/communities/:id/compounds', {
    schema: { operationId: 'listCompounds', summary: 'Compounds of a community by type, with what is missing and who answers for each', tags, params,
      response: { 200: TypedCompoundsReply, ...problems } },
  }, async (request, answer) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(answer, staff.refusal)
    const day = shanghaiDay(trust.now())
    const found = await withScope(db, staff.value, (tx) => compoundsOf(tx, staff.value, request.params.id, day))
    return found === null ? sendRefusal(answer, common.notFound) : reply(day, found)
  })
  app.post('/api/v1/compounds/:id/manager-path', {
    schema: { operationId: 'planManager', summary: 'Set by when a compound without a manager gets one, step by step', tags, params, body: ManagerPathBody,
      response: { 200: CompoundDone, ...problems } },
  }, async (request, answer) => write(request, answer, (ctx) => planManager(ctx, { compound: request.params.id, steps: request.body.steps })))
  app.post('/api/v1/compounds/:id/manager', {
    schema: { operationId: 'nameManager', summary: 'Name who answers for a compound', tags, params, body: ManagerBody, response: { 200: CompoundDone, ...problems } },
  }, async (request, answer) => write(request, answer, (ctx) => nameManager(ctx, { compound: request.params.id, ...request.body })))
}
