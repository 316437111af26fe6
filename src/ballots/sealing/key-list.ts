/** The key list of a named vote after the close: the link key, which two scrutineers open together for one listed dispute (P10). */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { base32, readCode } from '../../kit/ids.ts'
import { voteLinkOf, type FieldKey, type VoteLink } from '../../trust/index.ts'
import { pseudonymOf } from './keys.ts'

/** The link key as two scrutineers' codes open it; one row for each two of them. */
export type LinkPair = { readonly posts: readonly [string, string]; readonly sealed: Buffer }
/** What a scrutineer takes home on paper: twenty characters, good for one opening. */
export type LinkCode = { readonly post: string; readonly code: string }
/** A key list: what is stored, and the codes, which are printed and then forgotten. */
export type SealedLink = { readonly pairs: readonly LinkPair[]; readonly codes: readonly LinkCode[] }

const CODE_LENGTH = 20

const pairKey = (vote: string, codes: readonly [LinkCode, LinkCode]): Buffer => {
  const material = codes.map(({ post, code }) => `${post}=${readCode(code)}\n`).join('')
  return Buffer.from(hkdfSync('sha256', material, vote, 'linli ballots key list v1', 32))
}

const fieldOf = (posts: readonly [string, string]): string => posts.join('/')

function sealPair(list: FieldKey, vote: string, link: VoteLink, codes: readonly [LinkCode, LinkCode]): LinkPair {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', pairKey(vote, codes), nonce)
  const inner = Buffer.concat([nonce, cipher.update(link.secret), cipher.final(), cipher.getAuthTag()])
  const posts = [codes[0].post, codes[1].post] as const
  return { posts, sealed: list.seal(fieldOf(posts), inner.toString('base64')) }
}

/**
 * Seals the link key of a named vote at its close. `list`: the vote's key of kind `list` (wrapped by the master key); `posts`: the scrutineers', at
 * least two. Store the pairs, print the codes, delete the link key's row. Throws RangeError for fewer than two posts or one named twice.
 */
export function sealLink(list: FieldKey, vote: string, link: VoteLink, posts: readonly string[]): SealedLink {
  if (posts.length < 2 || new Set(posts).size !== posts.length) throw new RangeError('two scrutineers or more, each once')
  const codes = [...posts].sort().map((post) => ({ post, code: base32(randomBytes(13), CODE_LENGTH) }))
  return { codes, pairs: codes.flatMap((one, n) => codes.slice(n + 1).map((other) => sealPair(list, vote, link, [one, other]))) }
}

function openPair(list: FieldKey, vote: string, pairs: readonly LinkPair[], given: readonly [LinkCode, LinkCode]): VoteLink | undefined {
  const [one, other] = given[0].post < given[1].post ? given : [given[1], given[0]]
  const pair = pairs.find(({ posts }) => posts[0] === one.post && posts[1] === other.post)
  if (!pair) return undefined
  const bytes = Buffer.from(list.open(fieldOf(pair.posts), pair.sealed), 'base64')
  const decipher = createDecipheriv('aes-256-gcm', pairKey(vote, [one, other]), bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAuthTag(bytes.subarray(-16))
  try {
    return voteLinkOf(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]))
  } catch {
    return undefined
  }
}

/** What an opening gives: the pseudonyms of those electors alone, and the list sealed again with new codes, because the old ones were typed in. */
export type OpenedLink = { readonly pseudonyms: readonly { readonly elector: string; readonly pseudonym: string }[]; readonly again: SealedLink }

/**
 * Opens the link for the electors of one dispute with two scrutineers' codes; undefined when a code is wrong. Ask `mayOpenLink` first, write the
 * act in the same transaction, and store `again` in place of the pairs. The link key lives only as long as this call.
 */
export function openLink(list: FieldKey, vote: string, pairs: readonly LinkPair[], given: readonly [LinkCode, LinkCode],
  electors: readonly string[]): OpenedLink | undefined {
  const link = openPair(list, vote, pairs, given)
  if (!link) return undefined
  const pseudonyms = electors.map((elector) => ({ elector, pseudonym: pseudonymOf(link, elector) }))
  const again = sealLink(list, vote, link, [...new Set(pairs.flatMap(({ posts }) => posts))])
  link.secret.fill(0)
  return { pseudonyms, again }
}
