import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { PlaceView } from '../../places/index.ts'
import { appendAct } from '../../record/index.ts'
import { makePersonKey, type Actor } from '../../trust/index.ts'
import { homeActs, mayAdd, mayKeep, mayWrite, type DwellerField, type DwellingState, type Tie } from '../rules/index.ts'
import { insertMany } from '../store/dweller-bulk.ts'
import { lockDwelling, saveDwelling } from '../store/dwelling.ts'
import { tokensOf } from '../store/token.ts'
import { keepValue } from '../store/value.ts'
import { roomInReach } from './reach.ts'

/** Somebody to be entered, in clear, as a person at a desk or door tells it. */
export type AddDweller = {
  readonly home: string; readonly ties: readonly Tie[]; readonly since: string | null
  readonly values: Readonly<Partial<Record<DwellerField, string>>>
}

/** An act about somebody of a home: the person is its subject, the home its place. `onBehalf`: done for them, with them there (P02). */
export async function aboutPerson(
  { tx, actor, at }: Context<Actor>, person: string, place: Pick<PlaceView, 'id' | 'path' | 'compoundPath'>,
  what: ReturnType<typeof homeActs.state>, onBehalf = false,
): Promise<void> {
  await appendAct(tx, { district: actor.district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: place.id,
    path: place.path, compoundPath: place.compoundPath, subject: { kind: 'person', id: person }, what,
    onBehalfOf: onBehalf ? person : null })
}

/** Where somebody is said to live, the home is lived in, or let where they rent. */
const stateAfter = (state: DwellingState, ties: readonly Tie[]): DwellingState | undefined =>
  (ties.includes('lives') && (state === 'unknown' || state === 'vacant' || state === 'unfinished') ? (ties.includes('rents') ? 'let' : 'lived_in')
    : undefined)

/** Enters somebody in a home with a key of their own. Under 14: refused, they are counted. [RO2] [RO3] [RO6] [RO46] */
export async function addDweller(ctx: Context<Actor>, { home, ties, since, values }: AddDweller): Promise<Result<{ readonly tie: string }>> {
  const { tx, actor, at } = ctx
  const [may, today] = [mayKeep(actor.audience), shanghaiDay(at)]
  if (!may.ok) return may
  const place = await roomInReach(tx, actor, home)
  if (!place.ok) return place
  // the keys of the record are fields of the register: the schema of the route allows no others
  const said = Object.entries(values).filter(([, value]) => value.trim() !== '') as [DwellerField, string][]
  for (const [field, value] of said) { const ok_ = mayWrite(actor.audience, field, value, today); if (!ok_.ok) return ok_ }
  const fits = mayAdd(ties, since, today)
  if (!fits.ok) return fits
  const row = await lockDwelling(tx, actor.district, place.value)
  if (row === null) return refuse(common.notFound)
  const { person, wrapped, alg, ...key } = makePersonKey(actor.district)
  const [tie, { path, compoundPath, community, building }] = [newId(), place.value]
  const has = (one: Tie): boolean => ties.includes(one)
  await insertMany(tx, actor.district, 'person', [[person, 'resident', at]])
  await insertMany(tx, actor.district, 'person_key', [[person, wrapped, alg]])
  await insertMany(tx, actor.district, 'dweller', [[tie, person, person, home, path, compoundPath, community, building, has('lives'),
    has('registered'),
    has('owns'), has('rents'), since, null, null, 'desk', tie, at]])
  await insertMany(tx, actor.district, 'dweller_value', said.map(([field, value]) => {
    const kept = keepValue(actor.district, key, field, value)
    return [newId(), tie, person, path, compoundPath, field, kept.code, kept.cipher, kept.masked, kept.keyedHash, 'current', today, 'desk', tie, at,
      null, null]
  }))
  const of = (field: DwellerField): string[] => said.flatMap(([one, value]) => (one === field ? [value] : []))
  const tokens = tokensOf(actor.district, { names: of('name'), phones: of('phone'), idNumbers: of('id_number') })
  await insertMany(tx, actor.district, 'dweller_token', tokens.map((token) => [community, token, tie]))
  await saveDwelling(tx, actor.district, home, { state: stateAfter(row.state, ties) })
  await aboutPerson(ctx, person, place.value, homeActs.state('dweller.added', { tie: ties[0] ?? 'lives', fields: said.length }))
  return ok({ tie })
}
