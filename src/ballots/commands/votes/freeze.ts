/** Freezing the register: from here on the vote is of these heads with these areas, whatever happens to the register. */
import { randomBytes } from 'node:crypto'
import { shanghaiDay } from '../../../kit/clock.ts'
import { newId, randomCode, sha256 } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById, placesWithin, type PlaceView } from '../../../places/index.ts'
import { electorateOf, headsOf, mayFreeze, totalsOf, type Head, type Title } from '../../rules/heads.ts'
import { isHouseholds } from '../../rules/households.ts'
import { ballotActs, type HeldBy } from '../../rules/life/index.ts'
import { vacantHomes, vacantSum, type VacantSource } from '../../rules/vacant-homes.ts'
import { makeVoteKeys } from '../../sealing/index.ts'
import { indexesOnly, insertElectors, insertElectorTitles, type NewElector, type NewElectorTitle } from '../../store/electors.ts'
import { headsOfCompound, titlesOfCompound, type HeadRow, type TitleRow } from '../../store/register-rows.ts'
import { insertVacantHomes } from '../../store/vacant-homes.ts'
import { keepVoteKeys } from '../../store/vote-keys.ts'
import { changeVote, heldByOf, keepStep, kindOf, matterOf, recordVote, stepsOfVote, type VoteRow } from '../../store/votes.ts'
import { asClock, done, onVote, type ById, type Done, type Staff } from './on-vote.ts'

/** A title as the rules see it: its owner is the head that the register keeps it under. */
const ruleTitle = ({ id, kind, area, status, head, building, unit }: TitleRow): Title =>
  ({ id, kind, area, state: status, owners: [head], building, unit })

type Frozen = { readonly electors: readonly NewElector[]; readonly titles: readonly NewElectorTitle[]; readonly totals: { readonly area: number; readonly heads: number } }

/** The electors that heads become. What makes no head gets no ballot and is in no total. */
function electorsOf(heads: readonly Head[], rows: ReadonlyMap<string, TitleRow>, kept: ReadonlyMap<string, HeadRow>, rule: HeldBy['rule']): Frozen {
  const developer = [...kept.values()].find(({ kind }) => kind === 'developer')
  const counting = heads.filter(({ counts }) => counts)
  const electors = counting.map((head): NewElector => {
    const known = head.owners.length === 0 ? developer : kept.get(head.id)
    return { id: newId(), head: known?.id ?? null, voter_hash: null, building: head.building, kind: known?.kind ?? 'developer', area: head.area, heads: 1,
      titles: head.titles, code: randomCode(8), blocked: known?.blocked ?? null }
  })
  const titles = counting.flatMap((head, i) => head.of.map(({ id }): NewElectorTitle => {
    const title = rows.get(id)
    return { title: id, elector: electors[i]?.id ?? '', building: title?.building ?? null, label: title?.label ?? '', kind: title?.kind ?? 'home',
      area: title?.area ?? 0, counts: title !== undefined && rule.counts[title.kind] !== 'nothing' }
  }))
  return { electors, titles, totals: totalsOf(heads) }
}

type Room = Pick<PlaceView, 'id' | 'fullName' | 'building'>
/** [B110] A home as a household with one vote: area one alike, so that both counts are the same count, and no title weighs more. */
export const householdOf = ({ id: home, fullName, building }: Room, id: string, code: string): { readonly elector: NewElector; readonly title: NewElectorTitle } => ({
  elector: { id, head: null, voter_hash: null, building: building ?? null, kind: 'resident', area: 1, heads: 1, titles: 1, code, blocked: null },
  title: { title: home, elector: id, building: building ?? null, label: fullName, kind: 'home', area: 0, counts: true },
})

/** [B110] Every home of the electorate that does not stand empty. */
function households(homes: readonly Room[]): Frozen {
  const all = homes.map((home) => householdOf(home, newId(), randomCode(8)))
  return { electors: all.map(({ elector }) => elector), titles: all.map(({ title }) => title), totals: { area: homes.length, heads: homes.length } }
}

/** Homes that stand empty: as lines that name them, where that is known from, and why. */
export type Vacant = { readonly homes: readonly string[]; readonly source: VacantSource; readonly reason: string }
const noneVacant: Vacant = { homes: [], source: 'visit', reason: '' }
const householdsOnly = { code: 'households_only', rule: 'B113', explain: { zh: '只有户代表表决才区分空户：业主的票跟着产权走。', en: 'Only households leave out empty homes: an owner votes by title.' } }

type Divided = { readonly lived: readonly PlaceView[]; readonly vacant: readonly PlaceView[] }
/** [B113] The homes of the electorate apart: those that stand empty by what the desk wrote down, and the others. */
async function divided(tx: Tx, row: VoteRow, electorate: PlaceView, { homes: lines }: Vacant): Promise<Result<Divided>> {
  const homes = isHouseholds(matterOf(row)) ? await placesWithin(tx, row.district, electorate, 'room', 20_000) : []
  if (lines.length > 0 && homes.length === 0) return refuse(householdsOnly)
  const vacant = vacantHomes(lines, homes, electorate.fullName)
  return vacant.ok ? ok({ vacant: vacant.value, lived: homes.filter((home) => !vacant.value.includes(home)) }) : vacant
}

/** Heads by the building of their first title, with the building's name: what the page of a running vote sets participation against. */
async function buildingsOf(tx: Tx, row: VoteRow, electors: readonly NewElector[]): Promise<NonNullable<HeldBy['buildings']>> {
  const sums = new Map<string, { heads: number; titles: number }>()
  for (const { building, heads, titles } of electors) {
    const key = building ?? row.place
    const sum = sums.get(key) ?? { heads: 0, titles: 0 }
    sums.set(key, { heads: sum.heads + heads, titles: sum.titles + titles })
  }
  const compound = await placeById(tx, row.district, row.place)
  const named = compound ? await placesWithin(tx, row.district, compound, 'building') : []
  const order = new Map(named.map(({ id, name, fullName }, i) => [id, { name: compound?.kind === 'community' ? fullName : name, i }]))
  return [...sums].map(([id, sum]) => ({ id, name: order.get(id)?.name ?? compound?.name ?? '', ...sum }))
    .sort((one, other) => (order.get(one.id)?.i ?? 9999) - (order.get(other.id)?.i ?? 9999))
}

/** Makes the keys of a vote and commits to the lottery by which ties would be drawn; the seed stays sealed until the close. As the clock. */
async function makeKeys(tx: Tx, row: VoteRow, at: Date): Promise<{ readonly lottery: Buffer; readonly seed: Buffer }> {
  const keys = makeVoteKeys(row.district, row.id)
  await keepVoteKeys(tx, { district: row.district, vote: row.id }, keys.rows, at)
  const seed = randomBytes(32).toString('hex')
  return { lottery: sha256(seed), seed: keys.seal.seal('seed', seed) }
}

/** After the freeze nobody is nominated, reviewed or posted any more: an election that froze without its list could never open. */
const listFirst = { code: 'list_first', rule: 'B103', explain: { zh: '先公示候选人名单，再冻结名册：冻结以后名单不能再动。',
  en: 'Post the list of candidates first: once the register is frozen the list stands as it is.' } }

/**
 * [B26] Freezes the register of the electorate: each head with its area by the compound's rule, its titles, an opaque code for its paper ballot. Makes the
 * vote's keys. Refused while a sold home has no owner, and of an election until the list of candidates is posted ([B103]). Of households: every home of the electorate, save those that `vacant` says stand empty ([B113]). A budget's electors come by themselves: whoever lives in the community and has a phone.
 */
export const freezeRegister = (ctx: Staff, input: ById & { readonly vacant?: Vacant | undefined }): Promise<Result<Done>> => onVote(ctx, input, 'freeze', async ({ row, scope }) => {
  const { tx, at } = ctx
  const held = heldByOf(row)
  const budget = kindOf(row) === 'budget' || isHouseholds(matterOf(row))
  const electorate = await placeById(tx, row.district, row.electorate)
  if (!electorate) return refuse(common.notFound)
  const kind = electorate.kind === 'building' || electorate.kind === 'unit' ? electorate.kind : 'compound'
  const [all, heads] = budget ? [[], []] : await Promise.all([titlesOfCompound(tx, row.district, row.place), headsOfCompound(tx, row.district, row.place)])
  const rows = new Map(all.map((title) => [title.id, title]))
  const titles = electorateOf(all.map(ruleTitle), { kind, place: row.electorate })
  const may = budget ? null : mayFreeze(titles, held.rule.counts)
  if (may && !may.ok) return may
  if (kindOf(row) === 'election' && !(await stepsOfVote(tx, row.district, row.id)).some(({ code }) => code === 'candidates_posted')) return refuse(listFirst)
  const said = input.vacant ?? noneVacant
  const homes = await divided(tx, row, electorate, said)
  if (!homes.ok) return homes
  const { lived, vacant } = homes.value
  const frozen = isHouseholds(matterOf(row)) ? households(lived) : electorsOf(headsOf(titles, held.rule.counts), rows, new Map(heads.map((head) => [head.id, head])), held.rule)
  const buildings = await buildingsOf(tx, row, frozen.electors)
  const lottery = await asClock(ctx, row, scope, async () => {
    await indexesOnly(tx)
    await insertElectors(tx, row, frozen.electors)
    await insertElectorTitles(tx, row, frozen.titles)
    await insertVacantHomes(tx, row, vacant.map(({ id, fullName, building }) => ({ home: id, building, label: fullName, source: said.source, reason: said.reason })))
    return makeKeys(tx, row, at)
  })
  const { area, heads: electors } = frozen.totals
  const changed = await changeVote(tx, row, { state: 'frozen', frozen_at: at, electors, area, rules: { ...held, buildings, titles: frozen.titles.length, ...(vacant.length > 0 ? { vacant: vacantSum(vacant.length, electors, said.source) } : {}) }, ...lottery })
  await keepStep(ctx, row.id, { code: 'register_frozen', state: 'done', on: shanghaiDay(at), facts: { heads: electors } })
  await recordVote(ctx, row, ballotActs.state('ballots.frozen', { heads: electors, area, titles: frozen.titles.length }))
  if (vacant.length > 0) await recordVote(ctx, row, ballotActs.state('ballots.vacant', { homes: vacant.length, source: said.source }))
  return done(changed)
})
