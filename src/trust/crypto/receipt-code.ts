import { base32 } from '../../kit/ids.ts'
import { keyedHash } from './cipher.ts'
import { keysInUse } from './keys.ts'

/**
 * The twelve characters of a receipt, worked out from the id of what it is for, so that the database holds only their hash and a repeated
 * request can print the same receipt again. Sixty bits: not to be guessed, and read out loud in three groups of four.
 */
export const receiptCodeOf = (subject: string): string => base32(keyedHash(keysInUse().code, 'receipt', subject), 12)
