import type { Channel, Measure } from '../vote.ts'

/** Name and version of the text by which a ballot is committed to: its first line. */
export const ballotFormat = 'linli-ballot-1'

/** One choice without the elector: what the count file has a line of. `salt`: 32 hexadecimal digits, random, told to nobody before the close. */
export type OpenChoice = Measure & {
  readonly pseudonym: string
  readonly seq: number
  readonly channel: Channel
  readonly content: string
  readonly salt: string
}

/** The text whose SHA-256 is the commitment of a choice (docs/ballot-format.md, section 2). No LF at the end. */
export const commitmentText = (vote: string, choice: OpenChoice): string =>
  [ballotFormat, vote.toLowerCase(), choice.pseudonym, choice.seq, choice.channel, choice.area, choice.heads, choice.content, choice.salt].join('\n')

/** Commitments (lower-case hexadecimal) in the order of the tree's leaves: by their bytes. */
export const inLeafOrder = (commitments: readonly string[]): readonly string[] =>
  [...commitments].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
