// `npm test`: the tests beside the code and the journeys in a browser at the same time, as one run of vitest does one after the other and leaves
// a core idle. With arguments (`npm test -- src/record`) it is `vitest run` with those.
import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))
const children = new Set()

/** Niceness of the tests beside the code: a journey that waits for a core waits longer than they do, and the two halves end together. */
const GIVES_WAY = 5

/** Runs vitest; answers how it ended and how long it took. What it prints is passed on by whole lines, so that two runs stay readable. */
function run(args, options, niceness = 0) {
  const began = performance.now()
  const child = spawn(process.execPath, [vitest, 'run', ...args], { cwd: root, ...options })
  children.add(child)
  if (child.pid && niceness > 0) setPriority(child.pid, niceness)
  for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
    let rest = ''
    from?.setEncoding('utf8').on('data', (piece) => {
      const end = piece.lastIndexOf('\n') + 1
      if (end > 0) to.write(rest + piece.slice(0, end))
      rest = end > 0 ? piece.slice(end) : rest + piece
    }).on('end', () => to.write(rest))
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      children.delete(child)
      resolve({ code: code ?? 1, seconds: Math.round((performance.now() - began) / 1000) })
    })
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { for (const child of children) child.kill(signal) })

const asked = process.argv.slice(2)
if (asked.length > 0) {
  process.exitCode = (await run(asked, { stdio: 'inherit' })).code
} else {
  const env = { ...process.env, ...(process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {}) }
  const halves = [['rules', 'unit', 'alone'], ['browser']]
  const ends = await Promise.all(halves.map((names) =>
    run(names.flatMap((name) => ['--project', name]), { env, stdio: ['ignore', 'pipe', 'pipe'] }, names.includes('unit') ? GIVES_WAY : 0)))
  console.log(halves.map((names, n) => `${names.join(' and ')}: ${ends[n].code === 0 ? 'passed' : 'FAILED'} in ${ends[n].seconds} s`).join('   '))
  process.exitCode = ends.every(({ code }) => code === 0) ? 0 : 1
}
