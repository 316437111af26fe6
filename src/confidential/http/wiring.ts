import type { Db } from '../../kit/db.ts'
import type { Trust } from '../../trust/index.ts'

/** What the routes of the line work with. `limited`: whether letters from one network address are counted. */
export type Wiring = { readonly db: Db; readonly trust: Trust; readonly limited: boolean }
