import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { common, id, keyOf, makeApp, plainText, problemSchema, sendRefusal, sendResult, words } from './http.ts'
import { ok, refuse } from './pure.ts'

const lines: string[] = []
const app = makeApp({ logger: { write: (line) => { lines.push(line) } } })
const keys: (string | undefined)[] = []
beforeAll(async () => {
  app.post('/words', { schema: { body: z.strictObject({ words: words(20, 2), place: id().optional() }) } }, async (request) => request.body)
  app.post('/key', { schema: { body: z.strictObject({ n: z.int() }) } }, async (request) => {
    const key = keyOf(request, 'somebody')
    keys.push(key && `${key.actor} ${key.key} ${key.request.toString('hex').slice(0, 8)}`)
    return {}
  })
  app.get('/refused/:code', { schema: { params: z.object({ code: z.string() }) } }, async (request, reply) =>
    sendRefusal(reply, {
      code: request.params.code, rule: 'X1', explain: { zh: '不行。', en: 'No.' },
      source: { law: '办法', article: '第一条' }, from: '2026-11-20T02:40:00.000Z',
    }))
  app.get('/result/:good', async (request, reply) =>
    sendResult(reply, request.url.endsWith('yes') ? ok({ secret: 1, shown: 2 }) : refuse(common.stale), ({ shown }) => ({ shown })))
  app.get('/broken', async () => {
    throw Object.assign(new Error('invalid input syntax for type uuid: "秘密的话"'), { code: '22P02', detail: 'Key (phone)=(13812342046)' })
  })
  app.get('/forbidden', async () => { throw Object.assign(new Error('no'), { statusCode: 403 }) })
  await app.ready()
})
afterAll(() => app.close())

const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } })
const say = async (text: unknown): Promise<unknown> => {
  const reply = await post('/words', JSON.stringify({ words: text }))
  return reply.statusCode === 200 ? reply.json<{ words: string }>().words : reply.statusCode
}

test('words are trimmed and normalised; control characters, half surrogates and lost bytes are refused', async () => {
  expect(await say('  路灯\r\n不亮\t了 ')).toBe('路灯\n不亮\t了')
  expect(await say('e\u0301te\u0301')).toBe('été')
  expect(await say('👩‍👩‍👧‍👦好')).toBe('👩‍👩‍👧‍👦好')
  for (const bad of [
    'a\u0000b', 'a\u0007b', '\ud800\ud800', 'x\udc00', 'lost\ufffdbytes', ' x ', '', 'x'.repeat(21), 7, null, ['xx'], { a: 1 },
  ]) expect(await say(bad), JSON.stringify(bad))
    .toBe(400)
  expect(plainText(3).safeParse('').success).toBe(true)
  expect(plainText(3).safeParse('\u0000').success).toBe(false)
})

test('a refusal is a problem document with its rule, source and sentence in both languages', async () => {
  const reply = await app.inject('/refused/wrong_state')
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(problemSchema.strict().parse(reply.json()))
    .toEqual({ type: 'urn:linli:wrong_state', title: '不行。', status: 422, code: 'wrong_state', rule: 'X1',
    explain: { zh: '不行。', en: 'No.' }, source: { law: '办法', article: '第一条' }, from: '2026-11-20T02:40:00.000Z' })
})

test.each([
  ['bad_request', 400], ['signed_out', 401], ['wrong_post', 403], ['not_found', 404], ['stale', 409], ['key_reused', 409],
  ['too_large', 413], ['wrong_media', 415], ['anything_else', 422], ['constructor', 422], ['too_many', 429], ['not_ready', 503],
])('%s is status %i', async (code, status) => {
  expect((await app.inject(`/refused/${code}`)).statusCode).toBe(status)
})

test('a good result is sent as its view, a refused one as its problem', async () => {
  expect((await app.inject('/result/yes')).json()).toEqual({ shown: 2 })
  expect((await app.inject('/result/no')).json()).toMatchObject({ status: 409, code: 'stale' })
})

test('a body that cannot be read is refused: broken UTF-8, no JSON, another type, too much', async () => {
  const answers = await Promise.all([post('/words', Buffer.from([0x7b, 0xff, 0x7d])), post('/words', '{"words":'), post('/words', ''), post(
    '/words', '{}', { 'content-type': 'text/plain' },
  ),
    post('/words', JSON.stringify({ words: 'x'.repeat(300_000) })), post('/words', '['.repeat(100_000))])
  expect(answers.map((one) => [one.statusCode, one.json<{ code: string }>().code]))
    .toEqual([[400, 'bad_request'], [400, 'bad_request'], [400, 'bad_request'], [415, 'wrong_media'],
    [413, 'too_large'], [400, 'bad_request']])
})

test('prototype keys of a body never reach anything', async () => {
  expect((await post('/words', '{"words":"好的","__proto__":{"admin":true}}')).json()).toEqual({ words: '好的' })
  expect((await post('/words', '{"words":"好的","constructor":{"prototype":{"admin":true}}}')).statusCode).toBe(400)
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
})

test('which field is wrong is said, what was in it is not', async () => {
  const { errors } = (await post('/words', JSON.stringify({ words: '好的', place: '秘密的话' }))).json<{ errors: { path: string }[] }>()
  expect(errors.map((one) => one.path)).toEqual(['/place'])
  expect(JSON.stringify(errors)).not.toContain('秘密')
})

test('addresses that cannot be read and methods that do not exist get a sentence', async () => {
  for (const url of ['/%', '/%zz', '/nowhere', '/refused/%ff']) {
    const reply = await app.inject(url)
    expect([400, 404], url).toContain(reply.statusCode)
    expect(reply.headers['content-type'], url).toMatch(/^application\/problem\+json/)
  }
  expect((await app.inject({ method: 'DELETE', url: '/words' })).json()).toMatchObject({ code: 'not_found' })
})

test('the log names route and kind of a failure, never what the error says: databases quote in it what a person wrote', async () => {
  lines.length = 0
  const reply = await app.inject('/broken?code=123456')
  expect(reply.json()).toMatchObject({ status: 500, code: 'server_error' })
  expect(reply.body).not.toMatch(/uuid|秘密/)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'request failed', route: '/broken', code: '22P02' })
  expect(lines[0]).toContain('http.test.ts')
  for (const secret of ['秘密', '13812342046', '123456']) expect(lines[0]).not.toContain(secret)
  expect((await app.inject('/forbidden')).json()).toMatchObject({ status: 400 })
})

test('the key of a write holds actor, key, and a hash of address and body; one that cannot be a key is refused', async () => {
  const send = (body: object, key?: string) => post('/key', JSON.stringify(body), key === undefined ? {} : { 'idempotency-key': key })
  keys.length = 0
  for (const [body, key] of [
    [{ n: 1 }, 'aaaaaaaa'], [{ n: 1 }, 'aaaaaaaa'], [{ n: 2 }, 'aaaaaaaa'], [{ n: 1 }, undefined],
  ] as const) await send(body, key)
  expect(keys[0]).toMatch(/^somebody aaaaaaaa [0-9a-f]{8}$/)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
  expect(keys[3]).toBeUndefined()
  for (const key of ['short', 'x'.repeat(101), 'has blanks', 'é'.repeat(9)]) expect((await send({ n: 1 }, key)).json(), key)
    .toMatchObject({ status: 400, code: 'bad_request' })
})
