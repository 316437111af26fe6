/** Calendar entries, published years and duty hours as they are stored: read whole, written once and never changed. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { hoursOfKind, isOrgKind, isStationKind, type CalendarEntry, type DaySpan, type OwnHours, type TimeParts } from '../rules/index.ts'

type DayRow = { day: string; work: boolean | null; name: string; name_en: string | null; source: string; article: string | null }
type HoursRow = { id: string; org: string; name: string; week: DaySpan[][]; holidays: string; source: string; valid_from: string }
type Of = { district: string }

const days = statement<Of, DayRow>('offices.calendar_days', (db, p) => db.selectFrom('calendar_day').distinctOn('calendar_day.day')
  .select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), 'work', 'name', 'name_en', 'source', 'article'])
  .where('district', '=', p('district')).orderBy('calendar_day.day').orderBy('id', 'desc'))
const years = statement<Of, { year: number }>('offices.calendar_years', (db, p) =>
  db.selectFrom('calendar_year').select('year').where('district', '=', p('district')))
const hours = statement<Of, HoursRow>('offices.duty_hours', (db, p) => db.selectFrom('duty_hours')
  .select(['id', 'org', 'name', sql<DaySpan[][]>`week`.as('week'), 'holidays', 'source',
    sql<string>`to_char(valid_from, 'YYYY-MM-DD')`.as('valid_from')])
  .where('district', '=', p('district')).orderBy('valid_from').orderBy('id'))
const orgs = statement<Of, { id: string; kind: string; station_kind: string | null }>('offices.org_kinds', (db, p) =>
  db.selectFrom('org').select(['id', 'kind', 'station_kind']).where('district', '=', p('district')))

const entry = ({ day, work, name, name_en: en, source, article }: DayRow): CalendarEntry[] => (work === null ? []
  : [{ day, work, name: { zh: name, en: en ?? name }, source: { law: source, ...(article === null ? {} : { article }) } }])

const version = (row: HoursRow): OwnHours => ({ id: row.id, org: row.org, name: { zh: row.name, en: row.name }, week: row.week,
  holidays: row.holidays === 'open' ? 'open' : 'closed', source: { law: row.source }, validFrom: row.valid_from })

/** Everything that a district has entered about working time, and the standard hours of its organisations. Four small reads that travel together. */
export async function timeParts(tx: Tx, district: string): Promise<TimeParts> {
  const [dayRows, yearRows, hoursRows, orgRows] = await Promise.all([days(tx, { district }), years(tx, { district }), hours(tx, { district }),
    orgs(tx, { district })])
  return {
    days: dayRows.flatMap(entry), years: yearRows.map(({ year }) => year).sort((a, b) => a - b), hours: hoursRows.map(version),
    standard: Object.fromEntries(orgRows.flatMap(({ id, kind, station_kind: station }) => (!isOrgKind(kind) ? []
      : [[id, hoursOfKind(kind, station !== null && isStationKind(station) ? station : null).id]]))),
  }
}

/** Who enters something, and when. */
export type Entered = { readonly district: string; readonly post: string | null; readonly at: Date }

/** A day to be entered; `work` null takes what was entered before back. `id` only where it has to be the same every time. */
export type DayInput = { readonly id?: string; readonly day: string; readonly work: boolean | null; readonly name: string
  readonly nameEn?: string | undefined; readonly source: string; readonly article?: string | undefined }

/** Appends an entry of a day. */
export async function insertDay(tx: Tx, { district, post, at }: Entered, input: DayInput): Promise<string> {
  const id = input.id ?? newId()
  await tx.insertInto('calendar_day').values({ district, day: input.day, id, work: input.work, name: input.name, name_en: input.nameEn ?? null,
    source: input.source, article: input.article ?? null, entered_post: post, at }).execute()
  return id
}

/** Marks a year as published; a year that is marked stays as it is. */
export async function insertYear(tx: Tx, { district, post, at }: Entered, year: number, source: string): Promise<void> {
  await tx.insertInto('calendar_year').values({ district, year, source, entered_post: post, at })
    .onConflict((conflict) => conflict.columns(['district', 'year']).doNothing()).execute()
}

/** A version of an organisation's hours. `id` only where it has to be the same every time. */
export type HoursInput = { readonly id?: string; readonly org: string; readonly name: string; readonly week: readonly (readonly DaySpan[])[]
  readonly holidays: 'closed' | 'open'; readonly source: string; readonly validFrom: string }

/** Appends a version of an organisation's hours. */
export async function insertHours(tx: Tx, { district, post, at }: Entered, input: HoursInput): Promise<string> {
  const id = input.id ?? newId()
  await tx.insertInto('duty_hours').values({ district, id, org: input.org, name: input.name, week: JSON.stringify(input.week),
    holidays: input.holidays, source: input.source, valid_from: input.validFrom, entered_post: post, at }).execute()
  return id
}
