import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { opensOf } from '../../trust/index.ts'
import type { Who } from '../../app/testing/world.ts'
import { cutoffs, isConfirmed, isKnown, type ListKind } from '../rules/index.ts'
import { openRosterWorld, type RosterWorld } from '../../app/testing/roster-world.ts'
import type { CoveredCommunity, CoverageView } from '../views/coverage.ts'
import type { Found } from '../views/find.ts'
import type { HomeFile } from '../views/home.ts'
import type { HomeList } from '../views/home-lists.ts'

let world: RosterWorld
beforeAll(async () => { world = await openRosterWorld() }, 180_000)
afterAll(async () => { await world?.close() })

let keys = 0
const get = (as: Who, url: string) => world.send({ as, method: 'GET', url: `/api/v1/roster${url}` })
const post = (as: Who, url: string, body?: object) =>
  world.send({ as, method: 'POST', url: `/api/v1/roster${url}`, headers: { 'idempotency-key': `roster-key-${keys++}` }, ...(body ? { body } : {}) })
const file = async (as: Who, home: string): Promise<HomeFile> => (await get(as, `/homes/${home}`)).json<HomeFile>()
const find = async (as: Who, q: string): Promise<Found> => (await post(as, '/find', { q })).json<Found>()
/** A home of 梧桐苑3号楼 (the captain's) where at least `n` people live. */
const homeOf3 = (n = 2): string => world.roster.homes.find(({ home, state }) => world.codeOf(home).startsWith('990106003001K1-03-')
  && state === 'lived_in'
  && world.roster.ties.filter((tie) => tie.home === home && tie.lives && tie.until === null).length >= n)?.home ?? ''
const homeIn = (prefix: string): string => world.roster.homes.find(({ home, state }) => world.codeOf(home).startsWith(prefix)
  && state === 'lived_in')?.home ?? ''
const current = (of: HomeFile, n: number, field: string) => of.people[n]?.values.find((value) => value.field === field && value.state === 'current')

test('[RO5] strangers, firm, street, station and mediator read no household; the street sees homes and numbers alone', async () => {
  const home = homeOf3()
  for (const url of [`/homes/${home}`, '/coverage', '/lists/all']) expect([url, (await get('nobody', url)).statusCode]).toEqual([url, 401])
  for (const as of ['firm', 'enforcement', 'mediator', 'discipline'] as const) {
    expect([as, (await get(as, `/homes/${home}`)).statusCode]).toEqual([as, 404])
    expect([as, (await post(as, '/find', { q: '王' })).statusCode]).toEqual([as, 404])
  }
  for (const as of ['firm', 'enforcement', 'mediator'] as const) expect([as, (await get(as, '/coverage')).statusCode]).toEqual([as, 404])
  expect((await get('supervisor', `/homes/${home}`)).statusCode).toBe(404)
  expect((await post('supervisor', '/find', { q: '王' })).statusCode).toBe(404)
  expect((await post('supervisor', '/lists/all/export', { purpose: 'know_homes' })).statusCode).toBe(404)
  const list = (await get('supervisor', '/lists/vacant?limit=5')).json<HomeList>()
  expect(list.items).toHaveLength(5)
  expect(list.items.every(({ living, doubts }) => living === null && doubts === null)).toBe(true)
})

test('[RO43] captain, grid and community see the fields of their audience, masked; elsewhere is not found', async () => {
  const home = homeOf3()
  const fields = async (as: Who) => [...new Set((await file(as, home)).people.flatMap(({ values }) => values.map(({ field }) => field)))].sort()
  expect(await fields('captain')).toEqual(['name', 'phone', 'relation', 'sex'])
  expect(await fields('grid')).not.toContain('id_number')
  expect(await fields('worker')).toContain('id_number')
  const body = (await get('worker', `/homes/${home}`)).body
  const people = world.roster.ties.filter((tie) => tie.home === home).map(({ person }) => world.roster.people.find(({ id }) => id === person))
  for (const one of people) for (const clear of [one?.name, one?.phone, one?.idNumber]) if (clear) expect(body).not.toContain(clear)
  expect((await get('captain', `/homes/${homeIn('990106003001K1-04-')}`)).statusCode).toBe(404)
  expect((await get('worker', `/homes/${homeIn('990106003002K1-')}`)).statusCode).toBe(404)
  expect((await get('worker', `/homes/${world.placeOf('990106003001K1-03')}`)).statusCode).toBe(404)
})

test('[RO48] the file holds people, ties, the chain, and when and how it was confirmed', async () => {
  const home = homeOf3(2)
  const told = world.roster.homes.find((one) => one.home === home)
  const read = await file('worker', home)
  expect(read).toMatchObject({ state: 'lived_in', children: told?.children, doubts: told?.doubts, days: 180, home: { compoundType: 'commodity' } })
  expect(read.confirmed?.on).toBe(told?.confirmedOn)
  expect(read.people.filter(({ group }) => group === 'lives').length + read.children).toBe(read.living)
  expect(current(read, 0, 'relation')?.shown).toBe('head')
  expect(read.chain.map(({ level }) => level)).toEqual(['captain', 'grid_worker', 'grid_lead', 'community', 'street'])
  expect(read.chain[0]?.name).toBe('白玉芬')
  expect([read.before, read.after].some((id) => id !== null)).toBe(true)
})

test('[RO47] people are found by name, initials, telephone, its end, ID number and room, within the reach and no further', async () => {
  const tie = world.roster.ties.find((one) => one.home === homeOf3() && one.lives && one.until === null)
  const person = world.roster.people.find(({ id, phone, idNumber }) => phone !== null && idNumber !== null && world.roster.ties.some((one) =>
    one.person === id && one.home === tie?.home && one.until === null))
  if (!tie || !person?.phone || !person.idNumber) throw new Error('the demo has such a person')
  const at = (found: Found): boolean => found.people.some(({ who, home }) => who === person.id && home === tie.home)
  for (const q of [person.name, person.phone, person.phone.slice(-4), person.idNumber]) {
    expect([q.length, at(await find('worker', q))]).toEqual([q.length, true])
    expect([q.length, at(await find('captain', q))]).toEqual([q.length, true])
    expect([q.length, at(await find('captain-old', q))]).toEqual([q.length, false])
  }
  const narrowed = await find('worker', `${person.name.charAt(0)} 3号楼`)
  expect(narrowed.people.length).toBeGreaterThan(0)
  expect(narrowed.people.every(({ homeName, name }) => homeName.includes('3号楼') && name.startsWith(person.name.charAt(0)))).toBe(true)
  const room = world.codeOf(tie.home).split('-').at(-1) ?? ''
  expect((await find('captain', room)).homes.map(({ id }) => id)).toEqual([tie.home])
  expect((await find('worker', `梧桐苑3号楼${room}`)).homes.map(({ id }) => id)).toContain(tie.home)
  expect((await find('worker', '没有这样的人啊')).people).toEqual([])
})

test('[RO40] [RO41] [RO42] the numbers of coverage are those of the pure rule, and each opens a list of that length', async () => {
  const [community] = (await get('worker', '/coverage')).json<CoverageView>().communities as [CoveredCommunity]
  const cuts = cutoffs('2026-11-20')
  const living = Map.groupBy(world.roster.ties.filter(({ lives, until }) => lives && until === null), ({ home }) => home)
  const own = world.roster.homes.filter(({ home }) => world.codeOf(home).startsWith('990106003001')).map((one) => ({
    ...one, living: (living.get(one.home)?.length ?? 0) + one.children,
    cut: { K1: cuts.commodity, K2: cuts.new, K3: cuts.old_courtyard }[world.codeOf(one.home).slice(12, 14)] ?? cuts.other,
  }))
  expect(community.homes).toBe(own.length)
  expect(community.known).toBe(own.filter(isKnown).length)
  expect(community.confirmed).toBe(own.filter((one) => isConfirmed(one, one.cut)).length)
  expect(community.stale).toBe(community.known - community.confirmed)
  const numbers: readonly (readonly [ListKind, number])[] = [['all', community.homes], ['known', community.known], ['confirmed', community.confirmed],
    ['unknown', community.unknown], ['stale', community.stale], ['doubtful', community.doubtful], ['conflict', community.conflict], ['vacant',
      community.vacant]]
  for (const [kind, n] of numbers) expect([kind, (await get('worker', `/lists/${kind}?limit=1`)).json<HomeList>().total]).toEqual([kind, n])
  const [grid] = community.grids
  expect(community.grids.reduce((sum, { homes }) => sum + homes, 0)).toBe(community.homes)
  expect(grid?.buildings.reduce((sum, { homes }) => sum + homes, 0)).toBe(grid?.homes)
  expect((await get('worker', `/lists/unknown?limit=1&place=${grid?.id}`)).json<HomeList>().total).toBe(grid?.unknown)
  expect((await get('captain', '/coverage')).json<CoverageView>().communities[0]?.homes).toBe(72)
})

test('[RO42] page by page a list gives each home once, in order of the doors', async () => {
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: HomeList = (await get('worker', `/lists/stale?limit=50${after ? `&after=${after}` : ''}`)).json<HomeList>()
    seen.push(...page.items.map(({ code }) => code))
    after = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.toSorted(new Intl.Collator('en', { numeric: true }).compare)).toEqual(seen) // 401 before 1201
  expect(seen.length).toBe((await get('worker', '/lists/stale?limit=1')).json<HomeList>().total)
})

test('[RO44] a look in clear asks for a purpose, is an act about the person, and is never kept with the key', async () => {
  const home = homeOf3()
  const phone = current(await file('captain', home), 0, 'phone') ?? current(await file('captain', home), 1, 'phone')
  const id = phone?.id ?? ''
  expect((await post('captain', `/values/${id}/reveal`, { purpose: 'curious' })).statusCode).toBe(400)
  expect((await post('captain-old', `/values/${id}/reveal`, { purpose: 'know_homes' })).statusCode).toBe(404)
  const number = current(await file('worker', home), 0, 'id_number') ?? current(await file('worker', home), 1, 'id_number')
  expect((await post('captain', `/values/${number?.id}/reveal`, { purpose: 'know_homes' })).statusCode).toBe(404)
  const shown = await post('captain', `/values/${id}/reveal`, { purpose: 'reach_in_emergency' })
  expect(shown.json<{ clear: string }>().clear).toMatch(/^1990000\d{4}$/)
  expect(shown.headers['cache-control']).toBe('no-store')
  const kept = await world.database.pool('linli_owner').query<{
    n: number }>("select count(*)::int as n from idempotency where reply::text like '%1990000%'")
  expect(kept.rows[0]?.n).toBe(0)
  const acts = await world.database.pool('linli_owner').query<{
    facts: unknown }>("select facts from act where kind = 'person.revealed' order by at desc limit 1")
  expect(acts.rows[0]?.facts).toEqual({ field: 'phone', purpose: 'reach_in_emergency' })
  expect(world.log.join('\n')).not.toMatch(/1990000\d{4}/)
})

test('[RO57] the community puts one person’s own data on paper: in clear, of nobody else, without consents; the person sees it', async () => {
  const seen = await file('worker', homeOf3())
  const [one] = seen.people.filter(({ group }) => group === 'lives')
  const tie = one?.ties[0]?.id ?? ''
  for (const who of ['captain', 'firm', 'discipline'] as const) expect([who, (await post(who, `/ties/${tie}/copy`, { taker: 'self' })).statusCode >= 400]).toEqual([who, true])
  expect((await post('worker', `/ties/${tie}/copy`, { taker: 'neighbour' })).statusCode).toBe(400)
  const paper = await post('worker', `/ties/${tie}/copy`, { taker: 'self' })
  expect(paper.headers['cache-control']).toBe('no-store')
  const mine = world.roster.people.find(({ id }) => id === one?.who)
  expect(paper.json()).toMatchObject({ taker: 'self', name: mine?.name })
  const others = world.roster.people.filter(({ name }) => name !== mine?.name).map(({ name }) => name)
  expect(others.filter((name) => paper.body.includes(`"${name}"`))).toEqual([])
  expect(paper.json()).not.toHaveProperty('consents')
  const acts = await world.database.pool('linli_owner').query<{ facts: unknown; actor_post: string | null }>(
    "select facts, actor_post from act where kind = 'person.copied' and subject_id = $1", [one?.who])
  expect(acts.rows).toMatchObject([{ facts: { way: 'desk', taker: 'self' } }])
  expect(acts.rows[0]?.actor_post).not.toBeNull()
  const self = { district: '990106', scopes: [], orgs: [], audience: [], person: null, residents: [one?.who ?? ''] }
  expect(await withScope(world.db, self, (tx) => opensOf(tx, '990106', self.residents))).toContainEqual(expect.objectContaining({ field: 'all', purpose: 'given_self' }))
  expect(world.log.join('\n')).not.toContain(mine?.name)
})

test('[RO4] [RO49] a correction keeps what stood there, finds by the new value alone, and can be taken back', async () => {
  const home = homeOf3(2)
  const before = await file('worker', home)
  const phone = current(before, 0, 'phone') ?? current(before, 1, 'phone')
  const person = before.people.find(({ values }) => values.some(({ id }) => id === phone?.id))
  const old = world.roster.people.find(({ id }) => id === person?.who)?.phone ?? ''
  const fresh = '19900009999'
  const done = await post('captain', `/ties/${phone?.tie}/values`, { field: 'phone', value: fresh })
  expect(done.statusCode).toBe(200)
  const after = (await file('worker', home)).people.find(({ who }) => who === person?.who)
  expect(after?.values.filter(({ field }) => field === 'phone').map(({ state, shown, source }) => [state, shown, source]).slice(0, 2))
    .toEqual([['current', '199****9999', 'desk'], ['past', phone?.shown, 'demo']])
  expect((await find('worker', fresh)).people.map(({ who }) => who)).toContain(person?.who)
  expect((await find('worker', old)).people.map(({ who }) => who)).not.toContain(person?.who)
  expect((await post('worker', `/values/${done.json<{ value: string }>().value}/take-back`)).statusCode).toBe(200)
  expect((await find('worker', old)).people.map(({ who }) => who)).toContain(person?.who)
  expect(current(await file('worker', home), (await file('worker', home)).people.findIndex(({ who }) => who === person?.who),
    'phone')?.shown).toBe(phone?.shown)
})

test('[P02] on behalf of somebody a telephone is corrected and nothing else; the act says for whom', async () => {
  const at = await file('captain', homeOf3(2))
  const one = at.people.find(({ values }) => values.some(({ field }) => field === 'phone'))
  const tie = one?.values.find(({ field }) => field === 'phone')?.tie ?? ''
  const behalf = (body: object) => world.send({ as: 'captain', method: 'POST', url: `/api/v1/roster/ties/${tie}/values`, body,
    headers: { 'idempotency-key': `roster-key-${keys++}`, 'x-on-behalf': '1' } })
  expect((await behalf({ field: 'name', value: '欧阳大山' })).json()).toMatchObject({ code: 'never_on_behalf', rule: 'P02' })
  const done = await behalf({ field: 'phone', value: '19900007788' })
  expect(done.statusCode, done.body).toBe(200)
  const acts = "select kind, on_behalf_of from act where subject_id = $1 and kind = 'dweller.corrected' order by at desc, id desc limit 1"
  expect((await world.database.pool('linli_owner').query(acts, [one?.who])).rows).toEqual([{ kind: 'dweller.corrected', on_behalf_of: one?.who }])
  expect((await post('captain', `/values/${done.json<{ value: string }>().value}/take-back`)).statusCode).toBe(200)
})

test('[RO6] [RO46] somebody is entered with what the post may write; under 14 and wrong numbers are refused', async () => {
  const home = world.roster.homes.find(({ home: id, state }) => state === 'vacant' && world.codeOf(id).startsWith('990106003001K1-03-'))?.home ?? ''
  const add = (as: Who, body: object) => post(as, `/homes/${home}/people`, body)
  expect((await add('worker', { ties: ['lives'], values: { name: '小孩', born: '2020-01-01' } })).json()).toMatchObject({ code: 'under_14',
    rule: 'RO6' })
  expect((await add('worker', { ties: ['lives'], values: { name: '某某', id_number: '990106198001010011' } })).json()).toMatchObject({
    code: 'id_check' })
  expect((await add('captain', { ties: ['lives'], values: { name: '某某', id_number: '990106198001010011' } })).json()).toMatchObject({ rule: 'RO43' })
  expect((await add('captain', { ties: [], values: { name: '某某' } })).statusCode).toBe(400)
  expect((await add('firm', { ties: ['lives'], values: { name: '某某' } })).statusCode).toBe(403)
  expect((await add('captain', { ties: ['lives', 'rents'], since: '2026-11-01', values: { name: '欧阳小雨', phone: '19900001234',
    sex: 'female' } })).statusCode).toBe(200)
  const read = await file('captain', home)
  expect(read).toMatchObject({ state: 'let', living: 1, known: true })
  expect(read.people.find(({ group }) => group === 'lives')).toMatchObject({ name: '欧阳＊＊', ties: [{ rents: true, since: '2026-11-01' }] })
  for (const q of ['欧阳小雨', '欧阳', 'oyxy', 'oy', '1234']) expect([q, (await find('captain', q)).people.some(({ home: at }) =>
    at === home)]).toEqual([q, true])
})

test('[RO4] [RO24] [RO49] who moves away leaves the household, is no longer found, stays in its past, and can be brought back', async () => {
  const home = homeOf3(3)
  const before = await file('worker', home)
  const gone = before.people.find(({ group, values }) => group === 'lives' && values.some(({ field }) => field === 'phone'))
  const ties = gone?.ties.map(({ id }) => id) ?? []
  expect((await post('worker', '/ties/end', { ties, why: 'moved', on: '2026-12-01' })).json()).toMatchObject({ code: 'date_impossible' })
  expect((await post('worker', '/ties/end', { ties, why: 'moved' })).statusCode).toBe(200)
  const after = await file('worker', home)
  expect(after.living).toBe(before.living - 1)
  expect(after.people.find(({ who }) => who === gone?.who)).toMatchObject({ group: 'left', ties: [{ until: '2026-11-20', untilSaid: 'told', whyUntil: 'moved' }] })
  const phone = world.roster.people.find(({ id }) => id === gone?.who)?.phone ?? ''
  expect((await find('worker', phone)).people.some(({ home: at }) => at === home)).toBe(false)
  expect((await post('worker', '/ties/reopen', { ties })).statusCode).toBe(200)
  expect((await file('worker', home)).living).toBe(before.living)
  expect((await find('worker', phone)).people.some(({ home: at }) => at === home)).toBe(true)
})

test('[RO41] confirming a home takes it off the list; a page that is out of date is told; the act carries codes alone', async () => {
  const [stale] = (await get('captain', '/lists/stale?limit=1')).json<HomeList>().items
  const home = stale?.id ?? ''
  const { version, state } = await file('captain', home)
  const keep = (body: object) => post('captain', `/homes/${home}/state`, body)
  expect((await keep({ version: version + 1, confirm: 'door' })).json()).toMatchObject({ code: 'stale' })
  expect((await keep({ version, confirm: 'import' })).statusCode).toBe(400)
  expect((await keep({ version, confirm: 'door', children: 2 })).statusCode).toBe(200)
  expect(await file('captain', home)).toMatchObject({ holds: true, children: 2, confirmed: { on: '2026-11-20', how: 'door' } })
  expect((await get('captain', '/lists/stale')).json<HomeList>().items.map(({ id }) => id)).not.toContain(home)
  const acts = await world.database.pool('linli_owner').query<{ facts: unknown }>("select facts from act where kind = 'home.kept'")
  expect(acts.rows[0]?.facts).toEqual({ state, children: 2, confirmed: 'door' })
})

test('[RO40] [RO70] sizing counts a home as known exactly where coverage does: somebody uses it and nobody says who is not known', async () => {
  const home = (await get('worker', '/lists/unknown?limit=1')).json<HomeList>().items[0]?.id ?? ''
  expect((await post('worker', `/homes/${home}/state`, { version: (await file('worker', home)).version, state: 'lived_in' })).statusCode).toBe(200)
  const [community] = (await get('worker', '/coverage')).json<CoverageView>().communities as [CoveredCommunity]
  const sized = await world.send({ as: 'worker', method: 'GET', url: `/api/v1/communities/${community.id}/sizing` })
  const { areas } = sized.json<{ areas: readonly { readonly known: number; readonly people: number | null }[] }>()
  expect([areas[0]?.known, areas[0]?.people]).toEqual([community.known, community.living])
})

test('[RO45] a list is taken along masked by anybody who keeps the roster, in clear by the community alone and few at a time; it is an act',
  async () => {
  const take = (as: Who, kind: string, body: object) => post(as, `/lists/${kind}/export`, body)
  const masked = (await take('captain', 'known', { purpose: 'know_homes' })).json<{ mark: object;
    homes: { people: { name: { shown: string } | null }[] }[] }>()
  expect(masked.mark).toEqual({ name: '白玉芬', at: expect.stringMatching(/^2026-11-20 /), purpose: 'know_homes', clear: false })
  expect(masked.homes.flatMap(({ people }) => people).every(({ name }) => name === null || name.shown.includes('＊'))).toBe(true)
  expect((await take('captain', 'known', { purpose: 'care', clear: true })).json()).toMatchObject({ code: 'wrong_post', rule: 'RO45' })
  expect((await take('worker', 'known', { purpose: 'care', clear: true })).json()).toMatchObject({ code: 'too_many_homes', rule: 'RO45' })
  const clear = (await take('worker', 'conflict', { purpose: 'correct_roster', clear: true })).json<typeof masked>()
  const names = new Set(world.roster.people.map(({ name }) => name))
  expect(clear.homes.flatMap(({ people }) => people).some(({ name }) => names.has(name?.shown ?? ''))).toBe(true)
  const { rows: acts } = await world.database.pool('linli_owner').query<{ kind: string }>(
    "select kind from act where kind in ('roster.exported', 'person.revealed')")
  expect(acts.filter(({ kind }) => kind === 'roster.exported')).toHaveLength(2)
  expect(acts.filter(({ kind }) => kind === 'person.revealed').length).toBeGreaterThan(clear.homes.length)
})
