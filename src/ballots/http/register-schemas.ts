/** What the pages of the voting register send and get. Areas are whole numbers of 0.01 m²; days are 'YYYY-MM-DD'. */
import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { AREA_SOURCES, TITLE_STATES } from '../rules/heads.ts'
import { DELIVERIES, HOLDS, SILENCES, TITLE_KINDS } from '../rules/vote.ts'
import { REGISTER_LISTS } from '../views/register-titles.ts'

const day = z.iso.date()
const org = z.object({ id: z.uuid(), name: z.string() })
const kind = z.enum(TITLE_KINDS)
const source = z.enum(AREA_SOURCES)
const status = z.enum(TITLE_STATES)
const stop = z.enum(['death', 'court_order', 'nobody', 'not_chosen'])
const headKind = z.enum(['owners', 'company', 'developer'])
const counted = { titles: z.number(), heads: z.number(), area: z.number() }

export const ByCompound = z.object({ compound: id() })
export const ByHead = z.object({ head: id() })
export const ByOwner = z.object({ owner: id() })
export const ByTitle = z.object({ title: id() })
export const ByProxy = z.object({ proxy: id() })

export const Registers = z.object({ items: z.array(z.object({ compound: z.uuid(), name: z.string(), homes: z.number(), keeper: org.nullable(),
  since: z.string().nullable(), mine: z.boolean(), mayStart: z.boolean() })) }).meta({ id: 'OwnerRegisters' })
export const RegisterView = z.object({
  compound: org, keeper: org, since: z.string(), totals: z.object(counted), quorum: z.object({ area: z.number(), heads: z.number() }).nullable(),
  kinds: z.array(z.object({ kind, listed: z.number(), listedArea: z.number(), ...counted })),
  groups: z.array(z.object({ key: z.string(), name: z.string().nullable(), kind, listed: z.number(), counts: z.boolean(), ...counted })),
  stops: z.object({ death: z.number(), court_order: z.number(), nobody: z.number(), not_chosen: z.number() }), several: z.number(), joint: z.number(),
  proxies: z.number(), rule: z.object({ written: z.boolean(), adoptedOn: z.string().nullable() }),
}).meta({ id: 'OwnerRegister' })
export const TitlesQuery = z.object({ group: plainText(40).optional(), q: plainText(20).optional(), list: z.enum(REGISTER_LISTS).default('all') })
export const Titles = z.object({ total: z.number(), items: z.array(z.object({
  id: z.uuid(), label: z.string(), kind, area: z.number(), source, status, group: z.string(), head: z.uuid(), headKind,
    company: z.string().nullable(),
  owners: z.array(z.string()), chosen: z.boolean(), stop: stop.nullable(), proxy: z.boolean(), of: z.number(), counts: z.boolean(),
})) }).meta({ id: 'OwnerTitles' })

const owner = z.object({ id: z.uuid(), name: z.string(), phone: z.string().nullable(), chosen: z.boolean(), since: z.string().nullable(),
  until: z.string().nullable() })
export const HeadView = z.object({
  id: z.uuid(), compound: z.uuid(), kind: headKind, company: z.string().nullable(), blocked: z.enum(['death', 'court_order']).nullable(),
    version: z.number(),
  stop: stop.nullable(), totals: z.object(counted),
  titles: z.array(z.object({ id: z.uuid(), label: z.string(), kind, area: z.number(), source, status, counts: z.boolean(), version: z.number() })),
  owners: z.array(owner), past: z.array(owner),
  proxies: z.array(z.object({ id: z.uuid(), name: z.string(), vote: z.uuid().nullable(), from: z.string(), to: z.string(),
    state: z.enum(['holds', 'ahead', 'over', 'revoked']) })),
}).meta({ id: 'OwnerHead' })

// — what is sent —
const person = z.strictObject({ name: words(40), phone: words(20).nullable().default(null) })
const version = z.int().min(0)
export const Plain = z.strictObject({})
export const HandOverBody = z.strictObject({ to: id() })
export const OwnerBody = z.strictObject({ version, ...person.shape, since: day.nullable().default(null) })
export const CorrectOwnerBody = z.strictObject({ version, name: words(40).optional(), phone: words(20).nullable().optional() })
export const EndOwnerBody = z.strictObject({ version, why: z.enum(['left', 'died', 'wrong']), on: day })
export const VoterBody = z.strictObject({ version, owner: id() })
export const BlockBody = z.strictObject({ version, blocked: z.enum(['death', 'court_order']).nullable() })
export const ProxyBody = z.strictObject({ version, ...person.shape, vote: id().nullable().default(null), from: day, to: day })
const owners = z.array(person).min(1).max(12)
export const MoveTitleBody = z.strictObject({ version, why: z.enum(['sale', 'inheritance', 'gift', 'court', 'handed_over', 'wrong']), on: day,
  to: z.union([z.strictObject({ room: words(24) }), z.strictObject({ owners, company: words(60).nullable().default(null) })]) })
/** One title by hand; nobody in `owners` where no owner is known yet. */
export const AddTitleBody = z.strictObject({ label: words(24), kind, area: z.int().min(1).max(100_000_00), source, status,
  company: words(60).nullable().default(null), owners: z.array(person).max(12).default([]) })
export const AreaBody = z.strictObject({ version, area: z.int().min(1).max(100_000_00), source })
export const StatusBody = z.strictObject({ version, status, developer: words(60).nullable().default(null) })
export const RevealBody = z.strictObject({ field: z.enum(['name', 'phone']), purpose: z.enum(['deliver_notice', 'identity_check', 'call_back']) })
export const ExportBody = z.strictObject({ purpose: z.enum(['deliver_notice', 'identity_check']) })
export const Done = z.object({ id: z.uuid() }).meta({ id: 'RegisterDone' })
export const Clear = z.object({ clear: z.string() }).meta({ id: 'OwnerInClear' })
export const Exported = z.object({ mark: z.object({ name: z.string(), at: z.string(), purpose: z.string() }),
  titles: Titles.shape.items }).meta({ id: 'OwnerRegisterSheet' })

export const Takers = z.object({ items: z.array(org) }).meta({ id: 'RegisterTakers' })

const countsFor = z.enum(['area_and_head', 'area', 'nothing'])
const saysWith = <T extends z.ZodType>(text: T) => z.strictObject({
  adopted: z.strictObject({ file: text, day, vote: text }).nullable(), delivery: z.array(z.enum(DELIVERIES)).max(5), silence: z.enum(SILENCES),
  holds: z.enum(HOLDS), phone: z.boolean(), proxies: z.strictObject({ allowed: z.boolean(), mostPerProxy: z.int().min(1).max(99).nullable() }),
  window: z.strictObject({ minDays: z.int().min(1).max(180), maxDays: z.int().min(1).max(365) }).nullable(),
  counts: z.strictObject({ home: countsFor, shop: countsFor, garage: countsFor, storeroom: countsFor }), rankBy: z.enum(['heads', 'area']),
})
// what is sent is trimmed on its way in; a reply can't be
const says = saysWith(z.string())
const kept = z.object({ id: z.uuid(), title: z.string(), document: z.string().nullable(), adoptedOn: z.string(), validFrom: z.string(),
  validTo: z.string().nullable(), says })
export const Rules = z.object({ compound: org, mayWrite: z.boolean(), now: says, versions: z.array(kept) }).meta({ id: 'CompoundRules' })
export const RuleBody = z.strictObject({ title: words(60), document: words(60).nullable().default(null), adoptedOn: day, validFrom: day,
  says: saysWith(words(60)) })

/** The largest file, in bytes: the register of a compound of 10,000 homes is about one million. */
export const MOST_BYTES = 4_000_000
export const ImportBody = z.strictObject({ file: z.base64().min(4).max(MOST_BYTES * 1.4), commit: z.boolean() })
export const EmptyTable = z.object({ mark: z.string().nullable(), rooms: z.array(z.string()) }).meta({ id: 'EmptyRegisterTable' })
export const Imported = z.object({ committed: z.boolean(), rows: z.number(), added: z.number(), changed: z.number(), same: z.number(),
  problems: z.array(z.object({ line: z.number(), room: z.string(), grave: z.boolean(), said: z.object({ zh: z.string(),
    en: z.string() }) })) }).meta({ id: 'RegisterImported' })
