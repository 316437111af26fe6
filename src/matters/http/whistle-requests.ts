import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { ANSWERS } from '../rules/answering.ts'
import { isCategory, type CategoryCode } from '../rules/categories.ts'
import { OUTSIDE_STATES } from '../rules/decide/answer.ts'
import { WHISTLE_LISTS } from '../views/whistle.ts'

const version = z.int().min(1).max(1_000_000).optional()
const photos = z.array(z.string().regex(/^[0-9A-Z]{26}$/)).max(9).optional()
// letters alone: a fact of an act holds no run of digits
const code = z.string().regex(/^[a-z][a-z_]{0,39}$/)
const day = z.iso.date()
const said = words(2000, 0).default('')

export const LinkBody = z.strictObject({ version, org: id() })
const answer = {
  what: z.enum(ANSWERS), note: said, outcome: z.enum(['solved', 'unable', 'explained']).optional(), reason: code.optional(),
  outsideNumber: words(60).optional(),
}
export const TypeInBody = z.strictObject({ version, photos, org: id(), ...answer })
export const NumberBody = z.strictObject({ version, org: id(), number: words(60) })
export const OutsideBody = z.strictObject({
  org: id(), updateId: z.string().regex(/^[\x21-\x7e]{1,80}$/), at: z.iso.datetime({ offset: true }), text: words(2000),
  state: z.enum(OUTSIDE_STATES).optional(), reason: code.optional(), outsideNumber: words(60).optional(),
})
const opens = { token: z.string().min(8).max(40), code: z.string().regex(/^[\d０-９ ]{6,8}$/) }
export const OpenAnswerBody = z.strictObject(opens)
export const AnswerBody = z.strictObject({ ...opens, photos, ...answer })

export const RateBody = z.strictObject({ version, of: id(), answers: z.array(z.int().min(0).max(2)).length(3), said: words(300, 0).default('') })
export const ReviewBody = z.strictObject({ version, lacked: words(300, 4), changes: words(300, 4), by: id(), until: day, item: code.optional() })
export const WhistlesQuery = z.object({ list: z.enum(WHISTLE_LISTS).default('to_rate') })
export const ListQuery = z.object({ street: id().optional() })

const station = z.enum(['enforcement', 'police', 'market', 'justice', 'fire', 'ecology', 'housing', 'rental_housing'])
const both = (max: number) => z.strictObject({ zh: words(max, 2), en: words(max, 0).default('') })
const category = z.string().max(40).transform((one, ctx): CategoryCode => {
  if (isCategory(one)) return one
  ctx.addIssue({ code: 'custom', message: 'no such category' })
  return z.NEVER
})
const item = z.strictObject({
  name: both(40), situation: z.enum(['joint_enforcement', 'key_work', 'emergency']), categories: z.array(category).max(12), lead: station,
  supports: z.array(station).max(7), does: z.partialRecord(station, both(120)), done: both(200),
  source: z.strictObject({ law: words(80, 2), article: words(40, 0).default('') }),
})
export const AmendBody = z.strictObject({ code, validFrom: day, item: item.nullable(), reason: words(300, 4), fromNumber: words(20, 4) })
