/** The operations of elections, by the chair of 梧桐苑's owners' committee, each in an election of its own with an owner who was just taken in. */
import { personId } from '../../../demo/posts.ts'
import { kept, type Kept } from './register-plans.ts'
import { planted, type Stories } from './stories.ts'
import { cookieFrom, type Who } from './world.ts'

type Plan = { readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly query?: { readonly [name: string]: string }
  readonly body?: { readonly [name: string]: unknown }; readonly cookie?: string }
type Planner = (stories: Stories) => Promise<Plan>

type Begun = Kept & { readonly id: string; readonly vote: string }
const opening = { seats: 3, reserves: 1, years: 5, begins: '2026-12-01', title: '选举业主委员会', words: planted.words, channels: ['paper'] }
const owner = (s: Stories) => s.world.database.pool('linli_owner')

async function begun(s: Stories): Promise<Begun> {
  const one = await kept(s)
  // one election is prepared at a time: those of requests before are over
  await owner(s).query("update governing_body set state = 'ended' where place = $1", [one.compound])
  const reply = await s.must('nobody', '/api/v1/bodies', { ...opening, place: one.compound }, one.cookie)
  return { ...one, ...reply.json<{ id: string; vote: string }>() }
}
const declared = { party: null, posts: planted.words, overlap: false, firmTie: false, firmWords: '', known: { fees_unpaid: true } }
const nomination = (one: Begun) => ({ owner: one.owner, by: 'self', officer: null, promised: true, reason: '', declared })
async function standing(s: Stories): Promise<Begun & { readonly candidate: string }> {
  const one = await begun(s)
  return { ...one, ...(await s.must('nobody', `/api/v1/bodies/${one.id}/nominate`, nomination(one), one.cookie)).json<{ candidate: string }>() }
}
/** A term in office with a chair and a reserve, and a list that it hands over. */
async function seated(s: Stories): Promise<Begun & { readonly person: string }> {
  const one = await standing(s)
  const { rows: [row] } = await owner(s).query("update candidate set state = 'elected' where id = $1 returning person", [one.candidate])
  await owner(s).query("insert into body_member (district, body, person, candidate, role, since) values ('990106', $1, $2, $3, 'member', '2026-11-01')",
    [one.id, row?.person, one.candidate])
  await owner(s).query("insert into hand_over_item (district, body, n, title, due) values ('990106', $1, 1, '印章', '2026-12-01')", [one.id])
  return { ...one, person: String(row?.person) }
}
async function posted(s: Stories): Promise<Begun & { readonly candidate: string }> {
  const one = await standing(s)
  await owner(s).query(`insert into candidate_review (district, vote, candidate, role, outcome, at)
    select '990106', $1, $2, role, 'no_opinion', '2026-11-20'
    from unnest(array['branch', 'street', 'expert']) as role`, [one.vote, one.candidate])
  await s.must('nobody', `/api/v1/bodies/${one.id}/post`, {}, one.cookie)
  await owner(s).query("update vote set state = 'noticed' where id = $1", [one.vote])
  return one
}
const on = <One extends Begun>(of: (s: Stories) => Promise<One>,
  body?: (one: One, s: Stories) => NonNullable<Plan['body']>): Planner => async (s) => {
  const one = await of(s)
  return { as: 'nobody', cookie: one.cookie, params: { id: one.id }, ...(body ? { body: body(one, s) } : {}) }
}

export const electionPlans: { readonly [operation: string]: Planner } = {
  listBodies: async (s) => ({ as: 'nobody', cookie: (await begun(s)).cookie }), readBody: on(posted),
  listNominable: async (s) => { const { cookie, id } = await begun(s); return { as: 'nobody', cookie, params: { id }, query: { label: '车位9' } } },
  listElectionOfficers: on(begun),
  startElection: async (s) => {
    const { cookie, compound } = await begun(s)
    await owner(s).query("update governing_body set state = 'ended' where place = $1", [compound])
    return { as: 'nobody', cookie, body: { ...opening, kind: 'owners_committee', place: compound, startedBy: 'committee', secret: true } }
  },
  startResidentsElection: async (s) => {
    await owner(s).query("update governing_body set state = 'ended' where kind = 'residents_committee'")
    return { as: 'secretary', body: { place: s.place('梧桐里社区'), seats: 7, begins: '2027-01-01', years: 5, online: false } }
  },
  body_nominate: on(begun, nomination), body_withdraw: on(standing, ({ candidate }) => ({ candidate, reason: planted.words })),
  body_review: on(standing, ({ candidate }) => ({ candidate, outcome: 'meets_conditions', reason: planted.words })),
  showDeclared: on(standing, ({ candidate }) => ({ candidate })),
  body_refuse: async (s) => {
    const one = await standing(s)
    await owner(s).query("update owner set until = '2026-11-10' where id = $1", [one.owner])
    return { as: 'nobody', cookie: one.cookie, params: { id: one.id },
      body: { candidate: one.candidate, ground: 'not_an_owner', reason: planted.words } }
  },
  body_post: async (s) => {
    const one = await standing(s)
    await owner(s).query("update candidate set at = '2026-10-01' where id = $1", [one.candidate])
    return { as: 'nobody', cookie: one.cookie, params: { id: one.id }, body: {} }
  },
  body_seat: async (s) => {
    const one = await posted(s)
    await owner(s).query(`update vote set state = 'published', result = '{"shown": {"questions": []}, "file": {"line":
      {"outcome": "elected", "elected": ["c1"], "reserves": [],
      "votes": {"c1": {"area": 1250, "heads": 1}}}}}' where id = $1`, [one.vote])
    return { as: 'nobody', cookie: one.cookie, params: { id: one.id }, body: {} }
  },
  body_officers: on(seated, ({ person }) => ({ chair: person, deputies: [] })),
  body_end_member: on(seated, ({ person }) => ({ person, by: 'resigned', day: '2026-11-19', held: 0, missed: 0 })),
  body_hand_over: async (s) => {
    const one = await seated(s)
    await owner(s).query("update governing_body set state = 'handing_over' where id = $1", [one.id])
    return { as: 'nobody', cookie: one.cookie, params: { id: one.id }, body: { n: 1, handed: true, note: planted.words } }
  },
  body_day: on(begun, () => ({ step: 'asked', what: 'done', day: '2026-11-02' })),
  body_target: async (s) => {
    const cookie = cookieFrom(await s.must('nobody', '/api/v1/demo/session', { person: personId('闻素兰') }))
    return { as: 'nobody', cookie, params: { id: (await begun(s)).id }, body: { on: true } }
  },
  readPublicSlate: async (s) => ({ as: 'nobody', params: { id: (await posted(s)).vote } }),
}
