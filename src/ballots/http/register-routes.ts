/** The voting register over HTTP. Whoever does not keep it is told that there is nothing. */
import { problemSchema, type App } from '../../kit/http.ts'
import { readAs } from '../../trust/index.ts'
import { headFile, type HeadFile } from '../views/register-head.ts'
import { listTitles } from '../views/register-titles.ts'
import { readRegister } from '../views/register.ts'
import { registersFor } from '../views/registers.ts'
import * as s from './register-schemas.ts'
import { registerTables } from './register-table-routes.ts'
import type { RegisterWiring } from './register-wiring.ts'
import { registerWrites } from './register-write-routes.ts'

const problems = { '4xx': problemSchema }
const tags = ['register']

/** A head's file as its page gets it. */
export const headView = ({ head, stop, totals, titles, owners, past, proxies }: HeadFile) => s.HeadView.parse({
  ...head, stop, totals, titles: titles.map(({ area_source: source, ...title }) => ({ ...title, source })),
  owners: owners.map(({ name_masked: name, phone_masked: phone, ...one }) => ({ ...one, name, phone })),
  past: past.map(({ name_masked: name, phone_masked: phone, ...one }) => ({ ...one, name, phone })),
  proxies: proxies.map(({ name_masked: name, valid_from: from, valid_to: to, ...one }) => ({ ...one, name, from, to })),
})

/** Reads of the register. */
export function registerReads(app: App, wiring: RegisterWiring): void {
  app.get('/api/v1/registers', {
    schema: { operationId: 'listRegisters', summary: 'Compounds with who keeps their voting register', tags, response: { 200: s.Registers,
      ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => s.Registers.parse({ items: await registersFor(tx, actor,
    at) })))
  app.get('/api/v1/registers/:compound', {
    schema: { operationId: 'readRegister', summary: 'The voting register of a compound: what it counts, building by building', tags,
      params: s.ByCompound,
      response: { 200: s.RegisterView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await readRegister(tx, actor, request.params.compound, at)
    return found && s.RegisterView.parse(found)
  }))
  app.get('/api/v1/registers/:compound/titles', {
    schema: { operationId: 'listTitles', summary: 'Titles of the register, owners masked', tags, params: s.ByCompound, querystring: s.TitlesQuery,
      response: { 200: s.Titles, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await listTitles(tx, actor, { compound: request.params.compound, ...request.query }, at)
    return found && s.Titles.parse(found)
  }))
  app.get('/api/v1/register-heads/:head', {
    schema: { operationId: 'readOwnerHead', summary: 'Who counts as one person: titles, owners, voter, proxies', tags, params: s.ByHead,
      response: { 200: s.HeadView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await headFile(tx, actor, request.params.head, at)
    return found && headView(found)
  }))
}

/** All routes of the voting register. */
export function registerRoutes(app: App, wiring: RegisterWiring): void {
  registerReads(app, wiring)
  registerWrites(app, wiring)
  registerTables(app, wiring)
}
