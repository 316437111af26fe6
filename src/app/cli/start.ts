import { readFileSync } from 'node:fs'
import path from 'node:path'
import { supervise, type Watcher } from '../supervisor.ts'
import type { Command } from './command.ts'
import { pad, type Teller } from './tell.ts'

function version(): string {
  const read: unknown = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../package.json'), 'utf8'))
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : ''
}

/** Lines for what is done, and on a terminal a last one that says that something goes on; `end` takes that one away. */
function watcherOf(tell: Teller): Watcher & { end(): void } {
  const live = !tell.json && process.stdout.isTTY
  let ended = false
  const wipe = (): void => { if (live) process.stdout.write('\r\u001b[2K') }
  const wait = (): void => { if (live && !ended) process.stdout.write(tell.paint('dim', '  … 正在准备 getting ready')) }
  const line = (text: string): void => { wipe(); tell.line(text); wait() }
  wait()
  return {
    done(zh, en, detail, ms) {
      const time = `${(ms / 1000).toFixed(1)} s`.padStart(7)
      line(`  ${tell.paint('green', '✓')} ${pad(zh, 12)}${pad(en, 16)}${tell.paint('dim', `${time}   ${detail}`.trimEnd())}`)
    },
    trouble: (zh, en) => line(`  ${tell.paint('red', '!')} ${zh}  ${tell.paint('dim', en)}`),
    end() {
      if (!ended) wipe()
      ended = true
    },
  }
}

/** Resolves when somebody asks this process to stop; a second request ends it at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (++asked > 1 ? process.exit(1) : resolve()))
  })
}

export const command: Command = {
  usage: 'start',
  help: `一条命令启动全部：自带的 PostgreSQL、结构更新、页面、网页服务、后台任务。按 Ctrl-C 停止。
Starts everything: PostgreSQL, its schema, the pages, the server and the worker. Ctrl-C stops it.
Settings: HOST, PORT, DATA_DIR, DATABASE_URL, LINLI_MODE (see doctor).
Result, once it is up: {"url": …, "pid": …}`,
  async run({ settings, tell }) {
    const stopping = stopAsked()
    const mode = settings.mode === 'demo' ? '演示 demo' : '正式 live'
    tell.line(`\n  ${tell.paint('strong', '邻里 Linli')}  ${tell.paint('dim', `${version()} · ${mode}`)}\n`)
    const watcher = watcherOf(tell)
    const starting = supervise(settings, watcher, tell)
    void stopping.then(() => { watcher.end(); tell.line('\n  正在停止 stopping…') })
    const running = await Promise.race([starting, stopping]).finally(() => watcher.end())
    if (!running) return process.exit(0) // stopped half-way: the children end with this process
    tell.line(`\n  打开 Open   ${tell.paint('strong', running.url)}`)
    tell.line('  停止 Stop   Ctrl-C')
    tell.line(tell.paint('dim', `  数据 Data   ${settings.databaseUrl ? 'DATABASE_URL' : settings.dataDir}\n`))
    tell.result({ url: running.url, pid: process.pid })
    await stopping
    await running.stop()
    tell.line('  已停止 stopped\n')
  },
}
