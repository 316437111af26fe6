/** The rules of one's own file, for the roster and its pages. */
export * from './request.ts'
export * from './open.ts'
export { ownFileActs } from './acts.ts'
