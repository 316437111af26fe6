import JSZip from 'jszip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoSignIns } from '../../../demo/index.ts'
import { cookieFrom, openWorld } from '../../app/testing/world.ts'
import { setClockOffset } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { meetingTimers } from '../jobs/meeting-clock.ts'
import { inStep, laidSpeaker, sortedThread } from '../meetings.testing.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let [worker, firm, compound, firmOrg, station] = ['', '', '', '', '']
const district = '990106'
const start = Date.parse('2026-11-20T10:40:00+08:00')
beforeAll(async () => {
  world = await openWorld()
  compound = world.demo.places.find((one) => one.code === '990106003001K1')?.id ?? ''
  firmOrg = world.demo.orgs.find(({ key }) => key === 'firm-runting')?.id ?? ''
  station = world.demo.orgs.find(({ kind }) => kind === 'station')?.id ?? ''
  ;[worker, firm] = [world.cookies.get('worker') ?? '', world.cookies.get('firm') ?? '']
}, 120_000)
afterAll(async () => { await world?.close() })

const ask = (cookie: string, url: string, body?: object) => world.send({ method: body ? 'POST' : 'GET', url: `/api/v1${url}`, cookie, ...(body ? { body } : {}) })
async function at(time: string): Promise<void> {
  const moment = new Date(`${time}+08:00`)
  setClockOffset(moment.getTime() - Date.now())
  ;[worker = '', firm = ''] = await Promise.all(['worker', 'firm'].map(async (key) =>
    cookieFrom(await world.send({ url: '/api/v1/demo/session', body: { person: demoSignIns().find((one) => one.key === key)?.person } }))))
  await sweepTimers(world.db, () => clockActor(district, 'd990106'), meetingTimers(() => 'd990106'), moment)
}
const sql = async <T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.pool('linli_owner').query<T>(text, [...values])).rows
const speaker = (name: string, minor = false): Promise<string> => laidSpeaker(world.db, { name, minor, compound, from: start })
const thread = (step: string, decider: string, parties: readonly string[] = []): Promise<string> =>
  sortedThread(sql, { step, decider, compound, keeper: world.demo.orgs.find(({ key }) => key === 'com-001')?.id ?? '', parties: parties.map((label) => ({ label, org: label === '润庭物业' ? firmOrg : null })) })
const code = async (cookie: string, url: string, body: object): Promise<string> => { const reply = (await ask(cookie, url, body)).json<{ code?: string; state?: string }>(); return reply.code ?? reply.state ?? '' }
const plan = { kind: 'deliberation', title: '花园晚上怎么用', venue: '社区活动室', startsAt: '2026-11-26T19:00:00+08:00', endsAt: '2026-11-26T21:00:00+08:00', presider: '社区书记' }
const planned = async (more: object): Promise<string> => (await ask(worker, '/meetings', { ...plan, ...more })).json<{ id: string }>().id

test('[DM2] [DM16] strangers, other organisations and other places hold no meeting, and read nothing before it is called', async () => {
  const of = await thread('deliberate', 'residents')
  expect([await code('', '/meetings', { ...plan, thread: of }), await code(firm, '/meetings', { ...plan, thread: of }), await code(worker, '/meetings', { ...plan, thread: newId() })])
    .toEqual(['signed_out', 'not_found', 'not_found'])
  expect([await code(worker, '/meetings', plan), await code(worker, '/meetings', { ...plan, thread: of, kind: 'evaluation' }), await code(worker, '/meetings', { ...plan, thread: of, kind: 'regular' })])
    .toEqual(['no_thread', 'wrong_step', 'no_body'])
  expect([await code(worker, '/meetings', { ...plan, thread: of, venue: '3号楼602' }), await code(worker, '/meetings', { ...plan, thread: of, startsAt: '2026-11-01T19:00:00+08:00' }),
    await code(worker, '/meetings', { ...plan, thread: of, startsAt: '9999-12-31T19:00:00+08:00', endsAt: '9999-12-31T20:00:00+08:00' })])
    .toEqual(['private_words', 'bad_time', 'bad_time'])
  const [elsewhere, alone] = [world.demo.places.find((one) => one.code === '990106003002')?.id, { ...plan, kind: 'talk', thread: null }]
  expect([await code(worker, '/meetings', { ...alone, place: elsewhere }), await code(firm, '/meetings', { ...alone, place: elsewhere }), await code(worker, '/meetings', { ...alone, place: compound }),
    await code(firm, '/meetings', { ...alone, place: compound })]).toEqual(['not_yours', 'not_yours', 'planned', 'planned'])
  const id = await planned({ thread: of })
  expect([(await ask('', `/public/meetings/${id}`)).statusCode, (await ask('', `/public/meetings?thread=${of}`)).json<{ items: object[] }>().items, (await ask(firm, `/meetings/${id}`)).statusCode])
    .toEqual([404, [], 404])
  const street = world.cookies.get('supervisor') ?? ''
  expect(await Promise.all(['agenda', 'invitations', 'call', 'start', 'end', 'cancel'].map((step) => code(street, `/meetings/${id}/${step}`, step === 'agenda' ? { items: [] } : step === 'cancel' ? { reason: '不想开了' } : {}))))
    .toEqual(Array(6).fill('not_yours'))
  expect((await ask('', `/meetings/${id}`)).statusCode).toBe(401)
  expect([await code(worker, `/meetings/${id}/start`, {}), await code(worker, `/meetings/${id}/post-minutes`, {}), await code(worker, `/meetings/${id}/approve`, {})]).toEqual(Array(3).fill('wrong_state'))
})

test('[DM3]–[DM14] one deliberation from plan to force: called in time, signed in, minuted from two pages, counted, posted, objected to, in force by the clock', async () => {
  const of = await thread('deliberate', 'residents', ['跳舞的人'])
  const id = await planned({ thread: of })
  const url = `/meetings/${id}`
  expect(await code(worker, `${url}/agenda`, { items: [{ title: '说一说', minutes: 60 }, { title: '定一定', minutes: 90 }] })).toBe('agenda_long')
  expect([await code(worker, `${url}/agenda`, { items: [{ title: '请602说一说', minutes: 30 }, { title: '13912345678', minutes: 5 }] }),
    await code(worker, `${url}/agenda`, { items: [{ title: '各自说一说', minutes: 30 }, { title: '定时间和音量', minutes: 60 }] })]).toEqual(['private_words', 'planned'])
  expect(await code(worker, `${url}/call`, {})).toBe('not_invited')
  expect(await inStep(sql, of, 'sort', async () => [await code(worker, `${url}/call`, {}),
    (await ask(worker, url)).json<{ moves: { move: string; may: boolean }[] }>().moves.find(({ move }) => move === 'call')?.may])).toEqual(['wrong_step', false])
  expect(await code(worker, `${url}/invitations`, { invitations: [{ role: 'party', party: 9, label: '没有的一方' }] })).toBe('not_found')
  expect(await code(worker, `${url}/invitations`, { invitations: [{ role: 'party', party: 1, label: '跳舞的人' }, { role: 'resident', label: '1到3号楼人家' },
    { role: 'firm', org: firmOrg, label: '润庭物业' }, { role: 'capable', label: '音响师傅' }] })).toBe('planned')
  await at('2026-11-22T10:00:00')
  const late = (await ask(worker, `${url}/call`, {})).json<{ code: string; from: string }>()
  expect(late).toMatchObject({ code: 'notice_short', from: '2026-11-27T00:00:00+08:00' })
  expect(await code(worker, `${url}/move`, { startsAt: '2026-11-27T19:00:00+08:00', endsAt: '2026-11-27T21:00:00+08:00' })).toBe('planned')
  expect(await code(worker, `${url}/call`, {})).toBe('called')
  const [mine] = (await ask(firm, '/meeting-invitations')).json<{ items: { id: string; meeting: { id: string } }[] }>().items
  expect(mine?.meeting.id).toBe(id)
  expect([await code(firm, `/meeting-invitations/${mine?.id}/answer`, { answer: 'not' }), await code(firm, `/meeting-invitations/${mine?.id}/answer`, { answer: 'sends', reason: '请保洁主管来' })])
    .toEqual(['no_reason', 'called'])
  const shown = (await ask('', `/public/meetings/${id}`)).json<{ agenda: { from: string }[]; invited: { label: string }[]; lines: object[] }>()
  expect([shown.agenda.map(({ from }) => from), shown.invited.length, shown.lines]).toEqual([['2026-11-27T11:00:00.000Z', '2026-11-27T11:30:00.000Z'], 4, []])
  await held(id, of)
})

/** The evening itself, and what follows. */
async function held(id: string, of: string): Promise<void> {
  const url = `/meetings/${id}`
  const { signCode } = (await ask(worker, url)).json<{ signCode: string }>()
  const people = await Promise.all(['老槐树', '小蜜蜂', '四楼的灯'].map((name) => speaker(name)))
  expect([await code(worker, `${url}/start`, {}), await code(people[0] ?? '', '/public/meetings/sign-in', { code: signCode }), await code('', '/public/meetings/sign-in', { code: signCode })])
    .toEqual(['too_early', 'door_closed', 'signed_out'])
  await at('2026-11-27T18:40:00')
  expect((await ask('', `/public/meetings/at-door/${signCode}`)).json()).toMatchObject({ id, maySignIn: true })
  for (const one of [...people, people[0] ?? '']) expect(await code(one, '/public/meetings/sign-in', { code: signCode })).toBe('called')
  expect([await inStep(sql, of, 'sort', () => code(worker, `${url}/start`, {})), await code(worker, `${url}/start`, {})]).toEqual(['wrong_step', 'held'])
  const { invitations, present } = (await ask(worker, url)).json<{ invitations: { id: string; role: string }[]; present: number }>()
  expect(present).toBe(3)
  const invited = (role: string): string => invitations.find((one) => one.role === role)?.id ?? ''
  const entry = newId()
  for (const id_ of [entry, entry, newId()]) expect(await code(worker, `${url}/attendance`, { id: id_, label: '领舞的大姐', invitation: invited('party') })).toBe('held')
  expect([await code(worker, `${url}/absences`, { invitation: invited('firm'), reason: '临时抢修' }), await code(worker, `${url}/absences`, { invitation: invited('party') })]).toEqual(['held', 'was_there'])
  expect((await ask(worker, url)).json()).toMatchObject({ present: 4 })
  const [first, second] = [newId(), newId()]
  for (const [turn, label] of [[first, '老槐树'], [second, '小蜜蜂']]) await ask(worker, `${url}/turns`, { id: turn, label })
  await ask(worker, `${url}/turn`, { turn: first, to: 'spoke' })
  await ask(worker, `${url}/turns`, { id: newId(), label: '老槐树' })
  await ask(worker, `${url}/turns`, { id: newId(), label: '四楼的灯' })
  expect((await ask(worker, url)).json<{ turns: { label: string }[] }>().turns.map(({ label }) => label)).toEqual(['老槐树', '小蜜蜂', '四楼的灯', '老槐树'])
  await written(url)
  const said = { words: '音响放到八点半，音量大家看得见', yes: 3, no: 1, abstained: 0 }
  expect([await code(worker, `${url}/resolutions`, { ...said, minority: '周末上午也要安静' })]).toEqual(['no_quorum'])
  expect(await code(worker, `${url}/paper-list`, { count: 5 })).toBe('held')
  expect([await code(worker, `${url}/resolutions`, said), await code(worker, `${url}/resolutions`, { ...said, yes: 5, minority: '周末上午也要安静' }), await code(worker, `${url}/resolutions`, { ...said, minority: '周末上午也要安静' })])
    .toEqual(['no_minority', 'count_over', 'open'])
  expect(await code(worker, `${url}/resolutions`, { ...said, words: '不许遛狗进花园', yes: 2, no: 2, minority: '拴绳就行，不用禁' })).toBe('recorded')
  expect(await code(worker, `${url}/opinions`, { id: newId(), invitation: invited('party'), words: '跳舞的人愿意戴耳机跳' })).toBe('held')
  expect(await code(worker, `${url}/opinions`, { id: newId(), invitation: invited('party'), words: '有事打13912345678' })).toBe('names_somebody')
  expect((await sql<{ heard: string }>('select heard from thread_party where thread = $1', [of]))[0]?.heard).toBe('spoke')
  expect((await ask('', `/public/threads/${of}`)).body).not.toContain('戴耳机') // its words are public with the minutes
  await after(id, people[1] ?? '')
}

/** Lines from two pages, one of which was offline: nothing is lost and nothing is written over. */
async function written(url: string): Promise<void> {
  const [a, b] = [newId(), newId()]
  const line = (id: string, words: string, version = 0, placeIn = 1000) => ({ id, placeIn, kind: 'said', label: '老槐树', words, version, agenda: 1 })
  type Lines = { lines: { outcome: string; after: number; theirs: { words: string } | null }[] }
  const send = async (...lines: object[]): Promise<Lines['lines']> => (await ask(worker, `${url}/lines`, { lines })).json<Lines>().lines
  expect(await send(line(a, '晚上太吵'))).toMatchObject([{ outcome: 'kept', after: 1 }])
  expect(await send(line(a, '晚上太吵'))).toMatchObject([{ outcome: 'kept', after: 1 }])
  expect(await send(line(b, '孩子要睡', 0, 2000), line(a, '晚上八点后太吵', 1))).toMatchObject([{ outcome: 'kept', after: 1 }, { outcome: 'kept', after: 2 }])
  expect(await send(line(a, '早上太吵', 1))).toMatchObject([{ outcome: 'conflict', after: 2, theirs: { words: '晚上八点后太吵' } }])
  expect((await ask(firm, `${url}/lines`, { lines: [line(newId(), '插一句')] })).json()).toMatchObject({ code: 'not_found' })
  expect((await ask(worker, url)).json<{ lines: { words: string }[] }>().lines.map(({ words }) => words)).toEqual(['晚上八点后太吵', '孩子要睡'])
  const secret = newId()
  await send(line(secret, '请打13912345678', 0, 3000))
  expect(await code(worker, `${url}/post-minutes`, {})).toBe('wrong_state')
}

async function after(id: string, bee: string): Promise<void> {
  const url = `/meetings/${id}`
  await at('2026-11-27T21:05:00')
  expect([await code(worker, `${url}/end`, {}), await code(worker, `${url}/post-minutes`, {})]).toEqual(['minuted', 'private_words'])
  const { lines, resolutions } = (await ask(worker, url)).json<{ lines: { id: string; words: string; version: number }[]; resolutions: { id: string }[] }>()
  const secret = lines.find(({ words }) => words.includes('139'))
  await ask(worker, `${url}/lines`, { lines: [{ id: secret?.id, placeIn: 3000, kind: 'said', label: '老槐树', words: '', struck: true, version: secret?.version, agenda: 1 }] })
  expect(await code(worker, `${url}/post-minutes`, {})).toBe('no_task')
  const resolution = resolutions[0]?.id
  const task = { title: '装一个看得见的音量表', owner: '润庭物业', org: firmOrg, due: '2026-12-20', resolution }
  expect([await code(worker, `${url}/tasks`, { ...task, resolution: resolutions[1]?.id }), await code(worker, `${url}/tasks`, task), await code(worker, `${url}/post-minutes`, {})])
    .toEqual(['not_found', 'minuted', 'posted'])
  const posted = (await ask('', `/public/meetings/${id}`)).json()
  expect(posted).toMatchObject({ number: '梧桐里议〔2026〕1号', objectionsUntil: '2026-12-04', present: 5, mayObject: true,
    resolutions: [{ n: 1, state: 'open', minority: '周末上午也要安静' }, { n: 2, state: 'recorded', carried: false }] })
  expect(JSON.stringify(posted)).not.toMatch(/139|领舞的大姐/)
  expect((await ask('', `/public/threads/${(posted as { thread: { id: string } }).thread.id}`)).body).toContain('戴耳机') // public with its minutes
  expect([await code('', `/public${url}/objections`, { words: '没写我说的' }), await code(bee, `/public${url}/objections`, { words: '没写我说的', resolution }), await code(worker, `${url}/approve`, {})])
    .toEqual(['signed_out', 'posted', 'objections_run'])
  const young = await speaker('初二的风', true)
  expect([await code(young, `/public${url}/objections`, { words: '请打13912345678' }), await code(young, `/public${url}/objections`, { words: '周末写作业太吵' })]).toEqual(['private_words', 'posted'])
  expect([(await ask('', `/public${url}`)).body.includes('写作业'), (await ask(worker, url)).body.includes('写作业')]).toEqual([false, true])
  await at('2026-12-05T08:00:00')
  const state = async (): Promise<string | undefined> => (await ask('', `/public/meetings/${id}`)).json<{ resolutions: { state: string }[] }>().resolutions[0]?.state
  expect([await state(), await code(worker, `${url}/approve`, {}), await code(bee, `/public${url}/objections`, { words: '再提一条' })]).toEqual(['open', 'unanswered', 'objections_over'])
  for (const { id: objection } of (await ask(worker, url)).json<{ objections: { id: string }[] }>().objections)
    expect(await code(worker, `${url}/answer-objection`, { objection, answer: '已经补进纪要第三行。' })).toBe('posted')
  expect((await ask('', `/public${url}`)).body.includes('写作业')).toBe(true)
  expect([await state(), await code(worker, `${url}/approve`, {})]).toEqual(['in_force', 'approved'])
  const acts = await sql<{ kind: string; facts: string }>("select kind, facts::text from act where kind like 'meeting.%' and subject_id = $1", [id])
  expect([acts.filter(({ kind }) => kind === 'meeting.attend').length, /老槐树|小蜜蜂|跳舞|音响/.test(JSON.stringify(acts))]).toEqual([5, false])
}

test('[DM1] [DM5] [DM10] [DM12] a hearing is refused with a presider who has a side, hears its parties and decides nothing; owners’ matters go to their vote', async () => {
  await at('2026-11-20T10:40:00')
  const of = await thread('deliberate', 'owners', ['润庭物业', '1到3号楼人家'])
  const id = await planned({ thread: of, kind: 'hearing', presider: '项目经理', presiderOrg: firmOrg, startsAt: '2026-11-28T14:00:00+08:00', endsAt: '2026-11-28T16:00:00+08:00' })
  const url = `/meetings/${id}`
  await ask(worker, `${url}/agenda`, { items: [{ title: '听各方说', minutes: 90 }] })
  await ask(worker, `${url}/invitations`, { invitations: [{ role: 'party', party: 1, label: '润庭物业', org: firmOrg }] })
  expect((await ask(worker, url)).json<{ missing: { zh: string }[] }>().missing.map(({ zh }) => zh)).toEqual(['1到3号楼人家必须请', '要请一位专家或一家站所'])
  await ask(worker, `${url}/invitations`, { invitations: [{ role: 'party', party: 2, label: '1到3号楼人家' }, { role: 'station', org: station, label: '司法所' }] })
  expect(await code(worker, `${url}/call`, {})).toBe('presider_has_side')
  await ask(worker, `${url}/move`, { presider: '司法所所长', presiderOrg: station })
  expect((await ask(worker, `${url}/call`, {})).json()).toMatchObject({ code: 'notice_short', from: '2026-11-30T00:00:00+08:00', source: { law: expect.stringContaining('上海') } })
  await ask(worker, `${url}/move`, { startsAt: '2026-11-30T14:00:00+08:00', endsAt: '2026-11-30T16:00:00+08:00' })
  expect(await code(worker, `${url}/call`, {})).toBe('called')
  await ask(worker, `${url}/move`, { presider: '项目经理', presiderOrg: firmOrg, reason: '所长出差' })
  await at('2026-11-30T13:50:00')
  expect(await code(worker, `${url}/start`, {})).toBe('presider_has_side')
  await ask(worker, `${url}/move`, { presider: '司法所副所长', presiderOrg: station, reason: '换回司法所' })
  expect([await code(worker, `${url}/start`, {}), await code(worker, `${url}/resolutions`, { words: '就这么定了', yes: 1, no: 0, abstained: 0 }), await code(worker, `${url}/verdicts`, {})])
    .toEqual(['held', 'decides_nothing', 'judges_nothing'])
  const moves = (await ask(worker, url)).json<{ moves: { move: string }[] }>().moves.map(({ move }) => move)
  expect([moves.includes('resolve'), moves.includes('end')]).toEqual([false, true])
  await at('2026-11-30T16:00:00')
  expect([await code(worker, `${url}/end`, { attendance: 31 }), await code(worker, `${url}/post-minutes`, {})]).toEqual(['minuted', 'no_minutes'])
  await ask(worker, `${url}/lines`, { lines: [{ id: newId(), placeIn: 1, kind: 'objection', label: '1到3号楼人家', words: '采光挡了要有说法' }] })
  expect(await code(worker, `${url}/post-minutes`, {})).toBe('posted')
  await sql("update meeting set state = 'held', kind = 'deliberation' where id = $1", [id])
  expect(await code(worker, `${url}/resolutions`, { words: '同意加装，交楼里表决', yes: 20, no: 0, abstained: 1 })).toBe('to_vote')
})

test('[DM15] an evaluation judges what holds and what was done, counts hands, and is never presided by whose work is judged; the clock says what is overdue', async () => {
  await at('2026-11-20T10:40:00')
  const of = await thread('judge', 'residents')
  const id = await planned({ thread: of, kind: 'evaluation', presider: '项目经理', presiderOrg: firmOrg })
  const url = `/meetings/${id}`
  const [earlier, resolution, task] = [newId(), newId(), newId()]
  await sql(`insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, state, sign_code) select district, $2, place, path,
    compound_path, keeper, id, 'deliberation', '花园', '活动室', '2026-10-01', '2026-10-02', 'approved', $3 from thread where id = $1`, [of, earlier, earlier.slice(-16)])
  await sql(`insert into resolution (district, id, meeting, path, compound_path, thread, n, words, yes, no, abstained, carried, state, evaluate_on) select district, $3, $2, path, compound_path, id, 1,
    '音响到八点半', 20, 0, 0, true, 'in_force', '2026-11-19' from thread where id = $1`, [of, earlier, resolution])
  await sql(`insert into thread_task (district, id, place, path, compound_path, thread, meeting, resolution, title, org, owner, due, state, done_on) select district, $2, place, path, compound_path, id, $3, $4,
    '装音量表', $5, '润庭物业', '2026-11-10', 'done', '2026-11-09' from thread where id = $1`, [of, task, earlier, resolution, firmOrg])
  await sql("insert into timer (id, district, due, kind, subject, facts) values ($1, '990106', '2026-11-20T00:00:00+08:00', 'meeting.evaluate', $2, '{\"n\":1}')", [newId(), earlier])
  await at('2026-11-20T11:00:00')
  expect((await sql<{ facts: object }>("select facts from act where kind = 'meeting.overdue' and subject_id = $1", [earlier])).map(({ facts }) => facts)).toEqual([{ n: 1, due: '2026-11-19' }])
  expect((await ask('', `/public/meetings?thread=${of}`)).json()).toMatchObject({ items: [] })
  await ask(worker, `${url}/agenda`, { items: [{ title: '大家来评', minutes: 60 }] })
  expect((await ask(worker, url)).json<{ missing: object[] }>().missing).toHaveLength(2)
  await ask(worker, `${url}/invitations`, { invitations: [{ role: 'resident', label: '当初提出来的居民' }, { role: 'firm', org: firmOrg, label: '润庭物业' }] })
  expect(await code(worker, `${url}/call`, {})).toBe('presider_judged')
  await ask(worker, `${url}/move`, { presider: '社区书记', presiderOrg: null })
  expect(await code(worker, `${url}/call`, {})).toBe('called')
  await at('2026-11-26T19:00:00')
  await ask(worker, `${url}/start`, {})
  await ask(worker, `${url}/paper-list`, { count: 11 })
  expect((await ask(worker, url)).json()).toMatchObject({ toJudge: { resolutions: [{ id: resolution, overdue: true }], tasks: [{ id: task }] } })
  await ask(worker, `${url}/lines`, { lines: [{ id: newId(), placeIn: 1, kind: 'said', label: '四楼的灯', words: '安静多了' }] })
  await ask(worker, `${url}/end`, {})
  expect([await code(worker, `${url}/post-minutes`, {}), await code(worker, `${url}/verdicts`, { hall: { satisfied: 9, accepted: 2, not: 1 } }), await code(worker, `${url}/verdicts`, { hall: { satisfied: 9, accepted: 1, not: 0 } }),
    await code(worker, `${url}/post-minutes`, {}), await code(worker, `${url}/verdicts`, { resolutions: [{ id: newId(), verdict: 'kept' }] })]).toEqual(['no_hall', 'count_over', 'minuted', 'not_judged', 'not_found'])
  expect([await code(worker, `${url}/verdicts`, { resolutions: [{ id: resolution, verdict: 'kept' }], tasks: [{ id: task, verdict: 'good' }] }), await code(worker, `${url}/post-minutes`, {})]).toEqual(['minuted', 'posted'])
  expect((await ask('', `/public/meetings/${id}`)).json()).toMatchObject({ hall: { satisfied: 9, accepted: 1, not: 0 }, number: '梧桐里议〔2026〕3号' })
})

test('[DM40] [DM16] papers of a meeting: its holder prints all that its state has, everybody the notice and what is posted, nobody else anything', async () => {
  const id = await planned({ thread: await thread('deliberate', 'residents', ['跳舞的人']), kind: 'hearing', title: '花园音量听证会', startsAt: '2027-06-18T19:00:00+08:00', endsAt: '2027-06-18T20:00:00+08:00' })
  const code_ = async (cookie: string, open: boolean, paper: string): Promise<number> => (await ask(cookie, `${open ? '/public' : ''}/meetings/${id}/papers/${paper}`)).statusCode
  const all = async (cookie: string, open: boolean) => Promise.all(['notice', 'sign-in', 'minutes', 'hearing', 'posting'].map((name) => code_(cookie, open, `${name}.docx`)))
  expect([await all(worker, false), await all('', true), await all(firm, false)]).toEqual([[200, 200, 404, 404, 404], Array(5).fill(404), Array(5).fill(404)])
  await sql(`update meeting set state = 'posted', notice_on = '2026-12-01', objections_until = '2027-06-30', closed_at = ends_at, number = '听雨桥议〔2027〕3号' where id = $1`, [id])
  await sql(`insert into minute_line (district, id, meeting, path, compound_path, place_in, kind, label, words, struck, at) select district, gen_random_uuid(), id, path, compound_path, n, 'said',
    '老槐树', case n when 1 then '九点以后太吵' else '划掉的话' end, n = 2, starts_at from meeting, generate_series(1, 2) n where id = $1`, [id])
  // there is no resolution to post: a hearing decides nothing
  expect([await all(worker, false), await all('', true)]).toEqual([[200, 200, 200, 200, 404], [200, 404, 200, 200, 404]])
  const zip = await JSZip.loadAsync((await ask('', `/public/meetings/${id}/papers/hearing.docx`)).rawPayload)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  for (const words of ['听雨桥议〔2027〕3号', '老槐树：九点以后太吵。', '跳舞的人。', '还没有发言，也没有书面答复。']) expect(xml).toContain(words)
  expect(xml).not.toContain('划掉的话')
  const pdf = await ask('', `/public/meetings/${id}/papers/minutes.pdf`)
  expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString(), await code_('', true, 'minutes.exe'), await code_('', true, 'other.pdf')]).toEqual(['application/pdf', '%PDF-', 400, 404])
})

test('[DM2] [DM10] [DM13] [DM15] a body meets with all its members, decides within its powers, holds by the clock, and judges at its next meeting what it decided', async () => {
  await at('2026-11-20T10:40:00')
  const [body, name] = [newId(), '小区共建理事会']
  await sql(`insert into standing_body (district, id, place, path, compound_path, keeper, kind, name, seats, rhythm_days, term_months, powers, founded_on) select district, $1, id, path, compound_path, $2, $3, $4, 5, 60, 24,
    '{deliberate,evaluate}', '2026-01-01' from place where id = $5`, [body, world.demo.orgs.find(({ key }) => key === 'com-001')?.id, 'building_council', name, compound])
  for (const label of ['理事长', '业主代表', '物业代表']) await sql(`insert into body_seat (district, id, body, path, compound_path, role, sits_for, label, since, until) select district, $2, id, path, compound_path, 'member', 'residents', $3,
    '2026-01-01', '2027-12-31' from standing_body where id = $1`, [body, newId(), label])
  const regular = { kind: 'regular', body, title: '第四季度例会', venue: '理事会会议室', presider: '理事长' }
  const id = await planned({ ...regular, startsAt: '2026-11-24T19:00:00+08:00', endsAt: '2026-11-24T20:00:00+08:00' })
  const url = `/meetings/${id}`
  expect((await ask(worker, url)).json()).toMatchObject({ quorum: 2, body: { name }, invitations: [{ label: '理事长', role: 'member' }, {}, {}], missing: [] })
  await ask(worker, `${url}/agenda`, { items: [{ title: '明年做什么', minutes: 30 }] })
  expect(await code(worker, `${url}/call`, {})).toBe('called')
  await at('2026-11-24T19:00:00')
  await ask(worker, `${url}/start`, {})
  const { signCode } = (await ask(worker, url)).json<{ signCode: string }>()
  for (const name of ['来旁听的甲', '来旁听的乙', '来旁听的丙']) await ask(await speaker(name), '/public/meetings/sign-in', { code: signCode })
  expect(await code(worker, `${url}/resolutions`, { words: '旁听的人定的事', yes: 3, no: 0, abstained: 0, power: 'deliberate' })).toBe('no_quorum') // who listens is no member
  await ask(worker, `${url}/paper-list`, { count: 3 })
  const said = { words: '每月第一个周六一起扫楼道', yes: 3, no: 0, abstained: 0, evaluateOn: '2026-12-08' }
  expect(await code(worker, `${url}/resolutions`, { ...said, power: 'deliberate', evaluateOn: '9999-12-31' })).toBe('evaluate_late')
  expect([await code(worker, `${url}/resolutions`, said), await code(worker, `${url}/resolutions`, { ...said, power: 'watch_firm' })]).toEqual(['beyond_powers', 'beyond_powers'])
  const resolution = (await ask(worker, `${url}/resolutions`, { ...said, power: 'deliberate' })).json<{ id: string }>().id
  await ask(worker, `${url}/lines`, { lines: [{ id: newId(), placeIn: 1, kind: 'said', label: '理事长', words: '先试三个月' }] })
  const task = (await ask(worker, `${url}/tasks`, { resolution, title: '贴一张排班表', owner: '理事长', due: '2026-11-30' })).json<{ id: string }>().id
  await ask(worker, `${url}/end`, {})
  expect(await code(worker, `${url}/post-minutes`, {})).toBe('posted')
  await at('2026-12-02T08:00:00')
  expect((await ask('', `/public/meetings/${id}`)).json()).toMatchObject({ resolutions: [{ id: resolution, state: 'in_force', inForceOn: '2026-12-02', power: 'deliberate' }] })
  await sql("update thread_task set state = 'done', done_on = '2026-11-29' where id = $1", [task])
  const next = await planned({ ...regular, startsAt: '2026-12-15T19:00:00+08:00', endsAt: '2026-12-15T20:00:00+08:00' })
  for (const [step, sent] of [['agenda', { items: [{ title: '看看做得怎么样', minutes: 30 }] }], ['call', {}]] as const) await ask(worker, `/meetings/${next}/${step}`, sent)
  await at('2026-12-15T18:40:00')
  expect((await ask('', `/public/meetings?body=${body}`)).json()).toMatchObject({ items: [{ id: next, state: 'called' }, { id, overdue: 1, carried: 1 }] })
  await ask(worker, `/meetings/${next}/start`, {})
  expect((await ask(worker, `/meetings/${next}`)).json()).toMatchObject({ toJudge: { resolutions: [{ id: resolution, overdue: true, number: expect.stringContaining('〔2026〕') }], tasks: [{ id: task }] } })
  expect([await code(worker, `/meetings/${next}/verdicts`, { hall: { satisfied: 1, accepted: 0, not: 0 } }), await code(worker, `/meetings/${next}/verdicts`, { resolutions: [{ id: resolution, verdict: 'partly' }], tasks: [{ id: task, verdict: 'good' }] })])
    .toEqual(['no_hall_here', 'held'])
  expect((await ask('', `/public/meetings/${id}`)).json()).toMatchObject({ resolutions: [{ verdict: 'partly', judgedIn: next, overdue: false }], tasks: [{ verdict: 'good' }] })
  expect((await sql("select 1 from outbox where template = 'meeting.evaluate_overdue' and facts ->> 'meeting' = $1", [id])).length).toBe(1)
})
