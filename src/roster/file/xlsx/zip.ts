/** The parts of a workbook's archive, unpacked one at a time and never written to disk. */
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { BadFile, damaged } from '../bad-file.ts'
import type { Bytes } from '../source.ts'

type Part = { readonly method: number; readonly packed: number; readonly size: number; readonly at: number }
export type Archive = {
  readonly has: (name: string) => boolean
  /** A part's bytes in chunks; throws BadFile where it is damaged, none where there is no such part. */
  readonly part: (name: string) => AsyncGenerator<Buffer>
  /** A small part as text, '' where there is none. */
  readonly text: (name: string) => Promise<string>
}

const MOST_BYTES = 2 * 2 ** 30
const MOST_TEXT = 64 * 2 ** 20
const LOCAL = 0x04034b50

async function contents(bytes: Bytes): Promise<Map<string, Part>> {
  const tailAt = Math.max(0, bytes.size - 65_557)
  const tail = await bytes.at(tailAt, bytes.size - tailAt)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > tail.length) throw damaged()
  const [count, length, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  const list = await bytes.at(from, length)
  if (list.length < length) throw damaged()
  const parts = new Map<string, Part>()
  let total = 0
  for (let at = 0, n = 0; n < count; n++) {
    if (at + 46 > list.length) throw damaged()
    if ((list.readUInt16LE(at + 8) & 1) !== 0) throw encrypted()
    const [name, extra, comment, size] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30), list.readUInt16LE(at + 32),
      list.readUInt32LE(at + 24)]
    parts.set(list.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(),
      { method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20), size, at: list.readUInt32LE(at + 42) })
    total += size
    at += 46 + name + extra + comment
  }
  if (total > MOST_BYTES) throw new BadFile('too_large', '工作簿解开后太大（超过 2 GB），请分成几个。', 'The workbook is too large unpacked (over 2 GB): split it.')
  return parts
}

export const encrypted = (): BadFile =>
  new BadFile('encrypted', '文件设了密码，请去掉密码另存后再导入。', 'The file is encrypted: save it without a password and import that.')

async function* unpack(bytes: Bytes, part: Part): AsyncGenerator<Buffer> {
  const local = await bytes.at(part.at, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL || part.method !== 0 && part.method !== 8) throw damaged()
  if (part.size === 0) return
  const from = part.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const raw = Readable.from(bytes.stream(from, from + part.packed))
  const unpacked = part.method === 8 ? raw.pipe(createInflateRaw({ chunkSize: 1 << 18 })) : raw
  raw.on('error', (error) => unpacked.destroy(error))
  let size = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) { // no encoding is set, so chunks are bytes
      size += chunk.length
      if (size > part.size) throw damaged()
      yield chunk
    }
  } catch {
    throw damaged()
  } finally {
    raw.destroy()
    unpacked.destroy()
  }
  if (size !== part.size) throw damaged()
}

/** Opens the archive of a workbook by its table of contents. Throws BadFile. */
export async function openArchive(bytes: Bytes): Promise<Archive> {
  const parts = await contents(bytes)
  const part = async function* (name: string): AsyncGenerator<Buffer> {
    const found = parts.get(name.toLowerCase())
    if (found !== undefined) yield* unpack(bytes, found)
  }
  return {
    part, has: (name) => parts.has(name.toLowerCase()),
    async text(name) {
      if ((parts.get(name.toLowerCase())?.size ?? 0) > MOST_TEXT) throw damaged()
      const chunks: Buffer[] = []
      for await (const chunk of part(name)) chunks.push(chunk)
      return Buffer.concat(chunks).toString('utf8')
    },
  }
}
