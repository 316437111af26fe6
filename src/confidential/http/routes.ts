import type { App } from '../../kit/http.ts'
import { handlerRoutes } from './handler-routes.ts'
import { residentRoutes } from './resident-routes.ts'
import type { Wiring } from './wiring.ts'

/** The routes of the confidential line. */
export function confidentialRoutes(app: App, wiring: Wiring): void {
  residentRoutes(app, wiring)
  handlerRoutes(app, wiring)
}
