/** Sealing and counting, in one transaction: ballots in an order that tells nothing, one root in the record, the link gone, the result with its reasons. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/ids.ts'
import { setTimer } from '../../../kit/jobs.ts'
import type { Result } from '../../../kit/pure.ts'
import { newVoteSeal, type FieldKey, type VoteLink } from '../../../trust/index.ts'
import { EVENT_KINDS, type CountEvent } from '../../rules/events.ts'
import { mayCount } from '../../rules/index.ts'
import { ballotActs, countVote, type CountedVote } from '../../rules/life/index.ts'
import { answersIn, sealedFacts, type OpenChoice } from '../../rules/sealed/index.ts'
import { lotteryOrder } from '../../rules/shares/index.ts'
import type { Measure } from '../../rules/vote.ts'
import { destroyLinkKey, pseudonymOf, rulesHash, sealLink, sealTree } from '../../sealing/index.ts'
import { countVoteInThread, settleInThread } from '../../jobs/count-worker.ts'
import { openedChoices, rewriteChoices, type StoredChoice } from '../../store/choices.ts'
import { questionsOf } from '../../store/paper.ts'
import { dropLinkKey, keepVoteKeys, linkKeyOf, sealKeyOf } from '../../store/vote-keys.ts'
import { proceedingOf, type Proceeding } from '../../store/vote-procedure.ts'
import { areaOfRow, changeVote, heldByOf, keepStep, kindOf, matterOf, recordVote, type VoteRow } from '../../store/votes.ts'
import { settleRound } from '../projects/post-slate.ts'
import { LIST_TIMER, listExpires } from './open-link.ts'
import { asClock, done, onVote, type ById, type Done, type Staff } from './on-vote.ts'

const isEvent = (word: unknown): word is CountEvent['kind'] => EVENT_KINDS.some((kind) => kind === word)

/** What happened to heads while the vote ran, each under its pseudonym. As the clock. */
async function eventsOf({ tx }: Staff, row: VoteRow, steps: Proceeding['steps'], link: VoteLink): Promise<readonly CountEvent[]> {
  const events: CountEvent[] = []
  for (const { code, on, reason, facts } of steps) {
    const { kind, elector } = facts as { kind?: unknown; elector?: unknown } // written by enterChange for steps of this name
    if (!code.startsWith('event_') || !isEvent(kind)) continue
    const found = typeof elector === 'string' ? await tx.selectFrom('elector').select(['area', 'heads']).where('district', '=', row.district)
      .where('vote', '=', row.id).where('id', '=', elector).executeTakeFirst() : undefined
    events.push({ kind, on, paper: reason ?? '', elector: typeof elector === 'string' ? pseudonymOf(link, elector) : null,
      area: areaOfRow(found?.area ?? 0), heads: found?.heads ?? 0 })
  }
  return events
}

/** All heads together that said nothing, may vote, and had each ballot delivered in a way that the rules accept as proof. As the clock. */
async function silentDelivered({ tx }: Staff, row: VoteRow): Promise<Measure> {
  const { rule } = heldByOf(row)
  if (rule.silence === 'not_counted') return { area: 0, heads: 0 }
  const { rows } = await sql<{ area: string; heads: string }>`select coalesce(sum(e.area), 0) as area, coalesce(sum(e.heads), 0) as heads from elector e
    where e.district = ${row.district} and e.vote = ${row.id} and not e.took_part and e.blocked is null and not exists (select from elector_title t
      where t.district = e.district and t.vote = e.vote and t.elector = e.id and (t.delivered_how is null or t.delivered_how <> all(${[...rule.delivery]}::text[])))`
    .execute(tx)
  return { area: areaOfRow(rows[0]?.area ?? 0), heads: Number(rows[0]?.heads ?? 0) }
}

const sharingOf = async ({ tx }: Staff, row: VoteRow) => {
  const round = await tx.selectFrom('budget_round').select(['budget', 'rules']).where('district', '=', row.district).where('vote', '=', row.id).executeTakeFirst()
  if (!round) return null
  const rules = round.rules as unknown as { rule: 'greedy' | 'equal-shares'; completion: 'none' | 'add1' | 'add1u' } // written by start-round.ts
  return { rule: rules.rule, completion: rules.completion, budget: Number(round.budget), step: 100 }
}

async function counted(ctx: Staff, row: VoteRow, choices: readonly OpenChoice[], steps: Proceeding['steps'], link: VoteLink): Promise<CountedVote> {
  const questions = await questionsOf(ctx.tx, row.district, row.id)
  const seed = row.seed?.toString('hex') ?? ''
  const order = lotteryOrder(questions.flatMap(({ options }) => options.map(({ id }) => id)), seed, (text) => sha256(text).toString('hex'))
  const [silent, events, sharing] = [await silentDelivered(ctx, row), await eventsOf(ctx, row, steps, link), await sharingOf(ctx, row)]
  const budget = kindOf(row) === 'budget'
  const voters = budget ? new Set(choices.map(({ pseudonym }) => pseudonym)).size : row.electors
  // shares over many ballots take seconds; a motion takes milliseconds
  return (budget ? countVoteInThread : countVote)({ kind: kindOf(row), matter: matterOf(row), held: heldByOf(row), totals: { area: areaOfRow(row.area), heads: voters }, questions, choices,
    silentDelivered: silent, events, sharing, lottery: { seed, committed: row.lottery?.toString('hex') ?? '', order } })
}

/** The link of a secret vote is destroyed; that of a named one goes into the list that two scrutineers open together, their slips waiting to be taken. [P10] */
async function partVoters({ tx, at }: Staff, row: VoteRow, link: VoteLink, team: Proceeding['team']): Promise<void> {
  const where = { district: row.district, vote: row.id }
  const posts = [...new Set(team.filter(({ role }) => role === 'scrutineer').map(({ post }) => post))]
  if (!row.secret && posts.length >= 2) {
    const list = newVoteSeal(row.district, row.id, 'list')
    const { pairs, codes } = sealLink(list, row.id, link, posts)
    await setTimer(tx, { district: row.district, due: listExpires(at), kind: LIST_TIMER, subject: row.id, facts: {} })
    await keepVoteKeys(tx, where, [{ kind: 'list', wrapped: list.wrapped, alg: list.alg }], at, {
      pairs: pairs.map((pair) => ({ posts: pair.posts, sealed: pair.sealed.toString('base64') })),
      slips: codes.map(({ post, code }) => ({ post, code: list.seal(`slip ${post}`, code).toString('base64') })),
    })
  }
  await dropLinkKey(tx, where, at)
  destroyLinkKey(link)
}

async function openAll(ctx: Staff, row: VoteRow): Promise<{ readonly stored: readonly StoredChoice[]; readonly seal: FieldKey; readonly link: VoteLink }> {
  const where = { district: row.district, vote: row.id }
  const [seal, link] = [await sealKeyOf(ctx.tx, where), await linkKeyOf(ctx.tx, where)]
  if (!link) throw new Error('a vote that is not sealed has its link key')
  return { stored: await openedChoices(ctx.tx, where, seal), seal, link }
}

type Counting = { readonly count: CountedVote; readonly root: string; readonly size: number; readonly choices: readonly OpenChoice[] }
async function sealAndCount(ctx: Staff, row: VoteRow, { steps, team }: Proceeding): Promise<Counting> {
  const { stored, link } = await openAll(ctx, row)
  const choices = stored.map(({ open }) => open)
  const count = await counted(ctx, row, choices, steps, link)
  const { root, size } = sealTree(stored.map(({ commitment }) => commitment))
  await rewriteChoices(ctx.tx, { district: row.district, vote: row.id }, stored, randomUUID)
  await partVoters(ctx, row, link, team)
  return { count, root, size, choices }
}

async function settle(ctx: Staff, row: VoteRow, { count, choices }: Counting): Promise<void> {
  const sharing = await sharingOf(ctx, row)
  if (!sharing || count.rules.kind !== 'budget') return
  const held = new Map<string, OpenChoice>()
  for (const one of [...choices].sort((a, b) => a.seq - b.seq)) if (count.rules.holds === 'last' || !held.has(one.pseudonym)) held.set(one.pseudonym, one)
  const ballots = [...held.values()].map(({ content }) => answersIn(content)?.[0]?.said ?? [])
  await settleRound(ctx, row.id, await settleInThread({ budget: sharing.budget, projects: count.rules.projects, ballots }, sharing, count.rules.lottery.order))
}

/**
 * [B31] Seals all ballots and counts them. From here on nothing is added or changed unseen: the root stands in the record. Refused while paper is not
 * entered. Who voted what is parted for good in a secret vote. The count is made by the rules that the vote was posted with.
 */
export const sealVote = (ctx: Staff, input: ById): Promise<Result<Done>> => onVote(ctx, input, 'count', async ({ row, scope }) => {
  const { tx, at } = ctx
  const proceeding = await proceedingOf(tx, row, at)
  const may = mayCount(proceeding.vote, proceeding.procedure)
  if (!may.ok) return may
  const counting = await asClock(ctx, row, scope, () => sealAndCount(ctx, row, proceeding))
  const { count: { rules, line, shown, motion }, root, size } = counting
  const changed = await changeVote(tx, row, { state: 'counted', counted_at: at, root: Buffer.from(root, 'hex'), size,
    result: { shown, file: { rules, line }, ...(motion ? { motion } : {}) } })
  await keepStep(ctx, row.id, { code: 'counted', state: 'done', on: shanghaiDay(at) })
  await recordVote(ctx, row, ballotActs.state('ballots.sealed', sealedFacts({ vote: row.id, size, root, rules: rulesHash(rules) })))
  await recordVote(ctx, row, ballotActs.state('ballots.counted', { outcome: shown.outcome, conflicts: shown.conflicts }))
  await settle(ctx, row, counting)
  return done(changed)
})
