/** The operations of meetings, each on a meeting that was put where it has to be, past the walls. */
import { newId } from '../../kit/ids.ts'
import { speaker } from './deliberation-speech-plans.ts'
import type { Plan, Planner } from './plan.ts'
import { planted, type Stories } from './stories.ts'

const owner = (s: Stories) => s.world.database.pool('linli_owner')
let meetings = 0
type Laid = { readonly id: string; readonly thread: string; readonly resolution: string; readonly invitation: string; readonly objection: string; readonly task: string; readonly turn: string
  readonly intake: string; readonly code: string }

/** Near and far from the demo's morning of 20 November: a meeting that can be called, one that is about to begin. */
const far = { from: '2026-12-10T11:00:00Z', to: '2026-12-10T13:00:00Z', noticed: '2026-11-20' }
const near = { from: '2026-11-20T02:50:00Z', to: '2026-11-20T04:50:00Z', noticed: '2026-11-10' }

/** A meeting of 梧桐苑 in a state, with agenda, an invitation of the community, five people on the paper list, a resolution with its task, and what else a step needs. */
const at = (state: string, { kind = 'deliberation', step = 'deliberate', when = near, until = '2026-11-27', task = true, objected = false } = {}) => async (s: Stories): Promise<Laid> => {
  const laid: Laid = { id: newId(), thread: newId(), resolution: newId(), invitation: newId(), objection: newId(), task: newId(), turn: newId(), intake: newId(), code: newId().replaceAll('-', '').slice(-16).toUpperCase() }
  const run = (text: string, values: readonly unknown[]) => owner(s).query(text, [...values])
  await run(`insert into thread (district, id, place, path, compound_path, keeper, title, origin, started_by, step, decider, meetings, started_at)
    select district, $2, id, path, compound_path, $3, $4, 'reception', 'community', $5, 'residents', '{talk,hearing,deliberation,evaluation}', '2026-11-01' from place where id = $1`,
  [s.place('梧桐苑'), laid.thread, s.org('com-001'), `花园那件事${++meetings}`, step])
  const posted = ['posted', 'approved'].includes(state)
  await run(`insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, presider, state, notice_on, objections_until, closed_attendance, sign_code)
    select district, $2, place, path, compound_path, keeper, id, $3, '议一议', '活动室', $4::timestamptz, $5::timestamptz, '社区书记', $6, $7::date, $8::date, 9, $9 from thread where id = $1`,
  [laid.thread, laid.id, kind, when.from, when.to, state, state === 'planned' ? null : when.noticed, posted ? until : null, laid.code])
  await run(`insert into agenda_item (district, meeting, n, path, compound_path, title, minutes) select district, id, 1, path, compound_path, '说一说', 60 from meeting where id = $1`, [laid.id])
  await run(`insert into invitation (district, id, meeting, path, compound_path, role, org, label, sent_at) select district, $2, id, path, compound_path, 'resident', $3, '几户人家', '2026-11-10' from meeting where id = $1`,
    [laid.id, laid.invitation, s.org('com-001')])
  await run(`insert into speaking_turn (district, id, meeting, path, compound_path, label, asked_at) select district, $2, id, path, compound_path, '老槐树', '2026-11-20' from meeting where id = $1`, [laid.id, laid.turn])
  await run(`insert into minute_line (district, id, meeting, path, compound_path, place_in, kind, label, words, at) select district, gen_random_uuid(), id, path, compound_path, 1, 'said', '老槐树', '晚上太吵', '2026-11-20' from meeting where id = $1`, [laid.id])
  if (kind !== 'evaluation') await run(`insert into resolution (district, id, meeting, path, compound_path, thread, n, words, yes, no, abstained, carried, state, evaluate_on)
    select district, $2, id, path, compound_path, thread, 1, '音响到八点半', 9, 0, 0, true, 'open', '2027-01-20' from meeting where id = $1`, [laid.id, laid.resolution])
  if (task && kind !== 'evaluation') await run(`insert into thread_task (district, id, place, path, compound_path, thread, meeting, resolution, title, owner, due, state)
    select district, $2, place, path, compound_path, thread, id, $3, '装音量表', '社区', '2026-12-20', 'open' from meeting where id = $1`, [laid.id, laid.task, laid.resolution])
  if (objected) await run(`insert into meeting_objection (district, id, meeting, path, compound_path, resolution, label, words, at) select district, $2, id, path, compound_path, $3, '小蜜蜂', '没写我说的', '2026-11-20' from meeting where id = $1`,
    [laid.id, laid.objection, laid.resolution])
  return laid
}
/** A regular meeting of a council, with something that a resident brought to it. */
async function ofBody(s: Stories): Promise<Laid> {
  const laid = await at('planned', { when: far })(s)
  const body = newId()
  const run = (text: string, values: readonly unknown[]) => owner(s).query(text, [...values])
  await run(`insert into standing_body (district, id, place, path, compound_path, keeper, kind, name, seats, rhythm_days, term_months, powers, founded_on)
    select district, $2, place, path, compound_path, keeper, 'residents_council', $3, 15, 30, 36, '{deliberate}', '2026-01-01' from meeting where id = $1`, [laid.id, body, `议事会${meetings}`])
  await run(`insert into agenda_intake (district, id, body, path, compound_path, name, words, state, at) select district, $2, id, path, compound_path, '老槐树', '门口的灯', 'open', '2026-11-18' from standing_body where id = $1`, [body, laid.intake])
  await run("update meeting set body = $2, thread = null, kind = 'regular' where id = $1", [laid.id, body])
  return laid
}

const on = (lay: (s: Stories) => Promise<Laid>, body?: (laid: Laid, s: Stories) => Plan['body']): Planner => async (s) => {
  const laid = await lay(s)
  const sent = body?.(laid, s)
  return { as: 'worker', params: { id: laid.id }, ...(sent ? { body: sent } : {}) }
}
const held = at('held')
const said = { words: planted.words, yes: 6, no: 1, abstained: 0, minority: '周末也要安静', evaluateOn: '2027-01-20', power: null }
const line = () => ({ id: newId(), agenda: null, placeIn: 1000, kind: 'said', label: '老槐树', words: planted.words, struck: false, version: 0 })
const plan = { kind: 'deliberation', title: '花园怎么用', venue: '活动室', startsAt: far.from, endsAt: far.to, presider: '社区书记', presiderOrg: null, presiderTied: false, clerkPost: null, quorum: 5, body: null, place: null }
const open = (lay: (s: Stories) => Promise<Laid>): Planner => async (s) => ({ as: 'nobody', params: { id: (await lay(s)).id } })

/** A meeting with a photo that was kept of its notice or its paper list. */
async function photographed(s: Stories, of: 'notice' | 'list'): Promise<{ readonly id: string; readonly photo: string }> {
  const { id } = await held(s)
  await s.must('worker', `/api/v1/meetings/${id}/photos`, { of, photo: await s.photo() })
  const { rows } = await owner(s).query<{ photo: string }>('select coalesce(notice_photo, list_photo) as photo from meeting where id = $1', [id])
  return { id, photo: rows[0]?.photo ?? '' }
}

export const meetingPlans: { readonly [operation: string]: Planner } = {
  listMeetings: async (s) => ({ as: 'nobody', query: { thread: (await at('posted')(s)).thread } }), readMeeting: open(at('posted', { objected: true })),
  readMeetingAtDoor: async (s) => ({ as: 'nobody', params: { code: (await at('called')(s)).code } }),
  printMeetingPaper: async (s) => ({ as: 'worker', params: { id: (await at('posted')(s)).id, paper: 'minutes.docx' } }),
  readMeetingPaper: async (s) => ({ as: 'nobody', params: { id: (await at('posted')(s)).id, paper: 'posting.docx' } }),
  attendMeeting: async (s) => ({ as: 'nobody', cookie: await speaker(s), body: { code: (await at('called')(s)).code } }),
  objectToMinutes: async (s) => {
    const { id, resolution } = await at('posted')(s)
    return { as: 'nobody', cookie: await speaker(s), params: { id }, body: { words: planted.words, resolution } }
  },
  planMeeting: async (s) => ({ as: 'worker', body: { ...plan, thread: (await at('approved')(s)).thread } }),
  listStaffMeetings: async (s) => ({ as: 'worker', query: { thread: (await at('planned')(s)).thread } }), readStaffMeeting: on(held), listMeetingInvitations: async () => ({ as: 'worker' }),
  moveMeeting: on(at('called'), () => ({ startsAt: far.from, endsAt: far.to, venue: '三楼会议室', presider: '社区副书记', presiderOrg: null, presiderTied: false, reason: planted.words })),
  setMeetingAgenda: on(at('planned', { when: far }), () => ({ items: [{ title: planted.words, minutes: 20, intake: null }] })),
  takeIntoAgenda: on(ofBody, ({ intake }) => ({ intake, title: '门口的灯', minutes: 10 })),
  inviteToMeeting: on(at('planned', { when: far }), ({ invitation }, s) => ({ invitations: [{ role: 'expert', party: null, org: s.org('com-001'), post: null, label: '音响师傅' }], drop: [invitation] })),
  callMeeting: on(at('planned', { when: far }), () => ({ photo: null })),
  answerMeetingInvitation: async (s) => ({ as: 'worker', params: { id: (await at('called')(s)).invitation }, body: { answer: 'sends', reason: planted.words } }),
  startMeeting: on(at('called'), () => ({})), enterPaperList: on(held, () => ({ count: 12, photo: null })), markAbsent: on(held, ({ invitation }) => ({ invitation, reason: planted.words })),
  takeSpeakingTurn: on(held, ({ turn }) => ({ turn, to: 'spoke' })), endMeeting: on(held, () => ({ attendance: 12 })), recordResolution: on(held, () => said),
  addMeetingTask: on(held, ({ resolution }, s) => ({ resolution, title: planted.words, org: s.org('com-001'), post: null, owner: '社区', due: '2026-12-20' })), postMinutes: on(at('minuted'), () => ({})),
  enterMeetingObjection: on(at('posted'), ({ resolution }) => ({ resolution, words: planted.words, label: '一张纸条' })),
  answerMeetingObjection: on(at('posted', { objected: true }), ({ objection }) => ({ objection, answer: planted.words, withdraw: true })),
  approveMinutes: on(at('posted', { until: '2026-11-18' }), () => ({})), chooseMeetingClerk: on(at('called'), (_laid, s) => ({ post: s.world.demo.posts.find(({ org }) => org === s.org('com-001'))?.id ?? '' })), cancelMeeting: on(at('called'), () => ({ reason: planted.words })),
  recordVerdicts: on(at('held', { kind: 'evaluation', step: 'judge' }), () => ({ resolutions: [], tasks: [], hall: { satisfied: 7, accepted: 1, not: 1 } })),
  signAtDesk: on(held, ({ invitation }) => ({ id: newId(), label: planted.name, role: 'resident', invitation })), askToSpeakInMeeting: on(held, () => ({ id: newId(), label: planted.name, agenda: 1 })),
  keepMeetingPhoto: async (s) => ({ as: 'worker', params: { id: (await held(s)).id }, body: { of: 'list', photo: await s.photo() } }),
  readMeetingPhoto: async (s) => { const { id, photo } = await photographed(s, 'list'); return { as: 'worker', params: { id, photo }, query: { size: 'small' } } },
  readMeetingNoticePhoto: async (s) => ({ as: 'nobody', params: { id: (await photographed(s, 'notice')).id }, query: { size: 'small' } }),
  attachOpinion: on(held, ({ invitation }) => ({ id: newId(), invitation, words: planted.words, file: null, written: true })), writeMinuteLines: on(held, () => ({ lines: [line(), line()] })),
}
