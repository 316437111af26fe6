/** The import over HTTP: send a file, map columns, mend and take rows, commit, undo; and the two queues of decisions. */
import { shanghaiDay } from '../../kit/clock.ts'
import { problemSchema, type App } from '../../kit/http.ts'
import { type StaffWiring, type Trust, readAs, runAs } from '../../trust/index.ts'
import { decideConflict } from '../commands/import/decide-conflict.ts'
import { decidePair } from '../commands/import/decide-pair.ts'
import { reopenConflict } from '../commands/import/reopen-conflict.ts'
import { decideRows, mapImportColumn, typeCell } from '../commands/import/decide-rows.ts'
import { moveImport } from '../commands/import/move-import.ts'
import { listConflicts, listPairs } from '../views/import-queues.ts'
import { listImportRows, listImports, readImportRow, readImportView } from '../views/imports.ts'
import { communitiesOf } from '../views/reach.ts'
import * as s from './import-schemas.ts'
import { sendRoute, type Example } from './import-send.ts'

export type ImportWiring = StaffWiring & {
  readonly trust: Pick<Trust, 'mode'>
  /** Files that a person may try the import with; the demo has some. */
  readonly examples: readonly Example[]
}

const problems = { '4xx': problemSchema }
const tags = ['roster']

function readRoutes(app: App, wiring: ImportWiring): void {
  app.get('/api/v1/roster/imports', {
    schema: { operationId: 'listRosterImports', summary: 'Imports of spreadsheets, newest first', tags, response: { 200: s.Imports, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const items = await listImports(tx, actor)
    const communities = items && await communitiesOf(tx, actor)
    return items && s.Imports.parse({ items, communities, examples: wiring.examples.map(({ name, title }) => ({ name, title })),
      today: shanghaiDay(wiring.trust.now()) })
  }))
  app.get('/api/v1/roster/imports/:id', {
    schema: { operationId: 'readRosterImport', summary: 'One import: its state, its columns, what it would bring', tags, params: s.ById,
      response: { 200: s.ImportView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const view = await readImportView(tx, actor, request.params.id, wiring.trust.now())
    return view && s.ImportView.parse(view)
  }))
  app.get('/api/v1/roster/imports/:id/rows', {
    schema: { operationId: 'listRosterRows', summary: 'Rows of an import in review, by verdict or kind of problem; names masked', tags,
      params: s.ById,
      querystring: s.RowsQuery, response: { 200: s.Rows, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const rows = await listImportRows(tx, actor, request.params.id, request.query)
    return rows && s.Rows.parse(rows)
  }))
  app.get('/api/v1/roster/imports/:id/rows/:sheet/:n', {
    schema: { operationId: 'readRosterRow', summary: 'One row of the file: raw cells beside the reading', tags, params: s.ByRow,
      response: { 200: s.RowView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const { id, sheet, n } = request.params
    const row = await readImportRow(tx, actor, id, sheet, n)
    return row && s.RowView.parse(row)
  }))
}

function writeRoutes(app: App, wiring: ImportWiring): void {
  app.post('/api/v1/roster/imports/:id/rows/decide', {
    schema: { operationId: 'decideRosterRows', summary: 'Take rows with their fixes, or leave them: one, or all with one kind of problem', tags,
      params: s.ById,
      body: s.DecideBody, response: { 200: s.Decided, ...problems } },
  }, async (request, reply) => {
    const { row, code = null, decision } = request.body
    return runAs(wiring, request, reply, (ctx) => decideRows(ctx, request.params.id, row ?? { code }, decision))
  })
  app.post('/api/v1/roster/imports/:id/rows/cell', {
    schema: { operationId: 'typeRosterCell', summary: 'Say what a cell should have said', tags, params: s.ById, body: s.CellBody,
      response: { 200: s.Typed, ...problems } },
  }, async (request, reply) => {
    const { sheet, n, letter, text } = request.body
    return runAs(wiring, request, reply, (ctx) => typeCell(ctx, request.params.id, { sheet, n }, letter, text))
  })
  app.post('/api/v1/roster/imports/:id/columns', {
    schema: { operationId: 'mapRosterColumn', summary: 'Say what a column is; remembered for the next file', tags, params: s.ById, body: s.ColumnBody,
      response: { 200: s.Mapped, ...problems } },
  }, async (request, reply) => {
    const { sheet, letter, as } = request.body
    return runAs(wiring, request, reply, (ctx) => mapImportColumn(ctx, request.params.id, sheet, letter, as))
  })
  app.post('/api/v1/roster/imports/:id/move', {
    schema: { operationId: 'moveRosterImport', summary: 'Commit an import, pause it, go on, drop it or undo it as a whole', tags, params: s.ById,
      body: s.MoveBody,
      response: { 200: s.Moved, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => moveImport(ctx, request.params.id, request.body.move)))
}

function queueRoutes(app: App, wiring: ImportWiring): void {
  app.get('/api/v1/roster/conflicts', {
    schema: { operationId: 'listRosterConflicts', summary: 'Values that differ and wait for a decision', tags, querystring: s.ConflictsQuery,
      response: { 200: s.Conflicts, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const page = await listConflicts(tx, actor, request.query.after, request.query.limit)
    return page && s.Conflicts.parse(page)
  }))
  app.post('/api/v1/roster/conflicts/:value', {
    schema: { operationId: 'decideRosterConflict', summary: 'Keep the old value, the new one, or both', tags, params: s.ByValue, body: s.ConflictBody,
      response: { 200: s.ConflictDecided, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => decideConflict(ctx, { value: request.params.value, kept: request.body.kept })))
  app.post('/api/v1/roster/conflicts/:value/reopen', {
    schema: { operationId: 'reopenRosterConflict', summary: 'Take back within ten minutes what was decided between two values', tags, params: s.ByValue,
      response: { 200: s.ConflictReopened, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => reopenConflict(ctx, { value: request.params.value })))
  app.get('/api/v1/roster/pairs', {
    schema: { operationId: 'listRosterPairs', summary: 'Entries that may be one person, with what speaks for and against it', tags,
      querystring: s.PairsQuery,
      response: { 200: s.Pairs, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const { state, from, limit } = request.query
    const page = await listPairs(tx, actor, state, from, limit)
    return page && s.Pairs.parse(page)
  }))
  app.post('/api/v1/roster/pairs/:pair', {
    schema: { operationId: 'decideRosterPair', summary: 'Join two entries, keep them apart, split them again, or within ten minutes ask anew', tags, params: s.ByPair,
      body: s.PairBody,
      response: { 200: s.PairDecided, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => decidePair(ctx, { pair: request.params.pair, move: request.body.move })))
}

/** Everything about imports and what has to be decided afterwards. Needs @fastify/multipart on the server. */
export function importRoutes(app: App, wiring: ImportWiring): void {
  sendRoute(app, wiring)
  readRoutes(app, wiring)
  writeRoutes(app, wiring)
  queueRoutes(app, wiring)
}
