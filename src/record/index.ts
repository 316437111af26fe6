/** The record's front door for other server code. */
export { appendAct, appendActs, type NewAct } from './store/append-act.ts'
export { sealAll, sealDistrict, type Sealed, type Sealing } from './jobs/seal.ts'
export { openSigner, type Signer } from './signer.ts'
export { consistencyBetween, currentHead, receiptOf, type Consistency, type Receipt, type ReceiptState } from './views/receipt.ts'
export { actsOfSubject, ownActs, type OwnActs } from './views/acts.ts'
export { verifyDistrict, type Finding, type Verified } from './verify.ts'
export type { SignedHead } from './store/heads.ts'
export { recordRoutes } from './http/routes.ts'
