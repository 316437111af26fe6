import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { refuse, type Result } from '../../kit/pure.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { openedAct, type OpenedAct } from '../../record/index.ts'
import { publicActor } from '../../trust/index.ts'
import { noSuchCode } from '../commands/write-back.ts'
import {
  deliveryHour, isOfficial, KEPT_DAYS, mayHandle, mayWriteBack, overdue, stateOf, typedCode, waits,
  type Body, type ConcernedKind, type EntryKind, type Retaliation, type ThreadMove, type ThreadState,
} from '../rules/index.ts'
import { entriesOf, lineScope, readLine, threadOfCode, type Entry, type Line } from '../store/line.ts'
import { linesOfCode } from './chain.ts'

/** An entry as either side sees it. `hour`: full hour of delivery, ISO. `sealed`: its commitment stands in the record. */
export type EntryView = {
  readonly n: number; readonly by: 'reporter' | 'handler'; readonly kind: EntryKind; readonly hour: string; readonly text: string
  readonly erased: boolean; readonly retaliation: Retaliation | null; readonly body: Body | null; readonly number: string | null
  readonly sealed: boolean
}

/** A thread as either side sees it. */
export type ThreadView = {
  readonly state: ThreadState; readonly concerned: { readonly kind: ConcernedKind; readonly title: string | null; readonly org: string | null }
  readonly official: boolean; readonly place: string | null; readonly entries: readonly EntryView[]
  /** Until when it is kept, once it has ended: ISO. */
  readonly keptUntil: string | null
}

/** What the reporter sees. */
export type ReporterThread = ThreadView & {
  readonly handler: string; readonly overdue: boolean; readonly mayWrite: boolean; readonly nextDelivery: string
}

/** What the handler sees; `moves` are the buttons. */
export type HandlerThread = ThreadView & { readonly id: string; readonly waits: boolean; readonly moves: readonly ThreadMove[] }

/** One row of the handler's list: retaliation stands first, then what waits, then the newest. */
export type ThreadRow = {
  readonly id: string; readonly state: ThreadState; readonly concerned: ThreadView['concerned']; readonly official: boolean
  readonly last: string; readonly waits: boolean; readonly retaliation: boolean; readonly letters: number
}

const entryView = (entry: Entry): EntryView => ({
  n: entry.n, by: entry.by, kind: entry.kind, hour: new Date(entry.hour).toISOString(), text: entry.text, erased: entry.erased ?? false,
  retaliation: entry.retaliation ?? null, body: entry.body ?? null, number: entry.number ?? null, sealed: entry.proof.commitment !== null,
})

async function concernedOf(tx: Tx, district: string, entries: readonly Entry[]): Promise<ThreadView['concerned']> {
  const head = entries.find((entry) => entry.head)?.head
  const names = await namesOf(tx, district, { posts: [head?.post ?? null] })
  const title = names.post(head?.post ?? null)?.title ?? null
  return { kind: head?.kind ?? 'other', title, org: null }
}

async function threadView(tx: Tx, district: string, entries: readonly Entry[]): Promise<ThreadView> {
  const head = entries.find((entry) => entry.head)?.head
  const concerned = await concernedOf(tx, district, entries)
  const state = stateOf(entries)
  const place = head?.place ? await placeById(tx, district, head.place) : null
  const last = Math.max(...entries.map(({ hour }) => hour))
  return {
    state, concerned, official: isOfficial(concerned.kind), place: place?.fullName ?? null, entries: entries.map(entryView),
    keptUntil: state === 'handed_over' || state === 'closed' ? new Date(last + KEPT_DAYS * 86_400_000).toISOString() : null,
  }
}

/** Runs `work` on the thread that a code opens, as the line sees it. One answer for every code that opens none. [C4] */
async function byCode<T>(
  db: Db, district: string, at: Date, typed: string, work: (tx: Tx, line: Line, entries: readonly Entry[]) => Promise<T>,
): Promise<Result<T>> {
  const code = typedCode(typed)
  const posts = await withScope(db, publicActor(district), (tx) => linesOfCode(tx, district, code, at))
  for (const post of posts) {
    const found = await withScope(db, lineScope(district, post), async (tx) => {
      const line = await readLine(tx, district, post)
      const thread = threadOfCode(line, code)
      return thread === undefined ? undefined : { value: await work(tx, line, entriesOf(line, thread)) }
    })
    if (found) return { ok: true, value: found.value }
  }
  return refuse(noSuchCode)
}

/** The thread that a code opens, for its reporter. */
export const threadForReporter = (db: Db, district: string, at: Date, code: string): Promise<Result<ReporterThread>> =>
  byCode(db, district, at, code, async (tx, line, entries) => {
    const handler = (await namesOf(tx, district, { posts: [line.post] })).post(line.post)
    return {
      ...await threadView(tx, district, entries), handler: handler?.title ?? '', overdue: overdue(entries, at.getTime()),
      mayWrite: mayWriteBack(entries, false).ok, nextDelivery: new Date(deliveryHour(at.getTime())).toISOString(),
    }
  })

/** The proof of one entry, for the reporter to keep: packages/recount checks it. Undefined while its commitment waits for the next block. */
export const proofForReporter = (db: Db, district: string, at: Date, code: string, n: number): Promise<Result<OpenedAct | undefined>> =>
  byCode(db, district, at, code, async (tx, _line, entries) => {
    const proof = entries.find((entry) => entry.n === n)?.proof
    return proof?.commitment ? openedAct(tx, district, proof.commitment, { salt: proof.salt, act: proof.act }) : undefined
  })

const MOVES: readonly ThreadMove[] = ['take', 'write', 'hand_over', 'close']
/** What the handler sees of a thread at `at`: letters that are still on their way are not there yet. */
const arrived = (entries: readonly Entry[], at: number): Entry[] => entries.filter(({ by, hour }) => by === 'handler' || hour <= at)

/** The threads of a handler's line that were delivered by `at`. `tx` carries the handler's own scope: the wall lets nobody else through. */
export async function threadsForHandler(tx: Tx, district: string, post: string, at: Date): Promise<ThreadRow[]> {
  const line = await readLine(tx, district, post)
  const threads = new Map<string, Entry[]>()
  for (const entry of arrived([...line.entries.values()], at.getTime())) threads.set(entry.thread, [...threads.get(entry.thread) ?? [], entry])
  const rows = await Promise.all([...threads].filter(([, entries]) => entries.some(({ n }) => n === 0)).map(async ([id,
    entries]): Promise<ThreadRow> => {
    const concerned = await concernedOf(tx, district, entries)
    const waiting = waits(entries, at.getTime())
    return {
      id, state: stateOf(entries), concerned, official: isOfficial(concerned.kind), waits: waiting,
      last: new Date(Math.max(...entries.map(({ hour }) => hour))).toISOString(),
      retaliation: waiting && entries.some(({ retaliation }) => retaliation !== undefined),
      letters: entries.filter(({ kind }) => kind === 'filed' || kind === 'wrote').length,
    }
  }))
  return rows.sort((a, b) => Number(b.retaliation) - Number(a.retaliation) || Number(b.waits) - Number(a.waits) || (a.last < b.last ? 1 : -1))
}

/** One delivered thread for its handler; undefined when there is none. */
export async function threadForHandler(tx: Tx, district: string, post: string, at: Date, id: string): Promise<HandlerThread | undefined> {
  const line = await readLine(tx, district, post)
  const entries = arrived(entriesOf(line, id), at.getTime())
  const head = entries.find((entry) => entry.head)?.head
  if (!head) return undefined
  return {
    ...await threadView(tx, district, entries), id, waits: waits(entries, at.getTime()),
    moves: MOVES.filter((move) => mayHandle(move, head.kind, entries, at.getTime()).ok),
  }
}
