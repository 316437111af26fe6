import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { MET, PURPOSES, SAID_MOST } from '../rules/index.ts'

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** What a phone or a desk sends. `toldAt`: what the phone's own clock said when it was written down. */
export const VisitBody = z.strictObject({
  place: id(), purpose: z.enum(PURPOSES).default('round'), met: z.enum(MET), inPerson: z.boolean().default(true), said: words(SAID_MOST, 0).default(''),
  toldAt: z.iso.datetime().optional(),
})
export const Recorded = z.object({ id: z.uuid() }).meta({ id: 'RecordedVisit' })

const last = z.object({ day: z.string(), half: z.enum(['am', 'pm']), met: z.enum(MET) }).nullable()
const home = z.object({ id: z.uuid(), name: z.string(), unit: z.string().nullable(), floor: z.number().nullable(), last, misses: z.number() })
export const DoorsQuery = z.object({ building: id().optional() })
export const Doors = z.object({
  today: z.string(), buildings: z.array(z.object({ id: z.uuid(), name: z.string(), count: z.number(), homes: z.array(home).nullable() })),
}).meta({ id: 'Doors' })

export const OwnQuery = z.object({ after: plainText(80).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
export const OwnVisits = z.object({
  items: z.array(z.object({
    id: z.uuid(), place: z.uuid(), placeName: z.string(), happenedAt: z.string(), recordedAt: z.string(), purpose: z.enum(PURPOSES),
    met: z.enum(MET), inPerson: z.boolean(), said: z.string().nullable(),
  })), next: z.string().nullable(),
}).meta({ id: 'OwnVisits' })

export const MonthQuery = z.object({
  community: id(), month, from: z.coerce.number().int().min(0).max(100_000).default(0), limit: z.coerce.number().int().min(1).max(200).default(100),
})
export const MonthVisits = z.object({
  items: z.array(z.object({
    day: z.string(), half: z.enum(['am', 'pm']), building: z.string(), purpose: z.enum(PURPOSES), met: z.enum(MET), inPerson: z.boolean(),
  })), next: z.number().nullable(),
}).meta({ id: 'MonthVisits' })

export const Contact = z.object({
  communities: z.array(z.object({
    community: z.uuid(), name: z.string(),
    months: z.array(z.object({ month: z.string(), inPerson: z.number(), onScreen: z.number(), missed: z.number() })),
  })),
}).meta({ id: 'Contact' })
