import { withScope, type Db, type Scope } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import type { PlaceView } from '../../../places/index.ts'
import { lookupHash } from '../../../trust/index.ts'
import type { Workbook } from '../../file/index.ts'
import type { ProblemCode, RawRow } from '../../rules/reading/index.ts'
import { openAddressBook, type AddressBook } from '../../store/import-address-book.ts'
import { changeImport, destroyStaging, importById, insertImport } from '../../store/import-file.ts'
import type { Importing } from '../../store/import-held.ts'
import { rememberHashes } from '../../store/token.ts'
import { keepChildren, tellImported } from './commit-import.ts'
import { findPairs } from './find-pairs.ts'
import { againIfMet, nothingCommitted, writeRows, type Committed, type CommitRow } from './commit-rows.ts'
import { openJudge, type Judgment } from './judge.ts'
import { Tally } from './judge-import.ts'

/** What was found amiss and where; `cell` is the address of the cell, as C12, and nothing of what stands in it. */
export type CellProblem = { readonly sheet: number; readonly row: number; readonly column: string; readonly code: ProblemCode; readonly cell: string }
/** `id` is null for a dry run. `done`: what came of it. */
export type Whole = {
  readonly id: string | null; readonly rows: number; readonly ok: number; readonly fixable: number; readonly cannot: number; readonly people: number
  readonly households: number; readonly homes: number; readonly problems: readonly CellProblem[]; readonly done: Committed
}
export type ImportWhole = {
  readonly db: Db; readonly scope: Scope; readonly community: PlaceView; readonly file: Workbook
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly hash: string
  /** Day as of which the file speaks. */
  readonly seenOn: string
  /** False: reads and judges, and writes nothing. */
  readonly write: boolean
  readonly now: () => Date
  readonly progress?: (rows: number) => void
}

/** Rows of one transaction. */
const CHUNK = 1000

class Reading {
  readonly tally: Tally
  readonly counts = { rows: 0, ok: 0, fixable: 0, cannot: 0 }
  readonly problems: CellProblem[] = []
  readonly children = new Map<string, number>()
  constructor(seenOn: string) { this.tally = new Tally(seenOn) }

  /** Counts a judged row; answers it as it is taken, with its fixes. */
  take(raw: RawRow, judgment: Judgment): CommitRow | null {
    const { judged, fixed, home } = judgment
    this.tally.add(judgment)
    this.counts.rows++
    this.counts[judged.verdict]++
    for (const { letter, code } of judged.problems) this.problems.push({ sheet: raw.sheet, row: raw.n, column: letter, code, cell: `${letter}${raw.n}` })
    if (judged.verdict === 'cannot' || home === null) return null
    if (judged.problems.some(({ code }) => code === 'under_14')) this.children.set(home, (this.children.get(home) ?? 0) + 1)
    const { people, householdNo, homeState } = fixed ?? judged
    return { home, people, householdNo, homeState }
  }
}

async function* chunks({ file, seenOn, progress }: ImportWhole, book: AddressBook, reading: Reading): AsyncGenerator<readonly CommitRow[]> {
  let rows: CommitRow[] = []
  for (const { plan, holds } of file.sheets) {
    if (holds === 'nothing') continue
    const judge = openJudge(plan, seenOn, book)
    for await (const batch of file.rows(plan)) {
      for (const raw of batch) {
        const taken = reading.take(raw, judge(raw))
        if (taken === null) continue
        // a home is left whole where it can be: two transactions at the same one would wait for each other
        if (rows.length >= CHUNK && (rows.at(-1)?.home !== taken.home || rows.length >= 2 * CHUNK)) {
          yield rows
          rows = []
        }
        rows.push(taken)
      }
      progress?.(batch.length)
    }
  }
  if (rows.length > 0) yield rows
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

/**
 * How many chunks are written at the same time. With two, both were in the database at once and then both waited for this process, by turns; a third gives
 * it work meanwhile. Each takes a connection, and looking for who may be whom takes one more.
 */
const LANES = 3

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

async function end({ db, scope, now }: ImportWhole, to: Importing, reading: Reading, done: Committed): Promise<void> {
  await withScope(db, scope, async (tx) => {
    await keepChildren(tx, to, reading.children)
    const { people, ...came } = done
    const numbers = { ...reading.counts, ...reading.tally.numbers, ...came, newPeople: people, leftOut: reading.counts.cannot }
    await changeImport(tx, to.district, to.id, { state: 'done', doneAt: now(), counts: { numbers, problems: {} }, readRows: reading.counts.rows, doneRows: reading.counts.rows })
    const row = await importById(tx, to.district, to.id)
    if (row) await tellImported(tx, to.district, row, now())
  })
}

/**
 * Imports a file in one go, as the command line does: each row is read, judged and, if it can be, taken with its fixes; what can't be read is left. Nothing
 * is staged. Cut off, it stands as a paused import that can be undone, and running it again adds what was missing and changes nothing else. [RO22] [RO26]
 */
export async function importWhole(input: ImportWhole): Promise<Whole> {
  const { db, scope, community, seenOn, write } = input
  const book = await withScope(db, scope, (tx) => openAddressBook(tx, scope.district, community.id))
  const reading = new Reading(seenOn)
  const to = write ? await begin(input) : null
  const lanes = to === null ? null : openLanes(input, to)
  for await (const rows of chunks(input, book, reading)) await lanes?.put(rows)
  const done = await lanes?.end() ?? nothingCommitted
  if (to !== null) await end(input, to, reading, done)
  return { id: to?.id ?? null, ...reading.counts, ...reading.tally.numbers, problems: reading.problems, done }
}
