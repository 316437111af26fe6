/** What the pages of speaking send and get. Times are ISO; nothing in an answer says who stands behind a free name. */
import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { AGES, SPOKEN, WORDS_MOST } from '../rules/speech/index.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const flag = z.boolean()

export const PhoneBody = z.strictObject({ phone: words(20) })
export const OpenBody = z.strictObject({ phone: words(20), code: words(8), name: words(40), age: z.enum(AGES), compound: id().nullable().default(null), building: id().nullable().default(null) })
export const NameBody = z.strictObject({ name: words(40) })
export const Plain = z.strictObject({})
export const ById = z.object({ id: id() })
export const Sent = z.object({ sent: flag }).meta({ id: 'SpeakerCodeSent' })
export const Speaking = z.object({ id: text, name: text, compound: maybe, building: maybe, minor: flag }).meta({ id: 'Speaking' })
export const Me = z.object({ speaker: Speaking.nullable() }).meta({ id: 'SpeakingNow' })

export const About = z.enum(['thread', 'covenant'])
const saying = { about: About, subject: id(), clause: plainText(40).nullable().default(null), replyTo: id().nullable().default(null), words: words(WORDS_MOST) }
export const SayBody = z.strictObject(saying)
export const SayForBody = z.strictObject({ ...saying, name: words(40), channel: z.enum(['paper', 'door', 'meeting']) })
export const Said = z.object({ id: text, state: text, heldFor: maybe }).meta({ id: 'SpeechSaid' })
export const Done = z.object({ id: text, state: text }).meta({ id: 'SpeechDone' })
export const AppealBody = z.strictObject({ words: words(500) })

export const TalkQuery = z.object({ about: About, subject: id(), clause: plainText(40).optional(), after: plainText(80).optional() })
export const Ruled = z.object({ id: text, did: text, rule: text, n: whole.nullable(), reason: text, at: text, post: text, until: maybe, appealed: flag, rulingDue: maybe, appeal: maybe, ruling: maybe,
  rulingReason: maybe, ruledBy: maybe, mayAppeal: flag })
const Comment = z.object({ id: text, name: text, words: maybe, at: text, channel: text, clause: maybe, by: maybe, state: z.enum(['shown', 'held', 'removed', 'withdrawn', 'left']),
  heldFor: maybe, mine: flag, answers: z.object({ id: text, name: text, words: maybe }).nullable(), decision: Ruled.nullable() })
/** What was said, newest first, twenty at a time. `held`: how many wait for a look. */
export const Talk = z.object({ items: z.array(Comment), next: maybe, total: whole, held: whole }).meta({ id: 'Talk' })
export const OwnSaid = z.object({ items: z.array(z.object({ about: z.enum(SPOKEN), id: text, words: text, at: text, state: text, heldFor: maybe, href: maybe, decision: Ruled.nullable() })),
  bans: z.array(Ruled), bannedUntil: maybe }).meta({ id: 'OwnSaid' })

export const PlaceQuery = z.object({ place: id() })
/** How speaking is looked after in a place, in numbers and rules. */
export const Log = z.object({
  place: text, rules: z.array(z.object({ n: whole, code: text, zh: text, en: text, removed: whole, restored: whole })),
  shownAfterLook: whole, banned: whole, waiting: whole, appealed: whole, items: z.array(Ruled.omit({ appeal: true, mayAppeal: true }).extend({ about: text })),
}).meta({ id: 'ModerationLog' })

export const DeskQuery = z.object({ after: plainText(80).optional() })
const Waiting = z.object({ about: z.enum(SPOKEN), id: text, place: text, title: text, name: text, words: text, heldFor: maybe, at: text, state: text, channel: text, by: maybe,
  speaker: flag, removals: whole, mayBan: flag, moves: z.array(text) })
const Appeal = Ruled.extend({ about: text, words: text, name: text, place: text, title: text, appealedAt: text, mayRule: flag, whyNot: z.object({ zh: text, en: text }).nullable() })
export const Desk = z.object({ held: z.array(Waiting), appeals: z.array(Appeal), recent: z.array(Waiting), next: maybe, moderates: flag }).meta({ id: 'ModerationDesk' })
export const ModerateBody = z.union([
  z.strictObject({ about: z.enum(SPOKEN), id: id(), did: z.literal('show') }),
  z.strictObject({ about: z.enum(SPOKEN), id: id(), did: z.literal('remove'), rule: plainText(20), reason: words(300) }),
  z.strictObject({ about: z.enum(SPOKEN), id: id(), did: z.literal('ban'), rule: plainText(20), reason: words(300), days: z.int().min(1).max(365) }),
])
export const RuleBody = z.strictObject({ ruling: z.enum(['stands', 'restored']), reason: words(300) })
