/** The rules that one vote is held by, resolved when it was posted and kept with it: later changes of law or compound's rules do not touch it. */
import { ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import { channelsOf, HOLDS_WORDS, SILENCE_WORDS } from '../compound-rule.ts'
import { HOUSEHOLDS_RULE, HOUSEHOLDS_SOURCE, HOUSEHOLDS_TERMS, householdsThresholds } from '../households.ts'
import { isItem, ITEM_WORDS, itemNumber, thresholdsFor, type Thresholds } from '../items.ts'
import { ballotPackFor, type PackTerms } from '../packs/index.ts'
import { saidShare } from '../share.ts'
import { vacantSaid, type VacantSum } from '../vacant-homes.ts'
import type { Channel, CompoundRule, Item, Matter } from '../vote.ts'

/** `buildings`: heads by the building of their first title, frozen with the register. */
export type HeldBy = {
  readonly region: string
  readonly day: string
  readonly packs: readonly { readonly id: string; readonly version: string }[]
  readonly terms: PackTerms
  readonly rule: CompoundRule
  readonly ruleId: string | null
  readonly thresholds: Thresholds | null
  readonly buildings?: readonly { readonly id: string; readonly name: string; readonly heads: number; readonly titles: number }[]
  /** How many titles were frozen. */
  readonly titles?: number
  /** Of a vote of households alone: homes that stand empty. [B113] */
  readonly vacant?: VacantSum
  /** Of an election alone. */
  readonly seats?: number
  readonly reserves?: number
}

/** [B110] What a vote of households is held by: nothing of the owners' law or of the compound's own rules. */
export const householdsHeldBy = (region: string, day: string): HeldBy =>
  ({ region, day, packs: [], terms: HOUSEHOLDS_TERMS, rule: HOUSEHOLDS_RULE, ruleId: null, thresholds: householdsThresholds })

/** [B21] Resolves what a vote of an item is held by at a place on a day. `ruleId`: the compound's rule, null where it has none. */
export function heldBy(region: string, day: string, matter: Matter | null, rule: CompoundRule, ruleId: string | null): Result<HeldBy> {
  const pack = ballotPackFor(region, day)
  if (pack === null) {
    return refuse({ code: 'no_rules', rule: 'B21', explain: { zh: '这一天还没有可依据的规定。', en: 'There is no law to hold a vote by on that day.' } })
  }
  const base = { region, day, packs: pack.packs, terms: pack.terms, rule, ruleId }
  if (matter === null || !isItem(matter)) return ok({ ...base, thresholds: null })
  const thresholds = thresholdsFor(matter, pack.terms)
  return thresholds.ok ? ok({ ...base, thresholds: thresholds.value }) : thresholds
}

/** The ways of voting that a vote may have, of those that were asked for; a refusal names why one of them can't be. [B9] */
export function channelsFor(asked: readonly Channel[], { rule, terms }: Pick<HeldBy, 'rule' | 'terms'>): Result<readonly Channel[]> {
  const allowed = channelsOf(rule, terms)
  if (asked.includes('phone') && !allowed.channels.includes('phone') && !allowed.because.ok) return allowed.because
  return ok(allowed.channels.filter((channel) => asked.includes(channel)))
}

export type RuleLine = { readonly code: string; readonly words: Said; readonly source: Source | null }

/** What a vote is held by, in sentences for a page. */
export function ruleLines({ thresholds, rule, terms, vacant }: HeldBy, item: Item | null): readonly RuleLine[] {
  const own: Source | null = rule.adopted === null ? null : { law: '本小区议事规则' }
  const lines: RuleLine[] = []
  if (item !== null) {
    lines.push({ code: 'item', source: thresholds?.majority.source ?? null,
      words: { zh: `第（${itemNumber(item)}）项：${ITEM_WORDS[item].zh}`, en: `(${itemNumber(item)}) ${ITEM_WORDS[item].en}` } })
  }
  if (thresholds !== null) {
    const [quorum, majority] = [saidShare(thresholds.quorum.value), saidShare(thresholds.majority.value)]
    lines.push({ code: 'quorum', source: thresholds.quorum.source, words: thresholds.byHeads ? { zh: `一户一票，要算数：参与表决的户数要${quorum.zh}`,
      en: `One vote a household; to count, ${quorum.en} of all households take part` } : { zh: `要算数：参与表决的面积和人数都要占${quorum.zh}`,
      en: `To count, area and heads that take part have to be ${quorum.en} each` } })
    lines.push({ code: 'majority', source: thresholds.majority.source, words: thresholds.byHeads ? { zh: `要通过：参与表决的户里，同意的要${majority.zh}`,
      en: `To pass, ${majority.en} of those households agree` } : { zh: `要通过：同意的面积和人数都要占参与表决的${majority.zh}`,
      en: `To pass, area and heads that agree have to be ${majority.en} of those taking part` } })
  }
  if (vacant && vacant.homes > 0) lines.push({ code: 'vacant', source: HOUSEHOLDS_SOURCE, words: vacantSaid(vacant) })
  lines.push({ code: 'holds', source: own, words: HOLDS_WORDS[rule.holds] }, { code: 'silence', source: own, words: SILENCE_WORDS[rule.silence] })
  if (terms.onlyPosted) {
    lines.push({ code: 'only_posted', source: terms.onlyPosted.source, words: { zh: '没有公示过的议题不表决', en: 'Nothing is voted on that was not posted' } })
  }
  return lines
}
