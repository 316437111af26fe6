// Runs dependency-cruiser over a tree laid out like this project and answers what it found, as data.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = fileURLToPath(new URL('../..', import.meta.url))
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
const sentences = new Map(forbidden.map((rule) => [rule.name, rule.comment]))
const folders = ['src', 'packages', 'demo', 'bench', 'e2e']

/** Names of all TypeScript files below `folder`, relative to `root`. */
export function sourcesOf(root, folder) {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.includes('node_modules/'))
}

/**
 * Breaches of the walls in the tree `root`, each { rule, from, to, comment }, and the number of files seen.
 * Throws when the cruiser overlooked a file: one that reads nothing reports nothing, and would pass.
 */
export function cruise(root = project) {
  const present = folders.filter((folder) => existsSync(path.join(root, folder)))
  const program = path.join(project, 'node_modules/.bin/depcruise')
  const run = spawnSync(process.execPath, [program, '--config', path.join(project, '.dependency-cruiser.cjs'), '--output-type', 'json', ...present],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${run.stderr || run.stdout}`)
  const { modules, summary } = JSON.parse(run.stdout)
  const seen = new Set(modules.map((module) => module.source))
  const missed = present.flatMap((folder) => sourcesOf(root, folder)).filter((name) => !seen.has(name))
  if (seen.size === 0 || missed.length > 0) throw new Error(`dependency-cruiser overlooked ${missed.slice(0, 5).join(', ') || 'everything'}`)
  const breaches = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to, comment: sentences.get(rule.name) ?? '' }))
  return { files: seen.size, breaches }
}
