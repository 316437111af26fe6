/**
 * `npm start` with dependencies installed, nothing built and an empty data folder, to the first page; then once more on what is there.
 * In a copy of the tree, so that nobody's dist/ and data/ are touched.
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')

function copyOfTree(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'linli-start-'))
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  for (const file of files.filter((name) => !name.startsWith('docs/') && !name.startsWith('e2e/'))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(copy, file))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Seconds from the command to a first page that is whole: its HTML and the code that it names. */
async function startOnce(copy: string): Promise<number> {
  const port = await freePort()
  const from = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: copy, env: { ...process.env, PORT: String(port), DATA_DIR: path.join(copy, 'data') }, stdio: 'ignore', detached: true,
  })
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
      const page = await fetch(`http://127.0.0.1:${port}/`).then((reply) => (reply.ok ? reply.text() : ''), () => '')
      const script = /src="(\/assets\/[^"]+)"/.exec(page)?.[1]
      if (script && (await fetch(`http://127.0.0.1:${port}${script}`)).ok) return (performance.now() - from) / 1000
      await wait(25)
    }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await Promise.race([ended, wait(10_000)])
    for (let tries = 0; tries < 200 && existsSync(path.join(copy, 'data/instance.json')); tries++) await wait(50) // its children end in order
  }
}

/** Runs the benchmark: `ours` in seconds of the first start, `second_s` of the next. */
export async function run(): Promise<object> {
  const copy = copyOfTree()
  try {
    const first = await startOnce(copy)
    const second = await startOnce(copy)
    return {
      ours: Number(first.toFixed(2)), reference: 20, ratio: Number((first / 20).toFixed(3)),
      unit: 's', goal: 20, second_s: Number(second.toFixed(2)), second_goal_s: 5,
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
