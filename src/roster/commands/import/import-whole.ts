import { withScope, type Db, type Scope } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import type { PlaceView } from '../../../places/index.ts'
import { lookupHash } from '../../../trust/index.ts'
import { roomsOf } from '../../store/import-address-book.ts'
import { changeImport, destroyStaging, importById, insertImport } from '../../store/import-file.ts'
import type { Importing } from '../../store/import-held.ts'
import { rememberHashes } from '../../store/token.ts'
import { keepChildren, tellImported } from './commit-import.ts'
import { findPairs } from './find-pairs.ts'
import { againIfMet, nothingCommitted, writeRows, type Committed, type CommitRow } from './commit-rows.ts'
import type { CellProblem, Read } from './read-rows.ts'
import type { RosterFile } from './roster-file.ts'

/** `id` is null for a dry run. `done`: what came of it. */
export type Whole = {
  readonly id: string | null; readonly rows: number; readonly ok: number; readonly fixable: number; readonly cannot: number; readonly people: number
  readonly households: number; readonly homes: number; readonly problems: readonly CellProblem[]; readonly done: Committed
}
export type ImportWhole = {
  readonly db: Db; readonly scope: Scope; readonly community: PlaceView; readonly file: RosterFile
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly hash: string
  /** Day as of which the file speaks. */
  readonly seenOn: string
  /** False: reads and judges, and writes nothing. */
  readonly write: boolean
  readonly now: () => Date
  readonly progress?: (rows: number) => void
}

const sum = (one: Committed, other: Committed): Committed => ({
  people: one.people + other.people, ties: one.ties + other.ties, values: one.values + other.values, waiting: one.waiting + other.waiting,
  ended: one.ended + other.ended, joined: one.joined + other.joined, asked: one.asked + other.asked,
})

async function begin({ db, scope, community, hash, seenOn, file, now }: ImportWhole): Promise<Importing> {
  const at = now()
  const [district, id] = [scope.district, newId()]
  await withScope(db, scope, async (tx) => {
    await insertImport(tx, { district, id, community: community.id, path: community.path, person: null, post: null, generated: file.generated, seenOn,
      fileHash: lookupHash(district, 'file', hash), at })
    await destroyStaging(tx, district, id) // nothing is staged
    await changeImport(tx, district, id, { state: 'paused' })
  })
  return { district, id, community: community.id, path: community.path, seenOn, at }
}

/** How many chunks are written at the same time. Each takes a connection, and looking for who may be whom takes one more. */
const LANES = 2

type Lanes = { readonly put: (rows: readonly CommitRow[]) => Promise<void>; readonly end: () => Promise<Committed> }

/** Writes chunks beside each other, unless they share a home; who may be whom is looked for one chunk after the other, behind them. */
function openLanes({ db, scope }: ImportWhole, to: Importing): Lanes {
  const hash = rememberHashes(to.district)
  const lanes = Array.from({ length: LANES }, () => ({ homes: new Set<string>(), busy: Promise.resolve() }))
  let [next, done, pairs]: [number, Committed, Promise<void>] = [0, nothingCommitted, Promise.resolve()]
  const write = async (rows: readonly CommitRow[]): Promise<void> => {
    const { done: came, sought } = await againIfMet(() => withScope(db, scope, (tx) => writeRows(tx, to, rows, hash)))
    done = sum(done, came)
    pairs = pairs.then(() => withScope(db, scope, (tx) => findPairs(tx, to, sought))).then((found) => { done = sum(done, { ...nothingCommitted, ...found }) })
    pairs.catch(() => undefined) // awaited at the end, which tells
  }
  return {
    put: async (rows) => {
      const lane = lanes[next++ % LANES]
      if (lane === undefined) return
      await Promise.all(lanes.filter((one) => one === lane || rows.some(({ home }) => one.homes.has(home))).map(({ busy }) => busy))
      lane.homes = new Set(rows.map(({ home }) => home))
      lane.busy = write(rows)
      lane.busy.catch(() => undefined) // awaited at its next turn or at the end, which tells
    },
    end: async () => { await Promise.all(lanes.map(({ busy }) => busy)); await pairs; return done },
  }
}

async function end({ db, scope, now }: ImportWhole, to: Importing, { counts, numbers: told, children }: Read, done: Committed): Promise<void> {
  await withScope(db, scope, async (tx) => {
    await keepChildren(tx, to, children)
    const { people, ...came } = done
    const numbers = { ...counts, ...told, ...came, newPeople: people, leftOut: counts.cannot }
    await changeImport(tx, to.district, to.id, { state: 'done', doneAt: now(), counts: { numbers, problems: {} }, readRows: counts.rows, doneRows: counts.rows })
    const row = await importById(tx, to.district, to.id)
    if (row) await tellImported(tx, to.district, row, now())
  })
}

/**
 * Imports a file in one go, as the command line does: each row is read, judged and, if it can be, taken with its fixes; what can't be read is left. Nothing
 * is staged. Cut off, it stands as a paused import that can be undone, and running it again adds what was missing and changes nothing else. [RO22] [RO26]
 */
export async function importWhole(input: ImportWhole): Promise<Whole> {
  const { db, scope, community, file, seenOn, write, progress } = input
  const to = write ? await begin(input) : null
  const lanes = to === null ? null : openLanes(input, to)
  const problems: CellProblem[] = []
  const chunks = file.read({ rooms: await withScope(db, scope, (tx) => roomsOf(tx, scope.district, community.id)), seenOn }, progress)
  let next = await chunks.next()
  for (; next.done !== true; next = await chunks.next()) {
    for (const problem of next.value.problems) problems.push(problem)
    if (next.value.rows.length > 0) await lanes?.put(next.value.rows)
  }
  const done = await lanes?.end() ?? nothingCommitted
  if (to !== null) await end(input, to, next.value, done)
  const { counts, numbers } = next.value
  return { id: to?.id ?? null, ...counts, ...numbers, problems, done }
}
