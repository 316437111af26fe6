import type { OrgKind } from './orgs.ts'
import type { Audience } from './posts.ts'

/** The two paths of a place that a post is for; `compoundPath` is null above the compound. */
export type Reach = { readonly path: string; readonly compoundPath: string | null }

/**
 * The paths that a post reaches, from its audience and its places: a captain the building and a branch the compound, by compound;
 * grid, community and street their area; all others none, as they see only the matters that their organisation is a party to. [O4]
 */
export function scopesOf(audience: Audience, reaches: readonly Reach[]): string[] {
  switch (audience) {
    case 'captain': case 'branch': return reaches.flatMap(({ compoundPath }) => (compoundPath === null ? [] : [compoundPath]))
    case 'grid': case 'community': case 'street': return reaches.map(({ path }) => path)
    default: return []
  }
}

/** Whether somebody sits on an owners' body and on a residents' committee at once: told wherever a holder changes, and a bar only by article. [O18] */
export const overlaps = (audiences: readonly string[]): boolean => audiences.includes('owners') && audiences.includes('community')

const OWN_AUDIENCE: Readonly<Record<OrgKind, Audience>> = {
  street: 'street', community: 'community', station: 'station', utility: 'utility', firm: 'firm', developer: 'developer', owners: 'owners',
  branch: 'branch', unit: 'unit', team: 'unit',
}

/**
 * The organisations for which a post acts: its own, when it speaks for it. A captain or grid worker stands in the community's organisation
 * without being it, and must not see by that what the community is a party to. [O5]
 */
export const orgsOf = (audience: Audience, org: { readonly id: string; readonly kind: OrgKind }): string[] =>
  (OWN_AUDIENCE[org.kind] === audience ? [org.id] : [])
