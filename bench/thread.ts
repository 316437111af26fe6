/**
 * The public page of a thread with 2,000 comments, 30 meetings and 200 tasks over HTTP: its story and the first page of comments, asked side by side as the page does, beside two
 * hundred other threads. `next` is a page further down; all pages together have to hold everything once.
 */
import pg from 'pg'
import { as } from '../src/kit/connection.ts'
import { installation, percentile, type Installation } from './support/installation.ts'
import { startServer } from './support/visitor.ts'

const [COMMENTS, MEETINGS, TASKS, OTHERS, ASKED] = [2000, 30, 200, 200, 300] as const
type Part = { readonly items: readonly { readonly id?: string; readonly key?: string }[]; readonly next: string | null }
type Story = { readonly counts: Readonly<Record<string, number>>; readonly story: Part; readonly tasks: Part; readonly missing: readonly unknown[] }

/** A thread of the first compound with so many comments, meetings with a resolution each, tasks and parties; answers its id. */
async function lay(client: pg.Client, title: string, comments: number, meetings: number, tasks: number): Promise<string> {
  const { rows: [row] } = await client.query<{ id: string }>(`insert into thread (district, id, place, path, compound_path, keeper, title, summary, origin, started_by, step, called_on, call_until, decider, basis, meetings,
      major, why, started_at) select p.district, gen_random_uuid(), p.id, p.path, p.compound_path, (select o.id from org o where o.district = p.district and o.kind = 'community' order by o.id limit 1), $1, '晚饭后怎么用',
      'matters', 'community', 'do', '2026-02-01', '2026-02-20', 'residents', '居民自己的事', '{talk,deliberation,evaluation}', true, '不归哪个部门管', '2026-02-01T02:00:00Z' from place p where p.kind = 'compound' order by p.code limit 1
      returning id`, [title])
  const id = row?.id ?? ''
  await client.query(`insert into thread_step (district, thread, n, path, compound_path, step, at) select district, id, n, path, compound_path, (array['voice','sort','deliberate','do'])[n], started_at + n * interval '20 days'
    from thread, generate_series(1, 4) n where id = $1`, [id])
  await client.query(`insert into thread_party (district, thread, n, path, compound_path, label, kind, heard, heard_at, words) select district, id, n, path, compound_path, n || '号楼的几户', 'residents', 'spoke',
    started_at + n * interval '5 days', '白天可以，晚上要早点收' from thread, generate_series(1, 8) n where id = $1`, [id])
  await client.query(`insert into speech (district, id, place, path, compound_path, about, subject, name, words, channel, state, at) select district, gen_random_uuid(), place, path, compound_path, 'thread', id, '老槐树' || n,
    '晚上八点半以后把音响关小一点，孩子第二天要上学。' || n, 'phone', 'shown', started_at + n * interval '37 minutes' from thread, generate_series(1, $2::int) n where id = $1`, [id, comments])
  await client.query(`with m as (insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, state, sign_code) select district, gen_random_uuid(), place, path,
      compound_path, keeper, id, (array['talk','deliberation','evaluation'])[1 + n % 3], '第' || n || '次会', '活动室', started_at + n * interval '6 days', started_at + n * interval '6 days 2 hours', 'approved', substr(md5(id::text || n), 1, 16)
      from thread, generate_series(1, $2::int) n where id = $1 returning *)
    insert into resolution (district, id, meeting, path, compound_path, thread, n, words, yes, no, abstained, minority, carried, state, evaluate_on) select district, gen_random_uuid(), id, path, compound_path, thread, 1,
      '音响到二十点三十分', 21, 3, 1, '周末上午被忘了', true, 'in_force', '2026-12-30' from m`, [id, meetings])
  await client.query(`insert into thread_task (district, id, place, path, compound_path, thread, meeting, resolution, title, owner, due, state, done_on, result, delays) select t.district, gen_random_uuid(), t.place, t.path,
      t.compound_path, t.id, r.meeting, r.id, '第' || n || '项', '润庭物业', '2026-06-01'::date + n, case when n % 3 = 0 then 'open' else 'done' end, case when n % 3 > 0 then '2026-05-01'::date + n end,
      case when n % 3 > 0 then '画好了，墙上加了网' end, '[{"from":"2026-05-01","to":"2026-06-01","why":"等地坪漆","at":"2026-04-30T02:00:00Z"}]'
    from thread t, generate_series(1, $2::int) n, lateral (select id, meeting from (select id, meeting, row_number() over (order by id) as at from resolution where thread = t.id) o where at = 1 + n % greatest($3::int, 1)) r where t.id = $1`, [id, tasks, meetings])
  return id
}

async function layAll(here: Installation): Promise<string> {
  const client = new pg.Client(as('linli_owner', here.connection))
  await client.connect()
  try {
    const id = await lay(client, '中心花园：晚上怎么用', COMMENTS, MEETINGS, TASKS)
    for (let n = 0; n < OTHERS; n++) await lay(client, `别的一件${n}`, 100, 2, 6)
    await client.query('analyze')
    return id
  } finally {
    await client.end()
  }
}

async function read<T>(address: string): Promise<T> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  return await answer.json() as T // the caller names the shape of the route it asks
}
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Everything behind a first page, page by page: how many things in all, and how long each page took. */
async function walk(first: Part, address: (cursor: string) => string): Promise<{ readonly all: number; readonly times: readonly number[] }> {
  const seen = new Set(first.items.map(({ id, key }) => id ?? key))
  const times: number[] = []
  let { next } = first
  while (next !== null) {
    let part: Part = { items: [], next: null }
    const cursor: string = next
    times.push(await timed(async () => { part = await read<Part>(address(cursor)) }))
    const before = seen.size
    for (const { id, key } of part.items) seen.add(id ?? key)
    if (seen.size === before) throw new Error(`${address(cursor)} brought nothing new`)
    next = part.next
  }
  return { all: seen.size, times }
}

async function measure(here: Installation): Promise<object> {
  const id = await layAll(here)
  const server = await startServer(here)
  try {
    const [story, talk, api] = [`${server.url}/api/v1/public/threads/${id}`, `${server.url}/api/v1/public/speech?about=thread&subject=${id}`, server.url]
    for (let n = 0; n < 30; n++) await Promise.all([read(story), read(talk)])
    const [alone, page]: [number[], number[]] = [[], []]
    for (let n = 0; n < ASKED; n++) {
      alone.push(await timed(() => read(story)))
      page.push(await timed(() => Promise.all([read(story), read(talk)])))
    }
    const [whole, said] = [await read<Story>(story), await read<Part>(talk)]
    const comments = await walk(said, (cursor) => `${talk}&after=${encodeURIComponent(cursor)}`)
    const tasks = await walk(whole.tasks, (cursor) => `${api}/api/v1/public/threads/${id}/tasks?after=${encodeURIComponent(cursor)}`)
    const told = await walk(whole.story, (cursor) => `${api}/api/v1/public/threads/${id}/story?before=${encodeURIComponent(cursor)}`)
    const p = (of: readonly number[], share: number): number => Number(percentile(of, share).toFixed(1))
    return { ours: p(page, 0.95), unit: 'ms (p95)', goal: 60, p50: p(page, 0.5), p99: p(page, 0.99), story: p(alone, 0.95), next: p([...comments.times, ...tasks.times, ...told.times], 0.95), asked: page.length,
      comments: comments.all, tasks: tasks.all, told: told.all, counts: whole.counts }
  } finally {
    server.process.kill()
  }
}

/** Runs the benchmark: `ours` is the p95 of the page in milliseconds. */
export async function run(): Promise<object> {
  const here = await installation()
  try {
    return await measure(here)
  } finally {
    await here.end()
  }
}
