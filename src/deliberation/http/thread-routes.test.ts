import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoSignIns } from '../../../demo/index.ts'
import { cookieFrom, openWorld } from '../../app/testing/world.ts'
import { setClockOffset } from '../../kit/clock.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { newId } from '../../kit/ids.ts'
import { withScope } from '../../kit/db.ts'
import { clockActor, makePersonKey, signClaim } from '../../trust/index.ts'
import { meetingTimers } from '../jobs/meeting-clock.ts'
import { WAY } from '../rules/threads/index.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let [worker, firm, captain, compound, building] = ['', '', '', '', '']
let meetings = 0
const district = '990106'
beforeAll(async () => {
  world = await openWorld()
  const placeOf = (code: string): string => world.demo.places.find((one) => one.code === code)?.id ?? ''
  ;[compound, building] = [placeOf('990106003001K1'), placeOf('990106003001K1-03')]
  ;[worker, firm, captain] = [world.cookies.get('worker') ?? '', world.cookies.get('firm') ?? '', world.cookies.get('captain') ?? '']
}, 120_000)
afterAll(async () => { await world?.close() })

const ask = (cookie: string, url: string, body?: object) => world.send({ method: body ? 'POST' : 'GET', url: `/api/v1${url}`, cookie, ...(body ? { body } : {}) })
const later = async (days: number): Promise<void> => {
  setClockOffset(Date.parse('2026-11-20T10:40:00+08:00') + days * 86_400_000 - Date.now())
  await world.renew()
  ;[worker, firm, captain] = [world.cookies.get('worker') ?? '', world.cookies.get('firm') ?? '', world.cookies.get('captain') ?? '']
}
const sql = async (text: string, values: readonly unknown[] = []) => (await world.database.pool('linli_owner').query(text, [...values])).rows

/** Somebody who speaks, as their browser's cookie. */
async function speaker(name: string, home: string | null): Promise<string> {
  const [id, { person }] = [newId(), makePersonKey(district)]
  await withScope(world.db, clockActor(district, 'd990106'), (tx) => tx.insertInto('speaker').values({ district, id, phone_hash: Buffer.from(id), person, name, compound: home, minor: false,
    since: new Date() }).execute())
  return `linli_speaker=${signClaim(`speaker ${district}`, JSON.stringify({ id, name, compound: home, building: null, minor: false }), Math.floor(Date.now() / 1000) + 200 * 86_400)}`
}
/** A meeting of a thread whose minutes are posted, as meetings leave it. */
async function sat(thread: string, kind: string, day = 5): Promise<string> {
  const id = newId()
  await sql(`insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, state, number, number_year, number_n, sign_code)
    select district, $2, place, path, compound_path, keeper, id, $3, '花园怎么用', '活动室', started_at + $6 * interval '1 day', started_at + $6 * interval '1 day' + interval '1 hour', 'posted', '梧桐里议〔2026〕' || $5::int || '号', 2026, $5::int, $4
    from thread where id = $1`, [thread, id, kind, id.slice(-16), meetings += 1, day])
  return id
}
async function decided(thread: string, meeting: string, { no = 2, minority = '周末上午被忘了', n = 1 } = {}): Promise<string> {
  const id = newId()
  await sql(`insert into resolution (district, id, meeting, path, compound_path, thread, n, words, yes, no, abstained, minority, carried, state, evaluate_on)
    select district, $3, $2, path, compound_path, id, $6, '音响到20:30', 21, $4, 1, $5, true, 'in_force', '2027-01-30' from thread where id = $1`, [thread, meeting, id, no, minority, n])
  return id
}
type Story = { step: string; moves: string[]; missing: { code: string; from: string | null }[]; adjectives: { name: string; missing: object[] }[]; story: { items: { kind: string; code: string | null }[]; next: string | null }
  counts: object; unheard: string[] }
/** A matter with its receipt opened in a browser of its own, as who reported it. */
async function reported(at: string, more: object = {}): Promise<{ readonly id: string; readonly number: string; readonly cookie: string }> {
  const sent = await ask('', '/matters', { place: at, words: '楼下花园的灯晚上不亮，走路看不清', category: 'lighting', onBoard: true, channel: 'qr', photos: [], ...more })
  const { number } = sent.json<{ number: string }>()
  const [row] = await sql('select id from matter where number = $1', [number]) as { id: string }[] // the column named in the query
  return { id: row?.id ?? '', number, cookie: cookieFrom(sent) }
}
type Followed = { story: { kind: string; said: string; facts: { stage?: string; thread?: string } }[] }
const told = async (cookie: string): Promise<string[]> => (await ask(cookie, '/followed')).json<Followed>().story.flatMap(({ kind, facts }) => (kind === 'thread' ? [facts.stage ?? ''] : []))
const read = async (id: string): Promise<Story> => (await ask(worker, `/threads/${id}`)).json<Story>()
const code = async (cookie: string, url: string, body: object): Promise<string> => { const reply = (await ask(cookie, url, body)).json<{ code?: string; step?: string; state?: string }>(); return reply.code ?? reply.step ?? reply.state ?? '' }

test('[DT1]–[DT9] [DT12] from two matters to ended: each step waits for what is missing and says so, who reported them is told, and the whole story stands on one page', async () => {
  const [first, second, other] = [await reported(building), await reported(building), await reported(building)]
  const too = await reported(building, { join: first.number })
  const matters = [first.id, second.id]
  const start = { place: compound, title: '中心花园晚上怎么用', summary: '跳舞的、带孩子的、要安静的，怎么都过得去。', origin: 'matters', matters }
  expect([await code('', '/threads', start), await code(worker, '/threads', { ...start, summary: '请打13912345678' }), await code(worker, '/threads', { ...start, matters: [] })])
    .toEqual(['signed_out', 'names_somebody', 'no_matters'])
  const { id } = (await ask(worker, '/threads', start)).json<{ id: string }>()
  expect(await Promise.all([first, second, too, other].map(({ cookie }) => told(cookie)))).toEqual([['taken'], ['taken'], ['taken'], []])
  const to = (step: string, reason = '') => code(worker, `/threads/${id}/move`, { to: step, reason })
  expect([await to('sort'), await to('do'), await code(captain, `/threads/${id}/call`, { until: '2026-11-25' })]).toEqual(['not_called', 'wrong_step', 'not_found'])
  expect([await code(worker, `/threads/${id}/call`, { until: '2026-11-21' }), await code(worker, `/threads/${id}/call`, { until: '2026-11-25' }), await to('sort')]).toEqual(['call_short', 'voice', 'sort'])
  const sorting = { decider: 'residents', basis: '居民自己的事', meetings: ['talk', 'deliberation', 'evaluation'], major: true, why: '不归哪个部门管' }
  expect([await code(worker, `/threads/${id}/sort`, { ...sorting, meetings: ['talk'] }), await code(worker, `/threads/${id}/sort`, sorting)]).toEqual(['no_deliberation', 'sort'])
  for (const label of ['跳舞的人', '1到3号楼人家']) expect(await code(worker, `/threads/${id}/parties`, { label, kind: 'residents' })).toBe('sort')
  expect((await read(id)).missing).toMatchObject([{ code: 'call_runs', from: '2026-11-26T00:00:00+08:00' }])
  await later(6)
  expect(await to('deliberate')).toBe('deliberate')
  const [talk, meeting] = [await sat(id, 'talk'), await sat(id, 'deliberation')]
  const resolution = await decided(id, meeting)
  expect([await code(worker, `/threads/${id}/heard`, { n: 1, heard: 'spoke', meeting: talk }), await to('do'), (await read(id)).unheard]).toEqual(['deliberate', 'unheard', ['1到3号楼人家']])
  expect([await code(worker, `/threads/${id}/heard`, { n: 2, heard: 'declined' }), await code(worker, `/threads/${id}/heard`, { n: 2, heard: 'declined', words: '听大家的' }), await to('do')])
    .toEqual(['not_written', 'deliberate', 'do'])
  expect(await to('judge')).toBe('task_missing')
  const [{ id: org } = { id: '' }] = await sql("select s.org as id from org_place s join org o on o.district = s.district and o.id = s.org where s.place = $1 and o.kind = 'firm'", [compound]) as { id: string }[] // the column named in the query
  const task = { title: '画出踢球的角落', resolution, org, owner: '润庭物业', due: '2026-12-10' }
  expect([await code(worker, `/threads/${id}/tasks`, { ...task, due: '2026-11-01' }), await code(worker, `/threads/${id}/tasks`, { ...task, resolution: newId() })]).toEqual(['day_over', 'not_in_force'])
  const given = (await ask(worker, `/threads/${id}/tasks`, task)).json<{ id: string }>().id
  expect((await ask(firm, '/tasks')).json()).toMatchObject({ items: [{ id: given, threadTitle: '中心花园晚上怎么用' }] })
  expect([await to('judge'), await code(worker, `/tasks/${given}/delay`, { to: '2026-12-20', why: '等地坪漆' }), await code(firm, `/tasks/${given}/finish`, { result: '角落画好了，墙上加了网' }), await to('judge')])
    .toEqual(['tasks_open', 'do', 'do', 'judge'])
  expect(await code(worker, `/threads/${id}/end`, { outcome: 'solved' })).toBe('evaluation_missing')
  await sat(id, 'evaluation')
  expect(await code(worker, `/threads/${id}/end`, { outcome: 'solved' })).toBe('verdict_missing')
  const [here, elsewhere] = [await speaker('老槐树', compound), await speaker('过路人', null)]
  expect([await code('', `/public/threads/${id}/verdicts`, { answer: 'satisfied' }), await code(elsewhere, `/public/threads/${id}/verdicts`, { answer: 'not' }),
    await code(here, `/public/threads/${id}/verdicts`, { answer: 'not' }), await code(here, `/public/threads/${id}/verdicts`, { answer: 'satisfied', words: '安静多了' })]).toEqual(['signed_out', 'not_asked', 'judge', 'judge'])
  expect([await code(worker, `/threads/${id}/slips`, { slip: 'A 7', answer: 'accepted', channel: 'paper' }), await code(worker, `/threads/${id}/slips`, { slip: 'a7', answer: 'accepted', channel: 'paper' })]).toEqual(['judge', 'judge'])
  const byReceipt = (cookie: string, answer: string) => code(cookie, `/followed/threads/${id}/verdict`, { answer })
  expect([await byReceipt(other.cookie, 'not'), await byReceipt('', 'not'), await byReceipt(too.cookie, 'not'), await byReceipt(too.cookie, 'satisfied')]).toEqual(['not_asked', 'not_found', 'judge', 'judge'])
  expect([(await ask(too.cookie, `/followed/threads/${id}`)).json(), (await ask(other.cookie, `/followed/threads/${id}`)).json()]).toEqual([{ asked: true, answer: 'satisfied' }, { asked: false, answer: null }])
  expect(await code(worker, `/threads/${id}/end`, { outcome: 'solved' })).toBe('judgment_missing')
  expect([await code(worker, `/tasks/${given}/judge`, { verdict: 'good' }), await code(worker, `/threads/${id}/end`, { outcome: 'solved' }), await to('judge', '再看看')]).toEqual(['judge', 'ended', 'wrong_step'])
  expect([await told(too.cookie), await told(second.cookie), await told(other.cookie)]).toEqual([['ended', 'judge', 'decided', 'taken'], ['ended', 'judge', 'decided', 'taken'], []])
  const { body } = await ask('', `/public/threads/${id}`)
  const open = JSON.parse(body) as Story & { verdicts: object; tasks: { items: { delays: object[] }[] } } // the reply's own shape
  expect(open).toMatchObject({ step: 'ended', outcome: 'solved', verdicts: { satisfied: 2, accepted: 1, not: 0 }, counts: { matters: 2, meetings: 3, tasksDone: 1 },
    tasks: { items: [{ delays: [{ from: '2026-12-10', to: '2026-12-20' }], verdict: 'good' }] } })
  expect(open.adjectives.every(({ missing }) => missing.length === 0)).toBe(true)
  expect(open.story.items.filter(({ kind }) => kind === 'step').map((one) => one.code)).toEqual([...WAY].reverse())
  expect(body).not.toContain('安静多了') // a verdict's words are for the keeper
  const acts = await sql("select kind, facts::text from act where kind like 'thread.%'")
  expect([acts.length > 20, /老槐树|安静|花园|润庭/.test(JSON.stringify(acts))]).toEqual([true, false])
  expect((await ask('', `/public/halls/${compound}`)).json()).toMatchObject({ sessions: 3, solved: 1, agreements: 1, started: 1, residents: 0 })
  expect((await ask('', `/public/halls/${compound}/behind?part=agreements`)).json()).toMatchObject({ items: [{ title: '音响到20:30', number: '梧桐里议〔2026〕2号', thread: id }], next: null })
  expect((await ask(worker, '/threads?step=ended&mine=yes')).json()).toMatchObject({ items: [{ id, todo: [], tasksDone: 1 }] })
})

test('[DT13] taken back from judging it is judged anew: what was said before stays in the story and counts no longer, by phone, receipt, hall or task', async () => {
  await later(0)
  const mine = await reported(building)
  const { id } = (await ask(worker, '/threads', { place: compound, title: '墙上的网', summary: '踢球的声音', origin: 'matters', matters: [mine.id] })).json<{ id: string }>()
  await sql(`update thread set step = 'judge', called_on = '2026-11-10', call_until = '2026-11-15', decider = 'residents', basis = '自己的事', why = '大家的', meetings = '{deliberation,evaluation}' where id = $1`, [id])
  await sql("insert into thread_party (district, thread, n, path, compound_path, label, kind, heard, heard_at) select district, id, 1, path, compound_path, '踢球的人', 'residents', 'spoke', started_at from thread where id = $1", [id])
  await sql("insert into thread_step (district, thread, n, path, compound_path, step, at) select district, id, 2, path, compound_path, 'judge', started_at + interval '1 minute' from thread where id = $1", [id])
  const resolution = await decided(id, await sat(id, 'deliberation', -3))
  const evaluation = await sat(id, 'evaluation', 0)
  await sql('update meeting set hall_satisfied = 9, hall_accepted = 0, hall_not = 1 where id = $1', [evaluation])
  await sql("update resolution set verdict = 'kept' where id = $1", [resolution])
  const task = newId()
  await sql(`insert into thread_task (district, id, place, path, compound_path, thread, resolution, title, owner, due, state, done_on, result, verdict)
    select district, $2, place, path, compound_path, id, $3, '装网', '物业', '2026-11-20', 'done', '2026-11-19', '装好了', 'good' from thread where id = $1`, [id, task, resolution])
  const verdicts = async () => (await ask('', `/public/threads/${id}`)).json<{ verdicts: object }>().verdicts
  expect([await code(mine.cookie, `/followed/threads/${id}/verdict`, { answer: 'satisfied' }), await code(worker, `/threads/${id}/slips`, { slip: 'B1', answer: 'accepted', channel: 'paper' })]).toEqual(['judge', 'judge'])
  expect([await verdicts(), (await read(id)).missing]).toEqual([{ satisfied: 10, accepted: 1, not: 1 }, []])
  await later(1)
  expect(await code(worker, `/threads/${id}/move`, { to: 'do', reason: '网掉下来了' })).toBe('do')
  expect([await verdicts(), await code(worker, `/threads/${id}/move`, { to: 'judge', reason: '' })]).toEqual([{ satisfied: 0, accepted: 0, not: 0 }, 'judge'])
  expect([await verdicts(), (await read(id)).missing.map((one) => one.code)]).toEqual([{ satisfied: 0, accepted: 0, not: 0 }, ['evaluation_missing', 'verdict_missing', 'judgment_missing']])
  expect((await ask(mine.cookie, `/followed/threads/${id}`)).json()).toEqual({ asked: true, answer: null })
  expect([await code(mine.cookie, `/followed/threads/${id}/verdict`, { answer: 'not' }), await verdicts()]).toEqual(['judge', { satisfied: 0, accepted: 0, not: 1 }])
  const { story: { items } } = (await ask('', `/public/threads/${id}`)).json<{ story: { items: { kind: string; code: string | null; yes: number | null; no: number | null; judged: object | null }[] } }>()
  expect(items.filter(({ kind }) => kind === 'verdict').map((one) => [one.code, one.yes, one.no])).toEqual([[null, 0, 1], ['earlier', 1, 0]])
  expect(items.find(({ judged }) => judged !== null)?.judged).toEqual({ satisfied: 10, accepted: 1, not: 1, resolutions: [{ n: 1, verdict: 'kept' }], tasks: [{ title: '装网', verdict: 'good' }] })
  expect(await told(mine.cookie)).toEqual(['judge', 'back', 'taken'])
})

test('[DT8] [DT14] a task over its day is told once to who has it and to who leads; a later day is waited for anew, and a step on it waits for the thread', async () => {
  await later(0)
  const { id } = (await ask(worker, '/threads', { place: compound, title: '门口的坡道', summary: '轮椅上不去', origin: 'reception' })).json<{ id: string }>()
  await sql("update thread set step = 'do' where id = $1", [id])
  const resolution = await decided(id, await sat(id, 'deliberation'))
  const [{ id: org } = { id: '' }] = await sql("select s.org as id from org_place s join org o on o.district = s.district and o.id = s.org where s.place = $1 and o.kind = 'firm'", [compound]) as { id: string }[] // the column named in the query
  const { id: task } = (await ask(worker, `/threads/${id}/tasks`, { title: '铺一段坡道', resolution, org, owner: '润庭物业', due: '2026-11-21' })).json<{ id: string }>()
  const sweep = async (day: string): Promise<string[]> => {
    await sql("delete from timer where kind not like 'task.%'")
    await sweepTimers(world.db, () => clockActor(district, 'd990106'), meetingTimers(() => 'd990106'), new Date(`${day}T09:00:00+08:00`))
    return (await sql("delete from outbox where template like 'thread.%' returning template || ' ' || recipient as told")).map((row) => String((row as { told: string }).told)).sort() // the column named in the query
  }
  const [{ keeper } = { keeper: '' }] = await sql('select keeper from thread where id = $1', [id]) as { keeper: string }[] // the column named in the query
  const both = [`thread.task_late org:${keeper}`, `thread.your_task_late org:${org}`]
  expect([await sweep('2026-11-21'), await sweep('2026-11-22'), await sweep('2026-11-23')]).toEqual([[], both, []])
  await later(3)
  expect((await ask(worker, '/threads?step=do&mine=yes')).json<{ items: { id: string; todo: string[] }[] }>().items.find((one) => one.id === id)?.todo).toEqual(['task_late'])
  expect([await code(firm, `/tasks/${task}/delay`, { to: '2026-11-25', why: '等水泥干' }), await sweep('2026-11-25'), await sweep('2026-11-26')]).toEqual(['do', [], both])
  const other = await world.database.pool('linli_owner').connect()
  await other.query('begin')
  await other.query('select 1 from thread where id = $1 for update', [id])
  let ended = false
  const finishing = code(firm, `/tasks/${task}/finish`, { result: '坡道铺好了' }).then((step) => { ended = true; return step })
  await new Promise((done) => { setTimeout(done, 300) })
  const waited = !ended
  await other.query('commit')
  other.release()
  expect([waited, await finishing, (await sql('select 1 from timer where subject = $1', [task])).length]).toEqual([true, 'do', 0])
})

test('[DT2] [DT10] a resident starts one in free words that stay behind a template until somebody approves a title; not taken up has its public reason', async () => {
  const bee = await speaker('小蜜蜂', compound)
  expect(await code('', '/public/threads', { place: compound, words: '早上六点浇花太吵' })).toBe('signed_out')
  const begun = (await ask(bee, '/public/threads', { place: compound, words: '早上六点浇花太吵，能不能晚一点' })).json<{ id: string; speechState: string }>()
  expect(begun).toMatchObject({ step: 'voice', speechState: 'shown' })
  const listed = (await ask('', `/public/threads?place=${compound}&step=open`)).json<{ items: { id: string; title: string; todo: string[]; startedBy: string }[] }>()
  expect(listed.items[0]).toMatchObject({ id: begun.id, title: '关于梧桐苑的一件事', todo: ['title'], startedBy: 'resident', voices: 1 })
  const url = `/threads/${begun.id}`
  expect([await code(worker, `${url}/call`, { until: '2026-12-20' }), await code(worker, `${url}/title`, { title: '张大妈浇花', summary: '请3号楼602的张大妈晚点浇' }), await code(worker, `${url}/title`, { title: '早上浇花的时间', summary: '几点开始合适' })])
    .toEqual(['title_missing', 'names_somebody', 'voice'])
  expect([await code(worker, `${url}/decline`, { reason: '不办' }), await code(worker, `${url}/decline`, { reason: '浇花的人已经改到八点，不用再议。' }), await code(worker, `${url}/call`, { until: '2026-12-20' })])
    .toEqual(['no_reason', 'declined', 'wrong_step'])
  expect((await ask('', `/public${url}`)).json()).toMatchObject({ step: 'declined', why: '浇花的人已经改到八点，不用再议。', counts: { voices: 1 } })
})

test('[DT2] a property firm leads what it starts where it serves, a captain’s is led by the community, and neither goes elsewhere', async () => {
  const start = (cookie: string, place: string) => ask(cookie, '/threads', { place, title: '电梯早高峰排队', summary: '八点前后等十分钟', origin: 'reception' })
  const other = world.demo.places.find(({ code: one }) => one === '990106003002K1')?.id ?? ''
  const { id } = (await start(firm, compound)).json<{ id: string }>()
  expect([await code(firm, `/threads/${id}/call`, { until: '2026-12-20' }), await code(worker, `/threads/${id}/call`, { until: '2026-12-30' })]).toEqual(['voice', 'not_yours'])
  expect((await ask(firm, `/threads/${id}`)).json()).toMatchObject({ keeps: true, startedBy: 'firm', moves: expect.arrayContaining(['next']) })
  const { id: stairs } = (await start(captain, building)).json<{ id: string }>()
  expect([await code(captain, `/threads/${stairs}/call`, { until: '2026-12-20' }), await code(worker, `/threads/${stairs}/call`, { until: '2026-12-20' })]).toEqual(['not_yours', 'voice'])
  expect([(await start(firm, other)).statusCode, (await start(captain, compound)).statusCode]).toEqual([403, 403])
})

test('[DT1] a small random walk over HTTP never skips a step, and the story keeps each one', async () => {
  await later(0)
  const { id } = (await ask(worker, '/threads', { place: compound, title: '单车停哪里', summary: '门口停满了，走不过去', origin: 'reception' })).json<{ id: string }>()
  let seed = 20261120
  const pick = (n: number): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(seed / 65_536) % n }
  const way: readonly string[] = WAY
  const bodies: readonly (() => Promise<unknown>)[] = [
    ...[...way, 'declined'].map((to) => () => ask(worker, `/threads/${id}/move`, { to, reason: to === 'declined' ? '' : '重新看一遍' })),
    () => ask(worker, `/threads/${id}/move`, { to: way[pick(way.length)], reason: '' }), () => ask(worker, `/threads/${id}/call`, { until: '2026-11-23' }), () => ask(worker, `/threads/${id}/end`, { outcome: 'solved' }),
    () => ask(worker, `/threads/${id}/sort`, { decider: 'residents', basis: '自己的事', meetings: ['deliberation'], why: '大家的门口' }),
    () => ask(worker, `/threads/${id}/parties`, { label: '骑车的人', kind: 'residents' }), () => ask(worker, `/threads/${id}/decline`, { reason: '' }),
  ]
  let step = 'voice'
  const walked = [step]
  const turn = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i++) {
      await bodies[pick(bodies.length)]?.()
      const [row] = await sql('select step from thread where id = $1', [id]) as { step: string }[] // the column named in the query
      const now = row?.step ?? ''
      if (now === step) continue
      expect(Math.abs(way.indexOf(now) - way.indexOf(step))).toBe(1)
      walked.push(step = now)
    }
  }
  await turn(40)
  await later(6)
  await turn(25)
  const [meeting] = [await sat(id, 'deliberation')]
  await decided(id, meeting)
  await turn(40)
  const steps = (await read(id)).story.items.filter(({ kind }) => kind === 'step').map((one) => one.code)
  expect(steps).toEqual(walked.slice(-30).reverse().slice(0, steps.length))
  expect([walked.includes('deliberate'), walked.includes('do'), walked.includes('ended')]).toEqual([true, true, false])
})

test('[DM18] the clerk may be somebody else than who planned it; both write the minutes, nobody else does, and a stranger is no clerk', async () => {
  await later(0)
  const { id: of } = (await ask(worker, '/threads', { place: compound, title: '纪要谁来记', summary: '换个人记', origin: 'reception' })).json<{ id: string }>()
  await sql("update thread set step = 'deliberate', meetings = '{deliberation}' where id = $1", [of])
  const plan = { thread: of, kind: 'deliberation', title: '花园晚上怎么用', venue: '社区活动室', startsAt: '2026-11-26T19:00:00+08:00', endsAt: '2026-11-26T21:00:00+08:00', presider: '社区书记' }
  const { id } = (await ask(worker, '/meetings', plan)).json<{ id: string }>()
  const secretary = cookieFrom(await world.send({ url: '/api/v1/demo/session', body: { person: demoSignIns().find((one) => one.key === 'secretary')?.person } }))
  const { clerkPost, clerks } = (await ask(worker, `/meetings/${id}`)).json<{ clerkPost: string; clerks: { post: string; title: string }[] }>()
  const other = (await ask(secretary, '/session')).json<{ post: string }>().post
  const outside = (await ask(firm, '/session')).json<{ post: string }>().post
  expect([clerks.some(({ post }) => post === clerkPost), clerks.some(({ post }) => post === other), clerks.some(({ post }) => post === outside), clerkPost === other]).toEqual([true, true, false, false])
  expect([await code(worker, `/meetings/${id}/clerk`, { post: outside }), await code(firm, `/meetings/${id}/clerk`, { post: other }), await code(worker, '/meetings', { ...plan, clerkPost: outside })])
    .toEqual(['no_clerk', 'not_found', 'no_clerk'])
  await sql("update meeting set state = 'held' where id = $1", [id])
  const lines = () => ({ lines: [{ id: newId(), agenda: null, placeIn: 10, kind: 'said', label: '老槐树', words: '九点以后睡不着', struck: false, version: 0 }] })
  const write = async (cookie: string): Promise<number | string> => { const reply = await ask(cookie, `/meetings/${id}/lines`, lines()); return reply.statusCode === 200 ? 200 : reply.json<{ code: string }>().code }
  const mayWrite = async (cookie: string) => (await ask(cookie, `/meetings/${id}`)).json<{ moves: { move: string; may: boolean }[] }>().moves.find(({ move }) => move === 'write')?.may
  expect([await write(worker), await write(secretary), await mayWrite(secretary)]).toEqual([200, 'not_clerk', false])
  expect(await code(secretary, `/meetings/${id}/clerk`, { post: other })).toBe('held')
  expect([await write(worker), await write(secretary), await mayWrite(secretary)]).toEqual([200, 200, true])
  const third = clerks.find(({ post }) => post !== other && post !== clerkPost)?.post ?? ''
  expect([await code(secretary, `/meetings/${id}/clerk`, { post: third }), await write(secretary), await write(worker)]).toEqual(['held', 'not_clerk', 200])
  expect(await sql("select recipient from outbox where template = 'meeting.clerk'")).toEqual([{ recipient: `post:${third}` }])
})
