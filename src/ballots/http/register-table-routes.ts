/** The register in from a table, tried out first, and out again with who took it. */
import { runCommand, type Context } from '../../kit/command.ts'
import { keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { ok, refuse, type Refusal } from '../../kit/pure.ts'
import { readAs, showAs, type Actor } from '../../trust/index.ts'
import { emptyTable, importRegister, type Taken } from '../commands/register/import-register.ts'
import { exportRegister } from '../commands/register/show.ts'
import * as s from './register-schemas.ts'
import type { RegisterWiring } from './register-wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['register']

class TriedOut extends Error {
  readonly taken: Taken
  constructor(taken: Taken) { super('tried out'); this.taken = taken }
}
const realPeople: Refusal = { code: 'not_in_demo', rule: 'P30', explain: {
  zh: '演示里只收从这里下载的空表，请不要放真人的信息。', en: 'The demo takes the table downloaded here alone: please enter no real people.' } }
const nothing: Refusal = { code: 'nothing_to_take', rule: 'B87', explain: { zh: '没有一行能收下。', en: 'Not one row can be taken.' } }

/** Import and export of the register. [B87] [B88] */
export function registerTables(app: App, wiring: RegisterWiring): void {
  const { db, trust, mark, readTable } = wiring
  app.get('/api/v1/registers/:compound/table', {
    schema: { operationId: 'readEmptyTable', summary: 'An empty table of the rooms that have no title yet', tags, params: s.ByCompound,
      response: { 200: s.EmptyTable, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const rooms = await emptyTable({ tx, actor, at }, request.params.compound)
    return rooms && { mark, rooms: [...rooms] }
  }))
  app.post('/api/v1/registers/:compound/import', {
    bodyLimit: s.MOST_BYTES * 1.5,
    schema: { operationId: 'importRegister', summary: 'Try out or take in a table of titles and owners (CSV or .xlsx)', tags, params: s.ByCompound,
      body: s.ImportBody, response: { 200: s.Imported, ...problems } },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [actor, at, { file, commit }] = [staff.value, trust.now(), request.body]
    const table = await readTable(Buffer.from(file, 'base64'))
    if (!table.ok) return sendRefusal(reply, table.refusal)
    const lines = table.value
    if (mark !== null && !lines.slice(0, 3).some(({ cells }) => cells.some((cell) => cell.includes(mark)))) return sendRefusal(reply, realPeople)
    let found: Taken | undefined
    try {
      const done = await runCommand(db, actor, at, commit ? keyOf(request, actor.post ?? '') : undefined, async (tx) => {
        const taken = await importRegister({ tx, actor, at }, { compound: request.params.compound, lines })
        if (!taken.ok) return taken
        if (!commit) throw new TriedOut(taken.value)
        found = taken.value
        const { added, changed, same, rows } = taken.value
        return added + changed + same === 0 ? refuse(nothing) : ok({ added, changed, same, rows })
      })
      void reply.header('cache-control', 'no-store')
      return done.ok ? { committed: true, ...done.value, problems: view(found) } : sendRefusal(reply, done.refusal)
    } catch (error) {
      if (error instanceof TriedOut) return { committed: false, ...error.taken, problems: view(error.taken) }
      throw error
    }
  })
  app.post('/api/v1/registers/:compound/export', {
    schema: { operationId: 'exportRegister', summary: 'The register to take along, masked, with who took it and why', tags, params: s.ByCompound,
      body: s.ExportBody,
      response: { 200: s.Exported, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx: Context<Actor>, input: Parameters<typeof exportRegister>[1]) => {
    const made = await exportRegister(ctx, input)
    return made.ok ? ok(s.Exported.parse(made.value)) : made
  }, { compound: request.params.compound, purpose: request.body.purpose }))
}

/** A repeat of a request is answered from what was kept of it, which holds numbers alone. */
const view = (taken: Taken | undefined) => [...taken?.problems ?? []]
