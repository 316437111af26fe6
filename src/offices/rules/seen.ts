import { inPost, type ChainPost, type Incumbent } from './chain.ts'

/** Audiences that work together at the front line and know each other's captains. */
const FRONT_LINE: readonly string[] = ['captain', 'grid', 'community', 'branch', 'street']

/** Somebody in a post as others see them: `name` is null when the holder keeps it from the public and the reader is not of the front line. */
export type SeenIncumbent = Omit<Incumbent, 'name'> & { readonly name: string | null }

/** A post of the chain as a reader of some audience sees it. */
export type SeenPost = Omit<ChainPost, 'holder' | 'deputy'> & { readonly holder: SeenIncumbent | null; readonly deputy: SeenIncumbent | null }

/** Whether an audience is of the front line, where names are known. [O8] */
export const seesNames = (audience: readonly string[]): boolean => audience.some((word) => FRONT_LINE.includes(word))

/** What an audience sees of a post: firms, stations and the like get name and telephone only where the holder made them public. [O8] */
export function seenBy(post: ChainPost, audience: readonly string[]): SeenPost {
  if (seesNames(audience)) return post
  const veiled = (person: Incumbent | null): SeenIncumbent | null =>
    (person === null ? null : { ...person, name: person.publicName ? person.name : null })
  return { ...post, holder: veiled(post.holder), deputy: veiled(post.deputy), phone: inPost(post)?.publicPhone ? post.phone : null }
}
