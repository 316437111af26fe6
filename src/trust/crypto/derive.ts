import { hkdfSync } from 'node:crypto'

/** A key for one purpose out of another, by HKDF-SHA-256. */
export const derive = (master: Buffer, purpose: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', master, 'linli', `linli ${purpose} v1`, bytes))
