/** The rules of the roster, for other rules and for pages. */
export * from './fields.ts'
