/** Paper, ink and a few quiet colours, with the shapes that all drawings share. Each drawing is 960 by 720. */

/** The colours of all drawings. */
export const ink = {
  paper: '#F5F2EA', sheet: '#FFFDF8', sunk: '#ECE7DB', line: '#CBC3B3', edge: '#8B8374', ink: '#221F1A', soft: '#534D43', stone: '#B9B1A1',
  cinnabar: '#B23620', jade: '#286A51', jadeSoft: '#A9CDBB', ochre: '#C79A4B', ochreSoft: '#F3E3BF', indigo: '#34557A', indigoSoft: '#C9D6E4',
  night: '#3B3D46', dusk: '#5C6470',
} as const

/** A rectangle with its corner at x, y; `rx` rounds its corners, `more` are further attributes of the element. */
export const rect = (x: number, y: number, w: number, h: number, fill: string, rx = 0, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${rx}" fill="${fill}" ${more}/>`
/** A circle around x, y. */
export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
/** A shape along the path data `d`. */
export const path = (d: string, fill: string, stroke = 'none', width = 0): string =>
  `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
/** A stroke along the path data `d`, `width` units wide. */
export const line = (d: string, stroke: string, width: number): string => path(d, 'none', stroke, width)

/** A wall above, a floor below. */
export const room = (wall: string, floor: string, at = 520): string => rect(0, 0, 960, at, wall) + rect(0, at, 960, 720 - at, floor) + rect(0,
  at - 14, 960, 14, ink.line)

/** A house front with rows of windows, from x to x + w. */
export function house(x: number, w: number, top: number, wall: string, glass: string): string {
  const columns = Math.floor(w / 90)
  const cells = Array.from({ length: columns * 4 }, (_, i) => rect(x + 28 + (i % columns) * 90, top + 36 + Math.floor(i / columns) * 100, 46, 60,
    glass, 3)).join('')
  return rect(x, top, w, 520 - top, wall) + cells
}

/** An e-bike, its back wheel at x. */
export const bike = (x: number, y: number, colour: string): string =>
  circle(x, y, 36, 'none', `stroke="${ink.ink}" stroke-width="9"`) + circle(x + 130, y, 36, 'none', `stroke="${ink.ink}" stroke-width="9"`) +
  path(`M${x - 20} ${y - 62} q40 -24 78 4 l20 34 h34 l-16 -78`, 'none', colour, 18) + line(`M${x + 92} ${y - 108} h34`, ink.ink, 8) +
    rect(x - 26, y - 82, 62, 14, ink.ink, 7)

/** A car seen from the side. */
export const car = (x: number, y: number, colour: string): string =>
  path(`M${x} ${y} v-46 q4 -16 24 -18 l40 -40 q8 -8 22 -8 h104 q16 0 26 10 l36 38 q40 4 42 22 v42 z`, colour) +
  path(`M${x + 78} ${y - 68} l28 -28 h40 v28 z M${x + 160} ${y - 68} v-28 h36 l26 28 z`, ink.indigoSoft) + circle(x + 66, y, 28, ink.ink) +
    circle(x + 226, y, 28, ink.ink) +
  circle(x + 66, y, 11, ink.stone) + circle(x + 226, y, 11, ink.stone)

/** A tree with its trunk at x. */
export const tree = (x: number, foot: number, height: number, spread: number): string =>
  rect(x - 11, foot - height, 22, height, '#7A6A52') + circle(x, foot - height - spread * 0.35, spread, '#6F9279') + circle(x - spread * 0.7,
    foot - height, spread * 0.7, '#7FA188') +
  circle(x + spread * 0.7, foot - height, spread * 0.7, '#618469')

/** Wraps the shapes of a drawing. */
export const svg = (body: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720">${body}</svg>`
