/** Parts of a benchmark that are processes of their own: forked, told how long and by how many clients, and asked what came of it. */
import { fork, type ChildProcess } from 'node:child_process'

export type Measured = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly statements?: number }

/** Forks a file with these settings and waits for what it says when it is ready; rejects when it ends before. */
export async function begun<T>(file: string, env: Record<string, string>): Promise<{ readonly child: ChildProcess; readonly said: T }> {
  const child = fork(file, [], { env: { ...process.env, TZ: 'Asia/Shanghai', ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return { child, said: await answer<T>(child) }
}

/** Forks a part that says no more than that it is ready. */
export const part = async (file: string, env: Record<string, string>): Promise<ChildProcess> => (await begun(file, env)).child

const answer = <T>(from: ChildProcess): Promise<T> => new Promise((resolve, reject) => {
  const ended = (code: number | null): void => reject(new Error(`a part of the benchmark ended with ${code}`))
  from.once('exit', ended)
  from.once('message', (message) => { from.off('exit', ended); resolve(message as T) }) // each part sends one shape, stated where it is asked
})

/** Lets a part work for some seconds. */
export function measure(child: ChildProcess, seconds: number, clients: number): Promise<Measured> {
  child.send({ seconds, clients })
  return answer<Measured>(child)
}
