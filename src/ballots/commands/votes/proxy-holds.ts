/** A written authority, asked of the register when a ballot is given by it: on paper and on the phone alike. [B10] */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db.ts'
import type { Refusal } from '../../../kit/pure.ts'
import { checkProxy } from '../../rules/compound-rule.ts'
import { heldByOf, type VoteRow } from '../../store/votes.ts'

const NOT_THEIRS: Refusal = { code: 'no_such_proxy', rule: 'B29', explain: { zh: '这份委托书不是这一户的。', en: 'This authority is not of this home.' } }

/**
 * Why a written authority does not hold for this elector at a moment; null when it does. How many heads its holder speaks for is counted in this vote, by
 * one ballot at a time where the compound says how many that may be. As the clock.
 */
export async function proxyHolds(tx: Tx, row: VoteRow, elector: { readonly id: string; readonly head: string | null }, id: string, at: Date): Promise<Refusal | null> {
  const { district, id: vote } = row
  const proxy = await tx.selectFrom('proxy').select(['head', 'person', 'vote', sql<string>`to_char(valid_from, 'YYYY-MM-DD')`.as('from'),
    sql<string>`to_char(valid_to, 'YYYY-MM-DD')`.as('until')]).where('district', '=', district).where('id', '=', id).where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!proxy || proxy.head !== elector.head) return NOT_THEIRS
  const { rule, terms } = heldByOf(row)
  if (rule.proxies.mostPerProxy !== null) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`proxy ${vote} ${proxy.person}`}, 0))`.execute(tx)
  }
  const { held } = await tx.selectFrom('cast_ballot as c').innerJoin('proxy as p', (j) => j.onRef('p.district', '=', 'c.district').onRef('p.id', '=', 'c.proxy'))
    .select(sql<string>`count(distinct c.elector)`.as('held')).where('c.district', '=', district).where('c.vote', '=', vote)
    .where('p.person', '=', proxy.person).where('c.elector', '<>', elector.id).executeTakeFirstOrThrow()
  const checked = checkProxy({ ...proxy, held: Number(held), collector: false }, vote, shanghaiDay(at), rule, terms)
  return checked.ok ? null : checked.refusal
}
