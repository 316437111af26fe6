/** The operations of votes and of owners' own ballots, each on a vote that was brought where it has to be by those whose turn it was. */
import { demoVotes } from '../../../demo/votes.ts'
import { personId } from '../../../demo/posts.ts'
import type { Plan, Planner } from './plan.ts'
import { kept, type Kept } from './register-plans.ts'
import { planted, type Stories } from './stories.ts'
import { cookieFrom } from './world.ts'

type Held = Kept & { readonly id: string }
type Elector = { readonly elector: string; readonly code: string; readonly title: string }
const owner = (s: Stories) => s.world.database.pool('linli_owner')
const signed = async (s: Stories, name: string): Promise<string> => cookieFrom(await s.must('nobody', '/api/v1/demo/session', { person: personId(name) }))
/** The team of the demo's open vote, without those whose post another plan has handed over by now. */
let named: ReturnType<typeof demoVotes>[number]['team'] | undefined
async function team(s: Stories) {
  named ??= demoVotes().find(({ key }) => key === 'v4')?.team ?? [] // once: votes are made from the whole roster
  const members = named
  const { rows } = await owner(s).query('select person, post from tenure where to_date is null and person = any($1)', [members.map(({ person }) => person)])
  return members.filter(({ person, post }) => (rows as { person: string; post: string }[]).some((row) => row.person === person && row.post === post)) // columns named in the query
}
const two = [personId('卢秀英'), personId('祁连生')]
const opening = { item: 'covenant', title: '修改管理规约', words: planted.words, channels: ['paper', 'door'] }
const notice = { day: '2026-11-20', opensAt: '2026-12-10T08:00:00+08:00', closesAt: '2026-12-30T20:00:00+08:00' }
const agree = [{ n: 1, choose: ['agree'] }]

async function draft(s: Stories): Promise<Held> {
  const one = await kept(s)
  // only what this request took in has to be complete
  await owner(s).query("update title set status = 'unsold' where compound = $1 and not exists (select from owner o where o.head = title.head and o.until is null)", [one.compound])
  await owner(s).query("update title set kind = 'home' where id = $1", [one.title])
  const { id } = (await s.must('nobody', '/api/v1/votes', { ...opening, place: one.compound }, one.cookie)).json<{ id: string }>()
  return { ...one, id }
}
async function noticed(s: Stories): Promise<Held> {
  const one = await draft(s)
  await s.must('nobody', `/api/v1/votes/${one.id}/notice`, notice, one.cookie)
  await s.must('nobody', `/api/v1/votes/${one.id}/team`, { members: await team(s) }, one.cookie)
  return one
}
async function frozen(s: Stories): Promise<Held & Elector> {
  const one = await noticed(s)
  await s.must('nobody', `/api/v1/votes/${one.id}/freeze`, {}, one.cookie)
  const { rows: [row] } = await owner(s).query(`select e.id as elector, e.code, t.title from elector e join elector_title t on t.vote = e.vote and t.elector = e.id
    where e.vote = $1 and e.blocked is null limit 1`, [one.id])
  return { ...one, ...row as Elector } // columns named in the query
}
/** A home that was left out as empty, under the names that tell of anything that leaks. */
async function emptied(s: Stories): Promise<Held & Elector & { readonly home: string }> {
  const [one, home] = [await frozen(s), s.place('梧桐苑3号楼1201室')]
  await owner(s).query("insert into vacant_home (district, vote, home, building, label, source, reason) values ('990106', $1, $2, $3, '梧桐苑3号楼1201室', 'visit', $4)",
    [one.id, home, s.place('梧桐苑3号楼'), planted.words])
  await owner(s).query(`update vote set rules = rules || '{"vacant": {"homes": 1, "source": "visit", "told": true}}' where id = $1`, [one.id])
  return { ...one, home }
}
const begins = async (s: Stories, id: string, closes = '2026-12-30'): Promise<void> => {
  await owner(s).query("update vote set state = 'open', opens_at = '2026-11-12', closes_at = $2 where id = $1", [id, closes])
}
async function open(s: Stories): Promise<Held & Elector> {
  const one = await frozen(s)
  await begins(s, one.id)
  return one
}
async function closed(s: Stories): Promise<Held & Elector> {
  const one = await open(s)
  await s.must('nobody', `/api/v1/votes/${one.id}/casts`, { envelopes: [{ elector: one.elector, channel: 'paper', envelope: '1', collectors: two }] }, one.cookie)
  await begins(s, one.id, '2026-11-19')
  await s.must('nobody', `/api/v1/votes/${one.id}/close`, {}, one.cookie)
  return one
}
const enterers = ['许慧', '高文骏'] as const
async function differing(s: Stories): Promise<Held & Elector> {
  const one = await closed(s)
  for (const [i, name] of enterers.entries()) {
    await s.must('nobody', `/api/v1/votes/${one.id}/entries`, { entries: [{ elector: one.elector, answers: [{ n: 1, choose: [i === 0 ? 'agree' : 'against'] }] }] }, await signed(s, name))
  }
  return one
}
async function entered(s: Stories): Promise<Held & Elector> {
  const one = await closed(s)
  for (const name of enterers) {
    await s.must('nobody', `/api/v1/votes/${one.id}/entries`, { entries: [{ elector: one.elector, answers: agree }] }, await signed(s, name))
  }
  return one
}
async function counted(s: Stories): Promise<Held & Elector> {
  const one = await entered(s)
  await s.must('nobody', `/api/v1/votes/${one.id}/count`, {}, one.cookie)
  return one
}
const then = (before: (s: Stories) => Promise<Held & Elector>, step: string, body: object = {}) => async (s: Stories): Promise<Held & Elector> => {
  const one = await before(s)
  await s.must('nobody', `/api/v1/votes/${one.id}/${step}`, body, one.cookie)
  return one
}
const published = then(counted, 'publish')
const filed = then(published, 'file', { day: '2026-11-20', reference: '1号' })
async function objected(s: Stories): Promise<Held & { readonly objection: string }> {
  const one = await noticed(s)
  const made = await s.must('nobody', `/api/v1/votes/${one.id}/objections`, { about: 'notice', words: planted.words }, one.cookie)
  return { ...one, objection: made.json<{ id: string }>().id }
}
const slipOf = async (s: Stories, id: string, name: string): Promise<string> =>
  (await s.must('nobody', `/api/v1/votes/${id}/slip`, {}, await signed(s, name))).json<{ code: string }>().code
/** A counted vote with an objection, and the slip of its first scrutineer; `second`: another one's name. */
async function disputed(s: Stories): Promise<Held & Elector & { readonly objection: string; readonly slip: string; readonly second: string }> {
  const one = await counted(s)
  const made = await s.must('nobody', `/api/v1/votes/${one.id}/objections`, { about: 'count', words: planted.words }, one.cookie)
  return { ...one, objection: made.json<{ id: string }>().id, slip: await slipOf(s, one.id, '陆晓岚'), second: '葛芳' }
}
const on = <One extends Held>(of: (s: Stories) => Promise<One>, body?: (one: One, s: Stories) => NonNullable<Plan['body']>, as?: string): Planner => async (s) => {
  const one = await of(s)
  return { as: 'nobody', cookie: as === undefined ? one.cookie : await signed(s, as), params: { id: one.id }, ...(body ? { body: body(one, s) } : {}) }
}

/** A vote that may be voted on by phone, and a browser in which the ballots of one of its owners are open. */
async function voter(s: Stories): Promise<Elector & { readonly id: string; readonly phone: string; readonly cookie: string }> {
  const one = await open(s)
  const phone = s.phone()
  await s.must('nobody', `/api/v1/register-heads/${one.head}/owners`, { version: 0, name: planted.name, phone, since: '2026-06-01' }, one.cookie)
  await owner(s).query('update owner set chosen = (phone_masked like $2) where head = $1', [one.head, `%${phone.slice(-4)}`])
  await owner(s).query("update vote set channels = array['phone', 'paper', 'door'] where id = $1", [one.id])
  const { rows: [row] } = await owner(s).query('select id as elector, code from elector where vote = $1 and head = $2', [one.id, one.head])
  await s.must('nobody', '/api/v1/own-ballots/code', { phone })
  const { code } = (await s.must('nobody', '/api/v1/demo/code')).json<{ code: string }>()
  const opened = await s.must('nobody', '/api/v1/own-ballots/open', { phone, code })
  s.secrets.push(phone)
  return { ...row as Elector, id: one.id, phone, cookie: cookieFrom(opened) } // columns named in the query
}
const own = (more: (one: Awaited<ReturnType<typeof voter>>) => Omit<Plan, 'as' | 'cookie'>): Planner => async (s) => {
  const one = await voter(s)
  return { as: 'nobody', cookie: one.cookie, ...more(one) }
}

export const votesPlans: { readonly [operation: string]: Planner } = {
  listVotes: async (s) => ({ as: 'nobody', cookie: (await draft(s)).cookie, query: { kind: 'motion' } }), readVote: on(noticed), listElectors: async (s) => {
    const { id, cookie } = await frozen(s)
    return { as: 'nobody', cookie, params: { id }, query: { voted: 'no' } }
  },
  startVote: async (s) => { const one = await kept(s); return { as: 'nobody', cookie: one.cookie, body: { ...opening, place: one.compound } } },
  listVoteConflicts: on(open), listVacantHomes: on(emptied), listTeamCandidates: on(draft), readCountFile: on(counted, undefined, '陆晓岚'),
  takeSlip: on(counted, undefined, '陆晓岚'),
  askOpening: on(disputed, ({ elector, objection, slip }) => ({ elector, objection, reason: planted.words, slip }), '陆晓岚'),
  agreeOpening: async (s) => {
    const one = await disputed(s)
    const asked = await s.must('nobody', `/api/v1/votes/${one.id}/openings`, { elector: one.elector, objection: one.objection, reason: planted.words, slip: one.slip },
      await signed(s, '陆晓岚'))
    return { as: 'nobody', cookie: await signed(s, one.second), params: { id: one.id }, body: { opening: asked.json<{ id: string }>().id, slip: await slipOf(s, one.id, one.second) } }
  },
  printVotePaper: async (s) => { const { id, cookie } = await noticed(s); return { as: 'nobody', cookie, params: { id, paper: 'notice.docx' } } },
  readNoticePhoto: async (s) => {
    const [one, place] = [await noticed(s), s.place('梧桐苑3号楼')]
    await s.must('nobody', `/api/v1/votes/${one.id}/notices`, { photos: [{ place, photo: await s.photo() }] }, one.cookie)
    return { as: 'nobody', cookie: one.cookie, params: { id: one.id, place }, query: { size: 'small' } }
  },
  vote_notice: on(draft, () => notice), vote_notices: on(noticed, (_, s) => ({ photos: [{ place: s.place('梧桐苑3号楼'), photo: null }] })),
  vote_team: async (s) => { const one = await draft(s); return { as: 'nobody', cookie: one.cookie, params: { id: one.id }, body: { members: await team(s) } } },
  vote_opinions: on(noticed, () => ({ saidBy: 'branch', stance: 'advises', words: planted.words }), '秦月兰'),
  vote_steps: on(draft, () => ({ code: 'residents_told', state: 'done', day: '2026-11-19', reason: planted.words })), vote_freeze: on(noticed, () => ({})),
  vote_open: on(async (s) => {
    const one = await frozen(s)
    await owner(s).query("update vote set opens_at = '2026-11-19', notice_on = '2026-10-01' where id = $1", [one.id])
    await owner(s).query("update vote_step set on_day = '2026-10-01' where vote = $1", [one.id])
    for (const code of ['residents_told', 'topics_posted']) await s.must('nobody', `/api/v1/votes/${one.id}/steps`, { code, day: '2026-10-01' }, one.cookie)
    return one
  }, () => ({})),
  vote_deliveries: on(frozen, ({ title }) => ({ rows: [{ title, how: 'in_person', day: '2026-11-20', by: two }] })),
  vote_casts: on(open, ({ elector }) => ({ envelopes: [{ elector, channel: 'door', envelope: '1', collectors: two }] })),
  vote_changes: on(open, ({ elector }) => ({ elector, kind: 'died', day: '2026-11-19', paper: planted.words })),
  vote_homes: on(emptied, ({ home }) => ({ home, reason: planted.words })),
  vote_close: on(async (s) => { const one = await open(s); await begins(s, one.id, '2026-11-19'); return one }, () => ({})),
  vote_entries: on(closed, ({ elector }) => ({ entries: [{ elector, answers: agree }] }), '许慧'),
  vote_looks: on(differing, ({ elector }) => ({ elector, seq: 1, answers: agree }), '陆晓岚'), vote_count: on(entered, () => ({})), vote_publish: on(counted, () => ({})),
  vote_file: on(published, () => ({ day: '2026-11-20', reference: '1号' })), vote_archive: on(filed, () => ({})),
  vote_withdraw: on(draft, () => ({ reason: planted.words })), vote_objections: on(noticed, () => ({ about: 'count', words: planted.words })),
  vote_answers: on(objected, ({ objection }) => ({ objection, answer: planted.words })),
  listPublicVotes: async (s) => ({ as: 'nobody', query: { compound: (await noticed(s)).compound } }),
  readPublicVote: async (s) => ({ as: 'nobody', params: { id: (await noticed(s)).id } }),
  askOwnBallots: async (s) => ({ as: 'nobody', body: { phone: s.phone() } }),
  openOwnBallots: async (s) => {
    const { phone } = await voter(s)
    await owner(s).query("update phone_code set asked_at = asked_at - interval '2 minutes'")
    await s.must('nobody', '/api/v1/own-ballots/code', { phone })
    return { as: 'nobody', body: { phone, code: (await s.must('nobody', '/api/v1/demo/code')).json<{ code: string }>().code } }
  },
  closeOwnBallots: async () => ({ as: 'nobody' }), listOwnBallots: own(() => ({})), readOwnBallot: own(({ id, elector }) => ({ params: { vote: id, elector } })),
  castBallot: own(({ id, elector }) => ({ params: { vote: id, elector }, body: { answers: agree } })),
  listOwnObjections: own(() => ({})), objectAsOwner: own(({ id }) => ({ body: { vote: id, about: 'delivery', words: planted.words } })),
  readBallotReceipt: async (s) => {
    const one = await voter(s)
    const cast = await s.must('nobody', `/api/v1/own-ballots/${one.id}/${one.elector}`, { answers: agree }, one.cookie)
    return { as: 'nobody', params: { commitment: cast.json<{ commitment: string }>().commitment } }
  },
}
