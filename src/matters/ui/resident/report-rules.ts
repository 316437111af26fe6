/** The rules that the report page asks, loaded when somebody begins to write: the page itself stays light. */
export { categoryOf, CATEGORIES, dangersIn, dutyFor, suggest, titleFrom } from '../../rules/index.ts'
