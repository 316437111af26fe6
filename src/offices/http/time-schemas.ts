import { z } from 'zod'
import { words } from '../../kit/http.ts'
import { ORG_KINDS } from '../rules/index.ts'

const said = z.object({ zh: z.string(), en: z.string() })
const source = z.object({ law: z.string(), article: z.string().optional() })
const span = z.tuple([z.int(), z.int()])
const week = z.array(z.array(span).max(6)).length(7)

/** What a district entered about working time; pages put it together by the same rules as the server. */
export const WorkingTime = z.object({
  today: z.string(), mayKeep: z.boolean(),
  days: z.array(z.object({ day: z.string(), work: z.boolean(), name: said, source })),
  years: z.array(z.int()),
  hours: z.array(z.object({ id: z.string(), org: z.string(), name: said, week, holidays: z.enum(['closed', 'open']), source,
    validFrom: z.string() })),
  standard: z.record(z.string(), z.string()),
  orgs: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(ORG_KINDS), mayKeep: z.boolean() })),
}).meta({ id: 'WorkingTime' })

/** The body of a calendar entry; `work` null takes an earlier one back. */
export const DayBody = z.strictObject({ day: z.iso.date(), work: z.boolean().nullable(), name: words(40), nameEn: words(60).optional(),
  source: words(120), article: words(40).optional() })
/** The body of a published year. */
export const YearBody = z.strictObject({ year: z.int().min(2020).max(2199), source: words(120),
  days: z.array(z.strictObject({ day: z.iso.date(), work: z.boolean(), name: words(40) })).min(1).max(80) })
/** The body of a version of duty hours. */
export const HoursBody = z.strictObject({ org: z.uuid(), name: words(40), week, holidays: z.enum(['closed', 'open']), source: words(120),
  validFrom: z.iso.date() })

/** What the writes answer. */
export const DayEntered = z.object({ day: z.string() }).meta({ id: 'DayEntered' })
export const YearPublished = z.object({ year: z.int() }).meta({ id: 'YearPublished' })
export const HoursSet = z.object({ id: z.uuid() }).meta({ id: 'HoursSet' })
