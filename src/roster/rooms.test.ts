/** Three rooms by purpose (P19): who may read which table of the roster, asked of the database itself, table by table. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId, postId } from '../../demo/posts.ts'
import { cookieFrom } from '../app/testing/world.ts'
import { now } from '../kit/clock.ts'
import { withScope, type Scope, type Tx } from '../kit/db.ts'
import { sql } from 'kysely'
import { openRosterWorld, type RosterWorld } from '../app/testing/roster-world.ts'

let world: RosterWorld
let rooms: readonly string[] = []

/** What a table of the roster's room may be read for outside it: homes without people by the street, paper about no person, one's own count. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  dwelling: ['street'], impact_assessment: ['street', 'station', 'utility', 'firm', 'developer', 'owners', 'branch', 'unit'],
}
/** The compartment is the branch's; all other tables of the room are not. */
const PARTY = 'party_tie'
const OUTSIDE = ['street', 'station', 'utility', 'firm', 'developer', 'owners', 'branch', 'unit'] as const

beforeAll(async () => {
  world = await openRosterWorld()
  await fillRooms()
  // every table that hangs on a home, a tie (by a key or by name) or an import of the roster, and the few beside them
  const { rows } = await world.database.pool('linli_owner').query<{ table: string }>(`with recursive room(oid) as (
      select 'dwelling'::regclass::oid union select 'roster_import'::regclass::oid union select 'impact_assessment'::regclass::oid
      union select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relkind = 'r' and a.attname = 'dweller' and not a.attisdropped
      union select k.conrelid from pg_constraint k join room on k.confrelid = room.oid where k.contype = 'f' and k.conrelid <> k.confrelid)
    select oid::regclass::text as table from room
    union select 'party_tie' union select 'care_open' union select 'same_person' union select 'roster_mapping' order by 1`)
  rooms = rows.map(({ table }) => table)
}, 60_000)
afterAll(async () => { await world?.close() })

/** A row in each of the tables that the demo leaves empty. */
async function fillRooms(): Promise<void> {
  const must = async (url: string, body: object, cookie?: string) => {
    const reply = await world.send({ as: cookie ? 'nobody' : 'worker', url: `/api/v1${url}`, body, cookie })
    if (reply.statusCode >= 300) throw new Error(`${url}: ${reply.body}`)
  }
  const tie = world.roster.ties.find((one) => one.lives && one.until === null && world.codeOf(one.home).startsWith('990106003001K1-03-'))
  const four = { purpose: '帮助送得到门，做事才看', need: '没有就送不到，别的办法不行', effect: '说出去会难堪，所以少看', measures: '加密、留痕、到期就删，一户一开' }
  await must('/roster/assessments', { community: world.placeOf('990106003001'), kinds: ['disability'], ...four, months: 12 })
  await must(`/roster/ties/${tie?.id}/consents`, { kind: 'disability', givenBy: 'self', how: 'paper' })
  await must(`/roster/ties/${tie?.id}/sensitive`, { kind: 'disability', value: '听力' })
  await must(`/roster/ties/${tie?.id}/care`, { kind: 'weekly_visit', until: '2027-01-01', askedBy: 'self', how: 'door' })
  const branch = cookieFrom(await world.send({ url: '/api/v1/demo/session', body: { person: personId('邓友福') } }))
  await must('/branch/members', { home: world.placeOf('990106003002K3-01-1-101'), name: '栽名温小禾', checkedIn: false, signed: true }, branch)
  const owner = world.database.pool('linli_owner')
  const of = ['990106', world.placeOf('990106003001'), 'd990106.s003.c001'] as const
  await owner.query(`insert into roster_import (district, id, community, path, state, seen_on, file_hash, started_at, expires_at)
    values ($1, '019a0000-0000-7000-8000-0000000000aa', $2, $3, 'done', '2026-11-01', '\\x00', now(), now())`, [...of])
  await owner.query(`insert into roster_import_key (district, import, wrapped) values ($1, '019a0000-0000-7000-8000-0000000000aa', '\\x00')`, [of[0]])
  await owner.query(`insert into roster_row (district, import, sheet, n, path, verdict, cells) values ($1, '019a0000-0000-7000-8000-0000000000aa', 1, 1, $2, 'ok', '\\x00')`, [of[0], of[2]])
  await owner.query(`insert into roster_change (district, import, subject, field, path) values ($1, '019a0000-0000-7000-8000-0000000000aa', $2, 'state', $3)`, [...of])
  await owner.query(`insert into roster_mapping (district, community, headers, columns, used_at) values ($1, $2, '\\x00', '{}', now())`,
    [of[0], of[1]])
  await owner.query(`insert into care_open (district, post, day, opened) values ($1, $2, '2026-11-20', 1)`, [of[0], postId('com-001:worker')])
  await owner.query(`insert into data_request (district, id, dweller, person, path, compound_path, community, kind, asked_by, asked_at, due, provisional, state)
    select district, gen_random_uuid(), id, person, path, compound_path, community, 'copy', 'self', $2, $2, false, 'open' from dweller where id = $1`,
      [tie?.id, now()])
}

const reach = async (tx: Tx, table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n ?? 0
/** The widest that somebody of an audience could ever reach: the whole district and every compound, in somebody's post. */
const everywhere = (audience: string): Scope => ({
  district: '990106', person: personId('白玉芬'), audience: [audience], orgs: world.demo.orgs.map(({ id }) => id), post: postId('firm-runting:manager'),
  scopes: ['d990106', ...world.demo.places.filter(({ kind }) => kind === 'compound').map(({ compoundPath }) => compoundPath ?? '')],
})

test('[RO5] there is a room: every table of it has rows to be read', async () => {
  expect(rooms).toEqual(expect.arrayContaining(['dwelling', 'dweller', 'dweller_value', 'dweller_token', 'roster_row', 'consent', 'sensitive_value',
    'care', 'party_tie']))
  const owner = world.database.pool('linli_owner')
  for (const table of rooms) expect([table, (await owner.query(`select 1 from ${table} limit 1`)).rows.length]).toEqual([table, 1])
})

test('[RO5] no table of the roster’s room is readable from another room, however far somebody reaches (P19)', async () => {
  for (const audience of OUTSIDE) {
    for (const table of rooms) {
      const seen = await withScope(world.db, everywhere(audience), (tx) => reach(tx, table))
      const may = (NUMBERS[table] ?? []).includes(audience) || (table === PARTY && audience === 'branch')
      expect([audience, table, seen > 0]).toEqual([audience, table, may])
    }
  }
})

test('[RO67] the branch’s compartment is nobody else’s: not the captain’s, the grid’s or the community’s (P07)', async () => {
  for (const audience of ['captain', 'grid', 'community', ...OUTSIDE.filter((one) => one !== 'branch')]) {
    expect([audience, await withScope(world.db, everywhere(audience), (tx) => reach(tx, PARTY))]).toEqual([audience, 0])
  }
  const other = { ...everywhere('branch'), scopes: everywhere('branch').scopes.slice(0, 2) } // another compound
  expect(await withScope(world.db, other, (tx) => reach(tx, PARTY))).toBe(0)
})

test('[RO43] inside the room: a captain reads no sensitive value, no request and no import; a grid worker neither, and no care', async () => {
  for (const table of ['sensitive_value', 'data_request', 'roster_row', 'roster_import_key', 'same_person']) {
    for (const audience of ['captain',
      'grid']) expect([audience, table, await withScope(world.db, everywhere(audience), (tx) => reach(tx, table))]).toEqual([audience, table, 0])
  }
  for (const table of ['care', 'consent']) expect([table, await withScope(world.db, everywhere('grid'), (tx) => reach(tx, table))]).toEqual([table,
    0])
  const kinds = await withScope(world.db, everywhere('captain'),
    async (tx) => (await sql<{ kind: string }>`select distinct kind from consent`.execute(tx)).rows)
  expect(kinds).toEqual([{ kind: 'care' }])
})

test('[RO5] a random actor of another room, with any reach, post and organisation, sees no person of the roster', async () => {
  const people = () => rooms.filter((table) => table !== PARTY && NUMBERS[table] === undefined)
  const paths = world.demo.places.flatMap(({ path, compoundPath }) => (compoundPath ? [path, compoundPath] : [path]))
  await fc.assert(fc.asyncProperty(fc.constantFrom(...OUTSIDE), fc.array(fc.constantFrom(...paths), { maxLength: 5 }),
    fc.constantFrom(...world.demo.posts.map(({ id }) => id)),
    fc.array(fc.constantFrom(...world.demo.orgs.map(({ id }) => id)), { maxLength: 3 }), async (audience, scopes, post, orgs) => {
      const scope: Scope = { district: '990106', person: personId('孟凡'), audience: [audience], scopes, orgs, post }
      // a post reads its own count of opened agreements: a number, and none where its audience has no care
      const counted = people().filter((table) => table !== 'care_open')
      const seen = await withScope(world.db, scope, async (tx) => {
        const found: string[] = []
        for (const table of counted) if (await reach(tx, table) > 0) found.push(table)
        return found
      })
      expect(seen).toEqual([])
    }), { numRuns: 40 })
}, 60_000)
