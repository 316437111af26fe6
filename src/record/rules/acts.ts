import type { Said } from '../../kit/pure.ts'
import { factKey, type Codec, type Fact, type Facts } from './facts.ts'

/** One kind of act: what a screen calls it, and the facts it holds. */
export type ActKind = { readonly say: Said; readonly facts: { readonly [key: string]: Codec } }

/** Kinds of act by their names, as 'matter.filed'. */
export type ActKinds = { readonly [kind: string]: ActKind }

type Read<C> = C extends Codec<infer T extends Fact> ? T : never

/** The payload of a kind of act, as a type. */
export type FactsOf<K extends ActKind> = {
  readonly [P in keyof K['facts'] as K['facts'][P] extends Codec<Fact, false> ? P : never]: Read<K['facts'][P]>
} & {
  readonly [P in keyof K['facts'] as K['facts'][P] extends Codec<Fact, false> ? never : P]?: Read<K['facts'][P]> | undefined
}

declare const stated: unique symbol

/** A kind and its facts, checked against the declaration: the only form in which an act can be appended. */
export type Statement<K extends string = string> = { readonly kind: K; readonly facts: Facts; readonly [stated]: true }

/** The kinds of act that a capability declares. */
export type Acts<D extends ActKinds> = {
  readonly kinds: D
  /**
   * States what was done. Facts that are undefined are left out. Throws a TypeError when a fact is not what was declared: that is a
   * mistake in the program.
   */
  readonly state: <K extends keyof D & string>(kind: K, facts: FactsOf<D[K]>) => Statement<K>
}

function read(kind: string, declared: ActKind, given: { readonly [key: string]: unknown }): Facts {
  const facts: { [key: string]: Fact } = {}
  for (const [key, codec] of Object.entries(declared.facts)) {
    const value = given[key]
    if (value === undefined && codec.optional) continue
    const result = codec.read(value)
    if (!result.ok) throw new TypeError(`${kind}: '${key}' ${result.refusal.explain.en}`)
    facts[key] = result.value
  }
  const extra = Object.keys(given).find(key => !Object.hasOwn(declared.facts, key))
  if (extra !== undefined) throw new TypeError(`${kind}: '${extra}' is not declared`)
  return facts
}

/** Declares the kinds of act of a capability, in its `rules/acts.ts`. Throws when a name is not well formed [R12]. */
export function defineActs<const D extends ActKinds>(kinds: D): Acts<D> {
  for (const [kind, { facts }] of Object.entries(kinds)) {
    if (!/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(kind) || kind.length > 64) throw new TypeError(`'${kind}' is no name for a kind of act`)
    const bad = Object.keys(facts).find(key => !factKey.test(key))
    if (bad !== undefined) throw new TypeError(`${kind}: '${bad}' is no name for a fact`)
  }
  return {
    kinds,
    state: (kind, facts) => {
      const declared = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
      if (!declared) throw new TypeError(`'${kind}' is not declared`)
      return { kind, facts: read(kind, declared, facts) } as Statement<typeof kind> // just checked against the declaration
    },
  }
}

/** Joins the kinds of all capabilities, for the registry of the application. Throws when two declare the same kind [R12]. */
export function joinActs(all: readonly { readonly kinds: ActKinds }[]): ActKinds {
  const joined: { [kind: string]: ActKind } = {}
  for (const { kinds } of all) {
    for (const [kind, declared] of Object.entries(kinds)) {
      if (Object.hasOwn(joined, kind)) throw new TypeError(`'${kind}' is declared twice`)
      joined[kind] = declared
    }
  }
  return joined
}
