import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { makeApp, type App, common } from '../../kit/http.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { start, sure, type PostKey } from '../../offices/testing.ts'
import { erasePerson } from '../../trust/index.ts'
import { enterPapers } from '../commands/votes/enter.ts'
import { closeVote, openVote } from '../commands/votes/open-close.ts'
import { takeEnvelopes } from '../commands/votes/collect.ts'
import { electionTimers } from '../jobs/election-clock.ts'
import { eraseCandidate } from '../store/erase-candidate.ts'
import { afterClose, clock, closesAt, district, during, electorOf, opensAt, openVoting, path, run, team, TEAM,
  type Voting } from '../votes.testing.ts'
import { electionRoutes } from './election-routes.ts'
import { voteFileRoutes } from './vote-file-routes.ts'
import { votesRoutes } from './votes-routes.ts'

let n: Voting
let app: App
let at = start
let body = ''
let vote = ''
const stand = new Map<string, string>()

beforeAll(async () => {
  n = await openVoting()
  app = makeApp()
  const trust = { district, mode: 'demo' as const, now: () => at, staffOf: async (request: { headers: { [name: string]: unknown } }) => {
    const key = String(request.headers['x-as'])
    return key === '' ? refuse(common.signedOut) : ok(n.as(key as PostKey)) // named by the tests below
  } }
  const wiring = { db: n.db, trust, path } as unknown as Parameters<typeof electionRoutes>[1] // what these routes use of trust
  electionRoutes(app, wiring)
  votesRoutes(app, wiring)
  voteFileRoutes(app, { ...wiring, host: 'linli.example', photos: { open: async () => null } })
  await app.ready()
  await n.database.pool('linli_owner').query(`insert into governing_body (district, id, place, path, compound_path, keeper, kind, seats, term_from, term_to,
    state)
    values ($1, $2, $3, $4, $5, $6, 'owners_committee', 5, '2021-12-20', '2026-12-19', 'in_office')`,
  [district, newId(), n.compound, n.place('990106003001K1').path, n.place('990106003001K1').compoundPath, n.org('owners')])
})
afterAll(async () => { await app.close(); await n.close() })

const ask = async (as: PostKey | '', url: string, payload?: object) => app.inject({ method: payload ? 'POST' : 'GET', url: `/api/v1${url}`,
  headers: { 'x-as': as },
  ...(payload ? { payload } : {}) })
const told = async (as: PostKey, url: string, payload: object): Promise<string> => {
  const reply = await ask(as, url, payload)
  return reply.statusCode < 300 ? 'ok' : reply.json<{ code: string }>().code
}
const step = (as: PostKey, name: string, payload: object = {}) => told(as, `/bodies/${body}/${name}`, payload)
type Seen = { state: string; termTo: string; steps: { code: string; state: string }[];
  seated: { person: string; name: string; role: string; until: string | null }[]
  handOver: { n: number; title: string }[]; desk: { slate: { have: number } | null; posted: boolean
    candidates: { id: string; name: string; state: string; warnings: { code: string; reason: string }[];
      reviews: { role: string; outcome: string }[] }[] } }
const paper = async (name: string) => (await ask('owners', `/votes/${vote}/papers/${name}.docx`)).statusCode
const seen = async (as: PostKey = 'owners', id = body): Promise<Seen> => (await ask(as, `/bodies/${id}`)).json<Seen>()
const ownerAt = async (label: string): Promise<string> => (await ask('owners', `/bodies/${body}/owners?label=${label}`))
  .json<{ items: { owner: string }[] }>().items[0]?.owner ?? ''
const declared = { party: true, posts: '', overlap: false, firmTie: false, firmWords: '', known: {} }
const nomination = async (label: string, more: object = {}) => ({ owner: await ownerAt(label), by: 'owners', promised: true, declared, ...more })
const opening = { place: '', seats: 3, reserves: 1, years: 5, begins: '2026-12-20', title: '选举第二届业主委员会', channels: ['paper', 'door'] }

test('[B100] [B78] an election is begun by whoever keeps the register, with an odd number of seats; a residents’ committee has no online ballot',
  async () => {
  const given = { ...opening, place: n.compound }
  expect([await told('firm', '/bodies', given), await told('owners', '/bodies', { ...given, seats: 4 }), await told('owners', '/bodies', given),
    await told('owners', '/bodies', given)])
    .toEqual(['not_yours', 'seats_even', 'ok', 'prepared_already'])
  const bodies = async () => (await ask('owners', '/bodies')).json<{ items: { id: string; vote: string; state: string; formed: boolean }[] }>().items
  const taken = (await bodies()).find(({ state }) => state === 'planned')?.vote ?? ''
  const hung = { day: '2026-11-20', opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  expect([await told('owners', `/votes/${taken}/notice`, hung), await told('owners', `/votes/${taken}/withdraw`, { reason: '筹备组要重新推选' }),
    await told('owners', `/votes/${taken}/steps`, { code: 'street_told' })]).toEqual(['ok', 'ok', 'wrong_state'])
  expect((await ask('', `/public/votes/${taken}`)).json()).toMatchObject({ state: 'withdrawn', withdrawn: { on: '2026-11-20', reason: '筹备组要重新推选' } })
  expect([(await bodies()).find(({ vote: of }) => of === taken), await told('owners', '/bodies', given)]).toMatchObject([{ state: 'ended', formed: false }, 'ok'])
  const items = await bodies()
  expect(items.map(({ state }) => state)).toEqual(['planned', 'in_office', 'ended'])
  body = items[0]?.id ?? ''
  vote = items[0]?.vote ?? ''
  expect(await told('owners', `/votes/${vote}/notice`, hung)).toBe('ok')
  for (const code of ['residents_told', 'street_told', 'topics_posted']) expect(await told('owners', `/votes/${vote}/steps`, { code })).toBe('ok')
  const residents = { place: n.place('990106003001').id, seats: 7, begins: '2027-01-01', years: 5 }
  const online = await ask('secretary', '/residents-elections', { ...residents, online: true })
  expect(online.json()).toMatchObject({ code: 'no_online_ballot', rule: 'B78', source: { law: expect.stringContaining('居民委员会组织法') } })
  const { id } = (await ask('secretary', '/residents-elections', residents)).json<{ id: string }>()
  expect(await told('secretary', `/bodies/${id}/day`, { step: 'plan_posted', what: 'set', day: '2026-12-01' })).toBe('ok')
  expect((await seen('secretary', id)).steps[1]).toMatchObject({ code: 'plan_posted', state: 'due', due: '2026-12-01' })
  expect(await told('owners', `/bodies/${id}/day`, { step: 'plan_posted', what: 'set', day: null })).toBe('not_found')
})

test('[B71] [B101] overlap needs a reason and is then a warning; what was declared is sealed, and opened by reviewers alone, as an act', async () => {
  const overlapping = { declared: { ...declared, overlap: true } }
  expect(await step('owners', 'nominate', await nomination('3-302', overlapping))).toBe('reason_missing')
  expect(await step('secretary', 'nominate', await nomination('3-302'))).not.toBe('ok')
  const more: Record<string, object> = { '3-302': { ...overlapping, reason: '在居委会只管文体，业主推荐的' }, '3-101': { officer: n.person('captain') },
    '7-101': { declared: { ...declared, party: false, posts: '退休会计' } } }
  for (const label of ['3-302', '3-101', '7-101', '7-302', '7-602']) {
    const reply = await ask('owners', `/bodies/${body}/nominate`, await nomination(label, more[label]))
    stand.set(label, reply.json<{ candidate: string }>().candidate)
  }
  expect(await step('owners', 'nominate', await nomination('7-602'))).toBe('nominated_already')
  const officers = (await ask('owners', `/bodies/${body}/officers`)).json<{ items: { person: string; title: string }[] }>().items
  expect([officers.find(({ person }) => person === n.person('captain'))?.title, (await ask('branch', `/bodies/${body}/officers`)).statusCode])
    .toEqual(['3号楼楼栋长', 404])
  const { desk } = await seen()
  expect(desk.candidates[0]).toMatchObject({ name: '业＊＊', warnings: [{ code: 'overlap', reason: '在居委会只管文体，业主推荐的' }], reviews: [] })
  const look = { candidate: stand.get('7-101') }
  expect((await ask('street', `/bodies/${body}/declared`, look)).json()).toMatchObject({ name: '业主7-101', party: false, posts: '退休会计' })
  expect(await told('firm', `/bodies/${body}/declared`, look)).toBe('not_found')
  const { rows } = await n.database.pool('linli_owner')
    .query("select count(*)::int as n from act where kind = 'person.revealed' and subject_id = (select person from candidate where id = $1)",
      [look.candidate])
  expect(rows).toEqual([{ n: 2 }])
  const kept = JSON.stringify((await n.database.pool('linli_owner').query('select * from candidate'))
    .rows) + JSON.stringify((await n.database.pool('linli_owner').query('select * from act')).rows)
  expect([kept.includes('退休会计'), kept.includes('业主7-101')]).toEqual([false, false])
})

test('[B101] [B102] [B103] P09 an opinion holds the list up for its limit and no longer, without an article nobody is refused, who withdraws leaves', async () => {
  const of = (label: string, more: object) => ({ candidate: stand.get(label), ...more })
  expect([await step('owners', 'post'), await told('owners', `/votes/${vote}/freeze`, {})]).toEqual(['opinions_open', 'list_first'])
  expect([await step('branch', 'review', of('3-101', { outcome: 'recommends' })),
    await step('branch', 'review', of('3-101', { outcome: 'meets_conditions' })),
    await step('street', 'review', of('3-302', { outcome: 'does_not_meet' })),
      await step('street', 'review', of('3-302', { outcome: 'does_not_meet', reason: '尽量不交叉任职' })),
    await step('street', 'review', of('3-101', { outcome: 'talked' })), await step('firm', 'review', of('3-101', { outcome: 'talked' }))])
    .toEqual(['ok', 'not_yours', 'reason_missing', 'ok', 'ok', 'not_found'])
  expect(await step('owners', 'refuse', of('3-302', { ground: 'overlap', reason: '街道不同意' }))).toBe('no_article')
  expect(await step('owners', 'refuse', of('3-302', { ground: 'fees_unpaid', reason: '欠费' }))).toBe('no_article')
  expect(await step('owners', 'withdraw', of('7-602', { reason: '身体不好' }))).toBe('ok')
  expect((await ask('', `/public/votes/${vote}/candidates`)).statusCode).toBe(404)
  at = new Date('2026-11-28T02:00:00Z')
  expect(await sweepTimers(n.db, () => clock, electionTimers(() => path), at)).toBeGreaterThan(0)
  expect(await step('branch', 'review', of('3-302', { outcome: 'recommends' }))).toBe('limit_over')
  const { desk } = await seen()
  expect(desk.candidates.find(({ id }) => id === stand.get('3-302'))?.reviews.map(({ role, outcome }) => [role, outcome]).sort())
    .toEqual([['branch', 'no_opinion'], ['expert', 'no_opinion'], ['street', 'does_not_meet']])
  expect([await paper('nomination'), await paper('candidates')]).toEqual([200, 404])
  expect(await step('owners', 'post')).toBe('ok')
  expect(await paper('candidates')).toBe(200)
  expect(await step('owners', 'nominate', await nomination('7-602'))).toBe('list_posted')
  expect((await seen()).steps.filter(({ code }) => ['nominated', 'branch_recommendation', 'street_review', 'talk', 'drafts_posted'].includes(code))
    .map(({ state }) => state))
    .toEqual(['done', 'done', 'done', 'done', 'done'])
})

test('[B72] [B106] P08 the street’s target is a count for reviewers; the public reads names, and of the composition numbers that tell of nobody', async () => {
  expect([await step('owners', 'target', { on: true }), await step('street', 'target', { on: true })]).toEqual(['not_found', 'ok'])
  expect((await seen('street')).desk.slate).toMatchObject({ have: 3, wanted: 2, met: true })
  const shown = (await ask('', `/public/votes/${vote}/candidates`)).json<{ candidates: { option: string; name: string }[] }>()
  expect(shown.candidates.map(({ option, name }) => [option, name]))
    .toEqual([['c1', '业主3-302'], ['c2', '业主3-101'], ['c3', '业主7-101'], ['c4', '业主7-302']])
  expect(shown).toMatchObject({ composition: [{ code: 'odd_seats', have: 3, met: true }, { code: 'overlap', have: 1, of: 4, met: false },
    { code: 'half_party', have: 3, of: 4, met: true }] })
  expect(Object.keys(shown.candidates[0] ?? {})).toEqual(['option', 'name', 'by', 'won', 'reserve'])
})

test('[B18] a candidate neither collects ballots nor counts them', async () => {
  const scrutineers = async () => (await ask('owners', `/votes/${vote}`)).json<{ steps: { code: string; state: string }[] }>()
    .steps.find(({ code }) => code === 'scrutineers_named')?.state
  expect(await told('owners', `/votes/${vote}/team`, { members: team(n) })).toBe('ok')
  expect(await scrutineers()).not.toBe('done')
  const { items } = (await ask('owners', `/votes/${vote}/candidates-for-team`)).json<{ items: { person: string; stands: boolean }[] }>()
  expect(items.filter(({ stands }) => stands).map(({ person }) => person)).toEqual([n.person('captain')])
  const others = TEAM.map(([who, role]): (typeof TEAM)[number] => (who === 'captain' ? ['worker', role] : [who, role]))
  expect(await told('owners', `/votes/${vote}/team`, { members: team(n, others) })).toBe('ok')
  expect(await scrutineers()).toBe('done')
})

/** Who holds the posts of the owners' committee now. */
const posts = async (): Promise<string[]> => (await n.database.pool('linli_owner').query(`select p.title || ' ' || o.name as said from post p join tenure t on t.post = p.id
  and t.to_date is null join officer o on o.person = t.person where p.org = $1 and p.valid_to is null order by 1`, [n.org('owners')])).rows.map(({ said }) => String(said))

const BALLOTS = [['3-101', ['c1', 'c2', 'c3']], ['3-302', ['c1', 'c2', 'c4']], ['3-602', ['c2', 'c3', 'c4']], ['7-101', ['c1', 'c2', 'c3']],
  ['7-302', ['c2', 'c4', 'c1']], ['7-602', ['c2', 'c3', 'c4']]] as const

async function held(): Promise<void> {
  expect(await told('owners', `/votes/${vote}/freeze`, {})).toBe('ok')
  expect(await step('owners', 'withdraw', { candidate: stand.get('7-302') })).toBe('list_stands')
  sure(await run(n, clock, opensAt, openVote, { id: vote }))
  const electors = new Map(await Promise.all(BALLOTS.map(async ([label]) => [label, (await electorOf(n, vote, label)).code] as const)))
  sure(await run(n, 'grid', during, takeEnvelopes, { id: vote,
    envelopes: BALLOTS.map(([label]) => ({ code: electors.get(label), channel: 'paper' as const, envelope: `E-${label}`,
    collectors: [n.person('grid'), n.person('grid2')], proxy: null })) }))
  sure(await run(n, clock, afterClose, closeVote, { id: vote }))
  const entries = BALLOTS.map(([label, choose]) => ({ code: electors.get(label), answers: [{ n: 1, choose: [...choose] }], spoilt: false }))
  for (const who of ['deputy', 'worker'] as const) sure(await run(n, who, afterClose, enterPapers, { id: vote, entries }))
  at = afterClose
  expect(await told('owners', `/votes/${vote}/count`, {})).toBe('ok')
}

test('[B70] [B104] [B75] who is elected takes office, the reserve moves up when a member goes, and the old term hands over line by line', async () => {
  await held()
  expect(await step('owners', 'seat')).toBe('result_first')
  expect(await paper('elected')).toBe(404)
  expect(await told('owners', `/votes/${vote}/publish`, {})).toBe('ok')
  expect([await paper('elected'), await paper('count-sheet'), await paper('posting')]).toEqual([200, 200, 200])
  expect(await step('owners', 'seat')).toBe('ok')
  const { seated, state, termTo } = await seen()
  expect([state, termTo, seated.map(({ role }) => role)]).toEqual(['in_office', '2031-12-19', ['member', 'member', 'member', 'reserve']])
  const captain = seated.find(({ person }) => person === n.person('captain'))
  expect(captain?.role).toBe('member')
  const elected = await posts()
  expect([elected.length, elected.every((one) => one.startsWith('业委会委员')), elected.includes('业委会委员 3号楼楼栋长本人')]).toEqual([3, true, true])
  const [first, , , reserve] = seated
  expect([await step('owners', 'officers', { chair: reserve?.person }),
    await step('owners', 'officers', { chair: captain?.person, deputies: [seated.find((one) => one !== captain)?.person] })])
    .toEqual(['not_a_member', 'ok'])
  expect((await posts()).map((one) => one.split(' ')[0]).sort()).toEqual(['业委会主任', '业委会副主任', '业委会委员'])
  expect(await posts()).toContain('业委会主任 3号楼楼栋长本人')
  const leaving = first?.person === captain?.person ? seated[1] : first
  const leave = { person: leaving?.person, day: '2026-12-20' }
  expect([await step('owners', 'end-member', { ...leave, by: 'absent', held: 6, missed: 3 }),
    await step('owners', 'end-member', { ...leave, by: 'sold' })]).toEqual(['no_absence_rule', 'ok'])
  const after = (await seen()).seated.filter(({ until }) => until === null)
  expect([after.length, after.find(({ name }) => name === reserve?.name)?.role, (await posts()).some((one) => one.endsWith(` ${reserve?.name}`))])
    .toEqual([3, 'member', true])
  const old = (await ask('owners', '/bodies')).json<{ items: { id: string; state: string }[] }>()
    .items.find((one) => one.state === 'handing_over')?.id ?? ''
  expect((await seen('owners', old)).handOver).toHaveLength(10)
  expect(await told('owners', `/bodies/${old}/hand-over`, { n: 1, handed: false })).toBe('reason_missing')
  for (let line = 1; line <= 10; line++) expect(await told('owners', `/bodies/${old}/hand-over`,
    { n: line, handed: line !== 4, note: line === 4 ? '2023年的记录没有找到' : '' })).toBe('ok')
  expect((await seen('owners', old)).state).toBe('ended')
})

test('[B108] somebody who is erased is gone from list, ballot and result; how it came out stays', async () => {
  const { rows: [found] } = await n.database.pool('linli_owner').query("select person from candidate where option = 'c3'")
  expect((await ask('', `/public/votes/${vote}/candidates`)).body).toContain('业主7-101')
  await withScope(n.db, clock, (tx) => erasePerson(tx, clock, String(found?.person), at, { reason: 'asked', hooks: [eraseCandidate] }))
  const { rows: [officer] } = await n.database.pool('linli_owner').query("select count(*)::int as n from officer where name = '业主7-101'")
  expect(officer).toEqual({ n: 0 })
  for (const url of [`/public/votes/${vote}/candidates`, `/public/votes/${vote}`]) {
    const reply = await ask('', url)
    expect([reply.statusCode, reply.body.includes('业主7-101'), reply.body.includes('＊')]).toEqual([200, false, true])
  }
})
