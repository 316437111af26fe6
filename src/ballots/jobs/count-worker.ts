/** Counting beside the server's own thread, because Equal Shares over a city's ballots takes longer than a request may keep others waiting. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { countVote, type CountedVote, type CountInput } from '../rules/life/index.ts'
import { settleBudget, type RoundRules, type Settled } from '../rules/projects/index.ts'
import { countBudget, type BudgetCount, type BudgetInstance, type BudgetOptions, type BudgetProgress } from '../rules/shares/index.ts'

const MARK = 'linli-count'
/** Progress is passed on at most this often, in milliseconds. */
const EVERY = 100

type Task =
  | { readonly of: 'budget'; readonly instance: BudgetInstance; readonly options: Omit<BudgetOptions, 'onProgress'> }
  | { readonly of: 'vote'; readonly input: CountInput }
  | { readonly of: 'round'; readonly instance: BudgetInstance; readonly rules: Pick<RoundRules, 'rule' | 'completion'>; readonly ties: readonly string[] }
type Told = { readonly progress: BudgetProgress } | { readonly value: unknown }

function inThread(task: Task, onProgress?: (progress: BudgetProgress) => void, signal?: AbortSignal): Promise<unknown> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL(import.meta.url), { workerData: { mark: MARK, task } })
  return new Promise<unknown>((resolve, reject) => {
    worker.on('message', (told: Told) => ('value' in told ? resolve(told.value) : onProgress?.(told.progress)))
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the thread of a count ended with ${code}`)))
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  }).finally(() => worker.terminate())
}

/**
 * As `countBudget`, in a thread of its own. `signal` ends it: the promise then rejects with the signal's reason, as it does with an Error if the thread
 * dies. The instance is copied.
 */
export const countInThread = (instance: BudgetInstance, { onProgress, ...options }: BudgetOptions, signal?: AbortSignal): Promise<BudgetCount> =>
  inThread({ of: 'budget', instance, options }, onProgress, signal) as Promise<BudgetCount> // what `work` answers to this task

/** As `countVote`, in a thread of its own. The input is copied. */
export const countVoteInThread = (input: CountInput): Promise<CountedVote> => inThread({ of: 'vote', input }) as Promise<CountedVote> // as above

/** As `settleBudget`, in a thread of its own. */
export const settleInThread = (instance: BudgetInstance, rules: Pick<RoundRules, 'rule' | 'completion'>, ties: readonly string[]): Promise<Settled> =>
  inThread({ of: 'round', instance, rules, ties }) as Promise<Settled> // as above

function work(task: Task): void {
  let told = 0
  const tell = (message: Told): void => parentPort?.postMessage(message)
  if (task.of === 'vote') return tell({ value: countVote(task.input) })
  if (task.of === 'round') return tell({ value: settleBudget(task.instance, task.rules, task.ties) })
  tell({ value: countBudget(task.instance, { ...task.options, onProgress: (progress) => {
    if (performance.now() - told < EVERY) return
    told = performance.now()
    tell({ progress })
  } }) })
}

// whoever else is in a thread and imports this file is no count
const given: unknown = workerData
if (!isMainThread && typeof given === 'object' && given !== null && 'mark' in given && given.mark === MARK && 'task' in given) work(given.task as Task) // made by inThread
