import { z } from 'zod'
import { id, problemSchema, type App } from '../../kit/http.ts'
import { actAs, readAs, type StaffWiring } from '../../trust/index.ts'
import { drawPlan, mayDrawPlan } from '../commands/draw-plan.ts'
import { mayImportPlaces } from '../commands/import-places.ts'
import { PLAN_METRES } from '../rules/plan.ts'
import { compoundsWithin, planBuildings } from '../views/plan.ts'
import { placeById } from '../views/place.ts'

const problems = { '4xx': problemSchema }
const tags = ['places']
const metres = z.int().min(0).max(PLAN_METRES)
const Compounds = z.object({ compounds: z.array(z.object({ id: z.uuid(), name: z.string() })) }).meta({ id: 'PlanCompounds' })
const Plan = z.object({ compound: z.object({ id: z.uuid(), name: z.string() }), buildings: z.array(z.object({
  id: z.uuid(), name: z.string(), units: z.number(), x: z.number().nullable(), y: z.number().nullable() })) }).meta({ id: 'CompoundPlan' })
const Body = z.strictObject({ spots: z.array(z.strictObject({ building: id(), x: metres, y: metres })).min(1).max(500) })
const Drawn = z.object({ compound: z.uuid(), moved: z.number() }).meta({ id: 'PlanDrawn' })

/** The sketch of a compound: read, and drawn by community and street. [P15] */
export function planRoutes(app: App, wiring: StaffWiring): void {
  app.get('/api/v1/plans', {
    schema: { operationId: 'listPlans', summary: 'Compounds of one’s own area whose sketch may be drawn', tags, response: { 200: Compounds, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) =>
    (mayImportPlaces(actor) ? { compounds: [...await compoundsWithin(tx, actor.district, actor.scopes)] } : null)))
  app.get('/api/v1/plans/:compound', {
    schema: { operationId: 'readPlan', summary: 'Where the buildings of a compound stand on our own sketch, in metres', tags,
      params: z.object({ compound: id() }), response: { 200: Plan, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const compound = await placeById(tx, actor.district, request.params.compound)
    if (compound?.kind !== 'compound' || !mayDrawPlan(actor, compound)) return null
    return { compound: { id: compound.id, name: compound.name }, buildings: [...await planBuildings(tx, actor.district, compound.id)] }
  }))
  app.post('/api/v1/plans/:compound', {
    schema: { operationId: 'drawPlan', summary: 'Put buildings where they stand on the sketch', tags, params: z.object({ compound: id() }), body: Body,
      response: { 200: Drawn, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, drawPlan, { compound: request.params.compound, spots: request.body.spots }))
}
