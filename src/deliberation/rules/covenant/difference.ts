/** What changed between two texts, as a reader sees it: words that went and words that came. Chinese has no blanks, so that characters are compared. [DC5] */

export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Characters, but numbers and words in Latin letters as a whole: '20:30' is changed as one. */
const tokensOf = (text: string): readonly string[] => text.match(/[\p{Script=Latin}\d]+(?:[:.%℃-][\p{Script=Latin}\d]+)*|\p{M}*[\s\S]/gu) ?? []

type Cell = readonly [same: boolean, before: string, after: string]

/** The longest common subsequence of two lists as a script of steps. Texts of clauses are short: the table is small. */
function script(before: readonly string[], after: readonly string[]): readonly Cell[] {
  const width = after.length + 1
  const longest = new Uint16Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      longest[i * width + j] = before[i] === after[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
    }
  }
  const steps: Cell[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [a, b] = [before[i] ?? '', after[j] ?? '']
    if (i < before.length && j < after.length && a === b) { steps.push([true, a, b]); i++; j++ }
    else if (i < before.length && (j >= after.length || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))) { steps.push([false, a, '']); i++ }
    else { steps.push([false, '', b]); j++ }
  }
  return steps
}

/** How many characters have to stay between two changes to be shown as kept: fewer are confetti that nobody reads. */
const KEPT = 2

type Run = { same: boolean; before: string; after: string }
function runsOf(steps: readonly Cell[]): readonly Run[] {
  const runs: Run[] = []
  for (const [same, before, after] of steps) {
    const last = runs.at(-1)
    if (last?.same === same) { last.before += before; last.after += after } else runs.push({ same, before, after })
  }
  return runs
}

/** Joins changes with less than `KEPT` characters between them into one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  runs.forEach((run, at) => {
    const last = out.at(-1)
    const thin = run.same && [...run.before].length < KEPT && at > 0 && at < runs.length - 1
    if (last && !last.same && (thin || !run.same)) { last.before += run.before; last.after += run.after } else out.push({ ...run })
  })
  return out
}

/** The difference between two texts: without what was added it is the first, without what was removed the second. */
export function differenceOf(before: string, after: string): readonly Part[] {
  const parts = joined(runsOf(script(tokensOf(before), tokensOf(after)))).flatMap(({ same, before: gone, after: come }): Part[] => (same ? [{ kind: 'same', text: gone }]
    : [...(gone === '' ? [] : [{ kind: 'removed', text: gone } as const]), ...(come === '' ? [] : [{ kind: 'added', text: come } as const])]))
  return parts
}

/** The second text of a difference. */
export const laterOf = (parts: readonly Part[]): string => parts.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')
/** The first text of a difference. */
export const earlierOf = (parts: readonly Part[]): string => parts.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')

/** A clause. The key stays with it from version to version. */
export type Clause = { readonly key: string; readonly words: string }
export type ClauseChange = { readonly key: string; readonly kind: 'same' | 'changed' | 'added' | 'struck'; /** Its number in the later version, in the earlier where it was struck. */ readonly n: number
  readonly parts: readonly Part[] }

/** What changed between two versions, clause by clause in the order of the later one; a struck clause stands where it was. */
export function changesOf(before: readonly Clause[], after: readonly Clause[]): readonly ClauseChange[] {
  const old = new Map(before.map((clause, at) => [clause.key, { ...clause, n: at + 1 }]))
  const kept = new Set(after.map(({ key }) => key))
  const changes: ClauseChange[] = after.map(({ key, words }, at) => {
    const was = old.get(key)
    if (!was) return { key, kind: 'added', n: at + 1, parts: [{ kind: 'added', text: words }] }
    return { key, kind: was.words === words ? 'same' : 'changed', n: at + 1, parts: differenceOf(was.words, words) }
  })
  before.forEach(({ key, words }, at) => {
    if (kept.has(key)) return
    const following = before.slice(at + 1).map((one) => one.key).find((one) => kept.has(one))
    const place = following === undefined ? changes.length : changes.findIndex((one) => one.key === following)
    changes.splice(place, 0, { key, kind: 'struck', n: at + 1, parts: [{ kind: 'removed', text: words }] })
  })
  return changes
}
