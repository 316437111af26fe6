import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { BODIES, CONCERNED_GROUPS, LETTER_MOST, RETALIATIONS } from '../rules/index.ts'

const code = words(60)
/** Blank filling, so that a request is as long with a short letter as with a long one. */
const pad = z.string().max(12_000).regex(/^ *$/).optional()

export const ById = z.object({ id: id() })
export const ReportBody = z.strictObject({
  code, place: id(), words: words(LETTER_MOST),
  concerned: z.union([z.strictObject({ kind: z.enum(['official', 'other']) }), z.strictObject({ post: id() })]), pad,
})
export const CodeBody = z.strictObject({ code })
export const LetterBody = z.strictObject({ code, words: words(LETTER_MOST), retaliation: z.enum(RETALIATIONS).optional(), pad })
export const ProofBody = z.strictObject({ code, n: z.int().min(0).max(100) })
export const WordsBody = z.strictObject({ words: words(LETTER_MOST) })
export const HandOverBody = z.strictObject({ body: z.enum(BODIES), number: words(60).optional(), words: words(LETTER_MOST) })

const time = z.iso.datetime()
export const Delivered = z.object({ delivered: time }).meta({ id: 'ConfidentialDelivered' })
export const Done = z.object({ n: z.int() }).meta({ id: 'ConfidentialDone' })
export const Communities = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), street: z.string() })),
}).meta({ id: 'ConfidentialCommunities' })
export const Line = z.object({
  place: z.object({ id: z.string(), name: z.string(), kind: z.string() }), sign: z.string().nullable(), handler: z.string().nullable(),
  concerned: z.array(z.object({
    post: z.string(), kind: z.string(), title: z.string(), org: z.string(), group: z.enum(CONCERNED_GROUPS), official: z.boolean(),
      taken: z.boolean(),
  })),
}).meta({ id: 'ConfidentialLine' })

const Concerned = z.object({ kind: z.string(), title: z.string().nullable() })
const state = z.enum(['filed', 'taken', 'handed_over', 'closed'])
const Entry = z.object({
  n: z.int(), by: z.enum(['reporter', 'handler']), kind: z.enum(['filed', 'wrote', 'taken', 'handed_over', 'closed']), hour: time, text: z.string(),
  erased: z.boolean(), retaliation: z.enum(RETALIATIONS).nullable(), body: z.enum(BODIES).nullable(), number: z.string().nullable(),
    sealed: z.boolean(),
})
const thread = {
  state, concerned: Concerned, official: z.boolean(), place: z.string().nullable(), entries: z.array(Entry), keptUntil: time.nullable(),
}
export const ReporterThread = z.object({
  ...thread, handler: z.string(), overdue: z.boolean(), mayWrite: z.boolean(), nextDelivery: time,
}).meta({ id: 'ConfidentialReport' })
export const HandlerThread = z.object({
  ...thread, id: z.string(), waits: z.boolean(), moves: z.array(z.enum(['take', 'write', 'hand_over', 'close'])),
}).meta({ id: 'ConfidentialThread' })
export const Threads = z.object({
  items: z.array(z.object({
    id: z.string(), state, concerned: Concerned, official: z.boolean(), last: time, waits: z.boolean(), retaliation: z.boolean(), letters: z.int(),
  })),
  nextDelivery: time,
}).meta({ id: 'ConfidentialThreads' })

const Head = z.object({
  district: z.string(), size: z.int(), root: z.string(), at: z.int(), key: z.string(), algorithm: z.string(), publicKey: z.string(),
    signature: z.string(),
})
export const Proof = z.object({
  opening: z.object({
    format: z.literal('linli-opening-1'), salt: z.string(), act: z.string(), leaf: z.string(), index: z.int(), proof: z.array(z.string()), head: Head,
  }).nullable(),
}).meta({ id: 'ConfidentialProof' })
