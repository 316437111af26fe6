/** A part that a person may act in: one post, with what it reaches. Offices works it out, trust only chooses among them. */
export type Standing = {
  /** Id of the post. */
  readonly post: string
  /** What sort of post, as 'grid_worker'. */
  readonly kind: string
  readonly title: string
  readonly org: string
  readonly orgKind: string
  readonly orgName: string
  readonly place: string
  readonly placeName: string
  /** Administrative path of that place, for who may look after the post; what the post itself reaches are its scopes. */
  readonly path?: string
  /** One word that decides what is closed to the post (captain, grid, community, …). */
  readonly audience: string
  /** Paths of places that the post reaches, administrative (`d…`) or of a compound (`k…`). */
  readonly scopes: readonly string[]
  readonly orgs: readonly string[]
}

/** Who stands behind an act: staff in one post, a resident known by a follow session, the clock, or anybody. */
export type ActorKind = 'staff' | 'resident' | 'clock' | 'public'

/** Who acts, in which post, and how far it reaches. Nothing acts without one. It is also the scope that a transaction carries (kit/db). */
export type Actor = {
  readonly district: string
  readonly person: string | null
  readonly post: string | null
  readonly postKind: string | null
  /** Organisation of the post. */
  readonly org: string | null
  /** Words of the post's audience; empty for the public. */
  readonly audience: readonly string[]
  readonly scopes: readonly string[]
  readonly orgs: readonly string[]
  readonly kind: ActorKind
}

/** The actor of every deadline: no person, the whole district. `districtPath` is the district's ltree label, as 'd990106'. */
export const clockActor = (district: string, districtPath: string): Actor =>
  ({ district, person: null, post: null, postKind: null, org: null, audience: ['clock'], scopes: [districtPath], orgs: [], kind: 'clock' })

/** Anybody who has not signed in: reaches nothing by place; what they may do is said act by act. */
export const publicActor = (district: string): Actor =>
  ({ district, person: null, post: null, postKind: null, org: null, audience: [], scopes: [], orgs: [], kind: 'public' })

/** A resident with a follow session: known by nothing but the matter in hand, so it reaches nothing by place. [T7] */
export const residentActor = (district: string, person: string | null): Actor =>
  ({ district, person, post: null, postKind: null, org: null, audience: [], scopes: [], orgs: [], kind: 'resident' })

/** A person in one of their posts. Scopes, organisations and audience are those of that post alone, never of the sum. [T2] */
export const staffActor = (district: string, person: string, standing: Standing): Actor => ({
  district, person, post: standing.post, postKind: standing.kind, org: standing.org,
  audience: [standing.audience], scopes: standing.scopes, orgs: standing.orgs, kind: 'staff',
})

/** Which of a person's standings is meant: the one asked for if it is theirs, the first if none is asked for, else null. [T2] */
export function chooseStanding(standings: readonly Standing[], asked: string | null): Standing | null {
  if (asked === null) return standings[0] ?? null
  return standings.find(standing => standing.post === asked) ?? null
}
