/** Ways to spoil a request: each field in turn, the body as a whole, what stands in the address, what stands in the head. */
import type { Chance } from './chance.ts'
import type { Schema } from './contract.ts'

export type Value = { readonly [name: string]: unknown }
/** One spoilt body. `surely`: whatever the schema says, it must be refused. */
export type Spoilt = { readonly what: string; readonly body: unknown; readonly surely: boolean }

const megabyte = 'x'.repeat(1_000_000)
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const evil = ['<img src=x onerror=alert(1)>', "'; drop table matter; --", '{{7*7}}',
  '../../etc/passwd', '%00', '\u202e倒着写', '甲'.repeat(300), '👩‍👩‍👧‍👦',
  'constructor', '__proto__', 'toString', '\t\r\n', ' '] as const
const broken = ['a\u0000b', '\ud800', 'x\udc00y', '\u0008', '\ufffd'] as const
const numbers = [-1, 0, 1e308, Number.MAX_SAFE_INTEGER, 1.5, -0, 2 ** 31, 1e21] as const
const shapes = [null, true, 7, 'x', [], {}, [[]], { toString: 'x' }] as const
export const unknownIds = ['00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff', '019a0000-0000-7000-8000-000000000000', 'x', '',
  "1' or '1'='1", '-1', '1e9', 'null', 'undefined', '{}'] as const

const set = (body: Value, [first, ...rest]: readonly string[], value: unknown): Value => {
  if (first === undefined) return body
  const inner = body[first]
  // an array's first element stands for all
  const at = Array.isArray(inner) && rest.length > 0 ? [set((inner[0] ?? {}) as Value, rest, value)] : undefined
  return { ...body, [first]: rest.length === 0 ? value : at ?? set((inner ?? {}) as Value, rest, value) } // what is no object is replaced by one
}
const without = (body: Value, name: string): Value => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))

/** Every field of a schema as a path, into objects and elements of arrays. */
export function fieldsOf(schema: Schema, above: readonly string[] = []): { readonly path: readonly string[]; readonly schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = [...above, name]
    return [{ path, schema: field }, ...fieldsOf(field, path), ...(field.items ? fieldsOf(field.items, path) : [])]
  })
}

/** Ways in which the value of one field is wrong; texts alone know the last three. */
const WAYS: readonly { readonly way: string; readonly from: (chance: Chance) => unknown; readonly surely: boolean; readonly text: boolean }[] = [
  { way: 'shape', from: (chance) => chance.pick(shapes), surely: false, text: false },
  { way: '1 MB', from: () => megabyte, surely: true, text: false },
  { way: 'number', from: (chance) => chance.pick(numbers), surely: false, text: false },
  { way: 'junk', from: (chance) => chance.junk(), surely: false, text: false },
  { way: 'broken', from: (chance) => chance.pick(broken), surely: true, text: true },
  { way: 'evil', from: (chance) => chance.pick(evil), surely: false, text: true },
  { way: 'id', from: (chance) => chance.pick(unknownIds), surely: false, text: true },
]
/** In so many ways is each field of a body wrong; every way comes to every body of four fields or more, and over all operations to every value. */
const PER_FIELD = 2

function valuesFor(field: Schema, chance: Chance, nth: number, fields: number): { what: string; value: unknown; surely: boolean }[] {
  const text = JSON.stringify(field).includes('"string"')
  const ways = WAYS.filter((one) => text || !one.text)
  // one field after another goes on in the list where the one before it stopped; where there are few, each is wrong in all ways
  const here = fields <= 2 ? ways : Array.from({ length: PER_FIELD }, (_, n) => ways[(nth * PER_FIELD + n) % ways.length] ?? chance.pick(ways))
  return here.map(({ way, from, surely }) => {
    const value = from(chance)
    return { what: way === '1 MB' ? way : JSON.stringify(value)?.slice(0, 30) ?? 'nothing', value, surely }
  })
}

/** The body with each field wrong in several ways, missing, and with what does not belong there. */
export function spoilFields(schema: Schema, good: Value, chance: Chance): Spoilt[] {
  const fields = fieldsOf(schema)
  const each = fields.flatMap(({ path, schema: field }, nth) => valuesFor(field, chance, nth, fields.length)
    .map(({ what, value, surely }) => ({ what: `${path.join('.')}: ${what}`, body: set(good, path, value), surely })))
  const missing = (schema.required ?? []).filter((name) => schema.properties?.[name]?.['default'] === undefined)
    .map((name) => ({ what: `${name} missing`, body: without(good, name), surely: true }))
  const extra = chance.some(['district', 'constructor', 'id', 'actor', 'role'], 2).filter((name) => !(name in (schema.properties ?? {})))
    .map((name) => ({ what: `extra ${name}`, body: { ...good, [name]: 'x' }, surely: true }))
  return [...each, ...missing, ...extra, { what: 'all junk', body: chance.junk(4), surely: false }]
}

export type RawBody = { readonly what: string; readonly raw: Buffer | string; readonly type: string; readonly surely: boolean }

/** Bodies that are no good as a whole. `good` is the text of one that is. */
export function rawBodies(good: string): RawBody[] {
  const json = (what: string, raw: Buffer | string, surely = true): RawBody => ({ what, raw, type: 'application/json', surely })
  const cut = Buffer.from(good.slice(0, -1))
  return [
    json('empty', ''), json('half', cut), json('array', '[]'), json('null', 'null'),
    json('text', '"x"'), json('number', '1e999'), json('two', `${good}${good}`),
    json('broken UTF-8', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')])),
    json('UTF-16', Buffer.from(good, 'utf16le')), json('NUL bytes', Buffer.alloc(64)),
    json('deep', deep(60_000)), json('deep inside', `{"words":${deep(20_000)}}`),
    json('too much', `{"words":"${megabyte}"}`), json('prototype', `{"__proto__":{"words":"x"},"constructor":{"prototype":{"x":1}}}`),
    json('comments', `/* */ ${good}`), json('single quotes', good.replaceAll('"', "'"), good.includes('"')),
    { what: 'as text', raw: good, type: 'text/plain', surely: true },
    { what: 'as a form', raw: 'words=x&place=y', type: 'application/x-www-form-urlencoded', surely: true },
    { what: 'as XML', raw: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', type: 'application/xml', surely: true },
    { what: 'as photos', raw: '--x\r\n', type: 'multipart/form-data; boundary=x', surely: true },
    { what: 'of no type', raw: good, type: ';;;', surely: true },
    { what: 'of a strange type', raw: good, type: `application/${'y'.repeat(4000)}`, surely: true },
  ]
}

/** What may stand in the place of an id in an address, percent-encoded or not at all. */
export const addressParts: readonly string[] = [...unknownIds.slice(0, 3),
  ...['x', "1' or '1'='1", '甲', 'a\u0000b', '..', '../../x', 'x'.repeat(150), ' ', '{}'].map(encodeURIComponent),
  '%00', '%ff%fe', '%ed%a0%80', '%zz', '%', 'x'.repeat(5000), '..%2f..%2fopenapi.json', '%2e%2e', '\\..\\']

/** What may stand in a query, as written. */
export const queryParts: readonly string[] = ['', '%00', 'a%00b', '%ff', '%ed%a0%80', '%zz',
  '-1', '0', '1e3', '99999999999999999999', 'NaN', '<script>', "'%20or%201=1--", '%25',
  '%5c', '_', encodeURIComponent('甲'.repeat(40)), 'x'.repeat(3000), 'null',
  '[object Object]', 'constructor', '2026-02-31', '019a0000-0000-7000-8000-000000000000',
  Buffer.from('infinity 00000000-0000-0000-0000-000000000000').toString('base64url'), Buffer.from(`1 ${'-'.repeat(36)}`).toString('base64url'),
  Buffer.from('+275760-09-13T00:00:00.000Z 019a0000-0000-7000-8000-000000000000').toString('base64url'),
  '8640000000000001_019a0000-0000-7000-8000-000000000000',
  '8640000000000000_019a0000-0000-7000-8000-000000000000', '999999999999999_019a0000-0000-7000-8000-000000000000']

/** Heads that are no good: keys, posts, cookies and other things that a browser never sends. */
export const headers: readonly { readonly [name: string]: string }[] = [
  { 'idempotency-key': 'k' }, { 'idempotency-key': 'k'.repeat(5000) }, { 'idempotency-key': 'with blanks in it' },
  { 'idempotency-key': '钥匙钥匙钥匙钥匙' }, { 'x-post': 'x' }, { 'x-post': "'; --" },
  { 'x-post': '019a0000-0000-7000-8000-000000000000' }, { 'x-linli': '0' },
  { 'x-linli': '0', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  { cookie: 'linli_follow=%00' }, { cookie: `linli_follow=${'x'.repeat(8000)}` },
  { cookie: 'linli_follow=990106.x.y.z; better-auth.session_token=%E0%A4%A' },
  { cookie: ';;;===;' }, { host: '' }, { host: 'a b' }, { 'content-length': '5' }, { 'transfer-encoding': 'chunked' },
  { accept: 'image/png' }, { 'x-forwarded-for': "1.2.3.4, '" }, { range: 'bytes=9-1' },
]
