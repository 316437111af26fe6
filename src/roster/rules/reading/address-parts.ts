import type { Token } from './address-tokens.ts'

export type Part = 'building' | 'unit' | 'floor' | 'room'
/** What stands just before a number: a part that was read, a road, its number, a lane, or the name of somewhere. */
export type Before = Part | 'road' | 'roadno' | 'lane' | 'village' | 'place' | 'start'
/** A number's surroundings: what is before it, the numbers after it, and whether it stands among shops, where numbers are of rooms. */
export type Around = { readonly before: Before; readonly next: Token | undefined; readonly third: Token | undefined; readonly market: boolean }

const ROAD = /(?:[路街巷道]|环线|省线|县线|大道|公路|胡同|弄堂|国道|省道|东段|西段|南段|北段|弄|[路街道][东西南北中])$/
const VILLAGE = /(?:[村屯庄堡寨坞]|社区|[镇乡]|街道|行政村)$/
const HOMES = /(?:小区|新村|花园|家园|公寓|苑|园|区|期|城|广场|大厦|市场|中心|庭|府|邸|墅|居|坊|里|院|厂|楼|座|湾|郡|轩|阁|都|山庄)$/
const MARKET = /(?:市场|商城|商贸城|汽配城|汽车城|建材城?|电脑城|数码城?|摩配|轻纺城?|面料|皮革城?|海洋城|商铺|店面|门面|交易中心|物流|购物中心|五金城|原料城)[^路号街弄幢栋楼]{0,6}$/

/** Whether it is a part of a home. */
export const isPart = (before: Before): before is Part => before === 'building' || before === 'unit' || before === 'floor' || before === 'room'
/** Whether the words before a number name shops. */
export const isMarket = (text: string): boolean => MARKET.test(text)

/** How words before a number are called by their last signs. */
export function placeBefore(words: string): Before {
  const text = words.replace(/[-_\s,，、()（）]+$/, '').replace(/附近|对面|旁边?|内|里面$/, '')
  if (text === '') return 'start'
  if (HOMES.test(text) && !/街道$/.test(text)) return 'place'
  if (ROAD.test(text) && !/街道$/.test(text)) return 'road'
  return VILLAGE.test(text) ? 'village' : 'place'
}

/** '号' after a road is the road's number; after a building its door; after a floor a room; after a lane or a place a building. */
function ofHao({ digits, dashed, shop, lettered }: Token, { before, next, market }: Around): Part | 'roadno' {
  if (before === 'road' || before === 'village' && !dashed) return 'roadno'
  if (before === 'building') return (digits >= 3 || shop || lettered) && !(next?.joined === true && next.kind === 'bare') ? 'room' : 'unit'
  if (isPart(before)) return 'room'
  if (before === 'start') return next?.joined === true ? 'building' : 'roadno'
  return digits >= 4 || market || shop ? 'room' : 'building'
}

const FOLLOW: readonly Token['kind'][] = ['bare', 'hao', 'unit', 'room', 'floor']

function afterBuilding(token: Token, next: Token | undefined, continues: boolean): Part | null {
  const { digits, dashed, lettered } = token
  // '58-130-7单元': the number before a worded unit is the building.
  if (next?.joined === true && next.kind === 'unit') return 'building'
  if (continues) return digits <= 2 || next?.kind === 'bare' && next.digits >= 3 ? 'unit' : 'room'
  if (digits >= 3) return 'room'
  if (lettered && digits > 0 && !dashed) return 'room'
  return dashed || lettered || digits === 0 || next === undefined ? 'unit' : null
}

function afterRoadNumber({ digits, dashed, joined, lettered }: Token, before: Before, last: boolean, continues: boolean): Part | null {
  if (lettered && last) return 'building'
  if (!dashed && !joined && before !== 'lane') return digits >= 3 ? 'room' : null
  return digits >= 4 || digits >= 3 && !continues && before !== 'lane' ? 'room' : 'building'
}

/** A number without a word is what its place among others makes it: '8-10-2305' is building, unit, room. */
function ofBare(token: Token, { before, next, third }: Around): Part | 'roadno' | null {
  const { digits } = token
  const last = next === undefined
  const continues = next?.joined === true && FOLLOW.includes(next.kind)
  switch (before) {
    case 'road': return continues && next.kind === 'bare' && third?.joined === true && third.kind === 'bare' && digits <= 3 ? 'building' : 'roadno'
    case 'building': return afterBuilding(token, next, continues)
    case 'unit': return continues && next.kind === 'bare' ? 'floor' : 'room'
    case 'floor': return 'room'
    case 'room': return null
    case 'roadno': case 'lane': return afterRoadNumber(token, before, last, continues)
    case 'village': return !continues ? null : next.kind === 'hao' ? 'roadno' : 'building'
    default:
  }
  if (continues && digits <= 4) return 'building'
  if (digits < 3 && (token.lettered || last && before === 'place' && HOMES.test(token.words))) return 'building'
  return digits >= 3 && digits <= 5 ? 'room' : null
}

/** '1106-1107' and '6289-2' are rooms together, where a third number does not make the first a building. */
export function isRange(token: Token, { before, next, third, market }: Around): boolean {
  const follows = next !== undefined && (next.kind === 'bare' || next.kind === 'hao' || next.kind === 'room') && next.dashed
  if (token.kind !== 'bare' || !follows || third?.joined === true || before === 'road' || before === 'village') return false
  if (before === 'floor' || before === 'room') return true
  const [low, high] = [token, next].map(({ value }) => Number(value.replace(/\D/g, '')))
  const near = token.digits >= 3 && token.digits === next.digits && Math.abs((low ?? 0) - (high ?? 0)) <= 20
  if (market && next.kind === 'hao' && !isPart(before) && (high ?? 0) > (low ?? 0) && (high ?? 0) - (low ?? 0) <= 40) return true
  if (isPart(before) && next.kind === 'hao' && (high ?? 0) - (low ?? 0) === 1) return true
  if (before === 'building' || before === 'unit') return token.digits >= 3 && (near || next.digits <= 2)
  return near || token.digits >= 4 && next.digits <= 2
}

/** '26-1栋' and '6-7号楼' are one building's name. */
export const isDoubled = (token: Token, { before, next }: Around): boolean =>
  token.kind === 'bare' && !isPart(before) && next?.kind === 'building' && next.dashed && token.digits <= 3

/** What a number with its word is, by what stands around it; null for what is no part of a home. */
export function partOf(token: Token, around: Around): Part | 'roadno' | 'lane' | null {
  const { before, next } = around
  switch (token.kind) {
    case 'floor': {
      const building = token.digits === 0 && token.letters || next?.joined === true && (next.kind === 'unit' || token.letters
        && next.kind === 'floor')
      return building ? 'building' : 'floor'
    }
    case 'building': case 'unit': case 'room': return token.kind
    case 'street': return before === 'floor' || before === 'building' || next?.joined === true && next.digits >= 4 || isMarket(token.words) ? 'unit'
      : null
    case 'lane': return 'lane'
    case 'hao': return ofHao(token, around)
    case 'bare': return ofBare(token, around)
    default: return null
  }
}
