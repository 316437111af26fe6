import type { Said } from '../../kit/pure.ts'

/** What a notice carries beside its subject: codes, ids and numbers. */
export type NoticeFacts = { readonly [key: string]: string | number | boolean | null }

/** Where something is opened: its page in the console and on the phone, null where there is none. */
export type Addresses = { readonly console: string | null; readonly field: string | null }

/** How one notice is said, and where it is opened when that is not the page of its subject. Its sentence names no person. [N3] */
export type NoticeKind = {
  readonly say: Said | ((facts: NoticeFacts) => Said)
  readonly at?: (subject: string) => Addresses
}

/** The notices that a capability sends about one kind of subject: `about` is the kind, and the name of the fact that holds the subject's id. */
export type Notices<K extends string = string> = {
  readonly about: string
  readonly at: (subject: string) => Addresses
  readonly kinds: { readonly [kind in K]: NoticeKind }
}

/** The names of the notices that were defined: what a capability may send. */
export type NoticeName<N> = N extends Notices<infer K> ? K : never

/** Declares the notices of a capability about one kind of subject, in its `rules/notices.ts`. Throws when a name is not well formed. */
export function defineNotices<const K extends string>(about: string, at: Notices['at'], kinds: { readonly [kind in K]: NoticeKind }): Notices<K> {
  const bad = Object.keys(kinds).find((kind) => !/^[a-z]+\.[a-z_]+$/.test(kind) || kind.length > 64)
  if (bad !== undefined) throw new TypeError(`'${bad}' is no name for a notice`)
  return { about, at, kinds }
}

/** A notice of any capability, as its row is read. */
export type KnownNotice = NoticeKind & Pick<Notices, 'about' | 'at'>

/** All notices of all capabilities by their names. */
export type NoticeRegistry = ReadonlyMap<string, KnownNotice>

/** Joins the notices of all capabilities. Throws when two declare the same. */
export function joinNotices(all: readonly Notices[]): NoticeRegistry {
  const joined = new Map<string, KnownNotice>()
  for (const { about, at, kinds } of all) {
    for (const [name, kind] of Object.entries(kinds)) {
      if (joined.has(name)) throw new TypeError(`'${name}' is declared twice`)
      joined.set(name, { at, ...kind, about })
    }
  }
  return joined
}

/** The sentence of a notice in both languages. */
export const sentenceOf = ({ say }: Pick<NoticeKind, 'say'>, facts: NoticeFacts): Said => (typeof say === 'function' ? say(facts) : say)
