import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Actor } from '../../trust/index.ts'

/** Contacts of a community in one month. `missed` visits stand outside the base. */
export type ContactMonth = { readonly month: string; readonly inPerson: number; readonly onScreen: number; readonly missed: number }
/** The last months of a community, newest first. */
export type CommunityContact = { readonly community: string; readonly name: string; readonly months: readonly ContactMonth[] }

/** The last `count` calendar months in Shanghai, this one first, as '2026-11'. */
export function lastMonths(at: Date, count: number): readonly string[] {
  const [year = 0, month = 1] = shanghaiDay(at).split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + month - 1 - back
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}

/** The communities of a post, in order of code: of a captain or a grid the one it lies in, of a street all of its own. */
async function communitiesOf(tx: Tx, actor: Actor): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with own as (
      select p.* from post t join place p on p.district = t.district and p.id = t.place where t.district = ${actor.district} and t.id = ${actor.post}
      union select p.* from post_place t join place p on p.district = t.district and p.id = t.place
        where t.district = ${actor.district} and t.post = ${actor.post})
    select c.id, c.name from place c where c.district = ${actor.district} and c.kind = 'community' and c.valid_to is null
      and exists (select 1 from own where own.community = c.id or (own.kind = 'street' and own.id = c.street)) order by c.code limit 200`.execute(tx)
  return rows
}

/**
 * Contact in person beside contact on screens, for the communities of a post in order of code, never by size. Read from what the worker has
 * counted of sealed acts. Null for a post that reaches no place. [V6]
 */
export async function contactOfPost(tx: Tx, actor: Actor, at: Date, count = 6): Promise<readonly CommunityContact[] | null> {
  if (actor.scopes.length === 0) return null
  const communities = await communitiesOf(tx, actor)
  const months = lastMonths(at, count)
  const rows = communities.length === 0 ? [] : await tx.selectFrom('contact_month').selectAll().where('district', '=', actor.district)
    .where('community', 'in', communities.map(({ id }) => id)).where('month', 'in', [...months]).execute()
  const found = new Map(rows.map((row) => [`${row.community} ${row.month}`, row]))
  return communities.map(({ id, name }) => ({
    community: id, name,
    months: months.map((month) => {
      const row = found.get(`${id} ${month}`)
      return { month, inPerson: row?.in_person ?? 0, onScreen: row?.on_screen ?? 0, missed: row?.missed ?? 0 }
    }),
  }))
}
