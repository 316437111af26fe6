import { placeNumber } from './cells/place-part.ts'

export type TokenKind = 'building' | 'unit' | 'floor' | 'room' | 'hao' | 'street' | 'lane' | 'bare' | 'other'
/**
 * A number in an address with the word after it. `written`: the number as it
 * stands; `words`: the text since the token before; `joined`: there is none but marks; `dashed`: a mark of joining stands
 * between; `digits`: how many figures;
 * `lettered`: a letter stands among them; `letters`: at their head; `shop`: a shop is named behind it.
 */
export type Token = {
  readonly kind: TokenKind; readonly value: string; readonly written: string; readonly start: number; readonly end: number
  readonly words: string; readonly joined: boolean; readonly dashed: boolean
  readonly digits: number; readonly lettered: boolean; readonly letters: boolean; readonly shop: boolean
}

const FIGURES = '(?:(?<![A-Za-z])[A-Za-z]{1,2})?[0-9]{1,5}(?:(?![Ff])[A-Za-z](?:(?=[0-9]{3})|[0-9]{0,2}(?![0-9A-Za-z]))|(?![0-9]))'
const CHINESE = '[〇零一二两三四五六七八九十]{1,5}'
const GATE = '号门(?![卫面市店口])'
const HOMES = `号楼|号厂房|号区|号大街|号路|号公路|号桥|号线|号馆|号仓库?|号渡口|号地块|号码头|号汽车库|号院|${GATE}|门洞|单元|幢|栋|撞|懂|座|排`
  + '|楼|层|[Ff](?![A-Za-z])|室|户|房间|房|店|铺|档|商位|摊位|号'
const OTHERS = '街|弄|路|巷|组|区|期|米|队|年|元|村|社|里|道|线|环|桥|湾|大道|支路|马路|段|公里|站|小区|#|厂'
const SUFFIX = `${HOMES}|${OTHERS}`
const WORDED = `号楼|号院|${GATE}|号大街|号路|号区|单元|幢|栋|撞|座|楼|层|室|号|弄|街(?!道)`
const SPOKEN = '(?<=[元栋幢楼层座])([〇零一二三四五六七八九]{3,4})'
const TOKEN = new RegExp(`(第|负|地下|附)?(?:(${FIGURES})(${SUFFIX})?|([A-Za-z])(?![A-Za-z])(${SUFFIX}|(?=[-#_]))`
  + `|(${CHINESE})(${WORDED})|${SPOKEN}|([东西南北中])(单元))`, 'g')

const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ['building', /^(?:号楼|幢|栋|撞|懂|座|排|#)$/], ['unit', /^(?:单元|门洞)$/], ['floor', /^(?:楼|层|F|f)$/], ['room', /^(?:室|户|房间|房|店|铺|档|商位|摊位)$/],
  ['hao', /^号院?$/], ['street', /^街$/], ['lane', /^弄$/], ['bare', /^$/],
]

/** The numbers of an address in order, each with what it is called. */
export function addressTokens(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const found of text.matchAll(TOKEN)) {
    const [all, prefix, figures, suffix, letter, after, chinese, word, spoken, side, sideWord] = found
    const number = figures ?? letter ?? chinese ?? (spoken === undefined ? side ?? '' : [...spoken].map((sign) => Math.max(0,
      '零一二三四五六七八九'.indexOf(sign))).join(''))
    const called = suffix ?? after ?? word ?? sideWord ?? ''
    const between = text.slice(end, found.index)
    const marks = /^[\s_#\-—~～/、,，.()（）]*$/.test(between)
    const kind = KINDS.find(([, words]) => words.test(called))?.[0] ?? 'other'
    const low = prefix === '负' || prefix === '地下'
    tokens.push({
      kind: prefix === '附' || /^4[sS]店/.test(number + called) ? 'other' : kind, written: number, value: `${low ? '-' : ''}${placeNumber(number)}`,
        start: found.index, end: found.index + all.length, words: between, joined: marks && tokens.length > 0,
      dashed: /[-#—_]/.test(between) && marks, digits: number.replace(/[^0-9〇零一二两三四五六七八九]/g, '').length, lettered: /[A-Za-z]/.test(number),
        letters: /^[A-Za-z]/.test(number),
      shop: /^ *(?:商铺|店|铺|门面|门市|摊|柜)/.test(text.slice(found.index + all.length, found.index + all.length + 4)),
    })
    end = found.index + all.length
  }
  return tokens
}
