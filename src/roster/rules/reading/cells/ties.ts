import { packed, remembering, saysNothing } from '../text.ts'
import type { Tie } from '../../fields.ts'
import { amiss, nothing, type Read } from './reading.ts'

/** How a row says that somebody is tied to the home: none of them where they neither live nor are registered there. */
export type ReadTies = { readonly ties: readonly Tie[]; readonly gone?: 'moved' | 'died' }

const KINDS: readonly (readonly [readonly Tie[], RegExp])[] = [
  [['rents', 'lives'], /租客|租户|承租|租住|租房|租赁|^1003$/],
  [['owns'], /^(?:业主|产权人|房主|房东|所有权人|共有人|1001|业主本人)$/],
  [['owns', 'lives'], /业主(?:自住|在住|入住)|自住业主/],
  [['registered'], /空挂|挂户|人不在户在|户在人不在|有户无人|寄挂|挂靠/],
  [['lives'], /人在户不在|流动|常住(?!户籍)|暂住|寄住|借住|境外|外来|外地|实有|非户籍|居住证|家庭成员|家属|同住|1002|来沪|来深|来京|1004|临时|合住|^配偶|^父母?|^母|子女|^[子女]$|儿子|女儿|亲属/],
  [['lives', 'registered'], /户籍|本地|户口|常住户|本市|在册/],
]

/**
 * Reads the kind of person that a row is of: 户籍, 流动, 常住, 境外, 业主, 租客, 家庭成员, and the codes 1001 to 1004 of a property-management system in wide use.
 */
export const readKind = remembering((text: string): Read<ReadTies> => {
  if (saysNothing(text)) return nothing
  const word = packed(text).replace(/(?:人口|人员|居民|类)$/, '')
  if (/^(?:本人|自己|是业主)$/.test(word)) return { value: { ties: ['owns', 'lives'] } }
  const found = KINDS.find(([, words]) => words.test(word))
  return found === undefined ? amiss('state_odd', '') : { value: { ties: found[0] } }
})

const LIVE: readonly (readonly [ReadTies, RegExp])[] = [
  [{ ties: [], gone: 'moved' }, /^(?:4|04)$|人户(?:均|都)不在|人不在户不在|户不在人不在|人户皆不在/],
  [{ ties: ['lives'] }, /^(?:2|02)$|人在户不在|户不在人在|^(?:不一致|否)$|人住户不在/],
  [{ ties: ['registered'] }, /^(?:3|03)$|人不在户在|户在人不在|空挂/],
  [{ ties: ['lives', 'registered'] }, /^(?:1|01)$|人在户在|户在人在|人户(?:均|都)?在|人户一致|^(?:一致|是)$|人户合一/],
]

/** Reads where a person and their registration are: 1 both here, 2 the person alone, 3 the registration alone, 4 neither; or 一致 and 不一致. */
export const readLiveType = remembering((text: string): Read<ReadTies> => {
  if (saysNothing(text)) return nothing
  const word = packed(text).replace(/\.0$/, '').replace(/^([1-4])[^\d].*$/, '$1')
  const found = LIVE.find(([, words]) => words.test(word))
  return found === undefined ? amiss('state_odd', '') : { value: found[0] }
})

/** The words that `readLiveType` and a column on 人户分离 understand, offered as a fix. */
export const liveWord = { lives: '人在户不在', registered: '人不在户在' } as const
