/** The front door of the confidential line for composition: nobody else asks it. */
export { fileReport, type Report } from './commands/file-report.ts'
export { turnLines } from './commands/turn-line.ts'
export { confidentialRoutes } from './http/routes.ts'
