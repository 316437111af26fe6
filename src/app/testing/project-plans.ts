/** The operations of micro-projects and of voting on them, each on a round that was brought where it has to be. */
import type { Plan, Planner } from './plan.ts'
import { planted, type Stories } from './stories.ts'

type Laid = { readonly round: string; readonly project: string; readonly receipt: string }
const owner = (s: Stories) => s.world.database.pool('linli_owner')
const community = (s: Stories): string => s.world.demo.places.find(({ code }) => code === '990106003001')?.id ?? ''
const round = { title: '微实事一轮', budget: 24_000_000, proposeUntil: '2026-11-27', rules: { rule: 'equal-shares', completion: 'add1u', caps: {},
  reviewers: 2 } }
const proposal = { kind: 'goods', words: planted.words, proposer: 'group', group: planted.name, asked: 1_200_000 }
const good = { eligible: true, ground: null, cost: 1_000_000, reason: planted.words, tied: false }
const two = [{ n: 1, choose: ['c1', 'c2'] }]

/** A round that takes proposals, with one. */
async function called(s: Stories): Promise<Laid> {
  const { id } = (await s.must('worker', '/api/v1/rounds', { ...round, community: community(s) })).json<{ id: string }>()
  const made = await s.must('nobody', `/api/v1/public/rounds/${id}/projects`, { ...proposal, place: community(s), phone: s.phone() })
  const { id: project, receipt } = made.json<{ id: string; receipt: string }>()
  return { round: id, project, receipt }
}
/** The same with its project put where a test begins, past the walls. */
const at = (state: string, more = ''): (s: Stories) => Promise<Laid> => async (s) => {
  const laid = await called(s)
  await owner(s).query(`update micro_project set state = $2, title = '楼道歇脚凳', cost = 1000000${more} where id = $1`, [laid.project, state])
  return laid
}
const running = async (s: Stories): Promise<Laid> => {
  const laid = await at('funded')(s)
  await s.must('worker', `/api/v1/projects/${laid.project}/begin`, { supplier: planted.name, declared: true,
    milestones: [{ title: '到货', due: '2026-12-20' }] })
  return laid
}
const reached = async (s: Stories): Promise<Laid> => {
  const laid = await running(s)
  await s.must('worker', `/api/v1/projects/${laid.project}/milestone`, { n: 1, on: '2026-11-20', note: '', photo: null })
  return laid
}
const asked = async (s: Stories): Promise<Laid> => {
  const laid = await at('delivered')(s)
  for (let n = 0; n < 3; n++) await s.must('nobody', `/api/v1/public/projects/${laid.project}/answers`, { answer: 'works', words: '',
    slip: s.phone() })
  return laid
}
const reviewed = async (s: Stories): Promise<Laid> => {
  const laid = await called(s)
  for (const as of ['worker', 'secretary'] as const) await s.must(as, `/api/v1/projects/${laid.project}/review`, good)
  return laid
}
/** Two projects accepted and the call over. */
const slated = async (s: Stories): Promise<Laid> => {
  const laid = await at('accepted')(s)
  const { id } = (await s.must('nobody', `/api/v1/public/rounds/${laid.round}/projects`, { ...proposal, place: community(s) })).json<{ id: string }>()
  await owner(s).query("update micro_project set state = 'accepted', title = '暖蜂歇脚点', cost = 900000 where id = $1", [id])
  await owner(s).query("update budget_round set state = 'review' where id = $1", [laid.round])
  return laid
}
const days = { opensOn: '2026-12-05', closesOn: '2026-12-15' }
async function posted(s: Stories, state: 'frozen' | 'open'): Promise<string> {
  const laid = await slated(s)
  await s.must('worker', `/api/v1/rounds/${laid.round}/slate`, days)
  const { rows: [row] } = await owner(s).query('select vote as id from budget_round where id = $1', [laid.round])
  const { id } = row as { id: string } // the column named in the query
  if (state === 'open') await owner(s).query("update vote set state = 'open', opens_at = '2026-11-12' where id = $1", [id])
  return id
}

const onProject = (laid: (s: Stories) => Promise<Laid>, body: Plan['body'] = {}): Planner => async (s) => ({ as: 'worker',
  params: { id: (await laid(s)).project }, body: body ?? {} })
const onRound = (laid: (s: Stories) => Promise<Laid>, body?: Plan['body']): Planner => async (s) => ({ as: 'worker',
  params: { id: (await laid(s)).round }, ...(body ? { body } : {}) })

export const projectPlans: { readonly [operation: string]: Planner } = {
  listRounds: async (s) => { await called(s); return { as: 'nobody', query: { community: community(s) } } }, readRound: onRound(at('accepted')),
    readStaffRound: onRound(reviewed),
  followProject: async (s) => ({ as: 'nobody', params: { receipt: (await called(s)).receipt } }),
  startRound: async (s) => ({ as: 'worker', body: { ...round, community: community(s) } }),
  proposeProject: async (s) => ({ as: 'nobody', params: { id: (await called(s)).round }, body: { ...proposal, place: community(s),
    phone: s.phone() } }),
  closeCall: onRound(async (s) => {
    const laid = await called(s)
    await owner(s).query("update budget_round set propose_until = '2026-11-10' where id = $1", [laid.round])
    return laid
  }, {}),
  reviewProject: onProject(called, good), decideProject: onProject(reviewed, { accept: true, cost: 1_000_000, title: '楼道歇脚凳', summary: '折叠凳，不占宽度' }),
  postSlate: onRound(slated, days), beginProject: onProject(at('funded'), { supplier: planted.name, declared: true,
    milestones: [{ title: '到货', due: '2026-12-20' }] }),
  reachMilestone: onProject(running, { n: 1, on: '2026-11-20', note: planted.words, photo: null }), deliverProject: onProject(reached),
  answerProject: async (s) => ({ as: 'nobody', params: { id: (await at('delivered')(s)).project }, body: { answer: 'partly', words: planted.words,
    slip: s.phone() } }),
  closeAcceptance: onProject(asked), publishProject: onProject(at('accepted_by_residents'), { finalCost: 980_000 }),
  askBudgetCode: async (s) => ({ as: 'nobody', params: { id: await posted(s, 'open') }, body: { phone: s.phone() } }),
  castBudgetBallot: async (s) => {
    const [id, phone] = [await posted(s, 'open'), s.phone()]
    await s.must('nobody', `/api/v1/public/votes/${id}/code`, { phone })
    const { code } = (await s.must('nobody', '/api/v1/demo/code')).json<{ code: string }>()
    s.secrets.push(phone)
    return { as: 'nobody', params: { id }, body: { phone, code, answers: two } }
  },
  issueSlips: async (s) => ({ as: 'worker', params: { id: await posted(s, 'frozen') }, body: { building: s.place('梧桐苑3号楼'), count: 3 } }),
  listSlips: async (s) => ({ as: 'worker', params: { id: await posted(s, 'frozen') } }),
  replaceSlip: async (s) => {
    const id = await posted(s, 'frozen')
    await s.must('worker', `/api/v1/votes/${id}/slips`, { building: s.place('梧桐苑3号楼'), count: 1 })
    const { rows: [slip] } = await owner(s).query('select code from elector where vote = $1', [id])
    return { as: 'worker', params: { id }, body: { code: String(slip?.code) } }
  },
}
