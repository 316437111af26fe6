import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { copyTakers, rosterPurposes } from '../../trust/index.ts'
import { dwellingStates, listKinds, relations, ties, untilSaids } from '../rules/index.ts'

const day = z.iso.date()
const said = z.object({ zh: z.string(), en: z.string() })
const state = z.enum(dwellingStates)
const how = z.enum(['door', 'phone', 'import', 'resident', 'desk'])
const source = z.enum(['import', 'door', 'desk', 'resident', 'demo'])
const fields = ['name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'note'] as const
const field = z.enum(fields)
const held = { lives: z.boolean(), registered: z.boolean(), owns: z.boolean(), rents: z.boolean() }

const value = z.object({
  id: z.uuid(), tie: z.uuid(), field, shown: z.string(), sealed: z.boolean(), state: z.enum(['current', 'past', 'waiting']), seenOn: z.string(),
    source,
  endedOn: z.string().nullable(),
})
const person = z.object({
  who: z.uuid(), group: z.enum(['lives', 'owns', 'registered', 'left']), name: z.string().nullable(),
  ties: z.array(z.object({ id: z.uuid(), ...held, since: z.string().nullable(), until: z.string().nullable(), whyUntil: z.string().nullable(),
    untilSaid: z.enum(untilSaids), source,
    recordedOn: z.string() })),
  values: z.array(value), elsewhere: z.array(z.object({ home: z.uuid(), name: z.string(), ...held })),
})

export const ByHome = z.object({ home: id() })
export const ByTie = z.object({ tie: id() })
export const ByValue = z.object({ value: id() })
export const HomeFileView = z.object({
  home: z.object({ id: z.uuid(), code: z.string(), name: z.string(), building: z.string(), community: z.string(),
    compoundType: z.string().nullable() }),
  state, householdNo: z.string().nullable(), living: z.number(), children: z.number(), doubts: z.array(z.string()), version: z.number(),
  known: z.boolean(), holds: z.boolean(), days: z.number(), confirmed: z.object({ on: z.string(), how, by: z.string().nullable() }).nullable(),
  people: z.array(person),
  chain: z.array(z.object({ level: z.string(), said, title: z.string().nullable(), name: z.string().nullable(),
    fallsTo: z.object({ title: z.string(), name: z.string() }).nullable() })),
  matters: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), state: said, filedAt: z.string(), due: z.string().nullable() })),
  lastVisit: z.object({ day: z.string(), half: z.enum(['am', 'pm']), met: z.string() }).nullable(),
  before: z.uuid().nullable(), after: z.uuid().nullable(),
}).meta({ id: 'HomeFile' })

export const KeepBody = z.strictObject({
  version: z.int().min(0), state: state.optional(), children: z.int().min(0).max(12).optional(),
  householdNo: plainText(20).nullable().optional(), confirm: how.exclude(['import', 'resident']).optional(),
})
export const Kept = z.object({ version: z.number() }).meta({ id: 'KeptHome' })

const typed = { name: words(40), phone: words(20), id_number: words(18), born: day, sex: z.enum(['male', 'female', 'unknown']),
  relation: z.enum(relations), registered_at: words(120), note: words(140) }
export const AddBody = z.strictObject({
  ties: z.array(z.enum(ties)).min(1).max(4), since: day.nullable().default(null), values: z.strictObject(typed).partial(),
})
export const Added = z.object({ tie: z.uuid() }).meta({ id: 'AddedDweller' })
export const CorrectBody = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('name'), value: typed.name }), z.strictObject({ field: z.literal('phone'), value: typed.phone }),
  z.strictObject({ field: z.literal('id_number'), value: typed.id_number }), z.strictObject({ field: z.literal('born'), value: day }),
  z.strictObject({ field: z.literal('sex'), value: typed.sex }), z.strictObject({ field: z.literal('relation'), value: typed.relation }),
  z.strictObject({ field: z.literal('registered_at'), value: typed.registered_at }), z.strictObject({ field: z.literal('note'), value: typed.note }),
])
export const Corrected = z.object({ value: z.uuid(), version: z.number() }).meta({ id: 'CorrectedValue' })
const someTies = z.array(id()).min(1).max(8)
export const EndBody = z.strictObject({ ties: someTies, why: z.enum(['moved', 'died', 'wrong']), on: day.nullable().default(null) })
export const ReopenBody = z.strictObject({ ties: someTies })
export const RevealBody = z.strictObject({ purpose: z.enum(rosterPurposes) })
export const CopyBody = z.strictObject({ taker: z.enum(copyTakers) })
const copied = z.object({ field, shown: z.string(), state: z.enum(['current', 'past', 'waiting']), seenOn: z.string(), source, endedOn: z.string().nullable() })
export const DeskCopyView = z.object({
  name: z.string().nullable(), on: z.string(), taker: z.enum(copyTakers),
  ties: z.array(z.object({ id: z.uuid(), homeName: z.string(), ...held, since: z.string().nullable(), until: z.string().nullable(), whyUntil: z.string().nullable(),
    untilSaid: z.enum(untilSaids), source, recordedOn: z.string(), values: z.array(copied) })),
}).meta({ id: 'DeskCopy' })
export const Clear = z.object({ clear: z.string() }).meta({ id: 'ClearValue' })

/** What is looked for travels in the body: an address is written down by proxies and browsers. */
export const FindBody = z.strictObject({ q: plainText(40) })
export const FoundView = z.object({
  people: z.array(z.object({ who: z.uuid(), home: z.uuid(), homeName: z.string(), name: z.string(), phone: z.string().nullable(), ...held })),
  homes: z.array(z.object({ id: z.uuid(), name: z.string(), state, living: z.number() })), more: z.boolean(),
}).meta({ id: 'RosterFound' })

export const ByKind = z.object({ kind: z.enum(listKinds) })
export const ListQuery = z.object({ place: id().optional(), after: plainText(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50) })
const listed = z.object({ id: z.uuid(), code: z.string(), name: z.string(), state, confirmedOn: z.string().nullable(), living: z.number().nullable(),
  doubts: z.array(z.string()).nullable() })
export const HomeListView = z.object({
  today: z.string(), place: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }).nullable(), items: z.array(listed),
  next: z.string().nullable(), total: z.number().nullable(),
}).meta({ id: 'HomeList' })

const numbers = { homes: z.number(), known: z.number(), confirmed: z.number(), unknown: z.number(), stale: z.number(), doubtful: z.number(),
  conflict: z.number(), vacant: z.number(), living: z.number() }
const covered = z.object({ id: z.uuid().nullable(), name: z.string(), days: z.number().nullable(), ...numbers })
export const CoverageBack = z.object({
  today: z.string(), communities: z.array(covered.extend({
    grids: z.array(covered.extend({ area: z.string().nullable(), parent: z.uuid().nullable(), buildings: z.array(covered) })),
  })),
}).meta({ id: 'RosterCoverage' })

export const ExportBody = z.strictObject({ place: id().optional(), purpose: z.enum(rosterPurposes), clear: z.boolean().default(false) })
const shown = z.object({ id: z.uuid(), shown: z.string() }).nullable()
export const ExportView = z.object({
  mark: z.object({ name: z.string(), at: z.string(), purpose: z.string(), clear: z.boolean() }),
  homes: z.array(listed.extend({ people: z.array(z.object({ who: z.uuid(), name: shown, phone: shown, ...held })) })),
}).meta({ id: 'ExportedHomes' })
