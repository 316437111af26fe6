/** Beginning an election: of an owners' committee, as a vote of the owners; of a residents' committee, as a timetable alone. */
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { electionActs } from '../../rules/election/acts.ts'
import { PREPARING_CODES } from '../../rules/election/preparing.ts'
import { checkReserves, checkSeats, termOf } from '../../rules/election/committee.ts'
import { mayVoteOnline, RESIDENTS_CODES } from '../../rules/election/residents.ts'
import { ballotPackFor } from '../../rules/packs/index.ts'
import { totalsOfCompound } from '../../store/delivered.ts'
import { bodiesAt, changeBody, loadBody, recordBody } from '../../store/elections.ts'
import type { Channel } from '../../rules/vote.ts'
import type { STARTERS } from '../../rules/life/index.ts'
import { startVote } from '../votes/start-vote.ts'
import { bodyDone, onBody, type BodyDone, type ById, type Staff } from './on-election.ts'

export type StartElection = { readonly place: string; readonly seats: number; readonly reserves: number; readonly years: number;
  readonly begins: string
  readonly title: string; readonly words: string; readonly startedBy: (typeof STARTERS)[number]; readonly secret: boolean;
    readonly channels: readonly Channel[]
  readonly kind: 'owners_committee' | 'property_council' }
export type StartedElection = Outcome & { readonly id: string; readonly vote: string | null }

const already = { code: 'prepared_already', rule: 'B100', explain: { zh: '这里已经在筹备一次选举了。', en: 'An election is being prepared here already.' } }

/**
 * [B100] Begins to prepare the election of an owners' committee: seats, reserves and term within what the place allows, each refusal with its article.
 * It is a vote of the owners on item (3) of article 278, held by whoever keeps the register.
 */
export async function startElection(ctx: Staff, input: StartElection): Promise<Result<StartedElection>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const terms = ballotPackFor(district, shanghaiDay(at))?.terms ?? {}
  const until = termOf(input.begins, input.years, terms)
  const fits = [checkSeats(input.seats, await totalsOfCompound(tx, district, input.place), terms), checkReserves(input.reserves, input.seats, terms),
    until]
  for (const one of fits) if (!one.ok) return one
  if (!until.ok) return until
  if ((await bodiesAt(tx, district, input.place)).some(({ state }) => state === 'planned')) return refuse(already)
  const { seats, reserves, place, title, words, startedBy, secret, channels } = input
  const started = await startVote(ctx, { body: 'assembly', kind: 'election', item: 'committee', questions: [], place, title, words, startedBy, secret,
    channels, seats, reserves })
  if (!started.ok) return started
  const vote = await tx.selectFrom('vote').select(['path', 'compound_path', 'keeper']).where('district', '=', district)
    .where('id', '=', started.value.id)
    .executeTakeFirstOrThrow()
  const body = { district, id: newId(), place, ...vote }
  const pack = ballotPackFor(district, shanghaiDay(at))?.packs[0]
  await tx.insertInto('governing_body').values({ ...body, kind: input.kind, seats, reserves, term_from: input.begins, term_to: until.value,
    state: 'planned',
    vote: started.value.id, meets_every_months: terms.meets?.value.everyMonths ?? null, pack: pack ? `${pack.id}/${pack.version}` : null }).execute()
  await recordBody(ctx, body, electionActs.state('elections.prepared',
    { kind: input.kind, seats, reserves, term_from: input.begins, term_to: until.value }))
  return ok({ id: body.id, vote: started.value.id })
}

export type StartResidents = { readonly place: string; readonly seats: number; readonly begins: string; readonly years: number;
  readonly online: boolean }

/** [B78] Begins the timetable of a residents' committee election. Nobody votes here: asked to be online, it is refused with the rule. */
export async function startResidents(ctx: Staff, { place: id, seats, begins, years, online }: StartResidents): Promise<Result<StartedElection>> {
  const { tx, actor, at } = ctx
  const place = await placeById(tx, actor.district, id)
  if (place?.kind !== 'community' || !actor.org || !actor.audience.includes('community')
    || !actor.scopes.includes(place.path)) return refuse(common.notFound)
  const may = online ? mayVoteOnline(ballotPackFor(actor.district, shanghaiDay(at))?.terms ?? {}) : ok(true as const)
  if (!may.ok) return may
  if ((await bodiesAt(tx, actor.district, id)).some(({ state, kind }) => state === 'planned'
    && kind === 'residents_committee')) return refuse(already)
  const until = termOf(begins, years, {})
  if (!until.ok) return until
  const body = { district: actor.district, id: newId(), place: id, path: place.path, compound_path: place.compoundPath, keeper: actor.org }
  await tx.insertInto('governing_body').values({ ...body, kind: 'residents_committee', seats, term_from: begins, term_to: until.value,
    state: 'planned' }).execute()
  await recordBody(ctx, body, electionActs.state('elections.prepared',
    { kind: 'residents_committee', seats, reserves: 0, term_from: begins, term_to: until.value }))
  return ok({ id: body.id, vote: null })
}

export type BodyDays = { readonly set?: Readonly<Record<string, string>>; readonly done?: Readonly<Record<string, string>> }
/** Days that were entered of a timetable. */
export const daysOf = ({ days }: { readonly days: unknown }): BodyDays => days as BodyDays // written below alone

export type SetDay = ById & { readonly step: string; readonly what: 'set' | 'done'; readonly day: string | null }

/** [B107] Enters the day of a step: the one that was set, or the one on which it happened; null takes it back. */
export const setDay = (ctx: Staff, input: SetDay): Promise<Result<BodyDone>> => onBody(ctx, input, 'prepares', async ({ body, day: today }) => {
  const known: readonly string[] = body.kind === 'residents_committee' ? RESIDENTS_CODES : PREPARING_CODES
  if (!known.includes(input.step)) return refuse({ code: 'no_such_step', rule: 'B107', explain: { zh: '没有这一步。', en: 'There is no such step.' } })
  if (input.what === 'done' && input.day !== null && input.day > today) {
    return refuse({ code: 'day_ahead', rule: 'B107', explain: { zh: '日子还没到，到了那天再记。', en: 'That day has not come yet: write it down when it has.' } })
  }
  const kept = daysOf(body)
  const { [input.step]: _, ...rest } = kept[input.what] ?? {}
  await changeBody(ctx.tx, body, { days: { ...kept, [input.what]: input.day === null ? rest : { ...rest, [input.step]: input.day } } })
  await recordBody(ctx, body, electionActs.state('elections.day', { step: input.step, what: input.what, on: input.day ?? today }))
  return bodyDone(ctx, body)
})

/** The name of the setting that switches the target for slates on, of a street. */
export const targetOf = (street: string): string => `slate_target:${street}`

/** [B72] The street switches the target for slates on or off. It changes no nomination, no count and no result. */
export async function switchTarget(ctx: Staff, { id, on }: { readonly id: string; readonly on: boolean }): Promise<Result<{ readonly on: boolean }>> {
  const { tx, actor } = ctx
  const body = await loadBody(tx, actor.district, id)
  const place = body && await placeById(tx, actor.district, body.place)
  if (!body || !place?.street || !actor.audience.includes('street')) return refuse(common.notFound)
  const street = await placeById(tx, actor.district, place.street)
  if (!street || !actor.scopes.includes(street.path)) return refuse(common.notFound)
  await tx.insertInto('setting').values({ district: actor.district, name: targetOf(street.id), value: on ? 'on' : 'off' })
    .onConflict((c) => c.columns(['district', 'name']).doUpdateSet({ value: on ? 'on' : 'off' })).execute()
  await recordBody(ctx, body, electionActs.state('elections.slate_target', { on }))
  return ok({ on })
}
