/** A roster's file for an import in one go: read here if it is small, else in a thread of its own, so that reading and writing each have a core. */
import { once, on } from 'node:events'
import { stat } from 'node:fs/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { BadFile, openWorkbook } from '../../file/index.ts'
import { readRows, type Against, type Chunk, type Read } from './read-rows.ts'

const MARK = 'linli-roster-file'
/** Bytes from which on a thread is worth its beginning (0.1 s). */
const THREAD_FROM = 1 << 20
/** Chunks that the thread may be ahead of whoever writes them. */
const AHEAD = 1
/** Young memory of the thread, in MB: it leaves little behind, and would take some hundred by itself. */
const YOUNG = 12

/** A path, or the bytes themselves. */
type Source = string | Uint8Array
type Bad = { readonly code: BadFile['code']; readonly zh: string; readonly en: string }
type Told = { readonly opened: { readonly generated: boolean } } | { readonly bad: Bad } | { readonly chunk: Chunk; readonly seen: number }
  | { readonly read: Read; readonly seen: number }
type Heard = Exclude<Told, { readonly bad: Bad }>
type Asked = { readonly against: Against } | 'more'

/** A file that is open for reading once. */
export type RosterFile = {
  /** Carries the mark of the demo's generator (P30). */
  readonly generated: boolean
  /** The rows that can be taken, in chunks for one transaction each; then what the file came to. Throws BadFile where it is damaged further on. */
  readonly read: (against: Against, progress?: (rows: number) => void) => AsyncGenerator<Chunk, Read>
  readonly close: () => Promise<void>
}

async function openHere(source: Source): Promise<RosterFile> {
  const file = await openWorkbook(source)
  return { generated: file.generated, read: (against, progress) => readRows(file, against, progress), close: file.close }
}

/** The chunks as the thread tells them; it is let go on as each is taken. */
async function* chunksOf(hear: () => Promise<Heard>, more: () => void, progress?: (rows: number) => void): AsyncGenerator<Chunk, Read> {
  for (let told = await hear(); ; told = await hear()) {
    if ('opened' in told) continue
    progress?.(told.seen)
    if ('read' in told) return told.read
    more()
    yield told.chunk
  }
}

async function openApart(source: Source): Promise<RosterFile> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { mark: MARK, source }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  const messages = on(worker, 'message', { close: ['exit'] })
  const hear = async (): Promise<Heard> => {
    const next = await messages.next()
    if (next.done === true) throw new Error('the thread that reads a roster has ended')
    const [told] = next.value as [Told] // posted by `work` below
    if ('bad' in told) throw new BadFile(told.bad.code, told.bad.zh, told.bad.en)
    return told
  }
  const ask = (asked: Asked): void => worker.postMessage(asked)
  const close = async (): Promise<void> => { await worker.terminate() }
  try {
    const first = await hear()
    if (!('opened' in first)) throw new Error('the thread that reads a roster spoke out of turn')
    return {
      generated: first.opened.generated, close,
      read: (against, progress) => {
        ask({ against })
        return chunksOf(hear, () => ask('more'), progress)
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens a roster's file, by path or from memory. Throws BadFile, as `openWorkbook` does. Close it when done. */
export async function openRosterFile(source: Source): Promise<RosterFile> {
  const size = typeof source === 'string' ? await stat(source).then((found) => found.size, () => 0) : source.byteLength
  return size < THREAD_FROM ? openHere(source) : openApart(source)
}

async function work(port: NonNullable<typeof parentPort>, source: Source): Promise<void> {
  const tell = (told: Told): void => port.postMessage(told)
  try {
    const file = await openWorkbook(source)
    const asked = once(port, 'message')
    tell({ opened: { generated: file.generated } })
    const [{ against }] = await asked as [{ readonly against: Against }] // asked first, in `read` above
    let [seen, ahead, go] = [0, 0, (): void => undefined]
    port.on('message', () => { ahead--; go() })
    const chunks = readRows(file, against, (rows) => { seen += rows })
    let next = await chunks.next()
    for (; next.done !== true; next = await chunks.next()) {
      if (ahead >= AHEAD) await new Promise<void>((free) => { go = free })
      ahead++
      tell({ chunk: next.value, seen })
      seen = 0
    }
    tell({ read: next.value, seen })
    await file.close()
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    tell({ bad: { code: error.code, ...error.said } })
  } finally {
    port.close()
  }
}

const given: unknown = workerData
if (!isMainThread && parentPort !== null && typeof given === 'object' && given !== null && 'mark' in given && given.mark === MARK && 'source' in given
  && (typeof given.source === 'string' || given.source instanceof Uint8Array)) void work(parentPort, given.source)
