import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { membersOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decideFinish, type Finish } from '../rules/decide/handle.ts'
import { verifierFor } from '../rules/rota.ts'
import type { Row } from '../store/load-matter.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

const VERIFY: readonly string[] = ['grid_worker', 'grid_lead', 'community_worker']

/** How many matters each post has to verify now. */
async function waitingOf(ctx: Context<Actor>, posts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = posts.length === 0 ? [] : await ctx.tx.selectFrom('matter').select((e) => ['verifier', e.fn.countAll<string>().as('n')])
    .where('district', '=', ctx.actor.district).where('state', '=', 'finished').where('verifier', 'in', [...posts]).groupBy('verifier').execute()
  return new Map(rows.map((row) => [row.verifier ?? '', Number(row.n)]))
}

/** [M38] Whose turn it is to verify, among the staff of the community that answers for the place; nobody who worked on it, the actor included. */
async function verifierOf(ctx: Context<Actor>, row: Row): Promise<{ readonly post: string; readonly elsewhere: boolean } | null> {
  const place = await placeById(ctx.tx, row.district, row.place)
  const staff = (await membersOf(ctx.tx, row.district, row.accountable, shanghaiDay(ctx.at)))
    .filter((one) => VERIFY.includes(one.kind) && !(row.closed_to.includes('grid') && one.kind.startsWith('grid')))
  const waiting = await waitingOf(ctx, staff.map((one) => one.post))
  const doers = ctx.actor.person === null ? row.doers : [...row.doers, ctx.actor.person]
  const gridOf = (one: (typeof staff)[number]) => (one.kind.startsWith('grid') ? one.place : null)
  const post = verifierFor({ id: row.id, doers, grid: place?.grid ?? null }, staff.map((one) =>
    ({ post: one.post, person: one.person, grid: gridOf(one), waiting: waiting.get(one.post) ?? 0 })))
  const chosen = staff.find((one) => one.post === post)
  return chosen && post ? { post, elsewhere: gridOf(chosen) !== null && gridOf(chosen) !== place?.grid } : null
}

/** [M9] Who did the work says that it is done, unable or explained, with a note and photos of afterwards. [M38] says who verifies. */
export const finishMatter = (ctx: Context<Actor>, input: OnMatter & Finish) =>
  onMatter(ctx, input, async (matter, standing, moment, row) => {
    const decided = decideFinish(matter, standing, input, moment)
    if (!decided.ok || decided.value.set.state !== 'finished') return decided
    const verifier = await verifierOf(ctx, row)
    const { set, tell, parties } = decided.value
    if (verifier === null) return decided
    const sees = verifier.elsewhere ? [{ org: verifier.post, role: 'verify' as const, state: 'asked' as const }] : []
    return { ok: true, value: { ...decided.value, set: { ...set, verifier: verifier.post }, parties: [...parties, ...sees],
      tell: [...tell, { to: { post: verifier.post }, template: 'matter.your_turn_to_verify' }] } }
  })
