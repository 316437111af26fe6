/**
 * `kill -9` of worker, server and database in turn and all at once, twenty rounds on one installation, while sixteen clients file and move matters and two
 * phones send what they had queued. After each round everything that was ever acknowledged is looked for. All counts have to be 0.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { layOut } from '../src/app/testing/faults/product.ts'
import { round, takeAway, type Round } from '../src/app/testing/faults/rounds.ts'
import type { Write } from '../src/app/testing/faults/writes.ts'

const ROUNDS = Number(process.env['ROUNDS'] ?? 20)
const PAUSE_MS = Number(process.env['PAUSE'] ?? 1200)
const wrong = ['lost', 'doubled', 'out_of_order', 'unrecorded', 'fired_twice', 'unfired', 'undelivered', 'seal', 'orphans'] as const

/** Runs the benchmark: `ours` is the sum of everything that was wrong after any round. */
export async function run(): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-faults-'))
  const writes: Write[] = []
  const rounds: Round[] = []
  try {
    await layOut(dataDir)
    for (let n = 1; n <= ROUNDS; n++) {
      const one = await round(dataDir, writes, PAUSE_MS)
      rounds.push(one)
      console.error(`round ${n}: ${JSON.stringify(one)}`)
    }
  } finally {
    takeAway(dataDir)
  }
  const sum = (of: (one: Round) => number): number => rounds.reduce((total, one) => total + of(one), 0)
  const faults = Object.fromEntries(wrong.map((name) => [name, sum((one) => one[name])]))
  return {
    ours: sum((one) => wrong.reduce((total, name) => total + one[name], 0)), reference: 0, ratio: null, unit: 'faults', goal: 0, ...faults, rounds: rounds.length,
    kills: sum((one) => one.kills), acknowledged: sum((one) => one.acknowledged), repeated: sum((one) => one.repeated),
    unanswered: sum((one) => one.unanswered), fired: rounds.at(-1)?.fired ?? 0, swept: sum((one) => one.swept),
  }
}
