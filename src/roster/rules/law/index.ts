/** The rules of the law kept, for the roster and its pages. */
export * from './sensitive.ts'
export * from './expiry.ts'
export * from './care.ts'
