import { crc32, deflateSync } from 'node:zlib'
import { create } from 'qrcode'

/** Pixels to a module: enough for 600 dots an inch at 30 mm, so that no viewer smooths it. */
const scale = 12

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A square picture of one bit a pixel as PNG (W3C PNG, chapter 5): `dark` says of each module whether it is. */
function png(edge: number, dark: (x: number, y: number) => boolean): Buffer {
  const width = edge * scale
  const stride = Math.ceil(width / 8) + 1
  const rows: Buffer[] = []
  for (let y = 0; y < edge; y++) {
    const row = Buffer.alloc(stride, 0xff)
    row[0] = 0
    for (let x = 0; x < width; x++) if (dark(Math.floor(x / scale), y)) row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7))
    for (let again = 0; again < scale; again++) rows.push(row)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header[8] = 1
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const packed = deflateSync(Buffer.concat(rows), { level: 3 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

/** The QR code of a text as a PNG of one bit a pixel, without the quiet zone. Error correction M: a fold or a stain costs nothing. */
export function qrPng(content: string): Buffer {
  const { modules } = create(content, { errorCorrectionLevel: 'M' })
  return png(modules.size, (x, y) => modules.get(y, x) === 1)
}
