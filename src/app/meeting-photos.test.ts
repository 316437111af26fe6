import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart } from './testing/stories.ts'
import { openWorld, type Reply } from './testing/world.ts'
import { sweepPhotos } from './work/forget.ts'
import { openDb } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { photoFolder, photosIn } from '../matters/index.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let [worker, firm, street, compound] = ['', '', '', '']
beforeAll(async () => {
  world = await openWorld()
  compound = world.demo.places.find((one) => one.code === '990106003001K1')?.id ?? ''
  ;[worker, firm, street] = [world.cookies.get('worker') ?? '', world.cookies.get('firm') ?? '', world.cookies.get('supervisor') ?? '']
}, 120_000)
afterAll(async () => { await world?.close() })

const ask = (cookie: string, url: string, body?: object) => world.send({ method: body ? 'POST' : 'GET', url: `/api/v1${url}`, cookie, ...(body ? { body } : {}) })
const code = async (cookie: string, url: string, body: object): Promise<string> => { const reply = (await ask(cookie, url, body)).json<{ code?: string; state?: string }>(); return reply.code ?? reply.state ?? '' }
/** Sends a photo that says where it was taken; answers its claim. */
async function photo(background: string): Promise<string> {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } }).withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 2/1' } }).jpeg().toBuffer()
  return (await world.send({ url: '/api/v1/photos', ...multipart(bytes) })).json<{ claim: string }>().claim
}
/** A talk of the compound with its agenda and an expert who is invited, not called yet. */
async function talk(): Promise<string> {
  const { id } = (await ask(worker, '/meetings', { place: compound, kind: 'talk', title: '花园晚上怎么用', venue: '社区活动室', startsAt: '2026-11-26T19:00:00+08:00', endsAt: '2026-11-26T21:00:00+08:00',
    presider: '社区书记' })).json<{ id: string }>()
  await ask(worker, `/meetings/${id}/agenda`, { items: [{ title: '各自说一说', minutes: 30 }] })
  await ask(worker, `/meetings/${id}/invitations`, { invitations: [{ role: 'resident', label: '1到3号楼人家' }, { role: 'expert', label: '音响师傅' }] })
  return id
}
type Read = { noticePhoto: string; listPhoto: string; lines: { file: string | null }[]; invitations: { id: string; role: string }[] }
const answer = ({ statusCode, headers }: Reply): string => `${statusCode} ${String(headers['content-type']).split(';')[0]}`
const JPEG = '200 image/jpeg'

test('[DM17] a meeting keeps the photos of its notice, list and opinions: everybody sees the notice once it hangs, names only who holds it, and the sweep takes what was replaced', async () => {
  const id = await talk()
  const url = `/meetings/${id}`
  const notice = await photo('#963')
  expect([await code(worker, `${url}/photos`, { of: 'notice', photo: notice }), await code(worker, `${url}/call`, { photo: newId() })]).toEqual(['wrong_state', 'photo_gone'])
  expect((await ask('', `/public${url}/notice-photo`)).statusCode).toBe(404)
  expect([await code(worker, `${url}/call`, { photo: notice }), await code(worker, `${url}/photos`, { of: 'list', photo: notice })]).toEqual(['called', 'photo_gone'])
  const hangs = await ask('', `/public${url}/notice-photo?size=full`)
  expect([answer(hangs), (await sharp(hangs.rawPayload).metadata()).exif]).toEqual([JPEG, undefined])

  await world.database.pool('linli_owner').query("update meeting set state = 'held' where id = $1", [id])
  expect(await code(worker, `${url}/paper-list`, { count: 12, photo: await photo('#369') })).toBe('held')
  const before = (await ask(worker, url)).json<Read>()
  expect(await code(worker, `${url}/photos`, { of: 'list', photo: await photo('#396') })).toBe('held')
  expect(await code(worker, `${url}/opinions`, { id: newId(), invitation: before.invitations.find(({ role }) => role === 'expert')?.id, words: '音箱朝东放，响度减半',
    file: await photo('#936'), written: true })).toBe('held')
  expect(await code(worker, `${url}/paper-list`, { count: 13 })).toBe('held') // the photo of before stays

  const { noticePhoto, listPhoto, lines } = (await ask(worker, url)).json<Read>()
  const opinion = lines.find(({ file }) => file)?.file ?? ''
  expect(new Set([noticePhoto, before.listPhoto, listPhoto, opinion]).size).toBe(4)
  const shown = (cookie: string) => Promise.all([noticePhoto, listPhoto, opinion, before.listPhoto].map(async (one) => answer(await ask(cookie, `${url}/photos/${one}`)).slice(0, 3)))
  expect([await shown(worker), await shown(firm), await shown(street), await shown('')]).toEqual([['200', '200', '200', '404'], Array(4).fill('404'), Array(4).fill('404'), Array(4).fill('401')])
  const setState = (state: string) => world.database.pool('linli_owner').query('update meeting set state = $2 where id = $1', [id, state])
  await setState('posted')
  const posted = await ask('', `/public${url}`)
  await setState('held')
  expect([posted.body.includes('音箱朝东放'), posted.body.includes(listPhoto), posted.body.includes(opinion)]).toEqual([true, false, false])
  expect([await code(firm, `${url}/photos`, { of: 'list', photo: await photo('#111') }), await code(street, `${url}/photos`, { of: 'list', photo: await photo('#222') })]).toEqual(['not_found', 'not_yours'])

  const owner = openDb(world.database.connection, 'linli_owner', 1)
  await world.database.pool('linli_owner').query('delete from upload')
  const store = photoFolder(photosIn(world.settings.dataDir))
  const named = await store.savedBefore(new Date(Date.now() + 60_000))
  await sweepPhotos(owner, store, new Date(Date.now() + 60_000))
  await owner.destroy()
  const left = await store.savedBefore(new Date(Date.now() + 60_000))
  expect([named.includes(before.listPhoto), left.includes(before.listPhoto)]).toEqual([true, false])
  expect(left).toEqual(expect.arrayContaining([noticePhoto, listPhoto, opinion]))
  expect(await shown(worker)).toEqual(['200', '200', '200', '404'])
})

test('[DT6] [DT8] [DM17] a task’s photo counts only as one that was sent, everybody sees it and no sweep takes it; what a party wrote is seen by who leads the thread alone', async () => {
  const owner = world.database.pool('linli_owner')
  const { id } = (await ask(worker, '/threads', { place: compound, title: '角落的网', summary: '踢球的地方', origin: 'reception' })).json<{ id: string }>()
  await owner.query("update thread set step = 'deliberate' where id = $1", [id])
  await owner.query("insert into thread_party (district, thread, n, path, compound_path, label, kind) select district, id, 1, path, compound_path, '一楼东户', 'harmed' from thread where id = $1", [id])
  const heard = { n: 1, heard: 'declined', words: '', meeting: null }
  expect([await code(worker, `/threads/${id}/heard`, { ...heard, file: null }), await code(worker, `/threads/${id}/heard`, { ...heard, file: newId() })]).toEqual(['not_written', 'photo_gone'])
  expect((await ask(worker, `/threads/${id}/heard`, { ...heard, file: await photo('#639') })).statusCode).toBe(200)
  const paper = `/threads/${id}/parties/1/photo`
  expect([answer(await ask(worker, paper)), (await ask(street, paper)).statusCode, (await ask(firm, paper)).statusCode, (await ask('', paper)).statusCode]).toEqual([JPEG, 404, 404, 401])

  const task = newId()
  await owner.query("update thread set step = 'do' where id = $1", [id])
  await owner.query("insert into thread_task (district, id, place, path, compound_path, thread, title, owner, due, state) select district, $2, place, path, compound_path, id, '装网', '社区', '2026-12-01', 'open' from thread where id = $1", [id, task])
  const shown = () => ask('', `/public/tasks/${task}/photo`)
  expect([await code(worker, `/tasks/${task}/finish`, { result: '网装好了', photo: newId() }), (await shown()).statusCode]).toEqual(['photo_gone', 404])
  expect((await ask(worker, `/tasks/${task}/finish`, { result: '网装好了', photo: await photo('#639') })).statusCode).toBe(200)
  expect(answer(await shown())).toBe(JPEG)
  const pool = openDb(world.database.connection, 'linli_owner', 1)
  await sweepPhotos(pool, photoFolder(photosIn(world.settings.dataDir)), new Date(Date.now() + 60_000))
  await pool.destroy()
  expect([answer(await shown()), answer(await ask(worker, paper))]).toEqual([JPEG, JPEG])
})
