import { shanghaiDay } from '../../../kit/clock.ts'
import type { Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { isWithin, type Actor } from '../../../trust/index.ts'
import { CARRIERS, mayEnter, phaseOf, pollActs, pollRefusals, sameStatement, SHEET_NAMES } from '../../rules/opinions/index.ts'
import { heldFor } from '../../rules/speech/index.ts'
import { agreeBySheets, insertSheets, type Sheet } from '../../store/answering.ts'
import { insertStatements, lockPoll, mapPoll, nextNumber, statementsOf, type PollRow, type StatementRow } from '../../store/polls.ts'
import { recordPoll, type Staff } from './on-poll.ts'

export type EnterSheets = { readonly id: string; readonly channel: 'paper' | 'door'; readonly sheets: readonly Sheet[] }
export type SheetsTaken = Outcome & { readonly id: string; readonly taken: number; readonly already: number; readonly answers: number; readonly said: number }

type Place = { readonly path: string; readonly compound_path: string | null }
const inside = (place: Place, { path, compound_path: compound }: Place): boolean =>
  isWithin(place.path, path) || (compound !== null && place.compound_path !== null && isWithin(place.compound_path, compound))
const reaches = (actor: Actor, { path, compound_path: compound }: Place): boolean =>
  actor.scopes.some((scope) => isWithin(path, scope) || (compound !== null && isWithin(compound, scope)))

type Brought = { readonly channel: EnterSheets['channel']; readonly sheets: readonly Sheet[] }
/**
 * [OM15] [OM16] What stood at the foot of new sheets becomes statements, save what is there already; what may point at somebody waits for a look. The sheet
 * agrees to its own sentence, as somebody on the phone does.
 */
async function addSaid({ tx, actor, at }: Staff, row: PollRow, { channel, sheets }: Brought): Promise<number> {
  const rows = await statementsOf(tx, row.district, row.id)
  const first = nextNumber(rows)
  const there: Pick<StatementRow, 'n' | 'words'>[] = rows.filter(({ state }) => state !== 'removed')
  const fresh: (typeof there)[number][] = []
  const feet = sheets.flatMap(({ id: sheet, said }) => {
    if (said === null) return []
    const known = [...there, ...fresh].find(({ words }) => sameStatement(words, said))
    const one = known ?? { n: first + fresh.length, words: said }
    if (!known) fresh.push(one)
    return [{ sheet, n: one.n }]
  })
  await insertStatements(tx, fresh.map(({ n, words }) => ({ district: row.district, id: newId(), poll: row.id, path: row.path, compound_path: row.compound_path, n, words,
    speaker: null, by_post: actor.post, name: SHEET_NAMES[channel], state: heldFor(words, false) ? 'held' : 'shown', held_for: heldFor(words, false), at })))
  await agreeBySheets(tx, { district: row.district, poll: row.id, at }, feet)
  return fresh.length
}

/**
 * [OM16] Enters sheets that a captain, grid worker or community carried to homes of their own buildings: each sheet once by its id, however often it is
 * sent. A sheet holds no name. The transaction is the clock's, since a poll lies above a captain's reach; `ctx.actor` is the carrier, whose reach is looked at here.
 */
export async function enterSheets(ctx: Staff, { id, channel, sheets }: EnterSheets): Promise<Result<SheetsTaken>> {
  const { tx, actor, at } = ctx
  if (!CARRIERS.some((word) => actor.audience.includes(word))) return refuse(pollRefusals.notCarrier)
  const row = await lockPoll(tx, actor.district, id)
  if (!row || row.state === 'draft') return refuse(common.notFound)
  const may = mayEnter(mapPoll(row), shanghaiDay(at), sheets.map(({ filledOn }) => filledOn))
  if (!may.ok) return may
  const buildings = new Map((await tx.selectFrom('place').select(['id', 'path', 'compound_path']).where('district', '=', actor.district).where('kind', '=', 'building')
    .where('id', 'in', [...new Set(sheets.map(({ building }) => building))]).execute()).map((one) => [one.id, one]))
  const mine = (building: string): boolean => {
    const place = buildings.get(building)
    return place !== undefined && inside(place, row) && reaches(actor, place)
  }
  if (!sheets.every(({ building }) => mine(building))) return refuse(pollRefusals.noBuilding)
  const known = new Set((await statementsOf(tx, actor.district, id)).map(({ n }) => n))
  const clean = sheets.map((sheet) => ({ ...sheet, answers: [...new Map(sheet.answers.filter(({ statement }) => known.has(statement)).map((one) => [one.statement, one])).values()] }))
  const once = [...new Map(clean.map((sheet) => [sheet.id, sheet])).values()]
  const fresh = await insertSheets(tx, { district: actor.district, poll: id, path: row.path, compoundPath: row.compound_path, channel, at }, once)
  const answers = once.filter((sheet) => fresh.has(sheet.id)).reduce((sum, sheet) => sum + sheet.answers.length, 0)
  const said = await addSaid(ctx, row, { channel, sheets: once.filter((sheet) => fresh.has(sheet.id)) })
  const late = phaseOf(mapPoll(row), shanghaiDay(at)) === 'closed'
  if (fresh.size > 0) await recordPoll(ctx, row, pollActs.state('poll.sheets', { sheets: fresh.size, answers, channel, said, ...(late ? { late } : {}) }), 'field')
  return ok({ id, taken: fresh.size, already: sheets.length - fresh.size, answers, said })
}
