import type { Db } from '../../kit/db.ts'
import type { Trust } from '../../trust/index.ts'

/** What the routes of offices work with. `domain` is the host and port that people reach this server by. */
export type Wiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now'>; readonly domain: string }
