/** The bytes of a file on disk or in memory, read at any place. Nothing is written anywhere. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { BadFile } from './bad-file.ts'

/** A path, or the bytes themselves. */
export type Source = string | Uint8Array

export type Bytes = {
  readonly size: number
  /** `length` bytes from `at`, fewer at the end. */
  readonly at: (at: number, length: number) => Promise<Buffer>
  /** Chunks from `at`, `end` exclusive. */
  readonly stream: (at: number, end: number) => AsyncIterable<Buffer>
  readonly close: () => Promise<void>
}

const CHUNK = 1 << 18

function inMemory(bytes: Uint8Array): Bytes {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: all.length, close: () => Promise.resolve(), at: (at, length) => Promise.resolve(all.subarray(at, at + length)),
    async *stream(at, end) {
      for (let from = at; from < end; from += CHUNK) yield await Promise.resolve(all.subarray(from, Math.min(from + CHUNK, end)))
    },
  }
}

/** Opens a source. Throws BadFile where there is no such file. */
export async function openSource(source: Source): Promise<Bytes> {
  if (typeof source !== 'string') return inMemory(source)
  const handle = await open(source).catch(() => {
    throw new BadFile('not_there', '找不到这个文件，或者打不开。', 'There is no such file, or it can’t be opened.')
  })
  const stat = await handle.stat()
  if (!stat.isFile()) {
    await handle.close()
    throw new BadFile('not_there', '这不是一个文件。', 'This is not a file.')
  }
  return {
    size: stat.size, close: () => handle.close(),
    async at(at, length) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(0, Math.min(length, stat.size - at))), 0, null, at)
      return buffer.subarray(0, bytesRead)
    },
    // no encoding is set, so chunks are bytes
    stream: (at, end) => createReadStream(source, { start: at, end: end - 1, highWaterMark: CHUNK }) as AsyncIterable<Buffer>,
  }
}
