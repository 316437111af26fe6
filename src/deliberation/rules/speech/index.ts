/** The rules of speaking for other rules, commands and pages. */
export * from './words.ts'
export * from './speaking.ts'
export * from './moderating.ts'
export * from './notices.ts'
