/** One message of a pasted chat before it is judged. `speaker` stays inside these rules and never leaves them. */
export type Message = { readonly speaker: string | null; readonly at: string | null; readonly lines: readonly string[] }

/** Now as civil time of the place, 'YYYY-MM-DD HH:MM': what 昨天 and a bare 22:47 are counted from. */
export type CivilNow = string

const DATE = '(?:[0-9]{4}[-/年.][0-9]{1,2}[-/月.][0-9]{1,2}日?|[0-9]{1,2}[-/月][0-9]{1,2}日?|昨天|前天|今天|(?:星期|周)[一二三四五六日天])'
const TIME = '(?:(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里)\\s*)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?'
const WHEN = `(?:${DATE}\\s*)?${TIME}`
// No sentence is a name: a name has no full stop, comma or question mark and is short.
const NAME = '[^，。！？；,!?;:：]{1,40}?'
const HEADERS: readonly { readonly pattern: RegExp; readonly when: number; readonly name: number; readonly words: number | null }[] = [
  { pattern: new RegExp(`^[[【(](${WHEN})[\\])】]\\s*(${NAME})[:：]\\s*(.*)$`, 'u'), when: 1, name: 2, words: 3 },
  { pattern: new RegExp(`^(${DATE}\\s*${TIME}|${TIME})\\s+(${NAME})[:：]\\s*(.+)$`, 'u'), when: 1, name: 2, words: 3 },
  { pattern: new RegExp(`^(${DATE}\\s*${TIME})\\s+(${NAME})[:：]?\\s*$`, 'u'), when: 1, name: 2, words: null },
  { pattern: new RegExp(`^(${NAME})\\s+(${WHEN})\\s*$`, 'u'), when: 2, name: 1, words: null },
]
const ONLY_WHEN = new RegExp(`^[-—\\s]*(${WHEN})[-—\\s]*$`, 'u')
const SAID_INLINE = new RegExp(`^(${NAME})\\s*[:：]\\s*(.+)$`, 'u')
const SYSTEM = /(?:加入了?群聊|撤回了一条消息|修改群名|移出群聊|拍了拍|以下为新消息|以上是|开启了朋友验证|群公告|领取了你的红包|退出了群聊)/u

const two = (n: number): string => String(n).padStart(2, '0')
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The civil date before another, 'YYYY-MM-DD' both. */
export function dayBefore(date: string): string {
  const [y = 1970, m = 1, d = 1] = date.split('-').map(Number)
  if (d > 1) return `${y}-${two(m)}-${two(d - 1)}`
  if (m === 1) return `${y - 1}-12-31`
  return `${y}-${two(m - 1)}-${two(m === 3 && leap(y) ? 29 : DAYS[m - 2] ?? 30)}`
}

function timeOf(text: string): string | null {
  const [, part = '', h = '', m = ''] = /(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里)?\s*([0-9]{1,2}):([0-9]{2})/.exec(text) ?? []
  let hour = Number(h)
  if (/下午|傍晚|晚上/.test(part) && hour < 12) hour += 12
  if (part === '中午' && hour < 11) hour += 12
  if (/凌晨|夜里/.test(part) && hour === 12) hour = 0
  return h && hour < 24 && Number(m) < 60 ? `${two(hour)}:${m}` : null
}

/**
 * A chat's time as 'YYYY-MM-DD HH:MM', or 'HH:MM' where no date can be known; null when it is no time.
 * Without a date it is the latest that is not after now.
 */
export function whenOf(text: string, now: CivilNow | null): string | null {
  const time = timeOf(text)
  if (time === null) return null
  const full = /([0-9]{4})[-/年.]([0-9]{1,2})[-/月.]([0-9]{1,2})/.exec(text)
  if (full) return `${full[1]}-${two(Number(full[2]))}-${two(Number(full[3]))} ${time}`
  if (now === null || /星期|周/.test(text)) return time
  const today = now.slice(0, 10)
  const short = /(?<![0-9])([0-9]{1,2})[-/月]([0-9]{1,2})/.exec(text)
  if (short) {
    const date = `${two(Number(short[1]))}-${two(Number(short[2]))}`
    return `${Number(today.slice(0, 4)) - (date > today.slice(5) ? 1 : 0)}-${date} ${time}`
  }
  if (text.includes('前天')) return `${dayBefore(dayBefore(today))} ${time}`
  if (text.includes('昨天')) return `${dayBefore(today)} ${time}`
  return `${!text.includes('今天') && time > now.slice(11, 16) ? dayBefore(today) : today} ${time}`
}

type Head = { readonly speaker: string; readonly when: string; readonly words: string | null }

function headOf(line: string): Head | null {
  if (ONLY_WHEN.test(line)) return null
  for (const { pattern, when, name, words } of HEADERS) {
    const match = pattern.exec(line)
    if (match) return { speaker: (match[name] ?? '').trim(), when: match[when] ?? '', words: words === null ? null : match[words] ?? '' }
  }
  return null
}

/** Lines without quotes of earlier messages, rulers and notices of the program. */
function ownLines(text: string): { lines: string[]; notices: number } {
  const unquoted = text.replace(/\r\n?/g, '\n').replace(/「[^「」]{0,2000}」[ \t]*\n?(?:[-—－ ]{3,}\n?)?/gu, '')
  const all = unquoted.split('\n').map(line => line.replace(/[\u2005\u00a0\u3000]/g, ' ').trim())
    .filter(line => line !== '' && !/^[-—－=_ ]{3,}$/.test(line))
  const lines = all.filter(line => line.length >= 80 || !SYSTEM.test(line))
  return { lines, notices: all.length - lines.length }
}

/**
 * Cuts a pasted chat into messages. Knows `张三 22:47⏎话`, `[22:47] 张三：话`, `2026-11-19 22:47 张三⏎话`, `张三(号) 2026/11/19 22:47:03⏎话`, and
 * `张三: 话` when no line of the paste has a time. Lines that belong to nobody are messages of an unknown speaker.
 */
export function messagesOf(text: string, now: CivilNow | null): { readonly messages: readonly Message[]; readonly notices: number } {
  const { lines, notices } = ownLines(text)
  const timed = lines.some(line => headOf(line) !== null)
  const messages: { speaker: string | null; at: string | null; lines: string[] }[] = []
  let clock: string | null = null
  for (const line of lines) {
    const only = ONLY_WHEN.exec(line)
    const head = only ? null : headOf(line)
    const inline = timed || only ? null : SAID_INLINE.exec(line)
    if (only?.[1]) clock = whenOf(only[1], now)
    else if (head) messages.push({ speaker: head.speaker, at: whenOf(head.when, now), lines: head.words ? [head.words] : [] })
    else if (inline) messages.push({ speaker: (inline[1] ?? '').trim(), at: clock, lines: [inline[2] ?? ''] })
    else if (messages.length > 0) messages.at(-1)?.lines.push(line)
    else messages.push({ speaker: null, at: clock, lines: [line] })
  }
  return { messages, notices }
}
