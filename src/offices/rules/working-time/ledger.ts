/** The clock of a stage as a list of what happened to it. Nothing is ever changed in it: every due time is derived. */
import type { Calendar } from './calendar.ts'
import type { DutyHours } from './hours.ts'

/** How much time a stage has, and how it is counted. Days are whole. */
export type Pace = { readonly amount: number; readonly unit: 'minute' | 'hour' | 'working_hour' | 'day' | 'working_day' }

/** One entry. `at` epoch ms; `hours` an id of duty hours; `why` the code of a reason. */
export type ClockEntry = {
  readonly at: number
  readonly kind: 'start' | 'pause' | 'resume' | 'policy' | 'stop'
  readonly pace?: Pace | undefined
  readonly hours?: string | undefined
  readonly why: string
}

/**
 * What time is counted by: the calendar, duty hours by id (undefined or unknown: office hours), and the id of the hours that an organisation
 * (its id) has today. The id names one version of them, so that a ledger that keeps it is replayed to the same time after they change.
 */
export type Time = {
  readonly calendar: Calendar
  readonly hoursOf: (id: string | undefined) => DutyHours
  readonly hoursIdOf: (org: string) => string
}

/** From, to (not included), in epoch ms. */
export type Interval = readonly [from: number, to: number]

/** The latest round of a clock: what `replay`, `explain` and `elapsed` count with. */
export type Round = {
  readonly startedAt: number
  readonly pace: Pace | null
  readonly hours: string | undefined
  readonly pauses: readonly Interval[]
  readonly pausedAt: number | null
  readonly stoppedAt: number | null
}

const inOrder = (entries: readonly ClockEntry[]): readonly ClockEntry[] =>
  entries.map((entry, position) => ({ entry, position })).sort((a, b) => a.entry.at - b.entry.at || a.position - b.position)
    .map(({ entry }) => entry)

function begun(entry: ClockEntry, before: Round | null): Round {
  return { startedAt: entry.at, pace: entry.pace ?? before?.pace ?? null, hours: entry.hours ?? before?.hours, pauses: [], pausedAt: null,
    stoppedAt: null }
}

const closed = (round: Round, at: number): readonly Interval[] =>
  (round.pausedAt === null || round.pausedAt === at ? round.pauses : [...round.pauses, [round.pausedAt, at]])

/** What one entry makes of a round that has begun. What makes no sense in its state changes nothing: the same entry twice is one. */
function step(round: Round, entry: ClockEntry): Round {
  if (entry.kind === 'start') return round.stoppedAt === null ? round : begun(entry, round)
  if (round.stoppedAt !== null) return round
  switch (entry.kind) {
    case 'pause': return round.pausedAt === null ? { ...round, pausedAt: entry.at } : round
    case 'resume': return round.pausedAt === null ? round : { ...round, pauses: closed(round, entry.at), pausedAt: null }
    case 'policy': return { ...round, pace: entry.pace ?? round.pace, hours: entry.hours ?? round.hours }
    case 'stop': return { ...round, pauses: closed(round, entry.at), pausedAt: null, stoppedAt: entry.at }
  }
}

/**
 * Reads the entries, in any order, into the latest round; null when nothing has started. Entries of one moment count in the order given. A new
 * start opens a round only after a stop; the latest pace and hours hold for the whole round. [W8] [W9]
 */
export function roundOf(entries: readonly ClockEntry[]): Round | null {
  return inOrder(entries).reduce<Round | null>((round, entry) => {
    if (round === null) return entry.kind === 'start' ? begun(entry, null) : null
    return step(round, entry)
  }, null)
}
