/** A count from open choices: what is counted by, what came of it, and what a page shows. The elector of every expression is a pseudonym. [B31] */
import type { Said, Source } from '../../../kit/pure.ts'
import { countMotion, type MotionResult } from '../count.ts'
import { countElection } from '../election/count-election.ts'
import type { CountEvent } from '../events.ts'
import { holdingOf } from '../holding.ts'
import { isItem, ITEM_WORDS, type Thresholds } from '../items.ts'
import { answersIn, type BudgetRules, type CountResultLine, type CountRules, type CourtOrder, type ElectionRules, type Lottery, type MotionRules, type OpenChoice } from '../sealed/index.ts'
import { countBudget, sayOf } from '../shares/index.ts'
import { CHOICES, type Decided, type Expression, type Matter, type Measure, type VoteKind } from '../vote.ts'
import type { HeldBy } from './held-by.ts'

export type CountedQuestion = { readonly n: number; readonly title: string; readonly pick: number
  readonly options: readonly { readonly id: string; readonly label: string; readonly cost?: number }[] }
/** How a budget is shared, as its round says. Fen. */
export type Sharing = { readonly rule: 'greedy' | 'equal-shares'; readonly completion: 'none' | 'add1' | 'add1u'; readonly budget: number; readonly step: number }
/** Everything of a vote that its count rests on. `lottery.order`: ids of options as drawn. */
export type CountInput = {
  readonly kind: VoteKind; readonly matter: Matter | null; readonly held: HeldBy; readonly totals: Measure; readonly questions: readonly CountedQuestion[]
  readonly choices: readonly OpenChoice[]; readonly silentDelivered: Measure; readonly events: readonly CountEvent[]; readonly lottery: Lottery
  readonly sharing: Sharing | null
}

export type ShownOutcome = 'passed' | 'not_passed' | 'no_quorum' | 'stayed'
export type ShownOption = { readonly id: string; readonly label: string; readonly heads: number; readonly area: number; readonly won: boolean }
/** What everybody may see of a result: totals and reasons, no pseudonym. */
export type Shown = {
  readonly outcome: ShownOutcome; readonly tookPart: Measure; readonly invalid: number; readonly conflicts: number
  readonly questions: readonly { readonly n: number; readonly title: string; readonly outcome: ShownOutcome; readonly needed: Measure | null; readonly options: readonly ShownOption[] }[]
  readonly reasons: readonly { readonly words: Said; readonly source: Source | null }[]
}
export type CountedVote = { readonly rules: CountRules; readonly line: CountResultLine; readonly shown: Shown; readonly listed: readonly Listed[]
  /** Of a motion, for its papers: quorums and majorities of each question in full. */
  readonly motion?: readonly Pick<MotionResult, 'outcome' | 'participation' | 'majorities'>[] }
/** A pseudonym with more than one expression, or with one that is none. */
export type Listed = { readonly pseudonym: string; readonly kind: 'doubles' | 'invalid'; readonly held: number | null; readonly seqs: readonly number[]; readonly words: Said }

/** What each choice says to one question; nothing where it does not name the question, the whole text where it is none. */
const sayTo = (choices: readonly OpenChoice[], n: number): readonly Expression[] => choices.map((one) => {
  const answers = answersIn(one.content)
  const content = answers ? answers.find(({ question }) => question === `q${n}`)?.said.join(',') ?? '' : one.content
  return { elector: one.pseudonym, seq: one.seq, channel: one.channel, content, area: one.area, heads: one.heads }
})

const ordersOf = (events: readonly CountEvent[]): readonly CourtOrder[] => events.flatMap(({ kind, elector, area, heads }) =>
  (kind === 'changed_hands' || kind === 'died' ? [] : [{ kind, pseudonym: elector ?? '', area, heads }]))
const LABELS: Readonly<Record<(typeof CHOICES)[number], string>> = { agree: '同意', against: '反对', abstain: '弃权' }

function listedOf({ conflicts, invalid }: Pick<MotionResult, 'conflicts' | 'invalid'>): readonly Listed[] {
  return [...conflicts.map(({ elector, held, given, say }): Listed => ({ pseudonym: elector, kind: 'doubles', held, seqs: given.map(({ seq }) => seq), words: say })),
    ...invalid.map(({ elector, seq }): Listed => ({ pseudonym: elector, kind: 'invalid', held: null, seqs: [seq],
      words: { zh: '这一张不是有效的选择，没有计入', en: 'This ballot holds no valid choice and is not counted' } }))]
}

function together(outcomes: readonly ShownOutcome[]): ShownOutcome {
  return outcomes.every((one) => one === outcomes[0]) ? outcomes[0] ?? 'no_quorum' : outcomes.find((one) => one !== 'passed') ?? 'not_passed'
}

function motion(input: CountInput, thresholds: Thresholds): CountedVote {
  const { held: { rule }, totals, silentDelivered, events } = input
  const item: Decided = input.matter !== null && (isItem(input.matter) || input.matter === 'residents_covenant') ? input.matter : 'other'
  // of households, areas are all alike and are never shown
  const told = (of: Measure): Measure => (thresholds.byHeads ? { area: 0, heads: of.heads } : of)
  const results = input.questions.map((question) => ({ question, result: countMotion({ item, totals, thresholds, holds: rule.holds, silence: rule.silence,
    silentDelivered, events, expressions: sayTo(input.choices, question.n) }) }))
  const rules: MotionRules = { kind: 'motion', holds: rule.holds, totals, silence: { means: rule.silence, delivered: silentDelivered }, orders: ordersOf(events),
    questions: results.map(({ question: { n } }) => ({ id: `q${n}`, item, quorum: thresholds.quorum.value, majority: thresholds.majority.value })) }
  const [first] = results
  const conflicts = (first?.result.conflicts ?? []).map(({ elector, held }) => ({ pseudonym: elector, held }))
  const shown: Shown = {
    outcome: together(results.map(({ result }) => result.outcome)), tookPart: told(first?.result.participation.took ?? { area: 0, heads: 0 }),
    invalid: (first?.result.invalid.length ?? 0) + (first?.result.unmarked.length ?? 0), conflicts: conflicts.length,
    questions: results.map(({ question, result: { outcome, majorities } }) => ({ n: question.n, title: question.title, outcome, needed: told(majorities.need),
      options: CHOICES.map((id) => ({ id, label: LABELS[id], ...told(majorities.sides[id]), won: id === 'agree' && outcome === 'passed' })) })),
    reasons: results.flatMap(({ result }) => result.reasons.map(({ say, source }) => ({ words: say, source }))),
  }
  const line = { conflicts, questions: results.map(({ question, result: { participation, majorities: { sides }, outcome } }) =>
    ({ id: `q${question.n}`, took_part: participation.took, agree: sides.agree, against: sides.against, abstain: sides.abstain, outcome })) }
  return { rules, line, shown, listed: first ? listedOf(first.result) : [],
    motion: results.map(({ result: { outcome, participation, majorities } }) => ({ outcome, participation, majorities })) }
}

function election(input: CountInput, thresholds: Thresholds): CountedVote {
  const { held: { rule, seats = 1, reserves = 0 }, totals, events, lottery } = input
  const [question] = input.questions
  const options = question?.options ?? []
  const [ids, most] = [options.map(({ id }) => id), question?.pick ?? 1]
  const result = countElection({ options: ids, most, seats, reserves, totals, thresholds, holds: rule.holds, rankBy: rule.rankBy, lots: lottery.order,
    expressions: sayTo(input.choices, question?.n ?? 1), events })
  const rules: ElectionRules = { kind: 'election', holds: rule.holds, totals, question: `q${question?.n ?? 1}`, options: ids, most, seats, reserves,
    quorum: thresholds.quorum.value, majority: thresholds.majority.value, rankBy: rule.rankBy, orders: ordersOf(events), lottery }
  const conflicts = result.conflicts.map(({ elector, held }) => ({ pseudonym: elector, held }))
  const outcome: ShownOutcome = result.outcome === 'elected' ? (result.elected.length > 0 ? 'passed' : 'not_passed') : result.outcome
  const shown: Shown = {
    outcome, tookPart: result.participation.took, invalid: result.invalid.length, conflicts: conflicts.length,
    questions: [{ n: question?.n ?? 1, title: question?.title ?? '', outcome, needed: null,
      options: options.map(({ id, label }) => ({ id, label, ...(result.votes[id] ?? { area: 0, heads: 0 }), won: result.elected.includes(id) })) }],
    reasons: [{ words: result.participation.say, source: result.participation.source }, ...result.trace.map(({ say, source }) => ({ words: say, source })),
      { words: { zh: `选出${result.elected.length}人，候补${result.reserves.length}人${result.open > 0 ? `，还空${result.open}席` : ''}`,
        en: `${result.elected.length} elected, ${result.reserves.length} in reserve${result.open > 0 ? `, ${result.open} seats open` : ''}` }, source: null }],
  }
  const line = { took_part: result.participation.took, votes: result.votes, outcome: result.outcome, elected: result.elected, reserves: result.reserves, conflicts }
  return { rules, line, shown, listed: listedOf(result) }
}

function budget(input: CountInput, sharing: Sharing): CountedVote {
  const { held: { rule }, totals, lottery } = input
  const [question] = input.questions
  const options = question?.options ?? []
  const { held, conflicts, invalid } = holdingOf(sayTo(input.choices, question?.n ?? 1), rule.holds, (content) => !content.includes('='))
  const projects = options.map(({ id, cost }) => ({ id, cost: cost ?? 0 }))
  const counted = countBudget({ budget: sharing.budget, projects, ballots: held.map(({ content }) => (content === '' ? [] : content.split(','))) },
    { rule: sharing.rule, completion: sharing.completion, step: sharing.step, ties: lottery.order })
  const rules: BudgetRules = { kind: 'budget', holds: rule.holds, totals, question: `q${question?.n ?? 1}`, ...sharing, projects, lottery }
  const lines = conflicts.map(({ elector, held: one }) => ({ pseudonym: elector, held: one }))
  const votes = Object.fromEntries(projects.map(({ id }) => [id, counted.explanations[id]?.votes ?? 0]))
  const outcome = counted.winners.length > 0 ? 'passed' as const : 'not_passed' as const
  const shown: Shown = {
    outcome, tookPart: { heads: held.length, area: 0 }, invalid: invalid.length, conflicts: lines.length,
    questions: [{ n: question?.n ?? 1, title: question?.title ?? '', outcome, needed: null,
      options: options.map(({ id, label }) => ({ id, label, heads: votes[id] ?? 0, area: 0, won: counted.winners.includes(id) })) }],
    reasons: options.flatMap(({ id, label }) => {
      const found = counted.explanations[id]
      return found ? [{ words: { zh: `${label}：${sayOf(found).zh}`, en: `${label}: ${sayOf(found).en}` }, source: null }] : []
    }),
  }
  return { rules, shown, line: { winners: counted.winners, spent: counted.spent, votes, conflicts: lines }, listed: listedOf({ conflicts, invalid }) }
}

/** [B31] Counts a vote. Throws RangeError when its rules lack what its kind is counted by: such a vote was never posted. */
export function countVote(input: CountInput): CountedVote {
  if (input.kind === 'budget') {
    if (input.sharing === null) throw new RangeError('a budget without a sum')
    return budget(input, input.sharing)
  }
  if (input.held.thresholds === null) throw new RangeError('a vote without thresholds')
  return input.kind === 'motion' ? motion(input, input.held.thresholds) : election(input, input.held.thresholds)
}

/** What a matter is called, for papers and pages. */
const matterWords = (matter: Matter | null): Said => (matter !== null && isItem(matter) ? ITEM_WORDS[matter] : matter === 'residents_covenant' ? { zh: '居民公约', en: 'The residents’ covenant' } : { zh: '业主委员会自己的事项', en: 'A matter of the committee' })
