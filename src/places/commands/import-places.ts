import { sql } from 'kysely'
import type { Context, Outcome } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { isWithin, parseCode, pathOf } from '../rules/index.ts'
import { placeActs } from '../rules/acts.ts'
import { placeCells, readPlacesTable, type Problem, type TableLine } from '../store/csv.ts'
import type { PlaceInput } from '../store/place-row.ts'
import { exportPlaces } from '../views/export.ts'
import { savePlaces, wrongRow } from './save-places.ts'

/** What a table would do, or did: lines that cannot be taken, and how many places are new, changed or as they are. */
export type PlacesTaken = { readonly rows: number; readonly added: number; readonly changed: number; readonly same: number; readonly problems: readonly Problem[] }

/** Wrong lines are listed up to so many; then the table is too far off to go on. */
export const MOST_PROBLEMS = 200

type Line = { readonly line: number; readonly input: PlaceInput }

const outside = { zh: '不在您管的范围里。', en: 'outside of your area.' }
const twice = { zh: '同一个编码写了两次。', en: 'the same code stands here twice.' }

/** Community and street take tables for their own area. [P14] */
export const mayImportPlaces = (actor: Pick<Actor, 'audience'>): boolean => actor.audience.some((one) => one === 'community' || one === 'street')

function inReach(actor: Actor, { code }: PlaceInput): boolean {
  const read = parseCode(code)
  return read !== null && actor.scopes.some((scope) => isWithin(pathOf(read, null), scope))
}

/** Sorts out lines that are out of reach or stand twice. */
function screened(actor: Actor, lines: readonly Line[]): { readonly good: Line[]; readonly problems: Problem[] } {
  const [good, problems, seen]: [Line[], Problem[], Set<string>] = [[], [], new Set()]
  for (const one of lines) {
    if (!inReach(actor, one.input)) problems.push({ line: one.line, said: outside })
    else if (seen.has(one.input.code)) problems.push({ line: one.line, said: twice })
    else good.push(one)
    seen.add(one.input.code)
  }
  return { good, problems }
}

/** What a row says on top of what is known: columns that the table does not have stay as they are. */
const merged = (known: ReadonlyMap<string, PlaceInput>, input: PlaceInput): PlaceInput => ({ ...known.get(input.code), ...input })
const alike = (one: PlaceInput | undefined, two: PlaceInput): boolean => one !== undefined && JSON.stringify(placeCells(one)) === JSON.stringify(placeCells(two))

/** Saves what can be saved, finding every wrong row: one is taken out and it is tried again. */
async function saveGood(tx: Tx, district: string, known: ReadonlyMap<string, PlaceInput>, lines: readonly Line[]): Promise<{ good: readonly Line[]; problems: Problem[] }> {
  const problems: Problem[] = []
  let good = lines
  while (problems.length < MOST_PROBLEMS) {
    const saved = await savePlaces(tx, district, good.map(({ input }) => merged(known, input)))
    if (saved.ok) return { good, problems }
    const wrong = wrongRow(saved.refusal)
    const line = wrong && good[wrong.at]
    if (!wrong || !line) break
    problems.push({ line: line.line, said: wrong.said })
    good = good.filter((one) => one !== line)
  }
  return { good: [], problems }
}

/**
 * Takes a table of places: new ones are added, known ones brought up to date; a column that the table does not have changes nothing, and nothing is ever
 * deleted. Lines that cannot be taken are listed, and the others are taken. Whoever tries it out rolls the transaction back. [P12] [P14]
 */
export async function importPlaces(ctx: Context<Actor>, table: readonly TableLine[]): Promise<Result<PlacesTaken & Outcome>> {
  const { tx, actor, at } = ctx
  if (!mayImportPlaces(actor)) return refuse(common.notFound)
  const read = readPlacesTable(table)
  if (!read.ok) return read
  const known = new Map((await exportPlaces(tx, actor.district, actor.scopes)).map((one) => [one.code, one]))
  const { good: lines, problems } = screened(actor, read.value.rows)
  const { good, problems: wrong } = await saveGood(tx, actor.district, known, lines)
  const added = good.filter(({ input }) => !known.has(input.code)).length
  const same = good.filter(({ input }) => alike(known.get(input.code), merged(known, input))).length
  const taken = { rows: table.length - 1, added, changed: good.length - added - same, same,
    problems: [...read.value.problems, ...problems, ...wrong].sort((one, two) => one.line - two.line).slice(0, MOST_PROBLEMS).map(({ line, said }) => ({ line, said: { zh: said.zh, en: said.en } })) }
  const area = added + taken.changed === 0 ? undefined : await tx.selectFrom('place').select(['id', 'path']).where('district', '=', actor.district)
    .where(sql<boolean>`path = any(${actor.scopes}::ltree[])`).orderBy('path').executeTakeFirst()
  if (area) {
    await appendAct(tx, { district: actor.district, at, what: placeActs.state('places.imported', { rows: good.length, added, changed: taken.changed }), channel: 'web',
      actorPerson: actor.person, actorPost: actor.post, place: area.id, path: area.path, compoundPath: null, subject: { kind: 'place', id: area.id } })
  }
  return ok(taken)
}
