/** The operations of one's own file, each by somebody who was just entered in a home of 梧桐苑3号楼, and the answers of the community. */
import type { Stories } from './stories.ts'
import { planted } from './stories.ts'
import { cookieFrom, type Who } from './world.ts'

type Plan = { readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly body?: { readonly [name: string]: unknown }
  readonly cookie?: string }
type Planner = (stories: Stories) => Promise<Plan>
type Own = { readonly tie: string; readonly cookie: string }

const last = [...planted.name].at(-1) ?? ''
async function entered(s: Stories): Promise<{ readonly tie: string; readonly phone: string }> {
  const [phone, home] = [s.phone(), s.place('梧桐苑3号楼1201室')]
  const made = await s.must('worker', `/api/v1/roster/homes/${home}/people`, { ties: ['lives'], values: { name: planted.name, phone } })
  return { tie: made.json<{ tie: string }>().tie, phone }
}
async function opening(s: Stories): Promise<{ readonly tie: string; readonly body: { readonly [name: string]: unknown } }> {
  const { tie, phone } = await entered(s)
  await s.must('nobody', '/api/v1/own-file/code', { phone })
  return { tie, body: { phone, code: await s.code(), last } }
}
async function opened(s: Stories): Promise<Own> {
  const { tie, body } = await opening(s)
  return { tie, cookie: cookieFrom(await s.must('nobody', '/api/v1/own-file/open', body)) }
}
const asked = async (s: Stories, { tie, cookie }: Own): Promise<string> => (await s.must('nobody', '/api/v1/own-file/requests',
  { tie, kind: 'correct', field: 'name', wanted: planted.name, words: planted.words }, cookie)).json<{ id: string }>().id
const own = (more: (s: Stories, own: Own) => Promise<Omit<Plan, 'as' | 'cookie'>> = async () => ({})): Planner => async (s) => {
  const mine = await opened(s)
  return { as: 'nobody', cookie: mine.cookie, ...await more(s, mine) }
}

/** Each with what it needs. */
export const ownFilePlans: { readonly [operation: string]: Planner } = {
  readRosterDoors: async (s) => ({ as: 'captain', params: { building: s.place('梧桐苑3号楼') } }),
  sayAtDoor: async (s) => {
    const home = s.place('梧桐苑3号楼1202室')
    const { homes } = (await s.must('captain', `/api/v1/roster/door/${s.place('梧桐苑3号楼')}`)).json<{ homes: { home: string; version: number }[] }>()
    return { as: 'captain', params: { home }, body: { version: homes.find((one) => one.home === home)?.version ?? 0,
      toldAt: '2026-11-20T02:00:00.000Z',
      said: { move: 'came', name: planted.name, phone: planted.phone, rents: false } } }
  },
  askOwnFile: async (s) => ({ as: 'nobody', body: { phone: (await entered(s)).phone } }),
  openOwnFile: async (s) => ({ as: 'nobody', body: (await opening(s)).body }),
  closeOwnFile: own(), readOwnFile: own(), showOwnFile: own(), copyOwnFile: own(),
  askOfOwnFile: own(async (_, { tie }) => ({ body: { tie, kind: 'correct', field: 'phone', wanted: '19900007777', words: planted.words } })),
  withdrawOfOwnFile: own(async (s, mine) => ({ params: { id: await asked(s, mine) } })),
  listDataRequests: async () => ({ as: 'worker' }),
  readDataRequest: async (s) => ({ as: 'worker', params: { id: await asked(s, await opened(s)) } }),
  answerDataRequest: async (s) => ({ as: 'worker', params: { id: await asked(s, await opened(s)) },
    body: { version: 0, outcome: 'refused', reason: 'right_already', words: planted.words } }),
}
