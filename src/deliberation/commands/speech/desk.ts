import type { Context, Outcome } from '../../../kit/command.ts'
import type { Db } from '../../../kit/db.ts'
import type { Actor } from '../../../trust/index.ts'

/** What commands work with that open transactions of their own: `path` is the district's. */
export type SpeechDesk = { readonly db: Db; readonly district: string; readonly path: string }
export type Step = Context<Actor>
export type Done = Outcome & { readonly id: string; readonly state: string }
