/**
 * Drawing opinion maps from answers in memory: vtaiwan.uberx (49,997 answers of 1,921 people; a made-up poll of that size where the file is not
 * there), and a made-up poll of 20,000 people, 1,000 statements and 2,000,000 answers, which is drawn in a process of its own so that its memory can be told.
 * `more` is what a hundred further answers cost to take in. Reference: what red-dwarf was measured at on the first poll.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pollOfFolder } from '../src/deliberation/files/read-poll.ts'
import {
  addVotes, drawMap, noOpinions, type Drawing, type OpinionMap, type Opinions, type Sign, type Vote,
} from '../src/deliberation/rules/opinions/index.ts'
import { seeded } from '../src/deliberation/rules/opinions/seeded.ts'

const [PEOPLE, STATEMENTS, VOTES] = [Number(process.env['PEOPLE'] ?? 20_000), 1000, Number(process.env['VOTES'] ?? 2_000_000)]
const REFERENCE_S = 3.41
const folder = '../shared/data/opinions/vtaiwan.uberx'

/** Answers of a made-up poll, some thousand at a time: three camps that lean, many who lean nowhere; the same each time. */
function* madeUp(people: number, statements: number, votes: number): Generator<readonly Vote[]> {
  const random = seeded('a made-up poll')
  const lean = Array.from({ length: 4 * statements }, () => (random() - 0.5) * 1.6)
  for (let done = 0; done < votes; done += 4000) {
    yield Array.from({ length: Math.min(4000, votes - done) }, (_, i): Vote => {
      const person = Math.floor(people * random())
      const statement = Math.floor(statements * random())
      const side = (lean[(person % 4) * statements + statement] ?? 0) + random() * 2 - 1
      const sign: Sign = side > 0.25 ? 1 : side < -0.25 ? -1 : 0
      return { person: `p${person}`, statement: `${statement}`, sign, at: done + i }
    })
  }
}

function made(people: number, statements: number, votes: number): Opinions {
  let opinions = noOpinions()
  for (const some of madeUp(people, statements, votes)) opinions = addVotes(opinions, some)
  return opinions
}

function seconds<T>(work: () => T): { readonly s: number; readonly value: T } {
  const start = performance.now()
  const value = work()
  return { s: (performance.now() - start) / 1000, value }
}
const round = (n: number): number => Math.round(n * 1000) / 1000

/** What the process of the large poll prints; called by itself. */
export function large(): object {
  const taken = seconds(() => made(PEOPLE, STATEMENTS, VOTES))
  const before = process.cpuUsage()
  const drawn = seconds(() => drawMap(taken.value))
  const { user, system } = process.cpuUsage(before)
  return {
    large_s: round(drawn.s), large_processor_s: round((user + system) / 1e6), large_taken_s: round(taken.s),
    large_groups: drawn.value.groups.map(({ size }) => size),
    peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

/** Draws both; `ours` is the middle of nine drawings after the first, which is `first`. */
export async function run(): Promise<object> {
  const real = existsSync(folder)
  const text = (name: string): string | undefined => (existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name), 'utf8') : undefined)
  const read = seconds(() => (real ? pollOfFolder(text) : { opinions: made(1921, 197, 49_997), statements: { ids: [], removed: new Set<string>() } }))
  const { opinions, statements } = read.value
  const drawing: Drawing = { statements: statements.ids }
  const draw = (): OpinionMap => drawMap(opinions, drawing)
  const first = seconds(draw)
  const ours = Array.from({ length: 9 }, () => seconds(draw).s).toSorted((a, b) => a - b)[4] ?? 0
  const hundred = Array.from({ length: 100 }, (_, i): Vote => ({ person: `new${i}`, statement: '1', sign: 1, at: i }))
  const more = seconds(() => addVotes(opinions, hundred))
  const { participants, groups, statements: columns } = first.value
  console.error(`${participants.length} × ${columns.length}: ${round(first.s)} s, then ${round(ours)} s, ${groups.length} groups`)
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval',
    `import { large } from ${JSON.stringify(import.meta.filename)}; console.log(JSON.stringify(large()))`], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`the large poll: ${child.stderr.slice(0, 800)}`)
  const told = JSON.parse(child.stdout) as { readonly [key: string]: unknown } // printed by large()
  return {
    ours: round(ours), reference: REFERENCE_S, ratio: round(REFERENCE_S / ours), unit: 's', goal: '≤ 0.3 s; large_s ≤ 6 s; peak_mb ≤ 500',
    first: round(first.s), read_s: round(read.s), more_s: round(more.s), people: participants.length,
    statements: columns.length, groups: groups.map(({ size }) => size), real, ...told,
  }
}
