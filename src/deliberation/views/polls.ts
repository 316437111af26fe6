/** Polls as pages read them: for everybody, for who asks, for who carries sheets. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import { isWithin, type Actor } from '../../trust/index.ts'
import { CARRIERS, closesFrom, phaseOf, pollMoves, type Picture } from '../rules/opinions/index.ts'
import { keepsPoll } from '../commands/polls/on-poll.ts'
import { decisionsAbout } from '../store/moderations.ts'
import { carriedOn, mapOf, mapPoll, pollById, pollsOf, statementsOf, type PollRow, type StatementRow } from '../store/polls.ts'
import { postTitles, ruledView } from './talk.ts'

/** Who is missing, beside the picture. */
export type Missing = {
  readonly buildings: readonly { readonly id: string; readonly name: string; readonly homes: number; readonly answers: number; readonly missing: number }[]
  readonly others: { readonly homes: number; readonly answers: number } | null
  readonly total: { readonly homes: number; readonly answers: number } | null
}
/** What `poll_map.map` holds. */
export type StoredMap = Picture & { readonly missing: Missing | null }
/** The same as it comes out of the database, new each time and so free to be sent. */
type Own<T> = T extends object ? { -readonly [K in keyof T]: Own<T[K]> } : T

async function namesOf(tx: Tx, district: string, rows: readonly PollRow[]) {
  if (rows.length === 0) return { places: new Map<string, { name: string; kind: string }>(), orgs: new Map<string, string>() }
  const places = await tx.selectFrom('place').select(['id', 'full_name as name', 'kind']).where('district', '=', district)
    .where('id', 'in', [...new Set(rows.map(({ place }) => place))]).execute()
  const orgs = await tx.selectFrom('org').select(['id', 'name']).where('district', '=', district).where('id', 'in', [...new Set(rows.map(({ keeper }) => keeper))]).execute()
  return { places: new Map(places.map(({ id, name, kind }) => [id, { name, kind }])), orgs: new Map(orgs.map(({ id, name }) => [id, name])) }
}

async function countsOf(tx: Tx, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, { people: number; answers: number; statements: number }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ poll: string; people: number; answers: number; statements: number }>`select p as poll,
    (select count(*)::int from poll_voter v where v.district = ${district}::char(6) and v.poll = p and not v.banned) as people,
    (select count(*)::int from poll_answer a where a.district = ${district}::char(6) and a.poll = p) as answers,
    (select count(*)::int from statement s where s.district = ${district}::char(6) and s.poll = p and s.state = 'shown') as statements
    from unnest(${[...ids]}::uuid[]) p`.execute(tx)
  return new Map(rows.map(({ poll, ...counts }) => [poll, counts]))
}

type Parts = { readonly names: Awaited<ReturnType<typeof namesOf>>; readonly counts: Awaited<ReturnType<typeof countsOf>>; readonly today: string }
const partsOf = async (tx: Tx, district: string, rows: readonly PollRow[], at: Date): Promise<Parts> =>
  ({ names: await namesOf(tx, district, rows), counts: await countsOf(tx, district, rows.map(({ id }) => id)), today: shanghaiDay(at) })

function card(row: PollRow, { names, counts, today }: Parts) {
  const poll = mapPoll(row)
  const place = names.places.get(row.place)
  return {
    id: row.id, question: row.question, about: row.about, state: poll.state, phase: phaseOf(poll, today), opensOn: row.opens_on, closesOn: row.closes_on, perPerson: row.per_person,
    thread: row.thread, place: { id: row.place, name: place?.name ?? '', kind: place?.kind ?? '' }, keeper: { id: row.keeper, name: names.orgs.get(row.keeper) ?? '' },
    counts: counts.get(row.id) ?? { people: 0, answers: 0, statements: 0 },
  }
}

/** The polls of a place, newest first, that were posted; for everybody. `tx` is the clock's. */
export async function listPolls(tx: Tx, district: string, place: string, at: Date) {
  const rows = await pollsOf(tx, district, { place, drafts: false })
  const parts = await partsOf(tx, district, rows, at)
  return { items: rows.map((row) => card(row, parts)) }
}

/** [OM13] The same with the reader's own drafts, as far as the reader reaches; answers, which no staff see, are counted as the clock. */
export async function listStaffPolls(tx: Tx, clock: Actor, reader: Actor, place: string, at: Date) {
  const rows = (await pollsOf(tx, clock.district, { place, drafts: true })).filter((row) => row.state !== 'draft' || keepsPoll(row, reader))
  await actAs(tx, clock)
  const parts = await partsOf(tx, clock.district, rows, at)
  return { items: rows.map((row) => card(row, parts)) }
}

const shown = (rows: readonly StatementRow[]) => rows.filter(({ state }) => state === 'shown').map(({ n, words, name }) => ({ n, words, name }))

/** The map with what was taken away since left out, so that no removed statement is named, or null before the first drawing. */
async function mapView(tx: Tx, district: string, id: string, rows: readonly StatementRow[]) {
  const row = await mapOf(tx, district, id)
  if (!row) return { map: null, file: false }
  const stored = row.map as unknown as Own<StoredMap> // written by the job that draws, alone
  const there = new Set(rows.filter(({ state }) => state === 'shown').map(({ n }) => n))
  const kept = <T extends { readonly n: number }>(list: readonly T[]): T[] => list.filter(({ n }) => there.has(n))
  const map = { ...stored, groups: stored.groups.map((group) => ({ ...group, holds: kept(group.holds) })), common: kept(stored.common), undecided: kept(stored.undecided),
    minority: kept(stored.minority), table: kept(stored.table), drawnAt: row.drawn_at.toISOString(), final: row.final }
  return { map, file: row.file }
}

/** [DS6] What was taken away since it was shown, each with its rule and reason in the place of the words: no silent hole. */
async function removedFrom(tx: Tx, district: string, rows: readonly StatementRow[], at: Date) {
  const gone = rows.filter(({ state }) => state === 'removed')
  const decisions = await decisionsAbout(tx, district, gone.map(({ id }) => id))
  const titles = await postTitles(tx, district, decisions.flatMap((one) => [one.by_post, one.ruled_by]))
  return gone.flatMap(({ id, n }) => {
    const decision = decisions.find((one) => one.subject === id && one.did === 'removed')
    return decision ? [{ n, decision: ruledView(decision, titles, at, false) }] : []
  })
}

/** A poll for everybody; undefined while it is a draft. `tx` is the clock's. */
export async function publicPoll(tx: Tx, district: string, id: string, at: Date) {
  const row = await pollById(tx, district, id)
  if (!row || row.state === 'draft') return undefined
  const statements = await statementsOf(tx, district, id)
  return { ...card(row, await partsOf(tx, district, [row], at)), statements: shown(statements), removed: await removedFrom(tx, district, statements, at),
    ...await mapView(tx, district, id, statements) }
}

const channelsOf = async (tx: Tx, district: string, id: string) => {
  const rows = await tx.selectFrom('poll_voter').select('channel').select((e) => e.fn.countAll<string>().as('count')).where('district', '=', district).where('poll', '=', id)
    .groupBy('channel').execute()
  const of = (channel: string): number => Number(rows.find((row) => row.channel === channel)?.count ?? 0)
  return { phone: of('phone'), paper: of('paper'), door: of('door') }
}

const reaches = (actor: Actor, { path, compound_path: compound }: PollRow): boolean =>
  actor.scopes.some((scope) => isWithin(path, scope) || (compound !== null && isWithin(compound, scope)))

/** A poll for staff in whose reach it lies: every statement with its state, how answers came, and what the reader may do. `tx` is the clock's, `actor` the reader. */
export async function staffPoll(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await pollById(tx, actor.district, id)
  const keeps = row !== undefined && keepsPoll(row, actor)
  if (!row || !reaches(actor, row) || (row.state === 'draft' && !keeps)) return undefined
  const looks = keeps || actor.audience.includes('community')
  const statements = await statementsOf(tx, actor.district, id)
  const [parts, { map, file }] = [await partsOf(tx, actor.district, [row], at), await mapView(tx, actor.district, id, statements)]
  const moves = pollMoves(mapPoll(row), parts.today, { keeps, carries: CARRIERS.some((word) => actor.audience.includes(word)),
    statements: shown(statements).length, common: map?.common.filter(({ side }) => side === 'agree').length ?? 0 })
  return {
    ...card(row, parts), seed: row.seed, map, file, channels: await channelsOf(tx, actor.district, id), moves: [...moves], closesFrom: closesFrom(mapPoll(row)),
    // what waits or was taken away may point at somebody: only the keeper and who looks after speech read it
    statements: statements.filter(({ state }) => looks || state === 'shown').map((one) => ({ id: one.id, n: one.n, words: one.words, name: one.name, state: one.state as 'held' | 'shown' | 'removed', // the table's check
      heldFor: one.held_for, at: one.at.toISOString(), byKeeper: one.by_post !== null })),
  }
}

/** Polls that a carrier may bring sheets for, open ones and those that sheets still come in for, with the buildings of their reach and the statements to print. `tx` is the clock's, `actor` the carrier. */
export async function carriedPolls(tx: Tx, actor: Actor, at: Date) {
  if (!CARRIERS.some((word) => actor.audience.includes(word))) return { items: [] }
  const rows = await carriedOn(tx, actor.district, shanghaiDay(at))
  const buildings = await tx.selectFrom('place').select(['id', 'full_name as name', 'path', 'compound_path']).where('district', '=', actor.district).where('kind', '=', 'building')
    .where('valid_to', 'is', null).where(sql<boolean>`(path <@ any (${[...actor.scopes]}::ltree[]) or compound_path <@ any (${[...actor.scopes]}::ltree[]))`).orderBy('code').execute()
  const items = await Promise.all(rows.map(async (row) => {
    const here = buildings.filter(({ path, compound_path: compound }) => isWithin(path, row.path) || (compound !== null && row.compound_path !== null && isWithin(compound, row.compound_path)))
    return { id: row.id, question: row.question, about: row.about, closesOn: row.closes_on, buildings: here.map(({ id, name }) => ({ id, name })),
      statements: here.length === 0 ? [] : shown(await statementsOf(tx, actor.district, row.id, true)) }
  }))
  return { items: items.filter((item) => item.buildings.length > 0) }
}

/** A cell of a table; what a spreadsheet would take for a formula is told to be text. */
function field(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
const signs = ['甲', '乙', '丙', '丁', '戊'] as const

/** The map as a table, one statement a line, for spreadsheets; undefined before the first drawing. */
export async function mapCsv(tx: Tx, district: string, id: string): Promise<string | undefined> {
  const row = await pollById(tx, district, id)
  if (!row || row.state === 'draft') return undefined
  const statements = await statementsOf(tx, district, id)
  const { map } = await mapView(tx, district, id, statements)
  if (!map) return undefined
  const words = new Map(statements.map((one) => [one.n, one.words]))
  const head = ['n', '观点', '赞成', '反对', '略过', ...map.groups.flatMap(({ id: group }) => [`${signs[group] ?? group}群赞成`, `${signs[group] ?? group}群反对`]), '各群都认同']
  const common = new Map(map.common.map(({ n, side }) => [n, side === 'agree' ? '赞成' : '反对']))
  const lines = map.table.map(({ n, agree, disagree, pass, groups }) =>
    [n, words.get(n) ?? '', agree, disagree, pass, ...groups.flatMap((one) => [one.agree ?? '', one.disagree ?? '']), common.get(n) ?? ''].map((cell) => field(String(cell))).join(','))
  return `\ufeff${[head.join(','), ...lines].join('\r\n')}\r\n`
}
