/** A home that was left out of a vote of households as empty, and where somebody lives after all. */
import { common } from '../../../kit/http.ts'
import { newId, randomCode } from '../../../kit/ids.ts'
import { refuse, type Result } from '../../../kit/pure.ts'
import { ballotActs } from '../../rules/life/index.ts'
import { vacantSum } from '../../rules/vacant-homes.ts'
import { insertElectors, insertElectorTitles } from '../../store/electors.ts'
import { takeBack } from '../../store/vacant-homes.ts'
import { areaOfRow, changeVote, heldByOf, recordVote } from '../../store/votes.ts'
import { householdOf } from './freeze.ts'
import { asClock, done, onVote, type ById, type Done, type Staff } from './on-vote.ts'

/**
 * [B113] Takes a home back into a vote of households, until the close: it is one household more in the base, with a ballot of its own, and the reason stays
 * in the list. Nothing takes a home out once the register is frozen, so that nobody can make the base smaller while people vote.
 */
export const homeBack = (ctx: Staff, input: ById & { readonly home: string; readonly reason: string }): Promise<Result<Done>> =>
  onVote(ctx, input, 'homes', async ({ row, scope }) => {
    const { tx, at } = ctx
    if (row.closes_at && row.closes_at <= at) return refuse({ code: 'vote_closed', rule: 'B27', explain: { zh: '投票已经截止，总户数不再变。', en: 'Voting has ended: the base stands.' } })
    const held = heldByOf(row)
    const back = await asClock(ctx, row, scope, async () => {
      const home = await takeBack(tx, row, input.home, input.reason, at)
      if (!home) return undefined
      const { elector, title } = householdOf({ id: input.home, building: home.building, fullName: home.label }, newId(), randomCode(8))
      await insertElectors(tx, row, [elector])
      await insertElectorTitles(tx, row, [title])
      return home
    })
    if (!back || !held.vacant) return refuse(common.notFound)
    const electors = row.electors + 1
    const key = back.building ?? row.place
    const buildings = (held.buildings ?? []).map((one) => (one.id === key ? { ...one, heads: one.heads + 1, titles: one.titles + 1 } : one))
    const changed = await changeVote(tx, row, { electors, area: areaOfRow(row.area) + 1,
      rules: { ...held, buildings, titles: (held.titles ?? 0) + 1, vacant: vacantSum(held.vacant.homes - 1, electors, held.vacant.source) } })
    await recordVote(ctx, row, ballotActs.state('ballots.home_back', { heads: electors }))
    return done(changed)
  })
