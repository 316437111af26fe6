import { plainText } from '../../../places/rules/index.ts'
import { addressTokens, type Token } from './address-tokens.ts'
import type { ReadHome } from './types.ts'

type Part = 'building' | 'unit' | 'floor' | 'room'
type Taken = { -readonly [part in Part]?: string }
/** What stands just before a number: a part that was read, a road, its number, or the name of somewhere. */
type Before = Part | 'road' | 'roadno' | 'lane' | 'village' | 'place' | 'start'

const ROAD = /(?:[路街巷道]|环线|省线|县线|大道|公路|胡同|弄堂|国道|省道|东段|西段|南段|北段|[路街道][东西南北中])$/
const LANE = /弄$/
const VILLAGE = /(?:[村屯庄堡寨坞]|社区|[镇乡]|街道|行政村)$/
const MARKET = /(?:市场|商城|商贸城|汽配城|汽车城|建材城?|电脑城|数码城?|摩配|轻纺城?|面料|皮革城?|商铺|店面|门面|交易中心|物流)[一-龥A-Z0-9]{0,3}$/
const HOMES = /(?:小区|新村|花园|家园|公寓|苑|园|区|期|城|广场|大厦|市场|中心|庭|府|邸|墅|居|坊|里|院|厂|楼|座|湾|郡|轩|阁|都|山庄)$/

/** How the part before a number is called by its last signs. */
function placeBefore(words: string): Before {
  const text = words.replace(/[-_\s,，、()（）]+$/, '').replace(/附近|对面|旁边?|内|里面$/, '')
  if (text === '') return 'start'
  if (LANE.test(text)) return 'road'
  if (HOMES.test(text) && !/街道$/.test(text)) return 'place'
  if (ROAD.test(text) && !/街道$/.test(text)) return 'road'
  return VILLAGE.test(text) ? 'village' : 'place'
}

/** '号' after a road is the road's number; after a building its door; after a floor a room; after a lane or a place a building. */
function ofHao(token: Token, before: Before, next: Token | undefined): Part | 'roadno' {
  const digits = token.digits
  if (before === 'road' || before === 'village' && !token.dashed) return 'roadno'
  if (before === 'building') {
    if (digits >= 3) return next?.joined === true && next.kind === 'bare' ? 'unit' : 'room'
    return 'unit'
  }
  if (before === 'unit' || before === 'floor' || before === 'room') return 'room'
  if (before === 'start') return next?.joined === true ? 'building' : 'roadno'
  return digits >= 4 || MARKET.test(token.words) ? 'room' : 'building'
}

/** A number without a word is what its place among others makes it: '8-10-2305' is building, unit, room. */
function ofBare(token: Token, before: Before, next: Token | undefined, last: boolean): Part | 'roadno' | null {
  const { digits, dashed } = token
  const continues = next?.joined === true && (next.kind === 'bare' || next.kind === 'hao' || next.kind === 'unit' || next.kind === 'room' || next.kind === 'floor')
  if (before === 'road') return 'roadno'
  if (before === 'building') {
    if (continues) return digits <= 2 || next.kind === 'bare' && next.digits >= 3 ? 'unit' : 'room'
    return digits >= 3 ? 'room' : dashed || token.lettered ? 'unit' : digits > 0 && !last ? null : 'unit'
  }
  if (before === 'unit') return continues && next.kind === 'bare' ? 'floor' : 'room'
  if (before === 'floor') return 'room'
  if (before === 'room') return null
  if (before === 'roadno' || before === 'lane') return dashed || token.joined || before === 'lane' ? digits >= 3 && !continues && before !== 'lane' ? 'room' : digits >= 4 ? 'room' : 'building' : digits >= 3 ? 'room' : null
  if (before === 'village') return continues ? next.kind === 'hao' ? 'roadno' : 'building' : null
  if (continues && digits <= 4) return 'building'
  return digits >= 3 && digits <= 5 ? 'room' : null
}

/** '1106-1107' and '201-2' are rooms together, where a third number does not make the first a building. */
function isRange(token: Token, before: Before, next: Token | undefined, third: Token | undefined): boolean {
  if (token.kind !== 'bare' || next?.kind !== 'bare' || !next.dashed || third?.joined === true || before === 'road' || before === 'village') return false
  if (before === 'floor' || before === 'room') return true
  const [low, high] = [token, next].map(({ value }) => Number(value.replace(/\D/g, '')))
  const near = token.digits >= 3 && token.digits === next.digits && Math.abs((low ?? 0) - (high ?? 0)) <= 20
  if (before === 'building' || before === 'unit') return token.digits >= 3 && (near || next.digits <= 2)
  return near || token.digits >= 3 && next.digits <= 2
}

function partOf(token: Token, before: Before, next: Token | undefined, last: boolean): Part | 'roadno' | 'lane' | null {
  switch (token.kind) {
    case 'floor': return token.digits === 0 && token.letters || next?.joined === true && next.kind === 'unit' ? 'building' : 'floor'
    case 'building': case 'unit': case 'room': return token.kind
    case 'street': return before === 'floor' || before === 'building' || next?.joined === true && next.digits >= 4 || /商贸城|贸易城|市场/.test(token.words) ? 'unit' : null
    case 'lane': return 'lane'
    case 'hao': return ofHao(token, before, next)
    case 'bare': return ofBare(token, before, next, last)
    default: return null
  }
}

/**
 * Reads building, unit, floor and room out of a whole address, with road numbers told from building numbers by what stands before them:
 * '文一西路969号阿里苑6号楼2单元1201室', '新华园12-3-1001', '新城大厦8楼A832'. `rest` is what stands before the first of them. [RO18]
 */
export function readWholeAddress(text: string): ReadHome {
  // A dash is often typed as the numeral one: '6一3一145'.
  const plain = plainText(text).replace(/(?<=[0-9A-Za-z])一(?=[0-9A-Za-z])/g, '-').replace(/(?<=[0-9]) +(?=[号栋幢座单楼层室])/g, '')
  const tokens = addressTokens(plain)
  const taken: Taken = {}
  const worded = new Set<Part>()
  let [before, start]: [Before, number] = ['start', plain.length]
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (token === undefined) break
    const here: Before = token.joined && at > 0 ? before : token.words === '' && at === 0 ? 'start' : inside(before, token.words)
    const range: boolean = isRange(token, here, next, tokens[at + 2])
    const part: Part | 'roadno' | 'lane' | null = range ? 'room' : partOf(token, here, next, at === tokens.length - 1)
    if (part === null) before = token.kind === 'other' || !token.joined ? 'place' : before
    else if (part === 'roadno' || part === 'lane') before = part
    else {
      // A number with its own word counts for more than one that is only where such a number would be.
      const word = token.kind === part
      if (taken[part] === undefined || word && !worded.has(part)) taken[part] = range && next !== undefined ? `${token.value}-${next.value}` : token.value
      if (word) worded.add(part)
      start = Math.min(start, token.start)
      before = part
      if (range) at += 1
    }
  }
  const rest = plain.slice(0, start).replace(/[-_\s,，]+$/, '').trim()
  return { ...taken, ...rest === '' ? {} : { rest } }
}

/** After a part and some words, the part still counts unless the words name somewhere anew. */
function inside(before: Before, words: string): Before {
  const place = placeBefore(words)
  const part = before === 'building' || before === 'unit' || before === 'floor' || before === 'room'
  return part && place === 'place' && words.length <= 3 ? before : place
}
