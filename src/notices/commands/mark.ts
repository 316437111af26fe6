/** Marks of one's own: opened, looked through, taken back. They are no acts: whether somebody reads is nobody else's business. */
import type { Context, Outcome } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { inboxesOf } from '../rules/index.ts'
import { isReader, markOf, saveMark, type Reader } from '../store/marks.ts'

type Done = Outcome & { readonly id: string }
type Found = { readonly reader: Reader; readonly at: Date }

/** The notice, where it is one of the reader's. */
async function find(tx: Tx, actor: Actor, id: string): Promise<Found | null> {
  if (!isReader(actor)) return null
  const reader = { district: actor.district, person: actor.person, post: actor.post, inboxes: inboxesOf(actor) }
  const row = await tx.selectFrom('notice').select('at').where('district', '=', reader.district).where('id', '=', id).where('recipient', 'in', [...reader.inboxes])
    .executeTakeFirst()
  return row ? { reader, at: row.at } : null
}

/** [N5] Opens one line by its newest notice: with it what came before about the same subject on that day is read. */
export async function openNotice({ tx, actor }: Context<Actor>, { id }: { readonly id: string }): Promise<Result<Done>> {
  const found = await find(tx, actor, id)
  if (!found) return refuse(common.notFound)
  const { district, person } = found.reader
  await tx.insertInto('notice_opened').values({ district, notice: id, person }).onConflict((c) => c.doNothing()).execute()
  return ok({ id })
}

/** [N5] Everything up to this notice was looked through; `moved`: whether that changed the mark. What came meanwhile stays unread. */
export async function seeNotices({ tx, actor, at }: Context<Actor>, { id }: { readonly id: string }): Promise<Result<Done & { readonly moved: boolean }>> {
  const found = await find(tx, actor, id)
  if (!found) return refuse(common.notFound)
  const mark = await markOf(tx, found.reader, at)
  const moved = found.at > mark.until
  if (moved) await saveMark(tx, found.reader, { until: found.at, before: mark.until })
  return ok({ id, moved })
}

const nothing = { code: 'nothing_seen', rule: 'N5', explain: { zh: '没有可以撤回的。', en: 'There is nothing to take back.' } }

/** [N5] Takes the last looking through back, once: what was unread before it is unread again. */
export async function unseeNotices({ tx, actor, at }: Context<Actor>): Promise<Result<Outcome & { readonly unseen: boolean }>> {
  if (!isReader(actor)) return refuse(common.notFound)
  const reader = { district: actor.district, person: actor.person, post: actor.post, inboxes: inboxesOf(actor) }
  const { before } = await markOf(tx, reader, at)
  if (before === null) return refuse(nothing)
  await saveMark(tx, reader, { until: before, before: null })
  return ok({ unseen: true })
}
