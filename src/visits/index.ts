/** The front door of visits for other server code. */
export * from './rules/index.ts'
export { recordVisit } from './commands/record-visit.ts'
export { countContacts, recountContacts, type ContactsDiffer } from './jobs/count-contacts.ts'
export { lastVisitTo } from './views/home-visit.ts'
export { visitRoutes } from './http/routes.ts'
