/** The third layer: what a compound's own rules say, what holds where they are silent, and what they may not say. */
import { ok, refuse, type Result, type Said, type Source } from '../../kit/pure.ts'
import { addDays, type CivilDay } from '../../offices/rules/index.ts'
import { REGULATION } from './packs/article.ts'
import type { PackTerms } from './packs/terms.ts'
import type { Channel, CompoundRule, Delivery, Holds, Silence } from './vote.ts'

/**
 * [B8] What holds where a compound has written nothing, each the choice that is hardest to attack: silence is nothing (a court allowed more only
 * because the compound's rules said so and delivery was proved); what was said first stands, so that nobody is worked on after having voted; no
 * phone; homes and shops count, garages and storerooms do not, because they have been judged both ways.
 */
export const UNWRITTEN: CompoundRule = {
  adopted: null, delivery: ['in_person', 'registered_post'], silence: 'not_counted', holds: 'first', phone: false,
  proxies: { allowed: true, mostPerProxy: null }, window: null,
  counts: { home: 'area_and_head', shop: 'area_and_head', garage: 'nothing', storeroom: 'nothing' }, rankBy: 'heads',
}

export const HOLDS_WORDS: Readonly<Record<Holds, Said>> = {
  first: { zh: '先表达的算数', en: 'What was said first counts' },
  last: { zh: '最后一次表达的算数', en: 'What was said last counts' },
  paper_first: { zh: '有纸质票的，以纸质票为准', en: 'Where there is a paper ballot, the paper counts' },
}
export const SILENCE_WORDS: Readonly<Record<Silence, Said>> = {
  not_counted: { zh: '没有交回的票不计入', en: 'Ballots that do not come back are not counted' },
  takes_part: { zh: '已送达没有交回的，算参与表决，不算同意', en: 'Delivered and not returned counts as taking part, not as agreeing' },
  with_majority: { zh: '已送达没有交回的，算参与表决并随多数意见', en: 'Delivered and not returned takes part and goes with the majority' },
}
export const DELIVERY_WORDS: Readonly<Record<Delivery, Said>> = {
  in_person: { zh: '当面送达', en: 'Handed over in person' }, letterbox: { zh: '投入信箱', en: 'Put into the letterbox' },
  registered_post: { zh: '挂号信', en: 'Registered post' }, phone: { zh: '电话或短信告知', en: 'By phone or message' },
  posted: { zh: '没有联系上，张贴在门上', en: 'Nobody reached: posted at the door' },
}
const say = (zh: string, en: string): Said => ({ zh, en })
const no = (code: string, explain: Said, source?: Source): Result<never> => refuse({ code, rule: 'B8', explain, ...(source && { source }) })

/** [B8] Whether a compound's rule may be kept: whatever goes beyond the unwritten needs the file, the day and the vote that adopted it. */
export function checkCompoundRule(rule: CompoundRule, terms: PackTerms): Result<CompoundRule> {
  const beyond = rule.silence !== 'not_counted' || rule.holds !== 'first' || rule.phone
  if (beyond && rule.adopted === null) {
    return no('rule_without_file', say('沉默票、以哪次为准、手机投票，要写在议事规则里才算数：请附上文件、通过日期和那次表决。',
      'Silence, which expression counts, and voting on the phone hold only as written rules: give the file, the day and the vote that adopted them.'))
  }
  if (rule.silence !== 'not_counted' && rule.delivery.length === 0) {
    return no('silence_without_delivery', say('要把没交回的票算进去，议事规则得写明怎样才算送达。',
      'To count silence the rules have to say what counts as delivered.'))
  }
  const limits = terms.window
  if (rule.window && (rule.window.minDays < 1 || rule.window.maxDays < rule.window.minDays)) {
    return no('window_upside_down', say('投票期的最短天数不能多于最长天数。', 'The shortest window cannot be longer than the longest.'))
  }
  if (limits && rule.window && (rule.window.minDays < limits.value.minDays || rule.window.maxDays > limits.value.maxDays)) {
    return no('window_against_law', say(`当地规定投票期不少于${limits.value.minDays}天、不超过${limits.value.maxDays}天。`,
      `Here a window has ${limits.value.minDays} to ${limits.value.maxDays} days.`), limits.source)
  }
  return ok(rule)
}

/**
 * [B9] Which ways of voting a vote has: paper always; the phone only where the compound's rule says so and the place leaves it open, as one that
 * has its own system does not.
 */
export function channelsOf(rule: CompoundRule, terms: PackTerms): { readonly channels: readonly Channel[]; readonly because: Result<true> } {
  const paper: readonly Channel[] = ['paper', 'door']
  if (!rule.phone) {
    return { channels: paper, because: no('phone_off', say('手机投票没有开：要议事规则写明可以用。', 'Voting on the phone is off: the compound’s rules have to allow it.')) }
  }
  const city = terms.eVoting
  if (city?.value.only === 'city_system') {
    return { channels: paper, because: no('city_system_only', say('当地规定电子投票只能用市里的系统。请在市系统里投，再把结果录进来。',
      'Here electronic votes go through the city’s own system alone.'), city.source) }
  }
  return { channels: ['phone', ...paper], because: ok(true as const) }
}

/** [B9] Whether a window fits what law and compound say, counted with its first and last day. */
export function checkWindow(opensOn: CivilDay, closesOn: CivilDay, rule: CompoundRule, terms: PackTerms): Result<true> {
  const limits = [rule.window, terms.window?.value].filter((one) => one !== null && one !== undefined)
  const least = Math.max(1, ...limits.map(({ minDays }) => minDays))
  const most = Math.min(...limits.map(({ maxDays }) => maxDays))
  if (closesOn < addDays(opensOn, least - 1)) {
    return no('window_short', say(`投票期太短：至少${least}天。`, `The window is too short: at least ${least} days.`), terms.window?.source)
  }
  if (most !== Infinity && closesOn > addDays(opensOn, most - 1)) {
    return no('window_long', say(`投票期太长：最多${most}天。`, `The window is too long: at most ${most} days.`), terms.window?.source)
  }
  return ok(true as const)
}

/** A written authority: whose head, who votes, for one vote or for all, from when until when. `held`: for how many heads this person votes already. */
export type Proxy = { readonly head: string; readonly person: string; readonly vote: string | null; readonly from: CivilDay; readonly until: CivilDay
  readonly held: number; readonly collector: boolean }

/** [B10] Whether a proxy may vote for a head in a vote on a day: written, in scope, not run out, not whoever collects, not for too many. */
export function checkProxy(proxy: Proxy, vote: string, on: CivilDay, rule: CompoundRule, terms: PackTerms): Result<true> {
  const source = terms.proxies?.source ?? REGULATION(12)
  const bad = (code: string, zh: string, en: string) => refuse({ code, rule: 'B10', explain: say(zh, en), source })
  if (!rule.proxies.allowed) return bad('no_proxies', '本小区议事规则不接受委托。', 'The compound’s rules take no proxies.')
  if (proxy.vote !== null && proxy.vote !== vote) return bad('proxy_of_another', '这份委托书是另一次表决的。', 'This authority is for another vote.')
  if (on < proxy.from) return bad('proxy_early', `委托书从${proxy.from}起才有效。`, `The authority begins on ${proxy.from}.`)
  if (on > proxy.until) return bad('proxy_over', `委托书到${proxy.until}已经过期。`, `The authority ended on ${proxy.until}.`)
  if (proxy.collector) return bad('proxy_collects', '收票的人不能代别人投票。', 'Whoever collects ballots cannot vote for others.')
  const most = rule.proxies.mostPerProxy
  if (most !== null && proxy.held >= most) {
    return bad('proxy_too_many', `一个人最多代${most}位业主投票。`, `One person votes for ${most} owners at most.`)
  }
  return ok(true as const)
}
