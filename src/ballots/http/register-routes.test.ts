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

test('[B2] 梧桐苑 counts 884 titles, 846 heads and 91,308.32 m²; the garages are listed and count for nothing', async () => {
  const register = (await get(chair, `/registers/${wty}`)).json()
  expect(register.totals).toEqual({ titles: 884, heads: 846, area: 9_130_832 })
  expect(register.kinds).toMatchObject([{ kind: 'home', titles: 860, area: 8_944_592 }, { kind: 'shop', titles: 24, heads: 8, area: 186_240 },
    { kind: 'garage', listed: 612, titles: 0, heads: 0, area: 0 }])
  expect(register).toMatchObject({ several: 27, stops: { not_chosen: 5, death: 1, court_order: 1, nobody: 0 }, proxies: 1 })
})
