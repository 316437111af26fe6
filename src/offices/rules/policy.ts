import { isWithin } from '../../places/rules/index.ts'

/** Who asks for a hand-over: audiences and paths of the post they act in, and themselves. */
export type Asker = { readonly person: string | null; readonly audience: readonly string[]; readonly scopes: readonly string[] }

/**
 * Who may hand over a post: community and street for posts in their area; and everybody may leave their own post
 * (`after` null), a captain above all: an easy way out. [O7]
 */
export function mayHandOver(asker: Asker, post: { readonly path: string; readonly holder: string | null }, after: string | null): boolean {
  if (after === null && asker.person !== null && asker.person === post.holder) return true
  const leads = asker.audience.includes('community') || asker.audience.includes('street')
  return leads && asker.scopes.some((scope) => isWithin(post.path, scope))
}
