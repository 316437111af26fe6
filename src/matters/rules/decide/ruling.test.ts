import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockOf } from '../clock-state.ts'
import { afterChange, filedMatter, HOUR, momentAt, monday } from '../matter.testing.ts'
import { standingOf, type Matter } from '../matter.ts'
import { decideAssign, decideHandOver } from './handle.ts'
import { decideObject, decideRule, returnsBetween } from './ruling.ts'

type Who = Parameters<typeof standingOf>[1]
const staff = (audience: string, postKind: string, org: string): Who =>
  ({ kind: 'staff', person: `p-${org}`, post: `t-${org}`, postKind, org, audience: [audience] })
const secretary = staff('community', 'community_secretary', 'community')
const firm = staff('firm', 'firm_manager', 'firm')
const street = staff('street', 'street_director', 'street')
const station = staff('station', 'station_desk', 'enforcement')
const given = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const code = (result: { ok: boolean; refusal?: { code: string } }): string => (result.ok ? 'done' : result.refusal?.code ?? '')
const assign = (matter: Matter, hours: number, org = 'firm'): Matter => afterChange(matter,
  given(decideAssign(matter, standingOf(matter, secretary), { to: { org, kind: org === 'firm' ? 'firm' : 'station' }, note: '请修' }, momentAt(hours))),
  secretary, monday + hours * HOUR)
const giveBack = (matter: Matter, hours: number) => decideHandOver(matter, standingOf(matter, firm),
  { to: { org: 'community', post: null }, reason: 'not_our_duty', note: '公共管道不归物业' }, momentAt(hours))

test('[M34] the third return of one matter between the same two parties is none: the street has to name an owner (case 17)', () => {
  let matter = filedMatter
  for (const round of [0, 1]) {
    matter = assign(matter, round * 4)
    matter = afterChange(matter, given(giveBack(matter, round * 4 + 2)), firm, monday + (round * 4 + 2) * HOUR)
    expect([matter.heldBy, clockOf(matter.clocks, 'ruling')]).toEqual(['community', null])
  }
  expect(returnsBetween(matter.passes, 'firm', 'community')).toBe(2)
  const again = decideAssign(matter, standingOf(matter, secretary), { to: { org: 'firm', kind: 'firm' }, note: '请修' }, momentAt(9))
  expect(again.ok).toBe(true)
  matter = afterChange(matter, given(again), secretary, monday + 9 * HOUR)
  const third = given(giveBack(matter, 10))
  expect([third.act, third.facts]).toEqual(['object', { ground: 'not_our_duty', forced: true }])
  matter = afterChange(matter, third, firm, monday + 10 * HOUR)
  expect([matter.heldBy, clockOf(matter.clocks, 'ruling')?.state, matter.state]).toEqual(['firm', 'running', 'filed'])
})

test('[M33] a party objects with a ground and evidence, every clock runs on, and who has it keeps it until the street ruled', () => {
  const matter = assign(filedMatter, 1)
  expect(code(decideObject(matter, standingOf(matter, firm), { ground: 'other_owner', note: '' }, momentAt(2)))).toBe('reason_missing')
  expect(code(decideObject(matter, standingOf(matter, firm), { ground: 'tired', note: '不想办这件事' }, momentAt(2)))).toBe('reason_missing')
  expect(code(decideObject(matter, standingOf(matter, secretary), { ground: 'other_owner', note: '产权归供水公司' }, momentAt(2)))).toBe('not_yours')
  const after = afterChange(matter, given(decideObject(matter, standingOf(matter, firm), { ground: 'other_owner', note: '产权归供水公司' }, momentAt(2))),
    firm, monday + 2 * HOUR)
  for (const stage of ['sign', 'finish', 'reply'] as const) expect(clockOf(after.clocks, stage)).toEqual(clockOf(matter.clocks, stage))
  expect([after.heldBy, after.returned, clockOf(after.clocks, 'ruling')?.state]).toEqual(['firm', 1, 'running'])
  expect(code(decideObject(after, standingOf(after, firm), { ground: 'other_owner', note: '产权归供水公司' }, momentAt(3)))).toBe('not_there')
})

test('[M35] the street names one owner, who neither objects nor hands it on; a rejected objection leaves lateness as it was', () => {
  const matter = assign(filedMatter, 1)
  const objected = afterChange(matter, given(decideObject(matter, standingOf(matter, firm), { ground: 'other_owner', note: '产权归供水公司' }, momentAt(2))),
    firm, monday + 2 * HOUR)
  const rule = (by: Who, ruling: 'upheld' | 'rejected', org: string, kind: 'firm' | 'station' | 'utility' | 'street') =>
    decideRule(objected, standingOf(objected, by), { ruling, owner: { org, kind, name: org }, why: '管道在红线内', basis: '物业管理条例第五十一条' }, momentAt(5))
  expect(code(rule(secretary, 'rejected', 'firm', 'firm'))).toBe('not_yours')
  for (const kind of ['utility', 'street'] as const) expect(code(rule(street, 'upheld', kind, kind))).toBe('wrong_party')
  const stays = afterChange(objected, given(rule(street, 'rejected', 'firm', 'firm')), street, monday + 5 * HOUR)
  expect([stays.heldBy, stays.ruledTo, clockOf(stays.clocks, 'ruling')]).toEqual(['firm', 'firm', null])
  expect(clockOf(stays.clocks, 'finish')).toEqual(clockOf(matter.clocks, 'finish'))
  expect(code(decideObject(stays, standingOf(stays, firm), { ground: 'other_owner', note: '产权归供水公司' }, momentAt(6)))).toBe('ruled')
  expect(code(giveBack(stays, 6))).toBe('ruled')
  const moves = afterChange(objected, given(rule(street, 'upheld', 'enforcement', 'station')), street, monday + 5 * HOUR)
  expect([moves.heldBy, moves.ruledTo, moves.accountable, moves.parties.find((p) => p.org === 'firm')?.state]).toEqual(['enforcement', 'enforcement',
    'community', 'released'])
})

test('[M33] a department does not hand a matter back to the community: it objects and the street rules (M52)', () => {
  const matter = assign(filedMatter, 1, 'enforcement')
  expect(code(decideHandOver(matter, standingOf(matter, station), { to: { org: 'community', post: null }, reason: 'not_our_duty', note: '不归我们管' },
    momentAt(2)))).toBe('object_instead')
})

test('[M35] (M52) what is a department’s duty is never ruled to the community, whoever objects', () => {
  const stall = assign({ ...filedMatter, category: 'street_vendor' }, 1, 'enforcement')
  const objected = afterChange(stall, given(decideObject(stall, standingOf(stall, station), { ground: 'other_power', note: '条例第三条' }, momentAt(2))), station,
    monday + 2 * HOUR)
  const to = (org: string, kind: 'community' | 'station') => decideRule(objected, standingOf(objected, street), { ruling: 'upheld',
    owner: { org, kind, name: org }, why: '不归你方', basis: '条例第三条' }, momentAt(3))
  expect([code(to('community', 'community')), code(to('police', 'station'))]).toEqual(['department_duty', 'done'])
})

test('[M34] however it is passed around, nobody returns it a third time, and somebody always has it', () => {
  fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (steps) => {
    let matter = filedMatter
    steps.forEach((forth, at) => {
      const decided = forth ? decideAssign(matter, standingOf(matter, secretary), { to: { org: 'firm', kind: 'firm' }, note: '请修' }, momentAt(at))
        : giveBack(matter, at)
      if (decided.ok) matter = afterChange(matter, decided.value, forth ? secretary : firm, monday + at * HOUR)
      expect(matter.heldBy).toMatch(/^(community|firm)$/)
    })
    const back = matter.passes.filter((pass) => pass === 'firm>community').length
    expect(back).toBeLessThanOrEqual(2)
  }))
})
