import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type App } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { clockActor } from '../../trust/index.ts'
import { district, districtPath, later, openNeighbourhood, start, type Neighbourhood } from '../../offices/testing.ts'
import { forgetAskers } from '../jobs/forget-askers.ts'
import { asker, codeSent, laidThread, speaksAs, trustOf } from '../speaking.testing.ts'
import { speechRoutes } from './speech-routes.ts'

let n: Neighbourhood
let app: App
let ask: ReturnType<typeof asker>
let at = start
beforeAll(async () => {
  n = await openNeighbourhood()
  app = makeApp()
  speechRoutes(app, { db: n.db, trust: trustOf(n, ['worker', 'secretary', 'deputy', 'captain', 'captain1', 'firm', 'street'], () => at), path: districtPath, limit: 0 })
  await app.ready()
  ask = asker(app)
})
afterAll(async () => { await app.close(); await n.close() })

type Item = { id: string; name: string; words: string | null; state: string; decision: { n: number; reason: string; post: string; ruling: string | null } | null }
const talk = async (subject: string, cookie = '', after?: string) =>
  (await ask(`/public/speech?about=thread&subject=${subject}${after ? `&after=${encodeURIComponent(after)}` : ''}`, { cookie })).json<{ items: Item[]; next: string | null; total: number; held: number }>()
const sayIn = (subject: string, cookie: string, words: string, more: object = {}) => ask('/public/speech', { cookie, body: { about: 'thread', subject, words, ...more } })
const desk = async (as: string) => (await ask('/moderation', { as })).json<{ held: { id: string; words: string }[]; recent: { id: string; mayBan: boolean }[]
  appeals: { id: string; mayRule: boolean; whyNot: object | null; appeal: string }[] }>()
const rows = async (sql: string, values: unknown[] = []) => (await n.database.pool('linli_owner').query(sql, values)).rows

test('[DS1] [DS2] a verified phone behind and a free name in front: the same phone is the same speaker, nobody’s real name or office, nothing under 14', async () => {
  const phone = '13900004321'
  const cookie = await speaksAs(n, ask, phone, '老槐树', { building: n.place('990106003001K1-03').id })
  expect((await ask('/public/speakers/me', { cookie })).json()).toMatchObject({ speaker: { name: '老槐树', compound: n.place('990106003001K1').id, minor: false } })
  expect((await ask('/public/speakers/me', { cookie: `${cookie.slice(0, -3)}abc` })).json()).toEqual({ speaker: null })
  at = later(1)
  const again = await speaksAs(n, ask, phone, '桂花')
  expect(await rows('select name, count(*) over ()::int as all from speaker')).toEqual([{ name: '桂花', all: 1 }])
  expect((await ask('/public/speakers/me', { cookie: again, body: { name: '社区书记' } })).json()).toMatchObject({ code: 'office_name' })
  expect((await ask('/public/speakers/me', { cookie: again, body: { name: '王阿姨' } })).json()).toMatchObject({ code: 'private_name' })
  const persons = (await rows('select count(*)::int as n from person_field'))[0]
  expect((await ask('/public/speakers', { body: { phone: '13900009999', code: '123456', name: '小鱼', age: 'under_14' } })).json()).toMatchObject({ code: 'too_young' })
  expect((await rows('select count(*)::int as n from person_field'))[0]).toEqual(persons)
  // a phone that asked for a code and never proved it is gone a day later; one that spoke stays
  await ask('/public/speakers/code', { body: { phone: '13900008888' } })
  expect(await forgetAskers(n.db, clockActor(district, districtPath), later(20, at))).toBe(0)
  expect(await forgetAskers(n.db, clockActor(district, districtPath), later(25, at))).toBe(1)
  expect((await rows('select count(*)::int as n from person_field'))[0]).toEqual(persons)
  // the stored phone is sealed, and no act holds a name or phone
  expect(JSON.stringify([await rows('select * from speaker'), await rows('select * from act')])).not.toMatch(/4321|老槐树.*act/)
})

test('[DS3] [DS6] [DS7] a number in the text is looked at first; what is taken away leaves its rule and reason; another person rules on the appeal', async () => {
  const thread = await laidThread(n)
  const cookie = await speaksAs(n, ask, '13900001001', '夜班的人')
  expect((await sayIn(thread, cookie, '有事打13812345678，晚上九点以后别放音响')).json()).toMatchObject({ state: 'held', heldFor: 'private' })
  expect(await talk(thread)).toMatchObject({ items: [], held: 1 })
  expect((await talk(thread, cookie)).items).toMatchObject([{ state: 'held', mine: true }])
  const [held] = (await desk('worker')).held
  // what waits is read by who decides about it, not by everybody who works there
  expect([(await desk('street')).held, (await desk('captain')).held, (await desk('firm')).held]).toEqual([[], [], []])
  const moderate = (as: string, body: object) => ask('/moderation', { as, body: { about: 'speech', id: held?.id, ...body } })
  expect((await moderate('firm', { did: 'show' })).json()).toMatchObject({ code: 'wrong_post' })
  expect((await moderate('worker', { did: 'show' })).json()).toMatchObject({ state: 'shown' })
  expect((await talk(thread)).items).toMatchObject([{ state: 'shown', words: expect.stringContaining('音响') }])
  expect((await moderate('worker', { did: 'remove', rule: 'disagree', reason: '不同意社区' })).json()).toMatchObject({ code: 'no_rule' })
  expect((await moderate('worker', { did: 'remove', rule: 'private', reason: '' })).statusCode).toBe(400)
  expect((await moderate('worker', { did: 'remove', rule: 'private', reason: '里面有手机号，换掉再说一次' })).json()).toMatchObject({ state: 'removed' })
  const [gone] = (await talk(thread)).items
  expect(gone).toMatchObject({ state: 'removed', words: null, decision: { n: 1, reason: '里面有手机号，换掉再说一次', post: '社区工作者' } })
  const [mine] = (await ask('/public/speakers/me/said', { cookie })).json<{ items: { words: string; decision: { id: string; mayAppeal: boolean } }[] }>().items
  expect(mine).toMatchObject({ words: expect.stringContaining('13812345678'), decision: { mayAppeal: true } })
  const appeal = (who: string) => ask(`/public/moderations/${mine?.decision.id}/appeal`, { cookie: who, body: { words: '那是我自己的号码' } })
  const stranger = await speaksAs(n, ask, '13900001002', '别人')
  expect((await appeal(stranger)).statusCode).toBe(404)
  expect((await appeal(cookie)).json()).toMatchObject({ state: 'appealed' })
  const told = await rows("select recipient, facts from outbox where template = 'speech.appealed'")
  expect(told).toEqual([{ recipient: `org:${n.org('community')}`, facts: { moderation: mine?.decision.id } }])
  const due = (await ask('/public/speakers/me/said', { cookie })).json<{ items: { decision: { rulingDue: string | null } }[] }>().items[0]?.decision.rulingDue
  expect(Date.parse(due ?? '') - at.getTime()).toBe(7 * 86_400_000)
  expect((await appeal(cookie)).json()).toMatchObject({ code: 'appealed' })
  const rule = (as: string) => ask(`/moderation/${mine?.decision.id}/ruling`, { as, body: { ruling: 'restored', reason: '号码是本人的，放回来' } })
  expect((await desk('worker')).appeals).toMatchObject([{ mayRule: false, whyNot: { zh: expect.stringContaining('换一个人') } }])
  expect((await rule('worker')).json()).toMatchObject({ code: 'own_decision' })
  expect((await desk('secretary')).appeals).toMatchObject([{ mayRule: true, appeal: '那是我自己的号码' }])
  expect((await rule('secretary')).json()).toMatchObject({ state: 'restored' })
  expect((await talk(thread)).items).toMatchObject([{ state: 'shown', decision: { ruling: 'restored' } }])
  const log = (await ask(`/public/moderation?place=${n.place('990106003001').id}`)).json<{ rules: { n: number; removed: number; restored: number }[] }>()
  expect(log).toMatchObject({ shownAfterLook: 1, appealed: 1, waiting: 0 })
  expect(log.rules[0]).toMatchObject({ n: 1, removed: 1, restored: 1 })
  expect(JSON.stringify([log, await rows("select * from act where kind like 'speech.%'")])).not.toMatch(/13812345678|夜班的人|我自己的/)
})

test('[DS4] [DS8] [DS10] ten an hour, one’s own taken back without its words, and a ban of at most thirty days after two removals', async () => {
  const thread = await laidThread(n)
  const [cookie, teen] = [await speaksAs(n, ask, '13900002001', '吵吵'), await speaksAs(n, ask, '13900002002', '小满', { age: '14_17' })]
  expect((await sayIn(thread, teen, '周末上午能安静一会儿吗')).json()).toMatchObject({ state: 'held', heldFor: 'minor' })
  const ids: string[] = []
  for (let i = 0; i < 10; i++) ids.push((await sayIn(thread, cookie, `第${i}句`)).json<{ id: string }>().id)
  expect((await sayIn(thread, cookie, '第十一句')).json()).toMatchObject({ code: 'too_many' })
  expect((await ask(`/public/speech/${ids[0]}/withdraw`, { cookie: teen, body: {} })).statusCode).toBe(404)
  expect((await ask(`/public/speech/${ids[0]}/withdraw`, { cookie, body: {} })).json()).toMatchObject({ state: 'removed' })
  expect(await rows('select words from speech where id = $1', [ids[0]])).toEqual([{ words: '—' }])
  const decide = (id: string | undefined, more: object) => ask('/moderation', { as: 'deputy', body: { about: 'speech', id, reason: '同样的话贴了十遍', rule: 'repeat', ...more } })
  expect((await decide(ids[1], { did: 'ban', days: 7 })).json()).toMatchObject({ code: 'too_early' })
  await decide(ids[1], { did: 'remove' })
  await decide(ids[2], { did: 'remove' })
  expect((await decide(ids[3], { did: 'ban', days: 31 })).json()).toMatchObject({ code: 'too_long' })
  expect((await decide(ids[3], { did: 'ban', days: 7 })).json()).toMatchObject({ state: 'banned' })
  at = later(2, at)
  expect((await sayIn(thread, cookie, '还想说一句')).json()).toMatchObject({ code: 'banned' })
  const { bans } = (await ask('/public/speakers/me/said', { cookie })).json<{ bans: { id: string }[] }>()
  await ask(`/public/moderations/${bans[0]?.id}/appeal`, { cookie, body: { words: '我只是着急' } })
  expect((await ask(`/moderation/${bans[0]?.id}/ruling`, { as: 'street', body: { ruling: 'restored', reason: '道过歉了，可以说' } })).json()).toMatchObject({ state: 'restored' })
  expect((await sayIn(thread, cookie, '谢谢，我慢慢说')).json()).toMatchObject({ state: 'shown' })
})

test('[DS6] [DS9] answers hang together, a captain writes down what was said at the door, and a page holds twenty', async () => {
  const thread = await laidThread(n)
  const cookie = await speaksAs(n, ask, '13900003001', '早起的人')
  const first = (await sayIn(thread, cookie, '六点半还黑着')).json<{ id: string }>().id
  const forSomebody = { about: 'thread', subject: thread, words: '我耳朵不好，字要大', name: '三楼的奶奶', channel: 'door', replyTo: first }
  expect((await ask('/speech', { as: 'firm', body: forSomebody })).json()).toMatchObject({ code: 'wrong_post' })
  expect((await ask('/speech', { as: 'captain1', body: forSomebody })).statusCode).toBe(404)
  expect((await ask('/speech', { as: 'captain', body: forSomebody })).json()).toMatchObject({ state: 'shown' })
  expect((await talk(thread)).items[0]).toMatchObject({ name: '三楼的奶奶', by: '3号楼楼栋长', channel: 'door', answers: { id: first, words: '六点半还黑着' } })
  await n.database.pool('linli_owner').query(`insert into speech (district, id, place, path, compound_path, about, subject, name, words, channel, state, at)
    select s.district, gen_random_uuid(), s.place, s.path, s.compound_path, 'thread', s.subject, '很多人', '第' || i, 'phone', 'shown', s.at - i * interval '1 second'
    from speech s, generate_series(1, 43) i where s.id = $1`, [first])
  const one = await talk(thread)
  const two = await talk(thread, '', one.next ?? '')
  const three = await talk(thread, '', two.next ?? '')
  expect([one, two, three].map(({ items }) => items.length)).toEqual([20, 20, 5])
  expect(new Set([one, two, three].flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(45)
  expect([one.total, three.next]).toEqual([45, null])
  expect((await sayIn(await laidThread(n, 'declined'), cookie, '还能说吗')).json()).toMatchObject({ code: 'over' })
})

test('[DS12] who leaves takes phone, name and words along; the places stay', async () => {
  const thread = await laidThread(n)
  const cookie = await speaksAs(n, ask, '13900005001', '要走的人')
  const first = (await sayIn(thread, cookie, '我说过这句')).json<{ id: string }>().id
  await sayIn(thread, await speaksAs(n, ask, '13900005002', '留下的人'), '我同意您', { replyTo: first })
  const meeting = newId()
  await rows(`insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, state, sign_code) select district, $2, place, path, compound_path,
    keeper, id, 'deliberation', '花园', '活动室', '2026-11-01', '2026-11-02', 'posted', $3 from thread where id = $1`, [thread, meeting, meeting.slice(-16)])
  for (const [table, columns, values] of [['attendance', 'role, way', "'resident', 'qr'"], ['meeting_objection', 'words', "'没写我说的'"]] as const)
    await rows(`insert into ${table} (district, id, meeting, path, compound_path, speaker, label, at, ${columns}) select m.district, gen_random_uuid(), m.id, m.path, m.compound_path, s.id, s.name, now(), ${values}
      from meeting m, speaker s where m.id = $1 and s.name = '要走的人'`, [meeting])
  expect((await ask('/public/speakers/me/leave', { cookie, body: {} })).json()).toEqual({ speaker: null })
  expect(await rows('select label, speaker from attendance where meeting = $1 union all select label, speaker from meeting_objection where meeting = $1', [meeting]))
    .toEqual(Array(2).fill({ label: '已离开', speaker: null }))
  expect((await talk(thread)).items).toMatchObject([{ name: '留下的人', state: 'shown' }, { name: '已离开', state: 'left', words: null }])
  expect((await sayIn(thread, cookie, '我又来了')).json()).toMatchObject({ code: 'signed_out' })
  expect(JSON.stringify(await rows('select * from speech'))).not.toContain('我说过这句')
  at = later(1, at)
  await ask('/public/speakers/code', { body: { phone: '13900005001' } })
  expect((await ask('/public/speakers', { body: { phone: '13900005001', code: await codeSent(n), name: '又来了', age: 'adult' } })).statusCode).toBe(200)
})
