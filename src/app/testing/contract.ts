/** What openapi.json promises, as checks: which bodies it takes, what replies look like, and what a refusal says. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import Fastify from 'fastify'
import type { Reply } from './world.ts'

export type Schema = { readonly [name: string]: unknown } & {
  readonly type?: string; readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]; readonly items?: Schema; readonly $ref?: string
}
type Content = { readonly content?: { readonly [type: string]: { readonly schema: Schema } } }
type Parameter = { readonly name?: string; readonly in?: string; readonly schema?: Schema; readonly $ref?: string }
export type Operation = {
  readonly id: string; readonly method: 'GET' | 'POST' | 'DELETE'; readonly path: string; readonly body: Schema | undefined
  readonly query: readonly string[]; readonly params: readonly string[]; readonly replies: { readonly [status: string]: Content }
}
type Described = {
  readonly operationId: string; readonly requestBody?: Content
  readonly parameters?: readonly Parameter[]; readonly responses: { readonly [status: string]: Content }
}
type Document = {
  readonly openapi: string; readonly components: { readonly schemas: { readonly [name: string]: Schema } }
  readonly paths: { readonly [path: string]: { readonly [method: string]: Described } }
}

/** The committed text of openapi.json. */
export const committed = readFileSync(path.join(import.meta.dirname, '../../../openapi.json'), 'utf8')
/** The committed document. */
export const document = JSON.parse(committed) as Document // its own test says that it has this shape

const jsonOf = (content: Content | undefined): Schema | undefined => content?.content?.['application/json']?.schema
function operationOf(route: string, method: string, one: Described): Operation {
  const named = (where: string): string[] =>
    (one.parameters ?? []).flatMap((parameter) => (parameter.in === where && parameter.name ? [parameter.name] : []))
  const upper = method.toUpperCase()
  if (upper !== 'GET' && upper !== 'POST' && upper !== 'DELETE') throw new Error(`what is ${upper}?`)
  return {
    id: one.operationId, method: upper, path: route, body: jsonOf(one.requestBody),
    query: named('query'), params: named('path'), replies: one.responses,
  }
}

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths)
  .flatMap(([route, methods]) => Object.entries(methods).map(([method, one]) => operationOf(route, method, one)))

type Check = (value: unknown) => boolean
/** OpenAPI 3.1 calls the parts of a tuple prefixItems; the engine's draft of the language says items. */
function tupled(_name: string, part: unknown): unknown {
  if (part === null || typeof part !== 'object' || !('prefixItems' in part)) return part
  const { prefixItems: items, ...others } = part
  return { ...others, items }
}

/** What a schema names, and what that names: of four hundred definitions a reply needs a few, and the engine reads all that it is given. */
function definitionsOf(text: string, found: { [name: string]: Schema } = {}): typeof found {
  for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    const named = document.components.schemas[name]
    if (named === undefined || name in found) continue
    found[name] = named
    definitionsOf(JSON.stringify(named), found)
  }
  return found
}

/** Makes checks of JSON schemas, by the same engine that fastify has for its own. */
export async function schemaChecker(): Promise<(schema: Schema) => Check> {
  const plain = Fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } } })
  const known = new WeakMap<Schema, Check>() // each is made once
  let compile: ((schema: object) => Check) | undefined
  // answers whether a value fits
  plain.get('/', async (request) => { compile = (schema) => request.compileValidationSchema(schema) as Check; return {} })
  await plain.inject('/')
  return (schema) => {
    const made = known.get(schema)
    if (made) return made
    const definitions = definitionsOf(JSON.stringify(schema))
    const whole: unknown = JSON.parse(JSON.stringify({ ...schema, definitions }).replaceAll('#/components/schemas/', '#/definitions/'), tupled)
    const check = compile?.(Object(whole))
    if (!check) throw new Error('the schema engine did not start')
    known.set(schema, check)
    return check
  }
}

const innards = /node_modules|\bat .+\.ts:\d|syntax error|violates|select .+ from|invalid input/i

/**
 * What is wrong with a reply: nothing, or a few words. A refusal is a problem document with a sentence in both languages; a good reply fits its
 * schema.
 */
export function faultOf(operation: Operation, reply: Reply, checker: (schema: Schema) => Check): string | undefined {
  const { statusCode: status } = reply
  if (status >= 500) return `answered ${status}: ${reply.body.slice(0, 200)}`
  if (status >= 400) return faultOfRefusal(reply)
  const promised = operation.replies[status]
  if (!promised) return `answered ${status}, which openapi.json does not name`
  const schema = jsonOf(promised)
  if (!schema || status === 204 || schema.type === 'null') return undefined
  if (!String(reply.headers['content-type']).startsWith('application/json')) return `answered ${String(reply.headers['content-type'])}`
  return checker(schema)(reply.json()) ? undefined : `a reply that does not fit its schema: ${reply.body.slice(0, 200)}`
}

/** What is wrong with a refusal, if anything. */
export function faultOfRefusal(reply: Reply): string | undefined {
  const { statusCode: status, body } = reply
  if (status < 400 || status >= 500) return `answered ${status} instead of refusing: ${body.slice(0, 200)}`
  if (!String(reply.headers['content-type']).startsWith('application/problem+json')) {
    return `refused with ${String(reply.headers['content-type'])}: ${body.slice(0, 100)}`
  }
  const problem = reply.json<{ code?: unknown; status?: unknown; title?: unknown; explain?: { zh?: unknown; en?: unknown } }>()
  const sentence = /[\u4e00-\u9fff].*[。！？]/.test(String(problem.explain?.zh)) && /[a-z].*[a-z]/i.test(String(problem.explain?.en))
  if (problem.status !== status || typeof problem.code !== 'string' || !sentence) return `refused without a sentence: ${body.slice(0, 200)}`
  return innards.test(body) ? `tells what is inside: ${body.slice(0, 200)}` : undefined
}
