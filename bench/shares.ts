/**
 * The budget of Łódź 2022 (90,494 ballots, 160 projects) by Equal Shares with add1u, exactly, explanations included, from ballots in memory. The
 * reference is a plain textbook implementation in doubles (support/textbook-shares.ts), which looks at every project in every round; `skipping` is
 * the same with the one shortcut that better tools have. Without the file a made-up vote of the same size is counted.
 */
import { existsSync, readFileSync } from 'node:fs'
import { readPb } from '../src/ballots/files/pb.ts'
import { countBudget, type BudgetInstance } from '../src/ballots/rules/shares/index.ts'
import { textbookShares } from './support/textbook-shares.ts'

const YUAN = 100
const file = '../shared/data/budgets/Poland_Lodz_2022.pb'

/** A vote of that size in which few projects have most of the votes; the same each time. */
function madeUp(): BudgetInstance {
  let state = 20_221_031
  const random = (): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  const projects = Array.from({ length: 160 }, (_, i) => ({ id: `p${i}`, cost: Math.round(20_000 + 600_000 * random() ** 3) * YUAN }))
  const choice = (): string => `p${Math.floor(160 * random() ** 2.5)}`
  const ballots = Array.from({ length: 90_494 }, () => Array.from({ length: 1 + Math.floor(5 * random()) }, choice))
  return { budget: 6_112_868 * YUAN, projects, ballots: ballots.map((ballot) => [...new Set(ballot)]) }
}

function timed<T>(what: string, work: () => T): { readonly seconds: number; readonly value: T } {
  const start = performance.now()
  const value = work()
  const seconds = (performance.now() - start) / 1000
  console.error(`${what}: ${seconds.toFixed(2)} s`)
  return { seconds, value }
}

/** Runs the benchmark: `ours` (the middle one of five) and `reference` in seconds, `ratio` the latter by the former; `read`: reading the file. */
export async function run(): Promise<object> {
  const real = existsSync(file)
  if (!real) console.error(`${file} is not there: counting a made-up vote of that size`)
  const { seconds: read, value: instance } = timed('read', () => (real ? readPb(readFileSync(file, 'utf8')) : madeUp()))
  const count = () => countBudget(instance, { rule: 'equal-shares', completion: 'add1u' })
  const runs = [1, 2, 3, 4, 5].map(() => timed('equal shares, exact', count))
  const ours = runs.map(({ seconds }) => seconds).toSorted((a, b) => a - b)[2] ?? 0
  const skipping = timed('textbook, doubles, skipping', () => textbookShares(instance, YUAN, true))
  const reference = timed('textbook, doubles', () => textbookShares(instance, YUAN))
  const winners = runs[0]?.value.winners ?? []
  const same = winners.toSorted().join() === reference.value.toSorted().join()
  return {
    ours, reference: reference.seconds, ratio: reference.seconds / ours, unit: 's', goal: 3, ratio_goal: 10, read, skipping: skipping.seconds,
    same_winners: same,
    voters: instance.ballots.length, projects: instance.projects.length, winners: winners.length, left_out: runs[0]?.value.leftOut, real,
  }
}
