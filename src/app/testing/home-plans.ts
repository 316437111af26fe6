/** The operations on households, each on a home of 梧桐苑3号楼 in which somebody was just entered. */
import type { Stories } from './stories.ts'
import { planted } from './stories.ts'
import type { Who } from './world.ts'

type Plan = { readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly query?: { readonly [name: string]: string }
  readonly body?: { readonly [name: string]: unknown } }
type Planner = (stories: Stories) => Promise<Plan>
type Read = { readonly version: number; readonly people: readonly { readonly values: readonly { readonly id: string; readonly tie: string
  readonly field: string; readonly state: string }[] }[] }

const home = (s: Stories): string => s.place('梧桐苑3号楼1201室')
const somebody = { ties: ['lives'], values: { name: planted.name, phone: planted.phone, sex: 'female' } }
const read = async (s: Stories): Promise<Read> => (await s.must('worker', `/api/v1/roster/homes/${home(s)}`)).json<Read>()
const added = async (s: Stories): Promise<string> =>
  (await s.must('worker', `/api/v1/roster/homes/${home(s)}/people`, somebody)).json<{ tie: string }>().tie
/** The telephone of somebody who was just entered. */
async function phone(s: Stories): Promise<string> {
  const tie = await added(s)
  return (await read(s)).people.flatMap(({ values }) => values).find((value) => value.tie === tie && value.field === 'phone')?.id ?? ''
}

/** Each with what it needs. */
export const homePlans: { readonly [operation: string]: Planner } = {
  readHome: async (s) => ({ as: 'worker', params: { home: home(s) } }),
  findInRoster: async () => ({ as: 'worker', body: { q: '1201' } }),
  listHomes: async (s) => ({ as: 'worker', params: { kind: 'unknown' }, query: { place: s.place('梧桐苑'), after: '', limit: '5' } }),
  readCoverage: async () => ({ as: 'worker' }),
  keepHome: async (s) => ({ as: 'captain', params: { home: home(s) },
    body: { version: (await read(s)).version, state: 'lived_in', children: 1, confirm: 'door' } }),
  addDweller: async (s) => ({ as: 'worker', params: { home: home(s) }, body: somebody }),
  correctValue: async (s) => ({ as: 'captain', params: { tie: await added(s) }, body: { field: 'phone', value: '19900001111' } }),
  takeBackValue: async (s) => {
    const tie = await added(s)
    const made = await s.must('worker', `/api/v1/roster/ties/${tie}/values`, { field: 'phone', value: '19900002222' })
    return { as: 'worker', params: { value: made.json<{ value: string }>().value } }
  },
  endTies: async (s) => ({ as: 'captain', body: { ties: [await added(s)], why: 'moved' } }),
  reopenTies: async (s) => {
    const tie = await added(s)
    await s.must('worker', '/api/v1/roster/ties/end', { ties: [tie], why: 'wrong' })
    return { as: 'worker', body: { ties: [tie] } }
  },
  revealRosterValue: async (s) => ({ as: 'captain', params: { value: await phone(s) }, body: { purpose: 'reach_in_emergency' } }),
  copyAtDesk: async (s) => ({ as: 'worker', params: { tie: await added(s) }, body: { taker: 'self' } }),
  exportHomes: async (s) => ({ as: 'worker', params: { kind: 'known' }, body: { place: s.place('梧桐苑'), purpose: 'know_homes', clear: false } }),
}
