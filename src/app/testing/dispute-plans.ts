/** The operations of disputes, each on a dispute that was brought where it has to be, by those whose turn it was. */
import { demoSignIns } from '../../../demo/index.ts'
import { personId } from '../../../demo/posts.ts'
import { planted, type Stories } from './stories.ts'
import { cookieFrom, type Who } from './world.ts'

type Plan = {
  readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly query?: { readonly [name: string]: string }
  readonly body?: { readonly [name: string]: unknown }; readonly cookie?: string
}
type Planner = (stories: Stories) => Promise<Plan>

type Opened = { readonly id: string; readonly codes: { readonly a: string; readonly b: string } }
const day = '2026-12-01'
const clauses = [{ by: 'a', what: `修好阀门${planted.words}`, until: day, fen: null, basis: null }]
/** Another mediator of the committee, who is not on the first page. */
const second = async (s: Stories): Promise<string> => cookieFrom(await s.must('nobody', '/api/v1/demo/session', { person: personId('厉行远') }))
const chair = (): string => demoSignIns().find(({ key }) => key === 'mediator')?.person ?? ''
const body = (s: Stories) => ({
  place: s.place('梧桐苑3号楼'), kind: 'leaking', words: `漏水，${planted.words}`,
  sides: [{ persons: [{ name: planted.name, phone: s.phone(), address: '3号楼' }] }, { persons: [{ name: '乙某' }] }],
})

async function open(s: Stories): Promise<Opened> {
  const opened = (await s.must('worker', '/api/v1/disputes', body(s))).json<Opened>()
  s.secrets.push(opened.codes.a, opened.codes.b)
  return opened
}
const move = (s: Stories, id: string, path: string, given: object) => s.must('mediator', `/api/v1/disputes/${id}/${path}`, given)
async function accepted(s: Stories): Promise<Opened> {
  const opened = await open(s)
  for (const side of ['a', 'b']) await move(s, opened.id, 'consent', { side, yes: true })
  return opened
}
async function appointed(s: Stories): Promise<Opened> {
  const opened = await accepted(s)
  await move(s, opened.id, 'appoint', { person: chair() })
  return opened
}
async function planned(s: Stories): Promise<Opened & { readonly session: string }> {
  const opened = await appointed(s)
  const { now } = (await s.must('nobody', '/api/v1/demo/clock', { minutes: 1 })).json<{ now: string }>()
  await move(s, opened.id, 'plan', { at: new Date(Date.parse(now) + 60_000).toISOString(), spot: '调解室' })
  await s.must('nobody', '/api/v1/demo/clock', { minutes: 3 })
  const { sessions } = (await s.must('mediator', `/api/v1/disputes/${opened.id}`)).json<{ sessions: { id: string }[] }>()
  return { ...opened, session: sessions[0]?.id ?? '' }
}
async function held(s: Stories): Promise<Opened> {
  const opened = await planned(s)
  await move(s, opened.id, 'hold', { session: opened.session, present: ['a', 'b'], note: planted.words })
  return opened
}
async function drafted(s: Stories, more: object[] = []): Promise<Opened> {
  const opened = await held(s)
  await move(s, opened.id, 'draft', { facts: `经过${planted.words}`, clauses: [...clauses, ...more] })
  return opened
}
async function signed(s: Stories): Promise<Opened> {
  const opened = await drafted(s)
  for (const side of ['a', 'b']) await move(s, opened.id, 'sign', { side })
  return opened
}
const paid = [{ by: 'b', what: '收到后不再投诉', until: day, fen: 100, basis: 'damage' }]

const on = (brought: (s: Stories) => Promise<Opened>, given?: { readonly [name: string]: unknown }): Planner => async (s) => {
  const { id } = await brought(s)
  return { as: 'mediator', params: { id }, ...(given ? { body: given } : {}) }
}
const asSide = (brought: (s: Stories) => Promise<Opened>, given: (s: Stories, id: string) => Promise<object> | object): Planner => async (s) => {
  const { id, codes } = await brought(s)
  const cookie = cookieFrom(await s.must('nobody', '/api/v1/mediation/open', { code: codes.a }))
  return { as: 'nobody', cookie, body: { ...await given(s, id) } }
}

export const disputes: { readonly [operation: string]: Planner } = {
  listDisputes: async () => ({ as: 'mediator', query: { tab: 'open', after: '', limit: '5' } }), listSessions: async () => ({ as: 'mediator' }),
  countDisputes: async (s) => ({ as: 'secretary', query: { community: s.world.demo.places.find((one) => one.code === '990106003001')?.id ?? '' } }),
  openDispute: async (s) => ({ as: 'worker', body: body(s) }), readDispute: on(open), listMediators: on(accepted),
  dispute_consent: on(open, { side: 'a', yes: true, via: 'paper' }), dispute_slip: on(open, { side: 'a' }),
  dispute_appoint: async (s) => ({ as: 'mediator', params: { id: (await accepted(s)).id }, body: { person: chair() } }),
  dispute_object: on(appointed, { side: 'a', via: 'paper' }), dispute_decline: on(appointed, {}),
  dispute_plan: on(appointed, { at: '2026-11-30T02:00:00.000Z', spot: '调解室' }),
  dispute_hold: async (s) => {
    const { id, session } = await planned(s)
    return { as: 'mediator', params: { id }, body: { session, present: ['a'], note: planted.words } }
  },
  dispute_note: on(appointed, { note: planted.words }), dispute_draft: on(held, { facts: `经过${planted.words}`, clauses }),
  dispute_second: async (s) => ({ as: 'nobody', cookie: await second(s), params: { id: (await drafted(s, paid)).id }, body: {} }),
  dispute_sign: on(drafted, { side: 'a', via: 'paper' }), dispute_leave: on(appointed, { side: 'a', via: 'paper' }), dispute_fail: on(held, {}),
  dispute_stop: on(open, { reason: 'police' }), dispute_check: on(signed, { n: 1, kept: true, note: planted.words }),
  dispute_visit: on(signed, { note: planted.words }), revealSides: on(appointed, { purpose: 'identity_check' }),
  declareTies: async (s) => ({ as: 'nobody', cookie: await second(s), body: { home: s.place('梧桐苑7号楼'), places: [], orgs: [] } }),
  openMediation: async (s) => ({ as: 'nobody', body: { code: (await open(s)).codes.a } }),
  readMediation: async (s) => {
    const { cookie } = await asSide(open, () => ({}))(s)
    return { as: 'nobody', ...(cookie ? { cookie } : {}) }
  },
  consentMediation: asSide(open, () => ({ yes: true })), objectMediation: asSide(appointed, () => ({})),
    leaveMediation: asSide(appointed, () => ({})),
  signMediation: asSide(drafted, async (s, id) => 
    ({ drafted: (await s.must('mediator', `/api/v1/disputes/${id}`)).json<{ agreement: { draftedAt: string } }>().agreement.draftedAt })),
  judgeMediation: asSide(signed, () => ({ fair: 'yes', again: true })),
}
