import { newVoteLink, newVoteSeal, openVoteLink, openVoteSeal, type FieldKey, type VoteLink } from '../../trust/index.ts'

/** A key as its row of vote_key stands. */
export type VoteKeyRow = { readonly kind: 'seal' | 'link' | 'list'; readonly wrapped: Buffer; readonly alg: string }

/** The two keys of a vote while it runs: `seal` hides choices until the close, `link` makes pseudonyms. */
export type VoteKeys = { readonly district: string; readonly vote: string; readonly seal: FieldKey; readonly link: VoteLink }

/** New keys of a vote, with their rows: insert them in the transaction in which this was called, so that a change of the master misses none. */
export function makeVoteKeys(district: string, vote: string): VoteKeys & { readonly rows: readonly VoteKeyRow[] } {
  const [seal, link] = [newVoteSeal(district, vote, 'seal'), newVoteLink(district, vote)]
  const rows: readonly VoteKeyRow[] = [{ kind: 'seal', wrapped: seal.wrapped, alg: seal.alg }, { kind: 'link', wrapped: link.wrapped, alg: link.alg }]
  return { district, vote, seal, link, rows }
}

/** The key by which choices of a vote are sealed and opened. Throws when the row is another's. */
export const openSealKey = (district: string, vote: string, { wrapped, alg }: Omit<VoteKeyRow, 'kind'>): FieldKey =>
  openVoteSeal(wrapped, alg, district, vote, 'seal')

/** The key of a vote's key list. Throws when the row is another's. */
export const openListKey = (district: string, vote: string, { wrapped, alg }: Omit<VoteKeyRow, 'kind'>): FieldKey =>
  openVoteSeal(wrapped, alg, district, vote, 'list')

/** The key by which electors become pseudonyms. Throws when the row is another's. */
export const openLinkKey = (district: string, vote: string, { wrapped, alg }: Omit<VoteKeyRow, 'kind'>): VoteLink =>
  openVoteLink(wrapped, alg, district, vote)

/** Writes zeros over a link key in this process's memory. The row is what has to be deleted; this is so that no core dump holds it. */
export function destroyLinkKey(link: VoteLink): void {
  link.secret.fill(0)
}

/** The pseudonym of an elector in one vote: the first 32 hexadecimal digits of HMAC-SHA-256 of the elector's id under the vote's link key. */
export const pseudonymOf = (link: VoteLink, elector: string): string => link.hash(elector.toLowerCase()).toString('hex').slice(0, 32)
