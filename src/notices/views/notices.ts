import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { COUNTED_TO, inboxesOf, sentenceOf, type KnownNotice, type NoticeFacts, type NoticeRegistry } from '../rules/index.ts'
import { isReader, markOf, type Reader } from '../store/marks.ts'

/** What subjects of one kind are called, by id, for those that the reader may see. Leaves the transaction's scope as it was. */
export type TitlesOf = (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<ReadonlyMap<string, Said>>
/** What notices are read with: the words of all capabilities, and what their subjects are called. */
export type NoticeWords = { readonly kinds: NoticeRegistry; readonly titles: { readonly [about: string]: TitlesOf } }

type Line = { id: string; template: string; subject: string; facts: NoticeFacts; at: Date; unread: boolean; folded: number }
type From = { readonly at: Date; readonly id: string }
type Shown = Line & { readonly kind: KnownNotice; readonly title: Said }

/** How many lines are looked at in one turn, where some of them are not for this reader any more. */
const TURN = 120
const MOST_TURNS = 10

const cursorOf = ({ at, id }: From): string => `${at.getTime()}_${id}`
function readCursor(text: string | undefined): From | null {
  const [, at = '', id = ''] = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? []
  return at === '' ? null : { at: new Date(Number(at)), id }
}

/**
 * [N4] The newest notice of each subject on each day, as a line: newest first, before `from`. `unread`: those alone that were neither opened nor looked through
 * until `seen`. Each inbox is read along its own index.
 */
async function lines(tx: Tx, { district, person, inboxes }: Reader, seen: Date, { from, limit, unread }: { from: From | null; limit: number; unread: boolean }): Promise<Line[]> {
  const opened = sql`exists (select 1 from notice_opened o where o.district = i.district and o.notice = i.id and o.person = ${person})`
  const before = from ? sql`and (i.at, i.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql``
  const fresh = unread ? sql`and i.at > ${seen}::timestamptz and not ${opened}` : sql``
  const { rows } = await sql<Line>`select n.* from unnest(${[...inboxes]}::text[]) r(recipient) cross join lateral (
      select i.id, i.template, i.subject, i.facts, i.at, i.at > ${seen}::timestamptz and not ${opened} as unread,
        (select count(*)::int from notice f where f.district = i.district and f.subject = i.subject and f.day = i.day and f.recipient = any (${[...inboxes]}::text[])) as folded
      from notice i where i.district = ${district} and i.recipient = r.recipient ${before} ${fresh}
        and not exists (select 1 from notice m where m.district = i.district and m.subject = i.subject and m.day = i.day
          and m.recipient = any (${[...inboxes]}::text[]) and (m.at, m.id) > (i.at, i.id))
      order by i.at desc, i.id desc limit ${limit}) n
    order by n.at desc, n.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Those lines that have words and whose subject the reader may see, with both. [N2] [N3] */
async function shown(tx: Tx, actor: Actor, { kinds, titles }: NoticeWords, found: readonly Line[]): Promise<Shown[]> {
  const known = found.flatMap((line) => { const kind = kinds.get(line.template); return kind ? [{ ...line, kind }] : [] })
  const called = new Map<string, Said>()
  for (const [about, some] of Map.groupBy(known, ({ kind }) => kind.about)) {
    for (const [id, title] of await titles[about]?.(tx, actor, [...new Set(some.map(({ subject }) => subject))]) ?? []) called.set(id, title)
  }
  return known.flatMap((line) => { const title = called.get(line.subject); return title ? [{ ...line, title }] : [] })
}

/** Lines until there are `wanted` to show or no more: what the reader may not see any more is passed over. */
async function gather(tx: Tx, actor: Actor, reader: Reader, words: NoticeWords, seen: Date, asked: { from: From | null; wanted: number; unread: boolean }): Promise<Shown[]> {
  const all: Shown[] = []
  let { from } = asked
  for (let turn = 0; turn < MOST_TURNS && all.length < asked.wanted; turn++) {
    const found = await lines(tx, reader, seen, { from, limit: Math.max(TURN, asked.wanted), unread: asked.unread })
    all.push(...await shown(tx, actor, words, found))
    const last = found.at(-1)
    if (!last || found.length < TURN) break
    from = last
  }
  return all.slice(0, asked.wanted)
}

const readerOf = (actor: Actor): Reader | null =>
  (isReader(actor) ? { district: actor.district, person: actor.person, post: actor.post, inboxes: inboxesOf(actor) } : null)

/** [N1] A page of what the reader's post, organisation and street were told. Null for whoever holds no post. */
export async function listNotices(tx: Tx, actor: Actor, words: NoticeWords, at: Date, { after, limit }: { readonly after?: string | undefined; readonly limit: number }) {
  const reader = readerOf(actor)
  if (!reader) return null
  const { until } = await markOf(tx, reader, at)
  const found = await gather(tx, actor, reader, words, until, { from: readCursor(after), wanted: limit + 1, unread: false })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ id, at: told, kind, subject, facts, title, unread, folded }) => ({
      id, at: told.toISOString(), said: sentenceOf(kind, facts), about: kind.about, subject, title, more: folded - 1, unread, opens: { ...kind.at(subject) },
    })),
    next: found.length > page.length && last ? cursorOf(last) : null,
  }
}

/** [N6] How many lines the reader has not read, counted to a hundred, which stands for more than 99. */
export async function countUnread(tx: Tx, actor: Actor, words: NoticeWords, at: Date): Promise<{ readonly unread: number } | null> {
  const reader = readerOf(actor)
  if (!reader) return null
  const { until } = await markOf(tx, reader, at)
  return { unread: (await gather(tx, actor, reader, words, until, { from: null, wanted: COUNTED_TO + 1, unread: true })).length }
}

