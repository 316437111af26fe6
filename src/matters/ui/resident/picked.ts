import type { CategoryCode } from '../../rules/index.ts'
import type { Rules } from './use-rules.ts'

/** What the page offers and takes: `code` null before anything was written; `unsure` when the words said nothing. */
export type Picked = { readonly code: CategoryCode | null; readonly offered: readonly CategoryCode[]; readonly unsure: boolean }

/** The kinds to offer for these words, with the one that counts: what the person chose, else the best suggestion, else 'other'. */
export function pickCategory(rules: Rules, words: string, placeKind: string, chosen: string | null): Picked {
  const own = chosen === null ? null : rules.categoryOf(chosen).code
  const found = rules.suggest(words, placeKind)
  const unsure = (found[0]?.score ?? 0) === 0
  const ranked = found.map(({ code }) => code)
  const offered: CategoryCode[] = unsure && words.trim() !== '' && !ranked.includes('other') ? ['other', ...ranked.slice(0, 2)] : ranked
  if (own !== null) return { code: own, offered: offered.includes(own) ? offered : [own, ...offered.slice(0, 2)], unsure: false }
  return { code: words.trim() === '' ? null : offered[0] ?? 'other', offered, unsure: unsure && words.trim() !== '' }
}
