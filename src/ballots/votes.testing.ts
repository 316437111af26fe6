/** What the tests of votes stand on: a neighbourhood with a register of six homes, and a vote brought to where a test begins. */
import { runCommand, type Context, type Outcome } from '../kit/command.ts'
import { withScope } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { openNeighbourhood, start, sure, type Neighbourhood, type PostKey } from '../offices/testing.ts'
import { clockActor, type Actor } from '../trust/index.ts'
import { castBallot, type CastBallot } from './commands/votes/cast.ts'
import { enterDeliveries } from './commands/votes/collect.ts'
import { freezeRegister } from './commands/votes/freeze.ts'
import { openVote } from './commands/votes/open-close.ts'
import { enterStep, nameTeam, postNotice } from './commands/votes/prepare.ts'
import { startVote, type StartVote } from './commands/votes/start-vote.ts'
import type { Role } from './rules/life/index.ts'
import { UNWRITTEN } from './rules/index.ts'
import { saveCompoundRule } from './store/compound-rules.ts'
import { insertHeads, insertOwners, insertTitles, ownersOf } from './store/register-bulk.ts'

export const district = '990106'
export const path = 'd990106'
/** Notice on the first day, voting from 10 to 20 December at 20:00 in Shanghai. */
export const opensAt = new Date('2026-12-10T00:00:00Z')
export const closesAt = new Date('2026-12-20T12:00:00Z')
export const during = new Date('2026-12-12T04:00:00Z')
export const afterClose = new Date('2026-12-20T12:00:01Z')

/** Homes of the register by their label: head, title and area (0.01 m²). */
export type Home = { readonly label: string; readonly head: string; readonly title: string; readonly area: number; readonly phone: string }
export type Voting = Neighbourhood & { readonly homes: ReadonlyMap<string, Home>; readonly home: (label: string) => Home; readonly compound: string }

const AREAS = { '3-101': 10_000, '3-302': 8_956, '3-602': 9_012, '7-101': 12_001, '7-302': 8_956, '7-602': 9_000 } as const
const BUILDINGS = { 3: '990106003001K1-03', 7: '990106003001K1-07' } as const

/** Opens a neighbourhood with the register of 梧桐苑: six homes of six heads, areas that tell them apart, voting on the phone allowed, the last counts. */
export async function openVoting(): Promise<Voting> {
  const n = await openNeighbourhood()
  const compound = n.place('990106003001K1')
  const keeper = n.org('owners')
  const homes = new Map(Object.entries(AREAS).map(([label, area], i): [string, Home] =>
    [label, { label, area, head: newId(), title: newId(), phone: `1990000${String(4000 + i)}` }]))
  await withScope(n.db, { ...clockActor(district, path), orgs: [keeper] }, async (tx) => {
    await tx.insertInto('owner_register').values({ district, compound: compound.id, path: compound.path, compound_path: compound.compoundPath ?? '', keeper,
      since: '2024-06-01' }).execute()
    await saveCompoundRule(tx, district, { id: newId(), compound: compound.id, title: '议事规则', document: '2024-1', adoptedOn: '2024-06-01', validFrom: '2024-06-01',
      says: { ...UNWRITTEN, adopted: { file: '2024-1', day: '2024-06-01', vote: '2024-1' }, phone: true, holds: 'last' } })
    await insertHeads(tx, district, [...homes.values()].map(({ head }) => ({ id: head, compound: compound.id, keeper, kind: 'owners' as const, company: null })))
    await insertTitles(tx, district, [...homes.values()].map(({ label, head, title, area }) => {
      const building = n.place(label.startsWith('3') ? BUILDINGS[3] : BUILDINGS[7]).id
      return { id: title, compound: compound.id, keeper, head, building, unit: null, home: null, label, kind: 'home' as const, area,
        area_source: 'register' as const, status: 'sold' as const }
    }))
    await insertOwners(tx, district, [...homes.values()].flatMap(({ head, phone, label }) =>
      ownersOf(district, head, keeper, [{ name: `业主${label}`, phone }], null)), start)
  })
  return { ...n, homes, compound: compound.id, home: (label) => {
    const found = homes.get(label)
    if (!found) throw new Error(`no home ${label}`)
    return found
  } }
}

/** Runs a command as a post (or the clock), in a transaction of its own. */
export const run = <In, Out extends Outcome>(n: Neighbourhood, who: PostKey | Actor, at: Date, command: (ctx: Context<Actor>, input: In) => Promise<Result<Out>>, input: In): Promise<Result<Out>> => {
  const actor = typeof who === 'string' ? n.as(who) : who
  return runCommand(n.db, actor, at, undefined, (tx) => command({ tx, actor, at }, input))
}
export const clock: Actor = clockActor(district, path)
/** What came of a command: 'ok', or the code of its refusal. */
export const told = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

export const TEAM: readonly (readonly [PostKey, Role])[] = [['owners', 'lead'], ['grid', 'collector'], ['grid2', 'collector'], ['deputy', 'enterer'],
  ['worker', 'enterer'], ['secretary', 'scrutineer'], ['captain', 'scrutineer'], ['captain7', 'scrutineer']]
export const team = (n: Neighbourhood, roles = TEAM) => roles.map(([key, role]) => ({ person: n.person(key), post: n.post(key), role }))

export const motion = (n: Voting, more: Partial<StartVote> = {}): StartVote => ({
  body: 'assembly', kind: 'motion', place: n.compound, item: 'property', title: '关于续聘润庭物业的议题', words: '合同三年', startedBy: 'committee', secret: false,
  channels: ['phone', 'paper', 'door'], questions: [], ...more,
})

/** A vote that is posted, its steps done, its team named, its register frozen. */
export async function frozenVote(n: Voting, more: Partial<StartVote> = {}): Promise<string> {
  const { id } = sure(await run(n, 'owners', start, startVote, motion(n, more)))
  sure(await run(n, 'owners', start, postNotice, { id, day: '2026-11-20', opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }))
  for (const code of ['residents_told', 'topics_posted']) {
    sure(await run(n, 'owners', start, enterStep, { id, code, state: 'done' as const, reason: null }))
  }
  sure(await run(n, 'owners', start, nameTeam, { id, members: team(n) }))
  sure(await run(n, 'owners', start, freezeRegister, { id }))
  return id
}

/** A vote that is open. */
export async function openedVote(n: Voting, more: Partial<StartVote> = {}): Promise<string> {
  const id = await frozenVote(n, more)
  sure(await run(n, clock, opensAt, openVote, { id }))
  return id
}

/** The elector of a home in a vote, read past the wall. */
export async function electorOf(n: Voting, vote: string, label: string): Promise<{ readonly id: string; readonly code: string }> {
  const { rows } = await n.database.pool('linli_owner').query('select id, code from elector where vote = $1 and head = $2', [vote, n.home(label).head])
  const [row] = rows as { id: string; code: string }[] // columns named in the query
  if (!row) throw new Error(`no elector of ${label}`)
  return row
}

/** Casts a ballot on the phone for a home. */
export async function cast(n: Voting, vote: string, label: string, choose: string, more: Partial<CastBallot> & { readonly at?: Date } = {}) {
  const { at = during, ...given } = more
  const elector = await electorOf(n, vote, label)
  return castBallot({ db: n.db, district, path }, { vote, elector: elector.id, heads: [n.home(label).head], answers: [{ n: 1, choose: [choose] }],
    key: undefined, ...given }, at)
}

/** Delivers every ballot into hands. */
export const deliverAll = (n: Voting, id: string, at: Date = opensAt) => run(n, 'grid', at, enterDeliveries, { id,
  rows: [...n.homes.values()].map(({ title }) => ({ title, how: 'in_person' as const, day: '2026-12-10', by: [n.person('grid'), n.person('grid2')], photo: null })) })
