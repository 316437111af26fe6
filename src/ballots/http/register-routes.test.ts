import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgId } from '../../../demo/orgs.ts'
import { codeOf, placeId } from '../../../demo/places.ts'
import { personId, postId } from '../../../demo/posts.ts'
import { openRegisterWorld, type RegisterWorld } from '../../app/testing/register-world.ts'
import { cookieFrom, type Reply, type Who } from '../../app/testing/world.ts'
import { withScope } from '../../kit/db.ts'
import { clockActor, erasePerson, lookupHash } from '../../trust/index.ts'
import { forgetOwners } from '../jobs/forget-owners.ts'

let world: RegisterWorld
let chair = ''
let han = ''
const [wty, fjx, jlf] = ['wty', 'fjx', 'jlf'].map((key) => placeId(codeOf(key))) as [string, string, string] // three in, three out
const root = clockActor('990106', 'd990106')

const signIn = async (name: string): Promise<string> => cookieFrom(await world.send({ url: '/api/v1/demo/session',
  body: { person: personId(name) } }))
beforeAll(async () => {
  world = await openRegisterWorld()
  chair = await signIn('傅明远')
  han = await signIn('韩素云')
}, 120_000)
afterAll(async () => { await world?.close() })

const asHan = { 'x-post': postId('own-fjx:chair') } // one of the five posts that she holds
const get = (cookie: string, url: string, headers = {}) => world.send({ method: 'GET', url: `/api/v1${url}`, cookie, headers })
const as = (who: Who, url: string) => world.send({ as: who, method: 'GET', url: `/api/v1${url}` })
/** The tables as their owner sees them, past every wall. */
const owned = () => world.database.pool('linli_owner')
let keys = 0
const post = (cookie: string, url: string, body: object = {}, headers = {}) =>
  world.send({ url: `/api/v1${url}`, cookie, body, headers: { 'idempotency-key': `register-key-${keys++}`, ...headers } })
const codeIn = (reply: Reply): string => (reply.statusCode < 300 ? 'ok' : reply.json<{ code: string }>().code)

type Line = { id: string; label: string; head: string; owners: string[]; area: number; status: string }
type Counted = { titles: number; heads: number; area: number }
type Whole = { totals: Counted; kinds: (Counted & { kind: string; listed: number })[]; stops: Record<string,
  number>; several: number; proxies: number }
type Head = { id: string; version: number; stop: string | null; totals: Counted; kind: string; company: string | null
  owners: { id: string; name: string; phone: string | null; chosen: boolean }[]; past: { id: string; name: string }[]
  proxies: { id: string; name: string; state: string }[]; titles: { id: string; label: string; version: number; counts: boolean }[] }
const whole = async (): Promise<Whole> => (await get(chair, `/registers/${wty}`)).json<Whole>()
const titles = async (query: string): Promise<Line[]> => (await get(chair, `/registers/${wty}/titles?${query}`)).json<{ items: Line[] }>().items
async function titleOf(label: string): Promise<Line> {
  const found = (await titles(`q=${encodeURIComponent(label)}`)).find((one) => one.label === label)
  if (!found) throw new Error(`no title ${label}`)
  return found
}
const headFile = async (id: string): Promise<Head> => (await get(chair, `/register-heads/${id}`)).json<Head>()
async function headAt(label: string): Promise<Head> { return headFile((await titleOf(label)).head) }

/** A head that owns one home and nothing else. */
async function aloneIn(query: string): Promise<Head> {
  for (const one of await titles(query)) {
    const file = await headFile(one.head)
    if (file.titles.length === 1 && file.stop === null) return file
  }
  throw new Error('the demo has such a head')
}

test('[B81] 梧桐苑 counts 884 titles, 846 heads and 91,308.32 m²; the garages are listed and count for nothing', async () => {
  const register = await whole()
  expect(register.totals).toEqual({ titles: 884, heads: 846, area: 9_130_832 })
  expect(register.kinds).toMatchObject([{ kind: 'home', titles: 860, area: 8_944_592 }, { kind: 'shop', titles: 24, heads: 8, area: 186_240 },
    { kind: 'garage', listed: 612, titles: 0, heads: 0, area: 0 }])
  expect(register).toMatchObject({ several: 27, stops: { not_chosen: 5, death: 1, court_order: 1, nobody: 0 }, proxies: 1, quorum: { heads: 564,
    area: 6_087_222 } })
  const stairs = (await get(han, `/registers/${fjx}`, asHan)).json<Whole>()
  expect(stairs.totals).toEqual({ titles: 12, heads: 12, area: 70_860 })
})

test('[B80] the register is its keeper’s room: community, street, firm, captain and another compound’s keeper read nothing (P19)', async () => {
  const { head } = await titleOf('3-1201')
  for (const url of [`/registers/${wty}`, `/registers/${wty}/titles`, `/register-heads/${head}`, `/registers/${wty}/takers`,
    `/registers/${wty}/table`]) {
    for (const who of ['worker', 'secretary', 'supervisor', 'firm', 'captain', 'grid'] as const) expect([who, url, (await as(who,
      url)).statusCode]).toEqual([who, url, 404])
    expect([url, (await get(han, url, asHan)).statusCode]).toEqual([url, 404])
    expect([url, (await as('nobody', url)).statusCode]).toEqual([url, 401])
  }
  const cards = (await as('worker', '/registers')).json<{ items: object[] }>().items
  expect(cards).toMatchObject([{ name: '梧桐苑', mine: false, mayStart: false, keeper: { name: '梧桐苑业主委员会' } }, { name: '锦澜府', keeper: null,
    mayStart: true },
    { name: '老官塘院', keeper: null, mayStart: false }])
  // without HTTP too: whoever looks into the tables as the community sees the keeper and nothing more
  const community = { ...root, audience: ['community'], orgs: [orgId('com-001')], kind: 'staff' as const }
  const seen = await withScope(world.db, community, async (tx) => [await tx.selectFrom('owner_register').selectAll().execute(),
    await tx.selectFrom('owner').selectAll().execute(),
    await tx.selectFrom('head').selectAll().execute(), await tx.selectFrom('title').selectAll().execute(),
      await tx.selectFrom('proxy').selectAll().execute()])
  expect(seen.map(({ length }) => length)).toEqual([2, 0, 0, 0, 0])
})

test('[B80] an owner’s telephone has another hash here than in the roster: the two rooms can’t be laid side by side (P19)', () => {
  expect(lookupHash('990106', 'owner_phone', '19900001096')).not.toEqual(lookupHash('990106', 'phone', '19900001096'))
})

test('[B82] joint owners have one ballot and choose who casts it; who is left alone votes', async () => {
  const [line] = await titles('list=stopped')
  if (!line) throw new Error('the demo has some')
  const head = await headFile(line.head)
  expect(head).toMatchObject({ stop: 'not_chosen', totals: { heads: 1 } })
  const [first, second] = head.owners
  expect(codeIn(await post(chair, `/register-heads/${head.id}/voter`, { version: head.version + 7, owner: first?.id }))).toBe('stale')
  expect(codeIn(await post(chair, `/register-heads/${head.id}/voter`, { version: head.version, owner: first?.id }))).toBe('ok')
  expect((await headFile(head.id)).stop).toBeNull()
  expect(codeIn(await post(chair, `/register-owners/${first?.id}/end`, { version: head.version + 1, why: 'left', on: '2026-11-18' }))).toBe('ok')
  const after = await headFile(head.id)
  expect(after).toMatchObject({ stop: null, owners: [{ id: second?.id, chosen: true }], past: [{ id: first?.id }] })
  expect(codeIn(await post(chair, `/register-heads/${head.id}/owners`, { version: after.version, name: '白晓云', phone: '19900009871' }))).toBe('ok')
  expect((await headFile(head.id)).owners.map(({ name, phone, chosen }) => [name, phone, chosen])).toContainEqual(['白＊＊', '199****9871', false])
})

test('[B85] a title that is sold counts for whoever bought it; a buyer who owns another home here stays one head', async () => {
  const theirs = await headAt('6-1402')
  const sold = await aloneIn('q=5-10')
  const [{ label } = { label: '' }] = sold.titles
  const before = (await whole()).totals
  const move = (version: number, to: object) => post(chair, `/register-titles/${sold.titles[0]?.id}/move`, { version, why: 'sale', on: '2026-11-19',
    to })
  expect(codeIn(await move(0, { room: '99-101' }))).toBe('no_such_room')
  const moved = await move(0, { room: '6号楼1402室' })
  expect([codeIn(moved), moved.json<{ id: string }>().id]).toEqual(['ok', theirs.id])
  expect((await whole()).totals).toEqual({ ...before, heads: before.heads - 1 })
  expect((await headFile(theirs.id)).totals).toMatchObject({ heads: 1, titles: theirs.totals.titles + 1 })
  expect((await headFile(sold.id)).owners).toEqual([])
  expect(codeIn(await move(1, { owners: [{ name: '顾念', phone: null }, { name: '李安', phone: '19900009777' }], company: null }))).toBe('ok')
  expect((await whole()).totals).toEqual(before)
  expect((await headAt(label)).stop).toBe('not_chosen')
})

test('[B85] what is unsold or not handed over is the developer’s one head, however many titles', async () => {
  const before = (await whole()).totals
  const status = async (label: string, to: string) => {
    const title = (await headAt(label)).titles.find((one) => one.label === label)
    return post(chair, `/register-titles/${title?.id}/status`, { version: title?.version, status: to, developer: null })
  }
  expect(codeIn(await status('商铺20', 'undelivered'))).toBe('ok')
  expect(codeIn(await status('商铺20', 'sold'))).toBe('taker_needed')
  const developer = await headAt('商铺20')
  expect(developer).toMatchObject({ kind: 'developer', company: '云汀梧桐置业有限公司', totals: { heads: 1, titles: 3 } })
  expect((await whole()).totals).toEqual(before)
})

test('[B84] a proxy is one person until a day; taken back it is over at once', async () => {
  const head = await headAt('6-803')
  const proxy = (to: string) => post(chair, `/register-heads/${head.id}/proxies`, { version: head.version, name: '周全', phone: '19900009666',
    from: '2026-11-01', to })
  expect(codeIn(await proxy('2028-01-01'))).toBe('proxy_days')
  expect(codeIn(await proxy('2027-10-31'))).toBe('ok')
  const [given] = (await headFile(head.id)).proxies
  expect(given).toMatchObject({ name: '周＊', state: 'holds' })
  expect(codeIn(await post(chair, `/register-proxies/${given?.id}/revoke`))).toBe('ok')
  expect((await headFile(head.id)).proxies).toMatchObject([{ state: 'revoked' }])
})

test('[B86] an area gives way to the land register and to nothing weaker', async () => {
  const title = (await headAt('2-602')).titles[0]
  const area = (version: number, source: string) => post(chair, `/register-titles/${title?.id}/area`, { version, area: 9_000, source })
  expect(codeIn(await area(0, 'contract'))).toBe('weaker_source')
  expect(codeIn(await area(0, 'register'))).toBe('ok')
  expect(codeIn(await area(0, 'register'))).toBe('stale')
  expect((await titleOf('2-602')).area).toBe(9_000)
})

const csv = (...rows: string[]): string => Buffer.from(['linli-demo-roster', '房号,面积,产权人,电话,类型,状态', ...rows].join('\n')).toString('base64')
type Taken = { committed: boolean; rows: number; added: number; changed: number; same: number; problems: { room: string; grave: boolean }[] }

test('[B87] a table is tried out, taken in, and taken in again without changing anything; who owns what never changes by a table', async () => {
  const file = csv('5号楼1单元101室,56.38,"林小满、陈阿福","19900009551、19900009552",住宅,', '5-1-102,61.72㎡,林小满,19900009553,,', '5-1-201,56.38,林小满,19900009553,,',
    '5号楼9单元901,50,谁人,,,', '5-1-202,五十,谁人,,,', '商铺1,40.5,某某贸易有限公司、丁一二,19900009554,商铺,')
  const send = (commit: boolean, content = file) => post(han, `/registers/${fjx}/import`, { file: content, commit }, asHan)
  const tried = (await send(false)).json<Taken>()
  expect(tried).toMatchObject({ committed: false, rows: 4, added: 4, same: 0 })
  expect(tried.problems.filter(({ grave }) => grave).map(({ room }) => room)).toEqual(['5号楼9单元901', '5-1-202'])
  const totals = async () => (await get(han, `/registers/${fjx}`, asHan)).json<Whole>().totals
  expect(await totals()).toEqual({ titles: 12, heads: 12, area: 70_860 })
  expect((await send(true)).json<Taken>()).toMatchObject({ committed: true, added: 4 })
  // one pair, one buyer of two homes, one company
  expect(await totals()).toEqual({ titles: 16, heads: 15, area: 70_860 + 5_638 + 6_172 + 5_638 + 4_050 })
  expect((await send(true)).json<Taken>()).toMatchObject({ added: 0, changed: 0, same: 4 })
  const others = (await send(true, csv('5-1-101,56.40,"林小满、陈阿福","19900009551、19900009552",,', '5-1-102,61.72,王某某,19900009999,,'))).json<Taken>()
  expect(others).toMatchObject({ added: 0, changed: 1, problems: [{ room: '5-1-102', grave: true }] })
  expect(codeIn(await send(true, Buffer.from('房号,面积\n5-1-301,56.38').toString('base64')))).toBe('not_in_demo')
})

test('[B88] a name in clear is asked for, recorded and shown to the keeper alone; a sheet to take along is masked and says who took it', async () => {
  const head = await headAt('1-802')
  const [owner] = head.owners
  const shown = await post(chair, `/register-owners/${owner?.id}/reveal`, { field: 'name', purpose: 'identity_check' })
  expect([shown.json<{ clear: string }>().clear, shown.headers['cache-control']]).toEqual(['傅明远', 'no-store'])
  expect((await post(han, `/register-owners/${owner?.id}/reveal`, { field: 'name', purpose: 'identity_check' }, asHan)).statusCode).toBe(404)
  const sheet = await post(chair, `/registers/${wty}/export`, { purpose: 'deliver_notice' })
  expect(sheet.json<{ mark: { name: string }; titles: Line[] }>()).toMatchObject({ mark: { name: '傅明远' } })
  expect(sheet.body).not.toContain('傅明远＊')
  expect(sheet.json<{ titles: Line[] }>().titles.find(({ label }) => label === '1-802')?.owners[0]).toBe('傅＊＊')
  const acts = await owned().query<{ kind: string }>(`select kind from act where kind in ('person.revealed', 'register.exported') order by at, id`)
  expect(acts.rows.map(({ kind }) => kind)).toEqual(['person.revealed', 'register.exported'])
})

test('[B83] who is erased leaves no name, no telephone and no hash in the register; a former owner’s row stays', async () => {
  const { rows: [row] } = await owned().query<{ person: string }>(
    'select person from owner where chosen and phone_hash is not null limit 1')
  if (!row) throw new Error('the demo has owners')
  await withScope(world.db, root, (tx) => erasePerson(tx, root, row.person, new Date('2026-11-20T03:00:00Z'), { reason: 'asked',
    hooks: world.eraseHooks }))
  const { rows } = await owned().query(`select name, name_masked, phone, phone_masked, phone_hash, chosen from owner where person = $1`, [row.person])
  expect(rows).toEqual([{ name: Buffer.alloc(0), name_masked: '＊', phone: null, phone_masked: null, phone_hash: null, chosen: false }])
})

test('[B83] names of former owners go two years after they left: votes of theirs can be contested no more', async () => {
  await owned().query(`update owner set until = '2024-11-19', chosen = false
    where id = (select id from owner where until is null and name <> '' order by id limit 1)`)
  const at = (day: string) => forgetOwners(world.db, root, new Date(`${day}T03:00:00Z`), world.eraseHooks)
  expect([await at('2026-11-18'), await at('2026-11-20'), await at('2026-11-20')]).toEqual([0, 1, 0])
})

test('[B83] a name or a telephone is corrected with the person’s own key; nothing else of them changes', async () => {
  const head = await headAt('4-1503')
  const [owner] = head.owners
  const correct = (version: number, body: object) => post(chair, `/register-owners/${owner?.id}/correct`, { version, ...body })
  expect(codeIn(await correct(head.version, {}))).toBe('nothing_said')
  expect(codeIn(await correct(head.version, { phone: '19900009333' }))).toBe('ok')
  expect((await headFile(head.id)).owners.find(({ id }) => id === owner?.id)).toMatchObject({ name: owner?.name, phone: '199****9333' })
  expect((await post(chair, `/register-owners/${owner?.id}/reveal`, { field: 'phone',
    purpose: 'call_back' })).json()).toEqual({ clear: '19900009333' })
})

type Says = { phone: boolean; holds: string; adopted: { file: string; day: string; vote: string } | null }
test('[B89] the compound’s rules hold from their day; a new version keeps the one before, and nothing goes beyond the unwritten without paper',
  async () => {
  const url = `/registers/${wty}/rules`
  const { now, versions } = (await get(chair, url)).json<{ now: Says; versions: object[] }>()
  expect([now.phone, now.holds, versions.length]).toEqual([true, 'last', 1])
  const adopt = (more: object, says: object = {}) => post(chair, url, { title: '议事规则修正案', document: '梧桐苑业〔2026〕3号', adoptedOn: '2026-11-15',
    validFrom: '2026-11-18',
    says: { ...now, ...says }, ...more })
  expect(codeIn(await adopt({}, { adopted: null }))).toBe('rule_without_file')
  expect(codeIn(await adopt({ validFrom: '2024-01-01', adoptedOn: '2023-01-01' }))).toBe('not_newer')
  expect(codeIn(await adopt({}, { holds: 'first' }))).toBe('ok')
  const after = (await get(chair, url)).json<{ now: Says; versions: { validTo: string | null; says: Says }[] }>()
  expect([after.now.holds, after.versions.map(({ validTo, says }) => [validTo, says.holds])]).toEqual(['first', [[null, 'first'], ['2026-11-17',
    'last']]])
  expect((await as('worker', url)).json<{ mayWrite: boolean }>().mayWrite).toBe(false)
})

test('[B87] [B84] one title by hand goes by the rules of a table, nothing that is there is changed by it; a written authority may be for one vote alone', async () => {
  const add = (more: object) => post(chair, `/registers/${wty}/titles`, { label: '车位7001', kind: 'garage', area: 1250, source: 'contract', status: 'sold',
    owners: [{ name: '苏小青', phone: '19900007001' }], ...more })
  const first = await add({})
  expect(first.json()).toMatchObject({ id: expect.any(String) })
  const { id } = first.json<{ id: string }>()
  expect((await headFile(id)).titles.map(({ label }) => label)).toEqual(['车位7001'])
  expect((await add({ label: '车位7002' })).json<{ id: string }>().id).toBe(id) // the same buyer stays one head
  expect([codeIn(await add({ label: '车位 7001' })), codeIn(await add({ label: '99-9901', kind: 'home' })), codeIn(await add({ label: '车位7003', owners: [{ name: '苏', phone: '12' }] }))])
    .toEqual(['title_there', 'title_wrong', 'no_name'])
  expect((await as('worker', `/registers/${wty}/titles`)).statusCode).toBe(404)
  expect(codeIn(await world.send({ as: 'worker', url: `/api/v1/registers/${wty}/titles`, body: { label: '车位7004', kind: 'garage', area: 1, source: 'contract', status: 'sold' } })))
    .toBe('not_found')
  const acts = (await owned().query("select facts from act where kind = 'register.title_added'")).rows
  expect([acts.length, JSON.stringify(acts).includes('苏')]).toEqual([2, false])
  const alone = { version: (await headFile(id)).version, name: '何大江', phone: null, from: '2026-11-20', to: '2026-12-20' }
  expect(codeIn(await post(chair, `/register-heads/${id}/proxies`, { ...alone, vote: id }))).toBe('no_such_vote')
})

test('[B80] a register is begun by who stands in and handed over whole; who handed it over sees nothing of it', async () => {
  const secretary = (url: string, body: object = {}) => world.send({ as: 'secretary', url: `/api/v1${url}`, body,
    headers: { 'idempotency-key': `register-key-${keys++}` } })
  expect(codeIn(await secretary(`/registers/${wty}/start`))).toBe('not_found')
  expect(codeIn(await secretary(`/registers/${jlf}/start`))).toBe('ok')
  expect(codeIn(await secretary(`/registers/${jlf}/start`))).toBe('register_there')
  const member = await signIn('许慧')
  const to = (await get(chair, `/registers/${wty}/takers`)).json<{ items: { id: string; name: string }[] }>().items
  expect(to).toMatchObject([{ id: orgId('com-001') }])
  expect(codeIn(await post(member, `/registers/${wty}/hand-over`, { to: orgId('com-001') }))).toBe('lead_hands_over')
  expect(codeIn(await post(chair, `/registers/${wty}/hand-over`, { to: orgId('own-fjx') }))).toBe('no_taker')
  expect(codeIn(await post(chair, `/registers/${wty}/hand-over`, { to: orgId('com-001') }))).toBe('ok')
  expect((await get(chair, `/registers/${wty}`)).statusCode).toBe(404)
  expect((await as('secretary', `/registers/${wty}`)).json<Whole>().totals.titles).toBe(884)
})
