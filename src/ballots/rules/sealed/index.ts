/** Sealing of ballots in plain texts, for other rules, for sealing and for pages. */
export { answersIn, contentOf, type Answers } from './content.ts'
export { ballotFormat, commitmentText, inLeafOrder, type OpenChoice } from './commitment.ts'
export { canonicalText, type Plain } from './canonical.ts'
export * from './count-file.ts'
export { groupsOf, sealedFacts, type SealedFacts } from './sealed-facts.ts'
export { mayOpenLink, TOGETHER_MS, type KeyList, type LinkAsk } from './link-opening.ts'
