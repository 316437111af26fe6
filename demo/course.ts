import { categoryOf, plansFor } from '../src/matters/rules/index.ts'
import { communityKey, compoundKey } from './holders.ts'
import { orgId } from './orgs.ts'
import { askers, doerOf, firmPost, lookers, paceOf, reachable, stationPost, type Doer, type Role } from './people.ts'
import { photoPairs } from './photo-pairs.ts'
import { play, runClock, type Story } from './play.ts'
import { postOf } from './posts.ts'
import type { Scribe } from './scribe.ts'
import type { Dice } from './seed.ts'
import { whistleOf } from './tale.ts'
import { closest, fitting, inPlace, inSeason, type Slots, type Topic } from './texts/topic.ts'
import * as voices from './texts/voices.ts'
import { awake, dayOf, hourOf, until } from './time.ts'

/** How far a matter comes before the demo's clock starts; 'end' is the natural end. */
export type Stop = 'filed' | 'taken' | 'assigned' | 'whistled' | 'reported' | 'finished' | 'answered' | 'end'
export type Course = { readonly story: Story; readonly topic: Topic; readonly d: Dice; readonly s: Scribe; readonly slots: Slots;
  readonly stop: Stop }

const HOUR = 3_600_000
const MINUTE = 60_000

const later = (c: Course, low: number, high: number): number => c.story.now + Math.round((low + (high - low) * c.d.next() ** 1.6) * HOUR)
const words = (c: Course): string => c.story.opening.words
const say = (c: Course, list: readonly string[]): string => c.s.fresh(fitting(list, words(c)), c.slots, c.d)
const quick = (c: Course): boolean => paceOf(c.story).sign <= 4

/** When somebody signs for it: mostly before the clock rings. */
function signTime(c: Course): number {
  const { sign } = paceOf(c.story)
  const late = c.d.chance(0.04)
  const at = later(c, sign * 0.05, sign * (late ? 1.6 : 0.75))
  if (sign === 4 && hourOf(c.story.now) >= 20) return c.story.now + c.d.whole(6, 70) * MINUTE
  return quick(c) ? at : Math.min(awake(at), c.story.now + Math.round(sign * (late ? 1.7 : 0.97) * HOUR))
}

function finishTime(c: Course): number {
  const { finish } = paceOf(c.story)
  const late = c.d.chance(0.06)
  return awake(later(c, finish * 0.06, finish * (late ? 1.5 : 0.72)))
}

/** True when the story goes no further: its stop is reached, or the next step lies after the demo's start. */
const over = (c: Course, at: number): boolean => at > until - 5 * MINUTE || c.story.matter.state === 'closed' || c.story.matter.state === 'withdrawn'

const fixable: readonly string[] = ['firm_service', 'facility', 'sanitation', 'traffic', 'fire_safety', 'municipal', 'quality', 'city_management']
/** Whether the firm could do something about it. */
const firmCould = (c: Course, at: number): boolean =>
  reachable(c.story, 'firm', at) && (fixable.includes(categoryOf(c.topic.code).group) || c.topic.code === 'new_facility' ||
    c.topic.code === 'noise_equipment')

const reasons = (...codes: string[]) => voices.handOn.filter(([code]) => codes.includes(code))

/** Captain or grid worker hands on what is not theirs; the matter then has a new holder. */
function handOn(c: Course, doer: Doer): boolean {
  const at = signTime(c)
  if (over(c, at)) return false
  const to = firmCould(c, at) && c.d.chance(0.6) ? 'firm' : doer.role === 'captain' && c.d.chance(0.6) ? 'grid' : 'community'
  const [reason, notes] = c.d.pick(to === 'firm' ? reasons('tried_failed') : to === 'grid' ? reasons('no_power', 'away')
    : reasons('no_power', 'needs_several'))
  play(c.story, doer.key, at, { move: 'hand_over', input: { to, reason, note: say(c, notes) } })
  return true
}

function assign(c: Course): boolean {
  const at = signTime(c)
  const firm = firmPost(compoundKey(c.story.opening.place))
  if (!firm || over(c, at) || !firmCould(c, at)) return false
  const key = c.d.pick([`${communityKey(c.story.opening.place)}:desk`, `${communityKey(c.story.opening.place)}:deputy`])
  play(c.story, key, at, { move: 'assign', input: { org: orgId(postOf(firm).org), note: say(c, voices.assigned), finish: { amount: c.d.pick([2, 3, 4,
    5, 7]), unit: 'working_day' } } })
  return true
}

function whistle(c: Course): boolean {
  const plan = plansFor(c.story.matter.category)[0]
  const at = signTime(c)
  if (!plan || (plan.situation === 'emergency' && !c.story.filed.urgent)) return false
  if (over(c, at) || c.story.matter.closedTo.includes('station')) return false
  const key = c.d.chance(0.7) ? `${communityKey(c.story.opening.place)}:secretary` : `${communityKey(c.story.opening.place)}:deputy`
  play(c.story, key, at, { move: 'whistle', input: whistleOf(plan.code, say(c, voices.whistleWhy)) })
  if (c.stop === 'whistled') return false
  const hours = plan.situation === 'emergency' ? 0.5 : plan.situation === 'key_work' ? 24 : 4
  for (const party of [...c.story.matter.parties].filter((p) => p.state === 'asked' && (p.role === 'lead' || p.role === 'support'))) {
    const when = later(c, hours * 0.1, hours * (c.d.chance(0.07) ? 1.4 : 0.4))
    if (over(c, when)) return false
    play(c.story, stationPost(party.org), when, { move: 'report_in', input: { note: say(c, voices.reportIns) } })
  }
  return true
}

/** Work by whoever holds it: signing, a word to the reporter, log lines. Answers who does it, or nothing where the story stops. */
function work(c: Course): Doer | undefined {
  const doer = doerOf(c.story, c.story.now)
  if (c.story.matter.state === 'filed') {
    const at = signTime(c)
    if (over(c, at)) return undefined
    play(c.story, doer.key, at, { move: 'take' })
    greet(c, doer)
  }
  chatter(c, doer)
  slip(c)
  slipAnswer(c)
  const near = closest(c.topic.logs ?? [], words(c))
  const logs = near.length > 0 ? near : doer.role === 'station' ? voices.stationLogs : []
  if (logs.length > 0 && c.d.chance(0.6)) {
    const at = awake(later(c, 0.3, paceOf(c.story).finish * 0.1))
    if (!over(c, at)) play(c.story, doer.key, at, { move: 'log', input: { note: say(c, logs) } })
  }
  return doer
}

/** Whoever took it gets in touch, where the reporter left a phone; now and then somebody forgets. */
function greet(c: Course, doer: Doer): void {
  const at = awake(later(c, 0.2, Math.min(3, paceOf(c.story).sign)))
  if (!c.story.matter.contactable || over(c, at) || c.d.chance(0.06)) return
  play(c.story, doer.key, at, { move: 'contact', input: { via: c.d.chance(0.35) ? 'door' : 'phone', note: '' } })
}

function chatter(c: Course, doer: Doer): void {
  const at = later(c, 0.1, 2)
  if (over(c, at) || hourOf(at) < 7 || hourOf(at) > 22.5) return
  const roll = c.d.next()
  if (roll < 0.22 && (doer.role === 'firm' || doer.role === 'community' || doer.role === 'developer')) {
    play(c.story, doer.key, at, { move: 'note', input: { note: say(c, voices.onTheWay), seenBy: 'reporter' } })
  } else if (roll < 0.3) play(c.story, 'resident', at, { move: 'note', input: { note: say(c, voices.residentAdds), seenBy: 'reporter' } })
  else if (roll < 0.37) play(c.story, `${communityKey(c.story.opening.place)}:desk`, at, { move: 'note', input: { note: say(c,
    voices.staffNotes), seenBy: 'staff' } })
}

const mains: Readonly<Record<string, string>> = { sewer: 'ut-water', public_pipe: 'ut-water', wiring: 'ut-power', noise_equipment: 'ut-power' }

/** The community asks the enterprise whose mains are next to it; an enterprise gets a slip, never a whistle. */
function slip(c: Course): void {
  const utility = mains[c.topic.code]
  const at = awake(later(c, 0.2, 3))
  if (!utility || over(c, at) || c.story.filed.slip || !c.d.chance(0.3)) return
  const note = say(c, voices.slipNotes)
  play(c.story, `${communityKey(c.story.opening.place)}:desk`, at, { move: 'slip', input: { org: orgId(utility), note,
    urgent: c.story.filed.urgent !== null } })
}

function slipAnswer(c: Course): void {
  const slip = c.story.matter.parties.find((p) => p.role === 'slip' && p.state === 'asked')
  const at = later(c, 0.2, 6)
  if (!slip || over(c, at)) return
  const utility = ['ut-water', 'ut-gas', 'ut-power'].find((key) => orgId(key) === slip.org) ?? 'ut-water'
  const number = `${{ 'ut-water': 'YTSW', 'ut-gas': 'RQ', 'ut-power': 'GD' }[utility]}-${c.d.whole(100000, 999999)}`
  play(c.story, `${utility}:desk`, at, { move: 'slip_answer', input: { org: slip.org, note: say(c, voices.slipAnswers), outsideNumber: number } })
}

type Finished = Parameters<typeof play>[3]
const spoken: readonly string[] = ['suggestion', 'errand', 'welfare', 'dispute', 'order']
const paperwork: readonly string[] = ['firm_fee', 'public_income', 'maintenance_fund', 'firm_attitude', 'security', 'parking_space', 'handover',
  'group_letting', 'letting_other']

/** In whose voice "it is done" is said where no text fits the words. */
function voiceOf(c: Course, role: Role): keyof typeof voices.doneBy {
  if (role === 'captain' || role === 'grid' || role === 'mediator') return 'talk'
  if (role === 'station' && c.story.matter.situation !== 'emergency') return 'enforce'
  return spoken.includes(categoryOf(c.topic.code).group) || paperwork.includes(c.topic.code) ? 'desk' : 'repair'
}

function doneNote(c: Course, doer: Doer): string {
  const near = closest(inPlace(inSeason(c.topic.done, Number(dayOf(c.story.now).slice(5, 7))), compoundKey(c.story.opening.place)), words(c))
  return say(c, near.length > 0 ? near : voices.doneBy[voiceOf(c, doer.role)])
}

const grounds: readonly (readonly [RegExp, string])[] = [
  [/表决|同意|点头|业主一起/u, 'owners_decide'], [/万|资金|这笔钱/u, 'no_money_path'], [/没人承认|查不出/u, 'not_found'], [/计划|明年|增容|改造/u, 'technical'],
]
/** The reason from the product's list that fits what the resident is told. */
const because = (note: string): { readonly reason: string;
  readonly note: string } => ({ reason: grounds.find(([word]) => word.test(note))?.[1] ?? 'partly', note })

function outcome(c: Course, doer: Doer): Finished {
  const { topic, d } = c
  const unable = closest(topic.unable ?? [], words(c), 2)
  if (unable.length > 0 && d.chance(0.4)) return { move: 'finish', input: { outcome: 'unable', ...because(say(c, unable)) } }
  const explained = closest(topic.explained ?? [], words(c), 2)
  if (explained.length > 0 && d.chance(0.5)) return { move: 'finish', input: { outcome: 'explained', note: say(c, explained) } }
  if (d.chance(0.016)) return { move: 'finish', input: { outcome: 'unable', ...because(say(c, voices.unableAny)) } }
  if (d.chance(0.016)) return { move: 'finish', input: { outcome: 'explained', note: say(c, voices.explainedAny) } }
  const photo = photoPairs[topic.code]?.after
  return { move: 'finish', input: { outcome: 'solved', note: doneNote(c, doer), ...(photo && d.chance(0.35) ? { photo } : {}) } }
}

/** From the first receiver to "it is done". Answers false where the story stops on the way. */
function handle(c: Course): boolean {
  if (c.stop === 'filed') return false
  const first = doerOf(c.story, c.story.now)
  if (c.stop === 'whistled' || c.stop === 'reported') { whistle(c); return false }
  if (c.stop === 'assigned') { assign(c); return false }
  if (first.role === 'captain' && c.d.chance(0.26) && !handOn(c, first)) return false
  if (first.role === 'grid' && c.d.chance(0.16) && !handOn(c, first)) return false
  const holding = doerOf(c.story, c.story.now)
  if (c.stop !== 'taken') {
    if (holding.role === 'station' && c.d.chance(0.4)) whistle(c)
    else if (holding.role === 'community' && !c.story.filed.slip && c.d.chance(0.4)) assign(c)
    else if (holding.role === 'firm' && c.d.chance(0.03)) whistle(c)
  }
  const doer = work(c)
  if (!doer || c.stop === 'taken') return false
  return finish(c, doer)
}

function finish(c: Course, doer: Doer, note?: string): boolean {
  const at = finishTime(c)
  if (over(c, at)) return false
  play(c.story, doer.key, at, note === undefined ? outcome(c, doer) : { move: 'finish', input: { outcome: 'solved', note } })
  return true
}

/** Somebody else looks. A first no sends it back once. */
function verify(c: Course): boolean {
  for (let round = 0; round < 2; round++) {
    const at = awake(later(c, 1.5, 40))
    const key = c.d.weighted(lookers(c.story, at).map((k, i) => [k, i === 0 ? 5 : 1] as const))
    if (over(c, at)) return false
    const pass = round > 0 || c.d.chance(0.945)
    play(c.story, key, at, { move: 'verify', input: pass ? { pass, note: say(c, voices.verified) } : { pass, reason: 'half_done', note: say(c,
      voices.notVerified) } })
    if (pass) break
    if (!finish(c, doerOf(c.story, c.story.now), say(c, voices.secondRound))) return false
  }
  const titles = closest(c.topic.titles ?? [], words(c))
  if (titles.length > 0 && c.d.chance(0.6) && c.story.opening.onBoard) {
    const title = c.d.pick(titles).replaceAll('{place}', c.slots.place)
    play(c.story, `${communityKey(c.story.opening.place)}:desk`, c.story.now + c.d.whole(10, 90) * MINUTE, { move: 'title', input: { title } })
  }
  return true
}

type Feeling = 'yes' | 'basically' | 'no'
function feeling(c: Course): { readonly solved: boolean; readonly satisfied: Feeling } {
  if (c.story.matter.outcome === 'unable') return { solved: false, satisfied: c.d.weighted([['yes', 2], ['basically', 5], ['no', 3]] as const) }
  if (c.story.matter.outcome === 'explained') return { solved: c.d.chance(0.3), satisfied: c.d.weighted([['yes', 4], ['basically', 4], ['no',
    2]] as const) }
  const again = c.story.matter.reopened > 0
  const satisfied = c.d.weighted<Feeling>(again ? [['yes', 50], ['basically', 27], ['no', 23]] : [['yes', 73], ['basically', 18], ['no', 9]])
  return { satisfied, solved: satisfied === 'no' ? c.d.chance(0.25) : true }
}

/** The three answers: by link, at the door, nobody reached, or no answer until the clock closes it. */
function judge(c: Course): boolean {
  const way = c.d.weighted([['link', 58], ['door', 27], ['unreached', 4], ['silent', 11]] as const)
  if (way === 'silent') { runClock(c.story, Math.min(until, c.story.now + 200 * HOUR)); return false }
  const at = awake(later(c, 1, 120))
  if (over(c, at)) return false
  const asker = way === 'link' ? undefined : askers(c.story, at).at(-1 - c.d.whole(0, 1)) ?? askers(c.story, at)[0]
  if (way === 'unreached' && asker) {
    play(c.story, asker, at, { move: 'verdict', input: { reached: false, solved: null, satisfied: null, said: say(c, voices.notReached),
      via: 'door' } })
    return false
  }
  const felt = feeling(c)
  const said = asker && felt.satisfied === 'yes' ? say(c, voices.atTheDoor) : c.s.any(fitting(voices.remarks[felt.satisfied], words(c)), c.slots, c.d)
  play(c.story, asker ?? 'resident', at, { move: 'verdict', input: { reached: true, ...felt, said, via: asker ? 'door' : c.d.chance(0.7)
    ? 'link' : 'follow' } })
  return c.story.matter.state === 'filed'
}

/** Writes the course of a matter up to its stop, by the product's rules. */
export function run(c: Course): void {
  if (c.stop === 'end' && c.d.chance(0.014)) {
    const at = later(c, 0.3, Math.max(0.5, paceOf(c.story).sign * 0.4))
    if (!over(c, at)) play(c.story, 'resident', at, { move: 'withdraw', input: { note: c.s.any(fitting(voices.withdrawals, words(c)), c.slots,
      c.d) } })
    return
  }
  if (!handle(c) || c.stop === 'finished' || !verify(c) || c.stop === 'answered' || !judge(c)) return
  if (c.d.chance(0.5)) assign(c)
  const doer = work(c)
  if (doer && finish(c, doer, say(c, voices.secondRound)) && verify(c)) judge(c)
}
