/** As much of XML as workbooks hold: elements without nesting of their own kind, attributes, entities. */
import { damaged } from '../bad-file.ts'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities and the escapes of workbooks ('_x000D_') as signs. */
export function unescaped(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  }).replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const attributes = new Map<string, RegExp>()

/** An attribute of a start tag, its prefix left out of account; undefined where it has none. */
export function attribute(tag: string, name: string): string | undefined {
  let pattern = attributes.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    attributes.set(name, pattern)
  }
  const found = pattern.exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

/** Every element of a name in a text: its start tag's attributes and what is inside. Not for elements that hold their own kind. */
export function elements(text: string, name: string): { readonly tag: string; readonly inside: string }[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g')
  return [...text.matchAll(pattern)].map((found) => ({ tag: found[1] ?? '', inside: found[2] ?? '' }))
}

/** The text of a shared or inline string: its runs joined, readings of Japanese left out. */
export function stringText(inside: string): string {
  if (inside.startsWith('<t>') && inside.indexOf('</t>') === inside.length - 4) return unescaped(inside.slice(3, -4)) // one run, as nearly all are
  const bare = inside.includes('rPh') ? inside.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : inside
  let text = ''
  for (const found of bare.matchAll(/<(?:\w+:)?t(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g)) text += found[1] ?? ''
  return unescaped(text)
}

const MOST_PIECE = 1 << 26

/** Behind the last tag that `here` (sticky) knows, looked for from the end; -1 where there is none. */
function endOfLast(text: string, here: RegExp): number {
  for (let at = text.lastIndexOf('<'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('<', at - 1)) {
    here.lastIndex = at
    if (here.test(text)) return here.lastIndex
  }
  return -1
}

/** Pieces of a stream of text that end with `end`; the last one may not. Throws BadFile where none ends. */
export async function* pieces(chunks: AsyncIterable<Buffer>, end: RegExp): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  const here = new RegExp(end.source, 'y')
  let rest = ''
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    const last = endOfLast(rest, here)
    if (last < 0) {
      if (rest.length > MOST_PIECE) throw damaged()
      continue
    }
    yield rest.slice(0, last)
    rest = rest.slice(last)
  }
  yield rest + decoder.decode()
}
