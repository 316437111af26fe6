/** The rules of neighbourhood covenants, for the server and for pages. */
export * from './covenant.ts'
export * from './difference.ts'
export { covenantActs } from './acts.ts'
