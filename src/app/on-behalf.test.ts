/** Every command says whether somebody else may do it for a resident (P02); what may never is refused, whoever asks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowedOnBehalf, onBehalf } from './on-behalf.ts'
import { operations } from './testing/contract.ts'
import { planted, Stories } from './testing/stories.ts'
import { openWorld, type Reply, type Who, type World } from './testing/world.ts'

let world: World
let stories: Stories
beforeAll(async () => { world = await openWorld(); stories = new Stories(world) }, 60_000)
afterAll(async () => { await world.close() })

const commands = operations.filter(({ method }) => method !== 'GET')
const someId = '019a3b6d-2500-7efe-bc7a-f5a9e71654d1'
const send = (as: Who, path: string, body: object = {}): Promise<Reply> =>
  world.send({ as, url: path.replace(/\{\w+\}/g, someId), body, headers: { 'x-on-behalf': '1' } })

test('[P02] each command of the interface declares it, and nothing is declared that is not there', () => {
  expect(commands.map(({ id }) => id).filter((id) => onBehalf[id] === undefined)).toEqual([])
  expect(Object.keys(onBehalf).filter((id) => !commands.some((one) => one.id === id))).toEqual([])
})

test('[P02] the list of what is allowed is closed: file, follow, book, sign up, correct a contact', () => {
  expect([...new Set(Object.values(allowedOnBehalf))].filter((kind) => !['file', 'follow', 'book', 'sign_up', 'correct_contact'].includes(kind))).toEqual([])
  // verdicts, consents, signatures, data requests and reports on those in power can never be on it
  for (const id of Object.keys(allowedOnBehalf)) expect(id).not.toMatch(/judge|verdict|rate|consent|sign|vote|ballot|ownFile|erase|Report$|reveal|export/i)
})

test('[P02] a command that is never done on behalf is refused for everybody who says it is, before anything is looked at', async () => {
  for (const { id, method, path } of commands.filter((one) => onBehalf[one.id] === 'never' && one.method === 'POST')) {
    for (const as of ['captain', 'worker', 'nobody'] as const) {
      const reply = await send(as, path)
      expect([id, method, as, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([id, method, as, 422, 'never_on_behalf'])
    }
  }
}, 60_000)

test('[P02] a captain files for somebody and the act says so; a firm or a stranger acts on behalf of nobody', async () => {
  const body = { place: stories.place('梧桐苑3号楼'), words: `灯不亮，${planted.words}`, category: 'lighting', onBoard: true, channel: 'captain', photos: [] }
  for (const as of ['firm', 'nobody'] as const) expect((await send(as, '/api/v1/matters', body)).json()).toMatchObject({ code: 'never_on_behalf' })
  const filed = await send('captain', '/api/v1/matters', body)
  expect(filed.statusCode).toBe(200)
  const { rows } = await world.database.pool('linli_owner').query("select facts ->> 'channel' as channel, facts ->> 'behalf' as behalf, actor_post is not null as post from act where subject_id = $1",
    [filed.json<{ id: string }>().id])
  expect(rows).toEqual([{ channel: 'captain', behalf: 'true', post: true }])
  for (const as of ['firm', 'nobody'] as const) expect((await send(as, `/api/v1/matters/${filed.json<{ id: string }>().id}/tell`, { via: 'door' })).json())
    .toMatchObject({ code: 'never_on_behalf' })
  const own = (await world.send({ as: 'nobody', url: '/api/v1/matters', body: { ...body, channel: 'qr' } })).json<{ id: string }>()
  expect((await world.database.pool('linli_owner').query("select facts ? 'behalf' as behalf from act where subject_id = $1", [own.id])).rows).toEqual([{ behalf: false }])
})

test('[P02] a captain follows for somebody and tells them: the act says for whom, and they may still ask how it went', async () => {
  const body = { place: stories.place('梧桐苑3号楼'), words: `灯不亮，${planted.words}`, category: 'lighting', onBoard: true, channel: 'captain', photos: [], phone: stories.phone() }
  const { id } = (await send('captain', '/api/v1/matters', body)).json<{ id: string }>()
  const told = await send('captain', `/api/v1/matters/${id}/tell`, { via: 'paper' })
  expect(told.statusCode, told.body).toBe(200)
  const owner = world.database.pool('linli_owner')
  const { rows } = await owner.query("select a.on_behalf_of = m.contact as theirs, a.facts from act a join matter m on m.id = a.subject_id where a.kind = 'matter.tell' and m.id = $1", [id])
  expect(rows).toEqual([{ theirs: true, facts: { via: 'paper', behalf: true } }])
})
