import { z } from 'zod'
import { COMPOUND_TYPES } from '../../places/rules/index.ts'
import { id } from '../../kit/http.ts'
import { COMPOUND_ROLES, MANAGER_STEPS, ORG_KINDS } from '../rules/index.ts'

const said = z.object({ zh: z.string(), en: z.string() })
const step = z.enum(MANAGER_STEPS)

/** The compounds of a community by type, and who answers for each. */
export const TypedCompoundsReply = z.object({
  day: z.string(), mayName: z.boolean(), pack: z.object({ said, law: z.string(), validFrom: z.string() }),
  compounds: z.array(z.object({
    id: z.uuid(), name: z.string(), type: z.enum(COMPOUND_TYPES), label: z.string().nullable(), homes: z.number(), why: said,
    visitDays: z.number(), reconfirmDays: z.number(), homesPerCaptain: z.number(),
    roles: z.array(z.object({ role: z.enum(COMPOUND_ROLES), missing: z.number() })),
    manager: z.enum(['named', 'caretaker', 'none']), responsible: z.object({ org: z.uuid(), name: z.string(), kind: z.enum(ORG_KINDS), since: z.string() }).nullable(),
    steps: z.array(z.object({ step, until: z.string(), org: z.uuid().nullable(), orgName: z.string().nullable(), namedOn: z.string().nullable() })),
  })),
  orgs: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(ORG_KINDS) })),
}).meta({ id: 'TypedCompounds' })

/** The dated path of a compound. */
export const ManagerPathBody = z.strictObject({ steps: z.array(z.strictObject({ step, until: z.iso.date() })).max(3) })

/** Who answers for a compound, from a day on. */
export const ManagerBody = z.strictObject({ step, org: id(), from: z.iso.date() })

/** What these writes answer. */
export const CompoundDone = z.object({ compound: z.uuid() }).meta({ id: 'CompoundDone' })
