/** Somebody signed in to a server of the benchmark, over kept connections, and how long their requests take. */
import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { demoSignIns } from '../../demo/index.ts'
import type { Installation } from './installation.ts'

export type Server = { readonly url: string; readonly process: ChildProcess }

/** The real server on this installation, a process of its own. */
export async function startServer({ connection, settings }: Installation, more: Readonly<Record<string, string>> = {}): Promise<Server> {
  const env = {
    ...process.env, TZ: 'Asia/Shanghai', LINLI_DB: JSON.stringify(connection), DATA_DIR: settings.dataDir, LINLI_MODE: 'demo', HOST: '127.0.0.1', PORT: '0',
    FILING_LIMIT: '0', ...more,
  }
  const child = fork(path.resolve(import.meta.dirname, '../../src/app/server.ts'), [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  // the server's own word
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string }))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { url: url.replace(/\/$/, ''), process: child }
}

export type Visitor = {
  readonly headers: Readonly<Record<string, string>>
  /** A read: its JSON and how many milliseconds it took until the last byte was there. Throws when it was refused. */
  readonly get: <T>(address: string) => Promise<{ readonly value: T; readonly ms: number }>
}

/** Signs in as one of those whom the demo's first page names, or as `person` in `post`. */
export async function signIn(url: string, who: string | { readonly person: string; readonly post: string }): Promise<Visitor> {
  const { person = '', post = '' } = (typeof who === 'string' ? demoSignIns().find((one) => one.key === who) : who) ?? {}
  const reply = await fetch(`${url}/api/v1/demo/session`, {
    method: 'POST', headers: { 'x-linli': '1', 'content-type': 'application/json' }, body: JSON.stringify({ person }),
  })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`signing in was answered ${reply.status}`)
  const headers = { cookie, 'x-post': post ?? '' }
  return {
    headers,
    async get<T>(address: string) {
      const from = performance.now()
      const answer = await fetch(url + address, { headers })
      const text = await answer.text()
      const ms = performance.now() - from
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 200)}`)
      return { value: JSON.parse(text) as T, ms } // the caller names the shape of the route it asks
    },
  }
}
