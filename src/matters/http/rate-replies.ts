import { z } from 'zod'

const said = z.object({ zh: z.string(), en: z.string() })
const counts = z.object({
  visits: z.number(), reached: z.number(), solved: z.number(), satisfied: z.number(), basically: z.number(), unsatisfied: z.number(),
  unable: z.number(), explained: z.number(), unreached: z.number(), leftOut: z.number(),
})
const rate = z.object({
  num: z.number(), den: z.number(), size: z.enum(['none', 'small', 'enough']), permille: z.number().nullable(), low: z.number().nullable(),
  high: z.number().nullable(), approximate: z.boolean(),
}).meta({ id: 'Rate' })
const rates = z.object({ reached: rate, solved: rate, satisfied: rate, composite: rate })
const place = z.object({ id: z.string(), name: z.string(), kind: z.string() })
const cut = z.enum(['community', 'compound', 'party', 'category'])

export const Rates = z.object({
  reach: z.enum(['street', 'community', 'party']), home: place, place, communities: z.array(z.object({ id: z.string(), name: z.string() })),
  compounds: z.array(z.object({ id: z.string(), name: z.string(), community: z.string() })),
  period: z.object({ month: z.string(), first: z.string(), last: z.string(), open: z.boolean() }), months: z.array(z.string()), by: cut,
    cuts: z.array(cut),
  pack: z.object({
    id: z.string(), version: z.string(), name: said, source: z.array(z.object({ law: z.string(), article: z.string().optional() })),
    basicallyPermille: z.number(), weights: z.object({ reached: z.number(), solved: z.number(), satisfied: z.number() }), monthStartsOn: z.number(),
    monthOf: z.enum(['filed', 'judged']),
    minBase: z.number(), tries: z.number(), grounds: z.array(z.object({ code: z.string(), say: said, needs: said })),
  }),
  total: z.object({ counts, rates }),
  rows: z.array(z.object({
    key: z.string(), name: said, kind: z.string(), badge: z.string().nullable(), parent: z.string().nullable(), counts, rates,
  })),
  leftOut: z.array(z.object({ ground: z.string(), say: said, count: z.number() })), waiting: z.number(), asOf: z.string(),
}).meta({ id: 'Rates' })

export const RateVisits = z.object({
  items: z.array(z.object({
    matter: z.object({ id: z.string(), number: z.string(), title: z.string(), place: z.string(), version: z.number() }).nullable(),
    org: z.object({ id: z.string(), name: z.string(), badge: z.string(), kind: z.string() }).nullable(), category: said, day: z.string(),
    state: z.string(), reached: z.boolean(), solved: z.boolean(), satisfied: z.string().nullable(), outcome: z.string().nullable(),
    via: z.string().nullable(), tries: z.number(), round: z.number(), ground: z.string().nullable(), asked: z.string().nullable(),
    said: z.string().nullable(),
  })),
  next: z.string().nullable(),
}).meta({ id: 'RateVisits' })

const office = { org: z.string(), post: z.string(), day: z.string(), said: z.string() }
export const RateExclusions = z.object({
  items: z.array(z.object({
    id: z.string(), matter: z.string(), number: z.string(), title: z.string(), version: z.number(), period: z.string(), ground: z.string(), say: said,
    asked: z.object(office), decided: z.object({ ...office, leftOut: z.boolean() }).nullable(), mine: z.boolean(),
  })),
}).meta({ id: 'RateExclusions' })
