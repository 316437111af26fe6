import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digitsOf, followCookie } from '../../trust/index.ts'
import { assignMatter } from '../commands/assign-matter.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { verifyMatter } from '../commands/verify-matter.ts'
import { building3, file, recordOf, run, sendPhoto, start, type Neighbourhood, type PostKey } from '../testing.ts'
import { follow, openRoutes, type Asked, type Method } from './routes.testing.ts'

let asked: Asked
let n: Neighbourhood
beforeAll(async () => { asked = await openRoutes(); n = asked.n })
afterAll(async () => { await asked.close() })
const as = (key: PostKey | null): void => asked.as(key)
const send: Asked['send'] = (...call) => asked.send(...call)

const fresh = async (): Promise<string> => (await file(n)).id
const finished = async (): Promise<string> => { const id = await fresh(); await run(n, n.as('captain'), start, finishMatter,
  { id, outcome: 'solved', note: '好了' }); return id }
const answered = async (): Promise<string> => { const id = await finished(); await run(n, n.as('grid'), start, verifyMatter,
  { id, pass: true, note: '' }); return id }
const note = { note: '一句话' }
const FOLLOWER = ['GET /followed', 'GET /followed/receipt', 'POST /followed/note', 'POST /followed/verdict', 'POST /followed/withdraw',
  'POST /followed/board']

test('[M1] a photo is shown to those who see its matter; on the board only when released, and only by its own compound', async () => {
  as(null)
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3,
    background: '#c33' } }).jpeg().withExif({ IFD0: { Copyright: '某人家' } }).toBuffer()
  const form = new FormData()
  form.append('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), '../../etc/passwd.jpg')
  const sent = await asked.app.inject({ method: 'POST', url: '/api/v1/photos', payload: form })
  expect(sent.json()).toMatchObject({ width: 60, height: 40 })
  const { id } = await file(n, { category: 'noise_home', words: '楼上吵', photos: [sent.json<{ claim: string }>().claim] })
  const photo = (await n.database.pool('linli_owner').query('select id from photo where matter = $1', [id])).rows[0].id
  const status = async (key: PostKey | null): Promise<number> => { as(key); return (await send('GET', `/photos/${photo}`)).statusCode }
  expect([await status(null), await status('captain'), await status('firm'), await status('grid5'), await status('grid')]).toEqual([404, 404, 404,
    404, 200])
  as(null)
  expect((await send('GET', `/photos/${photo}`, undefined, follow(id))).statusCode).toBe(200)
  expect((await send('GET', `/photos/${photo}`, undefined, follow(await fresh()))).statusCode).toBe(404)
  const open = await file(n, { photos: [await sendPhoto(n)] })
  const shown = (await n.database.pool('linli_owner').query(
    'update photo set file = (select file from photo where id = $2) where matter = $1 returning id', [open.id, photo],
  )).rows[0].id
  const onBoard = async (compound: string, which: string) => (await send('GET', `/boards/${n.place(compound).id}/photos/${which}`)).statusCode
  expect(await onBoard('990106003001K1', shown)).toBe(404)
  await n.database.pool('linli_owner').query('update photo set released_at = $1', [start])
  const full = await send('GET', `/boards/${n.place('990106003001K1').id}/photos/${shown}?size=full`)
  expect([full.statusCode, (await sharp(full.rawPayload).metadata()).exif]).toEqual([200, undefined])
  expect(await onBoard('990106003002K1', shown)).toBe(404)
  expect(await onBoard('990106003001K1', photo)).toBe(404) // released by mistake: the matter is closed to the board all the same
  for (const junk of ['not a photo', '%PDF-1.7', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>']) {
    const wrong = new FormData()
    wrong.append('photo', new Blob([junk]), 'a.jpg')
    expect((await asked.app.inject({ method: 'POST', url: '/api/v1/photos', payload: wrong })).json().code).toBe('not_a_photo')
  }
})

test('[M1] without a follow session nothing is followed; with one, exactly that matter', async () => {
  as(null)
  const [id, other] = [await answered(), await fresh()]
  const bodies: Readonly<Record<string, object | undefined>> = { 'POST /followed/note': note,
    'POST /followed/verdict': { reached: true, solved: true, satisfied: 'yes' }, 'POST /followed/withdraw': note,
    'POST /followed/board': { shown: false } }
  const forged = { cookie: follow(id).cookie.slice(0, -3) + 'AAA' }
  for (const one of FOLLOWER) {
    const [method, url] = one.split(' ') as [Method, string] // the table above
    for (const cookie of [{}, forged, { cookie: `${followCookie}=x` }]) expect([one,
      (await send(method, url, bodies[one], cookie)).statusCode]).toEqual([one, 404])
  }
  expect((await send('GET', '/followed', undefined, follow(id))).json()).toMatchObject({ id, state: 'answered',
    moves: expect.arrayContaining(['verdict']) })
  expect((await send('POST', '/followed/withdraw', note, follow(id))).json().code).toBe('wrong_state')
  expect((await send('POST', '/followed/verdict', { reached: true, solved: true, satisfied: 'yes' }, follow(id))).json()).toMatchObject({ id,
    state: 'closed' })
  expect((await recordOf(n, other)).acts).toEqual(['filed'])
  expect((await send('GET', '/followed/receipt', undefined, follow(id))).statusCode).toBe(200)
})

test('[M1] a receipt alone opens what was left without a phone; with a phone it takes the code sent to it, and says no more of one that is not there', async () => {
  as(null)
  const plain = await file(n)
  const bare = await send('POST', '/receipts/open', { receipt: plain.receipt })
  expect(bare.json()).toEqual({ opened: true, needs: null })
  expect(String(bare.headers['set-cookie'])).toMatch(/HttpOnly/i)
  const kept = await file(n, { phone: '13900139000' })
  const ghost = 'ZZZZZZZZZZZZ'
  for (const receipt of [kept.receipt, ghost]) {
    expect((await send('POST', '/receipts/open', { receipt })).json()).toEqual({ opened: false, needs: 'phone' })
    expect((await send('POST', '/receipts/open', { receipt, phone: '13900139000' })).json().needs ?? 'too_many').toMatch(/code|too_many/)
    expect((await send('POST', '/receipts/confirm', { receipt, phone: '13900139000', code: '000000' })).json().code).toBe('wrong_code')
  }
  const { rows } = await n.database.pool('linli_owner').query("select facts->>'code' as code from outbox where template = 'phone.code'")
  expect(rows).toHaveLength(1)
  const opened = await send('POST', '/receipts/confirm', { receipt: kept.receipt, phone: '139 0013 9000', code: digitsOf(rows[0].code) })
  expect(opened.json()).toEqual({ opened: true, needs: null })
  expect((await send('POST', '/receipts/confirm', { receipt: kept.receipt, phone: '13900139000',
    code: digitsOf(rows[0].code) })).json().code).toBe('wrong_code')
})

test('[M3] anybody files without an account and follows at once; staff say how it reached them and get no follow session', async () => {
  as(null)
  const body = { place: n.place(building3).id, words: '楼道灯坏了', category: 'lighting', onBoard: true, channel: 'qr' }
  const filed = await send('POST', '/matters', body)
  expect([filed.statusCode, String(filed.headers['set-cookie']).startsWith(followCookie)]).toEqual([200, true])
  expect((await send('POST', '/matters', { ...body, place: n.org('water') })).statusCode).toBe(404)
  for (const wrong of [{ category: 'nonsense' }, { words: '' }, { words: 'x'.repeat(3000) }, { words: '灯\u0000坏' }, { place: 'here' },
    { onBoard: 'yes' }, { extra: 1 }]) expect((await send('POST', '/matters', { ...body, ...wrong })).statusCode).toBe(400)
  as('captain')
  const forSomebody = await send('POST', '/matters', { ...body, channel: 'captain' })
  expect([forSomebody.statusCode, forSomebody.headers['set-cookie']]).toEqual([200, undefined])
  expect((await recordOf(n, forSomebody.json<{ id: string }>().id)).row).toMatchObject({ channel: 'captain', filed_post: n.post('captain') })
  const neighbour = await send('POST', '/matters', { ...body, channel: 'captain', category: 'noise_home', words: '三楼说楼上吵' })
  expect(neighbour.statusCode).toBe(200)
  expect((await send('GET', `/matters/${neighbour.json<{ id: string }>().id}`)).statusCode).toBe(404)
})

test('doors and boards are open to all, say noindex, and know no home by its id', async () => {
  as(null)
  expect((await send('GET', '/doors/7KQ3M2XZ')).json()).toMatchObject({ place: { name: '梧桐苑3号楼' } })
  for (const url of ['/doors/NOTADOOR', `/places/${n.place(`${building3}-1-302`).id}/report`, `/boards/${n.place(building3).id}`,
    `/boards/${n.org('water')}`]) expect([url, (await send('GET', url)).statusCode]).toEqual([url, 404])
  const board = await send('GET', `/boards/${n.place('990106003001K1').id}`)
  expect([board.statusCode, board.headers['x-robots-tag']]).toEqual([200, 'noindex'])
})

test('[M22] [M4] a live inbox is told the ids of what changed to whom may see it, and the captain nothing of a neighbour', async () => {
  const address = await asked.app.listen({ host: '127.0.0.1', port: 0 })
  const stop = new AbortController()
  const listen = async (key: PostKey): Promise<{ text: () => string }> => {
    as(key)
    const { body } = await fetch(`${address}/api/v1/events`, { signal: stop.signal })
    let text = ''
    void (async () => { for await (const piece of body ?? []) text += new TextDecoder().decode(piece) })().catch(() => undefined) // ended by the test
    return { text: () => text }
  }
  const [captain, grid, elsewhere] = [await listen('captain'), await listen('grid'), await listen('grid5')]
  const [open, closed] = [await fresh(), (await file(n, { category: 'noise_home', words: '楼上吵' })).id]
  await run(n, n.as('secretary'), start, assignMatter, { id: open, org: n.org('firm'), note: '请办', hours: 4 })
  await expect.poll(() => grid.text().includes(open) && grid.text().includes(closed), { timeout: 20_000 }).toBe(true)
  expect([captain.text().includes(open), captain.text().includes(closed)]).toEqual([true, false])
  expect([elsewhere.text().includes(open), elsewhere.text().includes(closed)]).toEqual([false, false])
  expect(grid.text()).not.toMatch(/楼上吵|title|words/)
  stop.abort()
})

test('[M22] a server that is asked to stop lets go of whoever listens', async () => {
  const own = await openRoutes()
  const address = await own.app.listen({ host: '127.0.0.1', port: 0 })
  own.as('grid')
  const { body } = await fetch(`${address}/api/v1/events`)
  const reader = (body ?? new ReadableStream()).getReader()
  await reader.read() // it listens
  await own.close() // hung as long as somebody listened
  let ended = false
  while (!ended) ended = (await reader.read()).done
  expect(ended).toBe(true)
})
