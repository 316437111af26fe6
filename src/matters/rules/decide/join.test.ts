import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../change.ts'
import { afterChange, filedMatter, HOUR, momentAt, monday } from '../matter.testing.ts'
import { standingOf, type Matter } from '../matter.ts'
import { movesFor } from '../moves.ts'
import { decideContact, decideTake } from './handle.ts'
import { answeredWith, decideJoin, decideMeToo, decideUnjoin, takePlace } from './join.ts'
import { decideRemind, nextClockStep } from './judge.ts'

type Who = Parameters<typeof standingOf>[1]
const secretary: Who = { kind: 'staff', person: 'p-1', post: 't-1', postKind: 'community_secretary', org: 'community', audience: ['community'] }
const clock: Who = { kind: 'clock', person: null, post: null, postKind: null, org: null, audience: [] }
const root: Matter = { ...filedMatter, id: 'root', heldPost: 't-9' }
type Decided = ReturnType<typeof decideTake>
const sure = (decided: Decided): Change => {
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value
}
const act = (matter: Matter, change: Change, hours: number, by = secretary): Matter => afterChange(matter, change, by, monday + hours * HOUR)

/** A matter some way into its course: taken or not, its reporter spoken with or not, its clock pressed or not. */
const course = fc.record({ taken: fc.boolean(), contacted: fc.boolean(), pressed: fc.boolean() }).map(({ taken, contacted, pressed }) => {
  let matter: Matter = filedMatter
  if (taken) matter = act(matter, sure(decideTake(matter, standingOf(matter, secretary), momentAt(1))), 1)
  if (contacted) matter = act(matter, sure(decideContact(matter, standingOf(matter, secretary), { via: 'phone', note: '' })), 2)
  const step = pressed ? nextClockStep(matter, momentAt(0).time) : null
  return step ? act(matter, sure(decideRemind(matter, standingOf(matter, clock), step)), 200, clock) : matter
})

test('[M24] (case 19) joining and undoing, however often and whenever, is the identity on state, clocks, ledger, parties and who has it', () => {
  fc.assert(fc.property(course, fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 }), (matter, waits) => {
    let now = matter
    let at = 300
    for (const wait of waits) {
      now = act(now, sure(decideJoin(now, standingOf(now, secretary), root, 0)), at)
      expect([now.state, nextClockStep(now, momentAt(0).time)]).toEqual(['joined', null])
      at += wait
      now = act(now, sure(decideUnjoin(now, standingOf(now, secretary))), at)
    }
    const { version: _v, hands: _h, ...before } = matter
    const { version: _w, hands: _i, ...after } = now
    expect(after).toEqual(before)
    expect(nextClockStep(now, momentAt(0).time)).toEqual(nextClockStep(matter, momentAt(0).time))
  }))
})

test('[M24] what is joined waits for its root: nobody takes, finishes or presses it; community and reporter may undo it', () => {
  const joined: Matter = { ...filedMatter, state: 'joined', joinedTo: 'root', joinedState: 'filed' }
  expect(movesFor(joined, standingOf(joined, secretary))).toEqual(['note', 'pass_on', 'unjoin', 'tell']) // a post that changes hands keeps none
  expect(movesFor(joined, standingOf(joined, { ...clock, kind: 'resident' }))).toEqual(['note', 'withdraw', 'unjoin'])
  expect(movesFor(joined, standingOf(joined, clock))).toEqual([])
})

test('[M24] a ‘me too’ with danger, privacy or an ended root is null, and so is filed by itself', () => {
  expect(decideMeToo(filedMatter, null, root)?.set).toMatchObject({ state: 'joined', joinedTo: 'root' })
  expect(decideMeToo(filedMatter, 'gas', root)).toBeNull()
  expect(decideMeToo({ ...filedMatter, sensitive: 'letting' }, null, root)).toBeNull()
  for (const state of ['answered', 'closed', 'withdrawn', 'joined'] as const) expect(decideMeToo(filedMatter, null, { ...root, state })).toBeNull()
})

test('[M24] the root’s answer ends every clock of a joined one and starts that of its verdict; a heir in hand owes no signature', () => {
  const joined = act(filedMatter, sure(decideJoin(filedMatter, standingOf(filedMatter, secretary), root, 0)), 1)
  const given = { id: 'root', outcome: 'unable' as const, workedBy: 'firm', verified: 'overdue' as const, reason: 'season', answer: '等春天', basis: null, basisNote: null }
  const told = act(joined, answeredWith(joined, given, momentAt(5)), 5)
  expect(told).toMatchObject({ state: 'answered', outcome: 'unable', workedBy: 'firm', verified: 'overdue', joinedTo: 'root' })
  expect(told.clocks.map(({ stage }) => stage)).toEqual(['verdict'])
  const heir = act(joined, takePlace(joined, { ...root, state: 'taken', heldBy: 'firm', heldPost: null }), 6)
  expect([heir.state, heir.heldBy, heir.joinedTo, heir.clocks.map(({ stage }) => stage)]).toEqual(['taken', 'firm', null, ['finish', 'reply']])
})
