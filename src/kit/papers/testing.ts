/** Opens a PDF that we made and draws its pages with the outlines that it carries: tests see what a printer would. No reader but for our own. */
import { inflateSync } from 'node:zlib'
import { create, type Font } from 'fontkit'
import sharp from 'sharp'

/** A glyph on a page: its code in the font, where its foot stands (points from the lower left corner), its size and the font. */
type Placed = { readonly glyph: number; readonly x: number; readonly y: number; readonly size: number; readonly font: Font; readonly says: string }
/** A page in points: what is set on it, how many boxes and pictures are drawn, and what it says. */
type ReadPage = {
  readonly width: number
  readonly height: number
  readonly set: readonly Placed[]
  readonly boxes: number
  readonly pictures: number
  readonly text: string
}
type Part = { readonly dict: string; readonly bytes: Buffer }
type Carried = { readonly font: Font; readonly said: ReadonlyMap<number, string> }

function partsOf(pdf: Uint8Array): Map<string, Part> {
  const text = Buffer.from(pdf).toString('latin1')
  return new Map([...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', whole = '']) => {
    const at = whole.indexOf('stream\n')
    if (at < 0) return [id, { dict: whole, bytes: Buffer.alloc(0) }]
    const packed = Buffer.from(whole.slice(at + 7, whole.lastIndexOf('\nendstream')), 'latin1')
    const dict = whole.slice(0, at)
    return [id, { dict, bytes: dict.includes('FlateDecode') ? inflateSync(packed) : packed }]
  }))
}

/** What each code of a font says, by its table ToUnicode. */
function spoken(cmap: string): Map<number, string> {
  const said = new Map<number, string>()
  for (const [, low = '', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f]+)>/gi)].entries()) {
      said.set(parseInt(low, 16) + at, Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    }
  }
  return said
}

const reference = (dict: string, name: string): string => new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(dict)?.[1] ?? ''

/** Everything between BT and ET that pdfkit writes: place, font, size, extra space between characters, codes. */
const shown = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\n\/(F\d+) ([\d.]+) Tf\n(?:([\d.-]+) Tc\n)?\[([^\]]*)\] TJ/g

function placedOn(drawn: string, fontNamed: (name: string) => Carried): Placed[] {
  return [...drawn.matchAll(shown)].flatMap(([, x, y, name = '', size, apart = '0', codes = '']): Placed[] => {
    const { font, said } = fontNamed(name)
    let across = Number(x)
    return [...codes.matchAll(/[0-9a-f]{4}(?=[0-9a-f]*>)/gi)].map(([code]) => {
      const glyph = parseInt(code, 16)
      const one = { glyph, x: across, y: Number(y), size: Number(size), font, says: said.get(glyph) ?? '' }
      across += (font.getGlyph(glyph).advanceWidth / font.unitsPerEm) * Number(size) + Number(apart)
      return one
    })
  })
}

/** Reads back what paperPdf made. Throws where a page names a font that the file does not carry. */
export function readPdf(pdf: Uint8Array): readonly ReadPage[] {
  const parts = partsOf(pdf)
  const part = (id: string): Part => { const found = parts.get(id); if (!found) throw new Error(`the file has no part ${id}`); return found }
  const fonts = new Map<string, Carried>()
  const fontOf = (id: string): Carried => {
    const known = fonts.get(id)
    if (known) return known
    const { dict } = part(id)
    const descriptor = part(reference(part(reference(dict, 'DescendantFonts')).dict, 'FontDescriptor')).dict
    const font = create(part(reference(descriptor, 'FontFile2')).bytes)
    const carried = { font, said: spoken(part(reference(dict, 'ToUnicode')).bytes.toString('latin1')) }
    fonts.set(id, carried)
    return carried
  }
  const tree = [...parts.values()].find(({ dict }) => /\/Type \/Pages/.test(dict))?.dict ?? ''
  const order = [...(/\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)]
  return order.map(([, id = '']) => {
    const { dict } = part(id)
    const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dict) ?? []
    const resources = part(reference(dict, 'Resources')).dict
    const drawn = part(reference(dict, 'Contents')).bytes.toString('latin1')
    const set = placedOn(drawn, (name) => fontOf(reference(resources, name)))
    return {
      width: Number(width), height: Number(height), set, text: set.map(({ says }) => says).join(''),
      boxes: [...drawn.matchAll(/ re\n/g)].length, pictures: [...drawn.matchAll(/\/I\d+ Do\n/g)].length,
    }
  })
}

/** A drawn page, one pixel a point: grey values, 0 black, row by row. */
type Drawn = { readonly grey: Uint8Array; readonly width: number }

/** The text of a page drawn from the outlines that its fonts carry. */
export async function drawPage({ width, height, set }: ReadPage): Promise<Drawn> {
  const paths = set.map(({ glyph, x, y, size, font }) => {
    const scale = size / font.unitsPerEm
    return `<path transform="translate(${x} ${height - y}) scale(${scale} ${-scale})" d="${font.getGlyph(glyph).path.toSVG()}"/>`
  })
  const ground = '<rect width="100%" height="100%" fill="#fff"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${paths.join('')}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true })
  return { grey: data, width: info.width }
}

/** How many pixels of a drawn page are dark within a frame in points from the upper left corner. */
export function ink({ grey, width }: Drawn, frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): number {
  let dark = 0
  for (let y = Math.round(frame.y); y < frame.y + frame.h; y++) {
    for (let x = Math.round(frame.x); x < frame.x + frame.w; x++) if ((grey[y * width + x] ?? 255) < 128) dark++
  }
  return dark
}
