/** Each thing that a compound's rules can say, in words, with why the unwritten is as it is. */
import type { Said } from '../../../../kit/pure.ts'
import { DELIVERY_WORDS, HOLDS_WORDS, SILENCE_WORDS } from '../../../rules/compound-rule.ts'
import type { CompoundRule, CountsFor, TitleKind } from '../../../rules/vote.ts'

export type RuleLine = { readonly key: keyof CompoundRule; readonly name: Said; readonly said: (rule: CompoundRule) => Said; readonly why: Said
  readonly same: (one: CompoundRule, other: CompoundRule) => boolean }

const say = (zh: string, en: string): Said => ({ zh, en })
const KINDS: readonly (readonly [TitleKind, Said])[] = [['home', say('住宅', 'homes')], ['shop', say('商铺', 'shops')], ['garage', say('车位', 'garages')],
  ['storeroom', say('储藏室', 'storerooms')]]
/** What a kind of unit counts for, in words. */
export const COUNTS_WORDS: Readonly<Record<CountsFor, Said>> = {
  area_and_head: say('算人数也算面积', 'count by head and area'), area: say('只算面积', 'count by area alone'), nothing: say('不计', 'do not count'),
}
const list = (said: readonly Said[], zh: string, en: string): Said => say(said.map((one) => one.zh).join(zh), said.map((one) => one.en).join(en))
const by = (key: keyof CompoundRule) => (one: CompoundRule, other: CompoundRule): boolean => JSON.stringify(one[key]) === JSON.stringify(other[key])

function countsSaid({ counts }: CompoundRule): Said {
  const groups = [...Map.groupBy(KINDS, ([kind]) => counts[kind])]
  return list(groups.map(([what, kinds]) => say(`${kinds.map(([, name]) => name.zh).join('、')}${COUNTS_WORDS[what].zh}`,
    `${kinds.map(([, name]) => name.en).join(', ')} ${COUNTS_WORDS[what].en}`)), '；', '; ')
}

/** In the order in which rules of procedure speak of them. */
export const RULE_LINES: readonly RuleLine[] = [
  { key: 'counts', name: say('什么计票', 'What counts'), said: countsSaid, same: by('counts'),
    why: say('有产权的车位算不算，各地法院判得不一样，所以要写明。', 'Whether garages with a title count has been judged both ways, so the rules say it.') },
  { key: 'delivery', name: say('怎样算送达', 'What counts as delivered'), same: by('delivery'),
    said: ({ delivery }) => (delivery.length === 0 ? say('没有写', 'not written') : list(delivery.map((one) => DELIVERY_WORDS[one]), '、', ', ')),
    why: say('法院看的是送达的凭证：两个人一起送，写明日期。', 'Courts ask for proof of delivery: two people, with the day.') },
  { key: 'holds', name: say('投了两次算哪次', 'Which of two ballots counts'), same: by('holds'), said: ({ holds }) => HOLDS_WORDS[holds],
    why: say('没有写的，先表达的算数：投完以后没人能再来做工作。', 'Unwritten, what was said first counts: nobody is worked on after having voted.') },
  { key: 'silence', name: say('没交回的票', 'Ballots that do not come back'), same: by('silence'), said: ({ silence }) => SILENCE_WORDS[silence],
    why: say('要算进去，规则得写明，送达得有凭证，投票前得讲清楚。', 'To count them the rules must say so, delivery must be proved, and owners told beforehand.') },
  { key: 'phone', name: say('手机投票', 'Voting on the phone'), same: by('phone'), said: ({ phone }) => (phone ? say('可以', 'allowed') : say('不开', 'off')),
    why: say('规则写明才开；纸票一直都有。', 'Only where the rules allow it; paper is always there.') },
  { key: 'proxies', name: say('委托', 'Proxies'), same: by('proxies'), said: ({ proxies }) => (proxies.allowed ? proxies.mostPerProxy === null
    ? say('书面委托可以，没有写最多代几位', 'in writing, no limit written')
    : say(`书面委托可以，一个人最多代${proxies.mostPerProxy}位`, `in writing, ${proxies.mostPerProxy} owners for each at most`) : say('不接受', 'none')),
    why: say('写明最多代几位，免得一个人拿走一叠票。', 'A limit keeps one person from carrying a stack of ballots.') },
  { key: 'window', name: say('投票几天', 'How many days'), same: by('window'), said: ({ window }) => (window === null ? say('没有写，按当地规定',
    'not written: as the place says')
    : say(`${window.minDays}天到${window.maxDays}天`, `${window.minDays} to ${window.maxDays} days`)), why: say('当地有规定的，不能比它短，也不能比它长。',
      'Never shorter or longer than the place allows.') },
  { key: 'rankBy', name: say('选举排名', 'Order of winners'), same: by('rankBy'), said: ({ rankBy }) => (rankBy === 'heads' ? say('按人数',
    'by heads') : say('按面积', 'by area')),
    why: say('过半的人比名额多的时候，看谁排前面。', 'When more have the majority than there are seats.') },
]
