/** The operations of the voting register, by the chair of 梧桐苑's owners' committee, each about a title of its own that was just taken in. */
import { personId } from '../../../demo/posts.ts'
import { planted, type Stories } from './stories.ts'
import { cookieFrom, type Who } from './world.ts'

type Plan = { readonly as: Who; readonly params?: { readonly [name: string]: string }; readonly query?: { readonly [name: string]: string }
  readonly body?: { readonly [name: string]: unknown }; readonly cookie?: string }
type Planner = (stories: Stories) => Promise<Plan>
export type Kept = { readonly cookie: string; readonly compound: string; readonly head: string; readonly title: string; readonly owner: string }
const chair = async (s: Stories): Promise<string> => cookieFrom(await s.must('nobody', '/api/v1/demo/session', { person: personId('傅明远') }))
const wty = (s: Stories): string => s.place('梧桐苑')
const table = (label: string, phone: string): string =>
  Buffer.from(`linli-demo-roster\n房号,面积,产权人,电话\n${label},12.50,${planted.name}、黄小树,${phone}、19900009998\n`).toString('base64')
let taken = 0

/** Those who were elected in a request before give their posts back: the chair of the demo signs in again for the next. */
async function backInOffice(s: Stories): Promise<void> {
  const db = s.world.database.pool('linli_owner')
  const org = s.org('own-wty')
  await db.query(`delete from tenure t using post p where p.district = t.district and p.id = t.post and p.org = $1 and t.from_date >= '2026-11-01'`, [org])
  await db.query(`update tenure t set to_date = null from post p where p.district = t.district and p.id = t.post and p.org = $1 and t.to_date >= '2026-11-01'`, [org])
  await db.query(`update post set valid_to = null where org = $1 and valid_to >= '2026-11-01'`, [org])
}

async function begun(s: Stories): Promise<{ readonly cookie: string; readonly compound: string }> {
  await backInOffice(s)
  const [cookie, compound] = [await chair(s), wty(s)]
  // who handed it over in a request before has it back
  const { rowCount } = await s.world.database.pool('linli_owner').query('update owner_register set keeper = $1 where compound = $2',
    [s.org('own-wty'), compound])
  if (rowCount === 0) await s.must('nobody', `/api/v1/registers/${compound}/start`, {}, cookie)
  return { cookie, compound }
}
export async function kept(s: Stories): Promise<Kept> {
  const { cookie, compound } = await begun(s)
  const label = `车位${90_000 + taken++}`
  await s.must('nobody', `/api/v1/registers/${compound}/import`, { file: table(label, s.phone()), commit: true }, cookie)
  const found = await s.must('nobody', `/api/v1/registers/${compound}/titles?q=${encodeURIComponent(label)}`, undefined, cookie)
  const [{ id: title, head } = { id: '', head: '' }] = found.json<{ items: { id: string; head: string }[] }>().items
  const file = (await s.must('nobody', `/api/v1/register-heads/${head}`, undefined, cookie)).json<{ owners: { id: string }[] }>()
  return { cookie, compound, head, title, owner: file.owners[1]?.id ?? '' }
}
const on = (of: (one: Kept, s: Stories) => Omit<Plan, 'as' | 'cookie'>): Planner => async (s) => {
  const one = await kept(s)
  return { as: 'nobody', cookie: one.cookie, ...of(one, s) }
}
const withProxy = (of: (proxy: string) => Omit<Plan, 'as' | 'cookie'>): Planner => async (s) => {
  const { cookie, head } = await kept(s)
  const body = { version: 0, name: planted.name, phone: null, vote: null, from: '2026-11-01', to: '2027-10-31' }
  const made = await s.must('nobody', `/api/v1/register-heads/${head}/proxies`, body, cookie)
  return { as: 'nobody', cookie, ...of(made.json<{ id: string }>().id) }
}
const says = {
  adopted: { file: '演示第9号', day: '2026-11-01', vote: '业主大会' }, delivery: ['in_person'], silence: 'not_counted', holds: 'last', phone: true,
  proxies: { allowed: true, mostPerProxy: 2 }, window: { minDays: 15, maxDays: 60 }, rankBy: 'heads',
  counts: { home: 'area_and_head', shop: 'area_and_head', garage: 'nothing', storeroom: 'nothing' },
}
let day = 0
const nextDay = (): string => new Date(Date.UTC(2026, 10, 2 + day++)).toISOString().slice(0, 10)

/** Each with what it needs. */
export const registerPlans: { readonly [operation: string]: Planner } = {
  listRegisters: async () => ({ as: 'worker' }),
  startRegister: async (s) => {
    await s.world.database.pool('linli_owner').query('delete from owner_register where compound = $1', [s.place('锦澜府')])
    return { as: 'worker', params: { compound: s.place('锦澜府') }, body: {} }
  },
  readRegister: on(({ compound }) => ({ params: { compound } })), listTakers: on(({ compound }) => ({ params: { compound } })),
  listTitles: on(({ compound }) => ({ params: { compound }, query: { q: '车位', list: 'all', group: 'garage' } })),
  readOwnerHead: on(({ head }) => ({ params: { head } })), readEmptyTable: on(({ compound }) => ({ params: { compound } })),
  readCompoundRules: on(({ compound }) => ({ params: { compound } })),
  adoptCompoundRules: on(({ compound }) => ({ params: { compound },
    body: { title: '议事规则', document: '演示第9号', adoptedOn: '2026-11-01', validFrom: nextDay(), says } })),
  handOverRegister: async (s) => {
    const { cookie, compound } = await begun(s)
    const back = (await s.must('nobody', `/api/v1/registers/${compound}/takers`, undefined,
      cookie)).json<{ items: { id: string }[] }>().items[0]?.id ?? ''
    return { as: 'nobody', cookie, params: { compound }, body: { to: back } }
  },
  importRegister: on(({ compound }, s) => ({ params: { compound }, body: { file: table('3-1201', s.phone()), commit: false } })),
  exportRegister: on(({ compound }) => ({ params: { compound }, body: { purpose: 'deliver_notice' } })),
  addOwner: on(({ head }, s) => ({ params: { head }, body: { version: 0, name: planted.name, phone: s.phone(), since: '2026-06-01' } })),
  correctOwner: on(({ owner }, s) => ({ params: { owner }, body: { version: 0, name: planted.name, phone: s.phone() } })),
  endOwner: on(({ owner }) => ({ params: { owner }, body: { version: 0, why: 'left', on: '2026-11-01' } })),
  chooseVoter: on(({ head, owner }) => ({ params: { head }, body: { version: 0, owner } })),
  blockHead: on(({ head }) => ({ params: { head }, body: { version: 0, blocked: 'death' } })),
  giveProxy: on(({ head }, s) => ({ params: { head }, body: { version: 0, name: planted.name, phone: s.phone(), vote: null, from: '2026-11-01',
    to: '2027-10-31' } })),
  revokeProxy: withProxy((proxy) => ({ params: { proxy }, body: {} })),
  revealProxy: withProxy((proxy) => ({ params: { proxy }, body: { field: 'name', purpose: 'identity_check' } })),
  revealOwner: on(({ owner }) => ({ params: { owner }, body: { field: 'name', purpose: 'identity_check' } })),
  addTitle: on(({ compound }, s) => ({ params: { compound }, body: { label: `车位${50_000 + taken++}`, kind: 'garage', area: 1250, source: 'contract', status: 'sold',
    company: null, owners: [{ name: planted.name, phone: s.phone() }] } })),
  moveTitle: on(({ title }, s) => ({ params: { title }, body: { version: 0, why: 'sale', on: '2026-11-01', to: { owners: [{ name: planted.name,
    phone: s.phone() }], company: null } } })),
  changeTitleStatus: on(({ title }) => ({ params: { title }, body: { version: 0, status: 'unsold', developer: '云汀梧桐置业有限公司' } })),
  correctTitleArea: on(({ title }) => ({ params: { title }, body: { version: 0, area: 1300, source: 'register' } })),
}
