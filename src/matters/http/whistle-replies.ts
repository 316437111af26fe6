import { z } from 'zod'

const time = z.string()
const said = z.object({ zh: z.string(), en: z.string() })
const source = z.object({ law: z.string(), article: z.string().optional() })
const pace = z.object({ amount: z.number(), unit: z.string() })
const named = z.object({ org: z.string(), name: z.string() })

export const LinkMade = z.object({
  id: z.string(), state: z.string(), version: z.number(), org: z.string(), link: z.string(), token: z.string(), code: z.string(), until: time,
})
export const AnswerSlip = z.object({
  number: z.string(), title: z.string(), place: z.string(), words: z.string(), difficulty: z.string().nullable(), situation: z.string().nullable(),
  state: z.string(), org: z.string(), role: z.string(), part: z.string(), task: z.string(), reportBy: time.nullable(), finishBy: time.nullable(),
  reportedAt: time.nullable(), outsideNumber: z.string().nullable(), others: z.array(z.object({ name: z.string(), role: z.string() })),
  community: z.object({ name: z.string(), phone: z.string().nullable() }), answers: z.array(z.string()), used: z.boolean(),
})
export const Answered = z.object({ number: z.string(), state: z.string() })

const side = z.object({ answers: z.array(z.number()), said: z.string(), at: time, shown: z.boolean() }).nullable()
export const AroundWhistle = z.object({
  whistle: z.object({ id: z.string(), at: time, situation: z.string(), plan: z.string().nullable(), by: named, called: z.array(named),
    reviewed: z.boolean() })
    .nullable(),
  links: z.array(z.object({ id: z.string(), org: z.string(), madeAt: time, until: time, state: z.string(), usedAt: time.nullable(),
    usedFor: z.string().nullable() })),
  answers: z.array(z.object({ org: z.string(), name: z.string(), may: z.array(z.string()), link: z.boolean() })),
  pairs: z.array(z.object({ org: z.string(), name: z.string(), ofDepartment: side, ofWhistle: side, shown: z.boolean(),
    rate: z.string().nullable() })),
  review: z.object({ id: z.string(), lacked: z.string(), changes: z.string(), by: named, until: time, item: z.string().nullable(), at: time,
    doneAt: time.nullable() }).nullable(),
  mayReview: z.boolean(),
})
const review = z.object({ id: z.string(), lacked: z.string(), changes: z.string(), by: z.string(), until: time, item: z.string().nullable(),
  doneAt: time.nullable(), mayEnd: z.boolean() })
export const Whistles = z.object({ items: z.array(z.object({ whistle: z.string(), matter: z.string(), number: z.string(), title: z.string(), at: time,
  situation: z.string(), by: z.string(), called: z.array(z.string()), review: review.nullable() })) })
export const Stuck = z.object({ items: z.array(z.object({ id: z.string(), matter: z.string(), number: z.string(), title: z.string(),
  channel: z.string(),
  template: z.string(), tries: z.number(), to: z.string(), name: z.string().nullable(), nextAt: time.nullable(), givenUpAt: time.nullable() })) })
export const Ided = z.object({ id: z.string() })

const item = z.object({ code: z.string(), name: said, situation: z.string(), categories: z.array(z.string()).readonly(), lead: z.string(),
  supports: z.array(z.string()).readonly(), does: z.record(z.string(), said), done: said, also: said.optional(), source })
const amendment = z.object({ code: z.string(), version: z.number(), validFrom: z.string(), item: item.partial({ code: true }).nullable(),
  reason: z.string(),
  fromNumber: z.string() })
export const PublicList = z.object({
  street: z.object({ id: z.string(), name: z.string() }), streets: z.array(z.object({ id: z.string(), name: z.string() })), day: z.string(),
    pack: z.string(),
  source, situations: z.array(z.object({ code: z.string(), name: said, purpose: said, leadReport: pace, supportReport: pace, finish: pace, source })),
  items: z.array(item.extend({ version: z.number(), validFrom: z.string(), reason: z.string().nullable(), fromNumber: z.string().nullable(),
    leadReport: pace.nullable(), supportReport: pace.nullable(), finish: pace.nullable() })),
  coming: z.array(amendment).readonly(), history: z.array(amendment).readonly(),
})
export const Amended = z.object({ code: z.string(), version: z.number() })
