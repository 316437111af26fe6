/** The papers of a vote, each as plain data; `paperDocx` and `paperPdf` of the kit set them. */
export { ballotPaper, ballotPapers } from './ballot.ts'
export { certificatePaper } from './certificate.ts'
export { countSheetPaper, readingPaper } from './count-sheet.ts'
export { deliveryPaper } from './delivery.ts'
export { filingPaper } from './filing.ts'
export { noticePaper } from './notice.ts'
export { candidatesPaper, resultPaper } from './posting.ts'
export type { Counted, Outcome, Sealed, Topic, VoteFacts } from './types.ts'
