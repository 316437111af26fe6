import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { NORM_KINDS } from '../rules/sizing/index.ts'

const said = z.object({ zh: z.string(), en: z.string() })
const fit = z.enum(['fits', 'over', 'under', 'none', 'unknown'])
const count = z.number().int().min(1).max(1_000_000)
const norm = { kind: z.enum(NORM_KINDS), least: z.number().nullable(), most: z.number(), validFrom: z.string(), source: z.string() }

/** What a community measures. */
export const SizingReply = z.object({
  day: z.string(), community: z.object({ id: z.uuid(), name: z.string() }), street: z.uuid().nullable(), mayDivide: z.boolean(),
  mayEnterNorm: z.boolean(),
  norms: z.array(z.object(norm)),
  areas: z.array(z.object({ kind: z.enum(['community', 'grid', 'small_grid']), id: z.uuid(), name: z.string(), area: z.string().nullable(),
    homes: z.number(), known: z.number(),
    people: z.number().nullable(), staff: z.number(), captains: z.number(), captainsThere: z.number(), fit })),
  captains: z.array(z.object({ post: z.uuid(), title: z.string(), place: z.uuid(), placeName: z.string(), homes: z.number(), held: z.boolean(),
    fit })),
  staff: z.object({ count: z.number(), people: z.number().nullable(), perStaff: z.number().nullable(), fit }),
  buildings: z.array(z.object({ id: z.uuid(), name: z.string(), no: z.string(), compound: z.string(), compoundName: z.string(),
    grid: z.uuid().nullable(), homes: z.number(),
    floors: z.number().nullable(), units: z.number(), known: z.number(), people: z.number().nullable(), x: z.number().nullable(),
    y: z.number().nullable() })),
  proposals: z.array(z.object({ grid: z.uuid(), why: said, source: z.string(),
    parts: z.array(z.object({ buildings: z.array(z.uuid()), homes: z.number(), said })) })),
  splits: z.array(z.object({ id: z.uuid(), grid: z.uuid(), homes: z.number(), decidedOn: z.string(), undoneOn: z.string().nullable(),
    parts: z.array(z.object({ grid: z.uuid(), homes: z.number(), buildings: z.array(z.uuid()), work: z.number() })) })),
}).meta({ id: 'Sizing' })

/** A norm as it is entered. */
export const NormBody = z.strictObject({ street: id(), kind: z.enum(NORM_KINDS), least: count.nullable(), most: count, validFrom: z.iso.date(),
  source: words(120) })

/** A grid and the parts it is to have. */
export const SplitBody = z.strictObject({ grid: id(), parts: z.array(z.array(id()).max(300)).min(2).max(20) })

/** What a write of sizing answers. */
export const SizingDone = z.object({ id: z.uuid() }).meta({ id: 'SizingDone' })
