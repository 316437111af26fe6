import type { Said } from '../../kit/pure.ts'

/** A reason from a closed list. `needs` is what the note beside it has to say before it is taken. */
export type Reason = { readonly code: string; readonly say: Said; readonly needs: Said | null }

const reason = (code: string, zh: string, en: string, needs: Said | null = null): Reason => ({ code, say: { zh, en }, needs })
const ARTICLE: Said = { zh: '写明哪部法、第几条', en: 'Name the law and the article' }
const WHO: Said = { zh: '写明是谁的职责', en: 'Say whose duty it is' }
const NEXT: Said = { zh: '写明下一步走什么路、到哪天', en: 'Say which way it goes on, and until when' }
const FACTS: Said = { zh: '写明看到了什么', en: 'Say what was seen' }

/** Why a matter goes to somebody else [M8]: every hand-over takes one and is counted. */
export const HAND_OVER_REASONS: readonly Reason[] = [
  reason('no_power', '我没有这项权力', 'Not in my power', WHO),
  reason('not_our_duty', '不是我方职责', 'Not our duty', WHO),
  reason('not_in_contract', '不在物业合同内', 'Not in the service contract', { zh: '写明合同第几项', en: 'Name the item of the contract' }),
  reason('other_place', '不在我负责的地方', 'Not my area'),
  reason('needs_several', '要几方一起办', 'Needs several parties', WHO),
  reason('tried_failed', '试过了，没办成', 'Tried without success', FACTS),
  reason('conflict', '和我有关系，该回避', 'I am concerned and step back'),
  reason('wrong_category', '类别选错了', 'Wrong category'),
  reason('away', '我不在，交给替班的人', 'I am away; my deputy takes it'),
  reason('urgent', '情况急，直接交给能马上到的', 'Urgent: to whoever can be there first'),
]

/** Why a matter can't be done as asked: public, and a respected way for it to end [M9]. */
export const UNABLE_REASONS: readonly Reason[] = [
  reason('law_forbids', '法律不允许', 'The law forbids it', ARTICLE),
  reason('planning', '规划已经定了别的用途', 'Planning has set another use', { zh: '写明规划怎么定的', en: 'Say what the plan says' }),
  reason('no_money_path', '要花钱，钱从哪来还没定', 'Needs money whose source is not settled',
    { zh: '写明走哪条：维修资金、公共收益、业主分摊、微实事、财政、保修',
      en: 'Name the way: repair fund, common income, owners’ share, micro-project, public budget or warranty' }),
  reason('others_right', '会伤到别人的合法权利', 'It would harm another’s lawful right', FACTS),
  reason('owners_decide', '要业主共同决定，还没表决或没通过', 'The owners have to decide', NEXT),
  reason('other_sued', '已在诉讼、仲裁或复议中', 'Before a court, an arbitrator or a review'),
  reason('past_warranty', '过了保修期，责任人已经没有', 'Out of warranty, nobody is liable', NEXT),
  reason('outside_place', '不在本街道管的范围', 'Outside this street', WHO),
  reason('technical', '现有条件做不到', 'Technically not possible now', NEXT),
  reason('season', '要等季节或工期', 'Has to wait for the season', NEXT),
  reason('not_found', '到现场没找到，联系不上核实', 'Not found on site and nobody to ask', FACTS),
  reason('partly', '只能办到一部分', 'Only partly possible', NEXT),
]

/** Why who verifies sends it back. */
export const REJECT_REASONS: readonly Reason[] = [
  reason('not_done', '没有做', 'Not done', FACTS),
  reason('half_done', '只做了一半', 'Only half done', FACTS),
  reason('came_back', '又出现了', 'It has come back', FACTS),
  reason('wrong_spot', '做的不是这一处', 'Another spot was done', FACTS),
  reason('unsafe', '留下了新的隐患', 'A new hazard was left', FACTS),
  reason('no_proof', '没有能看的凭据', 'Nothing to see as proof'),
  reason('only_explained', '只解释了，没解决', 'Explained, not solved'),
  reason('possible', '其实办得了', 'It can be done', FACTS),
]

/** Why a party says that a dispatch is not theirs [M33]: each with evidence. */
export const OBJECTION_GROUNDS: readonly Reason[] = [
  reason('other_area', '不在我方辖区', 'Outside our area', { zh: '写明在谁的辖区、凭什么', en: 'Say whose area it is, and by what' }),
  reason('other_power', '不是我方的权力', 'Not in our power', ARTICLE),
  reason('other_owner', '产权不归我方', 'Not our property', { zh: '写明产权是谁的、凭什么', en: 'Say whose it is, and by what' }),
  reason('shared_duty', '几家都有责任，不该我方主办', 'A shared duty, not ours to lead', WHO),
  reason('not_in_contract', '不在合同内', 'Not in the contract', { zh: '写明合同第几项', en: 'Name the item of the contract' }),
  reason('facts_wrong', '情况与派单不符', 'The facts are otherwise', FACTS),
]

/** Why a matter is before the street though nobody objected [M19]. */
export const NOTHING_MOVES = reason('nothing_moves', '督办了还没动', 'Nothing moves after supervision')

/** Why the reporter takes it back. */
export const WITHDRAW_REASONS: readonly Reason[] = [
  reason('solved_itself', '已经好了', 'It is fine now'), reason('solved_between', '我们自己商量好了', 'We settled it ourselves'),
  reason('sent_twice', '报重了', 'Sent twice'), reason('mistake', '弄错了', 'A mistake'), reason('elsewhere', '找别处办了', 'Taken elsewhere'),
  reason('no_more', '不想说了', 'I would rather not'),
]

/** Short notes with which a station reports in. */
export const REPORT_IN_NOTES: readonly Reason[] = [
  reason('on_site', '人已到场', 'On site'), reason('on_the_way', '已出发', 'On the way', { zh: '写明几点到', en: 'Say when you arrive' }),
  reason('by_phone', '先电话处理', 'Dealing with it by phone', FACTS), reason('stand_in', '派人代到', 'Somebody comes for us', WHO),
  reason('disputed', '到场，但认为不该我方主办', 'Here, but not ours to lead', ARTICLE),
]

/** Every closed list by the act that it belongs to. */
export const REASON_LISTS = {
  hand_over: HAND_OVER_REASONS, unable: UNABLE_REASONS, reject: REJECT_REASONS, withdraw: WITHDRAW_REASONS, report_in: REPORT_IN_NOTES,
  object: OBJECTION_GROUNDS,
} as const
export type ReasonList = keyof typeof REASON_LISTS

/** The reason of a code in a list, or null when the list has no such code. */
export const reasonOf = (list: ReasonList, code: string): Reason | null => REASON_LISTS[list].find(r => r.code === code) ?? null

/** Whether a reason may be taken with this note: its code is in the list, and a reason that needs words has at least four signs of them. */
export const reasonStands = (list: ReasonList, code: string, note: string): boolean => {
  const found = reasonOf(list, code)
  return found !== null && (found.needs === null || [...note.replace(/\s/g, '')].length >= 4)
}
