/** The file of one head: what it owns, who it is, who votes for it, what stops it. Names are masked. */
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { countRegister, stopOf, type Counted, type Stop } from '../rules/register/stops.ts'
import { compoundRuleOn } from '../store/compound-rules.ts'
import { keptBy, readHead, ownersOfHeads, proxiesOfHeads, titlesOfHead, type HeadRow, type OwnerRow, type ProxyRow,
  type TitleRow } from '../store/register-rows.ts'
import { countsFor, keptTitle } from './register.ts'

export type HeadFile = {
  readonly head: HeadRow; readonly stop: Stop | null; readonly totals: Counted
  readonly titles: readonly (TitleRow & { readonly counts: boolean })[]
  readonly owners: readonly OwnerRow[]; readonly past: readonly OwnerRow[]
  readonly proxies: readonly (ProxyRow & { readonly state: 'holds' | 'ahead' | 'over' | 'revoked' })[]
}

const stateOf = ({ revoked, valid_from, valid_to }: ProxyRow, today: string): 'holds' | 'ahead' | 'over' | 'revoked' =>
  (revoked ? 'revoked' : today < valid_from ? 'ahead' : today > valid_to ? 'over' : 'holds')

/** One head for the keeper of its register; null for everybody else. [B80] [B82] */
export async function headFile(tx: Tx, actor: Actor, id: string, at: Date): Promise<HeadFile | null> {
  const head = await readHead(tx, actor.district, id)
  if (head === null || !await keptBy(tx, actor, head.compound)) return null
  const [titles, owners, proxies] = await Promise.all([titlesOfHead(tx, actor.district, id), ownersOfHeads(tx, actor.district, [id]),
    proxiesOfHeads(tx, actor.district, [id])])
  const today = shanghaiDay(at)
  const rule = await compoundRuleOn(tx, actor.district, head.compound, today)
  const now = owners.filter(({ until }) => until === null)
  return {
    head, stop: stopOf({ blocked: head.blocked, owners: now.length, chosen: now.filter(({ chosen }) => chosen).length }),
    totals: countRegister(titles.map((one) => keptTitle(one, new Map([[head.id, head]]))), rule.counts),
    titles: titles.map((one) => ({ ...one, counts: countsFor(rule, one.kind) !== 'nothing' })).sort((a, b) => Number(b.counts) - Number(a.counts)),
    owners: now, past: owners.filter(({ until }) => until !== null), proxies: proxies.map((one) => ({ ...one, state: stateOf(one, today) })),
  }
}
