/** Key files: 32 bytes as 64 hexadecimal digits, for the owner of the files alone. */
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

/** The 32 bytes that a text of 64 hexadecimal digits stands for. Throws otherwise, naming `name` and never the text. */
export function readHex(text: string, name: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(text.trim())) throw new Error(`${name} should hold 64 hexadecimal digits (32 bytes)`)
  return Buffer.from(text.trim(), 'hex')
}

/** The key in `file`; undefined when there is no such file. Throws when it holds no key. */
export function keyIfAny(file: string): Buffer | undefined {
  try {
    return readHex(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Makes sure that names made or taken away in `folder` outlive a power cut. */
export function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Reads the key in `file`, or makes it out of `fresh` (mode 0600). Two processes that start at once end with the same key. */
export function keyIn(file: string, fresh: () => Buffer = () => randomBytes(32)): Buffer {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const there = keyIfAny(file)
  if (there) return there
  const mine = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(mine, `${fresh().toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(mine, file) // fails when another process was first: then theirs counts
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(mine)
  }
  syncFolder(path.dirname(file))
  return readHex(readFileSync(file, 'utf8'), file)
}

/** Destroys the key in `file`: writes over it, then takes the file away. What a disk or a backup keeps of it besides is out of our hands. */
export function destroyKey(file: string): void {
  const fd = openSync(file, 'r+')
  try {
    writeSync(fd, randomBytes(statSync(file).size), 0)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  rmSync(file)
  syncFolder(path.dirname(file))
}
