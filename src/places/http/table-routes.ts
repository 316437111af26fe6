import { z } from 'zod'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import type { Trust } from '../../trust/index.ts'
import { importPlaces, mayImportPlaces, type PlacesTaken } from '../commands/import-places.ts'
import { placeCells, placeHeadings, writePlacesCsv, type TableLine } from '../store/csv.ts'
import { exportPlaces } from '../views/export.ts'

/** `readTable` reads CSV and workbooks and is put in by the application; a file that is no table is a refusal. */
export type TableWiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now'>
  readonly readTable: (bytes: Buffer) => Promise<Result<readonly TableLine[]>> }

/** The largest file, in bytes: a street of 100,000 homes is about five million. */
const MOST_BYTES = 8_000_000

const problems = { '4xx': problemSchema }
const tags = ['places']
const said = z.object({ zh: z.string(), en: z.string() })
const Taken = z.object({ committed: z.boolean(), rows: z.number(), added: z.number(), changed: z.number(), same: z.number(),
  problems: z.array(z.object({ line: z.number(), said })) }).meta({ id: 'PlacesTaken' })
const Body = z.strictObject({ file: z.base64().min(4).max(MOST_BYTES * 1.4), commit: z.boolean() })
const Table = z.object({ headings: z.array(z.string()), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))), csv: z.string() }).meta({ id: 'PlacesTable' })

class TriedOut extends Error {
  readonly taken: PlacesTaken
  constructor(taken: PlacesTaken) { super('tried out'); this.taken = taken }
}
const nothing: Refusal = { code: 'nothing_to_take', rule: 'P14', explain: { zh: '没有一行能收下。', en: 'Not one line can be taken.' } }

/** The places of one's own area out as a table and in again, tried out first. [P12] [P14] */
export function placeTableRoutes(app: App, { db, trust, readTable }: TableWiring): void {
  app.get('/api/v1/places-table', {
    schema: { operationId: 'exportPlaces', summary: "The places of one's own area as a table", tags, response: { 200: Table, ...problems } },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    if (!mayImportPlaces(staff.value)) return sendRefusal(reply, common.notFound)
    const rows = await withScope(db, staff.value, (tx) => exportPlaces(tx, staff.value.district, staff.value.scopes))
    return { headings: [...placeHeadings], rows: rows.map(placeCells), csv: writePlacesCsv(rows) }
  })
  app.post('/api/v1/places-table', {
    bodyLimit: MOST_BYTES * 1.5,
    schema: { operationId: 'importPlaces', summary: 'Try out or take a table of places (CSV or .xlsx)', tags, body: Body, response: { 200: Taken, ...problems } },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [actor, at, { file, commit }] = [staff.value, trust.now(), request.body]
    if (!mayImportPlaces(actor)) return sendRefusal(reply, common.notFound)
    const table = await readTable(Buffer.from(file, 'base64'))
    if (!table.ok) return sendRefusal(reply, table.refusal)
    try {
      const done = await runCommand(db, actor, at, commit ? keyOf(request, actor.post ?? '') : undefined, async (tx) => {
        const taken = await importPlaces({ tx, actor, at }, table.value)
        if (taken.ok && !commit) throw new TriedOut(taken.value)
        return taken.ok && taken.value.added + taken.value.changed + taken.value.same === 0 ? refuse(nothing) : taken
      })
      return done.ok ? { committed: true, ...replyOf(done.value) } : sendRefusal(reply, done.refusal)
    } catch (error) {
      if (error instanceof TriedOut) return { committed: false, ...replyOf(error.taken) }
      throw error
    }
  })
}

const replyOf = ({ rows, added, changed, same, problems: wrong }: PlacesTaken) => ({ rows, added, changed, same, problems: wrong.map(({ line, said: why }) => ({ line, said: why })) })

/** A reader of tables out of one that answers rows or throws: what it throws with a sentence becomes a refusal. */
export const tableReader = (read: (bytes: Buffer) => Promise<readonly { readonly n: number; readonly cells: readonly string[] }[]>,
  sentence: (error: unknown) => { readonly zh: string; readonly en: string } | null): TableWiring['readTable'] => async (bytes) => {
  try {
    return ok((await read(bytes)).map(({ n, cells }) => ({ line: n, cells })))
  } catch (error) {
    const explain = sentence(error)
    if (explain === null) throw error
    return refuse({ code: 'not_a_table', rule: 'P12', explain })
  }
}
