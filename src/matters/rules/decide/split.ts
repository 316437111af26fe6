import { ok, type Result } from '../../../kit/pure.ts'
import { replay, type Time } from '../../../offices/rules/index.ts'
import type { CategoryCode } from '../categories.ts'
import { change, type Change } from '../change.ts'
import { entriesOf, ledgerOf, type ClockOp, type LedgerEntry } from '../clock-state.ts'
import { begin, pacesOf } from '../clocks.ts'
import type { Matter, Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'

/** Since when a reply is owed, epoch ms, and the lines of the ledger by which it stood still and went on. */
export type Promised = { readonly since: number; readonly stood: readonly LedgerEntry[] }
/** Something that happened to a clock before the matter was there. */
export type TimedOp = { readonly at: number; readonly op: ClockOp }

/** [M25] What the reporter was promised by a matter: a reply, since its clock last started; since the filing where there is no ledger. */
export function promisedBy(matter: Pick<Matter, 'ledger'>, filedAt: number): Promised {
  const lines = ledgerOf(matter.ledger, 'reply')
  const start = lines.find(({ kind }) => kind === 'start')
  return { since: start?.at ?? filedAt, stood: lines.filter(({ kind }) => kind === 'pause' || kind === 'resume') }
}

/**
 * [M25] The reply clock of what was split off: it began when the first one's did and stood still whenever that did, each line at its own time. The pace
 * is that of its own category; more time that was granted to the first was granted for that.
 */
export function replyPromised(category: CategoryCode, holder: string, { since, stood }: Promised, time: Time): readonly TimedOp[] {
  const start = begin({ stage: 'reply', pace: pacesOf(category).reply, by: holder, why: 'filed' }, { at: since, time })
  const begun = entriesOf([start], since)
  return [{ at: since, op: start }, ...stood.flatMap(({ at, kind, why }, nth): TimedOp[] => {
    if (kind === 'pause') return [{ at, op: { op: 'pause', stage: 'reply', why } }]
    const { wouldBe, provisional } = replay([...begun, ...stood.slice(0, nth + 1)], time)
    return wouldBe === null ? [] : [{ at, op: { op: 'resume', stage: 'reply', why, due: wouldBe, provisional } }]
  })]
}

/**
 * [M25] A matter that is two things becomes two 拆分: this one goes on, and a new one with the words of the other begins its course.
 * `to` is the new one.
 */
export function decideSplit(matter: Matter, standing: Standing, to: { readonly id: string; readonly category: string }): Result<Change> {
  const may = mayMove('split', matter, standing)
  return may.ok ? ok(change('split', { facts: { to: to.id, category: to.category }, tell: [{ to: 'reporter', template: 'matter.split' }] })) : may
}
