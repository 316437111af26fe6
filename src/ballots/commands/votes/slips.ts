/** Paper slips of a budget, for residents without a telephone: made for a building within a cap, and replaced when one is lost. */
import type { Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { newId, randomCode } from '../../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { placeById, placesWithin, type PlaceView } from '../../../places/index.ts'
import { ballotActs } from '../../rules/life/index.ts'
import { mayIssue, mayReplace } from '../../rules/projects/slips.ts'
import { insertElectors, type NewElector } from '../../store/electors.ts'
import { slipByCode, slipSums } from '../../store/slips.ts'
import { changeVote, kindOf, recordVote, type VoteRow } from '../../store/votes.ts'
import { onVote, type ById, type Staff } from './on-vote.ts'

const notBudget: Refusal = { ...common.notFound, rule: 'B69' }

/** An elector of a budget: nobody of the register, so that it is its own head; weight one. `hash`: of a telephone, null for a slip. */
export const budgetVoter = (building: string | null, hash: Buffer | null = null): NewElector => {
  const id = newId()
  return { id, head: id, voter_hash: hash && `\\x${hash.toString('hex')}`, building, kind: 'resident', area: 0, heads: 1, titles: 1, code: randomCode(8), blocked: null }
}

/** Many voters of a budget at once by the keyed hashes of their telephones, for the demo. As the clock; answers their ids in the same order. */
export async function addBudgetVoters(tx: Tx, row: VoteRow, hashes: readonly Buffer[]): Promise<readonly string[]> {
  const voters = hashes.map((hash) => budgetVoter(null, hash))
  await insertElectors(tx, row, voters)
  return voters.map(({ id }) => id)
}

async function buildingOf({ tx }: Staff, row: VoteRow, id: string): Promise<PlaceView | null> {
  const [place, within] = [await placeById(tx, row.district, id), await placeById(tx, row.district, row.place)]
  return place?.kind === 'building' && within && (place.community === within.id || place.compound === within.id) ? place : null
}

/** [B69] Makes slips for a building, no more than its homes give: each has a code of its own and is given to one resident. */
export const issueSlips = (ctx: Staff, input: ById & { readonly building: string; readonly count: number }): Promise<Result<{ readonly id: string
  readonly done: number; readonly version: number; readonly refused: readonly never[] }>> =>
  onVote(ctx, input, 'deliveries', async ({ row }) => {
    if (kindOf(row) !== 'budget') return refuse(notBudget)
    const building = await buildingOf(ctx, row, input.building)
    if (!building) return refuse(notBudget)
    const homes = (await placesWithin(ctx.tx, row.district, building, 'room')).length
    const made = (await slipSums(ctx.tx, row.district, row.id)).find((one) => one.building === building.id)
    const may = mayIssue({ homes, valid: (made?.made ?? 0) - (made?.void ?? 0) }, input.count)
    if (!may.ok) return may
    await insertElectors(ctx.tx, row, Array.from({ length: input.count }, () => budgetVoter(building.id)))
    const changed = await changeVote(ctx.tx, row, {})
    // each slip is a voter: how many were made stands in the record, for whoever counts again
    await recordVote(ctx, row, ballotActs.state('ballots.slips', { slips: input.count, building: building.id }))
    return ok({ id: row.id, done: input.count, version: changed.version, refused: [] })
  })

/** [B69] Gives a new slip for one that was lost, nobody having voted with it: the old one is void from here on, and both numbers are public. */
export const replaceSlip = (ctx: Staff, input: ById & { readonly code: string }): Promise<Result<{ readonly id: string; readonly code: string }>> =>
  onVote(ctx, input, 'deliveries', async ({ row }) => {
    if (kindOf(row) !== 'budget') return refuse(notBudget)
    const slip = await slipByCode(ctx.tx, row.district, row.id, input.code.normalize('NFKC').trim().toUpperCase())
    const may = mayReplace(slip ? { ofPhone: slip.voter_hash !== null, used: slip.took_part, void: slip.blocked !== null } : null)
    if (!may.ok || !slip) return may.ok ? refuse(notBudget) : may
    await ctx.tx.updateTable('elector').set({ blocked: 'void' }).where('district', '=', row.district).where('vote', '=', row.id).where('id', '=', slip.id).execute()
    const fresh = budgetVoter(slip.building)
    await insertElectors(ctx.tx, row, [fresh])
    await recordVote(ctx, row, ballotActs.state('ballots.slip_void', { building: slip.building ?? undefined }))
    return ok({ id: row.id, code: fresh.code })
  })
