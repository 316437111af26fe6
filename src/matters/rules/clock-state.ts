import type { ClockEntry, Pace } from '../../offices/rules/index.ts'
import type { DueKind } from './stages.ts'

/** How far a clock was pressed: 0 nobody yet, 1 who has it was reminded, 2 on the street's list, 3 the street was asked to rule. [M19] */
export type Rung = 0 | 1 | 2 | 3

/** One clock of a matter as it stands now. Times are epoch milliseconds. */
export type Clock = {
  readonly stage: DueKind
  /** Whose deadline it is, where parties have their own; null: the matter's. */
  readonly org: string | null
  readonly state: 'running' | 'paused'
  /** While paused: when it would have been due. */
  readonly due: number
  /** Some day that was counted lies in a year whose holidays are not published. */
  readonly provisional: boolean
  readonly from: number
  readonly hours: string
  readonly rung: Rung
  readonly rungAt: number | null
}

type Which = { readonly stage: DueKind; readonly org?: string | null }
/** What a decision does to a clock. All but 'rung' and 'recount' are kept in the ledger: these follow from it. */
export type ClockOp = Which & { readonly why: string } & (
  | { readonly op: 'start'; readonly pace: Pace; readonly hours: string; readonly due: number; readonly provisional: boolean }
  | { readonly op: 'policy'; readonly pace: Pace; readonly hours: string; readonly due: number; readonly provisional: boolean }
  | { readonly op: 'resume'; readonly due: number; readonly provisional: boolean }
  | { readonly op: 'recount'; readonly due: number; readonly provisional: boolean }
  | { readonly op: 'pause' }
  | { readonly op: 'stop' }
  | { readonly op: 'rung'; readonly rung: Rung }
)

const isFor = (clock: Clock, { stage, org }: Which): boolean => clock.stage === stage && clock.org === (org ?? null)

/** The clock of a stage, of an organisation where it has its own. */
export const clockOf = (clocks: readonly Clock[], stage: DueKind, org: string | null = null): Clock | null =>
  clocks.find((clock) => isFor(clock, { stage, org })) ?? null

function one(clocks: readonly Clock[], op: ClockOp, at: number): readonly Clock[] {
  const others = clocks.filter((clock) => !isFor(clock, op))
  const was = clocks.find((clock) => isFor(clock, op))
  if (op.op === 'stop') return others
  if (op.op === 'start') {
    const { stage, due, provisional, hours } = op
    return [...others, { stage, org: op.org ?? null, state: 'running', due, provisional, from: at, hours, rung: 0, rungAt: null }]
  }
  if (!was) return clocks
  if (op.op === 'pause') return [...others, { ...was, state: 'paused' }]
  if (op.op === 'rung') return [...others, { ...was, rung: op.rung, rungAt: at }]
  const { due, provisional } = op
  // a deadline that moved on is a promise made anew: whoever was pressed for the old one is not pressed for this one
  const pressed = due > at ? { rung: 0 as const, rungAt: null } : {}
  if (op.op === 'recount') return [...others, { ...was, due, provisional, ...pressed }]
  return [...others, op.op === 'resume' ? { ...was, state: 'running', due, provisional, ...pressed }
    : { ...was, due, provisional, hours: op.hours, ...pressed }]
}

/** The clocks after some operations, in the order of their stages and organisations. */
export const clocksAfter = (clocks: readonly Clock[], ops: readonly ClockOp[], at: number): readonly Clock[] =>
  [...ops.reduce((all, op) => one(all, op, at), clocks)].sort((a, b) => (a.stage + (a.org ?? '') < b.stage + (b.org ?? '') ? -1 : 1))

/** Stops of every clock that is there, of some stages or all; ended clocks never run again by a thank-you (case 9). */
export const stopped = (clocks: readonly Clock[], why: string, stages?: readonly DueKind[]): readonly ClockOp[] =>
  clocks.filter((clock) => !stages || stages.includes(clock.stage)).map(({ stage, org }) => ({ op: 'stop', stage, org, why }))

/**
 * The clock that rules a matter now: the one that is shown in lists. Who has not signed owes that first, whatever else is due earlier (case 8);
 * then the earliest. A matter that is put aside waits for its review.
 */
export function rulingClock(clocks: readonly Clock[]): Clock | null {
  const running = clocks.filter((clock) => clock.state === 'running')
  const first = running.find((clock) => clock.stage === 'sign')
  return first ?? running.reduce<Clock | null>((least, clock) => (least === null || clock.due < least.due ? clock : least), null)
}

export type LedgerEntry = ClockEntry & { readonly stage: DueKind; readonly org: string | null }

/** What the ledger keeps of operations: all that moves a due time. */
export const entriesOf = (ops: readonly ClockOp[], at: number): readonly LedgerEntry[] => ops.flatMap((op) => {
  if (op.op === 'rung' || op.op === 'recount') return []
  const entry = { stage: op.stage, org: op.org ?? null, at, kind: op.op, why: op.why }
  return [op.op === 'start' || op.op === 'policy' ? { ...entry, pace: op.pace, hours: op.hours } : entry]
})

/** The part of a ledger that is about one clock, since its last start: a new start begins a new clock. */
export function ledgerOf(ledger: readonly LedgerEntry[], stage: DueKind, org: string | null = null): readonly LedgerEntry[] {
  const own = ledger.filter((entry) => entry.stage === stage && entry.org === org)
  return own.slice(Math.max(0, own.findLastIndex((entry) => entry.kind === 'start')))
}
