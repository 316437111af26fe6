/** Letters of a code: Crockford's base32, without I L O U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code is the line's sign (2) and 26 random letters (130 bits). The reporter's own device makes it; the server keeps only its keyed hash. [C4] */
export const CODE_LENGTH = 28
export const SIGN_LENGTH = 2

/** Whether a text, read as kit's readCode does, has the shape of a code. */
export const isCodeShape = (code: string): boolean => code.length === CODE_LENGTH && [...code].every((letter) => SIGNS.includes(letter))

/** A code out of the line's sign and 26 random bytes; only the low five bits of each are used. */
export const codeOf = (sign: string, random: Uint8Array): string =>
  sign + Array.from(random.slice(0, CODE_LENGTH - SIGN_LENGTH), (byte) => SIGNS.charAt(byte & 31)).join('')

/** A code as it is printed and read out: seven groups of four. */
export const groupsOf = (code: string): string[] => code.match(/.{1,4}/g) ?? []

/** What was typed for a code: upper case, look-alikes put right (O to 0, I and L to 1), everything else dropped. */
export const typedCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
