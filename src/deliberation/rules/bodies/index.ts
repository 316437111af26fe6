/** The rules of standing bodies, for the server and for pages. */
export * from './kinds.ts'
export * from './rhythm.ts'
export * from './seats.ts'
export { bodyActs } from './acts.ts'
