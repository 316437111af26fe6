import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { isCategory, type CategoryCode } from '../rules/categories.ts'
import { HAND_OVER_TO } from '../commands/hand-over-matter.ts'

const category = z.string().max(40).transform((code, ctx): CategoryCode => {
  if (isCategory(code)) return code
  ctx.addIssue({ code: 'custom', message: 'no such category' })
  return z.NEVER
})
const version = z.int().min(1).max(1_000_000).optional()
const photos = z.array(z.string().regex(/^[0-9A-Z]{26}$/)).max(9).optional()
const code = z.string().regex(/^(?!.*\d{8})[a-z0-9_:]{1,40}$/)
/** The number of a matter, as people type it. */
const number = z.string().regex(/^[0-9A-Za-z -]{4,40}$/)
const note = words(2000)
const pace = z.strictObject({ amount: z.int().min(1).max(400), unit: z.enum(['minute', 'hour', 'working_hour', 'day', 'working_day']) })
const base = { version, photos }

export const ById = z.object({ id: id() })
export const FileBody = z.strictObject({
  place: id(), words: words(2000, 2), category, onBoard: z.boolean(), phone: words(20).optional(), name: words(40).optional(), photos,
  channel: z.enum(['qr', 'page', 'captain', 'grid', 'desk', 'phone', 'reception', 'chat']).default('page'), outsideNumber: words(60).optional(),
  join: number.optional(),
})
export const SimilarBody = z.strictObject({ place: id(), words: words(2000, 2), category: category.optional() })
export const JoinBody = z.strictObject({ version, to: number })
export const SplitBody = z.strictObject({ version, words: words(2000, 2), category })
export const Plain = z.strictObject({ ...base })
export const Noted = z.strictObject({ ...base, note })
export const ContactBody = z.strictObject({ ...base, via: z.enum(['phone', 'door', 'page']), note: words(2000, 0).default('') })
export const TellBody = z.strictObject({ version, via: z.enum(['door', 'phone', 'paper']) })
export const FinishBody = z.strictObject({
  ...base, note, outcome: z.enum(['solved', 'unable', 'explained']).default('solved'), reason: code.optional(),
  basis: z.strictObject({ kind: z.enum(['law', 'contract', 'list', 'agreement']), text: words(200, 2) }).optional(),
})
export const HandOverBody = z.strictObject({ ...base, to: z.enum(HAND_OVER_TO), reason: code, note: words(2000, 0).default('') })
export const AssignBody = z.strictObject({ ...base, org: id(), note, finish: pace.optional() })
const asked = z.strictObject({ org: id(), task: words(300) })
export const WhistleBody = z.strictObject({
  ...base, situation: code, plan: code.optional(), difficulty: note, lead: asked, supports: z.array(asked).max(10).default([]),
})
export const SlipBody = z.strictObject({ ...base, org: id(), note, urgent: z.boolean().default(false) })
export const SlipAnswerBody = z.strictObject({ ...base, org: id(), note, outsideNumber: words(60).optional() })
export const VerifyBody = z.strictObject({ ...base, pass: z.boolean(), note: words(2000, 0).default(''), reason: code.optional() })
export const VerdictBody = z.strictObject({
  ...base, reached: z.boolean(), solved: z.boolean().nullable().default(null),
  satisfied: z.enum(['yes', 'basically', 'no']).nullable().default(null), said: words(500, 0).default(''),
})
export const NoteBody = z.strictObject({ ...base, note, seenBy: z.enum(['reporter', 'staff']).default('staff') })
export const TitleBody = z.strictObject({ version, title: words(60, 4) })
export const BoardBody = z.strictObject({ version, shown: z.boolean() })
export const ReleaseBody = z.strictObject({ version, photo: id(), released: z.boolean() })
export const RevealBody = z.strictObject({
  field: z.enum(['phone', 'name']), purpose: z.enum(['call_back', 'visit', 'deliver_notice', 'person_asked']),
})

export const ObjectBody = z.strictObject({ ...base, ground: code, note: words(2000, 0).default('') })
export const RuleBody = z.strictObject({
  ...base, ruling: z.enum(['upheld', 'rejected']), owner: id(), why: words(500, 4), basis: words(200, 2), precedent: z.boolean().default(true),
})
const day = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
export const SuspendBody = z.strictObject({ ...base, path: code.or(z.literal('')).default(''), reviewOn: day, note })
export const AskExtensionBody = z.strictObject({ ...base, days: z.int().min(1).max(60), note: words(500, 4) })
export const DecideExtensionBody = z.strictObject({ ...base, granted: z.boolean(), note: words(500, 0).default('') })
export const Limit = z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) })

export const CardsQuery = z.object({
  tab: z.enum(['mine', 'verify', 'following', 'all', 'supervised']).default('mine'),
  q: plainText(60).optional(), category: code.optional(), state: code.optional(),
  compound: id().optional(), after: plainText(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(40),
})
