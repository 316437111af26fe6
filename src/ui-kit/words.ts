/** The words of the screens: one typed catalogue per page or part, both languages beside each other. */
import type { Said } from '../kit/pure.ts'
import { useSettings, type Lang } from './settings.ts'

type Entry = Said | ((...args: never[]) => Said)
type Catalogue = Record<string, Entry>

/** The strings of a catalogue in one language: a plain entry is a string, an entry with arguments a function to string. */
export type Spoken<C extends Catalogue> = { readonly [K in keyof C]: C[K] extends (...args: infer A) => Said ? (...args: A) => string : string }

/**
 * Declares a catalogue of entries in both languages, plain or with arguments:
 * `words({ send: { zh: '交给楼栋长', en: 'Send to the captain' }, left: (n: number) => ({ zh: `还差${n}户`, en: `${n} homes to go` }) })`.
 */
/* @__NO_SIDE_EFFECTS__ */ export const words = <const C extends Catalogue>(catalogue: C): C => catalogue

const spoken = new WeakMap<Catalogue, Map<Lang, unknown>>()

/** The strings of `catalogue` in `lang`; made once for each pair, so they are the same object on every call. */
export function speak<C extends Catalogue>(catalogue: C, lang: Lang): Spoken<C> {
  const made = spoken.get(catalogue) ?? new Map<Lang, unknown>()
  spoken.set(catalogue, made)
  if (!made.has(lang)) {
    made.set(lang, Object.fromEntries(Object.entries(catalogue).map(([key, entry]) =>
      [key, typeof entry === 'function' ? (...args: never[]) => entry(...args)[lang] : entry[lang]])))
  }
  return made.get(lang) as Spoken<C> // built above from the same catalogue, key by key
}

/** The strings of a catalogue in the language of the screen. */
export const useWords = <C extends Catalogue>(catalogue: C): Spoken<C> => speak(catalogue, useSettings().lang)

/** A function that says a sentence carried by data (a refusal, a problem, a category) in the language of the screen. */
export function useSay(): (said: Said) => string {
  const { lang } = useSettings()
  return (said) => said[lang]
}
