/** What may be seen of a matter stands on its row: two paths, its parties, and the audiences it is closed to. */
export type Legs = { readonly path: string; readonly compoundPath: string; readonly parties: readonly string[]; readonly closedTo: readonly string[] }
/** What the rule needs to know of whoever looks. */
export type Looker = { readonly scopes: readonly string[]; readonly orgs: readonly string[]; readonly audience: readonly string[] }

const within = (path: string, scope: string): boolean => path === scope || path.startsWith(`${scope}.`)

/**
 * [M1] A matter is seen by its administrative path, by its compound's path, or because one of the looker's organisations is a party to it,
 * and not if it is closed to one of their audiences. The same rule as the policy `matter_seen`, which guards by itself; a property test
 * holds the two together.
 */
export function visibleTo(legs: Legs, looker: Looker): boolean {
  if (legs.closedTo.some((audience) => looker.audience.includes(audience))) return false
  return looker.scopes.some((scope) => within(legs.path, scope) || within(legs.compoundPath, scope)) || legs.parties.some((org) =>
    looker.orgs.includes(org))
}
