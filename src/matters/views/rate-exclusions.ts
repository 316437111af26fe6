import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { groundOf, dayAt, ratePackFor } from '../rules/rates/index.ts'
import type { RateScope } from './rate-scope.ts'

/** How many requests to leave a judgment out wait in a scope, counted to a hundred. */
export async function waitingExclusions(tx: Tx, actor: Actor, scope: RateScope): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from rate_exclusion where district = ${actor.district}
    and community = any (${scope.communities.map((one) => one.path)}::text[]) and decision is null limit 100) w`.execute(tx)
  return rows[0]?.n ?? 0
}

type Row = {
  id: string; matter: string; number: string; title: string; version: number; period: string; ground: string; asked_at: Date; asked_org: string
  asked_post: string; asked_said: string | null; decided_at: Date | null; decided_org: string | null; decided_post: string | null
  decided_said: string | null; decision: string | null
}

/**
 * Requests to leave a judgment out of the rates [R6], of a month or those that wait, newest first, at most 200: who asked, on what ground and facts,
 * who decided and why. Offices and posts are named, never persons.
 */
export async function exclusionsOf(tx: Tx, actor: Actor, scope: RateScope, query: { readonly period?: string | undefined;
  readonly waiting: boolean }) {
  const { rows } = await sql<Row>`select x.id, x.matter, m.number, m.title, m.version, x.period, x.ground, x.asked_at, x.asked_org, x.asked_post,
      a.said as asked_said, x.decided_at, x.decided_org, x.decided_post, d.said as decided_said, x.decision
    from rate_exclusion x join matter m on m.district = x.district and m.id = x.matter
    left join matter_entry a on a.district = x.district and a.id = x.asked_entry
    left join matter_entry d on d.district = x.district and d.id = x.decided_entry
    where x.district = ${actor.district} and x.community = any (${scope.communities.map((one) => one.path)}::text[])
      and (${query.waiting} and x.decision is null or not ${query.waiting}
        and (${query.period ?? null}::text is null or x.period = ${query.period ?? null}::text))
    order by x.asked_at desc, x.id desc limit 200`.execute(tx)
  const names = await namesOf(tx, actor.district, {
    orgs: rows.flatMap((row) => [row.asked_org, row.decided_org]), posts: rows.flatMap((row) => [row.asked_post, row.decided_post]),
  })
  const pack = (row: Row) => ratePackFor(actor.district, dayAt(row.asked_at.getTime()))
  const by = (org: string | null, post: string | null) => ({ org: names.org(org)?.name ?? '', post: names.post(post)?.title ?? '' })
  return rows.map((row) => {
    const held = pack(row)
    return {
      id: row.id, matter: row.matter, number: row.number, title: row.title, version: row.version, period: row.period, ground: row.ground,
      say: (held && groundOf(held, row.ground)?.say) ?? { zh: row.ground, en: row.ground },
      asked: { ...by(row.asked_org, row.asked_post), day: dayAt(row.asked_at.getTime()), said: row.asked_said ?? '' },
      decided: row.decided_at === null || row.decision === null ? null
        : { ...by(row.decided_org, row.decided_post), day: dayAt(row.decided_at.getTime()), said: row.decided_said ?? '',
          leftOut: row.decision === 'left_out' },
      mine: row.asked_org === actor.org,
    }
  })
}
