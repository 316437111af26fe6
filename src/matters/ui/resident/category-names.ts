/** Names of kinds, loaded apart. */
export { categoryName } from '../../rules/index.ts'
