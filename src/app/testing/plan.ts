/** What a test sends to one operation so that it is right: as whom, to what, with which body. */
import type { Stories } from './stories.ts'
import type { Who } from './world.ts'

export type Plan = {
  readonly as: Who
  readonly params?: { readonly [name: string]: string }
  readonly query?: { readonly [name: string]: string }
  readonly body?: { readonly [name: string]: unknown }
  readonly cookie?: string
  /** What it is about, for writes that are asked to be done to somebody else's. */
  readonly matter?: string
}
export type Planner = (stories: Stories) => Promise<Plan>
