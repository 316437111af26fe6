// Builds the front ends when something they are made of changed. `--force` builds anyway, `--sizes` prints the JavaScript of each first
// load (gzip) and fails when one is over its limit. Quiet: one line, exit code 0 when dist/ is up to date.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = new URL('../', import.meta.url)
const made = new URL('dist/.built', root)
const sources = ['src/*/ui/**/*', 'src/ui-kit/**/*', 'src/*/rules/**/*', 'src/kit/pure.ts', 'src/app/*.{tsx,html}', 'src/app/field-sw.ts', 'vite.config.ts', 'tools/field-app.ts',
  'package-lock.json']
const limits = { resident: 100, field: 170, console: 450 }

/** One hash over names and contents of everything a build reads; tests are left out. */
function sourcesHash() {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`).sort()
  for (const file of files) hash.update(file.slice(root.pathname.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/** All JavaScript and CSS that an entry loads before it can draw: itself and what it imports, not what it loads later. */
function firstLoad(manifest, entry) {
  const seen = new Set()
  const styles = new Set()
  const walk = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const style of manifest[key].css ?? []) styles.add(style)
    for (const next of manifest[key].imports ?? []) walk(next)
  }
  walk(entry)
  const gz = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(`dist/${file}`, root))).length, 0)
  return { js: gz([...seen].map((key) => manifest[key].file)), css: gz([...styles]) }
}

/** Removes what the last build doesn't name, before the next: so the files of two builds lie there, for pages opened from a running server. */
function prune() {
  const named = new Set()
  for (const mode of ['resident', 'staff']) {
    const file = new URL(`dist/.vite/${mode}.json`, root)
    if (!existsSync(file)) continue
    for (const chunk of Object.values(JSON.parse(readFileSync(file, 'utf8')))) for (const name of [chunk.file, ...(chunk.css ?? [])]) named.add(`dist/${name}`)
  }
  for (const file of globSync('dist/assets/*', { cwd: root })) if (!named.has(file.replace(/\.(br|gz)$/, ''))) rmSync(new URL(file, root))
}

/** Writes each file of code beside itself as brotli and gzip, so that the server need not compress anything. */
function compress() {
  for (const file of globSync('dist/assets/*.{js,css}', { cwd: root })) {
    const bytes = readFileSync(new URL(file, root))
    writeFileSync(new URL(`${file}.br`, root), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    writeFileSync(new URL(`${file}.gz`, root), gzipSync(bytes, { level: 9 }))
  }
}

function printSizes() {
  let over = 0
  for (const [name, limit] of Object.entries(limits)) {
    const manifest = JSON.parse(readFileSync(new URL(`dist/.vite/${name === 'resident' ? 'resident' : 'staff'}.json`, root), 'utf8'))
    const { js, css } = firstLoad(manifest, `${name}.html`)
    const kB = js / 1000
    if (kB > limit) over++
    const sizes = `${kB.toFixed(1).padStart(6)} kB of ${limit} kB JavaScript, ${(css / 1000).toFixed(1)} kB CSS (gzip)`
    console.log(`${name.padEnd(9)} ${sizes}${kB > limit ? '  OVER' : ''}`)
  }
  return over
}

delete process.env.LINLI_GALLERY
// Started from a test, NODE_ENV says 'test' and React would be built for development.
process.env.NODE_ENV = 'production'
const hash = sourcesHash()
const fresh = existsSync(made) && readFileSync(made, 'utf8') === hash
if (!fresh || process.argv.includes('--force')) {
  const from = performance.now()
  const { build } = await import('vite')
  try {
    prune()
    for (const mode of ['resident', 'staff']) {
      await build({ root: new URL('src/app', root).pathname, configFile: new URL('vite.config.ts', root).pathname, logLevel: 'warn', mode })
    }
  } catch (error) {
    console.error(`The front ends were not built: ${error.message}`)
    process.exit(1)
  }
  compress()
  writeFileSync(made, hash)
  console.error(`front ends built in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}
if (process.argv.includes('--sizes') && printSizes() > 0) process.exit(1)
