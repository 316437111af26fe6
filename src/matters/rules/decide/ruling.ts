import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import { stopped } from '../clock-state.ts'
import { begin, dispatched, type Moment } from '../clocks.ts'
import type { Matter, PartyKind, Standing } from '../matter.ts'
import { dutyFor } from '../duty-list.ts'
import { mayMove } from '../moves.ts'
import { FIXED_PACES } from '../packs/stage-paces.ts'
import { reasonOf, reasonStands } from '../reasons.ts'

/** One more transfer, as it is kept. */
export const passing = (matter: Pick<Matter, 'passes' | 'heldBy'>, to: string): readonly string[] => [...matter.passes, `${matter.heldBy}>${to}`]

/** How often a matter was given back between two organisations: passes against the direction of the first between them. */
export function returnsBetween(passes: readonly string[], a: string, b: string): number {
  const between = passes.filter((pass) => pass === `${a}>${b}` || pass === `${b}>${a}`)
  return between.filter((pass) => pass !== between[0]).length
}

/** Whether handing a matter to `to` now would be its third return between the same two [M34]: then the street has to rule (case 17). */
export const isThirdReturn = (matter: Pick<Matter, 'passes' | 'heldBy'>, to: string): boolean =>
  returnsBetween(passing(matter, to), matter.heldBy, to) >= 3

const rulingClock = (matter: Matter, moment: Moment, why: string) =>
  [...stopped(matter.clocks, why, ['ruling']), begin({ stage: 'ruling', pace: FIXED_PACES.ruling, by: matter.accountable, why }, moment)]

/** [M34] The third return is none: the matter stays where it is and the street names an owner. */
export const forceRuling = (matter: Matter, given: { readonly reason: string; readonly note: string }, moment: Moment): Change => change('object', {
  facts: { ground: given.reason, forced: true }, said: given.note, set: { returned: matter.returned + 1 },
  clocks: rulingClock(matter, moment, 'third_return'),
  tell: [{ to: 'street', template: 'matter.to_rule' }, { to: 'accountable', template: 'matter.objected' }],
})

const groundMissing = (ground: string): Refusal => {
  const needs = reasonOf('object', ground)?.needs
  return { code: 'reason_missing', rule: 'M33',
    explain: needs ? { zh: `还差一句：${needs.zh}。`, en: `One thing is missing: ${needs.en.toLowerCase()}.` }
      : { zh: '请从单子里选一条理由，写明凭据。', en: 'Choose a ground from the list and give the evidence.' } }
}

/** [M33] A party says that it is not theirs, with a ground and evidence. Every clock runs on meanwhile; who has it keeps it until the street ruled. */
export function decideObject(matter: Matter, standing: Standing, given: { readonly ground: string; readonly note: string }, moment: Moment): Result<Change> {
  const may = mayMove('object', matter, standing)
  if (!may.ok) return may
  if (!reasonStands('object', given.ground, given.note)) return refuse(groundMissing(given.ground))
  return ok(change('object', {
    facts: { ground: given.ground, forced: false }, said: given.note, seenBy: 'staff', set: { returned: matter.returned + 1 },
    clocks: rulingClock(matter, moment, 'objection'),
    tell: [{ to: 'street', template: 'matter.to_rule' }, { to: 'accountable', template: 'matter.objected' }],
  }))
}

export type Owner = { readonly org: string; readonly kind: PartyKind; readonly name: string }
export type Ruling = { readonly ruling: 'upheld' | 'rejected'; readonly owner: Owner; readonly why: string; readonly basis: string }

/** Kinds of party that can be named as owner: whoever can do the work. Enterprises are owed by slip, the street rules and does not do. */
const OWNERS: readonly PartyKind[] = ['station', 'firm', 'owners', 'developer', 'branch', 'unit', 'team', 'community']

/**
 * [M35] The street rules on an objection, on a third return, or because nothing moves: one owner by name, with the reason and what it rests on. The
 * owner neither objects nor hands it on; being late stays being late.
 */
export function decideRule(matter: Matter, standing: Standing, given: Ruling, moment: Moment): Result<Change> {
  const may = mayMove('rule', matter, standing)
  if (!may.ok) return may
  const { owner, ruling } = given
  if (!OWNERS.includes(owner.kind)) {
    return refuse({ code: 'wrong_party', rule: 'M35', explain: { zh: '企业收联系单、街道作裁定，都不能定为主责。', en: 'An enterprise gets a slip and the street rules: neither can be the owner.' } })
  }
  if (matter.closedTo.includes(owner.kind)) {
    return refuse({ code: 'closed_to_party', rule: 'M4', explain: { zh: '这类事不给这一方看，不能定给他们。', en: 'This kind of matter is closed to that party.' } })
  }
  if (owner.kind === 'community' && dutyFor(matter.category, null, () => true).holder.startsWith('station:')) {
    return refuse({ code: 'department_duty', rule: 'M35', source: dutyFor(matter.category, null, () => true).source,
      explain: { zh: '这是部门的职责，不能裁给社区：请定一个部门主责。', en: 'This is a department’s duty and is not ruled to the community: name a department.' } })
  }
  const facts = { ruling, owner: owner.org }
  const told = [{ to: { org: owner.org }, template: 'matter.ruled' as const }, { to: 'accountable' as const, template: 'matter.ruled' as const }]
  const ended = stopped(matter.clocks, 'ruled', ['ruling'])
  if (owner.org === matter.heldBy) {
    return ok(change('rule', { facts, said: given.why, set: { ruledTo: owner.org }, clocks: ended, tell: told }))
  }
  return ok(change('rule', {
    facts, said: given.why,
    set: { state: 'filed', heldBy: owner.org, heldPost: null, ruledTo: owner.org, passes: passing(matter, owner.org) },
    parties: [...matter.parties.filter((p) => p.role !== 'slip' && p.role !== 'verify' && p.org !== owner.org && p.state !== 'finished' && p.state !== 'released')
      .map((p) => ({ org: p.org, state: 'released' as const })),
    ...(owner.org === matter.accountable ? [] : [{ org: owner.org, role: 'holder' as const, state: 'asked' as const, task: given.why }])],
    clocks: [...ended, ...dispatched(matter, owner.org, moment, 'ruled')], tell: [...told, { to: 'reporter', template: 'matter.moved' }],
  }))
}
