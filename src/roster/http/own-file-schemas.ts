import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { untilSaids } from '../rules/index.ts'
import { askedFields, askers, refusalReasons, requestKinds } from '../rules/own-file/index.ts'

const field = z.enum(['name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'note'])
const source = z.enum(['import', 'door', 'desk', 'resident', 'demo'])
const state = z.enum(['open', 'done', 'refused', 'withdrawn'])
const day = z.string()

export const PhoneBody = z.strictObject({ phone: words(20) })
export const Sent = z.object({ sent: z.boolean() }).meta({ id: 'OwnFileCode' })
export const OpenBody = z.strictObject({
  phone: words(20), code: z.string().regex(/^[\d０-９ ]{6,8}$/), last: words(4), room: plainText(12).default(''), ticket: plainText(120).optional(),
})
/** `needs`: several people have this phone and this end of a name; the ticket says that the code was right. */
export const Opened = z.object({ opened: z.boolean(), needs: z.enum(['room']).nullable(),
  ticket: z.string().nullable() }).meta({ id: 'OwnFileOpened' })

const value = z.object({ field, shown: z.string(), state: z.enum(['current', 'past', 'waiting']), seenOn: day, source, endedOn: day.nullable() })
const request = z.object({
  id: z.uuid(), tie: z.uuid(), kind: z.enum(requestKinds), askedBy: z.enum(askers), field: z.enum(askedFields).nullable(),
  wanted: z.string().nullable(),
  words: z.string().nullable(), askedOn: day, due: z.string(), provisional: z.boolean(), overdue: z.boolean(), state, decidedOn: day.nullable(),
  reason: z.enum(refusalReasons).nullable(), answer: z.string().nullable(),
})
export const OwnFileView = z.object({
  name: z.string().nullable(), clear: z.boolean(),
  ties: z.array(z.object({ id: z.uuid(), homeName: z.string(), lives: z.boolean(), registered: z.boolean(), owns: z.boolean(), rents: z.boolean(),
    since: day.nullable(), until: day.nullable(), whyUntil: z.string().nullable(), untilSaid: z.enum(untilSaids), source, recordedOn: day, values: z.array(value) })),
  consents: z.array(z.object({ kind: z.string(), givenOn: day, how: z.string(), withdrawnOn: day.nullable() })),
  opens: z.array(z.object({ field: z.string(), purpose: z.string(), by: z.string().nullable(), day, half: z.enum(['am', 'pm']) })),
  openedOn: z.array(day), requests: z.array(request),
}).meta({ id: 'OwnFile' })

export const AskBody = z.strictObject({
  tie: id(), kind: z.enum(requestKinds), askedBy: z.enum(askers).default('self'), field: z.enum(askedFields).nullable().default(null),
  wanted: plainText(120).nullable().default(null), words: plainText(400).default(''),
})
export const Asked = z.object({ id: z.uuid(), due: z.string() }).meta({ id: 'AskedOfOwnFile' })
export const ById = z.object({ id: id() })
export const Withdrawn = z.object({ id: z.uuid() }).meta({ id: 'WithdrawnRequest' })

export const RequestList = z.object({
  items: z.array(z.object({
    id: z.uuid(), who: z.uuid(), name: z.string().nullable(), home: z.uuid(), homeName: z.string(), kind: z.enum(requestKinds),
    askedBy: z.enum(askers),
    field: z.enum(askedFields).nullable(), wanted: z.string().nullable(), askedAt: z.string(), due: z.string(), provisional: z.boolean(),
    overdue: z.boolean(), state, decidedOn: day.nullable(), reason: z.enum(refusalReasons).nullable(), version: z.number(),
  })),
}).meta({ id: 'DataRequests' })
export const ReadView = z.object({ words: z.string().nullable(), wanted: z.string().nullable() }).meta({ id: 'DataRequestRead' })
export const AnswerBody = z.strictObject({
  version: z.int().min(0), outcome: z.enum(['done', 'refused']), reason: z.enum(refusalReasons).nullable().default(null), words: words(400),
})
export const Answered = z.object({ id: z.uuid(), version: z.number() }).meta({ id: 'AnsweredRequest' })
