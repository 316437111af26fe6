import { packed, remembering, saysNothing, withoutBrackets } from '../text.ts'
import type { DwellingState, Relation, Sex } from '../../fields.ts'
import { amiss, nothing, type Read } from './reading.ts'

const SEXES: Readonly<Record<string, Sex>> = { 男: 'male', 女: 'female', 男性: 'male', 女性: 'female', 1: 'male', 2: 'female', 0: 'unknown', 9: 'unknown',
  m: 'male', f: 'female', male: 'male',
  female: 'female', 男士: 'male', 女士: 'female', 未知: 'unknown', 未说明: 'unknown', '01': 'male', '02': 'female', '1男': 'male', '2女': 'female',
    未知的性别: 'unknown', 未说明的性别: 'unknown' }

/** Reads a sex in words, letters or codes. *Source: GB/T 2261.1.* */
export const readSex = remembering((text: string): Read<Sex> => {
  const found = SEXES[packed(text).toLowerCase().replace(/[.\-:]/g, '')]
  if (found !== undefined) return { value: found }
  return saysNothing(text) ? nothing : amiss('sex_odd', '')
})

const RELATIONS: readonly (readonly [Relation, RegExp])[] = [
  ['head', /^(?:户主|本人|本户|本人或户主|户主本人|家长|自己|0[12]?|00|本身|户)$/],
  ['spouse', /^(?:配偶|夫|妻|丈夫|妻子|老公|老婆|爱人|夫妻|夫妇|太太|媳妇|户主配偶|1[0-2]?)$/],
  ['grandchild', /^(?:(?:长|次|三|四|小|幼|曾|外|重)*(?:孙|孙子|孙女|孙儿|孙媳|孙媳妇|孙女婿)|外甥孙|孙子女|孙子或孙女|4[0-9]?)$/],
  ['son', /^(?:(?:长|次|大|二|三|四|五|六|小|独生|独|养|继|过继|老)*(?:子|儿子|男)|儿|女婿|(?:长|次|大|二|三)?婿|2[0-9]?)$/],
  ['daughter', /^(?:(?:长|次|大|二|三|四|五|六|小|独生|独|养|继|老)*(?:女|女儿)|(?:大|二|三|长|次)?儿媳妇?|(?:长|次)媳|子媳|3[0-9]?)$/],
  ['grandparent', /^(?:(?:外|曾)*(?:祖父|祖母|祖父母)|爷爷|奶奶|外公|外婆|姥姥|姥爷|祖父母或外祖父母|配偶祖父母|6[0-9]?)$/],
  ['parent', /^(?:父|母|父亲|母亲|父母|爸爸|妈妈|爸|妈|公公|婆婆|公婆|岳父|岳母|岳父母|继父|继母|养父|养母|家父|家母|父母亲|5[0-9]?)$/],
  ['sibling', /^(?:兄|弟|姐|妹|哥|哥哥|弟弟|姐姐|妹妹|姊|兄弟|姐妹|兄弟姐妹|兄弟姊妹|嫂|嫂子|弟媳|弟妹|姐夫|妹夫|长兄|二哥|大哥|大姐|二姐|二弟|三弟|三妹|二妹|7[0-9]?)$/],
  ['other', /^(?:其他|其它|非亲属|亲属|亲戚|侄|侄子|侄女|外甥|外甥女|舅|舅舅|姑|姑姑|姨|叔|叔叔|伯|伯父|婶|保姆|家政|朋友|同事|同学|房客|租客|合租|合住|寄居|集体|工人|员工|护工|孙辈|子女|其他亲属|8[0-9]?|9[0-9]?)$/],
]

/** Reads how somebody is related to the head of household, in words or codes of one or two figures. *Source: GB/T 4761.* */
export const readRelation = remembering((text: string): Read<Relation> => {
  if (saysNothing(text)) return nothing
  const word = packed(withoutBrackets(text).bare).replace(/^(?:户主|与户主)?之(?=[^户主])/, '').replace(/^户主的?(?=.)/, '').replace(/\.0$/,
    '').replace(/^(\d{1,2})[-.:、]?[^\d].*$/, '$1')
  const found = RELATIONS.find(([, words]) => words.test(word))
  return found === undefined ? amiss('relation_odd', '其他') : { value: found[0] }
})

const YES = /^(?:是|有|1|01|y|yes|true|√|✓|✔|对|已|已迁出|迁出|已搬走|搬走|已搬离|搬离|已死亡|死亡|去世|已故|已去世|亡|分离|人户分离|空挂|空挂户|是的)$/i
const NO = /^(?:否|0|00|02|n|no|false|×|✗|✘|x|未|不是|未迁出|未死亡|健在|正常|在册|不分离|一致|2|没)$/i

/** Reads a yes or a no, also as ticks and codes. */
export const readYes = remembering((text: string): Read<boolean> => {
  const word = packed(text)
  if (YES.test(word)) return { value: true }
  if (NO.test(word) || saysNothing(text)) return { value: false }
  return amiss('state_odd', '')
})

const STATES: readonly (readonly [DwellingState, RegExp])[] = [
  ['unfinished', /未交付|未交房|已交房|交房|未装修|毛坯|装修中|在装修|^装修$|^200[359]$|未收房/],
  ['vacant', /空置|空闲|空房|空户|无人|闲置|未入住|未居住|未售|未销售|不在住|常年不住|没人|没住|未住|长期空|^空$|^否$|^200[248]$|空关/],
  ['let', /出租|租赁|租住|群租|已租|租出|合租|转租|租户|租用|租客|^租$|^2006$|整租|承租/],
  ['business', /商用|商铺|店铺|经营|办公|商住|公司|民宿|仓库|门面|培训|^2007$/],
  ['lived_in', /自住|自用|入住|在住|常住|居住|自居|有人|业主住|住人|^是$|^2001$|在家|家人住|亲属住/],
]

/** Reads how a home is used. The codes 2001 to 2009 are those of a property-management system in wide use. */
export const readState = remembering((text: string): Read<DwellingState> => {
  if (saysNothing(text) && packed(text) !== '空') return nothing
  const word = packed(text)
  const found = STATES.find(([, words]) => words.test(word))
  return found === undefined ? amiss('state_odd', '') : { value: found[0] }
})

/** The word by which a state is offered as a fix; reading it gives the state again. */
export const stateWord: Readonly<Record<DwellingState, string>> = { unknown: '', lived_in: '自住', let: '出租', vacant: '空置', business: '商用',
  unfinished: '未交付' }
