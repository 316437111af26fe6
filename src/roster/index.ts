/** The front door of the roster for other server code. */
export * from './rules/index.ts'
export { bulkTables, insertMany, type BulkCell, type BulkTable } from './store/dweller-bulk.ts'
export { initialsOf, surnameOf, tokensOf, type Findable } from './store/token.ts'
export { hashOfValue, keepValue, type KeptValue } from './store/value.ts'
