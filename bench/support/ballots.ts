/** A vote of many homes in the demo's 梧桐苑: register, frozen and open, with voters whose phones are open. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { demoVotes } from '../../demo/votes.ts'
import { orgId } from '../../demo/orgs.ts'
import { codeOf, placeId } from '../../demo/places.ts'
import { giveBallots, insertHeads, insertOwners, insertTitles, loadVote, saveCompoundRule, sealPerson, voteSteps } from '../../src/ballots/index.ts'
import { UNWRITTEN } from '../../src/ballots/rules/index.ts'
import { actAs, openDb, withScope, type Tx } from '../../src/kit/db.ts'
import { newId } from '../../src/kit/ids.ts'
import type { Result } from '../../src/kit/pure.ts'
import { standingOf } from '../../src/offices/index.ts'
import { clockActor, openKeys, signFollow, staffActor, useKeys, type Actor } from '../../src/trust/index.ts'
import type { Installation } from './installation.ts'

/** Somebody who may vote: elector, head, and the owner's row by which their ballots are open. */
export type Voter = { readonly elector: string; readonly head: string; readonly owner: string; readonly phoneHash: string }
export type BigVote = { readonly vote: string; readonly file: string; readonly voters: number }
const district = '990106'
const clock = clockActor(district, 'd990106')

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.explain.en)
  return result.value
}

async function register(tx: Tx, homes: number): Promise<ReadonlyMap<string, { readonly owner: string; readonly phoneHash: string }>> {
  const [compound, keeper] = [placeId(codeOf('wty')), orgId('own-wty')]
  await sql`insert into owner_register (district, compound, path, compound_path, keeper, since) select district, id, path, compound_path, ${keeper}::uuid, '2024-06-10'
    from place where id = ${compound}::uuid`.execute(tx)
  await saveCompoundRule(tx, district, { id: newId(), compound, title: '议事规则', document: '1', adoptedOn: '2024-06-01', validFrom: '2024-06-10',
    says: { ...UNWRITTEN, adopted: { file: '1', day: '2024-06-01', vote: '1' }, phone: true, holds: 'last' } })
  const buildings = Array.from({ length: 9 }, (_, i) => placeId(codeOf('wty', i + 1)))
  const made = Array.from({ length: homes }, (_, i) => ({ head: newId(), owner: newId(), i }))
  const owners = new Map<string, { owner: string; phoneHash: string }>()
  for (let from = 0; from < homes; from += 10_000) {
    const part = made.slice(from, from + 10_000)
    await insertHeads(tx, district, part.map(({ head }) => ({ id: head, compound, keeper, kind: 'owners' as const, company: null })))
    const rows = part.map(({ head, owner, i }) => ({ id: owner, head, keeper, chosen: true, since: null, ...sealPerson(district, { name: '某业主', phone: phoneOf(i) }) }))
    for (const row of rows) owners.set(row.head, { owner: row.id, phoneHash: row.phone_hash ?? '' })
    await insertOwners(tx, district, rows, new Date('2026-03-01T00:00:00Z'))
    await insertTitles(tx, district, part.map(({ head, i }) => ({ id: newId(), compound, keeper, head, building: buildings[i % 9] ?? null, unit: null, home: null,
      label: `${(i % 9) + 1}-${i}`, kind: 'home' as const, area: 8956 + (i % 7) * 410, area_source: 'register' as const, status: 'sold' as const })))
  }
  return owners
}
/** Eleven digits that no telephone has. */
const phoneOf = (i: number): string => `199${String(i).padStart(8, '0')}`

async function opened(tx: Tx): Promise<string> {
  const told = demoVotes().find(({ key }) => key === 'v4')
  if (!told) throw new Error('the demo has no open vote')
  const standing = (await standingOf(tx, district, told.lead.person, new Date(told.startedAt))).find(({ post }) => post === told.lead.post)
  if (!standing) throw new Error('nobody leads')
  const actor: Actor = staffActor(district, told.lead.person, standing)
  const at = (time: string) => ({ tx, actor, at: new Date(time) })
  await actAs(tx, actor)
  const { id } = must(await voteSteps.startVote(at(told.startedAt), { body: 'assembly', kind: 'motion', place: told.place, item: told.item, title: told.title,
    words: told.words, startedBy: 'committee', secret: true, channels: told.channels, questions: [] }))
  const posted = `${told.notice}T09:00:00+08:00`
  must(await voteSteps.postNotice(at(posted), { id, day: told.notice, opensAt: told.opensAt, closesAt: told.closesAt }))
  for (const code of ['residents_told', 'topics_posted']) must(await voteSteps.enterStep(at(posted), { id, code, state: 'done', day: told.notice, reason: null }))
  must(await voteSteps.nameTeam(at(posted), { id, members: told.team }))
  await actAs(tx, actor)
  must(await voteSteps.freezeRegister(at(told.frozenAt), { id }))
  must(await voteSteps.openVote(at(told.opensAt), { id }))
  return id
}

/** Lays out a vote of so many homes, the first `voted` of which are in already. Answers where its voters stand, for the processes that vote. */
export async function layVote({ connection, dataDir }: Installation, homes: number, voted = 0): Promise<BigVote> {
  useKeys(openKeys(dataDir))
  const db = openDb(connection, 'linli_app', 2)
  const { vote, voters } = await withScope(db, { ...clock, orgs: [orgId('own-wty')] }, async (tx) => {
    const owners = await register(tx, homes)
    const id = await opened(tx)
    await actAs(tx, clock)
    const electors = await tx.selectFrom('elector').select(['id', 'head']).where('vote', '=', id).execute()
    const all = electors.flatMap(({ id: elector, head }): Voter[] => {
      const known = owners.get(head ?? '')
      return known && head ? [{ elector, head, ...known }] : []
    })
    const row = await loadVote(tx, district, id)
    for (let from = 0; from < voted && row; from += 5000) {
      await giveBallots(tx, row, all.slice(from, Math.min(voted, from + 5000)).map(({ elector }) => ({ elector, seq: 1, channel: 'phone' as const, day: '2026-11-15', envelope: null,
        collectors: null, content: 'q1=agree' })))
    }
    return { vote: id, voters: all.slice(voted) }
  })
  const owner = openDb(connection, 'linli_owner', 1)
  await sql`analyze`.execute(owner)
  await Promise.all([db.destroy(), owner.destroy()])
  const file = path.join(dataDir, 'voters.json')
  await writeFile(file, JSON.stringify(voters))
  return { vote, file, voters: voters.length }
}

/** Voters of a file; every second one, beginning with `from`, so that two processes do not vote for the same home. */
export async function votersOf(file: string, from: number): Promise<readonly Voter[]> {
  const all = JSON.parse(await readFile(file, 'utf8')) as Voter[] // written by layVote
  return all.filter((_, i) => i % 2 === from)
}

/** The cookie by which a voter's ballots are open for half an hour from `now` (epoch milliseconds of the server's clock). */
export const cookieOf = ({ owner }: Voter, now: number): string =>
  `linli_ballots=${signFollow({ district, matter: owner, expires: Math.floor(now / 1000) + 1700 }, 'ballots')}`

/** How far a server's clock is ahead of this machine's, in milliseconds. */
export async function aheadOf(url: string): Promise<number> {
  const reply = await fetch(`${url}/api/v1/demo/people`)
  return Number(reply.headers.get('linli-now')) - Date.now()
}
