/** The front door of disputes for other server code. */
import type { Db } from '../kit/db.ts'
import type { App } from '../kit/http.ts'
import type { Trust } from '../trust/index.ts'
import { sideRoutes } from './http/side-routes.ts'
import { staffRoutes } from './http/staff-routes.ts'

export { disputeTimers } from './jobs/clock.ts'
export { openDispute } from './commands/open-dispute.ts'
export { disputeTitles } from './views/notice-titles.ts'
export { declareTies } from './commands/declare-ties.ts'
export * as disputeMoves from './commands/moves.ts'
export type { Party } from './commands/on-dispute.ts'

/** All routes of disputes. `path` is the district's path. */
export function disputeRoutes(app: App, wiring: { readonly db: Db; readonly trust: Trust; readonly path: string }): void {
  sideRoutes(app, wiring)
  staffRoutes(app, wiring)
}
