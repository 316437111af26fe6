import { planOf, stationsOf, type CategoryCode } from '../src/matters/rules/index.ts'
import { placeOf } from './holders.ts'
import { orgId } from './orgs.ts'
import { placeId } from './places.ts'
import { begin, end, play, type Actor, type Story } from './play.ts'
import { uuid } from './seed.ts'
import { iso, ms, until } from './time.ts'
import type { Channel, DemoMatter, Verdict } from './types.ts'

type Extra = {
  readonly by?: Actor; readonly phone?: string; readonly offBoard?: boolean; readonly photos?: readonly string[]; readonly outsideNumber?: string
}
type HandTo = 'captain' | 'grid' | 'community' | 'firm' | 'named_worker' | 'mediation'

const stations: Readonly<Record<string, string>> = {
  enforcement: 'st-enforce', police: 'st-police', market: 'st-market', justice: 'st-justice', fire: 'st-fire', ecology: 'st-eco',
    housing: 'st-housing', rental_housing: 'st-rental',
}

/** A matter told by hand: each call is one step, put to the product's rules at once. Times are '2026-05-18 07:52'. */
export type Tale = {
  readonly story: Story
  readonly take: (by: Actor, at: string) => Tale
  readonly log: (by: Actor, at: string, note: string, photo?: string) => Tale
  readonly done: (by: Actor, at: string, note: string, photo?: string) => Tale
  readonly unable: (by: Actor, at: string, reason: string, note: string) => Tale
  readonly explained: (by: Actor, at: string, note: string) => Tale
  readonly hand: (by: Actor, at: string, to: HandTo, reason: string, note: string) => Tale
  readonly assign: (by: Actor, at: string, org: string, note: string, days: number) => Tale
  readonly whistle: (by: Actor, at: string, plan: string, difficulty: string) => Tale
  /** One station alone, without a plan. */
  readonly whistleOne: (by: Actor, at: string, org: string, task: string, difficulty: string) => Tale
  readonly report: (by: Actor, at: string, note: string) => Tale
  readonly slip: (by: Actor, at: string, org: string, note: string, urgent: boolean) => Tale
  readonly answer: (by: Actor, at: string, org: string, note: string, number: string) => Tale
  readonly object: (by: Actor, at: string, ground: string, note: string) => Tale
  readonly rule: (by: Actor, at: string, ruling: 'upheld' | 'rejected', owner: string, why: string, basis: string) => Tale
  readonly aside: (by: Actor, at: string, path: string, reviewOn: string, note: string) => Tale
  readonly again: (by: Actor, at: string, note: string) => Tale
  readonly check: (by: Actor, at: string, note: string, pass?: boolean) => Tale
  readonly judge: (by: Actor, at: string, solved: boolean, satisfied: 'yes' | 'basically' | 'no', said: string) => Tale
  readonly unreached: (by: Actor, at: string, said: string) => Tale
  readonly say: (by: Actor, at: string, note: string, seenBy?: 'reporter' | 'staff') => Tale
  readonly title: (by: Actor, at: string, title: string) => Tale
  readonly end: () => DemoMatter
}

/** Opens a tale. `code` is the code of a place. */
export function tale(key: string, at: string, channel: Channel, code: string, category: CategoryCode, words: string, extra: Extra = {}): Tale {
  const story = begin({
    id: uuid(ms(at), `matter:${key}`), key, at: iso(ms(at)), channel, place: placeOf(placeId(code)), category, words, onBoard: !extra.offBoard,
      photos: extra.photos ?? [],
    ...(extra.phone ? { phone: extra.phone } : {}), ...(extra.by ? { filedBy: extra.by } : {}), ...(extra.outsideNumber
      ? { outsideNumber: extra.outsideNumber } : {}),
  })
  return telling(story)
}

function telling(story: Story): Tale {
  const go = (by: Actor, at: string, move: Parameters<typeof play>[3]): Tale => { play(story, by, ms(at), move); return self }
  const verdict = (by: Actor, at: string, given: Omit<Verdict, 'via'>): Tale => go(by, at, { move: 'verdict', input: { ...given,
    via: by === 'resident' ? 'link' : 'door' } })
  const self: Tale = {
    story,
    take: (by, at) => go(by, at, { move: 'take' }),
    log: (by, at, note, photo) => go(by, at, { move: 'log', input: { note, ...(photo ? { photo } : {}) } }),
    done: (by, at, note, photo) => go(by, at, { move: 'finish', input: { outcome: 'solved', note, ...(photo ? { photo } : {}) } }),
    unable: (by, at, reason, note) => go(by, at, { move: 'finish', input: { outcome: 'unable', reason, note } }),
    explained: (by, at, note) => go(by, at, { move: 'finish', input: { outcome: 'explained', note } }),
    hand: (by, at, to, reason, note) => go(by, at, { move: 'hand_over', input: { to, reason, note } }),
    assign: (by, at, org, note, days) => go(by, at, { move: 'assign', input: { org: orgId(org), note, finish: { amount: days, unit: 'working_day' } } }),
    whistle: (by, at, plan, difficulty) => go(by, at, { move: 'whistle', input: whistleOf(plan, difficulty) }),
    whistleOne: (by, at, org, task, difficulty) =>
      go(by, at, { move: 'whistle', input: { situation: 'joint_enforcement', difficulty, lead: { org: orgId(org), task }, supports: [] } }),
    report: (by, at, note) => go(by, at, { move: 'report_in', input: { note } }),
    slip: (by, at, org, note, urgent) => go(by, at, { move: 'slip', input: { org: orgId(org), note, urgent } }),
    answer: (by, at, org, note, outsideNumber) => go(by, at, { move: 'slip_answer', input: { org: orgId(org), note, outsideNumber } }),
    object: (by, at, ground, note) => go(by, at, { move: 'object', input: { ground, note } }),
    rule: (by, at, ruling, owner, why, basis) => go(by, at, { move: 'rule', input: { ruling, owner: orgId(owner), why, basis, precedent: true } }),
    aside: (by, at, path, reviewOn, note) => go(by, at, { move: 'suspend', input: { path, reviewOn, note } }),
    again: (by, at, note) => go(by, at, { move: 'resume', input: { note } }),
    check: (by, at, note, pass = true) => go(by, at, { move: 'verify', input: { pass, note } }),
    judge: (by, at, solved, satisfied, said) => verdict(by, at, { reached: true, solved, satisfied, said }),
    unreached: (by, at, said) => verdict(by, at, { reached: false, solved: null, satisfied: null, said }),
    say: (by, at, note, seenBy = 'reporter') => go(by, at, { move: 'note', input: { note, seenBy } }),
    title: (by, at, title) => go(by, at, { move: 'title', input: { title } }),
    end: () => end(story, until),
  }
  return self
}

/** The whistle that a plan of the street's pack asks for, with each station's task. */
export function whistleOf(plan: string, difficulty: string): Extract<Parameters<typeof play>[3], { move: 'whistle' }>['input'] {
  const found = planOf(plan)
  if (!found) throw new Error(`no plan ${plan}`)
  const [lead, ...supports] = stationsOf(found).map((s) => ({ org: orgId(stations[s.kind] ?? ''), task: s.does.zh }))
  if (!lead) throw new Error(`plan ${plan} calls nobody`)
  return { situation: found.situation, plan, difficulty, lead, supports }
}
