import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf, placeId } from '../../../demo/places.ts'
import { personId } from '../../../demo/posts.ts'
import { fillRegister } from '../../app/work/fill-register.ts'
import { cookieFrom, openWorld, type Who, type World } from '../../app/testing/world.ts'

let world: World
let chair = ''
let hanSuyun = ''
const wty = placeId(codeOf('wty'))
const fjx = placeId(codeOf('fjx'))

async function signIn(name: string): Promise<string> {
  return cookieFrom(await world.send({ url: '/api/v1/demo/session', body: { person: personId(name) } }))
}
beforeAll(async () => {
  world = await openWorld()
  await fillRegister(world.db, { district: '990106', path: 'd990106' })
  chair = await signIn('傅明远')
  hanSuyun = await signIn('韩素云')
}, 120_000)
afterAll(async () => { await world?.close() })

const get = (cookie: string, url: string) => world.send({ method: 'GET', url: `/api/v1${url}`, cookie })
const as = (who: Who, url: string) => world.send({ as: who, method: 'GET', url: `/api/v1${url}` })

test('[B51] 梧桐苑 counts 884 titles, 846 heads and 91,308.32 m²; the garages are listed and count for nothing', async () => {
  const register = (await get(chair, `/registers/${wty}`)).json<any>()
  expect(register.totals).toEqual({ titles: 884, heads: 846, area: 9_130_832 })
  expect(register.kinds).toMatchObject([{ kind: 'home', titles: 860, area: 8_944_592 }, { kind: 'shop', titles: 24, heads: 8, area: 186_240 },
    { kind: 'garage', listed: 612, titles: 0, heads: 0, area: 0 }])
  expect(register).toMatchObject({ several: 27, stops: { not_chosen: 5, death: 1, court_order: 1, nobody: 0 }, proxies: 1 })
})

let keys = 0
const post = (cookie: string, url: string, body: object = {}) =>
  world.send({ url: `/api/v1${url}`, cookie, body, headers: { 'idempotency-key': `register-key-${keys++}` } })
type Line = { id: string; label: string; head: string; owners: string[]; stop: string | null; area: number; counts: boolean; of: number }
const titles = async (query = '', cookie = chair): Promise<Line[]> => (await get(cookie, `/registers/${wty}/titles${query}`)).json<{ items: Line[] }>().items
const titleOf = async (label: string): Promise<Line> => {
  const [found] = (await titles(`?q=${encodeURIComponent(label)}`)).filter((one) => one.label === label)
  if (!found) throw new Error(`no title ${label}`)
  return found
}
const totals = async () => (await get(chair, `/registers/${wty}`)).json<any>().totals
const headFile = async (id: string) => (await get(chair, `/register-heads/${id}`)).json<any>()

test('[B50] the register is its keeper’s room: community, street, firm, captain and branch read nothing of it, nor does another compound’s keeper (P19)', async () => {
  const { head } = await titleOf('3-1201')
  for (const url of [`/registers/${wty}`, `/registers/${wty}/titles`, `/register-heads/${head}`, `/registers/${wty}/takers`]) {
    for (const who of ['worker', 'secretary', 'supervisor', 'firm', 'captain', 'grid'] as const) expect([who, url, (await as(who, url)).statusCode]).toEqual([who, url, 404])
    expect([url, (await get(hanSuyun, url)).statusCode]).toEqual([url, 404])
  }
  expect((await as('nobody', `/registers/${wty}`)).statusCode).toBe(401)
  expect((await as('worker', '/registers')).json<any>().items).toMatchObject([
    { name: '梧桐苑', mine: false, mayStart: false, keeper: { name: '梧桐苑业主委员会' } }, { name: '锦澜府', keeper: null, mayStart: true },
    { name: '老官塘院', keeper: null, mayStart: false }])
  expect((await get(hanSuyun, `/registers/${fjx}`)).statusCode).toBe(404)
})
