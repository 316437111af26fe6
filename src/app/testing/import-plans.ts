/** The operations of imports and of what is decided after them: one made-up file in review, two entries that may be one person, a telephone in doubt. */
import { demoHomes } from '../../../demo/rosters/world.ts'
import { dirtyBook } from '../../../demo/rosters/book.ts'
import { workbookBytes } from '../../../demo/rosters/write.ts'
import { now } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { stepImports } from '../../roster/index.ts'
import { clockActor } from '../../trust/index.ts'
import { multipart, planted, type Stories } from './stories.ts'
import type { Who } from './world.ts'

type Plan = { readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly query?: { readonly [name: string]: string }
  readonly body?: { readonly [name: string]: unknown } }
type Planner = (stories: Stories) => Promise<Plan>
type View = { readonly state: string; readonly judging: boolean; readonly sheets: readonly { readonly sheet: number; readonly columns: readonly { readonly letter: string
  readonly outcome: string; readonly field: string | null }[] }[] }
type Row = { readonly sheet: number; readonly n: number; readonly verdict: string }

const PATH = '/api/v1/roster/imports'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const clock = clockActor('990106', 'd990106')
const community = (s: Stories): string => s.world.demo.places.find((one) => one.code === '990106003001')?.id ?? ''
const view = async (s: Stories, id: string): Promise<View> => (await s.must('worker', `${PATH}/${id}`)).json<View>()

/** Lets the worker go on until the import waits for a person. */
async function judged(s: Stories, id: string): Promise<View> {
  for (let turn = 0; turn < 100; turn++) {
    const seen = await view(s, id)
    if (seen.state === 'review' && !seen.judging) return seen
    await stepImports(s.world.db, clock, now)
    await new Promise((done) => { setTimeout(done, 10) })
  }
  throw new Error('the import was never judged')
}

let bytes: Promise<Buffer> | undefined
const open = new WeakMap<Stories, string>()
/** The file that is in review; another one once somebody has dropped it or taken it in. */
async function reviewed(s: Stories): Promise<{ readonly id: string } & View> {
  const before = open.get(s)
  if (before !== undefined && (await view(s, before)).state === 'review') return { id: before, ...await judged(s, before) }
  bytes ??= workbookBytes(dirtyBook({ seed: 'plans', layout: 'grid', homes: demoHomes().slice(0, 2) }))
  const sent = await s.world.send({ as: 'worker', url: `${PATH}?community=${community(s)}`, ...multipart(await bytes, SHEETS, 'people.xlsx') })
  if (sent.statusCode !== 200) throw new Error(`no import: ${sent.body}`)
  const { id } = sent.json<{ id: string }>()
  open.set(s, id)
  return { id, ...await judged(s, id) }
}

async function firstRow(s: Stories, id: string): Promise<Row> {
  const [row] = (await s.must('worker', `${PATH}/${id}/rows`)).json<{ items: Row[] }>().items
  if (!row) throw new Error('the file has no row')
  return row
}

/** Somebody new in a home of 梧桐苑3号楼: the tie. */
const added = async (s: Stories): Promise<string> => (await s.must('worker', `/api/v1/roster/homes/${s.place('梧桐苑3号楼1201室')}/people`,
  { ties: ['lives'], values: { name: planted.name, phone: planted.phone } })).json<{ tie: string }>().tie

/** A second telephone that waits beside the first. */
async function inDoubt(s: Stories): Promise<string> {
  const [tie, id] = [await added(s), newId()]
  await s.world.database.pool('linli_owner').query(`insert into dweller_value (district, id, dweller, person, path, compound_path, field, cipher, masked, keyed_hash,
    state, seen_on, source_kind, source, recorded_at) select district, $2, dweller, person, path, compound_path, field, cipher, masked, keyed_hash, 'waiting', seen_on,
    source_kind, source, recorded_at from dweller_value where dweller = $1 and field = 'phone'`, [tie, id])
  return id
}

/** Two entries that may be one person. */
async function pair(s: Stories): Promise<string> {
  const [owner, id, ties] = [s.world.database.pool('linli_owner'), newId(), [await added(s), await added(s)]]
  const { rows } = await owner.query<{ person: string }>('select person from dweller where id = any($1) order by person', [ties])
  await owner.query(`insert into same_person (district, id, community, path, one, other, evidence, weight, state, found_at)
    select district, $1, id, path, $2, $3, '[{"code":"phone_same","weight":40}]', 40, 'open', $4 from place where id = $5`,
  [id, rows[0]?.person, rows[1]?.person, now(), community(s)])
  return id
}

/** Each with what it needs. `sendRosterFile` comes without its file, which is refused. */
export const importPlans: { readonly [operation: string]: Planner } = {
  sendRosterFile: async (s) => ({ as: 'worker', query: { community: community(s), seenOn: '2026-11-20' } }),
  readRosterExample: async () => ({ as: 'worker', params: { name: 'owners-list' } }),
  listRosterImports: async () => ({ as: 'worker' }),
  readRosterImport: async (s) => ({ as: 'worker', params: { id: (await reviewed(s)).id } }),
  listRosterRows: async (s) => ({ as: 'worker', params: { id: (await reviewed(s)).id }, query: { verdict: 'fixable', code: 'filled_down', after: '1.2', limit: '5' } }),
  readRosterRow: async (s) => {
    const { id } = await reviewed(s)
    const { sheet, n } = await firstRow(s, id)
    return { as: 'worker', params: { id, sheet: String(sheet), n: String(n) } }
  },
  decideRosterRows: async (s) => {
    const { id } = await reviewed(s)
    const { sheet, n } = await firstRow(s, id)
    return { as: 'worker', params: { id }, body: { decision: 'leave', row: { sheet, n } } }
  },
  typeRosterCell: async (s) => {
    const { id, sheets } = await reviewed(s)
    const { sheet, n } = await firstRow(s, id)
    const letter = sheets.find((one) => one.sheet === sheet)?.columns.find(({ outcome, field }) => outcome === 'field' && field === 'name')?.letter ?? ''
    return { as: 'worker', params: { id }, body: { sheet, n, letter, text: planted.name } }
  },
  mapRosterColumn: async (s) => {
    const { id, sheets } = await reviewed(s)
    const found = sheets.flatMap(({ sheet, columns }) => columns.map((column) => ({ sheet, ...column }))).find(({ outcome }) => outcome === 'field')
    return { as: 'worker', params: { id }, body: { sheet: found?.sheet ?? 1, letter: found?.letter ?? '', as: found?.field ?? '' } }
  },
  moveRosterImport: async (s) => ({ as: 'worker', params: { id: (await reviewed(s)).id }, body: { move: 'drop' } }),
  listRosterConflicts: async (s) => ({ as: 'worker', query: { after: await inDoubt(s), limit: '5' } }),
  decideRosterConflict: async (s) => ({ as: 'worker', params: { value: await inDoubt(s) }, body: { kept: 'both' } }),
  reopenRosterConflict: async (s) => {
    const value = await inDoubt(s)
    await s.must('worker', `/api/v1/roster/conflicts/${value}`, { kept: 'both' })
    return { as: 'worker', params: { value } }
  },
  listRosterPairs: async (s) => {
    await pair(s)
    return { as: 'worker', query: { state: 'open', from: '0', limit: '5' } }
  },
  decideRosterPair: async (s) => ({ as: 'worker', params: { pair: await pair(s) }, body: { move: 'apart' } }),
}
