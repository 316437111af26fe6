/** The working time of a district, kept in memory: every command asks for it, and it changes a few times a year. */
import { now, shanghaiDay } from '../../kit/clock.ts'
import { clientOf, type Tx } from '../../kit/db.ts'
import { timeOf, type Time, type TimeParts } from '../rules/index.ts'
import { timeParts } from '../store/time-rows.ts'

const KEPT_MS = 60_000
/** Longer than a command's transaction: until then somebody could still read what was there before it ended. */
const UNSURE_MS = 10_000

type Kept = { readonly parts: TimeParts; readonly time: Time; readonly today: string; readonly until: number; readonly change: number }

/** By connection, so that two databases in one process are never taken for each other. */
const kept = new WeakMap<object, Map<string, Kept>>()
let change = 0
let changedAt = -Infinity

/** Says that something about working time was written: from now on everything is read anew. Called by whoever writes, before its end. */
export function workingTimeChanged(): void {
  change += 1
  changedAt = performance.now()
}

function keep(tx: Tx, district: string, one: Kept): Time {
  if (performance.now() - changedAt < UNSURE_MS) return one.time
  const client = clientOf(tx)
  const here = kept.get(client) ?? new Map<string, Kept>()
  here.set(district, one)
  kept.set(client, here)
  return one.time
}

/**
 * Calendar and duty hours of a district on the day of `at`. Costs no query for a minute on a connection; what another process writes is seen
 * after that minute, what this one writes at once. [W12]
 */
export async function workingTime(tx: Tx, district: string, at: Date = now()): Promise<Time> {
  const today = shanghaiDay(at)
  const asOf = change
  const found = kept.get(clientOf(tx))?.get(district)
  const fresh = found !== undefined && found.change === asOf && performance.now() < found.until
  if (fresh && found.today === today) return found.time
  const parts = fresh ? found.parts : await timeParts(tx, district)
  return keep(tx, district, { parts, time: timeOf(parts, today), today, until: fresh ? found.until : performance.now() + KEPT_MS, change: asOf })
}
