// `npm install` leaves out of the lock the platform packages that its registry lacks; `npm ci` then refuses the lock.
// This adds a stub for each. Run it after every `npm install`; `--check` only tells whether the lock is complete.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const systems = ['android', 'darwin', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'win32', 'openharmony', 'linux']
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** Whether `name` resolves from the folder of package `at`, walking up as Node does. */
function resolves(packages, at, name) {
  for (let folder = at; ; ) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
    const up = folder.lastIndexOf('/node_modules/')
    folder = up < 0 ? '' : folder.slice(0, up)
  }
}

function stub(name, range, dev) {
  const words = name.split(/[-/]/)
  const system = systems.find((s) => words.includes(s))
  if (!system) return undefined
  const processor = processors.find((c) => words.includes(c)) ?? 'none'
  const libc = words.includes('musl') ? { libc: ['musl'] } : words.includes('gnu') ? { libc: ['glibc'] } : {}
  return { version: String(range).replace(/^[^\d]*/, ''), cpu: [processor], ...libc, optional: true, os: [system], ...(dev ? { dev: true } : {}) }
}

const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = lock.packages
let added = 0
for (const [at, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const made = resolves(packages, at, name) ? undefined : stub(name, range, entry.dev)
    if (made) { packages[`node_modules/${name}`] = made; added++ }
  }
}
if (process.argv.includes('--check')) {
  if (added) console.error(`package-lock.json lacks ${added} platform packages: run 'npm run fix-lock'`)
  process.exit(added ? 1 : 0)
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} platform packages added`)
