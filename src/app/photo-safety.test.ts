/** Photos that strangers send: what is hung on to them, what only looks like one, too many of them, and who may see them. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultOfRefusal } from './testing/contract.ts'
import { multipart, planted, Stories } from './testing/stories.ts'
import { openWorld, type Reply, type World } from './testing/world.ts'

let world: World
let stories: Stories
beforeAll(async () => {
  world = await openWorld()
  stories = new Stories(world)
}, 60_000)
afterAll(async () => { await world.close() })

const get = (url: string, more: object = {}): Promise<Reply> => world.send({ method: 'GET', url, ...more })
const sendPhoto = (bytes: Uint8Array, type?: string, name?: string): Promise<Reply> =>
  world.send({ url: '/api/v1/photos', ...multipart(bytes, type, name) })
const answer = ({ statusCode, body }: Reply): string => `${statusCode} ${statusCode < 300 ? '' : JSON.parse(body).code}`

const jpeg = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#963' } })
/** The stored files of photos, whole. */
const stored = (): Buffer[] => {
  const folder = path.join(world.settings.dataDir, 'photos')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jpg')).map((name) =>
    readFileSync(path.join(folder, name)))
}

test('[M20] place, device and time are gone from a photo, and so is whatever was hung on behind it (case 27)', async () => {
  const exif = {
    IFD0: { Make: 'PlantedCam', Copyright: planted.name },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 2/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 4/1' },
  }
  const bytes = Buffer.concat([await jpeg().withExif(exif).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004planted-tail')])
  expect((await sharp(bytes).metadata()).exif?.includes('PlantedCam')).toBe(true)
  expect(answer(await sendPhoto(bytes))).toBe('200 ')
  const files = stored()
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const { exif: kept, xmp, iptc, icc } = await sharp(file).metadata()
    expect([kept, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
    for (const word of ['PlantedCam', 'GPS', 'planted-tail', '<script', 'Exif']) expect(file.includes(word), word).toBe(false)
  }
})

/** A PNG of one line that says that it is huge. */
async function hugePng(side: number): Promise<Buffer> {
  const png = await jpeg(8, 8).png().toBuffer()
  png.writeUInt32BE(side, 16)
  png.writeUInt32BE(side, 20)
  return png
}

test('[M20] what is no photo is refused with a sentence: bombs, drawings, disguises, halves, too much', async () => {
  const before = stored().length
  const good = await jpeg(200, 200).jpeg().toBuffer()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="file:///etc/passwd"/></svg>')
  const bombs: readonly (readonly [string, Buffer, number, string?])[] = [
    ['a square of a thousand million', await hugePng(30_000), 422], ['more than a number holds', await hugePng(0x7fffffff), 422],
    ['wide for real', await jpeg(16_000, 8_000).png().toBuffer(), 422],
    ['SVG', svg, 422, 'image/svg+xml'], ['SVG that says it is JPEG', svg, 422],
    ['GIF', await jpeg().gif().toBuffer(), 422], ['TIFF', await jpeg().tiff().toBuffer(), 422],
    ['half a photo', good.subarray(0, good.length / 2), 422], ['a head alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 422],
    ['HTML behind a JPEG head', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html><script>alert(1)</script>')]), 422],
    ['PDF', Buffer.from('%PDF-1.7'), 422], ['nothing', Buffer.alloc(0), 422],
    ['16 MB', Buffer.concat([good, Buffer.alloc(16 * 1024 * 1024)]), 413],
  ]
  for (const [what, bytes, status, type] of bombs) {
    const reply = await sendPhoto(bytes, type, '../../../evil.jpg')
    expect(reply.statusCode, `${what}: ${reply.body}`).toBe(status)
    expect(faultOfRefusal(reply), what).toBeUndefined()
  }
  expect(stored().length).toBe(before)
}, 30_000)

test('[M20] a multipart body that is broken is refused with a sentence', async () => {
  const type = (boundary: string) => ({ 'content-type': `multipart/form-data; boundary=${boundary}` })
  const part = 'content-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\nx'
  const cases: readonly { raw: string; headers: { 'content-type': string } }[] = [
    { raw: '', headers: type('x') }, { raw: 'no parts at all', headers: type('x') }, { raw: `--x\r\n${part}`, headers: type('x') },
    { raw: `--x\r\n${part}\r\n--x--\r\n`, headers: { 'content-type': 'multipart/form-data' } },
    { raw: `--x\r\n\r\n\r\n--x--`, headers: type('x') },
    { raw: `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nwords\r\n--x--\r\n`, headers: type('x') },
    { raw: `--x\r\n${'y'.repeat(200_000)}`, headers: type('x') },
    { raw: `--x\r\ncontent-disposition: form-data; name="__proto__"; filename="a"\r\n\r\nx\r\n--x--\r\n`, headers: type('x') },
    { raw: `--x\r\n${part}\r\n--x--\r\n`, headers: type('y'.repeat(300)) }, { raw: 'x', headers: { 'content-type': 'image/jpeg' } },
  ]
  for (const one of cases) {
    const reply = await world.send({ url: '/api/v1/photos', ...one })
    expect(faultOfRefusal(reply), one.raw.slice(0, 60)).toBeUndefined()
  }
})

test('[M20] sixty photos a minute from one address, no more', async () => {
  const bytes = await jpeg(8, 8).jpeg().toBuffer()
  const { send } = await world.another({})
  const codes: string[] = []
  for (let n = 0; n < 61; n++) codes.push(answer(await send({ url: '/api/v1/photos', ...multipart(bytes), from: '203.0.113.20' })))
  expect(codes.slice(-2).sort()).toEqual(['200 ', '429 too_many']) // sixty-one in one span: the last alone is too many
})

test('[M20] a photo is read by those who may see its matter, by its reporter, and by everybody only once released (case 27)', async () => {
  const { id, photo, cookie } = await stories.withPhoto()
  const other = await stories.file()
  const url = `/api/v1/photos/${photo}`
  for (const as of ['captain', 'worker', 'supervisor'] as const) expect((await get(url, { as })).statusCode, as).toBe(200)
  expect((await get(url, { cookie })).statusCode).toBe(200)
  for (const as of ['nobody', 'captain-old', 'firm', 'enforcement'] as const) expect((await get(url, { as })).statusCode, as).toBe(404)
  expect((await get(url, { cookie: other.cookie })).statusCode).toBe(404)
  const onBoard = `/api/v1/boards/${stories.place('梧桐苑')}/photos/${photo}`
  expect((await get(onBoard)).statusCode).toBe(404)
  await stories.move('worker', id, 'release-photo', { photo, released: true })
  expect((await get(onBoard)).statusCode).toBe(200)
  expect((await get(`/api/v1/boards/${stories.place('纺机新村')}/photos/${photo}`)).statusCode).toBe(404)
})
