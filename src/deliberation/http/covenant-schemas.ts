/** What the pages of covenants send and get. Days are 'YYYY-MM-DD'. */
import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { AMENDMENT_STATES, CLAUSE_MOST, MOST_CLAUSES, VERSION_STATES } from '../rules/covenant/index.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const day = z.iso.date()
const version = z.int().min(1).max(1_000_000).optional()
const key = z.string().regex(/^c\d{1,4}$/)
const clauses = z.array(z.strictObject({ key: key.nullable().default(null), words: words(CLAUSE_MOST * 2, 0) })).max(MOST_CLAUSES * 2)

export const ById = z.object({ id: id() })
export const ByVersion = z.object({ id: id(), n: z.coerce.number().int().min(1).max(10_000) })
export const ByKind = z.object({ id: id(), kind: z.enum(['pdf', 'docx']) })
export const PlaceQuery = z.object({ place: id() })
export const FromQuery = z.object({ from: z.coerce.number().int().min(1).max(10_000).optional() })
export const BeginBody = z.strictObject({ place: id(), title: words(40, 2), clauses: clauses.default([]) })
export const DraftBody = z.strictObject({ reason: words(300, 0).default('') })
export const EditBody = z.strictObject({ version, clauses, reason: words(300, 0).default('') })
export const PostBody = z.strictObject({ version, until: day })
/** `clause` null: one to be added; `words` empty: to be struck. */
export const AmendBody = z.strictObject({ clause: key.nullable().default(null), words: words(500, 0), reason: words(500, 4) })
export const WriteDownBody = AmendBody.extend({ name: words(20) })
export const AnswerBody = z.strictObject({ take: z.boolean(), answer: words(300) })
export const VoteBody = z.strictObject({ version, vote: id() })
export const Plain = z.strictObject({})
export const PaperBody = z.strictObject({ slips: z.array(words(30)).min(1).max(500) })

export const Done = z.object({ id: text, n: whole, state: text }).meta({ id: 'CovenantDone' })
export const Amended = Done.extend({ amendment: text }).meta({ id: 'CovenantAmended' })
export const Signed = Done.extend({ added: whole }).meta({ id: 'CovenantSigned' })

const Part = z.object({ kind: z.enum(['same', 'added', 'removed']), text })
const Place = z.object({ id: text, name: text, kind: text })
const Version = z.object({ n: whole, state: z.enum(VERSION_STATES), commentsUntil: maybe, vote: maybe, yes: whole.nullable(), answers: whole.nullable(), adoptedOn: maybe, reason: maybe,
  clauses: whole, signatures: whole })
const Changes = { text: z.array(z.object({ key: text, words: text })), from: whole.nullable(),
  changes: z.array(z.object({ key: text, kind: z.enum(['same', 'changed', 'added', 'struck']), n: whole, parts: z.array(Part) })) }
const Full = Version.extend(Changes)
const Amendment = z.object({ id: text, n: whole, clause: text, number: whole.nullable(), words: text, reason: text, name: text, state: z.enum(AMENDMENT_STATES), answer: maybe, at: text,
  parts: z.array(Part) })
export const Covenants = z.object({ place: Place, items: z.array(z.object({ id: text, title: text, place: Place, inForce: whole.nullable(), adoptedOn: maybe,
  next: z.object({ n: whole, state: z.enum(VERSION_STATES), commentsUntil: maybe }).nullable() })) }).meta({ id: 'Covenants' })
export const Covenant = z.object({ id: text, title: text, place: Place, keeper: text, startedAt: text, force: Full.nullable(), next: Full.nullable(), draft: Full.nullable(), signed: z.boolean(),
  amendments: z.array(Amendment), versions: z.array(Version) }).meta({ id: 'Covenant' })
export const OneVersion = Full.extend({ id: text, title: text }).meta({ id: 'CovenantVersion' })
export const StaffCovenant = Covenant.extend({ keeps: z.boolean(), held: whole, moves: z.array(text), earliest: text, votes: z.array(z.object({ id: text, title: text, number: text })),
  rowVersions: z.array(z.object({ n: whole, version: whole })), stops: z.object({ explain: z.object({ zh: text, en: text }), from: maybe }).nullable(),
  vote: z.object({ id: text, title: text, decided: z.boolean() }).nullable() }).meta({ id: 'StaffCovenant' })
