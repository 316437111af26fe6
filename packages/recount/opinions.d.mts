export type OpinionsHeader = {
  readonly poll: string; readonly question: string; readonly version: string; readonly seed: string; readonly people: number; readonly answers: number
  readonly groups: readonly number[]; readonly drawing: string; readonly statements: readonly { readonly n: number; readonly words: string }[]
}
/** Draws a map: `people` are lists of [column, sign] with rising columns. `text` is what is hashed. */
export function drawOpinions(statements: readonly number[], people: readonly (readonly (readonly [column: number, sign: number])[])[], seed: string): {
  readonly text: string; readonly sizes: readonly number[]
}
/** Checks the lines of a published poll by drawing its map again. Throws Unreadable when it is no such file. */
export function checkOpinions(lines: Iterable<string>): {
  readonly ok: boolean; readonly checks: readonly { readonly ok: boolean; readonly zh: string; readonly en: string }[]
  readonly header: OpinionsHeader
  readonly result: { readonly groups: readonly number[]; readonly common: readonly { readonly n: number; readonly side: string; readonly ground: number }[] }
}
export function isOpinionsHeader(line: string): boolean
