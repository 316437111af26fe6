import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../kit/ids.ts'
import { createAccount } from '../trust/index.ts'
import { noticeWords } from './notices.ts'
import { Chance } from './testing/chance.ts'
import { faultOf, operations, schemaChecker, type Operation, type Schema } from './testing/contract.ts'
import type { Plan } from './testing/plan.ts'
import { named, plans } from './testing/plans.ts'
import { addressParts, headers, queryParts, rawBodies, spoilFields } from './testing/spoil.ts'
import { planted, Stories } from './testing/stories.ts'
import { openWorld, type Reply, type Who, type World } from './testing/world.ts'

let world: World
let stories: Stories
let checker: (schema: Schema) => (value: unknown) => boolean
let asked = 0
const cookiesSet: string[] = []

beforeAll(async () => {
  world = await openWorld()
  stories = new Stories(world)
  checker = await schemaChecker()
  const auth = (await import('../kit/db.ts')).openDb(world.database.connection, 'linli_auth', 1)
  await createAccount(auth, { person: newId(), district: '990106', username: named.name, password: named.password })
  await auth.destroy()
}, 60_000)
afterAll(async () => { await world.close() })

/** One operation under fire: keeps a plan that is right, and makes a new one when it is needed again after a request changed what it was about. */
class Target {
  readonly operation: Operation
  readonly faults: string[] = []
  plan: Plan = { as: 'nobody' }
  #spent = false
  constructor(operation: Operation) { this.operation = operation }

  async ready(): Promise<this> {
    const planner = plans[this.operation.id]
    if (!planner) throw new Error(`${this.operation.id} has no plan: add one to testing/plans.ts`)
    this.plan = await planner(stories)
    this.#spent = false
    return this
  }

  /** Before a request that may be taken: a plan costs many requests of its own, and what is refused for its form needs none. */
  async fresh(): Promise<void> { if (this.#spent) await this.ready() }

  url(params: Plan['params'] = this.plan.params, query: string = new URLSearchParams(this.plan.query).toString()): string {
    const path = this.operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
    return query === '' ? path : `${path}?${query}`
  }

  /**
   * Sends one; after a write that went through the plan is spent, unless `again` says that it may be sent again. `must`: it has to be refused, with
   * this status if one is said.
   */
  async send(what: string, more: Partial<Parameters<World['send']>[0]>, must: number | boolean = false, again = false): Promise<Reply> {
    const { operation, plan } = this
    const body = plan.body === undefined || operation.method === 'GET' ? {} : { body: plan.body }
    asked++
    const reply = await world.send({ as: plan.as, method: operation.method, url: this.url(), cookie: plan.cookie, ...body, ...more })
    if (reply.headers['set-cookie']) cookiesSet.push(String(reply.headers['set-cookie']))
    const fault = faultOf(operation, reply, checker) ?? this.#unkept(reply, must)
    if (fault) this.faults.push(`${what}: ${fault}`)
    if (reply.statusCode < 300 && operation.method !== 'GET' && !(again && !/^sign(In|Out)/.test(operation.id))) {
      this.#spent = true
      if (/^sign(In|Out)/.test(operation.id)) {
        if (more.as !== undefined) await world.renew() // the session that it came with has ended
        await this.ready()
      }
    }
    return reply
  }

  #unkept({ statusCode, body }: Reply, must: number | boolean): string | undefined {
    if (must === false || (must === true ? statusCode >= 400 : statusCode === must)) return undefined
    return `should have been refused${must === true ? '' : ` with ${must}`}, answered ${statusCode}: ${body.slice(0, 120)}`
  }
}

const everybody: readonly Who[] = ['nobody', 'captain', 'captain-old', 'firm', 'worker', 'enforcement', 'supervisor']

/** Somebody who follows a matter of their own, until a request changed it; and a matter far away, which none may. */
let follower: string | undefined
let far: string | undefined

async function asEverybody(target: Target): Promise<void> {
  // It went through as whoever the plan is for a moment ago. Of the others half read and a third write, others for each operation: a success costs a new plan.
  const every = target.operation.method === 'GET' ? 2 : 3
  const others = everybody.filter((as, n) => as === 'nobody' || (as !== target.plan.as && n % every === target.operation.id.length % every))
  for (const as of others) {
    await target.fresh()
    await target.send(`as ${as}`, { as })
  }
  follower ??= (await stories.file()).cookie
  await target.fresh()
  const reply = await target.send('as a follower', { as: 'nobody', cookie: follower })
  if (reply.statusCode < 300 && target.operation.method !== 'GET') follower = undefined
  if (target.plan.matter === undefined) return
  far ??= (await stories.file({ place: stories.place('纺机新村1号楼') })).id
  for (const as of ['captain', 'firm', 'worker', 'enforcement'] as const) await target.send(
    `somebody else’s, as ${as}`, { as, url: target.url({ id: far }) }, 404,
  )
}

async function spoiltAddresses(target: Target, chance: Chance): Promise<void> {
  const { params, query } = target.operation
  for (const name of params) for (const part of chance.some(addressParts, 2)) await target.send(
    `${name} ${part.slice(0, 20)}`, { url: target.url({ ...target.plan.params, [name]: part }) }, true,
  )
  for (const name of query) {
    for (const part of chance.some(queryParts, 2)) await target.send(`?${name}=${part.slice(0, 20)}`, {
      url: target.url(undefined, `${target.operation.id === 'lookUpPlaces' && name !== 'q' ? 'q=a&' : ''}${name}=${part}`),
    })
    await target.send(`?${name} twice`, { url: target.url(undefined, `${name}=a&${name}=b`) }, true)
    await target.send(`?${name}[]`, { url: target.url(undefined, `${name}[]=a&${name}[x]=b&__proto__=x`) })
  }
}

async function spoiltBodies(target: Target, chance: Chance): Promise<void> {
  const { body: schema, id } = target.operation
  if (!schema) return
  const fits = checker(schema)
  for (const { what, body, surely } of spoilFields(schema, target.plan.body ?? {}, chance)) {
    // a body that was made for an earlier plan is about what that plan was about: only then is a good one good
    const sent = JSON.stringify(body) ?? 'null'
    const must = surely || !fits(JSON.parse(sent))
    if (!must) await target.fresh()
    await target.send(what, { raw: sent, headers: { 'content-type': 'application/json' } }, must)
  }
  for (const { what, raw, type, surely } of chance.some(rawBodies(JSON.stringify(target.plan.body ?? {})), 4)) {
    await target.send(`a body ${what}`, { raw, headers: { 'content-type': type } }, surely && id !== 'sendPhoto')
  }
}

async function staleAndRepeated(target: Target): Promise<void> {
  const { body: schema } = target.operation
  await target.fresh()
  if (schema?.properties?.['version']) await target.send('stale', { body: { ...target.plan.body, version: 999 } }, 409)
  if (!repeatable.has(target.operation.id)) return
  const { as, cookie, body } = target.plan
  const same = { as, cookie, url: target.url(), body, headers: { 'idempotency-key': newId() } }
  const first = await target.send('with a key', same)
  const again = await target.send('the same again', same)
  const differs = first.statusCode !== 200 || again.body !== first.body
  if (differs) {
    target.faults.push(`a repeat answered ${again.statusCode} ${again.body.slice(0, 100)} after ${first.statusCode} ${first.body.slice(0, 100)}`)
  }
  if (body && schema) await target.send('the same key with another body', { ...same, body: { ...body, ...another(schema) } }, 409)
}

/** Another value for one field of a body, as good as the one before. */
function another(schema: Schema): object {
  const { note, words, text, version, reached } = schema.properties ?? {}
  if (note) return { note: '另一句话' }
  if (words) return { words: '另一句话' }
  if (text) return { text: '李四 11:00\n电梯坏了\n' }
  if (version) return { version: 1 }
  return reached ? { reached: false } : schema.properties?.['field'] ? { field: 'name' } : { publicPhone: true }
}

const repeatable = new Set(operations.map(({ id }) => id).filter((id) =>
  /^matter_|Followed$|^(fileMatter|revealReporter|handOverPost|pasteChat|fileDraft|fileReport|writeBack|(take|answer|close|handOver)Report)$/.test(id)
  && !id.startsWith('read')))

async function strangeHeads(target: Target, chance: Chance): Promise<void> {
  for (const one of chance.some(headers, 2)) {
    const { cookie, ...others } = one
    await target.fresh()
    await target.send(`head ${JSON.stringify(one).slice(0, 40)}`, { headers: others, ...(cookie === undefined ? {} : { cookie }) }, false, true)
  }
  const method = chance.pick(['PUT', 'PATCH'] as const)
  await target.send(method, { method }, 404)
}

test('every operation has a plan', () => { expect(operations.map(({ id }) => id).filter((id) => !plans[id])).toEqual([]) })

test.each(operations)('[K5] $id answers everything with a sentence', async (operation) => {
  const target = await new Target(operation).ready()
  const chance = new Chance(operation.id)
  const good = ['listen', 'sendPhoto', 'sendRosterFile'].includes(operation.id) ? undefined : await target.send('all right', {})
  expect(good === undefined ? 'not asked' : `${good.statusCode} ${good.statusCode < 300 ? '' : good.body}`).toMatch(/^(2|not)/)
  if (operation.id !== 'listen' && operation.id !== 'listDemoPeople') await asEverybody(target)
  await spoiltAddresses(target, chance)
  await spoiltBodies(target, chance)
  await staleAndRepeated(target)
  await strangeHeads(target, chance)
  expect(target.faults).toEqual([])
}, 60_000)

test('at least two thousand were asked, and no cookie was within reach of scripts or of other sites', () => {
  expect(asked).toBeGreaterThan(2000)
  console.info(`${asked} requests`)
  expect(cookiesSet.length).toBeGreaterThan(20)
  expect(cookiesSet.filter((cookie) => !/; HttpOnly; SameSite=Lax/.test(cookie))).toEqual([])
})

test('[N2] whatever was told inside the product while everything was done has words, and is about something', async () => {
  const { rows } = await world.database.pool('linli_owner').query<{ template: string; named: string[] }>("select distinct template, array(select jsonb_object_keys(facts)) as named from outbox where channel = 'app'")
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ template, named }) => !named.includes(noticeWords.kinds.get(template)?.about ?? 'no kind'))).toEqual([])
})

test('the log holds no words, names, phones, passwords or codes; nor do keys, acts, notices and timers', async () => {
  expect(world.log).toEqual([])
  const owner = world.database.pool('linli_owner')
  const tables = { idempotency: 'reply', act: 'facts', outbox: 'facts', timer: 'facts', notice: 'facts', matter_entry: 'facts' }
  for (const [table, column] of Object.entries(tables)) {
    const { rows } = await owner.query<{ text: string }>(`select ${column}::text as text from ${table}`)
    const all = rows.map((row) => row.text).join('\n')
    for (const secret of [...Object.values(planted), ...stories.secrets]) expect(all.includes(secret), `${table} holds ${secret}`).toBe(false)
  }
})
