/** A spreadsheet of people is sent, read, taken and undone: at no moment does a table, a file or the log hold anything of it in clear. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dirtyBook } from '../../demo/rosters/book.ts'
import { workbookBytes } from '../../demo/rosters/write.ts'
import { demoHomes } from '../../demo/rosters/world.ts'
import { now } from '../kit/clock.ts'
import { withScope } from '../kit/db.ts'
import { stepImports } from '../roster/index.ts'
import { clockActor, erasePerson } from '../trust/index.ts'
import { eraseHooks } from './erasing.ts'
import { filesHolding, holds, tablesHolding } from './testing/dump.ts'
import { multipart, Stories } from './testing/stories.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
let stories: Stories
beforeAll(async () => {
  world = await openWorld()
  stories = new Stories(world)
}, 60_000)
afterAll(async () => { await world.close() })

const district = '990106'
const clock = clockActor(district, 'd990106')

/** Runs what the worker runs until nothing waits. */
async function work(id: string, until: string): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    await stepImports(world.db, clock, now)
    const { state } = (await stories.must('worker', `/api/v1/roster/imports/${id}`)).json<{ state: string }>()
    const { rows } = await world.database.pool('linli_owner').query("select 1 from roster_row where import = $1 and verdict = 'unread'", [id])
    if (state === until && rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the import never came to ${until}`)
}

test('[T12] what a spreadsheet holds is nowhere in clear: staged, taken, erased or undone; refused columns never (P01)', { timeout: 120_000 }, async () => {
  const book = dirtyBook({ seed: 'secrets', layout: 'grid', homes: demoHomes().slice(0, 40), dirty: false })
  const cells = book.sheets.flatMap(({ rows }) => rows.flat()).map(String)
  const numbers = [...new Set(cells.filter((cell) => /^(1[3-9]\d{9}|\d{17}[\dX])$/.test(cell)))]
  expect(numbers.length).toBeGreaterThan(40)
  const texts = [...numbers.filter((_, at) => at % 8 === 0), ...book.secrets.slice(0, 5)]
  const nowhere = async (when: string): Promise<void> => {
    expect(await tablesHolding(world.database.connection, texts), when).toEqual([])
    expect(filesHolding(world.settings.dataDir, texts), when).toEqual([])
    expect(holds(Buffer.from(world.log.join('\n')), texts), when).toBe(false)
  }
  const community = world.demo.places.find((one) => one.code === '990106003001')?.id ?? ''
  const sent = await world.send({ as: 'worker', url: `/api/v1/roster/imports?community=${community}`,
    ...multipart(await workbookBytes(book), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'people.xlsx') })
  expect(sent.statusCode, sent.body).toBe(200)
  const { id } = sent.json<{ id: string }>()
  await work(id, 'review')
  await nowhere('staged')
  await stories.must('worker', `/api/v1/roster/imports/${id}/move`, { move: 'commit' })
  await work(id, 'done')
  await nowhere('taken')
  const owner = world.database.pool('linli_owner')
  const { rows: people } = await owner.query<{ person: string }>('select distinct person from dweller_value where source = $1', [id])
  expect(people.length).toBeGreaterThan(20)
  expect((await owner.query('select 1 from roster_row')).rows).toEqual([])
  expect((await owner.query('select 1 from roster_import_key')).rows).toEqual([])
  const person = people[0]?.person ?? ''
  await withScope(world.db, clock, (tx) => erasePerson(tx, clock, person, now(), { reason: 'asked', hooks: eraseHooks }))
  expect((await owner.query('select 1 from dweller_value where person = $1', [person])).rows).toEqual([])
  await nowhere('erased')
  await stories.must('worker', `/api/v1/roster/imports/${id}/move`, { move: 'undo' })
  await work(id, 'undone')
  await nowhere('undone')
  expect((await owner.query('select 1 from dweller_value where source = $1', [id])).rows).toEqual([])
})
