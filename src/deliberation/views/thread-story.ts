/** One thread on one page: from the first voice to the last verdict, newest first, with what is missing for the next step. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { voteStanding } from '../../ballots/index.ts'
import { matterLabels } from '../../matters/index.ts'
import { holdersAt, namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { keeps, reachThread } from '../commands/threads/on-thread.ts'
import { adjectivesOf, missingFor, movesOf, nextStep, unheard, type Decider, type Heard, type PartyKind, type TaskVerdict, type Verdict } from '../rules/threads/index.ts'
import type { Refusal } from '../../kit/pure.ts'
import { factsOf } from '../store/thread-facts.ts'
import { partiesOf, threadById, type ThreadRow } from '../store/threads.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { headOf, placeNames } from './thread-head.ts'

const [STORY, TASKS, MEETINGS] = [30, 20, 12] as const

type Told = {
  readonly kind: 'step' | 'meeting' | 'resolution' | 'heard' | 'task' | 'verdict'; readonly key: string; readonly at: Date; readonly code: string | null; readonly words: string | null
  readonly label: string | null; readonly n: number | null; readonly yes: number | null; readonly no: number | null; readonly abstained: number | null; readonly meeting: string | null
}

/** What happened in a thread before a cursor, newest first: steps, meetings held, resolutions, parties heard, tasks done, each day's verdicts. */
export async function threadStoryMore(tx: Tx, district: string, thread: string, before: string | undefined) {
  const from = readCursor(before)
  const { rows } = await sql<Told>`with told as (
    select 'step' as kind, 's' || lpad(n::text, 6, '0') as key, at, step as code, reason as words, (select title from post p where p.district = s.district and p.id = s.by_post) as label,
      n, null::int as yes, null::int as no, null::int as abstained, null::uuid as meeting from thread_step s where district = ${district} and thread = ${thread}
    union all select 'meeting', 'm' || id, starts_at, kind, title, number, null, null, null, null, id from meeting
      where district = ${district} and thread = ${thread} and state in ('held', 'minuted', 'posted', 'approved')
    union all select 'resolution', 'r' || r.id, m.ends_at, r.state, r.words, m.number, r.n, r.yes, r.no, r.abstained, r.meeting from resolution r
      join meeting m on m.district = r.district and m.id = r.meeting where r.district = ${district} and r.thread = ${thread} and r.carried and r.state <> 'withdrawn' and m.state in ('posted', 'approved')
    union all select 'heard', 'p' || lpad(n::text, 6, '0'), heard_at, heard, words, label, n, null, null, null, meeting from thread_party
      where district = ${district} and thread = ${thread} and heard is not null
    union all select 'task', 't' || id, coalesce(ended_at, (done_on + time '18:00') at time zone 'Asia/Shanghai'), state, title || case when result is null then '' else '：' || result end, owner, null, null, null, null, meeting
      from thread_task where district = ${district} and thread = ${thread} and state <> 'open' and coalesce(ended_at, done_on::timestamptz) is not null
    union all select 'verdict', 'v' || to_char(max(at) at time zone 'Asia/Shanghai', 'YYYYMMDD'), max(at), null, null, null, count(*)::int, (count(*) filter (where answer = 'satisfied'))::int,
      (count(*) filter (where answer = 'not'))::int, (count(*) filter (where answer = 'accepted'))::int, null from thread_verdict
      where district = ${district} and thread = ${thread} group by (at at time zone 'Asia/Shanghai')::date)
    select * from told where ${from === null ? sql`true` : sql`(date_trunc('milliseconds', at), key) < (${from.at}::timestamptz, ${from.key})`}
    order by date_trunc('milliseconds', at) desc, key desc limit ${STORY + 1}`.execute(tx)
  const [page, last] = [rows.slice(0, STORY), rows[STORY - 1]]
  return { items: page.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })), next: rows.length > STORY && last ? cursorOf(last.at, last.key) : null }
}

type Delay = { readonly from: string; readonly to: string; readonly why: string; readonly at: string }
const taskCursor = (due: string, id: string): string => cursorOf(new Date(`${due}T00:00:00Z`), id)

/** The tasks of a thread by their day, twenty at a time; those that are open first. */
export async function threadTasks(tx: Tx, district: string, thread: string, after: string | undefined) {
  const open = !(after?.startsWith('done') ?? false)
  const from = readCursor(after?.replace(/^(open|done)_/, ''))
  const rows = await tx.selectFrom('thread_task').select(['id', 'title', 'owner', 'org', 'post', 'state', 'delays', 'result', 'photo', 'verdict', 'resolution', 'meeting',
    sql<string>`due::text`.as('due'), sql<string | null>`done_on::text`.as('done_on')]).where('district', '=', district).where('thread', '=', thread)
    .$if(from !== null, (q) => q.where(sql<boolean>`((state <> 'open'), due, id) > (${!open}, ${from?.at.toISOString().slice(0, 10) ?? ''}::date, ${from?.key ?? ''}::uuid)`))
    .orderBy(sql`(state <> 'open')`).orderBy(sql`thread_task.due`).orderBy('id').limit(TASKS + 1).execute()
  const [page, last] = [rows.slice(0, TASKS), rows[TASKS - 1]]
  return { next: rows.length > TASKS && last ? `${last.state === 'open' ? 'open' : 'done'}_${taskCursor(last.due, last.id)}` : null,
    items: page.map(({ done_on: doneOn, verdict, delays, state, ...task }) => ({ ...task, doneOn, state: state as 'open' | 'done' | 'dropped', verdict: verdict as TaskVerdict | null, // the table's checks
      delays: (delays as unknown as readonly Delay[]).map(({ from: first, to, why }) => ({ from: first, to, why })) })) } // written by delayTask alone
}

/** The meetings of a thread, the latest first, a dozen at a time. */
async function meetingsNear(tx: Tx, district: string, thread: string) {
  const rows = await tx.selectFrom('meeting').select(['id', 'kind', 'title', 'venue', 'starts_at', 'state', 'number']).where('district', '=', district).where('thread', '=', thread)
    .where('state', '<>', 'cancelled').orderBy('starts_at', 'desc').orderBy('id', 'desc').limit(MEETINGS).execute()
  return rows.map(({ starts_at: startsAt, ...one }) => ({ ...one, startsAt: startsAt.toISOString() }))
}

const countsOf = async (tx: Tx, district: string, thread: string) => {
  const { rows: [row] } = await sql<{ voices: number; matters: number }>`select
    (select count(*) from speech where district = ${district} and subject = ${thread} and state = 'shown')::int as voices,
    (select count(*) from thread_matter where district = ${district} and thread = ${thread})::int as matters`.execute(tx)
  return row ?? { voices: 0, matters: 0 }
}
const plain = ({ code, rule, explain, from, source }: Refusal) => ({ code, rule, explain: { ...explain }, from: from ?? null, source: source ? { law: source.law, article: source.article ?? null } : null })

async function kinOf(tx: Tx, row: ThreadRow) {
  const rows = await tx.selectFrom('thread').select(['id', 'title']).where('district', '=', row.district)
    .where((e) => e.or([e('parent', '=', row.id), ...(row.parent === null ? [] : [e('id', '=', row.parent)])])).orderBy('started_at').limit(20).execute()
  return { parent: rows.find(({ id }) => id === row.parent) ?? null, children: rows.filter(({ id }) => id !== row.parent) }
}

async function storyOf(tx: Tx, row: ThreadRow, at: Date) {
  const { district, id } = row
  const facts = await factsOf(tx, row, at)
  const parties = await partiesOf(tx, district, id)
  const [names, orgs] = [await placeNames(tx, district, [row.place]), await namesOf(tx, district, { orgs: [row.keeper] })]
  const vote = row.vote === null ? null : await voteStanding(tx, district, row.vote)
  return { facts, view: {
    ...headOf(row), place: { id: row.place, name: names.get(row.place) ?? '' }, keeper: orgs.org(row.keeper)?.name ?? '', calledOn: row.called_on, decider: row.decider as Decider | null, // the table's check
    basis: row.basis, why: row.why, vote, next: nextStep(facts.thread.step), missing: missingFor(facts).map(plain), unheard: [...unheard(facts)],
    adjectives: adjectivesOf(facts).map(({ name, missing }) => ({ name, missing: missing.map(plain) })), verdicts: { ...facts.verdicts },
    parties: parties.map((one) => ({ n: one.n, label: one.label, kind: one.kind as PartyKind, required: one.required, heard: one.heard as Heard | null, // the table's checks
      heardAt: one.heard_at?.toISOString() ?? null, words: one.words, meeting: one.meeting })),
    counts: { ...await countsOf(tx, district, id), meetings: facts.meetings.filter(({ minuted }) => minuted).length, resolutions: facts.resolutions.filter(({ carried }) => carried).length,
      tasks: facts.tasks.length, tasksDone: facts.tasks.filter(({ state }) => state !== 'open').length },
    ...await kinOf(tx, row), upcoming: await meetingsNear(tx, district, id), tasks: await threadTasks(tx, district, id, undefined), story: await threadStoryMore(tx, district, id, undefined),
  } }
}

/** A thread for everybody. Undefined where there is none. */
export async function threadStory(tx: Tx, district: string, id: string, at: Date) {
  const row = await threadById(tx, district, id)
  return row && (await storyOf(tx, row, at)).view
}

/** Who could have a task where a thread is about: organisations and posts with a duty there. */
async function ownersAt(tx: Tx, row: ThreadRow, at: Date) {
  const place = await placeById(tx, row.district, row.place)
  const holders = place ? [...(await holdersAt(tx, row.district, place, shanghaiDay(at))).values()] : []
  const once = new Map(holders.map(({ org, post, name }) => [post ?? org, { org: post === null ? org : null, post, name }]))
  return [...once.values()].slice(0, 30)
}

/** A thread at the desk: what everybody reads, with the moves that are open, its matters, the resolutions in force and the words of verdicts. */
export async function staffStory(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await threadById(tx, actor.district, id)
  if (!row) return undefined
  const mine = keeps(actor, row)
  if (mine) await reachThread(tx, actor, row)
  const { facts, view } = await storyOf(tx, row, at)
  const joined = await tx.selectFrom('thread_matter').select('matter').where('district', '=', actor.district).where('thread', '=', id).orderBy('added_at').limit(100).execute()
  const labels = await matterLabels(tx, actor.district, joined.map(({ matter }) => matter))
  const said = await tx.selectFrom('thread_verdict').select(['answer', 'words', 'channel', 'at']).where('district', '=', actor.district).where('thread', '=', id).orderBy('at', 'desc').limit(40).execute()
  const decided = await tx.selectFrom('resolution').select(['id', 'n', 'words', 'verdict', 'state']).where('district', '=', actor.district).where('thread', '=', id).where('carried', '=', true)
    .where('state', '<>', 'withdrawn').orderBy('id').execute()
  return { ...view, keeps: mine, owners: mine ? await ownersAt(tx, row, at) : [], moves: mine ? [...movesOf(facts)] : [], version: row.version, matters: joined.map(({ matter }) => ({ id: matter, label: labels.get(matter) ?? null })),
    said: said.map((one) => ({ answer: one.answer as Verdict, words: one.words, channel: one.channel, at: one.at.toISOString() })), resolutions: decided } // the table's check
}
