import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'
import { NO_NAMES, PRIVATE_PATTERNS, type PrivateKind } from './packs/privacy-words.ts'

export type { PrivateKind } from './packs/privacy-words.ts'

/** A stretch of a text that can point at a person or a home: UTF-16 offsets, end exclusive. */
export type PrivateSpan = { readonly kind: PrivateKind; readonly start: number; readonly end: number }

/** What each kind is called where it is found or masked. */
export const PRIVATE_KINDS: Readonly<Record<PrivateKind, Said>> = {
  phone: { zh: '手机号', en: 'mobile number' }, landline: { zh: '座机号', en: 'telephone number' }, id_number: { zh: '证件号', en: 'identity number' },
  bank_card: { zh: '卡号', en: 'card number' }, plate: { zh: '车牌', en: 'number plate' },
  name: { zh: '某人', en: 'name' }, home: { zh: '门牌', en: 'door number' },
  qq: { zh: 'QQ号', en: 'QQ number' }, wechat: { zh: '微信号', en: 'WeChat id' }, email: { zh: '邮箱', en: 'e-mail address' },
}

/** Wide letters and digits made narrow, sign for sign, so that offsets stay those of the text. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0]/g, ' ')

/**
 * What can point at a person or a home in a text [P23]: numbers, plates, names by form of address or announcement, unit and room numbers.
 * `known` are names to find as they stand, such as the people of the building. In order of place, never overlapping.
 */
export function findPrivate(text: string, known: readonly string[] = []): readonly PrivateSpan[] {
  const plain = narrow(text)
  const bare = plain.replace(NO_NAMES, trade => '□'.repeat(trade.length))
  const spans: PrivateSpan[] = []
  for (const { kind, pattern } of PRIVATE_PATTERNS) {
    for (const match of (kind === 'name' ? bare : plain).matchAll(pattern)) {
      if (match[0]) spans.push({ kind, start: match.index, end: match.index + match[0].length })
    }
  }
  for (const name of known) {
    if (name.length < 2) continue
    for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + name.length)) {
      spans.push({ kind: 'name', start: at, end: at + name.length })
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: PrivateSpan[] = []
  for (const span of spans) {
    const last = kept.at(-1)
    if (!last || span.start >= last.end) kept.push(span)
    else if (span.end > last.end) kept[kept.length - 1] = { ...last, end: span.end }
  }
  return kept
}

/** The text with every finding replaced by its kind in brackets, as 〔手机号〕. Masking again changes nothing. */
export function maskText(text: string, known: readonly string[] = []): string {
  let masked = text
  // A cut can bare a new finding beside it; each round takes away at least one sign, so this ends.
  for (let spans = findPrivate(masked, known); spans.length > 0; spans = findPrivate(masked, known)) {
    for (const { kind, start, end } of [...spans].reverse()) {
      masked = `${masked.slice(0, start)}〔${PRIVATE_KINDS[kind].zh}〕${masked.slice(end)}`
    }
  }
  return masked
}

/**
 * Whether a text may stand in public as it is [P23]: the text, or a refusal that says which kinds were found, never the words themselves.
 * Source: 个人信息保护法 art. 25 (no publication without separate consent).
 */
export function blockRelease(text: string, known: readonly string[] = []): Result<string> {
  const kinds = [...new Set(findPrivate(text, known).map(span => span.kind))]
  if (kinds.length === 0) return ok(text)
  const zh = kinds.map(kind => kind === 'name' ? '人名' : PRIVATE_KINDS[kind].zh).join('、')
  const en = kinds.map(kind => PRIVATE_KINDS[kind].en).join(', ')
  return refuse({
    code: 'private_words', rule: 'P23', source: { law: '《中华人民共和国个人信息保护法》', article: '第二十五条' },
    explain: { zh: `里面有${zh}，去掉以后才能公开。`, en: `It contains: ${en}. Take it out before it is made public.` },
  })
}
