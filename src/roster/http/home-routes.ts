/** Households over HTTP: the file, single writes, finding, lists, coverage, a look in clear, a list to take along. */
import { problemSchema, type App } from '../../kit/http.ts'
import { ok } from '../../kit/pure.ts'
import { copyAtDesk } from '../commands/copy-at-desk.ts'
import { exportHomes } from '../commands/export-homes.ts'
import { addDweller } from '../commands/keep-dweller.ts'
import { endTies, reopenTies } from '../commands/keep-end.ts'
import { keepHome } from '../commands/keep-home.ts'
import { correctValue, takeBackValue } from '../commands/keep-value.ts'
import { revealOne } from '../commands/reveal-value.ts'
import { coverage } from '../views/coverage.ts'
import { findIn } from '../views/find.ts'
import { listHomes } from '../views/home-lists.ts'
import { homeFile } from '../views/home.ts'
import * as s from './home-schemas.ts'
import { actAs, readAs, showAs } from '../../trust/index.ts'
import type { HomeWiring } from './home-wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['roster']

function readRoutes(app: App, wiring: HomeWiring): void {
  app.get('/api/v1/roster/homes/:home', {
    schema: { operationId: 'readHome', summary: 'The file of one household, people masked', tags, params: s.ByHome,
      response: { 200: s.HomeFileView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const file = await homeFile(tx, actor, request.params.home, at, wiring.mattersOf)
    return file && s.HomeFileView.parse(file)
  }))
  app.post('/api/v1/roster/find', {
    schema: { operationId: 'findInRoster', summary: 'Find people and homes by name, initials, telephone or its end, room', tags, body: s.FindBody,
      response: { 200: s.FoundView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const found = await findIn(tx, actor, request.body.q)
    return found && { ...found, people: [...found.people], homes: [...found.homes] }
  }))
  app.get('/api/v1/roster/lists/:kind', {
    schema: { operationId: 'listHomes', summary: 'Homes to work through, by place, page by page', tags, params: s.ByKind, querystring: s.ListQuery,
      response: { 200: s.HomeListView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const list = await listHomes(tx, actor, { kind: request.params.kind, ...request.query }, at)
    return list && s.HomeListView.parse(list)
  }))
  app.get('/api/v1/roster/coverage', {
    schema: { operationId: 'readCoverage', summary: 'Homes, how many are known and confirmed, by community, grid and building', tags,
      response: { 200: s.CoverageBack, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const view = await coverage(tx, actor, at)
    return view && s.CoverageBack.parse(view)
  }))
}

function writeRoutes(app: App, wiring: HomeWiring): void {
  app.post('/api/v1/roster/homes/:home/state', {
    schema: { operationId: 'keepHome', summary: 'Say how a home is used, or that all of it holds', tags, params: s.ByHome, body: s.KeepBody,
      response: { 200: s.Kept, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, keepHome, { ...request.body, home: request.params.home }))
  app.post('/api/v1/roster/homes/:home/people', {
    schema: { operationId: 'addDweller', summary: 'Enter somebody in a home', tags, params: s.ByHome, body: s.AddBody,
      response: { 200: s.Added, ...problems } },
  }, async (request, reply) => {
    const { values, ...rest } = request.body
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    return actAs(wiring, request, reply, addDweller, { ...rest, values: given, home: request.params.home })
  })
  app.post('/api/v1/roster/ties/:tie/values', {
    schema: { operationId: 'correctValue', summary: 'Put a right value in the place of the current one', tags, params: s.ByTie, body: s.CorrectBody,
      response: { 200: s.Corrected, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, correctValue, { ...request.body, tie: request.params.tie,
    behalf: request.headers['x-on-behalf'] !== undefined }))
  app.post('/api/v1/roster/values/:value/take-back', {
    schema: { operationId: 'takeBackValue', summary: 'Take a correction back within ten minutes', tags, params: s.ByValue,
      response: { 200: s.Kept, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, takeBackValue, { value: request.params.value }))
  app.post('/api/v1/roster/ties/end', {
    schema: { operationId: 'endTies', summary: 'Write down that somebody moved away, died, or never belonged here', tags, body: s.EndBody,
      response: { 200: s.Kept, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, endTies, request.body))
  app.post('/api/v1/roster/ties/reopen', {
    schema: { operationId: 'reopenTies', summary: 'Take the end of ties back', tags, body: s.ReopenBody, response: { 200: s.Kept, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, reopenTies, request.body))
}

/** All routes of households. */
export function homeRoutes(app: App, wiring: HomeWiring): void {
  readRoutes(app, wiring)
  writeRoutes(app, wiring)
  app.post('/api/v1/roster/values/:value/reveal', {
    schema: { operationId: 'revealRosterValue', summary: 'Show one value in clear for a purpose; its person sees that it was shown', tags,
      params: s.ByValue, body: s.RevealBody, response: { 200: s.Clear, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx, input: { value: string } & typeof request.body) => {
    const shown = await revealOne(ctx, input)
    return shown.ok ? ok({ clear: shown.value }) : shown
  }, { ...request.body, value: request.params.value }))
  app.post('/api/v1/roster/ties/:tie/copy', {
    schema: { operationId: 'copyAtDesk', summary: 'What is kept of somebody who came in person, in clear, to print; they see that it was given', tags,
      params: s.ByTie, body: s.CopyBody, response: { 200: s.DeskCopyView, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx, input: Parameters<typeof copyAtDesk>[1]) => {
    const made = await copyAtDesk(ctx, input)
    return made.ok ? ok(s.DeskCopyView.parse(made.value)) : made
  }, { ...request.body, tie: request.params.tie }))
  app.post('/api/v1/roster/lists/:kind/export', {
    schema: { operationId: 'exportHomes', summary: 'A list with its people, masked or in clear, with who took it and why', tags, params: s.ByKind,
      body: s.ExportBody, response: { 200: s.ExportView, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx, input: Parameters<typeof exportHomes>[1]) => {
    const made = await exportHomes(ctx, input)
    return made.ok ? ok(s.ExportView.parse(made.value)) : made
  }, { ...request.body, kind: request.params.kind }))
}
