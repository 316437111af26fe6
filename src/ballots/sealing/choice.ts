import { randomBytes } from 'node:crypto'
import { sha256 } from '../../kit/ids.ts'
import type { FieldKey } from '../../trust/index.ts'
import { commitmentText, rulesText, type CountRules, type OpenChoice } from '../rules/sealed/index.ts'

/** A sealed text is as long as the next multiple of this: its length would tell 'agree' from 'against'. */
const BLOCK = 256

const fieldOf = ({ pseudonym, seq }: Pick<OpenChoice, 'pseudonym' | 'seq'>): string => `${pseudonym}/${seq}`

/** A new salt: 32 hexadecimal digits. */
export const newBallotSalt = (): string => randomBytes(16).toString('hex')

/** The commitment of a choice: SHA-256 of its text, 64 hexadecimal digits. */
export const commitmentOf = (vote: string, choice: OpenChoice): string => sha256(commitmentText(vote, choice)).toString('hex')

/** Hash of a count's rules, 64 hexadecimal digits, for the act ballots.sealed. */
export const rulesHash = (rules: CountRules): string => sha256(rulesText(rules)).toString('hex')

/**
 * Seals what a choice says and its salt with the vote's `seal` key, bound to vote, pseudonym and seq. Every short choice gives bytes of the same
 * length. Also gives the commitment, which can be told to the voter.
 */
export function sealChoice(key: FieldKey, vote: string, choice: OpenChoice): { readonly sealed: Buffer; readonly commitment: string } {
  const text = `${choice.content}\n${choice.salt}\n`
  const padded = text.padEnd(Math.ceil(text.length / BLOCK) * BLOCK, '\n')
  return { sealed: key.seal(fieldOf(choice), padded), commitment: commitmentOf(vote, choice) }
}

/** Opens what sealChoice sealed. Throws when key, bytes, pseudonym or seq are others. */
export function openChoice(key: FieldKey, choice: Pick<OpenChoice, 'pseudonym' | 'seq'>, sealed: Uint8Array): Pick<OpenChoice, 'content' | 'salt'> {
  const text = key.open(fieldOf(choice), sealed).trimEnd()
  const at = text.lastIndexOf('\n')
  return { content: text.slice(0, at), salt: text.slice(at + 1) }
}
