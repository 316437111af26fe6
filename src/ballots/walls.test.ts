import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { withScope, type Scope } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { sure, type PostKey } from '../offices/testing.ts'
import { objectToVote } from './commands/votes/after.ts'
import { enterChange, takeEnvelopes } from './commands/votes/collect.ts'
import { sealVote } from './commands/votes/count.ts'
import { enterPapers } from './commands/votes/enter.ts'
import { closeVote, openVote } from './commands/votes/open-close.ts'
import { pseudonymOf } from './sealing/index.ts'
import { insertHeads, insertProxies, sealPerson } from './store/register-bulk.ts'
import { linkKeyOf } from './store/vote-keys.ts'
import { afterClose, cast, clock, closesAt, deliverAll, district, during, electorOf, frozenVote, openedVote, opensAt, openVoting, run, told,
  type Voting } from './votes.testing.ts'

let n: Voting
const tables = [...readFileSync(join(import.meta.dirname, '../../db/migrations/0027_votes.sql'), 'utf8').matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name)
beforeAll(async () => { n = await openVoting() })
afterAll(async () => { await n.close() })

type Row = Record<string, unknown>
const owner = async (text: string, values: unknown[] = []): Promise<Row[]> => (await n.database.pool('linli_owner').query(text, values)).rows as Row[] // as asked

/** What the rows of a vote say to whoever it lies within reach of: whose register it is, what is asked, by which rules and steps. All else is of homes. */
const OF_NO_HOME = ['owner_register', 'compound_rule', 'vote', 'vote_question', 'vote_step', 'vote_opinion', 'vote_member', 'vote_notice']

/** A closed vote with a row in each table: phone, paper read once, a written authority, a dispute and who asked to open its ballot. */
async function fullVote(): Promise<void> {
  const id = await openedVote(n)
  sure(await deliverAll(n, id))
  sure(await cast(n, id, '3-101', 'agree'))
  const { id: elector, code } = await electorOf(n, id, '3-602')
  const keeper = n.org('owners')
  await withScope(n.db, { ...clock, orgs: [keeper] }, (tx) => insertProxies(tx, district, [{ id: newId(), head: n.home('7-101').head, keeper, vote: null,
    valid_from: '2026-11-01', valid_to: '2027-01-01', ...sealPerson(district, { name: '受托人', phone: '19900005555' }) }], during))
  sure(await run(n, 'grid', during, takeEnvelopes, { id, envelopes: [{ code, channel: 'paper' as const, envelope: 'E-1', proxy: null,
    collectors: [n.person('grid'), n.person('grid2')] }] }))
  sure(await run(n, clock, afterClose, closeVote, { id }))
  sure(await run(n, 'deputy', afterClose, enterPapers, { id, entries: [{ code, answers: [{ n: 1, choose: ['agree'] }], spoilt: false }] }))
  const dispute = sure(await run(n, 'owners', afterClose, objectToVote, { id, about: 'proxy' as const, words: '委托书' }))
  await owner('insert into key_opening (district, vote, id, elector, reason, first_person, first_post, objection, asked_at, shuts_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)',
    [district, id, newId(), elector, '核对', n.person('captain'), n.post('captain'), dispute.id, afterClose])
  await owner('insert into vote_opinion (district, vote, org, said_by, stance, words, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [district, id, n.org('branch'), 'branch', 'supports', '同意', during])
  await owner('insert into vote_notice (district, vote, place, posted_on) values ($1, $2, $3, $4)', [district, id, n.place('990106003001K1-03').id, '2026-11-20'])
  await owner('insert into vote_question (district, vote, n, title) values ($1, $2, 9, $3) on conflict do nothing', [district, id, '附加'])
}

const POSTS: readonly PostKey[] = ['captain', 'captain7', 'grid', 'worker', 'deputy', 'secretary', 'secretary2', 'named', 'branch', 'firm', 'enforcement', 'police', 'water',
  'street', 'streetDesk', 'mediator', 'federation', 'owners']
const seenBy = (scope: Scope, of: readonly string[]): Promise<string[]> => withScope(n.db, scope, async (tx) => {
  const found: string[] = []
  for (const table of of) if ((await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n) found.push(table)
  return found
})

test('[B80] [B20] P19 no row of register, electors, ballots or keys is read by community, captain, grid, branch, firm, station or street, however far they reach', async () => {
  await fullVote()
  for (const table of tables) expect([table, (await owner(`select 1 from ${table} limit 1`)).length]).toEqual([table, 1])
  const closed = tables.filter((table) => !OF_NO_HOME.includes(table))
  expect(closed).toHaveLength(13)
  const everyPath = n.places.flatMap(({ path, compoundPath }) => (compoundPath ? [path, compoundPath] : [path]))
  for (const key of POSTS) {
    const actor = n.as(key)
    const keeps = key === 'owners'
    const wide = { ...actor, scopes: everyPath, orgs: actor.orgs.filter((org) => keeps || org !== n.org('owners')) }
    for (const scope of [actor, wide]) expect([key, await seenBy(scope, closed)]).toEqual([key, keeps ? ['head', 'owner', 'title', 'proxy'] : []])
  }
})

test('[B20] P13 steps of a vote are read where the vote is, what happened to one home by its team alone, and who took part by nobody else', async () => {
  const [vote] = await owner("select id, path::text from vote where state = 'closed' limit 1")
  const id = String(vote?.['id'])
  await owner(`insert into vote_step (district, vote, keeper, path, compound_path, code, state, on_day) select district, id, keeper, path, compound_path,
    'event_1', 'done', '2026-12-12' from vote where id = $1`, [id])
  const codes = (scope: Scope) => withScope(n.db, scope, async (tx) => (await tx.selectFrom('vote_step').select('code').where('vote', '=', id).execute()).map(({ code }) => code))
  for (const key of ['secretary2', 'captain1', 'police', 'water', 'firm2'] as const) expect([key, await codes(n.as(key))]).toEqual([key, []])
  for (const key of ['secretary', 'street', 'owners', 'branch'] as const) {
    const found = await codes(n.as(key))
    expect([key, found.includes('notice_posted'), found.includes('event_1')]).toEqual([key, true, false])
  }
  expect(await codes({ ...n.as('grid'), votes: [id] })).toContain('event_1')
  for (const key of POSTS) expect([key, await seenBy(n.as(key), ['turnout'])]).toEqual([key, []])
  expect(await seenBy({ ...n.as('grid'), votes: [id] }, ['turnout'])).toEqual(['turnout'])
})

test('[B53] P11 after a secret vote is counted no row, order, id, time or transaction leads from an elector to a choice', async () => {
  const vote = await openedVote(n, { secret: true })
  const labels = [...n.homes.keys()]
  for (const [i, label] of labels.entries()) sure(await cast(n, vote, label, i % 2 === 0 ? 'agree' : 'against', { key: `key-of-${label}-cast` }))
  const electors = await Promise.all(labels.map(async (label) => (await electorOf(n, vote, label)).id))
  const link = await withScope(n.db, clock, (tx) => linkKeyOf(tx, { district, vote }))
  if (!link) throw new Error('an open vote has its link')
  const pseudonyms = electors.map((elector) => pseudonymOf(link, elector))
  sure(await run(n, clock, closesAt, closeVote, { id: vote }))
  sure(await run(n, 'owners', closesAt, sealVote, { id: vote }))
  const choices = await owner("select id, pseudonym, encode(commitment, 'hex') as commitment, xmin::text from choice where vote = $1 order by ctid", [vote])
  expect(new Set(choices.map(({ pseudonym }) => pseudonym))).toEqual(new Set(pseudonyms))
  const commitments = choices.map(({ commitment }) => String(commitment))
  expect(commitments).toEqual([...commitments].sort())
  const voters = [...electors, ...labels.map((label) => n.home(label).head)]
  const sides = choices.flatMap(({ id, pseudonym, commitment }) => [String(id), String(pseudonym), String(commitment)])
  const all = (await owner("select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")).map(({ name }) => String(name))
  const writers = new Set<unknown>()
  for (const table of all) {
    for (const { row, xmin } of await owner(`select to_jsonb(t)::text as row, t.xmin::text as xmin from "${table}" t`)) {
      const text = String(row)
      const [who, what] = [voters.some((one) => text.includes(one)), sides.some((one) => text.includes(one))]
      expect([table, who && what]).toEqual([table, false])
      if (who || table === 'idempotency') writers.add(xmin)
    }
  }
  expect(choices.filter(({ xmin }) => writers.has(xmin))).toEqual([])
  expect(await owner("select wrapped from vote_key where vote = $1 and kind = 'link'", [vote])).toEqual([{ wrapped: null }])
})

test('[B28] [B12] where the first holds, ballots of one head at the same moment are one; the others are told', async () => {
  const vote = await frozenVote(n)
  await owner("update vote set rules = jsonb_set(rules, '{rule,holds}', '\"first\"') where id = $1", [vote])
  sure(await run(n, clock, opensAt, openVote, { id: vote }))
  const came = await Promise.all(['agree', 'against', 'abstain', 'agree', 'against', 'abstain'].map((choose) => cast(n, vote, '3-101', choose)))
  expect(came.map(told).sort()).toEqual([...Array<string>(5).fill('cast_once'), 'ok'])
  expect((await owner('select 1 from choice where vote = $1', [vote])).length).toBe(1)
})

test('[B27] [B31] ballots while it closes are in and counted or told that it is over; closed twice and counted twice at the same moment it is done once', async () => {
  const vote = await openedVote(n)
  const last = new Date(closesAt.getTime() - 1)
  const [casts, closings] = await Promise.all([Promise.all([...n.homes.keys()].map((label) => cast(n, vote, label, 'agree', { at: last }))),
    Promise.all([closeVote, closeVote].map((close) => run(n, clock, closesAt, close, { id: vote })))])
  expect(closings.map(told).sort()).toEqual(['ok', 'wrong_state'])
  const taken = casts.filter(({ ok }) => ok).length
  expect(casts.map(told).filter((one) => one !== 'ok' && one !== 'vote_closed')).toEqual([])
  const [act] = await owner("select facts from act where subject_id = $1 and kind = 'ballots.closed'", [vote])
  expect([act?.['facts'], (await owner('select 1 from choice where vote = $1', [vote])).length]).toMatchObject([{ heads: taken }, taken])
  const counts = await Promise.all(['owners' as const, 'captain' as const].map((who) => run(n, who, closesAt, sealVote, { id: vote })))
  expect(counts.map(told).sort()).toEqual(['ok', 'wrong_state'])
  expect((await owner("select 1 from act where subject_id = $1 and kind = 'ballots.sealed'", [vote])).length).toBe(1)
})

test('[B13] sold while its ballot comes in: the ballot that was given stands, or whoever owns it now votes, never one over the other', async () => {
  const vote = await openedVote(n)
  const keeper = n.org('owners')
  const buyers = [...n.homes.values()].map((home) => ({ ...home, buyer: newId() }))
  await withScope(n.db, { ...clock, orgs: [keeper] }, async (tx) => {
    await insertHeads(tx, district, buyers.map(({ buyer }) => ({ id: buyer, compound: n.compound, keeper, kind: 'owners' as const, company: null })))
    for (const { title, buyer } of buyers) await tx.updateTable('title').set({ head: buyer }).where('district', '=', district).where('id', '=', title).execute()
  })
  const codes = new Map(await Promise.all(buyers.map(async ({ label }) => [label, (await electorOf(n, vote, label)).code] as const)))
  await Promise.all(buyers.flatMap(({ label }) => [cast(n, vote, label, 'agree'), run(n, 'owners', during, enterChange,
    { id: vote, code: codes.get(label) ?? '', kind: 'changed_hands' as const, day: '2026-12-12', paper: '过户登记' })]))
  const after = await owner('select head, casts, blocked from elector where vote = $1', [vote])
  const bought = new Set(buyers.map(({ buyer }) => buyer))
  expect(after.map(({ head, casts, blocked }) => (bought.has(String(head)) ? casts === 0 && blocked === null : casts === 1 && blocked === 'transferred'))).toEqual(after.map(() => true))
})
