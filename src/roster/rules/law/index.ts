/** The rules of the law kept, for the roster and its pages. */
export * from './sensitive.ts'
export * from './consent.ts'
export * from './expiry.ts'
export * from './care.ts'
export * from './party.ts'
export * from './register.ts'
export { lawActs } from './acts.ts'
