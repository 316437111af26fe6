import { categoryOf, CATEGORIES, DANGER_SIGN, dangersIn, dutyFor, pacesOf, suggest, titleFrom } from '../../rules/index.ts'

/** The rules that the report page asks, loaded when somebody begins to write: the page itself stays light. */
export const reportRules = { categoryOf, CATEGORIES, DANGER_SIGN, dangersIn, dutyFor, pacesOf, suggest, titleFrom }
