/** What the desk knows of the lines of minutes: which stand on the server, which wait here, and where both differ. Plain data, no clock and no network. */
import type { LineKind } from '../../../../rules/meetings/index.ts'

/** A line as it stands somewhere. */
export type Line = { readonly id: string; readonly agenda: number | null; readonly placeIn: number; readonly kind: LineKind; readonly label: string
  readonly words: string; readonly struck: boolean; readonly version: number }
type Theirs = { readonly label: string; readonly words: string; readonly struck: boolean }
/**
 * A line here. `edit` counts what was written here since; 0: nothing that the server lacks. `theirs`: what somebody else wrote meanwhile. `tried`: the
 * words that went out and may have arrived although no answer came.
 */
export type Kept = Line & { readonly edit: number; readonly theirs: Theirs | null; readonly tried: readonly Theirs[] }
export type Ledger = ReadonlyMap<string, Kept>
/** What the server says of one line that was sent. */
export type Outcome = { readonly id: string; readonly outcome: 'kept' | 'conflict'; readonly after: number; readonly theirs: Theirs | null }

export const emptyLedger: Ledger = new Map()

const put = (ledger: Ledger, ...lines: readonly Kept[]): Ledger => new Map([...ledger, ...lines.map((line) => [line.id, line] as const)])
const same = (one: Theirs, other: Theirs): boolean => one.label === other.label && one.words === other.words && one.struck === other.struck

/** A line was written or changed here. */
export function written(ledger: Ledger, line: Omit<Line, 'version'>): Ledger {
  const before = ledger.get(line.id)
  return put(ledger, { ...line, version: before?.version ?? 0, edit: (before?.edit ?? 0) + 1, theirs: before?.theirs ?? null,
    tried: before?.tried ?? [] })
}

/** What the server has now: it takes the place of lines that nobody changed here, and never of one that waits. */
export function read(ledger: Ledger, lines: readonly Line[]): Ledger {
  const waiting = [...ledger.values()].filter(({ edit }) => edit > 0)
  const fresh = lines.map((line): Kept => ({ ...line, edit: 0, theirs: null, tried: [] }))
  // an answer that was under way while we sent may be older than what we know
  const newest = fresh.map((line) => { const known = ledger.get(line.id); return known && known.version > line.version ? known : line })
  const sentSince = [...ledger.values()].filter(({ id, edit, version }) => edit === 0 && version > 0 && !lines.some((line) => line.id === id))
  return new Map([...sentSince, ...newest, ...waiting].map((line) => [line.id, line]))
}

/** The lines that can go to the server now, in their order; those that both sides changed wait for a person. */
export const toSend = (ledger: Ledger): readonly Kept[] => inOrder(ledger).filter(({ edit, theirs }) => edit > 0 && theirs === null)

/** These lines go out now: should the answer get lost, what stands on the server may be our own words. */
export const tried = (ledger: Ledger, lines: readonly Kept[]): Ledger => put(ledger, ...lines.map((line) =>
  ({ ...line, tried: [...line.tried, { label: line.label, words: line.words, struck: line.struck }].slice(-5) })))

/** The lines in the order of the minutes. */
export const inOrder = (ledger: Ledger): readonly Kept[] =>
  [...ledger.values()].sort((one, other) => one.placeIn - other.placeIn || (one.id < other.id ? -1 : 1))

/** How many lines are not with the server yet. */
export const unsent = (ledger: Ledger): number => [...ledger.values()].filter(({ edit }) => edit > 0).length

/**
 * The server's answer to lines that were `sent`. What was written on meanwhile stays waiting, from the version that is kept now. A conflict with words
 * that we ourselves sent is an answer that got lost: the line goes on from there.
 */
export function answered(ledger: Ledger, sent: readonly Kept[], outcomes: readonly Outcome[]): Ledger {
  return put(ledger, ...outcomes.flatMap(({ id, outcome, after, theirs }): Kept[] => {
    const [now, then] = [ledger.get(id), sent.find((line) => line.id === id)]
    if (!now || !then) return []
    const whole = outcome === 'kept' || (theirs !== null && same(theirs, then))
    if (whole) return [{ ...now, version: after, edit: now.edit - then.edit, tried: [] }]
    if (theirs === null) return [now]
    return [then.tried.some((words) => same(words, theirs)) ? { ...now, version: after, tried: [] } : { ...now, version: after, theirs }]
  }))
}

/** The clerk chose which of two versions of a line stands: one's own goes out again, the other takes its place here. */
export function chosen(ledger: Ledger, id: string, which: 'mine' | 'theirs'): Ledger {
  const line = ledger.get(id)
  if (!line?.theirs) return ledger
  return put(ledger, which === 'mine' ? { ...line, theirs: null, tried: [] } : { ...line, ...line.theirs, edit: 0, theirs: null, tried: [] })
}

const GAP = 1000
/** The place for a line behind everything that is written. */
export const nextPlace = (ledger: Ledger): number => Math.max(0, ...[...ledger.values()].map(({ placeIn }) => placeIn)) + GAP
