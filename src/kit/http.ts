import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import Fastify, {
  type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest,
  type RawReplyDefaultExpression, type RawRequestDefaultExpression, type RawServerDefault,
} from 'fastify'
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sha256 } from './ids.ts'
import type { Keyed } from './command.ts'
import type { Refusal, Result, Said } from './pure.ts'

export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>

/** No NUL or other control characters, no half of a surrogate pair, no sign that stands for bytes that were lost. */
const clean = (s: string): boolean => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(s) && s.isWellFormed()

/** A text to search by or a cursor: nothing that a database could not read. */
export const plainText = (max: number) => z.string().max(max).refine(clean, 'control characters')

/** Words a person typed: no control characters, normalised, trimmed. `max` counts UTF-16 units. */
export const words = (max: number, min = 1) => z.string().max(max).refine(clean, 'control characters')
  .transform((s) => s.normalize('NFC').replace(/\r\n?/g, '\n').trim()).pipe(z.string().min(min).max(max))

/** An id in an address or a body. */
export const id = () => z.uuid()

/** RFC 9457 problem document with Linli's own members. */
export const problemSchema = z.object({
  type: z.string(), title: z.string(), status: z.number(), code: z.string(), rule: z.string().optional(),
  explain: z.object({ zh: z.string(), en: z.string() }), source: z.object({ law: z.string(), article: z.string().optional() }).optional(),
  from: z.string().optional(), errors: z.array(z.object({ path: z.string(), explain: z.object({ zh: z.string(), en: z.string() }) })).optional(),
})

const statusOf: ReadonlyMap<string, number> = new Map(Object.entries({
  bad_request: 400, signed_out: 401, wrong_sign_in: 401, foreign_origin: 403, wrong_post: 403, not_found: 404,
  stale: 409, key_reused: 409, too_large: 413, wrong_media: 415, too_many: 429, server_error: 500, not_ready: 503,
}))

/** The refusals that any route may give. */
export const common = {
  notFound: {
    code: 'not_found', rule: 'K2', explain: { zh: '没有找到，可能编号少了一位，或者已经移走。', en: 'Not found: a character may be missing, or it has moved.' },
  },
  signedOut: { code: 'signed_out', rule: 'K3', explain: { zh: '请先登录。您写的还在。', en: 'Please sign in first. What you wrote is kept.' } },
  stale: {
    code: 'stale', rule: 'K4', explain: { zh: '没交上，别人刚改过这件事。您写的还在。', en: 'Not sent: somebody has just changed this. What you wrote is kept.' },
  },
} as const satisfies Record<string, Refusal>

/** Sends a refusal as a problem document. */
export function sendRefusal(
  reply: FastifyReply, refusal: Refusal, errors?: readonly { readonly path: string; readonly explain: Said }[],
): FastifyReply {
  const status = statusOf.get(refusal.code) ?? 422
  return reply.status(status).type('application/problem+json').send(JSON.stringify({
    type: `urn:linli:${refusal.code}`, title: refusal.explain.zh, status, code: refusal.code, rule: refusal.rule, explain: refusal.explain,
    ...(refusal.source ? { source: refusal.source } : {}), ...(refusal.from ? { from: refusal.from } : {}), ...(errors ? { errors } : {}),
  }))
}

/** Sends a command's result: its value as JSON, or its refusal as a problem document. */
export const sendResult = <T, V>(reply: FastifyReply, result: Result<T>, view: (value: T) => V): V | FastifyReply =>
  result.ok ? view(result.value) : sendRefusal(reply, result.refusal)

const bad = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'K5', explain: { zh, en } })

function refusalOf(error: FastifyError): Refusal {
  if (error.statusCode === 413) return bad('too_large', '内容太长了，请分几次交。', 'Too long: please send it in parts.')
  if (error.statusCode === 415) return bad('wrong_media', '只收 JSON。', 'Only JSON is taken here.')
  if (error.statusCode === 429) return bad('too_many', '太快了，请过一会儿再试。', 'Too many tries: please wait a little.')
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return bad('bad_request', '内容读不懂，请刷新页面再试。', 'The request could not be read: reload the page and try again.')
  }
  return bad('server_error', '我们这边出了错，没有交上。您写的还在，请过一会儿再交。', 'Something failed on our side and nothing was saved. Please try again shortly.')
}

function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((v) => ({ path: v.instancePath, explain: { zh: '这一项没填对', en: 'this field is not right' } }))
    return sendRefusal(reply, bad('bad_request', '有几项没填对，改好再交。', 'Some fields are not right.'), errors)
  }
  const refusal = refusalOf(error)
  // The route's pattern is logged, never the address: addresses may hold codes. Nor the message: databases quote in it what a person wrote.
  if (refusal.code === 'server_error') {
    const stack = error.stack?.split('\n').filter((line) => line.startsWith('    at ')).slice(0, 5)
    request.log.error({ route: request.routeOptions.url, name: error.name, code: error.code, stack }, 'request failed')
  }
  return sendRefusal(reply, refusal)
}

const broken = bad('bad_request', '请求读不懂，请刷新页面再试。', 'The request could not be read: reload the page and try again.')
const badKey = bad('bad_request', '这次提交的编号不合规，请刷新页面再交一次。', 'The request key is not well formed: reload the page and send it again.')
const keyShape = /^[\x21-\x7e]{8,100}$/

/** What isn't even a request gets its answer on the bare connection. */
function onBrokenConnection(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = JSON.stringify({
    type: 'urn:linli:bad_request', title: broken.explain.zh, status, code: broken.code, rule: broken.rule, explain: broken.explain,
  })
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\nx-content-type-options: nosniff\r\n` +
    `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`)
}

/** Reads a JSON body strictly: broken UTF-8 is refused instead of being repaired in silence. */
function readJson(_request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void): void {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    done(null, text === '' ? undefined : JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)))
  } catch {
    done(Object.assign(new Error('not JSON'), { statusCode: 400 }))
  }
}

export type AppOptions = {
  /** Where the log goes: nowhere, to standard output, or line by line to `write`. */
  readonly logger?: boolean | { readonly write: (line: string) => void }
  /** Addresses of the reverse proxy in front, whose X-Forwarded-For is believed; undefined: the address of the connection counts. */
  readonly proxy?: string | undefined
}

const tables = new WeakMap<object, { readonly method: string; readonly url: string }[]>()

/** Every route that was put into a server of `makeApp`, in order: for tests that have to walk all of them. */
export const routesOf = (app: App): readonly { readonly method: string; readonly url: string }[] => tables.get(app) ?? []

/** A Fastify server with Linli's conventions: zod schemas, problem documents, strict bodies of at most 256 kB, quiet logs. */
export function makeApp({ logger = false, proxy }: AppOptions = {}): App {
  const stream = typeof logger === 'object' ? { stream: logger } : {}
  const app = Fastify({
    logger: logger === false ? false : { level: 'warn', redact: ['req', 'res'], ...stream }, bodyLimit: 256 * 1024, genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 }, trustProxy: proxy ?? false, requestTimeout: 300_000,
    frameworkErrors: (_error, _request, reply) => { sendRefusal(reply.header('x-content-type-options', 'nosniff'), broken) },
    clientErrorHandler: onBrokenConnection,
  }).withTypeProvider<ZodTypeProvider>()
  const routes: { method: string; url: string }[] = []
  tables.set(app, routes)
  app.addHook('onRoute', ({ method, url }) => { for (const one of [method].flat()) routes.push({ method: one, url }) })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, readJson)
  app.setErrorHandler(onError)
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, common.notFound))
  // A key that can't be one is refused, not ignored: its sender relies on a repeat doing nothing.
  app.addHook('onRequest', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (key !== undefined && !(typeof key === 'string' && keyShape.test(key))) return sendRefusal(reply, badKey)
  })
  return app
}

/** The key of a write: its `Idempotency-Key` header with a hash of route, address and body. Undefined when it carries none. */
export function keyOf(request: FastifyRequest, actor: string): Keyed | undefined {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !keyShape.test(key)) return undefined
  return { actor, key, request: sha256(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`) }
}
