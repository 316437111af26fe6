import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'

const SHOWN = 100

/** The organisation or post that a recipient names; streets and contacts name none. */
const idOf = (recipient: string, kind: 'org' | 'post'): string | null => (recipient.startsWith(`${kind}:`) ? recipient.slice(kind.length + 1) : null)

/**
 * Notices about matters in the reader's reach that could not be delivered so far, or were given up after the last try; newest first, at most a
 * hundred. Who it is for is named, a reporter never.
 */
export async function listStuck(tx: Tx, actor: Actor) {
  const rows = await tx.selectFrom('outbox as o').innerJoin('matter as m', (j) => j.onRef('m.district', '=', 'o.district')
    .on(sql<boolean>`m.id = case when o.facts ->> 'matter' ~ '^[0-9a-f-]{36}$' then (o.facts ->> 'matter')::uuid end`))
    .select(['o.id', 'o.recipient', 'o.channel', 'o.template', 'o.tries', 'o.due', 'o.failed_at', 'm.id as matter', 'm.number', 'm.title'])
    .where('o.district', '=', actor.district).where('o.tries', '>', 0).where('o.sent_at', 'is', null).orderBy('o.id', 'desc').limit(SHOWN).execute()
  const names = await namesOf(tx, actor.district, { orgs: rows.map((row) => idOf(row.recipient, 'org')), posts: rows.map((row) => idOf(row.recipient,
    'post')) })
  return { items: rows.map((row) => ({
    id: row.id, matter: row.matter, number: row.number, title: row.title, channel: row.channel, template: row.template, tries: row.tries,
    to: row.recipient.startsWith('contact:') ? 'reporter' : row.recipient.startsWith('street:') ? 'street' : 'party',
    name: names.org(idOf(row.recipient, 'org'))?.name ?? names.post(idOf(row.recipient, 'post'))?.title ?? null,
    nextAt: row.failed_at ? null : row.due.toISOString(), givenUpAt: row.failed_at?.toISOString() ?? null,
  })) }
}
