/** The import: from a file to the roster, and back. */
export * from './acts.ts'
export * from './merge.ts'
export * from './states.ts'
export * from './told.ts'
