import { Worker } from 'node:worker_threads'
import { now } from '../clock.ts'
import type { Paper } from './paper.ts'

type Answer = { readonly id: number; readonly file?: Uint8Array; readonly failed?: string }
type Waiting = { readonly resolve: (file: Uint8Array) => void; readonly reject: (error: Error) => void }

/** After so many milliseconds without work the thread ends and gives its memory back. */
const idle = 60_000

let thread: { readonly worker: Worker; readonly waiting: Map<number, Waiting>; timer: NodeJS.Timeout | undefined } | undefined
let asked = 0

function start(): NonNullable<typeof thread> {
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url))
  const started: NonNullable<typeof thread> = { worker, waiting: new Map(), timer: undefined }
  const fail = (error: Error): void => {
    if (thread === started) thread = undefined
    for (const { reject } of started.waiting.values()) reject(error)
    started.waiting.clear()
  }
  worker.on('message', ({ id, file, failed }: Answer) => {
    const waiting = started.waiting.get(id)
    started.waiting.delete(id)
    if (started.waiting.size === 0) rest(started)
    if (file === undefined) waiting?.reject(new Error(failed ?? 'no file came'))
    else waiting?.resolve(file)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the thread that sets papers has ended')))
  return started
}

function rest(resting: NonNullable<typeof thread>): void {
  // a thread that only waits must not keep the process alive
  resting.worker.unref()
  resting.timer = setTimeout(() => {
    if (thread === resting) thread = undefined
    void resting.worker.terminate()
  }, idle)
  resting.timer.unref()
}

function ask(as: 'docx' | 'pdf', papers: Paper | readonly Paper[]): Promise<Uint8Array> {
  const at = thread ??= start()
  clearTimeout(at.timer)
  at.worker.ref()
  const id = ++asked
  return new Promise((resolve, reject) => {
    at.waiting.set(id, { resolve, reject })
    at.worker.postMessage({ id, as, papers: 'body' in papers ? [papers] : papers, at: now().getTime() })
  })
}

/**
 * A paper, or several one after another, as a PDF. Each paper begins on a page of its own and counts its own pages; the fonts travel along, as far as
 * they are used. A character that no font has is set as 〓: Word shows it. Works in a thread of its own, so that a thousand ballots (seconds) hold
 * nobody up; the first paper reads the fonts (0.2 s). Rejects when the thread fails.
 */
export const paperPdf = (papers: Paper | readonly Paper[]): Promise<Uint8Array> => ask('pdf', papers)

/**
 * A paper, or several one after another, as a Word file (.docx). Each paper begins on a page of its own and counts its own pages. Fonts are named
 * with fallbacks and never carried along. Works in the thread that sets PDFs. Rejects when the thread fails.
 */
export const paperDocx = (papers: Paper | readonly Paper[]): Promise<Uint8Array> => ask('docx', papers)
