/** Statements of a poll as words: how long they are, and which say the same. */

/** The length of a statement as people count: one for each character, whatever it takes to store. At most 140. [OM15] */
export const statementLength = (words: string): number => [...words.trim()].length
export const longestStatement = 140

/** Words without width, case, spaces and punctuation. */
const bare = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Pairs of neighbouring signs, each once: Chinese has no spaces, and its words are two signs long. */
function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text]
  return new Set(signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`))
}

/** From which share of common pairs on two statements are shown as alike: our own default. */
const ALIKE = 0.4
const MOST = 3

/** The statements that say nearly the same as `words`, the most alike first, at most three; those that are equal but for punctuation come first. [OM15] */
export function alikeStatements<S extends { readonly words: string }>(words: string, statements: readonly S[]): readonly S[] {
  const own = pairsOf(bare(words))
  const likeness = ({ words: others }: S): number => {
    const other = pairsOf(bare(others))
    const both = [...own].filter((pair) => other.has(pair)).length
    return own.size + other.size === 0 ? 0 : 2 * both / (own.size + other.size)
  }
  return statements.map((statement) => ({ statement, like: likeness(statement) })).filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like).slice(0, MOST).map(({ statement }) => statement)
}

/** Whether two statements are the same but for punctuation, width, case and spaces. [OM15] */
export const sameStatement = (a: string, b: string): boolean => bare(a) === bare(b)
