/** Paper after the close: two people read each ballot without seeing what the other read; where they differ a scrutineer looks. [B30] */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import type { FieldKey, VoteLink } from '../../../trust/index.ts'
import { ballotActs, ballotContent, spoiltContent, type Answer } from '../../rules/life/index.ts'
import type { Channel } from '../../rules/vote.ts'
import { newBallotSalt, pseudonymOf, sealChoice } from '../../sealing/index.ts'
import { insertChoice } from '../../store/casting.ts'
import { electorsNamed, meant, type ElectorRow, type Named } from '../../store/electors.ts'
import { ballotPaper, type BallotPaper } from '../../store/paper.ts'
import { linkKeyOf, sealKeyOf } from '../../store/vote-keys.ts'
import { keepStep, recordVote, type VoteRow } from '../../store/votes.ts'
import { asClock, onVote, type ById, type OnVote, type Staff } from './on-vote.ts'
import type { ManyDone } from './prepare.ts'

export type Reading = Named & { readonly seq?: number | undefined; readonly answers: readonly Answer[]; readonly spoilt: boolean }
type Keys = { readonly seal: FieldKey; readonly link: VoteLink }
type Cast = { readonly seq: number; readonly channel: Channel; readonly entered: boolean }
type Entry = { readonly person: string; readonly content: string }

const no = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'B30', explain: { zh, en } })
const NOT_FOUND = no('not_found', '没有收到过这样一张纸质票。', 'No such paper ballot was taken in.')

/** Paper ballots of one elector, each with whether its choice is in. As the clock. */
async function papersOf({ tx }: Staff, row: VoteRow, elector: ElectorRow, link: VoteLink): Promise<readonly Cast[]> {
  const of = { district: row.district, vote: row.id }
  const casts = await tx.selectFrom('cast_ballot').select(['seq', 'channel']).where('district', '=', of.district).where('vote', '=', of.vote)
    .where('elector', '=', elector.id).where('channel', '<>', 'phone').orderBy('seq').execute()
  const known = await tx.selectFrom('choice').select('seq').where('district', '=', of.district).where('vote', '=', of.vote)
    .where('pseudonym', '=', pseudonymOf(link, elector.id)).execute()
  return casts.map(({ seq, channel }) => ({ seq, channel: channel === 'door' ? 'door' : 'paper', entered: known.some((one) => one.seq === seq) }))
}

const field = (elector: string, seq: number, person: string): string => `paper ${elector}/${seq}/${person}`

async function entriesOf({ tx }: Staff, row: VoteRow, elector: string, seq: number, seal: FieldKey): Promise<readonly Entry[]> {
  const rows = await tx.selectFrom('paper_entry').select(['person', 'sealed']).where('district', '=', row.district).where('vote', '=', row.id)
    .where('elector', '=', elector).where('seq', '=', seq).orderBy('at').execute()
  return rows.map(({ person, sealed }) => ({ person, content: seal.open(field(elector, seq, person), sealed) }))
}

/** Puts the choice of one paper ballot among the sealed ones. */
async function keepChoice({ tx }: Staff, row: VoteRow, elector: ElectorRow, cast: Cast, content: string, { seal, link }: Keys): Promise<void> {
  const choice = { pseudonym: pseudonymOf(link, elector.id), seq: cast.seq, channel: cast.channel, area: Number(elector.area), heads: elector.heads, content,
    salt: newBallotSalt() }
  const { sealed, commitment } = sealChoice(seal, row.id, choice)
  await insertChoice(tx, { district: row.district, vote: row.id, id: randomUUID(), pseudonym: choice.pseudonym, seq: cast.seq, channel: cast.channel,
    area: elector.area, heads: elector.heads, sealed, commitment: Buffer.from(commitment, 'hex') })
}

async function keepEntry({ tx, at, actor }: Staff, row: VoteRow, elector: string, seq: number, content: string, seal: FieldKey): Promise<void> {
  const person = actor.person ?? ''
  const values = { sealed: seal.seal(field(elector, seq, person), content), at }
  await tx.insertInto('paper_entry').values({ district: row.district, vote: row.id, elector, seq, person, ...values })
    .onConflict((c) => c.columns(['district', 'vote', 'elector', 'seq', 'person']).doUpdateSet(values)).execute()
}

const contentOf = (paper: BallotPaper, { spoilt, answers }: Reading): Result<string> =>
  (spoilt ? ok(spoiltContent(paper.asked)) : ballotContent(paper.kind, paper.asked, answers))

/** One reading of one paper. 'first': waits for the second; 'equal': the choice is in; 'differing': a scrutineer has to look. */
async function readOne(ctx: Staff, row: VoteRow, elector: ElectorRow | undefined, reading: Reading, paper: BallotPaper, keys: Keys): Promise<Result<'first' | 'equal' | 'differing'>> {
  if (!elector) return refuse(NOT_FOUND)
  const papers = await papersOf(ctx, row, elector, keys.link)
  const cast = reading.seq === undefined ? papers.find(({ entered }) => !entered) ?? papers[0] : papers.find(({ seq }) => seq === reading.seq)
  if (!cast) return refuse(NOT_FOUND)
  if (cast.entered) return refuse(no('entered_already', '这张票两个人已经录得一样。', 'Two people have entered this ballot alike.'))
  const content = contentOf(paper, reading)
  if (!content.ok) return content
  const entries = await entriesOf(ctx, row, elector.id, cast.seq, keys.seal)
  const others = entries.filter(({ person }) => person !== ctx.actor.person)
  // once both are in neither is changed: whoever read second could otherwise try out what the first one said
  if (entries.length > 1) return refuse(no('two_entered', '已经有两个人录过，读法不同，请监票人看。', 'Two people have entered it and read it differently: a scrutineer has to look.'))
  await keepEntry(ctx, row, elector.id, cast.seq, content.value, keys.seal)
  if (others.length === 0) return ok('first')
  if (others[0]?.content !== content.value) return ok('differing')
  await keepChoice(ctx, row, elector, cast, content.value, keys)
  return ok('equal')
}

/** How many paper ballots have no choice yet. As the clock. */
export async function unentered({ tx }: Pick<Staff, 'tx'>, row: Pick<VoteRow, 'district' | 'id'>): Promise<number> {
  const { rows } = await sql<{ n: string }>`select (select count(*) from cast_ballot where district = ${row.district} and vote = ${row.id} and channel <> 'phone')
    - (select count(*) from choice where district = ${row.district} and vote = ${row.id} and channel <> 'phone') as n`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}

async function keysOf({ tx }: Staff, row: VoteRow): Promise<Keys> {
  const where = { district: row.district, vote: row.id }
  const link = await linkKeyOf(tx, where)
  if (!link) throw new Error('a vote that is not sealed has its link key')
  return { seal: await sealKeyOf(tx, where), link }
}

async function endOfPaper(ctx: Staff, row: VoteRow): Promise<void> {
  if (await unentered(ctx, row) === 0) await keepStep(ctx, row.id, { code: 'paper_entered', state: 'done', on: shanghaiDay(ctx.at) })
}

/** Reads as the clock, who alone reads keys; whose reading it is stays the enterer's. */
const within = <T>(ctx: Staff, { row, scope }: OnVote, work: (keys: Keys, paper: BallotPaper) => Promise<T>): Promise<T> => asClock(ctx, row, scope, async () => {
  const paper = await ballotPaper(ctx.tx, row.district, row.id)
  if (!paper) throw new Error('a vote without a ballot paper')
  const value = await work(await keysOf(ctx, row), paper)
  await endOfPaper(ctx, row)
  return value
})

/** [B30] Enters what somebody read on paper ballots, many at once. The second reading that says the same puts the choice in; nobody is told the first. */
export const enterPapers = (ctx: Staff, input: ById & { readonly entries: readonly Reading[] }): Promise<Result<ManyDone & { readonly equal: number; readonly differing: number }>> =>
  onVote(ctx, input, 'entries', async (of) => {
    const { row } = of
    const electors = await electorsNamed(ctx.tx, row.district, row.id, input.entries)
    const refused: ManyDone['refused'][number][] = []
    const sums = { first: 0, equal: 0, differing: 0 }
    await within(ctx, of, async (keys, paper) => {
      for (const [at, reading] of input.entries.entries()) {
        const read = await readOne(ctx, row, meant(electors, reading), reading, paper, keys)
        if (read.ok) sums[read.value] += 1
        else refused.push({ at, code: read.refusal.code, explain: read.refusal.explain })
      }
    })
    const ballots = sums.first + sums.equal + sums.differing
    if (ballots > 0) await recordVote(ctx, row, ballotActs.state('ballots.entered', { ballots, equal: sums.equal, differing: sums.differing }))
    return ok({ id: row.id, done: ballots, version: row.version, refused, equal: sums.equal, differing: sums.differing })
  })

/** [B30] A scrutineer, who was none of the two, says what a paper says that two people read differently, or that it can't be read. */
export const lookAtPaper = (ctx: Staff, input: ById & Reading & { readonly seq: number }): Promise<Result<{ readonly id: string; readonly state: string; readonly version: number }>> =>
  onVote(ctx, input, 'looks', async (of) => {
    const { row } = of
    const elector = meant(await electorsNamed(ctx.tx, row.district, row.id, [input]), input)
    const looked = await within(ctx, of, async (keys, paper): Promise<Result<true>> => {
      const cast = elector ? (await papersOf(ctx, row, elector, keys.link)).find(({ seq }) => seq === input.seq) : undefined
      if (!elector || !cast) return refuse(NOT_FOUND)
      const entries = await entriesOf(ctx, row, elector.id, cast.seq, keys.seal)
      if (cast.entered || entries.length < 2) return refuse(no('not_differing', '这张票没有读法不同的问题。', 'Nobody read this ballot differently.'))
      if (entries.some(({ person }) => person === ctx.actor.person)) return refuse(no('read_it_before', '您录过这张票，要换一位监票人看。', 'You entered this ballot: another scrutineer has to look.'))
      const content = contentOf(paper, input)
      if (!content.ok) return content
      await keepChoice(ctx, row, elector, cast, content.value, keys)
      return ok(true as const)
    })
    if (!looked.ok) return looked
    await recordVote(ctx, row, ballotActs.state('ballots.looked', { spoilt: input.spoilt }))
    return ok({ id: row.id, state: row.state, version: row.version })
  })
