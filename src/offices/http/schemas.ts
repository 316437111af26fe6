import { z } from 'zod'
import { words } from '../../kit/http.ts'
import { CHAIN_LEVELS, ORG_KINDS, POST_KINDS, STATION_KINDS, UTILITY_KINDS } from '../rules/index.ts'

const said = z.object({ zh: z.string(), en: z.string() })
const Holder = z.object({ person: z.uuid(), name: z.string().nullable(), since: z.string(), termUntil: z.string().nullable(),
  publicName: z.boolean(), publicPhone: z.boolean() }).meta({ id: 'Holder' })
const FallsTo = z.object({ level: z.enum(CHAIN_LEVELS), post: z.uuid(), title: z.string(), name: z.string() }).meta({ id: 'FallsTo' })
const ChainPost = z.object({
  post: z.uuid(), kind: z.enum(POST_KINDS), title: z.string(), orgName: z.string(), placeName: z.string(),
  holder: Holder.nullable(), deputy: Holder.nullable(), vacantSince: z.string().nullable(), phone: z.string().nullable(),
}).meta({ id: 'ChainPost' })
const Level = z.object({
  level: z.enum(CHAIN_LEVELS), said, posts: z.array(ChainPost),
  gap: z.object({ why: z.enum(['vacant', 'none']), fallsTo: FallsTo.nullable() }).nullable(),
}).meta({ id: 'ChainLevel' })
const PlaceShort = z.object({ id: z.uuid(), code: z.string(), fullName: z.string() }).meta({ id: 'PlaceShort' })

/** An organisation that work can be given to. */
export const Party = z.object({
  org: z.uuid(), kind: z.enum(ORG_KINDS), stationKind: z.enum([...STATION_KINDS, ...UTILITY_KINDS]).nullable(), name: z.string(), badge: z.string(),
  phone: z.string().nullable(), urgentByPhone: z.boolean(), hours: z.string().nullable(), firstInLine: z.boolean(),
}).meta({ id: 'Party' })

/** The parties of a place. */
export const Parties = z.object({ parties: z.array(Party) }).meta({ id: 'Parties' })

/** The chain of responsibility of a place on a day. */
export const Chain = z.object({
  day: z.string(), place: PlaceShort, levels: z.array(Level), stations: z.array(Party),
  teams: z.array(z.object({
    id: z.uuid(), kind: z.string(), name: z.string(), placeName: z.string(), purpose: z.string().nullable(),
    members: z.array(z.object({ name: z.string(), role: z.string(), fromUnit: z.string().nullable() })),
  })),
}).meta({ id: 'Chain' })

/** The chains of all buildings of a community with what is missing. */
export const CommunityChains = z.object({
  day: z.string(), community: PlaceShort, buildings: z.array(z.object({ place: PlaceShort, levels: z.array(Level) })),
  vacancies: z.array(z.object({
    why: z.enum(['vacant', 'no_captain', 'no_branch', 'no_manager']), post: z.uuid().nullable(), title: z.string(), place: z.uuid(),
    placeName: z.string(),
    since: z.string().nullable(), fallsTo: FallsTo.nullable(),
  })),
}).meta({ id: 'CommunityChains' })

const PublicPost = z.object({ title: z.string(), held: z.boolean(), name: z.string().nullable(),
  phone: z.string().nullable() }).meta({ id: 'PublicPost' })

/** What the poster at a door says. */
export const Poster = z.object({
  place: z.uuid(), placeName: z.string(), doorCode: z.string(), address: z.string(), domain: z.string(), captains: z.array(PublicPost),
  gridWorker: PublicPost.nullable(),
  firm: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  complaints: z.object({ name: z.string(), phone: z.string() }).nullable(),
}).meta({ id: 'Poster' })

/** The posters of all doors of a place. */
export const Posters = z.object({ posters: z.array(Poster) }).meta({ id: 'Posters' })

/** The body of a hand-over; `person` null leaves the post vacant, or takes the `name` of somebody new. */
export const HandOverBody = z.strictObject({
  person: z.uuid().nullable(), day: z.iso.date().optional(), termUntil: z.iso.date().optional(), consentAt: z.iso.date().optional(),
  publicName: z.boolean().optional(), publicPhone: z.boolean().optional(), name: words(20).optional(),
})

/** Who held the posts of a chain, and whom they can be handed to by those who may. */
export const HandOvers = z.object({
  terms: z.array(z.object({ post: z.uuid(), title: z.string(), name: z.string().nullable(), from: z.string(), to: z.string().nullable(), deputy: z.boolean() })),
  officers: z.array(z.object({ person: z.uuid(), name: z.string() })),
}).meta({ id: 'HandOvers' })

/** What a hand-over answers. */
export const HandedOver = z.object({ post: z.uuid(), tenure: z.uuid().nullable(), from: z.string(), overlap: z.boolean() }).meta({ id: 'HandedOver' })
