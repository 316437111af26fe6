/** Reading what somebody else gave: whole small files, and long ones line by line. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { gunzipSync } from 'node:zlib'
import { Unreadable } from './receipt.mjs'

const largest = 4 * 1024 * 1024
const tooLarge = file => new Unreadable(`${file} 太大了`, `${file} is too large`)

function attempt(file, work) {
  try {
    return work()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`打不开 ${file}`, `can't open ${file}`)
  }
}

const parse = (text, name) => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable(`${name} 不是 JSON`, `${name} is no JSON`)
  }
}

/** A whole small file as text. Throws Unreadable. */
export const readText = file => attempt(file, () => {
  if (statSync(file).size > largest) throw tooLarge(file)
  return readFileSync(file, 'utf8')
})

/** A whole small file as JSON. Throws Unreadable. */
export const readJson = file => parse(readText(file), file)

/** The whole text of a file that was packed with gzip, at most 256 MB; undefined for any other file. Throws Unreadable. */
function unpacked(file) {
  const handle = attempt(file, () => openSync(file, 'r'))
  try {
    const magic = Buffer.alloc(2)
    if (attempt(file, () => readSync(handle, magic)) < 2 || magic[0] !== 0x1f || magic[1] !== 0x8b) return undefined
  } finally {
    closeSync(handle)
  }
  return attempt(file, () => gunzipSync(readFileSync(file), { maxOutputLength: 64 * largest }).toString('utf8'))
}

/** The lines of a file of any length, packed with gzip or not, without LF; the last may lack one. A line longer than 4 MB is Unreadable. */
export function* linesOf(file) {
  const text = unpacked(file)
  if (text !== undefined) {
    yield* text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')
    return
  }
  const handle = attempt(file, () => openSync(file, 'r'))
  try {
    const [chunk, decoder] = [Buffer.alloc(1 << 18), new StringDecoder('utf8')]
    let rest = ''
    for (;;) {
      const length = attempt(file, () => readSync(handle, chunk))
      const parts = (rest + (length === 0 ? decoder.end() : decoder.write(chunk.subarray(0, length)))).split('\n')
      rest = parts.pop()
      yield* parts
      if (rest.length > largest) throw tooLarge(file)
      if (length === 0) break
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(handle)
  }
}

/** The first line of a file, at most 4 MB. Throws Unreadable. */
export function firstLine(file) {
  for (const line of linesOf(file)) return line
  return ''
}

/** Receipts with their names: the .json files of a folder, or the lines of a file. Throws Unreadable. */
export function* receiptsIn(where) {
  const isFolder = attempt(where, () => statSync(where).isDirectory())
  if (isFolder) {
    for (const name of readdirSync(where).filter(one => one.endsWith('.json')).sort()) yield { name, value: readJson(join(where, name)) }
    return
  }
  let line = 0
  for (const text of linesOf(where)) {
    line += 1
    if (text !== '') yield { name: `${basename(where)}:${line}`, value: parse(text, `${where}:${line}`) }
  }
}
