import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replay } from '../../../offices/rules/index.ts'
import { clockOf, clocksAfter, entriesOf, type Clock, type LedgerEntry } from '../clock-state.ts'
import { afterChange, filedMatter, HOUR, momentAt, monday } from '../matter.testing.ts'
import { standingOf, type Matter } from '../matter.ts'
import { decideTake } from './handle.ts'
import { promisedBy, replyPromised } from './split.ts'
import { decideResume, decideSuspend } from './waiting.ts'

type Who = Parameters<typeof standingOf>[1]
const secretary: Who = { kind: 'staff', person: 'p-1', post: 't-1', postKind: 'community_secretary', org: 'community', audience: ['community'] }
type Decided = ReturnType<typeof decideTake>
const act = (matter: Matter, decide: (matter: Matter) => Decided, hours: number): Matter => {
  const decided = decide(matter)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return afterChange(matter, decided.value, secretary, monday + hours * HOUR)
}
const stand = (matter: Matter) => standingOf(matter, secretary)
const aside = { path: 'owners_share', reviewOn: '2027-01-20', note: '等业主分摊' }

test('[M25] what is split off owes its reply when the first does, however often that stood still; its ledger gives the stored due time', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 90 })), { maxLength: 4 }), (pauses) => {
    let [first, hours] = [act(filedMatter, (one) => decideTake(one, stand(one), momentAt(1)), 1), 1]
    for (const [wait, long] of pauses) {
      hours += wait
      first = act(first, (one) => decideSuspend(one, stand(one), aside, momentAt(hours)), hours)
      hours += long
      first = act(first, (one) => decideResume(one, stand(one), '', momentAt(hours)), hours)
    }
    const promised = replyPromised('other', 'community', promisedBy(first, monday), momentAt(0).time)
    const half = promised.reduce<readonly Clock[]>((clocks, { at, op }) => clocksAfter(clocks, [op], at), [])
    const ledger = promised.flatMap(({ at, op }): readonly LedgerEntry[] => entriesOf([op], at))
    const [owed, owes] = [clockOf(first.clocks, 'reply'), clockOf(half, 'reply')]
    expect([owes?.due, owes?.from, owes?.state]).toEqual([owed?.due, owed?.from, 'running'])
    expect(replay(ledger, momentAt(0).time).due).toBe(owes?.due)
    expect(ledger).toEqual(first.ledger.filter(({ stage }) => stage === 'reply'))
  }))
})

test('[M25] without a ledger the reply is owed since the filing; after a reopening since that', () => {
  expect(promisedBy({ ledger: [] }, monday)).toEqual({ since: monday, stood: [] })
  const again: LedgerEntry = { stage: 'reply', org: null, at: monday + 50 * HOUR, kind: 'start', why: 'reopened' }
  const paused: LedgerEntry = { ...again, at: monday + HOUR, kind: 'pause', why: 'suspended' }
  expect(promisedBy({ ledger: [...filedMatter.ledger, paused, again] }, monday)).toEqual({ since: again.at, stood: [] })
})
