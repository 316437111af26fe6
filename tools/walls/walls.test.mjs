// Plants every breach that the walls are there for in a small tree, and sees each refused. A wall that lets one through fails here.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import arrows from './arrows.cjs'
import { cruise, project } from './cruise.mjs'

const root = mkdtempSync(path.join(tmpdir(), 'linli-walls-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(name, text) {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), `${text}\n`)
}

// what may stand: one honest import of each kind
const honest = {
  'src/kit/pure.ts': 'export const ok = (value: number): number => value',
  'src/kit/db.ts': "import pg from 'pg'\nexport const pool = pg.Pool",
  'src/ui-kit/button.tsx': "import { ok } from '../kit/pure.ts'\nexport const Button = ok",
  'src/places/index.ts': "export { place } from './store/place.ts'",
  'src/places/rules/index.ts': "import { ok } from '../../kit/pure.ts'\nexport const label = ok\nexport type At = { at: Date }",
  'src/places/store/place.ts': "import { pool } from '../../kit/db.ts'\nexport const place = pool",
  'src/places/ui/parts/chip.tsx': "import { label } from '../../rules/index.ts'\nexport const Chip = label",
  'src/ballots/index.ts': 'export const ballots = 1',
  'src/matters/index.ts': "import { place } from '../places/index.ts'\nexport const matters = place",
  'src/matters/rules/index.ts': "import { label } from '../../places/rules/index.ts'\nexport const rule = label",
  'src/matters/store/save.ts': 'export const save = 1',
  'src/matters/commands/file-matter.ts': "import { save } from '../store/save.ts'\nexport const fileMatter = save",
  'src/matters/ui/list.tsx': "import { Chip } from '../../places/ui/parts/chip.tsx'\nimport { rule } from '../rules/index.ts'\nexport const List = [Chip, rule]",
  'src/deliberation/index.ts': "import { matters } from '../matters/index.ts'\nexport const meeting = matters",
  'src/channels/index.ts': 'export const channel = 1',
  'src/app/server.ts': "import { save } from '../matters/store/save.ts'\nexport const server = save",
  'src/app/testing/world.ts': "import { server } from '../server.ts'\nexport const world = server",
  'src/matters/http/routes.test.ts': "import { world } from '../../app/testing/world.ts'\nexport const asked = world",
  'packages/recount/index.ts': "import { createHash } from 'node:crypto'\nexport const hash = createHash",
}

// each breach: file, what it imports, the wall that must refuse it
const breaches = [
  ['src/matters/rules/b01.ts', 'node:fs', 'rules-stay-pure'],
  ['src/matters/rules/b02.ts', '../../kit/db.ts', 'rules-stay-pure'],
  ['src/matters/rules/b03.ts', 'pg', 'rules-stay-pure'],
  ['src/matters/rules/b04.ts', '../store/save.ts', 'rules-stay-pure'],
  ['src/deliberation/store/b05.ts', '../../matters/store/save.ts', 'use-the-front-door'],
  ['src/deliberation/store/b06.ts', '../../matters/commands/file-matter.ts', 'use-the-front-door'],
  ['src/matters/commands/b07.ts', '../../ballots/index.ts', 'arrows-matters'],
  ['src/ballots/b08.ts', '../matters/index.ts', 'arrows-ballots'],
  ['src/places/b09.ts', '../matters/index.ts', 'arrows-places'],
  ['src/matters/b10.ts', '../channels/index.ts', 'arrows-matters'],
  ['src/matters/b11.ts', '../app/server.ts', 'arrows-matters'],
  ['src/kit/b12.ts', '../places/index.ts', 'kit-knows-no-capability'],
  ['src/ui-kit/b13.tsx', '../places/rules/index.ts', 'ui-kit-knows-no-capability'],
  ['src/matters/ui/b14.tsx', '../commands/file-matter.ts', 'pages-stay-in-the-browser'],
  ['src/matters/ui/b15.tsx', '../../kit/db.ts', 'pages-stay-in-the-browser'],
  ['src/matters/ui/b16.tsx', 'node:fs', 'pages-take-no-node'],
  ['src/matters/ui/b17.tsx', '../../places/store/place.ts', 'use-the-front-door-of-pages'],
  ['src/matters/commands/b18.ts', '../ui/list.tsx', 'server-takes-no-page'],
  ['src/matters/store/b19.ts', './b20.ts', 'no-circles'],
  ['src/matters/store/b20.ts', './b19.ts', undefined],
  ['src/gossip/b21.ts', '../places/index.ts', 'known-capabilities'],
  ['src/matters/b22.ts', '../gossip/b21.ts', 'arrows-matters'],
  ['src/matters/b23.ts', './missing.ts', 'imports-exist'],
  ['packages/recount/b24.ts', '../../src/kit/pure.ts', 'recount-stands-alone'],
  ['packages/recount/b25.ts', 'pg', 'recount-stands-alone'],
  ['src/matters/http/b26.test.ts', '../../app/server.ts', 'arrows-matters-tests'],
  ['src/matters/http/b27.ts', '../../app/testing/world.ts', 'arrows-matters'],
]

let found = []
beforeAll(() => {
  for (const [name, text] of Object.entries(honest)) write(name, text)
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'))
  cpSync(path.join(project, 'package.json'), path.join(root, 'package.json'))
  expect(cruise(root).breaches).toEqual([])
  for (const [name, target] of breaches) write(name, `import * as b from '${target}'\nexport const c = b`)
  write('src/matters/commands/b30.ts', "export const later = () => import('../../ballots/index.ts')")
  write('src/matters/ui/b31.tsx', "import type { save } from '../store/save.ts'\nexport type S = typeof save")
  found = cruise(root).breaches
}, 60_000)

const refusals = (file) => found.filter((breach) => breach.from === file).map((breach) => breach.rule)

test.each(breaches.filter(([, , wall]) => wall))('%s may not import %s: %s', (file, _, wall) => {
  expect(refusals(file)).toContain(wall)
})

test('an import at run time and an import of a type count like any other', () => {
  expect(refusals('src/matters/commands/b30.ts')).toContain('arrows-matters')
  expect(refusals('src/matters/ui/b31.tsx')).toContain('pages-stay-in-the-browser')
})

test('every refusal comes with a sentence', () => {
  for (const { rule, comment } of found) expect(comment, rule).toMatch(/\w+ \w+.*\.$/)
})

test('a cruise that overlooks files is an error, not a success', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'linli-walls-'))
  mkdirSync(path.join(empty, 'src'))
  expect(() => cruise(empty)).toThrow(/overlooked/)
  rmSync(empty, { recursive: true })
})

test('the arrows point down only: nobody may ask one that may ask it', () => {
  for (const [name, asked] of Object.entries(arrows.mayAsk)) for (const below of asked) expect(arrows.mayAsk[below]).not.toContain(name)
  expect(Object.values(arrows.mayAsk).flat()).not.toContain('channels')
})

const impure = [
  ['Date.now()', 'lint'], ['new Date()', 'lint'], ['Math.random()', 'lint'], ["new Intl.NumberFormat('zh')", 'lint'], ['globalThis.Date', 'lint'],
  ['crypto', 'lint'], ['performance', 'lint'], ['process', 'lint'],
  ["fetch('/')", 'types'], ['setTimeout(() => 1, 1)', 'types'], ['console.log(1)', 'types'], ['document', 'types'],
]

test('rules have no clock, no chance, no network and no page', { timeout: 60_000 }, () => {
  impure.forEach(([text], at) => write(`src/places/rules/i${at}.ts`, `export const impure: unknown = ${text}`))
  write('src/places/rules/i90.ts', 'const { random } = Math\nexport const impure = random')
  write('src/places/rules/i91.ts', "import { readFileSync } from 'node:fs'\nexport const impure = readFileSync")
  write('src/places/rules/good.ts', 'export const latest = (at: Date, other: Date): Date => (at > other ? at : other)')
  cpSync(path.join(project, '.oxlintrc.json'), path.join(root, '.oxlintrc.json'))
  write('tsconfig.rules.json', JSON.stringify({ extends: path.join(project, 'tsconfig.rules.json'), include: ['src/places/rules/**/*.ts'] }))
  const lint = spawnSync(path.join(project, 'node_modules/.bin/oxlint'), ['--format', 'unix', 'src'], { cwd: root, encoding: 'utf8' }).stdout
  const types = spawnSync(
    process.execPath, [path.join(project, 'node_modules/tsc7/bin/tsc'), '-p', 'tsconfig.rules.json'], { cwd: root, encoding: 'utf8' },
  ).stdout
  const said = { lint, types }
  impure.forEach(([text, by], at) => expect(said[by], `${by} lets pass: ${text}`).toContain(`rules/i${at}.ts`))
  expect(lint, 'lint lets pass: { random } = Math').toContain('rules/i90.ts')
  expect(types, 'types let pass: node:fs').toContain('rules/i91.ts')
  expect(lint + types).not.toContain('rules/good.ts')
})
