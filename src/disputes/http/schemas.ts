import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { KINDS, STOP_REASONS } from '../rules/index.ts'

const version = z.int().min(1).max(1_000_000).optional()
const side = z.enum(['a', 'b'])
const base = { version }
const typed = z.enum(['door', 'paper']).default('paper')
const day = z.iso.date()
export const ById = z.object({ id: id() })

const person = z.strictObject({ name: words(40), phone: words(20).optional(), address: words(80).optional() })
const openSide = z.strictObject({ persons: z.array(person).max(3).default([]), org: id().optional(), home: id().optional() })
export const OpenBody = z.strictObject({
  place: id(), kind: z.enum(KINDS), words: words(2000, 4), source: id().optional(), sides: z.array(openSide).length(2),
})
export const Plain = z.strictObject({ ...base })
export const ConsentBody = z.strictObject({ ...base, side, yes: z.boolean(), via: typed })
export const SideBody = z.strictObject({ ...base, side, via: typed })
export const SlipBody = z.strictObject({ ...base, side })
export const AppointBody = z.strictObject({ ...base, person: id() })
export const PlanBody = z.strictObject({ ...base, at: z.iso.datetime({ offset: true }), spot: words(60) })
export const HoldBody = z.strictObject({ ...base, session: id(), present: z.array(side).max(2), note: words(4000) })
export const NoteBody = z.strictObject({ ...base, note: words(2000) })
const clause = z.strictObject({
  by: z.enum(['a', 'b', 'both']), what: words(300, 2), until: day, fen: z.int().min(1).max(1_000_000_000).nullable().default(null),
  basis: z.string().regex(/^[a-z_]{1,20}$/).nullable().default(null),
})
export const DraftBody = z.strictObject({ ...base, facts: words(2000, 4), clauses: z.array(clause).min(1).max(20) })
export const StopBody = z.strictObject({ ...base, reason: z.enum(STOP_REASONS) })
export const CheckBody = z.strictObject({ ...base, n: z.int().min(1).max(20), kept: z.boolean(), note: words(500, 0).default('') })
export const NamesBody = z.strictObject({ purpose: z.enum(['identity_check', 'deliver_notice']) })
export const DeclareBody = z.strictObject({ home: id().nullable(), places: z.array(id()).max(20).default([]),
  orgs: z.array(id()).max(20).default([]) })
export const ListQuery = z.object({
  tab: z.enum(['open', 'ended', 'opened']).default('open'), after: plainText(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const CountQuery = z.object({ community: id() })
export const CodeBody = z.strictObject({ code: words(40) })
export const OwnConsentBody = z.strictObject({ ...base, yes: z.boolean() })
/** A side signs what it has read: when that was written is asked for. The other side's signature in between changes nothing. */
export const OwnSignBody = z.strictObject({ drafted: z.iso.datetime() })
export const JudgeBody = z.strictObject({ ...base, fair: z.enum(['yes', 'partly', 'no']), again: z.boolean() })

const text = z.string()
const maybe = z.string().nullable()
export const Done = z.object({ id: text, state: text, version: z.number() })
export const Opened = z.object({ id: text, number: text, codes: z.object({ a: text, b: text }) })
export const Slip = Done.extend({ code: text })
const Card = z.object({
  id: text, number: text, kind: text, state: text, place: text, committee: text, mediator: maybe, mine: z.boolean(), until: maybe, session: maybe,
  duty: maybe, openedAt: text, version: z.number(),
})
export const Cards = z.object({ items: z.array(Card), next: maybe })
const Sitting = z.object({ id: text, dispute: text, number: text, kind: text, place: text, at: text, spot: text, version: z.number() })
export const Sittings = z.object({ items: z.array(Sitting) })
const Clause = z.object({
  n: z.number(), by: text, what: text, until: text, fen: z.number().nullable(), basis: maybe, state: text, checkedAt: maybe,
})
const Person = z.object({ name: text, phone: maybe, address: maybe })
const Side = z.object({
  side: text, org: maybe, persons: z.array(Person), building: maybe, consent: text, consentAt: maybe, consentVia: maybe, objected: z.boolean(),
  signedAt: maybe, signedVia: maybe, slips: z.number(),
})
export const Detail = z.object({
  id: text, number: text, kind: text, state: text, place: z.object({ id: text, name: text }), committee: text, openedAt: text, openedBy: text,
  acceptedOn: maybe, until: maybe, signedOn: maybe, confirmBy: maybe, endedAt: maybe, endedHow: maybe, version: z.number(), role: text, source: maybe,
  fromMatter: z.boolean(), mediator: z.object({ person: text, name: text, title: text }).nullable(), sides: z.array(Side),
  sessions: z.array(z.object({ id: text, at: text, spot: text, state: text, present: z.array(text) })),
  notes: z.array(z.object({ id: text, at: text, kind: text, session: maybe, who: maybe, said: text })),
  agreement: z.object({ facts: text, draftedAt: text, secondNeeded: z.boolean(), second: maybe }).nullable(), clauses: z.array(Clause),
    moves: z.array(text),
})
export const Mediators = z.object({
  items: z.array(z.object({ person: text, name: text, title: text, ties: z.array(text) })),
})
export const Names = z.object({ sides: z.array(z.object({ side: text, persons: z.array(Person) })) })
export const Declared = z.object({ declared: z.boolean() })
const count = z.number().nullable()
export const Count = z.object({ community: text, from: text, to: text, opened: count, judged: count, fair: count, again: count })
const Own = z.object({
  side: text, own: z.boolean(), org: maybe, names: z.array(text), signed: z.boolean(), consent: maybe, objected: z.boolean().nullable(),
  judged: z.boolean().nullable(),
})
export const OpenedSide = z.object({ opened: z.boolean() })
export const ForSide = z.object({
  number: text, kind: text, state: text, place: text, committee: text, mediator: z.object({ name: text, title: text }).nullable(), side: text,
  sides: z.array(Own), until: maybe, signedOn: maybe, confirmBy: maybe, endedHow: maybe,
  sessions: z.array(z.object({ at: text, spot: text, state: text })), agreement: z.object({ facts: text, draftedAt: text,
    waitsForSecond: z.boolean() }).nullable(),
  clauses: z.array(Clause), moves: z.array(text), version: z.number(),
})
