import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { halfDay } from '../../record/rules/index.ts'
import type { Met, Purpose } from '../rules/index.ts'

/** One of the reader's own visits, in full. Times are ISO. */
export type OwnVisit = {
  readonly id: string; readonly place: string; readonly placeName: string; readonly happenedAt: string; readonly recordedAt: string
  readonly purpose: Purpose; readonly met: Met; readonly inPerson: boolean; readonly said: string | null
}

/** A visit as everybody else sees it: the half-day and the building, neither who nor which home. [V3] */
export type OthersVisit = {
  readonly day: string; readonly half: 'am' | 'pm'; readonly building: string; readonly purpose: Purpose; readonly met: Met; readonly inPerson: boolean
}

const cursorShape = /^(\d{1,15})_([0-9a-f-]{36})$/
const cursorOf = (at: Date, id: string): string => `${at.getTime()}_${id}`
const readCursor = (text: string | undefined): { at: Date; id: string } | null => {
  const [, at, id] = cursorShape.exec(text ?? '') ?? []
  return at !== undefined && id !== undefined ? { at: new Date(Number(at)), id } : null
}

type Page = { readonly after?: string | undefined; readonly limit: number }

/** The reader's own visits, newest first: whose they are is taken from the transaction's scope. [V3] */
export async function ownVisits(tx: Tx, district: string, { after, limit }: Page): Promise<{ items: OwnVisit[]; next: string | null }> {
  const from = readCursor(after)
  const rows = await tx.selectFrom('visit as v').innerJoin('place as p', (j) => j.onRef('p.district', '=', 'v.district').onRef('p.id', '=', 'v.place'))
    .leftJoin('visit_word as w', (j) => j.onRef('w.district', '=', 'v.district').onRef('w.visit', '=', 'v.id'))
    .select(['v.id', 'v.place', 'p.full_name', 'v.happened_at', 'v.at', 'v.purpose', 'v.met', 'v.in_person', 'w.said'])
    .where('v.district', '=', district).where('v.person', '=', sql<string>`app_person()`)
    .$if(from !== null, (q) => q.where(sql<boolean>`(v.happened_at, v.id) < (${from?.at}, ${from?.id}::uuid)`))
    .orderBy('v.happened_at', 'desc').orderBy('v.id', 'desc').limit(limit + 1).execute()
  const items = rows.slice(0, limit).map((row): OwnVisit => ({
    id: row.id, place: row.place, placeName: row.full_name, happenedAt: row.happened_at.toISOString(), recordedAt: row.at.toISOString(),
    purpose: row.purpose as Purpose, met: row.met as Met, inPerson: row.in_person, said: row.said, // the table's checks allow these words alone
  }))
  const last = rows[limit - 1]
  return { items, next: rows.length > limit && last ? cursorOf(last.happened_at, last.id) : null }
}

/** Midnight in Shanghai at the beginning of a month ('2026-11') and of the next. */
const monthSpan = (month: string): readonly [Date, Date] => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return [new Date(`${month}-01T00:00:00+08:00`), new Date(`${next}-01T00:00:00+08:00`)]
}

/** What one month of a community is read of at most; a community makes some hundreds. */
const MONTH_MOST = 5000

/**
 * The visits of a community recorded in a month, as others see them, newest half-day first. There is no such list by person, post, home or day;
 * within a half-day the order says nothing, and pages are asked for by a number because a cursor would tell a minute. [V3]
 */
export async function visitsOfMonth(
  tx: Tx, district: string, community: string, month: string, { from, limit }: { readonly from: number; readonly limit: number },
): Promise<{ items: OthersVisit[]; next: number | null }> {
  const [begin, end] = monthSpan(month)
  const rows = await tx.selectFrom('visit as v')
    .leftJoin('place as b', (j) => j.onRef('b.district', '=', 'v.district').onRef('b.id', '=', 'v.building'))
    .select(['v.at', 'b.full_name', 'v.purpose', 'v.met', 'v.in_person'])
    .where('v.district', '=', district).where('v.community', '=', community).where('v.at', '>=', begin).where('v.at', '<', end)
    .orderBy('v.at', 'desc').limit(MONTH_MOST).execute()
  const items = rows.map((row): OthersVisit => ({
    ...halfDay(row.at.getTime()), building: row.full_name ?? '',
    purpose: row.purpose as Purpose, met: row.met as Met, inPerson: row.in_person, // the table's checks allow these words alone
  }))
  return { items: byHalfDay(items).slice(from, from + limit), next: items.length > from + limit ? from + limit : null }
}

const sortKey = ({ building, purpose, met }: OthersVisit): string => [building, purpose, met].join(' ')

/** Within a half-day in order of building, so that the order tells no round of anybody's. */
const byHalfDay = (items: readonly OthersVisit[]): OthersVisit[] => [...items].sort((one, two) => {
  const [a, b] = [`${one.day}${one.half}`, `${two.day}${two.half}`] // 'am' stands before 'pm'
  return a === b ? sortKey(one).localeCompare(sortKey(two), 'zh-CN') : a < b ? 1 : -1
})
