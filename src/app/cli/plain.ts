/** Text of a file, safe on a terminal: nothing in it moves the cursor, colours a line or turns its direction. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
