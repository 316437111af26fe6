/** Drawing maps beside the worker's own thread: ledgers of the polls that are open stay in it and only grow, and a large poll takes seconds to draw. */
import { createHash, randomBytes } from 'node:crypto'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import {
  addVotes, drawingText, drawMap, fileLines, keptNumbers, noOpinions, pictureOf, steadied, type Answered, type OpinionMap, type Opinions, type Picture, type Sign, type Steady,
} from '../rules/opinions/index.ts'

const MARK = 'linli-opinion-maps'

/** An answer as it is read: who in this poll, statement, sign, and its place in the order of writing. */
export type Read = readonly [voter: string, statement: number, sign: Sign, seq: number]
/** What a map is drawn with: statements that are shown, all others that were ever answered, who is banned. */
export type With = { readonly seed: string; readonly shown: readonly number[]; readonly removed: readonly number[]; readonly banned: readonly string[] }
/** Counts and pull of each statement for the lottery, as the desk reads them. */
type Weights = readonly (readonly [number, number, number, number, number])[]
export type Live = { readonly picture: Picture; readonly steady: Steady; readonly weights: Weights }
export type Final = { readonly picture: Picture; readonly weights: Weights; readonly drawing: string; readonly file: Uint8Array | null }
type About = { readonly poll: string; readonly question: string; readonly opensOn: string; readonly closesOn: string; readonly words: readonly (readonly [number, string])[] }

type Task =
  | { readonly do: 'add'; readonly poll: string; readonly votes: readonly Read[] }
  | { readonly do: 'draw'; readonly poll: string; readonly with: With; readonly steady: Steady | undefined }
  | { readonly do: 'final'; readonly poll: string; readonly votes: readonly Read[]; readonly with: With; readonly about: About }
  | { readonly do: 'forget'; readonly poll: string }

export type MapThread = {
  /** Adds answers to the ledger of a poll. */
  readonly add: (poll: string, votes: readonly Read[]) => Promise<void>
  readonly draw: (poll: string, given: With, steady: Steady | undefined) => Promise<Live>
  /** Draws anew from these answers alone, with the file that is published. */
  readonly final: (votes: readonly Read[], given: With, about: About) => Promise<Final>
  readonly forget: (poll: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts a thread. When it dies every promise rejects, and a new one has to be started with empty ledgers. */
export function startMapThread(): MapThread {
  const worker = new Worker(new URL(import.meta.url), { workerData: { mark: MARK } })
  worker.unref()
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  let asked = 0
  let dead: Error | undefined
  const die = (error: Error): void => {
    dead = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', ({ id, value }: { id: number; value: unknown }) => {
    waiting.get(id)?.resolve(value)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`the thread that draws maps ended with ${code}`)))
  const ask = (task: Task): Promise<unknown> => new Promise((resolve, reject) => {
    if (dead) return reject(dead)
    worker.ref()
    waiting.set(++asked, { resolve, reject })
    worker.postMessage({ id: asked, task })
  })
  return {
    add: async (poll, votes) => { await ask({ do: 'add', poll, votes }) },
    draw: async (poll, given, steady) => await ask({ do: 'draw', poll, with: given, steady }) as Live, // what `work` answers to this task
    final: async (votes, given, about) => await ask({ do: 'final', poll: about.poll, votes, with: given, about }) as Final, // as above
    forget: async (poll) => { await ask({ do: 'forget', poll }) },
    close: async () => { await worker.terminate() },
  }
}

type Kept = { opinions: Opinions; groups: ReadonlyMap<string, number> }
const ledgers = new Map<string, Kept>()
const votesOf = (votes: readonly Read[]) => votes.map(([person, statement, sign, at]) => ({ person, statement: String(statement), sign, at }))
const drawingOf = ({ seed, shown, removed, banned }: With) => ({ seed, statements: shown.map(String), removed: new Set(removed.map(String)), banned: new Set(banned) })
const weightsOf = ({ statements, tally, extremity }: OpinionMap): Weights => statements.map((id, column) =>
  [Number(id), tally.agree[column] ?? 0, tally.disagree[column] ?? 0, tally.seen[column] ?? 0, extremity[column] ?? 0])

/** [OM12] A map for the page: the number of groups changes only when another has won four times in a row, and groups keep their numbers. */
function live(kept: Kept, given: With, before: Steady | undefined): Live {
  const found = drawMap(kept.opinions, drawingOf(given))
  const steady = steadied(before, found.groups.length)
  const map = steady.shown === found.groups.length ? found : drawMap(kept.opinions, { ...drawingOf(given), groups: steady.shown })
  const now = new Map(map.participants.flatMap(({ id, group }) => (group === null ? [] : [[id, group] as const])))
  const numbers = keptNumbers(kept.groups, now, map.groups.length)
  kept.groups = new Map([...now].map(([id, group]) => [id, numbers[group] ?? group]))
  return { picture: pictureOf(map, numbers), steady, weights: weightsOf(map) }
}

function answersUnderNewNames(votes: readonly Read[], { shown, banned }: With): readonly Answered[] {
  const [there, left] = [new Set(shown), new Set(banned)]
  const people = new Map<string, Map<number, Sign>>()
  for (const [voter, statement, sign] of votes) {
    if (left.has(voter)) continue
    const answers = people.get(voter) ?? new Map<number, Sign>()
    people.set(voter, answers)
    if (there.has(statement)) answers.set(statement, sign)
  }
  return [...people.values()].map((answers) => ({ name: randomBytes(8).toString('hex'), answers: [...answers].sort((a, b) => a[0] - b[0]) }))
}

/** [OM19] The last map, from the votes alone, with its hash and the file by which anybody draws it again. No file where no group could be drawn. */
function final({ votes, with: given, about }: Extract<Task, { do: 'final' }>): Final {
  const map = drawMap(addVotes(noOpinions(), votesOf(votes)), drawingOf(given))
  const drawing = createHash('sha256').update(drawingText(map)).digest('hex')
  const { poll, question, opensOn, closesOn, words } = about
  const statements = words.map(([n, text]) => ({ n, words: text }))
  const lines = map.groups.length === 0 ? null : fileLines({ poll, question, opensOn, closesOn, statements, drawing }, map, answersUnderNewNames(votes, given))
  return { picture: pictureOf(map), weights: weightsOf(map), drawing, file: lines && gzipSync(`${lines.join('\n')}\n`) }
}

function work(task: Task): unknown {
  if (task.do === 'forget') return ledgers.delete(task.poll)
  if (task.do === 'final') return final(task)
  const kept = ledgers.get(task.poll) ?? { opinions: noOpinions(), groups: new Map() }
  ledgers.set(task.poll, kept)
  if (task.do === 'draw') return live(kept, task.with, task.steady)
  kept.opinions = addVotes(kept.opinions, votesOf(task.votes))
  return true
}

// whoever else is in a thread and imports this file draws nothing
const given: unknown = workerData
if (!isMainThread && typeof given === 'object' && given !== null && 'mark' in given && given.mark === MARK) {
  parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => parentPort?.postMessage({ id, value: work(task) })) // sent by startMapThread alone
}
