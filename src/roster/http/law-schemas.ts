import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import { revealPurposes, rosterPurposes } from '../../trust/index.ts'
import { careKinds, consentKinds, families, guardians, sensitiveKinds } from '../rules/law/index.ts'

const said = z.object({ zh: z.string(), en: z.string() })
const day = z.iso.date()
const sensitive = z.enum(sensitiveKinds)
const givenBy = z.enum(['self', 'guardian', 'family'])
const is = z.enum([...guardians, ...families])
const how = z.enum(['own_file', 'paper', 'door'])
const heard = z.enum(['paper', 'door'])
const paragraph = words(2000, 10)

export const ById = z.object({ id: id() })
export const RegisterView = z.object({
  groups: z.array(z.object({ group: z.string(), said, line: said,
    lines: z.array(z.object({ key: z.string(), said, why: said, basis: z.string(), kept: said,
    seenBy: z.array(said) })) })),
  never: z.array(said), contacts: z.array(z.object({ name: z.string(), phone: z.string().nullable() })),
}).meta({ id: 'PrivacyRegister' })

const assessment = z.object({ id: z.uuid(), kinds: z.array(sensitive), purpose: z.string(), need: z.string(), effect: z.string(),
  measures: z.string(),
  madeOn: z.string(), validUntil: z.string(), keepUntil: z.string(), endedOn: z.string().nullable(), by: z.string(), holds: z.boolean() })
export const LawBack = z.object({
  today: z.string(), communities: z.array(z.object({ id: z.uuid(), name: z.string(), assessments: z.array(assessment) })),
  certificates: z.array(z.object({ id: z.uuid(), at: z.string(), rule: z.string(), digest: z.string(),
    counts: z.array(z.object({ what: z.string(), n: z.number() })) })),
}).meta({ id: 'RosterLaw' })
export const AssessBody = z.strictObject({ community: id(), kinds: z.array(sensitive).min(1).max(4), purpose: paragraph, need: paragraph,
  effect: paragraph,
  measures: paragraph, months: z.int().min(1).max(24) })
export const Assessed = z.object({ assessment: z.uuid() }).meta({ id: 'Assessed' })

export const HomeLawBack = z.object({
  home: z.object({ id: z.uuid(), name: z.string() }), assessed: z.array(sensitive),
  people: z.array(z.object({ tie: z.uuid(), name: z.string(), relation: z.string().nullable(), sex: z.string().nullable(),
    born: z.string().nullable(), kinds: z.array(z.object({
    kind: sensitive, why: said.nullable(), value: z.uuid().nullable(),
    consent: z.object({ id: z.uuid(), givenOn: z.string(), givenBy, guardianIs: is.nullable(), how }).nullable(),
    before: z.array(z.object({ givenOn: z.string(), withdrawnOn: z.string().nullable() })),
  })) })),
}).meta({ id: 'HomeConsents' })
export const ConsentBody = z.strictObject({ kind: z.enum(consentKinds).exclude(['care']), givenBy, guardianIs: is.nullable().default(null),
  how: heard })
export const Consented = z.object({ consent: z.uuid() }).meta({ id: 'Consented' })
export const HowBody = z.strictObject({ how: heard })
export const Withdrawn = z.object({ deleted: z.number() }).meta({ id: 'Withdrawn' })
export const SensitiveBody = z.strictObject({ kind: sensitive, value: words(80) })
export const SensitiveKept = z.object({ value: z.uuid() }).meta({ id: 'SensitiveKept' })
export const RevealBody = z.strictObject({ purpose: z.enum(rosterPurposes) })
export const Clear = z.object({ clear: z.string() }).meta({ id: 'ClearSensitive' })

const care = z.enum(careKinds)
export const CareBack = z.object({ today: z.string(), most: z.number(), opened: z.number(),
  buildings: z.array(z.object({ id: z.uuid(), name: z.string(),
  items: z.array(z.object({ id: z.uuid(), kind: care, until: z.string() })) })) }).meta({ id: 'CareList' })
export const ArrangeBody = z.strictObject({ kind: care, until: day, hint: words(80, 0).default(''), askedBy: z.enum(['self', 'family']),
  familyIs: z.enum(families).nullable().default(null), how: heard })
export const Arranged = z.object({ care: z.uuid() }).meta({ id: 'CareArranged' })
export const OpenBody = z.strictObject({ purpose: z.enum(['care', 'reach_in_emergency']) })
export const OpenedBack = z.object({ home: z.string(), name: z.string(), kind: care, hint: z.string(), askedBy: z.enum(['self', 'family']),
  until: z.string(), left: z.number() }).meta({ id: 'OpenedCare' })

export const PartyBack = z.object({ today: z.string(), members: z.array(z.object({ id: z.uuid(), compound: z.string(), home: z.string().nullable(),
  name: z.string(), phone: z.string().nullable(), checkedIn: z.boolean(), by: z.enum(['self', 'branch']), since: z.string() })) })
    .meta({ id: 'BranchList' })
export const MemberBody = z.strictObject({ home: id(), name: words(40), phone: words(20).nullable().default(null), checkedIn: z.boolean(),
  since: day.nullable().default(null), signed: z.literal(true) })
export const MemberKept = z.object({ member: z.uuid() }).meta({ id: 'BranchMember' })
export const EndMemberBody = z.strictObject({ why: z.enum(['asked', 'wrong']) })
export const RevealMemberBody = z.strictObject({ field: z.enum(['name', 'phone']), purpose: z.enum(revealPurposes) })

export const OwnAgreementsBack = z.object({
  today: z.string(), ties: z.array(z.object({ tie: z.uuid(), home: z.string(), branch: z.boolean() })),
  consents: z.array(z.object({ id: z.uuid(), kind: z.enum(consentKinds), givenOn: z.string(), givenBy, how,
    care: z.object({ kind: care, until: z.string() }).nullable() })),
  branch: z.array(z.object({ id: z.uuid(), checkedIn: z.boolean(), since: z.string() })),
}).meta({ id: 'OwnAgreements' })
export const OwnCareBody = z.strictObject({ tie: id(), kind: care, until: day, hint: words(80, 0).default('') })
export const OwnBranchBody = z.strictObject({ tie: id(), checkedIn: z.boolean() })
