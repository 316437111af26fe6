/** linebreak 1.1 (UAX 14) ships no types: what we ask of it, and no more. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
