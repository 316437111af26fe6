import { concat, toHex, utf8 } from './bytes.ts'
import type { Hash } from './merkle.ts'

/** Name and version of a commitment's format: its first line. */
export const commitmentFormat = 'linli-commitment-1'

const commitmentMark = Uint8Array.of(2)

/** Length of a salt in bytes. */
export const saltLength = 32

/**
 * Hash by which an act stands in the record without being shown: hash(0x02 ‖ salt ‖ leaf text of the act). Whoever has salt and text can show
 * that they were committed to; to everybody else it is as good as random. `salt` holds 32 random bytes.
 */
export const commitmentHash = (hash: Hash, salt: Uint8Array, actText: string): Uint8Array => hash(concat(commitmentMark, salt, utf8(actText)))

/** The fixed-format text of a commitment, which is a leaf of the tree (docs/record-format.md). Every line ends with LF. */
export const commitmentText = (district: string, id: string, committed: Uint8Array): string =>
  `${commitmentFormat}\ndistrict=${district}\nid=${id.toLowerCase()}\nhash=${toHex(committed)}\n`
