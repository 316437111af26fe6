import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { mayRead, seatTable } from '../commands/joint-table.ts'
import { accountableOf, itemState, linkageOf, SEATS, type Chair, type Seat } from '../rules/joint-board.ts'

const READERS: readonly string[] = ['branch', 'owners', 'community', 'firm', 'station', 'street']

/** The compounds whose table the actor may look at, in order of code: those in reach of street and community, and those where they serve. [M45] */
export async function jointCompounds(tx: Tx, actor: Actor): Promise<readonly { id: string; name: string }[]> {
  if (!actor.audience.some((one) => READERS.includes(one))) return []
  const wide = actor.audience.some((one) => one === 'street' || one === 'community')
  const { rows } = await sql<{ id: string; name: string }>`select c.id, c.name from place c
    where c.district = ${actor.district} and c.kind = 'compound' and c.valid_to is null and ((${wide} and c.path <@ any (app_scopes()))
      or exists (select from org_place s where s.district = c.district and s.place = c.id and s.org = any (app_orgs()) and s.valid_to is null
        and not 'station' = any (app_audience()))
      or exists (select from org o where o.district = c.district and o.place = c.id and o.id = any (app_orgs()))
      or exists (select from joint_board b where b.district = c.district and b.compound = c.id and b.parties && app_orgs()))
    order by c.code limit 200`.execute(tx)
  return rows
}

const chairView = ({ seat, org, name, standIn }: Chair) =>
  ({ seat, org, name, standIn: standIn && { code: standIn.code, why: standIn.why, source: standIn.source } })
const seatOf = (word: string): Seat => SEATS.find((one) => one === word) ?? 'community'

const itemsOf = async (tx: Tx, district: string, compound: string) => {
  const some = tx.selectFrom('joint_item as i')
    .leftJoin('matter as m', (join) => join.onRef('m.district', '=', 'i.district').onRef('m.id', '=', 'i.matter'))
    .select(['i.id', 'i.title', 'i.seat', 'i.org', 'i.put_by', 'i.put_at', 'i.done_at', 'i.done_by', 'i.result', 'i.version', 'm.id as matter',
      'm.number'])
    .select([sql<string>`i.agreed::text`.as('day')])
    .where('i.district', '=', district).where('i.compound', '=', compound)
  return [...await some.where('i.done_at', 'is', null).orderBy('i.agreed').orderBy('i.id').limit(200).execute(),
    ...await some.where('i.done_at', 'is not', null).orderBy('i.done_at', 'desc').orderBy('i.id', 'desc').limit(50).execute()]
}

const changesOf = (tx: Tx, district: string, items: readonly string[]) => items.length === 0 ? [] : tx.selectFrom('joint_change')
  .select(['item', 'at', 'by_org', 'seat_before', 'seat', 'reason', sql<string>`agreed_before::text`.as('day_before'),
    sql<string>`agreed::text`.as('day')])
  .where('district', '=', district).where('item', 'in', [...items]).orderBy('at').execute()

const meetingsOf = async (tx: Tx, district: string, compound: string) => {
  const meetings = await tx.selectFrom('joint_meeting').select(['id', 'present', 'by_org', sql<string>`held_on::text`.as('day')])
    .where('district', '=', district).where('compound', '=', compound).orderBy('held_on', 'desc').orderBy('id', 'desc').limit(24).execute()
  const decisions = meetings.length === 0 ? [] : await tx.selectFrom('joint_decision as d')
    .innerJoin('joint_item as i', (join) => join.onRef('i.district', '=', 'd.district').onRef('i.id', '=', 'd.item'))
    .select(['d.meeting', 'd.item', 'd.said', 'i.title']).where('d.district', '=', district).where('d.meeting', 'in', meetings.map(({ id }) => id))
    .orderBy('d.n').execute()
  return meetings.map((one) => ({ ...one, decisions: decisions.filter(({ meeting }) => meeting === one.id) }))
}

/** The whole table of a compound: who sits there, open items by day, results, meetings; undefined for who may not look. [M45]–[M47] */
export async function jointBoard(tx: Tx, actor: Actor, compound: string, at: Date) {
  const today = shanghaiDay(at)
  const { district } = actor
  const table = await seatTable(tx, district, compound, today)
  if (table === null || !mayRead(actor, table)) return undefined
  const items = await itemsOf(tx, district, compound)
  const changes = await changesOf(tx, district, items.map(({ id }) => id))
  const meetings = await meetingsOf(tx, district, compound)
  const names = await namesOf(tx, district, { orgs: [...items.flatMap((i) => [i.org, i.put_by, i.done_by]), ...changes.map((c) => c.by_org),
    ...meetings.flatMap((m) => [m.by_org, ...m.present])] })
  const name = (org: string | null): string => names.org(org)?.name ?? ''
  return {
    compound: { id: compound, name: table.compound.name }, today, linkage: linkageOf(table.chairs), chairs: table.chairs.map(chairView),
    own: table.parties.filter((org) => actor.orgs.includes(org)),
    items: items.map((i) => {
      const done = i.done_at !== null
      const seat = seatOf(i.seat)
      const own = changes.filter(({ item }) => item === i.id)
      return {
        id: i.id, version: i.version, title: i.title, matter: i.matter, number: i.number, seat, org: done ? name(i.org) : accountableOf(table.chairs,
          seat)?.name ?? name(i.org),
        agreed: i.day, state: itemState({ agreed: i.day, done }, today), putBy: name(i.put_by), putAt: i.put_at.toISOString(),
        result: i.result, doneBy: done ? name(i.done_by) : null, doneAt: i.done_at?.toISOString() ?? null,
        changes: own.map((c) => ({ at: c.at.toISOString(), by: name(c.by_org), seatBefore: seatOf(c.seat_before), seat: seatOf(c.seat),
          agreedBefore: c.day_before, agreed: c.day, reason: c.reason })),
      }
    }),
    meetings: meetings.map((m) => ({ id: m.id, on: m.day, by: name(m.by_org), present: m.present.map(name),
      decisions: m.decisions.map(({ item, title, said }) => ({ item, title, said })) })),
  }
}
