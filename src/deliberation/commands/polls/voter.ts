import { lookupHash } from '../../../trust/index.ts'

/**
 * Who a speaker is in one poll: a version 8 UUID made of a keyed hash of poll and speaker, so that answers of two polls cannot be laid side by side, nor
 * traced to a telephone without the installation's key. [OM14] *Source: P13, P24.*
 */
export function voterOf(district: string, poll: string, speaker: string): string {
  const bytes = Buffer.from(lookupHash(district, 'poll', `${poll} ${speaker}`))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
