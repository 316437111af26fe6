/** Times and drawings of the gallery: a Friday in November, and pictures that stand in for photos. */
export const at = (iso: string): number => Date.parse(`${iso}+08:00`)
export const sampleNow = at('2026-11-20T10:40:00')

/** A flat drawing in the place of a photo. */
export const drawing = (ground: string, figure: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 90"><path fill="${ground}"
    d="M0 0h150v90H0z"/><path fill="${figure}" d="M30 20h34v70H30zM90 36h28v24H90z"/></svg>`)}`
