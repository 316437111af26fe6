/** Electors of a vote, for its team alone: whose ballot is missing, and who gave more than one. Never what anybody chose. */
import { sql } from 'kysely'
import type { Context } from '../../kit/command.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { clockOf, rolesOn, standingOf, teamScope } from '../commands/votes/on-vote.ts'
import { HOLDS_WORDS } from '../rules/index.ts'
import { ballotActs, mayMove, type Move } from '../rules/life/index.ts'
import type { Holds } from '../rules/vote.ts'
import { pseudonymOf } from '../sealing/index.ts'
import { vacantHomesOf } from '../store/vacant-homes.ts'
import { linkKeyOf } from '../store/vote-keys.ts'
import { heldByOf, loadVote, recordVote, stateOf, type VoteRow } from '../store/votes.ts'

/** The vote, if the actor may make `move` with it, in a transaction that goes on with the team's scope; null otherwise. */
export async function seenByTeam(tx: Tx, actor: Actor, id: string, move: Move, at: Date): Promise<VoteRow | null> {
  const roles = await rolesOn({ tx, actor }, id, at)
  await actAs(tx, teamScope(actor, id, roles))
  const row = await loadVote(tx, actor.district, id)
  return row && mayMove(move, stateOf(row), standingOf(row, actor, roles)).ok ? row : null
}

type Cast = { readonly elector: string; readonly seq: number; readonly channel: string; readonly day: string; readonly envelope: string | null }
const castsOf = (tx: Tx, row: VoteRow, electors: readonly string[]): Promise<Cast[]> => tx.selectFrom('cast_ballot')
  .select(['elector', 'seq', 'channel', sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), 'envelope']).where('district', '=', row.district)
  .where('vote', '=', row.id).where('elector', '=', sql<string>`any(${electors}::uuid[])`).orderBy('seq').execute()

const by = <T, K>(rows: readonly T[], key: (row: T) => K): ReadonlyMap<K, readonly T[]> => Map.groupBy(rows, key)

type Narrowed = { readonly building?: string | undefined; readonly voted?: 'yes' | 'no' | undefined }
/**
 * Electors of a building or of all, with their titles and how each ballot was delivered; those in no building (garages, shops) by the vote's own place;
 * `voted` narrows. At most 2,000. Who has voted and who has not is told only where it is asked for, to remind them: each time an act, which ends with the
 * vote; a list that is asked for anything else leaves it out. From the close on only those are listed who gave a ballot. P13
 */
export async function electorsOf(ctx: Context<Actor>, id: string, { building, voted: asked }: Narrowed) {
  const { tx, actor, at } = ctx
  const row = await seenByTeam(tx, actor, id, 'electors', at)
  if (!row) return null
  const voted = stateOf(row) === 'closed' ? 'yes' as const : asked
  if (stateOf(row) !== 'closed' && voted !== undefined) await recordVote(ctx, row, ballotActs.state('ballots.reminded', { building }))
  const electors = await tx.selectFrom('elector').select(['id', 'code', 'building', 'kind', 'area', 'heads', 'blocked', 'took_part']).where('district', '=', row.district)
    .where('vote', '=', row.id).$if(building !== undefined, (q) => (building === row.place ? q.where('building', 'is', null) : q.where('building', '=', building ?? '')))
    .$if(voted !== undefined, (q) => q.where('took_part', '=', voted === 'yes')).limit(2000).execute()
  const ids = electors.map((one) => one.id)
  const [titles, casts] = await Promise.all([tx.selectFrom('elector_title').select(['elector', 'title', 'label', 'kind', 'area', 'counts',
    sql<string | null>`to_char(delivered_on, 'YYYY-MM-DD')`.as('deliveredOn'), 'delivered_how as deliveredHow']).where('district', '=', row.district)
    .where('vote', '=', row.id).where('elector', '=', sql<string>`any(${ids}::uuid[])`).orderBy('label').execute(), voted === undefined ? [] : castsOf(tx, row, ids)])
  const [titlesBy, castsBy] = [by(titles, ({ elector }) => elector), by(casts, ({ elector }) => elector)]
  const names = new Map((heldByOf(row).buildings ?? []).map((one) => [one.id, one.name]))
  return { items: electors.map(({ took_part: tookPart, area, ...one }) => ({ ...one, area: Number(area), tookPart: voted === undefined ? null : tookPart, buildingName: names.get(one.building ?? '') ?? null,
    casts: (castsBy.get(one.id) ?? []).map(({ elector: _, ...cast }) => cast), titles: (titlesBy.get(one.id) ?? []).map(({ elector: _, ...title }) => title) }))
    .sort((a, b) => (a.titles[0]?.label ?? '').localeCompare(b.titles[0]?.label ?? '', 'zh', { numeric: true })) }
}

/** [B113] The homes that were left out as empty, for the ballot team while it can still take one back in or has to answer for them. */
export async function vacantOf(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await seenByTeam(tx, actor, id, 'electors', at)
  return row && { items: await vacantHomesOf(tx, row) }
}

/** Which expression will hold by the compound's rule if all are valid; null where that is not told yet. */
function holdsBy(holds: Holds, casts: readonly Cast[]): number | null {
  const paper = casts.filter(({ channel }) => channel !== 'phone')
  const among = holds === 'paper_first' && paper.length > 0 ? paper : casts
  return (holds === 'last' ? among.at(-1) : among[0])?.seq ?? null
}

const DIFFERING: Said = { zh: '两个人读得不一样，请监票人看', en: 'Two people read it differently: a scrutineer has to look' }

/** Every elector with more than one expression, and every paper that two people read differently: listed, never decided silently. */
export async function conflictsOf(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await seenByTeam(tx, actor, id, 'conflicts', at)
  if (!row) return null
  await actAs(tx, clockOf(row))
  const doubles = await tx.selectFrom('elector').select(['id', 'code']).where('district', '=', row.district).where('vote', '=', row.id).where('casts', '>', 1).execute()
  const twice = await tx.selectFrom('paper_entry as p').innerJoin('elector as e', (j) => j.onRef('e.district', '=', 'p.district').onRef('e.vote', '=', 'p.vote')
    .onRef('e.id', '=', 'p.elector')).select(['p.elector as id', 'e.code', 'p.seq']).where('p.district', '=', row.district).where('p.vote', '=', row.id)
    .groupBy(['p.elector', 'e.code', 'p.seq']).having((e) => e.fn.countAll(), '>', 1).execute()
  const differing = await notEqual(tx, row, twice)
  const ids = [...doubles, ...differing].map((one) => one.id)
  const [casts, labels] = await Promise.all([castsOf(tx, row, ids), tx.selectFrom('elector_title').select(['elector', 'label']).where('district', '=', row.district)
    .where('vote', '=', row.id).where('elector', '=', sql<string>`any(${ids}::uuid[])`).orderBy('label').execute()])
  const [castsBy, labelsBy] = [by(casts, ({ elector }) => elector), by(labels, ({ elector }) => elector)]
  const { holds } = heldByOf(row).rule
  const item = (one: { readonly id: string; readonly code: string }, kind: 'doubles' | 'differing', seq?: number) => {
    const all = (castsBy.get(one.id) ?? []).filter((cast) => seq === undefined || cast.seq === seq)
    return { elector: one.id, code: one.code, label: (labelsBy.get(one.id) ?? []).map(({ label }) => label).join('、'), kind,
      seqs: all.map(({ seq: n, channel, day }) => ({ seq: n, channel, day })), holds: kind === 'doubles' ? holdsBy(holds, all) : null,
      words: kind === 'doubles' ? HOLDS_WORDS[holds] : DIFFERING }
  }
  return { items: [...doubles.map((one) => item(one, 'doubles')), ...differing.map((one) => item(one, 'differing', one.seq))] }
}

/** Of papers that two people read, those whose choice is not in. The clock counts by channel and pseudonym, so it asks the link. */
async function notEqual<T extends { readonly id: string; readonly seq: number }>(tx: Tx, row: VoteRow, twice: readonly T[]): Promise<readonly T[]> {
  if (twice.length === 0) return []
  const link = await linkKeyOf(tx, { district: row.district, vote: row.id })
  if (!link) return []
  const known = await tx.selectFrom('choice').select(['pseudonym', 'seq']).where('district', '=', row.district).where('vote', '=', row.id)
    .where('channel', '<>', 'phone').execute()
  const inside = new Set(known.map(({ pseudonym, seq }) => `${pseudonym} ${seq}`))
  return twice.filter(({ id, seq }) => !inside.has(`${pseudonymOf(link, id)} ${seq}`))
}
