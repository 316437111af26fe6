// `npm run check`: everything that can be told without running the product. `npm run check -- walls lint` runs those alone.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { cruise, project, sourcesOf } from './walls/cruise.mjs'

const SHOWN = 12
const LONGEST_FILE = 300

/** Runs a program of node_modules and answers its exit code and the lines it printed. */
function run(program, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join('node_modules', program), ...args], {
      cwd: project, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { said += piece })
    child.on('close', (code) => resolve({ code, lines: said.split('\n').map((line) => line.trimEnd()).filter(Boolean) }))
  })
}

async function types(config) {
  const { code, lines } = await run('tsc7/bin/tsc', '-p', config, '--pretty', 'false')
  return { errors: code === 0 ? [] : lines.filter((line) => !line.startsWith(' ')), detail: config }
}

async function lint() {
  const { lines } = await run('oxlint/bin/oxlint', '--format', 'json', 'src', 'packages', 'demo', 'bench', 'e2e')
  const { diagnostics, number_of_files: files } = JSON.parse(lines.join('\n'))
  if (files === 0) throw new Error('the linter saw no file')
  const errors = diagnostics.map(({ filename, labels, message, help }) => `${filename}:${labels[0]?.span.line}: ${message} ${help ?? ''}`)
  return { errors, detail: `${files} files` }
}

async function walls() {
  const { files, breaches } = cruise()
  return { errors: breaches.map(({ rule, from, to, comment }) => `${rule}: ${from} → ${to}\n      ${comment}`), detail: `${files} files` }
}

async function unused() {
  const { code, lines } = await run('knip/bin/knip.js', '--no-progress', '--no-config-hints')
  return { errors: code === 0 ? [] : lines, detail: '' }
}

/** Names of the files that git keeps or would keep. */
function tracked() {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: project })
    let said = ''
    child.stdout.on('data', (piece) => { said += piece })
    child.on('error', reject)
    child.on('close', () => resolve(said.split('\0').filter((name) => name && existsSync(path.join(project, name)))))
  })
}

const read = (name) => readFileSync(path.join(project, name), 'utf8')

async function links() {
  const pages = (await tracked()).filter((name) => name.endsWith('.md'))
  const errors = []
  for (const page of pages) {
    const text = read(page).replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '')
    for (const [, target = ''] of text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|(?:src|href)="([^"]+)"/g)) {
      if (!target || /^[a-z]+:|^#|^\/\//.test(target)) continue
      const file = path.join(path.dirname(page), decodeURIComponent(target.split('#')[0]))
      if (!existsSync(path.join(project, file))) errors.push(`${page}: ${target} isn't there`)
    }
  }
  return { errors, detail: `${pages.length} pages` }
}

async function size() {
  const counted = sourcesOf(project, 'src').filter((name) => !name.endsWith('.gen.ts'))
    .map((name) => ({ name, lines: read(name).split('\n').length - 1 }))
  const errors = counted.filter(({ lines }) => lines > LONGEST_FILE).map(({ name, lines }) => `${name}: ${lines} lines, at most ${LONGEST_FILE}`)
  return { errors, detail: `longest ${Math.max(0, ...counted.map(({ lines }) => lines))} lines` }
}

async function lock() {
  const { code, lines } = await run('../tools/fix-lock.mjs', '--check')
  return { errors: code === 0 ? [] : lines, detail: '' }
}

/** Where packages come from is each machine's own affair: an address of a registry in the repository would bind everybody to one. */
async function hosts() {
  const addresses = /https?:\/\/[^\s"'`)]*(?:registry|artifactory|nexus|npmmirror)[^\s"'`)]*|_authToken|^\s*"resolved":/gim
  const errors = []
  for (const name of await tracked()) {
    if (name === 'tools/check.mjs' || statSync(path.join(project, name)).size > 2_000_000) continue
    if (name.endsWith('.npmrc')) errors.push(`${name}: settings of one machine`)
    for (const [found] of read(name).matchAll(addresses)) errors.push(`${name}: ${found.trim().slice(0, 100)}`)
  }
  return { errors, detail: '' }
}

const steps = [
  ['types', 'types of the rules', () => types('tsconfig.rules.json')],
  ['types', 'types of the server', () => types('tsconfig.server.json')],
  ['types', 'types of the pages', () => types('tsconfig.web.json')],
  ['lint', 'globals and any', lint],
  ['walls', 'walls', walls],
  ['unused', 'nothing unused', unused],
  ['links', 'links in pages', links],
  ['size', 'files can be read', size],
  ['lock', 'lock is complete', lock],
  ['hosts', 'bound to no registry', hosts],
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !steps.some(([step]) => step === name))
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(' ')}. There are ${[...new Set(steps.map(([step]) => step))].join(' ')}`)
  process.exit(2)
}

const paint = (code, text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text)
let failed = 0
console.log('')
for (const [step, name, check] of steps) {
  if (asked.length > 0 && !asked.includes(step)) continue
  const since = performance.now()
  const { errors, detail } = await check().catch((error) => ({ errors: [String(error)], detail: '' }))
  const time = `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(7)
  const mark = errors.length ? paint(31, '✗') : paint(32, '✓')
  console.log(`  ${mark} ${name.padEnd(24)}${time}   ${paint(2, errors.length ? `${errors.length} found` : detail)}`)
  for (const error of errors.slice(0, SHOWN)) console.log(`      ${error}`)
  if (errors.length > SHOWN) console.log(paint(2, `      … and ${errors.length - SHOWN} more: npm run check -- ${step}`))
  if (errors.length > 0) failed++
}
console.log('')
process.exitCode = failed > 0 ? 1 : 0
