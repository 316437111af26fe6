/** The papers of a vote, each as plain data; `paperDocx` and `paperPdf` of the kit set them. */
export { ballotPaper, ballotPapers, type BallotFor, type BallotInput } from './ballot.ts'
export { certificatePaper, type CertificateInput } from './certificate.ts'
export { countSheetPaper, readingPaper, type Received } from './count-sheet.ts'
export { deliveryPaper, type ToDeliver } from './delivery.ts'
export { filingPaper, type FilingInput } from './filing.ts'
export { noticePaper, type NoticeInput } from './notice.ts'
export { candidatesPaper, type Hanging, resultPaper, type Standing } from './posting.ts'
export type { Counted, Elected, Funded, Opinion, Outcome, Sealed, Topic, VoteFacts } from './types.ts'
