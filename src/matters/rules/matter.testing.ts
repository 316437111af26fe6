/** A matter that was just filed and waits with its community, and the time that tests of rules count by. */
import { NO_PARTS, timeOf } from '../../offices/rules/index.ts'
import { clocksAfter, entriesOf } from './clock-state.ts'
import type { Moment } from './clocks.ts'
import type { Change } from './change.ts'
import { firstClocks } from './decide/file.ts'
import type { Matter, standingOf } from './matter.ts'

type Who = Parameters<typeof standingOf>[1]
export const HOUR = 3_600_000
/** Monday 16 November 2026, 09:00 in Shanghai. */
export const monday = 1_794_790_800_000

/** The moment so many hours after that Monday morning, with the national calendar and office hours for everybody. */
export const momentAt = (hours: number, time = timeOf(NO_PARTS, '2026-11-16')): Moment => ({ at: monday + hours * HOUR, time })

const opening = firstClocks({ category: 'other', contactable: false }, 'community', null, momentAt(0))

/** A matter filed on that Monday morning. */
export const filedMatter: Matter = {
  id: 'm', state: 'filed', category: 'other', sensitive: null, heldBy: 'community', heldPost: null, accountable: 'community', outcome: null,
  parties: [], closedTo: [], hands: [], doers: [], doerOrgs: [], handovers: 0, reopened: 0, situation: null, plan: null,
  clocks: clocksAfter([], opening, monday), ledger: entriesOf(opening, monday), contactable: false, suspended: false, joinedTo: null,
  joinedState: null, passes: [], ruledTo: null, extended: 0, returned: 0, tried: 0, workedBy: null, verifier: null, verified: null, version: 1,
}

const added = (list: readonly string[], ...more: (string | null)[]): string[] => [...new Set([...list, ...more.filter((one) => one !== null)])]

/** A matter after a change: what the store does, without a database. */
export function afterChange(matter: Matter, { set, parties, clocks, work }: Change, by: Who, at: number): Matter {
  const { verdict: _verdict, ended: _ended, title: _title, reason: _reason, answer: _answer, reviewOn: _review, moneyPath: _money, basis: _basis,
    basisNote: _note, ...columns } = set
  const next = new Map(matter.parties.map((p) => [p.org, p]))
  for (const p of parties) {
    const was = next.get(p.org) ?? { org: p.org, role: 'support' as const, state: p.state, task: '', reportBy: null, finishBy: null }
    next.set(p.org, { ...was, ...p })
  }
  return {
    ...matter, ...columns, ...(set.heldBy ? { heldPost: set.heldPost ?? null } : {}), parties: [...next.values()],
    hands: added(matter.hands, by.person, by.post), doers: work ? added(matter.doers, by.person) : matter.doers,
    doerOrgs: work ? added(matter.doerOrgs, by.org) : matter.doerOrgs, version: matter.version + 1,
    clocks: clocksAfter(matter.clocks, clocks, at), ledger: [...matter.ledger, ...entriesOf(clocks, at)],
  }
}
