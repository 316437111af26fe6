import { decideFiling, firstClocks, joinsAsParty, type Filed, type Holder } from '../src/matters/rules/decide/file.ts'
import { decideAssign, decideContact, decideFinish, decideHandOver, decideLog, decideNote, decideTake } from '../src/matters/rules/decide/handle.ts'
import { decideReportIn, decideSlip, decideSlipAnswer, decideWhistle } from '../src/matters/rules/decide/joint.ts'
import { decideCallRuling, decideClose, decideRemind, decideSupervise, decideVerdict, decideVerify, decideWithdraw,
  nextClockStep } from '../src/matters/rules/decide/judge.ts'
import { decideObject, decideRule } from '../src/matters/rules/decide/ruling.ts'
import { decideResume, decideSuspend } from '../src/matters/rules/decide/waiting.ts'
import { decideUnverified } from '../src/matters/rules/decide/visiting.ts'
import { decideTitle } from '../src/matters/rules/decide/publish.ts'
import type { Change } from '../src/matters/rules/change.ts'
import { clocksAfter, entriesOf } from '../src/matters/rules/clock-state.ts'
import type { Moment } from '../src/matters/rules/clocks.ts'
import { standingOf, whistleTerms, type Matter } from '../src/matters/rules/index.ts'
import { hoursOfKind, isStationKind, NO_PARTS, timeOf, UTILITY_KINDS, type UtilityKind } from '../src/offices/rules/index.ts'
import type { Result } from '../src/kit/pure.ts'
import { holdersAt } from './holders.ts'
import { demoOrgs, orgId } from './orgs.ts'
import { personId, postId, postOf } from './posts.ts'
import { holder } from './posts.ts'
import type { DemoMatter, DemoPlace, Move, Step } from './types.ts'
import { dayOf, iso, ms } from './time.ts'

const orgs = new Map(demoOrgs().map((o) => [o.id, o]))
const isUtility = (kind: string | undefined): kind is UtilityKind => UTILITY_KINDS.some((one) => one === kind)
const stationOf = (kind: string | undefined) => (kind !== undefined && (isStationKind(kind) || isUtility(kind)) ? kind : null)
const time = timeOf({ ...NO_PARTS, standard: Object.fromEntries(demoOrgs().map((o) => [o.id, hoursOfKind(o.kind, stationOf(o.stationKind)).id])) }, '2026-11-20')
const momentAt = (at: number): Moment => ({ at, time })
const nobody = { person: null, org: null, post: null }
const clockStanding = { kind: 'clock', person: null, post: null, postKind: null, org: null, audience: [] } as const
const resident = { kind: 'resident', person: null, post: null, postKind: null, org: null, audience: [] } as const

type Opening = Omit<DemoMatter, 'steps' | 'state' | 'filedBy' | 'place'> & { readonly place: DemoPlace; readonly filedBy?: string }
/** Who acts: the key of a post, the resident, or the clock. */
export type Actor = string

/** One matter while its script is being written: every step is put to the product's own rules, so that no script can go wrong when it is loaded. */
export type Story = {
  readonly opening: Opening
  readonly filed: Filed
  matter: Matter
  now: number
  readonly steps: Step[]
  whistledAt: number
}

const staff = (key: string, at: number) => {
  const name = holder(key, dayOf(at))
  if (!name) throw new Error(`${key} is vacant on ${dayOf(at)}`)
  const post = postOf(key)
  return { kind: 'staff', person: personId(name), post: postId(key), postKind: post.kind, org: orgId(post.org), audience: [post.audience] } as const
}

/** Files a matter as the product would, and answers the story to be told on. */
export function begin(opening: Opening): Story {
  const at = ms(opening.at)
  const { place } = opening
  const there = holdersAt(place, dayOf(at))
  const filed = decideFiling({
    category: opening.category, words: opening.words, channel: opening.channel, placeLabel: place.fullName, onBoard: opening.onBoard,
    compoundType: there.compoundType, holders: there.holders,
  })
  const clocks = firstClocks({ category: opening.category, contactable: opening.phone !== undefined }, filed.holder.org, filed.hasten, momentAt(at))
  const accountable = there.holders.get('community')?.org ?? ''
  const parties = partiesAtFiling(filed, accountable)
  return {
    opening, filed, now: at, steps: [], whistledAt: 0,
    matter: {
      id: opening.id, state: 'filed', category: opening.category, sensitive: filed.sensitive, heldBy: filed.holder.org,
        heldPost: filed.holder.post, accountable,
      outcome: null, parties, closedTo: filed.closedTo, hands: opening.filedBy ? [staff(opening.filedBy, at).person] : [], doers: [],
        doerOrgs: [], handovers: 0, reopened: 0,
      situation: null, plan: null, clocks: clocksAfter([], clocks, at), ledger: entriesOf(clocks, at),
        contactable: opening.phone !== undefined, suspended: false, joinedTo: null, joinedState: null, passes: [], ruledTo: null, extended: 0, returned: 0, tried: 0,
        workedBy: null, verifier: null, verified: null, version: 1,
    },
  }
}

function partiesAtFiling(filed: Filed, accountable: string): Matter['parties'] {
  const party = (h: Holder, role: 'holder' | 'slip') => ({ org: h.org, role, state: 'asked' as const, task: '', reportBy: null, finishBy: null })
  const holding = joinsAsParty(filed.holder, accountable) ? [party(filed.holder, 'holder')] : []
  return filed.slip ? [...holding, party(filed.slip, 'slip')] : holding
}

const added = (list: readonly string[], one: string | null): readonly string[] => (one === null || list.includes(one) ? list : [...list, one])

function apply(matter: Matter, change: Change, at: number, { person, org, post }: { person: string | null; org: string | null; post: string | null }): Matter {
  const { verdict: _verdict, ended: _ended, title: _title, reason: _reason, answer: _answer, ...set } = change.set
  const parties = new Map(matter.parties.map((p) => [p.org, p]))
  for (const p of change.parties) {
    const was = parties.get(p.org) ?? { org: p.org, role: 'support' as const, state: p.state, task: '', reportBy: null, finishBy: null }
    parties.set(p.org, { ...was, state: p.state, role: p.role ?? was.role, reportBy: p.reportBy ?? was.reportBy,
      finishBy: p.finishBy ?? was.finishBy })
  }
  return {
    ...matter, ...set, clocks: clocksAfter(matter.clocks, change.clocks, at), ledger: [...matter.ledger, ...entriesOf(change.clocks, at)], parties: [...parties.values()], version: matter.version + 1, hands: added(added(matter.hands, person), post),
    doers: change.work ? added(matter.doers, person) : matter.doers, doerOrgs: change.work ? added(matter.doerOrgs, org) : matter.doerOrgs,
  }
}

/** Lets the clock do what was due by `at`: remind, put on the supervision list, close. */
export function runClock(story: Story, at: number): void {
  const step = () => nextClockStep(story.matter, time)
  for (let next = step(); next && next.at <= at; next = step()) {
    const standing = standingOf(story.matter, clockStanding)
    const decided = next.step === 'remind' ? decideRemind(story.matter, standing, next)
      : next.step === 'supervise' ? decideSupervise(story.matter, standing, next)
        : next.step === 'unverified' ? decideUnverified(story.matter, standing, momentAt(next.at))
        : next.step === 'call_ruling' ? decideCallRuling(story.matter, standing, next, momentAt(next.at)) : decideClose(story.matter, standing)
    if (!decided.ok) throw new Error(decided.refusal.explain.zh)
    story.matter = apply(story.matter, decided.value, next.at, nobody)
    story.steps.push({ at: iso(next.at), by: 'clock', move: next.step })
    story.now = Math.max(story.now, next.at)
  }
}

type Kind = NonNullable<ReturnType<typeof orgs.get>>['kind']
const kindOf = (org: string): Kind => {
  const found = orgs.get(org)
  if (!found) throw new Error(`no organisation ${org}`)
  return found.kind
}

function decide(story: Story, actor: Parameters<typeof standingOf>[1], step: Move, at: number): Result<Change> {
  const { matter } = story
  const standing = standingOf(matter, actor)
  const moment = momentAt(at)
  switch (step.move) {
    case 'contact': return decideContact(matter, standing, step.input)
    case 'object': return decideObject(matter, standing, step.input, moment)
    case 'rule': return decideRule(matter, standing, { ...step.input, owner: { org: step.input.owner, kind: kindOf(step.input.owner), name: '' } }, moment)
    case 'suspend': return decideSuspend(matter, standing, step.input, moment)
    case 'resume': return decideResume(matter, standing, step.input.note, moment)
    case 'take': return decideTake(matter, standing, moment)
    case 'finish': return decideFinish(matter, standing, step.input, moment)
    case 'hand_over': return decideHandOver(matter, standing, { to: receiver(story, step.input.to, at), reason: step.input.reason,
      note: step.input.note }, moment)
    case 'assign': return decideAssign(matter, standing, { to: { org: step.input.org, kind: kindOf(step.input.org) }, note: step.input.note,
      finish: step.input.finish }, moment)
    case 'whistle': return whistle(story, standing, step.input, at)
    case 'slip': return decideSlip(matter, standing, { to: step.input.org, kind: kindOf(step.input.org), note: step.input.note,
      urgent: step.input.urgent })
    case 'slip_answer': return decideSlipAnswer(matter, standing, { from: step.input.org, note: step.input.note,
      outsideNumber: step.input.outsideNumber })
    case 'report_in': return decideReportIn(matter, standing, step.input.note, moment, story.whistledAt)
    case 'log': return decideLog(matter, standing, step.input.note)
    case 'verify': return decideVerify(matter, standing, step.input, moment)
    case 'note': return decideNote(matter, standing, step.input.note, step.input.seenBy)
    case 'verdict': return decideVerdict(matter, standing, step.input, moment)
    case 'withdraw': return decideWithdraw(matter, standing, step.input.note)
    case 'title': return decideTitle(matter, standing, step.input.title)
    default: throw new Error(`${step.move} is the clock's`)
  }
}

type HandTo = Extract<Move, { move: 'hand_over' }>['input']['to']
function receiver(story: Story, to: HandTo, at: number): Holder {
  const found = holdersAt(story.opening.place, dayOf(at)).holders.get(to)
  if (!found || story.matter.closedTo.includes(to)) throw new Error(`nobody to hand ${story.opening.words} to: ${to}`)
  return found
}

type Blown = Extract<Move, { move: 'whistle' }>['input']
function whistle(story: Story, standing: ReturnType<typeof standingOf>, given: Blown, at: number): Result<Change> {
  const terms = whistleTerms(given.situation)
  if (!terms.ok) return terms
  const station = (one: { org: string; task: string }) => ({ org: one.org, kind: kindOf(one.org), name: one.org, task: one.task })
  story.whistledAt = at
  return decideWhistle(story.matter, standing, terms.value, { lead: station(given.lead), supports: given.supports.map(station),
    plan: given.plan ?? null, said: given.difficulty }, momentAt(at))
}

/** Makes one move in the story, after the clock has done its part. Throws where the rules refuse it. */
export function play(story: Story, by: Actor, at: number, move: Move): void {
  if (at < story.now) throw new Error(`${iso(at)} is before ${iso(story.now)} in: ${story.opening.words}`)
  runClock(story, at)
  const actor = by === 'resident' ? resident : staff(by, at)
  const decided = decide(story, actor, move, at)
  if (!decided.ok) throw new Error(`${story.opening.key ?? story.opening.words}: ${by} ${move.move} ${iso(at)}: ${decided.refusal.explain.zh}`)
  story.matter = apply(story.matter, decided.value, at, actor)
  story.steps.push({ at: iso(at), by: by === 'resident' ? 'resident' : { post: postId(by), person: personId(holder(by, dayOf(at)) ?? '') }, ...move })
  story.now = at
}

/** The finished script: the clock has run to `at`. */
export function end(story: Story, at: number): DemoMatter {
  runClock(story, at)
  const { place, filedBy, ...rest } = story.opening
  const by = filedBy ? { filedBy: { post: postId(filedBy), person: personId(holder(filedBy, dayOf(ms(rest.at))) ?? '') } } : {}
  return { ...rest, ...by, place: place.id, state: story.matter.state, steps: story.steps }
}
