import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { pollOfFolder } from '../../src/deliberation/files/read-poll.ts'
import { addVotes, drawingText, drawMap, fileLines, noOpinions, type Sign, type Vote } from '../../src/deliberation/rules/opinions/index.ts'
import { matrixOf } from '../../src/deliberation/rules/opinions/matrix.ts'
import { campVotes } from '../../src/deliberation/rules/opinions/polls.testing.ts'
import { checkOpinions, drawOpinions } from './opinions.mjs'

const dir = mkdtempSync(path.join(tmpdir(), 'recount-map-'))
afterAll(() => rmSync(dir, { recursive: true }))
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const sides = (text: string): Sign[] => [...text].map((sign) => (sign === '+' ? 1 : sign === '-' ? -1 : 0))

/** The lines that the product publishes for these votes to statements 0 … width - 1. */
function published(votes: readonly Vote[], width: number, seed: string): readonly string[] {
  const opinions = addVotes(noOpinions(), votes)
  const statements = Array.from({ length: width }, (_, n) => ({ n, words: `第${n}条` }))
  const map = drawMap(opinions, { seed, statements: statements.map(({ n }) => String(n)) })
  const matrix = matrixOf(opinions, { statements: statements.map(({ n }) => String(n)) })
  const people = matrix.people.map((id, row) => ({ name: hash(`${seed} ${id}`).slice(0, 16),
    answers: [...matrix.columns.subarray(matrix.starts[row], matrix.starts[row + 1])].map((column, k) => [column, matrix.signs[(matrix.starts[row] ?? 0) + k] as Sign] as const) })) // a sign
  return fileLines({ poll: 'p', question: '怎么用', opensOn: '2026-06-28', closesOn: '2026-07-12', statements, drawing: hash(drawingText(map)) }, map, people)
}

const vote = fc.record({ person: fc.integer({ min: 0, max: 40 }).map((n) => `p${n}`), statement: fc.integer({ min: 0, max: 11 }).map(String),
  sign: fc.constantFrom<Sign>(1, 0, -1), at: fc.constant(0) })

test('[OM19] any published poll is drawn again byte for byte by a program of its own', () => {
  fc.assert(fc.property(fc.array(vote, { minLength: 1, maxLength: 500 }), fc.string(), (votes, seed) => {
    expect(checkOpinions(published(votes, 12, seed)).checks.filter(({ ok }) => !ok)).toEqual([])
  }), { numRuns: 60 })
})

test('[OM19] a changed answer, a person left out and another seed are found, and what is no such file is refused', () => {
  const lines = published(campVotes([{ people: 20, sides: sides('++++--++') }, { people: 14, sides: sides('--++++++') }, { people: 3, sides: sides('--------') }], 'x'), 8, 's')
  expect(checkOpinions(lines)).toMatchObject({ ok: true, result: { groups: [20, 14] } })
  const failing = (changed: readonly string[]): number => checkOpinions(changed).checks.filter(({ ok }) => !ok).length
  expect(failing(lines.with(1, lines[1]?.replace(/-?\d\]$/, (last) => (last === '1]' ? '-1]' : '1]')) ?? ''))).toBeGreaterThan(0)
  expect(failing(lines.toSpliced(3, 1))).toBeGreaterThan(0)
  expect(failing(lines.with(0, lines[0]?.replace('"seed":"s"', '"seed":"t"') ?? ''))).toBe(1)
  expect(() => checkOpinions(lines.with(2, '["x",1,1]'))).toThrow('line 3 cannot be read')
  expect(() => checkOpinions(lines.with(0, lines[0]?.replace('linli-opinion-map-1', 'linli-opinion-map-9') ?? ''))).toThrow('this program draws linli-opinion-map-1')
  const file = path.join(dir, 'opinions.jsonl.gz')
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n`))
  const said = spawnSync(process.execPath, [path.join(import.meta.dirname, 'recount.mjs'), 'map', file, '--json'], { encoding: 'utf8' })
  expect([said.status, (JSON.parse(said.stdout) as { ok: boolean }).ok]).toEqual([0, true])
})

const folder = path.resolve('../shared/data/opinions')
test.runIf(existsSync(folder)).each(['brexit-consensus', 'ssis.land-bank-farmland.2rumnecbeh.2021-08-01', 'vtaiwan.uberx'])('[OM19] %s is drawn again byte for byte', (name) => {
  const poll = pollOfFolder((one) => (existsSync(path.join(folder, name, one)) ? readFileSync(path.join(folder, name, one), 'utf8') : undefined))
  const given = { statements: poll.statements.ids, removed: poll.statements.removed, seed: name }
  const matrix = matrixOf(poll.opinions, given)
  const people = matrix.people.map((_, row) => [...matrix.columns.subarray(matrix.starts[row], matrix.starts[row + 1])]
    .map((column, k) => [column, matrix.signs[(matrix.starts[row] ?? 0) + k] ?? 0] as const)).toReversed()
  expect(drawOpinions(matrix.statements.map(Number), people, name).text === drawingText(drawMap(poll.opinions, given))).toBe(true)
})
