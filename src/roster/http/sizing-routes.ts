import { z } from 'zod'
import { shanghaiDay } from '../../kit/clock.ts'
import { withScope } from '../../kit/db.ts'
import { common, id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { isWithin } from '../../places/index.ts'
import { type Actor, type StaffWiring, runAs } from '../../trust/index.ts'
import { divideGrid, rejoinGrid, type PassWork } from '../commands/sizing/divide-grid.ts'
import { enterNorm } from '../commands/sizing/enter-norm.ts'
import { sizingOf, type Sizing } from '../views/sizing.ts'
import { NormBody, SizingDone, SizingReply, SplitBody } from './sizing-schemas.ts'

/** What the routes of sizing work with. `passWork` is put in by the application: matters stand above the roster. */
export type SizingWiring = StaffWiring & { readonly passWork: PassWork }

const problems = { '4xx': problemSchema }
const tags = ['roster']

/** Grid, community and street read what their area measures. */
const mayRead = (actor: Actor, path: string): boolean => actor.audience.some((one) => ['grid', 'community', 'street'].includes(one))
  && actor.scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path))

const reply = (day: string, { community, areas, captains, buildings, norms, proposals, splits, ...rest }: Sizing) => ({
  ...rest, day, community: { id: community.id, name: community.name }, areas: [...areas], captains: [...captains], buildings: [...buildings],
  norms: norms.map(({ kind, least, most, validFrom, source }) => ({ kind, least, most, validFrom, source })),
  proposals: proposals.map((one) => ({ ...one, parts: one.parts.map((part) => ({ ...part, buildings: [...part.buildings] })) })),
  splits: splits.map(({ path: _, parts, ...split }) =>
    ({ ...split, parts: parts.map(({ grid, homes, buildings: own, work }) => ({ grid, homes, buildings: [...own],
    work: work.length })) })),
})

/** Sizing: what a community measures, norms, and grids divided and put together again. [RO70] [RO71] [RO72] */
export function sizingRoutes(app: App, wiring: SizingWiring): void {
  const { db, trust, passWork } = wiring
  app.get('/api/v1/communities/:id/sizing', {
    schema: { operationId: 'readSizing',
      summary: 'Homes, people and staff of a community against the norms, with proposals for grids that are too big', tags,
      params: z.object({ id: id() }), response: { 200: SizingReply, ...problems } },
  }, async (request, answer) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(answer, staff.refusal)
    const day = shanghaiDay(trust.now())
    const found = await withScope(db, staff.value, (tx) => sizingOf(tx, staff.value, request.params.id, day))
    return found === null || !mayRead(staff.value, found.community.path) ? sendRefusal(answer, common.notFound) : reply(day, found)
  })
  app.post('/api/v1/sizing/norms', {
    schema: { operationId: 'enterNorm', summary: 'Enter a norm of size of the street', tags, body: NormBody,
      response: { 200: SizingDone, ...problems } },
  }, async (request, answer) => runAs(wiring, request, answer, (ctx) => enterNorm(ctx, request.body)))
  app.post('/api/v1/sizing/splits', {
    schema: { operationId: 'divideGrid', summary: 'Divide a grid that is above the norm', tags, body: SplitBody,
      response: { 200: SizingDone, ...problems } },
  }, async (request, answer) => runAs(wiring, request, answer, (ctx) => divideGrid(ctx, request.body, passWork)))
  app.post('/api/v1/sizing/splits/:id/undo', {
    schema: { operationId: 'rejoinGrid', summary: 'Take a division back as a whole', tags, params: z.object({ id: id() }),
      response: { 200: SizingDone, ...problems } },
  }, async (request, answer) => runAs(wiring, request, answer, (ctx) => rejoinGrid(ctx, request.params, passWork)))
}
