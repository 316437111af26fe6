import { addMinutes } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { heldSince } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { KEPT_DAYS } from '../rules/index.ts'

/** Who reads: a person in a post. */
export type Reader = { readonly district: string; readonly person: string; readonly post: string; readonly inboxes: readonly string[] }

/** Until when a reader has looked through everything, and what the mark was before; `before` null: nothing to take back. */
export type Mark = { readonly until: Date; readonly before: Date | null }

/** The reader's mark. Whoever took up a post and has none has not missed what was told to those before them. [N5] */
export async function markOf(tx: Tx, { district, person, post }: Reader, at: Date): Promise<Mark> {
  const row = await tx.selectFrom('notice_seen').select(['until', 'before']).where('district', '=', district).where('person', '=', person).where('post', '=', post)
    .executeTakeFirst()
  return row ?? { until: await heldSince(tx, district, person, post, at) ?? addMinutes(at, -KEPT_DAYS * 24 * 60), before: null }
}

/** Sets the reader's mark. */
export async function saveMark(tx: Tx, { district, person, post }: Reader, { until, before }: Mark): Promise<void> {
  await tx.insertInto('notice_seen').values({ district, person, post, until, before })
    .onConflict((c) => c.columns(['district', 'person', 'post']).doUpdateSet({ until, before })).execute()
}

/** Marks for many at once, where they have none: all that was delivered until then counts as looked through. */
export async function saveFirstMarks(tx: Tx, district: string, readers: readonly Pick<Reader, 'person' | 'post'>[], until: Date): Promise<void> {
  if (readers.length > 0) await tx.insertInto('notice_seen').values(readers.map(({ person, post }) => ({ district, person, post, until, before: null })))
    .onConflict((c) => c.doNothing()).execute()
}

/** Somebody in a post; null for the clock and the public, who have no notices. */
export const isReader = (actor: Actor): actor is Actor & { readonly person: string; readonly post: string } => actor.person !== null && actor.post !== null
