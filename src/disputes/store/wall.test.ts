import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { withScope, type Scope } from '../../kit/db.ts'
import { file, filerAt, followerOf, openNeighbourhood, type Neighbourhood, type PostKey } from '../../matters/testing.ts'
import { clockActor, publicActor, type Actor } from '../../trust/index.ts'
import { addMediators, district, duties, later, leaking, planted, run, sideActor, start, sure, talked } from '../disputes.testing.ts'
import * as moves from '../commands/moves.ts'
import { openDispute } from '../commands/open-dispute.ts'
import { countDisputes } from '../views/count.ts'

let n: Neighbourhood
let others: readonly Actor[]
let id: string
const TABLES = ['dispute', 'dispute_side', 'dispute_session', 'dispute_note', 'dispute_agreement', 'dispute_clause', 'dispute_verdict',
  'mediator'] as const
const EVERYBODY: readonly PostKey[] = ['captain', 'captain7', 'captain1', 'federation', 'grid', 'grid2', 'grid5', 'secretary', 'deputy', 'worker',
  'named',
  'secretary2', 'branch', 'owners', 'firm', 'firm2', 'enforcement', 'enforcementHead', 'police', 'water', 'power', 'street', 'streetDesk']

/** How many rows of each table somebody reads, and everything of them as one text. */
async function worldOf(scope: Scope): Promise<{ readonly rows: Record<string, number>; readonly text: string }> {
  return withScope(n.db, scope, async (tx) => {
    const rows: Record<string, number> = {}
    let text = ''
    for (const table of TABLES) {
      if (table === 'dispute_verdict') continue
      const found = await sql`select * from ${sql.table(table)}`.execute(tx)
      rows[table] = found.rows.length
      text += JSON.stringify(found.rows)
    }
    for (const table of ['matter', 'matter_entry', 'act',
      'notice'] as const) text += JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(tx)).rows)
    text += JSON.stringify((await sql`select * from matter_search('漏水', '漏水',
      array(select id from place where kind = 'community'), false, null, null, null, null, null, 100)`
      .execute(tx)).rows)
    return { rows, text }
  })
}

beforeAll(async () => {
  n = await openNeighbourhood()
  others = await addMediators(n)
  id = await talked(n)
  sure(await run(n, n.as('mediator'), later(26), moves.draftAgreement, { id, facts: '602角阀漏水', clauses: duties }))
})
afterAll(async () => { await n.close() })

test('[D4] the mediator alone reads what was said; another member of the committee reads how far it is', async () => {
  const mediator = await worldOf(n.as('mediator'))
  expect(mediator.rows).toMatchObject({ dispute: 1, dispute_side: 2, dispute_session: 1, dispute_note: 2, dispute_agreement: 1, dispute_clause: 2 })
  expect(mediator.text).toContain(planted.session)
  const member = await worldOf(others[0] ?? publicActor(district))
  expect(member.rows).toMatchObject({ dispute: 1, dispute_note: 1 })
  expect(member.text).not.toContain(planted.session)
})

test('[D4] captain, grid, secretary, deputy, firm, owners, station and street read nothing, in no table, list, search or act', async () => {
  for (const key of EVERYBODY) {
    const { rows, text } = await worldOf(n.as(key))
    const opener = key === 'grid'
    expect([key, rows]).toEqual([key, { dispute: opener ? 1 : 0, dispute_side: opener ? 2 : 0, dispute_session: 0, dispute_note: 0,
      dispute_agreement: 0, dispute_clause: 0, mediator: 0 }])
    expect([key, text.includes(planted.session), text.includes(planted.words), text.includes('602角阀')]).toEqual([key, false, false, false])
    if (!opener) expect([key, text.includes(id)]).toEqual([key, false])
  }
})

test('[D4] neither board, public, filer nor the follower of a matter reach a dispute; a mediator in their post as captain neither', async () => {
  const matter = await file(n, { category: 'water_leak_neighbour', words: '楼上漏水' })
  const chair = n.as('mediator')
  const asCaptain: Actor = { ...n.as('captain'), person: chair.person }
  for (const scope of [publicActor(district), { ...publicActor(district), audience: ['board'], scopes: ['d990106'] }, filerAt(n, '990106003001K1-03'),
    followerOf(matter.id), { ...followerOf(id) }, asCaptain]) {
    const { rows } = await worldOf(scope)
    expect(Object.values(rows).reduce((sum, one) => sum + one, 0)).toBe(0)
  }
})

test('[D4] a side reads its own dispute and no notes; another dispute’s side reads nothing of it', async () => {
  const other = sure(await run(n, n.as('mediator'), start, openDispute, leaking(n))).id
  const side = await worldOf(sideActor(id, 'a'))
  expect(side.rows).toMatchObject({ dispute: 1, dispute_side: 2, dispute_note: 0, mediator: 0 })
  expect(side.text).not.toContain(planted.session)
  expect((await worldOf(sideActor(other, 'a'))).text).not.toContain(id)
})

test('[D4] the clock reads dates and no words', async () => {
  const { rows, text } = await worldOf(clockActor(district, 'd990106'))
  expect(rows).toMatchObject({ dispute_note: 0, dispute_agreement: 0 })
  expect(text).not.toContain(planted.session)
})

test('[D13] a community and its street read a number, and none under ten; nobody else reads even that', async () => {
  const community = n.place('990106003001').id
  const count = (actor: Actor) => withScope(n.db, actor, (tx) => countDisputes(tx, actor, community, '2027-02-03'))
  expect(await count(n.as('secretary'))).toMatchObject({ opened: null, judged: null, from: '2026-02-01', to: '2027-02-01' })
  for (let more = 0; more < 10; more++) sure(await run(n, n.as('mediator'), start, openDispute, leaking(n)))
  expect(await count(n.as('street'))).toMatchObject({ opened: 12, judged: null, fair: null, again: null })
  for (const key of ['captain', 'grid', 'secretary2', 'firm', 'mediator'] as const) expect([key, await count(n.as(key))]).toEqual([key, undefined])
})

test('[D12] a verdict stands apart: no dispute, no time, an id without a time, and nobody reads a single one', async () => {
  sure(await run(n, n.as('mediator'), later(27), moves.endWithout, { id }))
  sure(await run(n, sideActor(id, 'a'), later(28), moves.judgeMediation, { id, side: 'a', fair: 'partly', again: false }))
  const { rows } = await n.database.pool('linli_owner').query('select * from dispute_verdict')
  expect(rows).toHaveLength(1)
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['again', 'community', 'district', 'fair', 'id', 'month'])
  expect(String(rows[0]?.id).charAt(14)).toBe('4')
  await expect(withScope(n.db, n.as('mediator'), (tx) => sql`select * from dispute_verdict`.execute(tx))).rejects.toThrow(/permission denied/)
})
