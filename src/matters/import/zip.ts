/** Whether a ZIP file is a whole workbook: its table of contents is read first, then every part is unpacked and compared with its checksum. */
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { BadFile } from './bad-file.ts'

type Part = {
  readonly name: string; readonly flags: number; readonly method: number
  readonly crc: number; readonly packed: number; readonly size: number; readonly at: number
}

/** Most bytes of a workbook, unpacked. */
const MOST_BYTES = 2 * 2 ** 30
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const cut = (): BadFile => new BadFile('工作簿没有传完整，请重新拿一份。', 'The workbook is cut off: get it again.')
const damaged = (): BadFile => new BadFile('工作簿坏了，读不出来；请用表格软件打开修复后另存。', 'The workbook is damaged: open it in a spreadsheet, repair it and save it.')

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead < length) throw cut()
  return buffer
}

async function contents(handle: FileHandle, size: number): Promise<Part[]> {
  const tailAt = Math.max(0, size - 65_557)
  const tail = await bytesAt(handle, tailAt, size - tailAt)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END) throw cut()
  const [count, length, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (from + length > tailAt + end) throw cut()
  const list = await bytesAt(handle, from, length)
  const parts: Part[] = []
  for (let at = 0; parts.length < count; ) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY) throw damaged()
    const [name, extra, comment] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30), list.readUInt16LE(at + 32)]
    parts.push({ name: list.toString('utf8', at + 46, at + 46 + name), flags: list.readUInt16LE(at + 8), method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16), packed: list.readUInt32LE(at + 20), size: list.readUInt32LE(at + 24), at: list.readUInt32LE(at + 42) })
    at += 46 + name + extra + comment
  }
  return parts
}

async function checkPart(file: string, handle: FileHandle, part: Part): Promise<void> {
  const local = await bytesAt(handle, part.at, 30)
  if (local.readUInt32LE(0) !== LOCAL || (part.method !== 0 && part.method !== 8)) throw damaged()
  if (part.size === 0) return
  const from = part.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const raw = createReadStream(file, { start: from, end: from + part.packed - 1, highWaterMark: 1 << 18 })
  let [sum, size] = [0, 0]
  try {
    // no encoding is set, so chunks are bytes
    for await (const chunk of (part.method === 8 ? raw.pipe(createInflateRaw()) : raw) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      size += chunk.length
      if (size > part.size) throw damaged()
    }
  } catch {
    throw damaged()
  } finally {
    raw.destroy()
  }
  if (size !== part.size || sum !== part.crc) throw damaged()
}

/** Checks all of a workbook. Throws BadFile with a sentence when it is cut off, damaged, encrypted, or another kind of archive. */
export async function checkWorkbook(file: string): Promise<void> {
  const handle = await open(file)
  try {
    const parts = await contents(handle, (await handle.stat()).size)
    if (parts.some(part => (part.flags & 1) !== 0)) {
      throw new BadFile('文件设了密码，请去掉密码后再导入。', 'The file is encrypted: take the password off and import it again.')
    }
    if (!parts.some(part => part.name === 'xl/workbook.xml')) {
      throw new BadFile('这是压缩包，但里面不是 .xlsx 工作簿。', 'This is an archive, but there is no .xlsx workbook in it.')
    }
    if (parts.reduce((sum, part) => sum + part.size, 0) > MOST_BYTES) {
      throw new BadFile('工作簿解开后太大（超过 2 GB），请分成几个，或存成 CSV。', 'The workbook is too large unpacked (over 2 GB): split it, or save it as CSV.')
    }
    for (const part of parts) await checkPart(file, handle, part)
  } finally {
    await handle.close()
  }
}
