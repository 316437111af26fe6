/** The order in which what was written down on a phone is sent: plain rules over plain data, no clock and no network. */
import type { Problem } from '../http.ts'

/** A photo that belongs to an act; `claim` is what the server calls it once it was sent. */
export type KeptPhoto = { readonly id: string; readonly claim: string | null }

/** What a person reads of an act that waits: what it does, to what, and what was said. */
export type Shown = { readonly title: string; readonly about: string; readonly said: string }

/**
 * One act on this phone. `key` is its Idempotency-Key, made once. `version` is the version of what it is done to, as it was seen (once sent: as it
 * was sent), null where there are none. `at`: the phone's own clock when it was written down.
 */
export type Waiting = {
  readonly seq: number; readonly key: string; readonly owner: string; readonly post: string | null; readonly subject: string
  readonly path: string; readonly body: Readonly<Record<string, unknown>>; readonly version: number | null
  readonly photos: readonly KeptPhoto[]; readonly shown: Shown; readonly at: number
  readonly state: 'waiting' | 'asking' | 'sent'; readonly tries: number; readonly notBefore: number
  readonly problem: Problem | null; readonly sentAt: number | null; readonly reply: unknown; readonly flag: string | null
}

const SECOND = 1000
const LONGEST = 5 * 60 * SECOND

/** How long to wait after the n-th try that came to nothing: 2 s, 4 s … 5 min, and up to a quarter more by `chance` (0 to 1). Milliseconds. */
export const pauseAfter = (tries: number, chance: number): number => Math.min(LONGEST, SECOND * 2 ** Math.min(tries, 12)) * (1 + chance / 4)

/** Whether an answer leaves open what became of the act, so that the same key is sent again: no answer, an overload, a failure of the server. */
export const isOpenEnded = (status: number): boolean => status === 0 || status === 408 || status === 425 || status === 429 || status >= 500

/** The acts of each subject that are first in line: one that waits or asks holds back the later ones of its subject, and of no other. */
export function heads(items: readonly Waiting[]): readonly Waiting[] {
  const seen = new Set<string>()
  return [...items].sort((one, two) => one.seq - two.seq).filter((item) => {
    if (item.state === 'sent' || seen.has(item.subject)) return false
    seen.add(item.subject)
    return item.state === 'waiting'
  })
}

/** The act to send now, the earliest written; undefined when all that could go has to wait. */
export const nextToSend = (items: readonly Waiting[], now: number): Waiting | undefined => heads(items).find((item) => item.notBefore <= now)

/** When the next try is due; undefined when nothing waits. */
export const nextTry = (items: readonly Waiting[]): number | undefined => {
  const times = heads(items).map((item) => item.notBefore)
  return times.length === 0 ? undefined : Math.min(...times)
}

/** The body as it is sent: with the claims of its photos and its version, where it has them. */
export const bodyOf = ({ body, photos, version }: Waiting): Readonly<Record<string, unknown>> => ({
  ...body, ...(photos.length > 0 ? { photos: photos.flatMap(({ claim }) => claim ?? []) } : {}), ...(version === null ? {} : { version }),
})

/** The version that an answer says its subject has now, if it says one. */
export const versionIn = (reply: unknown): number | null =>
  typeof reply === 'object' && reply !== null && 'version' in reply && typeof reply.version === 'number' ? reply.version : null

/**
 * The version to send an act with: the one it was made for, carried on over what this phone itself has sent for that version since. What somebody
 * else changed in between is not carried over.
 */
export function versionToSend(items: readonly Waiting[], item: Waiting): number | null {
  const mine = items.filter((one) => one.subject === item.subject && one.state === 'sent' && one.seq < item.seq).sort((one, two) => one.seq - two.seq)
  return mine.reduce((version, sent) => (version !== null && sent.version === version ? versionIn(sent.reply) ?? version : version), item.version)
}

/** The acts behind one on the same subject that are still to be sent. */
export const behind = (items: readonly Waiting[], item: Pick<Waiting, 'seq' | 'subject'>): readonly Waiting[] =>
  items.filter((later) => later.subject === item.subject && later.seq > item.seq && later.state !== 'sent')
