/** One thread on one page: from the first voice to the last verdict, newest first, with what is missing for the next step. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import { matterLabels } from '../../matters/index.ts'
import { holdersAt } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { keeps, reachThread } from '../commands/threads/on-thread.ts'
import { adjectivesOf, missingFor, movesOf, nextStep, unheard, type Decider, type Heard, type PartyKind, type TaskVerdict, type Verdict } from '../rules/threads/index.ts'
import type { Refusal } from '../../kit/pure.ts'
import type { WasJudged } from '../store/judge-anew.ts'
import { gather, judgingAt } from '../store/thread-facts.ts'
import { threadById, type ThreadRow } from '../store/threads.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { headOf } from './thread-head.ts'

const [STORY, TASKS, MEETINGS] = [30, 20, 12] as const

type Told = {
  readonly kind: 'step' | 'meeting' | 'resolution' | 'heard' | 'task' | 'verdict'; readonly key: string; readonly at: Date; readonly code: string | null; readonly words: string | null
  readonly label: string | null; readonly n: number | null; readonly yes: number | null; readonly no: number | null; readonly abstained: number | null; readonly meeting: string | null
  readonly judged: WasJudged | null
}

/** What happened in a thread before a cursor, newest first: steps, meetings held, resolutions, parties heard, tasks done, each day's verdicts. */
export async function threadStoryMore(tx: Tx, district: string, thread: string, before: string | undefined) {
  const from = readCursor(before)
  const { rows } = await sql<Told>`with told as (
    select 'step' as kind, 's' || lpad(n::text, 6, '0') as key, at, step as code, reason as words, (select title from post p where p.district = s.district and p.id = s.by_post) as label,
      n, null::int as yes, null::int as no, null::int as abstained, null::uuid as meeting, judged from thread_step s where district = ${district} and thread = ${thread}
    union all select 'meeting', 'm' || id, starts_at, kind, title, number, null, null, null, null, id, null from meeting
      where district = ${district} and thread = ${thread} and state in ('held', 'minuted', 'posted', 'approved')
    union all select 'resolution', 'r' || r.id, m.ends_at, r.state, r.words, m.number, r.n, r.yes, r.no, r.abstained, r.meeting, null from resolution r
      join meeting m on m.district = r.district and m.id = r.meeting where r.district = ${district} and r.thread = ${thread} and r.carried and r.state <> 'withdrawn' and m.state in ('posted', 'approved')
    union all select 'heard', 'p' || lpad(n::text, 6, '0'), heard_at, heard, case when meeting is null or exists (select from meeting m where m.district = ${district} and m.id = thread_party.meeting
      and m.state in ('posted', 'approved')) then words end, label, n, null, null, null, meeting, null from thread_party
      where district = ${district} and thread = ${thread} and heard is not null
    union all select 'task', 't' || id, coalesce(ended_at, (done_on + time '18:00') at time zone 'Asia/Shanghai'), state, title || case when result is null then '' else '：' || result end, owner, null, null, null, null, meeting, null
      from thread_task where district = ${district} and thread = ${thread} and state <> 'open' and coalesce(ended_at, done_on::timestamptz) is not null
    union all select 'verdict', 'v' || to_char(max(at) at time zone 'Asia/Shanghai', 'YYYYMMDD') || 'r' || round, max(at), case when max(at) < (select max(b.at) from thread_step b
      join thread_step w on w.district = b.district and w.thread = b.thread and w.n = b.n - 1 and w.step = 'judge' where b.district = ${district} and b.thread = ${thread} and b.step = 'do') then 'earlier' end, null, null, count(*)::int, (count(*) filter (where answer = 'satisfied'))::int,
      (count(*) filter (where answer = 'not'))::int, (count(*) filter (where answer = 'accepted'))::int, null, null from thread_verdict
      where district = ${district} and thread = ${thread} group by round, (at at time zone 'Asia/Shanghai')::date)
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
    items: page.map(({ done_on: doneOn, verdict, delays, state, ...task }) => ({ ...task, photo: task.photo !== null, doneOn, state: state as 'open' | 'done' | 'dropped', verdict: verdict as TaskVerdict | null, // the table's checks
      delays: (delays as unknown as readonly Delay[]).map(({ from: first, to, why }) => ({ from: first, to, why })) })) } // written by delayTask alone
}

type Around = { readonly place_name: string; readonly keeper_name: string; readonly voices: number; readonly matters: number; readonly kin: readonly { readonly id: string; readonly title: string }[] }
const around = statement<{ district: string; thread: string; place: string; keeper: string; parent: string | null }, Around>('thread.around', (db, p) => db.selectNoFrom([
  sql<string>`(select full_name from place where district = ${p('district')} and id = ${p('place')}::uuid)`.as('place_name'),
  sql<string>`(select name from org where district = ${p('district')} and id = ${p('keeper')}::uuid)`.as('keeper_name'),
  sql<number>`(select count(*)::int from speech where district = ${p('district')} and subject = ${p('thread')}::uuid and state = 'shown')`.as('voices'),
  sql<number>`(select count(*)::int from thread_matter where district = ${p('district')} and thread = ${p('thread')}::uuid)`.as('matters'),
  sql<Around['kin']>`(select coalesce(json_agg(json_build_object('id', k.id, 'title', k.title)), '[]'::json) from (select id, title from thread where district = ${p('district')}
    and (parent = ${p('thread')}::uuid or id = ${p('parent')}::uuid) order by started_at limit 20) k)`.as('kin'),
]))
const plain = ({ code, rule, explain, from, source }: Refusal) => ({ code, rule, explain: { ...explain }, from: from ?? null, source: source ? { law: source.law, article: source.article ?? null } : null })

async function storyOf(tx: Tx, row: ThreadRow, at: Date) {
  const { district, id } = row
  const { facts, parties, meetings, vote } = await gather(tx, row, at)
  const [near] = await around(tx, { district, thread: id, place: row.place, keeper: row.keeper, parent: row.parent })
  const kin = near?.kin ?? []
  // [DM16] what was said at a meeting is public with its minutes
  const open = (meeting: string | null): boolean => meeting === null || facts.meetings.some(({ id: of, minuted }) => of === meeting && minuted)
  return { facts, papers: parties.flatMap(({ n, file }) => (file === null ? [] : [n])), view: {
    ...headOf(row), place: { id: row.place, name: near?.place_name ?? '' }, keeper: near?.keeper_name ?? '', calledOn: row.called_on, decider: row.decider as Decider | null, // the table's check
    basis: row.basis, why: row.why, vote, next: nextStep(facts.thread.step), missing: missingFor(facts).map(plain), unheard: [...unheard(facts)],
    adjectives: adjectivesOf(facts).map(({ name, missing }) => ({ name, missing: missing.map(plain) })), verdicts: { ...facts.verdicts },
    parties: parties.map((one) => ({ n: one.n, label: one.label, kind: one.kind as PartyKind, required: one.required, heard: one.heard as Heard | null, // the table's checks
      heardAt: one.heard_at?.toISOString() ?? null, words: open(one.meeting) ? one.words : null, meeting: one.meeting })),
    counts: { voices: near?.voices ?? 0, matters: near?.matters ?? 0, meetings: facts.meetings.filter(({ minuted }) => minuted).length, resolutions: facts.resolutions.filter(({ carried }) => carried).length,
      tasks: facts.tasks.length, tasksDone: facts.tasks.filter(({ state }) => state !== 'open').length },
    parent: kin.find((one) => one.id === row.parent) ?? null, children: kin.filter((one) => one.id !== row.parent),
    upcoming: meetings.filter(({ state }) => state !== 'cancelled').slice(0, MEETINGS).map(({ id: meeting, kind, title, venue, starts_at: startsAt, state, number }) =>
      ({ id: meeting, kind, title, venue, startsAt: startsAt.toISOString(), state, number })),
    tasks: await threadTasks(tx, district, id, undefined), story: await threadStoryMore(tx, district, id, undefined),
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
  const { facts, view, papers } = await storyOf(tx, row, at)
  const joined = await tx.selectFrom('thread_matter').select('matter').where('district', '=', actor.district).where('thread', '=', id).orderBy('added_at').limit(100).execute()
  const labels = await matterLabels(tx, actor.district, joined.map(({ matter }) => matter))
  // [DT9] words of verdicts are for who leads the thread
  const said = !mine ? [] : await tx.selectFrom('thread_verdict').select(['answer', 'words', 'channel', 'at', 'round']).where('district', '=', actor.district).where('thread', '=', id).orderBy('at', 'desc').limit(40).execute()
  const { round } = await judgingAt(tx, row)
  const decided = await tx.selectFrom('resolution').select(['id', 'n', 'words', 'verdict', 'state']).where('district', '=', actor.district).where('thread', '=', id).where('carried', '=', true)
    .where('state', '<>', 'withdrawn').orderBy('id').execute()
  return { ...view, papers: mine ? papers : [], keeps: mine, owners: mine ? await ownersAt(tx, row, at) : [], moves: mine ? [...movesOf(facts)] : [], version: row.version, matters: joined.map(({ matter }) => ({ id: matter, label: labels.get(matter) ?? null })),
    said: said.map((one) => ({ answer: one.answer as Verdict, words: one.words, channel: one.channel, at: one.at.toISOString(), earlier: one.round < round })), resolutions: decided } // the table's check
}
