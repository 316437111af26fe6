/** The operations of speaking: a thread laid into its table, somebody who opened a name with a phone, and what they said. */
import type { Plan, Planner } from './plan.ts'
import { planted, type Stories } from './stories.ts'
import { cookieFrom } from './world.ts'

const reason = '里面有别人的号码'
let threads = 0

/** A thread of 梧桐苑 that is talked about. */
async function threadFor(s: Stories): Promise<string> {
  const { rows } = await s.world.database.pool('linli_owner').query<{ id: string }>(`insert into thread (district, id, place, path, compound_path, keeper, title, origin, started_by, step, started_at)
    select p.district, gen_random_uuid(), p.id, p.path, p.compound_path, $2, $3, 'resident', 'resident', 'voice', '2026-11-19T02:00:00Z' from place p where p.id = $1 returning id`,
  [s.place('梧桐苑'), s.org('com-001'), `晚上怎么用花园${++threads}`])
  return rows[0]?.id ?? ''
}
let names = 0
/** Somebody who speaks; answers their cookie. */
export async function speaker(s: Stories): Promise<string> {
  const phone = s.phone()
  s.secrets.push(phone)
  await s.must('nobody', '/api/v1/public/speakers/code', { phone })
  const { code } = (await s.must('nobody', '/api/v1/demo/code')).json<{ code: string }>()
  return cookieFrom(await s.must('nobody', '/api/v1/public/speakers', { phone, code, name: `老槐树${++names}`, age: 'adult', compound: s.place('梧桐苑') }))
}
type Said = { readonly id: string; readonly cookie: string; readonly thread: string }
async function said(s: Stories, words: string = planted.words): Promise<Said> {
  const [cookie, thread] = [await speaker(s), await threadFor(s)]
  const { id } = (await s.must('nobody', '/api/v1/public/speech', { about: 'thread', subject: thread, words }, cookie)).json<{ id: string }>()
  return { id, cookie, thread }
}
const takeAway = (s: Stories, id: string) => s.must('worker', '/api/v1/moderation', { about: 'speech', id, did: 'remove', rule: 'private', reason })
async function decided(s: Stories): Promise<Said & { readonly decision: string }> {
  const one = await said(s)
  await takeAway(s, one.id)
  const own = (await s.must('nobody', '/api/v1/public/speakers/me/said', undefined, one.cookie)).json<{ items: { decision: { id: string } }[] }>()
  return { ...one, decision: own.items[0]?.decision.id ?? '' }
}
const own = (plan: (one: Said, s: Stories) => Omit<Plan, 'as' | 'cookie'>): Planner => async (s) => {
  const one = await said(s)
  return { as: 'nobody', cookie: one.cookie, ...plan(one, s) }
}

export const speechPlans: { readonly [operation: string]: Planner } = {
  askSpeakerCode: async (s) => ({ as: 'nobody', body: { phone: s.phone() } }),
  openSpeaker: async (s) => {
    const phone = s.phone()
    s.secrets.push(phone)
    await s.must('nobody', '/api/v1/public/speakers/code', { phone })
    const { code } = (await s.must('nobody', '/api/v1/demo/code')).json<{ code: string }>()
    return { as: 'nobody', body: { phone, code, name: `桂花${++names}`, age: 'adult', compound: s.place('梧桐苑'), building: s.place('梧桐苑3号楼') } }
  },
  readSpeaker: async (s) => ({ as: 'nobody', cookie: await speaker(s) }),
  renameSpeaker: async (s) => ({ as: 'nobody', cookie: await speaker(s), body: { name: `新名字${++names}` } }),
  closeSpeaker: async (s) => ({ as: 'nobody', cookie: await speaker(s) }),
  leaveSpeaking: async (s) => ({ as: 'nobody', cookie: await speaker(s), body: {} }),
  readTalk: own(({ thread }) => ({ query: { about: 'thread', subject: thread } })),
  say: own(({ id, thread }) => ({ body: { about: 'thread', subject: thread, clause: null, replyTo: id, words: planted.words } })),
  withdrawSpeech: own(({ id }) => ({ params: { id }, body: {} })),
  readOwnSaid: own(() => ({})),
  appealModeration: async (s) => {
    const { cookie, decision } = await decided(s)
    return { as: 'nobody', cookie, params: { id: decision }, body: { words: planted.words } }
  },
  readModerationLog: async (s) => { await decided(s); return { as: 'nobody', query: { place: s.place('梧桐苑') } } },
  sayFor: async (s) => ({ as: 'captain', body: { about: 'thread', subject: await threadFor(s), clause: null, replyTo: null, words: planted.words, name: '三楼的奶奶', channel: 'door' } }),
  readModerationDesk: async (s) => { await said(s, `${planted.words} 打13812345678`); return { as: 'worker' } },
  moderate: async (s) => ({ as: 'worker', body: { about: 'speech', id: (await said(s)).id, did: 'remove', rule: 'private', reason } }),
  ruleOnAppeal: async (s) => {
    const { cookie, decision } = await decided(s)
    await s.must('nobody', `/api/v1/public/moderations/${decision}/appeal`, { words: planted.words }, cookie)
    return { as: 'secretary', params: { id: decision }, body: { ruling: 'restored', reason: '号码是本人的' } }
  },
}
