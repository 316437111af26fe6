/** How speaking is looked after: for everybody in numbers and rules, for the community with what waits. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { mayBan, mayRule, moderationRules, publicState, type Spoken } from '../rules/speech/index.ts'
import { removalsOf } from '../store/removals.ts'
import { cursorOf, PAGE, postTitles, readCursor, ruledView } from './talk.ts'

/** What waits in a place and was decided there, in numbers by rule, with the last decisions without any of the words. Undefined where there is no such place. [DS11] */
export async function moderationLog(tx: Tx, district: string, placeId: string, at: Date) {
  const place = await placeById(tx, district, placeId)
  if (!place) return undefined
  const within = sql<boolean>`(path <@ ${place.path}::ltree or compound_path <@ ${place.compoundPath ?? 'none'}::ltree)`
  const counts = await tx.selectFrom('moderation').select(['did', 'rule', (e) => e.fn.countAll<string>().as('n'),
    (e) => e.fn.countAll<string>().filterWhere('ruling', '=', 'restored').as('restored'), (e) => e.fn.countAll<string>().filterWhere('appealed_at', 'is not', null).as('appealed')])
    .where('district', '=', district).where(within).groupBy(['did', 'rule']).execute()
  const { rows: [waiting] } = await sql<{ n: number }>`select (${sql.join((['speech', 'statement', 'covenant_amendment', 'agenda_intake'] as const)
    .map((table) => sql`(select count(*)::int from ${sql.table(table)} where district = ${district}::char(6) and state = 'held' and ${within})`), sql` + `)}) as n`.execute(tx)
  const last = await tx.selectFrom('moderation').selectAll().where('district', '=', district).where('did', '<>', 'shown').where(within)
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(PAGE).execute()
  const titles = await postTitles(tx, district, last.flatMap((one) => [one.by_post, one.ruled_by]))
  const sum = (keep: (row: (typeof counts)[number]) => boolean, of: 'n' | 'restored' | 'appealed' = 'n'): number =>
    counts.filter(keep).reduce((all, row) => all + Number(row[of]), 0)
  return { place: place.fullName, shownAfterLook: sum(({ did }) => did === 'shown'), banned: sum(({ did }) => did === 'banned'), waiting: waiting?.n ?? 0,
    appealed: sum(() => true, 'appealed'),
    rules: moderationRules.map(({ n, code, say }) => ({ n, code, ...say, removed: sum((row) => row.did === 'removed' && row.rule === code),
      restored: sum((row) => row.did === 'removed' && row.rule === code, 'restored') })),
    items: last.map((row) => ({ ...ruledView(row, titles, at, false), about: row.about })) }
}

type Line = { readonly about: Spoken; readonly id: string; readonly place: string; readonly path: string; readonly title: string; readonly name: string; readonly words: string
  readonly held_for: string | null; readonly at: Date; readonly state: string; readonly channel: string; readonly by_post: string | null; readonly speaker: string | null }

const titled = sql`coalesce((select t.title from thread t where t.district = s.district and t.id = s.subject),
  (select c.title from covenant c where c.district = s.district and c.id = s.subject), '')`
/** Everything said of the four kinds, each with what it is about; `which` narrows each, by the alias of its row and its kind. */
const spoken = (district: string, which: (alias: string, about: Spoken) => ReturnType<typeof sql>) => sql<Line>`
  (select 'speech' as about, s.id, s.place, s.path, ${titled} as title, s.name, s.words, s.held_for, s.at, s.state, s.channel, s.by_post, s.speaker from speech s
    where s.district = ${district} and ${which('s', 'speech')})
  union all (select 'statement', s.id, p.place, p.path, p.question, s.name, s.words, s.held_for, s.at, s.state, 'phone', s.by_post, s.speaker from statement s
    join poll p on p.district = s.district and p.id = s.poll where s.district = ${district} and p.state <> 'draft' and ${which('s', 'statement')})
  union all (select 'amendment', s.id, p.place, p.path, p.title, s.name, s.words || ' （' || s.reason || '）', null, s.at, s.state, 'phone', null, s.speaker from covenant_amendment s
    join covenant p on p.district = s.district and p.id = s.covenant where s.district = ${district} and ${which('s', 'amendment')})
  union all (select 'intake', s.id, p.place, p.path, p.name, s.name, s.words, null, s.at, s.state, 'phone', s.by_post, s.speaker from agenda_intake s
    join standing_body p on p.district = s.district and p.id = s.body where s.district = ${district} and ${which('s', 'intake')})`

async function heldLines(tx: Tx, district: string): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`${spoken(district, (s) => sql`${sql.ref(`${s}.state`)} = 'held'`)} order by at, id limit 100`.execute(tx)
  return rows
}

/** What everybody reads now, of all four kinds, the newest first: what may be taken away has to be found first. */
async function recentLines(tx: Tx, district: string, after: string | undefined): Promise<readonly Line[]> {
  const from = readCursor(after)
  const before = from ? sql`(s.at, s.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`
  const { rows } = await sql<Line>`${spoken(district, (_, about) => sql`s.state = ${publicState[about]} and ${before} ${about === 'speech' ? sql`and s.withdrawn_at is null` : sql``}
    order by s.at desc, s.id desc limit ${PAGE + 1}`)} order by at desc, id desc limit ${PAGE + 1}`.execute(tx)
  return rows
}

async function appealedRows(tx: Tx, district: string) {
  const rows = await tx.selectFrom('moderation').selectAll().where('district', '=', district).where('appealed_at', 'is not', null).where('ruling', 'is', null)
    .orderBy('appealed_at').limit(100).execute()
  const ids = rows.map(({ subject }) => subject)
  const said = ids.length === 0 ? [] : (await spoken(district, (s) => sql`${sql.ref(`${s}.id`)} = any(${ids}::uuid[])`).execute(tx)).rows
  return { rows, said }
}

async function placeNames(tx: Tx, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('place').select(['id', 'full_name']).where('district', '=', district).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row.full_name]))
}

/** [DS6] [DS7] What waits for a look and which appeals wait in the reach of a post, and what was said last; with what the post may do about each. */
export async function moderationDesk(tx: Tx, actor: Actor, after: string | undefined, at: Date) {
  const { district } = actor
  const moderates = actor.audience.includes('community')
  // what waits may name somebody or be a child's: only who decides about it reads it, and an appeal who may rule on it
  const held = moderates ? await heldLines(tx, district) : []
  const appealed = moderates || actor.audience.includes('street') ? await appealedRows(tx, district) : { rows: [], said: [] }
  const recent = await recentLines(tx, district, after)
  const lines = [...held, ...recent, ...appealed.said]
  const names = await placeNames(tx, district, [...lines.map(({ place }) => place), ...appealed.rows.map(({ place }) => place)])
  const titles = await postTitles(tx, district, [...lines.map(({ by_post }) => by_post), ...appealed.rows.map(({ by_post }) => by_post)])
  const removals = await removalsOf(tx, district, lines.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))
  const line = (one: Line) => {
    const against = one.speaker === null ? [] : removals.get(one.speaker) ?? []
    return { about: one.about, id: one.id, place: names.get(one.place) ?? '', title: one.title, name: one.name, words: one.words, heldFor: one.held_for, at: one.at.toISOString(),
      state: one.state, channel: one.channel, by: one.by_post === null ? null : titles.get(one.by_post) ?? '', speaker: one.speaker !== null, removals: against.length,
      mayBan: moderates && one.speaker !== null && mayBan(against, 1, { rule: 'attack', reason: '试一试行不行' }, at.getTime()).ok,
      moves: !moderates ? [] : one.state === 'held' ? ['show', 'remove'] : one.state === publicState[one.about] ? ['remove'] : [] }
  }
  const last = recent.at(PAGE - 1)
  return { moderates, held: held.map(line), recent: recent.slice(0, PAGE).map(line), next: recent.length > PAGE && last ? cursorOf(last) : null,
    appeals: appealed.rows.map((row) => {
      const said = appealed.said.find(({ id }) => id === row.subject)
      const may = mayRule({ did: row.did, at: row.at.getTime(), appealedAt: row.appealed_at?.getTime() ?? null, ruling: row.ruling, byPost: row.by_post, byPerson: row.by_person },
        { post: actor.post, person: actor.person }, '能不能看一看')
      return { ...ruledView(row, titles, at, false), appeal: row.appeal, about: row.about, words: said?.words ?? '', name: said?.name ?? '', place: names.get(row.place) ?? '',
        title: said?.title ?? '', appealedAt: row.appealed_at?.toISOString() ?? '', mayRule: may.ok, whyNot: may.ok ? null : may.refusal.explain }
    }) }
}

