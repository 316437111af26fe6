import { plainText } from '../../../places/rules/index.ts'
import { isDoubled, isMarket, isPart, isRange, partOf, placeBefore, type Before, type Part } from './address-parts.ts'
import { addressTokens, type Token } from './address-tokens.ts'
import { placeNumber } from './cells/place-part.ts'
import type { ReadHome } from './types.ts'

/** How sure a part is: a number with its own word counts for more than a row of numbers, and that for more than one with '号'. */
type Sure = 1 | 2 | 3
type Taken = { readonly value: string; readonly sure: Sure }

/** After a part and some words, the part still counts unless the words name somewhere anew. */
function inside(before: Before, words: string): Before {
  const place = placeBefore(words)
  return isPart(before) && place === 'place' && words.length <= 3 ? before : place
}

const beforeOf = (token: Token, at: number, before: Before): Before => (token.joined && at > 0 ? before : token.words === '' && at === 0 ? 'start'
  : inside(before, token.words))

function sureOf(token: Token, part: Part, next: Token | undefined): Sure {
  if (token.kind === part) return 3
  return token.kind === 'bare' && (part !== 'building' || next?.joined === true) ? 2 : 1
}

/** Dashes typed as the numeral one ('6一3一145') and blanks before a word ('3 号楼') are put right. */
const tidied = (text: string): string => plainText(text).replace(/(?<=[0-9A-Za-z])一(?=[0-9A-Za-z])/g, '-').replace(/(?<=[0-9]) +(?=[号栋幢座单楼层室])/g, '')

/**
 * Reads building, unit, floor and room out of a whole address, with road numbers told from building numbers by what stands before them:
 * '文一西路969号阿里苑6号楼2单元1201室', '新华园12-3-1001', '新城大厦8楼A832'. `rest` is what stands before the first of them. [RO18]
 */
export function readWholeAddress(text: string): ReadHome {
  const plain = tidied(text)
  const tokens = addressTokens(plain)
  const taken = new Map<Part, Taken>()
  let [before, start]: [Before, number] = ['start', plain.length]
  for (let at = 0; at < tokens.length; at++) {
    const [token, next, third] = tokens.slice(at, at + 3)
    if (token === undefined) break
    const here = beforeOf(token, at, before)
    const around = { before: here, next, third, market: isMarket(plain.slice(0, token.start)) }
    const [range, doubled] = [isRange(token, around), isDoubled(token, around)]
    const drawn = range ? 'room' : doubled ? 'building' : partOf(token, around)
    // Inside a building that is known by its word, another '号' is a room's.
    const within = drawn === 'building' && token.kind === 'hao' && (taken.get('floor')?.sure === 3 || taken.get('building')?.sure === 3)
    const part = within ? 'room' : drawn
    if (part === null) {
      const area = isPart(here) && /区$/.test(plain.slice(token.start, token.end))
      before = area ? here : token.kind === 'other' || !token.joined ? 'place' : before
      continue
    }
    before = part
    if (part === 'roadno' || part === 'lane') continue
    const sure = doubled ? 3 : sureOf(token, part, next)
    const known = taken.get(part)
    const again = part === 'building' && token.kind === 'bare' && here === 'building' && known?.sure !== 3
    const value = (range || doubled) && next !== undefined ? placeNumber(`${token.written}-${next.written}`) : token.value
    if (known === undefined || again || sure > known.sure) taken.set(part, { value, sure })
    start = Math.min(start, token.start)
    if (range || doubled) at += 1
  }
  const rest = plain.slice(0, start).replace(/[-_\s,，]+$/, '').trim()
  return { ...Object.fromEntries([...taken].map(([part, { value }]) => [part, value])), ...rest === '' ? {} : { rest } }
}
