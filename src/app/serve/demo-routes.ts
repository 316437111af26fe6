import { z } from 'zod'
import { sql } from 'kysely'
import { demoSignIns } from '../../../demo/index.ts'
import { clockOffset, setClockOffset } from '../../kit/clock.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { problemSchema, type App } from '../../kit/http.ts'
import { ancestors, doorCodeOf, placeById } from '../../places/index.ts'
import { digitsOf, publicActor, type Trust } from '../../trust/index.ts'

const Advance = z.strictObject({ minutes: z.int().min(1).max(60 * 24 * 14) })
const said = z.object({ zh: z.string(), en: z.string() })
const Tour = z.object({
  entries: z.array(z.object({
    key: z.string(), person: z.string().nullable(), post: z.string().nullable(), door: z.string().nullable(),
    board: z.string().nullable(), name: z.string(), role: said, where: said, does: said, device: z.string(),
  })),
  door: z.string(), doorLabel: z.string(), compound: z.string(), compoundName: z.string(),
  /** A made-up owner's telephone that opens a ballot; null until the votes are laid out. */
  ownerPhone: z.string().nullable(),
})
const Code = z.object({ code: z.string().nullable() })
const Progress = z.object({ done: z.number(), total: z.number() })

/** What only a demo has: its clock can be moved on, so that deadlines are seen to act, and the filling in of its history is shown. */
export function demoRoutes(app: App, { db, trust }: { readonly db: Db; readonly trust: Trust }): void {
  const { district } = trust
  app.post('/api/v1/demo/clock', {
    schema: {
      operationId: 'advanceDemoClock', summary: 'Move the demo’s clock on', tags: ['demo'],
      body: Advance, response: { 200: z.object({ now: z.string() }), '4xx': problemSchema },
    },
  }, async (request) => {
    const offset = clockOffset() + request.body.minutes * 60_000
    await withScope(db, publicActor(district), (tx) => sql`insert into setting (district, name, value) values (${district}, 'clock_offset_ms', ${String(offset)})
      on conflict (district, name) do update set value = excluded.value`.execute(tx))
    setClockOffset(offset)
    return { now: trust.now().toISOString() }
  })
  app.get('/api/v1/demo/progress', {
    schema: { operationId: 'readDemoProgress', summary: 'How much of the demo’s history is filled in', tags: ['demo'], response: { 200: Progress } },
  }, async () => {
    const rows = await db.selectFrom('setting').select(['name', 'value'])
      .where('district', '=', district).where('name', 'in', ['demo_done', 'demo_total']).execute()
    const value = (name: string): number => Number(rows.find((row) => row.name === name)?.value ?? 0)
    return { done: value('demo_done'), total: value('demo_total') }
  })
  app.get('/api/v1/demo/tour',
    { schema: { operationId: 'readDemoTour', summary: 'Who one can be, and where the guided path begins', tags: ['demo'], response: { 200: Tour } } },
    async () => withScope(db, publicActor(district), (tx) => tourOf(tx, district)))
  app.get('/api/v1/demo/code', {
    schema: { operationId: 'readDemoCode', summary: 'The phone code that would have been sent last', tags: ['demo'], response: { 200: Code } },
  }, async () => {
    const row = await db.selectFrom('outbox').select('facts').where('district', '=', district)
      .where('template', '=', 'phone.code').orderBy('id', 'desc').limit(1).executeTakeFirst()
    const facts = row?.facts
    const code = typeof facts === 'object' && facts !== null && 'code' in facts && typeof facts['code'] === 'string' ? facts['code'] : null
    return { code: code === null ? null : digitsOf(code) }
  })
}

/** The people of the first page, with door codes and boards in place of the ids of places. */
async function tourOf(tx: Tx, district: string): Promise<z.infer<typeof Tour>> {
  const entries = []
  for (const { key, person, post, name, role, where, does, device, door, board } of demoSignIns()) {
    entries.push({
      key, person, post, name, role, where, does, device, board: board ?? null, door: door ? await doorCodeOf(tx, district, door) : null,
    })
  }
  const first = demoSignIns().find((entry) => entry.door !== undefined)?.door ?? ''
  const place = await placeById(tx, district, first)
  const owner = await tx.selectFrom('setting').select('value').where('district', '=', district).where('name', '=', 'demo_owner_phone').executeTakeFirst()
  const compound = (await ancestors(tx, district, first)).find((p) => p.kind === 'compound')
  return {
    entries, door: (await doorCodeOf(tx, district, first)) ?? '', doorLabel: place?.fullName ?? '',
    compound: compound?.id ?? '', compoundName: compound?.name ?? '', ownerPhone: owner?.value ?? null,
  }
}
