/** Threads' rules for other rules and for pages. */
export * from './words.ts'
export { ADJECTIVES, adjectivesOf, adjectiveWords, inForce, unheard, type Adjective } from './conditions.ts'
export * from './judging.ts'
export * from './moves.ts'
export { threadNotices, type ThreadNotice } from './notices.ts'
export * from './telling.ts'
export * from './todo.ts'
