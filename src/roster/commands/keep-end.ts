import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { homeActs, mayEnd, mayKeep, type UntilSaid } from '../rules/index.ts'
import { keyOfDweller, lockTie, renewTokens, setUntil, type DwellerRow } from '../store/dweller.ts'
import { dwellingOf, saveDwelling } from '../store/dwelling.ts'
import { aboutPerson } from './keep-dweller.ts'

/** Why a tie ends: moved away, died, or it never was so. */
export type EndWhy = 'moved' | 'died' | 'wrong'

async function lockAll(ctx: Context<Actor>, ids: readonly string[]): Promise<readonly DwellerRow[] | null> {
  const found: DwellerRow[] = []
  for (const id of [...ids].sort()) {
    const [row] = await lockTie(ctx.tx, { district: ctx.actor.district, id })
    if (!row || (found[0] !== undefined && found[0].home !== row.home)) return null
    found.push(row)
  }
  return found.length > 0 ? found : null
}

async function found(ctx: Context<Actor>, ties: readonly DwellerRow[], ended: boolean): Promise<void> {
  for (const tie of ties) {
    const key = await keyOfDweller(ctx.tx, ctx.actor.district, tie.person)
    if (key) await renewTokens(ctx.tx, ctx.actor.district, tie, key, ended)
  }
}

/** Ends ties of one person to one home, without a day on today, which is then not taken for the day; what was known of them stays in the file's past until its time is over. [RO4] [RO24] [RO46] */
export async function endTies(
  ctx: Context<Actor>, input: { readonly ties: readonly string[]; readonly why: EndWhy; readonly on: string | null
    readonly said?: UntilSaid },
): Promise<Result<{ readonly version: number }>> {
  const { tx, actor, at } = ctx
  const [may, today] = [mayKeep(actor.audience), shanghaiDay(at)]
  if (!may.ok) return may
  const ties = await lockAll(ctx, input.ties)
  const [first] = ties ?? []
  if (ties === null || first === undefined || ties.some(({ until, who }) => until !== null || who !== first.who)) return refuse(common.notFound)
  const until = input.on ?? today
  for (const { since } of ties) { const fits = mayEnd(since, until, today); if (!fits.ok) return fits }
  await setUntil(tx, actor.district, input.ties, until, input.why, input.said ?? (input.on === null ? 'told' : 'day'))
  await found(ctx, ties, true)
  const [home] = await dwellingOf(tx, { district: actor.district, home: first.home })
  const version = await saveDwelling(tx, actor.district, first.home, { doubts: (home?.doubts ?? []).filter((one) => !one.startsWith('told_')) })
  await aboutPerson(ctx, first.who, { id: first.home, path: first.path, compoundPath: first.compound_path },
    homeActs.state('dweller.ended', { why: input.why, ties: ties.length }))
  return ok({ version })
}

/** Opens ties again that were ended by mistake. [RO49] */
export async function reopenTies(ctx: Context<Actor>, input: { readonly ties: readonly string[] }): Promise<Result<{ readonly version: number }>> {
  const { tx, actor } = ctx
  const may = mayKeep(actor.audience)
  if (!may.ok) return may
  const ties = await lockAll(ctx, input.ties)
  const [first] = ties ?? []
  const closed = ['undone', 'asked'] // what an import or the person themselves took away is not opened here
  if (ties === null || first === undefined || ties.some(({ until, why_until }) => until === null || closed.includes(why_until ?? ''))) {
    return refuse(common.notFound)
  }
  await setUntil(tx, actor.district, input.ties, null, null)
  await found(ctx, ties, false)
  const version = await saveDwelling(tx, actor.district, first.home, {})
  await aboutPerson(ctx, first.who, { id: first.home, path: first.path, compoundPath: first.compound_path },
    homeActs.state('dweller.reopened', { ties: ties.length }))
  return ok({ version })
}
