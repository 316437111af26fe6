/** fontkit 2 ships no types: what we ask of it, and no more. */
declare module 'fontkit' {
  export type Glyph = {
    readonly id: number
    readonly advanceWidth: number
    readonly path: { readonly commands: readonly unknown[]; toSVG(): string }
  }
  export type Font = {
    readonly ascent: number
    readonly descent: number
    readonly lineGap: number
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    getGlyph(id: number): Glyph
  }
  export function create(bytes: Uint8Array): Font
}
