/** Counting a budget beside the server's own thread, because Equal Shares over a city's ballots takes longer than a request may keep others waiting. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { countBudget, type BudgetCount, type BudgetInstance, type BudgetOptions, type BudgetProgress } from '../rules/shares/index.ts'

const MARK = 'linli-count-budget'
/** Progress is passed on at most this often, in milliseconds. */
const EVERY = 100

type Task = { readonly mark: typeof MARK; readonly instance: BudgetInstance; readonly options: Omit<BudgetOptions, 'onProgress'> }
type Told = { readonly progress: BudgetProgress } | { readonly count: BudgetCount }

/**
 * As `countBudget`, in a thread of its own. `signal` ends it: the promise then rejects with the signal's reason, as it does with an Error if the thread
 * dies. The instance is copied.
 */
export function countInThread(instance: BudgetInstance, { onProgress, ...options }: BudgetOptions, signal?: AbortSignal): Promise<BudgetCount> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL(import.meta.url), { workerData: { mark: MARK, instance, options } satisfies Task })
  return new Promise<BudgetCount>((resolve, reject) => {
    worker.on('message', (told: Told) => ('count' in told ? resolve(told.count) : onProgress?.(told.progress)))
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the thread of a count ended with ${code}`)))
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  }).finally(() => worker.terminate())
}

function work({ instance, options }: Task): void {
  let told = 0
  const tell = (message: Told): void => parentPort?.postMessage(message)
  const count = countBudget(instance, { ...options, onProgress: (progress) => {
    if (performance.now() - told < EVERY) return
    told = performance.now()
    tell({ progress })
  } })
  tell({ count })
}

// whoever else is in a thread and imports this file is no count
const task: unknown = workerData
if (!isMainThread && typeof task === 'object' && task !== null && 'mark' in task && task.mark === MARK) work(task as Task) // made by countInThread
