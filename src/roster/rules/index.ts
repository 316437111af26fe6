/** The rules of the roster, for other rules and for pages. */
export * from './fields.ts'
export * from './coverage.ts'
export * from './keep.ts'
export { homeActs } from './home-acts.ts'
export * from './show.ts'
export * from './find.ts'
