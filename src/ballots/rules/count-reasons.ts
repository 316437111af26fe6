/** Why a count came out as it did: sentences with their articles, in the order in which a scrutineer reads them out. */
import type { Said } from '../../kit/pure.ts'
import { SILENCE_WORDS } from './compound-rule.ts'
import type { Majorities, MotionOutcome, Reason } from './count-result.ts'
import type { Trace } from './events.ts'
import type { Conflict, Invalid } from './holding.ts'
import { decidedWords, type Thresholds } from './items.ts'
import { saidArea, saidCount, saidPercent, saidShare } from './share.ts'
import type { Turnout } from './turnout.ts'
import type { Decided, Measure, Silence } from './vote.ts'

type Counted = {
  readonly item: Decided
  readonly thresholds: Thresholds
  readonly silence: Silence
  readonly silent: Measure
  readonly outcome: MotionOutcome
  readonly participation: Turnout
  readonly majorities: Majorities
  readonly conflicts: readonly Conflict[]
  readonly invalid: readonly Invalid[]
  readonly trace: readonly Trace[]
}

const owners = (n: number): string => `${saidCount(n)} owner${n === 1 ? '' : 's'}`
const households = (n: number): string => `${saidCount(n)} household${n === 1 ? '' : 's'}`
const met = (yes: boolean): Said => (yes ? { zh: '够了', en: 'enough' } : { zh: '不够', en: 'not enough' })

function quorumReasons({ participation: { took, totals, need, reached }, thresholds: { quorum } }: Counted): readonly Reason[] {
  const share = saidShare(quorum.value)
  const [area, heads] = [met(reached.area), met(reached.heads)]
  return [{
    code: 'quorum_area', met: reached.area, source: quorum.source,
    say: {
      zh: `参与表决的面积${saidArea(took.area)}平方米，占${saidPercent(took.area, totals.area)}；要${share.zh}，即${saidArea(need.area)}平方米：${area.zh}`,
      en: `${saidArea(took.area)} m² took part, ${saidPercent(took.area, totals.area)}; ${share.en} is ${saidArea(need.area)} m²: ${area.en}`,
    },
  }, {
    code: 'quorum_heads', met: reached.heads, source: quorum.source,
    say: {
      zh: `参与表决的业主${saidCount(took.heads)}人，占${saidPercent(took.heads, totals.heads)}；要${share.zh}，即${saidCount(need.heads)}人：${heads.zh}`,
      en: `${owners(took.heads)} took part, ${saidPercent(took.heads, totals.heads)}; ${share.en} is ${saidCount(need.heads)}: ${heads.en}`,
    },
  }]
}

function majorityReasons({ participation: { took }, majorities: { sides: { agree }, need, reached }, thresholds: { majority } }: Counted): readonly Reason[] {
  const share = saidShare(majority.value)
  const [area, heads] = [met(reached.area), met(reached.heads)]
  return [{
    code: 'majority_area', met: reached.area, source: majority.source,
    say: {
      zh: `同意的面积${saidArea(agree.area)}平方米，占参与表决的${saidPercent(agree.area, took.area)}；要${share.zh}，即${saidArea(need.area)}平方米：${area.zh}`,
      en: `${saidArea(agree.area)} m² agreed, ${saidPercent(agree.area, took.area)} of those taking part; ${share.en} is ${saidArea(need.area)} m²: ${area.en}`,
    },
  }, {
    code: 'majority_heads', met: reached.heads, source: majority.source,
    say: {
      zh: `同意的业主${saidCount(agree.heads)}人，占参与表决的${saidPercent(agree.heads, took.heads)}；要${share.zh}，即${saidCount(need.heads)}人：${heads.zh}`,
      en: `${owners(agree.heads)} agreed, ${saidPercent(agree.heads, took.heads)} of those taking part; ${share.en} is ${saidCount(need.heads)}: ${heads.en}`,
    },
  }]
}

/** Where every household weighs the same: both shares in households alone. [B110] */
function householdReasons({ participation: { took, totals, need, reached }, majorities: { sides: { agree }, need: needed, reached: agreed }, thresholds: { quorum, majority } }: Counted): readonly Reason[] {
  const [first, second] = [saidShare(quorum.value), saidShare(majority.value)]
  return [{
    code: 'quorum_heads', met: reached.heads, source: quorum.source,
    say: {
      zh: `参与表决${saidCount(took.heads)}户，占${saidPercent(took.heads, totals.heads)}；要${first.zh}，即${saidCount(need.heads)}户：${met(reached.heads).zh}`,
      en: `${households(took.heads)} took part, ${saidPercent(took.heads, totals.heads)}; ${first.en} is ${saidCount(need.heads)}: ${met(reached.heads).en}`,
    },
  }, {
    code: 'majority_heads', met: agreed.heads, source: majority.source,
    say: {
      zh: `同意${saidCount(agree.heads)}户，占参与表决的${saidPercent(agree.heads, took.heads)}；要${second.zh}，即${saidCount(needed.heads)}户：${met(agreed.heads).zh}`,
      en: `${households(agree.heads)} agreed, ${saidPercent(agree.heads, took.heads)} of those taking part; ${second.en} is ${saidCount(needed.heads)}: ${met(agreed.heads).en}`,
    },
  }]
}

const shortOf = ({ area, heads }: Measure): Said => {
  if (heads === 0) return { zh: `人数够了，面积差${saidArea(area)}平方米`, en: `enough owners, short of ${saidArea(area)} m²` }
  if (area === 0) return { zh: `面积够了，人数差${saidCount(heads)}人`, en: `enough area, short of ${owners(heads)}` }
  return { zh: `差${saidCount(heads)}人、${saidArea(area)}平方米`, en: `short of ${owners(heads)} and ${saidArea(area)} m²` }
}

const shortOfHouseholds = ({ heads }: Measure): Said => ({ zh: `差${saidCount(heads)}户`, en: `short of ${households(heads)}` })

function outcomeReason({ outcome, item, participation, majorities, thresholds }: Counted): Reason {
  const lack = thresholds.byHeads ? shortOfHouseholds : shortOf
  const name = decidedWords(item)
  const said: Readonly<Record<MotionOutcome, () => Said>> = {
    passed: () => ({ zh: `${name.zh}：通过`, en: `${name.en}: passed` }),
    not_passed: () => ({ zh: `${name.zh}：没有通过，${lack(majorities.short).zh}`, en: `${name.en}: not passed, ${lack(majorities.short).en}` }),
    no_quorum: () => ({ zh: `${name.zh}：参与的${thresholds.byHeads ? '户' : '业主'}不够，${lack(participation.missing).zh}`,
      en: `${name.en}: too few took part, ${lack(participation.missing).en}` }),
    stayed: () => ({ zh: `${name.zh}：按法院文书暂停`, en: `${name.en}: stayed by a court` }),
  }
  return { code: outcome, met: outcome === 'passed', say: said[outcome](), source: null }
}

function silenceReason({ silence, silent, participation: { took }, majorities: { silentWith } }: Counted): readonly Reason[] {
  if (silence === 'not_counted' || silent.heads === 0 || took.heads === 0) return []
  const nobody = silence === 'with_majority' && silentWith === null
  const zh = `${SILENCE_WORDS[silence].zh}：${saidCount(silent.heads)}人、${saidArea(silent.area)}平方米${nobody ? '；两项计数都领先的意见没有，只算参与' : ''}`
  const en = `${SILENCE_WORDS[silence].en}: ${owners(silent.heads)}, ${saidArea(silent.area)} m²${nobody ? '; no side is ahead by both counts' : ''}`
  return [{ code: 'silence', met: null, say: { zh, en }, source: { law: '本小区议事规则' } }]
}

function listed({ conflicts, invalid }: Counted): readonly Reason[] {
  const open = conflicts.filter(({ held }) => held === null).length
  const some = (code: string, n: number, zh: string, en: string): readonly Reason[] =>
    (n === 0 ? [] : [{ code, met: null, say: { zh: `${n}${zh}`, en: `${n} ${en}` }, source: null }])
  return [
    ...some('conflicts', conflicts.length, '位业主表达了不止一次，逐条列出', 'expressed themselves more than once: each is listed'),
    ...some('unresolved', open, '位业主的几次表达分不出先后，没有计入', 'of them could not be put in order and are not counted'),
    ...some('invalid', invalid.length, '张票不是有效的选择，没有计入', 'ballots hold no valid choice and are not counted'),
  ]
}

/** [B15] The reasons of a count: quorums, majorities, silence, conflicts, what happened to heads, and last what came of it. */
export function reasonsOf(counted: Counted): readonly Reason[] {
  return [
    ...(counted.thresholds.byHeads ? householdReasons(counted) : [...quorumReasons(counted), ...majorityReasons(counted)]), ...silenceReason(counted), ...listed(counted),
    ...counted.trace.map(({ kind, say, source }) => ({ code: kind, met: null, say, source })),
    outcomeReason(counted),
  ]
}
