/** How the interface describes itself: openapi.json is made from the schemas that the server runs on. */
import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemSchema, type App } from '../../kit/http.ts'

type Json = { [name: string]: unknown }
type Operation = Json & { parameters?: unknown[]; responses?: { [status: string]: unknown }; tags?: string[] }
type Document = Json & { components?: { schemas?: Json } & Json; paths?: { [path: string]: { [method: string]: Operation } } }

const writes = ['post', 'put', 'patch', 'delete']
const header = (name: string, required: boolean, description: string, schema: Json): Json => ({ name, in: 'header', required, description, schema })
const parameters = {
  IdempotencyKey: header('Idempotency-Key', false,
    'Made by the client for each write: a repeat gets the same answer, another body with the same key is refused.',
    { type: 'string', minLength: 8, maxLength: 100, pattern: '^[\\x21-\\x7e]{8,100}$' }),
  FromOurPages: header('X-Linli', true, 'Says that a write comes from a page or program that means it.', { type: 'string', const: '1' }),
  Post: header('X-Post', false, 'The post in which one acts; without it the first.', { type: 'string', format: 'uuid' }),
}
const problem = (description: string): Json =>
  ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })
const ref = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` })

function withCommonParts(method: string, operation: Operation): Operation {
  const { '4XX': _refused, ...responses } = operation.responses ?? {}
  const common = writes.includes(method) ? [ref('parameters', 'FromOurPages'), ref('parameters', 'IdempotencyKey')] : []
  return {
    ...operation, parameters: [...(operation.parameters ?? []), ...common, ref('parameters', 'Post')],
    responses: { ...responses, '4XX': ref('responses', 'Refused'), '5XX': ref('responses', 'Failed') },
  }
}

/** Which schemas are named in `where`, or in schemas named there. */
function namedIn(where: unknown, schemas: Json, found: Set<string> = new Set()): Set<string> {
  for (const [, name = ''] of (JSON.stringify(where) ?? '').matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (found.has(name) || !(name in schemas)) continue
    namedIn(schemas[name], schemas, found.add(name))
  }
  return found
}

/** The parts that all operations share stand once; schemas that nothing names are left out. */
function tidy(document: Document): Document {
  const paths = Object.fromEntries(Object.entries(document.paths ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, operations]) =>
    [path, Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, withCommonParts(method, operation)]))]))
  const { $schema: _draft, ...problemJson } = z.toJSONSchema(problemSchema, { io: 'output' })
  const all: Json = { ...document.components?.schemas, Problem: problemJson }
  const named = namedIn(paths, all).add('Problem')
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name)))
  const responses = {
    Refused: problem('Refused: what, why, and by which rule, in both languages.'), Failed: problem('Failed on our side; nothing was saved.'),
  }
  return { ...document, components: { schemas, parameters, responses }, paths }
}

/** Puts @fastify/swagger in front of the routes; `app.swagger()` then answers the document. */
export async function describeRoutes(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Linli 邻里', version: '1', description: 'Interfaces of a residential neighbourhood: matters, places, offices, records.' },
    },
    transform: jsonSchemaTransform,
    // the plugin hands over and takes back its own type of the same document
    transformObject: (given) => tidy(jsonSchemaTransformObject(given) as Document) as ReturnType<typeof jsonSchemaTransformObject>,
  })
}
