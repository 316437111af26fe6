import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../../demo/posts.ts'
import { cookieFrom, type Reply, type Who } from '../../app/testing/world.ts'
import { now } from '../../kit/clock.ts'
import { clockActor } from '../../trust/index.ts'
import { digestOf } from '../commands/expire-values.ts'
import { keepLaw } from '../jobs/keep-law.ts'
import { openRosterWorld, type RosterWorld } from '../../app/testing/roster-world.ts'

let world: RosterWorld
let branch = ''
beforeAll(async () => {
  world = await openRosterWorld()
  branch = await signedIn('邓友福')
}, 60_000)
afterAll(async () => { await world?.close() })

const signedIn = async (name: string): Promise<string> =>
  cookieFrom(await world.send({ url: '/api/v1/demo/session', body: { person: personId(name) } }))
let keys = 0
const get = (as: Who, url: string, cookie?: string) => world.send({ as, method: 'GET', url: `/api/v1${url}`, cookie })
const post = (as: Who, url: string, body?: object, cookie?: string): Promise<Reply> =>
  world.send({ as, url: `/api/v1${url}`, cookie, headers: { 'idempotency-key': `law-key-${keys++}` }, ...(body ? { body } : {}) })
const owner = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await world.database.pool('linli_owner').query(text, [...values])).rows as Row[] // each names its own columns

const words = '凭签字的同意书记，做事要用才看，不要了就删。'
const four = { purpose: words, need: words, effect: words, measures: words }
const assessment = (kinds: readonly string[]) => ({ community: world.placeOf('990106003001'), kinds, ...four, months: 12 })
/** Somebody of 梧桐苑3号楼 who lives there and has a telephone; each call another. */
const taken: string[] = []
function somebody(prefix = '990106003001K1-03-'): { tie: string; person: string; home: string; phone: string } {
  const tie = world.roster.ties.find((one) => one.lives && one.until === null && !taken.includes(one.id) && world.codeOf(one.home).startsWith(prefix)
    && world.roster.people.some(({ id, phone }) => id === one.person && phone !== null))
  if (!tie) throw new Error('nobody is left')
  taken.push(tie.id)
  return { tie: tie.id, person: tie.person, home: tie.home, phone: world.roster.people.find(({ id }) => id === tie.person)?.phone ?? '' }
}
const paper = (kind: string, more: object = {}) => ({ kind, givenBy: 'self', how: 'paper', ...more })
const care = (more: object = {}) => ({ kind: 'knock_in_storm', until: '2027-03-01', hint: '耳朵背，敲重一点', askedBy: 'self', how: 'door', ...more })

test('[RO60] [RO61] nothing sensitive is kept before an assessment and a consent to exactly this, whoever asks', async () => {
  const { tie } = somebody()
  const keep = (kind: string) => post('worker', `/roster/ties/${tie}/sensitive`, { kind, value: '听力三级' })
  expect((await keep('disability')).json()).toMatchObject({ code: 'no_assessment', rule: 'RO60', source: { article: '第55条、第56条' } })
  for (const as of ['captain', 'grid', 'firm', 'supervisor'] as const) {
    expect([as, (await post(as, '/roster/assessments', assessment(['disability']))).statusCode]).toEqual([as, 403])
  }
  expect((await post('worker', '/roster/assessments', { ...assessment(['disability']), purpose: '要用' })).statusCode).toBe(400)
  expect((await post('worker', '/roster/assessments', { ...assessment(['disability']), community: world.placeOf('990106003002') })).statusCode)
    .toBe(404)
  const made = await post('worker', '/roster/assessments', assessment(['disability', 'under_14']))
  expect(made.statusCode, made.body).toBe(200)
  expect((await keep('disability')).json()).toMatchObject({ code: 'no_consent', rule: 'RO61' })
  expect((await keep('low_income')).json()).toMatchObject({ code: 'no_assessment' })
  expect((await post('captain', `/roster/ties/${tie}/consents`, paper('disability'))).json()).toMatchObject({ rule: 'RO62' })
  expect((await post('worker', `/roster/ties/${tie}/consents`, paper('disability', { givenBy: 'family', guardianIs: 'child' }))).json())
    .toMatchObject({ code: 'no_consent' })
  expect((await post('worker', `/roster/ties/${tie}/consents`, paper('disability'))).statusCode).toBe(200)
  expect((await post('worker', `/roster/ties/${tie}/consents`, paper('disability'))).json()).toMatchObject({ code: 'already' })
  expect((await post('worker', `/roster/ties/${tie}/sensitive`, { kind: 'disability', value: '精神残疾二级' })).json()).toMatchObject({ code: 'words_refused' })
  const kept = await keep('disability')
  expect(kept.statusCode, kept.body).toBe(200)
  expect((await owner("select 1 from sensitive_value where encode(cipher, 'escape') like '%听力%'"))).toEqual([])
})

test('[RO61] the name of a child under 14 needs a guardian’s consent', async () => {
  const { tie } = somebody()
  expect((await post('worker', `/roster/ties/${tie}/consents`, paper('under_14'))).json()).toMatchObject({ code: 'no_guardian',
    source: { article: '第31条' } })
  expect((await post('worker', `/roster/ties/${tie}/consents`, paper('under_14', { givenBy: 'guardian', guardianIs: 'child' }))).json())
    .toMatchObject({ code: 'no_guardian' })
  expect((await post('worker', `/roster/ties/${tie}/sensitive`, { kind: 'under_14', value: '小禾' })).json()).toMatchObject({ code: 'no_guardian' })
  expect((await post('worker', `/roster/ties/${tie}/consents`, paper('under_14', { givenBy: 'guardian', guardianIs: 'mother' }))).statusCode)
    .toBe(200)
  expect((await post('worker', `/roster/ties/${tie}/sensitive`, { kind: 'under_14', value: '小禾' })).statusCode).toBe(200)
})

test('[RO63] withdrawing deletes at once what rested on it; the record says neither what nor whose', async () => {
  const [{ home, tie }] = await owner<{ home: string;
    tie: string }>("select d.home, d.id as tie from sensitive_value v join dweller d on d.id = v.dweller where v.kind = 'disability'") as [{ home: string; tie: string }]
  const view = (await get('worker', `/roster/homes/${home}/consents`)).json<{ assessed: string[];
    people: { tie: string; kinds: { kind: string; value: string | null
    consent: { id: string } | null }[] }[] }>()
  expect(view.assessed).toEqual(['disability', 'under_14'])
  const held = view.people.find((one) => one.tie === tie)?.kinds.find(({ kind }) => kind === 'disability')
  expect((await post('worker', `/roster/sensitive/${held?.value}/reveal`, { purpose: 'care' })).json()).toEqual({ clear: '听力三级' })
  for (const as of ['captain', 'grid', 'firm', 'supervisor', 'mediator'] as const) {
    expect([as, (await post(as, `/roster/sensitive/${held?.value}/reveal`, { purpose: 'care' })).statusCode]).toEqual([as, 404])
    expect([as, (await get(as, `/roster/homes/${home}/consents`)).statusCode]).toEqual([as, 404])
  }
  expect((await post('captain', `/roster/consents/${held?.consent?.id}/withdraw`, { how: 'door' })).statusCode).toBe(404)
  expect((await post('worker', `/roster/consents/${held?.consent?.id}/withdraw`, { how: 'door' })).json()).toEqual({ deleted: 1 })
  expect(await owner('select 1 from sensitive_value where dweller = $1', [tie])).toEqual([])
  expect((await post('worker', `/roster/ties/${tie}/sensitive`, { kind: 'disability', value: '听力三级' })).json()).toMatchObject({ code: 'no_consent' })
  const acts = await owner<{ facts: object; place: string | null;
    path: string | null }>("select facts, place, path from act where kind like 'consent.%' or kind = 'sensitive.kept'")
  expect(JSON.stringify(acts)).not.toMatch(/disability|under_14/)
  expect(acts.every(({ place, path }) => place === null && path === null)).toBe(true)
})

test('[RO60] what was taken back allows nothing new', async () => {
  const { tie } = somebody()
  const law = (await get('worker', '/roster/law')).json<{ communities: { assessments: { id: string; holds: boolean }[] }[] }>()
  const id = law.communities[0]?.assessments.find(({ holds }) => holds)?.id
  expect((await post('worker', `/roster/assessments/${id}/end`)).statusCode).toBe(200)
  expect((await post('worker', `/roster/assessments/${id}/end`)).statusCode).toBe(409)
  expect((await post('worker', `/roster/ties/${tie}/consents`, paper('disability'))).statusCode).toBe(200)
  expect((await post('worker', `/roster/ties/${tie}/sensitive`, { kind: 'disability', value: '听力' })).json()).toMatchObject({ code: 'no_assessment' })
})

type List = { opened: number; most: number; buildings: { name: string; items: { id: string; kind: string }[] }[] }
test('[RO64] [RO65] care (P18): the list names no home and nobody, one is opened at a time for its purpose, ten a day, and the person sees it',
  async () => {
  const one = somebody()
  expect((await post('captain', `/roster/ties/${one.tie}/care`, care())).json()).toMatchObject({ rule: 'RO62' })
  expect((await post('worker', `/roster/ties/${one.tie}/care`, care({ until: '2028-01-01' }))).json()).toMatchObject({ code: 'too_long' })
  expect((await post('worker', `/roster/ties/${one.tie}/care`, care({ askedBy: 'family' }))).statusCode).toBe(400)
  expect((await post('worker', `/roster/ties/${one.tie}/care`, care({ hint: '有精神病，慢慢说' }))).json()).toMatchObject({ code: 'words_refused', rule: 'RO11' })
  expect((await post('worker', `/roster/ties/${one.tie}/care`, care({ askedBy: 'family', familyIs: 'child' }))).statusCode).toBe(200)
  expect((await post('worker', `/roster/ties/${one.tie}/care`, care())).json()).toMatchObject({ code: 'already' })
  const read = await get('captain', '/roster/care')
  const list = read.json<List>()
  expect(list).toMatchObject({ opened: 0, most: 10, buildings: [{ name: '梧桐苑3号楼', items: [{ kind: 'knock_in_storm' }] }] })
  expect(read.body).not.toContain(one.home)
  expect(read.body).not.toMatch(/＊|\d{3,4}室/)
  for (const as of ['grid', 'firm', 'supervisor', 'enforcement', 'mediator'] as const) expect([as, (await get(as, '/roster/care')).statusCode])
    .toEqual([as, 404])
  expect((await get('captain-old', '/roster/care')).json<List>().buildings).toEqual([])
  const id = list.buildings[0]?.items[0]?.id ?? ''
  expect((await post('captain-old', `/roster/care/${id}/open`, { purpose: 'care' })).statusCode).toBe(404)
  expect((await post('captain', `/roster/care/${id}/open`, { purpose: 'handle_matter' })).statusCode).toBe(400)
  const opened = await post('captain', `/roster/care/${id}/open`, { purpose: 'care' })
  expect(opened.json()).toMatchObject({ hint: '耳朵背，敲重一点', askedBy: 'family', left: 9 })
  expect(opened.headers['cache-control']).toBe('no-store')
  for (let n = 2; n <= 10; n++) expect((await post('captain', `/roster/care/${id}/open`, { purpose: 'reach_in_emergency' })).statusCode).toBe(200)
  expect((await post('captain', `/roster/care/${id}/open`, { purpose: 'care' })).json()).toMatchObject({ code: 'too_many_opens', rule: 'RO64' })
  expect((await get('captain', '/roster/care')).json<List>().opened).toBe(10)
  expect((await get('worker', '/roster/care')).json<List>().opened).toBe(0)
  const seen = await owner<{ facts: object }>("select facts from act where kind = 'person.revealed' and subject_id = $1", [one.person])
  expect(seen).toHaveLength(10)
  expect(seen.some(({ facts }) => JSON.stringify(facts) === JSON.stringify({ field: 'sensitive', purpose: 'care' }))).toBe(true)
  expect((await post('captain', `/roster/care/${id}/end`, { how: 'door' })).json()).toEqual({ deleted: 1 })
  expect(await owner('select 1 from care where id = $1', [id])).toEqual([])
})

const inBranch = '990106003002K3-01-'
const member = (of: { home: string; phone: string | null }) => ({ home: of.home, name: '栽名温小禾', phone: of.phone, checkedIn: true, since: '2026-06-01',
  signed: true })
test('[RO67] the branch’s compartment (P07): for the branch alone, in nobody else’s list, file, search or export', async () => {
  const one = somebody(inBranch)
  expect((await post('nobody', '/branch/members', { ...member(one), signed: false }, branch)).statusCode).toBe(400)
  expect((await post('nobody', '/branch/members', member(somebody()), branch)).statusCode).toBe(404)
  const made = await post('nobody', '/branch/members', member(one), branch)
  expect(made.statusCode, made.body).toBe(200)
  const list = await get('nobody', '/branch/members', branch)
  expect(list.json<{ members: object[] }>().members).toMatchObject([{ name: '栽＊＊＊＊', checkedIn: true, by: 'branch' }])
  for (const as of ['captain', 'grid', 'worker', 'secretary', 'firm', 'supervisor', 'discipline', 'enforcement', 'mediator'] as const) {
    expect([as, (await get(as, '/branch/members')).statusCode]).toEqual([as, 404])
    expect([as, (await post(as, '/branch/members', member(one))).statusCode]).toEqual([as, 404])
  }
  const other = await signedIn('邹丽君') // the community’s own worker
  const file = await get('nobody', `/roster/homes/${one.home}`, other)
  expect(file.statusCode).toBe(200)
  expect(file.body).not.toMatch(/party|党员|栽/)
  expect((await post('nobody', '/roster/find', { q: '栽名温小禾' }, other)).json()).toMatchObject({ people: [] })
  const { member: id } = made.json<{ member: string }>()
  expect((await post('nobody', `/branch/members/${id}/reveal`, { field: 'name', purpose: 'call_back' }, branch)).json()).toEqual({ clear: '栽名温小禾' })
  const acts = await owner<{ subject_kind: string; path: string | null }>("select subject_kind, path from act where kind like 'party.%'")
  expect(acts).toEqual([{ subject_kind: 'party_tie', path: null }])
  const [{ person }] = await owner<{ person: string }>('select person from party_tie') as [{ person: string }]
  expect(world.roster.people.map((known) => known.id)).not.toContain(person)
})

const clock = clockActor('990106', 'd990106')
test('[RO67] the line of the branch ends when its person moves out, and with it its key; while they live there it stays', async () => {
  await keepLaw(world.db, clock, now())
  const [{ person, home }] = await owner<{ person: string; home: string }>('select person, home from party_tie') as [{ person: string; home: string }]
  const one = world.roster.ties.find((tie) => tie.home === home && taken.includes(tie.id))
  const worker = await signedIn('邹丽君')
  expect((await post('nobody', '/roster/ties/end', { ties: [one?.id], why: 'moved' }, worker)).statusCode).toBe(200)
  await keepLaw(world.db, clock, now())
  expect(await owner('select 1 from party_tie')).toEqual([])
  expect(await owner('select 1 from person_key where person = $1', [person])).toEqual([])
  expect(await owner("select facts from act where kind = 'party.ended'")).toEqual([{ facts: { why: 'moved_out' } }])
})

test('[RO66] what has had its time is deleted once, field by field, and a certificate says how many and of which ids', async () => {
  await keepLaw(world.db, clock, now())
  const before = (await get('worker', '/roster/law')).json<{ certificates: object[] }>().certificates.length
  expect(await keepLaw(world.db, clock, now())).toBeNull()
  const { tie, person } = somebody()
  await owner("update dweller set until = '2026-04-20', since = null, why_until = 'moved' where id = $1", [tie]) // seven months ago
  const values = await owner<{ id: string; field: string }>('select id, field from dweller_value where dweller = $1', [tie])
  const gone = values.filter(({ field }) => ['id_number', 'born', 'registered_at', 'note'].includes(field))
  expect(gone.length).toBeGreaterThan(0)
  const id = await keepLaw(world.db, clock, now())
  const left = await owner<{ field: string }>('select distinct field from dweller_value where dweller = $1 order by field', [tie])
  expect(left.map(({ field }) => field)).toEqual([...new Set(values.filter((one) => !gone.includes(one)).map(({ field }) => field))].sort())
  const certificates = (await get('worker', '/roster/law')).json<{ certificates: { id: string; digest: string; counts: { n: number }[] }[] }>()
    .certificates
  expect(certificates).toHaveLength(before + 1)
  expect(certificates[0]).toMatchObject({ id, digest: digestOf(gone.map((one) => one.id)).toString('hex') })
  expect(certificates[0]?.counts.reduce((sum, { n }) => sum + n, 0)).toBe(gone.length)
  expect(await owner('select 1 from person_key where person = $1', [person])).toHaveLength(1)
  await owner("update dweller set until = '2025-11-20' where id = $1", [tie])
  await keepLaw(world.db, clock, now())
  expect(await owner('select 1 from dweller_value where dweller = $1', [tie])).toEqual([])
  expect(await owner('select 1 from person_key where person = $1', [person]))
    .toEqual(world.roster.ties.some((other) => other.person === person && other.id !== tie) ? [{ '?column?': 1 }] : [])
  expect(await keepLaw(world.db, clock, now())).toBeNull()
})

test('[RO66] care whose day has come goes with its consent', async () => {
  const { tie } = somebody()
  await post('worker', `/roster/ties/${tie}/care`, care({ until: '2026-12-01' }))
  await keepLaw(world.db, clock, new Date('2026-12-01T00:30:00+08:00'))
  expect(await owner('select 1 from care where dweller = $1', [tie])).toEqual([])
  expect(await owner("select 1 from consent where dweller = $1 and kind = 'care'", [tie])).toEqual([])
})

test('[RO1] anybody reads the register: every field with why, by what right, how long and who; and whom to complain to', async () => {
  const { groups, contacts } = (await get('nobody', '/privacy')).json<{ groups: { group: string; lines: { key: string; basis: string }[] }[];
    contacts: { name: string }[] }>()
  const columns = await owner<{ def: string }>("select pg_get_constraintdef(oid) as def from pg_constraint where conname in ('dweller_value_field_check', 'sensitive_value_kind_check')")
  const fields = columns.flatMap(({ def }) => [...def.matchAll(/'(\w+)'::text/g)].map(([, word]) => word))
  const lines = groups.flatMap((one) => one.lines)
  expect(fields.length).toBeGreaterThan(10)
  for (const field of fields) expect(lines.map(({ key }) => key)).toContain(field)
  expect(lines.every(({ basis }) => basis.includes('个人信息保护法'))).toBe(true)
  expect(contacts.length).toBeGreaterThan(1)
})

test('[RO63] [RO65] [RO67] in their own file people ask for care, tell their branch, and take each back with one press; nobody else’s is reached',
  async () => {
  const [mine, other] = [somebody(), somebody('990106003001K1-05-')]
  const name = world.roster.people.find(({ id }) => id === mine.person)?.name ?? ''
  await post('nobody', '/own-file/code', { phone: mine.phone })
  const code = (await get('nobody', '/demo/code')).json<{ code: string }>().code
  const opened = await post('nobody', '/own-file/open', { phone: mine.phone, code, last: [...name].at(-1) ?? '' })
  expect(opened.statusCode, opened.body).toBe(200)
  const cookie = cookieFrom(opened)
  const ask = { tie: mine.tie, kind: 'weekly_visit', until: '2027-02-01', hint: '上午在家' }
  expect((await post('nobody', '/own-file/care', ask)).statusCode).toBe(404)
  expect((await post('nobody', '/own-file/care', { ...ask, tie: other.tie }, cookie)).statusCode).toBe(404)
  expect((await post('nobody', '/own-file/care', ask, cookie)).statusCode).toBe(200)
  const told = await post('nobody', '/own-file/branch', { tie: mine.tie, checkedIn: true }, cookie)
  expect(told.statusCode, told.body).toBe(200)
  type Own = { consents: { id: string; kind: string; how: string; care: object }[]; branch: { id: string; checkedIn: boolean }[] }
  const read = async (): Promise<Own> => (await get('nobody', '/own-file/agreements', cookie)).json<Own>()
  const held = await read()
  expect(held.consents.find(({ kind }) => kind === 'care')).toMatchObject({ how: 'own_file', care: { kind: 'weekly_visit' } })
  expect(held.branch).toMatchObject([{ checkedIn: true }])
  const consent = held.consents.find(({ kind }) => kind === 'care')?.id
  expect((await post('nobody', `/own-file/consents/${consent}/withdraw`, undefined, cookie)).json()).toEqual({ deleted: 1 })
  expect((await post('nobody', `/own-file/consents/${consent}/withdraw`, undefined, cookie)).statusCode).toBe(404)
  expect((await post('nobody', `/own-file/branch/${held.branch[0]?.id}/leave`, undefined, cookie)).statusCode).toBe(200)
  expect((await read()).branch).toEqual([])
  const [strange] = await owner<{ id: string }>('select id from consent where person <> $1 limit 1', [mine.person])
  expect((await post('nobody', `/own-file/consents/${strange?.id}/withdraw`, undefined, cookie)).statusCode).toBe(404)
})
