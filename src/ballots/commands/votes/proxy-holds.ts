/** A written authority, asked of the register when a ballot is given by it: on paper and on the phone alike. [B10] */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db.ts'
import type { Refusal } from '../../../kit/pure.ts'
import { officerName } from '../../../offices/index.ts'
import { personKey } from '../../../trust/index.ts'
import { checkProxy } from '../../rules/compound-rule.ts'
import { heldByOf, membersOfVote, type VoteRow } from '../../store/votes.ts'

const NOT_THEIRS: Refusal = { code: 'no_such_proxy', rule: 'B29', explain: { zh: '这份委托书不是这一户的。', en: 'This authority is not of this home.' } }

type Holder = { readonly person: string; readonly name: Buffer; readonly name_masked: string; readonly phone_hash: Buffer | null }

/** The name of a holder; null once they were erased. */
const nameOf = async (tx: Tx, district: string, { person, name }: Pick<Holder, 'person' | 'name'>): Promise<string | null> =>
  (await personKey(tx, district, person))?.open('name', name).normalize('NFKC').trim() ?? null

/**
 * For how many other heads the holder of an authority has voted in this vote. Every authority is entered with a key of its own, so that holders are told
 * apart by their telephones, and by their names where one of the two has none.
 */
async function heldBy(tx: Tx, row: VoteRow, holder: Holder, elector: string): Promise<number> {
  const used = await tx.selectFrom('cast_ballot as c').innerJoin('proxy as p', (j) => j.onRef('p.district', '=', 'c.district').onRef('p.id', '=', 'c.proxy'))
    .select(['c.elector', 'p.person', 'p.name', 'p.name_masked', 'p.phone_hash']).where('c.district', '=', row.district).where('c.vote', '=', row.id)
    .where('c.elector', '<>', elector).where((e) => e.or([e('p.name_masked', '=', holder.name_masked), e('p.phone_hash', '=', holder.phone_hash)])).execute()
  const own = await nameOf(tx, row.district, holder)
  const heads = new Set<string>()
  for (const one of used) {
    const told = holder.phone_hash !== null && one.phone_hash !== null
    const same = one.person === holder.person || (told ? one.phone_hash?.equals(holder.phone_hash) : own !== null && await nameOf(tx, row.district, one) === own)
    if (same) heads.add(one.elector)
  }
  return heads.size
}

/** Whether somebody of that name collects ballots of this vote. The register knows no officer, so that the name is all there is to go by. */
async function collects(tx: Tx, row: VoteRow, holder: Holder): Promise<boolean> {
  const own = await nameOf(tx, row.district, holder)
  const collectors = (await membersOfVote(tx, row.district, row.id)).filter(({ role }) => role === 'collector')
  for (const { person } of own === null ? [] : collectors) if (await officerName(tx, person) === own) return true
  return false
}

/**
 * Why a written authority does not hold for this elector at a moment; null when it does. How many heads its holder speaks for is counted in this vote, by
 * one ballot at a time where the compound says how many that may be. As the clock.
 */
export async function proxyHolds(tx: Tx, row: VoteRow, elector: { readonly id: string; readonly head: string | null }, id: string, at: Date): Promise<Refusal | null> {
  const { district, id: vote } = row
  const proxy = await tx.selectFrom('proxy').select(['head', 'person', 'name', 'name_masked', 'phone_hash', 'vote', sql<string>`to_char(valid_from, 'YYYY-MM-DD')`.as('from'),
    sql<string>`to_char(valid_to, 'YYYY-MM-DD')`.as('until')]).where('district', '=', district).where('id', '=', id).where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!proxy || proxy.head !== elector.head) return NOT_THEIRS
  const { rule, terms } = heldByOf(row)
  const limited = rule.proxies.mostPerProxy !== null
  if (limited) await sql`select pg_advisory_xact_lock(hashtextextended(${`proxy ${vote}`}, 0))`.execute(tx)
  const held = limited ? await heldBy(tx, row, proxy, elector.id) : 0
  const checked = checkProxy({ ...proxy, held, collector: await collects(tx, row, proxy) }, vote, shanghaiDay(at), rule, terms)
  return checked.ok ? null : checked.refusal
}
