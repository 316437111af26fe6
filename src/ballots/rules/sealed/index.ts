/** Sealing of ballots in plain texts, for other rules, for sealing and for pages. */
export { answersIn, contentOf } from './content.ts'
export { commitmentText, inLeafOrder, type OpenChoice } from './commitment.ts'
export {
  choiceLine, headerLine, rulesText, type BudgetRules, type CountResultLine, type CountRules, type CourtOrder, type ElectionRules, type Lottery,
  type MotionRules,
} from './count-file.ts'
export { groupsOf, sealedFacts } from './sealed-facts.ts'
export { mayOpenLink, TOGETHER_MS, type LinkAsk } from './link-opening.ts'
