/** Front door of the rules of the opinion map. */
export { pollActs } from './acts.ts'
export type { Consensus } from './consensus.ts'
export { missingByBuilding } from './disclosure.ts'
export { readyAnswers } from './held-back.ts'
export { addVotes, noOpinions, type Opinions, type Sign, type Vote } from './ledger.ts'
export { drawMap, type Common, type Drawing, type OpinionMap } from './map.ts'
export { parameters } from './parameters.ts'
export { pictureOf, type Picture } from './picture.ts'
export {
  ASKERS, CARRIERS, closesAt, closesFrom, isPollState, mayAdd, mayAnswer, mayClose, mayEnter, mayOpen, mayStart, phaseOf, POLL_STATES, pollMoves, pollRefusals,
  SHEET_DAYS, SHEET_NAMES, type Poll,
} from './poll.ts'
export { proposalOf } from './proposal.ts'
export { drawingText, fileLines, type Answered } from './published.ts'
export type { Representative } from './representative.ts'
export { drawNext, weightOf, type Standing } from './routing.ts'
export { alikeStatements, longestStatement, sameStatement, statementLength } from './statements.ts'
export { keptNumbers, steadied, type Steady } from './steady.ts'
