/** pdfmake 0.3 ships no types: what we call of it, and no more. */
declare module 'pdfmake' {
  export type Node = { readonly [key: string]: unknown }
  export type Definition = { readonly content: readonly Node[]; readonly [key: string]: unknown }
  const pdfmake: {
    readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void; existsSync(name: string): boolean }
    setFonts(fonts: Record<string, { normal: string }>): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> }
  }
  export default pdfmake
}
