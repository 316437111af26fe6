/** The operations of threads, each on a thread that was put where it has to be, past the walls. */
import { speaker } from './deliberation-speech-plans.ts'
import type { Plan, Planner } from './plan.ts'
import { planted, type Stories } from './stories.ts'

const owner = (s: Stories) => s.world.database.pool('linli_owner')
let threads = 0
type Laid = { readonly id: string; readonly task: string; readonly resolution: string; readonly meeting: string }

/** A thread of 梧桐苑 at a step, sorted, its call over, with a deliberation, a resolution in force and a task. */
const at = (step: string, { decider = 'residents', task = 'open', heard = true, carried = true } = {}) => async (s: Stories): Promise<Laid> => {
  const n = ++threads
  const made = await owner(s).query<Laid>(`with t as (insert into thread (district, id, place, path, compound_path, keeper, title, summary, origin, started_by, step, called_on, call_until, decider, basis, meetings,
      why, started_at) select p.district, gen_random_uuid(), p.id, p.path, p.compound_path, $2, $3, '一句话', 'reception', 'community', $4, '2026-11-01', '2026-11-10', $5, '居民自己的事', '{deliberation}', '大家的事',
      '2026-11-01T02:00:00Z' from place p where p.id = $1 returning *),
    y as (insert into thread_party (district, thread, n, path, compound_path, label, kind, heard, heard_at) select district, id, 1, path, compound_path, '几户人家', 'residents',
      case when $7 then 'spoke' end, case when $7 then '2026-11-12T02:00:00Z'::timestamptz end from t),
    m as (insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, state, sign_code) select district, gen_random_uuid(), place, path, compound_path, keeper, id,
      'deliberation', '议一议', '活动室', '2026-11-12T02:00:00Z', '2026-11-12T04:00:00Z', 'approved', 'plan-thread-' || $8 from t returning *),
    r as (insert into resolution (district, id, meeting, path, compound_path, thread, n, words, yes, no, abstained, carried, state, evaluate_on, verdict) select district, gen_random_uuid(), id, path, compound_path, thread, 1, '定下来',
      9, 0, 0, $9, case when $5 = 'owners' then 'to_vote' else 'in_force' end, '2027-01-11', case when $4 = 'judge' then 'kept' end from m returning *),
    k as (insert into thread_task (district, id, place, path, compound_path, thread, meeting, resolution, title, owner, due, state, done_on, result) select t.district, gen_random_uuid(), t.place, t.path, t.compound_path, t.id, r.meeting, r.id,
      '办起来', '社区', '2026-12-20', $6, case when $6 = 'done' then '2026-11-18'::date end, case when $6 = 'done' then '办好了' end from t, r returning id)
    select t.id, k.id as task, r.id as resolution, r.meeting from t, r, k`, [s.place('梧桐苑'), s.org('com-001'), `花园那件事${n}`, step, decider, task, heard, String(n), carried])
  const [laid] = made.rows
  if (!laid) throw new Error('no thread was laid')
  return laid
}
const done = at('judge', { task: 'done' })
const on = (lay: (s: Stories) => Promise<Laid>, body?: (laid: Laid, s: Stories) => Plan['body'] | Promise<Plan['body']>): Planner => async (s) => {
  const laid = await lay(s)
  const sent = await body?.(laid, s)
  return { as: 'worker', params: { id: laid.id }, ...(sent ? { body: sent } : {}) }
}
const onTask = (lay: (s: Stories) => Promise<Laid>, body: Plan['body']): Planner => async (s) => ({ as: 'worker', params: { id: (await lay(s)).task }, body: body ?? {} })
const open = (lay: (s: Stories) => Promise<Laid>, query?: Plan['query']): Planner => async (s) => ({ as: 'nobody', params: { id: (await lay(s)).id }, ...(query ? { query } : {}) })
const judged = async (s: Stories): Promise<Laid> => {
  const laid = await done(s)
  await s.must('worker', `/api/v1/threads/${laid.id}/slips`, { slip: '7', answer: 'satisfied', channel: 'paper' })
  return laid
}
/** A draft of the owners' vote of the compound, as far as a thread asks about it. */
async function voteOf(s: Stories): Promise<string> {
  const { rows } = await owner(s).query<{ id: string }>(`insert into vote (district, id, kind, place, path, compound_path, keeper, electorate, number, title, item, secret, state, started_by, rules, channels)
    select district, gen_random_uuid(), 'motion', id, path, compound_path, $2, id, $3, '要不要', 'other', false, 'noticed', 'owners', '{"thresholds":null}', '{paper}' from place where id = $1 returning id`,
  [s.place('梧桐苑'), s.org('com-001'), `计划${++threads}`])
  return rows[0]?.id ?? ''
}
/** Somebody who follows a matter that is solved in a thread which is judged. */
const byReceipt = (body?: Plan['body']): Planner => async (s) => {
  const [laid, { id, cookie }] = [await done(s), await s.file()]
  await owner(s).query('insert into thread_matter (district, thread, matter, path, compound_path, added_at) select district, id, $2, path, compound_path, now() from thread where id = $1', [laid.id, id])
  return { as: 'nobody', cookie, params: { id: laid.id }, ...(body ? { body } : {}) }
}
const partyPaper: Planner = async (s) => {
  const { id } = await at('deliberate', { heard: false })(s)
  await s.must('worker', `/api/v1/threads/${id}/heard`, { n: 1, heard: 'declined', words: '', meeting: null, file: await s.photo() })
  return { as: 'worker', params: { id, n: '1' }, query: { size: 'small' } }
}
const taskPhoto: Planner = async (s) => {
  const { task } = await at('do')(s)
  await s.must('worker', `/api/v1/tasks/${task}/finish`, { result: planted.words, photo: await s.photo() })
  return { as: 'nobody', params: { id: task }, query: { size: 'small' } }
}
const words = { title: '中心花园晚上怎么用', summary: `都过得去${planted.words}` }

export const threadPlans: { readonly [operation: string]: Planner } = {
  listThreads: async (s) => { await at('voice')(s); return { as: 'nobody', query: { place: s.place('梧桐苑'), step: 'open' } } },
  readThread: open(judged), readThreadStory: open(judged), readThreadTasks: open(at('do')),
  readHall: async (s) => { await done(s); return { as: 'nobody', params: { place: s.place('梧桐苑') } } },
  readHallBehind: async (s) => { await done(s); return { as: 'nobody', params: { place: s.place('梧桐苑') }, query: { part: 'agreements' } } },
  startThreadAsResident: async (s) => ({ as: 'nobody', cookie: await speaker(s), body: { place: s.place('梧桐苑'), words: planted.words } }),
  judgeThread: async (s) => ({ as: 'nobody', cookie: await speaker(s), params: { id: (await done(s)).id }, body: { answer: 'accepted', words: planted.words } }),
  readFollowedThread: byReceipt(), judgeFollowedThread: byReceipt({ answer: 'accepted', words: planted.words }),
  startThread: async (s) => ({ as: 'worker', body: { ...words, place: s.place('梧桐苑'), origin: 'matters', matters: [(await s.file()).id], parent: null, intake: null } }),
  listStaffThreads: async (s) => { await at('do')(s); return { as: 'worker', query: { step: 'do', mine: 'yes' } } },
  readStaffThread: on(judged), listOwnTasks: async (s) => { await at('do')(s); return { as: 'firm' } }, titleThread: on(at('voice'), () => words), joinThread: on(at('voice'), async (_laid, s) => ({ matter: (await s.file()).id })),
  readPartyPaper: partyPaper, readTaskPhoto: taskPhoto,
  callThread: on(at('voice'), () => ({ until: '2026-12-05' })),
  sortThread: on(at('sort'), () => ({ decider: 'community', basis: '自治清单第3项', meetings: ['talk', 'deliberation'], major: false, why: planted.words })),
  nameParty: on(at('sort'), () => ({ label: '跳舞的人', kind: 'group', org: null, required: true })),
  hearParty: on(at('deliberate', { heard: false }), ({ meeting }) => ({ n: 1, heard: 'spoke', words: planted.words, meeting, file: null })),
  moveThread: on(at('deliberate'), () => ({ to: 'do', reason: planted.words })),
  declineThread: on(at('voice', { carried: false }), () => ({ reason: `现在办不了${planted.words}` })),
  linkThreadVote: on(at('deliberate', { decider: 'owners' }), async (_laid, s) => ({ vote: await voteOf(s) })),
  endThread: on(judged, () => ({ outcome: 'solved', reason: planted.words })),
  addThreadTask: on(at('do'), ({ resolution }) => ({ title: '画出角落', resolution, org: null, post: null, owner: '物业', due: '2026-12-20' })),
  enterThreadVerdict: on(done, () => ({ slip: 'A7', answer: 'not', words: planted.words, channel: 'door' })),
  delayTask: onTask(at('do'), { to: '2027-01-10', why: planted.words }), finishTask: async (s) => ({ as: 'worker', params: { id: (await at('do')(s)).task }, body: { result: planted.words, dropped: false, photo: await s.photo() } }),
  judgeTask: onTask(done, { verdict: 'good', meeting: null }),
}
