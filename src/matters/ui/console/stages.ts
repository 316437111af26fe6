/** The stages of a matter with what each took, from the story: a stage ends where the next begins. */
import { FIXED_PACES, isCategory, pacesOf, whistleTerms, type DueKind } from '../../rules/index.ts'
import { dueBy } from '../parts/pace.ts'
import type { MatterDetail, StoryEntry } from '../staff-api.ts'

export type StageTime = {
  readonly kind: DueKind; readonly state: 'done' | 'current' | 'future'
  /** Epoch milliseconds; the start is unknown of what has not begun. */
  readonly from: number | null; readonly to: number | null; readonly due: number | null
  /** How long the stage may take, in milliseconds. */
  readonly limit: number | null
}

type Seen = Pick<MatterDetail, 'state' | 'category' | 'filedAt' | 'due' | 'dueKind' | 'dueFrom' | 'situation' | 'story'>

const at = (entry: StoryEntry | undefined): number | null => (entry ? Date.parse(entry.at) : null)

/** The last round alone: a matter that was reopened begins anew there. Oldest first. */
function lastRound(story: readonly StoryEntry[]): readonly StoryEntry[] {
  const oldest = [...story].reverse()
  const reopened = oldest.findLastIndex((e) => e.kind === 'reopen')
  return reopened < 0 ? oldest : oldest.slice(reopened)
}

/** How long a stage may take from a moment on, in milliseconds of the wall clock. */
function limitOf(kind: DueKind, matter: Seen, from: number): number | null {
  if (!isCategory(matter.category)) return null
  const terms = matter.situation ? whistleTerms(matter.situation) : null
  const whistled = terms?.ok ? { report_in: terms.value.leadReport, finish: terms.value.finish } : {}
  const pace = { ...FIXED_PACES, ...pacesOf(matter.category), report_in: undefined, review: undefined, ...whistled }[kind]
  return pace ? dueBy(pace, from) - from : null
}

/** When each stage that is over began and ended. */
function spans(matter: Seen): Partial<Record<DueKind, readonly [number, number]>> {
  const round = lastRound(matter.story)
  const find = (...kinds: readonly string[]) => round.find((e) => kinds.includes(e.kind))
  const last = (...kinds: readonly string[]) => round.findLast((e) => kinds.includes(e.kind))
  const begun = at(round[0]) ?? Date.parse(matter.filedAt)
  const signed = at(find('take', 'whistle', 'report_in', 'finish'))
  const whistle = at(last('whistle'))
  const reported = at(round.find((e) => e.kind === 'report_in' && (whistle === null || Date.parse(e.at) >= whistle)))
  const finished = at(last('finish'))
  const verified = at(last('verify'))
  const judged = at(last('verdict', 'close'))
  return {
    ...(signed !== null ? { sign: [begun, signed] } : {}),
    ...(whistle !== null && reported !== null ? { report_in: [whistle, reported] } : {}),
    ...(finished !== null ? { finish: [reported ?? signed ?? begun, finished] } : {}),
    ...(finished !== null && verified !== null ? { verify: [finished, verified] } : {}),
    ...(verified !== null && judged !== null ? { verdict: [verified, judged] } : {}),
  }
}

const USUAL: readonly DueKind[] = ['sign', 'finish', 'verify', 'verdict']
const WHISTLED: readonly DueKind[] = ['sign', 'report_in', 'finish', 'verify', 'verdict']

/** The four stages, five where a whistle was blown; what lies before the stage that runs is over, the rest is to come. */
export function stagesOf(matter: Seen): readonly StageTime[] {
  const kinds = matter.situation !== null || matter.dueKind === 'report_in' ? WHISTLED : USUAL
  const ended = matter.state === 'closed' || matter.state === 'withdrawn'
  const current = matter.dueKind === null ? (ended ? kinds.length : -1) : kinds.indexOf(matter.dueKind)
  const known = spans(matter)
  return kinds.map((kind, i) => {
    const begun = known[kind]?.[0] ?? (matter.dueFrom ? Date.parse(matter.dueFrom) : Date.parse(matter.filedAt))
    const limit = limitOf(kind, matter, begun)
    if (i === current) return { kind, state: 'current', from: matter.dueFrom ? Date.parse(matter.dueFrom) : null, to: null, due: matter.due ?
      Date.parse(matter.due) : null, limit }
    const [from, to] = known[kind] ?? [null, null]
    const over = i < current && (matter.state !== 'withdrawn' || from !== null)
    return { kind, state: over ? 'done' : 'future', from: over ? from : null, to: over ? to : null, due: null, limit }
  })
}
