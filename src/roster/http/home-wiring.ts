import type { StaffWiring } from '../../trust/index.ts'
import type { MattersOf } from '../views/home.ts'

/** What the routes of households work with. `mattersOf` is given by the app: the roster knows nothing of matters. */
export type HomeWiring = StaffWiring & { readonly mattersOf: MattersOf }
