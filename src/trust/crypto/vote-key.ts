/** Keys of votes, without a database. Whoever keeps one inserts it into vote_key in the transaction in which it was made, as with persons' keys. */
import { createHmac, randomBytes } from 'node:crypto'
import { keysInUse } from './keys.ts'
import { boundTo, newKeyOf, openKeyOf, type FieldKey, type WrappedKey } from './person-key.ts'

/** What a vote has keys for: `seal` hides choices until the close, `link` makes pseudonyms, `list` keeps the link of a named vote afterwards. */
export const voteKeyKinds = ['seal', 'link', 'list'] as const
export type VoteKeyKind = (typeof voteKeyKinds)[number]

/** What a key of a vote belongs to: never the same as a person's or an import's. */
export const voteKeyOf = (kind: VoteKeyKind, vote: string): string => `vote ${kind} ${vote}`

/** A new key that seals fields of the vote `vote`. Writes nothing. */
export const newVoteSeal = (district: string, vote: string, kind: 'seal' | 'list'): FieldKey & WrappedKey => newKeyOf(district, voteKeyOf(kind, vote))

/** The key out of its row. Throws when it was wrapped by another master or for another vote or kind. */
export const openVoteSeal = (wrapped: Uint8Array, alg: string, district: string, vote: string, kind: 'seal' | 'list'): FieldKey =>
  openKeyOf(wrapped, alg, district, voteKeyOf(kind, vote))

/** The key by which electors become pseudonyms; `secret` is 32 bytes. */
export type VoteLink = { readonly secret: Buffer; /** HMAC-SHA-256 of a text. */ readonly hash: (text: string) => Buffer }

/** The link key with these 32 bytes. */
export const voteLinkOf = (secret: Buffer): VoteLink => ({ secret, hash: (text) => createHmac('sha256', secret).update(text).digest() })

/** A new link key for the vote `vote`. Writes nothing. */
export function newVoteLink(district: string, vote: string): VoteLink & WrappedKey {
  const { wrapping, cipher } = keysInUse()
  const secret = randomBytes(32)
  return { ...voteLinkOf(secret), wrapped: wrapping.keep(cipher, secret, boundTo(district, voteKeyOf('link', vote))), alg: cipher }
}

/** The link key out of its row. Throws as openVoteSeal. */
export const openVoteLink = (wrapped: Uint8Array, alg: string, district: string, vote: string): VoteLink =>
  voteLinkOf(keysInUse().wrapping.read(alg, wrapped, boundTo(district, voteKeyOf('link', vote))))
