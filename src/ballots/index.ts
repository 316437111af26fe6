/** The front door of ballots for other server code. */
export { projectRoutes } from './http/project-routes.ts'
export { registerRoutes } from './http/register-routes.ts'
export { roundTimers } from './jobs/round-clock.ts'
export { projectActs } from './rules/projects/acts.ts'
export { registerActs } from './rules/register/acts.ts'
export { compoundRuleOn, saveCompoundRule } from './store/compound-rules.ts'
export { eraseOwner } from './store/erase-owner.ts'
export { insertHeads, insertOwners, insertProxies, insertTitles, sealPerson } from './store/register-bulk.ts'
