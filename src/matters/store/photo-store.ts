import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import sharp from 'sharp'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'

export type StoredPhoto = { readonly file: string; readonly width: number; readonly height: number; readonly bytes: number }

/** Where photos lie. A folder here; another store behind the same calls later. */
export type PhotoStore = {
  /** Checks by content, re-encodes without EXIF, saves. Refuses what is no photo. */
  readonly save: (bytes: Uint8Array) => Promise<Result<StoredPhoto>>
  readonly open: (file: string, size: 'full' | 'small') => Promise<Readable | null>
  readonly remove: (file: string) => Promise<void>
  /** Names of what was saved before a moment of the machine's clock, also of what was saved only in part. */
  readonly savedBefore: (at: Date) => Promise<string[]>
}

/** Bytes one photo may have as sent. */
export const PHOTO_BYTES = 15 * 1024 * 1024
const LONG_SIDE = 2048
const SMALL_SIDE = 480
const notAPhoto = {
  code: 'not_a_photo', rule: 'M20',
  explain: { zh: '这不是能看的照片。请传 JPEG、PNG 或 WebP，每张不超过15MB。', en: 'This is no readable photo: JPEG, PNG or WebP, at most 15 MB.' },
}

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', at, at + text.length) === text
/** Whether the first bytes are those of a JPEG, PNG or WebP: nothing else, drawings with scripts least of all, ever reaches a decoder. */
const isPhoto = (bytes: Uint8Array): boolean =>
  startsWith(bytes, '\xff\xd8\xff') || startsWith(bytes, '\x89PNG\r\n\x1a\n') || startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)

sharp.concurrency(1)
const decode = (bytes: Uint8Array) => sharp(bytes, { failOn: 'error', limitInputPixels: 80_000_000, animated: false })
const fit = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const

/** The folder of an installation's photos. */
export const photosIn = (dataDir: string): string => path.join(dataDir, 'photos')

/** When a file got its name, in milliseconds: its id begins with them. */
const savedAt = (file: string): number => Number.parseInt(file.replace('-', '').slice(0, 12), 16)

/** A photo store in a folder. Files are named by an id of their own, two levels deep; names from outside never become a path. */
export function photoFolder(folder: string): PhotoStore {
  const at = (file: string, size: 'full' | 'small'): string | null =>
    /^[0-9a-f-]{36}$/.test(file) ? path.join(folder, file.slice(-2), `${file}${size === 'small' ? '-small' : ''}.jpg`) : null
  return {
    async save(bytes) {
      if (!isPhoto(bytes)) return refuse(notAPhoto)
      try {
        const { format } = await decode(bytes).metadata()
        if (format !== 'jpeg' && format !== 'png' && format !== 'webp') return refuse(notAPhoto)
        const full = await decode(bytes).rotate().resize(fit(LONG_SIDE))
          .flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true })
        const small = await sharp(full.data).resize(fit(SMALL_SIDE)).jpeg({ quality: 76 }).toBuffer()
        const file = newId()
        for (const [data, name] of [[full.data, at(file, 'full')], [small, at(file, 'small')]] as const) {
          if (name === null) throw new Error('a photo needs a name')
          await mkdir(path.dirname(name), { recursive: true, mode: 0o700 })
          await writeFile(`${name}.part`, data, { mode: 0o600 })
          await rename(`${name}.part`, name)
        }
        return ok({ file, width: full.info.width, height: full.info.height, bytes: full.data.length })
      } catch (error) {
        // the disk, not the photo
        if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')) throw error
        return refuse(notAPhoto)
      }
    },
    async open(file, size) {
      const name = at(file, size)
      return name !== null && (await stat(name).then((s) => s.isFile(), () => false)) ? createReadStream(name) : null
    },
    async remove(file) {
      for (const size of ['full', 'small'] as const) {
        const name = at(file, size)
        if (name !== null) for (const one of [name, `${name}.part`]) await rm(one, { force: true })
      }
    },
    async savedBefore(moment) {
      const names = (await readdir(folder, { recursive: true }).catch(() => [])).map((name) => path.basename(name).slice(0, 36))
      return [...new Set(names.filter((name) => at(name, 'full') !== null && savedAt(name) < moment.getTime()))]
    },
  }
}
