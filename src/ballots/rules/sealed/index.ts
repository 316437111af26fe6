/** Sealing of ballots in plain texts, for other rules, for sealing and for pages. */
export { answersIn, contentOf, type Answers } from './content.ts'
export { ballotFormat, commitmentText, inLeafOrder, type OpenChoice } from './commitment.ts'
export { canonicalText, type Plain } from './canonical.ts'
export {
  choiceLine, countFormat, headerLine, rulesText, type BudgetResultLine, type BudgetRules, type ConflictLine, type CountHeader, type CountResultLine,
  type CountRules, type CourtOrder, type ElectionResultLine, type ElectionRules, type Lottery, type MotionResultLine, type MotionRules,
} from './count-file.ts'
export { groupsOf, sealedFacts, type SealedFacts } from './sealed-facts.ts'
export { mayOpenLink, TOGETHER_MS, type KeyList, type LinkAsk } from './link-opening.ts'
