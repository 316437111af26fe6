/** The operations of the law kept, each about somebody who was just entered in a home of 梧桐苑3号楼, and those of the branch by its secretary. */
import { personId } from '../../../demo/posts.ts'
import type { Stories } from './stories.ts'
import { planted } from './stories.ts'
import { cookieFrom, type Who } from './world.ts'

type Plan = { readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly body?: { readonly [name: string]: unknown }
  readonly cookie?: string }
type Planner = (stories: Stories) => Promise<Plan>

const home = (s: Stories): string => s.place('梧桐苑3号楼1201室')
const community = (s: Stories): string => s.world.demo.places.find((one) => one.code === '990106003001')?.id ?? ''
const paper = '凭签字的同意书记，做事要用才看，不要了就删。'
const assessment = (s: Stories): object => ({ community: community(s), kinds: ['disability', 'low_income', 'care_need', 'under_14'], purpose: paper, need: paper,
  effect: paper, measures: paper, months: 12 })
const signed = { kind: 'disability', givenBy: 'self', how: 'paper' }
const care = { kind: 'weekly_visit', until: '2027-02-01', hint: '敲门重一点', askedBy: 'self', how: 'door' }

async function tie(s: Stories): Promise<string> {
  const body = { ties: ['lives'], values: { name: planted.name, phone: planted.phone } }
  return (await s.must('worker', `/api/v1/roster/homes/${home(s)}/people`, body)).json<{ tie: string }>().tie
}
const assessed = async (s: Stories): Promise<string> =>
  (await s.must('worker', '/api/v1/roster/assessments', assessment(s))).json<{ assessment: string }>().assessment
async function consented(s: Stories): Promise<{ readonly tie: string; readonly consent: string }> {
  const of = await tie(s)
  return { tie: of, consent: (await s.must('worker', `/api/v1/roster/ties/${of}/consents`, signed)).json<{ consent: string }>().consent }
}
const arranged = async (s: Stories): Promise<string> =>
  (await s.must('worker', `/api/v1/roster/ties/${await tie(s)}/care`, care)).json<{ care: string }>().care
const secretary = async (s: Stories): Promise<string> =>
  cookieFrom(await s.must('nobody', '/api/v1/demo/session', { person: personId('邓友福') }))
const member = (s: Stories): Plan['body'] => ({ home: s.world.demo.places.find((one) => one.kind === 'room' && one.compound === s.place('和顺家园'))?.id ?? '',
  name: planted.name, phone: planted.phone, checkedIn: true, since: '2026-06-01', signed: true })
const kept = async (s: Stories, cookie: string): Promise<string> =>
  (await s.must('nobody', '/api/v1/branch/members', member(s), cookie)).json<{ member: string }>().member
const branch = (more: (s: Stories, cookie: string) => Promise<Omit<Plan, 'as' | 'cookie'>> = async () => ({})): Planner => async (s) => {
  const cookie = await secretary(s)
  return { as: 'nobody', cookie, ...await more(s, cookie) }
}

/** Somebody with their own file open. */
async function opened(s: Stories): Promise<{ readonly tie: string; readonly cookie: string }> {
  const phone = s.phone()
  const made = await s.must('worker', `/api/v1/roster/homes/${home(s)}/people`, { ties: ['lives'], values: { name: planted.name, phone } })
  await s.must('nobody', '/api/v1/own-file/code', { phone })
  const body = { phone, code: await s.code(), last: [...planted.name].at(-1) ?? '' }
  return { tie: made.json<{ tie: string }>().tie, cookie: cookieFrom(await s.must('nobody', '/api/v1/own-file/open', body)) }
}
const own = (more: (s: Stories, tie: string, cookie: string) => Promise<Omit<Plan, 'as' | 'cookie'>> = async () => ({})): Planner => async (s) => {
  const { tie: mine, cookie } = await opened(s)
  return { as: 'nobody', cookie, ...await more(s, mine, cookie) }
}
const asking = (mine: string): { readonly [name: string]: unknown } => ({ tie: mine, kind: 'knock_in_storm', until: '2027-02-01', hint: planted.words })
type Agreements = { readonly consents: readonly { readonly id: string }[] }

/** Each with what it needs. */
export const lawPlans: { readonly [operation: string]: Planner } = {
  readPrivacyRegister: async () => ({ as: 'nobody' }),
  readRosterLaw: async () => ({ as: 'worker' }),
  assessImpact: async (s) => ({ as: 'worker', body: { ...assessment(s) } }),
  endAssessment: async (s) => ({ as: 'worker', params: { id: await assessed(s) } }),
  readHomeConsents: async (s) => ({ as: 'worker', params: { id: home(s) } }),
  writeConsent: async (s) => ({ as: 'worker', params: { id: await tie(s) }, body: { ...signed, guardianIs: null } }),
  withdrawConsent: async (s) => ({ as: 'worker', params: { id: (await consented(s)).consent }, body: { how: 'paper' } }),
  keepSensitive: async (s) => {
    await assessed(s)
    return { as: 'worker', params: { id: (await consented(s)).tie }, body: { kind: 'disability', value: planted.words } }
  },
  revealSensitive: async (s) => {
    await assessed(s)
    const of = await consented(s)
    const made = await s.must('worker', `/api/v1/roster/ties/${of.tie}/sensitive`, { kind: 'disability', value: planted.words })
    return { as: 'worker', params: { id: made.json<{ value: string }>().value }, body: { purpose: 'care' } }
  },
  listCare: async () => ({ as: 'captain' }),
  arrangeCare: async (s) => ({ as: 'worker', params: { id: await tie(s) }, body: { ...care, familyIs: null } }),
  openCare: async (s) => {
    const id = await arranged(s)
    await s.world.database.pool('linli_owner').query('delete from care_open') // asked for many times on one day
    return { as: 'captain', params: { id }, body: { purpose: 'care' } }
  },
  endCare: async (s) => ({ as: 'captain', params: { id: await arranged(s) }, body: { how: 'door' } }),
  listBranchMembers: branch(),
  keepBranchMember: branch(async (s) => ({ body: { ...member(s) } })),
  endBranchMember: branch(async (s, cookie) => ({ params: { id: await kept(s, cookie) }, body: { why: 'asked' } })),
  revealBranchMember: branch(async (s, cookie) => ({ params: { id: await kept(s, cookie) }, body: { field: 'phone', purpose: 'call_back' } })),
  readOwnAgreements: own(), askForCare: own(async (_, mine) => ({ body: asking(mine) })),
  withdrawOwnConsent: own(async (s, mine, cookie) => {
    await s.must('nobody', '/api/v1/own-file/care', asking(mine), cookie)
    return { params: { id: (await s.must('nobody', '/api/v1/own-file/agreements', undefined, cookie)).json<Agreements>().consents[0]?.id ?? '' } }
  }),
  tellBranch: own(async (_, mine) => ({ body: { tie: mine, checkedIn: true } })),
  leaveBranch: own(async (s, mine, cookie) => ({
    params: { id: (await s.must('nobody', '/api/v1/own-file/branch', { tie: mine, checkedIn: false }, cookie)).json<{ member: string }>().member },
  })),
}
