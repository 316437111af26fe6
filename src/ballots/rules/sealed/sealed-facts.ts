/** The facts of the act ballots.sealed. A fact holds no run of eleven digits, which a hash may have: a hash stands as eight groups of eight. */
export type SealedFacts = { readonly vote: string; readonly size: number; readonly root: readonly string[]; readonly rules: readonly string[] }

/** A hash (64 hexadecimal digits) as eight groups of eight, as it is read out and posted on the board. Throws RangeError for anything else. */
export function groupsOf(hash: string): readonly string[] {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('no SHA-256 in hexadecimal')
  return hash.match(/.{8}/g) ?? []
}

/** The facts by which the record anchors a vote's sealed ballots: `root` and `rules` are hashes in hexadecimal, `size` counts leaves. */
export const sealedFacts = ({ vote, size, root, rules }: { vote: string; size: number; root: string; rules: string }): SealedFacts =>
  ({ vote, size, root: groupsOf(root), rules: groupsOf(rules) })
