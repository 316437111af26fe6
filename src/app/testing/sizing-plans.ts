/** The operations of sizing, by the street's director, who is not on the first page. */
import { personId } from '../../../demo/posts.ts'
import type { Stories } from './stories.ts'
import { cookieFrom, type Who } from './world.ts'

type Plan = { readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly body?: { readonly [name: string]: unknown }; readonly cookie?: string }
type Planner = (stories: Stories) => Promise<Plan>
type Read = { readonly proposals: readonly { readonly grid: string; readonly parts: readonly { readonly buildings: readonly string[] }[] }[]
  readonly splits: readonly { readonly id: string; readonly undoneOn: string | null }[] }

const at = (s: Stories, code: string): string => s.world.demo.places.find((one) => one.code === code)?.id ?? ''
const director = async (s: Stories): Promise<string> => cookieFrom(await s.must('nobody', '/api/v1/demo/session', { person: personId('庄静仪') }))
const sizing = async (s: Stories, cookie: string): Promise<Read> =>
  (await s.must('nobody', `/api/v1/communities/${at(s, '990106003001')}/sizing`, undefined, cookie)).json<Read>()

/** The proposal for 锦澜府, after taking back what stands. */
async function proposed(s: Stories, cookie: string): Promise<{ readonly grid: string; readonly parts: readonly (readonly string[])[] }> {
  for (const { id } of (await sizing(s, cookie)).splits.filter(({ undoneOn }) => undoneOn === null)) {
    await s.must('nobody', `/api/v1/sizing/splits/${id}/undo`, {}, cookie)
  }
  const [first] = (await sizing(s, cookie)).proposals
  return { grid: first?.grid ?? '', parts: first?.parts.map(({ buildings }) => buildings) ?? [] }
}

/** 老官塘院 as it began: its caretaker, and nobody named. */
async function unnamed(s: Stories): Promise<string> {
  const [owner, compound] = [s.world.database.pool('linli_owner'), at(s, '990106003001K3')]
  await owner.query('update manager_step set org = null, named_on = null where compound = $1', [compound])
  await owner.query('delete from org_place where place = $1 and org = $2', [compound, s.org('firm-huilin')])
  return compound
}

/** Each with a grid that is above the norm. */
export const sizingPlans: { readonly [operation: string]: Planner } = {
  readSizing: async (s) => ({ as: 'secretary', params: { id: at(s, '990106003001') } }),
  enterNorm: async (s) => ({ as: 'nobody', cookie: await director(s),
    body: { street: at(s, '990106003'), kind: 'captain', least: null, most: 120, validFrom: '2026-12-01', source: '演示：划分办法第九条' } }),
  divideGrid: async (s) => { const cookie = await director(s); return { as: 'nobody', cookie, body: await proposed(s, cookie) } },
  listPlans: () => Promise.resolve({ as: 'secretary' }), readPlan: (s) => Promise.resolve({ as: 'secretary', params: { compound: at(s, '990106003001K2') } }),
  drawPlan: (s) => Promise.resolve({ as: 'secretary', params: { compound: at(s, '990106003001K2') },
    body: { spots: [{ building: at(s, '990106003001K2-01'), x: 900, y: 900 }] } }),
  exportPlaces: () => Promise.resolve({ as: 'secretary' }),
  importPlaces: () => Promise.resolve({ as: 'secretary', body: { commit: true,
    file: Buffer.from('编码,名称,类型\r\n990106003001K9,新城院,商品房\r\n').toString('base64') } }),
  listHandOvers: (s) => Promise.resolve({ as: 'secretary', params: { id: s.place('梧桐苑3号楼') } }),
  listCompounds: async (s) => ({ as: 'secretary', params: { id: at(s, '990106003001') } }),
  planManager: async (s) => ({ as: 'secretary', params: { id: await unnamed(s) }, body: { steps: [{ step: 'own', until: '2026-12-31' }] } }),
  nameManager: async (s) => {
    const cookie = await director(s)
    return { as: 'nobody', cookie, params: { id: await unnamed(s) }, body: { step: 'shared', org: s.org('firm-huilin'), from: '2026-11-20' } }
  },
  rejoinGrid: async (s) => {
    const cookie = await director(s)
    const made = await s.must('nobody', '/api/v1/sizing/splits', await proposed(s, cookie), cookie)
    return { as: 'nobody', cookie, params: { id: made.json<{ id: string }>().id } }
  },
}
