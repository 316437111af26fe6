/** For each operation of openapi.json: somebody who may do it, to something that is in the state for it, with a body that is right. */
import { personId } from '../../../demo/posts.ts'
import { disputes } from './dispute-plans.ts'
import { electionPlans } from './election-plans.ts'
import { homePlans } from './home-plans.ts'
import { importPlans } from './import-plans.ts'
import { lawPlans } from './law-plans.ts'
import { noticePlans } from './notice-plans.ts'
import { ownFilePlans } from './own-file-plans.ts'
import { councilPlans } from './deliberation-council-plans.ts'
import { pollPlans } from './deliberation-poll-plans.ts'
import { meetingPlans } from './deliberation-meeting-plans.ts'
import { speechPlans } from './deliberation-speech-plans.ts'
import { threadPlans } from './deliberation-thread-plans.ts'
import { projectPlans } from './project-plans.ts'
import { registerPlans } from './register-plans.ts'
import { sizingPlans } from './sizing-plans.ts'
import { votesPlans } from './votes-plans.ts'
import { planted, type Filed, type Stories } from './stories.ts'
import { cookieFrom, type Who } from './world.ts'
import type { Plan, Planner } from './plan.ts'

const on = (as: Who, filed: (s: Stories) => Promise<Filed>, body: (s: Stories, filed: Filed) => Plan['body'] = () => ({})): Planner => async (s) => {
  const matter = await filed(s)
  const made = body(s, matter)
  return { as, params: { id: matter.id }, matter: matter.id, ...(made ? { body: made } : {}) }
}
const followed = (filed: (s: Stories) => Promise<Filed>, body?: Plan['body']): Planner => async (s) => {
  const { cookie } = await filed(s)
  return { as: 'nobody', cookie, ...(body ? { body } : {}) }
}
const read = (as: Who, more: (s: Stories) => Omit<Plan, 'as'> = () => ({})): Planner => async (s) => ({ as, ...more(s) })
const file = (s: Stories): Promise<Filed> => s.file()
const note = { note: planted.words }

const matters: { readonly [operation: string]: Planner } = {
  fileMatter: async (s) =>
    ({ as: 'nobody', body: { place: s.place('梧桐苑3号楼'), words: `灯不亮，${planted.words}`, category: 'lighting', onBoard: true, channel: 'qr',
    phone: s.phone(), name: planted.name, photos: [] } }),
  listMatters: read('worker', () => ({ query: { tab: 'all', q: '纸箱', category: 'lighting', state: 'filed', after: '', limit: '5' } })),
  listSupervised: read('supervisor', () => ({ query: { after: '', limit: '5' } })),
  countMatters: read('worker'),
  readMatter: on('worker', file, () => undefined), explainClocks: on('worker', file, () => undefined), listParties: on('worker', file, () => undefined),
  matter_take: on('captain', file), matter_finish: on('captain', file, () => ({ ...note, outcome: 'unable', reason: 'season' })),
  matter_hand_over: on('captain', file, () => ({ ...note, to: 'community', reason: 'no_power' })),
  matter_assign: on('worker', file, (s) => ({ ...note, org: s.org('firm-runting'), finish: { amount: 3, unit: 'working_day' } })),
  matter_whistle: on('secretary', file, (s) => ({ situation: 'joint_enforcement', plan: 'fire_lane', difficulty: planted.words,
    lead: { org: s.org('st-enforce'), task: '查处' }, supports: [{ org: s.org('st-fire'), task: '配合' }] })),
  matter_tell: on('worker', file, () => ({ via: 'door' })),
  matter_contact: on('worker', file, () => ({ ...note, via: 'phone' })),
  matter_slip: on('worker', file, (s) => ({ ...note, org: s.org('ut-water'), urgent: false })),
  matter_slip_answer: on('worker', (s) => s.slipped(), (s) => ({ ...note, org: s.org('ut-water'), outsideNumber: 'W-1' })),
  matter_report_in: on('enforcement', (s) => s.whistled(), () => note), matter_log: on('enforcement', (s) => s.reported(), () => note),
  matter_verify: on('worker', (s) => s.finished(), () => ({ ...note, pass: true })),
  matter_verdict: on('secretary', (s) => s.answered(), () => ({ reached: true, solved: true, satisfied: 'yes', said: planted.words })),
  matter_note: on('worker', file, () => ({ ...note, seenBy: 'staff' })), matter_title: on('worker', file, () => ({ title: '楼道清理纸箱' })),
  matter_release_photo: async (s) => {
    const { id, photo } = await s.withPhoto()
    return { as: 'worker', params: { id }, matter: id, body: { photo, released: true } }
  },
  matter_object: on('enforcement', (s) => s.whistled(), () => ({ ...note, ground: 'other_owner' })),
  matter_rule: on('supervisor', (s) => s.objected(), (s) => ({ ruling: 'rejected', owner: s.org('st-enforce'), why: planted.words, basis: '条例第三条',
    precedent: false })),
  matter_suspend: on('worker', (s) => s.taken(), () => ({ ...note, path: 'warranty', reviewOn: '2026-12-20' })),
  matter_resume: on('worker', (s) => s.suspended(), () => note),
  matter_ask_extension: on('captain', (s) => s.taken(), () => ({ ...note, days: 3 })),
  matter_decide_extension: on('worker', (s) => s.asked(), () => ({ granted: true, note: planted.words })),
  startBulk: async (s) => ({ as: 'worker', body: { move: 'remind', input: {}, ids: [(await s.file()).id] } }),
  readOpenWork: read('secretary', (s) => ({ params: { id: s.captains()[0]?.post ?? '' } })),
  readBulk: async (s) => ({ as: 'worker', params: { id: await s.bulk() } }), stopBulk: async (s) => ({ as: 'worker', params: { id: await s.bulk() } }),
  resumeBulk: async (s) => ({ as: 'worker', params: { id: await s.stoppedBulk() } }),
  findSimilar: async (s) => ({ as: 'nobody', body: { place: s.place('梧桐苑3号楼'), words: `楼道堆物，${planted.words}`, category: 'corridor_clutter' } }),
  matter_join: async (s) => {
    const [{ number }, { id }] = [await s.file(), await s.file()]
    return { as: 'worker', params: { id }, matter: id, body: { to: number } }
  },
  matter_unjoin: on('worker', (s) => s.joined()), matter_split: on('worker', file, () => ({ words: planted.words, category: 'lighting' })),
  readJoined: on('worker', (s) => s.joined(), () => undefined), findSimilarTo: on('worker', file, () => undefined),
  listRulings: read('supervisor'), listReturnVisits: read('secretary'), listUnhappyTwice: read('supervisor'),
  matter_visit_tried: on('secretary', (s) => s.answered(), () => note), listSuspended: read('worker'), listPrecedents: on('worker', file, () => undefined),
  makeAnswerLink: on('secretary', (s) => s.whistled(), (s) => ({ org: s.org('st-enforce') })),
  matter_type_in: on('worker', (s) => s.whistled(), (s) => ({ ...note, org: s.org('st-enforce'), what: 'report_in' })),
  matter_number: on('enforcement', (s) => s.whistled(), (s) => ({ org: s.org('st-enforce'), number: 'C-1' })),
  matter_outside_update: on('enforcement', (s) => s.whistled(), (s) => ({ org: s.org('st-enforce'), updateId: `u-${s.phone()}`, at: '2026-11-20T03:00:00.000Z',
    text: planted.words, state: 'came' })),
  matter_rate: on('secretary', (s) => s.whistleAnswered(), (s) => ({ of: s.org('st-enforce'), answers: [2, 1, 2], said: planted.words })),
  matter_review: on('secretary', (s) => s.whistleAnswered(), (s) => ({ lacked: '没有夜间电话', changes: '给一个夜间电话', by: s.org('st-enforce'), until: '2026-12-10' })),
  readWhistle: on('secretary', (s) => s.whistleAnswered(), () => undefined), listWhistles: read('secretary', () => ({ query: { list: 'to_rate' } })),
  doneReview: async (s) => ({ as: 'secretary', params: { id: await s.reviewed() } }),
  listStuck: read('worker'), retryNotice: async (s) => ({ as: 'worker', params: { id: await s.stuck() } }),
  readWhistleList: read('nobody', (s) => ({ query: { street: s.world.demo.places.find((one) => one.code === '990106003')?.id ?? '' } })),
  amendWhistleList: async (s) => ({ as: 'supervisor', body: { code: 'gas_smell', validFrom: '2026-12-01', reason: planted.words, fromNumber: (await s.file()).number,
    item: { name: { zh: '电动车入户' }, situation: 'joint_enforcement', categories: ['ebike'], lead: 'fire', supports: [], does: { fire: { zh: '查处' } },
      done: { zh: '搬出来了' }, source: { law: '消防法' } } } }),
  openAnswerLink: async (s) => ({ as: 'nobody', body: await s.answerLink() }),
  answerByLink: async (s) => ({ as: 'nobody', body: { ...await s.answerLink(), what: 'report_in', note: planted.words } }),
  matter_remind: on('worker', file), matter_supervise: on('supervisor', file),
  readRates: read('supervisor', () => ({ query: { by: 'party', period: '2026-11' } })),
  listRateVisits: read('supervisor', () => ({ query: { period: '2026-11', by: 'category', key: 'fire_safety', set: 'not_solved', after: '', limit: '5' } })),
  listRateExclusions: read('supervisor', () => ({ query: { period: '2026-11', waiting: 'false' } })),
  askExclusion: on('secretary', (s) => s.judged(), () => ({ ...note, ground: 'judged_other' })),
  decideExclusion: on('supervisor', (s) => s.judged(true), () => ({ ...note, leaveOut: true })),
  revealReporter: on('worker', file, () => ({ field: 'phone', purpose: 'call_back' })),
}

const residents: { readonly [operation: string]: Planner } = {
  readFollowed: followed(file), explainFollowed: followed(file), readFollowedReceipt: followed(file), noteFollowed: followed(file, note),
  judgeFollowed: followed((s) => s.answered(), { reached: true, solved: true, satisfied: 'yes', said: planted.words }),
  readFollowedJoined: followed((s) => s.joined()), unjoinFollowed: followed((s) => s.joined(), {}),
  followOther: async (s) => {
    const { id, cookie } = await s.file()
    await s.move('worker', id, 'split', { words: planted.words, category: 'lighting' })
    const { split } = (await s.must('nobody', '/api/v1/followed/joined', undefined, cookie)).json<{ split: { id: string }[] }>()
    return { as: 'nobody', cookie, body: { id: split[0]?.id ?? '' } }
  },
  withdrawFollowed: followed(file, note), acceptFollowed: followed((s) => s.finishedWithPhoto(), {}), boardFollowed: followed(file, { shown: false }),
  openLink: async (s) => {
    const filed = await s.file()
    return { as: 'nobody', body: { token: decodeURIComponent(filed.cookie.split('=')[1] ?? '') } }
  },
  openReceipt: async (s) => {
    const { receipt, phone } = await s.file()
    return { as: 'nobody', body: { receipt, phone } }
  },
  confirmReceipt: async (s) => {
    const { receipt, phone } = await s.file()
    await s.must('nobody', '/api/v1/receipts/open', { receipt, phone })
    return { as: 'nobody', body: { receipt, phone, code: await s.code() } }
  },
  readBoard: read('nobody', (s) => ({ params: { compound: s.place('梧桐苑') } })),
  readDoor: read('nobody', (s) => ({ params: { door: s.world.demo.places.find((one) => one.doorCode)?.doorCode ?? '' } })),
  readReportPlace: read('nobody', (s) => ({ params: { id: s.place('梧桐苑3号楼') } })),
  sendPhoto: read('nobody'),
  readPhoto: async (s) => {
    const { photo } = await s.withPhoto()
    return { as: 'worker', params: { id: photo }, query: { size: 'small' } }
  },
  readBoardPhoto: async (s) => {
    const { id, photo } = await s.withPhoto()
    await s.move('worker', id, 'release-photo', { photo, released: true })
    return { as: 'nobody', params: { compound: s.place('梧桐苑'), id: photo }, query: { size: 'full' } }
  },
}

const community = (s: Stories): Plan['params'] => ({ id: s.world.demo.places.find((one) => one.code === '990106003001')?.id ?? '' })
let published = 2026
/** By the street's director, who keeps calendar and duty hours and is not on the first page. */
const keeping = (body: (s: Stories) => Plan['body']): Planner => async (s) => {
  const given = body(s)
  return { as: 'nobody', cookie: cookieFrom(await s.must('nobody', '/api/v1/demo/session', { person: personId('庄静仪') })), ...(given ? { body: given } : {}) }
}
const offices: { readonly [operation: string]: Planner } = {
  lookUpPlaces: read('nobody', (s) => ({ query: { q: '梧桐苑3号楼', within: s.place('梧桐苑'), limit: '5' } })),
  readPlace: read('worker', (s) => ({ params: { id: s.place('梧桐苑3号楼') } })),
  readChain: read('worker', (s) => ({ params: { id: s.place('梧桐苑3号楼') }, query: { on: '2026-10-01' } })),
  readCommunityChains: read('worker', (s) => ({ params: community(s) ?? {}, query: { on: '2026-10-01' } })),
  readParties: read('worker', (s) => ({ params: { id: s.place('梧桐苑3号楼') } })),
  readPosters: read('worker', (s) => ({ params: { id: s.place('梧桐苑3号楼') } })),
  handOverPost: async (s) => {
    const [first, ...others] = s.captains()
    const open = others.find(({ post }) => !handed.has(post)) ?? first
    handed.add(open?.post ?? '')
    return {
      as: 'secretary', params: { id: open?.post ?? '' },
      body: { person: first?.person ?? '', consentAt: '2026-11-19', publicName: true, publicPhone: false },
    }
  },
  readWorkingTime: read('worker'),
  enterCalendarDay: keeping(() => ({ day: '2026-12-24', work: false, name: '停工', source: '演示' })),
  publishCalendarYear: keeping(() => ({ year: ++published, source: '演示', days: [{ day: `${published}-01-01`, work: false, name: '元旦' }] })),
  setDutyHours: keeping((s) => ({ org: s.org('firm-runting'), name: '值班', week: Array.from({ length: 7 }, () => [[480, 1080]]),
    holidays: 'open', source: '演示', validFrom: '2026-12-01' })),
  pasteChat: read('worker', (s) => ({ body: { text: `张三 10:21\n3号楼路灯坏了${planted.words}\n`, within: s.place('梧桐苑') } })),
  listDrafts: read('worker'),
  fileDraft: async (s) => ({
    as: 'worker', params: { id: await s.draft() }, body: { place: s.place('梧桐苑3号楼'), category: 'lighting', words: planted.words, onBoard: true },
  }),
  dropDraft: async (s) => ({ as: 'worker', params: { id: await s.draft() } }),
  answerChat: read('worker', () => ({ body: { items: [{ category: 'lighting', place: '3号楼', number: '1120-ABCD' }] } })),
}
/** Visits at the door. */
const visits: { readonly [operation: string]: Planner } = {
  recordVisit: read('captain', (s) => ({ body: { place: s.place('梧桐苑3号楼'), purpose: 'care', met: 'met', inPerson: true, said: planted.words,
    toldAt: '2026-11-20T02:00:00.000Z' } })),
  readDoors: read('captain', (s) => ({ query: { building: s.place('梧桐苑3号楼') } })),
  listOwnVisits: read('captain', () => ({ query: { after: '', limit: '5' } })),
  listMonthVisits: read('worker', (s) => ({ query: { community: community(s)?.['id'] ?? '', month: '2026-11', from: '0', limit: '5' } })),
  readContact: read('worker'),
}
const handed = new Set<string>()

/** The account that signs in by name and password in these tests. */
export const named = { name: 'planted-worker', password: planted.password }
const people: { readonly [operation: string]: Planner } = {
  readSession: read('worker'), signOut: read('nobody'), signIn: read('nobody', () => ({ body: named })),
  signInByCard: async (s) => {
    const card = (await s.must('worker', '/api/v1/cards', { person: s.captains()[0]?.person ?? '' })).json<{ token: string; pin: string }>()
    s.secrets.push(card.token)
    return { as: 'nobody', body: { card: card.token, pin: card.pin } }
  },
  issueCard: read('worker', (s) => ({ body: { person: s.captains()[0]?.person ?? '' } })),
  listOwnActs: read('worker', () => ({ query: { limit: '5', after: '' } })),
  listen: read('nobody'),
  listDemoPeople: read('nobody'), readDemoProgress: read('nobody'), readDemoTour: read('nobody'), readDemoCode: read('nobody'),
  signInAsDemoPerson: read('nobody', (s) => ({ body: { person: s.captains()[0]?.person ?? '' } })),
  advanceDemoClock: read('nobody', () => ({ body: { minutes: 1 } })),
}

const reported = (handling: (id: string) => Omit<Plan, 'as' | 'params'>, taken = false): Planner => async (s) => {
  const { id } = await s.reportOnPower({ kind: 'other' }, taken)
  return { as: 'discipline', params: { id }, ...handling(id) }
}
const byCode = (body: object = {}): Planner => async (s) => ({ as: 'nobody', body: { code: (await s.reportOnPower()).code, ...body } })
const confidential: { readonly [operation: string]: Planner } = {
  listConfidentialCommunities: read('nobody'), readConfidentialLine: read('nobody', (s) => ({ params: { id: s.place('梧桐苑3号楼') } })),
  fileReport: async (s) => {
    const place = s.place('梧桐苑3号楼')
    return { as: 'nobody', body: { code: await s.confidentialCode(place), place, words: planted.words, concerned: { kind: 'official' } } }
  },
  readReport: byCode(), writeBack: byCode({ words: planted.words, retaliation: 'work' }), readReportProof: byCode({ n: 0 }),
  listReports: read('discipline'), readHandledReport: reported(() => ({})), takeReport: reported(() => ({})),
  answerReport: reported(() => ({ body: { words: planted.words } }), true), closeReport: reported(() => ({ body: { words: planted.words } }), true),
  handOverReport: reported(() => ({ body: { body: 'discipline', number: 'J-1', words: planted.words } }), true),
}

const joint = { title: '充电棚加装烟感', seat: 'firm', agreed: '2026-12-01' }
const shared = async (s: Stories): Promise<string> =>
  (await s.must('firm', '/api/v1/joint-items', { ...joint, compound: s.place('梧桐苑') })).json<{ id: string }>().id
/** The joint board of a compound. */
const boards: { readonly [operation: string]: Planner } = {
  listJointBoards: read('firm'), readJointBoard: read('supervisor', (s) => ({ params: { compound: s.place('梧桐苑') } })),
  putJointItem: read('firm', (s) => ({ body: { ...joint, compound: s.place('梧桐苑') } })),
  moveJointItem: async (s) => ({ as: 'secretary', params: { id: await shared(s) }, body: { version: 1, seat: 'community', agreed: '2026-12-08', reason: '等报价' } }),
  finishJointItem: async (s) => ({ as: 'firm', params: { id: await shared(s) }, body: { version: 1, result: '六处都装好了' } }),
  recordJointMeeting: async (s) => ({ as: 'secretary', body: { compound: s.place('梧桐苑'), on: '2026-11-19', present: [s.org('firm-runting'), s.org('com-001')],
    decisions: [{ item: await shared(s), said: '下周报价' }] } }),
}

/** Every operation has its plan; a test says so. */
export const plans: { readonly [operation: string]: Planner } = {
  ...matters, ...residents, ...offices, ...visits, ...noticePlans, ...people, ...confidential, ...disputes, ...boards, ...homePlans, ...importPlans, ...lawPlans, ...ownFilePlans, ...registerPlans, ...electionPlans,
  ...sizingPlans, ...projectPlans, ...votesPlans, ...speechPlans, ...councilPlans, ...meetingPlans, ...pollPlans, ...threadPlans,
}
