import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { change, released, type Change } from '../change.ts'
import { clockOf, stopped } from '../clock-state.ts'
import { begin, dispatched, pacesOf, resumeAll, type Moment } from '../clocks.ts'
import { FIXED_PACES } from '../packs/stage-paces.ts'
import type { Pace } from '../../../offices/rules/index.ts'
import type { Matter, Outcome, PartyKind, Standing } from '../matter.ts'
import { dutyFor } from '../duty-list.ts'
import { mayMove } from '../moves.ts'
import { joinsAsParty, type Holder } from './file.ts'
import { forceRuling, isThirdReturn, passing } from './ruling.ts'
import { reasonOf, reasonStands } from '../reasons.ts'

/** [M7] Taking a matter on ends the signing clock; the finishing clock has run since the dispatch. */
export function decideTake(matter: Matter, standing: Standing, moment: Moment): Result<Change> {
  const may = mayMove('take', matter, standing)
  if (!may.ok) return may
  return ok(change('take', {
    set: { state: 'taken' }, work: true,
    clocks: [...stopped(matter.clocks, 'taken', ['sign']), ...(clockOf(matter.clocks, 'finish') ? []
      : [begin({ stage: 'finish', pace: pacesOf(matter.category).finish, by: matter.heldBy, why: 'taken' }, moment)])],
    parties: standing.party ? [{ org: standing.party.org, state: 'reported' }] : [], tell: [{ to: 'reporter', template: 'matter.taken' }],
  }))
}

/** What to write beside a reason of a list, or that one has to be chosen. */
function reasonMissing(list: 'unable' | 'hand_over', code: string | undefined, rule: string): Refusal {
  const needs = code === undefined ? null : reasonOf(list, code)?.needs ?? null
  const explain = needs ? { zh: `还差一句：${needs.zh}。`, en: `One thing is missing: ${needs.en.toLowerCase()}.` }
    : { zh: '请从单子里选一个原因，再用一句话说清楚。', en: 'Choose a reason from the list and say it in a sentence.' }
  return { code: 'reason_missing', rule, explain }
}

/** Stages that are over once somebody says how it ended. */
const WORK_STAGES = ['sign', 'report_in', 'finish', 'review', 'ruling'] as const

/** What an outcome rests on [M42]: an article, a clause of the contract, an item of the list of duties, an agreement. */
export const BASES = ['law', 'contract', 'list', 'agreement'] as const
export type Basis = { readonly kind: (typeof BASES)[number]; readonly text: string }
export type Finish = { readonly outcome: Outcome; readonly note: string; readonly reason?: string | undefined; readonly basis?: Basis | undefined }

/** [M42] The basis that was given; else the item of the duty list by which it came to them. */
function basisOf(matter: Matter, given: Finish): Basis {
  if (given.basis) return given.basis
  const { law, article } = dutyFor(matter.category, null, () => true).source
  return { kind: 'list', text: article ? `${law}${article}` : law }
}

/**
 * [M9] Who did the work says how it ended; somebody else confirms it. 'Unable' names its reason and the text that the resident is given.
 * A supporting station finishes its own part only; the lead's word ends the whistle.
 */
export function decideFinish(matter: Matter, standing: Standing, given: Finish, moment: Moment): Result<Change> {
  const may = mayMove('finish', matter, standing)
  if (!may.ok) return may
  if (given.outcome === 'unable' && !reasonStands('unable', given.reason ?? '', given.note)) {
    return refuse(reasonMissing('unable', given.reason, 'M9'))
  }
  if (given.outcome === 'explained' && [...given.note.replace(/\s/g, '')].length < 4) {
    return refuse({ code: 'text_missing', rule: 'M9', explain: { zh: '“解释说明”要写明跟居民是怎么说的。', en: 'Explained: write down what the resident was told.' } })
  }
  const own = standing.party
  const basis = basisOf(matter, given)
  if (own?.role === 'support') {
    return ok(change('finish', {
      facts: { outcome: 'own_part' }, said: given.note, work: true,
      parties: [{ org: own.org, state: 'finished' }], tell: [{ to: 'holder', template: 'matter.part_finished' }],
      clocks: matter.clocks.filter((c) => c.org === own.org).map(({ stage, org }) => ({ op: 'stop', stage, org, why: 'finished' })),
    }))
  }
  return ok(change('finish', {
    facts: { outcome: given.outcome, reason: given.reason, basis: basis.kind }, said: given.note, work: true,
    set: {
      state: 'finished', outcome: given.outcome, reason: given.reason ?? null,
      answer: given.outcome === 'solved' ? null : given.note, workedBy: own?.org ?? matter.heldBy, verified: null,
      basis: basis.kind, basisNote: basis.text,
      ...(matter.suspended ? { suspended: false, reviewOn: null } : {}),
    },
    parties: own ? [...released(matter, [own.org]), { org: own.org, state: 'finished' }] : released(matter),
    clocks: [...stopped(matter.clocks, 'finished', WORK_STAGES), ...resumeAll({ ...matter, clocks: matter.clocks.filter((c) => c.stage === 'reply') }, 'finished', moment),
      begin({ stage: 'verify', pace: FIXED_PACES.verify, by: matter.accountable, why: 'finished' }, moment)],
    tell: [{ to: 'accountable', template: 'matter.to_verify' }],
  }))
}

/** [M8] Every hand-over costs a reason and is counted; the first receiver's community stays accountable to the resident. */
export function decideHandOver(
  matter: Matter, standing: Standing, given: { readonly to: Holder; readonly reason: string; readonly note: string }, moment: Moment,
): Result<Change> {
  const may = mayMove('hand_over', matter, standing)
  if (!may.ok) return may
  if (!reasonStands('hand_over', given.reason, given.note)) return refuse(reasonMissing('hand_over', given.reason, 'M8'))
  if (given.to.org === matter.heldBy && given.to.post === matter.heldPost) {
    return refuse({ code: 'same_holder', rule: 'M8', explain: { zh: '这件事已经在他们手里。', en: 'They have it already.' } })
  }
  const away = given.to.org !== matter.heldBy
  if (away && matter.ruledTo === matter.heldBy) {
    return refuse({ code: 'ruled', rule: 'M35', explain: { zh: '街道已经裁定由他们办理，不能再转交。', en: 'The street named them as owner: it is not handed on.' } })
  }
  if (away && standing.audience.includes('station')) {
    return refuse({ code: 'object_instead', rule: 'M33',
      explain: { zh: '部门不能把事退回社区：不是你方职责的，请提派单异议，由街道裁定。', en: 'A department does not hand it back: object, and the street rules.' } })
  }
  if (away && isThirdReturn(matter, given.to.org)) return ok(forceRuling(matter, given, moment))
  const count = matter.handovers + 1
  const joins = joinsAsParty(given.to, matter.accountable)
    ? [{ org: given.to.org, role: 'holder' as const, state: 'asked' as const, finishBy: null }] : []
  return ok(change('hand_over', {
    facts: { reason: given.reason, to: given.to.post ?? given.to.org, count }, said: given.note,
    set: { state: 'filed', heldBy: given.to.org, heldPost: given.to.post, handovers: count,
      ...(given.to.org === matter.heldBy ? {} : { passes: passing(matter, given.to.org) }) },
    parties: [...released(matter, joins.map((p) => p.org)), ...joins],
    clocks: dispatched(matter, given.to.org, moment, 'handed_over'), tell: [{ to: 'holder', template: 'matter.yours' }],
  }))
}

const ASSIGNABLE: readonly PartyKind[] = ['firm', 'owners', 'developer', 'branch', 'unit', 'station', 'team']
export type Assignee = { readonly org: string; readonly kind: PartyKind }
/** The audiences of a kind of party: a team's posts are captains or members of a unit. */
const audiencesOf = (kind: PartyKind): readonly string[] => (kind === 'team' ? ['unit', 'captain'] : [kind])

/** [M10] The kind of party decides the move: a party of the compound is assigned, stations together are whistled, a utility gets a slip. */
export function decideAssign(
  matter: Matter, standing: Standing, given: { readonly to: Assignee; readonly note: string; readonly finish?: Pace | undefined }, moment: Moment,
): Result<Change> {
  const may = mayMove('assign', matter, standing)
  if (!may.ok) return may
  if (!ASSIGNABLE.includes(given.to.kind)) {
    return refuse({
      code: 'wrong_party', rule: 'M10',
      explain: { zh: '水电气这样的企业不能派单，请发联系单；居委会、街道不接派单。', en: 'Utilities get a contact slip; committees and the street are not assigned.' },
    })
  }
  if (audiencesOf(given.to.kind).some((a) => matter.closedTo.includes(a))) {
    return refuse({ code: 'closed_to_party', rule: 'M4', explain: { zh: '这类事不给这一方看，不能派给他们。', en: 'This kind of matter is closed to that party.' } })
  }
  const pace = given.finish ?? pacesOf(matter.category).finish
  const clocks = dispatched(matter, given.to.org, moment, 'assigned', pace)
  const finish = clocks.find((c) => c.op === 'start' && c.stage === 'finish')
  return ok(change('assign', {
    facts: { to: given.to.org, amount: pace.amount, unit: pace.unit }, said: given.note,
    set: { state: 'filed', heldBy: given.to.org, heldPost: null, passes: passing(matter, given.to.org) },
    parties: [...released(matter, [given.to.org]), { org: given.to.org, role: 'holder', state: 'asked', task: given.note,
      finishBy: finish?.op === 'start' ? finish.due : null }], clocks,
    tell: [{ to: { org: given.to.org }, template: 'matter.assigned' }, { to: 'reporter', template: 'matter.moved' }],
  }))
}

export const CONTACTS = ['phone', 'door', 'page'] as const
export type Contact = { readonly via: (typeof CONTACTS)[number]; readonly note: string }

/** [M23] Somebody spoke with the reporter: at the door, by phone, or by a word on the page where it is followed. Ends the contact clock. */
export function decideContact(matter: Matter, standing: Standing, given: Contact): Result<Change> {
  const may = mayMove('contact', matter, standing)
  return may.ok ? ok(change('contact', { facts: { via: given.via }, said: given.note, clocks: stopped(matter.clocks, 'contacted', ['contact']) })) : may
}

export const TOLD_BY = ['door', 'phone', 'paper'] as const
export type Tell = { readonly via: (typeof TOLD_BY)[number] }

/** Follows a matter on behalf of its reporter, who has no phone at hand: read out, or handed over on paper. No work, no hand, no clock. (P02) */
export function decideTell(matter: Matter, standing: Standing, given: Tell, reporter: string | null): Result<Change> {
  const may = mayMove('tell', matter, standing)
  return may.ok ? ok(change('tell', { facts: { via: given.via, behalf: true }, hand: false, ...reporter === null ? {} : { onBehalfOf: reporter } })) : may
}

/** [M11] Whoever works on it logs what was done, as often as they like. */
export function decideLog(matter: Matter, standing: Standing, note: string): Result<Change> {
  const may = mayMove('log', matter, standing)
  return may.ok ? ok(change('log', { said: note, work: true })) : may
}

/** [M11] A note changes nothing but the story; the writer says whether the reporter sees it. */
export function decideNote(matter: Matter, standing: Standing, note: string, seenBy: 'reporter' | 'staff'): Result<Change> {
  const may = mayMove('note', matter, standing)
  if (!may.ok) return may
  return ok(change('note', {
    said: note, seenBy: standing.kind === 'resident' ? 'reporter' : seenBy,
    clocks: standing.kind === 'staff' && seenBy === 'reporter' ? stopped(matter.clocks, 'contacted', ['contact']) : [],
    tell: standing.kind === 'resident' ? [{ to: 'holder', template: 'matter.reporter_said' }] : [],
  }))
}
