import { z } from 'zod'
import { course, restsOn } from './course-replies.ts'

const time = z.string()
const said = z.object({ zh: z.string(), en: z.string() })
const source = z.object({ law: z.string(), article: z.string().optional() })
const place = z.object({ id: z.string(), name: z.string(), kind: z.string() }).nullable()
const facts = z.record(z.string(), z.unknown())

export const Holder = z.object({ org: z.string(), name: z.string(), badge: z.string(), kind: z.string(), post: z.string().nullable() })
export const Card = z.object({
  id: z.string(), number: z.string(), title: z.string(), place: z.string(),
  category: z.string(), state: z.string(), outcome: z.string().nullable(), holder: Holder,
  due: time.nullable(), dueKind: z.string().nullable(), dueFrom: time.nullable(), provisional: z.boolean(),
  urgent: z.string().nullable(), sensitive: z.string().nullable(), supervised: z.boolean(),
  suspended: z.boolean(), reviewOn: z.string().nullable(),
  reopened: z.number(), satisfied: z.string().nullable(), solved: z.boolean().nullable(), filedAt: time, version: z.number(), yoursToVerify: z.boolean(),
})
export const Rulings = z.object({ items: z.array(Card.extend({ objection: z.object({
  id: z.string(), by: z.string(), ground: z.string(), said: z.string(), forced: z.boolean(), at: time, due: time.nullable(),
}) })) })
export const ReturnVisits = z.object({ items: z.array(Card.extend({
  tried: z.number(), verified: z.string().nullable(), reporter: z.record(z.string(), z.string()).nullable(),
})) })
export const Precedents = z.object({ items: z.array(z.object({
  id: z.string(), sameType: z.boolean(), owner: z.string(), ownerOrg: z.string(), ownerKind: z.string(), fromKind: z.string(), ruling: z.string(),
  why: z.string(), basis: z.string(), at: time,
})) })
export const Suspended = z.object({ items: z.array(Card.extend({ path: z.string().nullable().optional(), suspendedAt: time.nullable().optional() })) })
export const Cards = z.object({ items: z.array(Card), next: z.string().nullable() })
const Late = z.object({ name: z.string(), kind: z.string(), post: z.string().nullable(), by: time.nullable() })
export const Supervised = z.object({
  items: z.array(Card.extend({ supervisedAt: time.nullable(), late: z.array(Late) })), next: z.string().nullable(),
})
export const Counts = z.object({ mine: z.number(), following: z.number(), supervised: z.number() })

const Photo = z.object({ id: z.string(), phase: z.string(), width: z.number(), height: z.number(), at: time, released: z.boolean() })
export const Entry = z.object({
  id: z.string(), at: time, kind: z.string(), who: z.string().nullable(), post: z.string().nullable(),
  org: z.string().nullable(), to: z.string().nullable(), said: z.string(),
  seenBy: z.string(),
  facts, act: z.string(), photos: z.array(Photo).readonly(),
})
const Duty = z.object({ why: said, source, hint: said.nullable(), holder: z.string() })
const Party = z.object({
  org: z.string(), name: z.string(), badge: z.string(), kind: z.string(), role: z.string(),
  state: z.string(), task: z.string(), reportBy: time.nullable(), finishBy: time.nullable(),
  reportedAt: time.nullable(), finishedAt: time.nullable(), outsideNumber: z.string().nullable(), phone: z.string().nullable(),
})

const pace = z.object({ amount: z.number(), unit: z.enum(['minute', 'hour', 'working_hour', 'day', 'working_day']) })
const Clock = z.object({
  stage: z.string(), org: z.string().nullable(), name: z.string().nullable(), state: z.enum(['running', 'paused', 'ended']),
  due: time, provisional: z.boolean(), from: time, endedAt: time.nullable(), pace: pace.nullable(), rung: z.number(),
})
const span = z.tuple([z.number(), z.number()]).readonly()
const Step = z.object({
  day: z.string(), kind: z.enum(['start', 'counted', 'part', 'off', 'make_up', 'paused', 'due']), duty: z.array(span).readonly(),
  spans: z.array(span).readonly(), paused: z.array(span).readonly(), used: z.number(), nth: z.number(), say: said, name: said.optional(),
  source: source.optional(),
})
/** Clocks with what happened to each and every day that was counted. */
export const Clocks = z.object({ items: z.array(Clock.extend({
  events: z.array(z.object({ at: time, kind: z.string(), pace: pace.nullable(), said })).readonly(),
  explain: z.object({ steps: z.array(Step).readonly(), sentence: said, sources: z.array(source).readonly(), due: time.nullable(),
    provisional: z.boolean(), pace: pace.nullable() }).nullable(),
})) })

export const Detail = Card.omit({ place: true }).extend({
  place, compound: place, roomName: z.string().nullable(), words: z.string(), titleFrom: z.string(),
  channel: z.string(), reason: z.string().nullable(), answer: z.string().nullable(),
  handovers: z.number(), reached: z.boolean().nullable(), judgedAt: time.nullable(),
  situation: z.string().nullable(), plan: z.string().nullable(), closedTo: z.array(z.string()),
  outsideNumber: z.string().nullable(), clocks: z.array(Clock).readonly(), remindedAt: time.nullable(), supervisedAt: time.nullable(),
  accountable: z.string(), reporter: z.record(z.string(), z.string()).nullable(),
  story: z.array(Entry).readonly(), parties: z.array(Party), duty: Duty, standing: facts, moves: z.array(z.string()), ...course,
})

export const Followed = z.object({
  id: z.string(), number: z.string(), title: z.string(), words: z.string(), place,
  compound: place, category: z.string(), state: z.string(), outcome: z.string().nullable(),
  answer: z.string().nullable(), holder: Holder.extend({ phone: z.string().nullable() }),
  clocks: z.array(Clock).readonly(), due: time.nullable(), dueKind: z.string().nullable(), dueFrom: time.nullable(),
  supervised: z.boolean(), suspended: z.boolean(), reviewOn: z.string().nullable(), reopened: z.number(), satisfied: z.string().nullable(),
  solved: z.boolean().nullable(), reached: z.boolean().nullable(), filedAt: time, version: z.number(),
  urgent: z.string().nullable(), onBoard: z.boolean(), mayBoard: z.boolean(),
  keepsPhone: z.boolean(), duty: Duty, moves: z.array(z.string()), story: z.array(Entry).readonly(), ...restsOn,
})

const BoardItem = z.object({
  number: z.string(), title: z.string(), category: z.string(), state: z.string(),
  outcome: z.string().nullable(), holder: z.string(), answer: z.string().nullable(),
  due: time.nullable(), dueKind: z.string().nullable(), dueFrom: time.nullable(),
  filedAt: time, endedAt: time, supervised: z.boolean(), solved: z.boolean().nullable(),
  satisfied: z.string().nullable(), reached: z.boolean().nullable(), reopened: z.number(), unverified: z.boolean(),
  photos: z.array(z.object({ id: z.string(), phase: z.string() })), also: z.number(),
})
const party = { name: z.string(), kind: z.string() }
/** What share of a party's answered matters was only explained: a figure from ten answers on. */
const Explained = z.discriminatedUnion('size', [z.object({ ...party, size: z.literal('none') }), z.object({ ...party, size: z.literal('small') }),
  z.object({ ...party, size: z.literal('enough'), explained: z.number(), base: z.number(), permille: z.number() })])
export const Board = z.object({
  compound: z.object({ id: z.string(), name: z.string(), type: z.string().nullable() }), community: z.string(), street: z.string(),
  people: z.array(z.object({ role: said, held: z.boolean(), name: z.string().nullable(), phone: z.string().nullable() })),
  tally: z.object({ open: z.number(), late: z.number(), done: z.number(), judged: z.number(), solved: z.number(), unable: z.number() }),
  open: z.array(BoardItem), done: z.array(BoardItem), unable: z.array(BoardItem),
  explained: z.object({ months: z.number(), parties: z.array(Explained) }).nullable(),
})

export const Door = z.object({
  door: z.string().nullable(), place: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
  compound: z.object({ id: z.string(), name: z.string() }).nullable(),
  compoundType: z.string().nullable(), holders: z.array(z.object({ word: z.string(), name: z.string() })), community: z.string(),
  people: z.array(z.object({ role: said, held: z.boolean(), name: z.string().nullable(), phone: z.string().nullable() })), demo: z.boolean(),
})
const Danger = z.object({
  kind: z.string(), name: said, duty: said, minutes: z.number(), numbers: z.array(z.object({ dial: z.string().nullable(), said })).readonly(),
})
export const Filed = z.object({
  id: z.string(), number: z.string(), receipt: z.string(),
  holder: z.object({ name: z.string(), post: z.string().nullable(), person: z.string().nullable() }),
  due: time, danger: Danger.nullable(), sensitive: z.boolean(), phoneKept: z.boolean(),
  joined: z.object({ number: z.string(), title: z.string() }).nullable(),
})
const Alike = z.object({ number: z.string(), title: z.string(), category: z.string(), state: z.string(), filedAt: time, why: said, also: z.number() })
/** What is open and alike. `also`: how many others raised it; in public none below two. */
export const Similar = z.object({ items: z.array(Alike) })
export const SimilarStaff = z.object({ items: z.array(Alike.extend({ id: z.string(), version: z.number() })) })
/** What was joined to a matter, as far as the reader sees it, and how many there are in all; what it was joined to, split off from or into. */
const Kin = z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string(), filedAt: time, version: z.number() })
export const Joined = z.object({ count: z.number(), items: z.array(Kin), root: Kin.nullable(), split: z.array(Kin) })
/** For a reporter: the public title of what theirs was joined to, with what was done there; what else their receipt opens. */
export const FollowedKin = z.object({
  joined: z.object({ title: z.string(), number: z.string().nullable(), state: z.string(), holder: z.string(), due: time.nullable(), dueKind: z.string().nullable(),
    news: z.array(z.object({ id: z.string(), at: time, kind: z.string(), org: z.string().nullable(), said: z.string(), to: z.string().nullable() })) }).nullable(),
  also: z.number(),
  split: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string() })),
})
export const Done = z.object({ id: z.string(), state: z.string(), version: z.number() })
