/** A tree head before it is signed: the district's record had `size` acts with this root (hexadecimal) at this time (milliseconds UTC). */
export type Head = {
  readonly district: string
  readonly size: number
  readonly root: string
  readonly at: number
  /** Which key signs: algorithm and the first 16 hexadecimal digits of SHA-256 of the public key, as 'ed25519:0123456789abcdef'. */
  readonly key: string
}

/** Name and version of the head's format: its first line. */
export const headFormat = 'linli-head-1'

/** The fixed-format text of a tree head, which is what gets signed (docs/record-format.md). Every line ends with LF. */
export function headText(head: Head): string {
  return `${headFormat}\ndistrict=${head.district}\nsize=${head.size}\nroot=${head.root}\nat=${head.at}\nkey=${head.key}\n`
}
