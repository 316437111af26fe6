/** The front door of ballots for other server code. */
export { registerRoutes } from './http/register-routes.ts'
export { registerActs } from './rules/register/acts.ts'
export { compoundRuleOn, saveCompoundRule } from './store/compound-rules.ts'
export { insertHeads, insertOwners, insertProxies, insertTitles, sealPerson } from './store/register-bulk.ts'
