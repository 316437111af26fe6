import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../../kit/db.ts'
import { newId, randomCode } from '../../../kit/ids.ts'
import { start, sure } from '../../../offices/testing.ts'
import { signFollow } from '../../../trust/index.ts'
import { insertElectors } from '../../store/electors.ts'
import { insertHeads, insertOwners, ownersOf } from '../../store/register-bulk.ts'
import { turnoutOfVote } from '../../store/turnout.ts'
import { loadVote } from '../../store/votes.ts'
import { clock, closesAt, district, openedVote, openVoting, path as districtPath, run, type Voting } from '../../votes.testing.ts'
import { sealVote } from './count.ts'
import { closeVote } from './open-close.ts'

const VOTERS = 500
const LAST_MINUTE = new Date(closesAt.getTime() - 30_000)
type Voter = { readonly elector: string; readonly cookie: string; readonly key: string }

let n: Voting
const children: ChildProcess[] = []
beforeAll(async () => { n = await openVoting() })
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await n.close()
})

/** Five hundred more heads in a vote, each with a phone that is open. */
async function voters(vote: string): Promise<readonly Voter[]> {
  const keeper = n.org('owners')
  const made = Array.from({ length: VOTERS }, (_, i) => ({ head: newId(), elector: newId(), phone: `1990001${String(i).padStart(4, '0')}` }))
  return withScope(n.db, { ...clock, orgs: [keeper] }, async (tx) => {
    await insertHeads(tx, district, made.map(({ head }) => ({ id: head, compound: n.compound, keeper, kind: 'owners' as const, company: null })))
    const owners = made.flatMap(({ head, phone }) => ownersOf(district, head, keeper, [{ name: '某业主', phone }], null))
    await insertOwners(tx, district, owners, start)
    await insertElectors(tx, { district, id: vote, keeper }, made.map(({ head, elector }) => ({ id: elector, head, voter_hash: null, building: null, kind: 'owners' as const,
      area: 9000, heads: 1 as const, titles: 1, code: randomCode(8), blocked: null })))
    await tx.updateTable('vote').set((e) => ({ electors: e('electors', '+', VOTERS), area: e('area', '+', String(9000 * VOTERS)) })).where('id', '=', vote).execute()
    return made.map(({ elector }, i) => ({ elector, key: `last-minute-${i}-${elector}`,
      cookie: `linli_ballots=${signFollow({ district, matter: owners[i]?.id ?? '', expires: Math.floor(LAST_MINUTE.getTime() / 1000) + 1700 }, 'ballots')}` }))
  })
}

async function server(port: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = fork(path.resolve(import.meta.dirname, '../../cast-server.testing.ts'), [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, LINLI_DB: JSON.stringify(n.database.connection), AT: LAST_MINUTE.toISOString(), DISTRICT: district, DISTRICT_PATH: districtPath, PORT: port } })
  children.push(child)
  const [{ url }] = await once(child, 'message') as [{ url: string }] // what the file says of itself
  return { url, child }
}

/** Sends a ballot again and again until it is answered, as the page does; the line is cut after a moment for every third. */
async function insist(url: string, vote: string, voter: Voter, i: number, answered: Map<string, string>): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    try {
      const cut = i % 3 === 0 && tries === 0 ? AbortSignal.timeout(5) : AbortSignal.timeout(10_000)
      const reply = await fetch(`${url}/api/v1/own-ballots/${vote}/${voter.elector}`, { method: 'POST', signal: cut, body: JSON.stringify({ answers: [{ n: 1, choose: ['agree'] }] }),
        headers: { 'content-type': 'application/json', 'idempotency-key': voter.key, cookie: voter.cookie } })
      const body = await reply.json() as { commitment?: string; code?: string } // a cast or a problem
      if (reply.status === 200 && body.commitment) answered.set(voter.elector, body.commitment)
      if (reply.status < 500) return
    } catch { /* the server is down or the line was cut: once more */ }
    await wait(50)
  }
}

test('[B28] five hundred voters in the last minute, the server killed in the middle, lines cut, then the close: every acknowledged ballot is counted once', { timeout: 90_000 }, async () => {
  const vote = await openedVote(n)
  const all = await voters(vote)
  const first = await server('0')
  const port = new URL(first.url).port
  const answered = new Map<string, string>()
  const sending = Promise.all(all.map((voter, i) => insist(first.url, vote, voter, i, answered)))
  while (answered.size < VOTERS / 5) await wait(10)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const before = answered.size
  await server(port)
  while (answered.size < VOTERS * 0.8) await wait(10)
  const closing = run(n, clock, closesAt, closeVote, { id: vote })
  await Promise.all([sending, closing])
  sure(await closing)
  const { rows } = await n.database.pool('linli_owner').query("select encode(commitment, 'hex') as commitment from choice where vote = $1", [vote])
  const kept = new Set(rows.map((row: { commitment: string }) => row.commitment))
  expect([before > 0, before < VOTERS]).toEqual([true, true]) // else the kill met nobody
  expect([...answered.values()].filter((one) => !kept.has(one))).toEqual([])
  // whoever got no answer before the close may be in all the same, but never twice
  expect(kept.size).toBeGreaterThanOrEqual(answered.size)
  const casts = await n.database.pool('linli_owner').query('select count(*) as n, count(distinct elector) as electors from cast_ballot where vote = $1', [vote])
  expect(casts.rows[0]).toEqual({ n: String(kept.size), electors: String(kept.size) })
  expect((await withScope(n.db, clock, (tx) => turnoutOfVote(tx, district, vote))).heads).toBe(kept.size)
  sure(await run(n, 'owners', closesAt, sealVote, { id: vote }))
  expect((await withScope(n.db, clock, (tx) => loadVote(tx, district, vote)))?.result).toMatchObject({ shown: { tookPart: { heads: kept.size }, conflicts: 0 } })
})
