import { titleFrom } from './categories.ts'
import { dangersIn, type Danger } from './danger.ts'
import { messagesOf, type CivilNow } from './paste-lines.ts'
import { suggest, type Suggestion } from './suggest.ts'

/** A matter in the making, out of a pasted chat. Holds no nickname. */
export type Draft = {
  /** Local time of its first message, 'YYYY-MM-DD HH:MM', or 'HH:MM' where the day can't be known. */
  readonly at: string | null
  readonly words: string
  /** Words that look like a place, to look up; null when there are none. */
  readonly place: string | null
  readonly suggestions: readonly Suggestion[]
  readonly dangers: readonly Danger[]
  /** Messages of one speaker that were joined. */
  readonly joined: number
  /** Photos that stood in the chat; they have to be added by hand. */
  readonly images: number
  /** How many others said 'me too' right after it. */
  readonly also: number
  /** No word of any category was recognised: somebody should look before it becomes a matter. */
  readonly unsure: boolean
}

/** What a pasted chat became; nothing is dropped without being counted. */
export type Pasted = { readonly drafts: readonly Draft[]; readonly smallTalk: number; readonly notices: number }

const SMALL_TALK = new RegExp('^(?:大家|各位(?:邻居)?|邻居们?|书记|主任)?(?:好的?|好滴|好嘞|收到|谢谢|感谢|辛苦了?|多谢|嗯+|哦+|噢|是的?|对的?|对啊|行|可以|ok|okay|在吗|在的?|早|早上好|晚上好|晚安|大家好|你好|您好|哈+|呵+'
  + '|不客气|没事|知道了|明白|了解|赞|顶|支持|不知道|真的|唉+|啊+|有道理|就是|加油|恭喜|再见|拜拜|厉害|牛|666+|thanks|thx)+(?:大家|书记|主任|各位|您|你|啦|了|哈|呀|啊|哦|的)*$', 'iu')
const ME_TOO = /^(?:\+1|加1|加一|同上|同感|同问|同样|我也是|我家也是?|我们家?也是?|我们楼也是?|一样|\+10086|顶楼主|俺也一样)(?:的|啊|呀)?$/iu
const PLACEHOLDER = /[[【](图片|照片|视频|photo|video|image|语音|语音通话|表情|动画表情|链接|文件|位置|红包|小程序|聊天记录|sticker|(?<=\[)[\p{Script=Han}]{1,4}(?=\]))[\]】]/giu
const PICTURE = /^(?:图片|照片|视频|photo|video|image)$/i
const JOIN_MINUTES = 10

const NUM = '(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})'
const PLACES: readonly RegExp[] = [
  new RegExp(`(?<![0-9-])[0-9]{1,3}[-—–][0-9]{1,2}[-—–][0-9]{3,4}(?![0-9-])`, 'u'),
  new RegExp(`${NUM}(?:号楼|栋|幢|座)(?:${NUM}单元)?(?:[0-9]{3,4}室?)?(?:门口|楼下|前|后|旁|大堂)?`, 'u'),
  new RegExp(`${NUM}单元(?:[0-9]{3,4}室?)?`, 'u'),
  /中心花园|小花园|花园|[东南西北]门(?:口|外)?|地下车库|地库|车库|车棚|广场|篮球场|儿童乐园|垃圾房|垃圾站|门岗|凉亭|健身区|中庭/u,
]
const placeOf = (words: string): string | null => PLACES.flatMap(pattern => pattern.exec(words)?.[0] ?? [])[0] ?? null

/** Every form in which a speaker can stand in somebody's words: with its number, without it, and its own parts. */
function namesOf(speaker: string): readonly string[] {
  const bare = speaker.replace(/[（(<＜【[].*$/u, '').trim()
  return [...new Set([speaker, bare])].filter(name => [...name].length >= 2)
}

function cleaned(lines: readonly string[], names: readonly string[]): { words: string; images: number } {
  let images = 0
  let words = lines.join('\n').replace(PLACEHOLDER, (_, kind: string) => {
    if (PICTURE.test(kind)) images++
    return ''
  })
  // Taking a name out can close two halves into a name again: until none is left.
  for (let before = ''; before !== words;) {
    before = words
    for (const name of names) words = words.replaceAll(`@${name}`, '').replaceAll(name, '')
  }
  return { words: words.replace(/@[^\s@，。！？,!?]{1,20}(?:\s|$)/gu, '').split('\n').map(line => line.trim()).filter(Boolean).join('\n'), images }
}

const bare = (words: string): string => words.replace(/[\p{P}\p{S}\p{Extended_Pictographic}\u200d\ufe0f\s]/gu, match => match === '+' ? '+' : '')
const minutes = (at: string): number => {
  const [h = 0, m = 0] = at.slice(-5).split(':').map(Number)
  return h * 60 + m
}
const near = (a: string | null, b: string | null): boolean =>
  a === null || b === null || (a.slice(0, -5) === b.slice(0, -5) && Math.abs(minutes(b) - minutes(a)) <= JOIN_MINUTES)

type Piece = { speaker: string | null; at: string | null; last: string | null; words: string[]; joined: number; images: number; also: number }

/**
 * Turns a pasted group chat into drafts (realism 15): one for each run of messages of one speaker within ten minutes. Nicknames are left out
 * everywhere, also where they are mentioned; greetings and thanks are dropped and counted; 'me too' is counted on the draft before.
 * `now` is civil time of the place.
 */
export function draftsFrom(text: string, now: CivilNow | null = null): Pasted {
  const { messages, notices } = messagesOf(text, now)
  const names = [...new Set(messages.flatMap(m => m.speaker === null ? [] : namesOf(m.speaker)))].sort((a, b) => b.length - a.length)
  const pieces: Piece[] = []
  let smallTalk = 0
  for (const message of messages) {
    const { words, images } = cleaned(message.lines, names)
    const last = pieces.at(-1)
    const said = bare(words)
    const same = last !== undefined && last.speaker === message.speaker && near(last.last, message.at)
    if (ME_TOO.test(said) && last) last.also++
    else if (said === '' && images > 0 && same) last.images += images
    else if (said === '' ? images === 0 : SMALL_TALK.test(said)) smallTalk++
    else if (same) {
      last.words.push(words)
      last.joined++
      last.images += images
      last.last = message.at
    } else pieces.push({ speaker: message.speaker, at: message.at, last: message.at, words: words ? [words] : [], joined: 1, images, also: 0 })
  }
  return { drafts: pieces.map(draftOf), smallTalk, notices }
}

function draftOf({ at, words: parts, joined, images, also }: Piece): Draft {
  const words = parts.join('\n')
  const place = placeOf(words)
  const suggestions = suggest(words, place === null ? 'compound' : /号楼|栋|幢|座|单元|-/.test(place) ? 'building' : 'spot')
  return { at, words, place, suggestions, dangers: dangersIn(words), joined, images, also, unsure: suggestions.every(s => s.score === 0) }
}

/** A matter that came out of the chat: its category, the public part of its place, and its number once it has one. */
export type Answered = { readonly category: string; readonly place: string; readonly number: string | null }

/** A ready answer to paste back into the group: titles from templates, no names, no doors. Empty when there is nothing to answer. */
export function readyAnswer(items: readonly Answered[]): string {
  if (items.length === 0) return ''
  const rows = items.map(({ category, place, number }, index) => `${index + 1}. ${titleFrom(category, place)}${number ? `，编号${number}` : ''}`)
  return [`群里说的${items.length}件事都记下了，每件都有人办：`, ...rows, '办到哪一步，扫楼门上的码就能看。门牌、电话请私下告诉我们，别发群里。有危险先打110、119、120。'].join('\n')
}
