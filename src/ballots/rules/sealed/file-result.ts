/** The result of a count as its file writes it, so that scrutineers compare the same thing. */
import { countMotion } from '../count.ts'
import { holdingOf } from '../holding.ts'
import { countBudget } from '../shares/index.ts'
import type { Source } from '../../../kit/pure.ts'
import type { Expression } from '../vote.ts'
import type { OpenChoice } from './commitment.ts'
import { answersIn } from './content.ts'
import type { BudgetResultLine, BudgetRules, MotionResultLine, MotionRules } from './count-file.ts'

/** What each pseudonym said to one question, as counting takes it: a text that is no ballot's becomes a word that no question has. */
export const expressionsOf = (question: string, choices: readonly OpenChoice[]): readonly Expression[] =>
  choices.map(({ pseudonym, seq, channel, area, heads, content }) => {
    const answers = answersIn(content)
    const said = answers?.find((one) => one.question === question)?.said.join(',') ?? ''
    return { elector: pseudonym, seq, channel, area, heads, content: answers ? said : 'unreadable' }
  })

const here: Source = { law: 'count file' }

/** Counts a motion by the plain rules of its file. Throws RangeError as countMotion does. */
export function motionFileResult(rules: MotionRules, choices: readonly OpenChoice[]): MotionResultLine {
  const events = rules.orders.map(({ kind, pseudonym, area, heads }) => ({ kind, elector: pseudonym || null, area, heads, on: '0000-01-01', paper: '' }))
  const counted = rules.questions.map(({ id, item, quorum, majority }) => ({ id, of: countMotion({
    item, totals: rules.totals, thresholds: { quorum: { value: quorum, source: here }, majority: { value: majority, source: here } },
    holds: rules.holds, silence: rules.silence.means, silentDelivered: rules.silence.delivered, expressions: expressionsOf(id, choices), events,
  }) }))
  return {
    questions: counted.map(({ id, of: { outcome, participation, majorities: { sides } } }) => ({
      id, took_part: participation.took, agree: sides.agree, against: sides.against, abstain: sides.abstain, outcome })),
    conflicts: counted[0]?.of.conflicts.map(({ elector, held }) => ({ pseudonym: elector, held })) ?? [],
  }
}

/** Shares a budget by the plain rules of its file. */
export function budgetFileResult(rules: BudgetRules, choices: readonly OpenChoice[]): BudgetResultLine {
  const { held, conflicts } = holdingOf(expressionsOf(rules.question, choices), rules.holds, (content) => content !== 'unreadable')
  const known = new Set(rules.projects.map(({ id }) => id))
  const ballots = held.map(({ content }) => content.split(',').filter((id) => known.has(id)))
  const { winners, spent } = countBudget({ budget: rules.budget, projects: rules.projects, ballots },
    { rule: rules.rule, completion: rules.completion, ties: rules.lottery.order, step: rules.step })
  const votes = Object.fromEntries(rules.projects.map(({ id }) => [id, ballots.filter((ids) => ids.includes(id)).length]))
  return { winners, spent, votes, conflicts: conflicts.map(({ elector, held: seq }) => ({ pseudonym: elector, held: seq })) }
}
