/** The record's front door for other server code. */
export { appendAct, appendActs, type NewAct } from './store/append-act.ts'
export { sealAll, sealDistrict, type Sealed } from './jobs/seal.ts'
export { openSigner } from './signer.ts'
export { consistencyBetween, currentHead, receiptOf, type Consistency } from './views/receipt.ts'
export { actsOfSubject, ownActs } from './views/acts.ts'
export { verifyDistrict } from './verify.ts'
export { recordRoutes } from './http/routes.ts'
