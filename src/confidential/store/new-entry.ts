import { createHash, randomUUID } from 'node:crypto'
import { actText, newSalt } from '../../record/index.ts'
import { hourKept, type Retaliation } from '../rules/index.ts'
import type { Entry, Line } from './line.ts'

/** A write that may come twice: its key, and everything that was asked. */
export type Asked = { readonly key: string; readonly body: unknown }

type Statement = Parameters<typeof actText>[0]['what']
type Draft = Omit<Entry, 'proof' | 'key' | 'request' | 'hour' | 'retaliation'> & { readonly retaliation?: Retaliation | undefined }

/** The digest of words under a salt, in eight parts of eight hexadecimal digits: acts hold no longer run of digits. */
export const contentOf = (salt: string, words: string): string[] =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(words, 'utf8').digest('hex').match(/.{8}/g) ?? []

const hashes = (line: Line, thread: string, { key, body }: Asked) => ({
  key: line.cipher.tag('key', thread, key).toString('hex').slice(0, 32), request: line.cipher.tag('request',
    JSON.stringify(body)).toString('hex').slice(0, 32),
})

/**
 * An entry with its commitment: the act carries the full hour and no person. `state` states the act for the digest of the words; `handler` is
 * the post that acted, null for the reporter.
 */
export function newEntry(
  line: Line, at: Date, draft: Draft, asked: Asked, handler: string | null, state: (content: string[]) => Statement,
): Entry {
  const hour = hourKept(draft.by, at.getTime())
  const salt = newSalt()
  const act = actText({ id: randomUUID(), district: line.district, at: new Date(hour), what: state(contentOf(salt, draft.text)),
    channel: 'confidential', actorPost: handler })
  const { retaliation, ...rest } = draft
  return {
    ...rest, hour, ...(retaliation === undefined ? {} : { retaliation }), ...hashes(line, draft.thread, asked),
    proof: { salt, act, commitment: null },
  }
}

/** What a repeat of an earlier write finds: the entry it made, or that the key was used for something else. */
export function earlierEntry(line: Line, thread: string, asked: Asked): { readonly entry: Entry; readonly same: boolean } | undefined {
  const { key, request } = hashes(line, thread, asked)
  const entry = [...line.entries.values()].find((one) => one.thread === thread && one.key === key)
  return entry && { entry, same: entry.request === request }
}
